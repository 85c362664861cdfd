"""Where a text names an event: verbs, nouns, phrases and light-verb constructions of the event lexicon."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Doc, Token

from variorum.annotations import syntax
from variorum.schema.concepts import Concept, Concepts, Entry
from variorum.schema.lexicons import read_lexicon, split_entries

NOMINAL = ("NOUN", "PROPN")
EFFECTS = frozenset({"killing", "death", "casualties", "injury", "wounding", "fatality", "loss_of_life", "mass_casualty"})
"""Concepts that tell what violence did; see `event_effects`."""

STATES = frozenset({"conflict", "crisis", "dispute", "tension", "hostility"})
"""Nouns that name a state of things; only with a time, a length, a beginning or an end do they name a happening."""

BARE_WEIGHT = 0.5
"""Weight from which a word alone, with no light verb, names an event."""

PHASES = {
    **dict.fromkeys(("end", "close", "cessation"), "end"),
    **dict.fromkeys(("outbreak", "start", "beginning", "onset", "eruption", "resumption", "launch"), "begin"),
}
"""Nouns that tell the beginning or end of the event after "of"."""

LIGHT_ORDER = ("broker", "call_off", "prevent", "suffer", "attend", "begin", "end", "reach", "plan", "repel", "happen", "host")
"""Which kind a light verb is where it is in several lists."""

HOSTING = ("host", "receive", "welcome", "entertain")
"""Verbs whose subject is the host and nothing else; who only holds a meeting takes part in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """The words that name one event.

    head: the noun or verb of the lexicon entry. words: all its tokens, in order.
    light: the light verb that carries a noun ("held" in "held talks") and the kind of that verb, else None.
    """

    head: Token
    words: tuple[Token, ...]
    concept: Concept
    frame: str
    weight: float
    light: Token | None = None
    light_kind: str | None = None

    @property
    def governor(self) -> Token:
        """The word whose clause tells the event."""
        return self.light if self.light is not None else self.head

    @property
    def nominal(self) -> bool:
        return self.head.pos_ in NOMINAL or self.head.lower_ == "one"

    @property
    def mutual(self) -> bool:
        return self.concept.direction == "mutual" or self.frame == "mutual"


@cache
def light_verbs() -> dict[str, str]:
    """Light verbs (with particle) and what each says of the event that it carries. Source: lexicons/realis.toml."""
    lists = read_lexicon("realis")["light"]
    found = {verb: kind for kind in reversed(LIGHT_ORDER) for verb in split_entries(lists[kind])}
    return found | dict.fromkeys(HOSTING, "host")


def find_triggers(doc: Doc, concepts: Concepts) -> tuple[Trigger, ...]:
    """Find the event triggers of a doc, one a happening named, in text order.

    A verb that only carries an event noun ("signed an agreement", "held talks") gives one trigger, on the noun.

    Source: event lexicon, `schema/lexicons/events`.
    """
    lemmas = [token.lemma_.lower() for token in doc]
    nouns = {t.head.i: t for token in doc if token.pos_ in NOMINAL for t in _of_noun(token, concepts, lemmas)}
    verbs = [t for token in doc if token.pos_ in ("VERB", "AUX") for t in _of_verb(token, concepts, lemmas)]
    kept = []
    for verb in verbs:
        noun = _carried_noun(verb, nouns)
        if noun is None:
            kept.append(verb)
        else:
            nouns[noun.head.i] = replace(noun, light=verb.head, light_kind=noun.light_kind or "happen")
    found = sorted([*nouns.values(), *kept, *_pointing(doc, nouns)], key=lambda t: t.head.i)
    return tuple(t for t in found if not _part_of_another(t, found))


def _part_of_another(trigger: Trigger, triggers: Iterable[Trigger]) -> bool:
    """True where a longer trigger has this one's words: what was agreed or asked for is no second event."""
    mine = set(trigger.words)
    for other in triggers:
        if other.head != trigger.head and mine <= {*other.words, other.governor} and len(other.words) >= len(mine):
            return True
        if other.head != trigger.head and not trigger.nominal and trigger.head == other.light:
            return True
    return False


def _pointing(doc: Doc, nouns: dict[int, Trigger]) -> Iterator[Trigger]:
    """"The previous one took place in May": "one" is an event of the kind that was named last."""
    for token in doc:
        if token.lower_ != "one" or not any(t.dep_ in ("det", "amod") for t in token.children):
            continue
        light, kind = _light_verb(token)
        before = [t for i, t in nouns.items() if i < token.i]
        if light is not None and kind == "happen" and before:
            last = max(before, key=lambda t: t.head.i)
            yield replace(last, head=token, words=(token,), light=light, light_kind=kind)


def _carried_noun(verb: Trigger, nouns: dict[int, Trigger]) -> Trigger | None:
    """The event noun that a verb of the same type only carries, if its object is one."""
    for child in syntax.expand(_targets(verb.head)):
        noun = nouns.get(child.i)
        if noun and noun.concept.type == verb.concept.type and (child in verb.words or verb.frame == "broker"):
            return noun
    return None


def _of_noun(token: Token, concepts: Concepts, lemmas: list[str]) -> Iterator[Trigger]:
    """At most one trigger: the most specific entry whose modifiers stand before the noun."""
    if token.dep_ in ("compound", "nmod", "npadvmod", "amod") and token.head.pos_ in NOMINAL and token.head.i > token.i:
        return
    for entry in concepts.of_noun(token.lemma_.lower()):
        words = _match_noun(token, entry)
        if words is None or concepts.excluded(entry.concept, lemmas, token.i, objects=_complements(token)):
            continue
        light, kind = _light_verb(token)
        if _several(token) or (token.lemma_.lower() in STATES and kind not in ("begin", "end") and not _measured(token)):
            return
        if light is not None or entry.weight >= BARE_WEIGHT:
            yield Trigger(
                head=token, words=words, concept=entry.concept, frame=entry.frame, weight=entry.weight, light=light, light_kind=kind
            )
        return


def _several(noun: Token) -> bool:
    """"Two wars" are not one event."""
    return noun.tag_ in ("NNS", "NNPS") and any(t.dep_ == "nummod" and t.head == noun for t in noun.children)


def _measured(noun: Token) -> bool:
    """True where a number stands before the noun ("the 44-day conflict", "the 2008 crisis")."""
    return any(t.like_num for t in noun.doc[noun.left_edge.i : noun.i])


def _match_noun(token: Token, entry: Entry) -> tuple[Token, ...] | None:
    if entry.plural and token.tag_ not in ("NNS", "NNPS"):
        return None
    words: tuple[Token, ...] = (token,)
    if entry.modifiers:
        found = _words_before(token)[-len(entry.modifiers) :]
        if len(found) < len(entry.modifiers):
            return None
        if not all(w in (t.lower_, t.lemma_.lower()) for w, t in zip(entry.modifiers, found, strict=True)):
            return None
        words = (*found, token)
    if entry.preposition:
        objects = [o for p, o in syntax.prepositional(token) if p.lower_ == entry.preposition]
        if not objects or (entry.prep_objects and not _heads(objects) & entry.prep_objects):
            return None
    return words


def _words_before(token: Token) -> list[Token]:
    """The words of the same noun phrase before its head, hyphens passed over."""
    return [t for t in token.doc[max(token.left_edge.i, token.i - 6) : token.i] if not t.is_punct]


def _heads(tokens: Iterable[Token]) -> frozenset[str]:
    return frozenset(t.lemma_.lower() for t in syntax.expand(tokens))


def _complements(token: Token) -> frozenset[str]:
    return _heads(o for _, o in syntax.prepositional(token))


def _light_verb(noun: Token) -> tuple[Token | None, str | None]:
    """The light verb that an event noun depends on, and its kind (happen, begin, end, plan, call_off, broker, host, ...)."""
    while noun.dep_ == "conj" and noun.head.pos_ in NOMINAL:
        noun = noun.head
    verb, light = noun.head, light_verbs()
    if noun.dep_ == "pobj" and verb.lower_ == "of" and verb.head.lemma_.lower() in PHASES:
        return verb.head, PHASES[verb.head.lemma_.lower()]
    if noun.dep_ == "pobj" and verb.dep_ in ("prep", "agent"):
        kind = light.get(f"{verb.head.lemma_.lower()} {verb.lower_}") or light.get(f"{_with_particle(verb.head)} {verb.lower_}")
        return (verb.head, kind) if kind and verb.head.pos_ == "VERB" else (None, None)
    if noun.dep_ in ("dobj", "nsubj", "nsubjpass", "attr") and verb.pos_ == "VERB":
        kind = light.get(_with_particle(verb)) or light.get(verb.lemma_.lower())
        return (verb, kind) if kind else (None, None)
    for child in noun.children:
        if child.dep_ in ("acl", "relcl") and (kind := light.get(_with_particle(child))):
            return child, kind
    return None, None


def _with_particle(verb: Token) -> str:
    """A verb's lemma with its particle or object idiom: "break out", "take place"."""
    lemma = verb.lemma_.lower()
    for child in verb.children:
        if child.dep_ == "prt" or (child.dep_ == "dobj" and child.lower_ in ("place", "effect", "hold")):
            return f"{lemma} {child.lower_}"
    return lemma


def _of_verb(token: Token, concepts: Concepts, lemmas: list[str]) -> Iterator[Trigger]:
    """At most one trigger: the most specific entry whose particle, prepositions and objects are there."""
    if token.dep_ in ("aux", "auxpass", "amod", "compound"):
        return
    lemma = lemmas[token.i]
    for entry in (*_phrases(token, concepts, lemmas), *concepts.of_verb(lemma)):
        words = _match_phrase(token, entry) if entry.pos == "phrase" else _match_verb(token, entry)
        if words is None or entry.weight < BARE_WEIGHT:
            continue
        objects = _heads(_targets(token)) | _complements(token)
        if not concepts.excluded(entry.concept, lemmas, token.i, objects=objects):
            words = (token,) if entry.concept.name in EFFECTS else words
            yield Trigger(head=token, words=words, concept=entry.concept, frame=entry.frame, weight=entry.weight)
            return


def _phrases(token: Token, concepts: Concepts, lemmas: list[str]) -> tuple[Entry, ...]:
    return concepts.of_phrase(lemmas[token.i])


def _match_phrase(token: Token, entry: Entry) -> tuple[Token, ...] | None:
    """The tokens of a fixed phrase that begins here; marks are passed over."""
    following = [t for t in token.doc[token.i : token.i + 2 * len(entry.words)] if not t.is_punct or t.text == "-"]
    found = following[: len(entry.words)]
    alike = len(found) == len(entry.words) and all(w in (t.lemma_.lower(), t.lower_) for w, t in zip(entry.words, found, strict=True))
    return tuple(found) if alike else None


def _targets(verb: Token) -> list[Token]:
    """What a verb is done to: its objects, in the passive its subject."""
    return syntax.objects(verb) + (syntax.subjects(verb) if syntax.is_passive(verb) else [])


def _match_verb(verb: Token, entry: Entry) -> tuple[Token, ...] | None:
    words = [verb]
    if entry.particle:
        found = next((t for t in verb.children if t.dep_ in ("prt", "advmod", "prep") and t.lower_ == entry.particle), None)
        if found is None:
            return None
        words.append(found)
    if entry.objects:
        target = next((t for t in syntax.expand(_targets(verb)) if t.lemma_.lower() in entry.objects), None)
        if target is None:
            return None
        words.append(target)
    if entry.preposition:
        complement = _complement(verb, entry)
        if complement is None:
            return None
        words += complement
    return tuple(sorted(set(words), key=lambda t: t.i))


def _complement(verb: Token, entry: Entry) -> list[Token] | None:
    """The preposition that an entry needs, with its object where that is fixed; "to" may open an infinitive."""
    for prep, obj in syntax.prepositional(verb):
        fitting = next((t for t in syntax.expand([obj]) if t.lemma_.lower() in entry.prep_objects), None)
        if prep.lower_ == entry.preposition and (fitting is not None or not entry.prep_objects):
            return [prep] if fitting is None else [prep, fitting]
    if entry.preposition == "to":
        for inner in syntax.children_of(verb, "xcomp"):
            if not entry.prep_objects or inner.lemma_.lower() in entry.prep_objects:
                return [inner] if entry.prep_objects else []
    return None
