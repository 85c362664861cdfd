"""What is done with a deed by promising, refusing, threatening with or asking for it; mentions that are not told."""

import pytest
from annotations.factory import annotate_text


def acts(text):
    """The PLOVER type of what is done, of every mention, told or not."""
    found = annotate_text(text).found
    return {e.act or e.type for e in (*found.events, *found.unrecorded)}


def act_of(text, word):
    """What is done with the deed that a word names."""
    found = annotate_text(text).found
    hits = [e for e in (*found.events, *found.unrecorded) if word in text[e.trigger.start : e.trigger.end]]
    assert hits, f"nothing is named by {word!r}"
    return hits[0].act or hits[0].type


@pytest.mark.parametrize(
    ("text", "word", "act"),
    [
        ("Chad will meet Sudan in Doha on Friday.", "meet", "AGREE"),
        ("Chad said it would free 20 prisoners.", "free", "AGREE"),
        ("Chad is willing to withdraw its troops from Tine.", "withdraw", "AGREE"),
        ("Chad agreed to hold talks with Sudan.", "talks", "AGREE"),
        ("Chad will not lift the embargo on Sudan.", "lift", "REJECT"),
        ("Chad refused to release the prisoners.", "release", "REJECT"),
        ("Chad is not willing to withdraw its troops from Tine.", "withdraw", "REJECT"),
        ("Chad rejected talks with Sudan.", "talks", "REJECT"),
        ("Chad said it would impose a curfew in Tine.", "curfew", "THREATEN"),
        ("Chad threatened to shell Tine.", "shell", "THREATEN"),
        ("Chad urged Sudan to withdraw its troops.", "withdraw", "REQUEST"),
        ("Chad demanded that Sudan release the prisoners.", "release", "REQUEST"),
        ("Chad said Sudan must withdraw its troops.", "withdraw", "REQUEST"),
        ("Chad called for talks with Sudan.", "talks", "REQUEST"),
    ],
)
def test_who_governs_a_deed_decides_what_is_done(nlp, text, word, act):
    assert act_of(text, word) == act


@pytest.mark.parametrize(
    ("text", "word", "act"),
    [
        ("Chad withdrew its troops from Tine.", "withdrew", "RETREAT"),
        ("Chad met Sudan in Doha.", "met", "CONSULT"),
        ("Chad decided to lift the embargo on Sudan.", "lift", "CONCEDE"),
        ("Chad ordered an attack on Tine.", "attack", "ASSAULT"),
        ("Chad insists that it attacked Tine.", "attacked", "ASSAULT"),
        ("Chad shelled Tine and will meet Sudan.", "shelled", "ASSAULT"),
        ("Chad pledged support for Sudan.", "support", "SUPPORT"),
    ],
)
def test_a_deed_that_is_told_stays_what_it_is(nlp, text, word, act):
    assert act_of(text, word) == act


@pytest.mark.parametrize(
    ("text", "word", "act"),
    [
        ("Chad and Sudan signed a treaty.", "treaty", "SUPPORT"),
        ("Chad and Sudan reached an agreement.", "agreement", "AGREE"),
        ("Chad declared a ceasefire.", "ceasefire", "CONCEDE"),
        ("Chad and Sudan agreed on a ceasefire.", "ceasefire", "AGREE"),
        ("Chad cancelled talks with Sudan.", "talks", "REJECT"),
        ("The union will not end the strike.", "strike", "REJECT"),
        ("Chad and Sudan held military drills near Tine.", "drills", "COOPERATE"),
        ("Chad held military drills near Tine.", "drills", "MOBILIZE"),
        ("A court in Chad convicted the former minister.", "convicted", "ACCUSE"),
        ("Chad blockaded the port.", "blockaded", "ASSAULT"),
    ],
)
def test_the_verb_makes_another_act_of_a_deed(nlp, text, word, act):
    assert act_of(text, word) == act


def test_type_of_the_record_stays_when_the_act_is_another(nlp):
    event = annotate_text("Chad and Sudan signed a treaty.").event("treaty")
    assert (event.type, event.act) == ("AGREE", "SUPPORT")


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("Chad could attack Sudan.", "ASSAULT"),
        ("Dealers handed over 30 ambulances.", "AID"),
        ("A museum returned 12 stone figures.", "RETREAT"),
        ("Critics chastised the government of Peru.", "ACCUSE"),
    ],
)
def test_weak_and_thinkable_mentions_are_kept_apart(nlp, text, type):
    found = annotate_text(text).found
    assert type in {e.type for e in found.unrecorded}
    assert type not in {e.type for e in found.events}


def test_a_refusal_that_somebody_meets_is_an_event(nlp):
    found = annotate_text("Chad refused to meet with Sudan.")
    assert found.event("refused").type == "REJECT"
    assert "CONSULT" not in {e.type for e in found.events}


def test_who_calls_on_a_day_calls_on_nobody(nlp):
    assert "REQUEST" not in acts("The president of Peru called the president of Chile on Friday.")


def test_a_measure_stands_for_what_it_measures(nlp):
    assert "SANCTION" in acts("Peru withdrew the last batch of 20 observers from Chile.")


@pytest.mark.parametrize("text", ["", "Will not.", "must must must", "Refused to to to.", "“ ” will"])
def test_bad_texts_have_no_acts_and_do_no_harm(nlp, text):
    assert acts(text) <= {"REJECT", "REQUEST"}
