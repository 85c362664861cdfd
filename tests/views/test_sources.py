"""Coverage as it is shown: report by finding, source by source, labels side by side."""

import pytest
from views.factory import HOSTILE, event_id, make_rows
from views.test_show import columns

from variorum.errors import InputError
from variorum.schema.ids import mint
from variorum.views.catalogue import Catalogue
from variorum.views.chronology import list_events
from variorum.views.finding_matrix import cover_findings
from variorum.views.matrix import cover_matrix
from variorum.views.naming import table_labels
from variorum.views.sources import list_sources, treat_events


def second_report(rows, siglum="HP"):
    """Add a second report of the source that has a siglum; returns its id."""
    first = next(row for row in rows["reports"] if row["siglum"] == siglum)
    added = {**first, "report_id": mint("report", "second"), "file": "second.txt"}
    rows["reports"].append(added)
    return added["report_id"]


def test_source_without_a_name_stands_under_its_siglum(record):
    assert {entry.name for entry in list_sources(record.catalogue)} == {"Harbour Post", HOSTILE, "Radio Selm", "R1"}


def test_what_a_source_alone_has_leads_to_its_own_words(record):
    alone = [row for row in record.catalogue.rows("alone") if row["how"] == "has"]
    assert alone
    shown = {
        (entry.name, detail.item_id): detail
        for entry in list_sources(record.catalogue)
        for point in entry.has
        for detail in point.details
    }
    for row in alone:
        detail = shown[row["source"], row["subject_id"]]
        report = record.catalogue.one("evidence", detail.target)["report_id"]
        assert (record.catalogue.one("reports", report)["source"] or "R1") == row["source"]


def test_what_a_source_alone_leaves_out_has_no_words_of_it(record):
    left = [d for e in list_sources(record.catalogue) for p in e.leaves_out for d in p.details]
    assert left
    assert all(detail.words is None for detail in left)


def test_reports_of_one_source_are_one_entry_and_the_telling_one_counts():
    rows = make_rows()
    silent = second_report(rows)
    rows["coverage"] += [{"report_id": silent, "subject_id": e["event_id"], "how": "omits"} for e in rows["events"]]
    catalogue = Catalogue(rows)
    (entry,) = (e for e in list_sources(catalogue) if e.name == "Harbour Post")
    assert len(entry.sigla) == 2
    before = next(e for e in list_sources(Catalogue(make_rows())) if e.name == "Harbour Post")
    assert entry.counts == before.counts


def test_contradiction_outweighs_a_statement_of_the_same_source():
    rows = make_rows()
    second = second_report(rows)
    rows["coverage"].append({"report_id": second, "subject_id": event_id("talks"), "how": "contradicts"})
    reports = [r for r in rows["reports"] if r["source"] == "Harbour Post"]
    assert treat_events(Catalogue(rows), reports)[event_id("talks")] == "contradicts"


def test_findings_of_shared_events_are_set_against_reports():
    rows = make_rows()
    finding = next(row for row in rows["findings"] if row["subject_id"] == event_id("talks"))
    telling = rows["reports"][0]["report_id"]
    rows["coverage"] += [
        {"report_id": r["report_id"], "subject_id": finding["finding_id"], "how": "states" if not i else "omits"}
        for i, r in enumerate(rows["reports"][:3])
    ]
    catalogue = Catalogue(rows)
    matrix = cover_matrix(catalogue, list_events(catalogue))
    found = cover_findings(catalogue, matrix)
    (group,) = found.groups
    (row,) = group.rows
    assert (group.event_id, row.finding_id, row.total, found.n_left_out) == (
        event_id("talks"),
        finding["finding_id"],
        1,
        0,
    )
    place = [siglum.report_id for siglum in matrix.columns].index(telling)
    assert [cell.how for cell in row.cells].count("states") == 1
    assert row.cells[place].how == "states"


def test_labels_of_two_reports_of_one_source_share_a_column():
    rows = make_rows()
    before = table_labels(Catalogue(rows))
    first = next(row for row in rows["labels"])
    siglum = next(r["siglum"] for r in rows["reports"] if r["report_id"] == first["report_id"])
    second = second_report(rows, siglum)
    rows["labels"].append({**first, "label_id": mint("label", "second"), "report_id": second, "label": "the envoy"})
    after = table_labels(Catalogue(rows))
    assert len(after.columns) == len(before.columns)
    assert any("the envoy" in [use.label for use in cell] for row in after.rows for cell in row.cells)


@pytest.mark.parametrize("width", [60, 80, 132])
@pytest.mark.parametrize("unicode", [True, False])
def test_no_line_of_coverage_is_wider_than_asked(record, width, unicode):
    page = record.show_coverage(width=width, unicode=unicode)
    assert max(columns(line) for line in page.splitlines()) <= width
    assert unicode or page.isascii()


def test_page_names_what_each_alone_has_and_one_source_when_asked(record):
    page = record.show_coverage()
    assert "WHO TELLS WHAT" in page
    assert page.count("it alone has") == page.count("it alone leaves out") == 4
    one = record.show_coverage("hp")
    assert one.startswith("HP  Harbour Post, 1 report")
    assert one.count("it alone has") == 1


def test_values_name_what_each_report_does(record):
    told = record.coverage("Radio Selm")
    assert [entry["siglum"] for entry in told["sources"]] == ["RS"]
    clash = next(event for event in told["events"] if event["event_id"] == event_id("clash"))
    assert [(r["siglum"], r["how"]) for r in clash["reports"]] == [("RS", "copies")]
    own = [words["own"] for row in told["labels"] for words in row["sources"].values()]
    assert ["usurper"] in own


def test_unknown_source_is_an_input_error(record):
    with pytest.raises(InputError, match="no source is called so"):
        record.coverage("Nobody's Post")


def test_empty_record_says_so():
    from variorum.schema.tables import BY_NAME
    from variorum.views.show_coverage import show_coverage

    page = show_coverage(Catalogue({name: [] for name in BY_NAME}), width=80, color=False, unicode=True)
    assert "No source to compare" in page
