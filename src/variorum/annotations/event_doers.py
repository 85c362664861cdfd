"""How much surer a verb names a happening for who its subject is: crowds march to protest, soldiers who leave withdraw."""

from collections.abc import Mapping
from functools import cache

from spacy.tokens import Token

from variorum.annotations import syntax
from variorum.schema.concepts import Entry
from variorum.schema.lexicons import read_lexicon, split_entries

SURER = 0.2
"""Weight that a fitting subject adds."""

TAKEN = 0.35
"""Weight that a named place adds to its falling to somebody."""

CROWDS = frozenset(
    "people thousand hundred dozen crowd protester demonstrator student worker resident villager supporter activist mourner "
    "farmer teacher miner woman citizen opponent".split()
)
"""Who gathers and marches; bands, teams and armies march too, and do not protest."""


def weight_by_subject(verb: Token, entry: Entry, kinds: Mapping[int, str]) -> float:
    """What the subject adds to the weight of an entry: `SURER` for crowds that march and forces that leave, else nothing.

    A place that falls to somebody is taken, for sure; a task or a country that does may not be.

    Args:
        kinds: entity kind of the tokens that name an entity, by token index.
    """
    if entry.head == "fall" and entry.preposition == "to":
        return TAKEN if any(kinds.get(t.i) == "place" for t in syntax.expand(syntax.subjects(verb))) else 0.0
    wanted = _WANTED.get(entry.concept.name)
    if wanted is None:
        return 0.0
    doers = syntax.agents(verb) if syntax.is_passive(verb) else syntax.subjects(verb)
    lemmas = {t.lemma_.lower() for t in syntax.expand(doers)}
    return SURER if not lemmas.isdisjoint(CROWDS if wanted == "crowds" else _forces()) else 0.0


@cache
def _forces() -> frozenset[str]:
    """Nouns of forces, by the class of that name in `lexicons/classes.toml`."""
    return frozenset(split_entries(read_lexicon("classes")["classes"]["forces"]))


_WANTED = {
    "demonstration": "crowds",
    "public_anger": "crowds",
    "withdrawal": "forces",
    "invasion": "forces",
    "troop_deployment": "forces",
}
