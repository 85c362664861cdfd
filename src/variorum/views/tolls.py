"""Figures of one event as dots and ranges on one scale, each under its siglum."""

from collections.abc import Iterable
from dataclasses import dataclass

from variorum.views.catalogue import Catalogue, Row
from variorum.views.voices import Siglum, siglum_of

QUALIFIER_WORDS = {
    "exact": "",
    "about": "about ",
    "nearly": "nearly ",
    "at_least": "at least ",
    "at_most": "at most ",
    "more_than": "more than ",
    "less_than": "less than ",
}
LEFT, RIGHT = 4.0, 96.0
"""Per cent of the plot's width between which numbers are drawn; an open end runs on to the edge."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """One report's figure. Positions are per cent of the plot's width; open ends run to its edge."""

    figure_id: str
    siglum: Siglum
    words: str
    left: float
    right: float
    dot: float | None
    open_low: bool
    open_high: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TollPlot:
    """All figures of one kind of one event. `drawn` where a picture says more than the words do."""

    what: str
    tolls: tuple[Toll, ...]
    drawn: bool
    scale: tuple[str, ...]


def show_number(value: float | None) -> str:
    """A number with thousands apart, whole where it is whole."""
    if value is None:
        return "?"
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,g}"


def show_figure(row: Row) -> str:
    """A figure in words: "at least 286", "dozens (24 – 99)"."""
    qualifier, best = row["qualifier"], row["best"]
    if best is not None and qualifier in QUALIFIER_WORDS:
        return QUALIFIER_WORDS[qualifier] + show_number(best)
    ends = " – ".join(show_number(end) for end in (row["low"], row["high"]) if end is not None)
    word = "" if qualifier in ("range", "exact") else str(qualifier).replace("_", " ")
    return f"{word} ({ends})" if word and ends else word or ends or show_number(best)


def toll_plots(catalogue: Catalogue, figures: Iterable[Row]) -> tuple[TollPlot, ...]:
    """Plots of an event's figures, one for each kind of thing counted and whose."""
    groups: dict[tuple[str, str], list[Row]] = {}
    for row in figures:
        groups.setdefault((row["what"], row["of_whom"] or ""), []).append(row)
    return tuple(_plot(catalogue, what, rows) for what, rows in sorted(groups.items()))


def _plot(catalogue: Catalogue, what: tuple[str, str], rows: list[Row]) -> TollPlot:
    ends = [value for row in rows for value in (row["low"], row["best"], row["high"]) if value is not None]
    low, high = (min(ends), max(ends)) if ends else (0.0, 0.0)
    tolls = tuple(_toll(catalogue, row, low, high) for row in rows)
    name = what[0].replace("_", " ") + (f" ({what[1]})" if what[1] else "")
    said = {(row["low"], row["best"], row["high"], row["qualifier"]) for row in rows}
    return TollPlot(
        what=name,
        tolls=tuple(sorted(tolls, key=lambda t: (t.siglum.text, t.words))),
        drawn=len(said) > 1,
        scale=tuple(dict.fromkeys((show_number(low), show_number(high)))),
    )


def _toll(catalogue: Catalogue, row: Row, low: float, high: float) -> Toll:
    def place(value: float) -> float:
        middle = (LEFT + RIGHT) / 2
        return middle if high == low else round(LEFT + (RIGHT - LEFT) * (value - low) / (high - low), 1)

    evidence = catalogue.of("evidence", "item_id", row["figure_id"])
    return Toll(
        figure_id=row["figure_id"],
        siglum=siglum_of(catalogue, row["report_id"], evidence[0]["evidence_id"] if evidence else None),
        words=show_figure(row),
        left=0.0 if row["low"] is None else place(row["low"]),
        right=100.0 if row["high"] is None else place(row["high"]),
        dot=None if row["best"] is None else place(row["best"]),
        open_low=row["low"] is None,
        open_high=row["high"] is None,
    )
