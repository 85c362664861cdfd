"""Which reports tell one story: clusters of reports, their number not given.

bcubed_f1 (Bagga and Baldwin 1998), ari (adjusted Rand index, Hubert and Arabie 1985, nothing below chance) and pair_f1
(pairs of reports in one story). All reports of a file are linked with each other, and every report is in one story. The
task's own figures are the mean of its files'.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from variorum.evaluate.clusters import adjusted_rand, bcubed_f1, count_items, members, pair_f1
from variorum.evaluate.coding import Coder
from variorum.evaluate.gold import GoldRow
from variorum.evaluate.values import Answers, Counts, Document, Figures, Miss, Task, Unit


class StoriesRow(GoldRow):
    """A report with the name of its story."""

    source: str | None = None
    title: str | None = None
    story: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryAnswer:
    """The story of a document; documents without an answer are stories of their own."""

    story: Hashable


def answer_stories(documents: Sequence[Document], coder: Coder) -> Answers:
    """The stories that linking all reports makes."""
    coding = coder.link(documents)
    story_of = coding.linked.storyline.story_of()
    found = {key: story_of.get(report.report_id) for key, report in coding.reports.items()}
    return {key: [StoryAnswer(story=story)] for key, story in found.items() if story is not None}


def score_stories(documents: Sequence[Document], answers: Answers) -> list[Unit]:
    """Gold stories beside a system's, a unit a gold story."""
    gold: dict[Hashable, Hashable] = {d.id: d.gold.story for d in documents}
    found: dict[Hashable, Hashable] = {}
    for document in documents:
        own = next(iter(answers.get(document.id, ())), None)
        found[document.id] = ("alone", document.id) if own is None else ("story", own.story)
    groups: dict[Hashable, str] = {d.id: d.gold.story for d in documents}
    together = members(found)
    units = []
    for story, counts in sorted(count_items(gold, found, groups).items()):
        own_documents = [d for d in documents if d.gold.story == story]
        misses = [miss for d in own_documents for miss in _misses(d, gold, together[found[d.id]])]
        units.append(Unit(id=f"story {story}", counts={**counts, "gold": counts["items"]}, misses=tuple(misses)))
    return units


def _misses(document: Document, gold: dict[Hashable, Hashable], together: Sequence[Hashable]) -> list[Miss]:
    """What stands with a report that should not, and what should and does not."""
    own = document.gold.story
    others = sorted(str(key) for key in together if gold[key] != own)
    lacking = sorted(str(key) for key, story in gold.items() if story == own and key not in together)
    misses = [("joined", others), ("parted", lacking)]
    return [
        Miss(kind=kind, start=0, end=0, detail=f"{document.id}: {', '.join(keys)}") for kind, keys in misses if keys
    ]


def figures_of_stories(counts: Counts) -> Figures:
    """B-cubed F1, adjusted Rand index and F1 over pairs."""
    return {"bcubed_f1": bcubed_f1(counts), "ari": adjusted_rand(counts), "pair_f1": pair_f1(counts)}


STORIES = Task(
    name="stories",
    patterns=("stories/*.jsonl",),
    model=StoriesRow,
    answer=answer_stories,
    score=score_stories,
    figures=figures_of_stories,
    mean_of_files=True,
)
