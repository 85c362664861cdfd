"""Map a function over items: choose where the work runs, keep the order, count what is done."""

import os
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from variorum.config import Config
from variorum.engine.daft_runner import map_with_daft
from variorum.engine.pool import map_with_pool
from variorum.errors import ConfigError

Item = TypeVar("Item")
Result = TypeVar("Result")

RUNNERS = ("auto", "inline", "pool", "daft")
"""auto: inline for few items, else pool. daft needs the extra `engine`."""

_CHUNKS_PER_WORKER = 4
_LARGEST_CHUNK = 32


def map_partitions(
    function: Callable[[Item], Result],
    items: Sequence[Item],
    *,
    config: Config,
    progress: Callable[[int, int], None] | None = None,
    runner: str | None = None,
) -> Iterator[Result]:
    """Map a function over items, results in the order of the items.

    Args:
        function: pure, and of a module's top level, so that it can be sent to another process.
            What may go wrong with one item is its own result; what it raises ends the whole map.
        items: anything that pickles.
        config: `min_partition` and `processes`.
        progress: called in this process with (done, total) after each result.
        runner: one of `RUNNERS`; where not given, the environment's VARIORUM_RUNNER, else auto.

    Raises:
        ConfigError: an unknown runner, or daft is asked for and not installed.
        VariorumError: a worker process died.
    """
    chosen = _choose(runner, len(items), config)
    results: Iterator[Result]
    if chosen == "inline":
        results = map(function, items)
    else:
        workers = _workers(config)
        size = max(1, min(_LARGEST_CHUNK, -(-len(items) // (workers * _CHUNKS_PER_WORKER))))
        spread = map_with_daft if chosen == "daft" else map_with_pool
        results = spread(function, items, workers=workers, size=size)
    for done, result in enumerate(results, start=1):
        if progress is not None:
            progress(done, len(items))
        yield result


def _choose(runner: str | None, n_items: int, config: Config) -> str:
    asked = runner or os.environ.get("VARIORUM_RUNNER") or "auto"
    if asked not in RUNNERS:
        raise ConfigError([("runner", f"{asked!r} is unknown; one of {', '.join(RUNNERS)}")])
    if n_items == 0:
        return "inline"
    if asked == "auto":
        few = n_items < config.min_partition or _workers(config) == 1
        return "inline" if few else "pool"
    return asked


def _workers(config: Config) -> int:
    return config.processes or len(os.sched_getaffinity(0))
