"""A stream of mixed stories: planted worlds one after the other, some weeks at a time, whose states recur."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count, islice

from evaluation.oracle.annotations import plant_annotations
from evaluation.oracle.names import many_names
from evaluation.oracle.press import write_press
from evaluation.oracle.printing import as_report, print_draft
from evaluation.oracle.world import make_world
from variorum.schema.annotations import Annotations
from variorum.schema.reports import Report

BEGINS, PACE = date(2003, 1, 6), timedelta(days=5)
"""When the first world begins, and how long after each the next one does: eight of them run at a time."""

FIRST_SEED = 1


def make_stream(size: int) -> tuple[list[Report], dict[str, Annotations]]:
    """The first so many reports of the stream, with planted annotations by id. A larger stream begins like a smaller."""
    told = list(islice(_tell(), size))
    return [report for report, _ in told], {report.report_id: own for report, own in told}


def _tell() -> Iterator[tuple[Report, Annotations]]:
    names = many_names()
    for number in count():
        seed = FIRST_SEED + number
        world = make_world(seed, names, BEGINS + number * PACE)
        for draft in write_press(world):
            printed = print_draft(draft, seed)
            yield as_report(printed), plant_annotations(printed, world.cast)
