"""How sure a figure is: the percentile bootstrap over documents."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from variorum.evaluate.values import Counts, Figures

SEED, ROUNDS = 20261121, 1000


def find_intervals(
    strata: Sequence[Sequence[Counts]], figures: Callable[[Counts], Figures], *, rounds: int = ROUNDS
) -> Mapping[str, tuple[float, float]]:
    """The 95 % interval of each figure: units are drawn again with replacement, their counts added up.

    Args:
        strata: counts of each document (or topic), which are what is drawn, each stratum by itself; the figure of
            several strata is the mean of theirs.
        figures: makes figures from summed counts.

    Returns:
        By figure the 2.5 and 97.5 percentiles; nothing where there are fewer than two units.

    Source: Efron and Tibshirani 1993, percentile method.
    """
    held = [units for units in strata if units]
    if sum(len(units) for units in held) < 2:
        return {}
    generator = np.random.default_rng(SEED)
    drawn = [_draw(units, generator, rounds) for units in held]
    rows = [mean_figures([figures(counts) for counts in one]) for one in zip(*drawn, strict=True)]
    return {
        name: (
            float(np.percentile([row[name] for row in rows], 2.5)),
            float(np.percentile([row[name] for row in rows], 97.5)),
        )
        for name in rows[0]
    }


def _draw(units: Sequence[Counts], generator: np.random.Generator, rounds: int) -> list[dict[str, float]]:
    """Summed counts of each round, as many units drawn as there are."""
    names = sorted({name for unit in units for name in unit})
    table = np.array([[unit.get(name, 0) for name in names] for unit in units], dtype=float)
    drawn = generator.multinomial(len(units), [1 / len(units)] * len(units), size=rounds)
    return [dict(zip(names, row, strict=True)) for row in (drawn @ table).tolist()]


def mean_figures(figures: Sequence[Figures]) -> Figures:
    """The mean of each figure over strata, all of which have the same figures."""
    return {name: sum(one[name] for one in figures) / len(figures) for name in figures[0]}
