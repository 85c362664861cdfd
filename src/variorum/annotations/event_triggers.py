"""Where a text names an event: verbs, nouns, phrases and light-verb constructions of the event lexicon."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Doc, Token

from variorum.annotations import syntax
from variorum.annotations.event_doers import is_struck, weight_by_subject
from variorum.annotations.event_frames import MEDIATED
from variorum.annotations.verb_places import CALENDAR, Forms, VerbPlaces, targets_of
from variorum.schema.concepts import Concept, Concepts, Entry
from variorum.schema.lexicons import read_lexicon, split_entries

NOMINAL = ("NOUN", "PROPN")
EFFECTS = frozenset(
    {"killing", "death", "casualties", "injury", "wounding", "fatality", "loss_of_life", "mass_casualty"}
)
"""Concepts that tell what violence did; see `event_effects`."""

STATES = frozenset({"conflict", "crisis", "dispute", "tension", "hostility"})
"""Nouns that name a state of things; only with a time, a length, a beginning or an end do they name a happening."""

MANY = frozenset({"several", "many", "numerous", "various", "multiple", "repeated", "countless"})
"""Words that make a plural more than one happening."""

BARE_WEIGHT = 0.5
"""Weight from which a word alone, with no light verb, names an event."""

DATED_WEIGHT = 0.4
"""Weight from which a word does with its day beside it: "the violence of 3 May"."""

WEAK_WEIGHT = 0.3
"""Weight from which a word may name an event, where other grounds speak for it."""

PHASES = {
    **dict.fromkeys(("end", "close", "cessation"), "end"),
    **dict.fromkeys(("outbreak", "start", "beginning", "onset", "eruption", "resumption", "launch"), "begin"),
}
"""Nouns that tell the beginning or end of the event after "of"."""

LIGHT_ORDER = (
    "broker",
    "call_off",
    "prevent",
    "suffer",
    "attend",
    "begin",
    "end",
    "reach",
    "plan",
    "repel",
    "host",
    "happen",
)
"""Which kind a light verb is where it is in several lists."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """The words that name one event.

    head: the noun or verb of the lexicon entry. words: all its tokens, in order.
    light: the light verb that carries a noun ("held" in "held talks") and the kind of that verb, else None.
    idle: the words tell no event of the record; see `event_senses`.
    """

    head: Token
    words: tuple[Token, ...]
    concept: Concept
    frame: str
    weight: float
    light: Token | None = None
    light_kind: str | None = None
    idle: bool = False

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
    return {verb: kind for kind in reversed(LIGHT_ORDER) for verb in split_entries(lists[kind])}


def find_triggers(doc: Doc, concepts: Concepts, kinds: Mapping[int, str]) -> tuple[Trigger, ...]:
    """Find the event triggers of a doc, one a happening named, in text order.

    A verb that only carries an event noun ("signed an agreement", "held talks") gives one trigger, on the noun.

    Args:
        kinds: entity kind of the tokens that name an entity, by token index.

    Source: event lexicon, `schema/lexicons/events`.
    """
    finder = _Finder(doc, concepts, kinds)
    nouns = {t.head.i: t for token in doc if token.pos_ in NOMINAL and (t := finder.of_noun(token)) is not None}
    kept = []
    for token in doc:
        verb = finder.of_verb(token) if token.pos_ in ("VERB", "AUX") else None
        noun = _carried_noun(verb, nouns) if verb is not None else None
        if noun is not None and verb is not None:
            if noun.light is not None and noun.light != verb.head and verb.head.dep_ in ("acl", "relcl"):
                continue
            nouns[noun.head.i] = replace(noun, light=verb.head, light_kind=noun.light_kind or "happen")
        elif verb is not None and not _only_mediates(verb, nouns):
            kept.append(verb)
    found = sorted([*nouns.values(), *kept, *_pointing(doc, nouns)], key=lambda t: t.head.i)
    return tuple(t for t in found if not any(_yields_to(t, other) for other in found if other.head != t.head))


def find_weak_triggers(
    doc: Doc, concepts: Concepts, kinds: Mapping[int, str], taken: Iterable[Trigger]
) -> tuple[Trigger, ...]:
    """Find words that name an event less surely: those of little weight, and counts of several happenings.

    Args:
        kinds: as for `find_triggers`. taken: the triggers found already, whose words name nothing else.
    """
    finder = _Finder(doc, concepts, kinds, bare=WEAK_WEIGHT)
    known = {word.i for trigger in taken for word in (*trigger.words, trigger.governor)}
    found = (
        finder.of_noun(token) if token.pos_ in NOMINAL else finder.of_verb(token)
        for token in doc
        if token.i not in known and token.pos_ in (*NOMINAL, "VERB", "AUX")
    )
    return tuple(trigger for trigger in found if trigger is not None)


def _yields_to(trigger: Trigger, other: Trigger) -> bool:
    """True where another trigger has this one's words: what was agreed, lifted or asked for is no second event."""
    if not trigger.nominal and other.nominal and trigger.head == other.light:
        return other.head not in trigger.words
    return trigger.head in other.words and len(other.words) >= len(trigger.words)


def _only_mediates(verb: Trigger, nouns: Mapping[int, Trigger]) -> bool:
    """ "Talks between X and Y, brokered by Z" are one event: the participle only says who mediated."""
    if verb.concept.name != "mediation" or verb.head.dep_ not in ("acl", "relcl"):
        return False
    above = (nouns.get(t.i) for t in syntax.ancestors(verb.head))
    return any(noun is not None and noun.concept.type in ("CONSULT", "AGREE") for noun in above)


def _pointing(doc: Doc, nouns: Mapping[int, Trigger]) -> Iterator[Trigger]:
    """ "The previous one took place in May": "one" is an event of the kind that was named last."""
    for token in doc:
        before = {t.lower_ for t in token.children if t.dep_ in ("det", "amod")}
        if token.lower_ != "one" or not before or before & NOBODY:
            continue
        light, kind = light_verb_of(token)
        named = [t for i, t in nouns.items() if i < token.i]
        if light is not None and kind == "happen" and named:
            last = max(named, key=lambda t: t.head.i)
            yield replace(last, head=token, words=(token,), light=light, light_kind=kind)


NOBODY = frozenset({"no", "any", "every", "some"})
"""Words before "one" that make it a pronoun of people."""


def _carried_noun(verb: Trigger, nouns: Mapping[int, Trigger]) -> Trigger | None:
    """The event noun that a verb of the same type only carries, if its object is one."""
    for child in syntax.expand(targets_of(verb.head)):
        noun = nouns.get(child.i)
        if noun and noun.concept.type == verb.concept.type and (child in verb.words or verb.frame == "broker"):
            return noun
    return None


class _Finder:
    """Matches the lexicon against one doc."""

    def __init__(self, doc: Doc, concepts: Concepts, kinds: Mapping[int, str], *, bare: float = BARE_WEIGHT) -> None:
        self._concepts, self._kinds, self._bare = concepts, kinds, bare
        self._lemmas = [token.lemma_.lower() for token in doc]
        self._forms = Forms(self._lemmas, kinds)

    def of_noun(self, token: Token) -> Trigger | None:
        """The most specific entry whose modifiers stand before the noun, if the words name a happening."""
        compound = (
            token.dep_ in ("compound", "nmod", "npadvmod", "amod")
            and token.head.pos_ in NOMINAL
            and token.head.i > token.i
        )
        entries = (
            ()
            if compound or token.ent_type_ == "DATE" or token.i in self._kinds
            else self._concepts.of_noun(self._lemmas[token.i])
        )
        if not entries or _is_topic(token) or _names_a_body(token):
            return None
        before = _words_before(token)
        for entry in entries:
            words = self._match_noun(token, entry, before)
            if words is None or self._excluded(
                entry, token, self._forms.heads(o for _, o in syntax.prepositional(token))
            ):
                continue
            light, kind = light_verb_of(token)
            state = token.lemma_.lower() in STATES and kind not in ("begin", "end") and not _measured(token)
            plain = self._bare >= BARE_WEIGHT and (_several(token) or state)
            least = DATED_WEIGHT if _is_of_a_day(token) else self._bare
            if plain or (light is None and entry.weight < min(least, self._bare)):
                return None
            return _trigger(token, words, entry, light, kind)
        return None

    def _match_noun(self, token: Token, entry: Entry, before: Sequence[Token]) -> tuple[Token, ...] | None:
        if entry.plural and token.tag_ not in ("NNS", "NNPS"):
            return None
        words: tuple[Token, ...] = (token,)
        if entry.modifiers:
            found = before[-len(entry.modifiers) :]
            if len(found) < len(entry.modifiers):
                return None
            if not all(w in (t.lower_, self._lemmas[t.i]) for w, t in zip(entry.modifiers, found, strict=True)):
                return None
            words = (*found, token)
        if entry.preposition:
            objects = [o for p, o in _complements(token) if p.lower_ == entry.preposition]
            if not objects or (entry.prep_objects and not self._forms.heads(objects) & entry.prep_objects):
                return None
        return words

    def of_verb(self, token: Token) -> Trigger | None:
        """The most specific entry whose particle, prepositions and objects are there."""
        if token.dep_ in ("aux", "auxpass", "amod", "compound"):
            return None
        lemma = self._lemmas[token.i]
        places = VerbPlaces(token, self._forms)
        for entry in (*self._concepts.of_phrase(lemma), *self._concepts.of_verb(lemma)):
            weight = entry.weight + weight_by_subject(token, entry, self._kinds)
            words = places.match(entry) if weight >= self._bare else None
            if words is None or (
                self._bare >= BARE_WEIGHT and any(_several(t) for t in words if self._names_happening(t))
            ):
                continue
            if is_struck(token, entry) or not self._excluded(entry, token, places.surroundings):
                told = (token,) if entry.concept.name in EFFECTS else words
                return replace(_trigger(token, told, entry, None, None), weight=weight)
        return None

    def _names_happening(self, noun: Token) -> bool:
        """True for a noun that names a happening by itself: two strikes are two, two shells may be fired in one."""
        entries = self._concepts.of_noun(self._lemmas[noun.i])
        return any(not e.modifiers and not e.preposition and e.weight >= BARE_WEIGHT for e in entries)

    def _excluded(self, entry: Entry, token: Token, objects: frozenset[str]) -> bool:
        return self._concepts.excluded(entry.concept, self._lemmas, token.i, objects=objects)


CLAUSAL_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
"""Where the parser puts "planned" in "Talks planned for May were called off"."""

PUT = frozenset({"put", "impose", "place", "slap", "clamp", "declare"})
"""Verbs that lay a measure on something: "the ban that X put on sales"."""


def _complements(noun: Token) -> list[tuple[Token, Token]]:
    """Prepositional phrases of a noun, those after "that X put" included."""
    found = syntax.prepositional(noun)
    for clause in syntax.children_of(noun, "relcl", "acl"):
        if clause.lemma_.lower() in PUT:
            found += syntax.prepositional(clause)
    return found


def _trigger(head: Token, words: tuple[Token, ...], entry: Entry, light: Token | None, kind: str | None) -> Trigger:
    under = entry.pos == "phrase" and entry.words[:2] == ("come", "under")
    return Trigger(
        head=head,
        words=words,
        concept=entry.concept,
        frame="experiencer" if under else entry.frame,
        weight=entry.weight,
        light=light,
        light_kind=kind,
    )


def _several(noun: Token) -> bool:
    """ "Two wars" and "several ceasefires" are not one event."""
    plural = noun.tag_ in ("NNS", "NNPS") and noun.pos_ in NOMINAL
    return plural and (_is_plain(noun) or any(t.lower_ in MANY for t in noun.children if t.dep_ in ("amod", "det")))


def _is_plain(noun: Token) -> bool:
    """True for a count of happenings, not of people or things that a happening is told by ("17 prisoners")."""
    return any(t.lower_ in COUNTING for t in noun.children if t.dep_ == "nummod")


COUNTING = frozenset("two three four five six seven eight nine ten 2 3 4 5 6 7 8 9 10".split())


WORKS = frozenset(
    "film movie documentary book novel memoir play song poem series exhibition painting game drama musical opera".split()
)


def _is_topic(noun: Token) -> bool:
    """True for what a work of art or a book is about."""
    governor = noun.head.head
    return noun.dep_ == "pobj" and noun.head.lower_ in ("about", "on") and governor.lemma_.lower() in WORKS


def _names_a_body(noun: Token) -> bool:
    """True for the bare noun by which a body is called: "a board of inquiry", "the court of arbitration"."""
    body = noun.head.head
    after = noun.dep_ == "pobj" and noun.head.lower_ == "of" and body.lemma_.lower() in CALLED
    return after and noun.tag_ in ("NN", "NNP") and not any(t.dep_ in ("det", "poss") for t in noun.children)


CALLED = frozenset("board commission committee court panel tribunal council department ministry office bureau".split())
"""Nouns of bodies that are called by what they are for."""


def _measured(noun: Token) -> bool:
    """True where a number stands before the noun ("the 44-day conflict", "the 2008 crisis")."""
    return any(t.like_num for t in noun.doc[noun.left_edge.i : noun.i])


def _is_of_a_day(noun: Token) -> bool:
    """True where "of", "in" or "on" and a day, month or year with a number stand after the noun, or it has a day's name."""
    dates = (
        o for _, o in syntax.prepositional(noun, "of", "in", "on") if o.ent_type_ == "DATE" or o.lower_ in CALENDAR
    )
    return any(t.like_num for date in dates for t in date.subtree)


def _words_before(token: Token) -> list[Token]:
    """The words of the same noun phrase before its head, hyphens passed over."""
    return [t for t in token.doc[max(token.left_edge.i, token.i - 6) : token.i] if not t.is_punct]


def light_verb_of(noun: Token) -> tuple[Token | None, str | None]:
    """The light verb that an event noun depends on, and its kind (happen, begin, end, plan, call_off, broker, host, ...)."""
    noun = _measured_out(noun)
    verb, light = noun.head, light_verbs()
    if noun.dep_ == "pobj" and verb.lower_ == "of" and verb.head.lemma_.lower() in PHASES:
        return verb.head, PHASES[verb.head.lemma_.lower()]
    if noun.dep_ == "pobj" and verb.dep_ in ("prep", "agent"):
        kind = light.get(f"{verb.head.lemma_.lower()} {verb.lower_}") or light.get(
            f"{_with_particle(verb.head)} {verb.lower_}"
        )
        return (verb.head, kind) if kind and verb.head.pos_ == "VERB" else (None, None)
    if noun.dep_ in ("dobj", "nsubj", "nsubjpass", "attr") and verb.pos_ == "VERB":
        if noun.dep_ in syntax.SUBJECTS and verb.lemma_ == "have":
            return None, None
        kind = light.get(_with_particle(verb))
        above = light.get(_with_particle(verb.head)) if verb.dep_ in CLAUSAL_SUBJECTS else None
        if kind == "plan" and above in ("call_off", "happen"):
            return verb.head, above
        return (verb, kind) if kind else _begun_beside(noun)
    if noun.dep_ in syntax.SUBJECTS and verb.lemma_ == "be" and any(t.lower_ == "over" for t in verb.children):
        return verb, "end"
    if noun.dep_ in syntax.SUBJECTS and verb.lemma_ == "be" and (due := _due(verb)) is not None:
        begun, phase = _begun_beside(noun)
        if begun is not None and phase == "begin" and begun.tag_ == "VBD":
            return begun, phase
        return due, light.get(_with_particle(due), "happen")
    for child in noun.children:
        if child.dep_ in ("acl", "relcl") and (kind := light.get(_with_particle(child))):
            return child, "broker" if _is_mediated(child) else kind
    return None, None


def _begun_beside(noun: Token) -> tuple[Token | None, str | None]:
    """The verb of "the war, which broke out in May, has killed": what is told of it beside what it does."""
    for child in noun.children:
        kind = light_verbs().get(_with_particle(child)) if child.dep_ == "relcl" else None
        if kind in ("begin", "end") and any(t.dep_ in CLAUSAL_SUBJECTS for t in child.children):
            return child, kind
    return None, None


def _is_mediated(participle: Token) -> bool:
    """True for "arranged by X" and "brokered by X", said of what has come about."""
    by = any(t.dep_ == "agent" for t in participle.children)
    return by and participle.dep_ == "acl" and participle.lemma_.lower() in MEDIATED


MEASURES = frozenset("round series day hour week month year spate string wave session exchange bout lot set".split())
"""Nouns that only measure out the event after "of": "three rounds of talks"."""


def _measured_out(noun: Token) -> Token:
    """The noun that stands in the clause for an event noun: the first of a list, the measure before "of"."""
    while noun.head != noun:
        over = noun.head.head
        if noun.dep_ == "conj" and noun.head.pos_ in NOMINAL:
            noun = noun.head
        elif noun.dep_ == "pobj" and noun.head.lower_ == "of" and over.lemma_.lower() in MEASURES:
            noun = over
        else:
            break
    return noun


def _due(verb: Token) -> Token | None:
    """The verb that is due to be done in "was due to be signed" and "is to be signed"."""
    words = (verb, *syntax.children_of(verb, "acomp", "oprd", "attr"))
    return next((inner for word in words for inner in syntax.children_of(word, "xcomp")), None)


def _with_particle(verb: Token) -> str:
    """A verb's lemma with its particle or object idiom: "break out", "take place"."""
    lemma = verb.lemma_.lower()
    for child in verb.children:
        if child.dep_ == "prt" or (child.dep_ == "dobj" and child.lower_ in ("place", "effect", "hold")):
            return f"{lemma} {child.lower_}"
    return lemma
