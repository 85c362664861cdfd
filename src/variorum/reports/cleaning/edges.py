"""The loose ends of a paste: what stands below a report's last sentence, and around its headline.

A page's furniture differs from site to site, and no list of words holds all of it; but a report ends with a sentence
in its own language. Below its last one, from the bottom up, lines go that are no sentences, that speak to the reader, or
that are not in English. What an English line with a colon announces is a list of the report and stays, and so does
anything signed. Above, lines in another script go, a few
words that no sentence holds, and links to the reports before and after.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from variorum.reports.cleaning.readers import calls_reader
from variorum.reports.cleaning.shapes import count_words, is_paragraph, sentence_starts
from variorum.reports.lines import Cut, Line
from variorum.schema.lexicons import read_lexicon

REASON = "loose end"

_MOST_LOOSE = 25
"""Words. A longer line without an end is running text that was cut off."""

_MOST_AT_HEAD = 4
"""Words. A longer line below the headline may be a standfirst."""

_LIST_REACH = 30
_ENGLISH = 0.2
"""Share of a text's words that are common English ones, from which it is English: about .4 in the news, .05 in German."""

_LEAST_FOREIGN, _MOST_FOREIGN = 8, 20
_WORD = re.compile(r"[^\W\d_]+")
_LETTER = re.compile(r"[^\W\d_]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_ARROW = re.compile(r"^\s*[←«‹]\s*\S|\S\s*[→»›]\s*$")
_END = re.compile(r"[.?!…:;,][\"'”’»)\]]*\*?$")
_STOP = re.compile(r"[.…][\"'”’»)\]]*\*?$")
_ITEM = re.compile(r"^(?:[-–—•*·▪►]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s*\S", re.IGNORECASE)
_SIGNED = re.compile(r"^(?:\W*signed\b|for (?:the|and on behalf of)\b|done (?:at|in)\b)", re.IGNORECASE)
_GLUED = re.compile(
    r"(?<=[.!?”\"])\s+(?:related(?: (?:stories|story|articles?|news|reports?))?|read (?:more|also|next)|see also|also read|more on this"
    r"|most read)\s*[:|]\s+(?P<links>[^.!?]*[^.!?\s\"”])$",
    re.IGNORECASE,
)
_MOST_LINKED = 14
_QUOTED = re.compile(r"[“”\"«»„]")


def find_edges(lines: Sequence[Line]) -> Iterator[Cut]:
    """Find the loose ends below the last sentence, and the few words between headline and first sentence."""
    body = [i for i, line in enumerate(lines) if _is_body(line.text)]
    if not body or not _is_english(lines):
        return
    for index in reversed(range(body[-1] + 1, len(lines))):
        if not _is_loose(lines, index):
            break
        yield Cut(index=index, reason=REASON)
    for index in range(body[0]):
        if _is_other_script(lines[index].text) or (index and _is_head_piece(lines[index].text)):
            yield Cut(index=index, reason=REASON)


def find_arrows(lines: Sequence[Line]) -> Iterator[Cut]:
    """Find links to the reports before and after it ("← Older: ...") above a report's first sentence."""
    body = next((i for i, line in enumerate(lines) if _is_body(line.text)), 0)
    return (Cut(index=i, reason=REASON) for i in range(body) if _ARROW.search(lines[i].text))


def find_glued_links(lines: Sequence[Line]) -> Iterator[Cut]:
    """Find links to other reports at the end of the last paragraph ("... on Monday. Related: Dam opens | Cabinet meets")."""
    for index in range(max(len(lines) - 2, 1), len(lines)):
        match = _GLUED.search(lines[index].text)
        if match and (" | " in match["links"] or count_words(match["links"]) <= _MOST_LINKED):
            yield Cut(index=index, reason=REASON, start=match.start())


def _is_body(text: str) -> bool:
    return is_paragraph(text) and not calls_reader(text) and not is_foreign(text)


def _is_english(lines: Sequence[Line]) -> bool:
    words = [word for line in lines for word in _WORD.findall(line.text.casefold())]
    return sum(word in _english() for word in words) >= _ENGLISH * len(words)


def is_foreign(text: str) -> bool:
    """True of eight to twenty words of which none is a common English one, or of so many in another script."""
    words = _WORD.findall(text.casefold())
    if len(words) > _MOST_FOREIGN or _english().intersection(words):
        return False
    return len(words) >= _LEAST_FOREIGN or _is_other_script(text)


def _is_other_script(text: str) -> bool:
    return bool(_LETTER.search(text)) and not _LATIN.search(text)


@cache
def _english() -> frozenset[str]:
    return frozenset(read_lexicon("furniture")["english"]["words"])


def _is_loose(lines: Sequence[Line], index: int) -> bool:
    text = lines[index].text
    if _SIGNED.match(text) or _in_list(lines, index):
        return False
    if _QUOTED.search(text) and _STOP.search(text):
        return False
    return calls_reader(text) or is_foreign(text) or _is_no_sentence(text)


def _is_no_sentence(text: str) -> bool:
    ended = _STOP.search(text) or _announces(text) or len(sentence_starts(text)) > 1
    return count_words(text) <= _MOST_LOOSE and not ended


def _in_list(lines: Sequence[Line], index: int) -> bool:
    """True of a line that a sentence or head with a colon announces, in the run of lines that look like the first one."""
    for start in range(index - 1, max(-1, index - _LIST_REACH), -1):
        if _announces(lines[start].text):
            return _is_one_list(lines[start + 1 : index + 1])
        if is_paragraph(lines[start].text) and not _ITEM.match(lines[start].text):
            return False
    return False


def _announces(text: str) -> bool:
    """True of "The dead are:" and false of "Read more:" or "Tags:"."""
    common = _english().intersection(_WORD.findall(text.casefold()))
    return text.endswith(":") and (is_paragraph(text) or len(common) > 1) and not calls_reader(text)


def _is_one_list(lines: Sequence[Line]) -> bool:
    """True of lines that look alike: all marked as items or none, with a gap before each further one or before none."""
    marked = {bool(_ITEM.match(line.text)) for line in lines}
    gaps = {line.gap for line in lines[1:]}
    return len(marked) == 1 and len(gaps) <= 1


def _is_head_piece(text: str) -> bool:
    """True of a few words between headline and report that no sentence holds."""
    return count_words(text) <= _MOST_AT_HEAD and not _END.search(text) and not _QUOTED.search(text)
