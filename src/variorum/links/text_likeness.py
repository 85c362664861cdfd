"""How alike the words of reports are: TF-IDF cosine, weakened by the days between publications.

Words of grammar (`lexicons/formulas.toml`) count for nothing, words of one report alone less than others, names and
words of titles more. Source: Salton and Buckley 1988 for the weights; the numbers below were set on one half of the
development stories.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from variorum.schema.dates import Bounds
from variorum.schema.lexicons import read_lexicon
from variorum.schema.reports import Report

GRACE, HALVED, LEAST = 2, 7, 0.5
"""Days between publications that take nothing from a likeness; further days that halve what may be lost of it; and the
share of it that no number of days takes."""

IN_TITLE, NAME = 2, 1
"""How much more a word counts in a title, and a capitalized word within a sentence."""

EVERYWHERE = 0.2
"""Weight of a word that all reports have: reports of one story alone are alike too."""

LONE = 0.4
"""How much less a word counts that one report alone has: without such words any two reports would be alike."""

MAX_SHARE, COMMON_FROM = 0.25, 200
"""Share of a corpus from which a word brings no two reports together, in corpora of at least so many reports."""

COMMON_AT_MOST = 2_500
"""Reports that have a word, from which it brings no two together however large the corpus: so that a year's reports cost
about twelve times a month's, and not a hundred and forty times."""

ROWS = 500
"""Reports that are compared with all others at a time: it bounds memory."""

_WORD = re.compile(r"[^\W\d_]{3,}")
_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][\w-]{2,}")

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """Pairs of reports by their rows, left before right in order, with how alike they are."""

    left: NDArray[np.int64]
    right: NDArray[np.int64]
    likeness: Floats


class Texts:
    """Reports as vectors of words, a row a report in the order given."""

    def __init__(self, reports: Sequence[Report]) -> None:
        self._vectors = _weigh([_count_words(r) for r in reports])
        self._telling = _telling_words(self._vectors)

    def alike(self, published: Sequence[Bounds], least: float) -> Pairs:
        """All pairs that are at least so much alike; words that very many reports have bring none together."""
        days = _days(published)
        found = [self._alike_rows(first, days, least) for first in range(0, max(1, len(published)), ROWS)]
        left, right, likeness = (np.concatenate(parts) for parts in zip(*found, strict=True))
        return Pairs(left=left, right=right, likeness=likeness)

    def _alike_rows(self, first: int, days: tuple[Floats, Floats], least: float) -> tuple[NDArray[np.int64], ...]:
        product = (self._telling[first : first + ROWS] @ self._telling.T).tocoo()
        left, right = product.row.astype(np.int64) + first, product.col.astype(np.int64)
        near = (product.data >= least) & (left < right)
        left, right = left[near], right[near]
        likeness = product.data[near] * _share_kept(days, left, right)
        near = likeness >= least
        return left[near], right[near], likeness[near]

    def square(self, rows: Sequence[int], published: Sequence[Bounds]) -> Floats:
        """How alike all reports of some rows are, as a square in the order of the rows."""
        own = self._vectors[list(rows)]
        low, high = _days([published[row] for row in rows])
        places = np.arange(len(rows))
        product: Floats = (own @ own.T).toarray()
        return product * _share_kept((low, high), places[:, None], places[None, :])


def _weigh(counts: Sequence[Counter[str]]) -> csr_array:
    """Length-normalized TF-IDF vectors."""
    spread = Counter(word for words in counts for word in words)
    columns = {word: n for n, word in enumerate(sorted(spread))}
    weight = {w: (math.log(len(counts) / n) + EVERYWHERE) * (LONE if n == 1 else 1) for w, n in spread.items()}
    rows: list[int] = []
    places: list[int] = []
    values: list[float] = []
    for row, words in enumerate(counts):
        weighed = {w: (1 + math.log(n)) * weight[w] for w, n in sorted(words.items())}
        length = math.sqrt(sum(x * x for x in weighed.values())) or 1.0
        rows += [row] * len(weighed)
        places += [columns[w] for w in weighed]
        values += [x / length for x in weighed.values()]
    return csr_array((np.array(values, dtype=float), (rows, places)), shape=(len(counts), max(1, len(columns))))


def _count_words(report: Report) -> Counter[str]:
    counts = Counter(word.lower() for word in _WORD.findall(report.text))
    for word in _NAME.findall(report.text):
        counts[word.lower()] += NAME
    for word in _WORD.findall(report.title or ""):
        counts[word.lower()] += IN_TITLE
    return Counter({word: n for word, n in counts.items() if word not in _empty_words()})


@cache
def _empty_words() -> frozenset[str]:
    return frozenset(read_lexicon("formulas")["grammar"].split())


def _telling_words(vectors: csr_array) -> csr_array:
    """The vectors without words that a large share of a large corpus has."""
    total, width = vectors.shape
    if total < COMMON_FROM:
        return vectors
    spread = np.bincount(vectors.indices, minlength=width)
    return csr_array(vectors[:, np.flatnonzero(spread <= min(MAX_SHARE * total, COMMON_AT_MOST))])


def _days(published: Sequence[Bounds]) -> tuple[Floats, Floats]:
    """First and last day of each publication as numbers; without end where it is open."""
    low = np.array([b.low.toordinal() if b.low else -math.inf for b in published])
    high = np.array([b.high.toordinal() if b.high else math.inf for b in published])
    return low, high


def _share_kept(days: tuple[Floats, Floats], one: NDArray[np.int64], two: NDArray[np.int64]) -> Floats:
    """The share of a likeness that is left after the days that lie between two publications at least."""
    low, high = days
    gap = np.maximum(low[two] - high[one], low[one] - high[two])
    kept: Floats = LEAST + (1 - LEAST) * np.exp2(-np.maximum(0.0, gap - GRACE) / HALVED)
    return kept
