"""The one door to the record's database: open it, read it, publish into it. No other room imports DuckDB.

It knows tables and promises, never what the rows mean to a stage.
"""

from variorum.store.decisions import append_decision, read_decisions
from variorum.store.door import create_record
from variorum.store.publish import check_target, publish
from variorum.store.reader import Reader, open_reader, read_shelf
from variorum.store.shelf import dump_value, load_value
from variorum.store.work import WorkFolder

__all__ = [
    "Reader",
    "WorkFolder",
    "append_decision",
    "check_target",
    "create_record",
    "dump_value",
    "load_value",
    "open_reader",
    "publish",
    "read_decisions",
    "read_shelf",
]
