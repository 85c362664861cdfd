"""Why a report is said to tell a thing, to leave it out, or not to have known it: one cell of coverage, explained."""

from variorum.views.attested import finding_line
from variorum.views.catalogue import Catalogue, Row
from variorum.views.days import show_bounds
from variorum.views.explanation import Explanation, Witness, witnesses_of
from variorum.views.glyphs import COVER_MARKS
from variorum.views.rules import rule_of_table
from variorum.views.sources import source_name
from variorum.views.voices import siglum_of

CHANGE = {
    "states": "words of the report that were another's would make it a copy; a correction that takes them back, an omission",
    "copies": "words of the report's own for it would make it a statement",
    "contradicts": "words in the same report that fit the others' would end it; so would a correction or a ruling",
    "omits": "words in the report that tell it; a day of publication before it could be known; or, in fewer than 400 letters, no blame",
    "could_not_know": "a later day of publication, or an earlier report that told it",
}
"""What would change a cell, by what is in it."""

ALONE = {
    "has": "a second source that tells it",
    "leaves_out": "words of this source that tell it, or a second source that leaves it out",
}
"""What would make a source no longer alone."""

MOST = 6
"""Words of others quoted for what a report leaves out."""


def explain_cell(catalogue: Catalogue, key: str, row: Row) -> Explanation:
    """Explain what one report does with one event or finding."""
    report = catalogue.by("reports", "report_id")[row["report_id"]][0]
    words = _words(catalogue, row["subject_id"])
    own = tuple(w for w in words if w.report_id == row["report_id"])
    event = _event(catalogue, row["subject_id"])
    return Explanation(
        item_id=key,
        kind="coverage",
        what=f"{report['siglum']} {COVER_MARKS[row['how']][2]}: {name_subject(catalogue, row['subject_id'])}",
        rule=rule_of_table(catalogue, "coverage"),
        facts=(
            ("published", show_bounds(report["published"], report["published_low"], report["published_high"])),
            ("the event is of", show_bounds(event["date"], event["date_low"], event["date_high"]) if event else ""),
            ("its length", f"{len(report['text'])} letters"),
        ),
        witnesses=own or tuple(w for w in words if w.report_id != row["report_id"])[:MOST],
        change=CHANGE[row["how"]],
    )


def explain_alone(catalogue: Catalogue, key: str, row: Row) -> Explanation:
    """Explain why a source is alone with, or alone without, an event or finding."""
    does = "has" if row["how"] == "has" else "leaves out"
    treated = [
        f"{siglum_of(catalogue, c['report_id']).text} {COVER_MARKS[c['how']][2]}"
        for c in catalogue.of("coverage", "subject_id", row["subject_id"])
    ]
    return Explanation(
        item_id=key,
        kind="alone",
        what=f"{row['source']} alone {does} {name_subject(catalogue, row['subject_id'])}",
        rule=rule_of_table(catalogue, "alone"),
        facts=(("of those asked", "; ".join(treated)), ("its reports", " ".join(_reports(catalogue, row["source"])))),
        witnesses=_words(catalogue, row["subject_id"])[:MOST],
        change=ALONE[row["how"]],
    )


def name_subject(catalogue: Catalogue, subject: str) -> str:
    """An event by its label, a finding by its event, attribute and value."""
    finding = catalogue.one("findings", subject)
    if finding is None:
        return catalogue.name_of(subject) or subject
    line = finding_line(catalogue, finding)
    return f"{catalogue.name_of(finding['subject_id'])}: {line.attribute} is {line.value}"


def _event(catalogue: Catalogue, subject: str) -> Row | None:
    finding = catalogue.one("findings", subject)
    return catalogue.one("events", finding["subject_id"] if finding else subject)


def _words(catalogue: Catalogue, subject: str) -> tuple[Witness, ...]:
    """The words by which reports tell an event or make the claims of a finding."""
    claims = catalogue.of("finding_claims", "finding_id", subject)
    items = [subject, *(claim["claim_id"] for claim in claims)]
    return witnesses_of(catalogue, [row for item in items for row in catalogue.of("evidence", "item_id", item)])


def _reports(catalogue: Catalogue, source: str) -> list[str]:
    return [row["report_id"] for row in catalogue.rows("reports") if source_name(row) == source]
