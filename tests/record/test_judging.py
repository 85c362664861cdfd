"""Which pairs of claims set two reports against each other, beyond the rule of their attribute."""

from dataclasses import replace

import pytest
from links.factory import MONDAY, days_after
from record.factory import exactly, find_one, make_claim

from variorum.schema.dates import between, on_day


@pytest.mark.parametrize("some", ["Two Chinese tourists", "three women", "four more victims", "5 children"])
def test_count_of_some_among_others_contradicts_no_whole(some):
    whole, part = make_claim("r1", "wounded", exactly(18), "18"), make_claim("r2", "wounded", exactly(3), some)
    assert find_one(whole, part).status != "disputed"


def test_counts_of_all_stand_against_each_other():
    one, two = (
        make_claim("r1", "wounded", exactly(18), "18 people"),
        make_claim("r2", "wounded", exactly(9), "9 people"),
    )
    assert find_one(one, two).status == "disputed"


def test_bare_weekday_can_be_the_day_that_another_quotes():
    said = replace(make_claim("r1", "date", on_day(MONDAY), "Monday"), as_of=days_after(6))
    week_on = between(days_after(5), days_after(8))
    assert find_one(said, make_claim("r2", "date", week_on, "yesterday")).status != "disputed"
    assert find_one(said, make_claim("r2", "date", on_day(days_after(3)), "Thursday")).status == "disputed"


def test_what_is_delayed_or_not_firmly_dated_contradicts_nothing():
    done, off = make_claim("r1", "realis", "happened"), make_claim("r2", "realis", "called_off")
    assert find_one(done, replace(off, original="delayed")).status != "disputed"
    assert find_one(done, off).status == "disputed"
    loose = replace(make_claim("r2", "date", on_day(days_after(1)), "Tuesday"), firm=False)
    assert find_one(make_claim("r1", "date", on_day(MONDAY), "Monday"), loose).status != "disputed"
