"""Acts that no concept of the event lexicon names, called by their own verb: "act of leaving".

A closed lexicon knows what conflicts and diplomacy are made of. What a ship, a court or a company does is told by any
verb of the language; such a happening is of type NONE, and of the kind that its verb names.
"""

from functools import cache

from variorum.schema.concepts import Concept
from variorum.schema.lexicons import read_lexicon, split_entries

PREFIX = "act_of_"
VOWELS = frozenset("aeiou")
KEPT = ("ee", "ye", "oe")
"""Ends that keep their e before "ing": "fleeing", "dyeing", "hoeing"."""

SHORT = 4
"""Letters. Longer verbs double their last consonant only where it is stressed, and are listed if so."""


@cache
def open_concept(verb: str) -> Concept:
    """Make the concept of an act from its verb's lemma, a particle after it ("set_out")."""
    return Concept(
        name=f"{PREFIX}{gerund_of(verb)}",
        type="NONE",
        mode=None,
        cameo="00",
        direction="directed",
        frame="open",
        weight=0.0,
        contexts=(),
        meaning=f"somebody does what the verb {verb} tells",
    )


def is_open_act(concept: str) -> bool:
    """Is this the name of an act that the lexicon has no concept for?"""
    return concept.startswith(PREFIX)


def gerund_of(verb: str) -> str:
    """The "ing" form of a verb's lemma."""
    if verb.endswith("ie"):
        return f"{verb[:-2]}ying"
    if verb.endswith("e") and not verb.endswith(KEPT) and len(verb) > len("be"):
        return f"{verb[:-1]}ing"
    return f"{verb}{verb[-1]}ing" if _doubles(verb) else f"{verb}ing"


def _doubles(verb: str) -> bool:
    if verb in _listed():
        return True
    closed = len(verb) > 2 and verb[-1] not in VOWELS | set("wxy") and verb[-2] in VOWELS and verb[-3] not in VOWELS
    return closed and len(verb) <= SHORT and sum(letter in VOWELS for letter in verb) == 1


@cache
def _listed() -> frozenset[str]:
    return frozenset(split_entries(read_lexicon("acts")["doubling"]["verbs"]))
