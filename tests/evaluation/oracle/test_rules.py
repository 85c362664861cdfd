"""The oracle's rules of what can both hold, and the truth that they make."""

import random
from dataclasses import replace
from datetime import date

import pytest
from evaluation.oracle.rules import Stated, can_both_hold, clashing, status_of
from evaluation.oracle.things import cast
from evaluation.oracle.values import INFINITE, Count, Days, say_count, say_day
from variorum.schema.resolution import resolve
from variorum.schema.dates import on_day
from variorum.schema.times import TimeValue

DAY = date(2011, 5, 4)
CAST = cast(random.Random(1))


def stated(attribute, value, *, day=DAY, report=1, origin=None, realis="happened", voice="own"):
    return Stated(
        report=report,
        happening=0,
        attribute=attribute,
        value=value,
        voice=voice,
        origin=origin or f"report:{report}",
        day=day,
        realis=realis,
    )


def exactly(n):
    return Count(words="{}", low=n, high=n, best=n, qualifier="exact")


def at_least(n):
    return Count(words="at least {}", low=n, high=INFINITE, best=n, qualifier="at_least")


def days(low, high=None):
    return Days(lead="", words="", low=low, high=high or low, meaning=TimeValue(timex="X"))


LATER = date(2011, 5, 6)


@pytest.mark.parametrize(
    ("one", "two", "fits"),
    [
        (stated("killed", exactly(14)), stated("killed", at_least(12)), True),
        (stated("killed", exactly(14)), stated("killed", exactly(20)), False),
        (stated("killed", exactly(14)), stated("killed", exactly(20), day=LATER), True),
        (stated("killed", exactly(20)), stated("killed", exactly(14), day=LATER), False),
        (stated("people", exactly(400)), stated("people", exactly(900), day=LATER), False),
        (stated("date", days(DAY)), stated("date", days(date(2011, 5, 1), date(2011, 5, 31))), True),
        (stated("date", days(DAY)), stated("date", days(LATER)), False),
        (stated("date", days(DAY), realis="planned"), stated("date", days(LATER), day=LATER), True),
        (stated("place", "town:00"), stated("place", "town:01"), False),
        (stated("place", "town:00"), stated("place", "region:00"), True),
        (stated("direction", "state:0"), stated("direction", "mutual"), False),
        (stated("participants", frozenset({"state:0"})), stated("participants", frozenset({"person:00"})), True),
        (stated("participants", frozenset({"person:00"})), stated("participants", frozenset({"person:01"})), False),
        (stated("realis", "planned"), stated("realis", "happened"), True),
        (stated("realis", "alleged"), stated("realis", "denied"), False),
        (stated("realis", "happened"), stated("realis", "called_off"), False),
        (stated("label", ("blaming", "terrorists")), stated("label", ("blaming", "bandits")), True),
        (stated("label", ("blaming", "terrorists")), stated("label", ("neutral", "fighters")), False),
    ],
)
def test_what_can_both_hold(one, two, fits):
    assert can_both_hold(one, two, CAST) is fits
    assert can_both_hold(two, one, CAST) is fits


def test_status_is_agreed_when_two_origins_say_the_same():
    two = [stated("killed", exactly(14)), stated("killed", exactly(14), report=2)]
    assert status_of(two, CAST) == "agreed"
    assert status_of([two[0], replace(two[1], origin=two[0].origin)], CAST) == "single_origin"


def test_status_is_compatible_when_precision_differs():
    assert status_of([stated("killed", exactly(14)), stated("killed", at_least(10), report=2)], CAST) == "compatible"


def test_status_is_disputed_when_one_report_contradicts_itself():
    held = [stated("realis", "alleged", voice="state:0"), stated("realis", "denied", voice="state:1")]
    assert status_of(held, CAST) == "disputed"


def test_true_disagreements_have_holders_that_cannot_both_hold(worlds):
    found = [(planted, d) for planted in worlds for d in planted.disagreements]
    assert len(found) > 10
    for planted, disagreement in found:
        assert len(disagreement.holders) >= 2
        assert clashing(disagreement.holders, planted.world.cast)
        reports = {holder.report for holder in disagreement.holders}
        assert {report for pair in disagreement.pairs for report in pair} == reports


def test_disputed_findings_are_the_true_disagreements(worlds):
    for planted in worlds:
        disputed = {(f.happening, f.attribute) for f in planted.findings if f.status == "disputed"}
        told = {(d.happening, d.attribute) for d in planted.disagreements if d.kind not in ("label", "wording")}
        assert disputed == told


def test_copies_are_no_witnesses(worlds):
    for planted in worlds:
        for finding in planted.findings:
            copied = [
                s for s in finding.stated if planted.printed[s.report].draft.copied and s.origin != f"report:{s.report}"
            ]
            assert finding.n_origins <= len({s.report for s in finding.stated}) or not copied


@pytest.mark.parametrize("gap", range(-6, 12))
def test_days_in_words_mean_their_days(gap):
    published = date(2013, 3, 14)
    day = date.fromordinal(published.toordinal() - gap)
    for loose in (False, True):
        for seed in range(12):
            said = say_day(day, published, random.Random(seed), loose=loose)
            meant = resolve(said.meaning, on_day(published))
            assert said.low <= day <= said.high
            assert (meant.low, meant.high) == (said.low, said.high), said


@pytest.mark.parametrize("number", [1, 3, 12, 24, 48, 290, 2600])
def test_counts_in_words_allow_their_number(number):
    for seed in range(40):
        said = say_count(number, random.Random(seed))
        assert said.low <= number <= said.high
