"""Names that only tell which one a noun after them means: "House" in "House members", "Velmar" in "the Velmar memo"."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from variorum.annotations.parse import span_of, tokens_in
from variorum.schema.annotations import Modifier
from variorum.schema.reports import Span

VERSION = "modifiers.v1"
_BEFORE = ("amod", "compound", "nmod")


def find_modifiers(doc: Doc, spans: Sequence[Span]) -> tuple[Modifier, ...]:
    """Find which of some spans modify a noun that follows them, possessives aside.

    Returns:
        In text order, each span once, with the noun that its words hang on.
    """
    return tuple(_modifiers(doc, sorted(set(spans), key=lambda span: (span.start, span.end))))


def _modifiers(doc: Doc, spans: Sequence[Span]) -> Iterator[Modifier]:
    for span in spans:
        words = tokens_in(doc, span)
        root = words.root
        if root.dep_ in _BEFORE and root.head.i >= words.end and root.head.pos_ in ("NOUN", "PROPN", "ADJ"):
            yield Modifier(span=span, noun=span_of(root.head))
