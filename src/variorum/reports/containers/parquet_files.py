"""Parquet files of reports, one report a row, read in small batches."""

from collections.abc import Iterator

from variorum.errors import Quarantine
from variorum.reports.containers.records import make_item
from variorum.reports.containers.record_shapes import Shape, find_shape
from variorum.reports.containers.vessel import Found, Opener, Vessel, member_name

_MARK = b"PAR1"
_BATCH = 64
_REMEDY = "no column of text is known in it; name it by --map text=COLUMN,title=COLUMN"


def is_parquet(vessel: Vessel) -> bool:
    """True of a Parquet file."""
    return vessel.head.startswith(_MARK)


def read_parquet(vessel: Vessel, _open_member: Opener) -> Iterator[Found]:
    """Read one report a row.

    Raises:
        Quarantine: the file is broken, or no column is known to hold texts.
    """
    import pyarrow as pa
    from pyarrow import parquet

    number = 0
    try:
        table = parquet.ParquetFile(vessel.rewound())
        names = list(table.schema_arrow.names)
        shape = find_shape(frozenset(names), vessel.config.map)
        if shape is None:
            raise Quarantine(f"{_REMEDY}; it has {', '.join(names[:12])}")
        for group in range(table.num_row_groups):
            vessel.budget.spend(table.metadata.row_group(group).total_byte_size)
            for batch in table.iter_batches(batch_size=_BATCH, row_groups=[group], columns=_wanted(names, shape)):
                for row in batch.to_pylist():
                    number += 1
                    yield make_item(vessel, member_name(vessel.name, number), row, shape, "table")
    except (pa.ArrowException, OSError, ValueError) as error:
        reason = " ".join(str(error).split())[:200]
        raise Quarantine(f"a Parquet file that is broken after {number} rows ({reason}); get it again") from error


def _wanted(names: list[str], shape: Shape) -> list[str]:
    """The columns that the shape reads; others cost nothing."""
    used = {path.split(".")[0] for paths in shape.fields.values() for path in paths}
    used |= {path for paths in shape.fields.values() for path in paths}
    return [name for name in names if name in used]
