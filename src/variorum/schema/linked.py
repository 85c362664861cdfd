"""What linking makes of many reports' mentions: clusters with ids, and the links that made them."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from variorum.schema.dates import UNKNOWN, Bounds
from variorum.schema.reports import DateEvidence, Span

ChainKey = tuple[str, int]
"""(report_id, chain): the mentions of one thing within one report."""

OccurrenceKey = tuple[str, int]
"""(report_id, index into its `occurrences`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A human ruling. `left_seen` and `right_seen` are mention ids, so that it holds when ids of clusters change."""

    decision_id: str
    kind: str
    left_id: str
    right_id: str | None
    field: str | None
    value: str | None
    reason: str
    author: str
    left_seen: tuple[str, ...]
    right_seen: tuple[str, ...]
    seen_hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One pair, a judgement (same, different, unsure), a score in [0, 1] and the features behind it in words."""

    kind: str
    left_id: str
    right_id: str
    judgement: str
    score: float
    evidence: str
    decided_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A cluster of chains. `names` are (name, number of mentions), most frequent first."""

    entity_id: str
    name: str
    kind: str
    names: tuple[tuple[str, int], ...]
    chains: tuple[ChainKey, ...]
    country: str | None = None
    sector: str | None = None
    office: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    disputed: bool = False
    external_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedEntities:
    """All entities, and where each chain went. A group chain ("the trio") stands for several entities."""

    entities: tuple[Entity, ...]
    of_chain: dict[ChainKey, tuple[str, ...]]
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Referent:
    """What a chain without an entity of its own is: the id of an entity, or a key of unnamed ones that are one.

    score: 0 to 1. why: the evidence in words.
    """

    target: str
    score: float
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedReferents:
    """What each chain that no entity names is."""

    of_chain: dict[ChainKey, Referent] = field(default_factory=dict)

    def entity_of(self, key: ChainKey) -> str | None:
        """The id of the entity that a chain is, None where it is nobody who is named."""
        found = self.of_chain.get(key)
        return found.target if found is not None and not found.target.startswith("unnamed:") else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where words come from. basis: credited, shared (by reports of which none is known to be first) or presumed."""

    origin_id: str
    name: str
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A passage of one report that reproduces a passage of another.

    The spans are the parts of two sentences that are alike. of_report is the report that the words were traced to, the
    earliest known; origin_id is the first origin of the chain. similarity: 0 to 1, share of the words of both parts
    that are alike. basis: one of `vocabulary.COPY_BASES`, why this one is the copy; shared where that isn't known.
    """

    report_id: str
    span: Span
    origin_id: str
    of_report_id: str
    of_span: Span
    similarity: float
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """A sentence in which a report gives what it tells to another source ("as X reported"), in whatever words."""

    report_id: str
    span: Span
    origin_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedWords:
    """Words alike in two reports because both quote one public statement: no copying. reason: quotation or document."""

    report_id: str
    span: Span
    of_report_id: str
    of_span: Span
    similarity: float
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A report that its source published more than once. version_of: the first; superseded_by: the next, if any.

    basis: why they are one report, in plain words.
    """

    report_id: str
    version_of: str
    superseded_by: str | None
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """When a report was published, as far as the whole corpus tells, what that rests on, and all that speaks of it.

    written: the days on which its words were written, where they show it more closely: "Monday" is counted from them.
    They need not be the day of publication: a text is amended after it is out.
    """

    report_id: str
    published: Bounds
    basis: str
    evidence: tuple[DateEvidence, ...] = ()
    written: Bounds = UNKNOWN

    @property
    def anchor(self) -> Bounds:
        """The days from which its relative times are counted."""
        return self.written if self.written != UNKNOWN else self.published


Support = tuple[str, Span]
"""(report_id, span): words of a report that support something."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRelation:
    """How one event stands to another, as `vocabulary.EVENT_RELATIONS`, read from `event` to `other`.

    event, other: the keys (report_id, chain) of the nodes of both, in order. rule: versioned name.
    basis: why, in plain words. supports: the words that it rests on.
    """

    relation: str
    event: tuple[tuple[str, int], ...]
    other: tuple[tuple[str, int], ...]
    rule: str
    basis: str
    supports: tuple[Support, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """All copies, the origins, and where each report's and each shared sentence's words come from.

    of_report: the origin of each report as a whole: what it credits, what most of it is copied from, or itself.
    of_passage: of each report its shared passages with their origin, copied ones and those that others copy.
    shared_words: quotations of one public statement in two reports.
    of_source: of each report by a source that others credit, the origin that their credit names.
    credits: sentences in which a report names whose word it gives.
    of_credit: of each report that credits a source as a whole, the origin that the credit names.
    sharers: of each report that is another printed once more, the reports in which all but all of its text stands.
    """

    copies: tuple[Copy, ...]
    origins: tuple[Origin, ...]
    of_report: dict[str, str]
    of_passage: dict[str, list[tuple[Span, str]]]
    shared_words: tuple[SharedWords, ...] = ()
    of_source: dict[str, str] = field(default_factory=dict)
    credits: tuple[Credit, ...] = ()
    of_credit: dict[str, str] = field(default_factory=dict)
    sharers: dict[str, frozenset[str]] = field(default_factory=dict)

    def copied_spans(self) -> dict[str, list[Span]]:
        """The passages of each report that reproduce another report's."""
        found: dict[str, list[Span]] = {}
        for copy in self.copies:
            found.setdefault(copy.report_id, []).append(copy.span)
        return found

    def origin_at(self, report_id: str, span: Span) -> str:
        """Where the words at a span come from: the origin of the passage that holds most of it, else the report's.

        Whom a sentence names as its source tells it before the passage that the sentence is in.
        """
        most, found = 0, self.of_report[report_id]
        for passage, origin in self.of_passage.get(report_id, ()):
            held = min(passage.end, span.end) - max(passage.start, span.start)
            if held > most:
                most, found = held, origin
        return found

    def independent(self, supports: Iterable[Support]) -> tuple[tuple[str, ...], ...]:
        """Group the reports behind something by origin: reports whose supporting words share one are one voice.

        A report that credits an outlet and that outlet's own reports are one voice too, in whatever words; so is one
        that is another printed once more, with it.

        Returns:
            Groups of report ids, sorted; their number is the number of independent origins.
        """
        holders: dict[str, set[str]] = {}
        for report_id, span in supports:
            whole = self.of_report[report_id]
            for origin in (self.origin_at(report_id, span), whole, self.of_credit.get(report_id, whole)):
                holders.setdefault(origin, set()).add(report_id)
        told = sorted(set().union(*holders.values()))
        for report_id in told:
            holders.get(self.of_source.get(report_id, ""), set()).add(report_id)
        shared = [{report, *self.sharers[report].intersection(told)} for report in told if report in self.sharers]
        groups: list[set[str]] = []
        for reports in (*holders.values(), *shared):
            joined = set(reports).union(*(g for g in groups if g & reports))
            groups = [g for g in groups if not g & reports] + [joined]
        return tuple(sorted(tuple(sorted(group)) for group in groups))


@dataclass(frozen=True, slots=True, kw_only=True)
class Storyline:
    """Stories as sorted tuples of report ids, processes as tuples of story indexes, with the links behind them."""

    stories: tuple[tuple[str, ...], ...]
    processes: tuple[tuple[int, ...], ...]
    links: tuple[Link, ...]

    def story_of(self) -> dict[str, int]:
        return {report: i for i, members in enumerate(self.stories) for report in members}
