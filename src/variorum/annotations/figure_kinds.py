"""Of whom a figure is: soldiers, police, fighters or civilians.

By the words that stand in it, by those that it goes on from, or by the force that is said to have suffered it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc, Span as DocSpan, Token

from variorum.annotations import syntax
from variorum.annotations.figure_effects import lemma_of
from variorum.annotations.figure_numbers import load_words
from variorum.annotations.parse import token_at, tokens_in
from variorum.schema.annotations import FigureMention
from variorum.schema.gazetteer import load_gazetteer

ARMED = frozenset({"soldiers", "fighters", "combatants"})
"""Kinds that take part in combat; `combatants` is of a total of soldiers and fighters."""


@cache
def _kinds() -> dict[str, str]:
    """Lemma -> kind."""
    return {word: kind for kind, words in load_words()["kinds"].items() for word in words}


def tell_kinds(doc: Doc, figures: Sequence[FigureMention]) -> tuple[FigureMention, ...]:
    """Set `of_kind` of each figure: by its own words, else by the figure before it in its sentence, else by its parts.

    Args:
        figures: in text order, a total before its parts.
    """
    found: dict[int, str | None] = {}
    for number, figure in enumerate(figures):
        if figure.basis == "sum":
            continue
        part = tokens_in(doc, figure.span)
        own = [kind for token in reversed(list(part)) if (kind := _kind_of(token))]
        bare = not any(token.pos_ in ("NOUN", "PROPN") and token.lower_ not in _BARE for token in part)
        earlier = [i for i in found if bare and figures[i].span.start >= part.sent.start_char]
        found[number] = (
            own[0] if own else found[earlier[-1]] if earlier else _of_force(part, token_at(doc, figure.governor))
        )
    for number, figure in enumerate(figures):
        if figure.basis == "sum":
            found[number] = _joint(found.get(i) for i, part in enumerate(figures) if part.part_of == number)
    return tuple(replace(figure, of_kind=found.get(i)) for i, figure in enumerate(figures))


def _kind_of(token: Token) -> str | None:
    """What one word says: by the lexicon, else fighters for the name of an armed group ("12 PKK members")."""
    if token.pos_ == "PROPN" and token.text[:1].isupper():
        named = load_gazetteer().first(token.text, "group")
        return "fighters" if named is not None and named.kind == "armed_group" else _kinds().get(lemma_of(token))
    return _kinds().get(lemma_of(token))


def _of_force(part: DocSpan, governor: Token) -> str | None:
    """The kind by a force that stands in the count ("six army dead") or that suffered it ("cost the army 29 dead")."""
    near = [*part]
    for verb in (governor, governor.head, *(token.head for token in part)):
        if verb.lemma_.lower() in _SUFFERED:
            near += [t for t in verb.children if t.dep_ in ("nsubj", "dobj", "dative", "iobj", "nsubjpass")]
            near += [obj for _, obj in syntax.prepositional(verb, "on", "to", "among", "against", "in")]
    forces = load_words()["forces"]
    return next((kind for t in near for kind, words in forces.items() if lemma_of(t) in words), None)


_SUFFERED = frozenset(load_words()["suffered"]["verbs"])
_BARE = frozenset({"other", "others", "more", "wounded", "injured", "dead", "killed", "rest"})


def _joint(kinds: Iterable[str | None]) -> str | None:
    """The kind of a total: that of all its parts; soldiers and fighters together are combatants."""
    seen = set(kinds)
    if len(seen) == 1:
        return seen.pop()
    return "combatants" if seen and seen <= ARMED else None
