"""The loose ends of a paste: what stands below a report's last sentence, and between its headline and its first.

A page's furniture differs from site to site, and no list of words holds all of it; but a report ends with a sentence.
Below its last one, from the bottom up, lines go that are no sentences, or that speak to the reader. What a line with
a colon announces is a list of the report and stays, and so does anything signed.
"""

import re
from collections.abc import Iterator, Sequence

from variorum.reports.cleaning.readers import calls_reader
from variorum.reports.cleaning.shapes import count_words, is_paragraph, sentence_starts
from variorum.reports.lines import Cut, Line

REASON = "loose end"

_MOST_LOOSE = 25
"""Words. A longer line without an end is running text that was cut off."""

_MOST_AT_HEAD = 4
"""Words. A longer line below the headline may be a standfirst."""

_LIST_REACH = 30
_END = re.compile(r"[.?!…:;,][\"'”’»)\]]*\*?$")
_STOP = re.compile(r"[.…][\"'”’»)\]]*\*?$")
_ITEM = re.compile(r"^(?:[-–—•*·▪►]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s*\S", re.IGNORECASE)
_SIGNED = re.compile(r"^(?:\W*signed\b|for (?:the|and on behalf of)\b|done (?:at|in)\b)", re.IGNORECASE)
_QUOTED = re.compile(r"[“”\"«»„]")


def find_edges(lines: Sequence[Line]) -> Iterator[Cut]:
    """Find the loose ends below the last sentence and above the first one."""
    body = [i for i, line in enumerate(lines) if is_paragraph(line.text) and not calls_reader(line.text)]
    if not body:
        return
    for index in reversed(range(body[-1] + 1, len(lines))):
        if not _is_loose(lines, index):
            break
        yield Cut(index=index, reason=REASON)
    for index in range(1, body[0]):
        if _is_head_piece(lines[index].text):
            yield Cut(index=index, reason=REASON)


def _is_loose(lines: Sequence[Line], index: int) -> bool:
    text = lines[index].text
    if _SIGNED.match(text) or _in_list(lines, index):
        return False
    if _QUOTED.search(text) and _STOP.search(text):
        return False
    return calls_reader(text) or _is_no_sentence(text)


def _is_no_sentence(text: str) -> bool:
    ended = _STOP.search(text) or text.endswith(":") or len(sentence_starts(text)) > 1
    return count_words(text) <= _MOST_LOOSE and not ended


def _in_list(lines: Sequence[Line], index: int) -> bool:
    """True of a line that a sentence or head with a colon announces, in the run of lines that look like the first one."""
    for start in range(index - 1, max(-1, index - _LIST_REACH), -1):
        if lines[start].text.endswith(":") and count_words(lines[start].text) >= 3:
            return all(_goes_on(lines[start + 1], line) for line in lines[start + 1 : index + 1])
        if is_paragraph(lines[start].text) and not _ITEM.match(lines[start].text):
            return False
    return False


def _goes_on(first: Line, line: Line) -> bool:
    """True where a line looks like the first of its list: marked as that one is, and with a gap before it or none."""
    return bool(_ITEM.match(line.text)) == bool(_ITEM.match(first.text)) and line.gap == first.gap


def _is_head_piece(text: str) -> bool:
    """True of a few words between headline and report that no sentence holds."""
    return count_words(text) <= _MOST_AT_HEAD and not _END.search(text) and not _QUOTED.search(text)
