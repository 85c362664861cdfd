"""Coreference by the lemma of the head word alone: the baseline that every system of the field is set beside.

Each gold mention is named by the lemma of its head token, as the configured spaCy model parses it; mentions of one
name are one thing, within a story. Stories are our own in one line and the gold's topics in another. Ours is the
third line. All three are scored by the harness, on the same mentions.

    python evaluation/peers/head_lemma.py [FOLDER] [--topics odd|even|all]

Source: the baseline of Cybulska and Vossen 2014 ("Using a sledgehammer to crack a nut?"), restated for entities.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from spacy.tokens import Doc

from variorum.annotations.parse import load_parser, tokens_in
from variorum.evaluate import evaluate
from variorum.evaluate.coding import Coder, read_document
from variorum.evaluate.tasks.coreference import KINDS, ClusterAnswer
from variorum.evaluate.values import Answers, Document
from variorum.schema.reports import Span

FOLDER = Path(__file__).parents[2].parent / "shared" / "gold"
TASK = "coreference"

StoryOf = Mapping[str, str]
"""The name of the story or topic that a document is in, by document id."""


def answer_by_story(documents: Sequence[Document], coder: Coder) -> Answers:
    """Clusters of mentions with one head lemma in one of our own stories."""
    coding = coder.link(documents)
    number = coding.linked.storyline.story_of()
    stories = {key: str(number[report.report_id]) for key, report in coding.reports.items()}
    return _answer(documents, coder, stories)


def answer_by_topic(documents: Sequence[Document], coder: Coder) -> Answers:
    """Clusters of mentions with one head lemma in one of the gold's topics."""
    return _answer(documents, coder, {d.id: str(d.gold.topic) for d in documents})


def _answer(documents: Sequence[Document], coder: Coder, story_of: StoryOf) -> Answers:
    docs = load_parser(coder.config).pipe(read_document(d).text for d in documents)
    return {d.id: _clusters(d, doc, story_of[d.id]) for d, doc in zip(documents, docs, strict=True)}


def _clusters(document: Document, doc: Doc, story: str) -> list[ClusterAnswer]:
    return [
        ClusterAnswer(what=what, number=number, cluster=(story, what, head_lemma(doc, mention.start, mention.end)))
        for what in KINDS
        for number, mention in enumerate(document.gold.scored(what))
    ]


def head_lemma(doc: Doc, start: int, end: int) -> str:
    """The folded lemma of the token that the others of a span hang on; offsets are code points."""
    return tokens_in(doc, Span(start=start, end=end)).root.lemma_.casefold()


SYSTEMS: tuple[tuple[str, Callable[[Sequence[Document], Coder], Answers] | None], ...] = (
    ("variorum", None),
    ("head lemma in our stories", answer_by_story),
    ("head lemma in gold topics", answer_by_topic),
)


def measure(folder: Path) -> list[tuple[str, dict[str, float]]]:
    """The figures of each system on one folder of gold sets."""
    rows = []
    for name, answer in SYSTEMS:
        found = evaluate(folder, tasks=[TASK], answerers={TASK: answer} if answer else None)
        if not found.results:
            sys.exit(f"{folder} holds no {TASK}")
        rows.append((name, found.results[0].figures))
    return rows


def copy_topics(folder: Path, into: Path, topics: str) -> Path:
    """Copy the documents of odd, even or all topics to a folder of the same layout."""
    rest = {"odd": (1,), "even": (0,), "all": (0, 1)}[topics]
    (into / TASK).mkdir()
    for path in sorted((folder / TASK).glob("*.jsonl")):
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        kept = [line for line in lines if line.strip() and _topic(json.loads(line)) % 2 in rest]
        (into / TASK / path.name).write_text("".join(kept), encoding="utf-8")
    return into


def _topic(row: dict[str, Any]) -> int:
    return int(row["topic"])


def main() -> None:
    """Print the three systems side by side."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    parser.add_argument("--topics", choices=("odd", "even", "all"), default="all")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        rows = measure(copy_topics(given.folder, Path(temporary), given.topics))
    names = list(rows[0][1])
    print(f"{'system':<28}" + "".join(f"{name:>18}" for name in names))
    for system, figures in rows:
        print(f"{system:<28}" + "".join(f"{figures[name]:>18.3f}" for name in names))


if __name__ == "__main__":
    main()
