"""Copied passages: found with both offsets, with a direction where one can be known, and counted as one origin."""

import re
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from links.factory import make_report

from variorum.config import Config
from variorum.links.copies import find_lineage
from variorum.schema.linked import Lineage
from variorum.schema.reports import Report, Span

AGENCY = (
    "Border guards of Arland and Borduria exchanged fire near the Old Ford bridge late on Sunday, wounding four people."
)
NEAR = "Border guards of Arland and Borduria exchanged fire near the Old Ford bridge on Sunday night, wounding four people."
OWN = "Farmers in the valley told our correspondent that they had spent the night in cellars with their children."
OTHER = "Grain prices rose for the third week in a row as the harvest in the southern plains began under heavy rain."


def sentences(report: Report) -> list[Span]:
    return [Span(start=m.start(), end=m.end()) for m in re.finditer(r"[^ .][^.]*\.[”\"]?", report.text)]


def lineage(*reports: Report, agencies: frozenset[str] = frozenset()) -> Lineage:
    return find_lineage(reports, {r.report_id: sentences(r) for r in reports}, config=Config(), agencies=agencies)


def test_near_copy_is_found_with_both_offsets():
    one, two = make_report("r1", f"{OWN} {AGENCY}"), make_report("r2", f"{NEAR} {OTHER}")
    (copy,) = lineage(one, two).copies
    ends = {copy.report_id: copy.span, copy.of_report_id: copy.of_span}
    assert set(ends) == {"r1", "r2"}
    assert one.text[ends["r1"].start : ends["r1"].end] == AGENCY
    assert two.text[ends["r2"].start : ends["r2"].end] == NEAR
    assert 0.72 <= copy.similarity < 1


def test_nothing_is_copied_when_sentences_are_other_words():
    assert lineage(make_report("r1", OWN), make_report("r2", OTHER)).copies == ()


def test_short_sentences_are_no_copies_when_alike_by_chance():
    assert lineage(make_report("r1", "Talks went on."), make_report("r2", "Talks went on.")).copies == ()


def test_quotation_of_a_public_statement_is_no_copy():
    quoted = "“Both sides agree to pull their guards back from the bridge by noon and to open the road for trade,”"
    one = make_report("r1", f"{quoted} the two ministers said in a joint statement on Monday.")
    two = make_report("r2", f"A communique released late in the evening reads: {quoted} without giving details of it.")
    assert lineage(one, two).copies == ()


def test_earlier_report_is_the_origin_when_dates_are_known():
    early, late = (
        make_report("r2", AGENCY, published=date(2021, 3, 1)),
        make_report("r1", AGENCY, published=date(2021, 3, 2)),
    )
    (copy,) = lineage(early, late).copies
    assert (copy.report_id, copy.of_report_id, copy.basis) == ("r1", "r2", "date")


def test_direction_is_unknown_when_dates_are_the_same_or_missing():
    for day in (None, date(2021, 3, 1)):
        (copy,) = lineage(make_report("r1", AGENCY, published=day), make_report("r2", AGENCY, published=day)).copies
        assert copy.basis == "shared"


def test_credited_agency_is_the_origin_even_when_its_report_is_later():
    one = make_report("r1", AGENCY, published=date(2021, 3, 1))
    two = make_report("r2", AGENCY, published=date(2021, 3, 2), credit="Polar Press")
    found = lineage(one, two, agencies=frozenset({"polar press"}))
    (copy,) = found.copies
    assert copy.basis == "credit"
    assert {o.name for o in found.origins if o.origin_id == copy.origin_id} == {"Polar Press"}


def test_two_reports_that_credit_one_agency_are_one_origin():
    found = lineage(
        make_report("r1", f"{OWN} {AGENCY}", credit="Polar Press"), make_report("r2", OTHER, credit="POLAR PRESS")
    )
    assert found.of_report["r1"] == found.of_report["r2"]


def test_report_without_credit_or_shared_words_is_its_own_presumed_origin():
    found = lineage(make_report("r1", OWN), make_report("r2", OTHER))
    assert found.of_report["r1"] != found.of_report["r2"]
    assert {o.basis for o in found.origins} == {"presumed"}


def test_reports_sharing_the_words_count_once_and_others_apart():
    reports = (
        make_report("r1", f"{AGENCY} {OWN}"),
        make_report("r2", f"{NEAR} {OTHER}"),
        make_report("r3", OWN.replace("Farmers", "Shepherds and their many hungry dogs")),
    )
    found = lineage(*reports[:2])
    shared = [(r, s) for r in ("r1", "r2") for s, _ in found.of_passage[r]]
    assert found.independent(shared) == (("r1", "r2"),)
    apart = [("r1", sentences(reports[0])[1]), ("r2", sentences(reports[1])[1])]
    assert found.independent(apart) == (("r1",), ("r2",))


def test_copy_of_a_copy_has_the_first_origin():
    days = (date(2021, 3, 1), date(2021, 3, 2), date(2021, 3, 3))
    found = lineage(*(make_report(f"r{i}", AGENCY, published=day) for i, day in enumerate(days, start=1)))
    assert {c.of_report_id for c in found.copies} == {"r1"}
    assert len({c.origin_id for c in found.copies}) == 1


def test_passages_of_one_report_are_never_copies_of_each_other():
    assert lineage(make_report("r1", f"{AGENCY} {AGENCY}"), make_report("r2", OTHER)).copies == ()


@settings(max_examples=30, deadline=None)
@given(st.permutations([("r1", f"{AGENCY} {OWN}"), ("r2", f"{NEAR} {OTHER}"), ("r3", AGENCY)]))
def test_lineage_does_not_depend_on_order(order):
    given_order = lineage(*(make_report(*pair) for pair in order))
    sorted_order = lineage(*(make_report(*pair) for pair in sorted(order)))
    assert given_order.of_report == sorted_order.of_report
    assert given_order.copies == sorted_order.copies


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.sampled_from([AGENCY, NEAR, OWN, OTHER]), min_size=1, max_size=3),
    st.lists(st.sampled_from([AGENCY, OWN, OTHER]), min_size=1, max_size=3),
)
def test_adding_a_copy_adds_no_origin(one, two):
    reports = [make_report("r1", " ".join(one)), make_report("r2", " ".join(two))]
    twin = make_report("r3", reports[0].text)
    before, after = lineage(*reports), lineage(*reports, twin)
    supports = [(r.report_id, s) for r in reports for s in sentences(r)]
    twins = [("r3", s) for s in sentences(twin)]
    assert len(after.independent([*supports, *twins])) <= len(before.independent(supports))


def test_origin_of_a_span_is_that_of_the_passage_that_holds_most_of_it():
    found = Lineage(
        copies=(),
        origins=(),
        of_report={"r1": "own"},
        of_passage={"r1": [(Span(start=0, end=12), "one"), (Span(start=12, end=40), "two")]},
    )
    assert found.origin_at("r1", Span(start=8, end=30)) == "two"
    assert found.origin_at("r1", Span(start=2, end=14)) == "one"
    assert found.origin_at("r1", Span(start=40, end=50)) == "own"


def voices(found: Lineage, *reports: str) -> tuple[tuple[str, ...], ...]:
    return found.independent([(r, Span(start=0, end=10)) for r in reports])


def of_three(**more) -> Lineage:
    return Lineage(copies=(), origins=(), of_report={r: r for r in ("r1", "r2", "r3")}, of_passage={}, **more)


def test_report_printed_once_more_is_one_voice_with_its_original_alone():
    found = of_three(sharers={"r2": frozenset({"r1"})})
    assert voices(found, "r1", "r2", "r3") == (("r1", "r2"), ("r3",))
    assert voices(found, "r2", "r3") == (("r2",), ("r3",))


def test_report_that_credits_an_outlet_is_one_voice_with_it_whatever_it_copied():
    found = of_three(of_credit={"r1": "wire"}, of_source={"r2": "wire"})
    assert voices(found, "r1", "r2", "r3") == (("r1", "r2"), ("r3",))
    assert voices(of_three(of_source={"r2": "wire"}), "r1", "r2") == (("r1",), ("r2",))
