"""In whose voice words stand: the report's own, or of somebody whom it quotes; and how it stands off from them.

Source: appositions stand outside what is reported (Potts 2005); "accused the bandits of looting" names them so itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from variorum.annotations.label_phrases import hyphenated, phrase_start, root_of
from variorum.annotations.label_words import callings, hedges
from variorum.annotations.parse import text_of, tokens_in
from variorum.annotations.statement_speakers import MentionFinder
from variorum.schema.annotations import LabelMention, StatementMention
from variorum.schema.quotation_marks import pair_marks
from variorum.schema.reports import Span

_AIMED = 40
_NAMES = ("oprd", "ccomp")
_BACK = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Voices:
    """Stretches of a report that are others' words: between quotation marks, and told as said.

    asides: offsets of words within indirect speech that are the report's own.
    """

    marked: tuple[Span, ...]
    told: tuple[Span, ...]
    asides: frozenset[int] = frozenset()

    def voice(self, span: Span) -> str:
        """Tell whose words a span holds: quoted where most of it stands in others' words, else own."""
        others = self.marked if span.start in self.asides else (*self.marked, *self.told)
        inside = max((min(o.end, span.end) - max(o.start, span.start) for o in others), default=0)
        return "quoted" if 2 * inside > len(span) else "own"


def find_voices(text: str, statements: Sequence[StatementMention]) -> Voices:
    """Find others' words in a text: between quotation marks, and as contents of statements."""
    marked = tuple(inner for quotation in pair_marks(text)[0] for inner in quotation.inners)
    return Voices(marked=marked, told=tuple(c for s in statements if s.asserts for c in s.contents))


def find_voices_in(doc: Doc, finder: MentionFinder, statements: Sequence[StatementMention]) -> Voices:
    """Find others' words in a parsed report, and its own words within indirect speech: appositions, names of the target."""
    return replace(find_voices(text_of(doc), statements), asides=_asides(doc, finder, statements))


def give_voice(label: LabelMention, doc: Doc, voices: Voices) -> LabelMention:
    """A label with its voice and distance.

    distance: marks (in quotation marks though nobody is said to say it), attributed (somebody calls it so) or hedge
    ("so-called"); else None. What is attributed is not the report's voice.
    """
    voice = voices.voice(label.span)
    if voice == "quoted":
        said = any(t.covers(label.span) for t in voices.told)
        return replace(label, voice=voice, distance=None if said else "marks")
    root = root_of(doc, label)
    if root is None:
        return label
    if _is_called(root):
        return replace(label, voice="quoted", distance="attributed")
    return replace(label, distance="hedge" if _is_hedged(root) else None)


def _is_called(root: Token) -> bool:
    """True of what somebody calls something: "critics call it a regime", "is described as a dictator"."""
    head = root.head
    if root.dep_ == "pobj" and head.lower_ == "as":
        return is_calling(head.head)
    if root.dep_ == "appos" and head.dep_ == "dobj":  # "call X a dictator", as the parser may read it
        return is_calling(head.head) and "," not in [t.text for t in root.doc[head.i : root.i]]
    return root.dep_ in _NAMES and root.pos_ != "VERB" and is_calling(head)


def is_calling(verb: Token) -> bool:
    """True of a verb of calling something something."""
    return verb.pos_ == "VERB" and verb.lemma_ in callings()


def _is_hedged(root: Token) -> bool:
    """True of a noun after "so-called", or of an adjective or name after it in one phrase."""
    noun = root.head if root.dep_ in ("amod", "compound", "nmod") else root
    before = range(max(0, phrase_start(noun) - _BACK), root.i)
    return any(hyphenated(root.doc[i]).text.lower() in hedges() and root.doc[i].head in (root, noun) for i in before)


def _asides(doc: Doc, finder: MentionFinder, statements: Sequence[StatementMention]) -> frozenset[int]:
    found: set[int] = set()
    for statement in statements:
        if statement.kind != "indirect":
            continue
        target = None if statement.target is None else finder.entities[statement.target]
        for content in statement.contents:
            for token in tokens_in(doc, content):
                aimed = (
                    target is not None and token.idx - content.start < _AIMED and _held_by(token, finder, target.chain)
                )
                if token.dep_ == "appos" or (aimed and statement.position in ("accuse", "demand", "threaten")):
                    found.add(token.idx)
    return frozenset(found)


def _held_by(token: Token, finder: MentionFinder, chain: int) -> bool:
    index = finder.at(token)
    return index is not None and finder.entities[index].chain == chain
