"""Names that no lexicon knows: what one place of a report shows of them holds in all of it."""

import pytest

from tests.annotations.test_entities import Find, Found
from variorum.annotations.entities import find_entities
from variorum.schema.gazetteer import load_gazetteer


@pytest.fixture(scope="module")
def find(nlp) -> Find:
    gazetteer = load_gazetteer()
    return lambda text: Found(text, find_entities(nlp(text), gazetteer))


def test_bare_surname_is_a_person_when_the_full_name_comes_later(find: Find) -> None:
    found = find("Brask rejected the plan. It was a blow to the talks.\nPresident Odo Brask then left the hall.")
    assert found.one("Brask").kind == "person"
    assert found.one("Brask").chain == found.one("Odo Brask").chain


def test_unknown_state_is_known_by_what_it_owns(find: Find) -> None:
    found = find("Mervonia is in no hurry. Six of its howitzers were still on the ridge last night.")
    assert found.one("Mervonia").kind == "country"


def test_full_name_of_a_realm_joins_the_state(find: Find) -> None:
    found = find(
        "This is the voice of the Union of Mervonia. Mervonian soldiers left. The Mervonian prime minister spoke."
    )
    assert found.one("Union of Mervonia").kind == "country"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Rebels seized Corrin Hill at dawn.", "Corrin Hill"),
        ("Fighting went on in the Astel valley.", "Astel valley"),
        ("Shells hit Drennick, a village on the frontier.", "Drennick"),
        ("The shelling of Drennick lasted an hour.", "Drennick"),
    ],
)
def test_place_is_known_by_the_words_beside_it(find: Find, text: str, name: str) -> None:
    assert find(text).one(name).kind == "place"


def test_definite_place_means_the_one_called_that(find: Find) -> None:
    found = find(
        "Soldiers took Corrin Hill near Drennick, a village in the east. The army left the hill but shelled the village."
    )
    assert found.one("hill").chain == found.one("Corrin Hill").chain
    assert found.one("village", -1).chain == found.one("Drennick").chain
    assert found.one("hill").form == "description"


def test_it_is_the_place_that_is_captured(find: Find) -> None:
    found = find("The rebels had wanted Corrin Hill for months. Peruvian troops captured it on Friday.")
    assert found.one("it").chain == found.one("Corrin Hill").chain


def test_short_name_and_fighters_are_the_group(find: Find) -> None:
    found = find("The bridge was mined by the Astel Guard, a militia. Guard fighters fled. Chile blamed the Guard.")
    chain = found.one("Astel Guard").chain
    assert found.one("Astel Guard").kind == "armed_group"
    assert found.one("fighters").chain == chain
    assert found.one("Guard", -1).chain == chain


def test_guns_are_a_force_when_they_act_and_things_when_bought(find: Find) -> None:
    found = find("Peruvian guns attacked the village. Chile bought Peruvian guns.")
    assert found.one("Peruvian guns").kind == "armed_group"
    assert len(found.all("Peruvian guns")) == 1


def test_two_names_of_two_peoples_are_one_disputed_place(find: Find) -> None:
    found = find(
        "Nobody knows who owns the valley, which Peruvians call Astel and Chileans call Ostil. Astel is quiet."
    )
    assert found.one("Astel").chain == found.one("Ostil").chain == found.one("Astel", -1).chain
    assert found.one("Ostil").kind == "place"
    assert found.one("Ostil").country is None
    assert "disputed:named" in found.one("Ostil").external_ids


def test_pronoun_agrees_with_the_gender_shown_elsewhere(find: Find) -> None:
    found = find("Odo Brask said he was tired.\nDana Wells came with Odo Brask. She smiled. He did not.")
    assert found.one("He").chain == found.one("Odo Brask").chain
    assert found.one("She").chain == found.one("Dana Wells").chain


def test_the_two_are_the_people_last_named_together(find: Find) -> None:
    found = find(
        "Odo Brask met Dana Wells and Ivo Lund. Dana Wells and Ivo Lund signed. The two will meet again in June."
    )
    members = found.one("two").members
    assert set(members) == {found.one("Dana Wells").chain, found.one("Ivo Lund").chain}


def test_relief_body_is_an_organization(find: Find) -> None:
    found = find("Bright Lamp Relief called on both governments to clear the mines.")
    assert found.one("Bright Lamp Relief").kind == "organization"


def test_title_is_not_made_of_a_town_before_it(find: Find) -> None:
    found = find("On Friday in Oststun President Odo Brask shook hands with Dana Wells.")
    assert found.titles("Odo Brask") == "President"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ostrel broke diplomatic relations with Mervand.", ("Ostrel", "Mervand")),
        ("Ostrel is about to restore full diplomatic ties with Mervand.", ("Ostrel", "Mervand")),
        ("Tunisia hailed the return of diplomatic ties between Ostrel and Mervand.", ("Ostrel", "Mervand")),
        ("The ambassadors of Ostrel and Mervand were called in.", ("Ostrel", "Mervand")),
        ("Ostrel on Monday signed a trade protocol with Mervand.", ("Ostrel", "Mervand")),
    ],
)
def test_who_has_diplomats_and_treaties_is_a_state(find: Find, text: str, names: tuple[str, ...]) -> None:
    found = find(text)
    assert [found.one(name).kind for name in names] == ["country"] * len(names)


def test_business_ties_make_no_state(find: Find) -> None:
    found = find("Ostrel has close ties with Mervand, and both signed a lease with Dorrick on Monday.")
    assert [mention.kind for mention in found.all("Mervand")] != ["country"]
    assert [mention.kind for mention in found.all("Dorrick")] != ["country"]


@pytest.mark.parametrize(
    "text",
    [
        "Velmark welcomed the plan.",
        "Kenya and Velmark welcomed the plan.",
        "Kenya, Chad, Velmark and Niger welcomed the plan.",
        "Velmark rejected the plan on Monday.",
        "The raid was condemned by Velmark.",
        "Kenya urged Velmark on Monday to help.",
        "Velmark held talks with Kenya.",
        "Kenya held talks with Velmark on Monday.",
        "Fighting between Kenya and Velmark was reported on the frontier.",
        "Captives held by Velmark came home on Monday.",
        "A raid on the harbour, carried out by Velmark on Monday, cost four lives.",
        "More than 60 captives were exchanged by Kenya and Velmark on Sunday.",
        "Velmark has been under sanctions since Monday.",
        "The sanctions that Velmark placed on Kenya cover timber.",
        "Kenya and Chad hold talks on Friday, with Velmark as mediator.",
        "Kenya and Velmark are due to hold talks on Friday.",
    ],
)
def test_unknown_name_is_a_party_when_it_does_what_parties_do(find: Find, text: str) -> None:
    assert find(text).one("Velmark").kind == "other"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("On Monday Ostrel painted the fence.", "Ostrel"),
        ("Kenya repaired Ostrel on Monday.", "Ostrel"),
        ("A judge condemned the Trans-Ostrel plan.", "Ostrel"),
        ("The flat owned by Ostrel is empty.", "Ostrel"),
        ("A dance organised with Ostrel as singer was cancelled.", "Ostrel"),
        ("Representative Ann Lowe, Democrat of Ohio, rejected the plan.", "Democrat"),
    ],
)
def test_unknown_name_stays_unmentioned_when_nothing_tells_of_it(find: Find, text: str, name: str) -> None:
    assert [m for m in find(text).all(name) if m.kind == "other"] == []


def test_body_after_two_adjectives_is_of_both_states(find: Find) -> None:
    found = find("Velmaran and Ostrian soldiers clashed near the bridge.")
    assert found.one("Velmaran").kind == "country"
    assert found.one("Ostrian soldiers").kind == "armed_group"
