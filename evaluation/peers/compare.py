"""Run this software and every installed peer over the same gold files, in one run, and put their figures side by side.

    compare.py --gold DIR [--task NAME] [--every N] [--json] [--out FILE]

DIR is a folder in the layout of the gold sets; --task may be given more than once. A peer that is not installed, or
lacks something, is named as not measured with what would help. --out writes the Markdown page to a file too; it holds
figures only, none of the gold's words.
"""

import argparse
import importlib
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

import ours
from peer import Peer, PeerError, Work
from tables import Comparison, Row, as_markdown, as_object

from variorum.errors import InputError
from variorum.evaluate import Coder, evaluate
from variorum.evaluate.tasks import TASKS
from variorum.evaluate.values import Answers, Document

MODULES = ("heideltime", "dateparser_search", "quantulum", "textacy_quotations", "bare_spacy", "lemma_lexicon")
"""Modules beside this one, each with its `PEER`."""


def load_peers() -> list[Peer]:
    """All peers, installed or not."""
    return [importlib.import_module(name).PEER for name in MODULES]


def compare(gold: Path, peers: Sequence[Peer], *, tasks: Sequence[str] = (), every: int = 1) -> Comparison:
    """Measure ourselves and peers on every task that some peer answers and the folder holds.

    Raises:
        InputError: no such folder, an unknown task, one that no peer answers, or gold that breaks the layout.
    """
    known = {name for peer in peers for name in peer.answer}
    _check(tasks, known)
    wanted = [task.name for task in TASKS if task.name in (tasks or known)]
    missing = {p.name: why for p in peers if any(name in wanted for name in p.answer) and (why := p.missing())}
    rows = {}
    for task in wanted:
        own = _measure(gold, task, ours.NAME, partial(ours.answer, task), every)
        if own:
            running = [p for p in peers if task in p.answer and p.name not in missing]
            rows[task] = [own, *_measure_peers(gold, task, running, every, missing)]
    about = {
        f"{p.name} ({p.package} {p.version()})": p.about
        for p in peers
        if any(row.system == p.name for task in rows.values() for row in task)
    }
    return Comparison(rows=rows, missing=missing, about={ours.NAME: ours.ABOUT, **about}, every=every)


def _check(tasks: Sequence[str], known: set[str]) -> None:
    names = {task.name for task in TASKS}
    for task in tasks:
        if task not in names:
            raise InputError(f"{task} is no task; there are: {', '.join(sorted(names))}")
        if task not in known:
            raise InputError(f"no peer answers {task}; there are peers for: {', '.join(sorted(known & names))}")


def _measure_peers(gold: Path, task: str, peers: Sequence[Peer], every: int, missing: dict[str, str]) -> Iterator[Row]:
    """Rows of peers; one that can't be run after all is noted as missing."""
    for peer in peers:
        try:
            row = _measure(gold, task, peer.name, lambda documents, _, own=peer.answer[task]: own(documents), every)
        except PeerError as error:
            missing[peer.name] = str(error)
        else:
            if row:
                yield row


def _measure(
    gold: Path, task: str, system: str, answer: Callable[[Sequence[Document], Coder], Work], every: int
) -> Row | None:
    """Scores and work of one system; None where the folder has no file of the task."""
    work = Work()

    def _answer(documents: Sequence[Document], coder: Coder) -> Answers:
        done = answer(documents, coder)
        work.add(done)
        return done.answers

    print(f"{task}: {system}", file=sys.stderr)
    results = evaluate(gold, tasks=[task], every=every, answerers={task: _answer}).results
    return Row(system=system, result=results[0], work=work) if results else None


def main() -> int:
    """Compare and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--task", action="append", default=[])
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--out", type=Path)
    given = parser.parse_args()
    try:
        comparison = compare(given.gold, load_peers(), tasks=given.task, every=given.every)
    except InputError as error:
        sys.exit(str(error))
    page = as_markdown(comparison)
    if given.out:
        given.out.parent.mkdir(parents=True, exist_ok=True)
        given.out.write_text(page, encoding="utf-8")
    print(json.dumps(as_object(comparison), indent=2, ensure_ascii=False) if given.json else page)
    return 0


if __name__ == "__main__":
    sys.exit(main())
