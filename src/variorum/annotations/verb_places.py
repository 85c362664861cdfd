"""What fills the places of one verb: its objects, prepositions, particles and the words after it, read once.

An entry of the event lexicon asks for some of them; many entries are tried on one verb.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from spacy.tokens import Token

from variorum.annotations import syntax
from variorum.schema.concepts import ANYTHING, CLAUSE, MARKERS, Entry

Reading = tuple[Token, tuple[str, ...]]
"""A token with what an entry may call it: its lemma, and for a name the mark of its kind."""

PARTICLE_PLACES = ("prt", "advmod", "prep", "acomp", "oprd")
ERGATIVE = frozenset({"explode", "detonate"})
"""Verbs that say of their subject what they say of an object: "the bomb exploded"."""

DATED = frozenset({"DATE", "TIME"})
"""Kinds of name that are no complement: who calls another on Friday does not call on Friday."""

CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september "
    "october november december".split()
)
QUANTITIES = frozenset(
    "batch number dozen hundred thousand million pair group handful majority rest some most lot many score load "
    "consignment shipment ton tonne kilogram kilo barrel team contingent convoy list bulk part half third quarter "
    "remainder".split()
)
"""Nouns that measure out what stands after "of": "a batch of 200 monitors"."""


def targets_of(verb: Token) -> list[Token]:
    """What a verb is done to: its objects, in the passive its subject."""
    found = syntax.objects(verb)
    turned = syntax.is_passive(verb) or (not found and verb.lemma_.lower() in ERGATIVE)
    return found + (syntax.subjects(verb) if turned else [])


class Forms:
    """What the entries of the lexicon may call the tokens of a doc."""

    def __init__(self, lemmas: Sequence[str], kinds: Mapping[int, str]) -> None:
        self.lemmas, self.kinds = lemmas, kinds

    def of(self, token: Token) -> tuple[str, ...]:
        """A token's lemma, and for a name the mark of its kind."""
        kind = self.kinds.get(token.i)
        plain = (token.lower_,) if kind == "organization" and token.lower_ != self.lemmas[token.i] else ()
        return (self.lemmas[token.i], *plain, MARKERS[kind]) if kind in MARKERS else (self.lemmas[token.i],)

    def heads(self, tokens: Iterable[Token]) -> frozenset[str]:
        return frozenset(form for token in syntax.expand(tokens) for form in self.of(token))


class VerbPlaces:
    """The places of one verb, each read when first asked for."""

    def __init__(self, verb: Token, forms: Forms) -> None:
        self._verb, self._forms = verb, forms

    @cached_property
    def _targets(self) -> list[Reading]:
        """Objects with all that is coordinated with them, and what they count or measure out."""
        things = (inner for t in syntax.expand(targets_of(self._verb)) for inner in measured_out(t))
        met = () if self._forms.lemmas[self._verb.i] not in BROKEN_OFF else ("<talks>",)
        return [(t, (*self._forms.of(t), *met) if met and _are_talks(t) else self._forms.of(t)) for t in things]

    @cached_property
    def _complements(self) -> list[tuple[Token, bool, list[Reading]]]:
        """Prepositions, whether their object is a date, and the heads of their objects."""
        return [
            (prep, _is_date(obj), [(t, self._forms.of(t)) for t in syntax.expand([obj])])
            for prep, obj in syntax.prepositional(self._verb)
        ]

    @cached_property
    def _particles(self) -> dict[str, Token]:
        places = [t for t in self._verb.children if t.dep_ in PARTICLE_PLACES]
        return {t.lower_: t for t in reversed(places) if not any(_is_date(o) for o in t.children if o.dep_ == "pobj")}

    @cached_property
    def _infinitives(self) -> list[Token]:
        return [
            inner
            for inner in syntax.children_of(self._verb, "xcomp", "advcl", "ccomp")
            if any(t.lower_ == "to" and t.dep_ == "aux" for t in inner.children)
        ]

    @cached_property
    def _late(self) -> dict[str, Token]:
        """Prepositions before a name that the parser has hung on the object: "returned a coin of 1900 to Peru"."""
        found: dict[str, Token] = {}
        for target in targets_of(self._verb):
            for prep in target.subtree:
                if prep.dep_ == "prep" and prep.i > self._verb.i and not _in_clause(prep, target):
                    named = (t.i in self._forms.kinds or t.pos_ == "PROPN" for t in prep.children if t.dep_ == "pobj")
                    if any(named):
                        found.setdefault(prep.lower_, prep)
        return found

    @cached_property
    def _following(self) -> list[tuple[Token, str, str]]:
        """The words from the verb on, marks passed over, with their lemmas."""
        verb = self._verb
        after = [t for t in verb.doc[verb.i : verb.i + LONGEST] if not t.is_punct or t.text == "-"]
        return [(t, self._forms.lemmas[t.i], t.lower_) for t in after]

    @cached_property
    def surroundings(self) -> frozenset[str]:
        """What the heads of the verb's subjects, objects and prepositional objects may be called."""
        near = (o for _, o in syntax.prepositional(self._verb))
        return self._forms.heads([*syntax.subjects(self._verb), *targets_of(self._verb), *near])

    def match(self, entry: Entry) -> tuple[Token, ...] | None:
        """The words of an entry at this verb, in text order; None where one is not there."""
        return self._match_phrase(entry) if entry.pos == "phrase" else self._match_verb(entry)

    def _match_phrase(self, entry: Entry) -> tuple[Token, ...] | None:
        found = self._following[: len(entry.words)]
        alike = len(found) == len(entry.words) and all(
            word in (lemma, lower) for word, (_, lemma, lower) in zip(entry.words, found, strict=True)
        )
        return tuple(token for token, _, _ in found) if alike else None

    def _match_verb(self, entry: Entry) -> tuple[Token, ...] | None:
        words = [self._verb]
        if entry.particle:
            if entry.particle not in self._particles:
                return None
            words.append(self._particles[entry.particle])
        if entry.objects:
            target = self._target(entry)
            if target is None:
                return None
            words += [] if entry.objects == ANYTHING else [target]
        if entry.preposition:
            complement = self._complement(entry)
            if complement is None:
                return None
            words += complement
        return tuple(sorted(set(words), key=lambda t: t.i))

    def _target(self, entry: Entry) -> Token | None:
        """The object that an entry needs; where any will do, the first that is no date."""
        if entry.objects == ANYTHING:
            return next((t for t, _ in self._targets if t.ent_type_ not in DATED), None)
        return next((t for t, forms in self._targets if not entry.objects.isdisjoint(forms)), None)

    def _complement(self, entry: Entry) -> list[Token] | None:
        """The preposition that an entry needs, with its object where that is fixed; "to" may open an infinitive."""
        if entry.preposition == CLAUSE:
            return [] if syntax.children_of(self._verb, "ccomp") else None
        for prep, dated, objects in self._complements:
            if prep.lower_ != entry.preposition or (dated and not entry.prep_objects):
                continue
            fitting = next((t for t, forms in objects if not entry.prep_objects.isdisjoint(forms)), None)
            if fitting is not None or not entry.prep_objects:
                return [prep] if fitting is None else [prep, fitting]
        if entry.objects and not entry.prep_objects and entry.preposition in self._late:
            return [self._late[entry.preposition]]
        for inner in self._infinitives if entry.preposition == "to" else ():
            if not entry.prep_objects or self._forms.lemmas[inner.i] in entry.prep_objects:
                return [inner] if entry.prep_objects else []
        return None


BROKEN_OFF = frozenset({"suspend", "call", "break", "halt", "abandon", "freeze", "adjourn"})
"""Verbs that are said of talks, with a particle or without one; prisoners are held and freed."""

TALKS = {"them": frozenset({"talks", "negotiations", "consultations", "discussions"}), "it": frozenset({"dialogue"})}
"""Nouns of talks that a pronoun may stand for."""


def _are_talks(pronoun: Token) -> bool:
    """True for a pronoun whose sentence, or the one before, names talks earlier: "sponsored the talks, called them off"."""
    nouns = TALKS.get(pronoun.lower_, frozenset())
    start = syntax.sentence_bounds(pronoun)[0]
    first = syntax.sentence_bounds(pronoun.doc[start - 1])[0] if nouns and start else start
    before = pronoun.doc[first : pronoun.i]
    others = (t for t in before if t.i >= start and t.dep_ == "dobj" and t.tag_ == "NNS")
    return any(t.lower_ in nouns for t in before) and all(t.lower_ in nouns for t in others)


LONGEST = 16
"""Tokens after a verb in which a fixed phrase of the lexicon ends, marks included."""


def measured_out(noun: Token) -> list[Token]:
    """Give a noun with what it counts or measures out."""
    if noun.lemma_.lower() in QUANTITIES or noun.pos_ in ("NUM", "DET", "PRON", "ADJ"):
        return [noun, *(o for _, o in syntax.prepositional(noun, "of"))]
    return [noun]


def _is_date(token: Token) -> bool:
    return token.ent_type_ in DATED or (token.pos_ == "PROPN" and token.lower_ in CALENDAR)


def _in_clause(token: Token, top: Token) -> bool:
    """True for words of a clause below a noun."""
    return any(t.dep_ in ("relcl", "acl") for t in syntax.ancestors(token) if top.i < t.i)
