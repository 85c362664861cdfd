"""Mastheads: an outlet's own name above its report, with the motto, menu, issue number or date that go with it.

A headline is not an outlet: a name is believed only where its words say what it is (Gazette, Radio) and the true
headline follows, or where something else speaks for it: a menu or motto below, the same name in the dateline's
brackets, at the foot or beside a date.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from variorum.reports.cleaning.footers import looks_like_name
from variorum.reports.cleaning.furniture import is_menu, is_sections, is_trail
from variorum.reports.cleaning.imprints import Imprint, read_imprint
from variorum.reports.identity.outlets import find_outlet
from variorum.reports.lexicon import fold, is_agency, is_media_name, load_furniture
from variorum.reports.lines import Clue, Cut, Line
from variorum.reports.cleaning.shapes import count_words, head_size, is_headline
from variorum.schema.dates import UNKNOWN

_TOP = 4
_BESIDE = re.compile(r",\s+|\s+[-–—|•·/]+\s+|\s*[|•·]\s*")
_ISSUE = re.compile(
    r"(?:^|.*\s)(?:no|nr|issue|vol|volume|edition|number|bulletin|brief|briefing|report|update|newsletter|sitrep)"
    r"\.?\s*(?:no\.?\s*|#\s*)?\d+$",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?:no|nr|issue|vol|volume|edition|number)\b\.?\s*(?:no\.?\s*|#\s*)?\d+", re.IGNORECASE)
_AGENCY = re.compile(r"(?:^the\s.*|.*\b(?:news|press) (?:agency|service))$", re.IGNORECASE)
_OPENERS = frozenset(("a", "an", "the", "your", "our", "since", "founded", "established", "est"))
_WIRE = re.compile(r"\b(?:agency|service|wire|newswire|agence|agencia)\b", re.IGNORECASE)
_INITIALS = re.compile(r"\s*\((?:[A-Z]{2,8}|[A-Z][a-z]+ [Ee]dition)\)$")
_STATED = re.compile(r"^(?:source|from|via|(?:first )?(?:published|posted) (?:by|in))\b\s*:?\s*", re.IGNORECASE)
_BRACKETED = re.compile(r"(?P<name>[^()]+?)\s*\((?P<day>[^()]+)\)")
_AT_DAY = re.compile(_BESIDE.pattern + r"|\s+on\s+(?=\S*\d|[A-Z])")
_BAR = re.compile(r"\s*[|•·]\s*")
_CREDITING = re.compile(r"(?:with|by|from|via)\s", re.IGNORECASE)
_STROKE = re.compile(r"\s*[|•·]\s*|\s+[/–—]\s+")
_STRAP = 4
"""Words that a section or column beside an outlet's name has at most."""
_SLUG = re.compile(r"(?=.*[A-Z]{2})(?:[A-Z0-9/-]+ ){2,}[A-Z0-9/-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Masthead:
    """A line read as one: the name, the date clues beside it, and whether its motto is on the same line."""

    name: str
    clues: tuple[Clue, ...] = ()
    motto: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Below:
    """What stands between a name and the first line that is none of these; `extra` are lines that go with the name."""

    menu: bool = False
    motto: bool = False
    issue: bool = False
    dated: bool = False
    headline: str | None = None
    extra: tuple[int, ...] = ()


def find_slug(lines: Sequence[Line]) -> tuple[Cut, ...]:
    """Find the code of capitals and figures that a wire's copy has above its headline ("KB3391 2 POL 0417")."""
    if len(lines) < 3 or not _SLUG.fullmatch(lines[0].text) or read_outlet_beside_day(lines[0].text):
        return ()
    coded = sum(any(char.isdigit() for char in token) for token in lines[0].text.split())
    return (Cut(index=0, reason="slug"),) if coded >= 2 else ()


def find_masthead(lines: Sequence[Line]) -> tuple[tuple[Cut, ...], tuple[Clue, ...]]:
    """Find the masthead: its lines go (reason "masthead", or "date_line" with a date on it), its name is the source.

    Returns:
        Cuts and clues; both empty where the first line is not surely an outlet's name.
    """
    heads = (
        at for at, line in enumerate(lines[:_TOP]) if not _is_links(line.text) or read_outlet_beside_day(line.text)
    )
    top = next(heads, None)
    head = _read_name(lines[top].text) if top is not None else None
    if top is None or head is None or top + 1 >= len(lines):
        return _find_below_title(lines)
    below = _look_below(lines, top + 1)
    if not _believed(head, below, lines[top + 1 :]):
        return _find_below_title(lines)
    cuts = [Cut(index=top, reason="date_line" if head.clues else "masthead")]
    cuts += [Cut(index=index, reason="masthead") for index in below.extra]
    source = Clue(kind="source", value=spell_name(head.name, lines[top + 1 :]), basis="masthead")
    return tuple(cuts), (source, *head.clues)


def _find_below_title(lines: Sequence[Line]) -> tuple[tuple[Cut, ...], tuple[Clue, ...]]:
    """Find an outlet's name alone on a line between the headline and the report.

    An agency's name there is a credit: many papers print its copy.
    """
    if not lines or not is_headline(lines[0].text):
        return (), ()
    for index in range(1, min(head_size(lines), _TOP)):
        name = lines[index].text
        dated = read_outlet_beside_day(name)
        if dated is not None:
            clue = _clue_of(dated.name, lines, wired=is_agency(dated.name, short=True))
            return (Cut(index=index, reason="date_line"),), (clue, *dated.clues)
        name = _without_strap(name)
        if _CREDITING.match(name):
            continue
        short = count_words(re.sub(r"^the\s+", "", name, flags=re.IGNORECASE)) <= 3
        if short and is_media_name(name) and looks_like_name(name) and not is_sections(name):
            wired = is_agency(name, short=True) or _WIRE.search(name) is not None
            clue = _clue_of(name, lines, wired=wired and not _is_of_site(lines, index))
            return (Cut(index=index, reason="masthead" if clue.kind == "source" else "credit"),), (clue,)
    return (), ()


def _is_of_site(lines: Sequence[Line], index: int) -> bool:
    """Is a name followed by the menu of a site, which is then the agency's own?"""
    return index + 1 < len(lines) and is_menu(lines[index + 1].text, least=3)


def _without_strap(text: str) -> str:
    """Take the section or column off an outlet's name ("The Kelvan Post | Coast in brief")."""
    name, *straps = _BAR.split(text)
    short = len(straps) == 1 and 0 < count_words(straps[0]) <= _STRAP and straps[0][-1:] not in ".!?"
    return name if short and is_media_name(name) else text


def _clue_of(name: str, lines: Sequence[Line], *, wired: bool) -> Clue:
    if wired:
        return Clue(kind="credit", value=spell_name(name, lines), basis="agency line")
    return Clue(kind="source", value=spell_name(name, lines), basis="masthead")


def _is_links(text: str) -> bool:
    return is_menu(text, least=3) or is_sections(text) or is_trail(text)


def _read_name(text: str) -> Masthead | None:
    """Read a line as a name alone, a name beside a date, or an outlet's name with its motto."""
    if count_words(text) > 20:
        return None
    whole = _INITIALS.sub("", text)
    if looks_like_name(whole) and not is_sections(whole):
        return Masthead(name=whole)
    return read_outlet_beside_day(text) or _read_dated(text) or _read_with_motto(text)


def read_outlet_beside_day(text: str) -> Masthead | None:
    """Read a known outlet, or what is called as one, beside a date in either order: "3 May 2021 | Kelvan Herald".

    Its place may stand between ("Radio Kelvan, Orsk, 3 May 2021"), a word for publishing before it.
    """
    text = _STATED.sub("", text.strip("*_ "))
    if signed := _read_signed(text):
        return signed
    bracketed = _BRACKETED.fullmatch(text)
    pairs = [(bracketed["name"], bracketed["day"])] if bracketed else []
    for joint in _AT_DAY.finditer(text):
        pairs += [(text[: joint.start()], text[joint.end() :]), (text[joint.end() :], text[: joint.start()])]
    for words, day in pairs:
        name = _outlet_in(words)
        read = read_imprint(day) if name else None
        if name and read and _is_dated(read):
            return Masthead(name=name, clues=tuple(clue for clue in read.clues if clue.bounds != UNKNOWN))
    return None


def _read_signed(text: str) -> Masthead | None:
    """Read an outlet, a day and a byline between strokes: "By our correspondent | Kelvan Herald | 3 May 2021"."""
    parts = _STROKE.split(text) if _STROKE.search(text) else text.split(", ")
    parts = parts[:1] + [part for part in parts[1:] if fold(part) not in load_furniture().sections]
    read_parts = {part: imprint for part in parts if (imprint := read_imprint(part) or _read_staff(part))}
    if by_staff := _read_signed_by_staff(parts, read_parts):
        return by_staff
    names = [part for part in parts if _outlet_in(part) and part not in read_parts]
    read = [imprint for part in parts if part not in names and (imprint := read_imprint(part))]
    if (
        _STROKE.search(text) is None
        or len(parts) < 2
        or len(names) != 1
        or len(read) != len(parts) - 1
        or not any(map(_is_dated, read))
    ):
        return None
    return Masthead(name=_outlet_in(names[0]) or names[0], clues=tuple(clue for part in read for clue in part.clues))


def _read_staff(part: str) -> Imprint | None:
    """Read "Our correspondent in Orsk" as if "By" stood before it."""
    return (
        read_imprint(f"By {part[:1].lower()}{part[1:]}")
        if fold(part).startswith(("our ", "a ", "an ", "staff "))
        else None
    )


def _read_signed_by_staff(parts: Sequence[str], read: Mapping[str, Imprint]) -> Masthead | None:
    """Read "The Free Voice · Orsk · 3 May 2021 · by Ada Mirren": what comes first and has an article is the outlet."""
    rest = [part for part in parts[1:] if part not in read]
    clues = tuple(clue for part in parts[1:] if part in read for clue in read[part].clues)
    signed = any(clue.kind in ("author", "staff") for clue in clues) and any(clue.bounds != UNKNOWN for clue in clues)
    named = parts[0].casefold().startswith("the ") or is_media_name(parts[0])
    if not signed or not named or len(rest) > 1 or not all(looks_like_name(part) for part in (parts[0], *rest)):
        return None
    return Masthead(name=parts[0], clues=clues)


def _outlet_in(words: str) -> str | None:
    """The outlet that words begin with; a place or section may follow it."""
    first = _INITIALS.sub("", _BESIDE.split(words, maxsplit=1)[0])
    if count_words(words) > count_words(first) + 4 or not (is_media_name(first) or find_outlet(first, None)):
        return None
    return first


def _read_dated(text: str) -> Masthead | None:
    """Read "The Kelvan Herald, Monday 3 May 2021"; an outlet may have its place between ("..., Orsk, 3 May 2021")."""
    joints = list(_BESIDE.finditer(text))
    for joint in joints:
        read = read_imprint(text[joint.end() :])
        if read is None or not _is_dated(read):
            continue
        name, first = (_INITIALS.sub("", text[: end.start()]) for end in (joint, joints[0]))
        if looks_like_name(name) and not is_sections(name):
            return Masthead(name=name, clues=read.clues)
        if is_media_name(first) and count_words(text[: joint.start()]) <= count_words(first) + 4:
            return Masthead(name=first, clues=read.clues)
    return None


def _read_with_motto(text: str) -> Masthead | None:
    """Read an outlet's name and its motto on one line."""
    name, mark, motto = text.partition(". ")
    if mark and is_media_name(name) and looks_like_name(name) and count_words(motto) <= 10:
        return Masthead(name=name, motto=_is_motto(motto, alone=False))
    joint = _BESIDE.search(text)
    if joint and is_media_name(text[: joint.start()]) and _is_motto(text[joint.end() :], alone=False):
        return Masthead(name=text[: joint.start()], motto=True)
    return None


def _is_dated(read: Imprint) -> bool:
    return any(clue.bounds != UNKNOWN for clue in read.clues)


def _is_motto(text: str, *, alone: bool) -> bool:
    """True of what an outlet says of itself: a word for a paper or its making, not in the form of a headline.

    alone: the text is a whole line, where a small first letter or an article must show that it is no headline.
    """
    words = [fold(word) for word in text.split()]
    if not words or len(words) > 14:
        return False
    kinds = load_furniture().mottos
    named = any(word in kinds for word in words)
    return named and (not alone or text[0].islower() or words[0] in _OPENERS)


def _look_below(lines: Sequence[Line], start: int) -> _Below:
    """Read the lines under a name up to the first that is no menu, motto, issue number or date."""
    found, at, extra = set[str](), start, list[int]()
    while at < min(len(lines), start + _TOP):
        kind = _kind_below(lines, at, fresh="motto" not in found)
        if kind is None:
            break
        found.add(kind)
        if kind in ("motto", "issue"):
            extra.append(at)
        at += 1
    titled = at < len(lines) and is_headline(lines[at].text) and read_imprint(lines[at].text) is None
    headline = lines[at].text if titled else None
    numbered = headline is not None and _ISSUE.match(headline) is not None
    return _Below(
        menu="menu" in found,
        motto="motto" in found,
        issue="issue" in found or "dated issue" in found or numbered,
        dated="date" in found or "dated issue" in found,
        headline=headline,
        extra=tuple(extra),
    )


def _kind_below(lines: Sequence[Line], at: int, *, fresh: bool) -> str | None:
    text = lines[at].text
    if _is_links(text):
        return "menu"
    read = read_imprint(text)
    if read and _is_dated(read):
        return "dated issue" if re.search(r"\b(?:no|issue|vol)\b", text, re.IGNORECASE) else "date"
    if _NUMBER.fullmatch(text):
        return "issue"
    if read and any(clue.kind in ("author", "staff") for clue in read.clues):
        return "byline"
    over_menu = at + 1 < len(lines) and _is_links(lines[at + 1].text) and count_words(text) <= 10
    return "motto" if fresh and (over_menu or _is_motto(text, alone=True)) else None


def _believed(head: Masthead, below: _Below, rest: Sequence[Line]) -> bool:
    """Weigh what speaks for a name: an outlet's word needs little, another name needs a witness."""
    if _recurs(head.name, rest):
        return True
    if is_media_name(head.name) or is_agency(head.name) or find_outlet(head.name, None):
        spoken = below.menu or below.motto or below.issue or head.motto or bool(head.clues)
        return spoken or _is_plain(head.name, below)
    if head.clues and head.name.casefold().startswith("the "):
        return True
    telling = [word for word in head.name.split() if fold(word) not in ("the", "of", "and", "for")]
    if count_words(head.name) < 2 or len(telling) > 3 or below.headline is None:
        return False
    return below.menu or below.motto or (below.issue and _stands_in(head.name, rest))


def _is_plain(name: str, below: _Below) -> bool:
    """True of an outlet's name so short that it is no headline with an outlet in it, above a longer headline.

    Where no headline follows, only "The Kelvan Herald" and "Kelvan News Agency" are plain enough.
    """
    words = count_words(re.sub(r"^the\s+", "", name, flags=re.IGNORECASE))
    longer = count_words(below.headline) > words if below.headline else _AGENCY.match(name) is not None
    return words <= 3 and longer


def _recurs(name: str, rest: Sequence[Line]) -> bool:
    """True where the report uses a name as its publisher's: in brackets as an agency, or in the foot's small print."""
    core = re.escape(re.sub(r"^the\s+", "", name, flags=re.IGNORECASE))
    bracket = re.compile(rf"^[^()]{{0,80}}\((?:the\s+)?{core}\)\s*[-–—:]|^\W*(?:the\s+)?{core}\)$", re.IGNORECASE)
    small = re.compile(
        rf"^\W*(?:(?:©|\(c\)|copyright)[\s\d,–-]*(?:by\s+)?(?:the\s+)?{core}\b"
        rf"|(?:the\s+)?{core}(?:\.\s*(?:all rights|materials?)\b|,?\s*(?:©|\(c\))"
        r"|\s+is\s+(?:sent|published|distributed|produced|edited|funded)\b))",
        re.IGNORECASE,
    )
    initials = is_agency(name, short=True) or re.fullmatch(r"[A-Z]{2,6}", name) is not None
    known = count_words(name) > 1 or (initials and any(f"({name})" in line.text for line in rest))
    if known and any(bracket.search(line.text) for line in rest):
        return True
    return any(small.search(line.text) for line in rest[-6:])


def _stands_in(name: str, rest: Sequence[Line]) -> bool:
    """True where running text below has the name, capitalised as names are."""
    core = re.sub(r"^the\s+", "", name, flags=re.IGNORECASE)
    return any(core.casefold() == found.casefold() for found in _spellings(core, rest))


def _spellings(core: str, rest: Sequence[Line]) -> Iterator[str]:
    pattern = re.compile(rf"\b{re.escape(core)}\b", re.IGNORECASE)
    for line in rest:
        for match in pattern.finditer(line.text):
            if not match[0].isupper() and match[0][0].isupper():
                yield match[0]


def spell_name(name: str, rest: Sequence[Line]) -> str:
    """Spell a name set in capitals as the report spells it elsewhere, else with capitals at its words' beginnings."""
    if not name.isupper() or is_agency(name, short=True) or count_words(name) < 2:
        return name
    article, core = (name[:4], name[4:]) if name.startswith("THE ") else ("", name)
    elsewhere = next(_spellings(core, rest), None)
    return article.title() + (elsewhere or " ".join(_lower(word) for word in core.split()))


def _lower(word: str) -> str:
    """Lower a word but for its first letter; initials (BBC, CNN, UPI) stay."""
    if word in ("OF", "THE", "AND", "FOR", "DE", "LA"):
        return word.casefold()
    spoken = len(word) > 3 or re.fullmatch(r"[^AEIOU][AEIOUY][^AEIOU]", word) is not None
    return word[0] + word[1:].casefold() if spoken else word
