"""The block between a headline and the first paragraph: who published, when, who wrote, in which column.

Its lines are short and end as no sentence does; what parts them ("|", "·", "/", dashes, commas) parts them into a day, a
byline, a column and the outlet's name. A name that no list knows is believed to be the outlet's for its company: a day or
a byline in the block, or a column beside it. It refuses a block in which anything reads as running text.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from variorum.reports.cleaning.footers import looks_like_name
from variorum.reports.cleaning.furniture import is_menu, is_sections
from variorum.reports.cleaning.imprints import is_person, read_imprint
from variorum.reports.cleaning.mastheads import spell_name
from variorum.reports.cleaning.shapes import count_words, head_size, is_headline
from variorum.reports.identity.outlets import find_outlet
from variorum.reports.lexicon import fold, is_agency, is_media_name
from variorum.reports.lines import Clue, Cut, Line
from variorum.schema.dates import UNKNOWN

_LINES, _WORDS = 4, 16
"""Lines of a block, and words of one of them, at most."""

_BESIDE = 3
"""Words of a name that stands beside a day, at most, where no line tells what it is."""

_MARKS = re.compile(r"\s+[|•·/–—-]+\s+|\s*[|•·]\s*")
_COMMA = re.compile(r",\s+")
_COLUMN = re.compile(
    r"^(?:.*\b(?:edition|desk|office|department|section|column|correspondents?|reads?|briefs?|briefing|short|bureau|service"
    r"|staff|supplement|file|blog|live|updates?|round-?ups?|digest)|in (?:brief|short)|exclusive|feature|features|report|reportage|explainer)$",
    re.IGNORECASE,
)
_TITLED = re.compile(
    r"^(?:the\s+)?\S+\s+(?:\S+\s+)+(?:correspondent|brief|briefing|report|service|digest)$", re.IGNORECASE
)
"""Columns that are as well the names of outlets ("Oskan Information Service"), where nothing else has the name of one."""

_RUNS = re.compile(r"[.!?]$|[;“”\"]|:(?!\d)")


_EDITION = re.compile(r"\s*\((?:[A-Z][a-z]+ )?edition\)$", re.IGNORECASE)
_CREDITING = re.compile(r"(?:with|from|via)\s", re.IGNORECASE)
"""What stands before those on whose words a report rests: no outlet's name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """A part of a line. kind: day, byline, column, name or other."""

    text: str
    kind: str
    clues: tuple[Clue, ...] = ()


def find_head_block(lines: Sequence[Line]) -> tuple[tuple[Cut, ...], tuple[Clue, ...]]:
    """Read the lines under the headline.

    Returns:
        Cuts (reasons "date_line", "byline", "masthead") and clues of source, day and writer; both empty where the lines
        are no such block.
    """
    end = min(head_size(lines), _LINES + 1)
    if end < 2 or any(not _is_short(line.text) for line in lines[1:end]):
        return (), ()
    rows = {index: _parts(lines[index].text) for index in range(1, end)}
    if not is_headline(lines[0].text) and not any(part.kind == "day" for row in rows.values() for part in row):
        return (), ()
    name = _choose(list(rows.values()))
    clues = [clue for row in rows.values() for part in row for clue in part.clues]
    if name is None:
        return (), ()
    cuts = [Cut(index=index, reason=_reason(row)) for index, row in rows.items() if _is_read(row, name)]
    site = any(is_menu(line.text, least=3) for line in lines[1:end])
    kind = "credit" if is_agency(name, short=True) and not site else "source"
    source = Clue(kind=kind, value=spell_name(name, lines[1:]), basis="masthead" if kind == "source" else "agency line")
    return tuple(cuts), (source, *clues)


def find_head_days(lines: Sequence[Line]) -> tuple[tuple[Cut, ...], tuple[Clue, ...]]:
    """Read the lines above the first paragraph that hold a day and nothing but columns and bylines beside it."""
    rows = {
        n: _parts(line.text)
        for n, line in enumerate(lines[: min(head_size(lines), _LINES + 1)])
        if _is_short(line.text)
    }
    dated = {
        n: row
        for n, row in rows.items()
        if len(row) > 1 and _is_dated(row) and all(_goes_with_day(part) for part in row)
    }
    clues = [clue for row in dated.values() for part in row for clue in part.clues]
    return tuple(Cut(index=n, reason="date_line") for n in dated), tuple(clues)


def _is_dated(row: Sequence[_Part]) -> bool:
    """Has a line a day with its year? "Nov. 5" may be the dateline's."""
    return any(clue.bounds.low is not None for part in row if part.kind == "day" for clue in part.clues)


def _goes_with_day(part: _Part) -> bool:
    """A byline, a column or the name of a place or desk beside a day."""
    return part.kind in ("day", "byline", "column") or (part.kind == "name" and count_words(part.text) <= _BESIDE)


def _is_short(text: str) -> bool:
    return count_words(text) <= _WORDS and not _RUNS.search(re.sub(r"[ap]\.m\.$", "", text))


def _parts(text: str) -> list[_Part]:
    name, _, day = text.partition(", ")
    if _TITLED.match(name) and _part(day).kind == "day":
        return [_Part(text=name, kind="column"), _part(day)]
    read = read_imprint(text)
    if read is not None and read.clues:
        return [_part(text)]
    if is_menu(text, least=3):
        return [_Part(text=text, kind="column")]
    parts = [_part(part) for part in _MARKS.split(text) if part.strip()]
    return [
        inner for part in parts for inner in ([part] if part.kind not in ("other", "name") else _by_commas(part.text))
    ]


def _by_commas(text: str) -> list[_Part]:
    """A part with commas in it: its end may be a day that has a comma of its own ("Review, Sunday edition, June 7, 2023")."""
    joints = list(_COMMA.finditer(text))
    for joint in joints:
        day = _part(text[joint.end() :])
        if day.kind == "day":
            return [*(_part(p) for p in _COMMA.split(text[: joint.start()])), day]
    return [_part(p) for p in _COMMA.split(text)] if joints else [_part(text)]


def _part(text: str) -> _Part:
    text = _EDITION.sub("", text.strip("*_ "))
    read = read_imprint(text)
    if read is not None and read.clues:
        dated = any(clue.bounds != UNKNOWN for clue in read.clues)
        return _Part(text=text, kind="day" if dated else "byline", clues=read.clues)
    if re.match(r"by\s", text, re.IGNORECASE):
        return _Part(text=text, kind="byline")
    if _CREDITING.match(text):
        return _Part(text=text, kind="other")
    if is_sections(text) or _COLUMN.match(text):
        return _Part(text=text, kind="column")
    return _Part(text=text, kind="name" if looks_like_name(text.replace("&", "and")) else "other")


def _choose(rows: Sequence[Sequence[_Part]]) -> str | None:
    """The outlet: a name that sounds like one, else one that a column follows, else the only one beside a day or a byline."""
    parts = [part for row in rows for part in row]
    names = [part.text for part in parts if part.kind == "name"]
    sure = [name for name in names if is_media_name(name) or find_outlet(name, None) or is_agency(name, short=True)]
    headed = [row[0].text for row in rows if [part.kind for part in row[:2]] == ["name", "column"]]
    sure += [name for name in headed if count_words(name) > 1]
    if sure:
        return sure[0]
    company = {part.kind for part in parts} & {"day", "byline"}
    told = [name for name in names if count_words(name) > 1 and not is_person(name)]
    told = told or (names if len(company) > 1 else [])
    if company and len(told) == 1:
        return told[0]
    titled = [part.text for part in parts if part.kind == "column" and _TITLED.match(part.text)]
    return titled[0] if len(titled) == 1 and not told else None


def _is_read(row: Sequence[_Part], name: str) -> bool:
    """True of a line that says nothing else."""
    return all(part.kind in ("day", "byline", "column") or fold(part.text) == fold(name) for part in row)


def _reason(row: Sequence[_Part]) -> str:
    kinds = {part.kind for part in row}
    if "name" in kinds and "day" not in kinds:
        return "masthead"
    return "date_line" if "day" in kinds else "byline" if "byline" in kinds else "sections"
