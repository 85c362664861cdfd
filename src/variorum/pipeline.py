"""The only module that knows the order of the rooms: reports -> annotations -> links -> record."""

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, partial
from importlib.metadata import PackageNotFoundError, version as version_of
from pathlib import Path
from typing import Any

from variorum import __version__
from variorum.annotations import ANNOTATORS, annotate, contrast_set
from variorum.config import Config, config_values
from variorum.engine import map_partitions
from variorum.errors import InputError
from variorum.links.link import Linked, link_corpus
from variorum.links.relations import RELATION_RULES
from variorum.links.versions import find_versions, superseded
from variorum.record.reconcile import RULES, Corpus, Tables, reconcile
from variorum.reports import Input, Item, batches, cut_repeated, discover_inputs, open_inputs, read_item
from variorum.schema.actors import actors_digest, load_actors
from variorum.schema.annotations import Annotations
from variorum.schema.ids import digest, mint
from variorum.schema.lexicons import lexicons_digest, read_lexicon
from variorum.schema.linked import Dated, Decision, Lineage
from variorum.schema.reports import Issue, Report
from variorum.store import WorkFolder, check_target, dump_value, load_value, open_reader, publish, read_decisions

__all__ = [
    "BuildSummary",
    "Linked",
    "annotate_reports",
    "build",
    "link_reports",
    "make_tables",
    "settle_reports",
]

_BATCH_ITEMS, _BATCH_BYTES = 5_000, 64_000_000
"""Items and bytes of items that are read at once: they bound memory, not the number of reports."""

Progress = Callable[[str, int, int], None]
"""Called with (stage, done, total)."""

QUIET = frozenset({"two_dates"})
"""Kinds of issues of reading that a build does not tell at once: they are in the record."""


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
        paths: folders, files, patterns, addresses (http, https) or "-" for standard input; see `discover_inputs`.
        out: the record to write. What it holds is kept and joined; with `fresh` only its decisions are.
        progress: called with (stage, done, total).

    Returns:
        What the record holds now. Where no report could be read, it holds only why.

    Raises:
        InputError: nothing is there to read, or `out` is not a record.
        ConfigError: the model is not installed, or the list of actors is not as it must be.
        IntegrityError: the build would break a promise; the last good record stands.
    """
    out, config, told = Path(out), config or Config(), progress or _silent
    load_actors(config.actors)
    found = discover_inputs(paths, config)
    check_target(out, fresh=fresh)
    with WorkFolder(out) as work:
        held = _read_held(out, fresh=fresh)
        taken, opened = _read_all(found.inputs, config, told)
        read = settle_reports([*held.reports, *taken])
        reports = cut_repeated(read)
        annotations = _annotate_all(_current(reports), held, work, config, told)
        issues = _standing_issues((*held.issues, *found.issues, *opened), reports)
        tables = make_tables(reports, annotations, held.decisions, issues, config=config, progress=told)
        tables["decisions"] = [dict(row) for row in held.decision_rows]
        tables["shelf"] = _shelf(read, reports, annotations, config)
        told("publish", 0, 1)
        publish(out, tables, run=_run(reports, held.decisions, config), fresh=fresh)
        told("publish", 1, 1)
    return _summary(out, tables, held.notes)


def _silent(stage: str, done: int, total: int) -> None:
    """Show no progress."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What an existing record brings to a build.

    annotations: JSON by key. issues: what finding files did not understand before. notes: lines for a person.
    """

    reports: tuple[Report, ...] = ()
    annotations: Mapping[str, str] = field(default_factory=dict)
    decisions: tuple[Decision, ...] = ()
    decision_rows: tuple[dict[str, Any], ...] = ()
    issues: tuple[Issue, ...] = ()
    notes: tuple[str, ...] = ()


def _read_held(out: Path, *, fresh: bool) -> Held:
    if not out.exists():
        return Held()
    if fresh:
        return _read_rulings(out)
    with open_reader(out) as reader:
        shelf = reader.rows("shelf")
        rows = tuple(reader.rows("decisions"))
        issues = tuple(
            _issue(row) for row in reader.rows("issues") if row["stage"] == "reports" and not row["report_id"]
        )
    return Held(
        reports=tuple(_report(row["payload"], out) for row in shelf if row["kind"] == "report"),
        annotations={row["key"]: row["payload"] for row in shelf if row["kind"] == "annotations"},
        decisions=_decisions(rows),
        decision_rows=rows,
        issues=issues,
    )


def _read_rulings(out: Path) -> Held:
    """Of a record that is started over only what people decided is kept."""
    rows = read_decisions(out)
    if rows is None:
        notes: tuple[str, ...] = (f"{out}: an older record, or one that can't be read: decisions in it are not kept",)
    else:
        kept = f"{len(rows)} decision{'s' * (len(rows) != 1)}"
        notes = (f"{out}: started over; {kept} kept (delete the file first to drop them)",) if rows else ()
    return Held(decisions=_decisions(rows or ()), decision_rows=tuple(rows or ()), notes=notes)


def _report(payload: str, out: Path) -> Report:
    report = load_value(Report, payload)
    if report is None:
        raise InputError(f"{out}: a report in it was kept by another version: give all reports again with --fresh")
    return report


def _issue(row: Mapping[str, Any]) -> Issue:
    return Issue(stage=row["stage"], kind=row["kind"], what=row["what"], file=row["file"])


def _decisions(rows: Sequence[Mapping[str, Any]]) -> tuple[Decision, ...]:
    return tuple(_decision(row) for row in rows if row["status"] == "live")


def _decision(row: Mapping[str, Any]) -> Decision:
    names = ("decision_id", "kind", "left_id", "right_id", "field", "value", "reason", "author", "seen_hash")
    plain: dict[str, Any] = {name: row[name] for name in names}
    for side in ("left_seen", "right_seen"):
        plain[side] = tuple(json.loads(row[side] or "[]"))
    return Decision(**plain)


def _read_all(inputs: Sequence[Input], config: Config, progress: Progress) -> tuple[list[Report], list[Issue]]:
    """Read the items of all inputs, a batch in memory at a time; how many there are is known only at the end."""
    read = partial(read_item, config=config)
    reports: list[Report] = []
    issues: list[Issue] = []
    progress("read", 0, len(inputs))
    for batch in batches(open_inputs(inputs, config), count=_BATCH_ITEMS, size=_BATCH_BYTES):
        items = [found for found in batch if isinstance(found, Item)]
        issues += [found for found in batch if isinstance(found, Issue)]
        for report in map_partitions(read, items, config=config):
            reports.append(report)
            progress("read", len(reports), max(len(inputs), len(reports)))
    return reports, issues


def settle_reports(reports: Sequence[Report]) -> tuple[Report, ...]:
    """Say which readings of files a record rests on, whatever order they came in.

    Args:
        reports: later readings last; of one id and file the last one counts.

    Returns:
        In order of file and id. A file that could not be opened once, and was read another time, is a report once.
    """
    known = {(report.file, report.report_id): report for report in reports}
    read = {report.file for report in known.values() if report.status == "read"}
    return tuple(known[key] for key in sorted(known) if not (known[key].file in read and _unopened(known[key])))


def _unopened(report: Report) -> bool:
    """Nothing of the file was seen: its id is made of its name."""
    return report.status == "set_aside" and report.digest == digest(report.file.encode())


def _first_files(reports: Sequence[Report]) -> dict[str, Report]:
    """Of each id the report with the first file name: files with the same bytes are one report."""
    return {report.report_id: report for report in sorted(reports, key=lambda r: r.file, reverse=True)}


def _readable(reports: Sequence[Report]) -> list[Report]:
    """What was read, in order of id, each report once."""
    first = _first_files(reports)
    return [first[key] for key in sorted(first) if first[key].status == "read"]


def _current(reports: Sequence[Report]) -> list[Report]:
    """What there is to annotate and link, in order of id: of several versions of one report the last."""
    readable = _readable(reports)
    earlier = superseded(find_versions(readable))
    return [report for report in readable if report.report_id not in earlier]


def _standing_issues(issues: Sequence[Issue], reports: Sequence[Report]) -> tuple[Issue, ...]:
    """Issues of finding files that still stand, and those that only all reports together show."""
    files = {report.file for report in reports}
    standing = dict.fromkeys(issue for issue in issues if issue.file not in files)
    return (*standing, *_twins(reports), *_namesakes(reports))


def _twins(reports: Sequence[Report]) -> list[Issue]:
    first = _first_files(reports)
    return [
        Issue(
            stage="reports",
            kind="identical_files",
            what=f"{report.file}: has the same bytes as {first[report.report_id].file}; it is read once",
            report_id=report.report_id,
            file=report.file,
        )
        for report in reports
        if report.status == "read" and report.file != first[report.report_id].file
    ]


def _namesakes(reports: Sequence[Report]) -> list[Issue]:
    counts = Counter(report.file for report in reports)
    return [
        Issue(
            stage="reports",
            kind="same_name",
            what=f"{file}: {count} different reports have this file name, so that all are kept; "
            "if the file was changed, build anew with --fresh",
            file=file,
        )
        for file, count in sorted(counts.items())
        if count > 1
    ]


@cache
def _annotators_key(config: Config) -> str:
    """Changes with whatever can change an annotation: versions, model, lexicons."""
    model = _model_version(config)
    return digest("|".join((*ANNOTATORS, config.model, model, __version__, lexicons_digest())).encode())


def _model_version(config: Config) -> str:
    try:
        return version_of(config.model)
    except (PackageNotFoundError, ValueError):
        return "unknown"


def _annotation_key(report: Report, config: Config) -> str:
    """Names the annotations of one text by one set of annotators."""
    title = (report.title_span.start, report.title_span.end) if report.title_span else ()
    actors = f"|{actors_digest(config.actors)}|{report.published.edtf}" if config.actors else ""
    return digest(f"{report.report_id}|{_annotators_key(config)}|{title}{actors}|{report.text}".encode())


def _annotate_all(
    reports: Sequence[Report], held: Held, work: WorkFolder, config: Config, progress: Progress
) -> dict[str, Annotations]:
    """Annotations of every report: from the record, from a killed build, or made now."""
    keys = {report.report_id: _annotation_key(report, config) for report in reports}
    found: dict[str, Annotations] = {}
    for report_id, key in keys.items():
        payload = held.annotations.get(key) or work.get("annotations", key)
        kept = load_value(Annotations, payload) if payload else None
        if kept is not None:
            found[report_id] = kept
    missing = [r for r in reports if r.report_id not in found]
    make = partial(annotate, config=config)
    results = map_partitions(make, missing, config=config, progress=partial(progress, "annotate"))
    for report, made in zip(missing, results, strict=True):
        found[report.report_id] = made
        work.put("annotations", keys[report.report_id], dump_value(made))
    return {r.report_id: _under_file(found[r.report_id], r.file) for r in reports}


def annotate_reports(
    reports: Sequence[Report], *, config: Config, progress: Progress | None = None
) -> dict[str, Annotations]:
    """Annotations of reports by id, without a record: for evaluation and for looking at one stage alone.

    Raises:
        ConfigError: the configured model is not installed.
    """
    make = partial(annotate, config=config)
    found = map_partitions(make, reports, config=config, progress=partial(progress or _silent, "annotate"))
    return {annotations.report_id: annotations for annotations in found}


def link_reports(
    reports: Sequence[Report],
    annotations: Mapping[str, Annotations],
    *,
    config: Config,
    progress: Progress | None = None,
) -> Linked:
    """Link annotated reports with each other, without a record.

    Args:
        reports: read ones, in any order, each id once.
        annotations: of each report's id.
    """
    ordered = sorted(reports, key=lambda report: report.report_id)
    return link_corpus(ordered, annotations, (), config=config, agencies=_agencies(), progress=progress or _silent)


def _under_file(annotations: Annotations, file: str) -> Annotations:
    """Issues under the file name that the report has now: it may have been annotated under a twin's."""
    if all(issue.file == file for issue in annotations.issues):
        return annotations
    return replace(annotations, issues=tuple(replace(issue, file=file) for issue in annotations.issues))


@cache
def _agencies() -> frozenset[str]:
    """Names and credit marks of news agencies, case folded, as the lexicon lists them."""
    listed = read_lexicon("agencies")["agency"]
    marks = [mark for agency in listed for mark in (agency["name"], *agency["marks"], *agency.get("short", ()))]
    return frozenset(mark.casefold() for mark in marks)


def make_tables(
    reports: Sequence[Report],
    annotations: Mapping[str, Annotations],
    decisions: Sequence[Decision] = (),
    issues: Sequence[Issue] = (),
    *,
    config: Config,
    progress: Progress | None = None,
    amend: Callable[[Linked], Linked] | None = None,
) -> Tables:
    """Link annotated reports and reconcile them: the record's tables, whatever the order of what is given.

    Args:
        reports: as `settle_reports` leaves them.
        annotations: of the id of each report that was read and not superseded by a later version.
        issues: those that belong to no report's reading and annotation.
        amend: changes what linking answered before it is reconciled, so that rules of the record are measured alone.

    Returns:
        Rows of all tables but runs, decisions and shelf.
    """
    first, readable = _first_files(reports), _readable(reports)
    versions = find_versions(readable)
    later = superseded(versions)
    current = [report for report in readable if report.report_id not in later]
    linked = link_corpus(
        current, annotations, decisions, config=config, agencies=_agencies(), progress=progress or _silent
    )
    linked = amend(linked) if amend is not None else linked
    told = [
        *issues,
        *(i for r in reports for i in r.issues),
        *(i for r in current for i in annotations[r.report_id].issues),
    ]
    corpus = Corpus(
        reports=tuple(first[key] for key in sorted(first)),
        annotations={r.report_id: annotations[r.report_id] for r in current},
        entities=linked.entities,
        referents=linked.referents,
        events=linked.events,
        storyline=linked.storyline,
        lineage=_with_versions(linked.lineage, later),
        dated={**linked.dated, **_as_stated(readable, later)},
        decisions=tuple(decisions),
        issues=tuple(told),
        versions=versions,
        relations=linked.relations,
    )
    return reconcile(corpus, contrast_set=contrast_set, most_events=config.events_shown)


def _with_versions(lineage: Lineage, later: Mapping[str, str]) -> Lineage:
    """An earlier version's words have the origin of the version that replaced it."""
    origins = {report_id: lineage.of_report[current] for report_id, current in later.items()}
    return replace(lineage, of_report={**lineage.of_report, **origins})


def _as_stated(reports: Sequence[Report], later: Mapping[str, str]) -> dict[str, Dated]:
    """The days of superseded reports: as they state them, since nothing of them is linked."""
    return {
        r.report_id: Dated(
            report_id=r.report_id,
            published=r.published,
            basis=r.published_basis or "nothing in the report says",
            evidence=r.date_evidence,
        )
        for r in reports
        if r.report_id in later
    }


def _shelf(
    read: Sequence[Report], reports: Sequence[Report], annotations: Mapping[str, Annotations], config: Config
) -> list[dict[str, Any]]:
    """Rows of the shelf: reports as they were read, since what repeats is cut anew in each build, and annotations."""
    rows = [("report", _report_key(report), dump_value(report)) for report in read]
    rows += [
        ("annotations", _annotation_key(report, config), dump_value(annotations[report.report_id]))
        for report in _readable(reports)
        if report.report_id in annotations
    ]
    return [{"kind": kind, "key": key, "payload": payload} for kind, key, payload in sorted(rows)]


def _report_key(report: Report) -> str:
    return f"{report.report_id}|{report.file}"


def _run(reports: Sequence[Report], decisions: Sequence[Decision], config: Config) -> dict[str, Any]:
    settings = json.dumps({**config_values(config), "actors": actors_digest(config.actors)}, sort_keys=True)
    keys = [*(_report_key(r) for r in reports), *(d.decision_id for d in decisions)]
    inputs = digest("|".join(sorted(keys)).encode())
    model = f"{config.model} {_model_version(config)}"
    made_by = {
        "variorum": __version__,
        "model": model,
        "annotators": list(ANNOTATORS),
        "rules": sorted((*RULES, *RELATION_RULES)),
    }
    versions = json.dumps({**made_by, "lexicons": lexicons_digest()}, sort_keys=True)
    return {
        "run_id": mint("run", inputs, settings, versions),
        "inputs_hash": inputs,
        "config_hash": digest(settings.encode()),
        "config": settings,
        "versions": versions,
        "contract": None,
        "finished_at": None,
    }


def _summary(out: Path, tables: Tables, notes: Sequence[str]) -> BuildSummary:
    reports = tables["reports"]
    read = [r for r in reports if r["status"] == "read"]
    loud = [i["what"] for i in tables["issues"] if i["stage"] in {"reports", "decisions"} and i["kind"] not in QUIET]
    broken = [f"{i['file']}: {i['what']}" for i in tables["issues"] if i["kind"] == "not_annotated"]
    return BuildSummary(
        record=str(out),
        n_read=len(read),
        n_set_aside=len(reports) - len(read),
        n_events=len(tables["events"]),
        n_disagreements=len(tables["disagreements"]),
        n_sources=len({r["siglum"] for r in read}),
        n_origins=len({r["origin_id"] for r in read}),
        issues=(*notes, *sorted(broken), *sorted(loud)),
    )
