"""Source by source: how much of the events each tells, what it alone has, and what it alone leaves out."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from textwrap import shorten

from variorum.views.attested import finding_line
from variorum.views.catalogue import Catalogue, Row
from variorum.views.chronology import event_status
from variorum.views.editions import standing_reports
from variorum.views.glyphs import Glyph
from variorum.views.voices import Siglum, siglum_of

TREATMENTS = ("contradicts", "states", "copies", "omits", "could_not_know")
"""What a source does with a subject: the first of these that one of its reports does."""

LONGEST = 90
"""Letters of a source's words beside what it alone has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """The event itself, or a finding of it. text: attribute and value, empty for the event.

    words, target: the source's own words for it and where they stand; None where it says nothing.
    """

    item_id: str
    text: str
    words: str | None
    target: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """An event with what of it the source alone has or leaves out."""

    event_id: str
    label: str
    glyph: Glyph
    details: tuple[Detail, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceEntry:
    """One source. sigla: one for each of its reports; counts: of events by treatment, in the order of `TREATMENTS`."""

    name: str
    siglum: str
    sigla: tuple[Siglum, ...]
    counts: tuple[tuple[str, int], ...]
    has: tuple[Point, ...]
    leaves_out: tuple[Point, ...]

    @property
    def told(self) -> int:
        """Events that it tells."""
        return sum(n for how, n in self.counts if how in ("contradicts", "states", "copies"))


def source_name(report: Row) -> str:
    """The name of a report's source; its siglum where none is known."""
    return str(report["source"] or report["siglum"] or "?")


def list_sources(catalogue: Catalogue) -> tuple[SourceEntry, ...]:
    """All sources that have a standing report, those that tell most events first."""
    groups: dict[str, list[Row]] = {}
    for report in standing_reports(catalogue):
        groups.setdefault(source_name(report), []).append(report)
    entries = [_entry(catalogue, name, reports) for name, reports in groups.items()]
    return tuple(sorted(entries, key=lambda e: (-e.told, e.siglum, e.name)))


def _entry(catalogue: Catalogue, name: str, reports: Sequence[Row]) -> SourceEntry:
    rows = catalogue.of("alone", "source", name)
    treated = Counter(treat_events(catalogue, reports).values())
    mine = frozenset(report["report_id"] for report in reports)
    return SourceEntry(
        name=name,
        siglum=str(reports[0]["siglum"] or "?"),
        sigla=tuple(siglum_of(catalogue, report["report_id"]) for report in reports),
        counts=tuple((how, treated[how]) for how in TREATMENTS),
        has=_points(catalogue, (r["subject_id"] for r in rows if r["how"] == "has"), mine),
        leaves_out=_points(catalogue, (r["subject_id"] for r in rows if r["how"] == "leaves_out"), mine),
    )


def treat_events(catalogue: Catalogue, reports: Iterable[Row]) -> dict[str, str]:
    """What some reports together do with each event that they are asked of: one of `TREATMENTS`, by event id."""
    found: dict[str, str] = {}
    events = catalogue.by("events", "event_id")
    for report in reports:
        for row in catalogue.of("coverage", "report_id", report["report_id"]):
            subject, how = row["subject_id"], row["how"]
            if subject in events:
                found[subject] = min(how, found.get(subject, how), key=TREATMENTS.index)
    return found


def _points(catalogue: Catalogue, subjects: Iterable[str], mine: frozenset[str]) -> tuple[Point, ...]:
    """Events with what is alone of each, most salient first; what is no longer there is left out."""
    groups: dict[str, list[Detail]] = {}
    for subject in subjects:
        finding = catalogue.one("findings", subject)
        detail = _detail(catalogue, subject, finding, mine)
        groups.setdefault(finding["subject_id"] if finding else subject, []).append(detail)
    events = [event for event_id in groups if (event := catalogue.one("events", event_id)) is not None]
    ordered = sorted(events, key=lambda e: (-(e["salience"] or 0.0), e["label"], e["event_id"]))
    return tuple(
        Point(
            event_id=event["event_id"],
            label=event["label"],
            glyph=event_status(catalogue, event),
            details=tuple(sorted(groups[event["event_id"]], key=lambda d: (d.text, d.item_id))),
        )
        for event in ordered
    )


def _detail(catalogue: Catalogue, subject: str, finding: Row | None, mine: frozenset[str]) -> Detail:
    line = finding_line(catalogue, finding) if finding else None
    evidence = words_of(catalogue, subject, mine)
    return Detail(
        item_id=subject,
        text=f"{line.attribute}: {line.value}" if line else "",
        words=shorten(evidence["quote"], LONGEST, placeholder=" …") if evidence else None,
        target=evidence["evidence_id"] if evidence else None,
    )


def words_of(catalogue: Catalogue, subject: str, reports: frozenset[str]) -> Row | None:
    """The first words by which one of some reports tells an event, or makes a claim of a finding."""
    claims = [row["claim_id"] for row in catalogue.of("finding_claims", "finding_id", subject)]
    evidence = [row for item in (subject, *claims) for row in catalogue.of("evidence", "item_id", item)]
    told = [row for row in evidence if row["report_id"] in reports]
    return min(told, key=lambda r: (r["report_id"], r["start_char"], -r["end_char"]), default=None)
