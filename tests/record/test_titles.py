"""One plain line for an event."""

from dataclasses import replace

import pytest
from links.factory import LOOKUP, make_node

from variorum.record.titles import title_of
from variorum.schema.linked import LinkedEntities
from variorum.schema.nodes import EntityLookup

BOTH = ("Arland", "Borduria")


def title(concept: str, roles, *, place: str | None = None, realis: str = "happened", kind: str = "CONSULT") -> str:
    return title_of([make_node(concept=concept, kind=kind)], roles, place, realis, LOOKUP)


def test_parties_host_and_place_are_named():
    roles = [("participant", "Arland"), ("participant", "Borduria"), ("host", "Cassia")]
    found = title("meeting", roles, place="Old Ford")
    assert found == "Meeting between Arland and Borduria, hosted by Cassia, in Old Ford"


def test_who_acts_on_whom_is_named():
    found = title("attack", [("actor", "Arland"), ("recipient", "Borduria")], kind="ASSAULT")
    assert found.startswith("Attack by Arland")
    assert found.endswith("Borduria")


@pytest.mark.parametrize(
    ("realis", "word"), [("planned", "lanned"), ("called_off", "alled off"), ("denied", "enied"), ("alleged", "lleged")]
)
def test_what_did_not_surely_happen_says_so(realis, word):
    assert word in title("talks", [("participant", "Arland")], realis=realis).split(":")[0]


def test_long_lists_are_cut():
    roles = [("participant", n) for n in ("Arland", "Borduria", "Cassia", "Dorne", "Ada", "Boris")]
    assert "2 more" in title("summit", roles)


def test_words_have_no_underscores():
    assert title("peace_agreement", []) == "Peace agreement"


def test_parties_of_one_name_are_named_once():
    police = tuple(replace(LOOKUP.by_id[name], name="police") for name in BOTH)
    lookup = EntityLookup(LinkedEntities(entities=police, of_chain={}, links=()))
    node = make_node(concept="shooting", kind="ASSAULT")
    assert title_of([node], [("actor", name) for name in BOTH], None, "happened", lookup) == "Shooting by police"
