"""The command line: parse, one library call, print. Nothing heavy is imported before a command needs it.

Exit codes: 0 done, 1 an error, 2 bad input, 3 a promise of the record would have been broken, 130 stopped.
"""

import os
import sys
from collections.abc import Sequence
from typing import NoReturn

import typer

from variorum.cli import building, records, scoring
from variorum.cli.app import app
from variorum.errors import VariorumError

__all__ = ["app", "building", "main", "records", "scoring"]


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
