"""Nouns of what is to come: by a day ahead, a timetable, or as the occasion of something planned."""

from spacy.tokens import Token

from variorum.annotations import syntax
from variorum.annotations.event_triggers import light_verbs
from variorum.annotations.realis_cues import PRESENT, Read, Reading, auxiliaries_of, is_of_now, lemma_of, load_cues
from variorum.annotations.realis_lasting import is_definite
from variorum.annotations.realis_tense import is_timetabled

FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo"})
PLANNED = frozenset(
    {
        "plan",
        "schedule",
        "propose",
        "expect",
        "slate",
        "intend",
        "arrange",
        "promise",
        "pledge",
        "envisage",
        "foresee",
        "anticipate",
        "await",
    }
)
NEXT = frozenset({"next", "tomorrow", "coming", "upcoming", "forthcoming"})
TIMES = frozenset({"day", "week", "weekend", "month", "year", "summer", "winter", "spring", "autumn", "fall"})
COMING = frozenset({"begin", "start", "take", "kick", "open", "resume", "follow", "come", "go", "continue"})
OCCASIONS = frozenset({"at", "during", "in", "on", "for", "to"})


def is_arranged(noun: Token) -> bool:
    """True for nouns of what people arrange beforehand ("summit", "election", "handover")."""
    return lemma_of(noun) in load_cues().arranged | load_cues().gatherings


def find_day_ahead(noun: Token) -> Token | None:
    """The word of a time to come at a noun itself: "next week's talks", "the election next month", "talks due in May"."""
    for child in noun.children:
        if child.lower_ == "due" and child.dep_ in ("amod", "acl", "relcl"):
            return child
        if child.dep_ not in ("poss", "npadvmod", "nmod", "compound", "advmod"):
            continue
        if child.lower_ == "tomorrow":
            return child
        ahead = next((t for t in child.children if t.lower_ in NEXT), None)
        if ahead is not None and lemma_of(child) in TIMES:
            return ahead
    return None


def find_clause_ahead(noun: Token) -> Token | None:
    """The verb of a clause that has a noun in the future: "a treaty to be signed", "cuts to kick in", "who will"."""
    for child in syntax.children_of(noun, "relcl", "acl"):
        if FUTURE & auxiliaries_of(child):
            return child
        infinitive = any(t.lower_ == "to" and t.dep_ == "aux" for t in child.children)
        owned = syntax.children_of(child, "nsubj", "nsubjpass", "dobj")
        if (
            infinitive
            and not owned
            and (
                (syntax.is_passive(child) and lemma_of(child) in light_verbs())
                or (child.lemma_ in COMING and noun.tag_ == "NNS")
            )
        ):
            return child
    return None


def is_scheduled(noun: Token, verb: Token) -> bool:
    """True for "the summit is on Friday", "talks resume next week": the present tense of a timetable."""
    if not is_arranged(noun) or lemma_of(verb) not in load_cues().scheduled:
        return False
    predicate = syntax.children_of(verb, "attr", "acomp", "neg")
    return verb.tag_ in PRESENT and not predicate and is_timetabled(verb)


def is_to_be(noun: Token, verb: Token) -> bool:
    """ "The march will be a tribute", "their visit will last": what people arrange and tell of with "will" is to come."""
    if not auxiliaries_of(verb) & {*FUTURE, "would"}:
        return False
    return is_arranged(noun) or (verb.lemma_ == "be" and bool(FUTURE & auxiliaries_of(verb)) and noun.tag_ == "NNS")


def read_occasion(noun: Token, preposition: Token, read: Read) -> Reading | None:
    """ "Will speak at the rally", "to meet during his visit": the occasion of what is planned is to come too.

    Not where the plan was made in the past: "agreed to leave at talks in Doha" tells of talks that were held.
    """
    if preposition.lower_ not in OCCASIONS or lemma_of(noun) not in load_cues().gatherings:
        return None
    if any(lemma_of(t) in ("last", "recent", "previous", "earlier", "past") for t in noun.children):
        return None
    if preposition.lower_ != "for" and not is_of_now(preposition.head):
        return None
    outer = read(preposition.head)
    still = outer[0] == "hypothetical" and is_definite(noun) and "have" not in auxiliaries_of(syntax.finite_verb(noun))
    return ("planned", outer[1]) if outer[0] == "planned" or still else None
