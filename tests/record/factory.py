"""Events, claims, lineages and statements for reconciling, made in one line and without a parser."""

from collections.abc import Mapping, Sequence

from links.factory import LOOKUP, make_node

from variorum.record.counts import count_text
from variorum.record.events import make_events
from variorum.record.findings import make_findings
from variorum.record.utterances import Statement, statement_id, stems
from variorum.record.values import Claim, Comparable, Event, Finding
from variorum.schema.annotations import LabelMention, StatementMention
from variorum.schema.dates import Bounds
from variorum.schema.linked import Lineage, Origin
from variorum.schema.nodes import EventNode
from variorum.schema.quantities import Quantity
from variorum.schema.reports import Span

WHOLE = Span(start=0, end=40)
SIGLA = {f"r{i}": f"S{i}" for i in range(1, 10)}
STORY_OF = {f"r{i}": "t1" for i in range(1, 10)}


def make_lineage(origins: Mapping[str, str] | None = None, *, reports: int = 9) -> Lineage:
    """A lineage without copies: every report its own origin, but those that `origins` names one for (credited)."""
    of_report = {f"r{i}": f"o{i}" for i in range(1, reports + 1)} | dict(origins or {})
    credited = set((origins or {}).values())
    known = tuple(
        Origin(origin_id=o, name=o, basis="credited" if o in credited else "presumed")
        for o in sorted(set(of_report.values()))
    )
    return Lineage(copies=(), origins=known, of_report=of_report, of_passage={r: [] for r in of_report})


def bases_of(lineage: Lineage) -> dict[str, str]:
    return {o.origin_id: o.basis for o in lineage.origins}


def make_record_events(*clusters: Sequence[EventNode], lineage: Lineage | None = None) -> tuple[Event, ...]:
    lineage = lineage or make_lineage()
    return make_events(clusters, LOOKUP, lineage, STORY_OF, bases_of(lineage))


def make_event(*nodes: EventNode, lineage: Lineage | None = None) -> Event:
    """The one event of a cluster; a meeting of two in r1 where no nodes are given."""
    given = nodes or (make_node("r1", who=("Arland", "Borduria"), at="Old Ford", main=True),)
    (event,) = make_record_events(given, lineage=lineage)
    return event


def make_claim(
    report_id: str, attribute: str, value: Comparable, text: str | None = None, *, realis: str = "happened", at: int = 0
) -> Claim:
    said = text if text is not None else _said(value)
    return Claim(
        claim_id=f"c-{report_id}-{attribute}-{said}",
        report_id=report_id,
        event_id="v1",
        attribute=attribute,
        value=said,
        original=said,
        comparable=value,
        realis=realis,
        polarity="affirmed",
        attributed_to=None,
        voice="own",
        supports=((report_id, Span(start=at, end=at + 20)),),
    )


def _said(value: Comparable) -> str:
    if isinstance(value, Quantity):
        return count_text(value)
    if isinstance(value, Bounds):
        return value.edtf or ""
    return ", ".join(sorted(value)) if isinstance(value, frozenset) else value


def exactly(number: float) -> Quantity:
    return Quantity(low=number, best=number, high=number)


def at_least(number: float) -> Quantity:
    return Quantity(low=number, best=number, high=None, qualifier="at_least")


def about(number: float) -> Quantity:
    return Quantity(low=number, best=number, high=number, qualifier="about")


def find_one(*claims: Claim, lineage: Lineage | None = None) -> Finding:
    """The one finding of claims of one attribute."""
    lineage = lineage or make_lineage()
    (finding,) = make_findings(make_event(), claims, lineage, bases_of(lineage))
    return finding


def make_statement(
    report_id: str,
    content: str,
    speaker: str | None = "Arland",
    *,
    start: int = 0,
    kind: str = "direct",
    number: int = 0,
) -> Statement:
    """A statement whose content stands at an offset, its cue behind it."""
    mention = StatementMention(
        sentence=Span(start=start, end=start + len(content) + 10),
        cue=Span(start=start + len(content) + 2, end=start + len(content) + 6),
        contents=(Span(start=start, end=start + len(content)),),
        kind=kind,
        position="state",
    )
    return Statement(
        statement_id=statement_id(report_id, mention),
        report_id=report_id,
        number=number,
        mention=mention,
        speaker=speaker,
        content=content,
        words=stems(content),
    )


def make_label(
    text: str,
    *,
    loaded: str | None = None,
    voice: str = "own",
    start: int = 0,
    topic: str | None = None,
    distance: str | None = None,
) -> LabelMention:
    """A label of the first entity, or of a topic."""
    return LabelMention(
        span=Span(start=start, end=start + len(text)),
        label=text,
        voice=voice,
        loaded=loaded,
        entity=None if topic else 0,
        topic=topic,
        distance=distance,
    )
