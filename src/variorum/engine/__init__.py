"""The engine's one verb: map a pure function over items, in this process or in many, with the same results.

It knows nothing of reports; the database is the store's.
"""

from variorum.engine.partitions import RUNNERS, map_partitions

__all__ = ["RUNNERS", "map_partitions"]
