"""Extraction of the report from a page, beside trafilatura alone on the same pages, by the same measure.

Two sets: pages written here from templates with their truth (always there), and any folder in the layout `pages/`
(`html/KEY.html.gz`, `ground-truth.json`: KEY -> articleBody, url), given by --gold as FOLDER/pages.

Measure: precision, recall and F1 of four-word shingles as multisets, added up over all pages, as the
article-extraction benchmark of Scrapinghub does per page with its tokens; a page that yields nothing counts as missed.
The headline that a report's text begins with is not counted where the truth does not begin with it.

    python evaluation/pages.py [--gold ../shared/gold] [--json]
"""

import argparse
import gzip
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from floors import hold_floors
from page_templates import make_page

from variorum.config import Config
from variorum.reports.items import Item
from variorum.reports.reading import read_item

SHINGLE = 4
MADE = 120
SEED = 20261122


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page's bytes and the text that a reader would call its report."""

    key: str
    html: bytes
    body: str


def made_pages() -> list[Page]:
    """Pages from templates: names of classes, places of furniture and share of links vary with the seed."""
    rng = random.Random(SEED)  # noqa: S311 - a sample, no secret
    return [
        Page(key=f"made-{n:03}", html=html, body=body)
        for n, (html, body) in enumerate(make_page(rng) for _ in range(MADE))
    ]


def stored_pages(folder: Path) -> list[Page]:
    """Pages of a folder in the layout `pages/`."""
    truth = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    return [
        Page(key=key, html=gzip.decompress((folder / "html" / f"{key}.html.gz").read_bytes()), body=row["articleBody"])
        for key, row in sorted(truth.items())
    ]


def by_variorum(page: Page) -> str:
    """The report's text as a build reads it, without a headline that the truth does not have."""
    report = read_item(Item(file=f"{page.key}.html", data=page.html), Config())
    span = report.title_span
    if span is None or _folded(page.body).startswith(_folded(report.text[: span.end])):
        return report.text
    return report.text[span.end :]


def by_trafilatura(page: Page) -> str:
    """What trafilatura gives for the page with its own defaults, comments left out as here."""
    from trafilatura import extract

    return extract(page.html, include_comments=False) or ""


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Runs of four words, as a multiset."""
    words = _folded(text).split()
    return (
        Counter(tuple(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1))) if words else Counter()
    )


def score(pages: Sequence[Page], read: Callable[[Page], str]) -> dict[str, Any]:
    """Mean over pages of precision and recall, and the F1 of the two means."""
    precisions, recalls = [], []
    for page in pages:
        found, true = shingles(read(page)), shingles(page.body)
        right = sum((found & true).values())
        precisions.append(right / found.total() if found else 0.0)
        recalls.append(right / true.total() if true else 1.0)
    precision, recall = sum(precisions) / len(pages), sum(recalls) / len(pages)
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {"n": len(pages), "precision": precision, "recall": recall, "f1": f1}


def sets(gold: Path | None) -> Iterator[tuple[str, list[Page]]]:
    """The sets that are there."""
    yield "made", made_pages()
    if gold is not None and (gold / "pages" / "ground-truth.json").is_file():
        yield "stored", stored_pages(gold / "pages")


def main() -> int:
    """Print the table; 1 where a floor does not hold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--floors", type=Path)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    results = {
        name: {"variorum": score(pages, by_variorum), "trafilatura": score(pages, by_trafilatura)}
        for name, pages in sets(given.gold)
    }
    if given.json:
        print(json.dumps(results, indent=2))
    else:
        for name, row in results.items():
            for reader, shares in row.items():
                numbers = "  ".join(f"{k} {v:.3f}" for k, v in shares.items() if k != "n")
                print(f"{name:7} {shares['n']:4} pages  {reader:12} {numbers}")
        if "stored" not in results:
            print("skipped: no pages/ground-truth.json in the gold folder")
    return max(hold_floors(f"pages: {name}", _figures(row), given.floors) for name, row in results.items())


def _figures(row: dict[str, Any]) -> dict[str, float]:
    return {**row["variorum"], "above_trafilatura": 1 + row["variorum"]["f1"] - row["trafilatura"]["f1"]}


if __name__ == "__main__":
    sys.exit(main())
