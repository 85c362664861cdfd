"""textacy's direct quotations beside us.

It pairs quotation marks over a whole text and gives up where their number is odd; here it reads a paragraph at a time,
so that one mark that is never closed costs a paragraph and not the report. Those paragraphs are counted. It finds
direct quotations only: whatever a set holds of indirect ones it misses.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bare_spacy import load_model
from peer import Peer, Seconds, Work, answer_each
from spacy.tokens import Doc, Token

from variorum.evaluate.values import Document

_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\n)[^\n]+)*")

Bounds = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Speaker, cue and content of a quotation, each [start, end) in code points of the document."""

    speaker: Bounds
    cue: Bounds
    content: Bounds


def find_quotations(documents: Sequence[Document]) -> Work:
    """textacy's quotations and time."""
    return answer_each(documents, _find)


def _find(document: Document, work: Work) -> list[Quotation]:
    return [
        quotation
        for paragraph in _PARAGRAPH.finditer(document.text)
        for quotation in _find_in(paragraph[0], paragraph.start(), work)
    ]


def _find_in(paragraph: str, offset: int, work: Work) -> list[Quotation]:
    from textacy.extract import direct_quotations

    with work.parse.running():
        doc = load_model()(paragraph)
    own = Seconds()
    try:
        with own.running():
            return list(_shifted(direct_quotations(doc), doc, offset))
    except ValueError:
        work.note("paragraphs that it gave up, their quotation marks being odd in number")
        return []
    finally:
        work.own.add(own)


def _shifted(triples: Iterator[tuple[list[Token], list[Token], Doc]], doc: Doc, offset: int) -> Iterator[Quotation]:
    """Triples of tokens as places in the whole text."""
    for speaker, cue, content in triples:
        yield Quotation(
            speaker=_bounds(doc, [t.i for t in speaker], offset),
            cue=_bounds(doc, [t.i for t in cue], offset),
            content=_bounds(doc, [t.i for t in content], offset),
        )


def _bounds(doc: Doc, tokens: Sequence[int], offset: int) -> Bounds:
    first, last = doc[min(tokens)], doc[max(tokens)]
    return offset + first.idx, offset + last.idx + len(last.text)


def answer_attributions(documents: Sequence[Document]) -> Work:
    """textacy's quotations in the form that the task of quotations scores."""
    from variorum.evaluate.spans import Stretches
    from variorum.evaluate.tasks.quotations import Attribution

    def _stretch(bounds: Bounds) -> Stretches:
        return Stretches(pieces=(bounds,))

    work = find_quotations(documents)
    for key, found in work.answers.items():
        work.answers[key] = [
            Attribution(content=_stretch(q.content), cue=_stretch(q.cue), source=_stretch(q.speaker)) for q in found
        ]
    return work


PEER = Peer(
    name="textacy",
    package="textacy",
    module="textacy",
    answer={"quotations": answer_attributions},
    about="direct quotations only, a paragraph at a time, on the parse of the model that we use too",
)
