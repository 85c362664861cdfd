"""Places of two tellings: the same, one within the other, or another."""

from dataclasses import replace

from links.factory import LOOKUP, make_annotations, make_mention, make_node, named_entities

from variorum.links.where import place_features
from variorum.schema.annotations import ToponymMention
from variorum.schema.nodes import EntityLookup


def features(one: str | None, two: str | None, lookup: EntityLookup = LOOKUP) -> list[str]:
    return place_features(make_node("r1", at=one), make_node("r2", at=two), lookup)


def test_one_town_is_the_same_place_and_two_are_not():
    assert features("Old Ford", "Old Ford") == ["place"]
    assert features("Old Ford", "Port Vell") == ["other_place"]


def test_town_lies_in_its_state():
    assert features("Old Ford", "Arland") == ["within"]
    assert features("Arland", "Arland") == ["country"]
    assert features("Old Ford", "Borduria") == ["other_country"]


def test_nothing_is_said_where_one_names_no_place():
    assert features(None, "Old Ford") == []


def test_place_lies_in_the_unit_that_a_report_names_with_it():
    own = make_annotations("r1", make_mention())
    span = next(m.span for m in own.entities if m.name == "Old Ford")
    named = ToponymMention(span=span, name="Old Ford", form="name", literal=True, admin1="Port Vell")
    lookup = EntityLookup(named_entities(), [replace(own, toponyms=(named,))])
    assert features("Old Ford", "Port Vell", lookup) == ["within"]
