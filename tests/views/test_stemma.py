"""Who copied whom: trees from the first origin to the last copy, shares in words, how it is known."""

from datetime import date

import pytest
from hypothesis import given, strategies as st
from views.pile import FLOOD, TEXTS, WIRE, make_pile, report_of

from variorum.schema.ids import mint
from variorum.views.catalogue import Catalogue
from variorum.views.lapse import later_by
from variorum.views.lineage import list_lineages
from variorum.views.measure import copied_share, count_words, measure_reports, percent
from variorum.views.quoted_alike import list_shared_words
from variorum.views.stemma import DEEPEST, draw_stemma, walk


@pytest.fixture
def rows():
    return make_pile()


def pairs(rows):
    return {(x.copy.text, x.of.text): x for x in list_lineages(Catalogue(rows))}


def tree(branch):
    return (branch.siglum.text, branch.why, [tree(child) for child in branch.children])


def test_chain_hangs_from_the_agencys_own_report(rows):
    stemma = draw_stemma(Catalogue(rows))
    wire = next(stock for stock in stemma.stocks if stock.origin_id == WIRE)
    (root,) = wire.branches
    chain = ("HP", "credits North Wire", [("DL", "published two days later", [])])
    assert tree(root) == ("NW", "its own report", [chain])
    assert wire.about == "credited, three reports"
    assert [s.text for s in stemma.alone] == ["RS", "VT"]


def test_unknown_direction_is_said_and_is_no_copying(rows):
    stemma = draw_stemma(Catalogue(rows))
    shared = next(stock for stock in stemma.stocks if stock.basis == "shared")
    assert [branch.siglum.text for branch in walk(shared.branches)] == ["EN", "R1"]
    assert all(branch.portion.copied == 0 and branch.portion.alike == 17 for branch in walk(shared.branches))
    pair = pairs(rows)["R1", "EN"]
    assert not pair.directed
    assert pair.basis == "not known who was first"


def test_summary_counts_standing_reports_and_words(rows):
    stemma = draw_stemma(Catalogue(rows))
    words = {name: count_words(text) for name, text in TEXTS.items() if name != "RS1"}
    copied = 15 + count_words(FLOOD) + 19
    assert stemma.share == pytest.approx((copied + 17) / sum(words.values()))
    assert stemma.summary == f"7 reports, 5 origins; {stemma.share * 100:.0f} % of all words are copied"


def test_versions_of_one_report_are_no_copies(rows):
    rows["copies"].append({**rows["copies"][0], "report_id": report_of("RS2"), "of_report_id": report_of("RS1")})
    assert ("RS", "RS") not in pairs(rows)
    assert measure_reports(Catalogue(rows))[report_of("RS2")].copied == 0


def test_basis_says_whose_credit_names_the_agency(rows):
    credit = next(row for row in rows["copies"] if row["report_id"] == report_of("HP"))
    rows["copies"].append({**credit, "report_id": report_of("VT"), "of_report_id": report_of("HP")})
    rows["copies"].append({**credit, "report_id": report_of("EN"), "of_report_id": report_of("NW")})
    found = pairs(rows)
    assert found["HP", "NW"].basis == "credits North Wire"
    assert found["VT", "HP"].basis == "HP credits North Wire, VT does not"
    assert found["EN", "NW"].basis == "NW is the agency"


def test_containment_is_told_in_plain_words(rows):
    rows["copies"][0]["basis"] = rows["copies"][1]["basis"] = "containment"
    assert pairs(rows)["HP", "NW"].basis == "NW has all of it and more"


def test_circle_of_copies_still_makes_a_tree(rows):
    first = rows["copies"][0]
    turned = {"report_id": first["of_report_id"], "of_report_id": first["report_id"]}
    rows["copies"].append({**first, **turned, "start_char": 1, "of_start_char": 1, "end_char": 40, "of_end_char": 40})
    wire = next(stock for stock in draw_stemma(Catalogue(rows)).stocks if stock.origin_id == WIRE)
    assert sorted(branch.siglum.text for branch in walk(wire.branches)) == ["DL", "HP", "NW"]


def test_very_long_chain_is_shown_without_end_of_depth(rows):
    model = next(row for row in rows["reports"] if row["report_id"] == report_of("DL"))
    step = next(row for row in rows["copies"] if row["report_id"] == report_of("DL"))
    before = report_of("DL")
    for n in range(1200):
        report_id = mint("report", f"chain {n}")
        rows["reports"].append({**model, "report_id": report_id, "siglum": f"C{n}", "source": f"Chain {n}"})
        rows["copies"].append({**step, "report_id": report_id, "of_report_id": before})
        before = report_id
    wire = next(stock for stock in draw_stemma(Catalogue(rows)).stocks if stock.origin_id == WIRE)
    branches = list(walk(wire.branches))
    assert len(branches) == 1203
    assert next(b for b in branches if b.siglum.text == "C900").why.startswith("from C899, ")
    assert DEEPEST < 100


def test_shared_words_are_one_statement_however_many_quote_it(rows):
    (quoted,) = list_shared_words(Catalogue(rows))
    assert [r.siglum.text for r in quoted.renderings] == ["EN", "HP"]
    rows["shared_words"].append({**rows["shared_words"][0], "of_report_id": report_of("NW"), "of_start_char": 0})
    rows["shared_words"][-1]["of_end_char"] = 24
    (quoted,) = list_shared_words(Catalogue(rows))
    assert [r.siglum.text for r in quoted.renderings] == ["EN", "HP", "NW"]
    assert "".join(word.text for word in quoted.renderings[0].words) == "Not one family will spend the winter in a tent"
    assert quoted.reason == "quoted by each"


def stamped(low, high=None, time=None):
    return {"published_low": low, "published_high": high or low, "published_time": time}


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        (stamped(date(2031, 3, 3)), stamped(date(2031, 3, 4)), "one day later"),
        (stamped(date(2031, 3, 3)), stamped(date(2031, 3, 17)), "14 days later"),
        (stamped(date(2031, 3, 3)), stamped(date(2031, 3, 3)), "on the same day, later"),
        (stamped(date(2031, 3, 3)), stamped(date(2031, 3, 4), date(2031, 3, 9)), "later"),
        (stamped(date(2031, 3, 3)), stamped(None), "later"),
        (
            stamped(date(2031, 3, 3), time="2031-03-03T10:00:00+01:00"),
            stamped(date(2031, 3, 3), time="2031-03-03T12:00:00+00:00"),
            "three hours later",
        ),
        (
            stamped(date(2031, 3, 3), time="2031-03-03T10:00:00Z"),
            stamped(date(2031, 3, 3), time="2031-03-03T10:20:00Z"),
            "20 minutes later",
        ),
        (stamped(date(2031, 3, 3), time="noon"), stamped(date(2031, 3, 5), time="2031-03-05T10:00"), "two days later"),
        (None, stamped(date(2031, 3, 3)), "later"),
    ],
)
def test_lapse_is_no_more_exact_than_known(first, second, words):
    assert later_by(first, second) == words


@given(
    st.text(alphabet="ab c\n,.桥é", max_size=60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda s: (min(s), max(s))), max_size=5),
)
def test_no_span_counts_a_word_twice(text, spans):
    whole = count_words(text)
    assert 0 <= count_words(text, spans + spans) == count_words(text, spans) <= whole
    assert count_words(text, [(0, len(text))]) == whole


def test_scripts_without_spaces_are_counted_by_letter():
    assert count_words("大桥被冲走") == 5
    assert count_words("The bridge 大桥 went") == 5


def test_shares_are_told_in_whole_per_cent():
    assert [percent(share) for share in (0, 0.001, 0.314, 1)] == ["0 %", "under 1 %", "31 %", "100 %"]
    assert copied_share([]) == 0
    assert set(measure_reports(Catalogue(make_pile()))) == {report_of(name) for name in TEXTS if name != "RS1"}
