"""Which passages may be alike: those that share runs of words. Near-linear in the number of passages.

Every run of three words is hashed; passages with the same hash are paired, all with all where they are few,
else each with its next and with the lowest of them. A pair must share two different runs.
Source of the idea: shingling after Broder (1997); stars and neighbours bound what a set phrase can cost.
"""

from collections.abc import Iterator, Sequence
from typing import Any

LENGTH = 3
"""Words in a run."""

FEW = 12
"""Passages. Up to this many that share a run are compared all with all."""

BLOCK = 100_000
"""Passages hashed at a time."""

_MIX = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9)

Array = Any
"""A numpy array; numpy is imported where it is used."""


def pair_by_shingles(readings: Sequence[str], *, partition: int) -> Array:
    """Pairs (left, right), left < right, of indexes of readings that share at least two different runs of words.

    Args:
        readings: one code point a word. In an order that puts like ones beside each other.
        partition: runs held in memory at a time, about.

    Returns:
        An array of shape (pairs, 2), sorted.
    """
    import numpy as np

    total = sum(max(0, len(reading) - LENGTH + 1) for reading in readings)
    parts = max(1, -(-total // partition))
    found = [_pairs_in(readings, part, parts) for part in range(parts)]
    keys, counts = np.concatenate([k for k, _ in found]), np.concatenate([c for _, c in found])
    keys, inverse = np.unique(keys, return_inverse=True)
    shared = np.bincount(inverse, weights=counts, minlength=len(keys))
    keys = keys[shared >= 2]
    return np.stack([keys // max(1, len(readings)), keys % max(1, len(readings))], axis=1)


def _pairs_in(readings: Sequence[str], part: int, parts: int) -> tuple[Array, Array]:
    """Pairs as single numbers (left * n + right) that share runs of one partition, and how many runs each."""
    import numpy as np

    hashes, holders = (np.concatenate(columns) for columns in zip(*_shingles(readings, part, parts), strict=True))
    order = np.argsort(hashes, kind="stable")
    hashes, holders = hashes[order], holders[order]
    fresh = np.ones(len(hashes), dtype=bool)
    fresh[1:] = (hashes[1:] != hashes[:-1]) | (holders[1:] != holders[:-1])
    hashes, holders = hashes[fresh], holders[fresh]
    starts = np.flatnonzero(np.concatenate([[True], hashes[1:] != hashes[:-1]])) if len(hashes) else np.zeros(0, int)
    sizes = np.diff(np.append(starts, len(hashes)))
    keys = [np.zeros(0, dtype=np.int64)]
    keys += [_all_pairs(holders, starts[sizes == size], size, len(readings)) for size in range(2, FEW + 1)]
    keys.append(_stars(holders, starts[sizes > FEW], sizes[sizes > FEW], len(readings)))
    return np.unique(np.concatenate(keys), return_counts=True)


def _shingles(readings: Sequence[str], part: int, parts: int) -> Iterator[tuple[Array, Array]]:
    """Hashes of all runs that fall into a partition, with the index of the reading that has each."""
    import numpy as np

    yield np.zeros(0, dtype=np.uint64), np.zeros(0, dtype=np.int64)
    for start in range(0, len(readings), BLOCK):
        block = readings[start : start + BLOCK]
        words = np.frombuffer("".join(block).encode("utf-32-le"), dtype=np.uint32).astype(np.uint64)
        if len(words) < LENGTH:
            continue
        holder = np.repeat(np.arange(start, start + len(block)), [len(reading) for reading in block])
        last = len(words) - LENGTH + 1
        mixed = np.zeros(last, dtype=np.uint64)
        for place, factor in enumerate(_MIX):
            mixed = (mixed ^ (words[place : place + last] * np.uint64(factor))) * np.uint64(_MIX[0])
            mixed ^= mixed >> np.uint64(29)
        whole = (holder[:last] == holder[LENGTH - 1 :]) & (mixed % np.uint64(parts) == part)
        yield mixed[whole], holder[:last][whole]


def _all_pairs(holders: Array, starts: Array, size: int, n: int) -> Array:
    import numpy as np

    rows = holders[starts[:, None] + np.arange(size)]
    left, right = np.triu_indices(size, 1)
    return (rows[:, left].astype(np.int64) * n + rows[:, right]).ravel()


def _stars(holders: Array, starts: Array, sizes: Array, n: int) -> Array:
    """Of each large group every member with its next, and with the first."""
    import numpy as np

    if not len(starts):
        return np.zeros(0, dtype=np.int64)
    member = np.repeat(starts, sizes - 1) + _counting(sizes - 1) + 1
    hub = np.repeat(holders[starts], sizes - 1).astype(np.int64)
    beside = holders[member - 1].astype(np.int64)
    far = hub != beside
    return np.concatenate([(hub * n + holders[member])[far], beside * n + holders[member]])


def _counting(sizes: Array) -> Array:
    """0, 1, ... for each size, one after the other."""
    import numpy as np

    ends = np.cumsum(sizes)
    return np.arange(ends[-1]) - np.repeat(ends - sizes, sizes)
