"""Who says something, and on whose word: sigla, bracketed where several share one origin.

An origin is looked up passage by passage: words inside a copied passage come from that
passage's origin, those of a sentence that names whose word it gives from that source,
all others from the origin of their report.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from variorum.views.catalogue import Catalogue, Row
from variorum.views.days import show_bounds


@dataclass(frozen=True, slots=True, kw_only=True)
class Siglum:
    """The short name of a report's source. `target` is the id of the words it leads to."""

    text: str
    report_id: str
    target: str
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One origin and the sigla that carry its words; `origin` is None for a report that speaks for itself."""

    origin: str | None
    sigla: tuple[Siglum, ...]

    @property
    def plain(self) -> str:
        """As text: "HP", "[NWA: DL R1]"."""
        names = " ".join(siglum.text for siglum in self.sigla)
        return f"[{self.origin}: {names}]" if self.origin else names


def plain_voices(voices: Iterable[Voice]) -> str:
    """Voices as one line of text."""
    return " ".join(voice.plain for voice in voices)


def describe_report(report: Row) -> str:
    """What a siglum stands for: source, title, date and credit, as far as known; and that it is an earlier version."""
    when = show_bounds(report["published"], report["published_low"], report["published_high"])
    credit = f"credits {report['credit']}" if report["credit"] else None
    earlier = "an earlier version, since replaced" if report["superseded_by"] else None
    parts = (report["source"] or "source unknown", report["title"], when, credit, earlier)
    return " · ".join(str(part) for part in parts if part)


def siglum_of(catalogue: Catalogue, report_id: str, target: str | None = None) -> Siglum:
    """The siglum of a report, leading to given words or to the report as a whole."""
    report = catalogue.one("reports", report_id)
    if report is None:
        return Siglum(text="?", report_id=report_id, target=target or report_id, about="report not in the record")
    text = report["siglum"] or "?"
    return Siglum(text=text, report_id=report_id, target=target or report_id, about=describe_report(report))


def origin_of(catalogue: Catalogue, report_id: str, start: int, end: int) -> str | None:
    """The origin of some words of a report: of the copied passage they lie in, of whom their sentence names, else the report's."""
    for row in catalogue.of("copies", "report_id", report_id):
        if row["start_char"] < end and start < row["end_char"]:
            return str(row["origin_id"])
    for row in catalogue.of("copies", "of_report_id", report_id):
        if row["of_start_char"] < end and start < row["of_end_char"]:
            return str(row["origin_id"])
    for row in catalogue.of("credits", "report_id", report_id):
        if row["start_char"] < end and start < row["end_char"]:
            return str(row["origin_id"])
    report = catalogue.one("reports", report_id)
    return report["origin_id"] if report else None


def voices_of(catalogue: Catalogue, passages: Iterable[Row]) -> tuple[Voice, ...]:
    """Group evidence rows by origin: each report once, under the origin of its first passage.

    Returns:
        Voices in the order of their first siglum; the widest shared voice does not come first by rank.
    """
    groups: dict[str, list[Siglum]] = {}
    seen: set[str] = set()
    for row in sorted(passages, key=lambda r: (r["report_id"], r["start_char"], r["end_char"])):
        if row["report_id"] in seen:
            continue
        seen.add(row["report_id"])
        origin = origin_of(catalogue, row["report_id"], row["start_char"], row["end_char"])
        siglum = siglum_of(catalogue, row["report_id"], row["evidence_id"])
        groups.setdefault(origin or row["report_id"], []).append(siglum)
    return _as_voices(catalogue, groups)


def voices_of_reports(catalogue: Catalogue, report_ids: Iterable[str]) -> tuple[Voice, ...]:
    """Group whole reports by their origin."""
    groups: dict[str, list[Siglum]] = {}
    for report_id in sorted(set(report_ids)):
        report = catalogue.one("reports", report_id)
        origin = report["origin_id"] if report else None
        groups.setdefault(origin or report_id, []).append(siglum_of(catalogue, report_id))
    return _as_voices(catalogue, groups)


def _as_voices(catalogue: Catalogue, groups: dict[str, list[Siglum]]) -> tuple[Voice, ...]:
    made = []
    for origin_id, sigla in groups.items():
        ordered = tuple(sorted(sigla, key=lambda s: (s.text, s.report_id)))
        made.append(Voice(origin=_origin_name(catalogue, origin_id, len(ordered)), sigla=ordered))
    return tuple(sorted(made, key=lambda voice: [s.text for s in voice.sigla]))


def _origin_name(catalogue: Catalogue, origin_id: str, n_sigla: int) -> str | None:
    """An agency's name wherever it is credited; "shared" for one voice of several mouths; else None."""
    origin = catalogue.one("origins", origin_id)
    if origin is not None and origin["basis"] == "credited":
        return str(origin["name"])
    return "shared" if n_sigla > 1 else None


def count_origins(n_reports: int, n_origins: int, *, presumed: bool) -> str:
    """ "4 reports · 2 origins, presumed": how many mouths, how many voices."""
    reports = f"{n_reports} report{'' if n_reports == 1 else 's'}"
    origins = f"{n_origins} origin{'' if n_origins == 1 else 's'}"
    return f"{reports} · {origins}{', presumed' if presumed and n_origins > 1 else ''}"
