"""The timeline's geometry."""

from datetime import date

from views.factory import event_id, make_rows

from variorum.views.axis import LEFT, RIGHT, draw_axis
from variorum.views.catalogue import Catalogue
from variorum.views.chronology import list_events


def test_axis_keeps_order_and_bounds_and_leaves_undated_events_beside(record):
    axis = draw_axis(list_events(record.catalogue))
    marks = {mark.event.event_id: mark for mark in axis.marks}
    assert marks[event_id("talks")].tick
    assert marks[event_id("clash")].right > marks[event_id("clash")].left + 3
    assert marks[event_id("war")].fades_left
    assert not marks[event_id("war")].fades_right
    assert marks[event_id("truce")].left < marks[event_id("clash")].left < marks[event_id("talks")].left
    assert [event.event_id for event in axis.undated] == [event_id("visit")]
    assert len(axis.folds) == 1
    assert all(LEFT <= mark.left <= mark.right <= RIGHT for mark in axis.marks)


def test_no_axis_where_nothing_is_dated():
    rows = make_rows()
    for event in rows["events"]:
        event["date_low"] = event["date_high"] = None
    assert draw_axis(list_events(Catalogue(rows))) is None


def test_axis_of_one_day_can_be_drawn():
    rows = make_rows()
    for event in rows["events"]:
        event["date_low"] = event["date_high"] = date(2031, 3, 4)
    axis = draw_axis(list_events(Catalogue(rows)))
    assert len(axis.marks) == 6
    assert axis.ticks


def test_axis_of_distant_years_can_be_drawn():
    rows = make_rows()
    rows["events"][0] |= {"date_low": date(1, 1, 1), "date_high": date(9998, 12, 31)}
    assert draw_axis(list_events(Catalogue(rows))).ticks
