"""Which words name an event, what kind it is, and which words name none."""

import pytest
from annotations.factory import annotate_text


BOMB = "an exclusion of 'explode +bomb', meant for objects, now fires on the subject (_Finder._surroundings)"


@pytest.fixture
def read(nlp):
    return annotate_text


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Chad and Sudan held talks in Doha.", "CONSULT"),
        ("The presidents of Chad and Sudan met in Doha.", "CONSULT"),
        ("Chad and Sudan signed a peace agreement.", "AGREE"),
        ("Chad shelled the town of Tine on Sunday.", "ASSAULT"),
        ("Clashes broke out between Chad and Sudan.", "ASSAULT"),
        ("Chadian soldiers came under fire from Sudan on Monday.", "ASSAULT"),
        ("Chad withdrew its troops from Tine.", "RETREAT"),
        ("Turkey sent 300 troops to Somalia.", "MOBILIZE"),
        ("Police in Kenya arrested 20 protesters.", "COERCE"),
        ("Thousands of people protested in Lima on Monday.", "PROTEST"),
        ("A bomb exploded in Mogadishu on Monday.", "ASSAULT"),
        ("France imposed sanctions on Mali.", "SANCTION"),
        ("Kenya accused Somalia of attacking its soldiers.", "ACCUSE"),
        ("Egypt deployed peacekeepers to Gaza.", "MOBILIZE"),
        ("Fighting resumed on Monday near Tine.", "ASSAULT"),
    ],
)
def test_kind_of_happening_is_read(read, text, kind):
    assert kind in {e.type for e in read(text).events}


@pytest.mark.parametrize(
    "text",
    [
        "Chad and Sudan held talks in Doha.",
        "Chad and Sudan signed a peace agreement in Doha.",
        "A peace agreement was signed by Chad and Sudan in Doha.",
        "Qatar mediated talks between Chad and Sudan.",
        "Qatar hosted a meeting between Chad and Sudan.",
        "Clashes broke out between Chad and Sudan.",
        "A meeting took place in Doha between Chad and Sudan.",
        "At least 32 people were killed in clashes between Chad and Sudan.",
        "Fighting between Chad and Sudan left 32 dead.",
        "Chad attacked Sudan, killing 32 people.",
        "An attack by Chad killed 32 people in Sudan.",
        "A bomb exploded in Mogadishu on Monday, killing 12 people.",
        "Twelve people were killed when a bomb exploded in Mogadishu.",
        "The talks between Chad and Sudan, brokered by Qatar, ended.",
    ],
)
def test_one_happening_is_one_event_when_several_words_carry_it(read, text):
    found = read(text)
    assert len(found.events) == 1, found.outline()


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("In clashes between Chad and Sudan, 32 people were killed.", [("killed", 32)]),
        ("At least 32 people were killed in clashes between Chad and Sudan last week.", [("killed", 32)]),
        ("Clashes between Chad and Sudan left 32 dead.", [("killed", 32)]),
        ("A bomb exploded in Mogadishu, killing 12 people and wounding 30.", [("killed", 12), ("wounded", 30)]),
        ("Ecuador's attack on Peru left 30 dead.", [("killed", 30)]),
    ],
)
def test_deaths_belong_to_the_violence_that_caused_them(read, text, counts):
    found = read(text)
    assert [found.counts(e) for e in found.events] == [counts]


@pytest.mark.parametrize(
    "text",
    [
        "The minister is fighting inflation.",
        "The film about the war won a prize.",
        "The ministry published a report on agriculture.",
        "The river meets the sea near the town.",
        "The company signed a new goalkeeper.",
        "The earthquake struck the coast at dawn.",
        "The hospital treats cancer.",
        "The weather was cold in Doha.",
        "He met his deadline.",
    ],
)
def test_nothing_is_found_when_words_name_no_political_or_violent_happening(read, text):
    found = read(text)
    assert not [e for e in found.events if e.type != "NONE"], found.outline()


@pytest.mark.parametrize(
    "text",
    [
        "Serbia handed over three prisoners to Croatia.",
        "Rebels seized two villages near Goma on Monday.",
        "North Korea fired three missiles on Monday.",
        "Rebels seized 12 villages near Goma on Monday.",
    ],
)
def test_number_of_things_does_not_hide_the_event(read, text):
    assert read(text).events


def test_several_wars_are_not_one_event(read):
    found = read("Peru and Ecuador have fought three wars.")
    assert not [e for e in found.events if e.concept == "war"]


@pytest.mark.parametrize("many", ["several", "many", "various"])
def test_many_ceasefires_are_not_one_event(read, many):
    found = read(f"The Red Cross arranged {many} humanitarian ceasefires.")
    assert not [e for e in found.events if e.concept == "ceasefire"], found.outline()


@pytest.mark.parametrize(
    "text", ["Chad and Sudan agreed to a ceasefire on Monday.", "Chad and Sudan agreed on a truce on Monday."]
)
def test_agreement_to_a_ceasefire_is_an_agreement(read, text):
    found = read(text)
    assert found.of_type("AGREE"), found.outline()


def test_trigger_stays_compact_when_clause_is_long(read):
    found = read(
        "Chad, which had lost hundreds of soldiers since the spring, shelled the market town of Tine on Sunday."
    )
    event = found.event("shelled")
    assert len(event.trigger) <= 40
    assert event.clause.start <= event.trigger.start
    assert event.trigger.end <= event.clause.end


def test_words_of_target_are_no_part_of_the_trigger_when_passive(read):
    found = read("Villages in Ethiopia were shelled by Eritrean troops.")
    assert "Ethiopia" not in found.words(found.event("shelled").trigger)


CIVIL = [
    ("The captain was led into the court in Genoa on Monday.", "court_appearance"),
    ("Mr Ferri pleaded not guilty on Monday.", "court_appearance"),
    ("The court will rule on the appeal on 3 July.", "court_ruling"),
    ("The regulator grounded the airline's fleet on Monday.", "grounding"),
    ("A joint council will be installed in Lima on 3 May.", "body_set_up"),
    ("The state sold the railway to Alder Holding in 2004.", "privatisation"),
    ("The recovery of 12 bodies by divers took all of Monday.", "recovery_of_the_dead"),
    ("Police drove the crowd back with tear gas in Lima.", "crackdown_violence"),
]


@pytest.mark.parametrize(("text", "concept"), CIVIL)
def test_courts_licences_bodies_and_the_dead_are_told_of(text, concept):
    assert concept in [e.concept for e in annotate_text(text).events]


def test_a_body_is_no_inquiry_by_its_name(read):
    found = read("A board of inquiry, led by Ana Ruiz, will meet in Lima on Monday.")
    assert "inquiry" not in found.triggers()


def test_a_body_that_recommends_acts(read):
    found = read("A ship ran aground off Vigo, and a board of inquiry recommended that both be retired.")
    assert ("recommended", "REQUEST") in [(found.words(e.trigger), e.type) for e in found.events]
