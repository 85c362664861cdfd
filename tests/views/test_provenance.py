"""What is known of each report: dates with their evidence, what was cut, what is not its body, what was set aside."""

import pytest
from views.pile import TEXTS, make_pile, report_of

from variorum.schema.ids import mint
from variorum.views.catalogue import Catalogue
from variorum.views.explain import explain_item
from variorum.views.provenance import list_provenance, list_set_aside


@pytest.fixture
def catalogue():
    return Catalogue(make_pile())


@pytest.fixture
def told(catalogue):
    return {p.report_id: p for p in list_provenance(catalogue)}


def test_every_report_read_is_told_once_versions_beside_each_other(catalogue):
    order = [p.report_id for p in list_provenance(catalogue)]
    assert set(order) == {report_of(name) for name in TEXTS}
    assert order.index(report_of("RS1")) == order.index(report_of("RS2")) + 1


def test_date_has_its_precision_and_basis(told):
    times = {name: (told[report_of(name)].published, told[report_of(name)].precision) for name in TEXTS}
    assert times["NW"] == ("3 Mar 2031, 13:05 +01:00", "to the minute")
    assert times["HP"] == ("4 Mar 2031", "to the day")
    assert times["EN"] == ("4 – 9 Mar 2031", "within six days")
    assert times["VT"] == ("31 Mar 2031 or earlier", "open at one end")
    assert times["R1"] == ("undated", "no bounds")
    assert told[report_of("RS2")].updated == "4 Mar 2031, 09:30 +01:00"


def test_evidence_stands_in_order_of_its_verdict(told):
    clues = told[report_of("HP")].clues
    assert [(c.basis, c.used, c.contradicts) for c in clues] == [
        ("dateline", True, False),
        ("text", False, False),
        ("address", False, True),
    ]
    assert [c.words for c in told[report_of("HP")].contradictions] == ["/2031/02/27/"]
    assert told[report_of("VT")].clues[0].role == "seen: it existed by then"


def test_cuts_are_counted_by_reason(told):
    assert told[report_of("HP")].cuts == (("menu", 2, 430), ("newsletter", 1, 90), ("caption", 1, 30))
    assert told[report_of("HP")].n_cut == 550
    assert told[report_of("EN")].cuts == ()


def test_parts_have_their_words(told):
    (correction,) = told[report_of("RS2")].parts
    assert correction.words.startswith("Correction: An earlier version")
    assert (correction.kind, correction.detail) == ("correction", "a wall of the dam broke")
    assert [part.kind for part in told[report_of("HP")].parts] == ["caption"]


def test_facts_leave_out_what_is_not_known(told):
    assert dict(told[report_of("HP")].facts)["standfirst"] == "Six thousand leave their homes"
    assert dict(told[report_of("EN")].facts)["translation"] == "Translated from Osrin by the desk"
    assert {name for name, _ in told[report_of("R1")].facts} == {"language", "origin"}


def test_one_reason_groups_its_files(catalogue):
    many, one = list_set_aside(catalogue)
    assert many.reason == "the PDF holds no text: run OCR on it and build again"
    assert many.files == tuple(f"pile/scan{n}.pdf" for n in range(1, 6))
    assert one.files == ("pile/late.gz",)


def test_explanation_of_a_report_tells_evidence_versions_and_parts(catalogue):
    facts = explain_item(catalogue, report_of("HP")).facts
    assert ("date not followed", "address “/2031/02/27/”: 27 Feb 2031") in facts
    assert ("cut", "menu 430 characters, newsletter 90 characters, caption 30 characters") in facts
    facts = dict(explain_item(catalogue, report_of("RS1")).facts)
    assert facts["version"] == "version 1 of 2, replaced by a later one"


def test_shared_words_are_explained_as_no_copying(catalogue):
    (row,) = catalogue.rows("shared_words")
    key = "|".join(str(row[c]) for c in ("report_id", "start_char", "of_report_id", "of_start_char"))
    explained = explain_item(catalogue, key)
    assert explained.kind == "shared words"
    assert [w.quote for w in explained.witnesses] == ["Not one family will spend the winter in a tent"] * 2


def test_rows_that_point_nowhere_are_left_out():
    rows = make_pile()
    rows["origins"].clear()
    rows["reports"] = [row for row in rows["reports"] if row["report_id"] != report_of("HP")]
    told = list_provenance(Catalogue(rows))
    assert report_of("HP") not in {p.report_id for p in told}
    assert mint("origin", "x") not in {value for p in told for _, value in p.facts}
