"""Whether an event happened, goes on, is planned, was called off, is alleged, denied, hypothetical or habitual.

PLOVER's auxiliary modes (historical, future, hypothetical, negation) with the words that show them.
A word is read with what governs it, from the inside out: "may refuse to sign" is hypothetical, since what governs
the refusal is. Source: cue lists in lexicons/realis.toml; veridicality of implicative verbs after Karttunen (1971).
"""

from spacy.tokens import Token

from variorum.annotations import syntax
from variorum.annotations.event_triggers import Trigger
from variorum.annotations.realis_cues import HAPPENED, NOMINAL, VERBAL, Read, Reading, compose, lemma_of, load_cues
from variorum.annotations.realis_nonfinite import ENDS
from variorum.annotations.realis_lasting import is_definite
from variorum.annotations.realis_nouns import of_modifiers, read_noun, read_noun_context
from variorum.annotations.realis_verbs import read_verb

DEPTH = 6
"""Words up the sentence that have a say. Beyond that a parse is rarely right."""

FACTIVE = frozenset(
    "condemn denounce deplore decry mourn welcome hail praise regret celebrate commemorate remember recall protest".split()
)
"""Verbs that presuppose that their object happened."""

LIGHT = {"call_off": "called_off", "prevent": "denied", "plan": "planned"}
"""What light verbs say of the noun that they carry, by their kind."""

SUDDEN = frozenset(
    {"earthquake", "storm_and_flood", "crash", "accident", "sinking", "collapse", "contamination", "fire", "clash"}
)
"""What nobody plans for a day: "Tuesday's earthquake" has been, and "it is a disaster" tells of one that has."""

PLANNING = frozenset("plan schedule announce propose arrange prepare expect slate".split())
"""A meeting that is planned is still to come; one that was "set" or "called" in the past may not be."""


def find_realis(trigger: Trigger, *, headline: bool, future: bool) -> Reading:
    """Read the realis of one event.

    Args:
        headline: the sentence is a title, whose present tense tells what happened.
        future: the event's time expression looks ahead.
    """
    realis, cue = _of_trigger(trigger, _reader(DEPTH, headline=headline or is_headline(trigger.head)))
    if is_presupposed(trigger) and _is_known_mishap(trigger):
        return "happened", None
    if trigger.nominal and trigger.light is None and trigger.concept.name in SUDDEN:
        return ("happened", None) if realis == "ongoing" and trigger.head.dep_ == "attr" else (realis, cue)
    if realis == "hypothetical" and _is_called_for(trigger):
        return "planned", cue
    put_off = realis == "called_off" and _is_put_off(trigger)
    if (future and (realis == "happened" or put_off)) or (put_off and _has_new_day(trigger)):
        return "planned", cue
    return realis, cue


def _is_called_for(trigger: Trigger) -> bool:
    """ "The union called on its members to march on Sunday": who calls a protest plans it."""
    verb = trigger.governor
    return trigger.concept.type == "PROTEST" and verb.dep_ == "xcomp" and verb.head.lemma_.lower() in CALLING


CALLING = frozenset({"call", "urge", "summon", "invite"})


def _is_put_off(trigger: Trigger) -> bool:
    """ "The talks were postponed to Friday": with a day that lies ahead they are still planned."""
    verb = trigger.light
    if verb is None:
        return False
    particle = any(t.dep_ == "prt" and t.lower_ in ("off", "back") for t in verb.children)
    return verb.lemma_.lower() in POSTPONING or (particle and verb.lemma_.lower() in ("put", "push"))


def _has_new_day(trigger: Trigger) -> bool:
    """ "Postponed their talks and now plan to meet on Friday", "were postponed and will be held on Friday"."""
    joined = trigger.light.conjuncts if trigger.light is not None else ()
    return any(v.lemma_.lower() in PLANNING or any(t.lower_ == "will" for t in v.children) for v in joined)


POSTPONING = frozenset({"postpone", "delay", "defer", "reschedule", "adjourn"})


def is_headline(token: Token) -> bool:
    """True in a line of its own without a full stop: a heading or the words of a picture, whose present tells what was."""
    start, end = syntax.sentence_bounds(token)
    last = next((t for t in reversed(token.doc[start:end]) if not t.is_space), token)
    closes = last.i + 1 >= len(token.doc) or "\n" in token.doc[last.i + 1].text
    opens = start == 0 or "\n" in token.doc[start - 1].text
    return opens and closes and not last.is_punct


def read_realis(token: Token, *, headline: bool = False) -> Reading:
    """Read the realis of what a bare verb or noun tells, where no event of the ontology need be there."""
    headline = headline or is_headline(token)
    return _reader(DEPTH, headline=headline)(token)


def _reader(depth: int, *, headline: bool) -> Read:
    """A reader of words that looks so many words up."""

    def read(token: Token) -> Reading:
        above = _reader(depth - 1, headline=headline)
        if depth == 0:
            return HAPPENED
        if token.pos_ in NOMINAL:
            return read_noun(token, above)
        return read_verb(token, above, headline=headline) if token.pos_ in VERBAL else HAPPENED

    return read


def _of_trigger(trigger: Trigger, read: Read) -> Reading:
    light = None if _is_doer(trigger) else LIGHT.get(trigger.light_kind or "")
    if trigger.nominal:
        own = of_modifiers(trigger.head)
        if own is not None and not (light == "called_off" and own[0] == "planned"):
            return own
    if trigger.light is None:
        return read_noun_context(trigger.head, read) if trigger.nominal else read(trigger.head)
    if trigger.light.pos_ in NOMINAL:
        return read_noun_context(trigger.light, read)
    if light == "denied" and _broke_off(trigger.light, trigger.head):
        return HAPPENED
    outer, cue = read(trigger.light)
    light = "planned" if _is_agreed_upon(trigger) else light
    if light is None or (light == "planned" and trigger.light.lemma_.lower() not in PLANNING | AGREEING):
        return outer, cue
    if trigger.light.lemma_.lower() == "announce" and _is_done_once_announced(trigger):
        return outer, cue
    made = compose(light, outer)
    return made, trigger.light if made != outer else cue


def _is_agreed_upon(trigger: Trigger) -> bool:
    """ "Settled on the disarmament of X": the accord has been made, the deed is still to come."""
    verb = trigger.light
    agreed = verb is not None and verb.lemma_.lower() in AGREEING and trigger.head.dep_ == "pobj"
    return agreed and trigger.concept.type != "AGREE"


AGREEING = frozenset({"agree", "settle", "decide"})
"""Verbs of deciding together, with "on" or "to" and a deed."""


def _is_doer(trigger: Trigger) -> bool:
    """ "Riot police blocked the bridge": who prevents or plans something is not what is prevented or planned."""
    verb = trigger.light
    acts = verb is not None and trigger.head.dep_ == "nsubj" and trigger.head.head == verb
    return acts and verb is not None and bool(syntax.objects(verb))


def _is_done_once_announced(trigger: Trigger) -> bool:
    """ "Announced the capture of X" tells what was done; to announce sanctions is to lay them."""
    return trigger.concept.type == "SANCTION" or trigger.concept.name == "territorial_capture"


def _broke_off(verb: Token, noun: Token) -> bool:
    """ "Stopped his questioning of X": what is somebody's had begun."""
    return verb.tag_ == "VBD" and lemma_of(verb) in ENDS and any(t.dep_ == "poss" for t in noun.children)


def is_presupposed(trigger: Trigger) -> bool:
    """Tell whether a noun is the object of a verb that only a fact can have ("condemned the attack"), a known war or accident in passing."""
    head = trigger.head
    if not trigger.nominal:
        return False
    known = head.dep_ in ("dobj", "nsubjpass") and head.head.lemma_.lower() in FACTIVE
    return known or _is_known_mishap(trigger) or (trigger.light is None and _is_topic_of_war(head))


def _is_known_mishap(trigger: Trigger) -> bool:
    """ "He denied that the crash had anything to do with the brakes": the crash is a fact, whatever is said of it."""
    head = trigger.head
    subject = head.dep_ == "nsubj" and head.head.lemma_.lower() in ("have", "be")
    mishap = trigger.concept.name in SUDDEN and trigger.concept.type == "NONE"
    return mishap and trigger.light is None and subject and is_definite(head)


def _is_topic_of_war(noun: Token) -> bool:
    """ "A confusing policy on the civil war": who is accused of it is not said to have made the war up."""
    lasting = noun.lemma_.lower() in load_cues().durative and noun.dep_ == "pobj"
    return lasting and is_definite(noun) and noun.head.head.pos_ in NOMINAL
