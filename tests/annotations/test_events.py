"""Events as a whole: offsets, time, place, figures, voice, main news, and texts with nothing or odd things in them."""

import pytest
from annotations.factory import annotate_text, known_bug
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.schema.ontology import load_ontology
from variorum.schema.vocabulary import REALIS, ROLES, VOICES

LEAD = (
    "The presidents of Rwanda and Congo met in Luanda on Friday. At least 40 soldiers had been killed in clashes near Goma last week. "
    "“We will withdraw our troops by June,” Rwanda's president said. Congo accused Rwanda of backing the rebels. "
    "The two countries fought a war in 1998. They are to meet again next month."
)


@pytest.fixture
def read(nlp):
    return annotate_text


def test_spans_nest_from_trigger_to_sentence(read):
    found = read(LEAD, title="Rwanda and Congo hold talks")
    assert found.events
    for event in found.events:
        assert event.clause.covers(event.trigger) or event.sentence.covers(event.trigger)
        assert event.sentence.covers(event.clause)
        assert found.words(event.trigger).strip() == found.words(event.trigger) != ""
        assert "\n" not in found.words(event.sentence)


def test_every_reference_leads_to_a_mention_and_every_value_is_of_its_vocabulary(read):
    found = read(LEAD)
    types = {e.type for e in found.events}
    for event in found.events:
        assert event.realis in REALIS
        assert event.voice in VOICES
        assert all(r.role in ROLES and r.entity < len(found.found.entities) for r in event.roles)
        assert all(i < len(found.found.figures) for i in event.figures)
        assert event.time is None or event.time < len(found.found.times)
    assert types <= {t.name for t in load_ontology().types} | {"NONE"}


def test_events_stand_in_text_order(read):
    starts = [e.trigger.start for e in read(LEAD).events]
    assert starts == sorted(starts)


@pytest.mark.parametrize(
    ("text", "word", "time"),
    [
        ("Chad attacked Sudan on Monday.", "attacked", "Monday"),
        ("On Monday, Chad attacked Sudan.", "attacked", "Monday"),
        ("The presidents of Chad and Sudan, who met in Doha in May, signed a treaty on Friday.", "met", "May"),
        ("The presidents of Chad and Sudan, who met in Doha in May, signed a treaty on Friday.", "treaty", "Friday"),
        ("The 2008 war between Russia and Georgia lasted five days.", "war", "2008"),
        ("Sudan said on Tuesday that Chad had attacked the town of Tine on Monday.", "attacked", "Monday"),
        ("Sudan said on Tuesday that Chad had attacked the town of Tine.", "attacked", None),
    ],
)
def test_event_has_the_time_of_its_own_clause(read, text, word, time):
    found = read(text)
    event = found.event(word)
    said = found.time(event)
    assert (said is None) == (time is None)
    assert time is None or time in (said or "")


def test_figures_of_another_happening_stay_with_it(read):
    found = read(
        "Clashes near Goma left 40 dead on Monday. The presidents of Rwanda and Congo met in Luanda on Friday."
    )
    assert all(not found.counts(e) for e in found.of_type("CONSULT"))
    assert [c for e in found.of_type("ASSAULT") for c in found.counts(e)] == [("killed", 40)]


def test_event_is_the_speakers_when_it_stands_in_a_quotation(read):
    found = read("“Chad attacked us on Monday,” the Sudanese president said. Chad withdrew its troops on Tuesday.")
    quoted, own = found.event("attacked"), found.event("withdrew")
    assert (quoted.voice, own.voice) == ("quoted", "own")
    assert quoted.statement is not None
    assert own.statement is None


def test_first_sentences_are_the_news_and_later_background_is_not(read):
    found = read(
        "Chad and Sudan signed a treaty in Doha on Friday. Qatar had mediated for months. Oil is the main export of both. "
        "Chad and Sudan fought a war in 1990."
    )
    assert found.event("treaty").main
    assert not found.event("war").main


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "…", "“", "“Unclosed quotation that never ends", "Q: Why?\nA: Because.", "1. 2. 3."]
)
def test_nothing_breaks_when_text_is_odd(read, text):
    assert read(text).events == ()


@pytest.mark.parametrize(
    ("title", "actor", "recipient"),
    [
        ("Chad attacks Sudan", "Chad", "Sudan"),
        known_bug("Rebels attack town in Chad", "Rebels", None, why="the verb of the headline is parsed as a noun"),
        ("Sudan accuses Chad of attack", "Sudan", "Chad"),
    ],
)
def test_roles_are_read_when_words_are_a_headline(read, title, actor, recipient):
    found = read("Nothing more was known on Monday.", title=title)
    assert found.events
    event = found.events[0]
    assert found.held(event, "actor") == {actor}
    assert recipient is None or found.held(event, "recipient") == {recipient}


@settings(max_examples=15, deadline=None)
@given(st.lists(st.sampled_from(LEAD.split(". ")), min_size=1, max_size=4))
def test_reading_twice_gives_the_same_and_stays_inside_the_text(nlp, parts):
    text = ". ".join(parts)
    one, two = annotate_text(text), annotate_text(text)
    assert one.found == two.found
    assert all(0 <= e.trigger.start < e.trigger.end <= len(text) for e in one.events)
