"""Every item of a built record says by which rule it is held, on which words, and what would change it."""

import tomllib
from functools import cache
from importlib.resources import files

import pytest
from cases import CASES, read_case

from variorum.schema.tables import BY_NAME
from variorum.views.catalogue import Catalogue
from variorum.views.explain import TABLE_OF, explain_item
from variorum.views.linking import AGAINST, ASKS, FOR

WORDLESS = ("runs",)
"""Tables whose rows are of no report."""

KEYS = {
    "links": ("kind", "left_id", "right_id"),
    "copies": ("report_id", "start_char", "of_report_id", "of_start_char"),
    "shared_words": ("report_id", "start_char", "of_report_id", "of_start_char"),
    "coverage": ("report_id", "subject_id"),
    "alone": ("source", "subject_id"),
}
"""Tables whose rows are explained by a key of several columns."""


@cache
def built(name: str) -> Catalogue:
    """A case as the views read it."""
    return Catalogue(read_case(name).tables())


def keys_of(catalogue: Catalogue, table: str) -> list[str]:
    """What `explain` is asked for each row of a table."""
    columns = KEYS.get(table) or BY_NAME[table].key
    return ["|".join(str(row[column]) for column in columns) for row in catalogue.rows(table)]


def missing(catalogue: Catalogue, table: str, key: str) -> list[str]:
    """The parts of an explanation that one item lacks, or gets wrong."""
    told = explain_item(catalogue, key)
    texts = {row["report_id"]: row["text"] for row in catalogue.rows("reports")}
    faults = []
    if not told.what or not told.kind:
        faults.append("what it is")
    if not told.rule:
        faults.append("rule")
    if not told.change:
        faults.append("what would change it")
    if table not in WORDLESS and not _is_of_no_words(catalogue, table, key) and not told.witnesses:
        faults.append("words")
    if any(not w.quote or w.quote not in texts[w.report_id] for w in told.witnesses):
        faults.append("words that are not in the report")
    return [f"{key}: {fault}" for fault in faults]


def _is_of_no_words(catalogue: Catalogue, table: str, key: str) -> bool:
    """True of an issue of a whole report or build."""
    return table == "issues" and catalogue.one("issues", key)["end_char"] is None


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("table", sorted({*TABLE_OF.values(), *KEYS}))
def test_every_item_has_rule_words_and_what_would_change_it(name, table):
    catalogue = built(name)
    assert [fault for key in keys_of(catalogue, table) for fault in missing(catalogue, table, key)] == []


@pytest.mark.parametrize("name", CASES)
def test_the_walk_meets_links_findings_disagreements_and_coverage(name):
    catalogue = built(name)
    for table in ("links", "findings", "disagreements", "coverage", "alone", "events", "entities", "stories"):
        assert catalogue.rows(table), table
    assert {row["status"] for row in catalogue.rows("findings")} >= {
        "agreed",
        "single_origin",
        "compatible",
        "disputed",
    }
    assert {row["kind"] for row in catalogue.rows("links")} <= set(ASKS)


@pytest.mark.parametrize("name", CASES)
def test_link_shows_the_words_of_both_sides(name):
    catalogue = built(name)
    for key in keys_of(catalogue, "links"):
        sides = {witness.side for witness in explain_item(catalogue, key).witnesses}
        assert sides == {"one", "the other"}, key


def test_every_feature_of_links_has_its_words():
    weights = tomllib.loads(files("variorum.links").joinpath("weights.toml").read_text(encoding="utf-8"))
    assert set(FOR) == set(weights["same"])
    assert set(AGAINST) == set(weights["different"])
    catalogue = built("invented")
    events = [key for key in keys_of(catalogue, "links") if key.startswith("event|")]
    assert all("because" not in dict(explain_item(catalogue, key).facts) for key in events)


def test_cell_of_coverage_is_explained_by_what_is_in_it():
    catalogue = built("invented")
    for how, words in (("omits", "leaves it out"), ("could_not_know", "could not know"), ("copies", "copies it")):
        row = next(row for row in catalogue.rows("coverage") if row["how"] == how)
        told = explain_item(catalogue, f"{row['report_id']}|{row['subject_id']}")
        assert words in told.what
        own = {witness.report_id for witness in told.witnesses} == {row["report_id"]}
        assert own == (how == "copies")


def test_origin_names_who_speaks_on_its_word():
    catalogue = built("invented")
    shared = next(row for row in catalogue.rows("origins") if row["basis"] == "credited")
    told = explain_item(catalogue, shared["origin_id"])
    assert any(witness.side.startswith("has (") for witness in told.witnesses)
    assert dict(told.facts)["reports that speak on its word"]
