"""Rows of `times`: TIMEX3 values and days on the report's day, or as far as the words go without one."""

from datetime import date

from annotations.factory import annotate_text

from variorum.record.rows import time_rows
from variorum.schema.dates import UNKNOWN, Bounds, between, on_day

WEDNESDAY = on_day(date(2023, 3, 15))


def rows_of(text: str, published: Bounds = WEDNESDAY) -> dict[str, dict[str, object]]:
    return {str(row["words"]): row for row in time_rows(annotate_text(text).found, published, text)}


def test_weekday_is_a_day_counted_from_the_reports_day() -> None:
    row = rows_of("The envoys of Arland will meet on Monday.")["Monday"]
    assert (row["type"], row["value"], row["anchor"], row["edtf"]) == ("DATE", "2023-03-20", "2023-03-15", "2023-03-20")
    assert (row["low"], row["high"], row["rule"]) == (date(2023, 3, 20), date(2023, 3, 20), "weekday")


def test_weekday_stays_relative_when_the_reports_day_is_unknown() -> None:
    row = rows_of("The envoys of Arland will meet on Monday.", UNKNOWN)["Monday"]
    assert (row["value"], row["anchor"], row["low"], row["high"]) == ("XXXX-WXX-1", None, None, None)


def test_weekday_has_bounds_but_no_value_when_the_reports_day_is_one_of_two() -> None:
    week = between(date(2023, 3, 15), date(2023, 3, 16))
    row = rows_of("The envoys of Arland met last month.", week)["last month"]
    assert (row["value"], row["edtf"]) == ("XXXX-XX", "2023-02")


def test_bound_is_told_apart_from_the_days_named() -> None:
    row = rows_of("They have fought over the valley since the 1990s.")["the 1990s"]
    assert (row["value"], row["edtf"], row["bound"]) == ("199", "199X", "since")
    assert (row["low"], row["high"]) == (date(1990, 1, 1), date(1999, 12, 31))


def test_range_has_both_ends() -> None:
    (row,) = rows_of("The war of 27 September-10 November 2020 displaced many.").values()
    assert (row["value"], row["edtf"]) == ("2020-09-27/2020-11-10", "2020-09-27/2020-11-10")


def test_length_counted_from_an_event_names_it_and_no_day() -> None:
    row = rows_of("The summit was held a month after border clashes left 90 dead.")["a month"]
    assert (row["type"], row["value"], row["anchor"], row["edtf"]) == (
        "DURATION",
        "P1M",
        "border clashes left 90 dead",
        None,
    )


def test_time_counted_from_another_names_its_words() -> None:
    row = rows_of("On 3 May 2020 the truce was signed. Two days later it was broken.")["Two days later"]
    assert (row["value"], row["anchor"], row["edtf"]) == ("2020-05-05", "3 May 2020", "2020-05-05")


def test_modifier_and_zone_are_kept() -> None:
    rows = rows_of("It began in mid-May at 14:30 UTC+4 and lasted more than two years.")
    assert [(row["mod"], row["zone"]) for row in rows.values()] == [
        ("MID", None),
        (None, "+04:00"),
        ("MORE_THAN", None),
    ]
