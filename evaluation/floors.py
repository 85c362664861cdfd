"""Floors of measured figures: what was reached once is asked for from then on. They stand in floors.toml."""

import tomllib
from collections.abc import Mapping
from pathlib import Path


def hold_floors(name: str, figures: Mapping[str, float | None], floors: Path | None) -> int:
    """Compare figures with the floors of their table and say what is below.

    Args:
        name: the table in the file.
        figures: by name; one that a floor asks for and that is missing or None is below it.
        floors: the file, or None where nothing is to be compared.

    Returns:
        An exit code: 0 where every floor holds.
    """
    if floors is None:
        return 0
    asked = tomllib.loads(floors.read_text(encoding="utf-8")).get(name, {})
    below = [
        f"below its floor: {name}: {figure} {_shown(figures.get(figure))}, the floor is {floor}"
        for figure, floor in asked.items()
        if (figures.get(figure) or 0) < floor
    ]
    print("\n".join(below) if below else f"{name}: every floor holds ({len(asked)})")
    return 1 if below else 0


def _shown(value: float | None) -> str:
    return "is missing" if value is None else f"{value:.3f}"
