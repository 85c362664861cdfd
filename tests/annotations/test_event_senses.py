"""What a word means by its sides: tests and attacks, quakes and shells, words and blows."""

import pytest
from annotations.factory import annotate_text
from variorum.annotations.event_senses import load_rules
from variorum.schema.concepts import load_concepts


@pytest.fixture
def read(nlp):
    return annotate_text


def test_every_rule_is_of_concepts_that_there_are():
    known = load_concepts().by_name
    for rule in load_rules():
        assert rule.concepts <= known.keys(), rule.name
        assert rule.becomes is None or rule.becomes in known, rule.name
        assert rule.needs or rule.setting, rule.name


MEANT = [
    ("The driver lost control of his car near the bridge.", "lost", "NONE"),
    ("Iran fired a ballistic missile over the gulf on Monday.", "fired", "MOBILIZE"),
    ("Iran launched a missile into the sea on Monday.", "launched", "MOBILIZE"),
    ("Iran fired two rockets at a base in Iraq, killing three soldiers.", "fired", "ASSAULT"),
    ("The hurricane destroyed 200 homes in Honduras.", "destroyed", "NONE"),
    ("Rebels destroyed 200 homes in Honduras.", "destroyed", "ASSAULT"),
    ("A ferry struck a bridge in Hamburg on Monday.", "struck", "NONE"),
    ("A gunman's rampage shocked Oslo.", "rampage", "ASSAULT"),
    ("Oxfam deployed teams of doctors to Mozambique for the relief effort.", "deployed", "AID"),
    ("Hackers broke into the servers of the ministry and hacked into its accounts.", "hacked", "COERCE"),
    ("The Republican senator attacked the candidate in an ad on Monday.", "attacked", "ACCUSE"),
    ("Gunmen attacked the candidate on Monday.", "attacked", "ASSAULT"),
    ("The senator suffered a defeat in the Republican caucus on Tuesday.", "defeat", "NONE"),
    ("Crowds looted shops in Lagos on Monday.", "loot", "PROTEST"),
    ("Gunmen blocked the road to Kindu on Monday.", "blocked", "COERCE"),
    ("Farmers blocked the road to Kindu on Monday.", "blocked", "PROTEST"),
    ("Rebels seized 30 pupils in Goma on Monday.", "seized", "ASSAULT"),
    ("The army put the group on its list of terrorist organisations in May.", "put", "SANCTION"),
]


@pytest.mark.parametrize(("text", "word", "kind"), MEANT)
def test_sides_say_what_a_word_means(read, text, word, kind):
    assert read(text).event(word).type == kind


NOTHING = [
    "The minister battled corruption for years.",
    "Republicans and Democrats fought over the tax bill in the caucus.",
    "The star shot up in the polls.",
    "The mayor took a firm position on the tax.",
    "The bird was caught and set free.",
    "Tourists visited Egypt in May.",
    "The rules prohibit the sale of alcohol.",
    "Germany plans to send a probe to Mars in 2031.",
    "The actor was invited to join the board.",
    "A woman ordered a cake.",
    "The station could not establish contact with the satellite.",
    "Former employees launched a campaign for shorter hours.",
    "Engineers captured the launch on camera.",
    "The office was flooded with messages.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_sides_of_another_kind_tell_no_event(read, text):
    assert read(text).triggers() == []


REAL = [
    ("Rebels lost control of the town of Kadu.", "lost"),
    ("Troops battled rebels near Goma.", "battled"),
    ("Troops took positions on a hill near Goma.", "took"),
    ("The prisoners were set free on Friday.", "set free"),
    ("The president visited Egypt in May.", "visited"),
    ("The government prohibited the sale of alcohol.", "prohibited"),
    ("Police opened a probe into the minister.", "probe"),
    ("The army launched a military campaign against the rebels.", "campaign"),
    ("Rebels captured the town of Goma.", "captured"),
]


@pytest.mark.parametrize(("text", "word"), REAL)
def test_the_same_words_with_fitting_sides_tell_one(read, text, word):
    assert read(text).event(word)


def test_deaths_in_a_report_of_a_disaster_are_no_attack(read):
    text = (
        "A quake hit Lombok on Sunday. Rescuers searched the rubble for survivors. "
        "The epicentre was near the coast. Some 300 people were killed."
    )
    assert {e.type for e in read(text).events if e.type != "AID"} == {"NONE"}


def test_a_report_of_violence_with_a_storm_keeps_its_dead(read):
    text = (
        "A storm hit Lombok. The tsunami came late. A flood followed. Protesters clashed with rebels in the war zone. "
        "Militants set off a bomb at a protest. Some 300 people were killed."
    )
    assert read(text).event("killed").type == "ASSAULT"
