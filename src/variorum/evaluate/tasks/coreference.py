"""Which mentions are one thing, within and across reports: gold mentions, clustered by this software.

The mentions are the gold's, in sentences that were validated, singletons included; topics and stories are not given.
Each gold mention of a person or place takes the cluster of the record's mention that it goes with (the same span, else
the largest overlap), each of an event that of the occurrence at its head; one that is not known is a cluster of its
own. Entities are the human and place mentions, events the event mentions. Metric: CoNLL F1, see `clusters.conll`.
"""

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from variorum.evaluate.clusters import compare_clusterings, conll
from variorum.evaluate.coding import Coder, Coding
from variorum.evaluate.gold import GoldRow, GoldSpan
from variorum.evaluate.spans import Spanned, exact, overlap
from variorum.evaluate.values import Answers, Counts, Document, Figures, Task, Unit, add_up
from variorum.pipeline import Linked
from variorum.schema.annotations import OccurrenceMention
from variorum.schema.linked import ChainKey, OccurrenceKey
from variorum.schema.reports import Span

KINDS = {"entity": ("human", "place"), "event": ("event",)}
"""What is scored together, and the gold's kinds of it."""


class GoldMention(GoldSpan):
    """A mention with its kind and the name of its cluster; `sentence` is an index into the document's."""

    kind: str
    cluster: str
    sentence: int


class CoreferenceRow(GoldRow):
    """A document with its mentions; only those in validated sentences are complete."""

    topic: int
    subtopic: str
    validated: frozenset[int]
    mentions: tuple[GoldMention, ...]

    def spans(self) -> Sequence[GoldSpan]:
        """The mentions."""
        return self.mentions

    def scored(self, what: str) -> list[GoldMention]:
        """The mentions that are scored as entities or events, in order."""
        kept = [m for m in self.mentions if m.sentence in self.validated and m.kind in KINDS[what]]
        return sorted(kept, key=lambda m: (m.start, m.end, m.cluster))


@dataclass(frozen=True, slots=True, kw_only=True)
class ClusterAnswer:
    """The cluster of one scored gold mention; `what` is entity or event, `number` its place among the scored ones."""

    what: str
    number: int
    cluster: Hashable


def answer_coreference(documents: Sequence[Document], coder: Coder) -> Answers:
    """The clusters that linking all documents makes, put on the gold's mentions."""
    return answer_linked(documents, coder.link(documents))


def answer_linked(documents: Sequence[Document], coding: Coding) -> Answers:
    """The clusters of documents that were linked with each other, put on the gold's mentions."""
    cluster_of = {key: number for number, group in enumerate(coding.linked.occurrences) for key in group}
    return {d.id: [*_entity_clusters(d, coding), *_event_clusters(d, coding, cluster_of)] for d in documents}


def _entity_clusters(document: Document, coding: Coding) -> Iterator[ClusterAnswer]:
    own = coding.annotations[document.id]
    spans = [m.span for m in own.entities] + [m.span for m in own.referents]
    chains = [m.chain for m in own.entities] + [m.chain for m in own.referents]
    for number, gold in enumerate(document.gold.scored("entity")):
        best = _best(gold, spans)
        cluster = None if best is None else _cluster(coding.linked, (own.report_id, chains[best]))
        yield ClusterAnswer(what="entity", number=number, cluster=cluster)


def _cluster(linked: Linked, chain: ChainKey) -> str | None:
    """What linking made of a chain: an unnamed one's referent, else its entities."""
    referent = linked.referents.of_chain.get(chain)
    if referent is not None:
        return referent.target
    return "+".join(sorted(linked.entities.of_chain.get(chain, ()))) or None


def _event_clusters(
    document: Document, coding: Coding, cluster_of: Mapping[OccurrenceKey, int]
) -> Iterator[ClusterAnswer]:
    own = coding.annotations[document.id]
    for number, gold in enumerate(document.gold.scored("event")):
        head = head_occurrence(gold, own.occurrences)
        key = None if head is None else (own.report_id, head)
        cluster = None if key is None else cluster_of.get(key, key)
        yield ClusterAnswer(what="event", number=number, cluster=cluster)


def head_occurrence(gold: Spanned, occurrences: Sequence[OccurrenceMention]) -> int | None:
    """The index of the occurrence that the others of a gold mention's words hang on, the first of several such."""
    touching = {i: told for i, told in enumerate(occurrences) if overlap(gold, told.span)}
    return next((i for i, told in touching.items() if told.governor not in touching), None)


def _best(gold: Spanned, spans: Sequence[Span]) -> int | None:
    """The span that a gold mention goes with: the same one, else the largest overlap over the hull of both."""
    touching = [i for i, span in enumerate(spans) if overlap(gold, span)]

    def _fit(i: int) -> tuple[bool, float, int]:
        hull = max(gold.end, spans[i].end) - min(gold.start, spans[i].start)
        return exact(gold, spans[i]), overlap(gold, spans[i]) / hull, -i

    return max(touching, key=_fit, default=None)


def score_coreference(documents: Sequence[Document], answers: Answers) -> list[Unit]:
    """Gold clusters beside a system's, a unit a topic."""
    units: dict[str, Counter[str]] = {}
    for what in KINDS:
        gold, found, groups = _clusterings(documents, answers, what)
        for group, counts in compare_clusterings(gold, found, groups).items():
            named = {f"{what}_{name}": value for name, value in counts.items()}
            units[group] = add_up((units.get(group, {}), named, {"gold": counts["items"]}))
    return [Unit(id=f"topic {group}", counts=counts) for group, counts in sorted(units.items())]


def _clusterings(
    documents: Sequence[Document], answers: Answers, what: str
) -> tuple[dict[Hashable, Hashable], dict[Hashable, Hashable], dict[Hashable, str]]:
    gold: dict[Hashable, Hashable] = {}
    found: dict[Hashable, Hashable] = {}
    groups: dict[Hashable, str] = {}
    for document in documents:
        said = {a.number: a.cluster for a in answers.get(document.id, ()) if a.what == what}
        for number, mention in enumerate(document.gold.scored(what)):
            item = (document.id, number)
            gold[item] = mention.cluster
            groups[item] = f"{document.gold.topic:02d}"
            cluster = said.get(number)
            found[item] = item if cluster is None else cluster
    return gold, found, groups


def figures_of_coreference(counts: Counts) -> Figures:
    """CoNLL F1 of entities and of events, with its parts."""
    figures: Figures = {}
    for what in KINDS:
        own = {name.removeprefix(f"{what}_"): value for name, value in counts.items() if name.startswith(f"{what}_")}
        figures |= {f"{what}_{name}": value for name, value in conll(own).items()}
    return figures


COREFERENCE = Task(
    name="coreference",
    patterns=("coreference/*.jsonl",),
    model=CoreferenceRow,
    answer=answer_coreference,
    score=score_coreference,
    figures=figures_of_coreference,
    parts=tuple(f"{what}_{name}_f1" for what in KINDS for name in ("muc", "bcubed", "ceafe")),
)
