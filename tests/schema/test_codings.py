"""The crosswalk to CAMEO and WEIS: whole, in step with the lexicon, and finer by verbs of asking and warning."""

import pytest

from variorum.annotations.statement_cues import read_lexicon
from variorum.schema.codings import load_codings
from variorum.schema.concepts import load_wide_concepts


def test_every_concept_has_codes_of_its_own_root():
    codings, concepts = load_codings(), load_wide_concepts().by_name
    assert set(codings.concepts) == set(concepts)
    for name, codes in codings.concepts.items():
        assert (codes.root or "00") == concepts[name].cameo, name


def test_every_code_is_in_its_scheme():
    codings = load_codings()
    given = [*codings.concepts.values(), *codings.positions.values(), *codings.verbs.values(), codings.called_off]
    for codes in given:
        assert not codes.cameo or (len(codes.cameo) == 3 and codes.root in codings.cameo_roots)
        assert not codes.weis or codes.weis in codings.weis_categories
    assert (len(codings.cameo_roots), len(codings.weis_categories)) == (20, 22)


def test_every_position_of_a_statement_has_codes():
    found = {group["position"] for group in read_lexicon("cues.toml")["verbs"]} - {"content"}
    assert found <= set(load_codings().positions)


@pytest.mark.parametrize(
    ("cue", "cameo", "weis"),
    [
        ("demanded", "100", "15"),
        ("urged", "020", "10"),
        ("appealed for", "020", "09"),
        ("calling on", "020", "09"),
        ("sought", "020", "09"),
        ("pressed", "100", "15"),
    ],
)
def test_to_ask_is_not_to_demand(cue, cameo, weis):
    codes = load_codings().of_position("demand", cue)
    assert (codes.cameo, codes.weis) == (cameo, weis)


def test_trigger_decides_among_requests_only():
    codings = load_codings()
    assert codings.of_concept("demand_for_yielding", "ask").weis == "09"
    assert codings.of_concept("demand_for_yielding", "press").weis == "15"
    assert codings.of_concept("arrest", "order").weis == "21"


def test_unknown_names_are_refused():
    with pytest.raises(KeyError):
        load_codings().of_concept("picnic")
    with pytest.raises(KeyError):
        load_codings().of_position("sing", "sang")
