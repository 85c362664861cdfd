"""What a report tells in its own words beside what the event lexicon names: "the ferry left Zadar on Monday".

The main verb of a sentence, or of what somebody says in it, tells an act where its verb is none of states, minds, words
or daily life, and where the words make sure of it: who did it or had it done to them, with its day or its place.
Source: `lexicons/acts.toml`.
"""

from collections.abc import Collection, Sequence
from functools import cache

from spacy.tokens import Doc, Token

from variorum.annotations import syntax
from variorum.annotations.event_entities import EntityIndex
from variorum.annotations.event_parties import is_acting
from variorum.annotations.event_realis import is_headline
from variorum.annotations.event_triggers import Trigger
from variorum.annotations.realis_cues import load_cues
from variorum.annotations.realis_verbs import is_finite
from variorum.schema.annotations import EventMention
from variorum.schema.concepts import mend_lemma
from variorum.schema.lexicons import read_lexicon, split_entries
from variorum.schema.open_acts import open_concept

WEIGHT = 0.3
"""Weight of a verb that is in no lexicon of happenings."""

GROUNDS = 3
"""What the grounds of an act count together: a named side and a day two each, a side in words, a place, a count one."""

BOTH = 2
"""Named sides, who do it and to whom, that make an act known without a day or a place."""

PRESENT = frozenset({"VBZ", "VBP"})

DUE = frozenset({"be", "due", "set", "plan", "schedule", "expect", "slate", "intend", "prepare"})
"""Words before the infinitive of what is to be done."""

TOLD = frozenset({"happened", "ongoing", "planned"})
INTENDED = frozenset({"xcomp", "ccomp"})
SIDES = frozenset({"actor", "recipient", "victim", "participant"})
BODIES = frozenset({"person", "people", "organization", "government", "armed_group", "country", "other"})


def find_acts(doc: Doc, taken: Collection[int]) -> tuple[Trigger, ...]:
    """Find the verbs that may tell an act for which the lexicon has no word, in text order.

    Args:
        taken: words of what the lexicon names (token indexes).
    """
    return tuple(
        Trigger(head=verb, words=_words_of(verb), concept=open_concept(_name_of(verb)), frame="open", weight=WEIGHT)
        for verb in doc
        if verb.pos_ == "VERB" and verb.i not in taken and _may_tell(verb, taken)
    )


def is_act(act: Trigger, event: EventMention, index: EntityIndex) -> bool:
    """True where the words around a verb make sure that it tells an act: who, and when or where.

    Args:
        event: the verb read as an event, with its sides, time and place.
    """
    if event.realis not in TOLD or event.voice != "own":
        return False
    if event.statement is None and not _is_told_outright(act.head):
        return False
    if event.realis == "ongoing" and act.head.tag_ in PRESENT:
        return False
    named = {index.entities[r.entity].chain for r in event.roles if r.role in SIDES and _is_body(r.entity, index)}
    roles = {r.role for r in event.roles if _is_body(r.entity, index)}
    worded = any(is_acting(p, act.head.doc) for p in event.parties if p.role in SIDES)
    dated = event.time is not None or event.duration is not None or _has_been_going_on(act.head)
    things = (dated and _is_done_to_a_thing(act.head)) or _is_done_by_a_vehicle(act.head)
    sides = min(2 * len(named) + (worded or things), 2 * BOTH)
    anchors = 2 * dated + (event.place is not None) + (bool(event.figures) or _is_counted(act.head))
    return sides > 0 and sides + anchors >= GROUNDS and (anchors > 0 or (len(named) >= BOTH and len(roles) >= BOTH))


def _is_told_outright(verb: Token) -> bool:
    """True outside what is thought, hoped or seen: "they feared that the bus had left" tells no act."""
    above = (node for node in (verb, *syntax.ancestors(verb)) if node.dep_ in ("ccomp", "parataxis"))
    return all(is_main_clause(node) or node.head.lemma_.lower() in load_cues().speech for node in above)


def _is_body(entity: int, index: EntityIndex) -> bool:
    return index.entities[entity].kind in BODIES


def _is_done_to_a_thing(verb: Token) -> bool:
    """ "The bridge was completed", said of what is no name and no idiom ("was thrown into doubt")."""
    things = (t.pos_ == "NOUN" for t in syntax.subjects(verb))
    return syntax.is_passive(verb) and verb.lemma_.lower() not in _vague() and any(things)


def _is_done_by_a_vehicle(verb: Token) -> bool:
    """ "The ferry left", "the convoy turned back": who is on board acts."""
    return any(t.lemma_.lower() in _vehicles() for t in syntax.subjects(verb))


def _has_been_going_on(verb: Token) -> bool:
    """ "Has been examining the bids": it has gone on for some time, and does."""
    auxiliaries = syntax.auxiliaries(verb)
    return verb.tag_ == "VBG" and "been" in auxiliaries and bool(auxiliaries & {"has", "have"})


def _is_counted(verb: Token) -> bool:
    """True where those who do it, or to whom it is done, are counted: "some 40 miners were brought up"."""
    sides = (*syntax.subjects(verb), *syntax.objects(verb))
    return any(child.dep_ == "nummod" and child.lower_ != "one" for side in sides for child in side.children)


def _may_tell(verb: Token, taken: Collection[int]) -> bool:
    lemma = _name_of(verb)
    due = _due_by(verb)
    if lemma in _silent() or lemma in load_cues().speech or is_headline(verb) or not (due or is_finite(verb)):
        return False
    if (lemma in _vague() and not syntax.is_passive(verb)) or syntax.negation(verb) is not None:
        return False
    carried = (*syntax.objects(verb), *syntax.subjects(verb))
    if any(word.i in taken for word in carried) or _is_control(verb) or syntax.negation(verb) is not None:
        return False
    return _is_told_of(due or verb)


def _due_by(verb: Token) -> Token | None:
    """The verb of the clause by which a deed is due or planned: "is due to publish", "plans to open", "is to leave"."""
    above = verb.head
    if verb.dep_ != "xcomp" or verb.tag_ != "VB" or above.lemma_.lower() not in DUE:
        return None
    return above.head if above.pos_ == "ADJ" else above


def _is_control(verb: Token) -> bool:
    """True for a verb whose clause is the deed: "managed to leave", "saw that they left"."""
    return any(child.dep_ in INTENDED and child.pos_ in ("VERB", "AUX") for child in verb.children)


def _is_told_of(verb: Token) -> bool:
    """True for a main clause, for what somebody says in one, and for a relative clause with a day of its own."""
    top = verb
    while top.dep_ == "conj" and top.head.pos_ in ("VERB", "AUX"):
        top = top.head
    if is_main_clause(top) or (top.dep_ in ("ccomp", "parataxis") and top.head.dep_ == "ROOT"):
        return True
    return top.dep_ == "relcl" and _has_day(verb)


def is_main_clause(verb: Token) -> bool:
    """True for the main verb of a sentence, and for the first of two main clauses that the parser hangs on the second."""
    if verb.dep_ == "ROOT":
        return True
    opens = verb.left_edge.i == syntax.sentence_bounds(verb)[0] and verb.i < verb.head.i
    spoken = verb.head.lemma_.lower() in load_cues().speech
    return verb.dep_ == "ccomp" and verb.head.dep_ == "ROOT" and opens and not spoken


def _has_day(verb: Token) -> bool:
    below = [*syntax.children_of(verb, "npadvmod"), *(o for _, o in syntax.prepositional(verb, "on", "in"))]
    return any(t.ent_type_ == "DATE" for t in below)


def _words_of(verb: Token) -> tuple[Token, ...]:
    return tuple(sorted((verb, *syntax.children_of(verb, "prt")), key=lambda t: t.i))


def _name_of(verb: Token) -> str:
    """A verb's lemma, by which acts of one kind are known in several reports."""
    return mend_lemma(verb.lemma_.lower())


def _words(names: Sequence[str]) -> frozenset[str]:
    lists = read_lexicon("acts")
    return frozenset(word for name in names for word in split_entries(lists[name]["verbs"]))


@cache
def _silent() -> frozenset[str]:
    """Verbs that tell no act wherever they stand."""
    return (_words(("minds", "courses", "amounts", "days", "lives")) | load_cues().stative) - _vague()


@cache
def _vehicles() -> frozenset[str]:
    return frozenset(split_entries(read_lexicon("senses")["classes"]["vehicles"])) | {"convoy", "flight", "airliner"}


@cache
def _vague() -> frozenset[str]:
    return _words(("vague",))
