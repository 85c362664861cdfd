"""The cases that tests build from: reports read and annotated once a session, then linked in any order."""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from variorum import pipeline
from variorum.config import Config
from variorum.reports import discover_inputs, read_input
from variorum.schema.annotations import Annotations
from variorum.schema.reports import Report
from variorum.views.catalogue import Catalogue
from variorum.views.export import export_json

ROOT = Path(__file__).parents[1]
FOLDERS = {
    "sochi-retold": ROOT / "examples" / "sochi-retold" / "reports",
    "invented": ROOT / "examples" / "invented" / "reports",
    "sochi": ROOT.parent / "shared" / "reports" / "sochi",
}
CONFIG = Config()
EXAMPLES = ("sochi-retold", "invented")
CASES = [
    pytest.param(
        name, marks=pytest.mark.skipif(not folder.is_dir(), reason=f"the reports of {name} are not beside the project")
    )
    for name, folder in FOLDERS.items()
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """The reports of a folder with their annotations, by report id."""

    reports: tuple[Report, ...]
    annotations: Mapping[str, Annotations]

    def tables(self, reports: Sequence[Report] | None = None) -> pipeline.Tables:
        """Link and reconcile the reports, in the order given."""
        chosen = pipeline.settle_reports(self.reports if reports is None else reports)
        return pipeline.make_tables(chosen, self.annotations, config=CONFIG)


@cache
def annotated(text: str, report: Report, config: Config) -> Annotations:
    """Annotate a report, once a session."""
    return FIND(report, config)


def annotate_once(report: Report, config: Config) -> Annotations:
    """Stand in for the annotators: they are pure, so that once is enough."""
    return annotated(report.text, report, config)


FIND = pipeline.annotate


def read_folder(folder: Path) -> Case:
    """Read and annotate all reports of a folder."""
    inputs = discover_inputs([folder], CONFIG).inputs
    reports = pipeline.settle_reports([read_input(item, CONFIG) for item in inputs])
    found = {r.report_id: annotate_once(r, CONFIG) for r in reports if r.status == "read"}
    return Case(reports=reports, annotations=found)


@cache
def read_case(name: str) -> Case:
    """Read and annotate a case, once a session."""
    return read_folder(FOLDERS[name])


def exported(tables: pipeline.Tables) -> str:
    """Tables as `export --to json` writes them."""
    return export_json(Catalogue(tables))


def export_of(record: Path) -> str:
    """A record's export."""
    return str(pipeline_open(record).export("json"))


def pipeline_open(record: Path):
    """Open a record as a user of the library does."""
    import variorum

    return variorum.open(record)


def tables_of(record: Path) -> dict[str, list[dict]]:
    """A record's exported tables."""
    return json.loads(export_of(record))


def command(*arguments: object) -> list[str]:
    """The command line of this checkout as a process of its own."""
    return [sys.executable, "-m", "variorum", *(str(argument) for argument in arguments)]


def run(*arguments: object, **options) -> subprocess.CompletedProcess:
    """Run a command to its end."""
    return subprocess.run(command(*arguments), capture_output=True, text=True, check=False, timeout=300, **options)
