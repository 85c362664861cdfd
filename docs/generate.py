"""Write docs/reference from the code: the commands' help, the record's tables, the settings.

    generate.py [--check]

With --check nothing is written; it fails where a page is out of date.
"""

import argparse
import ast
import inspect
import os
import subprocess
import sys
from dataclasses import fields
from itertools import pairwise
from pathlib import Path

from variorum import config
from variorum.config import Config
from variorum.schema.table_shapes import Table
from variorum.schema.tables import CONTRACT, TABLES

REFERENCE = Path(__file__).parent / "reference"
NOTE = "<!-- written by docs/generate.py (make docs); do not edit -->"


EXITS = (
    "Exit codes: 0 done, 1 an error, 2 bad input, 3 a promise of the record would have been broken, 130 stopped "
    "by the user. Errors are one line on standard error."
)


def command_names() -> list[str]:
    """The commands, in the order of `variorum --help`."""
    from variorum.cli import app

    return [command.name or command.callback.__name__ for command in app.registered_commands if command.callback]


def help_of(*arguments: str) -> str:
    """The help that a command prints, 100 columns wide."""
    environment = {**os.environ, "COLUMNS": "100", "TERMINAL_WIDTH": "100", "NO_COLOR": "1"}
    command = [sys.executable, "-m", "variorum", *arguments, "--help"]
    ended = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    return "\n".join(line.rstrip() for line in ended.stdout.strip().splitlines())


def write_cli() -> str:
    """Every command with its help."""
    parts = [
        "# Commands",
        NOTE,
        EXITS,
        f"```text\n{help_of()}\n```",
    ]
    parts += [f"## {name}\n\n```text\n{help_of(name)}\n```" for name in command_names()]
    return "\n\n".join(parts) + "\n"


def _table(table: Table) -> str:
    rows = "\n".join(f"| {column.name} | {column.type} | {column.meaning} |" for column in table.columns)
    internal = "" if table.exported else " Not part of `export`."
    return (
        f"## {table.name}\n\n{table.meaning} Key: {', '.join(table.key)}.{internal}\n\n"
        f"| column | type | meaning |\n| --- | --- | --- |\n{rows}"
    )


def write_record() -> str:
    """Every table with its columns, meanings and units."""
    opening = (
        f"# The record\n\n{NOTE}\n\nA record is a DuckDB file. Contract {CONTRACT}. Days are ISO dates, times EDTF text, "
        "offsets code points into `reports.text`, half-open. Ids are content hashes."
    )
    return "\n\n".join([opening, *map(_table, TABLES)]) + "\n"


def _settings() -> dict[str, str]:
    """What each setting's docstring in config.py says."""
    tree = ast.parse(inspect.getsource(config))
    body = next(node.body for node in tree.body if isinstance(node, ast.ClassDef) and node.name == "Config")
    said = {}
    for field, text in pairwise(body):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(text, ast.Expr):
            said[field.target.id] = inspect.cleandoc(str(ast.literal_eval(text.value)))
    return said


def _toml(value: object) -> str:
    if isinstance(value, tuple):
        return "[" + ", ".join(_toml(one) for one in value) + "]"
    return f'"{value}"' if isinstance(value, str) else str(value)


def write_config() -> str:
    """Every setting with its default, unit and reason."""
    said = _settings()
    rows = "\n".join(
        f"| {field.name} | `{_toml(getattr(Config(), field.name))}` | {said[field.name]} |" for field in fields(Config)
    )
    return (
        f"# Settings\n\n{NOTE}\n\nRead from `{config.FILE_NAME}` in the current folder, or from `--config FILE`. "
        "A file holds only what differs. The settings used are written into the run.\n\n"
        f"| setting | default | meaning |\n| --- | --- | --- |\n{rows}\n\n"
        "The environment holds only the machine: `VARIORUM_CACHE` (folder of the compiled gazetteer), `VARIORUM_RUNNER` "
        "(auto, inline, pool or daft) and `VARIORUM_DEBUG` (1: show where an unexpected fault arose).\n"
    )


PAGES = {"cli.md": write_cli, "record.md": write_record, "config.md": write_config}


def main() -> int:
    """Write the pages, or say which are out of date."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    stale = []
    for name, write in PAGES.items():
        path, text = REFERENCE / name, write()
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            stale.append(name)
            if not check:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
    if stale:
        print(f"{'out of date, run `make docs`' if check else 'written'}: {', '.join(stale)}")
    return 1 if stale and check else 0


if __name__ == "__main__":
    sys.exit(main())
