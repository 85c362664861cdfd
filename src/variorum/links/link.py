"""The linking of a whole corpus, in its order: lineage and entities, then events, stories and dates until they settle, then relations."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from variorum.config import Config
from variorum.links.copies import find_lineage
from variorum.links.dating import date_reports
from variorum.links.entities import link_entities
from variorum.links.events import link_events
from variorum.links.features import Comparer
from variorum.links.kinds import are_kin
from variorum.links.named_things import name_sentences
from variorum.links.nodes import make_nodes
from variorum.links.referent_merges import rename_entities
from variorum.links.relations import relate_events
from variorum.links.reprints import (
    attach_reprints,
    find_reprints,
    find_whole,
    place_in_stories,
    write_with_originals,
)
from variorum.links.stories import central_sides, find_stories
from variorum.links.story_words import mark_words, read_stories
from variorum.links.text_likeness import Texts
from variorum.schema.actors import load_actors
from variorum.schema.annotations import Annotations
from variorum.schema.linked import (
    Dated,
    Decision,
    EventRelation,
    Lineage,
    LinkedEntities,
    LinkedReferents,
    OccurrenceKey,
    Storyline,
)
from variorum.schema.nodes import EntityLookup, EventNode, LinkedEvents, NodeKey
from variorum.schema.reports import Report

ROUNDS = 4
"""Dates of reports depend on linked events, and links on dates; they settle in two or three rounds."""

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """What linking makes of a corpus."""

    entities: LinkedEntities
    events: LinkedEvents
    storyline: Storyline
    lineage: Lineage
    dated: Mapping[str, Dated]
    referents: LinkedReferents = field(default_factory=LinkedReferents)
    occurrences: tuple[tuple[OccurrenceKey, ...], ...] = ()
    relations: tuple[EventRelation, ...] = ()


def link_corpus(
    reports: Sequence[Report],
    annotations: Mapping[str, Annotations],
    decisions: Sequence[Decision],
    *,
    config: Config,
    agencies: frozenset[str],
    progress: Progress,
) -> Linked:
    """Link all reports of a build. Reports must be in order of id.

    Args:
        annotations: of each report id.
        progress: called with (stage, done, total).
    """
    sentences = {r: a.sentences for r, a in annotations.items()}
    lineage = find_lineage(reports, sentences, config=config, agencies=agencies)
    progress("link entities", 0, 1)
    entities = link_entities([annotations[r.report_id] for r in reports], decisions, actors=load_actors(config.actors))
    progress("link entities", 1, 1)
    lookup = EntityLookup(entities, annotations.values())
    reprints = find_reprints(reports, lineage)
    whole = find_whole(reports, lineage)
    stated = {r.report_id: r.published for r in reports}
    published = stated | {r: stated[original] for r, original in whole.items()}
    originals = [r for r in reports if r.report_id not in reprints]
    texts = Texts(originals)
    names = {r.report_id: name_sentences(r.text, annotations[r.report_id]) for r in reports}
    words = None
    for step in range(ROUNDS):
        progress("link events", step, ROUNDS)
        nodes = {r: make_nodes(annotations[r], lookup, published[r], names[r]) for r in names}
        flat = [node for r in originals for node in nodes[r.report_id]]
        comparer = Comparer(lookup, shared_nodes(flat, lineage), frozenset(central_sides(flat)))
        storyline = find_stories(originals, nodes, published, comparer, likeness=config.story_similarity, texts=texts)
        words = read_stories(originals, annotations, entities, storyline, words)
        nodes = mark_words(nodes, annotations, words)
        flat = [node for r in originals for node in nodes[r.report_id]]
        events = link_events(flat, comparer, storyline.story_of(), decisions, config=config)
        joined = attach_reprints(events, nodes, reprints, lineage, comparer=comparer, config=config)
        dated = date_reports(reports, annotations, joined.clusters) | date_reports(
            originals, annotations, events.clusters, storyline
        )
        dated = write_with_originals(dated, whole)
        if (found := {r: d.anchor for r, d in dated.items()}) == published:
            break
        published = found
    progress("link events", ROUNDS, ROUNDS)
    storyline = place_in_stories(storyline, reprints)
    words = read_stories(reports, annotations, entities, storyline, words)
    return Linked(
        entities=words.entities,
        events=rename_entities(joined, words.moved),
        storyline=storyline,
        lineage=lineage,
        dated=dated,
        referents=words.referents,
        occurrences=words.occurrences,
        relations=relate_events(joined.clusters, reports, annotations, lookup, storyline),
    )


def shared_nodes(nodes: Sequence[EventNode], lineage: Lineage) -> frozenset[frozenset[NodeKey]]:
    """Pairs of nodes that a copied passage tells in both reports."""
    by_report: dict[str, list[EventNode]] = {}
    for node in nodes:
        by_report.setdefault(node.report_id, []).append(node)
    found = set()
    for copy in lineage.copies:
        mine = [n for n in by_report.get(copy.report_id, ()) if any(copy.span.covers(m.trigger) for m in n.mentions)]
        theirs = [
            n for n in by_report.get(copy.of_report_id, ()) if any(copy.of_span.covers(m.trigger) for m in n.mentions)
        ]
        found |= {frozenset((a.key, b.key)) for a, b in _told_by_both(mine, theirs)}
    return frozenset(found)


def _told_by_both(mine: Sequence[EventNode], theirs: Sequence[EventNode]) -> list[tuple[EventNode, EventNode]]:
    """Nodes of a copied passage that are of one kind; a changed word for it makes no other event, where only one is left over."""
    pairs = [(a, b) for a in mine for b in theirs if a.type == b.type]
    same = [(a, b) for a, b in pairs if a.concepts & b.concepts]
    known = {node.key for pair in same for node in pair}
    left = [(a, b) for a, b in pairs if a.key not in known and b.key not in known and are_kin(a, b)]
    return same + (left if len(left) == 1 else [])
