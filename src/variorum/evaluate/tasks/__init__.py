"""What can be measured, a module each: how its gold looks, what answers it, how they are scored."""

from variorum.evaluate.tasks.cameo import CAMEO
from variorum.evaluate.tasks.coreference import COREFERENCE
from variorum.evaluate.tasks.entities import ENTITIES
from variorum.evaluate.tasks.events import EVENTS
from variorum.evaluate.tasks.incidents import INCIDENTS
from variorum.evaluate.tasks.labels import LABELS
from variorum.evaluate.tasks.places import PLACES
from variorum.evaluate.tasks.police import POLICE
from variorum.evaluate.tasks.quotations import QUOTATIONS
from variorum.evaluate.tasks.realis import REALIS
from variorum.evaluate.tasks.stories import STORIES
from variorum.evaluate.tasks.timelines import TIMELINES
from variorum.evaluate.tasks.times import TIMES
from variorum.evaluate.values import Task

TASKS: tuple[Task, ...] = (
    TIMES,
    ENTITIES,
    PLACES,
    INCIDENTS,
    COREFERENCE,
    QUOTATIONS,
    EVENTS,
    CAMEO,
    POLICE,
    REALIS,
    STORIES,
    LABELS,
    TIMELINES,
)

__all__ = ["TASKS"]
