"""Who copies whom: passages that reproduce another, both sides with their differences marked."""

from collections.abc import Iterable
from dataclasses import dataclass

from variorum.views.catalogue import Catalogue, Row
from variorum.views.voices import Siglum, siglum_of
from variorum.views.worddiff import Word, mark_own_words

BASES = {
    "credit": "the copy credits its origin",
    "date": "the origin was published first",
    "containment": "the origin has all of the copy and more",
    "shared": "who wrote it first is not known",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CopiedPassage:
    """One passage in two reports. `similarity` is the share of words alike, 0 to 1."""

    similarity: float
    here: tuple[Word, ...]
    there: tuple[Word, ...]
    here_target: str
    there_target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """All passages that one report shares with another. `share` is their part of the report's text, 0 to 1."""

    of: Siglum
    copy: Siglum
    origin: str
    basis: str
    directed: bool
    share: float
    passages: tuple[CopiedPassage, ...]


def copy_anchor(row: Row) -> str:
    """The id by which the page finds a copied passage in the report that has it."""
    return f"k{row['report_id']}-{row['start_char']}"


def copied_anchor(row: Row) -> str:
    """The id by which the page finds the passage that was copied."""
    return f"k{row['of_report_id']}-{row['of_start_char']}"


def list_lineages(catalogue: Catalogue) -> tuple[Lineage, ...]:
    """Pairs of reports that share passages, those that share most first."""
    groups: dict[tuple[str, str], list[Row]] = {}
    seen: set[tuple[tuple[str, int], tuple[str, int]]] = set()
    for row in catalogue.rows("copies"):
        here, there = (row["report_id"], row["start_char"]), (row["of_report_id"], row["of_start_char"])
        if (there, here) not in seen:
            seen.add((here, there))
            groups.setdefault((row["of_report_id"], row["report_id"]), []).append(row)
    made = [_lineage(catalogue, pair, rows) for pair, rows in groups.items()]
    return tuple(sorted(made, key=lambda x: (-x.share, x.of.text, x.copy.text, x.copy.report_id)))


def _lineage(catalogue: Catalogue, pair: tuple[str, str], rows: list[Row]) -> Lineage:
    of_report, report = pair
    text = _text(catalogue, report)
    origin = catalogue.one("origins", rows[0]["origin_id"])
    basis = rows[0]["basis"]
    return Lineage(
        of=siglum_of(catalogue, of_report, copied_anchor(rows[0])),
        copy=siglum_of(catalogue, report, copy_anchor(rows[0])),
        origin=str(origin["name"]) if origin else "unknown",
        basis=BASES.get(basis, str(basis)),
        directed=basis != "shared",
        share=_covered(rows) / max(1, len(text)),
        passages=tuple(_passage(catalogue, row) for row in rows),
    )


def _covered(rows: Iterable[Row]) -> int:
    covered: set[int] = set()
    for row in rows:
        covered.update(range(row["start_char"], row["end_char"]))
    return len(covered)


def _passage(catalogue: Catalogue, row: Row) -> CopiedPassage:
    here = _text(catalogue, row["report_id"])[row["start_char"] : row["end_char"]]
    there = _text(catalogue, row["of_report_id"])[row["of_start_char"] : row["of_end_char"]]
    marked = mark_own_words([here, there])
    return CopiedPassage(
        similarity=row["similarity"],
        here=marked[0],
        there=marked[1],
        here_target=copy_anchor(row),
        there_target=copied_anchor(row),
    )


def _text(catalogue: Catalogue, report_id: str) -> str:
    report = catalogue.one("reports", report_id)
    return str(report["text"]) if report else ""
