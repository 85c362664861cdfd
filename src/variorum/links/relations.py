"""How events stand to each other: part of one, following one, announced by one, answering one.

What reports say in so many words comes first; then rounds of a series, and what lies within a war or an offensive.
Sub-events and rounds are kept apart by the linking of events; here they are related.
"""

from collections.abc import Mapping, Sequence

from variorum.links.event_gists import make_gist
from variorum.links.relation_choice import choose_relations
from variorum.links.relation_containment import RULE as CONTAINMENT, relations_of_parts
from variorum.links.relation_rounds import RULE as ROUNDS, relations_of_rounds
from variorum.links.relation_words import RULE as WORDS, relations_in_words
from variorum.schema.annotations import Annotations
from variorum.schema.linked import EventRelation, Storyline
from variorum.schema.nodes import EntityLookup, EventNode
from variorum.schema.reports import Report

RELATION_RULES = (CONTAINMENT, ROUNDS, WORDS)


def relate_events(
    clusters: Sequence[Sequence[EventNode]],
    reports: Sequence[Report],
    annotations: Mapping[str, Annotations],
    lookup: EntityLookup,
    storyline: Storyline,
) -> tuple[EventRelation, ...]:
    """Find the relations between linked events.

    Args:
        annotations: of each report id.

    Returns:
        In order of relation and events. They hold together: see `choose_relations`.
    """
    gists = [make_gist(cluster, lookup) for cluster in clusters]
    texts = {r.report_id: r.text for r in reports}
    processes = processes_of(storyline)
    by_node = {node.key: gist for gist in gists for node in gist.nodes}
    return choose_relations(
        [
            *relations_in_words(by_node, annotations, texts),
            *relations_of_rounds(gists, processes, texts),
            *relations_of_parts(gists, processes, lookup),
        ]
    )


def processes_of(storyline: Storyline) -> dict[str, int]:
    """The process that each report is of, as a number."""
    story_process = {story: number for number, stories in enumerate(storyline.processes) for story in stories}
    return {report: story_process[story] for report, story in storyline.story_of().items() if story in story_process}
