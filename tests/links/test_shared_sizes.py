"""How much of a report stands in others."""

from links.factory import make_report

from variorum.links.shared_sizes import MOSTLY, WHOLLY, find_sharers, shared_sizes
from variorum.schema.linked import Copy
from variorum.schema.reports import Span

TEXT = "The harbour was closed on Sunday. " * 3


def copy_of(report: str, original: str, length: int, start: int = 0) -> Copy:
    span = Span(start=start, end=start + length)
    return Copy(
        report_id=report, span=span, origin_id="o", of_report_id=original, of_span=span, similarity=1.0, basis="date"
    )


def test_passages_add_up_on_both_sides():
    sizes = shared_sizes([copy_of("r2", "r1", 30), copy_of("r2", "r1", 20, start=40)])
    assert sizes == {("r2", "r1"): 50, ("r1", "r2"): 50}


def test_copies_of_one_passage_share_it_with_each_other():
    sizes = shared_sizes([copy_of("r2", "r1", 30), copy_of("r3", "r1", 30)])
    assert sizes["r2", "r3"] == sizes["r3", "r2"] == 30


def test_long_report_that_a_short_one_stands_in_is_no_copy_of_it():
    reports = [make_report("r1", TEXT + TEXT), make_report("r2", TEXT)]
    sizes = shared_sizes([copy_of("r2", "r1", len(TEXT))])
    assert find_sharers(reports, sizes, MOSTLY) == {"r2": frozenset({"r1"})}


def test_report_with_news_of_its_own_is_mostly_a_copy_and_not_wholly():
    reports = [make_report("r1", TEXT), make_report("r2", TEXT)]
    sizes = shared_sizes([copy_of("r2", "r1", int(0.7 * len(TEXT)))])
    assert find_sharers(reports, sizes, MOSTLY) == {"r1": frozenset({"r2"}), "r2": frozenset({"r1"})}
    assert find_sharers(reports, sizes, WHOLLY) == {}
