"""Occasions: which reports of one story tell the same of it, where a story holds several happenings of one kind.

Two arrests a year apart make one story of like words; what tells them apart are the names and words that only some of
its reports have. Reports are compared by those alone: what all of them have weighs nothing.
"""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.sparse import csr_array
from scipy.spatial.distance import squareform

from variorum.schema.lexicons import read_lexicon

FEWEST = 4
"""Reports. Fewer do not show which of their words are their own."""

ALIKE = 0.08
"""Likeness on average from which reports tell one occasion; set on half of the development topics."""

LARGEST = 4_000
"""Reports. A larger story is not parted: the comparison of all with all would not fit into memory."""

_WORD = re.compile(r"[^\W\d_]{3,}|\d+")
_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][\w-]{2,}")

Floats = NDArray[np.float64]


def find_occasions(texts: Sequence[str]) -> list[int]:
    """Number the reports of one story by the occasion that they tell, in the order given.

    Numbers are from 1 on and mean nothing beyond being the same. Time and memory grow with the square of the reports.
    """
    if not FEWEST <= len(texts) <= LARGEST:
        return [1] * len(texts)
    likeness = (_likeness(texts, _words) + _likeness(texts, _NAME.findall)) / 2
    distances = np.clip(1 - likeness, 0, None)
    np.fill_diagonal(distances, 0)
    found = fcluster(linkage(squareform(distances, checks=False), method="average"), 1 - ALIKE, criterion="distance")
    return [int(number) for number in found]


def _words(text: str) -> Iterable[str]:
    return (word for word in map(str.lower, _WORD.findall(text)) if word not in _empty_words())


@cache
def _empty_words() -> frozenset[str]:
    return frozenset(read_lexicon("formulas")["grammar"].split())


def _likeness(texts: Sequence[str], read: Callable[[str], Iterable[str]]) -> Floats:
    """Cosines of all reports with all, each word weighing by how few of these reports have it; lone ones nothing."""
    counts = [Counter(read(text)) for text in texts]
    spread = Counter(word for words in counts for word in words)
    columns = {word: n for n, word in enumerate(sorted(w for w, n in spread.items() if n > 1))}
    rows: list[int] = []
    places: list[int] = []
    values: list[float] = []
    for row, words in enumerate(counts):
        weighed = {
            columns[w]: (1 + math.log(n)) * math.log(len(texts) / spread[w])
            for w, n in sorted(words.items())
            if w in columns
        }
        length = math.sqrt(sum(x * x for x in weighed.values())) or 1.0
        rows += [row] * len(weighed)
        places += weighed
        values += [x / length for x in weighed.values()]
    vectors = csr_array((np.array(values, dtype=float), (rows, places)), shape=(len(texts), max(1, len(columns))))
    product: Floats = (vectors @ vectors.T).toarray()
    return product
