"""Headlines: the line that is one, the line that repeats it, the line that joins it to its outlet's name."""

import re
from collections.abc import Iterator, Sequence

from variorum.reports.lexicon import fold, headline_key, is_media_name, load_furniture
from variorum.reports.lines import Clue, Cut, Line
from variorum.reports.cleaning.shapes import count_words, is_headline, is_link_row, is_paragraph

_JOINT = re.compile(r"\s+[-–—|•·»:]+\s+|\s*\|\s*")
_NEAR = 6
_MOST_WORDS = 30


def find_title_line(lines: Sequence[Line]) -> tuple[Cut, Clue] | None:
    """Find a first line "<headline> - Outlet": the headline recurs below, or the outlet's name shows what it is."""
    if not lines or count_words(lines[0].text) > _MOST_WORDS + 8:
        return None
    text = lines[0].text
    joints = list(_JOINT.finditer(text))
    below = {headline_key(line.text) for line in lines[1 : 1 + _NEAR]}
    for joint in joints:
        outlet = _outlet(text[joint.end() :])
        if outlet and headline_key(text[: joint.start()]) in below:
            return Cut(index=0, reason="title_line"), Clue(kind="source", value=outlet, basis="title line")
    for joint in reversed(joints[-1:]):
        outlet = text[joint.end() :].strip()
        if is_link_row(text, least=4):
            return None
        if "|" in joint[0] and is_media_name(outlet) and is_headline(text[: joint.start()]):
            return Cut(index=0, reason="title_line", start=joint.start()), Clue(
                kind="source", value=outlet, basis="title line"
            )
    return None


def _outlet(words: str) -> str | None:
    """The outlet in what follows a headline: the last part that is no section's name."""
    parts = [part.strip() for part in _JOINT.split(words) if part and part.strip()]
    named = [part for part in parts if fold(part) not in load_furniture().sections]
    return named[-1] if named and count_words(named[-1]) <= 6 else None


def find_repeats(lines: Sequence[Line]) -> Iterator[Cut]:
    """Find a headline that stands again near the top, verbatim: the first stays."""
    if not lines or (is_paragraph(lines[0].text) and count_words(lines[0].text) > _MOST_WORDS):
        return
    first = headline_key(lines[0].text)
    for index, line in enumerate(lines[1 : 1 + _NEAR], start=1):
        if first and headline_key(line.text) == first:
            yield Cut(index=index, reason="repeated_title")


def looks_like_title(lines: Sequence[Line]) -> bool:
    """True where the first line is a headline over what follows."""
    if len(lines) < 2:
        return False
    first = lines[0].text
    signed = first.startswith("(") or (count_words(first) <= 5 and re.search(r"\w/\w", first) is not None)
    return is_headline(first) and not signed and any(is_paragraph(line.text) or len(lines) > 3 for line in lines[1:])
