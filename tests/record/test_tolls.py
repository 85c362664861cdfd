"""Tolls of reports without a day: a dispute only where no order of the reports explains all of them."""

from dataclasses import replace

import pytest
from links.factory import MONDAY
from record.factory import exactly, find_one, make_claim

from variorum.record.tolls import may_have_grown


def toll(what: str, first: int, second: int, *, dated=(True, False)):
    claims = [
        replace(make_claim(report, what, exactly(count)), as_of=MONDAY if known else None)
        for report, count, known in (("r1", first, dated[0]), ("r2", second, dated[1]))
    ]
    return find_one(*claims)


def test_toll_of_a_report_without_a_day_may_be_a_later_one():
    killed = toll("killed", 12, 15)
    assert killed.status == "disputed"
    assert may_have_grown(killed, [killed])


def test_tolls_that_no_order_explains_stand_in_dispute():
    killed, wounded = toll("killed", 36, 32), toll("wounded", 85, 130)
    assert not may_have_grown(killed, [killed, wounded])
    assert not may_have_grown(wounded, [killed, wounded])


@pytest.mark.parametrize("dated", [(True, True), (False, False)])
def test_reports_of_which_both_or_neither_has_a_day_are_compared(dated):
    killed = toll("killed", 12, 15, dated=dated)
    assert not may_have_grown(killed, [killed])


def test_what_is_no_toll_does_not_grow():
    troops = toll("troops", 1200, 1500)
    assert not may_have_grown(troops, [troops])
