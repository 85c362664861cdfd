"""Daft as the runner: items as an Arrow column in, results as an Arrow column out, on its native runner.

The same plan runs on Daft's Ray runner where a user sets that up; nothing here knows which.
"""

import os
import pickle
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from variorum.errors import ConfigError, VariorumError

Item = TypeVar("Item")
Result = TypeVar("Result")


def map_with_daft(
    function: Callable[[Item], Result], items: Sequence[Item], *, workers: int, size: int
) -> Iterator[Result]:
    """Map in Daft's actor processes, each of which keeps the function and what it has loaded.

    Args:
        workers: number of actor processes.
        size: items in a batch.

    Raises:
        ConfigError: Daft is not installed.
        VariorumError: Daft gave up, for example because a process died.
    """
    daft = _load_daft()
    mapped = _plan(daft, function, items, workers=workers, size=size)
    results: dict[int, bytes] = {}
    following = 0
    for number, payload in _rows(daft, mapped):
        results[number] = payload
        while following in results:
            yield pickle.loads(results.pop(following))  # noqa: S301 - written by our own worker
            following += 1


def _load_daft() -> Any:
    """Import Daft when it is asked for, and keep it from calling home."""
    os.environ.setdefault("DO_NOT_TRACK", "1")
    os.environ.setdefault("DAFT_PROGRESS_BAR", "0")
    try:
        import daft
    except ImportError as error:
        raise ConfigError(
            [("runner", "daft is not installed: pip install 'variorum[engine]', or use the runner `pool`")]
        ) from error
    return daft


def _plan(daft: Any, function: Callable[[Any], Any], items: Sequence[Any], *, workers: int, size: int) -> Any:
    import pyarrow as pa

    column = daft.method.batch(return_dtype=daft.DataType.binary(), batch_size=size)(_PickledMap.apply)
    actor = type("PickledMap", (), {"__init__": _PickledMap.__init__, "apply": column})
    mapper = daft.cls(actor, use_process=True, max_concurrency=workers)(function)
    payloads = pa.array([pickle.dumps(item) for item in items], type=pa.binary())
    frame = daft.from_arrow(pa.table({"number": pa.array(range(len(items))), "payload": payloads}))
    frame = frame.into_batches(size)
    return frame.select(frame["number"], mapper.apply(frame["payload"]).alias("payload"))


class _PickledMap:
    """What each actor process holds: the function. Daft's decorators are put on when Daft is there."""

    def __init__(self, function: Callable[[Any], Any]) -> None:
        self.function = function

    def apply(self, column: Any) -> Any:
        import pyarrow as pa

        results = [pickle.dumps(self.function(pickle.loads(value))) for value in column.to_arrow().to_pylist()]  # noqa: S301
        return pa.array(results, type=pa.binary())


def _rows(daft: Any, frame: Any) -> Iterator[tuple[int, bytes]]:
    try:
        for batch in frame.to_arrow_iter():
            yield from zip(batch.column("number").to_pylist(), batch.column("payload").to_pylist(), strict=True)
    except (daft.exceptions.DaftCoreException, RuntimeError, OSError) as error:
        last_line = str(error).strip().splitlines()[-1] if str(error).strip() else type(error).__name__
        raise VariorumError(f"the runner daft stopped ({last_line}): try the runner `pool`") from error
