"""Lines that say who wrote a report, when, and for which agency: bylines, stamps, and both on one line.

A line is such a one only where all of it is read: labels, dates, clock times, names after "By", agencies, marks.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from variorum.reports.dates.dayfirst import settle_by_weekday
from variorum.reports.lexicon import agency_pattern, fold, is_agency, is_media_name, load_furniture
from variorum.reports.lines import Clue, Cut, Line
from variorum.reports.dates.moments import time_beside
from variorum.reports.cleaning.shapes import count_words, foot_start, head_size
from variorum.reports.dates.stamps import CLOCK, FoundDate, find_date, match_date
from variorum.schema.dates import UNKNOWN

_MARKS = re.compile(r"[\s|•·,;–—\-/:()\[\]*_]+|(?:in|at|on|and|um|à|le|el|am|года)\b\s*|(?:г|р)\.\s*", re.IGNORECASE)
_CLOCK = re.compile(CLOCK, re.IGNORECASE)
_READING = re.compile(
    r"(?:reading time|estimated read|temps de lecture|lecture|lesezeit|время чтения|tiempo de lectura|okuma süresi"
    r"|tempo di lettura|tempo de leitura|czas czytania|وقت القراءة)\s*:?\s*\d+\s*(?:min\w*|мин\w*|dk|dakika|دقائق|دقيقة)\.?"
    r"|\d+\s*-?\s*min(?:ute)?s?\.?(?:\s*read(?:ing time)?)?|\d+\s+(?:hours?|minutes?|days?)\s+ago",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"(?:(?:issue|vol(?:ume)?|edition|number)\b\.?|(?:no|nr)\.|(?:no|nr)(?=\s\d)|№)\s*(?:no\.?\s*)?\d+\b", re.IGNORECASE
)
_UNNAMED = re.compile(
    r"(?:our|a|an)\s+(?:own\s+|special\s+|staff\s+)?(?:\w+\s+){0,2}?(?:correspondent|reporter|writer|staff)s?"
    r"(?:\s+(?:in|on|at|near|with|for)\s+(?:the\s+)?[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,2})?",
)
_STAFF = re.compile(
    r"(?:our\s+)?(?:staff|news ?desk|web ?desk|newsroom|editorial staff|online editors?)"
    r"(?:\s+(?:reporters?|writers?|correspondents?|report))?\b",
    re.IGNORECASE,
)
_EDITED = re.compile(r"(?:editors?|edited by|desk)\s*:\s*[\w.’'-]+(?:\s[\w.’'-]+){0,3}$", re.IGNORECASE)
_PARTICLES = frozenset(
    ("de", "da", "di", "del", "la", "le", "van", "von", "der", "den", "bin", "ibn", "al", "el", "abu", "dos", "y")
)
_ROLE = re.compile(
    r",?\s*(?:the\s+)?(?:\w+\s+){0,3}(?:correspondent|reporter|writer|editor|columnist|analyst|bureau chief)s?\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """What a whole line says: labels seen, clues, and whether it names a day that does not exist."""

    clues: tuple[Clue, ...]
    labels: tuple[str, ...]
    impossible: bool = False


@cache
def _labels() -> re.Pattern[str]:
    words = load_furniture()
    published = "|".join(re.escape(word) for word in words.published)
    updated = "|".join(re.escape(word) for word in words.updated)
    return re.compile(rf"(?:(?P<published>{published})|(?P<updated>{updated}))(?!\w)\s*:?", re.IGNORECASE)


@cache
def _weekday() -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(load_furniture().weekdays) + r")\b\.?", re.IGNORECASE)


@cache
def _collective() -> re.Pattern[str]:
    words = "|".join(
        re.escape(word) for word in sorted(load_furniture().collective, key=lambda word: (-len(word), word))
    )
    return re.compile(rf"(?:by\s+)?(?:{words})\b", re.IGNORECASE)


@cache
def _by() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in load_furniture().bylines)
    return re.compile(rf"(?:{words})(?:\s*:\s*|\s+)(?=\S)", re.IGNORECASE)


@cache
def _credited() -> re.Pattern[str]:
    """What stands before an agency in a line that says more: "Source: Xinhua | Editor: kl", "By Ada Mirren (avec AFP)"."""
    labels = "|".join(re.escape(word) for word in load_furniture().credit_labels)
    return re.compile(rf"(?:{labels})\s*:\s*|(?:with|avec|mit|con|com)\s", re.IGNORECASE)


@cache
def _agency() -> re.Pattern[str]:
    return re.compile(rf"{agency_pattern()}(?!\w)")


def read_imprint(text: str) -> Imprint | None:
    """Read a line as an imprint; None where any word of it is something else."""
    if count_words(text) > 30:
        return None
    position, kind = _skip_place(text), "published"
    clues: list[Clue] = []
    labels: list[str] = []
    impossible = False
    while position < len(text):
        if mark := _MARKS.match(text, position):
            position = mark.end() + (_skip_place(text[mark.end() :]) if "|" in mark[0] else 0)
        elif label := _labels().match(text, position):
            kind = label.lastgroup or kind
            labels.append(label[0])
            position = label.end()
        elif found := match_date(text, position):
            impossible = impossible or found.bounds is None
            clues.extend(_dated(kind, text, found, labelled=bool(labels)))
            position = found.end
        elif other := _match_other(text, position):
            clues.extend(other.clues)
            position = other.end
        else:
            return None
    settled = tuple(settle_by_weekday(clue, text) for clue in clues)
    return Imprint(clues=settled, labels=tuple(labels), impossible=impossible)


_PLACE = re.compile(r"[A-ZÀ-ÞİŞÇ][\w’'-]+(?:[ -][A-ZÀ-ÞİŞÇ][\w’'-]+){0,2}(?:,\s[A-ZÀ-ÞİŞÇ]\w+(?:\s[A-Z]\w+)?)?,\s+")


def _skip_place(text: str) -> int:
    """Offset of the day in "Geneva, 3 May 2021", a line of a place and a whole day; else 0."""
    place = _PLACE.match(text)
    found = match_date(text, place.end()) if place else None
    whole = found is not None and found.bounds is not None and found.bounds.low == found.bounds.high
    if place is None or not whole or _weekday().match(text) or _labels().match(text) or is_media_name(place[0][:-2]):
        return 0
    return place.end()


def _dated(kind: str, text: str, found: FoundDate, *, labelled: bool) -> Iterator[Clue]:
    if found.bounds is not None:
        basis = ("updated line" if kind == "updated" else "published line") if labelled else "date line"
        words = text[found.start : found.end]
        yield Clue(kind=kind, value=words, basis=basis, bounds=found.bounds, time=time_beside(text, found))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    end: int
    clues: tuple[Clue, ...] = ()


def _match_other(text: str, position: int) -> _Part | None:
    """Read a clock time, a weekday, a reading time, an agency, staff or a byline."""
    for pattern in (_CLOCK, _READING, _NUMBER, _weekday(), _STAFF, _collective()):
        if match := pattern.match(text, position):
            return _Part(end=match.end())
    label = _credited().match(text, position)
    match = _agency().match(text, label.end() if label else position)
    whole = match is not None and label is not None and (position, match.end()) == (0, len(text))
    if match and not whole:  # a line of a label and an agency is a credit line, read elsewhere
        return _Part(end=match.end(), clues=(Clue(kind="credit", value=match[0], basis="agency line"),))
    if match := _EDITED.match(text, position):
        return _Part(end=match.end())
    match = _by().match(text, position)
    return _read_names(text, match.end()) if match else None


def _read_names(text: str, start: int) -> _Part | None:
    """Read what follows "By": names of people, an agency or staff, then perhaps an outlet or a role."""
    stop = re.search(
        r"[|•·–—]|\s-\s|\(|\b(?:" + "|".join(map(re.escape, load_furniture().published[:40])) + r")\b",
        text[start:],
        re.IGNORECASE,
    )
    day = find_date(text, start)
    end = min(start + stop.start() if stop else len(text), day.start if day else len(text))
    words = text[start:end].strip(" ,:")
    if not words or (words.endswith(".") and count_words(words) > 4):
        return None
    if _UNNAMED.fullmatch(words):
        return _Part(end=end, clues=(Clue(kind="staff", value=words, basis="byline"),))
    if _STAFF.fullmatch(words):
        return _Part(end=end)
    person, agency = _split_agency(words)
    signed = agency is not None and _is_people(person)
    if is_agency(words, short=True) or (is_media_name(words) and not signed and ";" not in words):
        return _Part(end=end, clues=(Clue(kind="credit", value=words, basis="byline"),))
    return _read_people(words, end)


def _read_people(words: str, end: int) -> _Part | None:
    first, _, after = words.partition(",")
    first, _, place = first.partition(" in ")
    name, agency = _split_agency(first.strip())
    wired = is_agency(after.strip(" ."), short=True)
    if not _is_people(name) or (after and not wired and not _is_tail(after)) or (place and not place[0].isupper()):
        return None
    clues = [Clue(kind="author", value=name, basis="byline")]
    credit = agency or (
        after.strip(" .") if is_media_name(after.strip(" .")) or is_agency(after.strip(" ."), short=True) else None
    )
    if credit:
        clues.append(Clue(kind="credit", value=credit, basis="byline"))
    return _Part(end=end, clues=tuple(clues))


def _split_agency(name: str) -> tuple[str, str | None]:
    """Part "Jane Roe Associated Press" into a person and an agency."""
    match = re.search(rf"(?:\s*/\s*|\s\(?(?:(?:with|avec|mit|con|com)\s)?)({agency_pattern()})\)?$", name)
    return (name[: match.start()].strip(), match[1]) if match else (name, None)


def is_person(words: str) -> bool:
    """True of a line that may be a writer's name alone: two to four words, each of them with a capital."""
    name, _ = _split_agency(words)
    plain = 2 <= count_words(name) <= 4 and not name.isupper() and not re.search(r"[.!?:;“”\"\d]", name)
    return plain and _is_people(name) and not is_media_name(name)


def _is_people(words: str) -> bool:
    """True where every name has two to five capitalised words."""
    names = [name.split() for name in re.split(r"\s+(?:and|und|et|y|ve|with)\s+|\s*&\s*", words)]
    return bool(names) and all(_is_name(name) for name in names)


def _is_name(words: Sequence[str]) -> bool:
    capital = [word for word in words if word[0].isupper()]
    rest = [word for word in words if not word[0].isupper()]
    known = fold(" ".join(words))
    ok = 2 <= len(words) <= 5 and len(capital) >= 2 and all(word.casefold() in _PARTICLES for word in rest)
    return (
        ok
        and not any(char.isdigit() for char in known)
        and words[0].casefold() not in ("the", "a", "an", "our", "this")
    )


def _is_tail(after: str) -> bool:
    """True where what follows a name's comma is a role, an outlet, a place or another name: capitalised and short."""
    words = [word for word in after.replace(",", " ").split() if word.isalpha()]
    small = {"and", "of", "in", "for", "the", "with", *_PARTICLES}
    return bool(_ROLE.fullmatch(after.strip())) or (
        len(words) <= 10 and all(word[0].isupper() or word in small for word in words)
    )


def find_imprints(lines: Sequence[Line]) -> Iterator[tuple[Cut, Imprint]]:
    """Find the imprint lines: with a label anywhere, without one at the head, names and agencies also at the foot."""
    head, foot = head_size(lines), foot_start(lines)
    for index, line in enumerate(lines):
        imprint = read_imprint(line.text)
        if imprint is not None and index < head and _READING.fullmatch(line.text):
            yield Cut(index=index, reason="stamp"), imprint
            continue
        if imprint is None or not (imprint.clues or imprint.labels or imprint.impossible):
            continue
        edge = index < head or index >= foot
        if imprint.labels and (imprint.clues or imprint.impossible or _is_empty_stamp(line.text, imprint, edge=edge)):
            yield Cut(index=index, reason="date_line" if imprint.clues else "stamp"), imprint
        elif (index < head and imprint.clues) or (index >= foot and _names_only(imprint)):
            yield Cut(index=index, reason=_reason(imprint)), imprint


def _is_empty_stamp(text: str, imprint: Imprint, *, edge: bool) -> bool:
    """True of a label with nothing after it: it needs a colon, or several words, and the report's edge."""
    return edge and (":" in text or any(" " in label.strip() for label in imprint.labels))


def _names_only(imprint: Imprint) -> bool:
    return all(clue.bounds == UNKNOWN for clue in imprint.clues)


def _reason(imprint: Imprint) -> str:
    kinds = {clue.kind for clue in imprint.clues}
    if kinds & {"published", "updated"}:
        return "date_line"
    return "byline" if kinds & {"author", "staff"} else "credit"


def find_glued_stamps(lines: Sequence[Line]) -> Iterator[tuple[Cut, Imprint]]:
    """Find a labelled stamp at the end of a head line: "Bridge reopens in Kelvan Updated: 2021-05-03 14:05"."""
    for index, line in enumerate(lines[: head_size(lines) + 1]):
        for label in _labels().finditer(line.text) if ":" in line.text else ():
            before = label.start() > 0 and line.text[label.start() - 1] == " " and ":" in label[0]
            read = read_imprint(line.text[label.start() :]) if before and label[0][0].isupper() else None
            if read and any(clue.bounds != UNKNOWN for clue in read.clues):
                yield Cut(index=index, reason="date_line", start=label.start()), read
                break


_LABELLED = re.compile(r"[\s|:–—-]*")


def find_date_start(lines: Sequence[Line]) -> tuple[Cut, Clue] | None:
    """Find a date of publication put before the report's first words ("date 2022-11-02 The talks ...").

    Without a label only an ISO date counts, and only before a capital.
    """
    for index, line in enumerate(lines[: head_size(lines) + 1]):
        label = _labels().match(line.text)
        begin = _LABELLED.match(line.text, label.end() if label else 0)
        found = match_date(line.text, begin.end() if begin else 0)
        if found is None or found.bounds is None or (not label and not re.match(r"\d{4}-\d\d-\d\d", line.text)):
            continue
        clock = _CLOCK.match(
            line.text, found.end + len(line.text[found.end :]) - len(line.text[found.end :].lstrip(" ,"))
        )
        end = clock.end() if clock else found.end
        end = end + len(line.text[end:]) - len(line.text[end:].lstrip(" |:–—-,"))
        if end < len(line.text) and (line.text[end].isupper() or line.text[end] in "“\"‘'«0123456789"):
            kind = (label.lastgroup or "published") if label else "published"
            clue = Clue(kind=kind, value=line.text[found.start : found.end], basis="date line", bounds=found.bounds)
            return Cut(index=index, reason="date_line", start=0, end=end), clue
    return None
