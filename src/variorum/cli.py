"""The command line: parse, one library call, print. Nothing heavy is imported before a command needs it.

Exit codes: 0 done, 1 an error, 2 bad input, 3 a promise of the record would have been broken, 130 stopped.
"""

import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from variorum.errors import InputError, VariorumError

if TYPE_CHECKING:
    from variorum.config import Config
    from variorum.evaluate import Evaluation
    from variorum.pipeline import BuildSummary

_MOST_NOTES = 20
"""Lines that a build prints of what it set aside; the record holds all."""

app = typer.Typer(
    name="variorum",
    help="Many press reports in, one auditable record out: what happened, who says so, and where they differ.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

RecordPath = Annotated[Path, typer.Argument(metavar="RECORD", help="The record, a .variorum file.", show_default=False)]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON on standard output and nothing else.")]
Plain = Annotated[bool, typer.Option("--plain", help="No colour, ASCII only.")]
OneReport = Annotated[
    str | None, typer.Option("--report", metavar="ID", help="One report: its siglum, or its id or the id's beginning.")
]
ConfigFile = Annotated[
    Path | None,
    typer.Option("--config", metavar="FILE", help="Settings as TOML. [default: variorum.toml here, if any]"),
]


def _epilog(*examples: str) -> str:
    return "\b\nExamples:\n" + "\n".join(f"  {example}" for example in examples)


@app.callback(invoke_without_command=True)
def entry(
    version: Annotated[bool, typer.Option("--version", help="Print the version and end.")] = False,
) -> None:
    """Many press reports in, one auditable record out: what happened, who says so, and where they differ."""
    if version:
        from variorum import __version__

        typer.echo(f"variorum {__version__}")
        raise typer.Exit


@app.command(
    epilog=_epilog(
        "variorum build reports/ -o talks.variorum",
        "variorum build more/ -o talks.variorum --json",
        "variorum build export.jsonl 'dump/**/*.warc.gz' https://example.org/feed.xml -o talks.variorum",
        "variorum build table.csv --map title=heading,text=words -o talks.variorum",
    )
)
def build(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATHS",
            help="Folders, files, patterns in quotation marks, http(s) addresses, or - for standard input.",
            show_default=False,
        ),
    ],
    out: Annotated[Path, typer.Option("--out", "-o", metavar="RECORD", help="The record to make or to add to.")],
    fresh: Annotated[
        bool, typer.Option("--fresh", help="Start the record over instead of adding to it; its decisions are kept.")
    ] = False,
    mapped: Annotated[
        str | None,
        typer.Option(
            "--map",
            metavar="PAIRS",
            help="Which field of a record holds what: title=headline,text=body.",
            show_default=False,
        ),
    ] = None,
    offline: Annotated[bool, typer.Option("--offline", help="Fetch nothing: of feeds their own words.")] = False,
    private: Annotated[bool, typer.Option("--allow-private", help="Fetch from private addresses too.")] = False,
    actors: Annotated[
        Path | None,
        typer.Option(
            "--actors",
            metavar="CSV",
            help="Actors of your own, which outvote all else: name, variants, kind, country, sector, from, to.",
            show_default=False,
        ),
    ] = None,
    config: ConfigFile = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Show no progress.")] = False,
    as_json: AsJson = False,
) -> None:
    """Read reports and make a record of them, or add them to one.

    Text, Markdown, HTML, PDF, DOCX, feeds, WARC, JSON, tables, mail and archives of them are read; a table reports.tsv
    beside files may say what they don't (file, source, published, url, credit).
    """
    import variorum

    settings = _with_options(_settings(config), mapped, actors, offline=offline, private=private)
    with _showing(quiet=quiet or as_json) as progress:
        summary = variorum.build(paths, out=out, fresh=fresh, config=settings, progress=progress)
    if as_json:
        _print_json(asdict(summary))
    else:
        _tell_summary(summary)
    if not summary.n_read:
        raise InputError(
            f"{out}: no report could be read; the reasons are in its table issues: mend the files, build again"
        )


def _tell_summary(summary: "BuildSummary") -> None:
    for issue in summary.issues[:_MOST_NOTES]:
        typer.echo(f"note: {issue}", err=True)
    if len(summary.issues) > _MOST_NOTES:
        typer.echo(f"note: {len(summary.issues) - _MOST_NOTES} more are in the record's table issues", err=True)
    typer.echo(
        f"{summary.record}: {_count(summary.n_read, 'report')} read, {summary.n_set_aside} set aside; "
        f"{_count(summary.n_events, 'event')}, {_count(summary.n_disagreements, 'disagreement')}; "
        f"{_count(summary.n_sources, 'source')}, {_count(summary.n_origins, 'origin')}"
    )


@app.command(epilog=_epilog("variorum show talks.variorum", "variorum show talks.variorum --json"))
def show(
    record: RecordPath,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """Show the chronology and what is disputed."""
    import variorum

    opened = variorum.open(record)
    if as_json:
        _print_json(opened.summary())
        return
    _print_page(opened.show, plain=plain)


@app.command(
    epilog=_epilog(
        "variorum reports talks.variorum",
        "variorum reports talks.variorum --report TVP",
        "variorum reports talks.variorum --set-aside",
    )
)
def reports(
    record: RecordPath,
    report: OneReport = None,
    removals: Annotated[bool, typer.Option("--removals", help="With every piece that cleaning took away.")] = False,
    set_aside: Annotated[bool, typer.Option("--set-aside", help="Only what was set aside, every file.")] = False,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """List what was read, cut, dated and set aside, and why; with --report one report whole."""
    import variorum

    opened = variorum.open(record)
    if as_json:
        _print_json(opened.reports(report))
    else:
        _print_page(opened.show_reports, report, plain=plain, removals=removals, set_aside=set_aside)


@app.command(
    epilog=_epilog(
        "variorum lineage talks.variorum",
        "variorum lineage talks.variorum --report TVP",
        "variorum lineage talks.variorum --json",
    )
)
def lineage(record: RecordPath, report: OneReport = None, as_json: AsJson = False, plain: Plain = False) -> None:
    """Show who copied whom: origins, trees of copies, passages with their differences, shared words."""
    import variorum

    opened = variorum.open(record)
    if as_json:
        _print_json(opened.lineage(report))
    else:
        _print_page(opened.show_lineage, report, plain=plain)


@app.command(
    epilog=_epilog("variorum versions talks.variorum", "variorum versions talks.variorum --report r0123456789abcdef")
)
def versions(record: RecordPath, report: OneReport = None, as_json: AsJson = False, plain: Plain = False) -> None:
    """Show what outlets changed in their reports after they were first published."""
    import variorum

    opened = variorum.open(record)
    if as_json:
        _print_json(opened.versions(report))
    else:
        _print_page(opened.show_versions, report, plain=plain)


@app.command(epilog=_epilog("variorum dossier talks.variorum -o talks.html"))
def dossier(
    record: RecordPath,
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FILE", help="The page to write.")],
) -> None:
    """Write the record as one self-contained HTML page."""
    import variorum

    variorum.open(record).write_dossier(out)
    typer.echo(f"{out} written: open it in a browser, it needs no network")


@app.command(epilog=_epilog("variorum explain talks.variorum n0123456789abcdef"))
def explain(
    record: RecordPath,
    item: Annotated[
        str, typer.Argument(metavar="ID", help="Id of an event, finding, claim, entity, ...", show_default=False)
    ],
    as_json: AsJson = False,
) -> None:
    """Trace an item back to its claims, its rule and the exact words."""
    import variorum

    explanation = variorum.open(record).explain(item)
    if as_json:
        _print_json(explanation.as_json())
    else:
        typer.echo(explanation.text)


@app.command(
    epilog=_epilog(
        "variorum decide talks.variorum same e01 e02 --reason 'one spelling of the other'",
        "variorum decide talks.variorum different v01 v02 --reason 'two days, two towns'",
        "variorum decide talks.variorum set v01 date 2031-05-02 --reason 'the ministry corrected it'",
    )
)
def decide(
    record: RecordPath,
    kind: Annotated[str, typer.Argument(metavar="RULING", help="same, different or set.", show_default=False)],
    ruled: Annotated[
        list[str],
        typer.Argument(metavar="WHAT", help="Two ids; for set: an id, a field and a value.", show_default=False),
    ],
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why. It is kept with the ruling.")],
    author: Annotated[
        str | None, typer.Option("--author", metavar="NAME", help="Who rules. [default: the user's name]")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Rule on what the machine got wrong; the next build obeys."""
    import variorum

    arguments = _ruling(kind, ruled)
    if not reason.strip():
        raise InputError("a decision needs a reason: give --reason TEXT")
    number = variorum.open(record).decide(kind, **arguments, reason=reason, author=author or _user())
    if as_json:
        _print_json({"decision_id": number})
    else:
        typer.echo(f"decision {number} written to {record}: the next `variorum build` obeys it")


@app.command(
    epilog=_epilog(
        "variorum export talks.variorum --to json > talks.json", "variorum export talks.variorum --to csv -o tables/"
    )
)
def export(
    record: RecordPath,
    to: Annotated[str, typer.Option("--to", metavar="json|csv", help="The form.")],
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="PATH", help="A file for json, a folder for csv.")
    ] = None,
) -> None:
    """Write the record's tables in another form."""
    import variorum

    if to not in ("json", "csv"):
        raise InputError(f"--to {to} is unknown: json or csv")
    if to == "csv" and out is None:
        raise InputError("csv is one file a table: name a folder with -o FOLDER")
    written = variorum.open(record).export(to, out)
    if out is not None:
        typer.echo(f"{out} written")
    elif written is not None:
        typer.echo(written, nl=not written.endswith("\n"))


@app.command(
    epilog=_epilog(
        "variorum evaluate --gold gold/",
        "variorum evaluate --gold gold/ --task times --task places --json",
        "variorum evaluate --gold gold/ --task incidents --errors misses.jsonl",
    )
)
def evaluate(
    gold: Annotated[Path, typer.Option("--gold", metavar="DIR", help="Folder of gold sets.", show_default=False)],
    task: Annotated[
        list[str] | None, typer.Option("--task", metavar="NAME", help="Only this task; may be given again.")
    ] = None,
    errors: Annotated[
        Path | None, typer.Option("--errors", metavar="FILE", help="Write every miss with its context as JSON Lines.")
    ] = None,
    every: Annotated[
        int, typer.Option("--every", metavar="N", min=1, help="Only one document in N of each file: a fixed sample.")
    ] = 1,
    floors: Annotated[
        Path | None, typer.Option("--floors", metavar="FILE", help="Fail where a figure is below its floor.")
    ] = None,
    raised: Annotated[bool, typer.Option("--raise-floors", help="Write what is higher into FILE.")] = False,
    lowered: Annotated[
        str | None, typer.Option("--lower-floors", metavar="NOTE", help="Write lower figures too; NOTE says why.")
    ] = None,
    against: Annotated[
        Path | None, typer.Option("--against", metavar="DIR", help="Say which answers moved since a frozen run.")
    ] = None,
    frozen: Annotated[Path | None, typer.Option("--freeze", metavar="DIR", help="Freeze this run there.")] = None,
    config: ConfigFile = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Show no progress.")] = False,
    as_json: AsJson = False,
) -> None:
    """Measure annotations and links against gold sets, and show what others have published beside them.

    The layout of gold sets is in docs/reference/gold.md; a task that the folder lacks is skipped by name.
    """
    from variorum import evaluate as room

    if (raised or lowered) and floors is None:
        raise InputError("which floors? give --floors FILE too")
    with _showing(quiet=quiet or as_json) as progress:
        coder = room.Coder(config=_settings(config), **({"progress": progress} if progress else {}))
        evaluation = room.evaluate(gold, tasks=task or (), coder=coder, every=every)
    if as_json:
        _print_json(room.as_object(evaluation))
    else:
        typer.echo(room.as_table(evaluation))
    if errors is not None:
        typer.echo(f"{errors}: {_count(room.write_misses(evaluation, errors), 'wrong answer')} written", err=True)
    if against is not None:
        typer.echo("\n".join(room.compare_frozen(evaluation, against)), err=True)
    if frozen is not None:
        room.freeze(evaluation, frozen)
    if floors is not None:
        _hold_floors(evaluation, floors, raised=raised, lowered=lowered)


def _hold_floors(evaluation: "Evaluation", floors: Path, *, raised: bool, lowered: str | None) -> None:
    from variorum.evaluate import hold_floors, raise_floors

    if raised or lowered:
        typer.echo("\n".join(raise_floors(evaluation, floors, lowered=lowered)) or "no floor changed", err=True)
    verdict = hold_floors(evaluation, floors)
    typer.echo("\n".join(verdict.lines), err=True)
    if verdict.below:
        raise VariorumError(f"{_count(verdict.below, 'figure')} below the floors of {floors}")


@app.command(epilog=_epilog("variorum doctor", "variorum doctor --prepare"))
def doctor(
    prepare: Annotated[bool, typer.Option("--prepare", help="Compile the gazetteer now.")] = False,
    config: ConfigFile = None,
    as_json: AsJson = False,
) -> None:
    """Say what this machine lacks, and what to do about it."""
    from variorum.views.checkup import examine

    checks = examine(config=_settings(config), prepare=prepare)
    if as_json:
        _print_json([asdict(check) for check in checks])
    else:
        for check in checks:
            state = "ok" if check.ok else "problem" if check.needed else "optional"
            remedy = f": {check.remedy}" if check.remedy else ""
            typer.echo(f"{state:8}  {check.name:9}  {check.found}{remedy}")
    raise typer.Exit(code=0 if all(check.ok or not check.needed for check in checks) else 1)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and end the process with its exit code. Errors are one line on standard error.

    Args:
        arguments: those after the program's name; the process's own where not given.
    """
    try:
        app(args=None if arguments is None else list(arguments), prog_name="variorum")
        code = 0
    except VariorumError as error:
        code = _say(str(error), error.exit_code)
    except SystemExit as ending:
        code = ending.code if isinstance(ending.code, int) else 0
        if code == 130:
            _say("stopped; finished work is kept, the same command goes on from there", code)
    except Exception as error:  # a fault of ours: still one line for the user, the trace on request
        if os.environ.get("VARIORUM_DEBUG"):
            raise
        code = _say(f"unexpected {type(error).__name__}: {error}; VARIORUM_DEBUG=1 shows where, please report it", 1)
    sys.exit(code)


def _say(message: str, code: int) -> int:
    typer.echo(f"variorum: {' '.join(message.split())}", err=True)
    return code


@contextmanager
def _showing(*, quiet: bool) -> Iterator[Callable[[str, int, int], None] | None]:
    """Show stages, counts and time left on standard error while a build runs. On no terminal: one line a stage."""
    if quiet:
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description:<12}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    console = Console(stderr=True)
    stages: dict[str, Any] = {}
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as bars:

        def progress(stage: str, done: int, total: int) -> None:
            if stage not in stages:
                stages[stage] = bars.add_task(stage, total=total)
                if not console.is_terminal:
                    typer.echo(f"{stage} ({total})", err=True)
            bars.update(stages[stage], completed=done, total=total)

        yield progress


def _settings(path: Path | None) -> "Config":
    from variorum.config import FILE_NAME, load_config

    here = Path(FILE_NAME)
    return load_config(path if path is not None else here if here.is_file() else None)


def _with_options(
    settings: "Config", mapped: str | None, actors: Path | None, *, offline: bool, private: bool
) -> "Config":
    """Settings with what the command's options say; an option that is not given changes nothing."""
    from variorum.config import config_from, config_values

    given: dict[str, Any] = {"map": [pair.strip() for pair in mapped.split(",")]} if mapped else {}
    given |= {"actors": str(actors)} if actors is not None else {}
    given |= {"offline": True} if offline else {}
    given |= {"fetch_private": True} if private else {}
    return config_from({**config_values(settings), **given}) if given else settings


def _ruling(kind: str, ruled: Sequence[str]) -> dict[str, str]:
    names = {"same": ("left", "right"), "different": ("left", "right"), "set": ("left", "field", "value")}.get(kind)
    if names is None:
        raise InputError(f"{kind} is no ruling: same, different or set")
    if len(ruled) != len(names):
        wanted = "ID FIELD VALUE" if kind == "set" else "ID ID"
        raise InputError(f"`{kind}` takes {wanted}, not {len(ruled)} of them")
    return dict(zip(names, ruled, strict=True))


def _user() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError):
        raise InputError("nobody knows who you are here: give --author NAME") from None


def _print_page(show: Callable[..., str], *arguments: str | None, plain: bool, **options: bool) -> None:
    """Print a page as wide, as coloured and with such letters as standard output allows."""
    colour = sys.stdout.isatty() and not plain and "NO_COLOR" not in os.environ
    unicode = not plain and "utf" in (sys.stdout.encoding or "").lower()
    typer.echo(show(*arguments, width=_width(), color=colour, unicode=unicode, **options), color=colour)


def _width() -> int:
    import shutil

    return shutil.get_terminal_size((100, 24)).columns


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _print_json(value: Any) -> None:
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True, default=str))
