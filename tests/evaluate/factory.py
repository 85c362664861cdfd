"""Small gold folders in our own words."""

import json
from pathlib import Path


def times_row(number, text, *surfaces, published="2031-05-14"):
    """A document of times; a surface is (words, type, value)."""
    times = [
        {"start": text.index(words), "end": text.index(words) + len(words), "type": type_, "value": value}
        for words, type_, value in surfaces
    ]
    return {"id": f"d{number}", "published": published, "text": text, "times": times}


def write_rows(path: Path, rows) -> Path:
    """Write rows as JSON Lines, making the folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    return path


TIMES = (
    times_row(1, "Envoys of Velmar met on Monday.", ("Monday", "DATE", "2031-05-12")),
    times_row(2, "The truce lasted for six weeks.", ("six weeks", "DURATION", "P6W")),
    times_row(3, "The camp was emptied in 2029.", ("2029", "DATE", "2028")),
)


def write_times(folder: Path) -> Path:
    """A gold folder with three documents of times, the value of the last one wrong on purpose."""
    write_rows(folder / "times" / "own.jsonl", TIMES)
    return folder
