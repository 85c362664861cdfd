"""Ids and labels of stories and processes."""

from links.factory import LOOKUP, MONDAY, days_after, make_node, make_report
from record.factory import bases_of, make_lineage

from variorum.record.events import make_events
from variorum.record.threads import label_processes, label_stories, process_ids, story_ids
from variorum.schema.dates import on_day
from variorum.schema.linked import Dated, Storyline

BOTH = ("Arland", "Borduria")
TWO_ROUNDS = Storyline(stories=(("r1", "r2"), ("r3",)), processes=((0, 1),), links=())
ORDERED_OTHERWISE = Storyline(stories=(("r3",), ("r1", "r2")), processes=((1, 0),), links=())


def events(*clusters):
    lineage = make_lineage()
    return make_events(clusters, LOOKUP, lineage, story_ids(TWO_ROUNDS), bases_of(lineage))


def test_reports_of_a_story_share_its_id_and_stories_of_a_process_theirs():
    stories, processes = story_ids(TWO_ROUNDS), process_ids(TWO_ROUNDS)
    assert stories["r1"] == stories["r2"] != stories["r3"]
    assert len(set(processes.values())) == 1


def test_ids_do_not_depend_on_the_order_of_stories():
    assert story_ids(TWO_ROUNDS) == story_ids(ORDERED_OTHERWISE)
    assert process_ids(TWO_ROUNDS) == process_ids(ORDERED_OTHERWISE)


def test_story_is_labelled_and_dated_by_its_main_event():
    made = events(
        [make_node("r1", who=BOTH, on=MONDAY, main=True, at="Old Ford")],
        [make_node("r3", who=BOTH, on=days_after(30), main=True)],
    )
    dated = {r: Dated(report_id=r, published=on_day(days_after(1)), basis="stated") for r in ("r1", "r2", "r3")}
    rows = label_stories(TWO_ROUNDS, [make_report(r) for r in dated], made, dated)
    first = next(row for row in rows if row["story_id"] == story_ids(TWO_ROUNDS)["r1"])
    assert "Meeting" in first["label"]
    assert "Old Ford" in first["label"]
    assert first["date_low"] == MONDAY


def test_story_without_events_takes_a_title_and_the_days_of_its_reports():
    dated = {r: Dated(report_id=r, published=on_day(MONDAY), basis="stated") for r in ("r1", "r2", "r3")}
    rows = label_stories(TWO_ROUNDS, [make_report(r, title=f"Title {r}") for r in dated], [], dated)
    assert all(row["label"].startswith("Title") and row["date_low"] == MONDAY for row in rows)


def test_process_is_labelled_by_its_parties_and_mediator():
    made = events(
        *([make_node("r1", who=BOTH, roles=[("mediator", "Cassia")], on=days_after(i), chain=i)] for i in range(3)),
        [make_node("r3", who=(*BOTH, "Dorne"), on=days_after(30))],
    )
    (row,) = label_processes(TWO_ROUNDS, made, LOOKUP)
    assert row["label"] == "Arland – Borduria · mediated by Cassia"


def test_process_without_parties_says_so():
    (row,) = label_processes(TWO_ROUNDS, [], LOOKUP)
    assert "no parties" in row["label"]
