"""Names that only tell which one a noun after them means: "House" in "House members", "Velmar" in "the Velmar memo"."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from variorum.annotations.parse import span_of, tokens_in
from variorum.schema.annotations import EntityMention, Modifier, ReferentMention
from variorum.schema.reports import Span

_BEFORE = ("amod", "compound", "nmod")


def find_modifiers(
    doc: Doc, entities: Sequence[EntityMention], referents: Sequence[ReferentMention]
) -> tuple[Modifier, ...]:
    """Find which names modify a noun that follows them, possessives aside.

    Returns:
        In text order, each span once, with the noun that its words hang on.
    """
    names = {m.span for m in entities if m.form == "name"} | {m.span for m in referents if m.form == "name"}
    return tuple(_modifiers(doc, sorted(names, key=lambda span: (span.start, span.end))))


def _modifiers(doc: Doc, spans: Sequence[Span]) -> Iterator[Modifier]:
    for span in spans:
        words = tokens_in(doc, span)
        root = words.root
        if root.dep_ in _BEFORE and root.head.i >= words.end and root.head.pos_ in ("NOUN", "PROPN", "ADJ"):
            yield Modifier(span=span, noun=span_of(root.head))
