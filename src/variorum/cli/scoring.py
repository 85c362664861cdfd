"""The commands that examine: answers against gold, and the machine."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from variorum.cli.app import app
from variorum.cli.options import AsJson, ConfigFile, count, examples, print_json, read_settings, showing
from variorum.errors import InputError, VariorumError

if TYPE_CHECKING:
    from variorum.evaluate import Evaluation


@app.command(
    epilog=examples(
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
    with showing(quiet=quiet or as_json) as progress:
        coder = room.Coder(config=read_settings(config), **({"progress": progress} if progress else {}))
        evaluation = room.evaluate(gold, tasks=task or (), coder=coder, every=every)
    if as_json:
        print_json(room.as_object(evaluation))
    else:
        typer.echo(room.as_table(evaluation))
    if errors is not None:
        typer.echo(f"{errors}: {count(room.write_misses(evaluation, errors), 'wrong answer')} written", err=True)
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
        raise VariorumError(f"{count(verdict.below, 'figure')} below the floors of {floors}")


@app.command(epilog=examples("variorum doctor", "variorum doctor --prepare"))
def doctor(
    prepare: Annotated[bool, typer.Option("--prepare", help="Compile the gazetteer now.")] = False,
    config: ConfigFile = None,
    as_json: AsJson = False,
) -> None:
    """Say what this machine lacks, and what to do about it."""
    from variorum.views.checkup import examine

    checks = examine(config=read_settings(config), prepare=prepare)
    if as_json:
        print_json([asdict(check) for check in checks])
    else:
        for check in checks:
            state = "ok" if check.ok else "problem" if check.needed else "optional"
            remedy = f": {check.remedy}" if check.remedy else ""
            typer.echo(f"{state:8}  {check.name:9}  {check.found}{remedy}")
    raise typer.Exit(code=0 if all(check.ok or not check.needed for check in checks) else 1)
