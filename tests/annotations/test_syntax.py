"""Readings of the parse: subjects, passives, agents, objects, prepositions, negation."""

import pytest

from variorum.annotations import syntax


@pytest.fixture
def parse(nlp):
    def parsed(text: str, verb: str):
        doc = nlp(text)
        return next(t for t in doc if t.lower_ == verb)

    return parsed


def texts(tokens) -> list[str]:
    return [t.text for t in tokens]


def test_subject_is_found_when_verb_is_active(parse):
    assert texts(syntax.subjects(parse("Kenya shelled the town.", "shelled"))) == ["Kenya"]


def test_subject_is_inherited_when_verbs_are_coordinated(parse):
    assert texts(syntax.subjects(parse("Rebels entered the town and burned the market.", "burned"))) == ["Rebels"]


def test_relative_pronoun_stands_for_its_antecedent(parse):
    assert texts(syntax.subjects(parse("Rebels who burned the market fled.", "burned"))) == ["Rebels"]


def test_subject_of_infinitive_is_that_of_the_governing_verb(parse):
    assert texts(syntax.subjects(parse("Peru plans to withdraw its troops.", "withdraw"))) == ["Peru"]


def test_subject_of_infinitive_is_the_object_when_somebody_is_pressed(parse):
    assert texts(syntax.subjects(parse("Brazil pressed Peru to withdraw.", "withdraw"))) == ["Peru"]


def test_subject_of_gerund_is_the_accused_when_somebody_is_accused(parse):
    assert texts(syntax.subjects(parse("Kenya accused Somalia of shelling the town.", "shelling"))) == ["Somalia"]


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Ethiopia was attacked by Eritrea.", "attacked"),
        ("The town has been shelled.", "shelled"),
        ("Soldiers, captured in July, were freed.", "captured"),
        ("Villages shelled by the rebels lie in ruins.", "shelled"),
    ],
)
def test_clause_is_passive_when_its_subject_is_acted_upon(parse, text, verb):
    assert syntax.is_passive(parse(text, verb))


@pytest.mark.parametrize(
    ("text", "verb"), [("Eritrea had attacked Ethiopia.", "attacked"), ("Eritrea attacked.", "attacked")]
)
def test_clause_is_active_when_its_subject_acts(parse, text, verb):
    assert not syntax.is_passive(parse(text, verb))


def test_agent_is_found_when_clause_is_passive(parse):
    assert texts(syntax.agents(parse("Ethiopia was attacked by Eritrea on Monday.", "attacked"))) == ["Eritrea"]


def test_all_coordinated_words_are_found_when_list_is_long(parse):
    head = parse("Peru, Chile and Brazil met.", "met")
    assert texts(syntax.expand(syntax.subjects(head))) == ["Peru", "Chile", "Brazil"]


def test_objects_of_prepositions_are_found_when_they_are_coordinated(parse):
    noun = parse("Talks between Chad and Sudan began.", "talks")
    found = [t.text for _, obj in syntax.prepositional(noun, "between") for t in syntax.expand([obj])]
    assert found == ["Chad", "Sudan"]


def test_phrase_is_found_when_parser_hangs_it_on_the_place_before_it(parse):
    verb = parse("Talks were held in Lima between Peru and Ecuador.", "held")
    found = [t.text for _, obj in syntax.prepositional(verb, "between") for t in syntax.expand([obj])]
    assert found == ["Peru", "Ecuador"]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Chad did not attack Sudan.", "attack", "not"),
        ("No talks were held.", "talks", "No"),
        ("Chad never attacked Sudan.", "attacked", "never"),
        ("Chad attacked Sudan.", "attacked", None),
    ],
)
def test_negation_is_found_with_the_word_that_negates(parse, text, word, expected):
    found = syntax.negation(parse(text, word))
    assert (found.text if found is not None else None) == expected


def test_auxiliaries_are_inherited_when_verbs_share_them(parse):
    assert syntax.auxiliaries(parse("Chad will withdraw and release prisoners.", "release")) == {"will"}


def test_auxiliaries_are_own_when_second_clause_has_its_own_subject(parse):
    assert syntax.auxiliaries(parse("Chad will withdraw and Sudan released prisoners.", "released")) == set()


def test_the_noun_before_a_verb_is_its_subject_when_the_parser_joins_it_to_an_earlier_object(parse):
    text = "Peru suspended talks with Chile on Friday, a day after the army pulled out of the meeting and shells killed 18 people."
    assert texts(syntax.subjects(parse(text, "killed"))) == ["shells"]


def test_joined_objects_are_no_subject_of_the_next_verb(parse):
    text = "The police seized guns and knives and arrested ten men in Lagos."
    assert texts(syntax.subjects(parse(text, "arrested"))) == ["police"]


def test_what_a_headline_names_after_after_kills_and_not_the_states_before_it(parse):
    text = "Saudi Arabia, US halt Sudan truce talks after market shelling kills 18"
    assert texts(syntax.subjects(parse(text, "kills"))) == ["shelling"]
