"""The work folder: results survive a kill, one build at a time."""

import signal
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.errors import InputError
from variorum.store import WorkFolder


def test_results_are_there_when_the_build_resumes(tmp_path):
    with pytest.raises(RuntimeError, match="stop"), WorkFolder(tmp_path / "r.variorum") as work:
        work.put("annotate", "k1", "first")
        work.put("annotate", "k1", "second")
        work.put("read", "k1", "other")
        raise RuntimeError("stop")
    again = WorkFolder(tmp_path / "r.variorum")
    assert again.get("annotate", "k1") == "second"
    assert again.get("read", "k1") == "other"
    assert again.get("read", "k2") is None
    again.close()


def test_folder_is_gone_when_done(tmp_path):
    with WorkFolder(tmp_path / "r.variorum") as work:
        work.put("read", "k", "x")
    assert list(tmp_path.iterdir()) == []


def test_last_line_is_dropped_when_torn(tmp_path):
    work = WorkFolder(tmp_path / "r.variorum")
    work.put("read", "k1", "one")
    work.put("read", "k2", "two")
    work.close()
    path = work.path / "read.jsonl"
    path.write_bytes(path.read_bytes()[:-4])
    work = WorkFolder(tmp_path / "r.variorum")
    assert work.get("read", "k1") == "one"
    assert work.get("read", "k2") is None
    work.put("read", "k3", "three")
    work.close()
    work = WorkFolder(tmp_path / "r.variorum")
    assert (work.get("read", "k1"), work.get("read", "k3")) == ("one", "three")
    work.close(done=True)


def test_second_build_is_refused_while_one_runs(tmp_path):
    first = WorkFolder(tmp_path / "r.variorum")
    with pytest.raises(InputError, match="being built by another program"):
        WorkFolder(tmp_path / "r.variorum")
    WorkFolder(tmp_path / "other.variorum").close(done=True)
    first.close()
    WorkFolder(tmp_path / "r.variorum").close(done=True)


def test_one_clear_line_when_the_folder_cannot_be(tmp_path):
    with pytest.raises(InputError, match="is not a folder"):
        WorkFolder(tmp_path / "none" / "r.variorum")


def test_stage_name_is_checked(tmp_path):
    with WorkFolder(tmp_path / "r.variorum") as work, pytest.raises(ValueError, match="no stage's name"):
        work.put("../escape", "k", "x")


WRITE = """
import sys
from variorum.store import WorkFolder
work = WorkFolder(sys.argv[1])
n = 0
while True:
    work.put("read", f"k{n}", "x" * 5000 + str(n))
    print(n, flush=True)
    n += 1
"""


def test_written_results_survive_a_kill(tmp_path):
    path = tmp_path / "r.variorum"
    writer = subprocess.Popen([sys.executable, "-c", WRITE, str(path)], stdout=subprocess.PIPE, text=True)
    last = [int(writer.stdout.readline()) for _ in range(50)][-1]
    writer.send_signal(signal.SIGKILL)
    writer.communicate()
    with WorkFolder(path) as work:
        assert all(work.get("read", f"k{n}") == "x" * 5000 + str(n) for n in range(last + 1))


@settings(max_examples=25, deadline=None)
@given(pairs=st.lists(st.tuples(st.text(max_size=8), st.text(max_size=40)), max_size=12))
def test_what_goes_in_comes_out(tmp_path_factory, pairs):
    record = tmp_path_factory.mktemp("work") / "r.variorum"
    work = WorkFolder(record)
    for key, payload in pairs:
        work.put("read", key, payload)
    work.close()
    with WorkFolder(record) as again:
        assert {key: again.get("read", key) for key, _ in pairs} == dict(pairs)
    assert not again.path.exists()
