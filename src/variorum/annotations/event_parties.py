"""Participants without a name: the words of a noun phrase that stands where a role is filled."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from variorum.annotations import syntax
from variorum.annotations.event_entities import NUMBERING, EntityIndex, numbered
from variorum.annotations.parse import trimmed
from variorum.annotations.referent_nouns import lemma_of
from variorum.schema.annotations import PartyMention
from variorum.schema.concepts import load_concepts
from variorum.schema.nouns import noun_senses, open_sense, plain_kinds

INNER = frozenset({"det", "amod", "compound", "nummod", "nmod", "poss", "quantmod", "predet", "advmod"})
"""Ways in which words before a noun hang on it."""

WITHIN = ("of", "in", "from", "at", "near")
"""Prepositions whose phrase right after a noun says which one is meant."""

PEOPLE = frozenset({"those", "others", "anyone", "everyone", "many", "several", "some"})
"""Words that stand for people where they stand as nouns."""

BODIES = frozenset(
    "force movement side party faction alliance coalition bloc authority leadership opposition police army military navy "
    "camp office presidency delegation mission unit battalion brigade column patrol squad convoy troop regime militia "
    "court tribunal panel body chamber household community population public rival neighbour neighbor".split()
)
"""Nouns of those who act together or for others, beside the lists of nouns."""

MEASURING = frozenset({"wave", "series", "lot", "part", "band", "rest", "remnant"})
"""Nouns that number people only with "of" behind them: a wave alone is water."""

PLURALS = ("NNS", "NNPS")
STATES = frozenset({"country", "state", "nation", "power", "republic"})
"""Nouns that in the plural stand for those who act for them: "talks with neighbouring countries"."""

PRONOUNS = frozenset({"PRP", "PRP$", "WP", "WDT", "EX", "DT"})
MEASURED = ("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL")
ACTING = frozenset({"person", "people", "organization"})


def party_at(token: Token, role: str, index: EntityIndex) -> PartyMention | None:
    """Make a participant of a noun that no entity stands for, or of the noun that a pronoun points back to; else None."""
    meant = index.antecedent(token)
    if meant is not None:
        return PartyMention(role=role, span=meant.span, kind=meant.kind, head=meant.head)
    if (token.tag_ in PRONOUNS and token.lower_ not in PEOPLE) or token.pos_ not in (
        "NOUN",
        "PROPN",
        "NUM",
        "ADJ",
        "PRON",
        "DET",
    ):
        return None
    own = index.at(token)
    if own is not None and index.entities[own].form != "pronoun":
        mention = index.entities[own]
        return PartyMention(role=role, span=mention.span, kind=mention.kind, head=mention.name, entity=own)
    if token.pos_ == "ADJ" and token.dep_ not in ("pobj", "dobj", "nsubj", "nsubjpass"):
        return None
    first, last = phrase_of(token)
    return PartyMention(
        role=role,
        span=trimmed(token.doc, first, last),
        kind=kind_of(token),
        head=noun_of(token),
        entity=next(iter(index.of(token)), None),
    )


def kind_of(token: Token) -> str:
    """What a noun means: person, people, organization, place, or other."""
    for inner in numbered(token):
        return kind_of(inner)
    lemma = noun_of(token)
    if token.pos_ == "NUM" or token.lower_ in PEOPLE or lemma in NUMBERING - MEASURING:
        return "people"
    if _is_bare_force(token):
        return "other"
    if _is_surname(token):
        return "person"
    if lemma in BODIES:
        return "organization"
    sense = noun_senses().get(lemma) or (open_sense(lemma) if token.pos_ == "NOUN" else None)
    kind = plain_kinds().get(lemma) or (sense.kind if sense is not None else "other")
    many = token.tag_ in PLURALS or (sense is not None and sense.collective)
    return "people" if kind == "person" and many else kind


def _is_bare_force(token: Token) -> bool:
    """True for "force" in "the use of force": no force, and nobody."""
    return token.lower_ == "force" and not any(t.dep_ in ("amod", "compound") for t in token.children)


def _is_surname(token: Token) -> bool:
    """True for a name of one word that nobody knows, without an article, that does something: "Okello will stand again"."""
    alone = token.pos_ == "PROPN" and token.dep_ in ("nsubj", "nsubjpass") and token.ent_type_ != "DATE"
    return alone and token.tag_ == "NNP" and not any(t.dep_ in INNER for t in token.children) and token.text.istitle()


def noun_of(token: Token) -> str:
    """The lower-case singular of a noun; that of the lexicon of nouns where it is listed."""
    listed = lemma_of(token)
    return listed if listed in noun_senses() or token.pos_ != "NOUN" else token.lemma_.lower()


def is_thing(token: Token) -> bool:
    """True for a noun of something that can be seen or hit, as far as its form tells: "a bus", "warplanes", and not an event."""
    lemma = noun_of(token)
    return token.pos_ == "PROPN" or (open_sense(lemma) is not None and not load_concepts().of_noun(lemma))


def is_measure(token: Token) -> bool:
    """True for words of a date, an amount or a share."""
    return token.ent_type_ in MEASURED or (token.pos_ == "NOUN" and token.lower_ in ("cent", "percent"))


def is_sent(token: Token, verb: Token) -> bool:
    """True for what is fired, thrown or sent up: it hits others and is not hit itself."""
    told_of = verb.dep_ in ("relcl", "acl") and token == verb.head
    return (token.dep_ in ("dobj", "conj", "nsubjpass") or told_of) and verb.lemma_.lower() in HURLING


HURLING = frozenset(
    "fire launch throw hurl lob drop toss thrust plant detonate explode shoot rain unleash send test plunge".split()
)
"""Verbs whose object flies, falls or goes off."""


def may_act(token: Token) -> bool:
    """True for a noun of somebody, some body or states, or a name that nobody knows."""
    states = noun_of(token) in STATES and token.tag_ in PLURALS
    return states or kind_of(token) in ACTING or (token.pos_ == "PROPN" and kind_of(token) == "other")


def may_be_hit(token: Token) -> bool:
    """True for a noun of somebody, some body or a place."""
    return may_act(token) or kind_of(token) == "place" or token.pos_ == "PROPN"


def is_acting(party: PartyMention, doc: Doc) -> bool:
    """True for words of people or bodies, and for a name that nobody knows; not for places and things."""
    if party.kind in ACTING:
        return True
    found = doc.char_span(party.span.start, party.span.end, alignment_mode="expand")
    return party.kind == "other" and found is not None and found.root.pos_ == "PROPN" and found.root.ent_type_ != "DATE"


def phrase_of(noun: Token) -> tuple[int, int]:
    """First token of a noun's phrase and the token after its last one, relative clauses and appositions left out."""
    own = [noun.i, *(t.i for child in noun.children if child.dep_ in INNER for t in child.subtree if t.i < noun.i)]
    last = noun.i
    for prep in noun.rights:
        if prep.dep_ != "prep" or prep.lower_ not in WITHIN or prep.i != last + 1:
            break
        last = max([prep.i, *_plain_words(prep)])
    return min(own), last + 1


def _plain_words(prep: Token) -> Iterator[int]:
    """Indexes of the words of a prepositional phrase up to its first clause or apposition."""
    for obj in syntax.children_of(prep, "pobj"):
        yield from range(min(obj.left_edge.i, obj.i), obj.i + 1)
        for inner in obj.rights:
            if inner.dep_ == "prep" and inner.lower_ in WITHIN:
                yield from _plain_words(inner)
            elif inner.dep_ in ("cc", "conj"):
                yield from range(inner.left_edge.i, inner.i + 1)
