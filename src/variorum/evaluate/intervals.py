"""How sure a figure is: the percentile bootstrap over documents."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from variorum.evaluate.values import Counts, Figures

SEED, ROUNDS = 20261121, 1000


def find_intervals(
    units: Sequence[Counts], figures: Callable[[Counts], Figures], *, rounds: int = ROUNDS
) -> Mapping[str, tuple[float, float]]:
    """The 95 % interval of each figure: units are drawn again with replacement, their counts added up.

    Args:
        units: counts of each document (or topic), which are what is drawn.
        figures: makes figures from summed counts.

    Returns:
        By figure the 2.5 and 97.5 percentiles; nothing where there are fewer than two units.

    Source: Efron and Tibshirani 1993, percentile method.
    """
    if len(units) < 2:
        return {}
    names = sorted({name for unit in units for name in unit})
    table = np.array([[unit.get(name, 0) for name in names] for unit in units], dtype=float)
    drawn = np.random.default_rng(SEED).multinomial(len(units), [1 / len(units)] * len(units), size=rounds)
    rows = [figures(dict(zip(names, row, strict=True))) for row in drawn @ table]
    return {
        name: (
            float(np.percentile([row[name] for row in rows], 2.5)),
            float(np.percentile([row[name] for row in rows], 97.5)),
        )
        for name in rows[0]
    }
