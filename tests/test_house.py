"""The house's own rules: sizes, names, docstrings, contract."""

import ast
import re
import statistics
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from variorum.schema import vocabulary
from variorum.schema.tables import TABLES
from variorum.store.checks import CLOSED

ROOT = Path(__file__).parents[1]
SOURCES = sorted((ROOT / "src" / "variorum").rglob("*.py"))
TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in SOURCES}
REFUSED = {"util", "utils", "helper", "helpers", "common", "misc", "manager", "handler", "processor", "data", "info"}


def functions():
    for path, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield path.relative_to(ROOT), node, (node.end_lineno or 0) - node.lineno + 1


def words(name):
    return set(re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower().split("_"))


def test_no_file_is_over_the_ceiling():
    assert [str(path) for path in SOURCES if len(path.read_text(encoding="utf-8").splitlines()) > 500] == []


def test_no_function_is_over_the_ceiling():
    assert [f"{path}:{node.lineno} {node.name} {length}" for path, node, length in functions() if length > 60] == []


def test_functions_are_small():
    lengths = sorted(length for _, _, length in functions())
    assert statistics.median(lengths) <= 10
    assert lengths[int(len(lengths) * 0.9)] <= 30


def test_every_module_says_what_it_holds():
    assert [str(p) for p, tree in TREES.items() if not ast.get_docstring(tree) and p.stat().st_size > 0] == []


def public_definitions():
    for path, tree in TREES.items():
        for node in tree.body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
                yield path.relative_to(ROOT), node
                if isinstance(node, ast.ClassDef):
                    yield from (
                        (path.relative_to(ROOT), part)
                        for part in node.body
                        if isinstance(part, ast.FunctionDef) and not part.name.startswith("_")
                    )


def is_plain(node):
    """A one-line method or function whose name and types say all, or a class of named columns."""
    body = [part for part in node.body if not isinstance(part, ast.AnnAssign)]
    return len(body) <= 1


def test_every_public_function_says_what_it_does():
    missing = [
        f"{path}:{node.lineno} {node.name}"
        for path, node in public_definitions()
        if not ast.get_docstring(node) and not is_plain(node)
    ]
    assert missing == []


def test_no_name_says_nothing():
    names = {str(path.relative_to(ROOT)): words(path.stem) for path in SOURCES}
    names |= {f"{path}:{node.lineno} {node.name}": words(node.name) for path, node, _ in functions()}
    for path, tree in TREES.items():
        names |= {f"{path}: {n.name}": words(n.name) for n in ast.walk(tree) if isinstance(n, ast.ClassDef)}
    assert [name for name, parts in names.items() if parts & REFUSED] == []


@pytest.mark.parametrize(("module", "room"), [("duckdb", "store"), ("spacy", "annotations"), ("daft", "engine")])
def test_one_room_only_imports(module, room):
    found = set()
    for path, tree in TREES.items():
        for node in ast.walk(tree):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) and node.level == 0 else []
            if any(name.partition(".")[0] == module for name in names):
                found.add(path.relative_to(ROOT / "src" / "variorum").parts[0])
    assert found <= {room}


def test_every_closed_vocabulary_is_checked_when_written():
    columns = {(table.name, column.name): column.meaning for table in TABLES for column in table.columns}
    assert set(CLOSED) <= set(columns)
    plain = {name for name, value in vars(vocabulary).items() if name.isupper() and isinstance(value, tuple)}
    checked = {name for name in plain if getattr(vocabulary, name) in CLOSED.values()}
    assert plain - checked <= {"ENTITY_FORMS", "TIME_TYPES"}


def test_every_table_has_a_key_and_meanings():
    for table in TABLES:
        names = [column.name for column in table.columns]
        assert len(set(names)) == len(names)
        assert set(table.key) <= set(names)
        assert table.meaning.endswith(".")
        assert all(
            column.meaning and column.type in {"VARCHAR", "BIGINT", "DOUBLE", "BOOLEAN", "DATE"}
            for column in table.columns
        )


def test_import_contracts_hold():
    lint = Path(sys.executable).with_name("lint-imports")
    if not lint.exists():
        pytest.skip("import-linter is not installed")
    ended = subprocess.run([lint, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout[-2000:]


def test_lock_names_no_address():
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in lock
    assert not re.search(r"^(torch|pyicu)==", lock, re.MULTILINE)


def test_every_dependency_says_why():
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    block = text.partition("dependencies = [")[2].partition("\n]")[0]
    lines = [line for line in block.splitlines() if line.strip()]
    assert len(lines) == len(tomllib.loads(text)["project"]["dependencies"])
    assert all("  # " in line for line in lines)


def test_every_make_target_is_listed():
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.search(r"^\.PHONY: (.*)$", text, re.MULTILINE)[1].split())
    assert targets == set(re.findall(r"^([a-z]+):.*## ", text, re.MULTILINE))
    assert targets >= {"venv", "demo", "test", "check", "golden", "evaluate", "bench", "docs", "clean"}
