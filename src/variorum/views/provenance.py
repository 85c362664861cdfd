"""What is known of each report: who published it, when and by what evidence, what was cut, what is not its body."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from variorum.views.catalogue import Catalogue, Row
from variorum.views.days import as_day, show_bounds
from variorum.views.editions import describe_edition, first_version, is_replaced
from variorum.views.lapse import say_number
from variorum.views.measure import count_words
from variorum.views.voices import Siglum, siglum_of

VERDICTS = {"used": "used", "agrees": "agrees with it", "contradicts": "contradicts it, not followed"}
ROLES = {"published": "published", "updated": "last changed", "seen": "seen: it existed by then"}
PARTS = {
    "correction": "correction",
    "retraction": "retraction",
    "editors_note": "editor’s note",
    "update_note": "update note",
    "caption": "caption",
    "embedded": "embedded item",
    "document": "document in full",
    "other_language": "in another language",
}
NOTICES = ("correction", "retraction", "editors_note", "update_note")
"""Parts in which the outlet speaks of its own report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Removal:
    """One piece that cleaning took away; `start` and `end` are code points of the raw text."""

    reason: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DateClue:
    """One thing that says when a report was published, and what became of it."""

    role: str
    basis: str
    words: str
    when: str
    verdict: str
    contradicts: bool
    used: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SetApart:
    """A stretch of a report that is not its ordinary body. `target` leads to it in the report."""

    kind: str
    name: str
    words: str
    language: str | None
    detail: str | None
    target: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """One report that was read. `cuts` are (reason, pieces, code points), the largest first.

    `based` is the country of its source and its language, as codes; `basis` what its date rests on.
    """

    report_id: str
    siglum: Siglum
    file: str
    source: str
    title: str | None
    published: str
    precision: str
    basis: str
    based: str
    updated: str | None
    facts: tuple[tuple[str, str], ...]
    edition: str | None
    replaced: bool
    clues: tuple[DateClue, ...]
    removals: tuple[Removal, ...]
    cuts: tuple[tuple[str, int, int], ...]
    parts: tuple[SetApart, ...]
    issues: tuple[str, ...]
    n_words: int

    @property
    def contradictions(self) -> tuple[DateClue, ...]:
        """Evidence of its date that was not followed."""
        return tuple(clue for clue in self.clues if clue.contradicts)

    @property
    def n_cut(self) -> int:
        """Code points that cleaning took away."""
        return sum(size for _, _, size in self.cuts)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """Files that were set aside for one reason."""

    reason: str
    files: tuple[str, ...]


def part_anchor(row: Row) -> str:
    """The id by which the page finds a part of a report."""
    return f"p{row['report_id']}-{row['start_char']}-{row['kind']}"


def list_provenance(catalogue: Catalogue) -> tuple[Provenance, ...]:
    """Every report that was read, by siglum and day; versions of one report beside each other, the last first."""
    rows = [row for row in catalogue.rows("reports") if row["status"] == "read"]
    return tuple(tell_provenance(catalogue, row) for row in sorted(rows, key=_place))


def _place(row: Row) -> tuple[str, str, str, bool, str]:
    day = str(row["published_low"] or row["published_high"] or "9")
    return (row["siglum"] or "~", day, first_version(row), is_replaced(row), row["report_id"])


def list_set_aside(catalogue: Catalogue) -> tuple[SetAside, ...]:
    """What was set aside, by reason, the commonest first; a reason that names its file is one with its like."""
    groups: dict[str, list[str]] = {}
    for row in catalogue.rows("reports"):
        if row["status"] == "set_aside":
            groups.setdefault(_general(row), []).append(row["file"])
    made = [SetAside(reason=reason, files=tuple(sorted(files))) for reason, files in groups.items()]
    return tuple(sorted(made, key=lambda s: (-len(s.files), s.reason)))


def _general(row: Row) -> str:
    """The reason without the name of the file that it may begin with."""
    reason, file = str(row["reason"] or "no reason given"), str(row["file"])
    for name in (file, file.rsplit("/", 1)[-1]):
        reason = reason.removeprefix(f"{name}: ")
    return reason


def tell_provenance(catalogue: Catalogue, row: Row) -> Provenance:
    """All that the record knows of one report but its words."""
    report_id = row["report_id"]
    removals = tuple(_removal(r) for r in catalogue.of("removals", "report_id", report_id))
    return Provenance(
        report_id=report_id,
        siglum=siglum_of(catalogue, report_id),
        file=row["file"],
        source=row["source"] or "source unknown",
        title=row["title"],
        published=_moment(row, "published"),
        precision=_precision(row),
        basis=row["published_basis"] or "nothing says when it was published",
        based=", ".join(part for part in (row["country"], row["language"]) if part),
        updated=_moment(row, "updated") if row["updated"] else None,
        facts=tuple((name, value) for name, value in _facts(catalogue, row) if value),
        edition=describe_edition(catalogue, row),
        replaced=is_replaced(row),
        clues=_clues(catalogue, report_id),
        removals=removals,
        cuts=_cuts(removals),
        parts=tuple(_part(row, part) for part in _by_place(catalogue, report_id)),
        issues=tuple(issue["what"] for issue in catalogue.of("issues", "report_id", report_id)),
        n_words=count_words(row["text"] or ""),
    )


def _moment(row: Row, which: str) -> str:
    """The day as known, with the time of day as stated where there is one."""
    day = show_bounds(row[which], row[f"{which}_low"], row[f"{which}_high"])
    time = re.fullmatch(r"[^T]*T(\d\d:\d\d)(?::[\d.]+)?(.*)", str(row[f"{which}_time"] or ""))
    return f"{day}, {time[1]} {time[2]}".rstrip() if time else day


def _precision(row: Row) -> str:
    low, high = as_day(row["published_low"]), as_day(row["published_high"])
    if low and high:
        days = (high - low).days + 1
        exact = "to the minute" if row["published_time"] else "to the day"
        return exact if days == 1 else f"within {say_number(days, 'day')}"
    return "open at one end" if low or high else "no bounds"


def _facts(catalogue: Catalogue, row: Row) -> Iterable[tuple[str, str]]:
    origin = catalogue.one("origins", row["origin_id"])
    yield "standfirst", row["subtitle"] or ""
    yield "section", row["section"] or ""
    yield "author", row["author"] or ""
    yield "credits", row["credit"] or ""
    yield "translation", row["translation"] or ""
    yield "dateline", row["dateline"] or ""
    yield "language", row["language"] or ""
    yield "origin", f"{origin['name']}, {row['origin_basis']}" if origin else ""
    yield "based in", row["country"] or ""
    yield "address", row["url"] or row["domain"] or ""


def _removal(row: Row) -> Removal:
    return Removal(reason=str(row["reason"]).replace("_", " "), start=row["raw_start"], end=row["raw_end"])


def _cuts(removals: Iterable[Removal]) -> tuple[tuple[str, int, int], ...]:
    pieces: dict[str, list[int]] = {}
    for removal in removals:
        pieces.setdefault(removal.reason, []).append(removal.end - removal.start)
    made = [(reason, len(sizes), sum(sizes)) for reason, sizes in pieces.items()]
    return tuple(sorted(made, key=lambda cut: (-cut[2], cut[0])))


def _clues(catalogue: Catalogue, report_id: str) -> tuple[DateClue, ...]:
    rows = catalogue.of("date_evidence", "report_id", report_id)
    ordered = sorted(
        rows,
        key=lambda r: (
            tuple(ROLES).index(r["role"]),
            tuple(VERDICTS).index(r["verdict"]),
            as_day(r["low"]) or date.min,
            r["basis"],
            r["words"] or "",
        ),
    )
    return tuple(
        DateClue(
            role=ROLES[row["role"]],
            basis=row["basis"],
            words=row["words"] or "",
            when=show_bounds(None, row["low"], row["high"]),
            verdict=VERDICTS[row["verdict"]],
            contradicts=row["verdict"] == "contradicts",
            used=row["verdict"] == "used",
        )
        for row in ordered
    )


def _by_place(catalogue: Catalogue, report_id: str) -> list[Row]:
    return sorted(catalogue.of("report_parts", "report_id", report_id), key=lambda r: (r["start_char"], r["kind"]))


def _part(report: Row, row: Row) -> SetApart:
    return SetApart(
        kind=row["kind"],
        name=PARTS[row["kind"]],
        words=str(report["text"] or "")[row["start_char"] : row["end_char"]],
        language=row["language"],
        detail=row["detail"],
        target=part_anchor(row),
        start=row["start_char"],
        end=row["end_char"],
    )
