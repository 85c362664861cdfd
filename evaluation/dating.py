"""Dating of reports whose metadata are hidden, against the dates that the corpus gives.

Every report of ../shared/gold/stories is read as plain text under a neutral file name. Settings:

- all hidden: nothing but the words of the reports, all of one file together.
- url kept: the words and the page's address, where the corpus has one.
- one in three hidden: every report is dated once, with its own date, address and name hidden, while two thirds of the
  others keep theirs; three rounds.

Printed for each file and setting: reports; share that gets bounds (both ends known); of these the share whose bounds
hold the true date; share of all reports with bounds of a week or less, and of those the share that is right.
A corpus' dates are taken as true as they stand; some of news-cluster's look like dates of crawling.

    python evaluation/dating.py --gold ../shared/gold [--json]
"""

import argparse
import json
import pickle
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from floors import hold_floors

from variorum.annotations import annotate
from variorum.config import Config
from variorum.links.link import link_corpus
from variorum.reports.items import Item
from variorum.reports.reading import read_item
from variorum.schema.annotations import Annotations
from variorum.schema.dates import on_day
from variorum.schema.linked import Dated
from variorum.schema.reports import Report

ROUNDS = 3
WEEK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A report with its true date and the report as it reads with its metadata hidden."""

    true: date
    url: str | None
    report: Report


def read_cases(path: Path, config: Config) -> list[Case]:
    """Read a file of the corpus, every report as plain text without metadata."""
    cases = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        row = json.loads(line)
        item = Item(file=f"{number:04}.txt", data=row["text"].encode())
        report = read_item(item, config)
        if report.status == "read":
            cases.append(Case(true=date.fromisoformat(row["published"]), url=row.get("url"), report=report))
    by_id = {case.report.report_id: case for case in cases}
    return [by_id[key] for key in sorted(by_id)]


def with_url(case: Case, config: Config) -> Report:
    """The report as it reads where its address is known."""
    head = f"{case.url}\n\n" if case.url else ""
    read = read_item(Item(file=case.report.file, data=(head + case.report.text).encode()), config)
    return replace(read, report_id=case.report.report_id, text=case.report.text, title_span=case.report.title_span)


def told(case: Case) -> Report:
    """The report as it reads where its date is known."""
    return replace(case.report, published=on_day(case.true), published_basis="metadata")


def date_all(reports: Sequence[Report], annotations: dict[str, Annotations], config: Config) -> dict[str, Dated]:
    """Date reports as a build does."""
    return dict(
        link_corpus(reports, annotations, (), config=config, agencies=frozenset(), progress=lambda *_: None).dated
    )


def run_settings(
    cases: Sequence[Case], annotations: dict[str, Annotations], config: Config
) -> Iterator[tuple[str, dict[str, Dated]]]:
    """Date the cases in each setting."""
    yield "all hidden", date_all([case.report for case in cases], annotations, config)
    if any(case.url for case in cases):
        yield "url kept", date_all([with_url(case, config) for case in cases], annotations, config)
    found: dict[str, Dated] = {}
    for turn in range(ROUNDS):
        hidden = {case.report.report_id for i, case in enumerate(cases) if i % ROUNDS == turn}
        mixed = [case.report if case.report.report_id in hidden else told(case) for case in cases]
        found |= {r: d for r, d in date_all(mixed, annotations, config).items() if r in hidden}
    yield "one in three hidden", found


def score(cases: Sequence[Case], dated: dict[str, Dated]) -> dict[str, Any]:
    """Shares as said above; None where there is nothing to share."""
    bounds = [(case, dated[case.report.report_id].published) for case in cases]
    known = [(case, b) for case, b in bounds if b.low and b.high]
    week = [(case, b) for case, b in known if b.days is not None and b.days <= WEEK]
    partly = [(case, b) for case, b in bounds if b.low or b.high]

    def right(pairs: Sequence[tuple[Case, Any]]) -> float | None:
        good = sum((b.low or date.min) <= case.true <= (b.high or date.max) for case, b in pairs)
        return good / len(pairs) if pairs else None

    return {
        "n": len(cases),
        "with_a_bound": len(partly) / len(cases),
        "with_a_bound_right": right(partly),
        "bounded": len(known) / len(cases),
        "bounded_right": right(known),
        "within_a_week": len(week) / len(cases),
        "within_a_week_right": right(week),
    }


def list_misses(cases: Sequence[Case], dated: dict[str, Dated]) -> Iterator[str]:
    """Every report whose bounds do not hold the true date."""
    for case in cases:
        b = dated[case.report.report_id]
        if not (b.published.low or date.min) <= case.true <= (b.published.high or date.max):
            yield f"{case.report.file} true {case.true} said {b.published.edtf}: {b.basis}"


def annotate_cases(cases: Sequence[Case], kept: Path | None, config: Config) -> dict[str, Annotations]:
    """Annotate every case; with `kept`, keep the annotations there for another run."""
    if kept is not None and kept.is_file():
        return pickle.loads(kept.read_bytes())  # noqa: S301 - written by this program
    made = {case.report.report_id: annotate(case.report, config=config) for case in cases}
    if kept is not None:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(pickle.dumps(made))
    return made


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--floors", type=Path)
    parser.add_argument("--keep", type=Path, help="a folder for annotations, so that another run is quick")
    given = parser.parse_args()
    config, results = Config(), {}
    for path in sorted((given.gold / "stories").glob("*.jsonl")):
        cases = read_cases(path, config)
        annotations = annotate_cases(cases, given.keep and given.keep / f"{path.stem}.pickle", config)
        for setting, dated in run_settings(cases, annotations, config):
            results[f"{path.stem}, {setting}"] = score(cases, dated)
            if given.misses:
                print(f"--- {path.stem}, {setting}")
                print("\n".join(list_misses(cases, dated)))
    if given.json:
        print(json.dumps(results, indent=2))
        return 0
    for name, shares in results.items():
        numbers = "  ".join(f"{k} {'-' if v is None else f'{v:.3f}' if k != 'n' else v}" for k, v in shares.items())
        print(f"{name:34} {numbers}")
    if not results:
        print(f"skipped: no stories/*.jsonl in {given.gold}")
    return max((hold_floors(f"dating: {name}", shares, given.floors) for name, shares in results.items()), default=0)


if __name__ == "__main__":
    sys.exit(main())
