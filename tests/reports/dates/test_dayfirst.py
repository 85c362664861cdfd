"""Which day 03/05/2021 is, by what else the report says."""

import pytest

from variorum.reports.dates.dayfirst import settle_by_style, settle_by_weekday
from variorum.reports.lines import Clue
from variorum.reports.dates.stamps import parse_date


def clue(words):
    return Clue(kind="published", value=words, basis="date line", bounds=parse_date(words))


@pytest.mark.parametrize(
    ("text", "edtf", "basis"),
    [
        ("They met on 31 October.", "2021-05-03", "date line, day first as in its dates in words"),
        ("They met on October 31.", "2021-03-05/2021-05-03", "date line"),
        ("They met on 31 October and on November 2.", "2021-03-05/2021-05-03", "date line"),
        ("They met on 25/04/2021.", "2021-05-03", "date line, day first as in its other dates in figures"),
        ("They met on 4/25/2021, after 31 March.", "2021-03-05", "date line, month first as in its other dates in figures"),
        ("They met on 4/25/2021 and 25/04/2021.", "2021-03-05/2021-05-03", "date line"),
        ("They met.", "2021-03-05/2021-05-03", "date line"),
    ],
)  # fmt: skip
def test_two_readings_are_settled_only_when_the_report_decides(text, edtf, basis):
    settled = settle_by_style(clue("03/05/2021"), text)
    assert (settled.bounds.edtf, settled.basis) == (edtf, basis)


@pytest.mark.parametrize(
    ("line", "edtf"),
    [
        ("Monday, 03/05/2021", "2021-05-03"),
        ("Fri 03/05/2021", "2021-03-05"),
        ("Sunday 03/05/2021", "2021-03-05/2021-05-03"),
        ("Monday or Friday 03/05/2021", "2021-03-05/2021-05-03"),
    ],
)
def test_weekday_settles_when_one_reading_falls_on_it(line, edtf):
    assert settle_by_weekday(clue("03/05/2021"), line).bounds.edtf == edtf


@pytest.mark.parametrize("words", ["25/04/2021", "04/04/2021", "2021-05-03"])
def test_date_is_left_alone_when_it_has_one_reading(words):
    assert settle_by_style(clue(words), "They met on 31 October.") == clue(words)
