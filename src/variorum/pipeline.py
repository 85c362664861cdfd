"""The only module that knows the order of the rooms: reports -> annotations -> links -> record."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from variorum import __version__
from variorum.annotations import ANNOTATORS, annotate, contrast_set
from variorum.config import Config, config_values
from variorum.engine import map_partitions
from variorum.errors import InputError
from variorum.links.link import Linked, link_corpus
from variorum.record.reconcile import RULES, Corpus, Tables, reconcile
from variorum.reports import Input, discover_inputs, read_input
from variorum.schema.annotations import Annotations
from variorum.schema.ids import digest, mint
from variorum.schema.lexicons import lexicons_digest, read_lexicon
from variorum.schema.linked import Decision
from variorum.schema.reports import Issue, Report
from variorum.store import WorkFolder, open_reader, publish

Progress = Callable[[str, int, int], None]
"""Called with (stage, done, total)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildSummary:
    """What a build made, in numbers; `issues` are lines for a person."""

    record: str
    n_read: int
    n_set_aside: int
    n_events: int
    n_disagreements: int
    n_sources: int
    n_origins: int
    issues: tuple[str, ...]


def build(
    paths: Sequence[Path | str],
    *,
    out: Path | str,
    fresh: bool = False,
    config: Config | None = None,
    progress: Progress | None = None,
) -> BuildSummary:
    """Read reports and make a record of them, or add them to the one that is there.

    Args:
        paths: folders or files of reports.
        out: the record to write. What it holds is kept and joined, unless `fresh`.
        progress: called with (stage, done, total).

    Raises:
        InputError: nothing can be read, or `out` is not a record.
        IntegrityError: the build would break a promise; the last good record stands.
    """
    out, config, told = Path(out), config or Config(), progress or _silent
    found = discover_inputs([Path(p) for p in paths], config)
    held = _Held() if fresh or not out.exists() else _read_held(out)
    with WorkFolder(out) as work:
        reports = _read_all(found.inputs, held, work, config, told)
        readable, twins = _distinct(reports)
        annotations = _annotate_all(readable, held, work, config, told)
        linked = link_corpus(readable, annotations, held.decisions, config=config, agencies=_agencies(), progress=told)
        tables = _reconcile(reports, linked, annotations, held, (*found.issues, *held.issues, *twins), config)
        told("publish", 0, 1)
        publish(out, tables, run=_run(reports, config), fresh=fresh)
        told("publish", 1, 1)
    return _summary(out, tables)


def _silent(stage: str, done: int, total: int) -> None:
    """Show no progress."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    """What an existing record brings to a build: reports, annotations, rulings, and what was not understood before."""

    shelf: Mapping[tuple[str, str], str] = field(default_factory=dict)
    decisions: tuple[Decision, ...] = ()
    decision_rows: tuple[dict[str, Any], ...] = ()
    issues: tuple[Issue, ...] = ()


@cache
def _adapter(kind: type) -> TypeAdapter[Any]:
    """Reports and annotations as JSON: the one place where values become text and back."""
    return TypeAdapter(kind)


def _read_held(out: Path) -> _Held:
    with open_reader(out) as reader:
        shelf = {(row["kind"], row["key"]): row["payload"] for row in reader.rows("shelf")}
        rows = tuple(reader.rows("decisions"))
        issues = tuple(
            Issue(stage=r["stage"], kind=r["kind"], what=r["what"], file=r["file"])
            for r in reader.rows("issues")
            if r["stage"] == "discovery"
        )
    return _Held(shelf=shelf, decisions=tuple(_decision(r) for r in rows if r["status"] == "live"), decision_rows=rows, issues=issues)


def _decision(row: Mapping[str, Any]) -> Decision:
    seen = {side: tuple(json.loads(row[side] or "[]")) for side in ("left_seen", "right_seen")}
    names = ("decision_id", "kind", "left_id", "right_id", "field", "value", "reason", "author", "seen_hash")
    return Decision(**{name: row[name] for name in names}, **seen)


def _read_all(inputs: Sequence[Input], held: _Held, work: WorkFolder, config: Config, progress: Progress) -> tuple[Report, ...]:
    """Reports of this build and of the record, in order of file; the newest reading of a file stands."""
    adapter = _adapter(Report)
    known = {key: adapter.validate_json(payload) for (kind, key), payload in held.shelf.items() if kind == "report"}
    results = map_partitions(partial(read_input, config=config), inputs, config=config, progress=partial(progress, "read"))
    for report in results:
        known[_report_key(report)] = report
    return tuple(known[key] for key in sorted(known))


def _report_key(report: Report) -> str:
    return f"{report.report_id}|{report.file}"


def _distinct(reports: Sequence[Report]) -> tuple[tuple[Report, ...], tuple[Issue, ...]]:
    """One report of each id, under its first file name; others with the same bytes are told as issues."""
    first: dict[str, Report] = {}
    twins = []
    for report in sorted(reports, key=lambda r: (r.file, r.report_id)):
        kept = first.setdefault(report.report_id, report)
        if kept is not report:
            what = f"{report.file} has the same bytes as {kept.file}; it is read once"
            twins.append(Issue(stage="reports", kind="identical_files", what=what, report_id=kept.report_id, file=report.file))
    read = sorted((r for r in first.values() if r.status == "read"), key=lambda r: r.report_id)
    return tuple(read), tuple(twins)


def _annotators_key(config: Config) -> str:
    """Changes with whatever can change an annotation: versions, model, lexicons."""
    return digest("|".join((*ANNOTATORS, config.model, __version__, lexicons_digest())).encode())


def _annotate_all(reports: Sequence[Report], held: _Held, work: WorkFolder, config: Config, progress: Progress) -> dict[str, Annotations]:
    """Annotations of every report: from the record, from a killed build, or made now."""
    adapter, version = _adapter(Annotations), _annotators_key(config)
    found: dict[str, Annotations] = {}
    for report in reports:
        key = f"{report.report_id}|{version}"
        payload = held.shelf.get(("annotations", key)) or work.get("annotations", key)
        if payload is not None:
            found[report.report_id] = adapter.validate_json(payload)
    missing = [r for r in reports if r.report_id not in found]
    results = map_partitions(partial(annotate, config=config), missing, config=config, progress=partial(progress, "annotate"))
    for report, made in zip(missing, results, strict=True):
        found[report.report_id] = made
        work.put("annotations", f"{report.report_id}|{version}", adapter.dump_json(made).decode())
    return {r.report_id: found[r.report_id] for r in reports}


@cache
def _agencies() -> frozenset[str]:
    """Names and credit marks of news agencies, case folded, as the lexicon lists them."""
    listed = read_lexicon("agencies")["agency"]
    marks = [mark for agency in listed for mark in (agency["name"], *agency["marks"], *agency.get("short", ()))]
    return frozenset(mark.casefold() for mark in marks)


def _reconcile(
    reports: Sequence[Report], linked: Linked, annotations: Mapping[str, Annotations], held: _Held, issues: Sequence[Issue], config: Config
) -> Tables:
    by_id = {r.report_id: r for r in sorted(reports, key=lambda r: r.file, reverse=True)}
    told = [*issues, *(i for r in reports for i in r.issues), *(i for a in annotations.values() for i in a.issues)]
    corpus = Corpus(
        reports=tuple(by_id[key] for key in sorted(by_id)),
        annotations=annotations,
        entities=linked.entities,
        events=linked.events,
        storyline=linked.storyline,
        lineage=linked.lineage,
        dated=linked.dated,
        decisions=held.decisions,
        issues=tuple(told),
    )
    tables = reconcile(corpus, contrast_set=contrast_set, most_events=config.events_shown)
    tables["decisions"] = [dict(row) for row in held.decision_rows]
    tables["shelf"] = _shelf(reports, annotations, config)
    return tables


def _shelf(reports: Sequence[Report], annotations: Mapping[str, Annotations], config: Config) -> list[dict[str, Any]]:
    version = _annotators_key(config)
    rows = [("report", _report_key(r), _adapter(Report).dump_json(r).decode()) for r in reports]
    rows += [("annotations", f"{r}|{version}", _adapter(Annotations).dump_json(a).decode()) for r, a in annotations.items()]
    return [{"kind": kind, "key": key, "payload": payload} for kind, key, payload in sorted(rows)]


def _run(reports: Sequence[Report], config: Config) -> dict[str, Any]:
    settings = json.dumps(config_values(config), sort_keys=True)
    inputs = digest("|".join(sorted(_report_key(r) for r in reports)).encode())
    versions = {"variorum": __version__, "model": config.model, "annotators": list(ANNOTATORS), "rules": list(RULES), "lexicons": lexicons_digest()}
    return {
        "run_id": mint("run", inputs, settings, json.dumps(versions, sort_keys=True)),
        "inputs_hash": inputs,
        "config_hash": digest(settings.encode()),
        "config": settings,
        "versions": json.dumps(versions, sort_keys=True),
        "contract": None,
        "finished_at": None,
    }


def _summary(out: Path, tables: Tables) -> BuildSummary:
    reports = tables["reports"]
    read = [r for r in reports if r["status"] == "read"]
    if not reports:
        raise InputError(f"{out}: no report was read")
    return BuildSummary(
        record=str(out),
        n_read=len(read),
        n_set_aside=len(reports) - len(read),
        n_events=len(tables["events"]),
        n_disagreements=len(tables["disagreements"]),
        n_sources=len({r["siglum"] for r in read}),
        n_origins=len({r["origin_id"] for r in read}),
        issues=tuple(f"{i['file'] or i['report_id'] or ''}: {i['what']}" for i in tables["issues"] if i["kind"] in LOUD),
    )


LOUD = frozenset({"set_aside", "stale_decision", "identical_files", "encoding"})
"""Kinds of issues that a build tells at once; the others are in the record."""
