"""The top of a pasted page: its menu, the outlet's name, the headline, a name without "By", and what stands between.

Judged as one piece, because no line of it shows alone what it is: a short line is a menu's where known menu lines stand
beside it, a name is the outlet's where it stands between a menu and a headline with its stamp. It refuses to judge a
text that has neither a stamp nor a menu above its first paragraph, and never takes the headline or a paragraph.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from variorum.reports.cleaning.footers import looks_like_name
from variorum.reports.cleaning.furniture import find_furniture, is_caption, is_sections, is_trail
from variorum.reports.cleaning.imprints import Imprint, is_person, read_imprint
from variorum.reports.lexicon import fold, is_media_name, load_furniture
from variorum.reports.lines import Clue, Cut, Line
from variorum.reports.cleaning.mastheads import spell_name
from variorum.reports.cleaning.shapes import count_words, is_headline, is_paragraph
from variorum.schema.dates import UNKNOWN

_FAR = 40
_SHORT = 4
_NEAR = 3
_STANDFIRST = 40
_INITIALS = re.compile(r"\s*\([A-Z]{2,8}\)$")
_FRONT = re.compile(r"\s+(?:home\s?page|home)$", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:the|le|la|el|der|die|das|il|o)\s+(?=\S+\s)", re.IGNORECASE)
_OWNED = re.compile(r"^\W*(?:©|\(c\)|copyright\b)", re.IGNORECASE)
_COUNTER = re.compile(
    r"\d[\d\s.,]*(?:[kKmM]|\s(?:views?|shares?|comments?|likes?|reads?))?|\d+ of \d+\W*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Top:
    """The lines before the body, each with what it is: menu, trail, section, stamp, signed, caption, text or other."""

    lines: tuple[Line, ...]
    kinds: tuple[str, ...]

    @property
    def stamp(self) -> int | None:
        """Index of the first line that dates or signs the report."""
        return next((at for at, kind in enumerate(self.kinds) if kind in ("stamp", "signed")), None)

    def menus(self, end: int) -> int:
        """Count the lines before an index that are known to be a menu's."""
        return sum(kind in ("menu", "trail", "section") for kind in self.kinds[:end])


def find_page_top(lines: Sequence[Line]) -> tuple[tuple[Cut, ...], tuple[Clue, ...]]:
    """Find what stands above and around the headline of a pasted page.

    Returns:
        Cuts (reasons "masthead", "sections", "furniture", "byline") and clues of source, section and author; both empty
        where the first lines are no page's top. Trails, stamps and captions are left to those who read them.
    """
    top = _read_top(lines)
    title = _find_headline(top)
    if title is None:
        return (), ()
    name = _find_name(top, title, lines)
    author = _find_author(top, title, name)
    cuts = {cut.index: cut for cut in _cut_menu(top, title)}
    cuts |= {cut.index: cut for cut in _cut_between(top, title)}
    clues = [*_find_section(top, title)]
    for at, read in _stamps_below_text(top):
        cuts[at] = Cut(index=at, reason="byline" if all(clue.bounds == UNKNOWN for clue in read.clues) else "date_line")
        clues.extend(read.clues)
    if name is not None:
        cuts[name] = Cut(index=name, reason="masthead")
        clues.append(
            Clue(
                kind="source",
                value=spell_name(_FRONT.sub("", _INITIALS.sub("", lines[name].text)), lines),
                basis="masthead",
            )
        )
    if author is not None:
        cuts[author] = Cut(index=author, reason="byline")
        clues.extend(_sign(lines[author].text))
    return tuple(cuts[index] for index in sorted(cuts)), tuple(clues)


def _read_top(lines: Sequence[Line]) -> _Top:
    known = {cut.index: cut.reason for cut in find_furniture(lines[:_FAR])}
    kinds = [_kind(line.text, known.get(index)) for index, line in enumerate(lines[:_FAR])]
    stamps = [at for at, kind in enumerate(kinds) if kind in ("stamp", "signed")]
    end = next((at for at, kind in enumerate(kinds) if kind == "text" and not _is_above(lines, at, stamps)), len(kinds))
    return _Top(lines=tuple(lines[:end]), kinds=tuple(kinds[:end]))


def _is_above(lines: Sequence[Line], at: int, stamps: Sequence[int]) -> bool:
    """True of a standfirst: a paragraph under the headline, with the first stamp right below it."""
    near = bool(stamps) and at < stamps[0] <= at + 3 and at > 0
    return near and count_words(lines[at].text) <= _STANDFIRST and is_headline(lines[at - 1].text)


def _kind(text: str, reason: str | None) -> str:
    """What a line is for its own words."""
    read = read_imprint(text)
    if read is not None and (read.clues or read.impossible):
        return "stamp"
    if any(clue.bounds != UNKNOWN for clue in _sign(text)):
        return "signed"
    if is_caption(text):
        return "signed credit" if re.search(r"\w / \w", text) and _sign(text) else "caption"
    if is_trail(text):
        return "trail"
    if is_sections(text):
        return "section"
    if reason or read is not None or _COUNTER.fullmatch(text):
        return "menu"
    return "text" if is_paragraph(text) else "other"


def _find_headline(top: _Top) -> int | None:
    """Index of the headline: the first of the lines right above the stamp that are long enough; else right below it."""
    stamp = top.stamp
    if stamp is None and top.menus(len(top.kinds)) < 2:
        return None
    above = [at for at in range(stamp if stamp is not None else len(top.kinds)) if _may_head(top, at)]
    if above:
        first = above[-1]
        while first - 1 in above:
            first -= 1
        named = first + 1 in above and is_media_name(_bare(top.lines[first].text))
        return first + 1 if named else first
    return next((at for at in range(stamp or 0, len(top.kinds)) if _may_head(top, at)), None)


def _may_head(top: _Top, at: int) -> bool:
    text = top.lines[at].text
    return top.kinds[at] == "other" and count_words(text) > _SHORT - 1 and is_headline(text)


def _find_name(top: _Top, title: int, lines: Sequence[Line]) -> int | None:
    """Index of the outlet's name above the headline.

    A name is believed that the foot's copyright line repeats, that begins the page above other lines, that stands right
    above the headline after a menu or alone over a headline with a stamp, or that says what it is (Gazette).
    """
    names = [at for at in range(title) if top.kinds[at] == "other" and _may_name(top.lines[at].text)]
    owned = " ".join(fold(line.text) for line in lines[title:] if _OWNED.match(line.text))
    for at in names:
        if re.sub(r"^the ", "", fold(_bare(top.lines[at].text))) in owned:
            return at
    front = names[:1] == [0] and fold(lines[0].text) not in load_furniture().home
    if front and title > _NEAR and top.menus(title) + len(names) > _NEAR:
        return 0
    near = [at for at in names if count_words(top.lines[at].text) > 1 and title - at <= _NEAR]
    alone = title == 1 and top.stamp is not None and top.kinds[0] == "other"
    if near and (top.menus(title) >= 2 or alone):
        return near[-1]
    titled = [at for at in names if is_media_name(_bare(top.lines[at].text))]
    return titled[-1] if titled else None


def _may_name(text: str) -> bool:
    """True of two words or more written as names are; of letters without capitals, of any few words."""
    bare = _bare(text)
    if bare.casefold().startswith(("with ", "by ", "from ")):
        return False
    if any(char.isalpha() and char.lower() == char.upper() for char in bare):
        return count_words(bare) <= _SHORT
    return looks_like_name(bare) or (bare[:1].isupper() and is_media_name(bare))


def _bare(text: str) -> str:
    """A name without its initials in brackets and its article."""
    return _ARTICLE.sub("", _INITIALS.sub("", text))


def _find_author(top: _Top, title: int, name: int | None) -> int | None:
    """Index of a byline without its "By": beside a stamp, or with a day on the line itself."""
    if top.stamp is None or any(_is_signed(read_imprint(line.text)) for line in top.lines):
        return None
    for at in range(len(top.lines)):
        beside = {at - 1, at + 1} & {other for other, kind in enumerate(top.kinds) if kind == "stamp"}
        alone = top.kinds[at] == "other" and beside and _sign(top.lines[at].text)
        if at not in (title, name) and (
            alone or top.kinds[at] == "signed" or (top.kinds[at] == "signed credit" and beside)
        ):
            return at
    return None


def _sign(text: str) -> tuple[Clue, ...]:
    """Read a line as if "By" stood before it; empty where it is no person's name, with an agency or a day or without."""
    read = read_imprint(f"By {text}")
    person = re.split(r"\s*[|/,•·]", text, maxsplit=1)[0]
    known = read is not None and is_person(person) and _is_signed(read)
    return read.clues if read is not None and known else ()


def _is_signed(read: Imprint | None) -> bool:
    return read is not None and any(clue.kind in ("author", "staff") for clue in read.clues)


def _stamps_below_text(top: _Top) -> Iterator[tuple[int, Imprint]]:
    """The stamps under a standfirst that ends as a sentence does: nobody else takes them for the head's."""
    text = next((at for at, kind in enumerate(top.kinds) if kind == "text"), len(top.kinds))
    for at in range(text, len(top.kinds)):
        read = read_imprint(top.lines[at].text) if top.kinds[at] == "stamp" else None
        if read is not None:
            yield at, read


def _find_section(top: _Top, title: int) -> Iterator[Clue]:
    """The section named on the line above the headline, where no trail names one and it is no menu of several."""
    sections = [at for at in range(title) if top.kinds[at] == "section"]
    near = [at for at in sections if fold(top.lines[at].text) in load_furniture().sections and title - at <= 2]
    if len(sections) == 1 and near and "trail" not in top.kinds[:title]:
        yield Clue(kind="section", value=top.lines[near[0]].text, basis="line above the headline")


def _cut_menu(top: _Top, title: int) -> Iterator[Cut]:
    """All that stands above a headline but its trail and stamps, where two lines at least are known as a menu's."""
    if top.menus(title) < 2:
        return
    for at in range(title):
        if top.kinds[at] in ("menu", "section"):
            yield Cut(index=at, reason="sections" if top.kinds[at] == "section" else "furniture")
        elif top.kinds[at] == "other":
            yield Cut(index=at, reason="sections" if count_words(top.lines[at].text) <= _SHORT else "related")


def _cut_between(top: _Top, title: int) -> Iterator[Cut]:
    """Known furniture between headline and body, and short lines with such on both sides."""
    end = len(top.kinds)
    for at in range(title + 1, end):
        beside = at + 1 == end or top.kinds[at + 1] == "menu"
        closed = top.kinds[at - 1] in ("menu", "stamp") and beside
        if top.kinds[at] == "menu" or (
            closed and top.kinds[at] == "other" and count_words(top.lines[at].text) <= 2 and not top.lines[at].gap
        ):
            yield Cut(index=at, reason="furniture")
