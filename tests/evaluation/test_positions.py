"""How positions are scored and readers compared: what is held against what, and the figures."""

import json

import pytest
from agreement import kappa, read_second
from draw import half_of
from score import LABELS, Item, f1_of, gather, most_alike

from variorum.schema.annotations import Annotations, StatementMention
from variorum.schema.reports import Span


def statement(start: int, end: int, position: str = "state") -> StatementMention:
    cue = Span(start=end + 1, end=end + 5)
    whole = Span(start=start, end=end + 5)
    return StatementMention(
        sentence=whole, cue=cue, contents=(Span(start=start, end=end),), kind="direct", position=position
    )


def item(label: str, said: str, second: str | None = None) -> Item:
    row = {"position": label, "or": second} if second else {"position": label}
    return Item(label=row, own=Annotations(report_id="r1", annotators=()), found=statement(0, 9, said))


def test_statement_most_alike_is_taken_when_several_cover_the_words():
    near, wide, beside = statement(0, 40), statement(0, 90), statement(50, 90)
    assert most_alike(Span(start=0, end=38), (wide, near, beside)) == near
    assert most_alike(Span(start=0, end=38), (beside,)) is None


def test_second_choice_counts_when_it_is_met():
    items = [item("accuse", "state", "state"), item("accuse", "state"), item("accuse", "accuse")]
    assert f1_of(items, "accuse") == pytest.approx(2 / 3)
    assert f1_of(items, "state") == pytest.approx(2 / 3)


def test_missing_statement_counts_as_plain_when_nothing_covers_the_label(tmp_path):
    (tmp_path / "set.jsonl").write_text(json.dumps({"id": "a", "text": "“We go,” she said."}), encoding="utf-8")
    label = {"file": "set.jsonl", "id": "a", "start": 1, "end": 7, "position": "commit", "half": "build"}
    (found,) = gather([label], tmp_path, lambda _: Annotations(report_id="r1", annotators=()))
    assert (found.found, found.said, found.right) == (None, "state", "commit")


def test_kappa_is_one_when_readers_agree_and_none_beyond_chance():
    assert kappa([("offer", "offer"), ("deny", "deny")]) == 1
    assert kappa([("offer", "offer"), ("offer", "deny"), ("deny", "offer"), ("deny", "deny")]) == 0


def test_second_reader_is_refused_when_a_line_lacks_the_condition(tmp_path):
    path = tmp_path / "second.txt"
    path.write_text("3\taccuse/state\tn\tKenya\n8\tstate\ty\t-\n", encoding="utf-8")
    assert read_second(path) == {3: ("n", "accuse", "state"), 8: ("y", "state")}
    path.write_text("3\taccuse\tKenya\tn\n", encoding="utf-8")
    with pytest.raises(ValueError, match="neither y nor n"):
        read_second(path)


def test_no_document_is_in_both_halves():
    labels = [json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines()]
    assert len(labels) == 445
    assert all(row["half"] == half_of(row["file"], row["id"]) for row in labels)
    assert all("text" not in row for row in labels)
