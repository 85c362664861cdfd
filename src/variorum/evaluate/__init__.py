"""Output against gold: any folder of gold sets in the common layout, scored by the field's own definitions."""

from variorum.evaluate.coding import Coder
from variorum.evaluate.floors import hold_floors, raise_floors
from variorum.evaluate.frozen import compare_frozen, freeze
from variorum.evaluate.measure import Evaluation, evaluate
from variorum.evaluate.report import as_object, as_table, write_misses

__all__ = [
    "Coder",
    "Evaluation",
    "as_object",
    "as_table",
    "compare_frozen",
    "evaluate",
    "freeze",
    "hold_floors",
    "raise_floors",
    "write_misses",
]
