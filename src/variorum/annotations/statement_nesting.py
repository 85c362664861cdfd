"""Statements within statements: "Tass quoted the minister as saying that the president had promised ..."."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from variorum.annotations.quotation_frames import Page, Quoted
from variorum.annotations.statement_attribution import trim
from variorum.annotations.statement_cues import Cue, Meaning
from variorum.annotations.statement_drafts import Draft
from variorum.annotations.statement_frames import cue_span, find_content
from variorum.annotations.statement_speakers import find_speaker
from variorum.schema.annotations import StatementMention
from variorum.schema.reports import Span

_SPEAKING = frozenset({"i", "we", "you", "it", "there", "one", "who", "that", "which"})
"""Words that, within a quotation, are the speaker and the hearers, or nobody: what they say is the quotation itself."""


def find_inner(page: Page, outer: Sequence[Draft]) -> Iterator[Draft]:
    """Yield what a quotation tells of what others said: "The mayor promised to stay," she said."""
    for index, cue in sorted(page.quoted_cues.items()):
        quoted = page.inside(index)
        speaker = find_speaker(cue.verb)
        if quoted is None or not _third(speaker, quoted):
            continue
        if not any(content.covers(cue_span(cue)) for draft in outer for content in draft.contents):
            continue
        found = find_content(cue)
        if found is not None and (draft := _inner(page, quoted, cue, found)) is not None:
            yield draft


def _third(speaker: Token | None, quoted: Quoted) -> bool:
    return speaker is not None and quoted.first < speaker.i < quoted.last and speaker.lower_ not in _SPEAKING


def _inner(page: Page, quoted: Quoted, cue: Cue, found: tuple[Meaning, Sequence[tuple[int, int]]]) -> Draft | None:
    meaning, ranges = found
    first, last = quoted.first + 1, quoted.last - 1
    cut = [(max(start, first), min(end, last)) for start, end in ranges]
    kept = [part for start, end in cut if start < end and (part := trim(page.doc, (start, end))) is not None]
    spans = [Span(start=page.doc[a].idx, end=page.doc[b - 1].idx + len(page.doc[b - 1])) for a, b in kept]
    own = cue_span(cue)
    spans = [span for span in spans if not span.overlaps(own)]
    if not spans:
        return None
    return Draft(cue=own, governor=cue.verb, contents=tuple(spans), meaning=meaning, quoted=False, kind="indirect")


def nest(statements: Sequence[StatementMention]) -> tuple[StatementMention, ...]:
    """Set `within` of each statement whose cue stands in the content of another, to the innermost such statement.

    Args:
        statements: in text order; `within` is an index into them. A chain of `within` has no circle, because the outer
            statement always has the longer content.
    """
    sizes = [sum(map(len, s.contents)) for s in statements]
    return tuple(replace(s, within=_holder(n, statements, sizes)) for n, s in enumerate(statements))


def _holder(number: int, statements: Sequence[StatementMention], sizes: Sequence[int]) -> int | None:
    cue = statements[number].cue
    held = [
        (sizes[n], n)
        for n, other in enumerate(statements)
        if sizes[n] > sizes[number] and any(content.covers(cue) for content in other.contents)
    ]
    return min(held)[1] if held else None
