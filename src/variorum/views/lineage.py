"""Who copies whom: passages that reproduce another, both sides with their differences marked."""

from collections.abc import Sequence
from dataclasses import dataclass

from variorum.views.catalogue import Catalogue, Row
from variorum.views.editions import joins_versions
from variorum.views.lapse import later_by
from variorum.views.measure import count_words
from variorum.views.voices import Siglum, siglum_of
from variorum.views.worddiff import Word, mark_own_words

BASES = ("credit", "date", "containment", "shared")
"""What shows who copied, the surest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CopiedPassage:
    """One passage in two reports. `similarity` is the share of words alike, 0 to 1; spans are code points."""

    similarity: float
    here: tuple[Word, ...]
    there: tuple[Word, ...]
    here_target: str
    there_target: str
    here_span: tuple[int, int]
    there_span: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """All passages that one report shares with another. `share` is their part of the copy's words, 0 to 1.

    `basis` says in plain words how it is known who copied, `rests_on` as the table does; not `directed`: it is not known.
    """

    of: Siglum
    copy: Siglum
    origin_id: str
    origin: str
    basis: str
    rests_on: str
    directed: bool
    share: float
    passages: tuple[CopiedPassage, ...]

    @property
    def anchor(self) -> str:
        """The id by which the page finds the two reports side by side."""
        return f"lin-{self.copy.report_id}-{self.of.report_id}"


def copy_anchor(row: Row) -> str:
    """The id by which the page finds a copied passage in the report that has it."""
    return f"k{row['report_id']}-{row['start_char']}"


def copied_anchor(row: Row) -> str:
    """The id by which the page finds the passage that was copied."""
    return f"k{row['of_report_id']}-{row['of_start_char']}"


def list_lineages(catalogue: Catalogue) -> tuple[Lineage, ...]:
    """Pairs of reports that share passages, those that share most first; versions of one report are no pair."""
    groups: dict[tuple[str, str], list[Row]] = {}
    seen: set[tuple[tuple[str, int], tuple[str, int]]] = set()
    for row in catalogue.rows("copies"):
        here, there = (row["report_id"], row["start_char"]), (row["of_report_id"], row["of_start_char"])
        if (there, here) not in seen and not joins_versions(catalogue, row):
            seen.add((here, there))
            groups.setdefault((row["of_report_id"], row["report_id"]), []).append(row)
    made = [_lineage(catalogue, pair, rows) for pair, rows in groups.items()]
    return tuple(sorted(made, key=lambda x: (-x.share, x.of.text, x.copy.text, x.copy.report_id, x.of.report_id)))


def _lineage(catalogue: Catalogue, pair: tuple[str, str], rows: list[Row]) -> Lineage:
    of_report, report = pair
    text = text_of(catalogue, report)
    surest = min(rows, key=lambda row: BASES.index(row["basis"]))
    origin = catalogue.one("origins", surest["origin_id"])
    return Lineage(
        of=siglum_of(catalogue, of_report, copied_anchor(rows[0])),
        copy=siglum_of(catalogue, report, copy_anchor(rows[0])),
        origin_id=surest["origin_id"],
        origin=str(origin["name"]) if origin else "unknown",
        basis=_why(catalogue, surest),
        rests_on=surest["basis"],
        directed=surest["basis"] != "shared",
        share=count_words(text, [(row["start_char"], row["end_char"]) for row in rows]) / max(1, count_words(text)),
        passages=tuple(_passage(catalogue, row) for row in rows),
    )


def _why(catalogue: Catalogue, row: Row) -> str:
    """How it is known who copied, said of the copy: "credits North Wire", "published two days later"."""
    here, there = (catalogue.one("reports", row[column]) for column in ("report_id", "of_report_id"))
    if row["basis"] == "credit":
        return _credited(catalogue, row, here, there)
    if row["basis"] == "date":
        return f"published {later_by(there, here)}"
    if row["basis"] == "containment":
        return f"{siglum_of(catalogue, row['of_report_id']).text} has all of it and more"
    return "not known who was first"


def _credited(catalogue: Catalogue, row: Row, here: Row | None, there: Row | None) -> str:
    """Whose credit it is: the copy's own of the outlet or of the origin, else that of the report which has the words too."""
    if here is not None and there is not None and _same_name(here["credit"], there["source"]):
        return f"credits {there['source']}"
    origin = catalogue.one("origins", row["origin_id"])
    if origin is None or origin["basis"] != "credited":
        return "credits it"
    name = str(origin["name"])
    if here is not None and name.casefold() in f"{here['credit'] or ''}\n{here['text'] or ''}".casefold():
        return f"credits {name}"
    siglum = siglum_of(catalogue, row["of_report_id"]).text
    if there is not None and name.casefold() == str(there["source"]).casefold():
        return f"{siglum} is the agency"
    return f"{siglum} credits {name}, {siglum_of(catalogue, row['report_id']).text} does not"


def _same_name(one: object, two: object) -> bool:
    return bool(one) and str(one).casefold() == str(two).casefold()


def _passage(catalogue: Catalogue, row: Row) -> CopiedPassage:
    here_span, there_span = (row["start_char"], row["end_char"]), (row["of_start_char"], row["of_end_char"])
    here = text_of(catalogue, row["report_id"])[slice(*here_span)]
    there = text_of(catalogue, row["of_report_id"])[slice(*there_span)]
    marked = mark_own_words([here, there])
    return CopiedPassage(
        similarity=row["similarity"],
        here=marked[0],
        there=marked[1],
        here_target=copy_anchor(row),
        there_target=copied_anchor(row),
        here_span=here_span,
        there_span=there_span,
    )


def text_of(catalogue: Catalogue, report_id: str) -> str:
    """The text of a report; empty where it is not in the record."""
    report = catalogue.one("reports", report_id)
    return str(report["text"] or "") if report else ""


def touching(lineages: Sequence[Lineage], report_id: str | None) -> tuple[Lineage, ...]:
    """The pairs that one report is in, on either side; all where none is named."""
    return tuple(x for x in lineages if report_id in (None, x.copy.report_id, x.of.report_id))
