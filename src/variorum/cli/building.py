"""The command that makes a record."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from variorum.cli.app import app
from variorum.cli.options import AsJson, ConfigFile, count, examples, print_json, read_settings, showing
from variorum.errors import InputError

if TYPE_CHECKING:
    from variorum.config import Config
    from variorum.pipeline import BuildSummary

_MOST_NOTES = 20
"""Lines that a build prints of what it set aside; the record holds all."""


@app.command(
    epilog=examples(
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

    settings = _with_options(read_settings(config), mapped, actors, offline=offline, private=private)
    with showing(quiet=quiet or as_json) as progress:
        summary = variorum.build(paths, out=out, fresh=fresh, config=settings, progress=progress)
    if as_json:
        print_json(asdict(summary))
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
        f"{summary.record}: {count(summary.n_read, 'report')} read, {summary.n_set_aside} set aside; "
        f"{count(summary.n_events, 'event')}, {count(summary.n_disagreements, 'disagreement')}; "
        f"{count(summary.n_sources, 'source')}, {count(summary.n_origins, 'origin')}"
    )


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
