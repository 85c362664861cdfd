"""Versions of one report: what the outlet changed, and that an earlier version is no witness."""

import pytest
from hypothesis import given, strategies as st
from views.pile import TEXTS, make_pile, report_of

from variorum.views.catalogue import Catalogue
from variorum.views.editions import describe_edition, list_editions, standing_reports
from variorum.views.front import make_front
from variorum.views.matrix import cover_matrix
from variorum.views.revisions import find_changes, list_revisions, split_sentences
from variorum.views.voices import siglum_of
import itertools


@pytest.fixture
def catalogue():
    return Catalogue(make_pile())


def version(text, title=None, name="one"):
    return {"report_id": report_of(name), "text": text, "title": title}


def told(changes):
    return [("".join(w.text for w in c.before), c.kind, "".join(w.text for w in c.after)) for c in changes]


def test_step_tells_title_sentences_and_correction(catalogue):
    (revision,) = list_revisions(catalogue)
    (step,) = revision.steps
    assert [(e.report_id, e.stands) for e in revision.editions] == [
        (report_of("RS1"), False),
        (report_of("RS2"), True),
    ]
    assert [name for name, _, _ in step.fields] == ["title"]
    assert [word.text for word in step.fields[0][2] if word.own] == ["Gates opened", "twenty missing"]
    assert told(step.changes) == [
        (
            "A wall of the Orlo dam broke on Monday.",
            "changed",
            "Two gates of the Orlo dam were opened on Monday.",
        ),
        ("The army has sent boats.", "changed", "The army has sent boats and two helicopters."),
        ("", "added", "Minister Odo Renn arrived in the evening."),
        ("The minister has not spoken.", "removed", ""),
    ]
    assert [(notice.kind, notice.detail) for notice in step.notices] == [("correction", "a wall of the dam broke")]
    assert not step.unmarked
    assert step.count() == "2 changed, 1 added, 1 removed"


def test_spans_of_changes_hold_their_words(catalogue):
    (revision,) = list_revisions(catalogue)
    texts = {report_of(name): text for name, text in TEXTS.items()}
    for change in revision.steps[0].changes:
        for span, words in ((change.before_span, change.before), (change.after_span, change.after)):
            if span:
                report_id, start, end = span
                assert texts[report_id][start:end] == "".join(word.text for word in words)


def test_moved_sentence_is_no_change_of_words():
    before = version("The mill burned down. Water rose in the lower town. Nobody was hurt.")
    after = version("Nobody was hurt. The mill burned down. Water rose in the lower town.", name="two")
    ((was, kind, now),) = told(find_changes(before, after))
    assert (kind, was) == ("moved", now)


def test_same_words_in_other_type_are_no_change():
    before = version("“It is over,” she said.\nThe mill stands.")
    after = version('"It is over," she said. The mill stands.', name="two")
    assert find_changes(before, after) == ()


def test_initials_and_titles_end_no_sentence():
    text = "Dr. A. B. Korr met Gen. Odo Renn in the U.S. Embassy on Monday. They spoke. No one else did!"
    assert [s.text for s in split_sentences(text)] == [
        "Dr. A. B. Korr met Gen. Odo Renn in the U.S. Embassy on Monday.",
        "They spoke.",
        "No one else did!",
    ]


@given(st.text(alphabet='ab A.!?\n ”"。', max_size=80))
def test_sentences_are_stretches_of_the_text_in_order(text):
    sentences = split_sentences(text)
    assert all(text[s.start : s.end] == s.text.strip() == s.text for s in sentences)
    assert all(a.end <= b.start for a, b in itertools.pairwise(sentences))
    assert "".join("".join(s.text for s in sentences).split()) == "".join(text.split())


@given(st.lists(st.sampled_from("abcdefgh"), max_size=8))
def test_text_against_itself_has_no_changes(letters):
    text = " ".join(f"The {letter} mill of {letter} stood." for letter in letters)
    assert find_changes(version(text), version(text, name="two")) == ()


def test_versions_stand_in_the_order_in_which_they_replaced_each_other():
    rows = make_pile()
    _first, second = (row for row in rows["reports"] if row["version_of"])
    third = {**second, "report_id": report_of("RS3"), "superseded_by": None}
    second["superseded_by"] = third["report_id"]
    rows["reports"].append(third)
    catalogue = Catalogue(rows)
    (edition,) = list_editions(catalogue)
    assert [row["report_id"] for row in edition] == [report_of("RS1"), report_of("RS2"), report_of("RS3")]
    assert describe_edition(catalogue, second) == "version 2 of 3, replaced by a later one"
    assert len(list_revisions(catalogue)[0].steps) == 2


def test_first_version_may_leave_its_own_id_out():
    rows = make_pile()
    first = next(row for row in rows["reports"] if row["report_id"] == report_of("RS1"))
    first["version_of"] = None
    catalogue = Catalogue(rows)
    assert describe_edition(catalogue, first) == "version 1 of 2, replaced by a later one"
    assert len(list_revisions(catalogue)) == 1


def test_earlier_version_is_counted_nowhere_and_marked_everywhere(catalogue):
    front = make_front(catalogue, ())
    assert front.counts == "13 reports · 7 sources · 5 origins"
    assert front.read == "read 7 · set aside 6 · 1 earlier version"
    assert report_of("RS1") not in {row["report_id"] for row in standing_reports(catalogue)}
    assert siglum_of(catalogue, report_of("RS1")).about.endswith("an earlier version, since replaced")
    assert "earlier" not in siglum_of(catalogue, report_of("RS2")).about


def test_earlier_version_has_no_column_of_coverage(record):
    rows = {name: [dict(row) for row in record.catalogue.rows(name)] for name in ("reports", "events", "coverage")}
    read = [row for row in rows["reports"] if row["status"] == "read"]
    read[0]["superseded_by"] = read[1]["report_id"]
    events = make_events(record)
    matrix = cover_matrix(Catalogue({**tables(record), **rows}), events)
    assert read[0]["report_id"] not in {column.report_id for column in matrix.columns}
    assert len(matrix.columns) == 3


def tables(record):
    from variorum.schema.tables import BY_NAME

    return {name: record.catalogue.rows(name) for name in BY_NAME}


def make_events(record):
    from variorum.views.chronology import list_events

    return list_events(record.catalogue)
