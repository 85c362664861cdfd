"""Counts as claims hold them, and in words."""

from variorum.schema.annotations import FigureMention
from variorum.schema.quantities import Quantity

WORDS = {
    "at_least": "at least ",
    "more_than": "more than ",
    "about": "about ",
    "nearly": "nearly ",
    "at_most": "at most ",
    "less_than": "less than ",
}
COLLECTIVE = ("dozens", "scores", "hundreds", "thousands")


def claimed_count(figure: FigureMention) -> Quantity:
    """What a figure claims of its event. One victim named or described leaves open whether there were others."""
    if figure.basis == "one":
        return Quantity(low=figure.low, best=figure.best, high=None, qualifier="at_least")
    return Quantity(low=figure.low, best=figure.best, high=figure.high, qualifier=figure.qualifier)


def count_text(count: Quantity) -> str:
    """A count in words: "at least 286", "about 2000", "12 to 15"."""
    said = count.best if count.best is not None else count.low
    number = "" if said is None else f"{said:.12g}"
    if count.qualifier == "range" and count.low is not None and count.high is not None:
        return f"{count.low:.12g} to {count.high:.12g}"
    return count.qualifier if count.qualifier in COLLECTIVE else WORDS.get(count.qualifier, "") + number
