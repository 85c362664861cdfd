"""How much surer a verb names a happening for who its subject is: crowds march to protest, soldiers who leave withdraw."""

from collections.abc import Mapping
from functools import cache

from spacy.tokens import Token

from variorum.annotations import syntax
from variorum.schema.concepts import Entry
from variorum.schema.lexicons import read_lexicon, split_entries

SURER = 0.2
"""Weight that a fitting subject adds."""

STRUCK = 0.4
"""Weight that what was fired adds as the subject of "hit", "struck" or "landed in"."""

TAKEN = 0.35
"""Weight that a named place adds to its falling to somebody."""

CROWDS = frozenset(
    "people thousand hundred dozen crowd protester demonstrator student worker resident villager supporter activist mourner "
    "farmer teacher miner woman citizen opponent".split()
)
"""Who gathers and marches; bands, teams and armies march too, and do not protest."""

STRIKING = frozenset({"hit", "strike", "land", "fall"})
"""Verbs of what is fired; other things hit, strike and fall too."""

NEGOTIATORS = frozenset(
    "delegation delegate negotiator mediator side party team envoy representative leader minister president diplomat "
    "commander official government".split()
)
"""Who sits down together to talk."""


def weight_by_subject(verb: Token, entry: Entry, kinds: Mapping[int, str]) -> float:
    """What the subject adds to the weight of an entry: `SURER` for crowds that march and forces that leave, else nothing.

    A place that falls to somebody is taken, for sure; a task or a country that does may not be.

    Args:
        kinds: entity kind of the tokens that name an entity, by token index.
    """
    if entry.head == "fall" and entry.preposition == "to":
        return TAKEN if any(kinds.get(t.i) == "place" for t in syntax.expand(syntax.subjects(verb))) else 0.0
    if is_struck(verb, entry):
        return STRUCK
    wanted = _WANTED_OF.get((entry.concept.name, entry.head)) or _WANTED.get(entry.concept.name)
    return SURER if wanted is not None and not _doers_of(verb).isdisjoint(_nouns_of(wanted)) else 0.0


def is_struck(verb: Token, entry: Entry) -> bool:
    """Tell whether what was fired does what the verb of an attack tells: "the shells hit a market", "was struck by a rocket"."""
    strikes = entry.concept.name == "attack" and entry.head in STRIKING
    return strikes and not _doers_of(verb).isdisjoint(_nouns_of("missiles"))


def _doers_of(verb: Token) -> frozenset[str]:
    doers = syntax.agents(verb) if syntax.is_passive(verb) else syntax.subjects(verb)
    return frozenset(t.lemma_.lower() for t in syntax.expand(doers))


@cache
def _nouns_of(wanted: str) -> frozenset[str]:
    """Nouns of crowds and of who negotiates; those of forces and of relief are classes of `lexicons/classes.toml`."""
    own = {"crowds": CROWDS, "negotiators": NEGOTIATORS}
    return own[wanted] if wanted in own else frozenset(split_entries(read_lexicon("classes")["classes"][wanted]))


_WANTED = {
    "demonstration": "crowds",
    "public_anger": "crowds",
    "withdrawal": "forces",
    "invasion": "forces",
    "troop_deployment": "forces",
}


def wants_doers(concept: str) -> bool:
    """Does a concept's verb name it only for some of those who may do it? Bands march too."""
    return concept in _WANTED


_WANTED_OF = {
    ("meeting", "sit"): "negotiators",
    ("territorial_capture", "surround"): "forces",
    ("attack", "surround"): "forces",
    ("humanitarian_aid", "reach"): "aid",
    ("humanitarian_aid", "flow"): "aid",
}
"""The same for single verbs: sides sit down to talk, food reaches a town."""
