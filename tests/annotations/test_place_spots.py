"""Which words of a report name places, and in what sense."""

from itertools import pairwise

import pytest

from annotations.factory import annotate_text
from variorum.schema.annotations import ToponymMention


def named(text: str) -> dict[str, ToponymMention]:
    """Toponyms by their words."""
    return {toponym.name: toponym for toponym in annotate_text(text).found.toponyms}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The envoy landed in Maputo on Monday.", "Maputo"),
        ("MAPUTO (AP) - The envoy landed on Monday.", "MAPUTO"),
        ("Floods cut the road between Beira and Chimoio in Mozambique.", "Chimoio"),
        ("Ferries left for the Aegean Sea.", "Aegean Sea"),
        ("She was born in Dayton, Ohio.", "Ohio"),
        ("A fire broke out in Macon, Ga., on Sunday.", "Ga."),
    ],
)
def test_names_of_places_are_found(text: str, name: str) -> None:
    found = named(text)
    assert found[name].form == "name"
    assert found[name].literal


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("Paris Hilton, who sang on Monday, left at noon.", "Paris"),
        ("Florence Adams said that she would stay.", "Florence"),
        ("In March the council met again.", "March"),
        ("He spoke in Spanish.", "Spanish"),
        ("The Catholic bishops met in Quito.", "Catholic"),
    ],
)
def test_names_of_other_things_are_no_places(text: str, absent: str) -> None:
    assert absent not in named(text)


@pytest.mark.parametrize(
    ("text", "name", "form"),
    [
        ("The Peruvian navy left port.", "Peruvian", "demonym"),
        ("Scottish fishermen protested in Aberdeen.", "Scottish", "demonym"),
        ("Ankara said that it would send envoys.", "Ankara", "metonym"),
        ("The Nairobi Chamber of Commerce asked for talks.", "Nairobi", "embedded"),
    ],
)
def test_people_governments_and_bodies_are_not_plotted(text: str, name: str, form: str) -> None:
    toponym = named(text)[name]
    assert toponym.form == form
    assert not toponym.literal
    assert toponym.latitude is not None


def test_a_state_is_literal_where_something_is_in_it() -> None:
    found = annotate_text("Norway denied it. Two ships sank in Norway.").found.toponyms
    assert [toponym.literal for toponym in found] == [False, True]
    assert {toponym.precision for toponym in found} == {6}


def test_a_town_taken_for_a_person_is_a_town_where_its_state_is_spoken_of() -> None:
    found = named("Protesters filled Batumi and Kutaisi. Georgia's parliament met in Tbilisi.")
    assert {"Batumi", "Kutaisi", "Tbilisi"} <= set(found)


def test_a_unit_named_in_full_is_a_place_though_it_looks_like_a_body() -> None:
    found = named("Gunmen attacked a school in Borno State and fled.")
    assert (found["Borno State"].feature_code, found["Borno State"].country) == ("ADM1", "NGA")


def test_spans_never_overlap_and_stand_in_order() -> None:
    text = "In Lagos, Nigeria, and Accra, Ghana, West African ministers met; the Lagos Chamber of Commerce did not."
    spans = [toponym.span for toponym in annotate_text(text).found.toponyms]
    assert all(left.end <= right.start for left, right in pairwise(spans))


@pytest.mark.parametrize(
    "text", ["", "   ", "😀 😀", "1 2 3 4", "مرحبا بالعالم", "IN IN IN IN", "in , , ,", "(" * 500, "The " * 300]
)
def test_bad_input_gives_no_places(text: str) -> None:
    assert annotate_text(text).found.toponyms == ()


def test_a_town_in_a_title_and_in_the_dateline_below_is_one_toponym_a_span() -> None:
    text = (
        "Pelgaria counts its dead after shelling of Ambrelle\n"
        "AMBRELLE, 2 December 2009 - Hestranian forces shelled Ambrelle on Tuesday, killing 20 people."
    )
    found = annotate_text(text).found.toponyms
    assert len({(t.span.start, t.span.end) for t in found}) == len(found)
    assert "Ambrelle" in {t.name for t in found}
