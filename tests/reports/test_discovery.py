"""Which files are read, and what is said of those that are not."""

import pytest

from variorum.config import Config
from variorum.errors import InputError
from variorum.reports import Row, discover_inputs


def put(folder, *names):
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("words")


def files(paths):
    return [item.file for item in discover_inputs(paths, Config()).inputs]


def test_files_come_sorted_and_relative_when_a_folder_is_given(tmp_path):
    put(tmp_path, "b.txt", "a.html", "sub/c.txt", ".hidden", ".git/x.txt")
    assert files([tmp_path]) == ["a.html", "b.txt", "sub/c.txt"]
    assert files([tmp_path / "sub" / "c.txt", tmp_path / "b.txt"]) == ["b.txt", "c.txt"]


def test_both_are_kept_when_two_folders_hold_one_name(tmp_path):
    put(tmp_path, "one/a.txt", "two/a.txt")
    found = discover_inputs([tmp_path / "one", tmp_path / "two"], Config()).inputs
    assert [item.file for item in found] == ["a.txt", "a.txt"]
    assert len({item.path for item in found}) == 2
    assert len(discover_inputs([tmp_path / "one", tmp_path / "one" / "a.txt"], Config()).inputs) == 1


@pytest.mark.parametrize("name", ["gone", "empty"])
def test_one_clear_line_is_raised_when_there_is_nothing_to_read(tmp_path, name):
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError) as caught:
        discover_inputs([tmp_path / name], Config())
    assert name in str(caught.value)
    assert "\n" not in str(caught.value)


def test_folder_is_refused_when_it_holds_too_many_files(tmp_path):
    put(tmp_path, "a.txt", "b.txt")
    with pytest.raises(InputError, match="max_files = 1"):
        discover_inputs([tmp_path], Config(max_files=1))


def test_link_is_followed_only_when_it_stays_inside(tmp_path):
    put(tmp_path, "in/a.txt", "in/deep/b.txt", "out/c.txt")
    (tmp_path / "in" / "l1.txt").symlink_to(tmp_path / "in" / "a.txt")
    (tmp_path / "in" / "l2.txt").symlink_to(tmp_path / "out" / "c.txt")
    (tmp_path / "in" / "l3.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "in" / "deep" / "loop").symlink_to(tmp_path / "in")
    found = discover_inputs([tmp_path / "in"], Config())
    assert [item.file for item in found.inputs] == ["a.txt", "deep/b.txt", "l1.txt"]
    assert [(issue.kind, issue.file) for issue in found.issues] == [
        ("link_outside", "l2.txt"),
        ("broken_link", "l3.txt"),
    ]


def test_rows_are_given_and_faults_are_issues_when_a_table_lies_beside(tmp_path):
    put(tmp_path, "a.txt", "b.txt", "c.txt")
    (tmp_path / "reports.tsv").write_text(
        "file\tsource\tpublished\tmood\na.txt\tKelvan Herald\t2021-05-03\tgrim\nb.txt\tshort\nd.txt\tX\t\t\na.txt\tY\t\t\n",
        encoding="utf-8",
    )
    found = discover_inputs([tmp_path], Config())
    assert [item.row for item in found.inputs] == [Row(source="Kelvan Herald", published="2021-05-03"), None, None]
    assert sorted(issue.kind for issue in found.issues) == [
        "missing_file",
        "repeated_file",
        "unknown_column",
        "wrong_fields",
    ]
    assert discover_inputs([tmp_path / "a.txt"], Config()).inputs[0].row.source == "Kelvan Herald"


@pytest.mark.parametrize("content", [b"", b"name\tsource\n", b"\xff\xfe\xfa"])
def test_table_is_an_issue_when_it_cannot_be_used(tmp_path, content):
    put(tmp_path, "a.txt")
    (tmp_path / "reports.tsv").write_bytes(content)
    assert len(discover_inputs([tmp_path], Config()).issues) == 1
