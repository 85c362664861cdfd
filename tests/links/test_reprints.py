"""Reports printed once more on a later day: their words are of the day of the first."""

from links.factory import MONDAY, days_after, make_report

from variorum.links.reprints import find_whole, write_with_originals
from variorum.schema.dates import on_day
from variorum.schema.linked import Copy, Dated, Lineage
from variorum.schema.reports import Span

TEXT = "The harbour was closed on Sunday, the port office said, and all ferries stayed in."


def lineage(length: int) -> Lineage:
    span = Span(start=0, end=length)
    copy = Copy(
        report_id="r2", span=span, origin_id="o1", of_report_id="r1", of_span=span, similarity=1.0, basis="earlier"
    )
    return Lineage(copies=(copy,), origins=(), of_report={}, of_passage={})


def printed(first, second):
    return [make_report("r1", TEXT, published=first), make_report("r2", TEXT, published=second)]


def test_report_printed_once_more_on_a_later_day_is_found():
    assert find_whole(printed(MONDAY, days_after(1)), lineage(len(TEXT))) == {"r2": "r1"}


def test_neither_of_two_of_one_day_or_of_unknown_days_is_the_later():
    assert find_whole(printed(MONDAY, MONDAY), lineage(len(TEXT))) == {}
    assert find_whole(printed(None, days_after(1)), lineage(len(TEXT))) == {}


def test_report_that_copies_a_part_only_speaks_for_its_own_day():
    assert find_whole(printed(MONDAY, days_after(1)), lineage(len(TEXT) // 2)) == {}


def test_words_printed_once_more_are_of_the_first_day():
    dated = {
        r: Dated(report_id=r, published=on_day(day), basis="stated")
        for r, day in (("r1", MONDAY), ("r2", days_after(1)))
    }
    found = write_with_originals(dated, {"r2": "r1"})
    assert found["r2"].anchor == on_day(MONDAY)
    assert found["r2"].published == on_day(days_after(1))
    assert found["r1"] == dated["r1"]
