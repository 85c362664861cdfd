"""Lineage as a picture: reports along time, one lane a source, arrows from origin to copy.

An arrow's width is the share of the copy's words; it is solid where the direction is known. Reports whose day is not
known stand in a lane of their own, across the others at the right.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from variorum.views.catalogue import Catalogue, Row
from variorum.views.days import as_day
from variorum.views.stemma import Stemma, Stock, walk
from variorum.views.timescale import Scale, Tick, find_folds, fold_days, name_ticks
from variorum.views.voices import describe_report, siglum_of

LANES, ARROWS = 40, 150
"""Lanes and arrows beyond which only those with most reports, or of the widest share, are drawn."""

ROW, FOOT, TOP = 22.0, 26.0, 10.0
"""Pixels: height of a row of marks, room for the axis below, room above."""

APART = 15.0
"""Pixels between two marks of a lane at least; closer ones stand below each other."""

THIN, THICK = 1.2, 7.0
"""Pixels: an arrow for the least and for the whole of a report."""

HEAD, BEND = 5.0, 30.0
"""Pixels: an arrow's head, and how far it runs level at each end at least."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Where things stand, in pixels: names end at `left`, the undated begin at `right`; names above lanes where narrow."""

    width: float
    left: float
    right: float
    narrow: bool


WIDE = Frame(width=1080, left=212, right=968, narrow=False)
NARROW = Frame(width=350, left=16, right=286, narrow=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """One report: a dot for a day, a bar from `left` to `right` for bounds; open ends are dashed."""

    key: str
    href: str
    title: str
    left: float
    right: float
    y: float
    kind: str

    @property
    def bar(self) -> bool:
        return self.right - self.left >= 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """One source, or an agency of which the record has no report."""

    siglum: str
    name: str
    y: float
    label_y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrow:
    """From origin to copy; `head` is a polygon's points, empty where the direction is not known."""

    href: str
    title: str
    path: str
    head: str
    width: float
    known: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """All that the drawing needs, in pixels. `undated` is where that lane is, None where nothing is undated."""

    frame: Frame
    height: float
    base: float
    label: str
    lanes: tuple[Lane, ...]
    dots: tuple[Dot, ...]
    arrows: tuple[Arrow, ...]
    ticks: tuple[Tick, ...]
    folds: tuple[float, ...]
    undated: float | None
    left_out: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Group:
    """What goes into one lane: dots still without a row."""

    siglum: str
    name: str
    dots: tuple[Dot, ...]


def draw_pictures(catalogue: Catalogue, stemma: Stemma) -> tuple[Picture, ...]:
    """The picture for a wide and for a narrow page; none where no report has another's words."""
    if not stemma.stocks:
        return ()
    return tuple(_draw(catalogue, stemma, frame) for frame in (WIDE, NARROW))


def _draw(catalogue: Catalogue, stemma: Stemma, frame: Frame) -> Picture:
    ids = dict.fromkeys(branch.report_id for stock in stemma.stocks for branch in walk(stock.branches))
    rows = [row for row in (catalogue.one("reports", report) for report in ids) if row is not None]
    scale = _scale(rows, frame)
    groups = [*_agencies(stemma, frame), *_sources(catalogue, rows, scale, frame)]
    lanes, dots, bottom = _stack(groups[:LANES], frame)
    places = {dot.key: dot for dot in dots}
    base = bottom + 6
    undated = any(_undated(row) for row in rows)
    return Picture(
        frame=frame,
        height=base + FOOT,
        base=base,
        label=f"Lineage of {len(rows)} reports along time. {stemma.summary}. The list below says the same in words.",
        lanes=lanes,
        dots=dots,
        arrows=_arrows(stemma, places, frame),
        ticks=name_ticks(scale) if scale else (),
        folds=find_folds(scale) if scale else (),
        undated=(frame.right + frame.width) / 2 if undated else None,
        left_out=len(groups) - len(lanes),
    )


def _undated(row: Row) -> bool:
    return row["published_low"] is None and row["published_high"] is None


def _scale(rows: Iterable[Row], frame: Frame) -> Scale | None:
    days = {as_day(row[f"published_{end}"]) for row in rows for end in ("low", "high")} - {None}
    ordinals = {day.toordinal() for day in days if day}
    return fold_days(ordinals | {day + 1 for day in ordinals}, frame.left + 24, frame.right - 34) if ordinals else None


def _agencies(stemma: Stemma, frame: Frame) -> list[_Group]:
    """A lane for each agency that reports credit and of which the record has no report itself."""
    made = []
    for stock in stemma.stocks:
        if stock.basis == "credited" and not _has_own(stock):
            title = f"{stock.name}: credited, no report of its own here"
            dot = Dot(
                key=stock.origin_id,
                href=f"org-{stock.origin_id}",
                title=title,
                left=frame.left,
                right=frame.left,
                y=0.0,
                kind="agency",
            )
            made.append(_Group(siglum="", name=stock.name, dots=(dot,)))
    return made


def _has_own(stock: Stock) -> bool:
    return any(branch.source.casefold() == stock.name.casefold() for branch in walk(stock.branches))


def _sources(catalogue: Catalogue, rows: Sequence[Row], scale: Scale | None, frame: Frame) -> list[_Group]:
    """A lane for each source, in the order in which the trees name them."""
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row["source"] or row["siglum"] or row["report_id"], []).append(row)
    return [
        _Group(
            siglum=siglum_of(catalogue, found[0]["report_id"]).text,
            name=found[0]["source"] or "source unknown",
            dots=tuple(_dot(row, scale, frame) for row in found),
        )
        for found in groups.values()
    ]


def _dot(row: Row, scale: Scale | None, frame: Frame) -> Dot:
    left, right, kind = _extent(row, scale, frame)
    return Dot(
        key=row["report_id"],
        href=f"of-{row['report_id']}",
        title=f"{row['siglum']} · {describe_report(row)}",
        left=left,
        right=right,
        y=0.0,
        kind=kind,
    )


def _extent(row: Row, scale: Scale | None, frame: Frame) -> tuple[float, float, str]:
    low, high = as_day(row["published_low"]), as_day(row["published_high"])
    if scale is None or not (low or high):
        middle = (frame.right + frame.width) / 2
        return middle, middle, "undated"
    if low and high:
        left, right = scale.at(low.toordinal()), scale.at(high.toordinal() + (0 if low == high else 1))
        return left, right, "day" if low == high else "span"
    known = scale.at((low or high or date.min).toordinal())
    return (known, known + 18, "open") if low else (known - 18, known, "open")


def _stack(groups: Iterable[_Group], frame: Frame) -> tuple[tuple[Lane, ...], tuple[Dot, ...], float]:
    """Give every lane its height and every dot its row; marks that would touch stand below each other."""
    lanes: list[Lane] = []
    placed: list[Dot] = []
    y = TOP
    for group in groups:
        top = y + (15 if frame.narrow else 0)
        ends: list[float] = []
        for dot in sorted(group.dots, key=lambda d: (d.left, d.right, d.key)):
            row = next((i for i, end in enumerate(ends) if dot.left - end >= APART), len(ends))
            ends[row : row + 1] = [dot.right]
            placed.append(replace(dot, y=round(top + (row + 0.5) * ROW, 1)))
        bottom = top + len(ends) * ROW
        label_y = y + 12 if frame.narrow else top + ROW / 2 + 4
        lanes.append(Lane(siglum=group.siglum, name=group.name, y=round(bottom + 1, 1), label_y=round(label_y, 1)))
        y = bottom + 4
    return tuple(lanes), tuple(placed), y


def _arrows(stemma: Stemma, places: Mapping[str, Dot], frame: Frame) -> tuple[Arrow, ...]:
    """Arrows of agencies, then of pairs, the widest first."""
    made = []
    for stock in stemma.stocks:
        for branch in stock.branches:
            if stock.origin_id in places and branch.report_id in places:
                title = f"{branch.siglum.text} credits {stock.name}"
                ends = (places[stock.origin_id], places[branch.report_id])
                made.append(_arrow(frame, ends, f"org-{stock.origin_id}", title, share=0.0, known=True))
    for x in stemma.lineages[:ARROWS]:
        if x.of.report_id in places and x.copy.report_id in places:
            verb = "from" if x.directed else "shares with"
            title = f"{x.copy.text} {verb} {x.of.text}: {x.share * 100:.0f} % of {x.copy.text}, {x.basis}"
            ends = (places[x.of.report_id], places[x.copy.report_id])
            made.append(_arrow(frame, ends, x.anchor, title, share=x.share, known=x.directed))
    return tuple(made)


def _arrow(frame: Frame, ends: tuple[Dot, Dot], href: str, title: str, *, share: float, known: bool) -> Arrow:
    start, end = ends
    width = round(THIN + (THICK - THIN) * min(1.0, share), 1)
    size = HEAD + width / 2
    x1, y1 = start.right + 6, start.y
    x2, y2 = end.left - 6 - (size if known else 0), end.y
    bend = max(BEND, (x2 - x1) * 0.45) if y1 != y2 else BEND
    rise = 0.0 if y1 != y2 or x2 > x1 else ROW
    out, back = min(x1 + bend, frame.width - 3), max(x2 - bend, frame.left - 14)
    path = f"M{x1:.1f} {y1:.1f}C{out:.1f} {y1 - rise:.1f} {back:.1f} {y2 - rise:.1f} {x2:.1f} {y2:.1f}"
    head = f"{x2:.1f},{y2 - size / 1.6:.1f} {x2 + size:.1f},{y2:.1f} {x2:.1f},{y2 + size / 1.6:.1f}" if known else ""
    return Arrow(href=href, title=title, path=path, head=head, width=width, known=known)
