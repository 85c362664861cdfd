"""Stretches of a report that are not its ordinary body: corrections, notes, captions, older items, full texts.

They stay in the text. A label needs its place at a paragraph's start, a sentence its set wording: what only looks
like a correction in the news ("a correction of prices") is none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from variorum.reports.cleaning.furniture import is_caption
from variorum.reports.lexicon import fold
from variorum.reports.parts.amendments import with_amendment
from variorum.reports.cleaning.shapes import count_words, is_paragraph
from variorum.reports.dates.stamps import match_date
from variorum.schema.lexicons import read_lexicon
from variorum.schema.reports import Part, Span

NOTES = ("retraction", "correction", "editors_note", "update_note")
_LABEL_WORDS = 12
_QUOTED = re.compile(r"[“\"«„]([^”\"»“]{2,200})[”\"»“]")
_LEAST_DOCUMENT = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A line of a report's text with its place."""

    text: str
    span: Span


def find_parts(text: str, title: Span | None) -> tuple[Part, ...]:
    """Find the parts of a report's text, in text order. The headline is none."""
    lines = tuple(line for line in split_paragraphs(text) if title is None or not line.span.overlaps(title))
    notes = (with_amendment(note, text) for note in _find_notes(lines))
    found = (*notes, *_find_captions(lines), *_find_embedded(lines), *_find_documents(text, lines))
    return tuple(sorted(found, key=lambda part: (part.span.start, part.span.end, part.kind)))


def split_paragraphs(text: str) -> Iterator[Paragraph]:
    """Split a report's text at its line breaks."""
    start = 0
    for line in text.split("\n"):
        yield Paragraph(text=line, span=Span(start=start, end=start + len(line)))
        start += len(line) + 1


@cache
def _labels() -> re.Pattern[str]:
    """A label at a line's start, with perhaps a day in brackets, up to its colon or dash, or the line's end."""
    listed = read_lexicon("parts")["labels"]
    kinds = (f"(?P<{kind}>{_alternatives(listed[kind])})" for kind in NOTES)
    return re.compile(
        rf"^[\W_]*(?:{'|'.join(kinds)})(?:\s+(?:on\s+)?[^:\n]{{0,30}}?\d[^:\n]{{0,16}}|\s*[(\[][^)\]\n]{{2,40}}[)\]])?"
        r"\s*(?:[:—–]|\s-\s|\*?$)",
        re.IGNORECASE,
    )


def _alternatives(words: Sequence[str]) -> str:
    forms = sorted(dict.fromkeys(words), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace("'", "['’]") for word in forms)


@cache
def _sentences() -> tuple[tuple[str, re.Pattern[str]], ...]:
    listed = read_lexicon("parts")["sentences"]
    return tuple((kind, re.compile(rf"(?<!\w){form}", re.IGNORECASE)) for kind in NOTES for form in listed[kind])


def _find_notes(lines: Sequence[Paragraph]) -> Iterator[Part]:
    """Corrections, retractions, notes: by a label, or by a sentence that says so. Of one paragraph the first."""
    taken = -1
    for index, line in enumerate(lines):
        if index <= taken:
            continue
        match = _labels().match(line.text)
        if match and not _is_running(line.text, match):
            alone = not _says_more(line.text[match.end() :]) and index + 1 < len(lines)
            taken = index + 1 if alone else index
            yield _labelled(match, line, lines[taken])
        elif told := _told(line):
            yield told


def _says_more(rest: str) -> bool:
    """True where more than a day follows a label."""
    found = match_date(rest.strip())
    return bool(rest.strip(" .*") if found is None else rest.strip()[found.end :].strip(" .*"))


def _is_running(text: str, match: re.Match[str]) -> bool:
    """True where a label is the first word of a sentence ("Correction of prices: ...") or of a long line in quotes."""
    return text[0] in '“"«„' or count_words(match[0]) > _LABEL_WORDS


def _labelled(match: re.Match[str], line: Paragraph, last: Paragraph) -> Part:
    kind = match.lastgroup or ""
    words = last.text if last is not line else line.text[match.end() :]
    told = [found for found in _search(words) if found[0] != "update_note"]
    if told and kind in ("editors_note", "update_note"):
        kind = told[0][0]
    detail = _detail([found for _, found in told]) or (words.strip() if kind in ("correction", "retraction") else None)
    return Part(kind=kind, span=Span(start=line.span.start, end=last.span.end), detail=detail)


def _told(line: Paragraph) -> Part | None:
    """A note without a label: from its first sentence to the paragraph's end."""
    found = list(_search(line.text))
    if not found:
        return None
    kind = found[0][0]
    matches = [match for name, match in found if name == kind]
    start = line.span.start + _note_start(line.text, min(match.start() for match in matches))
    return Part(kind=kind, span=Span(start=start, end=line.span.end), detail=_detail(matches))


@cache
def _any_sentence() -> re.Pattern[str]:
    """All sentences of notes in one pattern: most paragraphs are told by it to hold none."""
    forms = (form.replace("(?P<what>", "(?:") for kind in NOTES for form in read_lexicon("parts")["sentences"][kind])
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})", re.IGNORECASE)


def _search(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Sentences of notes in a text outside quotation marks, retractions first."""
    if not _any_sentence().search(text):
        return
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    for kind, pattern in _sentences():
        match = pattern.search(text)
        if match and not any(start < match.start() < end for start, end in quoted):
            yield kind, match


def _note_start(text: str, at: int) -> int:
    """The start of the sentence, or of the bracket, that a note stands in."""
    before = [match.end() for match in re.finditer(r"[.!?…]['\"”’»)\]]*\s+|^", text[:at])]
    start = before[-1] if before else 0
    return start + len(text[start:]) - len(text[start:].lstrip())


def _detail(matches: Sequence[re.Match[str]]) -> str | None:
    """What a note corrects: the wrong words where they are given, else what it says was done."""
    stated = (match.groupdict().get("what") or "" for match in matches)
    what = next((what for what in stated if what), "")
    quoted = _QUOTED.search(what)
    return (quoted[1] if quoted else what.strip(" ,;:")) or None


def _find_captions(lines: Sequence[Paragraph]) -> Iterator[Part]:
    return (Part(kind="caption", span=line.span) for line in lines if line.text and is_caption(line.text))


_EARLIER = re.compile(
    r"(?:our|the)\s+(?:(?:earlier|original|previous|first)\s+)?(?:report|story|article|dispatch)"
    r"(?:\s+(?:of|from|on)\s+[\w ,]{3,30})?\s+(?:reads?|said|ran|follows|is below|was as follows)\s*:",
    re.IGNORECASE,
)


@cache
def _heads() -> frozenset[str]:
    return frozenset(read_lexicon("parts")["embedded"]["heads"])


def _find_embedded(lines: Sequence[Paragraph]) -> Iterator[Part]:
    """Older items under a head of their own, each to the next head or to the end."""
    for index, line in enumerate(lines[:-1]):
        if not _is_embedding(line.text) or not lines[index + 1].text:
            continue
        stop = next((at for at in range(index + 2, len(lines)) if _is_head(lines[at].text)), len(lines))
        span = Span(start=lines[index + 1].span.start, end=lines[stop - 1].span.end)
        yield Part(kind="embedded", span=span, detail=line.text.strip(" :"))


def _is_embedding(text: str) -> bool:
    if _EARLIER.fullmatch(text):
        return True
    return count_words(text) <= _LABEL_WORDS and not text.endswith(".") and fold(text) in _heads()


def _is_head(text: str) -> bool:
    """True of a short line that parts a text: it ends as no sentence does, or is a rule or another embedding's head."""
    short = count_words(text) <= 8 and not is_paragraph(text) and not re.search(r"[.!?,;…][\"'”’»)]*$", text)
    return short or _is_embedding(text) or _labels().match(text) is not None


@cache
def _leads() -> re.Pattern[str]:
    forms = "|".join(f"(?:{form})" for form in read_lexicon("parts")["documents"]["leads"])
    return re.compile(rf"(?:^|(?<=[.!?”\"]\s))(?:{forms})", re.IGNORECASE)


@cache
def _resumes() -> re.Pattern[str]:
    forms = "|".join(f"(?:{form})" for form in read_lexicon("parts")["documents"]["resumes"])
    return re.compile(rf"^(?:{forms})", re.IGNORECASE)


def _find_documents(text: str, lines: Sequence[Paragraph]) -> Iterator[Part]:
    """Texts of statements given in full: from their lead-in to where the reporter's own words resume."""
    until = 0
    for index, line in enumerate(lines):
        match = _leads().search(line.text) if line.span.start >= until else None
        if match is None:
            continue
        rest = line.text[match.end() :].strip()
        if rest and count_words(rest) < _LEAST_DOCUMENT:
            continue
        first = line.span.start + match.end() if rest else line.span.end + 1
        end = _document_end(lines, index if rest else index + 1, quoted=_opens(rest or _line_at(lines, index + 1)))
        start = first + len(text[first:end]) - len(text[first:end].lstrip())
        if count_words(text[start:end]) >= _LEAST_DOCUMENT:
            until = end
            yield Part(kind="document", span=Span(start=start, end=end), detail=match[0].strip(" :"))


def _line_at(lines: Sequence[Paragraph], index: int) -> str:
    return lines[index].text if index < len(lines) else ""


def _opens(text: str) -> bool:
    return text[:1] in '“"«„'


def _document_end(lines: Sequence[Paragraph], first: int, *, quoted: bool) -> int:
    """Where a full text ends: at its closing mark where it is quoted, else before the reporter's next words."""
    end = lines[first].span.end if first < len(lines) else 0
    for line in lines[first + 1 :]:
        closed = quoted and _is_closed(lines, end) and not _opens(line.text)
        if closed or _resumes().match(line.text) or _is_embedding(line.text) or _labels().match(line.text):
            break
        end = line.span.end
    return end


def _is_closed(lines: Sequence[Paragraph], end: int) -> bool:
    """True where the paragraph that ends at an offset closes a quotation."""
    return any(line.span.end == end and re.search(r"[”\"»“][.,]?$", line.text) for line in lines)
