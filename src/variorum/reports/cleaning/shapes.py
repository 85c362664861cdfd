"""What a line looks like: a paragraph, a headline, the head or the foot of a report. No words are judged here."""

import re
from collections.abc import Sequence

from variorum.reports.lines import Line

_END = re.compile(r"[.!?…][\"'”’»)\]]*\*?$")
_FULL_STOP = re.compile(r"(?<!\b[A-Z])(?<!\.)[.][\"'”’»)\]]*$")
_ROW_MARK = re.compile(r"\s*[|•·]\s*")
_SENTENCE = re.compile(r"(?<=[.!?])[\"'”’»)]*\s+(?=[A-ZÀ-Þ“\"‘«(*©А-ЯİŞÇ])")


def count_words(text: str) -> int:
    return len(text.split())


def is_paragraph(text: str) -> bool:
    """True of running text: a sentence of some length with an end, or anything long."""
    length = count_words(text)
    if length >= 25:
        return True
    return length >= 9 and bool(_END.search(text)) and len(_ROW_MARK.findall(text)) < 2


def split_row(text: str) -> list[str]:
    """Split a row of links at its pipes or bullets; one part where it has none."""
    return [part for part in _ROW_MARK.split(text) if part]


def is_link_row(text: str, *, least: int) -> bool:
    """True of a row of short names parted by pipes or bullets ("Front page | Crime | Sport"): no sentence, no figures."""
    parts = split_row(text)
    plain = not re.search(r"\d|[.:;“”\"]", text)
    return plain and len(parts) >= least and all(count_words(part) <= 4 and len(part) <= 32 for part in parts)


def is_headline(text: str, *, most: int = 20) -> bool:
    """True of a short line that does not end as a sentence does."""
    length = count_words(text)
    return 2 <= length <= most and not _FULL_STOP.search(text) and not text.endswith((":", ",", ";", "…", "..."))


def head_size(lines: Sequence[Line]) -> int:
    """Count the lines before the first paragraph; all of them where there is none."""
    return next((index for index, line in enumerate(lines) if is_paragraph(line.text)), len(lines))


def foot_start(lines: Sequence[Line]) -> int:
    """Index after the last paragraph; 0 where there is none."""
    return next((index + 1 for index in reversed(range(len(lines))) if is_paragraph(lines[index].text)), 0)


def sentence_starts(text: str) -> tuple[int, ...]:
    """Offsets at which sentences begin, by their marks alone."""
    return (0, *(match.end() for match in _SENTENCE.finditer(text)))
