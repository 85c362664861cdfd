"""Sentences of games, of shows and of terms of use tell no event of the record; what happens at a match does."""

import pytest
from annotations.factory import annotate_text


@pytest.fixture
def read(nlp):
    return annotate_text


NO_NEWS = [
    "The goalkeeper and his teammates battled Ghana in the semifinal.",
    "The defeat of Ghana in the playoff was a clash of rookies and a coach.",
    "The singer met the director in the studio for the recording.",
    "By registering for this service, you agree to the sharing of your name.",
    "We welcome a discussion as long as you follow the terms of service.",
    "Reproduction is prohibited without agreement.",
]


@pytest.mark.parametrize("text", NO_NEWS)
def test_games_shows_and_terms_tell_no_event(read, text):
    assert read(text).triggers() == []


NEWS = [
    ("Gunmen killed three people at a football tournament in Accra.", "killed"),
    ("Ghana battled Togo near the border.", "battled"),
    ("The ministers of Ghana and Togo met in Accra.", "met"),
    ("The company agreed to the terms of the treaty.", "agreed"),
    ("Police arrested a singer and an actor after the concert.", "arrested"),
]


@pytest.mark.parametrize(("text", "word"), NEWS)
def test_news_with_a_word_of_games_or_shows_is_news(read, text, word):
    assert read(text).event(word)


def test_a_report_of_sport_needs_one_word_of_games_in_a_sentence(read):
    game = "The coach named a goalkeeper. The referee gave a touchdown. The quarterback sat on the bench. "
    assert read(game + "Ghana battled Togo in the tournament.").triggers() == []
    assert read("Ghana battled Togo before the tournament.").event("battled")


SENSES = [
    "The brigade was charged with protecting the consulate.",
    "A webcam captured the event at noon.",
    "The moment was captured by cameras in Accra.",
    "The agency launched a satellite.",
    "The coast will be hammered with snow and wind.",
    "Many roads were blocked by debris.",
    "No one has been able to enter the town.",
    "Climate change is the gravest threat now facing Ghana.",
    "She has been fighting the bill for years.",
]


@pytest.mark.parametrize("text", SENSES)
def test_words_in_another_sense_tell_no_event(read, text):
    assert read(text).triggers() == []


COMMENT = "{} January 3, 2011 at 7:{} pm | Report abuse |\n"


def test_what_readers_write_below_a_report_is_none_of_it(read):
    comments = "".join(
        COMMENT.format(words, 10 + i) for i, words in enumerate(("Shame.", "Ghana attacked Togo.", "No."))
    )
    found = read(f"Ghana met Togo in Accra.\nThe talks ended.\n{comments}Ghana bombed Togo.\n")
    assert not {"attacked", "bombed"} & set(found.triggers())
    assert found.event("met")


def test_a_plot_is_told_in_the_present(read):
    film = (
        "The film opens in May. The actress and the singer star. The sequel was in Hollywood, the soundtrack is new. "
    )
    assert read(film + "The hero kidnaps a banker.").triggers() == []
    assert read(film + "A gunman kidnapped a banker of Goma on Monday.").event("kidnapped")
