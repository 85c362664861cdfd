"""What a word that names a happening means by who does it, to what, and among which words.

"Fired a missile into the sea" is a test, "hurricanes destroyed homes" no attack, "battled corruption" no battle: verbs and
nouns choose their sides, and where these are of another kind the word has another sense. Source: `lexicons/senses.toml`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property

from spacy.tokens import Token

from variorum.annotations import syntax
from variorum.annotations.event_settings import Settings
from variorum.annotations.event_triggers import Trigger
from variorum.annotations.verb_places import Forms, measured_out, targets_of
from variorum.schema.concepts import load_concepts
from variorum.schema.lexicons import read_lexicon, split_entries

ANY = "*"
ONE, THE = "<one>", "<the>"
"""Stand among the words near a trigger for an object of which there is one, and for a happening that is known."""

DONE_TO = ("on", "against", "of", "at", "over", "for", "into", "upon", "with")
"""Prepositions after an event noun before what it is done to."""

OF_VERBS = ("against", "over", "for", "with")
"""Those of a verb without an object."""

PLACES = ("doer", "done", "near", "sentence", "words")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """When a word of one of some concepts means another, or nothing of the record.

    needs: by place (`PLACES`), words of which one must stand there. bars: words of which none may.
    becomes: name of the concept that is meant, None where nothing is told.
    """

    name: str
    concepts: frozenset[str]
    needs: dict[str, frozenset[str]]
    bars: dict[str, frozenset[str]]
    setting: str | None
    becomes: str | None


@cache
def load_rules() -> tuple[Rule, ...]:
    """Read the rules of `lexicons/senses.toml` in their order, once a process."""
    return tuple(_rule(name, table) for name, table in read_lexicon("senses")["rules"].items())


def _rule(name: str, table: dict[str, str]) -> Rule:
    return Rule(
        name=name,
        concepts=frozenset(split_entries(table["of"])),
        needs={place: _expand(table[place]) for place in PLACES if place in table},
        bars={place: _expand(table[f"no_{place}"]) for place in PLACES if f"no_{place}" in table},
        setting=table.get("setting"),
        becomes=table.get("becomes"),
    )


def _expand(text: str) -> frozenset[str]:
    """The words of a list, its classes written out."""
    own, shared = read_lexicon("senses")["classes"], read_lexicon("classes")["classes"]
    found: set[str] = set()
    for word in split_entries(text):
        name = word.removeprefix("@")
        found |= _expand(own[name] if name in own else shared[name]) if word != name else {word}
    return frozenset(found)


@cache
def _rules_by_concept() -> dict[str, tuple[Rule, ...]]:
    rules = load_rules()
    names = {name for rule in rules for name in rule.concepts}
    return {name: tuple(rule for rule in rules if name in rule.concepts) for name in names}


def settle_senses(triggers: Iterable[Trigger], forms: Forms, settings: Settings) -> tuple[Trigger, ...]:
    """Give every trigger the concept that its sides show, and mark as idle those that tell no event of the record."""
    return tuple(_settle(trigger, forms, settings) for trigger in triggers)


def _settle(trigger: Trigger, forms: Forms, settings: Settings) -> Trigger:
    rules = _rules_by_concept().get(trigger.concept.name, ())
    places = _Places(trigger, forms) if rules else None
    for rule in rules:
        if places is not None and _holds(rule, places) and _is_set(rule, trigger, settings):
            return _turned(trigger, rule.becomes)
    return trigger


def _is_set(rule: Rule, trigger: Trigger, settings: Settings) -> bool:
    return rule.setting is None or settings.is_of(rule.setting, trigger.head)


def _turned(trigger: Trigger, name: str | None) -> Trigger:
    if name is None:
        return replace(trigger, idle=True)
    concept = load_concepts().by_name[name]
    return replace(trigger, concept=concept, frame=concept.frame)


def _holds(rule: Rule, places: "_Places") -> bool:
    needed = all(places.of(place) & words for place, words in rule.needs.items())
    return needed and not any(_is_barred(places.of(place), words) for place, words in rule.bars.items())


def _is_barred(found: frozenset[str], words: frozenset[str]) -> bool:
    return bool(found) if ANY in words else bool(found & words)


class _Places:
    """The words in the places of one trigger, each read when first asked for."""

    def __init__(self, trigger: Trigger, forms: Forms) -> None:
        self._trigger, self._forms = trigger, forms

    def of(self, place: str) -> frozenset[str]:
        found: frozenset[str] = getattr(self, place)
        return found

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(form for t in self._trigger.words for form in (t.lemma_.lower(), t.lower_))

    @cached_property
    def doer(self) -> frozenset[str]:
        return self._forms.heads(t for t in self._doers() if t not in self._trigger.words)

    def _doers(self) -> Sequence[Token]:
        trigger, verb = self._trigger, self._trigger.governor
        own = [*syntax.children_of(trigger.head, "poss"), *(o for _, o in syntax.prepositional(trigger.head, "by"))]
        if not trigger.nominal:
            return syntax.agents(verb) if syntax.is_passive(verb) else syntax.subjects(verb)
        if trigger.light is None or trigger.light.pos_ not in ("VERB", "AUX"):
            return own
        return [*own, *(syntax.agents(verb) if syntax.is_passive(verb) else syntax.subjects(verb))]

    @cached_property
    def done(self) -> frozenset[str]:
        return self._forms.heads(self._targets)

    @cached_property
    def _targets(self) -> list[Token]:
        trigger = self._trigger
        if not trigger.nominal:
            found = targets_of(trigger.head) or [o for _, o in syntax.prepositional(trigger.head, *OF_VERBS)]
        else:
            sources = [trigger.head, *([trigger.light] if trigger.light is not None else [])]
            found = [o for source in sources for _, o in syntax.prepositional(source, *DONE_TO)]
        return [inner for t in syntax.expand(found) if t != trigger.head for inner in measured_out(t)]

    @cached_property
    def near(self) -> frozenset[str]:
        """Prepositions, their objects, particles and modifiers of the trigger's words and of what it is done to."""
        trigger = self._trigger
        tops = {trigger.governor, trigger.head, *trigger.words, *self._targets}
        beside = [t for top in tops for t in top.children if t.dep_ in BESIDE]
        beside += [o for word in trigger.words if word.pos_ == "VERB" for o in targets_of(word)]
        pairs = [pair for top in (trigger.governor, trigger.head, *self._targets) for pair in syntax.prepositional(top)]
        timed = [p for p, o in pairs if o.ent_type_ in ("TIME", "DATE") or o.like_num]
        found = {t.lemma_.lower() for t in beside if t not in timed} | self._forms.heads(o for _, o in pairs)
        return frozenset(found | self._marks())

    def _marks(self) -> set[str]:
        head = self._trigger.head
        one = any(t.tag_ in ("NN", "NNP") for t in self._targets)
        known = self._trigger.nominal and head.tag_ == "NN" and any(t.lower_ in KNOWN for t in head.children)
        marks = ((ONE, one), (THE, known))
        return {mark for mark, holds in marks if holds}

    @cached_property
    def sentence(self) -> frozenset[str]:
        start, end = syntax.sentence_bounds(self._trigger.head)
        return frozenset(self._forms.lemmas[start:end])


KNOWN = frozenset({"the", "this", "that"})
BESIDE = frozenset({"amod", "compound", "nmod", "advmod", "prt", "prep", "nummod", "npadvmod"})
