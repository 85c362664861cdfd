"""Who did what to whom: roles from passives, relatives, possessives, symmetric words, mediators and hosts."""

import pytest
from annotations.factory import annotate_text


@pytest.fixture
def read(nlp):
    return annotate_text


SEVERAL = "a small number before any word of a verb entry drops the event (event_triggers._several in of_verb)"

DIRECTED = [
    ("Eritrea attacked Ethiopia.", "attacked", "Eritrea", "Ethiopia"),
    ("Ethiopia was attacked by Eritrea on Monday.", "attacked", "Eritrea", "Ethiopia"),
    ("Eritrea, which attacked Ethiopia in May, denied the charge.", "attacked", "Eritrea", "Ethiopia"),
    ("Ethiopia, which was attacked by Eritrea, asked for help.", "attacked", "Eritrea", "Ethiopia"),
    ("Georgia was invaded by Russia in 2008.", "invaded", "Russia", "Georgia"),
    ("The Russian invasion of Georgia began in August 2008.", "invasion", "Russian", "Georgia"),
    ("Kenya's invasion of Somalia began in October 2011.", "invasion", "Kenya", "Somalia"),
    ("Ecuador's attack on Peru left 30 dead.", "attack", "Ecuador", "Peru"),
    ("An attack by Ecuador on Peru left 30 dead.", "attack", "Ecuador", "Peru"),
    ("An Ecuadorian attack on Peru killed 30 soldiers.", "attack", "Ecuadorian", "Peru"),
    ("Peru's shelling of Ecuador killed three.", "shelling", "Peru", "Ecuador"),
    ("Kenya accused Somalia of attacking its soldiers.", "accused", "Kenya", "Somalia"),
    ("France imposed sanctions on Mali.", "sanctions", "France", "Mali"),
    ("Sanctions were imposed on Mali by France.", "sanctions", "France", "Mali"),
    ("Serbia handed three prisoners over to Croatia.", "handed", "Serbia", "Croatia"),
    ("Serbia handed over three prisoners to Croatia.", "handed", "Serbia", "Croatia"),
    ("Three prisoners were handed over to Croatia by Serbia.", "handed", "Serbia", "Croatia"),
    ("Kenyan soldiers came under fire from Somalia.", "came under fire", "Somalia", "Kenyan soldiers"),
    ("Villages in Ethiopia were shelled by Eritrean troops.", "shelled", "Eritrean troops", "Ethiopia"),
    ("Cambodia fired rockets at Thailand.", "fired", "Cambodia", "Thailand"),
    ("Morocco cut diplomatic ties with Iran.", "cut diplomatic ties", "Morocco", "Iran"),
]


@pytest.mark.parametrize(("text", "word", "actor", "recipient"), DIRECTED)
def test_actor_and_recipient_are_read_when_one_side_acts(read, text, word, actor, recipient):
    found = read(text)
    event = found.event(word)
    assert found.held(event, "actor") == {actor}
    assert recipient in found.held(event, "recipient")
    assert event.direction == "directed"


MUTUAL = [
    ("Clashes broke out between Ethiopia and Eritrea on Sunday.", "clashes", {"Ethiopia", "Eritrea"}),
    ("Ethiopian troops clashed with Eritrean forces.", "clashed", {"Ethiopian troops", "Eritrean forces"}),
    ("In clashes between Thailand and Cambodia, 32 people were killed.", "clashes", {"Thailand", "Cambodia"}),
    ("Fighting between Thailand and Cambodia left 32 dead.", "fighting", {"Thailand", "Cambodia"}),
    ("The Iran-Iraq war lasted eight years.", "war", {"Iran", "Iraq"}),
    ("The 2008 war between Russia and Georgia lasted five days.", "war", {"Russia", "Georgia"}),
    ("Peru and Ecuador traded fire across the border.", "traded fire", {"Peru", "Ecuador"}),
    ("Peru exchanged fire with Ecuador.", "exchanged fire", {"Peru", "Ecuador"}),
    ("Peru and Ecuador fought a war in 1941.", "war", {"Peru", "Ecuador"}),
    ("Colombia and Venezuela held talks in Geneva.", "talks", {"Colombia", "Venezuela"}),
    ("Talks were held in Lima on Monday between Peru and Ecuador.", "talks", {"Peru", "Ecuador"}),
    ("India, Pakistan and China met in Astana.", "met", {"India", "Pakistan", "China"}),
    ("Peru and Ecuador signed a peace agreement in Brasilia.", "agreement", {"Peru", "Ecuador"}),
    ("A peace agreement was signed by Peru and Ecuador in Brasilia.", "agreement", {"Peru", "Ecuador"}),
    ("Peru signed a ceasefire with Ecuador.", "ceasefire", {"Peru", "Ecuador"}),
    ("Peru and Ecuador exchanged 20 prisoners.", "exchanged", {"Peru", "Ecuador"}),
    ("Thailand resumed talks with Cambodia.", "talks", {"Thailand", "Cambodia"}),
    ("Peru reached a deal with Ecuador.", "deal", {"Peru", "Ecuador"}),
    ("Thailand and Cambodia have held three rounds of talks since May.", "talks", {"Thailand", "Cambodia"}),
    ("Ethiopian and Eritrean forces clashed near the border.", "clashed", {"Ethiopian", "Eritrean forces"}),
]


@pytest.mark.parametrize(("text", "word", "participants"), MUTUAL)
def test_both_sides_are_participants_when_words_are_symmetric(read, text, word, participants):
    found = read(text)
    event = found.event(word)
    assert found.held(event, "participant") == participants
    assert not found.held(event, "actor")
    assert event.direction == "mutual"


MEDIATED = [
    ("Qatar mediated talks between Chad and Sudan.", "talks", "mediator", "Qatar"),
    ("Talks between Chad and Sudan mediated by Qatar were held in Doha.", "talks", "mediator", "Qatar"),
    ("The United Nations brokered a ceasefire between Chad and Sudan.", "ceasefire", "mediator", "United Nations"),
    ("Norway hosted talks between Chad and Sudan.", "talks", "host", "Norway"),
    ("Norway hosted talks on Monday between Chad and Sudan, which have fought three wars.", "talks", "host", "Norway"),
    ("Norway held talks between Chad and Sudan in Oslo.", "talks", "mediator", "Norway"),
    ("The talks between Chad and Sudan, brokered by Qatar, ended on Friday.", "talks", "mediator", "Qatar"),
    (
        "The ceasefire between Chad and Sudan, which was mediated by Qatar, took effect on Monday.",
        "ceasefire",
        "mediator",
        "Qatar",
    ),
    ("The presidents of Chad and Sudan held a meeting hosted by Norway.", "meeting", "host", "Norway"),
]


@pytest.mark.parametrize(("text", "word", "role", "who"), MEDIATED)
def test_third_party_is_no_participant_when_it_mediates_or_hosts(read, text, word, role, who):
    found = read(text)
    event = found.event(word)
    assert found.held(event, role) == {who}
    assert who not in found.held(event, "participant")
    assert found.held(event, "participant") & {"Chad", "Sudan", "presidents"}


@pytest.mark.parametrize(
    "text",
    [
        "A ceasefire mediated by Qatar took effect on Monday.",
        ("Under a Qatar-brokered ceasefire, Chad withdrew from Tine."),
    ],
)
def test_mediated_ceasefire_is_a_ceasefire(read, text):
    found = read(text)
    event = next(e for e in found.events if e.concept == "ceasefire")
    assert found.held(event, "mediator") == {"Qatar"}
    assert all(e.concept != "mediation" for e in found.events)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya accused Somalia of shelling Mandera.",
        "Somalia was accused by Kenya of shelling Mandera.",
        "Kenya said Somalia had shelled Mandera.",
        "Kenya said that Mandera had been shelled by Somalia.",
    ],
)
def test_accused_and_not_the_accuser_is_the_actor_of_the_deed(read, text):
    found = read(text)
    assert found.held(found.event("shell"), "actor") == {"Somalia"}


@pytest.mark.parametrize(
    "text",
    [
        "Eighteen Cambodian soldiers, captured in July, were freed.",
        "Thailand freed 18 Cambodian soldiers who were captured in July.",
    ],
)
def test_captured_soldiers_are_not_their_captors(read, text):
    found = read(text)
    event = found.event("captured")
    assert "Cambodian soldiers" not in found.held(event, "actor")


def test_repelled_attack_has_the_attacker_as_actor(read):
    found = read("Peru repelled an attack by Colombia.")
    assert found.held(found.event("attack"), "actor") == {"Colombia"}


def test_host_of_a_visitor_is_host(read):
    found = read("The prime minister of Peru hosted the president of Ecuador in Lima.")
    event = found.event("hosted")
    assert found.held(event, "host") == {"prime minister"}
    assert found.held(event, "participant") == {"president"}


def test_who_persuades_takes_no_part_in_the_withdrawal(read):
    for text in ("Ecuador forced Peru to withdraw its troops.", "Peru was forced by Ecuador to withdraw its troops."):
        found = read(text)
        assert found.held(found.event("withdraw"), "actor") == {"Peru"}


def test_who_announces_talks_takes_no_part_in_them(read):
    found = read("Norway announced talks on Friday between Chad and Sudan.")
    assert all("Norway" not in found.held(event, "participant") for event in found.events)


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("Talks between Chad and Sudan were held in the city of Doha.", "talks", "Doha"),
        ("Chad and Sudan met in Doha on Friday.", "met", "Doha"),
        ("Sudan withdrew its troops from Heglig.", "withdrew", None),
        ("Sudan released the prisoners at the request of Chad.", "released", None),
        ("Serbia handed three prisoners over to Croatia.", "handed", None),
    ],
)
def test_place_is_where_it_happened(read, text, word, place):
    found = read(text)
    assert found.place(found.event(word)) in (place, "Heglig" if "Heglig" in text else place)


def test_every_entity_has_one_role_in_an_event(read):
    found = read("Qatar hosted talks between Chad and Sudan in Doha. Sudan attacked Chad. Chad was accused by Qatar.")
    for event in found.events:
        entities = [r.entity for r in event.roles]
        assert len(entities) == len(set(entities))


def test_subject_is_handed_on_by_the_adjective_that_leads_to_the_infinitive(read):
    found = read("Bolivia is about to restore diplomatic ties with Chile.")
    assert found.held(found.event("restore"), "participant") == {"Bolivia", "Chile"}


def test_parties_of_what_resumes_take_part_in_it(read):
    found = read("Chile hailed the resumption of talks between Bolivia and Peru.")
    assert found.held(found.event("talks"), "participant") >= {"Bolivia", "Peru"}


def test_plan_that_somebody_tells_is_kept_when_both_sides_are_named(read):
    found = read("Bolivia will restore diplomatic ties with Chile, an aide said.")
    assert found.event("restore").realis == "planned"


CLOSE_READING = [
    ("The parliament of Chad rejected Sudan's plan on elections in Mali.", "rejected", ("recipient", "Sudan")),
    ("Chad welcomed the decision of Sudan to open camps in Mali.", "welcomed", ("recipient", "Sudan")),
    ("Chad rejected any cooperation with Sudan.", "rejected", ("recipient", "Sudan")),
    ("Rebels will release two Peruvian nurses to Ecuador.", "release", ("recipient", "Peruvian")),
    ("Peru withdrew a batch of 200 soldiers from Ecuador.", "withdrew", ("recipient", "Ecuador")),
    ("Peru announced a ceasefire with Ecuador.", "ceasefire", ("participant", "Peru")),
    (
        "The army demanded the withdrawal of Ecuadorian forces from the port.",
        "demanded",
        ("recipient", "Ecuadorian forces"),
    ),
    ("Peru held talks with neighbouring countries.", "talks", ("participant", "neighbouring countries")),
    ("Opposition parties in Chad boycotted the vote.", "boycotted", ("recipient", "the vote")),
    ("Minister arrested in Lima.", "arrested", ("recipient", "Minister")),
    ("Peru imposed sanctions on officers, including General Luis Prado.", "sanctions", ("recipient", "Luis Prado")),
]


@pytest.mark.parametrize(("text", "word", "side"), CLOSE_READING)
def test_a_side_is_read_where_its_words_stand(read, text, word, side):
    found = read(text)
    assert side in found.sides(found.event(word))


def test_what_a_rejected_plan_is_about_is_no_side(read):
    found = read("The parliament of Chad rejected Sudan's plan on elections in Mali.")
    assert "Mali" not in {name for _, name in found.sides(found.event("rejected"))}


def test_the_actor_is_no_recipient_of_what_it_does_with_its_own(read):
    found = read("Chad opened its borders to refugees.")
    event = found.event("opened")
    assert ("recipient", "Chad") not in found.sides(event)
    assert ("recipient", "its borders") not in found.sides(event)


def test_a_missile_and_whose_it_is_are_not_hit_by_it(read):
    found = read("The Peruvian missile, which was launched from the coast, fell into the sea.")
    assert not {name for role, name in found.sides(found.mention("launched")) if role == "recipient" and "Peru" in name}


NEXT_PARTY = [
    ("Chad will not lift the embargo until Sudan frees the hostages.", "lift the embargo", True),
    ("Chad mobilized tanks after a flood. Sudan held elections.", "mobilized", False),
    ("Chad called off the strike, the news agency of Sudan reported.", "called off", False),
]


@pytest.mark.parametrize(("text", "word", "meant"), NEXT_PARTY)
def test_the_next_party_is_kept_in_words_when_a_deed_of_its_clause_or_grounds_has_no_other_side(
    read, text, word, meant
):
    found = read(text)
    event = found.mention(word)
    assert (("recipient", "Sudan") in found.sides(event)) is meant


def test_a_state_arrests_on_its_own_soil_when_nobody_else_is_named(read):
    alone = read("The editor Ana Soro was arrested in Niger on Monday.")
    assert ("actor", "Niger") in alone.sides(alone.event("arrested"))
    other = read("The editor Ana Soro was arrested in Niger by French police.")
    assert ("actor", "Niger") not in other.sides(other.event("arrested"))
    taken = read("The editor Ana Soro was kidnapped in Niger on Monday.")
    assert ("actor", "Niger") not in taken.sides(taken.event("kidnapped"))
