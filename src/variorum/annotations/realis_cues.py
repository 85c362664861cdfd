"""Cue words of realis, and how the reading of a word goes together with that of what governs it.

Source: lexicons/realis.toml; composition after Nairn, Condoravdi and Karttunen 2006 (relative polarity).
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from variorum.annotations.syntax import ancestors, children_of
from variorum.schema.lexicons import read_lexicon, split_entries

Reading = tuple[str, Token | None]
"""A realis and the word that shows it."""

Read = Callable[[Token], Reading]
"""Reads any word that may tell an event: what governs a word is read with it."""

PREVENTING = frozenset(
    {"prevent", "avoid", "avert", "stop", "block", "deter", "thwart", "foil", "forestall", "stave", "head"}
)
"""Verbs whose intended success leaves their object thinkable: "to prevent an attack"."""

VERBAL = ("VERB", "AUX")
NOMINAL = ("NOUN", "PROPN")
HAPPENED: Reading = ("happened", None)
PRESENT = ("VBZ", "VBP")
FINITE = ("VBD", "VBZ", "VBP", "MD")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """Cue lemmas of each reading, by part of speech.

    verbs: of what they govern ("demand X", "call for X", "plan to X"). clauses: of a finite clause ("claim that X").
    adjectives stand before a noun, predicates after "be" as well. arranged: nouns of what people arrange beforehand.
    fails, happens: implicative verbs. speech: verbs that report words; their present tense reports an act.
    facts: verbs whose object is a fact. sayings: nouns of what was said, however it is disputed.
    topics: verbs whose known object is a fact ("discuss the attack"). settings: nouns of "in view of", "in response to".
    durative: nouns of what goes on for long. creating: verbs whose object comes about by what they tell.
    purposes: nouns whose infinitive tells what somebody is about. glad: adjectives whose infinitive tells a fact.
    gatherings: events that people are at ("will speak at the rally"). reasons: nouns whose "for" names a fact.
    matters: nouns of speaking or deciding, whose topic is open ("talks on a truce"). guarding: nouns of "protection from".
    reporting: nouns that under a "no" deny ("no sign of"). ending, endings: what is ended has been going on.
    changing: verbs whose subject goes on while it grows. scheduled: verbs of a timetable. state_verbs: verbs whose present
    perfect with "since" goes on. stative: verbs whose simple present tells a state, not a habit.
    """

    verbs: dict[str, str]
    clauses: dict[str, str]
    nouns: dict[str, str]
    adjectives: dict[str, str]
    predicates: dict[str, str]
    adverbs: dict[str, str]
    arranged: frozenset[str]
    subordinators: frozenset[str]
    fails: frozenset[str]
    happens: frozenset[str]
    ongoing: frozenset[str]
    lasting: frozenset[str]
    negative: frozenset[str]
    lacking: frozenset[str]
    speech: frozenset[str]
    facts: frozenset[str]
    sayings: frozenset[str]
    topics: frozenset[str]
    settings: frozenset[str]
    durative: frozenset[str]
    creating: frozenset[str]
    purposes: frozenset[str]
    glad: frozenset[str]
    gatherings: frozenset[str]
    reasons: frozenset[str]
    matters: frozenset[str]
    guarding: frozenset[str]
    reporting: frozenset[str]
    ending: frozenset[str]
    endings: frozenset[str]
    changing: frozenset[str]
    scheduled: frozenset[str]
    state_verbs: frozenset[str]
    stative: frozenset[str]


@cache
def load_cues() -> Cues:
    """Read the cue lists; where a word is in several lists the reading that claims least wins."""
    lexicon = read_lexicon("realis")
    order = ("habitual", "planned", "alleged", "hypothetical", "called_off", "denied")

    def words(kind: str) -> dict[str, str]:
        return {word: realis for realis in order for word in split_entries(lexicon[realis].get(kind, ""))}

    def listed(table: str, kind: str) -> frozenset[str]:
        return frozenset(split_entries(lexicon[table][kind]))

    return Cues(
        verbs=words("verbs"),
        clauses=words("clauses"),
        nouns=words("nouns"),
        adjectives=words("adjectives"),
        predicates=words("adjectives") | words("predicates"),
        adverbs=words("adverbs"),
        arranged=listed("arranged", "nouns"),
        subordinators=listed("hypothetical", "subordinators"),
        fails=listed("implicative", "fails"),
        happens=listed("implicative", "happens"),
        ongoing=listed("ongoing", "adjectives") | listed("ongoing", "adverbs"),
        lasting=listed("ongoing", "verbs"),
        negative=listed("negation", "subjects"),
        lacking=listed("negation", "nouns") | listed("negation", "adjectives"),
        facts=listed("presupposed", "facts"),
        sayings=listed("denied", "objects"),
        topics=listed("presupposed", "verbs"),
        settings=listed("presupposed", "nouns"),
        speech=listed("speech", "verbs"),
        durative=listed("durative", "nouns"),
        creating=listed("creating", "verbs"),
        purposes=listed("planned", "purposes"),
        glad=listed("presupposed", "adjectives"),
        gatherings=listed("arranged", "gatherings"),
        reasons=listed("presupposed", "reasons"),
        matters=listed("matters", "nouns"),
        guarding=listed("guarding", "nouns"),
        reporting=listed("reporting", "nouns"),
        ending=listed("ending", "verbs"),
        endings=listed("ending", "nouns"),
        changing=listed("changing", "verbs"),
        scheduled=listed("scheduled", "verbs"),
        state_verbs=listed("stative", "lasting"),
        stative=listed("stative", "verbs"),
    )


def compose(inner: str | None, outer: str) -> str:
    """The reading of what a word governs, from what the word says of it and how the word itself is read.

    "Plans to attack" (planned, happened) is planned; "did not plan to" (planned, denied) is denied; "did not fail to"
    (denied, denied) happened; "may refuse to" (denied, hypothetical) is hypothetical.
    """
    if inner is None or inner == "happened":
        return outer
    if outer == "hypothetical":
        return "hypothetical"
    if outer == "denied":
        return {"denied": "happened", "called_off": "happened", "planned": "denied", "ongoing": "denied"}.get(
            inner, inner
        )
    if inner == "ongoing" and outer not in ("happened", "ongoing"):
        return outer
    return inner


@cache
def _verbs() -> frozenset[str]:
    cues = load_cues()
    return frozenset(cues.verbs) | frozenset(cues.clauses) | cues.fails | cues.happens | cues.speech | cues.creating


def lemma_of(token: Token) -> str:
    """A word's lemma in lower case; a mute e that the lemmatizer cut off is put back ("hopes" is of "hope", not "hop")."""
    lemma = token.lemma_.lower()
    cut = token.pos_ == "VERB" and lemma not in _verbs() and f"{lemma}e" in _verbs()
    return f"{lemma}e" if cut else lemma


def auxiliaries_of(verb: Token) -> set[str]:
    """Lower-cased auxiliaries of a verb, those before a verb that it is joined to included ("will meet and talk")."""
    helping = [t for t in verb.children if t.dep_ in ("aux", "auxpass")]
    own = {t.lower_ for t in helping}
    if (
        any(t.tag_ in (*FINITE, "TO") for t in helping)
        or verb.dep_ != "conj"
        or verb.head.pos_ not in VERBAL
        or verb.tag_ in FINITE
    ):
        return own
    subject = any(t.dep_ in ("nsubj", "nsubjpass") for t in verb.children)
    return own if subject else own | auxiliaries_of(verb.head)


def is_of_now(word: Token) -> bool:
    """True where the nearest clause with a tense is in the present, the present perfect or the future."""
    for node in (word, *ancestors(word)):
        if node.pos_ in VERBAL:
            tags = {node.tag_, *(t.tag_ for t in children_of(node, "aux", "auxpass"))}
            if tags & {*FINITE}:
                return not tags & {"VBD"}
    return False


def under(cue: str | None, governor: Token, read: Read) -> Reading:
    """What a governor with a cue (None where it says nothing of its own) makes of what it governs."""
    outer, shown = read(governor)
    made = compose(cue, outer)
    if made == "denied" and outer == "planned" and lemma_of(governor) in PREVENTING:
        made = "hypothetical"
    return made, governor if cue is not None and made != outer else shown
