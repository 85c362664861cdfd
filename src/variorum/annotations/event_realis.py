"""Whether an event happened, goes on, is planned, was called off, is alleged, denied, hypothetical or habitual.

PLOVER's auxiliary modes (historical, future, hypothetical, negation) with the words that show them.
Source: cue lists in lexicons/realis.toml; veridicality of implicative verbs after Karttunen (1971).
"""

from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from variorum.annotations import syntax
from variorum.annotations.event_triggers import Trigger
from variorum.schema.lexicons import read_lexicon, split_entries

Reading = tuple[str, Token | None]
"""A realis and the word that shows it."""

PRESENT, INFINITIVE = ("VBZ", "VBP"), "VB"
FUTURE_AUXILIARIES = frozenset({"will", "shall", "'ll", "’ll", "wo"})
MODALS = frozenset({"could", "would", "may", "might", "should", "can", "must", "ought", "'d", "’d"})
NOUN_PREPOSITIONS = frozenset({"for", "of", "to", "towards", "toward", "against", "on"})
FACTIVE = frozenset(
    "condemn denounce deplore decry mourn welcome hail praise regret celebrate commemorate remember recall protest".split()
)
"""Verbs that presuppose that their object happened."""

ENDS = frozenset({"stop", "cease", "quit", "halt"})
"""Verbs that presuppose what they end: who stopped shelling had shelled."""

UNTOLD = ("hypothetical", "denied")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """Cue lemmas of each reading, by part of speech."""

    verbs: dict[str, str]
    nouns: dict[str, str]
    adjectives: dict[str, str]
    adverbs: dict[str, str]
    subordinators: frozenset[str]
    fails: frozenset[str]
    happens: frozenset[str]
    ongoing: frozenset[str]


@cache
def load_cues() -> Cues:
    """Read the cue lists; where a word is in several lists the reading that claims least wins."""
    lexicon = read_lexicon("realis")
    order = ("habitual", "planned", "alleged", "hypothetical", "called_off", "denied")

    def words(kind: str) -> dict[str, str]:
        return {word: realis for realis in order for word in split_entries(lexicon[realis].get(kind, ""))}

    return Cues(
        verbs=words("verbs"),
        nouns=words("nouns"),
        adjectives=words("adjectives"),
        adverbs=words("adverbs"),
        subordinators=frozenset({"if", "unless", "whether", "lest", "in case"}),
        fails=frozenset(split_entries(lexicon["implicative"]["fails"])),
        happens=frozenset(split_entries(lexicon["implicative"]["happens"])) - {"use"},
        ongoing=frozenset(split_entries(lexicon["ongoing"]["adjectives"]) + split_entries(lexicon["ongoing"]["verbs"])),
    )


def find_realis(trigger: Trigger, *, headline: bool, future: bool) -> Reading:
    """Read the realis of one event.

    Args:
        headline: the sentence is a title, whose present tense tells what happened.
        future: the event's time expression looks ahead.
    """
    light = {"call_off": "called_off", "prevent": "denied", "plan": "planned"}.get(trigger.light_kind or "")
    if trigger.nominal:
        own = _of_modifiers(trigger.head)
        if own and not (light == "called_off" and own[0] == "planned"):
            return own
    if trigger.light is not None and trigger.light.pos_ in ("NOUN", "PROPN"):
        realis, cue = _of_noun_context(trigger.light)
    elif trigger.light is not None or not trigger.nominal:
        realis, cue = _of_verb(trigger.governor, headline=headline)
        if light and realis not in UNTOLD and not (light == "planned" and not _plans(trigger)):
            return light, trigger.light
    else:
        realis, cue = _of_noun_context(trigger.head)
    if realis == "happened" and future:
        return "planned", cue
    return realis, cue


def _plans(trigger: Trigger) -> bool:
    """A meeting that someone announces or plans is still to come; one that was "set" or "called" in the past may not be."""
    return trigger.light is not None and trigger.light.lemma_.lower() in (
        "plan",
        "schedule",
        "announce",
        "propose",
        "arrange",
        "prepare",
        "expect",
        "slate",
    )


def _of_modifiers(noun: Token) -> Reading | None:
    cues = load_cues()
    for child in noun.children:
        lemma = child.lemma_.lower()
        if child.dep_ in ("amod", "compound") and lemma in cues.adjectives:
            return cues.adjectives[lemma], child
        if child.dep_ == "amod" and child.tag_ == "VBN" and lemma in ("plan", "schedule", "propose", "expect"):
            return "planned", child
        if child.dep_ == "amod" and lemma in cues.ongoing:
            return "ongoing", child
        if child.dep_ == "relcl" and (FUTURE_AUXILIARIES & syntax.auxiliaries(child)):
            return "planned", child
    negator = syntax.negation(noun)
    return ("denied", negator) if negator is not None else None


def _of_noun_context(noun: Token, *, depth: int = 4) -> Reading:
    """Read a bare noun from what governs it: "plans for talks", "to prevent clashes", "the possibility of an agreement"."""
    head, cues = noun.head, load_cues()
    if noun.dep_ == "conj" and depth:
        return _of_noun_context(head, depth=depth - 1)
    if noun.dep_ == "nsubj" and head.tag_ in PRESENT and _goes_on(head):
        return "ongoing", head
    if noun.dep_ == "pobj" and head.dep_ == "prep":
        governor = head.head
        if head.lower_ in NOUN_PREPOSITIONS:
            found = (
                cues.nouns.get(governor.lemma_.lower())
                if governor.pos_ in ("NOUN", "PROPN")
                else _governs(governor, head.lower_)
            )
            if found:
                return found, governor
        if governor.pos_ in ("NOUN", "PROPN") and head.lower_ == "of" and depth:
            return _of_noun_context(governor, depth=depth - 1)
        if head.lower_ in ("for", "to", "towards") and governor.pos_ in ("NOUN", "PROPN", "ADJ"):
            return "hypothetical", head
        return "happened", None
    if noun.dep_ == "attr":
        subject = next((t for t in head.children if t.dep_ in syntax.SUBJECTS), None)
        found = cues.nouns.get(subject.lemma_.lower()) if subject is not None else None
        return (found, subject) if found else ("happened", None)
    if noun.dep_ == "dobj" and head.pos_ == "VERB":
        reading = _of_verb(head, headline=False)
        found = _governs(head, None)
        return (
            (found, head)
            if found
            else (reading if reading[0] in ("planned", "hypothetical", "denied") else ("happened", None))
        )
    return "happened", None


def _goes_on(verb: Token) -> bool:
    """True for "continues", "is under way", "is ongoing"."""
    if verb.lemma_.lower() in ("continue", "persist", "rage"):
        return True
    said = {t.lower_ for t in syntax.children_of(verb, "acomp", "advmod", "attr")}
    under_way = any(
        p.lower_ in ("under", "in") and o.lower_ in ("way", "progress") for p, o in syntax.prepositional(verb)
    )
    return verb.lemma_ == "be" and (under_way or bool(said & load_cues().ongoing))


def _governs(verb: Token, preposition: str | None) -> str | None:
    """What a verb says of the event noun that it governs ("called for talks", "ruled out an attack")."""
    cues, lemma = load_cues(), verb.lemma_.lower()
    if lemma in cues.fails:
        return "denied"
    return cues.verbs.get(f"{lemma} {preposition}") if preposition else cues.verbs.get(lemma)


def _of_verb(verb: Token, *, headline: bool) -> Reading:
    for read in (_conditional, _negated, _auxiliary, _adverbial, _infinitive, _participle):
        found = read(verb)
        if found and headline and read is _infinitive and not _finite_above(verb):
            return "planned", verb
        if found:
            return found
    return _of_tense(verb, headline=headline)


def _finite_above(verb: Token) -> bool:
    """False in a headline whose only verb is an infinitive: "A and B to meet"."""
    first, last = syntax.sentence_bounds(verb)
    return any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in verb.doc[first:last])


def _conditional(verb: Token) -> Reading | None:
    for node in (verb, *(a for a in syntax.ancestors(verb) if a.pos_ in ("VERB", "AUX"))):
        for mark in syntax.children_of(node, "mark", "advmod"):
            if mark.lower_ in load_cues().subordinators:
                return "hypothetical", mark
        if node.dep_ not in ("xcomp", "conj"):
            break
    if syntax.auxiliaries(verb) & (FUTURE_AUXILIARIES | MODALS):
        for clause in syntax.children_of(verb, "advcl"):
            for mark in syntax.children_of(clause, "mark"):
                if mark.lower_ in load_cues().subordinators:
                    return "hypothetical", mark
    return None


def _negated(verb: Token) -> Reading | None:
    negator = syntax.negation(verb)
    if negator is None and verb.dep_ == "conj" and not syntax.children_of(verb, *syntax.SUBJECTS):
        joined = {t.lower_ for t in syntax.children_of(verb.head, "cc")}
        negator = syntax.negation(verb.head) if joined & {"nor", "or"} else None
    if negator is None:
        subject = next((t for t in verb.children if t.dep_ in syntax.SUBJECTS), None)
        negator = syntax.negation(subject) if subject is not None else None
    return ("denied", negator) if negator is not None else None


def _auxiliary(verb: Token) -> Reading | None:
    auxiliaries = syntax.auxiliaries(verb)
    future = auxiliaries & FUTURE_AUXILIARIES
    if future or any(t.lower_ == "going" for t in syntax.ancestors(verb) if verb.dep_ == "xcomp"):
        return "planned", _child_word(verb, future)
    if "would" in auxiliaries and _reported(verb):
        return "planned", _child_word(verb, {"would"})
    if auxiliaries & MODALS:
        return "hypothetical", _child_word(verb, auxiliaries & MODALS)
    return None


def _reported(verb: Token) -> bool:
    """True in the complement of a past verb: "would" is then the future seen from the past."""
    return any(node.dep_ == "ccomp" for node in (verb, *syntax.ancestors(verb)))


def _child_word(verb: Token, words: set[str]) -> Token | None:
    return next((t for t in verb.children if t.lower_ in words), None)


def _adverbial(verb: Token) -> Reading | None:
    adverbs = load_cues().adverbs
    for child in syntax.children_of(verb, "advmod"):
        found = adverbs.get(child.lower_)
        if found in ("alleged", "habitual", "hypothetical"):
            return found, child
    return None


def _infinitive(verb: Token) -> Reading | None:
    """Read an infinitive or gerund from the word that governs it."""
    passive = verb.tag_ == "VBN" and {"to", "be"} <= syntax.auxiliaries(verb)
    if not (passive or verb.tag_ in ("VB", "VBG")) or (verb.tag_ == "VBG" and verb.dep_ not in ("pcomp", "xcomp")):
        return None
    if verb.tag_ == "VB" and not any(t.lower_ == "to" for t in verb.children if t.dep_ == "aux"):
        return None if verb.dep_ != "conj" else _infinitive_of_conjunct(verb)
    if verb.dep_ == "ROOT" or verb.head == verb:
        return "planned", verb
    governor = verb.head.head if verb.dep_ == "pcomp" else verb.head
    lemma, cues = governor.lemma_.lower(), load_cues()
    if verb.dep_ == "xcomp" and lemma in ("be", "about", "due", "set", "scheduled", "slated", "bound"):
        return "planned", governor
    if lemma in ENDS and verb.tag_ == "VBG" and verb.dep_ == "xcomp":
        return None
    if lemma in cues.fails:
        return "denied", governor
    if lemma in cues.happens and verb.dep_ != "advcl":
        return None
    lists = (
        cues.verbs
        if governor.pos_ in ("VERB", "AUX")
        else cues.nouns
        if governor.pos_ in ("NOUN", "PROPN")
        else cues.adjectives
    )
    found = lists.get(lemma)
    if found is None and verb.dep_ == "pcomp" and verb.head.lower_ in ("after", "by", "with", "since", "despite"):
        return None
    return (found or "hypothetical"), governor


def _participle(verb: Token) -> Reading | None:
    """A participle after a noun is as real as the noun ("to sign a document extending the mandate")."""
    if verb.tag_ != "VBG" or verb.dep_ != "acl":
        return None
    reading = _of_noun_context(verb.head)
    return reading if reading[0] != "happened" else None


def _infinitive_of_conjunct(verb: Token) -> Reading | None:
    return _infinitive(verb.head) if verb.head.tag_ == "VB" and verb.head != verb else None


def _of_tense(verb: Token, *, headline: bool) -> Reading:
    tags = {t.tag_ for t in verb.children if t.dep_ in ("aux", "auxpass")}
    if any(t.lower_ == "being" for t in syntax.children_of(verb, "auxpass")):
        return "ongoing", verb
    if verb.tag_ == "VBG" and verb.dep_ in syntax.SUBJECTS and verb.head.tag_ in PRESENT and _goes_on(verb.head):
        return "ongoing", verb.head
    if verb.lemma_.lower() in ("continue", "persist", "rage") or (
        verb.tag_ == "VBG" and tags & {"VBZ", "VBP", "VBD", "VBN"} and not syntax.is_passive(verb)
    ):
        return "ongoing", verb
    if verb.tag_ in PRESENT and not headline:
        return "ongoing", None
    return "happened", None


def is_presupposed(trigger: Trigger) -> bool:
    """Tell whether a noun is the object of a verb that only a fact can have: "condemned the attack"."""
    head = trigger.head
    return trigger.nominal and head.dep_ in ("dobj", "nsubjpass") and head.head.lemma_.lower() in FACTIVE


def read_realis(token: Token) -> str:
    """Read the realis of what a bare verb or noun tells, where no event of the ontology need be there."""
    if token.pos_ in ("NOUN", "PROPN"):
        return (_of_modifiers(token) or _of_noun_context(token))[0]
    return _of_verb(token, headline=False)[0]
