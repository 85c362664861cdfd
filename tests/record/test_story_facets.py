"""Facets from text to record: stories of invented accidents and talks, read by the parser."""

from pathlib import Path

import variorum
from variorum.store import open_reader

BOAT = (
    """Boat sinks off Cape Morn

June 3, 2021

OSTREL - A passenger boat sank off Cape Morn shortly before midnight on Wednesday, the coast guard said. According to the list 118 people were on board. The owner blamed a freak wave. The accident is the worst in ten years. The captain, Jorn Aldaker, 48, was arrested on Thursday in a hotel in Ostrel.
""",
    """They knew

June 4, 2021

OSTREL - The boat sank at about two o'clock in the morning, fishermen said. It was a killing for profit. More than 200 people were crammed into it. The sinking was caused by water coming in through the bow door, divers said. Captain Jorn Aldaker gave himself up to police on Thursday.
""",
)
QUIET = (
    """Bridge opens in Ostrel

June 3, 2021

OSTREL - A new bridge opened in Ostrel on Thursday. The mayor, Lena Vossberg, 51, cut the ribbon. About 300 people came.
""",
    """Ostrel gets its bridge

June 4, 2021

OSTREL - The mayor of Ostrel, Lena Vossberg, opened a bridge on Thursday. Some 300 people came to see it. She is 51.
""",
)


def disagreements(folder: Path, texts) -> dict[str, str]:
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    record = folder / "story.variorum"
    variorum.build(sorted(folder.glob("*.txt")), out=record, fresh=True)
    with open_reader(record) as held:
        stories = {row["story_id"] for row in held.rows("stories")}
        told = [row for row in held.rows("disagreements") if row["rule"] == "facets.v1"]
        assert all(row["subject_id"] in stories for row in told)
    opened = variorum.open(record)
    assert all(opened.explain(row["disagreement_id"]).text for row in told)
    return {row["summary"].partition(":")[0]: row["kind"] for row in told}


def test_story_of_a_shipwreck_parts_on_what_no_event_holds(tmp_path):
    told = disagreements(tmp_path, BOAT)
    assert told["People on board"] == "figure"
    assert told["Hour"] == "date"
    assert told["Cause"] == "outcome"
    assert told["Jorn Aldaker"] == "outcome"
    assert told["What happened, in the reports' own words"] == "label"


def test_story_on_which_reports_agree_has_no_disagreement_of_facets(tmp_path):
    assert disagreements(tmp_path, QUIET) == {}
