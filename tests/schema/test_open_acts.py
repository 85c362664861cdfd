"""Acts that only their verb names: how they are called, and that they have no codes."""

import pytest

from variorum.schema.codings import load_codings
from variorum.schema.open_acts import gerund_of, is_open_act, open_concept


@pytest.mark.parametrize(
    ("verb", "gerund"),
    [
        ("leave", "leaving"),
        ("tow", "towing"),
        ("flee", "fleeing"),
        ("tie", "tying"),
        ("ship", "shipping"),
        ("rob", "robbing"),
        ("cancel", "cancelling"),
        ("visit", "visiting"),
        ("be", "being"),
        ("see", "seeing"),
        ("fix", "fixing"),
    ],
)
def test_gerund_is_spelt_as_dictionaries_do(verb, gerund):
    assert gerund_of(verb) == gerund


def test_an_act_is_outside_the_types_and_has_no_codes():
    concept = open_concept("tow")
    assert (concept.name, concept.type, is_open_act(concept.name)) == ("act_of_towing", "NONE", True)
    codes = load_codings().of_concept(concept.name)
    assert (codes.cameo, codes.weis) == ("", "")
    assert not is_open_act("attack")


def test_a_concept_that_nobody_knows_is_still_an_error():
    with pytest.raises(KeyError):
        load_codings().of_concept("no_such_kind")
