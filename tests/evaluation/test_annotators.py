"""What each annotator costs: clocks around them, shares, and that none is left without a clock."""

import pytest
from annotators import ANNOTATORS, CHAIN, JUDGED, as_report, clocks_around, medians, shares_of, show, time_annotators
from seconds import Seconds


def test_every_annotator_of_a_build_has_a_clock():
    named = {name for name in vars(CHAIN) if name.startswith(("find_", "tie_", "apply_", "take_", "name_"))}
    assert named == {name for names in ANNOTATORS.values() for name in names}


def test_seconds_are_taken_of_each_part(nlp):
    report = as_report("At least 12 villagers were killed near Lachin on Monday, Ana Vell said.")
    spent = time_annotators([report], nlp)
    assert set(spent) == {*ANNOTATORS, "parse", "rest"}
    assert all(spent[part].processor > 0 for part in (*JUDGED, "parse"))


def test_annotators_are_put_back_where_one_fails():
    before = CHAIN.find_times
    with pytest.raises(RuntimeError), clocks_around(CHAIN, {part: Seconds() for part in ANNOTATORS}):
        assert CHAIN.find_times is not before
        raise RuntimeError
    assert CHAIN.find_times is before


def test_shares_are_of_bare_spacy_and_the_judged_ones_add_up():
    spent = {part: Seconds() for part in (*ANNOTATORS, "parse", "rest")}
    for number, part in enumerate(JUDGED, start=1):
        spent[part] = Seconds(wall=9.0, processor=float(number))
    shares = shares_of(40.0, spent)
    assert shares["judged"] == pytest.approx(sum(range(1, len(JUDGED) + 1)) / 40)
    assert medians([{"judged": 0.1}, {"judged": 0.5}, {"judged": 0.2}]) == {"judged": 0.2}
    assert "25.0% of bare spaCy, at most 35%" in show(shares, 0.35)
