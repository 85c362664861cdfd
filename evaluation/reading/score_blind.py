"""Score the reading of reports on a blind set: inputs with their truth, written before the code that reads them was read.

A set is a folder of inputs with a `truth.jsonl`: one object a report, of these keys.

- `file`; `title`, `source`, `author`, `credit`, `section`, `language`: a text, a list of texts of which any is right,
  or null where the report does not say.
- `published`, `updated`: an ISO day, a pair of days that bound it, or null.
- `first`, `last`: the words with which the body begins and ends.
- `keep`, `cut`: pieces that must, and must not, be in the text.
- `parts`: {kind, has}: words that must lie in a part of that kind. A caption may as well be cut.

The set is built into a temporary record, without the network, and scored from the record's tables alone. A field is
*missed* where the record has nothing, *wrong* where it has something else, or something where the report says nothing.
A date of which only the bounds are right is missed.

    python evaluation/reading/score_blind.py FOLDER... [--misses] [--json]
"""

import argparse
import json
import re
import shutil
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

NAMES = ("title", "source", "author", "credit", "section", "language")
DAYS = ("published", "updated")
ORDER = (*NAMES, *DAYS, "first", "last", "keep", "cut", "parts")
LANGUAGES = ("en", "es", "fr")
SHORT = 20
"""Code points. A shorter piece of furniture may stand inside a sentence: it is left over only as a line of its own."""
HEAD = ("title", "subtitle", "dateline", "author", "source", "section")
FOOT = ("credit", "translation", "author")

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One judgement: of a field, or of one piece of a report."""

    file: str
    field: str
    verdict: str
    expected: str = ""
    found: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """What the score reads of a record."""

    reports: Sequence[Row]
    parts: Mapping[str, Sequence[Row]]


def fold(text: object) -> str:
    """Words to compare: plain quotes, single spaces, no bullet, no case."""
    plain = unicodedata.normalize("NFC", str(text)).translate(str.maketrans("“”„‘’\u00a0", '"""\'\' '))
    return re.sub(r"^(?:[-•>*] ?)+", "", " ".join(plain.split())).casefold()


def fold_name(text: object) -> str:
    """A name to compare, without its article."""
    return fold(text).removeprefix("the ").removeprefix("by ")


def build_record(folder: Path, languages: Sequence[str] = LANGUAGES) -> Tables:
    """Read a set's inputs into a record that lasts as long as the score."""
    import variorum
    from variorum.config import Config
    from variorum.store.reader import open_reader

    with tempfile.TemporaryDirectory() as scratch:
        pile = Path(scratch) / "pile"
        shutil.copytree(folder, pile, ignore=shutil.ignore_patterns("truth.jsonl"))
        record = Path(scratch) / "blind.variorum"
        variorum.build([pile], out=record, config=Config(languages=tuple(languages)))
        with open_reader(record) as reader:
            reports, rows = reader.rows("reports"), reader.rows("report_parts")
    parts: dict[str, list[Row]] = {}
    for row in rows:
        parts.setdefault(row["report_id"], []).append(row)
    return Tables(reports=reports, parts=parts)


def find_report(truth: Row, reports: Sequence[Row]) -> Row | None:
    """The report of a truth: the one of its file that holds most of what must be kept."""
    own = [row for row in reports if row["file"] == truth["file"] or row["file"].startswith(f"{truth['file']}!")]
    return max(own, key=lambda row: (_held(truth, row), row["report_id"]), default=None)


def _held(truth: Row, row: Row) -> int:
    return sum(fold(piece) in fold(row["text"]) for piece in truth["keep"])


def judge_name(truth: Row, row: Row, field: str) -> Mark:
    """A text field: right where it is one of the names given."""
    expected, found = truth[field], row[field]
    if field == "source" and found is None:
        found = row["domain"]
    allowed = expected if isinstance(expected, list) else [expected]
    if found is None:
        verdict = "right" if expected is None else "missed"
    else:
        verdict = "right" if expected is not None and fold_name(found) in map(fold_name, allowed) else "wrong"
    return Mark(file=truth["file"], field=field, verdict=verdict, expected=str(expected), found=str(found))


def judge_day(truth: Row, row: Row, field: str) -> Mark:
    """A day: right where the record bounds it to that day, or within the pair of days given."""
    expected = truth[field]
    low, high = (str(row[f"{field}_{side}"] or "") for side in ("low", "high"))
    first, last = expected if isinstance(expected, list) else (expected, expected)
    if expected is None:
        verdict = "wrong" if low and high else "right"
    elif low and high and first <= low and high <= last:
        verdict = "right"
    else:
        verdict = "missed" if (not low or low <= last) and (not high or high >= first) else "wrong"
    return Mark(file=truth["file"], field=field, verdict=verdict, expected=str(expected), found=f"{low}..{high}")


def judge_ends(truth: Row, row: Row, parts: Sequence[Row]) -> Iterator[Mark]:
    """Does the body begin and end with the words given, but for parts and for what also has a column?"""
    text = "".join(
        " " if any(p["start_char"] <= at < p["end_char"] for p in parts if p["kind"] != "document") else letter
        for at, letter in enumerate(row["text"])
    )
    body = fold(text)
    for field, columns, keep_left in (("first", HEAD, False), ("last", FOOT, True)):
        words = fold(truth[field])
        before, found, after = body.rpartition(words) if keep_left else body.partition(words)
        rest = after if keep_left else before
        for column in columns:
            rest = rest.replace(fold(row[column]), " ") if row[column] else rest
        verdict = "missed" if not found else "wrong" if re.search(r"\w", rest) else "right"
        yield Mark(file=truth["file"], field=field, verdict=verdict, expected=truth[field], found=rest.strip()[:160])


def judge_pieces(truth: Row, row: Row, parts: Sequence[Row]) -> Iterator[Mark]:
    """Each piece that must be kept, cut, or lie in a part."""
    text, lines = fold(row["text"]), {fold(line) for line in row["text"].split("\n")}
    for piece in truth["keep"]:
        verdict = "right" if fold(piece) in text else "missed"
        yield Mark(file=truth["file"], field="keep", verdict=verdict, expected=piece)
    for piece in truth["cut"]:
        left = fold(piece) in lines or (len(piece) >= SHORT and fold(piece) in text)
        yield Mark(file=truth["file"], field="cut", verdict="wrong" if left else "right", expected=piece)
    for part in truth["parts"]:
        kinds = {p["kind"] for p in parts if fold(part["has"]) in fold(row["text"][p["start_char"] : p["end_char"]])}
        cut = part["kind"] == "caption" and fold(part["has"]) not in text
        verdict = "right" if cut or part["kind"] in kinds else "wrong" if kinds else "missed"
        expected = f"{part['kind']}: {part['has']}"
        yield Mark(
            file=truth["file"], field="parts", verdict=verdict, expected=expected, found=", ".join(sorted(kinds))
        )


def score_report(truth: Row, tables: Tables) -> Iterator[Mark]:
    """Every judgement of one report."""
    row = find_report(truth, tables.reports)
    if row is None or row["status"] != "read":
        reason = "not in the record" if row is None else str(row["reason"])
        yield from (Mark(file=truth["file"], field=name, verdict="missed", found=reason) for name in ORDER)
        return
    parts = tables.parts.get(row["report_id"], ())
    yield from (judge_name(truth, row, field) for field in NAMES)
    yield from (judge_day(truth, row, field) for field in DAYS)
    yield from judge_ends(truth, row, parts)
    yield from judge_pieces(truth, row, parts)


def score_folder(folder: Path) -> list[Mark]:
    """Build a set and judge all of it."""
    truths = [json.loads(line) for line in (folder / "truth.jsonl").read_text(encoding="utf-8").splitlines()]
    tables = build_record(folder)
    return [mark for truth in truths for mark in score_report(truth, tables)]


def make_table(marks: Sequence[Mark]) -> str:
    """A Markdown table: one line a field."""
    counts = Counter((mark.field, mark.verdict) for mark in marks)
    lines = ["| field | right | wrong | missed | share right |", "| --- | --- | --- | --- | --- |"]
    for field in ORDER:
        right, wrong, missed = (counts[field, verdict] for verdict in ("right", "wrong", "missed"))
        share = right / max(right + wrong + missed, 1)
        lines.append(f"| {field} | {right} | {wrong} | {missed} | {share:.3f} |")
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print a table of each set, and with --misses every one."""
    parser = argparse.ArgumentParser(description=str(__doc__).split("\n", 1)[0])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--misses", action="store_true", help="print every judgement that is not right")
    parser.add_argument("--json", action="store_true", help="print counts as JSON and nothing else")
    given = parser.parse_args(arguments)
    scores = {folder.name: score_folder(folder) for folder in given.folders}
    if given.json:
        print(json.dumps({name: _counts(marks) for name, marks in scores.items()}, sort_keys=True))
        return
    for name, marks in scores.items():
        print(f"{name}\n\n{make_table(marks)}\n")
        for mark in (mark for mark in marks if given.misses and mark.verdict != "right"):
            print(f"{mark.file}\t{mark.field}\t{mark.verdict}\t{mark.expected[:110]}\t<- {mark.found[:110]}")


def _counts(marks: Sequence[Mark]) -> dict[str, dict[str, int]]:
    return {name: dict(Counter(mark.verdict for mark in marks if mark.field == name)) for name in ORDER}


if __name__ == "__main__":
    main()
