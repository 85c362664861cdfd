"""Inputs opened: files, addresses and standard input in, a stream of items out, in a fixed order.

One item is in memory at a time, whatever holds it; larger members lie in temporary files of bounded size.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from typing import IO

from variorum.config import Config
from variorum.errors import Quarantine
from variorum.reports.containers import Budget, Found, Vessel, open_vessel
from variorum.reports.containers.vessel import chunks_of, ending_of, spool
from variorum.reports.discovery import Input
from variorum.reports.fetching import Fetched, fetch_all
from variorum.reports.items import Item
from variorum.reports.lines import Clue
from variorum.schema.reports import Issue


def open_inputs(inputs: Sequence[Input], config: Config) -> Iterator[Found]:
    """Stream the items of inputs, with issues on what no item came of, in the order of the inputs."""
    fetched = fetch_all([given.address for given in inputs], config)
    for given in inputs:
        source = next(fetched) if given.address else None
        yield from _bounded(_open_input(given, source, config), given, config)


def batches(found: Iterator[Found], *, count: int, size: int) -> Iterator[list[Found]]:
    """Part a stream into lists of at most `count`, each closed once its items come to `size` bytes."""
    batch: list[Found] = []
    held = 0
    for one in found:
        batch.append(one)
        held += len(one.data) if isinstance(one, Item) else 0
        if len(batch) >= count or held >= size:
            yield batch
            batch, held = [], 0
    if batch:
        yield batch


def _bounded(found: Iterator[Found], given: Input, config: Config) -> Iterator[Found]:
    """At most `max_items` of one input."""
    for number, one in enumerate(found, start=1):
        if number > config.max_items:
            what = f"{given.file}: holds more than max_items = {config.max_items}; the rest is not read; split it"
            yield Issue(stage="reports", kind="too_many_items", what=what, file=given.file)
            return
        yield one


def _open_input(given: Input, source: Fetched | Quarantine | None, config: Config) -> Iterator[Found]:
    try:
        if isinstance(source, Quarantine):
            raise source
        vessel = _vessel(given, source, config)
    except OSError as error:
        yield _set_aside(given, f"cannot be read ({error.strerror}); check its permissions")
        return
    except Quarantine as reason:
        yield _set_aside(given, str(reason))
        return
    with vessel.stream:
        yield from open_vessel(vessel)


def _set_aside(given: Input, reason: str) -> Item:
    return Item(file=given.file, data=b"", row=given.row, reason=reason)


def _vessel(given: Input, source: Fetched | None, config: Config) -> Vessel:
    vessel = Vessel(
        name=given.file,
        stream=BytesIO(),
        ending=ending_of(given.file),
        config=config,
        budget=Budget(config.max_expanded_bytes),
        row=given.row,
    )
    if source is not None:
        return _fetched_vessel(vessel, source)
    if given.path is None:
        return replace(vessel, stream=_standard_input(vessel))
    return replace(vessel, stream=given.path.open("rb"))


def _fetched_vessel(vessel: Vessel, source: Fetched) -> Vessel:
    stated = (Clue(kind="url", value=source.address, basis="address"),)
    ending = source.ending or ending_of(source.address.partition("?")[0])
    stream = BytesIO(source.content)
    return replace(vessel, stream=stream, ending=ending, stated=stated, charset=source.charset)


def _standard_input(vessel: Vessel) -> IO[bytes]:
    """Standard input in a temporary file, so that it can be read as a file is."""
    return spool(chunks_of(sys.stdin.buffer), packed=vessel.config.max_expanded_bytes, vessel=vessel)
