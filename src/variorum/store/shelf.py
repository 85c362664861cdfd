"""Reports and annotations as JSON and back: what a record keeps so that a later build need not make them again.

The one place where those values become text. It knows neither files nor the database.
"""

from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from variorum.schema.annotations import Annotations
from variorum.schema.reports import Report

if TYPE_CHECKING:
    from pydantic import TypeAdapter

Value = TypeVar("Value", Report, Annotations)


def dump_value(value: Report | Annotations) -> str:
    """Write a report or the annotations of one as JSON."""
    return str(_adapter(type(value).__name__).dump_json(value), "utf-8")


def load_value(kind: type[Value], payload: str) -> Value | None:
    """Read a report or annotations back, or None where the text is not of the shape that this version writes."""
    try:
        made: Value = _adapter(kind.__name__).validate_json(payload)
    except ValueError:
        return None
    return made


@cache
def _adapter(name: str) -> "TypeAdapter[Any]":
    from pydantic import TypeAdapter

    return TypeAdapter({"Report": Report, "Annotations": Annotations}[name])
