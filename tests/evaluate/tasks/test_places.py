"""Scores of places by hand."""

import pytest

from evaluate.factory import kinds_of, make_document, measured, span_of
from variorum.evaluate.tasks.places import PLACES, PlaceAnswer, distance_km

TEXT = "From Vienna the Austrian train goes to Graz, and from the city to Steyr."
VIENNA, GRAZ = (48.2, 16.37), (47.07, 15.44)


def gold(words, kind="Literal", at=None):
    north, east = at or (None, None)
    return span_of(TEXT, words, kind=kind, latitude=north, longitude=east)


def answer(words, at=None, **more):
    north, east = at or (None, None)
    return PlaceAnswer(**span_of(TEXT, words), latitude=north, longitude=east, **more)


def document(*places):
    return make_document(PLACES, TEXT, places=list(places))


def test_near_far_and_not_placed():
    own = document(
        gold("Vienna", at=VIENNA), gold("Graz", at=GRAZ), gold("Steyr"), gold("the city", "Literal_Expression")
    )
    answers = [answer("Vienna", at=(48.3, 16.4)), answer("Graz"), answer("to Steyr")]
    units = PLACES.score([own], {"d1": answers})
    assert measured(PLACES, units) == pytest.approx({"strict_f1": 2 / 3, "overlap_f1": 1.0, "accuracy_161km": 1 / 2})
    assert units[0].marks == "=~~"
    assert kinds_of(units[0]) == ["far"]


def test_the_limit_is_161_km():
    own = document(gold("Vienna", at=(0.0, 0.0)))
    near, far = (answer("Vienna", at=(0.0, degrees)) for degrees in (1.447, 1.449))
    scores = [measured(PLACES, PLACES.score([own], {"d1": [one]}))["accuracy_161km"] for one in (near, far)]
    assert scores == [1.0, 0.0]


def test_distance_of_a_quarter_of_the_equator():
    one, two = (
        PlaceAnswer(start=0, end=1, latitude=0, longitude=0),
        PlaceAnswer(start=0, end=1, latitude=0, longitude=90),
    )
    assert distance_km(one, two) == pytest.approx(10_007.557, abs=0.01)
    assert distance_km(one, PlaceAnswer(start=0, end=1)) is None


def test_demonyms_count_only_where_the_gold_marks_them():
    answers = {"d1": [answer("Vienna"), answer("Austrian", demonym=True)]}
    without, marked = document(gold("Vienna")), document(gold("Vienna"), gold("Austrian", "Demonym"))
    assert measured(PLACES, PLACES.score([without], answers))["strict_f1"] == 1.0
    assert measured(PLACES, PLACES.score([marked], answers))["strict_f1"] == 1.0
    assert PLACES.score([marked], answers)[0].counts["gold"] == 2


def test_nothing_scores_zero():
    assert set(measured(PLACES, PLACES.score([document()], {})).values()) == {0.0}
