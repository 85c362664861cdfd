"""Scores of numbers of victims by hand."""

import pytest
from pydantic import ValidationError

from evaluate.factory import kinds_of, make_document, measured
from variorum.annotations import annotate
from variorum.config import Config
from variorum.evaluate.coding import read_document
from variorum.evaluate.tasks.incidents import INCIDENTS, FigureAnswer, is_said

TEXT = "A bomb killed 12 people and hurt thirty-one. Elsewhere at least 1,200 fled; two guards died."


def incident(killed=None, injured=None, *, optional=False):
    return {"optional": optional, "killed": killed, "injured": injured}


def document(*incidents):
    return make_document(INCIDENTS, TEXT, incidents=list(incidents))


def answer(effect, value):
    return FigureAnswer(effect=effect, value=value, start=0, end=6)


def test_a_figure_is_right_within_its_range():
    own = document(incident(killed=[10, 12], injured=[31, None]), incident(killed=[2, 2]))
    answers = [answer("killed", 11), answer("killed", 7), answer("injured", 45)]
    units = INCIDENTS.score([own], {"d1": answers})
    figures = measured(INCIDENTS, units)
    assert figures == {
        "killed_f1": pytest.approx(0.5),
        "killed_precision": 0.5,
        "killed_recall": 0.5,
        "injured_f1": 1.0,
        "injured_precision": 1.0,
        "injured_recall": 1.0,
    }
    assert units[0].marks == "=-+1 ="
    assert kinds_of(units[0]) == ["killed missed", "killed spurious"]


def test_keys_that_no_words_say_are_counted_apart():
    unit = INCIDENTS.score([document(incident(killed=[5, 5]), incident(killed=[12, 12]))], {})[0]
    assert (unit.counts["killed_gold"], unit.counts["killed_unsaid"]) == (1, 1)


def test_optional_keys_are_right_but_never_missed():
    own = document(incident(killed=[12, 12], optional=True))
    assert INCIDENTS.score([own], {})[0].counts["killed_gold"] == 0
    assert measured(INCIDENTS, INCIDENTS.score([own], {"d1": [answer("killed", 12)]}))["killed_f1"] == 1.0


def test_nobody_is_no_key_and_one_range_twice_is_one():
    own = document(incident(killed=[0, 0]), incident(killed=[12, 12]), incident(killed=[12, 12]))
    assert INCIDENTS.score([own], {})[0].counts["killed_gold"] == 1


def test_the_narrowest_key_takes_the_least_figure():
    own = document(incident(killed=[2, None]), incident(killed=[2, 12]))
    figures = measured(INCIDENTS, INCIDENTS.score([own], {"d1": [answer("killed", 12), answer("killed", 40)]}))
    assert figures["killed_f1"] == 1.0


@pytest.mark.parametrize(
    ("key", "said"),
    [((12, 12), True), ((31, 31), True), ((1200, None), True), ((2, 2), True), ((5, 5), False), ((200, 200), False)],
)
def test_numbers_in_digits_and_words(key, said):
    assert is_said(key, TEXT) is said


def test_a_range_that_runs_backwards_is_refused():
    with pytest.raises(ValidationError, match="runs backwards"):
        document(incident(killed=[5, 2]))


class DirectCoder:
    """Annotates without the pipeline."""

    def annotate(self, documents):
        return {d.id: annotate(read_document(d), Config()) for d in documents}


def values_of(text, published="2021-05-20"):
    own = make_document(INCIDENTS, text, incidents=[], published=published)
    return [answer.value for answer in INCIDENTS.answer([own], DirectCoder())["d1"]]


def test_what_happened_long_before_the_report_is_no_incident_of_it():
    text = "A bomb killed 12 people in Quetta on 18 May. In March 2017 a bomb killed 40 people there."
    assert values_of(text) == [12]


def test_without_a_day_of_the_report_nothing_is_long_ago():
    assert values_of("In March 2017 a bomb killed 40 people in Quetta.", published=None) == [40]


def test_who_dies_where_sides_fight_is_no_victim_unless_a_civilian():
    assert values_of("Four men died when an army patrol clashed with rebels near Goma.") == []
    assert values_of("Four peasants died when an army patrol clashed with rebels near Goma.") == [4]
