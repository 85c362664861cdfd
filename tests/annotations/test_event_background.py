"""The day's news and its background: what is dated to another month or year is told as background."""

import pytest
from annotations.factory import annotate_text

PARAGRAPHS = [
    ("Chad and Sudan held talks in Doha on Monday. The two countries fought a war in 2005.", "war"),
    (
        "The presidents of Chad and Sudan met in Doha on Tuesday. Chad had attacked the town of Geneina in March 2009.",
        "attacked",
    ),
    ("Chad and Sudan signed a ceasefire on 3 May. The accord followed clashes near Tine in April.", "clashes"),
    ("Thai and Cambodian ministers met on Friday. A ceasefire was signed in 2011 after border clashes.", "ceasefire"),
    ("Kenya reopened its border with Somalia on Monday. The border was closed in 2011.", "closed"),
    ("The envoy visited Khartoum on Sunday, six years after rebels attacked the city in 2008.", "attacked"),
    (
        "Peru and Ecuador exchanged prisoners on Saturday. The two states fought a war over the Cenepa valley in 1995.",
        "war",
    ),
    (
        "Libya's rivals agreed on Monday to meet again. They had signed an agreement in Skhirat in December 2015.",
        "agreement",
    ),
    ("Rebels attacked Goma on Tuesday. In November 2012 they captured the city for ten days.", "captured"),
    (
        "Eritrea and Ethiopia opened an embassy on Monday. Eritrea's troops invaded the border town of Badme in May 1998.",
        "invaded",
    ),
    ("The mission was extended on Thursday. Peacekeepers were deployed to Abyei in 2011.", "deployed"),
    ("Police arrested five men in Bamako on Friday. Soldiers overthrew the president in August 2020.", "overthrew"),
]
"""News of a day, with a word of an event that was long before."""


@pytest.mark.parametrize(("text", "word"), PARAGRAPHS)
def test_what_was_before_is_an_event_apart_from_the_news(nlp, text, word):
    found = annotate_text(text)
    before, news = found.event(word), found.events[0]
    assert before.chain != news.chain
    assert news.main
    assert not before.main
    assert before.time is not None
    assert found.time(before) != found.time(news)


def test_news_without_a_day_leaves_everything_as_it_is(nlp):
    found = annotate_text("Chad attacked Sudan. Sudan attacked Libya in 2005.")
    assert [e.main for e in found.events] == [True, True]
