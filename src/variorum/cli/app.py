"""The program that the commands belong to."""

from typing import Annotated

import typer

app = typer.Typer(
    name="variorum",
    help="Many press reports in, one auditable record out: what happened, who says so, and where they differ.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


@app.callback(invoke_without_command=True)
def entry(
    version: Annotated[bool, typer.Option("--version", help="Print the version and end.")] = False,
) -> None:
    """Many press reports in, one auditable record out: what happened, who says so, and where they differ."""
    if version:
        from variorum import __version__

        typer.echo(f"variorum {__version__}")
        raise typer.Exit
