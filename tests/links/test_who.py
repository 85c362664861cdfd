"""Those who took part in two tellings."""

from dataclasses import replace

from links.factory import LOOKUP, make_node, named_entities

from variorum.links.who import Casts, side_features
from variorum.schema.linked import Entity, LinkedEntities
from variorum.schema.nodes import EntityLookup

BOTH = ("Arland", "Borduria")


def with_rebel() -> LinkedEntities:
    """The factory's entities, and a man of whom it is not known for whom he acts."""
    rebel = Entity(entity_id="Unaligned", name="Unaligned", kind="person", names=(("Unaligned", 1),), chains=())
    return replace(named_entities(), entities=(*named_entities().entities, rebel))


def features(one, two) -> set[str]:
    found = side_features(one, two, Casts(LOOKUP))
    assert found == side_features(two, one, Casts(LOOKUP))
    return set(found)


def test_leader_stands_for_the_state():
    assert features(make_node("r1", who=("Ada", "Boris")), make_node("r2", who=BOTH)) == {"participants"}


def test_sides_are_shared_wholly_partly_or_not():
    arland = make_node("r1", who=("Arland",))
    assert features(arland, make_node("r2", who=("Arland",))) == {"one_side"}
    assert features(arland, make_node("r2", who=BOTH)) == {"some_participants"}
    assert features(arland, make_node("r2", who=("Cassia",))) == {"other_sides"}
    assert features(make_node("r1", who=BOTH), make_node("r2", who=("Cassia", "Dorne"))) == {"other_pair"}


def test_who_strikes_in_one_and_is_struck_in_the_other_is_turned():
    one = make_node("r1", "attack", "ASSAULT", who=("Arland",), role="actor", roles=(("recipient", "Borduria"),))
    two = make_node("r2", "attack", "ASSAULT", who=("Borduria",), role="actor", roles=(("recipient", "Arland"),))
    assert features(one, two) == {"participants", "turned", "other_actor", "other_recipient"}


def test_host_alone_with_one_guest_is_another_round():
    host = (("host", "Cassia"),)
    summit = make_node("r1", who=BOTH, roles=host)
    alone = make_node("r2", who=("Arland", "Cassia"))
    assert "more_met" in features(summit, alone)
    assert "more_met" not in features(summit, make_node("r2", who=BOTH))


def test_meetings_of_which_each_has_one_more_are_of_other_company():
    assert "other_company" in features(make_node("r1", who=BOTH), make_node("r2", who=("Arland", "Cassia")))


def test_minister_without_a_name_is_not_another_person():
    named = make_node("r1", "resignation", "RETREAT", who=("Ada",), role="actor")
    entities = replace(
        LOOKUP.by_id["Boris"], entity_id="minister", name="minister", names=(("minister", 1),), country="ARL"
    )
    lookup = EntityLookup(replace(named_entities(), entities=(*named_entities().entities, entities)))
    nameless = replace(
        make_node("r2", "resignation", "RETREAT"), roles=(("actor", "minister"),), countries=frozenset({"ARL"})
    )
    assert set(side_features(named, nameless, Casts(lookup))) == {"one_side", "actor"}


def test_dismissal_and_resignation_of_one_man_are_not_turned():
    left = make_node("r1", "resignation", "RETREAT", who=("Ada",), role="actor")
    sacked = make_node("r2", "dismissal", "SANCTION", who=("Ada",), role="recipient")
    assert features(left, sacked) == {"one_side", "person"}


def test_accord_is_signed_by_people_for_sides_that_another_report_names():
    lookup = EntityLookup(with_rebel())
    signed = replace(make_node("r1", "agreement", "AGREE"), roles=(("participant", "Unaligned"),))
    signed = replace(signed, countries=frozenset({"Unaligned"}))
    between = make_node("r2", "ceasefire", "AGREE", who=("Cassia",))
    assert side_features(signed, between, Casts(lookup)) == []


def test_country_where_it_was_is_no_other_side():
    named_after = make_node("r1", "agreement", "AGREE", who=("Cassia",))
    there = make_node("r2", "ceasefire", "AGREE", who=BOTH, at="Cassia")
    assert features(there, make_node("r3", "agreement", "AGREE", who=("Dorne",))) == {"other_sides"}
    assert "other_sides" not in side_features(named_after, there, Casts(EntityLookup(with_rebel())))
