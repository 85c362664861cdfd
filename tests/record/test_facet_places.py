"""In which town a story's talks are held, and who leads a delegation."""

import pytest
from links.factory import LOOKUP, make_annotations, make_mention
from record.stories import make_pages

from variorum.record.facet_places import read_heads, read_venues
from variorum.record.facets import Page
from variorum.schema.dates import UNKNOWN
from variorum.schema.reports import Span


def venues(**more):
    mention = make_mention(place="Old Ford", main=True, **more)
    own = make_annotations("r1", mention, sentences=[Span(start=0, end=60)])
    page = Page(report_id="r1", text="x" * 60, own=own, lookup=LOOKUP, published=UNKNOWN)
    return [(f.value, f.about) for f in read_venues([page])]


def test_town_of_the_talks_that_are_the_news_is_told_within_its_country():
    assert venues() == [("Old Ford", ("talks in", "ARL"))]


@pytest.mark.parametrize("more", [{"realis": "planned"}, {"voice": "quoted"}, {"kind": "ASSAULT"}])
def test_talks_that_are_planned_or_anothers_word_have_no_town_yet(more):
    assert venues(**more) == []


NAMES = {"Ana Lindt": "person", "Ivo Brandt": "person"}


def heads(text: str, **more):
    (page,) = make_pages(text, names=NAMES, **more)
    return [(f.about[1], f.value) for f in read_heads(page)]


@pytest.mark.parametrize(
    "text",
    [
        "Then Ambassador Ana Lindt, leader of the government delegation, spoke.",
        "Then Minister Ana Lindt, who heads the government team, spoke.",
        "The chief of the government delegation, Doctor Ana Lindt, spoke.",
        "The government’s is headed by the justice minister, Doctor Ana Lindt.",
    ],
)
def test_head_of_a_delegation_is_read_by_name(text):
    assert heads(text) == [("government", "Ana Lindt")]


def test_report_without_any_day_may_be_of_another_round():
    assert heads("The chief of the government delegation, Doctor Ana Lindt, spoke.", published=None) == []
