"""Those without a name who are quoted: "three dock workers", "the fire service", "an officer of the coast guard".

A report stands by what they say as by what a named person says, so they are entities of it. Words that may mean a
document ("the manifest lists") or nobody ("many fear") are left in words.
"""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from variorum.annotations.parse import span_of
from variorum.annotations.statement_words import noun_phrase
from variorum.annotations.statement_cues import load_cues
from variorum.schema.annotations import ANYONE, VOICE, EntityMention, ReferentMention, StatementMention
from variorum.schema.nouns import is_happening, noun_senses, open_sense, plain_kinds, thing_of
from variorum.schema.reports import Span

_NAMING = frozenset({"compound", "amod", "nmod", "poss"})
_DOERS = ("er", "or", "eer", "ant", "ian", "ist")
_PLACES = frozenset({"GPE", "LOC", "NORP", "ORG", "FAC"})
_LOOSE = frozenset({"DET", "PRON", "NUM", "PUNCT"})
_INDEFINITE = frozenset({"a", "an", "another"})
_SAID_OF_MANY = frozenset({"other", "former", "several", "many", "some", "such", "same", "local", "unnamed", "senior"})


def name_voices(
    doc: Doc,
    entities: Sequence[EntityMention],
    referents: Sequence[ReferentMention],
    statements: Sequence[StatementMention],
) -> tuple[tuple[EntityMention, ...], tuple[StatementMention, ...]]:
    """Make entities of those without a name who speak, and tie their statements to them.

    Returns:
        The mentions with the new ones last, so that indexes hold; and the statements. Who is meant is what in-report
        coreference says: a noun that stands for a name is that one, and no mention is added.
    """
    cast = _Cast(entities, referents)
    told = tuple(_tied(doc, statement, cast) for statement in statements)
    return tuple(cast.entities), told


def _tied(doc: Doc, statement: StatementMention, cast: "_Cast") -> StatementMention:
    head = _head(doc, statement)
    if head is None:
        return statement
    chain = cast.chain_at(head)
    named = cast.named.get(chain) if chain is not None else None
    kind = _kind(head) if named is None else None
    if named is None and kind is None:
        return statement
    return replace(statement, speaker=named if kind is None else cast.add(_mention(head, kind), chain))


class _Cast:
    """Mentions of a report as they grow, and whom its nouns stand for."""

    def __init__(self, entities: Sequence[EntityMention], referents: Sequence[ReferentMention]) -> None:
        self.entities = list(entities)
        self.named = {m.chain: i for i, m in reversed(list(enumerate(entities))) if m.form == "name" and not m.members}
        self._referents = {word: r.chain for r in referents for word in range(r.span.start, r.span.end)}
        self._added: dict[Span, int] = {}
        self._last = max([*(m.chain for m in entities), *(r.chain for r in referents)], default=-1)

    def chain_at(self, head: Token) -> int | None:
        """Whom a noun stands for; nobody told before, where it brings in somebody new ("a minister")."""
        return None if _is_new(head) else self._referents.get(head.idx)

    def add(self, mention: EntityMention, chain: int | None) -> int:
        """Index of the mention, which is added where none stands on its words."""
        if mention.span not in self._added:
            self._last += chain is None
            self._added[mention.span] = len(self.entities)
            self.entities.append(replace(mention, chain=self._last if chain is None else chain))
        return self._added[mention.span]


def _head(doc: Doc, statement: StatementMention) -> Token | None:
    """The common noun that names who says a statement without a speaker; None where a name or pronoun does."""
    words = statement.speaker_words
    if statement.speaker is not None or words is None:
        return None
    phrase = doc.char_span(words.start, words.end, alignment_mode="expand")
    if phrase is None or phrase.root.pos_ != "NOUN" or any(t.tag_ == "CD" for t in phrase[1:-1]):
        return None
    return phrase.root


def _kind(head: Token) -> str | None:
    """What a noun means that speaks: person, people, organization; None where it may be a document or nobody."""
    noun, several = head.lemma_.lower(), head.tag_ == "NNS"
    sense = noun_senses().get(noun)
    kind = plain_kinds().get(f"{head.nbor(-1).lemma_.lower()} {noun}") if head.i else None
    kind = kind or (sense.kind if sense is not None else _open_kind(noun, several=several))
    if kind == "person":
        return "people" if several or (sense is not None and sense.collective) else "person"
    return kind if kind == "organization" else None


def _open_kind(noun: str, *, several: bool) -> str | None:
    """Of a noun that no list has: a person where its ending says so, or where several are called after what they do."""
    sense = open_sense(noun)
    if sense is None or thing_of(noun) is not None or is_happening(noun) or noun in load_cues().documents:
        return None
    return "person" if sense.kind == "person" or (several and noun.endswith(_DOERS)) else None


def _mention(head: Token, kind: str) -> EntityMention:
    first, start, end = _first_of_name(head), *noun_phrase(head)
    words = head.doc[first : head.i + 1]
    proper = words[0].pos_ == "PROPN" or words[0].ent_type_ in _PLACES
    return EntityMention(
        span=span_of(words),
        kind=kind,
        form="description",
        name=words.text if proper else words.text[:1].lower() + words.text[1:],
        chain=-1,
        extent=span_of(head.doc[min(start, first) : max(end, head.i + 1)]),
        external_ids=(ANYONE if _is_new(head) else VOICE,),
    )


def _is_new(head: Token) -> bool:
    """Does a noun bring in somebody not told before: "a minister"?"""
    return any(t.lower_ in _INDEFINITE for t in head.lefts)


def _first_of_name(head: Token) -> int:
    """The first word that tells which one is meant: "dock workers" of "three local dock workers"."""
    naming = [t for t in head.lefts if t.dep_ in _NAMING and t.lower_ not in _SAID_OF_MANY]
    first = min((t.left_edge.i for t in naming), default=head.i)
    while first < head.i and head.doc[first].pos_ in _LOOSE:
        first += 1
    return first
