"""The realis of a noun after a preposition: "the threat of war", "called for talks", "without an attack", "at war"."""

from spacy.tokens import Token

from variorum.annotations import syntax
from variorum.annotations.event_triggers import MEASURES, PHASES, light_verbs
from variorum.annotations.realis_coming import read_occasion
from variorum.annotations.realis_cues import HAPPENED, NOMINAL, VERBAL, Read, Reading, lemma_of, load_cues, under
from variorum.annotations.realis_lasting import is_definite, is_known_state, read_ended, read_state, stays
from variorum.annotations.realis_nonfinite import is_instead

NOUN_PREPOSITIONS = frozenset({"for", "of", "to", "towards", "toward", "against", "on", "about"})
AHEAD = frozenset({"ahead", "pending", "advance"})
ABSENT = frozenset({"without", "barring"})
PRESUPPOSING = frozenset(
    "after since despite following over amid during because due given under before at between from by as like".split()
)
"""Prepositions that set a scene: what they govern is as real under a plan or a wish as elsewhere."""
TOPICAL = frozenset({"on", "over", "about", "for", "to", "towards", "toward"})
AGREED = frozenset(
    {"deal", "agreement", "accord", "pact", "treaty", "truce", "ceasefire", "plan", "settlement", "compromise"}
)
"""What comes about by agreeing on it; a withdrawal that is agreed on is still to come."""

MEANS = frozenset({"by", "with", "in", "from", "as", "at", "during", "through", "into"})
"""Prepositions whose new thing ("by an attack") is as real as the verb."""

OPEN = ("planned", "hypothetical", "denied", "habitual")


def read_after_preposition(noun: Token, preposition: Token, read: Read) -> Reading:
    """Read a noun after a preposition from what the phrase belongs to.

    Args:
        read: reads what governs it.
    """
    preposition = joined_to(preposition)
    word, governor, cues = noun.head.lower_, _above_place(preposition), load_cues()
    if word in ABSENT:
        return "denied", preposition
    told = read_state(noun, preposition, read) or read_occasion(noun, preposition, read)
    if told is not None:
        return told
    if governor.lower_ in AHEAD or word in AHEAD:
        return "planned", governor if governor.lower_ in AHEAD else preposition
    if is_instead(preposition):
        return "denied", preposition
    if governor.lower_ in ("case", "event") and word == "of":
        return "hypothetical", governor
    if governor.pos_ in NOMINAL:
        return _of_noun(noun, governor, word, read)
    if governor.pos_ in VERBAL:
        return _of_verb(noun, governor, word, read)
    if governor.pos_ == "ADJ" and word in ("for", "to", "of"):
        found = cues.predicates.get(lemma_of(governor))
        return (found, governor) if found else HAPPENED
    return HAPPENED


def _above_place(preposition: Token) -> Token:
    """What a phrase belongs to: in "arrived in Doha for talks" the arriving, wherever the parser hangs it."""
    governor = preposition.head
    placed = governor.ent_type_ in ("GPE", "LOC", "FAC") and governor.dep_ == "pobj" and preposition.lower_ == "for"
    return governor.head.head if placed else governor


def joined_to(preposition: Token) -> Token:
    """The first of joined phrases: "called for reforms and for X's resignation"."""
    while preposition.dep_ == "conj" and preposition.head.dep_ == "prep":
        preposition = preposition.head
    return preposition


def _of_noun(noun: Token, governor: Token, word: str, read: Read) -> Reading:
    """ "The threat of war", "plans for talks", "the failure of the talks", "a series of attacks"."""
    cues, lemma = load_cues(), lemma_of(governor)
    if lemma in cues.settings:
        return HAPPENED
    if word == "like" or (word == "as" and _gives_example(noun)):
        return read(governor)
    named = _named_with(noun, governor, word, read) or _topic_of(noun, governor, word, read)
    if named is not None:
        return named
    measured = word == "of" and (lemma in PHASES or lemma in MEASURES)
    if measured or (word not in PRESUPPOSING and not is_definite(noun)):
        reading = read(governor)
        if reading[0] in OPEN:
            return reading
    bare = word in ("for", "towards") and not any(t.dep_ in ("det", "poss") for t in noun.children)
    return ("hypothetical", governor) if bare and lemma not in cues.reasons else HAPPENED


def _gives_example(noun: Token) -> bool:
    start = noun.left_edge.i
    return any(t.lower_ == "such" for t in noun.doc[max(0, start - 2) : start])


def _named_with(noun: Token, governor: Token, word: str, read: Read) -> Reading | None:
    """What the governing noun itself says: "no sign of", "an end to", "the lack of", "the hope of"."""
    cues, lemma = load_cues(), lemma_of(governor)
    if lemma in cues.reporting and word in ("of", "about"):
        reading = read(governor)
        if reading[0] == "denied" and (governor.dep_ in ("dobj", "attr") or syntax.negation(governor) is not None):
            return reading
    if lemma in cues.endings and word in ("to", "of", "in"):
        ended = read_ended(noun, governor, read)
        if ended is not None:
            return ended
    if lemma in cues.lacking and word == "of":
        return "denied", governor
    if word not in NOUN_PREPOSITIONS or lemma not in cues.nouns:
        return None
    found = cues.nouns[lemma]
    return under(found, governor, read) if found in ("called_off", "planned") else (found, governor)


def _topic_of(noun: Token, governor: Token, word: str, read: Read) -> Reading | None:
    """ "Talks on a truce", "protection from attacks", "an agreement on withdrawal": of what is not known yet."""
    if is_definite(noun):
        return None
    cues, lemma = load_cues(), lemma_of(governor)
    kept_off = lemma in cues.guarding and word in ("against", "from")
    if kept_off or (lemma in cues.matters and word in TOPICAL and not is_known_state(noun)):
        return "hypothetical", governor
    agreed = lemma in cues.purposes and word in ("on", "for", "to")
    return under("planned", governor, read) if agreed else None


def _of_verb(noun: Token, verb: Token, word: str, read: Read) -> Reading:
    """ "Called for talks", "prepare for war", "take part in talks", "met for talks"."""
    if f"{lemma_of(verb)} {word}" in load_cues().topics and is_definite(noun):
        return HAPPENED
    said = governs(verb, word)
    if word in ("on", "to") and lemma_of(verb) == "agree" and lemma_of(noun) in AGREED:
        return read(verb)
    if said is not None:
        return under(said, verb, read)
    called = _called_for(verb, word)
    if called is not None:
        return called
    light = light_verbs()
    if f"{lemma_of(verb)} {word}" in light or f"{lemma_of(verb)} {word}" in load_cues().creating:
        return read(verb)
    if word in ("before", "until", "till"):
        reading = read(verb)
        return ("planned", noun.head) if reading[0] in ("planned", "hypothetical", "ongoing") else HAPPENED
    new = any(t.lower_ in ("a", "an") for t in noun.children)
    if is_definite(noun) or (word in PRESUPPOSING and not (new and word in MEANS)):
        return HAPPENED
    reading = read(verb)
    if word in PRESUPPOSING:
        return reading if reading[0] in ("planned", "hypothetical") else HAPPENED
    going = reading[0] == "ongoing" and reading[1] is not None
    told = stays(noun, reading) or (reading[0] == "denied" and word == "in")
    return reading if (reading[0] in OPEN or going) and not told else HAPPENED


def _called_for(verb: Token, word: str) -> Reading | None:
    """ "Pressure is growing for his resignation", "fears rose of an attack": a phrase that belongs to the subject."""
    cues = load_cues()
    if word not in ("for", "of", "about", "over", "against"):
        return None
    for subject in syntax.children_of(verb, "nsubj"):
        found = cues.nouns.get(lemma_of(subject)) or ("hypothetical" if lemma_of(subject) in cues.matters else None)
        if found == "hypothetical":
            return found, subject
    return None


def is_sum(verb: Token) -> bool:
    """ "Pledged two million in aid": the aid is what is pledged."""
    return any(o.ent_type_ in ("MONEY", "CARDINAL") or syntax.children_of(o, "nummod") for o in syntax.objects(verb))


def governs(verb: Token, preposition: str | None) -> str | None:
    """What a verb says of the event noun that it governs ("called for talks", "ruled out an attack")."""
    cues, lemma = load_cues(), lemma_of(verb)
    if preposition:
        found = cues.verbs.get(f"{lemma} {preposition}")
        bare = cues.verbs.get(lemma) if preposition in ("about", "of", "against", "for") else None
        bare = None if preposition == "for" and bare in ("alleged", "denied") else bare
        return found or ("denied" if f"{lemma} {preposition}" in cues.fails else bare)
    particle = next((t.lower_ for t in verb.children if t.dep_ == "prt"), None)
    if particle is not None:
        both = f"{lemma} {particle}"
        return "denied" if both in cues.fails else cues.verbs.get(both)
    found = "denied" if lemma in cues.fails else cues.verbs.get(lemma)
    return None if found == "alleged" and lemma not in ALLEGING else found


ALLEGING = frozenset({"allege", "suspect", "presume"})
"""Verbs whose object, and not only whose clause, is alleged."""
