"""Who did what to whom where the sides have no name, or where only a preposition or a complement tells them."""

import pytest
from annotations.factory import annotate_text


@pytest.fixture
def read(nlp):
    return annotate_text


UNNAMED = [
    ("A suicide bomber killed ten worshippers in Kano.", "killed", "A suicide bomber", "ten worshippers"),
    ("Ten worshippers were killed by a suicide bomber.", "killed", "a suicide bomber", "Ten worshippers"),
    ("Students attacked a convoy near Goma.", "attacked", "Students", "a convoy"),
    ("Students who stormed a depot near Goma fled.", "stormed", "Students", "a depot"),
    ("A court in Lomé sentenced two journalists.", "sentenced", "A court in Lomé", "two journalists"),
    ("Workers blockaded the port.", "blockaded", "Workers", "the port"),
    ("A group of hackers launched an attack on a bank.", "attack", "A group of hackers", "a bank"),
    ("The council issued a statement condemning the strike.", "condemning", "The council", "the strike"),
]


@pytest.mark.parametrize(("text", "word", "actor", "recipient"), UNNAMED)
def test_sides_are_told_in_words_when_they_have_no_name(read, text, word, actor, recipient):
    found = read(text)
    parties = found.parties(found.event(word))
    assert ("actor", actor) in parties
    assert recipient in {words for role, words in parties if role in ("recipient", "victim")}


def test_words_of_a_side_leave_out_relative_clauses_and_say_what_they_mean(read):
    found = read("Police arrested 18 people who had marched through Lima.")
    (party,) = found.event("arrested").parties
    assert (found.words(party.span), party.kind, party.head) == ("18 people", "people", "people")
    assert party.entity is None


def test_who_stands_in_a_list_with_somebody_is_somebody(read):
    found = read("Clashes between farmers and herders left 20 dead.")
    event = found.event("Clashes")
    assert {w for r, w in found.parties(event) if r == "participant"} == {"farmers", "herders"}


@pytest.mark.parametrize("text", ["The flood of orders angered it.", "It rained.", "Prices attacked wages."])
def test_things_do_not_act_when_nothing_is_struck(read, text):
    found = read(text)
    assert all(role != "actor" or event.type == "ASSAULT" for event in found.events for role, _ in found.parties(event))


@pytest.mark.parametrize(
    "text", ["Rebels attacked Goma on Tuesday.", "Chad was attacked on Monday.", "Chad rejected the offer in May."]
)
def test_days_are_no_side(read, text):
    found = read(text)
    told = {words for event in found.events for _, words in found.sides(event)}
    assert not told & {"Tuesday", "Monday", "May"}


EFFECTS = [
    ("Gunmen killed five guards in an attack on a depot.", "attack", "actor", "Gunmen"),
    ("Gunmen killed five guards in an attack on a depot.", "attack", "victim", "five guards"),
    ("Rebels stormed the depot, killing three people.", "stormed", "victim", "three people"),
    ("Border clashes left 286 dead.", "clashes", "victim", "286"),
    ("An attack by Sudan on Chad killed 30.", "attack", "victim", "30"),
    ("Three drivers were killed in clashes between Peru and Ecuador.", "clashes", "victim", "Three drivers"),
]


@pytest.mark.parametrize(("text", "word", "role", "who"), EFFECTS)
def test_who_did_and_suffered_what_an_event_brought_belongs_to_it(read, text, word, role, who):
    found = read(text)
    assert (role, who) in found.sides(found.event(word))


def test_the_event_itself_is_not_who_killed(read):
    found = read("Border clashes left 286 dead.")
    assert {role for role, _ in found.sides(found.event("clashes"))} == {"victim"}


TOWARDS = [
    ("Turkey issued an ultimatum to Syria.", "ultimatum", "Turkey", "Syria"),
    ("France imposed sanctions on Mali.", "sanctions", "France", "Mali"),
    ("Norway sent aid to Sudan.", "aid", "Norway", "Sudan"),
    ("Japan apologised to Indonesia.", "apologised", "Japan", "Indonesia"),
    ("The opposition appealed to the United Nations for help.", "appealed", "opposition", "United Nations"),
    ("Kenya launched strikes against Somalia.", "strikes", "Kenya", "Somalia"),
    ("Sudan faces criticism from Chad.", "criticism", "Chad", "Sudan"),
    ("Sudan received aid from Norway.", "aid", "Norway", "Sudan"),
    ("Chad voiced support for Sudan.", "support", "Chad", "Sudan"),
    ("A U.S. airstrike on Libya hit a farm.", "airstrike", "U.S.", "Libya"),
]


@pytest.mark.parametrize(("text", "word", "actor", "recipient"), TOWARDS)
def test_prepositions_of_a_type_lead_to_its_recipient(read, text, word, actor, recipient):
    found = read(text)
    event = found.event(word)
    assert found.held(event, "actor") == {actor}
    assert recipient in found.held(event, "recipient")


CONCERNED = [
    ("Peru agreed to lend money to Ecuador.", "agreed", "Ecuador"),
    ("Norway provided 20 million euros to help refugees in Chad.", "provided", "refugees"),
    ("The army declared a curfew in Goma.", "curfew", "Goma"),
    ("The government released 40 prisoners.", "released", "40 prisoners"),
    ("Students protested against the new law in Lima.", "protested", "the new law in Lima"),
    ("The prime minister of Chad rejected the offer.", "rejected", "the offer"),
    ("Kenya deployed troops to Somalia.", "deployed", "Somalia"),
]


@pytest.mark.parametrize(("text", "word", "whom"), CONCERNED)
def test_whom_an_event_concerns_is_kept_in_words_and_makes_no_entity_a_side(read, text, word, whom):
    found = read(text)
    event = found.event(word)
    assert ("recipient", whom) in found.parties(event)
    assert not found.held(event, "recipient")


def test_words_that_name_an_entity_lead_to_it(read):
    found = read("Peru agreed to lend money to Ecuador.")
    (party,) = [p for p in found.event("agreed").parties if found.words(p.span) == "Ecuador"]
    assert party.entity is not None
    assert found.found.entities[party.entity].name == "Ecuador"


def test_own_forces_are_not_whom_they_are_sent_against(read):
    found = read("Kenya mobilised its soldiers.")
    assert all(role != "recipient" for role, _ in found.sides(found.event("mobilised")))


def test_who_announces_measures_of_its_own_takes_them(read):
    found = read("France announced an embargo against Mali for next Monday.")
    event = next(e for e in found.events if e.type == "SANCTION")
    assert found.held(event, "actor") == {"France"}


@pytest.mark.parametrize(
    ("text", "role", "who"),
    [
        ("Talks were held with Qatar mediating between Chad and Sudan.", "mediator", "Qatar"),
        ("The president of Chad visited Sudan at the invitation of its leader.", "host", "leader"),
        ("Peru hosted the president of Ecuador for talks in Lima.", "participant", "Peru"),
    ],
)
def test_mediators_and_hosts_beside_a_meeting_are_read(read, text, role, who):
    found = read(text)
    assert any((role, who) in found.roles(event) for event in found.events)
    assert all(("participant", who) not in found.roles(e) or role == "participant" for e in found.events)


def test_a_meeting_with_one_side_tells_where_it_was_as_its_host(read):
    found = read("The president of Chad attended a summit in Doha.")
    assert ("host", "Doha") in found.parties(found.event("summit"))


def test_a_pronoun_leads_to_the_words_that_it_stands_for(read):
    found = read("The strikers met in Lomé. They blockaded the port.")
    assert ("actor", "strikers") in found.parties(found.event("blockaded"))


def test_no_side_is_told_twice(read):
    found = read(
        "Chad, Sudan and Libya agreed to lend money to Chad. Gunmen killed two guards in an attack on a depot."
    )
    for event in found.events:
        words = [(p.role, p.span) for p in event.parties]
        assert len(words) == len(set(words))
        assert not {p.entity for p in event.parties} & {r.entity for r in event.roles}


def test_what_is_said_against_something_is_an_event_too(read):
    found = read("The prime minister of Chad rejected the offer.")
    assert found.event("rejected").type == "REJECT"


MET = [
    ("Airstrikes hit a market in Sanaa.", "Airstrikes", "recipient", "a market"),
    ("Kenyan warplanes carried out a raid, targeting a camp.", "raid", "recipient", "a camp"),
    ("The Saudi-led military intervention in Yemen began in March 2015.", "intervention", "actor", "Saudi"),
    ("The European Union withdrew its observers from Sinai.", "withdrew", "actor", "European Union"),
]


@pytest.mark.parametrize(("text", "word", "role", "who"), MET)
def test_what_else_a_clause_says_of_a_deed_fills_its_roles(read, text, word, role, who):
    found = read(text)
    assert (role, who) in found.sides(found.event(word))


AUTHORS = [
    ("Chad rejected an offer by Sudan.", "rejected", "Sudan"),
    ("Chad rejected an offer made by Sudan.", "rejected", "Sudan"),
    ("Chad condemned a protest by farmers.", "condemned", "farmers"),
]


@pytest.mark.parametrize(("text", "word", "whose"), AUTHORS)
def test_who_made_what_is_refused_or_blamed_is_whom_it_is_said_to(read, text, word, whose):
    found = read(text)
    assert {w for r, w in found.sides(found.event(word)) if r == "recipient"} == {whose}


def test_who_voices_support_of_its_own_is_not_supported(read):
    found = read("The foreign ministry of Egypt expressed Egypt's solidarity with Chad.")
    event = next(e for e in found.events if e.type == "SUPPORT")
    assert ("recipient", "Egypt") not in found.sides(event)


def test_who_is_asked_is_told_where_the_deed_has_it_as_subject(read):
    found = read("Last month several ministers demanded that the rebels release the hostages.")
    event = next(e for e in found.events if e.type == "REQUEST")
    assert "rebels" in " ".join(w for r, w in found.sides(event) if r == "recipient")


NOBODY = [
    ("The ministers discussed the future of the currency.", "discussed", "the future of the currency"),
    ("The ministers of Chad and Sudan discussed the Medicare provisions.", "discussed", "provisions"),
    ("The minister voiced support for the king.", "support", "support"),
    ("The army fired a missile.", "fired", "a missile"),
    ("Crowds rallied in Lima for the ouster of the president.", "rallied", "the ouster of the president"),
    ("The judge lifted the curfew.", "lifted", "the curfew"),
]


@pytest.mark.parametrize(("text", "word", "thing"), NOBODY)
def test_topics_aims_and_what_is_fired_are_no_side(read, text, word, thing):
    found = read(text)
    for event in found.events:
        assert thing not in {words for _, words in found.parties(event)}, word


def test_where_an_attack_was_is_not_whom_it_met(read):
    found = read("He spoke of the civil war in Libya.")
    assert found.parties(found.event("civil war")) == set()


def test_a_relative_is_not_the_one_whose_relative_it_is(read):
    found = read("Gunmen abducted Amara Diallo's cousin.")
    event = found.event("abducted")
    assert not found.held(event, "recipient")
    assert any("cousin" in words for _, words in found.parties(event))


def test_the_side_that_is_spoken_to_is_no_place(read):
    found = read("Nebraska accused Colorado of leaving holes in its rules.")
    assert found.event("accused").place is None


def test_a_future_that_is_talked_of_dates_nothing(read):
    assert read("The ministers discussed the future of the euro.").event("discussed").time is None
