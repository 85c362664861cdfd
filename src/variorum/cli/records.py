"""The commands on a record: look at it, explain it, rule on it, hand it on."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from variorum.cli.app import app
from variorum.cli.options import AsJson, OneReport, Plain, RecordPath, examples, print_json, print_page
from variorum.errors import InputError


@app.command(epilog=examples("variorum show talks.variorum", "variorum show talks.variorum --json"))
def show(
    record: RecordPath,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """Show the chronology and what is disputed."""
    import variorum

    opened = variorum.open(record)
    if as_json:
        print_json(opened.summary())
        return
    print_page(opened.show, plain=plain)


@app.command(
    epilog=examples(
        "variorum reports talks.variorum",
        "variorum reports talks.variorum --report MP",
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
        print_json(opened.reports(report))
    else:
        print_page(opened.show_reports, report, plain=plain, removals=removals, set_aside=set_aside)


@app.command(
    epilog=examples(
        "variorum lineage talks.variorum",
        "variorum lineage talks.variorum --report MP",
        "variorum lineage talks.variorum --json",
    )
)
def lineage(record: RecordPath, report: OneReport = None, as_json: AsJson = False, plain: Plain = False) -> None:
    """Show who copied whom: origins, trees of copies, passages with their differences, shared words."""
    import variorum

    opened = variorum.open(record)
    if as_json:
        print_json(opened.lineage(report))
    else:
        print_page(opened.show_lineage, report, plain=plain)


@app.command(
    epilog=examples(
        "variorum coverage talks.variorum",
        "variorum coverage talks.variorum --source MP",
        "variorum coverage talks.variorum --json",
    )
)
def coverage(
    record: RecordPath,
    source: Annotated[
        str | None, typer.Option("--source", metavar="NAME", help="One source: its siglum or its name.")
    ] = None,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """Show who tells, copies, contradicts and leaves out what; per source, what it alone has and leaves out."""
    import variorum

    opened = variorum.open(record)
    if as_json:
        print_json(opened.coverage(source))
    else:
        print_page(opened.show_coverage, source, plain=plain)


@app.command(
    epilog=examples("variorum versions talks.variorum", "variorum versions talks.variorum --report r0123456789abcdef")
)
def versions(record: RecordPath, report: OneReport = None, as_json: AsJson = False, plain: Plain = False) -> None:
    """Show what outlets changed in their reports after they were first published."""
    import variorum

    opened = variorum.open(record)
    if as_json:
        print_json(opened.versions(report))
    else:
        print_page(opened.show_versions, report, plain=plain)


@app.command(epilog=examples("variorum dossier talks.variorum -o talks.html"))
def dossier(
    record: RecordPath,
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FILE", help="The page to write.")],
) -> None:
    """Write the record as one self-contained HTML page."""
    import variorum

    variorum.open(record).write_dossier(out)
    typer.echo(f"{out} written: open it in a browser, it needs no network")


@app.command(epilog=examples("variorum explain talks.variorum n0123456789abcdef"))
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
        print_json(explanation.as_json())
    else:
        typer.echo(explanation.text)


@app.command(
    epilog=examples(
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
        print_json({"decision_id": number})
    else:
        typer.echo(f"decision {number} written to {record}: the next `variorum build` obeys it")


@app.command(
    epilog=examples(
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
