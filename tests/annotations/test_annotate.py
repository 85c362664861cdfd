"""One report that breaks an annotator costs that report only."""

import subprocess
import sys

import pytest
from variorum.annotations import annotate
from variorum.annotations.annotate import annotate_doc
from variorum.config import Config
from variorum.schema.reports import Report

STRANGE = [
    "A",
    "?!",
    "“",
    "War.",
    "12",
    "\n",
    "ПРИВЕТ",
    "killed",
    "“" * 50,
    "(((",
    "The the the.",
    "1,00,000 killed on 31 June",
]


def report_of(text: str) -> Report:
    return Report(report_id="r1", file="a.txt", text=text, digest="d")


@pytest.mark.parametrize("text", STRANGE)
def test_nothing_breaks_when_text_is_strange(nlp, text):
    found = annotate_doc(nlp(text), report_of(text))
    assert all(0 <= e.trigger.start < e.trigger.end <= len(text) for e in found.events)


def test_report_is_kept_with_an_issue_when_an_annotator_fails(monkeypatch):
    def fail(*_args, **_kwargs):
        raise IndexError("planted")

    monkeypatch.setattr(sys.modules["variorum.annotations.annotate"], "find_events", fail)
    found = annotate(report_of("Rebels attacked the town on Monday."), Config())
    assert [issue.kind for issue in found.issues] == ["not_annotated"]
    assert "planted" in found.issues[0].what
    assert found.events == ()


def test_no_traceback_reaches_the_terminal_when_an_annotator_fails():
    script = """
import sys
from variorum.annotations import annotate
from variorum.config import Config
from variorum.schema.reports import Report

sys.modules["variorum.annotations.annotate"].find_events = lambda *_: [][0]
report = Report(report_id="r1", file="a.txt", text="Rebels attacked the town on Monday.", digest="d")
print(annotate(report, Config()).issues[0].kind)
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert (done.stdout.strip(), done.stderr) == ("not_annotated", "")
