"""Lines of the press service of a body at a report's head: "PRESIDENCY OF THE REPUBLIC – PRESS SERVICE".

Where no outlet is named, the body published the report; under an outlet's name the line only says which department wrote.
"""

import re
from collections.abc import Sequence

from variorum.reports.cleaning.footers import looks_like_name
from variorum.reports.cleaning.mastheads import spell_name
from variorum.reports.cleaning.shapes import count_words
from variorum.reports.lines import Clue, Cut, Line

_TOP = 4
_LONGEST = 14
_OFFICE = re.compile(
    r"(?:(?:press|media|information|news|communications?|public (?:affairs|relations|information)|spokes(?:man|woman|person)(?:['’]s)?)"
    r"(?: and (?:press|media|information|public affairs|publications?|protocol))?"
    r" (?:service|office|department|directorate|division|unit|section|cent(?:re|er)|bureau|secretariat|desk)"
    r"|office of (?:the )?(?:spokes(?:man|woman|person)|press secretary)|press releases?|for immediate release)",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(?:ministry|department|authority|agency|presidency|embassy|government|commission|council|police|army|command|secretariat"
    r"|mission|municipality|institute|directorate|administration|service|office)\b",
    re.IGNORECASE,
)
_JOINT = re.compile(r"\s+[-–—|•·/:]+\s+|\s*[|•·]\s*|\s*[,:]\s+")


def find_press_office(lines: Sequence[Line]) -> tuple[tuple[Cut, ...], tuple[Clue, ...]]:
    """Find the line among a report's first ones, with the body as its source; both empty where there is none."""
    for index, line in enumerate(lines[:_TOP]):
        parts = [part.strip(" *_") for part in _JOINT.split(line.text.strip(" .*_"))]
        if count_words(line.text) > _LONGEST or len(lines) < _TOP:
            continue
        offices = [part for part in parts if _OFFICE.fullmatch(part)]
        bodies = [part for part in parts if part not in offices]
        if offices and len(bodies) <= 2 and all(looks_like_name(part) for part in bodies):
            below = lines[index + 1].text
            if not bodies and looks_like_name(below) and _BODY.search(below):
                return _with_body(index, spell_name(below, lines))
            clues = [Clue(kind="source", value=spell_name(body, lines), basis="masthead") for body in bodies[:1]]
            return (Cut(index=index, reason="masthead"),), tuple(clues)
    return (), ()


def _with_body(index: int, name: str) -> tuple[tuple[Cut, ...], tuple[Clue, ...]]:
    """A line that says "Press release" and the body's name on the line below it."""
    cuts = (Cut(index=index, reason="masthead"), Cut(index=index + 1, reason="masthead"))
    return cuts, (Clue(kind="source", value=name, basis="masthead"),)
