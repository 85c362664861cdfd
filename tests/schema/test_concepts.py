"""The event lexicons agree with the ontology, and every entry can be read."""

from collections import defaultdict
from collections.abc import Iterator

import pytest

from variorum.errors import ConfigError
from variorum.schema.concepts import DIRECTIONS, FRAMES, Concepts, Entry, head_of, load_concepts, load_wide_concepts
from variorum.schema.lexicons import list_lexicons, read_lexicon, split_entries
from variorum.schema.ontology import load_ontology

REQUIRED = """
meeting talks summit visit phone_call mediation agreement peace_agreement ceasefire prisoner_release prisoner_exchange
force_renunciation recognition border_delimitation mandate_extension peacekeeping_deployment troop_deployment
military_exercise military_buildup military_aid humanitarian_aid access evacuation withdrawal handover surrender concession
return_of_people reconstruction reopening blockade checkpoint arrest deportation curfew ban censorship sanction embargo
tariffs recalling_ambassador breaking_relations walkout rejection veto demand condemnation accusation investigation lawsuit
threat ultimatum demonstration labour_strike riot hunger_strike attack clash war battle offensive invasion shelling
airstrike bombing ambush raid shooting assassination killing kidnapping massacre torture territorial_capture
territorial_loss ceasefire_violation destruction drone_attack missile_strike landmine_explosion cyberattack coup crash
explosion earthquake collapse fire storm_and_flood sinking election
""".split()


def entries(concepts: Concepts) -> Iterator[Entry]:
    for lemma in sorted(concepts.verbs):
        yield from concepts.of_verb(lemma)
    for lemma in sorted(concepts.nouns):
        yield from concepts.of_noun(lemma)
    for lemma in sorted(concepts.phrases):
        yield from concepts.of_phrase(lemma)


def test_every_concept_agrees_with_the_ontology():
    ontology = load_ontology()
    contexts = {context.name for context in ontology.contexts}
    for concept in load_concepts().by_name.values():
        assert ontology.has_mode(concept.type, concept.mode), concept.name
        assert concept.cameo in ontology.type_of(concept.type).cameo, concept.name
        assert set(concept.contexts) <= contexts, concept.name
        assert concept.frame in FRAMES, concept.name
        assert concept.direction is None or concept.direction in DIRECTIONS, concept.name
        assert 0 <= concept.weight <= 1, concept.name
        assert concept.meaning, concept.name


def test_required_concepts_exist():
    assert set(REQUIRED) <= set(load_concepts().by_name)


def test_every_type_has_concepts():
    types = {concept.type for concept in load_concepts().by_name.values()}
    assert types == {known.name for known in load_ontology().types}


def test_every_entry_can_be_read():
    found = list(entries(load_concepts()))
    assert len(found) > 5000
    for entry in found:
        assert entry.frame in FRAMES, entry.text
        assert 0 <= entry.weight <= 1, entry.text
        assert entry.text == entry.text.lower(), entry.text
        assert entry.head, entry.text
        assert len(entry.modifiers) <= 4, entry.text
        assert len(entry.words) <= 8, entry.text


def test_wide_entries_can_be_read_and_stay_out_of_the_record():
    told, wide = load_concepts(), load_wide_concepts()
    assert set(told.by_name) < set(wide.by_name)
    assert all(0 < entry.weight <= 1 and entry.frame in FRAMES for entry in entries(wide))
    assert len(list(entries(wide))) - len(list(entries(told))) > 2500


def test_every_act_is_a_type():
    types = {known.name for known in load_ontology().types}
    assert {c.act for c in load_wide_concepts().by_name.values() if c.act} <= types


def test_an_entry_may_need_any_object_or_a_clause():
    places = {e.text.split("~")[0]: e for e in load_wide_concepts().of_verb("return")}
    assert places["return +* to"].objects == frozenset({"*"})
    assert (
        next(e for e in load_wide_concepts().of_verb("demand") if e.text.startswith("demand that")).preposition
        == "that"
    )


@pytest.mark.parametrize("load", [load_concepts, load_wide_concepts])
def test_no_form_names_two_concepts(load):
    owners = defaultdict(set)
    for entry in entries(load()):
        owners[entry.pos, entry.text.split("~")[0].split("^")[0].strip()].add(entry.concept.name)
    assert {form: names for form, names in owners.items() if len(names) > 1} == {}


def test_concept_names_are_unique_across_files():
    names = [
        name
        for file in list_lexicons("events")
        for name, table in read_lexicon(file).items()
        if isinstance(table, dict)
    ]
    assert sorted(names) == sorted(set(names))


def test_exclusions_name_a_word_of_their_concept():
    concepts = load_concepts()
    for name in concepts.by_name:
        for text in concepts.exclusions[name]:
            assert text == text.lower(), (name, text)


def test_most_specific_entry_comes_first():
    concepts = load_concepts()
    assert concepts.of_noun("agreement")[0].modifiers
    assert concepts.of_verb("withdraw")[0].specificity >= concepts.of_verb("withdraw")[-1].specificity
    assert concepts.of_verb("withdraw")[-1].specificity == 0


def test_verb_places_are_read():
    entry = next(e for e in load_concepts().of_verb("pull") if e.text.startswith("pull out of~"))
    assert (entry.particle, entry.preposition, entry.objects) == ("out", "of", frozenset())
    put = next(e for e in load_concepts().of_verb("put") if e.text == "put to +death")
    assert (put.preposition, put.prep_objects) == ("to", frozenset({"death"}))


def test_noun_hyphens_divide_words():
    entry = next(e for e in load_concepts().of_noun("fire") if e.text == "cease-fire")
    assert entry.modifiers == ("cease",)
    assert head_of("noun", "cease-fire agreement") == "agreement"
    assert head_of("noun", "exchange of +@gunfire~0.8") == "exchange"
    assert head_of("noun", "hostility/pl~0.7") == "hostility"


def test_loaded_verbs_of_one_deed_meet_in_one_concept():
    concepts = load_concepts()
    for lemma in "liberate reclaim recapture retake occupy conquer annex".split():
        assert "territorial_capture" in {entry.concept.name for entry in concepts.of_verb(lemma)}, lemma


@pytest.mark.parametrize(
    ("concept", "lemmas", "index", "objects"),
    [
        ("meeting", ["they", "meet", "the", "deadline"], 1, ["deadline"]),
        ("summit", ["a", "news", "conference", "open"], 2, []),
        ("war", ["he", "face", "a", "war", "crime", "charge"], 3, []),
        ("attack", ["she", "have", "a", "heart", "attack"], 4, []),
    ],
)
def test_everyday_senses_are_excluded(concept, lemmas, index, objects):
    concepts = load_concepts()
    assert concepts.excluded(concepts.by_name[concept], lemmas, index, objects=objects)


@pytest.mark.parametrize(
    ("concept", "lemmas", "index", "objects"),
    [
        ("meeting", ["they", "meet", "the", "minister"], 1, ["minister"]),
        ("war", ["the", "war", "begin"], 1, []),
        ("attack", ["rebel", "attack", "the", "village"], 1, ["village"]),
    ],
)
def test_plain_senses_are_not_excluded(concept, lemmas, index, objects):
    concepts = load_concepts()
    assert not concepts.excluded(concepts.by_name[concept], lemmas, index, objects=objects)


def test_excluded_holds_at_the_edges_of_a_sentence():
    concepts = load_concepts()
    war = concepts.by_name["war"]
    assert not concepts.excluded(war, ["war"], 0)
    assert concepts.excluded(war, ["war", "crime"], 0)


def test_unknown_word_has_no_entries():
    concepts = load_concepts()
    assert concepts.of_verb("zzz") == concepts.of_noun("zzz") == concepts.of_phrase("zzz") == ()


def test_split_entries_folds_space_and_drops_remarks():
    assert split_entries(" a b,\n c  d, # not, this\n e,, ") == ("a b", "c d", "e")


def test_missing_lexicon_is_a_config_error():
    with pytest.raises(ConfigError):
        read_lexicon("events/no_such")


def test_realis_lists_are_text_blocks():
    realis = read_lexicon("realis")
    kinds = {"light", "planned", "called_off", "alleged", "denied", "hypothetical", "ongoing", "habitual", "past"}
    assert kinds <= set(realis)
    for table in realis.values():
        assert all(isinstance(block, str) and split_entries(block) for block in table.values())
