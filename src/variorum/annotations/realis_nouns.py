"""The realis of an event that a noun names: its modifiers, and what it is the object, subject or complement of."""

from spacy.tokens import Token

from variorum.annotations import syntax
from variorum.annotations.event_triggers import MEASURES, PHASES, light_verbs
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
from variorum.annotations.realis_nonfinite import ENDS, is_instead
from variorum.annotations.realis_verbs import FUTURE, goes_on

NOUN_PREPOSITIONS = frozenset({"for", "of", "to", "towards", "toward", "against", "on", "about"})
AHEAD = frozenset({"ahead", "pending", "advance"})
ABSENT = frozenset({"without", "barring"})
PRESUPPOSING = frozenset(
    "after since despite following over amid during because due given under before at between from by as like".split()
)
"""Prepositions that set a scene: what they govern is as real under a plan or a wish as elsewhere."""

DEFINITE = frozenset(
    {"the", "this", "that", "these", "those", "such", "its", "their", "his", "her", "our", "my", "both"}
)
OPEN = ("planned", "hypothetical", "denied", "habitual")
PLANNED = frozenset({"plan", "schedule", "propose", "expect", "slate", "intend", "arrange"})


def read_noun(noun: Token, read: Read) -> Reading:
    """Read the realis of what a noun names.

    Args:
        read: reads what governs it.
    """
    return of_modifiers(noun) or read_noun_context(noun, read)


def _lasts(noun: Token) -> bool:
    """ "The war has cost ...": what goes on for long and is told of in the present goes on."""
    if lemma_of(noun) not in load_cues().durative or lemma_of(noun.head) in load_cues().speech:
        return False
    if any(lemma_of(t) in BEFORE or t.ent_type_ == "DATE" for t in noun.children):
        return False
    done = noun.dep_ == "dobj" and {"have", "has"} & auxiliaries_of(noun.head)
    subject = noun.dep_ in syntax.SUBJECTS and noun.head.pos_ in VERBAL
    within = noun.dep_ == "pobj" and noun.head.lower_ in WITHIN
    placed = subject or ((within or noun.dep_ == "dobj") and (is_definite(noun) or not _is_open(noun)))
    return placed and not done and is_of_now(noun.head)


def _is_open(noun: Token) -> bool:
    """True within an infinitive or under a modal, where nothing says that a new thing goes on."""
    verb = syntax.finite_verb(noun.head)
    return any(t.tag_ in ("TO", "MD") for t in syntax.children_of(verb, "aux"))


BEFORE = frozenset({"previous", "past", "earlier", "former", "recent", "last", "latest", "first", "failed"})
WITHIN = frozenset({"in", "of", "with", "to", "amid", "against", "for", "through"})


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
        if child.dep_ == "amod" and lemma in cues.ongoing:
            return "ongoing", child
        if child.dep_ == "relcl" and (FUTURE & auxiliaries_of(child)):
            return "planned", child
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
    return ("ongoing", None) if found[0] == "happened" and _lasts(noun) else found


def _of_governor(noun: Token, read: Read) -> Reading:
    if noun.dep_ == "conj" and noun.head.pos_ in NOMINAL:
        return read(noun.head)
    if noun.dep_ in ("compound", "nmod") and noun.head.pos_ in NOMINAL:
        return _in_compound(noun.head, read)
    if noun.dep_ == "pobj" and _joined_to(noun.head).dep_ in ("prep", "agent", "pcomp", "dative", "mark", "advmod"):
        return _after_preposition(noun, noun.head, read)
    if noun.dep_ == "attr":
        return _predicate(noun, read)
    if noun.head.pos_ in VERBAL and noun.head != noun:
        if noun.dep_ in ("dobj", "nsubjpass", "oprd"):
            return _object(noun, noun.head, read)
        if noun.dep_ == "nsubj":
            return _subject(noun, noun.head, read)
    return HAPPENED


def _in_compound(head: Token, read: Read) -> Reading:
    """ "Peace plan", "invasion threat"; else as the head of the compound."""
    lemma = lemma_of(head)
    found = load_cues().nouns.get(lemma)
    return (found, head) if found and lemma not in load_cues().durative else read(head)


def _object(noun: Token, verb: Token, read: Read) -> Reading:
    """ "Demanded a withdrawal", "talks were cancelled", "held talks", "discussed the attack"."""
    cues = load_cues()
    if (lemma_of(verb) in cues.topics and is_definite(noun)) or lemma_of(verb) in cues.facts:
        return HAPPENED
    if lemma_of(noun) in cues.sayings and cues.verbs.get(lemma_of(verb)) == "denied":
        return HAPPENED
    if lemma_of(verb) in ENDS and verb.tag_ == "VBD" and any(t.dep_ == "poss" for t in noun.children):
        return HAPPENED
    said = _governs(verb, None)
    if said is not None and not _expects_more(noun, verb):
        return under(said, verb, read)
    reading = read(verb)
    if lemma_of(verb) in light_verbs() or _creates(verb):
        return reading
    going = ("ongoing",) if reading[1] is not None else ()
    kept = reading[0] in ("planned", "hypothetical", "denied", *going) and not is_definite(noun)
    return reading if kept and not _stays(noun, reading) else HAPPENED


def _stays(noun: Token, reading: Reading) -> bool:
    """ "Refused to cooperate with an investigation": what goes on for long is there all the same."""
    return reading[0] == "denied" and lemma_of(noun) in load_cues().durative and syntax.negation(noun) is None


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
    if verb.tag_ in PRESENT and goes_on(verb):
        return "ongoing", verb
    for word in syntax.children_of(verb, "acomp"):
        found = load_cues().predicates.get(lemma_of(word))
        if found:
            return under(found, verb, lambda _: HAPPENED if verb.lemma_ == "be" and verb.tag_ != "VB" else read(verb))
    reading = read(verb)
    if lemma_of(verb) in light_verbs():
        return reading
    coming = lemma_of(noun) in load_cues().arranged and bool(auxiliaries_of(verb) & {*FUTURE, "would"})
    weak = reading[0] in ("planned", "hypothetical", "habitual") and not _there(noun)
    return reading if weak and (coming or not is_definite(noun)) else HAPPENED


def _there(noun: Token) -> bool:
    """True for what goes on for long and has no article of something new: "relief efforts will ..."."""
    return lemma_of(noun) in load_cues().durative and not any(t.lower_ in ("a", "an", "any") for t in noun.children)


def is_definite(noun: Token) -> bool:
    """True for "the attack", "their talks", "Chad's attack": taken as known."""
    return any(t.lower_ in DEFINITE or t.dep_ == "poss" for t in noun.children)


def _after_preposition(noun: Token, preposition: Token, read: Read) -> Reading:
    word, governor, cues = preposition.lower_, _joined_to(preposition).head, load_cues()
    if word in ABSENT:
        return "denied", preposition
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


def _joined_to(preposition: Token) -> Token:
    """The first of joined phrases: "called for reforms and for X's resignation"."""
    while preposition.dep_ == "conj" and preposition.head.dep_ == "prep":
        preposition = preposition.head
    return preposition


def _of_noun(noun: Token, governor: Token, word: str, read: Read) -> Reading:
    """ "The threat of war", "plans for talks", "the failure of the talks", "a series of attacks"."""
    cues, lemma = load_cues(), lemma_of(governor)
    if lemma in cues.settings:
        return HAPPENED
    if word in NOUN_PREPOSITIONS:
        if lemma in cues.lacking and word == "of":
            return "denied", governor
        if lemma in cues.nouns:
            found = cues.nouns[lemma]
            return under(found, governor, read) if found == "called_off" else (found, governor)
    measured = word == "of" and (lemma in PHASES or lemma in MEASURES)
    if measured or (word not in PRESUPPOSING and not is_definite(noun)):
        reading = read(governor)
        if reading[0] in OPEN:
            return reading
    bare = word in ("for", "towards") and not any(t.dep_ in ("det", "poss") for t in noun.children)
    return ("hypothetical", governor) if bare else HAPPENED


def _of_verb(noun: Token, verb: Token, word: str, read: Read) -> Reading:
    """ "Called for talks", "prepare for war", "take part in talks", "met for talks"."""
    if f"{lemma_of(verb)} {word}" in load_cues().topics and is_definite(noun):
        return HAPPENED
    if word == "in" and _is_sum(verb):
        return _object(noun, verb, read)
    said = _governs(verb, word)
    if said is not None:
        return under(said, verb, read)
    light = light_verbs()
    if f"{lemma_of(verb)} {word}" in light or f"{lemma_of(verb)} {word}" in load_cues().creating:
        return read(verb)
    if word in ("before", "until", "till"):
        reading = read(verb)
        return ("planned", noun.head) if reading[0] in ("planned", "hypothetical", "ongoing") else HAPPENED
    if word in PRESUPPOSING or is_definite(noun):
        return HAPPENED
    reading = read(verb)
    going = reading[0] == "ongoing" and reading[1] is not None
    told = _stays(noun, reading) or (reading[0] == "denied" and word == "in")
    return reading if (reading[0] in OPEN or going) and not told else HAPPENED


def _is_sum(verb: Token) -> bool:
    """ "Pledged two million in aid": the aid is what is pledged."""
    return any(o.ent_type_ in ("MONEY", "CARDINAL") or syntax.children_of(o, "nummod") for o in syntax.objects(verb))


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


def _governs(verb: Token, preposition: str | None) -> str | None:
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
