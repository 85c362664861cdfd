"""Lineage as a picture: everything inside the frame, bounds drawn, direction only where it is known."""

import re
from datetime import date

import pytest
from views.pile import WIRE, make_pile, report_of

from variorum.views.catalogue import Catalogue
from variorum.views.stemma import draw_stemma
from variorum.views.stemma_picture import NARROW, WIDE, draw_pictures


def draw(rows):
    catalogue = Catalogue(rows)
    return draw_pictures(catalogue, draw_stemma(catalogue))


@pytest.fixture(params=[0, 1], ids=["wide", "narrow"])
def picture(request):
    return draw(make_pile())[request.param]


def test_marks_stand_in_the_order_of_their_days(picture):
    dots = {dot.key: dot for dot in picture.dots}
    order = [dots[report_of(name)].left for name in ("NW", "HP", "DL", "R1")]
    assert order == sorted(order)
    assert dots[report_of("EN")].bar
    assert not dots[report_of("NW")].bar
    assert dots[report_of("R1")].kind == "undated"
    assert dots[report_of("R1")].left == picture.undated
    assert report_of("VT") not in dots


def test_all_is_drawn_inside_the_frame(picture):
    for arrow in picture.arrows:
        numbers = [float(n) for n in re.findall(r"-?\d+\.\d", f"{arrow.path} {arrow.head}")]
        assert all(n >= 0 for n in numbers)
        assert max(numbers[::2]) <= picture.frame.width
    assert all(0 <= dot.left <= dot.right <= picture.frame.width and 0 < dot.y < picture.base for dot in picture.dots)
    assert picture.base < picture.height


def test_arrow_is_headless_where_nobody_knows_who_was_first(picture):
    heads = {(arrow.title.split(":")[0], bool(arrow.head), arrow.known) for arrow in picture.arrows}
    assert heads == {("R1 shares with EN", False, False), ("DL from HP", True, True), ("HP from NW", True, True)}
    widths = {arrow.title.split(":")[0]: arrow.width for arrow in picture.arrows}
    assert widths["R1 shares with EN"] > widths["DL from HP"] > widths["HP from NW"]


def test_agency_without_a_report_of_its_own_has_a_lane():
    rows = make_pile()
    rows["reports"] = [row for row in rows["reports"] if row["report_id"] != report_of("NW")]
    rows["copies"] = [row for row in rows["copies"] if report_of("NW") not in (row["report_id"], row["of_report_id"])]
    wide, _ = draw(rows)
    assert (wide.lanes[0].siglum, wide.lanes[0].name) == ("", "North Wire")
    assert wide.dots[0].kind == "agency"
    assert f"org-{WIRE}" in {arrow.href for arrow in wide.arrows}


def test_reports_of_one_source_and_day_stand_below_each_other():
    rows = make_pile()
    for row in rows["reports"]:
        if row["report_id"] == report_of("DL"):
            row.update(
                source="Harbour Post", siglum="HP", published_low=date(2031, 3, 4), published_high=date(2031, 3, 4)
            )
    wide, _ = draw(rows)
    dots = {dot.key: dot for dot in wide.dots}
    assert dots[report_of("DL")].left == dots[report_of("HP")].left
    assert abs(dots[report_of("DL")].y - dots[report_of("HP")].y) > 10
    assert len(wide.lanes) == 4


def test_nothing_is_drawn_where_nobody_copies():
    rows = make_pile()
    rows["copies"].clear()
    for row in rows["reports"]:
        row["origin_basis"] = "presumed"
    assert draw(rows) == ()


def test_picture_without_any_day_has_only_the_undated_lane():
    rows = make_pile()
    for row in rows["reports"]:
        row["published_low"] = row["published_high"] = None
    wide, narrow = draw(rows)
    assert wide.ticks == ()
    assert {dot.kind for dot in wide.dots} == {"undated"}
    assert (wide.frame, narrow.frame) == (WIDE, NARROW)
