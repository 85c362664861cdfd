"""Tell a page's furniture from its report: menus, share buttons, forms, captions, lists of other reports.

A line goes only where the lexicon knows all of it, or its beginning and its place speak together.
It refuses to take a line for being short, and never takes a paragraph of running text.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from variorum.reports.cleaning.embeds import is_embed
from variorum.reports.lexicon import (
    Furniture,
    agency_pattern,
    fold,
    fold_line,
    is_agency,
    is_media_name,
    load_furniture,
)
from variorum.reports.lines import Clue, Cut, Line
from variorum.reports.cleaning.shapes import (
    count_words,
    foot_start,
    head_size,
    is_headline,
    is_link_row,
    is_paragraph,
    sentence_starts,
    split_row,
)

_GLUED = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-ÞİŞÇÖÜ])")
_TRAIL_MARK = re.compile(r"\s*(?:»|›|→|::|\s>|\s/)\s+")
_SECTION_MARK = re.compile(r"\s*[|•·,/»›#]\s*|\s+-\s+")
_RULE = re.compile(r"[\W_]+")
_LINK = re.compile(r"(?:https?://|www\.)\S+|[@#]\w+(?:[\s,|•·]+[@#]\w+)*")
_SIZES = re.compile(
    r"(?:(?:font|text)\s*size\W*)?(?:[aA][-+−–]*[\s|/,]+){1,3}[aA][-+−–]*(?:\W*reset)?|[aA][-+−–]", re.IGNORECASE
)
_PLAYER = re.compile(r"\d{1,2}:\d\d(?::\d\d)?\s*/\s*\d{1,2}:\d\d(?::\d\d)?|(?:speed\s*)?\d(?:\.\d+)?x")
_MOST_WORDS = 30
_QUOTES = "\"“‘«„'’"


_THOUGHTS = re.compile(
    r"(?:\d+|one)\s+(?:thoughts?|responses?|comments?|repl(?:y|ies)|reactions?)\s+(?:on|to)\s*:?\s*"
    r"(?:[“\"‘«]|this (?:post|article|story|report))",
    re.IGNORECASE,
)
_WHOSE = re.compile(r"^(?:today's|this (?:week|month)'s|the|our|also|more|today)\s+")


def find_furniture(lines: Sequence[Line]) -> Iterator[Cut]:
    """Find the lines that are furniture wherever they stand, or at the report's head or foot."""
    head, foot = head_size(lines), foot_start(lines)
    for index, line in enumerate(lines):
        reason = _anywhere(line.text)
        if reason is None and index < head:
            reason = _at_head(line.text)
        if reason is None and index >= foot:
            reason = _at_foot(line.text)
        if reason:
            yield Cut(index=index, reason=reason)


def _anywhere(text: str) -> str | None:
    """Name the kind of furniture that a line is for its words alone."""
    if _RULE.fullmatch(text):
        return "rule"
    if _SIZES.fullmatch(text) or _PLAYER.fullmatch(text):
        return "furniture"
    if is_embed(text):
        return "embed"
    if count_words(text) > 2 * _MOST_WORDS or text[0] in _QUOTES:
        return None
    words = load_furniture()
    if words.whole.cover(fold_line(text)):
        return "furniture"
    if is_caption(text):
        return "caption"
    if count_words(text) <= _MOST_WORDS and all(_starts_furniture(part, words) for part in _sentences(text)):
        return "furniture"
    return "link" if _LINK.fullmatch(text) else None


def _at_head(text: str) -> str | None:
    if is_trail(text):
        return "breadcrumb"
    if is_sections(text) or is_menu(text, least=3):
        return "sections"
    return None


def is_menu(text: str, *, least: int) -> bool:
    """True of a row of links between pipes or bullets; a row of outlets or agencies is a credit."""
    if not is_link_row(text, least=least):
        return False
    return not all(is_agency(part, short=True) or is_media_name(part) for part in split_row(text))


def _at_foot(text: str) -> str | None:
    if is_trail(text):
        return "breadcrumb"
    if is_sections(text) or is_menu(text, least=2) or _tag_label().match(text):
        return "sections"
    return None


@cache
def _tag_label() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in load_furniture().tags)
    return re.compile(rf"^\W*(?:{words})\s*[:：]", re.IGNORECASE)


def _sentences(text: str) -> list[str]:
    starts = sentence_starts(text)
    return [text[start:end].strip() for start, end in zip(starts, (*starts[1:], len(text)), strict=True)]


def _starts_furniture(text: str, words: Furniture) -> bool:
    """True where a sentence begins as furniture does, or is nothing but furniture."""
    plain = text.replace("’", "'").casefold().lstrip(" *•·–—-→►[(")
    return words.starts.begin(plain) or words.whole.cover(fold_line(text))


_CREDIT_SIGNS = ("/", "(", "©", ": ", "Getty Images", "Shutterstock")
"""One of these is in every picture credit."""


@cache
def _photo_credit() -> re.Pattern[str]:
    """Marks of a picture's maker at the end of a caption: "REUTERS/A. Name", "(AP Photo/...)", ".../Getty Images"."""
    agency = agency_pattern()
    return re.compile(
        rf"(?:\b{agency}\s*/\s*[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){{0,3}}"
        rf"|(?:\b[A-Z][\w.’'-]+\s){{1,3}}?[A-Z]?[\w.’'-]*\s?/\s?(?:{agency}|Getty|AFP)(?:\s+Images)?(?:/Getty Images)?"
        rf"|\((?:{agency}\s+)?(?:Photo|Photograph|Picture|Image)s?\s*(?:by|:|/)[^()]*\)"
        rf"|\((?:[^()]*(?:Getty|Getty Images|{agency}/[^()]*|[^()]*/{agency}))\)"
        rf"|©\s?[^()]*(?:\((?:{agency})\))?"
        rf"|(?<=\s)(?:Photo|Picture|Image|Foto|Фото)s?\s?: [^.:]{{2,60}}"
        rf"|(?:Getty Images|Shutterstock|Photographer: [^.]*))[\s\])]*$"
    )


def is_caption(text: str) -> bool:
    """True of a picture's caption: by how it begins, or by the maker named at its end."""
    words = load_furniture()
    plain = text.replace("’", "'").casefold().lstrip(" [(*")
    if plain.startswith(words.caption_starts):
        return count_words(text) <= 2 * _MOST_WORDS and len(sentence_starts(text)) <= 3
    if not any(sign in text for sign in _CREDIT_SIGNS) or plain.startswith(("©", "copyright")):
        return False
    if len(sentence_starts(text)) > 3:
        return False
    placed = "/" in text[-60:] or ": " in text[-60:] or "(" in text[-60:] or not is_paragraph(text)
    if placed and _photo_credit().search(text):
        return True
    return "/" in text[-40:] and fold(text).endswith(words.caption_ends)


def is_trail(text: str) -> bool:
    """True of "Home » World » ...": a home word and a mark, or two marks between short names."""
    parts = _TRAIL_MARK.split(text)
    if len(parts) < 2 or (is_paragraph(text) and fold(parts[0]) not in load_furniture().home):
        return False
    if fold(parts[0]) in load_furniture().home:
        return True
    marks = len(re.findall(r"[»›→]|\s>\s", text))
    return marks >= 2 and all(count_words(part) <= 10 for part in parts)


def find_trail_sections(lines: Sequence[Line], cuts: Sequence[Cut]) -> tuple[Clue, ...]:
    """The last section that the trails among some cuts lead through ("Home » World » ..."), where one is known."""
    known = load_furniture().sections
    trails = [_TRAIL_MARK.split(lines[cut.index].text) for cut in cuts if cut.reason == "breadcrumb"]
    named = [part.strip() for trail in trails for part in trail if fold(part) in known]
    return tuple(Clue(kind="section", value=name, basis="breadcrumb") for name in named[-1:])


def is_sections(text: str) -> bool:
    """True of a row of section names: all of them known, or most where the rest are names too."""
    known = load_furniture().sections
    if count_words(text) > 20 or re.search(r"[.!?:;“”\"‘]", text):
        return False
    apart = _SECTION_MARK.sub(" ", _GLUED.sub(" ", text))
    if load_furniture().section_row.cover(fold(apart.replace("&", " ").replace(" and ", " "))):
        return True
    tokens = apart.replace("&", " ").split()
    if len(tokens) < 3 or not all(token[0].isupper() for token in tokens):
        return False
    share = sum(fold(token) in known for token in tokens) / len(tokens)
    return share > 0.5 or (
        share >= 0.3 and [fold(token) for token in tokens] == sorted(fold(token) for token in tokens)
    )


def find_blocks(lines: Sequence[Line]) -> Iterator[Cut]:
    """Find lists of other reports and comment forms, with what follows their heads.

    A head takes what follows to the end where that is headlines and furniture only; else it goes alone,
    with the headlines right below it.
    """
    taken: set[int] = set()
    foot = foot_start(lines)
    for index, line in enumerate(lines):
        reason = _head_of_block(line.text, late=index >= foot)
        if reason is None or index in taken:
            continue
        followers = _followers(lines, index, whole=reason == "comments")
        fresh = [at for at in (index, *followers) if at not in taken]
        taken.update(fresh)
        yield from (Cut(index=at, reason=reason) for at in fresh)


def _head_of_block(text: str, *, late: bool) -> str | None:
    words = load_furniture()
    if count_words(text) <= _MOST_WORDS and _THOUGHTS.match(text):
        return "comments"
    if count_words(text) > 12:
        return None
    folded = fold_line(text)
    if late and folded in words.tags:
        return "sections"
    if words.comments.begin(folded):
        return "comments"
    if folded in words.blocks or _WHOSE.sub("", folded) in words.blocks:
        return "related"
    if late and folded.startswith("more from ") and count_words(text) <= 6 and is_headline(text):
        return "related"
    named = text.rstrip().endswith(":") and count_words(text) <= 8
    return "related" if named and words.block_starts.begin(folded) else None


def _followers(lines: Sequence[Line], head: int, *, whole: bool) -> range:
    """Indexes that belong to the list under a head."""
    rest = lines[head + 1 :]
    if whole and not any(count_words(line.text) >= 25 for line in rest):
        return range(head + 1, len(lines))
    if not any(_is_body(line.text) for line in rest) and not any(_is_told(line.text) for line in rest):
        heads = [at for at, line in enumerate(rest) if _is_listed(line.text) or _anywhere(line.text)]
        return range(head + 1, head + 2 + heads[-1]) if heads else range(0)
    return range(head + 1, head + 1 + _headlines_below(rest))


def _is_body(text: str) -> bool:
    """True of a paragraph too long for a headline of two sentences."""
    return is_paragraph(text) and count_words(text) > 20 and _anywhere(text) is None


def _is_listed(text: str) -> bool:
    return is_headline(text) or (count_words(text) == 1 and text[-1].isalnum())


def _is_told(text: str) -> bool:
    """True of a line of five words or more that ends with a full stop, as headlines do not."""
    return count_words(text) >= 5 and text.rstrip("\"'”’»)").endswith(".") and _anywhere(text) is None


def _headlines_below(rest: Sequence[Line]) -> int:
    """Count the headlines right below a head in the middle of a report: long ones, with no blank line between them."""
    count = 0
    for line in rest:
        if (count and line.gap) or count_words(line.text) < 5 or not is_headline(line.text) or count == 6:
            break
        count += 1
    return count
