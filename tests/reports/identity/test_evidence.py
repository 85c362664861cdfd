"""When a report was published: evidence weighed, narrowed, kept; and moments with their zones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.config import Config
from variorum.reports.identity.evidence import weigh_dates
from variorum.reports.items import Item
from variorum.reports.lines import Clue
from variorum.reports.listing import Row
from variorum.reports.dates.moments import read_moment
from variorum.reports.reading import read_item
from variorum.reports.dates.stamps import parse_date
from variorum.schema.dates import intersect

TITLE = "Talks on the Orsk dam end without a deal"
BODY = (
    "Delegations from Kelva and Ostrany left Geneva after two days of talks on the Orsk dam.",
    "The mediator said both sides had asked for a week to consult their capitals before they meet again.",
)


def clue(kind, words, basis):
    return Clue(kind=kind, value=words, basis=basis, bounds=parse_date(words) or parse_date("2022"))


def read(*above, start="", row=None, file="a.txt", **stated):
    text = "\n".join((TITLE, *above, start + BODY[0], BODY[1]))
    clues = tuple(Clue(kind=kind, value=value, basis="json") for kind, value in stated.items())
    return read_item(Item(file=file, data=text.encode(), row=row, stated=clues), Config())


def verdicts(report):
    return [(e.role, e.basis, e.words, e.verdict) for e in report.date_evidence]


@pytest.mark.parametrize(
    ("words", "time"),
    [
        ("2022-10-31T18:05:00+04:00", "2022-10-31T18:05:00+04:00"),
        ("2022-10-31T18:05:00.123Z", "2022-10-31T18:05:00Z"),
        ("Updated: 2017-09-15 17:52 GMT", "2017-09-15T17:52+00:00"),
        ("Mon, 31 Oct 2022 18:05:00 +0400", "2022-10-31T18:05:00+04:00"),
        ("20221031T180500Z", "2022-10-31T18:05Z"),
        ("October 31, 2022 at 6:05 p.m. EDT", "2022-10-31T18:05-04:00"),
        ("12:05 am, 31 October 2022", "2022-10-31T00:05"),
        ("31 October 2022, 18:05 IST", "2022-10-31T18:05"),
        ("31 October 2022 | 5 min read", None),
        ("31 October 2022", None),
        ("October 2022 18:05", None),
        ("31 October 2022 Updated: 1 November 2022 10:00", None),
        ("soon", None),
    ],
)
def test_time_of_day_is_read_as_stated(words, time):
    assert read_moment(words)[1] == time


def test_stamp_gives_the_time_of_its_line():
    report = read("Published: 31 October 2022, 18:05 GMT | Updated: 1 November 2022 09:00 GMT")
    assert (report.published.edtf, report.published_time) == ("2022-10-31", "2022-10-31T18:05+00:00")
    assert (report.updated.edtf, report.updated_time) == ("2022-11-01", "2022-11-01T09:00+00:00")


def test_month_of_an_address_is_narrowed_by_the_day_of_a_dateline():
    report = read(start="ORSK, 1 November 2022 (AFP) - ", url="https://kelva.example/2022/11/orsk")
    assert (report.published.edtf, report.published_basis) == ("2022-11-01", "address and dateline")
    assert [e.verdict for e in report.date_evidence] == ["used", "used"]


def test_year_of_a_dateline_is_that_of_the_other_evidence():
    report = read(start="ORSK, Nov 1 (AFP) - ", url="https://kelva.example/2022/11/orsk")
    assert report.published.edtf == "2022-11-01"
    assert verdicts(report)[1] == ("published", "dateline", "Nov 1", "used")
    turn = read(start="ORSK, Dec 31 (AFP) - ", published="2023-01-01")
    assert [(e.words, e.bounds.edtf, e.verdict) for e in turn.date_evidence][1] == ("Dec 31", "2022-12-31", "agrees")


def test_dateline_without_a_year_is_no_evidence_alone():
    report = read(start="ORSK, Nov 1 (AFP) - ")
    assert (report.dateline, report.date_evidence, report.published.edtf) == ("ORSK, Nov 1 (AFP)", (), None)


def test_contradicting_statement_is_kept_and_told():
    report = read("Published: 3 May 2021", row=Row(published="2021-05-05"))
    assert (report.published.edtf, report.published_basis) == ("2021-05-05", "reports.tsv")
    assert verdicts(report)[1] == ("published", "published line", "3 May 2021", "contradicts")
    assert [issue.kind for issue in report.issues] == ["two_dates"]


@pytest.mark.parametrize(("day", "verdict", "issues"), [("02", "agrees", []), ("03", "contradicts", ["two_dates"])])
def test_address_may_follow_another_zones_day(day, verdict, issues):
    report = read(published="2022-11-01T23:30:00-05:00", url=f"https://kelva.example/2022/11/{day}/orsk")
    assert [e.verdict for e in report.date_evidence] == ["used", verdict]
    assert [issue.kind for issue in report.issues] == issues
    assert report.published.edtf == "2022-11-01"


def test_change_alone_bounds_publication_from_above():
    report = read("Updated: 15 September 2017 17:52 GMT")
    assert (report.published.edtf, report.published_basis) == ("../2017-09-15", "no later than its updated line")
    assert (report.updated.edtf, report.published_time) == ("2017-09-15", None)
    assert [(e.role, e.bounds.low, e.verdict) for e in report.date_evidence] == [("updated", None, "used")]


def test_crawl_alone_bounds_publication_from_above():
    report = read(seen="2022-11-05T03:00:00Z")
    assert (report.published.edtf, report.published_basis) == ("../2022-11-05", "no later than its json")
    assert [e.role for e in report.date_evidence] == ["seen"]
    narrowed = read(seen="2022-11-05", url="https://kelva.example/2022/11/orsk")
    assert narrowed.published.edtf == "2022-11-01/2022-11-05"


def test_publication_after_a_crawl_is_a_contradiction_that_no_issue_tells():
    report = read(seen="2022-11-05", published="2022-11-09")
    assert [e.verdict for e in report.date_evidence] == ["used", "contradicts"]
    assert report.published.edtf == "2022-11-09"


def test_post_that_is_shown_bounds_publication_from_below():
    post = "“The gates will open at noon,” it wrote. — Orsk Water (@orskwater) May 3, 2021"
    report = read(post)
    assert (report.published.edtf, report.published_basis) == ("2021-05-02/..", "no earlier than its embedded post")
    assert "(@orskwater)" not in report.text
    assert "The gates will open at noon" in report.text


def test_day_of_two_readings_is_settled_by_other_evidence():
    report = read("Published: 02/11/2022", url="https://kelva.example/2022/11/orsk")
    assert report.published.edtf == "2022-11-02"


def test_file_name_narrows_and_never_contradicts_loudly():
    assert read("Published: November 2022", file="2022-11-02_orsk.txt").published.edtf == "2022-11-02"
    other = read("Published: 3 May 2021", file="2022-11-02_orsk.txt")
    assert (other.published.edtf, other.issues) == ("2021-05-03", ())
    assert verdicts(other)[1] == ("published", "file name", "2022-11-02", "contradicts")


STATED = st.lists(
    st.builds(
        clue,
        st.sampled_from(("published", "updated", "seen")),
        st.dates().map(lambda day: day.replace(year=2022).isoformat() if (day.month, day.day) != (2, 29) else "2022-03"),
        st.sampled_from(("page metadata", "published line", "address", "dateline", "file name", "feed")),
    ),
    max_size=6,
)  # fmt: skip


@given(STATED)
def test_bounds_never_leave_the_evidence_that_was_used(clues):
    dating = weigh_dates(clues, "")
    assert len(dating.evidence) == len(clues)
    for piece in dating.evidence:
        both = intersect(piece.bounds, dating.published)
        assert (both is not None) >= (piece.verdict == "used")
        if piece.verdict == "used":
            assert (both.low, both.high) == (dating.published.low, dating.published.high)
    assert dating.published.edtf or not clues


def test_day_of_an_address_alone_leaves_the_days_beside_it_open():
    report = read(url="https://kelva-herald.example/2031/05/14/dam")
    assert report.published.edtf == "2031-05-13/2031-05-15"
    assert report.published_basis == "address"
