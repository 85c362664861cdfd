"""Who takes part without a name is told by report, role and noun, with the words, and is no entity."""

import pytest

import variorum
from variorum.store import open_reader

TEXT = (
    "Gunmen killed five guards on 3 May 2031 in an attack on a depot near Bergen in Norway. The gunmen attacked the "
    "depot at dawn, the mayor of Bergen said. Norway and Sweden held talks in Oslo on 4 May 2031."
)


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    folder = tmp_path_factory.mktemp("parties")
    (folder / "one.txt").write_text(f"Attack on a depot\n2031-05-05\n\n{TEXT}\n", encoding="utf-8")
    out = folder / "talks.variorum"
    variorum.build([folder], out=out)
    with open_reader(out) as record:
        return {name: list(record.rows(name)) for name in ("events", "event_parties", "evidence", "entities")}


def test_victims_and_doers_without_a_name_are_rows_of_their_event(told):
    attack = {row["event_id"] for row in told["events"] if row["concept"] == "attack"}
    found = {(row["role"], row["head"]) for row in told["event_parties"] if row["event_id"] in attack}
    assert {("victim", "guard"), ("recipient", "depot")} <= found


def test_every_party_has_its_words_as_evidence(told):
    quotes = {row["item_id"]: row["quote"] for row in told["evidence"]}
    assert told["event_parties"]
    assert all(quotes[row["party_id"]] == row["words"] for row in told["event_parties"])


def test_a_noun_is_told_once_for_a_role_of_an_event(told):
    keys = [(row["event_id"], row["report_id"], row["role"], row["head"]) for row in told["event_parties"]]
    assert len(keys) == len(set(keys))


def test_the_place_of_an_event_is_no_party(told):
    places = {row["event_id"]: row["place_id"] for row in told["events"]}
    assert all(row["entity_id"] is None or row["entity_id"] != places[row["event_id"]] for row in told["event_parties"])


def test_no_entity_is_made_of_them(told):
    assert not {row["name"] for row in told["entities"]} & {"guards", "five guards", "a depot", "depot"}
