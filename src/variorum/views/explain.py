"""Why the record says what it says: any item traced to its rule, its claims and the words of the reports."""

from collections.abc import Callable, Iterable
from typing import Any

from variorum.errors import InputError
from variorum.schema.ids import PREFIXES
from variorum.schema.tables import BY_NAME
from variorum.views import accounts, gatherings
from variorum.views.catalogue import Catalogue, Row
from variorum.views.cells import explain_alone, explain_cell
from variorum.views.changes import what_would_change
from variorum.views.explanation import Explanation, Witness, list_links, list_rulings, witnesses_of
from variorum.views.export import plain_value
from variorum.views.linking import explain_link, spans_of
from variorum.views.quoted_alike import REASONS
from variorum.views.rules import rule_in_words, rule_of_table
from variorum.views.voices import siglum_of

TABLE_OF = {
    PREFIXES["report"]: "reports",
    PREFIXES["mention"]: "mentions",
    PREFIXES["entity"]: "entities",
    PREFIXES["event"]: "events",
    PREFIXES["figure"]: "figures",
    PREFIXES["statement"]: "statements",
    PREFIXES["label"]: "labels",
    PREFIXES["instrument"]: "instruments",
    PREFIXES["claim"]: "claims",
    PREFIXES["finding"]: "findings",
    PREFIXES["disagreement"]: "disagreements",
    PREFIXES["evidence"]: "evidence",
    PREFIXES["story"]: "stories",
    PREFIXES["process"]: "processes",
    PREFIXES["origin"]: "origins",
    PREFIXES["decision"]: "decisions",
    PREFIXES["issue"]: "issues",
    PREFIXES["run"]: "runs",
    PREFIXES["office"]: "offices",
    PREFIXES["party"]: "event_parties",
    PREFIXES["relation"]: "event_relations",
}
SHORTEST = 4
"""Characters of an id that must be given for it to be completed."""


def explain_item(catalogue: Catalogue, item_id: str) -> Explanation:
    """Explain any item of a record; see `Record.explain`.

    Besides ids it takes the key of a link (kind|left|right), a copy or shared words (report|start|of_report|of_start),
    a cell of coverage (report|event or finding), or what a source is alone with (source|event or finding).
    """
    if "|" in item_id:
        return _explain_pair(catalogue, item_id)
    full = complete_id(catalogue, item_id.strip())
    table = TABLE_OF[full[0]]
    row = catalogue.one(table, full)
    if row is None:
        raise InputError(f"{item_id}: no item of this record has that id; `show --json` and `export` list the ids")
    explainer = EXPLAINERS.get(table)
    return explainer(catalogue, row) if explainer else _explain_row(catalogue, table, row)


def complete_id(catalogue: Catalogue, begun: str) -> str:
    """The one id that begins so.

    Raises:
        InputError: none does, or several do.
    """
    table = TABLE_OF.get(begun[:1])
    if table is None or len(begun) < SHORTEST:
        raise InputError(f"{begun or 'an empty id'}: no item of this record has that id; `show --json` lists the ids")
    found = [key for key in catalogue.by(table, BY_NAME[table].key[0]) if key.startswith(begun)]
    if begun in found:
        return begun
    if len(found) != 1:
        fault = f"{len(found)} items begin so: give more of the id" if found else "no item of this record has that id"
        raise InputError(f"{begun}: {fault}; `show --json` and `export` list the ids")
    return str(found[0])


def _explain_row(catalogue: Catalogue, table: str, row: Row) -> Explanation:
    """Any other row: its columns, its words where it has some, its links."""
    item_id = row[BY_NAME[table].key[0]]
    facts = [
        (column.name.replace("_", " "), _fact(catalogue, row[column.name]))
        for column in BY_NAME[table].columns[1:]
        if column.name != "text"
    ]
    return Explanation(
        item_id=item_id,
        kind=KINDS.get(table) or table.removesuffix("s"),
        what=BY_NAME[table].meaning,
        rule=rule_in_words(row["annotator"]) if table == "mentions" else rule_of_table(catalogue, table),
        facts=tuple(facts),
        witnesses=_words(catalogue, table, row),
        links=list_links(catalogue, item_id),
        rulings=list_rulings(catalogue, item_id),
        change=what_would_change(table, row),
    )


KINDS = {"event_parties": "party"}
"""What a row is called where that is not its table's name without an s."""


def _words(catalogue: Catalogue, table: str, row: Row) -> tuple[Witness, ...]:
    """The words that a row stands on: its evidence, the place that it names, or those of what it rules on."""
    item_id = row[BY_NAME[table].key[0]]
    if table == "evidence":
        return witnesses_of(catalogue, [row])
    if table == "issues" and row["report_id"] and row["end_char"]:
        return _quotes(catalogue, [(row["report_id"], row["start_char"], row["end_char"])], "says")
    if table == "decisions":
        spans = [s for side in ("left_id", "right_id") if row[side] for s in spans_of(catalogue, row[side])]
        return _quotes(catalogue, spans, "is ruled on")
    return _quotes(catalogue, spans_of(catalogue, item_id), "says")


def _fact(catalogue: Catalogue, value: Any) -> str:
    plain = plain_value(value)
    if plain is None:
        return ""
    name = catalogue.name_of(plain) if isinstance(plain, str) else None
    return f"{name} ({plain})" if name else str(plain)


def _explain_pair(catalogue: Catalogue, key: str) -> Explanation:
    parts = key.split("|")
    for row in catalogue.rows("links"):
        if [row["kind"], row["left_id"], row["right_id"]] == parts:
            return explain_link(catalogue, key, row)
    for row in catalogue.rows("copies"):
        if [row["report_id"], str(row["start_char"]), row["of_report_id"], str(row["of_start_char"])] == parts:
            return _explain_copy(catalogue, key, row)
    for row in catalogue.rows("shared_words"):
        if [row["report_id"], str(row["start_char"]), row["of_report_id"], str(row["of_start_char"])] == parts:
            return _explain_shared_words(catalogue, key, row)
    for row in catalogue.of("coverage", "report_id", parts[0]):
        if [row["subject_id"]] == parts[1:]:
            return explain_cell(catalogue, key, row)
    for row in catalogue.of("alone", "source", parts[0]):
        if [row["subject_id"]] == parts[1:]:
            return explain_alone(catalogue, key, row)
    raise InputError(f"{key}: no link, copy or cell of coverage of this record has that key; `export` lists them")


def _both_sides(catalogue: Catalogue, row: Row, said: tuple[str, str]) -> tuple[Witness, ...]:
    """The words of a passage in two reports."""
    spans = (("report_id", "start_char", "end_char"), ("of_report_id", "of_start_char", "of_end_char"))
    return tuple(
        witness
        for columns, side in zip(spans, said, strict=True)
        for witness in _quotes(catalogue, [(row[columns[0]], row[columns[1]], row[columns[2]])], side)
    )


def _quotes(catalogue: Catalogue, spans: Iterable[tuple[str, int, int]], side: str) -> tuple[Witness, ...]:
    """The words at some places as witnesses."""
    found = []
    for report_id, start, end in spans:
        report = catalogue.one("reports", report_id)
        quote = str(report["text"])[start:end] if report else ""
        siglum = siglum_of(catalogue, report_id).text
        found.append(Witness(siglum=siglum, report_id=report_id, quote=quote, side=side))
    return tuple(found)


def _explain_shared_words(catalogue: Catalogue, key: str, row: Row) -> Explanation:
    return Explanation(
        item_id=key,
        kind="shared words",
        what=f"one public statement in two reports, {row['similarity']:.0%} of words alike: no copying",
        rule=rule_of_table(catalogue, "origins"),
        facts=(("reason", REASONS[row["reason"]]),),
        witnesses=_both_sides(catalogue, row, ("quotes it", "quotes it too")),
        change="the reporters' own words around it being alike too",
    )


def _explain_copy(catalogue: Catalogue, key: str, row: Row) -> Explanation:
    origin = catalogue.one("origins", row["origin_id"])
    return Explanation(
        item_id=key,
        kind="copy",
        what=f"one passage in two reports, {row['similarity']:.0%} of words alike",
        rule=rule_of_table(catalogue, "origins"),
        facts=(("basis", row["basis"]), ("origin", origin["name"] if origin else "")),
        witnesses=_both_sides(catalogue, row, ("has the copy", "has it too")),
        origins="1: a copy is no witness",
        change="a credit or a date in reports.tsv that says who wrote it first",
    )


EXPLAINERS: dict[str, Callable[[Catalogue, Row], Explanation]] = {
    "events": accounts.explain_event,
    "findings": accounts.explain_finding,
    "claims": accounts.explain_claim,
    "disagreements": accounts.explain_disagreement,
    "entities": accounts.explain_entity,
    "reports": accounts.explain_report,
    "statements": accounts.explain_statement,
    "figures": accounts.explain_figure,
    "stories": gatherings.explain_story,
    "processes": gatherings.explain_process,
    "origins": gatherings.explain_origin,
    "event_relations": accounts.explain_relation,
}
