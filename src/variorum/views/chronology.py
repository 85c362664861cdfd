"""Events in the order of their dates, each with what opens beneath it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from variorum.views.attested import FindingLine, finding_line
from variorum.views.catalogue import Catalogue, Row
from variorum.views.days import as_day, show_bounds
from variorum.views.glyphs import Glyph, event_glyph
from variorum.views.passages import Passage, passages_of
from variorum.views.relations import RelationLine, relations_of
from variorum.views.tolls import TollPlot, toll_plots
from variorum.views.voices import Voice, count_origins, voices_of

LINKS_SHOWN = 4
"""Links listed beneath an event; `explain` lists them all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Who took part, and as what."""

    role: str
    names: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventEntry:
    """One event as the chronology shows it. `low` and `high` are its bounds, None where open."""

    event_id: str
    label: str
    when: str
    low: date | None
    high: date | None
    glyph: Glyph
    kind: str
    place: tuple[str, str] | None
    date_basis: str | None
    voices: tuple[Voice, ...]
    counted: str
    n_reports: int
    n_origins: int
    salience: float
    disputes: tuple[tuple[str, str], ...]
    relations: tuple[RelationLine, ...]
    roles: tuple[Part, ...]
    findings: tuple[FindingLine, ...]
    passages: tuple[Passage, ...]
    tolls: tuple[TollPlot, ...]
    links: tuple[str, ...]
    n_links: int

    @property
    def undated(self) -> bool:
        return self.low is None and self.high is None

    @property
    def period(self) -> str:
        """The heading it stands under: its year, or that its date is open or unknown."""
        if self.undated:
            return "Undated"
        return str(self.low.year) if self.low and self.high else "Date open at one end"


def list_events(catalogue: Catalogue) -> tuple[EventEntry, ...]:
    """All events: by first possible day, then those open at one end, then the undated by how much is made of them."""
    entries = [_entry(catalogue, row) for row in catalogue.rows("events")]
    return tuple(sorted(entries, key=_order))


def _order(entry: EventEntry) -> tuple[int, date, date, float, str]:
    first = entry.low or entry.high or date.max
    known = sum(1 for end in (entry.low, entry.high) if end)
    return (-known, first, entry.high or first, -entry.salience, entry.event_id)


def event_status(catalogue: Catalogue, event: Row) -> Glyph:
    """The glyph of an event, from its realis and how well it is attested."""
    findings = catalogue.of("findings", "subject_id", event["event_id"])
    on_realis = [row["status"] for row in findings if row["attribute"] == "realis"]
    return event_glyph(event["realis"], event["n_origins"] or 0, on_realis[0] if on_realis else None)


def _entry(catalogue: Catalogue, event: Row) -> EventEntry:
    event_id = event["event_id"]
    evidence = catalogue.of("evidence", "item_id", event_id)
    links = _links(catalogue, event_id)
    presumed = bool(event["all_presumed"])
    return EventEntry(
        event_id=event_id,
        label=event["label"],
        when=show_bounds(event["date"], event["date_low"], event["date_high"]),
        low=as_day(event["date_low"]),
        high=as_day(event["date_high"]),
        glyph=event_status(catalogue, event),
        kind=_kind(event),
        place=_place(catalogue, event["place_id"]),
        date_basis=event["date_basis"],
        voices=voices_of(catalogue, evidence),
        counted=count_origins(event["n_reports"] or 0, event["n_origins"] or 0, presumed=presumed),
        n_reports=event["n_reports"] or 0,
        n_origins=event["n_origins"] or 0,
        salience=event["salience"] or 0.0,
        disputes=_disputes(catalogue, event_id),
        relations=relations_of(catalogue, event_id),
        roles=roles_of(catalogue, event_id),
        findings=_findings(catalogue, event_id),
        passages=passages_of(catalogue, evidence),
        tolls=toll_plots(catalogue, catalogue.of("figures", "event_id", event_id)),
        links=tuple(link_words(catalogue, row) for row in links[:LINKS_SHOWN]),
        n_links=len(links),
    )


def _kind(event: Row) -> str:
    """What sort of happening: its realis where not plain fact, its concept, its PLOVER type."""
    realis = event["realis"].replace("_", " ")
    parts = [realis if realis != "happened" else None, event["concept"], event["type"]]
    return " · ".join(str(part).replace("_", " ") for part in parts if part)


def _place(catalogue: Catalogue, place_id: str | None) -> tuple[str, str] | None:
    name = catalogue.name_of(place_id)
    return (place_id, name) if place_id and name else None


def _disputes(catalogue: Catalogue, event_id: str) -> tuple[tuple[str, str], ...]:
    rows = catalogue.of("disagreements", "subject_id", event_id)
    ranked = sorted(rows, key=lambda r: (-(r["weight"] or 0.0), r["disagreement_id"]))
    return tuple((row["disagreement_id"], row["kind"]) for row in ranked)


def roles_of(catalogue: Catalogue, event_id: str) -> tuple[Part, ...]:
    """Roles in a fixed order, each with (entity id, name) by name."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for row in catalogue.of("event_roles", "event_id", event_id):
        name = catalogue.name_of(row["entity_id"])
        if name:
            groups.setdefault(row["role"], []).append((row["entity_id"], name))
    order = ("actor", "recipient", "participant", "mediator", "host", "signatory", "victim")
    return tuple(Part(role=role, names=_by_name(groups[role])) for role in order if role in groups)


def _by_name(names: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(names, key=lambda pair: (pair[1], pair[0])))


def _findings(catalogue: Catalogue, event_id: str) -> tuple[FindingLine, ...]:
    rank = {"disputed": 0, "decided": 1, "compatible": 2, "agreed": 3, "single_origin": 4}
    rows = catalogue.of("findings", "subject_id", event_id)
    ordered = sorted(rows, key=lambda r: (rank.get(r["status"], 9), r["attribute"], r["finding_id"]))
    return tuple(finding_line(catalogue, row) for row in ordered)


def links_of(catalogue: Catalogue, ids: Iterable[str]) -> list[Row]:
    """Links that have any of these ids at an end, strongest first."""
    found: dict[tuple[str, str, str], Row] = {}
    for item_id in ids:
        for column in ("left_id", "right_id"):
            for row in catalogue.of("links", column, item_id):
                found[row["kind"], row["left_id"], row["right_id"]] = row
    return sorted(found.values(), key=lambda r: (-(r["score"] or 0.0), r["left_id"], r["right_id"]))


def _links(catalogue: Catalogue, event_id: str) -> list[Row]:
    mentions = [row["mention_id"] for row in catalogue.of("mentions", "subject_id", event_id)]
    return [row for row in links_of(catalogue, [event_id, *mentions]) if row["judgement"] == "same"]


def link_words(catalogue: Catalogue, link: Row) -> str:
    """A link in words: "DL and HP: same, 0.86: same place, same day (event.v1)"."""
    sides = " and ".join(_side(catalogue, link[column]) for column in ("left_id", "right_id"))
    return f"{sides}: {link['judgement']}, {link['score'] or 0:.2f}: {link['evidence']} ({link['decided_by']})"


def _side(catalogue: Catalogue, item_id: str) -> str:
    """What a link's end is called: the words of a mention under its siglum, or the siglum of a report."""
    mention = catalogue.one("mentions", item_id)
    report_id = mention["report_id"] if mention else item_id[:17]
    report = catalogue.one("reports", report_id)
    if report is None and (statement := catalogue.one("statements", item_id)) is not None:
        return _quoted(catalogue.one("reports", statement["report_id"]), statement["content"])
    if report is None:
        story = catalogue.one("stories", item_id)
        return str(story["label"]) if story else catalogue.name_of(item_id) or item_id
    if mention is None:
        return str(report["siglum"])
    return _quoted(report, str(report["text"])[mention["start_char"] : mention["end_char"]])


def _quoted(report: Row | None, words: str) -> str:
    siglum = report["siglum"] if report else "?"
    return f"{siglum} “{words[:60]}{'…' if len(words) > 60 else ''}”"
