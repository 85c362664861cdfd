"""A record as its user holds it: explained, ruled on, exported."""

import csv
import json
import shutil

import pytest
from views.factory import entity_id, event_id, make_rows

from variorum.errors import InputError
from variorum.schema.ids import mint
from variorum.schema.tables import TABLES
from variorum.views.changes import what_would_change
from variorum.views.catalogue import Catalogue
from variorum.views.export import export_json
from variorum.views.shelf import open_record


@pytest.fixture
def own(path, tmp_path):
    """A copy of the record that a test may write to."""
    copy = tmp_path / "own.variorum"
    shutil.copy(path, copy)
    return copy


def test_missing_path_is_one_line(tmp_path):
    with pytest.raises(InputError) as caught:
        open_record(tmp_path / "none.variorum")
    assert "\n" not in str(caught.value)


def test_summary_is_plain_json_with_events_in_order(record):
    summary = json.loads(json.dumps(record.summary()))
    assert summary["counts"] == "5 reports · 4 sources · 3 origins"
    assert [event["date_high"] for event in summary["events"]] == [
        "2027-11-30",
        "2031-02-28",
        "2031-03-04",
        "2031-04-30",
        "2027-11-30",
        None,
    ]
    clash = next(event for event in summary["events"] if event["event_id"] == event_id("clash"))
    assert clash["voices"] == [{"origin": "North Wire", "sigla": ["DL", "RS"]}, {"origin": None, "sigla": ["HP"]}]
    assert summary["disagreements"][0]["kind"] == "direction"


def test_every_id_of_the_record_can_be_explained(record):
    for table in TABLES:
        if len(table.key) != 1 or table.name in ("shelf", "retired"):
            continue
        for row in record.catalogue.rows(table.name):
            explanation = record.explain(row[table.key[0]])
            assert explanation.text
            json.dumps(explanation.as_json())


def test_links_and_copies_are_explained_by_their_keys(record):
    link, copy = record.catalogue.rows("links")[0], record.catalogue.rows("copies")[0]
    assert "0.86" in record.explain(f"{link['kind']}|{link['left_id']}|{link['right_id']}").text
    key = "|".join(str(copy[c]) for c in ("report_id", "start_char", "of_report_id", "of_start_char"))
    assert "copy is no witness" in record.explain(key).text


def test_explained_finding_has_rule_claims_quotes_origins_and_what_would_change_it(record):
    explanation = record.explain(mint("finding", "clash", "direction"))
    assert explanation.rule.startswith("direction.v1: that one side acted")
    assert [(w.siglum, w.quote, w.side) for w in explanation.witnesses] == [
        ("HP", "an attack by Osrin", "supports"),
        ("DL", "Clashes at the weir", "opposes"),
        ("RS", "Clashes at the weir", "opposes"),
    ]
    assert explanation.origins.startswith("1: HP")
    assert "ruling" in explanation.change


def test_explained_event_shows_links_with_scores_and_features(record):
    text = record.explain(event_id("talks")).text
    assert "same, 0.86: same place" in text
    assert "4 reports · 3 origins" in text
    assert "North Wire" in text


def test_single_origin_says_what_would_make_it_agreed(record):
    assert "second independent origin" in record.explain(mint("finding", "talks", "place")).change


@pytest.mark.parametrize("bad", ["", "v", "v0000000000000000", "zzzz", "not|a|link", "日本語です"])
def test_unknown_id_is_one_line_with_a_remedy(record, bad):
    with pytest.raises(InputError, match=r"list") as caught:
        record.explain(bad)
    assert "\n" not in str(caught.value)


def test_id_may_be_shortened_where_it_stays_the_only_one(record):
    assert record.explain(event_id("talks")[:9]).item_id == event_id("talks")


def test_decision_is_written_with_what_was_seen(own):
    left, right = entity_id("Ada Morn"), entity_id("Ilo Sand")
    record = open_record(own)
    decision_id = record.decide("different", left, right, reason="two people", author="An Editor")
    row = open_record(own).catalogue.one("decisions", decision_id)
    mentions = [m["mention_id"] for m in record.catalogue.of("mentions", "subject_id", left)]
    assert json.loads(row["left_seen"]) == sorted(mentions)
    assert (row["kind"], row["reason"], row["status"]) == ("different", "two people", "live")
    again = open_record(own).decide("different", left, right, reason="two people", author="An Editor")
    assert again == decision_id
    assert len(open_record(own).catalogue.rows("decisions")) == 1


def test_set_is_written_where_the_column_may_be_set(own):
    record = open_record(own)
    decision_id = record.decide("set", event_id("visit"), field="date", value="2031-03", reason="r", author="a")
    assert "date = 2031-03" in open_record(own).explain(event_id("visit")).text
    assert open_record(own).explain(decision_id).kind == "decision"


@pytest.mark.parametrize(
    ("arguments", "options", "fault"),
    [
        (("same", "e0000000000000000", "e0000000000000000"), {}, "no entity or event"),
        (("same", entity_id("Tarn"), event_id("talks")), {}, "one kind"),
        (("same", entity_id("Tarn")), {}, "two ids"),
        (("same", entity_id("Tarn"), entity_id("Tarn")), {}, "twice"),
        (("same", entity_id("Tarn"), entity_id("Velm")), {"field": "name", "value": "x"}, "no field"),
        (("merge", entity_id("Tarn"), entity_id("Velm")), {}, "unknown ruling"),
        (("set", event_id("talks")), {"field": "n_origins", "value": "9"}, "cannot be set"),
        (("set", event_id("talks")), {"field": "realis", "value": "maybe"}, "choose"),
        (("set", event_id("talks")), {"field": "date", "value": "4 March"}, "EDTF"),
        (("set", event_id("talks")), {"field": "place_id", "value": "Tarn"}, "entity_id"),
        (("set", entity_id("Tarn")), {"field": "country", "value": "tarnia"}, "ISO 3166"),
        (("set", entity_id("Tarn")), {"field": "name"}, "needs a value"),
        (("same", entity_id("Tarn"), entity_id("Velm")), {"reason": " "}, "reason"),
        (("same", entity_id("Tarn"), entity_id("Velm")), {"author": ""}, "author"),
    ],
)
def test_bad_ruling_is_refused_and_not_written(own, arguments, options, fault):
    record = open_record(own)
    with pytest.raises(InputError, match=fault):
        record.decide(*arguments, **{"reason": "r", "author": "a", **options})
    assert open_record(own).catalogue.rows("decisions") == []


def test_json_export_is_the_same_for_rows_in_any_order(record, tmp_path):
    text = record.export("json")
    turned = Catalogue({name: list(reversed(rows)) for name, rows in make_rows().items()})
    assert export_json(turned) == text
    assert set(json.loads(text)) == {table.name for table in TABLES if table.exported}
    assert str(tmp_path) not in text
    record.export("json", tmp_path / "out.json")
    assert (tmp_path / "out.json").read_text(encoding="utf-8") == text


def test_csv_export_has_a_file_a_table_and_every_row(record, tmp_path):
    folder = tmp_path / "out" / "tables"
    record.export("csv", folder)
    assert {p.stem for p in folder.iterdir()} == {table.name for table in TABLES if table.exported}
    with (folder / "reports.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["text"] for row in rows] == [row["text"] for row in record.catalogue.rows("reports")]


@pytest.mark.parametrize("to", ["xml", "csv"])
def test_export_that_cannot_be_is_refused(record, to):
    with pytest.raises(InputError):
        record.export(to)


def test_export_to_a_place_that_cannot_be_written_is_one_line(record, tmp_path):
    (tmp_path / "file").write_text("x")
    for to in ("json", "csv"):
        with pytest.raises(InputError, match=r"choose"):
            record.export(to, tmp_path / "file" / "inner")


def test_term_is_never_said_to_be_disputable():
    row = {"status": "compatible", "rule": "terms.v1", "value": "open the road", "all_presumed": False, "n_origins": 2}
    assert "nothing makes it disputed" in what_would_change("findings", row)
    assert "disputed" in what_would_change("findings", {**row, "rule": "dates.v2"})
