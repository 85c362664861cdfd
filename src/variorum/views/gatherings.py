"""What is told of stories, processes and origins when they are explained: what they gather, and by which links."""

from variorum.views.catalogue import Catalogue, Row
from variorum.views.changes import what_would_change
from variorum.views.chronology import link_words, links_of
from variorum.views.days import show_bounds
from variorum.views.explanation import Explanation, Witness, list_links
from variorum.views.linking import title_witnesses
from variorum.views.rules import rule_of_table
from variorum.views.voices import plain_voices, siglum_of, voices_of_reports

MOST = 12
"""Links and titles listed of what gathers very many reports."""


def explain_story(catalogue: Catalogue, story: Row) -> Explanation:
    """Explain a story: its reports, and what links them."""
    story_id = story["story_id"]
    reports = [row["report_id"] for row in catalogue.of("story_reports", "story_id", story_id)]
    inside = set(reports)
    links = [
        link_words(catalogue, row)
        for row in links_of(catalogue, reports)
        if row["kind"] == "story" and {row["left_id"], row["right_id"]} <= inside
    ]
    return Explanation(
        item_id=story_id,
        kind="story",
        what=story["label"],
        rule=rule_of_table(catalogue, "stories"),
        facts=(
            ("days", show_bounds(None, story["date_low"], story["date_high"])),
            ("process", _label(catalogue, "processes", story["process_id"])),
            ("reports", str(len(reports))),
            ("links in all", str(len(links)) if len(links) > MOST else ""),
        ),
        witnesses=title_witnesses(catalogue, reports[:MOST], "is titled"),
        origins=plain_voices(voices_of_reports(catalogue, reports)),
        links=(*links[:MOST], *list_links(catalogue, story_id)),
        change=what_would_change("stories", story),
    )


def explain_process(catalogue: Catalogue, process: Row) -> Explanation:
    """Explain a process: its stories in order of days."""
    stories = sorted(
        catalogue.of("stories", "process_id", process["process_id"]),
        key=lambda s: (str(s["date_low"] or "9999"), s["label"], s["story_id"]),
    )
    reports = [r["report_id"] for s in stories for r in catalogue.of("story_reports", "story_id", s["story_id"])]
    return Explanation(
        item_id=process["process_id"],
        kind="process",
        what=process["label"],
        rule=rule_of_table(catalogue, "processes"),
        facts=tuple(
            ("story", f"{show_bounds(None, s['date_low'], s['date_high'])}: {s['label']} ({s['story_id']})")
            for s in stories
        ),
        witnesses=title_witnesses(catalogue, reports[:MOST], "is titled"),
        links=tuple(line for story in stories for line in list_links(catalogue, story["story_id"])),
        change=what_would_change("processes", process),
    )


def explain_origin(catalogue: Catalogue, origin: Row) -> Explanation:
    """Explain an origin: the reports that speak on its word, and the passages that they have of it."""
    origin_id = origin["origin_id"]
    reports = [row["report_id"] for row in catalogue.of("reports", "origin_id", origin_id)]
    passages = catalogue.of("copies", "origin_id", origin_id)
    named = catalogue.of("credits", "origin_id", origin_id)
    credits = [f"{row['siglum']} credits {row['credit']}" for r in reports for row in _credited(catalogue, r)]
    return Explanation(
        item_id=origin_id,
        kind="origin",
        what=f"{origin['name']}: {BASES[origin['basis']]}",
        rule=rule_of_table(catalogue, "origins"),
        facts=(
            ("basis", origin["basis"]),
            ("reports that speak on its word", plain_voices(voices_of_reports(catalogue, reports))),
            ("credit", "; ".join(credits)),
            ("sentences that name it", str(len(named)) if named else ""),
            ("passages that are its words", str(len(passages)) if passages else ""),
        ),
        witnesses=(
            *(_passage(catalogue, row, f"has ({row['basis']})") for row in passages[:MOST]),
            *(_passage(catalogue, row, "names it") for row in named[:MOST]),
            *title_witnesses(catalogue, reports[:MOST], "is titled"),
        ),
        origins="1: however many reports carry its words",
        change=what_would_change("origins", origin),
    )


BASES = {
    "credited": "reports say that the words are its own",
    "shared": "these reports share passages, and nobody knows who was first",
    "presumed": "it credits nobody and copies nothing, so it is taken to speak for itself",
}


def _credited(catalogue: Catalogue, report_id: str) -> list[Row]:
    return [row for row in catalogue.of("reports", "report_id", report_id) if row["credit"]]


def _passage(catalogue: Catalogue, row: Row, side: str) -> Witness:
    report = catalogue.one("reports", row["report_id"])
    quote = str(report["text"])[row["start_char"] : row["end_char"]] if report is not None else ""
    siglum = siglum_of(catalogue, row["report_id"]).text
    return Witness(siglum=siglum, report_id=row["report_id"], quote=quote, side=side)


def _label(catalogue: Catalogue, table: str, item_id: str | None) -> str:
    row = catalogue.one(table, item_id)
    return f"{row['label']} ({item_id})" if row is not None else ""
