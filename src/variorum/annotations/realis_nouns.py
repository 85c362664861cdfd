"""The realis of an event that a noun names: its modifiers, and what it is the object, subject or complement of."""

from spacy.tokens import Token

from variorum.annotations import syntax
from variorum.annotations.event_triggers import light_verbs
from variorum.annotations.realis_cues import (
    HAPPENED,
    NOMINAL,
    PRESENT,
    VERBAL,
    Read,
    Reading,
    auxiliaries_of,
    is_of_now,
    lemma_of,
    load_cues,
    under,
)
from variorum.annotations.realis_coming import (
    PLANNED,
    find_clause_ahead,
    find_day_ahead,
    is_arranged,
    is_scheduled,
    is_to_be,
)
from variorum.annotations.realis_lasting import (
    BEING,
    is_definite,
    is_durative,
    is_known_state,
    is_told_past,
    lasts,
    read_ended,
    stays,
)
from variorum.annotations.realis_nonfinite import ENDS, has_to
from variorum.annotations.realis_phrases import governs, is_sum, joined_to, read_after_preposition
from variorum.annotations.realis_tense import goes_on


WANTED = frozenset(
    {
        "threaten",
        "fear",
        "desire",
        "want",
        "seek",
        "request",
        "demand",
        "suggest",
        "recommend",
        "contemplate",
        "need",
        "require",
    }
)
"""Verbs whose participle at a noun leaves it open: "the requested help", "a strike feared by many"."""


def read_noun(noun: Token, read: Read) -> Reading:
    """Read the realis of what a noun names.

    Args:
        read: reads what governs it.
    """
    own = of_modifiers(noun)
    if own is None or own[0] != "planned":
        return own or read_noun_context(noun, read)
    context = read_noun_context(noun, read)
    return context if context[0] == "called_off" else own


def of_modifiers(noun: Token) -> Reading | None:
    """What stands at the noun itself: "alleged", "planned", "possible", "ongoing", "no", a relative clause with "will"."""
    cues = load_cues()
    for child in noun.children:
        lemma = lemma_of(child)
        if child.dep_ in ("amod", "compound") and lemma in cues.adjectives:
            return cues.adjectives[lemma], child
        if (
            child.dep_ in ("amod", "acl")
            and child.tag_ in ("VBN", "VBD")
            and lemma in PLANNED
            and not _is_brokered(child)
        ):
            return "planned", child
        if child.dep_ in ("amod", "acl") and child.tag_ == "VBN" and lemma in WANTED:
            return "hypothetical", child
        if child.dep_ == "amod" and lemma in cues.ongoing:
            return "ongoing", child
    ahead = find_clause_ahead(noun) or find_day_ahead(noun)
    if ahead is not None:
        return "planned", ahead
    every = next((t for t in noun.children if t.lower_ in ("every", "each") and t.dep_ == "det"), None)
    if every is not None and is_of_now(noun):
        return "habitual", every
    whichever = next((t for t in noun.children if t.lower_ == "any"), None)
    if whichever is not None and noun.dep_ in syntax.SUBJECTS and noun.tag_ == "NN":
        return "hypothetical", whichever
    negator = syntax.negation(noun)
    return ("denied", negator) if negator is not None else None


def _is_brokered(participle: Token) -> bool:
    """ "A truce arranged by X": who arranged it is told of what came about."""
    return participle.lemma_.lower() == "arrange" and any(t.dep_ == "agent" for t in participle.children)


def read_noun_context(noun: Token, read: Read) -> Reading:
    """Read a bare noun from what governs it: "plans for talks", "to prevent clashes", "the possibility of an agreement"."""
    found = _of_governor(noun, read)
    if found[0] in ("planned", "hypothetical", "ongoing") and is_told_past(noun):
        return HAPPENED
    whichever = next((t for t in noun.children if t.lower_ == "any" and t.dep_ == "det"), None)
    if whichever is not None and found[0] in ("happened", "ongoing", "planned"):
        return "hypothetical", whichever
    if found[0] not in ("happened", "ongoing"):
        return found
    if found[0] == "happened" and not is_definite(noun):
        would = next((c for c in syntax.children_of(noun, "relcl") if auxiliaries_of(c) & {"would"}), None)
        if would is not None and "have" not in auxiliaries_of(would):
            return "hypothetical", would
    return ("ongoing", None) if found[0] == "happened" and lasts(noun) else found


def _of_governor(noun: Token, read: Read) -> Reading:
    if noun.dep_ == "conj" and noun.head.pos_ in NOMINAL:
        outer = read(noun.head)
        return HAPPENED if outer == ("ongoing", None) and not is_durative(noun) else outer
    if noun.dep_ == "appos" and noun.head.pos_ == "NOUN":
        return read(noun.head)
    if noun.dep_ in ("compound", "nmod") and noun.head.pos_ in NOMINAL:
        return _in_compound(noun, noun.head, read)
    if noun.dep_ == "pobj" and joined_to(noun.head).dep_ in ("prep", "agent", "pcomp", "dative", "mark", "advmod"):
        return _of_phrase(noun, read)
    if noun.dep_ == "attr":
        return _predicate(noun, read)
    if noun.dep_ == "nsubj" and noun.head.pos_ == "ADJ" and not is_definite(noun):
        outer = read(syntax.finite_verb(noun.head))
        return outer if outer[0] in ("planned", "hypothetical") else HAPPENED
    if noun.head.pos_ in VERBAL and noun.head != noun:
        if noun.dep_ in ("dobj", "nsubjpass", "oprd", "dative") or (
            noun.dep_ in ("ccomp", "xcomp") and noun.tag_ != "NNP"
        ):
            return _object(noun, noun.head, read)
        if noun.dep_ == "nsubj":
            return _subject(noun, noun.head, read)
    return HAPPENED


def _of_phrase(noun: Token, read: Read) -> Reading:
    """ "Pledged two million in aid" pledges the aid; else as the phrase tells."""
    verb = noun.head.head
    if noun.head.lower_ == "in" and verb.pos_ in VERBAL and is_sum(verb):
        return _object(noun, verb, read)
    return read_after_preposition(noun, noun.head, read)


def _in_compound(noun: Token, head: Token, read: Read) -> Reading:
    """ "Invasion threat", "truce talks"; else as the head of the compound."""
    lemma = lemma_of(head)
    if lemma in load_cues().matters and not is_known_state(noun):
        return "hypothetical", head
    found = load_cues().nouns.get(lemma)
    return (found, head) if found and lemma not in load_cues().durative else read(head)


def _object(noun: Token, verb: Token, read: Read) -> Reading:
    """ "Demanded a withdrawal", "talks were cancelled", "held talks", "discussed the attack"."""
    cues = load_cues()
    if lemma_of(verb) in cues.ending:
        ended = read_ended(noun, verb, read)
        if ended is not None:
            return ended
    if (lemma_of(verb) in cues.topics and is_definite(noun)) or lemma_of(verb) in cues.facts:
        return HAPPENED
    if lemma_of(noun) in cues.sayings and cues.verbs.get(lemma_of(verb)) == "denied":
        return HAPPENED
    if lemma_of(verb) in ENDS and verb.tag_ == "VBD" and any(t.dep_ == "poss" for t in noun.children):
        return HAPPENED
    said = governs(verb, None)
    if said is not None and not _expects_more(noun, verb):
        return under(said, verb, read)
    reading = read(verb)
    if lemma_of(verb) in light_verbs() or _creates(verb):
        return reading
    going = ("ongoing",) if reading[1] is not None else ()
    if reading[0] == "planned" and is_arranged(noun):
        return reading
    kept = reading[0] in ("planned", "hypothetical", "denied", *going) and not is_definite(noun)
    return reading if kept and not stays(noun, reading) else HAPPENED


def _creates(verb: Token) -> bool:
    return lemma_of(verb) in load_cues().creating


def _expects_more(noun: Token, verb: Token) -> bool:
    """ "The operation is expected to take weeks": the weeks are expected, not the operation."""
    inner = next(iter(syntax.children_of(verb, "xcomp")), None)
    if noun.dep_ != "nsubjpass" or inner is None:
        return False
    return lemma_of(inner) not in light_verbs() and lemma_of(inner) != "be"


def _subject(noun: Token, verb: Token, read: Read) -> Reading:
    """ "Talks will take place", "fighting continues", "a strike is likely", "an attack would be answered"."""
    verb = _carried_by(verb)
    if is_scheduled(noun, verb):
        return "planned", verb
    for word in syntax.children_of(verb, "acomp"):
        found = load_cues().predicates.get(lemma_of(word))
        if found:
            return under(found, verb, lambda _: HAPPENED if verb.lemma_ in BEING and verb.tag_ != "VB" else read(verb))
    if verb.tag_ in PRESENT and goes_on(verb):
        return "ongoing", verb
    reading = read(verb)
    changes = reading[0] == "ongoing" and reading[1] is not None and lemma_of(verb) in load_cues().changing
    if lemma_of(verb) in light_verbs() or changes:
        return reading
    if lemma_of(verb) in load_cues().lasting and reading[0] in ("planned", "hypothetical") and is_durative(noun):
        return "ongoing", verb
    coming = is_to_be(noun, verb) or (reading[0] == "planned" and is_arranged(noun))
    if verb.tag_ in PRESENT and reading[0] == "ongoing" and lemma_of(noun) in load_cues().gatherings:
        return reading
    weak = reading[0] in ("planned", "hypothetical", "habitual") and not _there(noun)
    return reading if weak and (coming or not is_definite(noun)) else HAPPENED


def _carried_by(verb: Token) -> Token:
    """ "Is to take effect", "are going to be held": the verb that says what becomes of the subject."""
    inner = next((t for t in syntax.children_of(verb, "xcomp") if verb.lemma_ in ("be", "go") and has_to(t)), None)
    return verb if inner is None else inner


def _there(noun: Token) -> bool:
    """True for what goes on for long and has no article of something new: "relief efforts will ..."."""
    return is_durative(noun) and not any(t.lower_ in ("a", "an", "any") for t in noun.children)


def _predicate(noun: Token, read: Read) -> Reading:
    """ "There was fighting", "there will be talks", "the aim is a ceasefire"."""
    verb, cues = noun.head, load_cues()
    subject = next((t for t in verb.children if t.dep_ in syntax.SUBJECTS), None)
    found = cues.nouns.get(lemma_of(subject)) if subject is not None else None
    if found == "hypothetical":
        return found, subject
    return HAPPENED if _is_only_another(noun, subject) else read(verb)


def _is_only_another(noun: Token, subject: Token | None) -> bool:
    """ "It is not his war", "the war was not a war of choice": denied is whose it was or of what kind, not that it was."""
    if syntax.negation(noun.head) is None or noun.head.lemma_.lower() != "be":
        return False
    return any(t.dep_ == "poss" for t in noun.children) or (subject is not None and lemma_of(subject) == lemma_of(noun))
