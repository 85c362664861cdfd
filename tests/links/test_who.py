"""Those who took part in two tellings."""

from links.factory import LOOKUP, make_node

from variorum.links.who import Casts, side_features

BOTH = ("Arland", "Borduria")


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
