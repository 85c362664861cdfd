"""Nouns of what goes on at the time of the report: wars and other lasting things, states, and what is to be ended."""

from spacy.tokens import Token

from variorum.annotations import syntax
from variorum.annotations.realis_cues import (
    HAPPENED,
    VERBAL,
    Read,
    Reading,
    auxiliaries_of,
    is_of_now,
    lemma_of,
    load_cues,
)
from variorum.annotations.realis_tense import told_of_now

SETTLED = frozenset({"ceasefire", "truce", "armistice"})
BEING = frozenset({"be", "remain", "seem", "appear", "look", "become"})
BEGINNING = frozenset({"launch", "begin", "start", "open", "mount"})
OVER = frozenset({"last", "previous", "past", "earlier", "recent", "yesterday"})
BEFORE = frozenset({"previous", "past", "earlier", "former", "recent", "last", "latest", "first", "failed"})
WITHIN = frozenset(
    {"in", "of", "with", "to", "amid", "amidst", "against", "for", "through", "on", "over", "about", "despite"}
)
STATES = frozenset({"at", "under", "on", "in"})
"""Prepositions that with a bare noun tell a state: "at war", "under siege", "on strike", "in talks"."""

STAYING = frozenset({"be", "remain", "stay", "keep"})
DEFINITE = frozenset(
    {"the", "this", "that", "these", "those", "such", "its", "their", "his", "her", "our", "my", "both"}
)


def is_definite(noun: Token) -> bool:
    """True for "the attack", "their talks", "Chad's attack": taken as known."""
    return any(t.lower_ in DEFINITE or t.dep_ == "poss" for t in noun.children)


def is_durative(noun: Token) -> bool:
    """True for nouns of what goes on for long ("war", "siege", "talks")."""
    return lemma_of(noun) in load_cues().durative


def is_known_state(noun: Token) -> bool:
    """True for what lasts and is not first brought about by talks, as a truce is."""
    return is_durative(noun) and lemma_of(noun) not in SETTLED


def is_told_past(noun: Token) -> bool:
    """True for "last week's vote", "recent attacks", "a fire that destroyed ...": what is said at the noun itself to be over."""
    for child in noun.children:
        if child.dep_ == "relcl" and child.tag_ == "VBD" and syntax.negation(child) is None:
            return any(t.tag_ in ("WDT", "WP") for t in syntax.children_of(child, *syntax.SUBJECTS))
        if child.dep_ == "amod" and child.lower_ in OVER:
            return True
        if child.dep_ in ("poss", "nmod", "npadvmod") and any(t.lower_ in (*OVER, "ago") for t in child.subtree):
            return child.lower_ == "yesterday" or child.ent_type_ in ("DATE", "TIME")
    return False


def lasts(noun: Token) -> bool:
    """ "The war has cost ...": what goes on for long and is told of in the present goes on."""
    if not is_durative(noun) or lemma_of(noun.head) in load_cues().speech:
        return False
    if any(lemma_of(t) in BEFORE or t.ent_type_ == "DATE" for t in noun.children):
        return False
    if noun.dep_ == "pobj" and noun.head.lower_ in ("amid", "amidst"):
        return True
    done = noun.dep_ == "dobj" and {"have", "has"} & auxiliaries_of(noun.head) and lemma_of(noun.head) not in BEGINNING
    subject = noun.dep_ in syntax.SUBJECTS and noun.head.pos_ in VERBAL
    within = noun.dep_ == "pobj" and (noun.head.lower_ in WITHIN or noun.head.dep_ == "agent")
    placed = subject or ((within or noun.dep_ == "dobj") and (is_definite(noun) or not _is_open(noun)))
    return placed and not done and is_of_now(noun.head)


def _is_open(noun: Token) -> bool:
    """True within an infinitive or under a modal, where nothing says that a new thing goes on."""
    verb = syntax.finite_verb(noun.head)
    return any(t.tag_ in ("TO", "MD") for t in syntax.children_of(verb, "aux"))


def read_state(noun: Token, preposition: Token, read: Read) -> Reading | None:
    """ "Are at war", "remains under siege": as the verb, which in reported speech is of the speaker's present."""
    verb = preposition.head
    bare = not any(t.dep_ in ("det", "poss", "nummod") for t in noun.children)
    if preposition.lower_ not in STATES or verb.lemma_ not in STAYING or not bare or noun.tag_ == "NNP":
        return None
    outer = read(verb)
    return ("ongoing", verb) if outer[0] == "happened" and told_of_now(verb) and verb.tag_ == "VBD" else outer


def read_ended(noun: Token, ending: Token, read: Read) -> Reading | None:
    """ "To end the war", "calls for an end to the fighting": what is still to be ended goes on; what was ended has been.

    None where the noun is one new thing, which is not ended but prevented ("to stop an attack").
    """
    new = any(t.lower_ in ("a", "an", "any", "another") or t.lower_ == "further" for t in noun.children)
    if new or not (is_definite(noun) or is_durative(noun) or noun.tag_ == "NNS"):
        return None
    outer = read(ending)[0]
    return ("ongoing", ending) if outer in ("planned", "hypothetical", "denied", "ongoing") else HAPPENED


def stays(noun: Token, reading: Reading) -> bool:
    """ "Refused to cooperate with an investigation": what goes on for long is there all the same."""
    return reading[0] == "denied" and is_durative(noun) and syntax.negation(noun) is None
