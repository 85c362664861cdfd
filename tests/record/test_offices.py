"""Offices are told as the reports state them, with the days of those reports and the words."""

from datetime import date

import pytest

import variorum
from variorum.store import open_reader

REPORTS = {
    "may": (
        "2031-05-03",
        "President Ada Blom of Norway met the envoys in Oslo. Former prime minister Ola Dahl attended.",
    ),
    "june": (
        "2031-06-09",
        "Norwegian President Ada Blom welcomed the truce. Acting defence minister Kim Berg said so.",
    ),
    "july": ("2031-07-20", "Ada Blom, the former Norwegian president, criticised the truce in a speech in Bergen."),
}


@pytest.fixture(scope="module")
def offices(tmp_path_factory):
    folder = tmp_path_factory.mktemp("offices")
    for name, (day, text) in REPORTS.items():
        padded = (
            f"{text} The envoys of both sides had come to the city for talks on the border and stayed for two days."
        )
        (folder / f"{name}.txt").write_text(f"{name.title()} report\n{day}\n\n{padded}\n", encoding="utf-8")
    out = folder / "talks.variorum"
    variorum.build([folder], out=out)
    with open_reader(out) as record:
        names = {row["entity_id"]: row["name"] for row in record.rows("entities")}
        quotes = {}
        for row in record.rows("evidence"):
            quotes.setdefault(row["item_id"], set()).add(row["quote"])
        rows = record.rows("offices")
        return {(names[r["entity_id"]], r["office"], r["standing"]): (r, quotes[r["office_id"]]) for r in rows}


def test_an_office_is_held_from_the_first_to_the_last_report_that_says_so(offices):
    row, quotes = offices["Ada Blom", "president", "held"]
    assert (row["first_day"], row["last_day"], row["n_reports"]) == (date(2031, 5, 3), date(2031, 6, 9), 2)
    assert row["country"] == "NOR"
    assert any("President Ada Blom" in quote for quote in quotes)


def test_an_office_told_as_over_is_not_held(offices):
    row, _ = offices["Ada Blom", "president", "former"]
    assert row["first_day"] == date(2031, 7, 20)
    assert ("Ola Dahl", "prime_minister", "former") in offices
    assert ("Ola Dahl", "prime_minister", "held") not in offices


def test_an_office_held_for_now_says_so(offices):
    assert any(name == "Kim Berg" and standing == "acting" for name, _, standing in offices)
