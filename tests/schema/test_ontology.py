"""The ontology holds PLOVER's types whole."""

import pytest

from variorum.schema.ontology import QUADS, load_ontology

PLOVER = (
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE "
    "COERCE ASSAULT"
).split()


def test_ontology_has_the_sixteen_types_and_none():
    assert sorted(known.name for known in load_ontology().types) == sorted([*PLOVER, "NONE"])


def test_every_type_is_complete():
    for known in load_ontology().types:
        assert known.meaning
        assert known.quad in QUADS
        assert known.cameo
        assert all(len(root) == 2 and root.isdigit() for root in known.cameo)
        assert len({mode.name for mode in known.modes}) == len(known.modes)


def test_modes_belong_to_their_type_only():
    ontology = load_ontology()
    assert ontology.has_mode("CONSULT", "third-party")
    assert ontology.has_mode("CONSULT", None)
    assert not ontology.has_mode("CONSULT", "arrest")


def test_unknown_type_is_an_error():
    with pytest.raises(KeyError):
        load_ontology().type_of("WHATEVER")


def test_contexts_are_named_once_with_a_meaning():
    contexts = load_ontology().contexts
    assert len(contexts) >= 30
    assert all(context.meaning for context in contexts)
    assert {"diplomatic", "territory", "peacekeeping", "reparations", "misinformation"} <= {c.name for c in contexts}
