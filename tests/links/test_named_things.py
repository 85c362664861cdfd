"""Names beside events that have neither side nor place."""

from dataclasses import replace

from links.factory import LOOKUP, make_annotations, make_mention, make_node

from variorum.links.named_things import last_word, name_sentences, share_name
from variorum.schema.annotations import TimeMention
from variorum.schema.reports import Span
from variorum.schema.times import TimeValue


def names(text: str, *, days: str = "") -> list[set[str]]:
    """The names of each sentence of a text, as if each told an event."""
    ends = [i + 1 for i, letter in enumerate(text) if letter == "."]
    spans = [Span(start=a, end=b) for a, b in zip([0, *ends[:-1]], ends, strict=True)]
    events = [replace(make_mention(chain=n), sentence=span) for n, span in enumerate(spans)]
    own = replace(make_annotations("r1", *events, sentences=spans), entities=(), times=())
    if days:
        said = Span(start=text.index(days), end=text.index(days) + len(days))
        own = replace(own, times=(TimeMention(span=said, type="DATE", value=TimeValue(timex="X"), rule="test"),))
    found = name_sentences(text, own)
    return [set(found[span]) for span in spans]


def test_thing_is_known_by_the_last_word_of_its_name():
    assert names("Then the liner Vesna Rose sank. It was towed past Captain Ada Brandt's house.") == [
        {"rose"},
        {"brandt"},
    ]


def test_words_that_begin_a_sentence_and_days_are_no_names():
    assert names("Divers found the wreck in March.", days="March") == [set()]


def test_what_a_report_names_all_the_time_is_none_of_its_events():
    told = "They saw the Rose. He left the Rose for the Kestrel. She loved the Rose."
    assert names(told) == [set(), {"kestrel"}, set()]


def test_headline_names_nothing():
    assert names("Fire Guts Old Mill In Dorn.") == [set()]


def test_possessive_and_accents_fall_off():
    assert last_word("Señora Peña’s") == "pena"


def test_bare_event_shares_a_name_with_what_another_names_or_takes_part():
    bare = replace(make_node("r1", "sinking", "NONE"), names=frozenset({"rose", "boris"}))
    assert share_name(bare, replace(make_node("r2", "crash", "NONE"), names=frozenset({"rose"})), LOOKUP)
    assert share_name(bare, make_node("r2", "crash", "NONE", who=("Boris",)), LOOKUP)
    assert not share_name(bare, make_node("r2", "crash", "NONE", who=("Ada",)), LOOKUP)
    assert not share_name(make_node("r1", who=("Ada",)), make_node("r2", who=("Ada",)), LOOKUP)
