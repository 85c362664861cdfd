"""Findings: agreed, compatible, single origin or disputed, by independent origins; nothing opposing is hidden."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from links.factory import MONDAY, days_after
from record.factory import about, at_least, exactly, find_one, make_claim, make_lineage

from variorum.schema.dates import between, in_month, in_year, on_day

FALL = between(days_after(180), days_after(270))


@pytest.mark.parametrize(
    ("attribute", "one", "two", "status"),
    [
        ("killed", exactly(286), exactly(286), "agreed"),
        ("killed", exactly(286), at_least(286), "compatible"),
        ("killed", exactly(286), about(300), "compatible"),
        ("killed", exactly(286), exactly(49), "disputed"),
        ("killed", exactly(286), at_least(300), "disputed"),
        ("date", on_day(MONDAY), on_day(MONDAY), "agreed"),
        ("date", on_day(MONDAY), in_month(2021, 3), "compatible"),
        ("date", in_year(2021), in_month(2021, 3), "compatible"),
        ("date", FALL, on_day(days_after(200)), "compatible"),
        ("date", on_day(MONDAY), on_day(days_after(1)), "disputed"),
        ("date", in_month(2021, 3), in_month(2021, 4), "disputed"),
        ("realis", "happened", "happened", "agreed"),
        ("realis", "planned", "happened", "compatible"),
        ("realis", "happened", "denied", "disputed"),
        ("realis", "happened", "called_off", "disputed"),
        ("direction", "by Arland", "by Arland", "agreed"),
        ("direction", "by Arland", "mutual", "disputed"),
        ("direction", "by Arland", "by Borduria", "disputed"),
        ("participants", frozenset({"Arland"}), frozenset({"Arland", "Borduria"}), "compatible"),
    ],
)
def test_status_of_two_independent_claims(attribute, one, two, status):
    finding = find_one(make_claim("r1", attribute, one), make_claim("r2", attribute, two))
    assert finding.status == status


@pytest.mark.parametrize("value", [exactly(286), on_day(MONDAY), "happened"])
def test_one_origin_is_never_agreement_however_many_reports(value):
    attribute = (
        "killed"
        if not isinstance(value, str) and hasattr(value, "best")
        else "realis"
        if isinstance(value, str)
        else "date"
    )
    lineage = make_lineage({"r1": "agency", "r2": "agency", "r3": "agency"})
    finding = find_one(*(make_claim(r, attribute, value) for r in ("r1", "r2", "r3")), lineage=lineage)
    assert (finding.status, finding.n_origins) == ("single_origin", 1)


def test_copies_beside_an_independent_report_count_once():
    lineage = make_lineage({"r1": "agency", "r2": "agency"})
    finding = find_one(*(make_claim(r, "killed", exactly(9)) for r in ("r1", "r2", "r3")), lineage=lineage)
    assert (finding.status, finding.n_origins) == ("agreed", 2)


def test_disputed_values_are_all_kept():
    claims = [
        make_claim("r1", "killed", exactly(286)),
        make_claim("r2", "killed", exactly(286)),
        make_claim("r3", "killed", exactly(49)),
    ]
    finding = find_one(*claims)
    assert finding.value.startswith("286")
    assert {c.report_id for c in finding.opposing} == {"r3"}
    assert {*finding.supporting, *finding.opposing} == set(claims)


def test_value_with_more_origins_comes_before_one_with_more_reports():
    lineage = make_lineage({"r1": "agency", "r2": "agency", "r3": "agency"})
    copies = [make_claim(r, "killed", exactly(10)) for r in ("r1", "r2", "r3")]
    finding = find_one(
        *copies, make_claim("r4", "killed", exactly(20)), make_claim("r5", "killed", exactly(20)), lineage=lineage
    )
    assert finding.value == "20"
    assert finding.status == "disputed"


def test_precise_value_is_best_when_all_can_hold():
    finding = find_one(make_claim("r1", "date", in_month(2021, 3)), make_claim("r2", "date", on_day(MONDAY)))
    assert finding.value == MONDAY.isoformat()


def test_ranges_that_overlap_are_narrowed_to_what_both_leave_possible():
    finding = find_one(
        make_claim("r1", "date", between(MONDAY, days_after(6))),
        make_claim("r2", "date", between(days_after(4), days_after(9))),
    )
    assert finding.value == between(days_after(4), days_after(6)).edtf


def test_range_is_given_where_counts_differ():
    finding = find_one(make_claim("r1", "killed", exactly(286)), make_claim("r2", "killed", about(300)))
    assert finding.status == "compatible"
    assert "286" in finding.value
    assert "300" in finding.value


def test_record_says_when_independence_is_only_presumed():
    assert find_one(make_claim("r1", "killed", exactly(9)), make_claim("r2", "killed", exactly(9))).all_presumed
    credited = make_lineage({"r1": "agency"})
    assert not find_one(
        make_claim("r1", "killed", exactly(9)), make_claim("r2", "killed", exactly(9)), lineage=credited
    ).all_presumed


def test_every_finding_names_its_rule():
    for attribute, value in (
        ("killed", exactly(1)),
        ("date", on_day(MONDAY)),
        ("realis", "happened"),
        ("direction", "mutual"),
    ):
        assert find_one(make_claim("r1", attribute, value)).rule.rsplit(".v")[-1].isdigit()


COUNTS = st.builds(lambda make, n: make(n), st.sampled_from([exactly, at_least, about]), st.integers(1, 400))


@given(
    st.lists(st.tuples(st.sampled_from(["r1", "r2", "r3", "r4"]), COUNTS), min_size=1, max_size=6),
    st.randoms(use_true_random=False),
)
def test_finding_does_not_depend_on_the_order_of_claims(told, shuffler):
    claims = list({c.claim_id: c for c in (make_claim(r, "killed", q) for r, q in told)}.values())
    shuffled = list(claims)
    shuffler.shuffle(shuffled)
    one, two = find_one(*claims), find_one(*shuffled)
    assert (one.value, one.status, one.n_origins) == (two.value, two.status, two.n_origins)
    held = {*one.supporting, *one.opposing}
    assert held <= set(claims)
    assert {c.report_id for c in held} == {c.report_id for c in claims}
    assert (one.status == "disputed") or not one.opposing


@given(
    st.lists(st.sampled_from([exactly(10), exactly(20), at_least(15), about(11)]), min_size=1, max_size=4), st.data()
)
def test_adding_a_copy_changes_neither_status_nor_origins(values, data):
    claims = [make_claim(f"r{i}", "killed", value) for i, value in enumerate(values, start=1)]
    copied = data.draw(st.integers(1, len(values)))
    lineage = make_lineage({"r9": f"o{copied}"})
    copy = make_claim("r9", "killed", values[copied - 1])
    before, after = find_one(*claims, lineage=lineage), find_one(*claims, copy, lineage=lineage)
    assert (before.status, before.n_origins, before.value) == (after.status, after.n_origins, after.value)


def test_report_that_says_both_contradicts_nobody():
    told = [make_claim("r1", "killed", exactly(286)), make_claim("r2", "killed", exactly(286))]
    assert find_one(*told, make_claim("r1", "killed", exactly(49))).status == "agreed"


def test_days_of_other_months_are_no_dispute_about_one_day():
    found = find_one(make_claim("r1", "date", on_day(MONDAY)), make_claim("r2", "date", on_day(days_after(200))))
    assert found.status != "disputed"
