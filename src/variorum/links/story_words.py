"""What the words of each story tell before its events are linked: whom descriptions mean, and which words tell one happening."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from variorum.links.occurrences import link_occurrences
from variorum.links.referent_merges import merge_described
from variorum.links.referents import link_referents
from variorum.schema.annotations import Annotations, OccurrenceMention
from variorum.schema.linked import LinkedEntities, LinkedReferents, OccurrenceKey, Storyline
from variorum.schema.nodes import EventNode
from variorum.schema.reports import Report, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryWords:
    """What was read of the stories of a storyline.

    entities: those that were only described are one with others; moved: of each that is gone, the one that it is.
    occurrences: groups of words that tell one happening.
    """

    stories: tuple[tuple[str, ...], ...]
    referents: LinkedReferents
    entities: LinkedEntities
    moved: Mapping[str, str]
    occurrences: tuple[tuple[OccurrenceKey, ...], ...]


def read_stories(
    reports: Sequence[Report],
    annotations: Mapping[str, Annotations],
    entities: LinkedEntities,
    storyline: Storyline,
    known: StoryWords | None = None,
) -> StoryWords:
    """Read the words of all stories; what is known of the same stories holds."""
    if known is not None and known.stories == storyline.stories:
        return known
    story_of = storyline.story_of()
    referents = link_referents([annotations[r.report_id] for r in reports], entities, story_of)
    merged, moved = merge_described(entities, referents)
    return StoryWords(
        stories=storyline.stories,
        referents=referents,
        entities=merged,
        moved=moved,
        occurrences=link_occurrences(reports, annotations, merged, referents, story_of),
    )


def mark_words(
    nodes: Mapping[str, Sequence[EventNode]], annotations: Mapping[str, Annotations], words: StoryWords
) -> dict[str, tuple[EventNode, ...]]:
    """Give nodes the numbers of the groups that the words of their mentions are of, as far as their reports' were read."""
    group_of = {key: number for number, group in enumerate(words.occurrences) for key in group}
    read = {report_id for story in words.stories for report_id in story}
    return {
        report_id: tuple(_marked(n, annotations[report_id].occurrences, group_of) for n in told)
        if report_id in read
        else tuple(told)
        for report_id, told in nodes.items()
    }


def _marked(
    node: EventNode, occurrences: Sequence[OccurrenceMention], group_of: Mapping[OccurrenceKey, int]
) -> EventNode:
    keys = [(node.report_id, n) for m in node.mentions for n in _within(m.trigger, occurrences)]
    return replace(node, groups=frozenset(group_of[key] for key in keys if key in group_of)) if keys else node


def _within(trigger: Span, occurrences: Sequence[OccurrenceMention]) -> range:
    """The occurrences that begin within a trigger."""
    first = bisect_left(occurrences, trigger.start, key=lambda told: told.span.start)
    return range(first, bisect_left(occurrences, trigger.end, lo=first, key=lambda told: told.span.start))
