"""The realis of infinitives, gerunds and participles, which is that of the word that governs them, or hangs on it.

Source: implicative verbs after Karttunen (1971): who managed to do a thing did it, who failed to did not.
"""

from spacy.tokens import Token

from variorum.annotations import syntax
from variorum.annotations.realis_cues import (
    HAPPENED,
    NOMINAL,
    VERBAL,
    Read,
    Reading,
    is_of_now,
    lemma_of,
    load_cues,
    under,
)

DUE = frozenset(
    {
        "about",
        "be",
        "due",
        "set",
        "suppose",
        "schedule",
        "slate",
        "bind",
        "bound",
        "scheduled",
        "slated",
        "poise",
        "poised",
    }
)
SEEMING = frozenset(
    {"seem", "appear", "happen", "prove", "turn", "force", "compel", "oblige", "know", "see", "find", "show"}
)
"""Verbs that pass on their own realis: who did not seem to attack did not."""

RANKING = frozenset({"first", "last", "only", "second", "third", "latest", "next"})
PAST_PREPOSITIONS = frozenset({"after", "since", "upon", "following", "despite", "besides"})


REACHED = frozenset(
    {"reach", "become", "hit", "stand", "total", "find", "win", "take", "see", "finish", "close", "beat", "top"}
)
RISING = frozenset(
    "grow rise climb jump fall drop rally increase decline surge soar plunge slip return come recover live wake arrive go".split()
)
"""Verbs whose infinitive of a result tells what came of them: "rose to reach a record", "woke to find"."""

TRYING = frozenset({"try", "attempt", "seek", "strive", "work", "move", "effort", "bid", "drive", "push"})
"""Words of an intention that is being carried out: "are trying to", "in an effort to"."""

WILLING = frozenset({"willing", "ready", "prepared", "inclined", "eager", "keen", "allowed"})
"""Adjectives of will: who is "not ready to sign" does not."""

LETTING = frozenset({"allow", "permit", "enable"})
"""Verbs whose past passive tells that what was let came about: "were allowed to leave"."""


def read_nonfinite(verb: Token, read: Read, *, headline: bool) -> Reading:
    """Read a verb without a tense of its own.

    Args:
        read: reads what governs it.
        headline: the sentence is a title, whose bare infinitive is a plan ("A and B to meet").
    """
    if verb.dep_ == "conj" and verb.head.pos_ in VERBAL:
        return read(verb.head)
    if has_to(verb):
        return _infinitive(verb, read, headline=headline)
    if verb.dep_ in ("pcomp", "pobj") and verb.tag_ == "VBG":
        return _after_preposition(verb, read)
    if verb.dep_ in ("xcomp", "ccomp") and verb.head.pos_ in VERBAL and verb.tag_ in ("VBG", "VB", "VBN"):
        return _complement(verb, read)
    if verb.tag_ == "VBG" and any(t.lower_ == "having" for t in syntax.children_of(verb, "aux")):
        return HAPPENED
    if verb.dep_ == "amod" and lemma_of(verb) == "continue":
        return "ongoing", verb
    if verb.dep_ in ("acl", "amod") and verb.tag_ == "VBG":
        return _after_noun(verb, read)
    if verb.dep_ == "advcl" and verb.head.pos_ in VERBAL and verb.tag_ == "VBG":
        return read(verb.head)
    if verb.dep_ in syntax.SUBJECTS and verb.head.pos_ in VERBAL and verb.tag_ == "VBG":
        return read(verb.head)
    if verb.tag_ == "VBG" and syntax.children_of(verb, "nsubj") and (verb.dep_ == "ROOT" or is_of_now(verb.head)):
        return "ongoing", verb
    return HAPPENED


def has_to(verb: Token) -> bool:
    """True for an infinitive with "to", passive ones included."""
    return any(t.lower_ == "to" and t.dep_ == "aux" for t in verb.children)


def _infinitive(verb: Token, read: Read, *, headline: bool) -> Reading:
    governor = verb.head
    if governor == verb:
        return "planned", verb
    if headline and not _finite_in(verb):
        return "planned", verb
    if governor.pos_ in NOMINAL or governor.pos_ == "PRON":
        return _of_noun(governor, read)
    judged = [t for t in syntax.children_of(governor, "acomp", "oprd") if t.i < verb.i and t.pos_ == "ADJ"]
    if judged and lemma_of(governor) in ("be", "become", "remain", "seem", "look", "prove", "get", "make"):
        return _of_adjective(judged[-1], read)
    called = load_cues().verbs.get(f"{lemma_of(governor)} for")
    if called is not None and any(p.lower_ == "for" and p.i < verb.i for p in governor.children):
        return under(called, governor, read)
    if verb.dep_ in ("advcl", "xcomp") and lemma_of(verb) in REACHED and lemma_of(governor) in RISING:
        return read(governor)
    if verb.dep_ == "advcl" and not _is_named(governor):
        return _purpose(governor, read)
    return _complement(verb, read)


def _finite_in(verb: Token) -> bool:
    """False in a headline whose only verb is an infinitive."""
    first, last = syntax.sentence_bounds(verb)
    return any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in verb.doc[first:last])


def _is_named(governor: Token) -> bool:
    """True for a word of the lists: the parser takes its infinitive for an adverbial clause now and then."""
    cues, lemma = load_cues(), lemma_of(governor)
    going_on = lemma == "go" and any(t.dep_ == "prt" and t.lower_ == "on" for t in governor.children)
    done = going_on or lemma in DONE
    return done or lemma in cues.verbs or lemma in cues.fails or f"{lemma} to" in cues.verbs or governor.pos_ == "ADJ"


DONE = frozenset({"emerge", "manage", "succeed", "proceed", "help", "dare", "bother"})
"""Verbs of which the infinitive tells no purpose: who did them did that too."""


def _purpose(governor: Token, read: Read) -> Reading:
    """ "Sent troops to protect": meant, as far as the sending is real; "not to use force to settle it" leaves the settling open."""
    outer, shown = read(governor)
    if outer == "denied":
        return "hypothetical", governor
    return ("planned", governor) if outer in ("happened", "ongoing", "planned") else (outer, shown)


def _of_noun(noun: Token, read: Read) -> Reading:
    """ "A plan to attack", "the failure to agree", "the first to arrive"."""
    cues, lemma = load_cues(), lemma_of(noun)
    if lemma in cues.lacking:
        return "denied", noun
    if lemma in RANKING or any(t.lower_ in RANKING for t in noun.children if t.dep_ in ("amod", "nummod")):
        return HAPPENED
    if lemma in cues.purposes:
        return "planned", noun
    if lemma in TRYING and noun.dep_ == "pobj" and noun.head.lower_ == "in":
        return _purpose(noun.head.head, read) if noun.head.head.pos_ in VERBAL else ("planned", noun)
    outer = read(noun) if noun.dep_ == "dobj" and lemma not in cues.nouns else HAPPENED
    return ("planned", noun) if outer[0] == "planned" else (cues.nouns.get(lemma, "hypothetical"), noun)


def _complement(verb: Token, read: Read) -> Reading:
    """An infinitive, gerund or bare verb that a verb or adjective governs."""
    governor = verb.head
    cues, lemma = load_cues(), lemma_of(governor)
    if governor.pos_ == "ADJ":
        return _of_adjective(governor, read)
    if _is_reported(governor):
        return "alleged", governor
    if lemma == "go" and governor.tag_ == "VBG" and has_to(verb):
        return "planned", governor
    if lemma == "have":
        had = _after_have(verb, read)
        if had is not None:
            return had
    if (lemma == "be" and not _tells_deed(governor)) or (lemma in DUE and syntax.is_passive(governor)):
        return under("planned", governor, read)
    if lemma in cues.fails and not (verb.tag_ == "VBG" and lemma in ENDS):
        return under("denied", governor, read)
    if lemma in cues.happens or lemma in SEEMING or lemma in ENDS or lemma == "be" or _was_let(governor):
        return read(governor)
    if lemma == "use":
        usual = governor.lower_ == "used" and not syntax.objects(governor)
        return ("habitual", governor) if usual else _purpose(governor, read)
    return _of_verb(verb, read)


def _after_have(verb: Token, read: Read) -> Reading | None:
    """ "Has yet to sign", "has troops to defend it", "had to leave"."""
    have = verb.head
    if any(t.lower_ == "yet" for t in have.children):
        return "denied", have
    if any(t.dep_ in ("dobj", "ccomp") and t.i < verb.i for t in have.children):
        return _purpose(have, read)
    return read(have) if have.tag_ == "VBD" and syntax.negation(have) is None else None


def _was_let(governor: Token) -> bool:
    return lemma_of(governor) in LETTING and syntax.is_passive(governor) and not is_of_now(governor)


def _of_verb(verb: Token, read: Read) -> Reading:
    """What the lists say of a governing verb; who is trying to do a thing means to."""
    governor = verb.head
    cues, lemma = load_cues(), lemma_of(governor)
    found = cues.verbs.get(f"{lemma} to") or cues.verbs.get(lemma)
    if found is None and verb.tag_ == "VBG":
        return read(governor)
    if lemma in LETTING | TRYING:
        outer = read(governor)[0]
        carried_out = outer == "ongoing" or (outer == "happened" and governor.tag_ == "VBG")
        if lemma in TRYING and carried_out:
            return "planned", governor
        if outer == "denied":
            return "denied", governor
    return under(found or "hypothetical", governor, read)


DEEDS = frozenset(
    {"response", "reaction", "answer", "reply", "move", "step", "act", "mistake", "crime", "offence", "offense"}
)
"""Nouns of what was done, told in the past by "was to" and a verb: "his response was to hit X"."""


def _tells_deed(be: Token) -> bool:
    return be.tag_ == "VBD" and any(lemma_of(t) in DEEDS for t in syntax.subjects(be))


ENDS = frozenset({"stop", "cease", "quit", "halt", "finish"})
"""Verbs that presuppose what they end: who stopped shelling had shelled."""


RESORTS = frozenset({"resort", "take", "turn", "get", "own", "confess", "admit", "contribute"})
"""Verbs that do what follows their "to"."""


def _is_reported(governor: Token) -> bool:
    """ "Is said to have attacked": told of others."""
    told = lemma_of(governor) in (
        "say",
        "report",
        "believe",
        "think",
        "allege",
        "rumor",
        "rumour",
        "suspect",
        "understand",
        "claim",
    )
    return told and (syntax.is_passive(governor) or governor.lemma_ in ("claim", "allege"))


def _of_adjective(adjective: Token, read: Read) -> Reading:
    """ "Able to agree", "unwilling to sign", "likely to meet"."""
    cues, lemma = load_cues(), lemma_of(adjective)
    be = adjective.head
    if lemma in cues.lacking:
        return "denied", adjective
    if lemma in WILLING and be.pos_ in VERBAL and syntax.negation(be) is not None:
        return "denied", adjective
    if (lemma == "able" or lemma in cues.glad) and be.pos_ in VERBAL:
        return read(be)
    if lemma in DUE:
        return under("planned", adjective, lambda _: read(be) if be.pos_ in VERBAL else HAPPENED)
    return cues.predicates.get(lemma, "hypothetical"), adjective


def _after_preposition(verb: Token, read: Read) -> Reading:
    """ "Without firing", "after attacking", "accused of attacking", "the possibility of attacking"."""
    preposition, governor = verb.head, verb.head.head
    word, cues, lemma = preposition.lower_, load_cues(), lemma_of(governor)
    if word == "than" and not is_instead(preposition):
        return "hypothetical", preposition
    if word == "without" and governor.pos_ in VERBAL and read(governor)[0] == "denied":
        return HAPPENED
    if word == "without" or is_instead(preposition):
        return "denied", next((t for t in preposition.children if t.lower_ == "instead"), preposition)
    if governor.pos_ in NOMINAL:
        return (cues.nouns[lemma], governor) if lemma in cues.nouns else _beside_noun(governor, word, read)
    found = "denied" if f"{lemma} {word}" in cues.fails else cues.verbs.get(f"{lemma} {word}")
    if found is None and word in ("of", "from", "about", "against", "to", "on", "at"):
        found = "denied" if lemma in cues.fails else cues.verbs.get(lemma) or cues.predicates.get(lemma)
    if found is not None:
        return under(found, governor, read) if governor.pos_ in VERBAL else (found, governor)
    if word == "for" and preposition.i < governor.i and governor.pos_ in VERBAL:
        return _purpose(governor, read)
    if word == "for" and lemma in ("exchange", "return"):
        return "hypothetical", preposition
    if word == "for" or (word == "to" and lemma in RESORTS):
        return read(governor) if lemma in RESORTS else HAPPENED
    if word in ("before", "against", "to"):
        return read(governor) if governor.pos_ in VERBAL and word == "before" else ("hypothetical", preposition)
    if word == "in" and governor.pos_ in VERBAL:
        return _purpose(governor, read) if read(governor)[0] == "denied" else read(governor)
    outer = read(governor) if governor.pos_ in VERBAL else HAPPENED
    return HAPPENED if word in PAST_PREPOSITIONS and outer[0] in ("ongoing", "denied") else outer


def is_instead(preposition: Token) -> bool:
    """True for "instead of" and "rather than", wherever the parser hangs their first word."""
    near = (preposition.head, *preposition.children)
    return preposition.lower_ in ("of", "than") and any(t.lower_ in ("instead", "rather") for t in near)


def _beside_noun(noun: Token, word: str, read: Read) -> Reading:
    if word == "for" and lemma_of(noun) not in load_cues().reasons and noun.dep_ in ("pobj", "attr", "dobj"):
        known = any(t.lower_ in ("the", "this", "that") or t.dep_ == "poss" for t in noun.children)
        if not known:
            return "hypothetical", noun
    above = syntax.finite_verb(noun)
    return read(above) if above != noun and above.pos_ in VERBAL else HAPPENED


def _after_noun(verb: Token, read: Read) -> Reading:
    """A participle after a noun is as real as the noun ("to sign a document extending the mandate"), and of its clause's time."""
    outer = read(verb.head)
    return ("ongoing", verb) if outer[0] == "happened" and is_of_now(verb.head) else outer
