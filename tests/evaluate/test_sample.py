"""A small fixed sample of the gold sets beside the project is held to floors of its own."""

from pathlib import Path

import pytest

from variorum.evaluate import evaluate, hold_floors

ROOT = Path(__file__).parents[2]
GOLD = ROOT.parent / "shared" / "gold"
FLOORS = ROOT / "evaluation" / "gold_floors.toml"
EVERY = 11


@pytest.mark.skipif(not GOLD.is_dir(), reason=f"no gold sets in {GOLD}")
@pytest.mark.parametrize("task", ["times", "entities", "places", "incidents"])
def test_a_sample_holds_its_floors(task):
    found = evaluate(GOLD, tasks=[task], every=EVERY)
    assert [result.task.name for result in found.results] == [task]
    verdict = hold_floors(found, FLOORS)
    assert verdict.below == 0, verdict.lines
