"""Take the picture of the dossier that README.md shows: the front of examples/sochi-retold, in a light browser.

    picture.py [--out docs/images/dossier.png]

Needs an installed Chromium and the extra `test`. Run by hand when the dossier changes; no check runs it.
"""

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

import variorum

ROOT = Path(__file__).parents[1]
REPORTS = ROOT / "examples" / "sochi-retold" / "reports"
WIDTH, MOST_HEIGHT = 1200, 1000
MOST_BYTES = 250_000


def find_browser() -> str:
    """The first Chromium that is installed."""
    found = next(
        (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
    )
    if found is None:
        sys.exit("picture.py: no Chromium is installed; apt-get install chromium")
    return found


def take_picture(page: Path, out: Path) -> None:
    """Write the front of a dossier as PNG."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        tab = browser.new_page(viewport={"width": WIDTH, "height": MOST_HEIGHT}, color_scheme="light")
        tab.goto(page.as_uri())
        front = tab.locator(".front").bounding_box()
        height = min(MOST_HEIGHT, int(front["y"] + front["height"]) + 24 if front else MOST_HEIGHT)
        out.parent.mkdir(parents=True, exist_ok=True)
        tab.screenshot(path=str(out), clip={"x": 0, "y": 0, "width": WIDTH, "height": height})
        browser.close()


def main() -> None:
    """Build the example, write its dossier, photograph it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "images" / "dossier.png")
    out = parser.parse_args().out
    with tempfile.TemporaryDirectory() as folder:
        record, page = Path(folder) / "talks.variorum", Path(folder) / "talks.html"
        variorum.build([REPORTS], out=record)
        variorum.open(record).write_dossier(page)
        take_picture(page, out)
    size = out.stat().st_size
    print(f"{out}: {size} bytes")
    if size > MOST_BYTES:
        sys.exit(f"picture.py: more than {MOST_BYTES} bytes; make it smaller")


if __name__ == "__main__":
    main()
