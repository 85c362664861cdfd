"""What was read, who copied whom and what versions changed, as plain values: what --json prints."""

from collections.abc import Iterable
from typing import Any

from variorum.schema.tables import BY_NAME
from variorum.views.catalogue import Catalogue, Row
from variorum.views.export import plain_value
from variorum.views.front import make_front
from variorum.views.lineage import CopiedPassage, Lineage, touching
from variorum.views.provenance import SetAside, list_provenance, list_set_aside, tell_provenance
from variorum.views.quoted_alike import SharedWords, list_shared_words
from variorum.views.revisions import Change, Revision, Step, list_revisions
from variorum.views.stemma import Branch, Stemma, draw_stemma
from variorum.views.worddiff import Word


def list_reports(catalogue: Catalogue, report_id: str | None = None) -> dict[str, Any]:
    """Counts, every report read with its evidence, parts and removals, and what was set aside by reason."""
    front = make_front(catalogue, ())
    rows = [row for row in catalogue.rows("reports") if report_id in (None, row["report_id"])]
    by_id = {row["report_id"]: row for row in rows if row["status"] == "read"}
    order = [told.report_id for told in list_provenance(catalogue) if told.report_id in by_id]
    return {
        "counts": front.counts,
        "read": front.read,
        "dates": front.dates,
        "reports": [_report(catalogue, by_id[one]) for one in order],
        "set_aside": _set_aside(list_set_aside(catalogue)) if report_id is None else _aside(rows),
    }


def _set_aside(groups: Iterable[SetAside]) -> list[dict[str, Any]]:
    return [{"reason": group.reason, "files": list(group.files)} for group in groups]


def _aside(rows: Iterable[Row]) -> list[dict[str, Any]]:
    return [{"reason": row["reason"], "files": [row["file"]]} for row in rows if row["status"] == "set_aside"]


def _report(catalogue: Catalogue, row: Row) -> dict[str, Any]:
    """All columns but the text, and what belongs to the report in other tables."""
    report_id = row["report_id"]
    told = tell_provenance(catalogue, row)
    columns = [column.name for column in BY_NAME["reports"].columns if column.name != "text"]
    return {
        **{name: plain_value(row[name]) for name in columns},
        "version": told.edition,
        "words": told.n_words,
        "removed": [{"reason": reason, "pieces": n, "characters": size} for reason, n, size in told.cuts],
        "removals": _rows(catalogue, "removals", report_id),
        "parts": [
            {**part, "words": told.parts[i].words} for i, part in enumerate(_rows(catalogue, "report_parts", report_id))
        ],
        "date_evidence": _rows(catalogue, "date_evidence", report_id),
        "issues": list(told.issues),
    }


def _rows(catalogue: Catalogue, table: str, report_id: str) -> list[dict[str, Any]]:
    rows = catalogue.of(table, "report_id", report_id)
    return [{name: plain_value(value) for name, value in row.items() if name != "report_id"} for row in rows]


def list_copying(catalogue: Catalogue, report_id: str | None = None) -> dict[str, Any]:
    """The summary, a tree for each origin, each report's share, pairs with their passages, and shared words."""
    stemma = draw_stemma(catalogue)
    shared = list_shared_words(catalogue)
    return {
        "summary": stemma.summary,
        "n_reports": stemma.n_reports,
        "n_origins": stemma.n_origins,
        "copied_share": round(stemma.share, 4),
        "origins": _origins(stemma) if report_id is None else [],
        "reports": _portions(stemma, report_id),
        "copies": [_pair(x) for x in touching(stemma.lineages, report_id)],
        "shared_words": [_shared(s) for s in shared if report_id is None or _quotes(s, report_id)],
    }


def _origins(stemma: Stemma) -> list[dict[str, Any]]:
    return [
        {
            "origin_id": stock.origin_id,
            "name": stock.name,
            "basis": stock.basis,
            "reports": [_branch(branch) for branch in stock.branches],
        }
        for stock in stemma.stocks
    ]


def _branch(branch: Branch) -> dict[str, Any]:
    return {
        "report_id": branch.report_id,
        "siglum": branch.siglum.text,
        "why": branch.why or None,
        "directed": branch.link.directed if branch.link else None,
        "copies": [_branch(child) for child in branch.children],
    }


def _portions(stemma: Stemma, report_id: str | None) -> list[dict[str, Any]]:
    return [
        {
            "report_id": one,
            "words": portion.words,
            "copied_words": portion.copied,
            "shared_words_direction_unknown": portion.alike,
            "copied_share": round(portion.share, 4),
        }
        for one, portion in sorted(stemma.portions.items())
        if report_id in (None, one)
    ]


def _quotes(shared: SharedWords, report_id: str) -> bool:
    return any(r.siglum.report_id == report_id for r in shared.renderings)


def _pair(x: Lineage) -> dict[str, Any]:
    return {
        "report_id": x.copy.report_id,
        "report": x.copy.text,
        "of_report_id": x.of.report_id,
        "of": x.of.text,
        "origin_id": x.origin_id,
        "origin": x.origin,
        "basis": x.rests_on,
        "why": x.basis,
        "directed": x.directed,
        "share": round(x.share, 4),
        "passages": [_passage(passage) for passage in x.passages],
    }


def _passage(passage: CopiedPassage) -> dict[str, Any]:
    return {
        "similarity": passage.similarity,
        "start_char": passage.here_span[0],
        "end_char": passage.here_span[1],
        "words": _text(passage.here),
        "of_start_char": passage.there_span[0],
        "of_end_char": passage.there_span[1],
        "of_words": _text(passage.there),
    }


def _text(words: Iterable[Word]) -> str:
    return "".join(word.text for word in words)


def _shared(shared: SharedWords) -> dict[str, Any]:
    return {
        "reason": shared.reason,
        "reports": [
            {
                "report_id": r.siglum.report_id,
                "siglum": r.siglum.text,
                "start_char": r.span[0],
                "end_char": r.span[1],
                "words": _text(r.words),
            }
            for r in shared.renderings
        ],
    }


def list_versions(catalogue: Catalogue, report_id: str | None = None) -> dict[str, Any]:
    """Every report with several versions: the versions in order, and what changed from each to the next."""
    revisions = list_revisions(catalogue)
    wanted = [r for r in revisions if report_id is None or any(e.report_id == report_id for e in r.editions)]
    return {"n_reports": len(wanted), "reports": [_revision(catalogue, revision) for revision in wanted]}


def _revision(catalogue: Catalogue, revision: Revision) -> dict[str, Any]:
    return {
        "siglum": revision.siglum.text,
        "source": revision.source,
        "versions": [_edition(catalogue, edition.report_id, stands=edition.stands) for edition in revision.editions],
        "steps": [_step(step) for step in revision.steps],
    }


def _edition(catalogue: Catalogue, report_id: str, *, stands: bool) -> dict[str, Any]:
    columns = ("report_id", "file", "title", "published", "published_time", "updated", "updated_time")
    row = catalogue.by("reports", "report_id")[report_id][0]
    return {**{name: plain_value(row[name]) for name in columns}, "stands": stands}


def _step(step: Step) -> dict[str, Any]:
    return {
        "from": step.before.report_id,
        "to": step.after.report_id,
        "fields": [{"field": name, "before": _text(old), "after": _text(new)} for name, old, new in step.fields],
        "changes": [_change(change) for change in step.changes],
        "notices": [{"kind": notice.kind, "words": notice.words, "detail": notice.detail} for notice in step.notices],
    }


def _change(change: Change) -> dict[str, Any]:
    return {"kind": change.kind, "before": _text(change.before) or None, "after": _text(change.after) or None}
