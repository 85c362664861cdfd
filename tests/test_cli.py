"""The command line: one library call each, exit codes, JSON alone, errors in one line, a light start."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

import variorum
from variorum.cli import main
from store.factory import run_row, whole_record
from variorum.errors import ConfigError, InputError, IntegrityError, VariorumError
from variorum.store import publish

EVENT = "v0123456789abcdef"
COMMANDS = (
    "build",
    "show",
    "reports",
    "lineage",
    "coverage",
    "versions",
    "dossier",
    "explain",
    "decide",
    "export",
    "doctor",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    record: Path
    n_read: int = 5
    n_set_aside: int = 1
    n_events: int = 12
    n_disagreements: int = 3
    n_sources: int = 5
    n_origins: int = 1
    issues: tuple[str, ...] = ("b.bin is set aside: not text",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    text: str

    def as_json(self):
        return {"text": self.text}


class Opened:
    """Stands for an open record, and remembers what it was asked."""

    def __init__(self):
        self.asked = []

    def show(self, *, width, color, unicode):
        self.asked.append(("show", color, unicode))
        return "31 Oct  talks at the port"

    def summary(self):
        return {"events": 12, "title": "Šamšadin"}

    def reports(self, report=None):
        return {"reports": [report]}

    def lineage(self, report=None):
        return {"summary": "5 reports, 3 origins", "report": report}

    def coverage(self, source=None):
        return {"sources": [source]}

    def versions(self, report=None):
        return {"n_reports": 0, "report": report}

    def show_reports(self, report, *, removals, set_aside, width, color, unicode):
        self.asked.append(("reports", report, removals, set_aside, color, unicode))
        return "read 5"

    def show_lineage(self, report, *, width, color, unicode):
        self.asked.append(("lineage", report, color, unicode))
        return "5 reports, 3 origins"

    def show_coverage(self, source, *, width, color, unicode):
        self.asked.append(("coverage", source, color, unicode))
        return "it alone has"

    def show_versions(self, report, *, width, color, unicode):
        self.asked.append(("versions", report, color, unicode))
        return "nothing to compare"

    def write_dossier(self, path):
        Path(path).write_text("<html></html>", encoding="utf-8")

    def explain(self, item_id):
        if item_id == "nowhere":
            raise InputError("nowhere is no id of this record: see `variorum show`")
        return Explanation(text=f"{item_id} because")

    def export(self, to, path):
        self.asked.append(("export", to, path))
        return '{"events": []}\n' if path is None else str(path)

    def decide(self, kind, left, right=None, field=None, value=None, *, reason, author):
        self.asked.append((kind, left, right, field, value, reason, author))
        return "j0123456789abcdef"


@pytest.fixture
def opened(monkeypatch):
    record = Opened()
    monkeypatch.setitem(vars(variorum), "open", lambda path: record)
    return record


@pytest.fixture
def built(monkeypatch):
    calls = []

    def build(paths, *, out, fresh=False, config=None, progress=None):
        calls.append((paths, out, fresh, config))
        for done in (1, 2):
            if progress:
                progress("read", done, 2)
        return Summary(record=out)

    monkeypatch.setitem(vars(variorum), "build", build)
    return calls


@pytest.fixture
def run(capsys, monkeypatch, tmp_path):
    """Run a command line in an empty folder: (exit code, standard output, standard error)."""
    monkeypatch.chdir(tmp_path)

    def call(*arguments):
        with pytest.raises(SystemExit) as ending:
            main(arguments)
        written = capsys.readouterr()
        return ending.value.code, written.out, written.err

    return call


def test_build_says_what_it_made(run, built):
    code, out, err = run("build", "reports", "-o", "talks.variorum", "--fresh")
    assert code == 0
    assert out == "talks.variorum: 5 reports read, 1 set aside; 12 events, 3 disagreements; 5 sources, 1 origin\n"
    assert err == "read (2)\nnote: b.bin is set aside: not text\n"
    ((paths, record, fresh, config),) = built
    assert (paths, record, fresh) == (["reports"], Path("talks.variorum"), True)
    assert config.min_partition == 40


def test_settings_are_read_from_the_folder_or_the_file_given(run, built, tmp_path):
    (tmp_path / "variorum.toml").write_text("copy_min_words = 9\n")
    (tmp_path / "other.toml").write_text("copy_min_words = 11\n")
    run("build", "reports", "-o", "r", "-q")
    run("build", "reports", "-o", "r", "-q", "--config", "other.toml")
    assert [call[3].copy_min_words for call in built] == [9, 11]


def test_every_fault_of_the_settings_is_told_in_one_line(run, built, tmp_path):
    (tmp_path / "bad.toml").write_text("speed = 9\nlink_threshold = 2.0\n")
    code, out, err = run("build", "reports", "-o", "r", "--config", "bad.toml")
    assert (code, out) == (2, "")
    assert "speed: unknown setting" in err
    assert "link_threshold: must lie between 0 and 1" in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("build", "reports", "-o", "r.variorum", "--json"),
        ("show", "r.variorum", "--json"),
        ("reports", "r.variorum", "--json"),
        ("lineage", "r.variorum", "--report", "TVP", "--json"),
        ("coverage", "r.variorum", "--source", "TVP", "--json"),
        ("versions", "r.variorum", "--json"),
        ("explain", "r.variorum", "v1", "--json"),
        ("decide", "r.variorum", "same", "e1", "e2", "--reason", "one", "--json"),
        ("export", "r.variorum", "--to", "json"),
    ],
)
def test_standard_output_is_json_alone(run, built, opened, arguments):
    code, out, err = run(*arguments)
    assert code == 0
    assert err == ""
    assert json.loads(out) is not None


def test_doctor_prints_every_point_as_json(run):
    code, out, _ = run("doctor", "--json")
    checks = json.loads(out)
    assert {"python", "packages", "model", "cache", "gazetteer", "engine", "chromium"} == {c["name"] for c in checks}
    assert code == (0 if all(c["ok"] or not c["needed"] for c in checks) else 1)
    assert all(c["ok"] or c["remedy"] for c in checks)


def test_show_is_plain_when_asked(run, opened):
    code, out, _ = run("show", "r.variorum", "--plain")
    assert (code, out) == (0, "31 Oct  talks at the port\n")
    assert opened.asked == [("show", False, False)]


def test_sources_are_shown_as_asked(run, opened):
    assert run("reports", "r", "--plain", "--removals", "--report", "TVP") == (0, "read 5\n", "")
    assert run("reports", "r", "--plain", "--set-aside")[0] == 0
    assert run("lineage", "r", "--plain") == (0, "5 reports, 3 origins\n", "")
    assert run("coverage", "r", "--plain", "--source", "TVP") == (0, "it alone has\n", "")
    assert run("versions", "r", "--plain", "--report", "r0123") == (0, "nothing to compare\n", "")
    assert opened.asked == [
        ("reports", "TVP", True, False, False, False),
        ("reports", None, False, True, False, False),
        ("lineage", None, False, False),
        ("coverage", "TVP", False, False),
        ("versions", "r0123", False, False),
    ]


def test_dossier_says_where_it_is(run, opened, tmp_path):
    code, out, _ = run("dossier", "r.variorum", "-o", "page.html")
    assert code == 0
    assert out.startswith("page.html written")
    assert (tmp_path / "page.html").is_file()


def test_rulings_reach_the_record(run, opened):
    assert run("decide", "r", "same", "e1", "e2", "--reason", "one man", "--author", "Ada")[0] == 0
    assert run("decide", "r", "set", "v1", "date", "2031-05-02", "--reason", "corrected", "--author", "Ada")[0] == 0
    assert opened.asked == [
        ("same", "e1", "e2", None, None, "one man", "Ada"),
        ("set", "v1", None, "date", "2031-05-02", "corrected", "Ada"),
    ]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("decide", "r", "maybe", "e1", "e2", "--reason", "x"), "maybe is no ruling"),
        (("decide", "r", "same", "e1", "--reason", "x"), "takes ID ID"),
        (("decide", "r", "set", "v1", "date", "--reason", "x"), "takes ID FIELD VALUE"),
        (("decide", "r", "same", "e1", "e2", "--reason", " "), "needs a reason"),
        (("export", "r", "--to", "papyrus"), "json or csv"),
        (("export", "r", "--to", "csv"), "name a folder"),
        (("explain", "r", "nowhere"), "no id of this record"),
    ],
)
def test_bad_input_is_one_line_and_exit_2(run, opened, arguments, words):
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert words in err
    assert err.startswith("variorum: ")
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (VariorumError("the disk is full:\nfree some"), 1),
        (InputError("no such folder"), 2),
        (ConfigError([("a", "b")]), 2),
        (IntegrityError("evidence x1 is not its quote"), 3),
        (KeyboardInterrupt(), 130),
        (ZeroDivisionError("division by zero"), 1),
    ],
)
def test_exit_code_tells_the_kind_of_error(run, monkeypatch, error, code):
    def fail(*_, **__):
        raise error

    monkeypatch.setitem(vars(variorum), "build", fail)
    got, out, err = run("build", "x", "-o", "r", "-q")
    assert (got, out) == (code, "")
    assert err.startswith("variorum: ")
    assert err.count("\n") == 1
    assert "Traceback" not in err


def test_missing_argument_is_exit_2(run):
    code, out, err = run("build")
    assert (code, out) == (2, "")
    assert "Missing argument" in err


def test_version_is_printed(run):
    assert run("--version") == (0, f"variorum {variorum.__version__}\n", "")


@pytest.mark.parametrize("command", COMMANDS)
def test_help_shows_an_example(run, command):
    code, out, _ = run(command, "--help")
    assert code == 0
    assert f"  variorum {command} " in out or f"  variorum {command}\n" in out


def test_help_imports_nothing_heavy():
    program = (
        "import sys\nfrom variorum.cli import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit:\n    pass\n"
        "print(*sorted({name.partition('.')[0] for name in sys.modules}), file=sys.stderr)"
    )
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    heavy = {"spacy", "duckdb", "daft", "pyarrow", "trafilatura", "numpy", "pydantic", "rich", "jinja2", "marisa_trie"}
    assert "variorum" in ended.stderr.split()
    assert not heavy & set(ended.stderr.split())


def test_doctor_fails_with_a_remedy_when_the_model_is_missing(run, tmp_path):
    (tmp_path / "variorum.toml").write_text('model = "en_core_web_nowhere"\n')
    code, out, _ = run("doctor")
    assert code == 1
    (line,) = [line for line in out.splitlines() if " model " in line]
    assert line.startswith("problem")
    assert "pip install en-core-web-nowhere" in line


@pytest.mark.parametrize(
    "command", ["show", "reports", "lineage", "coverage", "versions", "explain", "dossier", "export", "decide"]
)
def test_one_clear_line_when_the_record_is_missing(run, command):
    pytest.importorskip("variorum.views.shelf")
    rest = {
        "explain": ["v1"],
        "dossier": ["-o", "x.html"],
        "export": ["--to", "json"],
        "decide": ["same", "e1", "e2", "--reason", "x", "--author", "Ada"],
    }
    code, out, err = run(command, "missing.variorum", *rest.get(command, []))
    assert (code, out) == (2, "")
    assert "missing.variorum does not exist" in err
    assert err.count("\n") == 1


def test_commands_work_on_a_real_record(run, tmp_path):
    tables = json.loads(json.dumps(whole_record()).replace('"v1"', f'"{EVENT}"'))
    publish(tmp_path / "small.variorum", tables, run=run_row())
    code, shown, _ = run("show", "small.variorum", "--json")
    assert code == 0
    assert EVENT in shown
    assert run("lineage", "small.variorum")[0] == 0
    assert run("coverage", "small.variorum")[0] == 0
    assert json.loads(run("coverage", "small.variorum", "--json")[1])["events"]
    assert json.loads(run("reports", "small.variorum", "--json")[1])["reports"]
    assert "nothing to compare" in run("versions", "small.variorum")[1]
    assert "met the southern delegation" in json.dumps(json.loads(run("explain", "small.variorum", EVENT, "--json")[1]))
    assert (
        run("decide", "small.variorum", "set", EVENT, "realis", "planned", "--reason", "x", "--author", "Ada")[0] == 0
    )
    code, exported, _ = run("export", "small.variorum", "--to", "json")
    assert code == 0
    (ruling,) = json.loads(exported)["decisions"]
    assert (ruling["left_id"], ruling["field"], ruling["value"]) == (EVENT, "realis", "planned")
    assert run("export", "small.variorum", "--to", "csv", "-o", "tables") == (0, "tables written\n", "")
    assert (tmp_path / "tables" / "events.csv").is_file()
    assert run("dossier", "small.variorum", "-o", "page.html")[0] == 0
    assert "met the southern delegation" in (tmp_path / "page.html").read_text(encoding="utf-8")
