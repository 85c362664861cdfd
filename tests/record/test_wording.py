"""Wording: one changed word in a text that reports render is found, with its place; changes of form are not."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from record.factory import SIGLA

from variorum.record.wording import Speech, find_wordings
from variorum.schema.reports import Span

PLEDGE = "The two governments will respect each other's {0} and settle all open questions without any use of force"


def reading(word: str, *, lead: str = "The envoys signed a paper in Old Ford.", marks: str = "“{}”") -> str:
    return f"{lead} It says: {marks.format(PLEDGE.format(word))}. Rain fell."


def differences(*texts: str):
    named = {f"r{i}": text for i, text in enumerate(texts, start=1)}
    return named, find_wordings([tuple(named)], named, SIGLA)


def sides(found) -> set[str]:
    return {h.value.lower() for d in found for h in d.holdings}


def test_one_changed_word_is_found():
    _, found = differences(reading("borders"), reading("sovereignty", lead="A paper came out of the talks."))
    assert len(found) == 1
    assert sides(found) == {"borders", "sovereignty"}
    assert found[0].kind == "wording"


def test_evidence_holds_the_words_it_stands_for():
    texts, found = differences(reading("borders"), reading("sovereignty"))
    for holding in found[0].holdings:
        report, span = holding.support
        assert holding.value in texts[report][span.start : span.end]
        assert len(span) < 80


def test_three_reports_with_two_readings_are_one_disagreement():
    _, found = differences(
        reading("borders"), reading("sovereignty"), reading("borders", lead="Late on Sunday the paper was read out.")
    )
    assert len(found) == 1
    assert {(h.support[0], h.side) for h in found[0].holdings} == {
        ("r1", "borders"),
        ("r2", "sovereignty"),
        ("r3", "borders"),
    }


def test_summary_names_who_has_which_word():
    _, found = differences(reading("borders"), reading("sovereignty"))
    assert "S1" in found[0].summary
    assert "S2" in found[0].summary
    assert "sovereignty" in found[0].summary


@pytest.mark.parametrize(
    ("one", "two"), [("borders", "border"), ("borders", "the borders"), ("recognition", "recognising")]
)
def test_change_of_form_is_no_disagreement(one, two):
    assert differences(reading(one), reading(two))[1] == ()


def test_words_that_only_look_alike_are_a_disagreement():
    assert sides(differences(reading("integrity"), reading("integration"))[1]) == {"integrity", "integration"}


@pytest.mark.parametrize("marks", ['"{}"', "«{}»", "„{}“", "{}"])
def test_other_marks_or_none_make_no_difference(marks):
    assert differences(reading("borders"), reading("borders", marks=marks))[1] == ()
    assert sides(differences(reading("borders"), reading("sovereignty", marks=marks))[1]) == {"borders", "sovereignty"}


def test_paraphrase_in_own_voice_is_not_called_quoted():
    _, found = differences(reading("borders"), reading("sovereignty", marks="{}"))
    assert {(h.support[0], h.voice) for h in found[0].holdings} == {("r1", "quoted"), ("r2", "own")}


def test_words_of_two_speakers_are_not_compared():
    texts = {"r1": reading("borders"), "r2": reading("sovereignty")}
    speech = {r: [Speech(span=Span(start=0, end=len(texts[r])), speaker=s)] for r, s in (("r1", "a"), ("r2", "b"))}
    assert find_wordings([("r1", "r2")], texts, SIGLA, speech) == ()
    same = {r: [replace(told[0], speaker="a")] for r, told in speech.items()}
    assert len(find_wordings([("r1", "r2")], texts, SIGLA, same)) == 1


def test_words_put_in_with_brackets_are_no_other_wording():
    assert differences(reading("borders"), reading("[our sea]"))[1] == ()


def test_marks_within_a_name_make_no_other_word():
    assert differences(reading("U.S."), reading("US"))[1] == ()


def test_other_texts_are_no_wordings_of_each_other():
    other = "The envoy said: “We were given tea, and then nobody spoke for an hour or more.” Rain fell."
    assert differences(reading("borders"), other)[1] == ()


def test_reports_of_other_stories_are_not_compared():
    texts = {"r1": reading("borders"), "r2": reading("sovereignty")}
    assert find_wordings([("r1",), ("r2",)], texts, SIGLA) == ()


def test_short_quotations_are_no_texts():
    assert differences("He spoke of “a good day” there.", "He spoke of “a bad day” there.")[1] == ()


WORDS = st.sampled_from(["borders", "sovereignty", "waters", "claims", "border"])


@settings(max_examples=40, deadline=None)
@given(st.lists(WORDS, min_size=2, max_size=4), st.randoms(use_true_random=False))
def test_wordings_do_not_depend_on_order_and_no_report_opposes_itself(words, shuffler):
    texts = {f"r{i}": reading(word) for i, word in enumerate(words, start=1)}
    order = list(texts)
    shuffler.shuffle(order)
    one, two = find_wordings([tuple(texts)], texts, SIGLA), find_wordings([tuple(order)], texts, SIGLA)
    assert one == two
    for disagreement in one:
        readings: dict[str, set[str]] = {}
        for holding in disagreement.holdings:
            readings.setdefault(holding.support[0], set()).add(holding.side)
        assert all(len(said) == 1 for said in readings.values())
        assert len({h.side for h in disagreement.holdings}) > 1


def test_nothing_is_compared_across_an_ellipsis():
    one = "The envoy said: “We came to keep the bridge open. The river is here to carry the trade of both banks.”\n"
    two = "The envoy said: “We came to keep the bridge open ... We're here to carry the trade of both banks.”\n"
    assert find_wordings([["r1", "r2"]], {"r1": one, "r2": two}, {"r1": "A", "r2": "B"}) == ()


def test_a_change_at_a_quotations_end_needs_more_in_common():
    one = "Police said: “Bridge section is closed.”\n"
    two = "Police said: “It will be closed for the bridge section works.”\n"
    assert find_wordings([["r1", "r2"]], {"r1": one, "r2": two}, {"r1": "A", "r2": "B"}) == ()


def heard(one, two, *, person):
    named = {"r1": reading(one), "r2": reading(two)}
    speech = {r: [Speech(span=Span(start=0, end=len(t)), speaker="s1", person=person)] for r, t in named.items()}
    return find_wordings([tuple(named)], named, SIGLA, speech)


def test_plain_words_of_a_person_are_translated_in_more_than_one_way():
    assert heard("borders", "frontiers", person=True) == ()
    assert len(heard("borders", "frontiers", person=False)) == 1


def test_another_number_or_name_in_a_persons_words_is_a_disagreement():
    assert len(heard("three demands", "two demands", person=True)) == 1
    assert len(heard("claim to Tarn", "claim to Vell", person=True)) == 1


SPEECH = "everything showed that the collapse was {}due to the rotten beams of an old roof"


def told(one: str, two: str):
    return sides(
        differences(f"The mayor said: “{one}”. Rain fell.", f"On Monday the mayor said “{two}” in the hall.")[1]
    )


def test_limit_that_one_report_leaves_out_is_told():
    assert told(SPEECH.format("mainly "), SPEECH.format("")) == {"due", "mainly due"}
    assert told(SPEECH.format(""), SPEECH.format("")) == set()


def test_limit_is_told_where_the_other_report_quotes_from_after_it():
    assert told("mainly due to the rotten beams of an old roof", "due to the rotten beams of an old roof") == {
        "due",
        "mainly due",
    }


def test_what_one_says_of_himself_is_heard_and_translated_with_other_words():
    line = "I saw the {0} come down on the market before noon"
    assert told(line.format("roof"), line.format("ceiling")) == set()
    assert told(line.format("two walls"), line.format("three walls")) == {"two", "three"}


def test_tense_of_a_helping_verb_is_no_other_wording():
    line = "the bridge over the river {0} closed to all heavy lorries"
    assert told(line.format("is"), line.format("was")) == set()
    assert told(line.format("may be"), line.format("must be")) == {"may", "must"}


def test_short_phrase_that_another_report_only_reuses_is_none():
    assert (
        sides(differences("He painted a “dark cherry wooden boat”.", "His own dark cherry rowing boat was sold.")[1])
        == set()
    )


@pytest.mark.parametrize(("one", "two"), [("45 lorries", "forty-five lorries"), ("13 boats", "thirteen boats")])
def test_number_in_figures_and_in_words_is_one(one, two):
    line = "we counted {0} on the old road behind the mill"
    assert told(line.format(one), line.format(two)) == set()
