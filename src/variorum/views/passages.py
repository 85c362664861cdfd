"""Words of a report with a little of what stands around them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from variorum.views.catalogue import Catalogue, Row
from variorum.views.voices import Siglum, siglum_of

CONTEXT = 110
"""Code points shown before and after the words."""

JOIN = 240
"""Code points between two spans of one report up to which they are shown as one passage."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A run of text; `evidence_id` is set where it is the evidence itself."""

    text: str
    evidence_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Evidence in its context, in text order; `siglum` leads to it in the report."""

    siglum: Siglum
    parts: tuple[Part, ...]
    note: str | None = None

    @property
    def words(self) -> str:
        """The evidence alone, parts joined by " ... "."""
        return " ... ".join(part.text for part in self.parts if part.evidence_id)


def passages_of(
    catalogue: Catalogue, rows: Iterable[Row], *, note: str | None = None, context: int = CONTEXT
) -> tuple[Passage, ...]:
    """Make passages from evidence rows: one for each report and place in it, in order of siglum.

    Args:
        context: code points shown on each side.
    """
    made = [_passage(catalogue, group, note, context) for group in _grouped(rows)]
    return tuple(sorted(made, key=lambda p: (p.siglum.text, p.siglum.report_id)))


def _grouped(rows: Iterable[Row]) -> list[list[Row]]:
    """Evidence rows that stand close together in one report; a row within another is dropped."""
    groups: list[list[Row]] = []
    for row in sorted(rows, key=lambda r: (r["report_id"], r["start_char"], -r["end_char"])):
        last = groups[-1][-1] if groups else None
        if last is None or last["report_id"] != row["report_id"] or row["start_char"] - last["end_char"] > JOIN:
            groups.append([row])
        elif row["end_char"] > last["end_char"]:
            groups[-1].append(row)
    return groups


def _passage(catalogue: Catalogue, rows: Sequence[Row], note: str | None, context: int) -> Passage:
    first = rows[0]
    report = catalogue.one("reports", first["report_id"])
    text = str(report["text"]) if report else ""
    parts = [Part(text=_before(text, first["start_char"], context))]
    at = first["start_char"]
    for row in rows:
        start = max(at, row["start_char"])
        parts.append(Part(text=text[at:start]))
        parts.append(Part(text=text[start : row["end_char"]], evidence_id=row["evidence_id"]))
        at = row["end_char"]
    parts.append(Part(text=_after(text, at, context)))
    siglum = siglum_of(catalogue, first["report_id"], first["evidence_id"])
    return Passage(siglum=siglum, parts=tuple(part for part in parts if part.text), note=note)


def _before(text: str, start: int, context: int) -> str:
    line = text.rfind("\n", 0, start) + 1
    cut = max(line, start - context)
    if cut > line:
        space = text.find(" ", cut, start)
        return "… " + text[space + 1 : start] if space >= 0 else ""
    return text[cut:start]


def _after(text: str, end: int, context: int) -> str:
    stop = text.find("\n", end)
    line = len(text) if stop < 0 else stop
    cut = min(line, end + context)
    if cut < line:
        space = text.rfind(" ", end, cut)
        return text[end:space] + " …" if space >= 0 else ""
    return text[end:cut]
