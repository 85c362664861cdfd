"""Output against gold: any folder of gold sets in the common layout, scored by the field's own definitions."""

from variorum.evaluate.coding import Coder
from variorum.evaluate.measure import Evaluation, evaluate
from variorum.evaluate.report import as_object, as_table, write_misses

__all__ = ["Coder", "Evaluation", "as_object", "as_table", "evaluate", "write_misses"]
