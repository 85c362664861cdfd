"""This software as the others see it: its answers by the harness, and what its annotators cost.

The answers are those of `variorum evaluate`. The seconds are taken apart from them, text by text: the parse, which all
annotators share, and in it the annotators that a task needs. Linking all texts with each other, which entities and
places need for their kinds and coordinates, is not in the seconds.
"""

from collections.abc import Mapping, Sequence

from peer import Work  # it also puts the benchmarks beside these modules
from annotators import ANNOTATORS, time_annotators as time_parts

from variorum.annotations.parse import load_parser
from variorum.config import Config
from variorum.evaluate.coding import Coder, read_document
from variorum.evaluate.tasks import TASKS
from variorum.evaluate.values import Document

NAME = "Variorum"
ABOUT = "answers of `variorum evaluate`; own seconds are those of the annotators that the task needs"
NEEDED: Mapping[str, tuple[str, ...]] = {
    "times": ("times",),
    "entities": ("entities",),
    "places": ("entities",),
    "incidents": ("times", "figures"),
    "quotations": ("entities", "times", "statements"),
}
"""The annotators whose work a task's answers are; all of them for other tasks."""


def answer(task: str, documents: Sequence[Document], coder: Coder) -> Work:
    """Our answers and what they cost."""
    work = time_annotators(task, documents)
    work.answers = dict({known.name: known for known in TASKS}[task].answer(documents, coder))
    return work


def time_annotators(task: str, documents: Sequence[Document]) -> Work:
    """Seconds of the parse and of a task's annotators over documents, with all loaded before."""
    reports = [read_document(document) for document in documents]
    parser = load_parser(Config())
    time_parts(reports[:1], parser)
    spent = time_parts(reports, parser)
    work = Work(parse=spent["parse"])
    for part in NEEDED.get(task, tuple(ANNOTATORS)):
        work.own.add(spent[part])
    return work
