"""The reports as they are read: full text in paragraphs, evidence marked in layers, items in the margin."""

from collections.abc import Iterator
from dataclasses import dataclass

from variorum.views.catalogue import Catalogue, Row
from variorum.views.chronology import event_status
from variorum.views.days import show_bounds
from variorum.views.editions import describe_edition, is_replaced
from variorum.views.glyphs import GLYPHS, Glyph
from variorum.views.lineage import copied_anchor, copy_anchor
from variorum.views.provenance import NOTICES, PARTS, part_anchor
from variorum.views.quoted_alike import shared_anchor
from variorum.views.revisions import change_anchor, changed_places, list_revisions
from variorum.views.segments import Marked, Segment, flatten_spans
from variorum.views.tolls import show_figure
from variorum.views.voices import Siglum, siglum_of

LAYERS = {
    "events": "events",
    "statements": "statements",
    "figures": "figures",
    "labels": "labels",
    "copied": "copied passages",
    "disputed": "disputed words",
}
"""Layer to the name it is switched by."""

LAYER_OF = {"v": "events", "s": "statements", "f": "figures", "l": "labels"}
"""Prefix of the id of the row that words support, to their layer; others are found but not drawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A line in the margin that leads back to an item."""

    target: str
    text: str
    glyph: Glyph | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph's text in segments, with what stands in its margin.

    `apart` names what it is where it is not the report's body; `notice`: the outlet speaks of its own report in it.
    """

    segments: tuple[Segment, ...]
    notes: tuple[Note, ...]
    title: bool
    apart: str | None
    notice: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One report. `reason` is set where it was set aside."""

    siglum: Siglum
    heading: str
    facts: tuple[str, ...]
    reason: str | None
    paragraphs: tuple[Paragraph, ...]


def turn_leaves(catalogue: Catalogue) -> tuple[Leaf, ...]:
    """All reports in order of siglum, an earlier version behind the last, those set aside at the end."""
    rows = sorted(catalogue.rows("reports"), key=_order)
    changed = _changed_spans(catalogue)
    return tuple(_leaf(catalogue, row, changed.get(row["report_id"], [])) for row in rows)


def _order(row: Row) -> tuple[bool, str, bool, str, str]:
    return (row["status"] != "read", row["siglum"] or "~", is_replaced(row), row["file"], row["report_id"])


def _changed_spans(catalogue: Catalogue) -> dict[str, list[Marked]]:
    """Sentences that differ between versions, by report: they are found but not drawn."""
    spans: dict[str, list[Marked]] = {}
    for revision in list_revisions(catalogue):
        for report_id, start, end in changed_places(revision):
            key = change_anchor(report_id, start)
            spans.setdefault(report_id, []).append(Marked(start=start, end=end, key=key, layer=""))
    return spans


def _leaf(catalogue: Catalogue, report: Row, changed: list[Marked]) -> Leaf:
    return Leaf(
        siglum=siglum_of(catalogue, report["report_id"]),
        heading=(report["source"] or "source unknown") + (", an earlier version" if is_replaced(report) else ""),
        facts=tuple(_facts(catalogue, report)),
        reason=report["reason"] if report["status"] == "set_aside" else None,
        paragraphs=tuple(_paragraphs(catalogue, report, changed)),
    )


def _facts(catalogue: Catalogue, report: Row) -> Iterator[str]:
    if report["title"] and report["title"] not in (report["text"] or ""):
        yield report["title"]
    yield show_bounds(report["published"], report["published_low"], report["published_high"])
    if report["credit"]:
        yield f"credits {report['credit']}"
    if report["published_basis"]:
        yield f"date: {report['published_basis']}"
    if report["author"]:
        yield f"by {report['author']}"
    origin = catalogue.one("origins", report["origin_id"])
    if origin is not None:
        yield f"origin: {origin['name']}, {report['origin_basis']}"
    edition = describe_edition(catalogue, report)
    if edition:
        yield edition
    yield report["file"]


def _paragraphs(catalogue: Catalogue, report: Row, changed: list[Marked]) -> Iterator[Paragraph]:
    text = report["text"] or ""
    evidence = catalogue.of("evidence", "report_id", report["report_id"])
    spans = list(dict.fromkeys([*_spans(catalogue, report["report_id"], evidence), *changed]))
    parts = catalogue.of("report_parts", "report_id", report["report_id"])
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line.strip():
            inside = [row for row in evidence if start <= row["start_char"] < end]
            kinds = sorted({row["kind"] for row in parts if row["start_char"] < end and start < row["end_char"]})
            yield Paragraph(
                segments=flatten_spans(text, start, end, spans),
                notes=_notes(catalogue, inside),
                title=line.strip() == (report["title"] or "").strip(),
                apart=", ".join(PARTS[kind] for kind in kinds) or None,
                notice=any(kind in NOTICES for kind in kinds),
            )
        start = end + 1


def _spans(catalogue: Catalogue, report_id: str, evidence: list[Row]) -> list[Marked]:
    spans = []
    for row in evidence:
        disputed = catalogue.of("disagreement_values", "evidence_id", row["evidence_id"])
        layer = "disputed" if disputed else LAYER_OF.get(row["item_id"][:1], "")
        spans.append(Marked(start=row["start_char"], end=row["end_char"], key=row["evidence_id"], layer=layer))
    for row in catalogue.of("copies", "report_id", report_id):
        spans.append(Marked(start=row["start_char"], end=row["end_char"], key=copy_anchor(row), layer="copied"))
    for row in catalogue.of("copies", "of_report_id", report_id):
        span = Marked(start=row["of_start_char"], end=row["of_end_char"], key=copied_anchor(row), layer="copied")
        spans.append(span)
    return [*spans, *_found_spans(catalogue, report_id)]


def _found_spans(catalogue: Catalogue, report_id: str) -> Iterator[Marked]:
    """Shared words and parts of the report: other sections lead to them, nothing is drawn."""
    for side, start, end in (("report_id", "start_char", "end_char"), ("of_report_id", "of_start_char", "of_end_char")):
        for row in catalogue.of("shared_words", side, report_id):
            yield Marked(start=row[start], end=row[end], key=shared_anchor(report_id, row[start]), layer="")
    for row in catalogue.of("report_parts", "report_id", report_id):
        yield Marked(start=row["start_char"], end=row["end_char"], key=part_anchor(row), layer="")


def _notes(catalogue: Catalogue, evidence: list[Row]) -> tuple[Note, ...]:
    """Notes in text order, each item once."""
    notes: dict[str, Note] = {}
    for row in sorted(evidence, key=lambda r: (r["start_char"], r["end_char"], r["item_id"])):
        for note in _notes_of(catalogue, row):
            notes.setdefault(note.target, note)
    return tuple(notes.values())


def _notes_of(catalogue: Catalogue, evidence: Row) -> Iterator[Note]:
    item_id = evidence["item_id"]
    event = catalogue.one("events", item_id)
    if event is not None:
        yield Note(target=item_id, text=event["label"], glyph=event_status(catalogue, event))
    statement = catalogue.one("statements", item_id)
    if statement is not None:
        speaker = catalogue.name_of(statement["speaker_id"]) or "speaker not named"
        yield Note(target=item_id, text=f"{speaker}: {statement['position']}", glyph=None)
    figure = catalogue.one("figures", item_id)
    if figure is not None and catalogue.one("events", figure["event_id"]) is not None:
        yield Note(target=item_id, text=f"{show_figure(figure)} {figure['what']}".replace("_", " "), glyph=None)
    for value in catalogue.of("disagreement_values", "evidence_id", evidence["evidence_id"]):
        parting = catalogue.one("disagreements", value["disagreement_id"])
        if parting is not None:
            yield Note(target=value["disagreement_id"], text=parting["summary"], glyph=GLYPHS["disputed"])
