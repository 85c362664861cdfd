"""Score the records of known cases against what a careful reader finds in their reports.

    golden.py [--shared DIR] [--floors FILE]

Cases: the reports beside the project (skipped where they are not there) and every folder of examples/.
Prints the score by kind and every miss. It fails where the judge rejects a record (it shows more events than
the list allows); with --floors also where a case is below its floor.
"""

import argparse
import json
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
BUILT = ROOT / "build" / "golden"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Reports and the list of what is in them."""

    name: str
    reports: Path
    golden: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """What the judge says of one record. by_kind: (found, asked for). rejected: the judge failed it."""

    share: float
    by_kind: dict[str, tuple[int, int]]
    events_shown: int
    limit: int
    misses: tuple[str, ...]
    rejected: bool


def find_cases(shared: Path) -> list[Case]:
    """List the cases that could be scored, in a fixed order."""
    beside = sorted((shared / "reports").glob("*/"))
    cases = [Case(name=d.name, reports=d, golden=shared / "golden" / f"{d.name}.toml") for d in beside]
    examples = sorted((ROOT / "examples").glob("*/"))
    return cases + [Case(name=d.name, reports=d / "reports", golden=d / "golden.toml") for d in examples]


def judge_case(case: Case, judge: Path) -> Score:
    """Build a case's record afresh and have it judged."""
    import variorum

    record = BUILT / f"{case.name}.variorum"
    record.parent.mkdir(parents=True, exist_ok=True)
    variorum.build([case.reports], out=record, fresh=True)
    command = [sys.executable, str(judge), str(record), str(case.golden), "--json"]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    if not ended.stdout:
        sys.exit(f"{case.name}: the judge failed: {ended.stderr.strip().splitlines()[-1]}")
    said: dict[str, Any] = json.loads(ended.stdout)
    return Score(
        share=said["score"],
        by_kind={kind: (got, of) for kind, (got, of) in said["by_kind"].items()},
        events_shown=said["events_shown"],
        limit=said["limit"],
        misses=tuple(said["misses"]),
        rejected=ended.returncode != 0,
    )


def print_score(case: Case, score: Score) -> None:
    """Print every miss, then the score by kind."""
    print(f"\n{case.name}")
    for miss in score.misses:
        print(f"  missed  {miss}")
    for kind, (got, of) in score.by_kind.items():
        print(f"  {kind:16} {got:3} of {of:3}")
    print(f"  {'all':16} {score.share:.1%}; {score.events_shown} events shown, at most {score.limit}")


def find_rejected(scores: dict[str, Score]) -> list[str]:
    """Say which records the judge rejects."""
    return [
        f"{name}: rejected by the judge: {score.events_shown} events shown, at most {score.limit}"
        for name, score in scores.items()
        if score.rejected
    ]


def find_faults(scores: dict[str, Score], floors: dict[str, dict[str, Any]]) -> list[str]:
    """Say where a case is below its floor. A floor of a case that was skipped is not looked at."""
    faults = []
    for name, floor in floors.items():
        if name not in scores:
            continue
        score = scores[name]
        for kind, asked in floor.get("found", {}).items():
            got = score.by_kind.get(kind, (0, 0))[0]
            if got < asked:
                faults.append(f"{name}: {kind} {got}, the floor is {asked}")
        if score.share < floor.get("share", 0):
            faults.append(f"{name}: {score.share:.1%}, the floor is {floor['share']:.1%}")
        other = floor.get("no_lower_than")
        if other in scores and score.share < scores[other].share:
            faults.append(f"{name}: {score.share:.1%}, lower than {other} ({scores[other].share:.1%})")
    return faults


def main() -> int:
    """Score all cases; 1 where a floor is not held."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--floors", type=Path)
    given = parser.parse_args()
    judge = given.shared / "golden" / "judge.py"
    if not judge.is_file():
        print(f"skipped: {judge} is not there, so that nothing can be scored")
        return 0
    scores = {}
    for case in find_cases(given.shared):
        if not case.reports.is_dir() or not case.golden.is_file():
            print(f"\n{case.name}\n  skipped: no {'reports' if not case.reports.is_dir() else case.golden.name} there")
            continue
        scores[case.name] = judge_case(case, judge)
        print_score(case, scores[case.name])
    faults = find_rejected(scores)
    if given.floors is not None:
        below = find_faults(scores, tomllib.loads(given.floors.read_text(encoding="utf-8")))
        faults += [f"below its floor: {fault}" for fault in below]
        print("" if below else "\nevery floor holds")
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
