"""Beliefs, intentions, stances and nouns of saying: attributions that are no speech, or have no verb."""

import pytest

from annotations.factory import annotate_text


def told(text: str) -> list[tuple[str, str, list[str], str, str]]:
    reading = annotate_text(text)
    return [
        (
            reading.words(s.speaker_words) if s.speaker_words is not None else "",
            reading.words(s.cue),
            [reading.words(c) for c in s.contents],
            s.attitude,
            s.position,
        )
        for s in reading.found.statements
    ]


@pytest.mark.parametrize(
    ("text", "content", "attitude"),
    [
        ("The mayor believes the truce will hold.", "the truce will hold", "believes"),
        ("The council hopes that the river will fall.", "the river will fall", "believes"),
        ("The rebels want to keep the port.", "to keep the port", "intends"),
        ("The envoys plan to visit the camp.", "to visit the camp", "intends"),
        ("Most villagers support the proposal.", "the proposal", "favours"),
        ("The delegates discussed the release of prisoners.", "the release of prisoners", "treats"),
    ],
)
def test_stance_is_told_when_nothing_is_said(text, content, attitude):
    assert [(found[2], found[3]) for found in told(text)] == [([content], attitude)]


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("The rebels do not want to leave the port.", "reject"),
        ("The mayor does not believe the truce will hold.", "deny"),
    ],
)
def test_stance_is_turned_round_when_negated(text, position):
    assert [found[4] for found in told(text)] == [position]


@pytest.mark.parametrize("text", ["The mayor did not say that the truce was over.", "The army could say it had won."])
def test_nothing_is_found_when_speech_is_negated_or_only_possible(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("Nobody shared the mayor's fear that the dam would break.", "the mayor's", "the dam would break"),
        ("Their support for the plan is fading.", "Their", "the plan"),
        ("A call by the bishops for calm went unheard.", "the bishops", "calm"),
        ("Their decision to close the border was final.", "Their", "close the border"),
    ],
)
def test_noun_reports_when_somebody_owns_it(text, speaker, content):
    found = [(who, what) for who, _, what, *_ in told(text)]
    assert any(who == speaker and what[0].endswith(content) for who, what in found), found


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The villagers are wary of the new guards.", "the new guards"),
        ("The general is confident that the siege will end.", "the siege will end"),
        ("The rebels are ready to talk.", "to talk"),
    ],
)
def test_adjective_reports_when_it_is_said_of_somebody(text, content):
    assert [found[2] for found in told(text)] == [[content]]


def test_nothing_is_found_when_noun_has_no_owner_and_no_clause():
    assert told("Support for the plan is fading.") == []


def test_event_stays_an_event_when_it_is_only_wanted():
    (attack,) = annotate_text("Kenya plans to attack Uganda in May.").events
    assert (attack.type, attack.realis, attack.statement) == ("ASSAULT", "planned", None)


def test_talks_stay_an_event_when_they_are_discussed():
    reading = annotate_text("Kenya and Uganda discussed a ceasefire in Nairobi on Monday.")
    assert "CONSULT" in {e.type for e in reading.events}


def test_event_is_the_innermost_speakers_when_statements_nest():
    reading = annotate_text("Reuters reported that President Ruto said that rebels attacked the town of Garissa.")
    (attack,) = reading.of_type("ASSAULT")
    assert reading.words(reading.found.statements[attack.statement].speaker_words) == "President Ruto"
