"""What the commands share: options, settings, progress, and how a page or JSON is printed."""

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from variorum.config import Config

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


def examples(*commands: str) -> str:
    """Lines that close a command's help."""
    return "\b\nExamples:\n" + "\n".join(f"  {command}" for command in commands)


@contextmanager
def showing(*, quiet: bool) -> Iterator[Callable[[str, int, int], None] | None]:
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


def read_settings(path: Path | None) -> "Config":
    """Settings from a file, else from `variorum.toml` of the working folder where there is one, else the defaults."""
    from variorum.config import FILE_NAME, load_config

    here = Path(FILE_NAME)
    return load_config(path if path is not None else here if here.is_file() else None)


def print_page(show: Callable[..., str], *arguments: str | None, plain: bool, **options: bool) -> None:
    """Print a page as wide, as coloured and with such letters as standard output allows."""
    colour = sys.stdout.isatty() and not plain and "NO_COLOR" not in os.environ
    unicode = not plain and "utf" in (sys.stdout.encoding or "").lower()
    typer.echo(show(*arguments, width=_width(), color=colour, unicode=unicode, **options), color=colour)


def _width() -> int:
    import shutil

    return shutil.get_terminal_size((100, 24)).columns


def count(number: int, noun: str) -> str:
    """A number with its noun in the right number."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def print_json(value: Any) -> None:
    """Print a value as JSON on standard output."""
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True, default=str))
