"""The documents run: README's example, the tutorial's commands, the SQL page; and they name what the code has."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

import variorum
from variorum.annotations import ANNOTATORS
from variorum.record.reconcile import RULES

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
EXAMPLE = Path("examples/sochi-retold/reports")
ROOT_PAGES = ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md")


def blocks(page, language):
    """The fenced blocks of one language in a page."""
    text = (ROOT / page).read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def tutorial_commands():
    return [line for block in blocks("docs/tutorial.md", "sh") for line in block.splitlines() if line.strip()]


@pytest.fixture(scope="session")
def desk(tmp_path_factory):
    """A folder as a reader of the documents has it: the example's reports, and `variorum` on the path."""
    folder = tmp_path_factory.mktemp("desk")
    shutil.copytree(ROOT / EXAMPLE, folder / EXAMPLE)
    program = folder / "bin" / "variorum"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m variorum "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    return folder


def shell(desk, line):
    """Run one line as a reader would type it."""
    path = [str(desk / "bin"), os.environ.get("PATH", "")]
    sources = [str(ROOT / "src"), os.environ.get("PYTHONPATH", "")]
    environment = {**os.environ, "PATH": os.pathsep.join(path), "PYTHONPATH": os.pathsep.join(filter(None, sources))}
    return subprocess.run(
        line, shell=True, cwd=desk, env=environment, capture_output=True, text=True, check=False, timeout=300
    )


@pytest.fixture(scope="session")
def readme_said(desk):
    """What README's example prints; it leaves talks.variorum and talks.html on the desk."""
    (block,) = blocks("README.md", "python")
    (desk / "example.py").write_text(block, encoding="utf-8")
    ended = shell(desk, f'"{sys.executable}" example.py')
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


def test_example_of_the_readme_runs(desk, readme_said):
    assert len([line for line in blocks("README.md", "python")[0].splitlines() if line.strip()]) == 10
    summary = variorum.open(desk / "talks.variorum").summary()
    lines = readme_said.splitlines()
    assert lines[0] == f"{len(summary['reports'])} reports, {summary['counts'].split()[-2]} origins"
    told = [f"{row['kind']} | {row['summary']}" for row in summary["disagreements"]]
    assert told
    assert lines[1 : len(told) + 1] == told
    assert summary["events"][0]["event_id"] in readme_said
    assert "<html" in (desk / "talks.html").read_text(encoding="utf-8")[:500]


def test_commands_of_the_readme_are_the_tutorials():
    said = "\n".join(blocks("README.md", "sh"))
    commands = re.findall(r"^variorum .*$", said, re.MULTILINE)
    assert commands
    assert set(commands) <= set(tutorial_commands())


@pytest.mark.usefixtures("readme_said")
def test_commands_of_the_tutorial_run(desk):
    """In their order; ID stands for ids that the record has."""
    ids = [event["event_id"] for event in variorum.open(desk / "talks.variorum").summary()["events"]]
    for line in tutorial_commands():
        given = iter(ids)
        ended = shell(desk, re.sub(r"\bID\b", lambda _, given=given: next(given), line))
        assert ended.returncode == 0, f"{line}: {ended.stderr}"
    exported = json.loads((desk / "talks.json").read_text(encoding="utf-8"))
    assert [row["author"] for row in exported["decisions"]] == ["A. Reader"]
    assert (desk / "tables" / "events.csv").is_file()


@pytest.mark.usefixtures("readme_said")
def test_queries_of_the_sql_page_run(desk):
    with duckdb.connect(str(desk / "talks.variorum"), read_only=True) as connection:
        for query in blocks("docs/how-to/query-with-sql.md", "sql"):
            assert connection.execute(query).description


def test_every_annotator_and_rule_is_explained():
    text = (DOCS / "explanation" / "from-words-to-findings.md").read_text(encoding="utf-8")
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert [name for name in (*ANNOTATORS, *RULES) if f"`{name}`" not in text] == []
    assert [name for name in (*ANNOTATORS, *RULES) if f"`{name}`" not in changes] == []


def test_every_lexicon_has_its_origin():
    text = (DOCS / "data-sources.md").read_text(encoding="utf-8")
    lexicons = ROOT / "src" / "variorum" / "schema" / "lexicons"
    assert [file.name for file in lexicons.glob("*.toml") if f"`lexicons/{file.name}`" not in text] == []


def test_architecture_names_every_room_and_every_promise():
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    package = ROOT / "src" / "variorum"
    rooms = [f"{path.name}/" for path in package.iterdir() if (path / "__init__.py").is_file()]
    assert [room for room in rooms if f"`{room}`" not in text] == []
    assert text.count("\n| ") > len(rooms)
    tests = (ROOT / "tests" / "test_promises.py").read_text(encoding="utf-8")
    named = re.findall(r"`(test_\w+)`", text)
    assert named
    assert [name for name in named if f"def {name}(" not in tests] == []


@pytest.mark.parametrize("page", ROOT_PAGES)
def test_links_of_the_root_pages_lead_somewhere(page):
    text = (ROOT / page).read_text(encoding="utf-8")
    targets = [target for target in re.findall(r"\]\(([^)#]+)[^)]*\)", text) if "://" not in target]
    assert [target for target in targets if not (ROOT / target).exists()] == []
    assert len(text.splitlines()) <= 500


def test_files_that_the_pages_name_are_there():
    """A path in backticks that looks like one of ours exists."""
    lost = []
    for page in [*ROOT_PAGES, *(str(path.relative_to(ROOT)) for path in DOCS.rglob("*.md"))]:
        text = (ROOT / page).read_text(encoding="utf-8")
        for name in re.findall(r"`((?:\w+/)+[\w.-]+\.(?:py|toml|md))`", text):
            bases = (ROOT, ROOT / "src" / "variorum", ROOT / "src" / "variorum" / "schema")
            if not any((base / name).exists() for base in bases):
                lost.append(f"{page}: {name}")
    assert lost == []


def test_picture_is_small():
    assert 10_000 < (DOCS / "images" / "dossier.png").stat().st_size <= 250_000
