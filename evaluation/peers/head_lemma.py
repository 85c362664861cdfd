"""Coreference by the lemma of the head word alone: the baseline that every system of the field is set beside.

Each gold mention is named by the lemma of its head token, as the configured spaCy model parses it; mentions of one
name are one thing, within a story. Stories are our own in one line and the gold's topics in another. Ours is the
third line. All three are scored by the harness, on the same mentions.

Then from raw text, without the gold's mentions: our own occurrences in sentences with gold events, in our clusters and in
those of their lemmas. Each gold event is matched with the occurrence at its head, one to one; what is not matched is
missing. Occurrences beyond the gold's mentions are told as a share and lower no other figure: the gold leaves out what
is not of its topic.

    python evaluation/peers/head_lemma.py [FOLDER] [--topics odd|even|all]

Source: the baseline of Cybulska and Vossen 2014 ("Using a sledgehammer to crack a nut?"), restated for entities.
"""

import argparse
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from pathlib import Path
from typing import Any

from spacy.tokens import Doc

from variorum.annotations.parse import load_parser, tokens_in
from variorum.evaluate import evaluate
from variorum.evaluate.clusters import assign_best, compare_clusterings
from variorum.evaluate.coding import Coder, Coding, read_document
from variorum.evaluate.gold import read_gold
from variorum.evaluate.tasks.coreference import COREFERENCE, KINDS, ClusterAnswer, answer_linked, head_occurrence
from variorum.evaluate.values import Answers, Document, f1
from variorum.schema.annotations import Annotations
from variorum.schema.reports import Span

FOLDER = Path(__file__).parents[2].parent / "shared" / "gold"
TASK = "coreference"

StoryOf = Mapping[str, str]
"""The name of the story or topic that a document is in, by document id."""


class Once:
    """Links and parses documents once, whoever asks."""

    def __init__(self) -> None:
        self._linked: dict[tuple[str, ...], Coding] = {}
        self._parsed: dict[str, Doc] = {}

    def link(self, documents: Sequence[Document], coder: Coder) -> Coding:
        """What linking the documents with each other makes of them."""
        key = tuple(d.id for d in documents)
        if key not in self._linked:
            self._linked[key] = coder.link(documents)
        return self._linked[key]

    def parse(self, documents: Sequence[Document], coder: Coder) -> Mapping[str, Doc]:
        """The parses of documents by id."""
        new = [d for d in documents if d.id not in self._parsed]
        docs = load_parser(coder.config).pipe(read_document(d).text for d in new)
        self._parsed |= {d.id: doc for d, doc in zip(new, docs, strict=True)}
        return self._parsed


class Answerer:
    """The three systems, over one linking of one set of documents."""

    def __init__(self) -> None:
        self.once = Once()

    def by_variorum(self, documents: Sequence[Document], coder: Coder) -> Answers:
        """Our own clusters."""
        return answer_linked(documents, self.once.link(documents, coder))

    def by_story(self, documents: Sequence[Document], coder: Coder) -> Answers:
        """Clusters of mentions with one head lemma in one of our own stories."""
        return self._answer(documents, coder, stories_of(self.once.link(documents, coder)))

    def by_topic(self, documents: Sequence[Document], coder: Coder) -> Answers:
        """Clusters of mentions with one head lemma in one of the gold's topics."""
        return self._answer(documents, coder, {d.id: str(d.gold.topic) for d in documents})

    def _answer(self, documents: Sequence[Document], coder: Coder, story_of: StoryOf) -> Answers:
        docs = self.once.parse(documents, coder)
        return {d.id: _clusters(d, docs[d.id], story_of[d.id]) for d in documents}


def stories_of(coding: Coding) -> StoryOf:
    """The number of the story of each document."""
    number = coding.linked.storyline.story_of()
    return {key: str(number[report.report_id]) for key, report in coding.reports.items()}


def _clusters(document: Document, doc: Doc, story: str) -> list[ClusterAnswer]:
    return [
        ClusterAnswer(what=what, number=number, cluster=(story, what, head_lemma(doc, mention.start, mention.end)))
        for what in KINDS
        for number, mention in enumerate(document.gold.scored(what))
    ]


def head_lemma(doc: Doc, start: int, end: int) -> str:
    """The folded lemma of the token that the others of a span hang on; offsets are code points."""
    return tokens_in(doc, Span(start=start, end=end)).root.lemma_.casefold()


def measure(folder: Path, answerer: Answerer) -> list[tuple[str, dict[str, float]]]:
    """The figures of each system on one folder of gold sets, gold mentions given."""
    systems = (
        ("variorum", answerer.by_variorum),
        ("head lemma in our stories", answerer.by_story),
        ("head lemma in gold topics", answerer.by_topic),
    )
    rows = []
    for name, answer in systems:
        found = evaluate(folder, tasks=[TASK], answerers={TASK: answer})
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


def measure_raw(folder: Path, answerer: Answerer) -> list[tuple[str, dict[str, float]]]:
    """The figures of events found in raw text: our clusters, and those of one lemma in one story."""
    paths = sorted((folder / TASK).glob("*.jsonl"))
    documents = [d for path in paths for d in read_gold(path, COREFERENCE.model, beside=COREFERENCE.beside)]
    coding = answerer.once.link(documents, Coder())
    number = {key: n for n, group in enumerate(coding.linked.occurrences) for key in group}
    story_of = stories_of(coding)
    systems: dict[str, ClusterOf] = {
        "variorum": lambda _document, place, told: number.get(key := (told.report_id, place), key),
        "lemma in our stories": lambda document, place, told: (story_of[document], told.occurrences[place].lemma),
    }
    return [(name, score_raw(documents, coding, cluster_of)) for name, cluster_of in systems.items()]


ClusterOf = Callable[[str, int, Annotations], Hashable]
"""The cluster of an occurrence, by document id, its index and the annotations that hold it."""


def score_raw(documents: Sequence[Document], coding: Coding, cluster_of: ClusterOf) -> dict[str, float]:
    """The shares of gold events found and of occurrences that are gold events, and CoNLL F1 where the rest is missing."""
    gold: dict[Hashable, Hashable] = {}
    found: dict[Hashable, Hashable] = {}
    own = 0
    for document in documents:
        told = coding.annotations[document.id]
        scored = document.gold.scored("event")
        own += sum(any(o.sentence.start <= m.start < o.sentence.end for m in scored) for o in told.occurrences)
        taken: set[int] = set()
        for number, mention in enumerate(scored):
            gold[document.id, number] = mention.cluster
            head = head_occurrence(mention, told.occurrences)
            if head is not None and head not in taken:
                taken.add(head)
                found[document.id, number] = cluster_of(document.id, head, told)
    shares = {"gold_found": len(found) / len(gold), "own_in_gold": len(found) / own}
    return shares | conll_with_missing(gold, found)


def conll_with_missing(gold: Mapping[Hashable, Hashable], found: Mapping[Hashable, Hashable]) -> dict[str, float]:
    """CoNLL F1 and its parts where a system lacks some of the gold's items: they count against its recall alone."""
    both = compare_clusterings({i: gold[i] for i in found}, found, dict.fromkeys(found, "all"))["all"]
    whole = compare_clusterings(gold, {i: found.get(i, ("missing", i)) for i in gold}, dict.fromkeys(gold, "all"))[
        "all"
    ]
    size, kept = Counter(gold.values()), Counter((gold[i], found[i]) for i in found)
    recall = sum(kept[gold[i], found[i]] / size[gold[i]] for i in found)
    inside = Counter(found.values())
    worth = {(k, a): 2 * n / (size[k] + inside[a]) for (k, a), n in kept.items()}
    phi = sum(assign_best(worth).values())
    parts = {
        "muc_f1": f1(whole["muc_p"], whole["muc_answers"], whole["muc_r"], whole["muc_gold"]),
        "bcubed_f1": f1(both["b3_p"], both["items"], recall, len(gold)),
        "ceafe_f1": f1(phi, len(inside), phi, len(size)),
    }
    return {"conll_f1": sum(parts.values()) / len(parts), **parts}


def show(rows: Sequence[tuple[str, Mapping[str, float]]]) -> None:
    """Print systems as lines and figures as columns."""
    names = list(rows[0][1])
    print(f"{'system':<28}" + "".join(f"{name:>18}" for name in names))
    for system, figures in rows:
        print(f"{system:<28}" + "".join(f"{figures[name]:>18.3f}" for name in names))


def main() -> None:
    """Print the systems side by side, with the gold's mentions and from raw text."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    parser.add_argument("--topics", choices=("odd", "even", "all"), default="all")
    given = parser.parse_args()
    answerer = Answerer()
    with tempfile.TemporaryDirectory() as temporary:
        folder = copy_topics(given.folder, Path(temporary), given.topics)
        print("with the gold's mentions")
        show(measure(folder, answerer))
        print("\nevents from raw text")
        show(measure_raw(folder, answerer))


if __name__ == "__main__":
    main()
