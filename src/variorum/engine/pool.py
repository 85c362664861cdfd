"""Worker processes of the standard library: results in order, at most a few chunks of them waiting."""

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from typing import TypeVar

from variorum.errors import VariorumError

Item = TypeVar("Item")
Result = TypeVar("Result")

_AHEAD = 3


def map_with_pool(
    function: Callable[[Item], Result], items: Sequence[Item], *, workers: int, size: int
) -> Iterator[Result]:
    """Map in processes started afresh, so that no thread or lock of this one is carried over.

    Args:
        workers: number of processes.
        size: items sent at once.

    Raises:
        VariorumError: a process ended before its work did.
    """
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(max_workers=workers, mp_context=context)
    try:
        chunks = iter(_chunks(items, size))
        waiting: deque[Future[list[Result]]] = deque(
            pool.submit(map_chunk, function, chunk) for chunk in islice(chunks, workers * _AHEAD)
        )
        while waiting:
            results = waiting.popleft().result()
            waiting.extend(pool.submit(map_chunk, function, chunk) for chunk in islice(chunks, 1))
            yield from results
    except BrokenProcessPool as error:
        raise VariorumError(
            "a worker process ended before its work did (out of memory, or stopped from outside): "
            "lower `processes` in the configuration and build again; finished work is kept"
        ) from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def map_chunk(function: Callable[[Item], Result], chunk: Sequence[Item]) -> list[Result]:
    """Map one chunk, in the worker."""
    return [function(item) for item in chunk]


def _chunks(items: Sequence[Item], size: int) -> Iterator[Sequence[Item]]:
    for start in range(0, len(items), size):
        yield items[start : start + size]
