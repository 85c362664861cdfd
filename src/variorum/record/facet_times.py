"""Facets that are times: at what hour a story's accident or attack was, and on which day its truce begins."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from variorum.record.facets import Facet, Page
from variorum.schema.dates import Bounds
from variorum.schema.reports import Span
from variorum.schema.resolution import named

KIND = "date"
IN_ROWS = ("bombing", "shooting", "attack", "fire")
"""Kinds of which a story may tell several."""

FAMILIES = {
    "sinking": r"sank|sunk|went down|rolled over|capsized|overturned|turned over|turned turtle|keeled over|foundered|went under|sinking",
    "crash": r"crash(?:ed)?|went down|hit the|slammed|smashed|collided|collision|derailed|derailment|came off the (?:rails|track)|plunged|left the road",
    "explosion": r"explosion|exploded|detonated|went off|blew up|blast",
    "bombing": r"explosion|exploded|detonated|went off|blew up|blast|bombed|bombing",
    "shooting": r"opened fire|shooting|began (?:firing|shooting)|gunfire|shots",
    "attack": r"attack(?:ed)?|atrocity|massacre|rampage|mowed|rammed|drove into|ploughed|plowed|opened fire|struck|stormed|exploded|detonated|went off",
    "fire": r"fire broke out|blaze|caught fire|fire started",
    "earthquake": r"quake|earthquake|struck",
}
"""The words by which sentences tell the main event of a story, by its concept."""

_HOURS = "one two three four five six seven eight nine ten eleven twelve".split()
_WORD = "|".join(_HOURS)
_PARTS = {"five": 5, "ten": 10, "twenty": 20, "a quarter": 15, "quarter": 15, "twenty-five": 25, "half": 30}
_SOFT = r"(?P<soft>(?:shortly|just|soon|a little|some time|not long|minutes|moments) (?:before|after)|about|around|roughly|nearly|almost|towards?)?\s*"
_CLOCK = re.compile(
    rf"\b{_SOFT}(?:"
    rf"(?P<h>[01]?\d|2[0-3])(?:[:.](?P<m>[0-5]\d))?\s?(?P<half>[ap]\.?\s?m\b\.?)"
    rf"|(?P<h24>[01]?\d|2[0-3]):(?P<m24>[0-5]\d)\b"
    rf"|(?P<part>five|ten|twenty-five|twenty|a quarter|quarter|half) (?P<way>past|to) (?P<word>{_WORD})\b(?! (?:minutes|seconds|hours|days|years|people|times|miles)\b)"
    rf"|(?P<struck>{_WORD}|[1-9]|1[0-2]) o[’']clock"
    rf"|(?P<named>midnight|noon|midday))",
    re.IGNORECASE,
)
_MORNING = re.compile(r"\b(?:morning|before dawn|small hours|a\.?m\b)", re.IGNORECASE)
_EVENING = re.compile(r"\b(?:evening|afternoon|tonight|p\.?m\b)", re.IGNORECASE)
DAY, HALF, EXACT, ROW = 1440, 720, 4, 120
"""Minutes of a day and of half of it, those that an hour told without "about" leaves open, and between deeds in a row."""
LOOSE, CLOSE, SOON = 25, 7, 45
"""Minutes that "about" leaves open of a whole hour and of one told by quarters, and that "shortly before" does."""


def read_hours(pages: Sequence[Page]) -> Iterator[Facet]:
    """At what hour the main event of a story was, from sentences that tell it with one clock time.

    Of deeds that come in rows, hours far apart are of two.
    """
    found = list(_hours(pages))
    if _main_family(pages) in IN_ROWS and not _lie_close(found):
        return
    yield from found


def _lie_close(facets: Sequence[Facet]) -> bool:
    """True of hours that all lie within two of each other, whichever half of the day they are of."""
    sets = [{int(m) % HALF for m in f.comparable} for f in facets if isinstance(f.comparable, frozenset)]
    return all(_gap(a, b) <= ROW for a in sets for b in sets)


def _gap(one: set[int], two: set[int]) -> int:
    apart = (min(one) - min(two)) % HALF
    return min(apart, HALF - apart)


def _hours(pages: Sequence[Page]) -> Iterator[Facet]:
    family = _main_family(pages)
    if family is None:
        return
    telling = re.compile(rf"\b(?:{FAMILIES[family]})\b", re.IGNORECASE)
    for page in pages:
        for sentence in page.own.sentences:
            said = page.said(sentence)
            clocks = list(_CLOCK.finditer(said))
            if len(clocks) == 1 and telling.search(said) and not _NOT_THEN.search(said[: clocks[0].start() + 1]):
                yield from _hour(page, sentence, said, clocks[0])


_NOT_THEN = re.compile(
    r"\b(?:1[89]|20)\d\d\b|\b(?:until|till|by|since|from|between|before|after|lasted)\s*$|\b(?:left|departed|sailed|set off)\b[^,.]{0,20}$|published|updated",
    re.IGNORECASE,
)
"""What shows that a clock time is of another year, a bound, a departure or the report's own."""


def _main_family(pages: Sequence[Page]) -> str | None:
    """The kind of happening that most reports tell as their news; None for all that have no one moment."""
    told = Counter(
        concept for page in pages for concept in {e.concept for e in page.own.events if e.main} if concept in FAMILIES
    )
    ranked = sorted(told, key=lambda concept: (-told[concept], concept))
    return ranked[0] if ranked else None


def _hour(page: Page, sentence: Span, said: str, clock: re.Match[str]) -> Iterator[Facet]:
    low, high, sure = _minutes(clock, said)
    halves = (0,) if sure else (0, HALF)
    slots = frozenset(str((minute + half) % DAY) for half in halves for minute in range(low, high + 1))
    span = Span(start=sentence.start + clock.start(), end=sentence.start + clock.end())
    if not page.is_quoted(span):
        yield Facet(
            report_id=page.report_id,
            kind=KIND,
            about=("hour",),
            name="Hour",
            value=clock[0].strip(),
            comparable=slots,
            span=span,
        )


def _minutes(clock: re.Match[str], said: str) -> tuple[int, int, bool]:
    """The minutes of the day that a clock time allows, and whether it is known which half of the day it is."""
    minute, sure = _exact(clock, said)
    soft = (clock["soft"] or "").lower()
    if soft.endswith("before"):
        return minute - SOON, minute - 1, sure
    if soft.endswith("after"):
        return minute + 1, minute + SOON, sure
    loose = (CLOSE if minute % 60 else LOOSE) if soft else EXACT
    return minute - loose, minute + loose, sure


def _exact(clock: re.Match[str], said: str) -> tuple[int, bool]:
    if clock["h"]:
        hour = int(clock["h"]) % 12 + (12 if clock["half"].lower().startswith("p") else 0)
        return 60 * hour + int(clock["m"] or 0), True
    if clock["h24"]:
        return 60 * int(clock["h24"]) + int(clock["m24"]), int(clock["h24"]) > 12
    if clock["named"]:
        return (0 if clock["named"].lower() == "midnight" else HALF), True
    if clock["struck"]:
        word = clock["struck"].lower()
        minute = 60 * (int(word) if word.isdigit() else _HOURS.index(word) + 1)
    else:
        past = _PARTS[clock["part"].lower()]
        minute = 60 * (_HOURS.index(clock["word"].lower()) + 1) + (past if clock["way"].lower() == "past" else -past)
    half = 0 if _MORNING.search(said) else HALF if _EVENING.search(said) else None
    return minute % HALF + (half or 0), half is not None


_TRUCE = re.compile(r"\b(?:truce|cease-?fire|armistice|cessation of hostilities|humanitarian pause)\b", re.IGNORECASE)
_BEGINS = re.compile(
    r"\b(?:(?:take|takes|took|taking) (?:\w+ )?effect|(?:come|comes|came|coming|enter|enters|entered) into (?:force|effect)|"
    r"(?:begin|begins|began|start|starts|started)|goes into effect|effective)\b",
    re.IGNORECASE,
)
_IT = re.compile(r"^(?:It|This) ")
FAR = 120
"""Days from a report beyond which a truce is another one."""


def read_truces(page: Page) -> Iterator[Facet]:
    """On which day a truce begins, from sentences that say so with one day."""
    before = ""
    for sentence in page.own.sentences:
        said = page.said(sentence)
        told = _TRUCE.search(said) or (_IT.match(said) and _TRUCE.search(before))
        before = said
        if not told or not _BEGINS.search(said):
            continue
        days = [
            (time.span, bounds)
            for time in page.own.times
            if sentence.covers(time.span) and (bounds := named(time.value, page.published)).days == 1
        ]
        if len(days) == 1 and _is_near(days[0][1], page.published):
            span, bounds = days[0]
            yield Facet(
                report_id=page.report_id,
                kind=KIND,
                about=("truce begins",),
                name="Begin of the truce",
                value=bounds.edtf or page.said(span),
                comparable=frozenset({bounds.edtf or ""}),
                span=Span(start=max(sentence.start, span.start - 60), end=span.end),
            )


def _is_near(day: Bounds, published: Bounds) -> bool:
    if not (day.low and published.low and published.high):
        return False
    return abs((day.low - published.low).days) <= FAR
