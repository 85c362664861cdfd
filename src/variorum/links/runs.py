"""Runs of copied sentences: what stands beside a copied sentence in both reports needs less evidence of its own."""

from collections import defaultdict, deque
from collections.abc import Iterator, Sequence

from variorum.config import Config
from variorum.links.alike import Alignment, align, is_supported
from variorum.links.direction import rank
from variorum.links.parents import Link, same_stretch
from variorum.links.passages import Corpus, Passage, Weights

SKIP = 3
"""Sentences without words of the reporter's own that a run may hold in a row: quotations between copied sentences."""

SIBLINGS = 10
"""Reports before one that have the same sentence of a third, with which it is compared."""

Place = tuple[int, int]
"""Report and sentence."""


def place_of(passage: Passage) -> Place:
    """Where a passage stands."""
    return passage.report, passage.sentence


def extend_runs(links: Sequence[Link], corpus: Corpus, weights: Weights, config: Config) -> list[Link]:
    """Add to links between sentences those between their neighbours that are alike, as far as the runs go."""
    linked: dict[Place, list[Link]] = defaultdict(list)
    for link in links:
        linked[place_of(link.child)].append(link)
    found, waiting = list(links), deque([*links, *_between_siblings(links, corpus)])
    while waiting:
        link = waiting.popleft()
        for step in (-1, 1):
            for child, parent in _beside(link, step, corpus):
                alignment = _supported(child, parent, linked, weights, config)
                if alignment is not None:
                    added = Link(child=child, parent=parent, alignment=alignment)
                    linked[place_of(child)].append(added)
                    found.append(added)
                    waiting.append(added)
    return found


def _between_siblings(links: Sequence[Link], corpus: Corpus) -> Iterator[Link]:
    """Pairs of reports that have the same sentence of a third: what else stands beside it in both is traced too."""
    children: dict[Place, list[Link]] = defaultdict(list)
    for link in links:
        children[place_of(link.parent)].append(link)
    for place in sorted(children):
        family = sorted(children[place], key=lambda li: (rank(corpus.reports[li.child.report]), place_of(li.child)))
        for at, later in enumerate(family):
            for earlier in family[max(0, at - SIBLINGS) : at]:
                if earlier.child.words == later.child.words and earlier.child.report != later.child.report:
                    yield Link(child=later.child, parent=earlier.child, alignment=later.alignment)


def _beside(link: Link, step: int, corpus: Corpus) -> list[tuple[Passage, Passage]]:
    """Both next sentences; the next of one with the same of the other, where two were made one or one two."""
    child, parent = _next(link.child, step, corpus), _next(link.parent, step, corpus)
    pairs = [(child, parent), (child, link.parent), (link.child, parent)]
    return [(one, two) for one, two in pairs if one is not None and two is not None]


def _next(passage: Passage, step: int, corpus: Corpus) -> Passage | None:
    """The next sentence that has words of the reporter's own."""
    for distance in range(1, SKIP + 2):
        found = corpus.neighbour(passage, step * distance)
        if found is None or found.words:
            return found
    return None


def _supported(
    child: Passage, parent: Passage, linked: dict[Place, list[Link]], weights: Weights, config: Config
) -> Alignment | None:
    """How a sentence reproduces another, if it does and its words are not traced yet."""
    if min(len(child.words), len(parent.words)) < config.copy_run_words:
        return None
    if any(place_of(link.parent)[0] == child.report for link in linked[place_of(parent)]):
        return None
    found = align(child.words, parent.words, weights)
    if found is None or not is_supported(found, child.words, parent.words, config):
        return None
    taken = (link.alignment.left for link in linked[place_of(child)])
    return None if any(same_stretch(left, found.left) for left in taken) else found
