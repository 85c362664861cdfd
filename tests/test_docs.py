"""The documents say what the code does."""

import importlib.util
import re
from dataclasses import fields
from pathlib import Path

import pytest

from variorum.config import Config
from variorum.schema.tables import TABLES

DOCS = Path(__file__).parents[1] / "docs"


def load_generator():
    spec = importlib.util.spec_from_file_location("generate", DOCS / "generate.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


GENERATE = load_generator()


@pytest.mark.parametrize("page", GENERATE.PAGES)
def test_reference_is_up_to_date(page):
    written = (DOCS / "reference" / page).read_text(encoding="utf-8")
    assert written == GENERATE.PAGES[page](), "run `make docs`"


@pytest.mark.parametrize("command", GENERATE.command_names())
def test_every_command_is_documented_with_its_help(command):
    text = (DOCS / "reference" / "cli.md").read_text(encoding="utf-8")
    part = text.partition(f"\n## {command}\n")[2]
    assert f"Usage: variorum {command}" in part
    assert f"  variorum {command}" in part.partition("Examples:")[2]


def test_every_table_and_column_is_documented():
    text = (DOCS / "reference" / "record.md").read_text(encoding="utf-8")
    for table in TABLES:
        part = text.partition(f"\n## {table.name}\n")[2].partition("\n## ")[0]
        assert table.meaning in part
        assert all(f"| {column.name} | {column.type} | {column.meaning} |" in part for column in table.columns)


def test_every_setting_is_documented():
    text = (DOCS / "reference" / "config.md").read_text(encoding="utf-8")
    assert all(f"| {field.name} | `" in text for field in fields(Config))


def test_every_link_between_pages_leads_somewhere():
    lost = []
    for page in DOCS.rglob("*.md"):
        for target in re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text(encoding="utf-8")):
            if "://" not in target and not (page.parent / target).exists():
                lost.append(f"{page.relative_to(DOCS)} -> {target}")
    assert lost == []


def test_no_page_is_too_long():
    hand_written = [page for page in DOCS.rglob("*.md") if page.parent.name != "reference"]
    assert [page.name for page in hand_written if len(page.read_text(encoding="utf-8").splitlines()) > 500] == []


def test_every_page_is_reached_from_the_index():
    index = (DOCS / "index.md").read_text(encoding="utf-8")
    pages = {str(page.relative_to(DOCS)) for page in DOCS.rglob("*.md")} - {"index.md"}
    assert {page for page in pages if page not in index} == set()
