"""What can be measured, a module each: how its gold looks, what answers it, how they are scored."""

from variorum.evaluate.tasks.coreference import COREFERENCE
from variorum.evaluate.tasks.entities import ENTITIES
from variorum.evaluate.tasks.incidents import INCIDENTS
from variorum.evaluate.tasks.places import PLACES
from variorum.evaluate.tasks.times import TIMES
from variorum.evaluate.values import Task

TASKS: tuple[Task, ...] = (TIMES, ENTITIES, PLACES, INCIDENTS, COREFERENCE)

__all__ = ["TASKS"]
