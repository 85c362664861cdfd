"""What one thing of a story is in several reports: at odds where two cannot hold, silent where one report says both."""

from hypothesis import given
from hypothesis import strategies as st
from record.factory import SIGLA, about, at_least, exactly

from variorum.record.facets import Facet, find_facet_disputes, fit
from variorum.schema.reports import Span


def facet(report: str, comparable, value: str | None = None, *, at: int = 0, kind: str = "figure", about_what="aboard"):
    return Facet(
        report_id=report,
        kind=kind,
        about=(about_what,),
        name="People on board",
        value=value or str(comparable.best),
        comparable=comparable,
        span=Span(start=at, end=at + 10),
    )


def disputes(*facets, known=()):
    return find_facet_disputes("t1", facets, SIGLA, known)


def test_two_numbers_that_cannot_both_hold_are_a_disagreement():
    (found,) = disputes(facet("r1", exactly(213), "213"), facet("r2", at_least(300), "at least 300"))
    assert (found.kind, found.subject_id) == ("figure", "t1")
    assert {(h.value, h.support[0]) for h in found.holdings} == {("213", "r1"), ("at least 300", "r2")}
    assert found.summary == "People on board: S1 has “213”; S2 has “at least 300”"


def test_values_that_can_hold_together_are_none():
    assert disputes(facet("r1", exactly(342)), facet("r2", about(350))) == ()
    assert disputes(facet("r1", exactly(213)), facet("r2", exactly(213))) == ()


def test_report_that_gives_two_values_is_compared_with_none():
    assert disputes(facet("r1", exactly(213)), facet("r1", exactly(40), at=50), facet("r2", exactly(300))) == ()


def test_reports_that_fit_with_all_others_are_not_named():
    told = (facet("r1", exactly(213)), facet("r2", exactly(300)), facet("r3", at_least(200)))
    (found,) = disputes(*told)
    assert {h.support[0] for h in found.holdings} == {"r1", "r2"}


def test_things_with_other_names_are_not_compared():
    assert disputes(facet("r1", exactly(213)), facet("r2", exactly(300), about_what="speed")) == ()


def test_what_is_in_dispute_already_is_not_told_again():
    told = (facet("r1", exactly(213)), facet("r2", exactly(300)))
    assert disputes(*told, known=disputes(*told)) == ()


def test_one_pair_of_passages_is_told_once():
    twice = [
        facet(r, exactly(n), about_what=name) for name in ("aboard", "saved") for r, n in (("r1", 213), ("r2", 300))
    ]
    assert len(disputes(*twice)) == 1


def test_ways_fit_where_they_share_one():
    assert fit(frozenset({"a", "b"}), frozenset({"b"}))
    assert not fit(frozenset({"a"}), frozenset({"b"}))


@given(st.permutations([("r1", 213), ("r2", 300), ("r3", 213), ("r4", 90)]))
def test_disputes_do_not_depend_on_order(order):
    found = disputes(*(facet(r, exactly(n), at=n) for r, n in order))
    assert found == disputes(*(facet(r, exactly(n), at=n) for r, n in sorted(order)))
