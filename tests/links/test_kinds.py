"""Kinds of happening: which may be words for one, and which are never one event."""

from links.factory import make_node

from variorum.links.kinds import kind_features, load_kinds, may_be_one
from variorum.schema.concepts import load_concepts


def features(one: tuple[str, str], two: tuple[str, str]) -> list[str]:
    return kind_features(make_node("r1", *one), make_node("r2", *two))


def test_every_concept_of_the_table_is_one_of_the_lexicons():
    kinds, known = load_kinds(), load_concepts().by_name
    assert set(kinds.kin) | kinds.generic | kinds.common | kinds.apart <= {*known, "fighting"}


def test_kinds_of_other_types_may_be_one_where_they_are_words_for_it():
    truce, signing = make_node("r1", "ceasefire", "AGREE"), make_node("r2", "signing", "SUPPORT")
    assert may_be_one(truce, signing)
    assert kind_features(truce, signing) == ["kin_type"]


def test_kinds_of_other_types_are_never_one_where_they_are_not():
    assert not may_be_one(make_node("r1", "agreement", "AGREE"), make_node("r2", "meeting", "CONSULT"))


def test_one_word_is_the_same_kind_and_a_rare_one_says_more():
    assert features(("talks", "CONSULT"), ("talks", "CONSULT")) == ["concept"]
    assert features(("shelling", "ASSAULT"), ("shelling", "ASSAULT")) == ["concept", "specific"]


def test_wide_words_cover_the_narrow_ones_of_their_type():
    assert features(("attack", "ASSAULT"), ("shelling", "ASSAULT")) == ["kin"]
    assert features(("kidnapping", "ASSAULT"), ("shelling", "ASSAULT")) == ["other_kind"]


def test_call_is_another_contact_than_a_meeting():
    assert features(("phone_call", "CONSULT"), ("meeting", "CONSULT")) == ["other_contact", "kin"]
