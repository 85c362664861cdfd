"""What is done by telling of a deed: to promise it, refuse it, threaten with it or ask for it is an act of its own.

PLOVER and CAMEO code who says that he will help, meet or withdraw as agreeing (CAMEO 03, express intent to cooperate),
who will not as rejecting (12), who says that he will punish as threatening (13), who calls on another as requesting
(10, 02); who ends what hurts another gives way (08). The word that governs the deed decides, with its negation and
auxiliaries. Source: `lexicons/governors.toml`.
"""

from functools import cache
from types import MappingProxyType

from spacy.tokens import Token

from variorum.annotations import syntax
from variorum.annotations.event_triggers import Trigger, light_verbs
from variorum.schema.lexicons import read_lexicon, split_entries

STANCES = ("refuse", "commit", "threaten", "ask", "carry")
GIVING = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
"""Types of what others want done."""

HARMING = frozenset({"PROTEST", "SANCTION", "COERCE", "ASSAULT"})
"""Types of what others want undone. Moving troops is neither: it is done or planned."""

ENDING = frozenset({"end", "call_off", "prevent"})
"""Kinds of light verb that turn a deed into its opposite."""

FUTURE = frozenset({"will", "shall", "wo", "'ll", "’ll", "would", "'d", "’d"})
WITHIN = frozenset({None, "in", "on", "at"})
"""Prepositions after which a deed is what its verb does: "will take part in talks", "will go on a visit"."""

PERFECT = frozenset({"has", "have", "had", "is", "are", "was", "were"})
OUGHT = frozenset({"must", "should", "ought"})
ABLE = frozenset({"can", "ca", "could", "may", "might"})
OWING = frozenset({"have", "need", "ought"})
GOVERNED = frozenset({"xcomp", "ccomp", "pcomp", "acl", "advcl"})
DIRECTING = frozenset({"order", "command", "direct", "instruct", "require", "seek", "tell"})
"""Verbs that ask where somebody is to act, and do where they name a deed: who orders an attack attacks."""

PROMISING = frozenset({"agree", "promise", "pledge", "vow", "offer", "undertake", "volunteer", "guarantee"})
"""Verbs whose own entries tell a deed that is only promised: "agree to withdraw", "offer asylum"."""

JOINT = "COOPERATE"
FINITE = frozenset({"VBD", "VBZ", "VBP"})
DEPTH = 5

ACTS = MappingProxyType(
    {
        ("refuse", "giving"): "REJECT",
        ("commit", "giving"): "AGREE",
        ("commit", "harming"): "THREATEN",
        ("threaten", "giving"): "THREATEN",
        ("threaten", "harming"): "THREATEN",
        ("threaten", "neither"): "THREATEN",
        ("ask", "giving"): "REQUEST",
        ("ask", "harming"): "REQUEST",
        ("ask", "neither"): "REQUEST",
    }
)
"""What it is to take a stance to a deed of a class."""


@cache
def load_stances() -> dict[str, dict[str, str]]:
    """Stance of each governing word, by part of speech: verbs, nouns, adjectives."""
    lexicon = read_lexicon("governors")
    return {
        kind: {word: stance for stance in reversed(STANCES) for word in split_entries(lexicon[stance][kind])}
        for kind in ("verbs", "nouns", "adjectives")
    }


def compose_act(trigger: Trigger) -> str | None:
    """The PLOVER type of what is done with the deed that a trigger names; None where it is merely told."""
    stance = stance_to(trigger)
    if stance == "commit" and trigger.nominal and trigger.concept.type == "SUPPORT":
        return None  # who pledges support has given it
    found = ACTS.get((stance, _deed_class(trigger))) if stance else None
    if found is None and stance in (None, "carry"):
        found = _undone(trigger) or _on_paper(trigger)
    return found or (JOINT if _drills_jointly(trigger) else trigger.concept.act)


def _drills_jointly(trigger: Trigger) -> bool:
    """Drills that several hold, or one with another, are military cooperation (CAMEO 062), not posture."""
    if trigger.concept.name != "military_exercise" or (trigger.nominal and trigger.light is None):
        return False
    verb = trigger.governor
    holders = syntax.expand(syntax.agents(verb) if syntax.is_passive(verb) else syntax.subjects(verb))
    return len(holders) > 1 or bool(syntax.prepositional(verb, "with") or syntax.prepositional(trigger.head, "with"))


def _on_paper(trigger: Trigger) -> str | None:
    """What it is to sign an agreement (CAMEO 057) or to declare a truce (0871), agreeing being 03."""
    verb = trigger.governor.lemma_.lower()
    if trigger.concept.type in GIVING - {"SUPPORT"} and not trigger.nominal and verb in PROMISING:
        return "AGREE"
    if trigger.nominal and trigger.light is not None and verb == "welcome" and trigger.concept.type != "CONSULT":
        return "SUPPORT"
    if trigger.concept.type != "AGREE":
        return None
    verbs = {t.lemma_.lower() for t in (trigger.head.head, trigger.governor, *trigger.words) if t.pos_ == "VERB"}
    lists = read_lexicon("governors")["on_paper"]
    if verbs & set(split_entries(lists["sign"])):
        return "SUPPORT"
    if trigger.concept.name == "ceasefire" and verbs & set(split_entries(lists["declare"])):
        return "CONCEDE"
    return None


def _deed_class(trigger: Trigger) -> str:
    kind = trigger.concept.type
    if trigger.nominal and trigger.concept.name == "proposal":
        return "giving"
    if kind in GIVING:
        return "harming" if _ends(trigger) and kind != "AGREE" else "giving"
    if kind in HARMING:
        return "giving" if _ends(trigger) else "harming"
    return "neither"


def _ends(trigger: Trigger) -> bool:
    """True where the words tell the end of a deed: "end the strike", "lift the ban"."""
    if trigger.nominal:
        return trigger.light_kind in ENDING
    ended = light_verbs().get(trigger.head.lemma_.lower()) == "end" and len(trigger.words) > 1
    return ended and trigger.concept.type in ("PROTEST", "ASSAULT")


def _undone(trigger: Trigger) -> str | None:
    """What it is to end or call off a deed: a ban eased is given way, talks called off are refused."""
    if not _ends(trigger):
        return None
    if trigger.concept.type in ("SANCTION", "COERCE", "PROTEST") and trigger.light_kind != "prevent":
        return "CONCEDE"
    if trigger.concept.type in ("CONSULT", "AGREE") and trigger.light_kind == "call_off":
        return "REJECT"
    return None


def stance_to(trigger: Trigger) -> str | None:
    """The stance that the words over a trigger take to its deed: refuse, commit, threaten, ask, or None."""
    if trigger.nominal and trigger.light is None:
        return _over_noun(trigger.head, DEPTH)
    if trigger.light is None:
        return _over_verb(trigger.head, DEPTH)
    if trigger.light.pos_ in ("NOUN", "PROPN"):
        return _over_noun(trigger.light, DEPTH)
    over = _over_verb(trigger.light, DEPTH)
    return over if over not in (None, "carry") else _of_noun_governor(trigger.light, None, 0)


def _over_verb(verb: Token, depth: int) -> str | None:
    own = _of_auxiliaries(verb)
    if own or not depth:
        return own
    if verb.dep_ == "conj" and not syntax.children_of(verb, *syntax.SUBJECTS) and verb.head.pos_ in ("VERB", "AUX"):
        return _over_verb(verb.head, depth - 1)
    if verb.dep_ not in GOVERNED or verb.head == verb:
        return None
    governor = verb.head.head if verb.dep_ == "pcomp" else verb.head
    preposition = verb.head.lower_ if verb.dep_ == "pcomp" else None
    if verb.dep_ == "advcl" and not _is_infinitive(verb):
        return None
    found = _governed_by(governor, preposition, depth - 1)
    told = verb.dep_ == "ccomp" and (verb.tag_ in FINITE or syntax.auxiliaries(verb) & PERFECT)
    return None if told and found in ("ask", "commit") else found


def _is_infinitive(verb: Token) -> bool:
    return verb.tag_ == "VB" and any(t.lower_ == "to" for t in verb.children if t.dep_ == "aux")


def _of_auxiliaries(verb: Token) -> str | None:
    auxiliaries, negated = syntax.auxiliaries(verb), _is_negated(verb)
    if auxiliaries & FUTURE:
        return "refuse" if negated else "commit"
    if auxiliaries & ABLE:
        return "refuse" if negated else None
    if auxiliaries & OUGHT or (verb.dep_ == "xcomp" and verb.head.lemma_.lower() in OWING):
        return "ask" if is_reported(verb) else None
    return None


def _is_negated(verb: Token) -> bool:
    if any(t.dep_ == "neg" or t.lower_ in ("never", "neither") for t in verb.children):
        return True
    joined = verb.dep_ == "conj" and not syntax.children_of(verb, *syntax.SUBJECTS, "aux")
    return joined and verb.head.pos_ in ("VERB", "AUX") and _is_negated(verb.head)


def is_reported(verb: Token) -> bool:
    """True in what somebody says: who says that another must act asks for it."""
    return any(node.dep_ in ("ccomp", "parataxis") for node in (verb, *syntax.ancestors(verb))) or any(
        t.dep_ in ("ccomp", "parataxis") and t.pos_ == "VERB" and t.i > verb.i for t in verb.children
    )


def _governed_by(governor: Token, preposition: str | None, depth: int) -> str | None:
    """The stance of a governing word, turned by its negation and outvoted by what is asked or refused over it."""
    stance = _stance_of(governor, preposition)
    if stance is None:
        return None
    clause = governor if governor.pos_ in ("VERB", "AUX") else governor.head
    over = _over_verb(clause, depth) if clause.pos_ in ("VERB", "AUX") else None
    if stance == "carry" or over in ("ask", "threaten", "refuse"):
        return over
    if _is_negated(clause) or any(t.dep_ == "neg" for t in governor.children):
        return {"commit": "refuse"}.get(stance)
    return stance


def _stance_of(word: Token, preposition: str | None) -> str | None:
    lists = load_stances()
    lemma = word.lemma_.lower()
    if word.pos_ in ("NOUN", "PROPN"):
        return lists["nouns"].get(lemma)
    if word.pos_ == "ADJ" or (word.dep_ in ("acomp", "oprd") and lemma in lists["adjectives"]):
        return lists["adjectives"].get(lemma)
    particle = next((t.lower_ for t in word.children if t.dep_ == "prt"), None)
    inner = [p.lower_ for p in word.children if p.dep_ == "prep"]
    forms = [preposition, particle, *(inner if preposition is None else ())]
    verbs = lists["verbs"]
    found = next((verbs[f"{lemma} {form}"] for form in forms if form and f"{lemma} {form}" in verbs), None)
    return found or verbs.get(lemma)


def _over_noun(noun: Token, depth: int) -> str | None:
    """The stance of what governs an event noun: "refused talks", "threat of war", "will provide shelter"."""
    head = noun.head
    if not depth or head == noun:
        return None
    if noun.dep_ == "conj":
        return _over_noun(head, depth - 1)
    if noun.dep_ in ("dobj", "nsubjpass", "attr", "oprd") and head.pos_ in ("VERB", "AUX"):
        return _of_noun_governor(head, None, depth)
    if noun.dep_ == "pobj" and head.dep_ in ("prep", "agent", "dative"):
        governor = head.head
        if governor.pos_ in ("NOUN", "PROPN"):
            stance = load_stances()["nouns"].get(governor.lemma_.lower())
            return stance if stance and stance != "carry" else _over_noun(governor, depth - 1)
        return _of_noun_governor(governor, head.lower_, depth) if governor.pos_ in ("VERB", "AUX") else None
    return None


def _of_noun_governor(verb: Token, preposition: str | None, depth: int) -> str | None:
    lists, lemma = load_stances()["verbs"], verb.lemma_.lower()
    particle = next((t.lower_ for t in verb.children if t.dep_ == "prt"), None)
    if preposition:
        stance = lists.get(f"{lemma} {preposition}")
    else:
        stance = lists.get(f"{lemma} {particle}") if particle else lists.get(lemma)
    over = _over_verb(verb, depth - 1)
    if lemma in DIRECTING and stance == "ask":
        stance = "carry"
    if stance in (None, "carry"):
        return over if preposition in WITHIN else None
    if over in ("ask", "threaten", "refuse"):
        return over
    return stance
