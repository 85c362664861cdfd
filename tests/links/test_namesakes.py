"""Things called in full and by the end of their name."""

from variorum.links.namesakes import find_namesakes
from variorum.schema.linked import Entity


def entity(name: str, kind: str = "other", country: str | None = None) -> Entity:
    return Entity(entity_id=name, name=name, kind=kind, names=((name, 1),), chains=(), country=country)


def test_longer_name_stands_with_the_shorter_that_it_ends_with():
    ships = [entity("MS Vesna Rose"), entity("Vésna Rose", "organization"), entity("Vesna Star")]
    assert find_namesakes(ships) == {"MS Vesna Rose": "Vésna Rose"}


def test_one_word_people_and_bodies_of_states_are_left():
    others = [entity("Rose"), entity("Vesna Rose"), entity("Captain Vesna Rose", "person")]
    assert find_namesakes(others) == {}
    armies = [entity("Home Guard", "organization", "CHL"), entity("Chilean Home Guard", "organization", "CHL")]
    assert find_namesakes(armies) == {}
