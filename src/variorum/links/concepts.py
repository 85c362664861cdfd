"""What the reports of a story speak of again and again, named or not, with all words by which each report does so.

A concept is an entity, or what a noun means in one story ("the undocumented immigrants"), that comes up often enough
there. Words that stand within others count once.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from variorum.links.concept_words import ConceptMention, Known, find_words, is_loose
from variorum.schema.annotations import Annotations
from variorum.schema.linked import LinkedEntities, LinkedReferents

LEAST = 3
"""Mentions. What is told less often in a story is none of its concepts."""

SHARE = 0.016
"""Of all that a story's reports mention, the share that a concept has at least; set on the building half of `labels`."""

PLACES = 2.0
"""A place that is only described must come up so many times as often as anything else: it is where things happen."""

AHEAD = 2
"""A thing told so many times as often as a loose noun is what that noun means ("the document")."""

Told = Mapping[str, Sequence[ConceptMention]]


def find_concepts(
    reports: Sequence[Annotations], entities: LinkedEntities, referents: LinkedReferents, story_of: Mapping[str, int]
) -> dict[str, tuple[ConceptMention, ...]]:
    """Find the concepts of each story: of each report its mentions of them, in text order, none within another.

    Args:
        story_of: the story of each report.

    Returns:
        By report. Targets of what no report names hold within a story. Nothing depends on the order of reports.
    """
    known = Known(entities, referents)
    stories: dict[int, list[Annotations]] = {}
    for own in sorted(reports, key=lambda a: a.report_id):
        stories.setdefault(story_of[own.report_id], []).append(own)
    found: dict[str, tuple[ConceptMention, ...]] = {}
    for number in sorted(stories):
        told = _united({own.report_id: find_words(own, known) for own in stories[number]})
        kept = _often(told)
        first = min(told)
        for report, mentions in told.items():
            found[report] = tuple(_within(first, m) for m in _outermost([m for m in mentions if m.target in kept]))
    return found


def _within(story: str, mention: ConceptMention) -> ConceptMention:
    """A mention whose target tells its story, where no entity is it."""
    if not mention.target.startswith("unnamed:"):
        return mention
    return replace(mention, target=f"{mention.target}:{story}")


def _united(told: Told) -> dict[str, list[ConceptMention]]:
    """People told by one mark under the noun that most often has it; loose nouns under the thing that they mean."""
    every = [m for mentions in told.values() for m in mentions]
    marks: dict[str, Counter[str]] = {}
    for mention in every:
        if mention.mark:
            marks.setdefault(mention.mark, Counter())[mention.target] += 1
    first = {mark: min(tally, key=lambda noun: (-tally[noun], noun)) for mark, tally in marks.items()}
    things = Counter(m.target for m in every if m.kind == "other" and not m.named and m.head)
    meant = _loosely_meant(things)
    return {report: [_meant(m, first, meant) for m in mentions] for report, mentions in told.items()}


def _loosely_meant(things: Counter[str]) -> str | None:
    """The thing that a story is about, by far; None where there is none."""
    ranked = sorted((t for t in things if not is_loose(t.removeprefix("unnamed:"))), key=lambda t: (-things[t], t))
    if not ranked or (len(ranked) > 1 and things[ranked[0]] < AHEAD * things[ranked[1]]):
        return None
    return ranked[0]


def _meant(mention: ConceptMention, marked: Mapping[str, str], thing: str | None) -> ConceptMention:
    if mention.mark:
        return replace(mention, target=marked[mention.mark])
    if thing is not None and not mention.named and mention.kind == "other" and is_loose(mention.head):
        return replace(mention, target=thing)
    return mention


def _often(told: Told) -> frozenset[str]:
    tally: Counter[str] = Counter()
    ground: set[str] = set()
    for mentions in told.values():
        for mention in _outermost(mentions):
            tally[mention.target] += 1
            if mention.kind == "place" and not mention.named:
                ground.add(mention.target)
    least = max(LEAST, SHARE * sum(tally.values()))
    return frozenset(t for t, n in tally.items() if n >= (least * PLACES if t in ground else least))


def _outermost(mentions: Sequence[ConceptMention]) -> Iterator[ConceptMention]:
    """Mentions in text order without those that begin within one before them."""
    end = -1
    for mention in sorted(mentions, key=lambda m: (m.span.start, -m.span.end, m.target)):
        if mention.span.start >= end:
            yield mention
            end = mention.span.end
