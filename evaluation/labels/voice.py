"""Whose words are they? Spans that readers of BASIL marked, beside the voice that this software hears.

    voice.py GOLD [--half build|score]

GOLD is the folder of gold sets (`stories/basil.jsonl`). Printed: of the spans that stand in a quotation, and of those that do
not, how many are heard as quotation (between marks or in a direct statement), as told (indirect speech) and as the
outlet's own. Halves go by story, in order of its name.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from variorum.annotations.label_voice import find_voices
from variorum.config import Config
from variorum.pipeline import annotate_reports
from variorum.schema.annotations import Annotations
from variorum.schema.reports import Report, Span

MARKS = " \n\"“”‘’'.,"


class Heard(NamedTuple):
    """One marked span: whether it stands in a quotation, and how it is heard."""

    quoted: bool
    voice: str


def read_rows(gold: Path, half: str | None) -> list[dict[str, Any]]:
    """Reports of one half of the stories, or of all."""
    rows = [json.loads(line) for line in (gold / "stories/basil.jsonl").read_text(encoding="utf-8").splitlines()]
    stories = sorted({row["story"] for row in rows})
    kept = {story for n, story in enumerate(stories) if half is None or ("build", "score")[n % 2] == half}
    return [row for row in rows if row["story"] in kept]


def hear(row: dict[str, Any], own: Annotations) -> Iterator[Heard]:
    """The spans of one report, without the marks at their ends."""
    marked = find_voices(row["text"], [s for s in own.statements if s.kind != "indirect"])
    told = find_voices(row["text"], own.statements)
    for bias in row["bias"]:
        words = row["text"][bias["start"] : bias["end"]]
        start = bias["start"] + len(words) - len(words.lstrip(MARKS))
        span = Span(start=start, end=max(start + 1, bias["start"] + len(words.rstrip(MARKS))))
        voice = "quotation" if marked.voice(span) == "quoted" else "told" if told.voice(span) == "quoted" else "own"
        yield Heard(quoted=bool(bias["quote"]), voice=voice)


def main() -> None:
    """Annotate the reports and count."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--half", choices=("build", "score"))
    asked = parser.parse_args()
    rows = read_rows(asked.gold, asked.half)
    reports = [Report(report_id=r["id"], file=r["id"], text=r["text"], digest=r["id"], language="en") for r in rows]
    found = annotate_reports(reports, config=Config())
    tally = Counter(heard for row in rows for heard in hear(row, found[row["id"]]))
    for quoted in (True, False):
        own = {voice: tally[Heard(quoted, voice)] for voice in ("quotation", "told", "own")}
        print("in a quotation:" if quoted else "not in one:", sum(own.values()), own)


if __name__ == "__main__":
    main()
