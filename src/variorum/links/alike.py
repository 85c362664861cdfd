"""Passages set side by side: which part of one reproduces which part of the other, and whether that can be chance.

Two passages are aligned by their longest common sequence of words; the part kept is where words alike
outweigh the words between them. It counts if it is long, like and telling enough.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from variorum.config import Config
from variorum.links.passages import Weights
from variorum.links.shingles import Array, pair_by_shingles

CHUNK = 100_000
"""Pairs measured at a time."""

LONG = 20
"""Words. From here on `copy_similarity` is enough; shorter parts must be more alike."""

SHORT_MORE = 0.13
"""How much more alike a part of `copy_min_words` must be than one of `LONG` words."""

PART_MORE = 0.08
"""How much more alike two parts must be where each is only a part of its sentence."""

MOST = 0.7
"""Share of a sentence's words from which a part of it stands for the sentence."""

OWN_WORDS = 1.5
"""How telling words alike must be besides names spelt out with offices ("the president of X, Y, and ...")."""

LEAST_QUOTED = 5
"""Words. Public words are shared from here on: a quotation is short, and calling it shared takes nothing from anyone."""

QUOTED_ALIKE = 0.7
"""Share of words alike from which public words are the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """Words `left[start:end]` of one passage set against `right` of another.

    matched: words alike; likeness: their share of both parts, 0 to 1; clashes: names or numbers that differ;
    weight: how telling the words alike are (see `Weights`); named: how much of that is names, numbers and the offices
    beside names; phrased: how much stands in phrases of names and offices.
    """

    left: tuple[int, int]
    right: tuple[int, int]
    matched: int
    clashes: int
    weight: float
    named: float = 0.0
    phrased: float = 0.0

    @property
    def likeness(self) -> float:
        """Share of the words of both parts that are alike."""
        return 2 * self.matched / (self.left[1] - self.left[0] + self.right[1] - self.right[0])

    @property
    def sameness(self) -> float:
        """Likeness where a name or number that differs undoes a word alike: a template filled in anew is no copy."""
        return self.likeness * max(0.0, 1 - self.clashes / self.matched)

    def turned(self) -> "Alignment":
        """The same with its sides exchanged."""
        return replace(self, left=self.right, right=self.left)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """Two different readings (by index) that are alike."""

    left: int
    right: int
    alignment: Alignment


def align(one: str, two: str, weights: Weights) -> Alignment | None:
    """The part of two passages where words alike outweigh those between them; None where no word is."""
    from rapidfuzz.distance import LCSseq

    blocks = [(b.a, b.b, b.size) for b in LCSseq.editops(one, two).as_matching_blocks() if b.size]
    if not blocks:
        return None
    kept = _densest(blocks)
    (a, b, _), (c, d, size) = kept[0], kept[-1]
    words = "".join(one[start : start + length] for start, _, length in kept)
    phrased = weights.in_phrases(words)
    return Alignment(
        left=(a, c + size),
        right=(b, d + size),
        matched=len(words),
        clashes=_clashes(one, two, kept, weights),
        weight=weights.of(words),
        named=weights.of_names(words, phrased),
        phrased=weights.of(phrased),
    )


def _densest(blocks: Sequence[tuple[int, int, int]]) -> Sequence[tuple[int, int, int]]:
    """The blocks in a row that have most words less the words between them (Kadane's maximum sum)."""
    best, best_range, score, begun = 0, (0, 0), 0, 0
    for i, (a, b, size) in enumerate(blocks):
        if i:
            before = blocks[i - 1]
            score -= max(a - before[0] - before[2], b - before[1] - before[2])
        if i == 0 or score <= 0:
            score, begun = 0, i
        score += size
        if score > best:
            best, best_range = score, (begun, i)
    return blocks[best_range[0] : best_range[1] + 1]


def _clashes(one: str, two: str, blocks: Sequence[tuple[int, int, int]], weights: Weights) -> int:
    """Names and numbers that stand against others between the words alike."""
    found = 0
    for (a, b, size), (c, d, _) in pairwise(blocks):
        mine, theirs = (sum(w in weights.names for w in side) for side in (one[a + size : c], two[b + size : d]))
        found += min(mine, theirs)
    return found


def is_copy(found: Alignment, one: str, two: str, config: Config) -> bool:
    """True where the reporter's words in two passages can't be so much alike by chance.

    Where they are a part of both sentences, names tell nothing: it may be a person's name with the office held.
    Nor do names with their offices anywhere: a list of guests is not the reporter's.
    """
    widths = (found.left[1] - found.left[0], found.right[1] - found.right[0])
    whole = widths[0] >= MOST * len(one) or widths[1] >= MOST * len(two)
    least = config.copy_min_words - 1 if whole else config.copy_min_words + 2
    telling = found.weight if whole else found.weight - found.named
    if found.weight - found.phrased < OWN_WORDS:
        return False
    if max(widths) < config.copy_min_words or found.matched < least or telling < config.copy_min_telling:
        return False
    return found.sameness >= needed(found.matched, config) + (0 if whole else PART_MORE)


def needed(matched: int, config: Config) -> float:
    """How much alike passages must be: the shorter, the more."""
    short = max(0, LONG - matched) / max(1, LONG - config.copy_min_words)
    return min(1.0, config.copy_similarity + SHORT_MORE * min(1.0, short))


def is_shared(found: Alignment, config: Config, *, both: bool) -> bool:
    """True where public words in two passages, or in one and the reporter's in the other, are the same words."""
    least = LEAST_QUOTED if both else config.copy_min_words
    return found.matched >= least and found.likeness >= QUOTED_ALIKE


def is_supported(found: Alignment, one: str, two: str, config: Config) -> bool:
    """True where two sentences are alike enough, given that their neighbours in the same two reports are copies."""
    width = found.left[1] - found.left[0]
    whole = width >= MOST * len(one) or found.right[1] - found.right[0] >= MOST * len(two)
    if found.matched < config.copy_run_words or not whole:
        return False
    enough = config.copy_similarity - 0.1 if found.matched >= config.copy_min_words else config.copy_similarity
    return found.sameness >= enough


def find_alike(readings: Sequence[str], is_public: Sequence[bool], weights: Weights, config: Config) -> Iterator[Edge]:
    """Find different readings that are alike.

    Args:
        readings: different passages, one code point a word, like ones beside each other.
        is_public: of each, whether its words are quoted or printed and not the reporter's.
    """
    pairs = pair_by_shingles(readings, partition=config.copy_partition)
    for start in range(0, len(pairs), CHUNK):
        for left, right in _long_enough(readings, pairs[start : start + CHUNK], config):
            one, two = readings[left], readings[right]
            found = align(one, two, weights)
            if found is None:
                continue
            public = is_public[left] + is_public[right]
            if is_shared(found, config, both=public == 2) if public else is_copy(found, one, two, config):
                yield Edge(left=left, right=right, alignment=found)


def _long_enough(readings: Sequence[str], pairs: Array, config: Config) -> list[tuple[int, int]]:
    """Those pairs whose common sequence of words is long enough to be looked at."""
    import numpy as np
    from rapidfuzz import process
    from rapidfuzz.distance import LCSseq

    sides = [[readings[i] for i in pairs[:, side]] for side in (0, 1)]
    common = process.cpdist(*sides, scorer=LCSseq.similarity, dtype=np.int32)
    lengths = np.array([[len(text) for text in side] for side in sides])
    least = min(config.copy_min_words - 1, LEAST_QUOTED)
    close = (common >= least) & ((common >= 0.4 * lengths.min(axis=0)) | (common >= LONG))
    return [(int(left), int(right)) for left, right in pairs[close]]
