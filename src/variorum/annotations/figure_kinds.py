"""Of whom a figure is: soldiers, police, fighters or civilians, by the words that stand in it or that it goes on from."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc

from variorum.annotations.figure_effects import lemma_of
from variorum.annotations.figure_numbers import load_words
from variorum.annotations.parse import tokens_in
from variorum.schema.annotations import FigureMention

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
        own = [kind for token in reversed(list(part)) if (kind := _kinds().get(lemma_of(token)))]
        bare = not any(token.pos_ in ("NOUN", "PROPN") and token.lower_ not in _BARE for token in part)
        earlier = [i for i in found if bare and figures[i].span.start >= part.sent.start_char]
        found[number] = own[0] if own else found[earlier[-1]] if earlier else None
    for number, figure in enumerate(figures):
        if figure.basis == "sum":
            found[number] = _joint(found.get(i) for i, part in enumerate(figures) if part.part_of == number)
    return tuple(replace(figure, of_kind=found.get(i)) for i, figure in enumerate(figures))


_BARE = frozenset({"other", "others", "more", "wounded", "injured", "dead", "killed", "rest"})


def _joint(kinds: Iterable[str | None]) -> str | None:
    """The kind of a total: that of all its parts; soldiers and fighters together are combatants."""
    seen = set(kinds)
    if len(seen) == 1:
        return seen.pop()
    return "combatants" if seen and seen <= ARMED else None
