"""What became of those counted, where no word beside the count says it by itself: the clause does.

"The loss of 12 crew", "driven 40,000 from their homes", "pulled 96 of them from the water", "took 30 into custody",
"none of the 44 on board survived", "feared trapped". Words by `lexicons/figures.toml`, table `fates`.
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from variorum.annotations import syntax
from variorum.annotations.figure_numbers import load_words

_FATES: dict[str, dict[str, list[str]]] = load_words()["fates"]
_STATES: dict[str, str] = load_words()["effects"]["states"]
_AWAY = ("from", "out", "off", "of")
_INTO = ("into", "in", "under", "to")
_CLIMB = 3


def read_fate(doc: Doc, last: int, noun: Token | None) -> tuple[str, Token] | None:
    """Read what a clause does to those it counts.

    Args:
        last: index of the last token of the number.
        noun: the noun counted, if any.

    Returns:
        (what became of them, the word that says so), or None.
    """
    counted = noun if noun is not None else doc[last]
    lost = _loss_of(counted)
    if lost is not None:
        return "killed", lost
    for verb, done_to in _governing(counted):
        if (none := _none_of(counted)) is not None and not done_to and _may_end(verb):
            return "killed", none
        fate = _suffered(verb) if done_to else _is_in_state(verb)
        if fate is not None:
            return fate, verb
    return None


def is_of_persons(verb: Token) -> bool:
    """True of verbs whose effect only persons suffer: who seizes weapons captures nobody."""
    return verb.lemma_.lower() in _FATES["persons"]["verbs"]


def _loss_of(counted: Token) -> Token | None:
    """The noun of "with the loss of three lives", "at a cost of 40 lives"."""
    prep = counted.head
    of = counted.dep_ == "pobj" and prep.lower_ == "of"
    return prep.head if of and prep.head.lemma_.lower() in _FATES["loss"]["nouns"] and _is_mortal(counted) else None


def _is_mortal(counted: Token) -> bool:
    return counted.lemma_.lower() in _FATES["loss"]["of"]


def _governing(counted: Token) -> Iterator[tuple[Token, bool]]:
    """Verbs that those counted depend on, each with whether they are its object: "96 of them", "12 and 40 others"."""
    token = _none_of(counted) or counted
    for _ in range(_CLIMB):
        head, dep = token.head, token.dep_
        if head.pos_ in ("VERB", "AUX"):
            if dep in ("dobj", "nsubjpass", "obj"):
                yield head, True
            elif dep == "nsubj":
                yield head, False
            return
        if dep not in ("nummod", "conj", "quantmod") or head == token:
            return
        token = head


def _suffered(verb: Token) -> str | None:
    """What a verb with its prepositions does to its object."""
    lemma = verb.lemma_.lower()
    ends = {obj.lemma_.lower() for prep, obj in syntax.prepositional(verb) if prep.lower_ in _INTO}
    if lemma in _FATES["taken"]["verbs"] and ends & set(_FATES["taken"]["into"]):
        return "detained" if "custody" in ends else "captured"
    if lemma in _FATES["driven"]["verbs"]:
        return "displaced" if _is_driven_out(verb) else None
    if lemma in _FATES["rescued"]["verbs"] and _is_brought_out(verb, ends):
        return "rescued"
    if lemma in _FATES["feared"]["verbs"] and syntax.is_passive(verb):
        return _feared(verb)
    return None


def _is_driven_out(verb: Token) -> bool:
    """True of "from their homes", "out of the valley", "to leave their villages"."""
    left = [obj for prep, obj in syntax.prepositional(verb, *_AWAY)]
    left += [o for t in verb.children if t.dep_ == "xcomp" and t.lemma_ in ("leave", "flee") for o in syntax.objects(t)]
    return any(t.lemma_.lower() in _FATES["driven"]["from"] for t in left)


def _is_brought_out(verb: Token, ends: set[str]) -> bool:
    """True where people are pulled "from the water", "out of the rubble", brought "to safety" or "ashore"."""
    left = [obj for _, obj in syntax.prepositional(verb, *_AWAY)]
    away = {obj.lemma_.lower() for obj in left}
    named = any(_is_craft(obj) for obj in left)
    after = {t.lower_ for t in verb.children if t.dep_ in ("advmod", "prt", "acomp", "oprd")}
    return bool(named or away & set(_FATES["rescued"]["from"]) or ends & {"safety"} or after & {"ashore", "alive"})


def _is_craft(name: Token) -> bool:
    """True of a name with an article, as ships and trains have it: "the Aurora"; towns have none."""
    article = any(t.lower_ == "the" for t in syntax.children_of(name, "det"))
    return name.tag_ == "NNP" and article and name.ent_type_ not in ("GPE", "LOC", "NORP", "ORG")


def _feared(verb: Token) -> str | None:
    """Read "are believed to be trapped", "are feared buried", "are thought to be still in the carriages"."""
    told = [t for t in verb.children if t.dep_ in ("xcomp", "oprd", "acomp", "advcl")]
    words = {t.lemma_.lower() for t in told} | {t.lower_ for t in told}
    held = any(syntax.prepositional(t, *_FATES["feared"]["within"]) for t in told if t.lemma_.lower() == "be")
    return "missing" if held or words & set(_FATES["feared"]["held"]) else None


def _none_of(counted: Token) -> Token | None:
    """The "none" of "none of the 44 on board survived": all of them died."""
    of = counted.head if counted.dep_ == "pobj" and counted.head.lower_ == "of" else None
    return of.head if of is not None and of.head.lower_ == "none" else None


def _may_end(verb: Token) -> bool:
    return verb.lemma_.lower() in _FATES["survived"]["verbs"]


def _is_in_state(verb: Token) -> str | None:
    """Read "all 62 people on the plane that crashed are dead"."""
    if verb.lemma_.lower() != "be":
        return None
    said = (t.lower_ for t in verb.children if t.dep_ in ("acomp", "attr"))
    return next((_STATES[word] for word in said if word in _STATES), None)
