"""Kinds of happening finer than PLOVER's types, and the words that name them.

Reads `lexicons/events/*.toml`; the syntax of entries is described in `lexicons/classes.toml`. Entries are indexed by
their head's lemma and parsed when first asked for. This module knows no grammar: how a sentence fills the places of an
entry is the annotator's business.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from variorum.schema.lexicons import list_lexicons, read_lexicon, split_entries

FRAMES = (
    "actor-recipient",
    "mutual",
    "host",
    "broker",
    "experiencer",
    "transfer",
    "from",
    "actor-theme",
    "against",
    "held",
    "open",
)
DIRECTIONS = ("directed", "mutual")
PARTICLES = frozenset("ahead apart around aside away back down forth forward off out over together up".split())
COMPLEMENTS = frozenset(
    "ablaze accountable aground alight ashore captive dead firm free go guilty home hostage liable offline responsible".split()
)
"""Words that complete a verb as a particle does: "set free", "find guilty", "run aground"."""

PREPOSITIONS = frozenset(
    "about across after against along alongside among as at before behind between by despite during for from in inside into near "
    "of off on onto outside over past per through throughout to toward towards under upon via with within without".split()
)
CLAUSE = "that"
"""What stands in the place of a preposition where a verb needs a clause: "demand that"."""

ANYTHING = frozenset({"*"})
"""What stands among objects where a verb needs one of whatever kind: "return +* to"."""

MARKERS = {
    "country": "<place>",
    "place": "<place>",
    "person": "<person>",
    "people": "<people>",
    "government": "<group>",
    "organization": "<group>",
    "armed_group": "<group>",
    "other": "<party>",
}
"""The pseudo-lemma that stands for a name of each entity kind among an entry's objects: `@territory` holds <place>."""

NOUN_PREPOSITIONS = frozenset(
    "against as at between by for from in into near of on outside over to toward towards under with".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """A kind of happening.

    type: PLOVER type, or NONE for what PLOVER leaves out. act: its type by CAMEO's codebook where the later manual of
    PLOVER, which `type` follows, has moved it. mode: one of the type's modes, or None.
    cameo: two digits. direction: directed, mutual or None. frame: which grammatical place fills which role.
    weight: 0 to 1, how surely the word alone names a reportable political or violent happening.
    """

    name: str
    type: str
    mode: str | None
    cameo: str
    direction: str | None
    frame: str
    weight: float
    contexts: tuple[str, ...]
    meaning: str
    act: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One way to name a concept. Every word is a lemma in lower case.

    pos: verb, noun or phrase. head: the verb, the noun, or a phrase's first word.
    words: all the words of a phrase, to be met one after the other (marks and quotation marks skipped); else empty.
    modifiers: words directly before a noun head, in order (hyphens skipped). plural: the noun counts only in the plural.
    particle: needed particle, or a word that completes the verb ("set free"). objects: one of these must head the direct object.
    preposition: needed preposition, or the "to" of an infinitive.
    prep_objects: one of these must head the preposition's object (or be the verb of the infinitive).
    frame, weight: the entry's own, or its concept's.
    """

    concept: Concept
    pos: str
    text: str
    head: str
    frame: str
    weight: float
    words: tuple[str, ...] = ()
    modifiers: tuple[str, ...] = ()
    plural: bool = False
    particle: str | None = None
    objects: frozenset[str] = frozenset()
    preposition: str | None = None
    prep_objects: frozenset[str] = frozenset()

    @property
    def specificity(self) -> int:
        """How many conditions the entry sets; the entry with most wins."""
        needs = (self.particle, self.objects, self.preposition, self.prep_objects)
        return len(self.words) + 2 * len(self.modifiers) + sum(1 for need in needs if need)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exclusion:
    """Words that show that an entry's head does not name its concept.

    words: a run of lemmas with the head in it. objects: where set, `words` is the verb and these its object's heads.
    """

    words: tuple[str, ...]
    objects: frozenset[str] = frozenset()


_Raw = tuple[Concept, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Concepts:
    """All concepts, their entries by head lemma, and what rules an entry out."""

    by_name: dict[str, Concept]
    verbs: dict[str, tuple[_Raw, ...]]
    nouns: dict[str, tuple[_Raw, ...]]
    phrases: dict[str, tuple[_Raw, ...]]
    exclusions: dict[str, tuple[str, ...]]

    def of_verb(self, lemma: str) -> tuple[Entry, ...]:
        """Entries of a verb lemma, those with most conditions first."""
        return _parse_all("verb", self.verbs.get(mend_lemma(lemma), ()))

    def of_noun(self, lemma: str) -> tuple[Entry, ...]:
        """Entries whose head is a noun lemma, those with most conditions first."""
        return _parse_all("noun", self.nouns.get(lemma, ()))

    def of_phrase(self, lemma: str) -> tuple[Entry, ...]:
        """Fixed phrases that begin with a lemma, the longest first."""
        return _parse_all("phrase", self.phrases.get(lemma, ()))

    def excluded(self, concept: Concept, lemmas: Sequence[str], index: int, *, objects: Collection[str] = ()) -> bool:
        """Tell whether the words around a head show that it does not name the concept.

        Args:
            lemmas: lower-case lemmas of the sentence. index: the head's place in them.
            objects: lemmas of the heads of the verb's objects, with those of its prepositions.
        """
        rules = (_parse_exclusion(text) for text in self.exclusions.get(concept.name, ()))
        return any(_rules_out(rule, lemmas, index, objects) for rule in rules)


def mend_lemma(lemma: str) -> str:
    """Replace a verb's lemma that lemmatizers are known to get wrong ("stag" for "staged"). Source: `classes.toml`."""
    mended: str = read_lexicon("classes")["lemmas"].get(lemma, lemma)
    return mended


def _rules_out(rule: Exclusion, lemmas: Sequence[str], index: int, objects: Collection[str]) -> bool:
    if rule.objects:
        return lemmas[index] == rule.words[0] and not rule.objects.isdisjoint(objects)
    size = len(rule.words)
    starts = range(max(0, index - size + 1), min(index, len(lemmas) - size) + 1)
    return any(tuple(lemmas[start : start + size]) == rule.words for start in starts)


@cache
def load_concepts() -> Concepts:
    """Read and index the concepts by which an event of the record is told, once a process.

    Source: `lexicons/events/*.toml`, written by hand.
    """
    return _index([file for file in list_lexicons("events") if not read_lexicon(file).get("wide")])


@cache
def load_wide_concepts() -> Concepts:
    """Read and index all concepts, with those whose words name a kind of act too loosely for the record.

    Source: `lexicons/events/*.toml`, written by hand; the files that say `wide`.
    """
    return _index(list_lexicons("events"))


def _index(files: Sequence[str]) -> Concepts:
    by_name: dict[str, Concept] = {}
    index: dict[str, dict[str, list[_Raw]]] = {"verb": {}, "noun": {}, "phrase": {}}
    exclusions: dict[str, tuple[str, ...]] = {}
    for concept, table in _read_tables(files):
        by_name[concept.name] = concept
        exclusions[concept.name] = split_entries(table.get("not", ""))
        for pos, texts in index.items():
            for text in split_entries(table.get(f"{pos}s", "")):
                texts.setdefault(head_of(pos, text), []).append((concept, text))
    verbs, nouns, phrases = ({head: tuple(raw) for head, raw in index[pos].items()} for pos in index)
    return Concepts(by_name=by_name, verbs=verbs, nouns=nouns, phrases=phrases, exclusions=exclusions)


def _read_tables(files: Sequence[str]) -> Iterator[tuple[Concept, dict[str, Any]]]:
    for name in files:
        lexicon = read_lexicon(name)
        for concept_name, table in lexicon.items():
            if isinstance(table, dict):
                yield _concept_of(concept_name, {"type": lexicon["type"], "cameo": lexicon["cameo"], **table}), table


def _concept_of(name: str, table: dict[str, Any]) -> Concept:
    return Concept(
        name=name,
        type=table["type"],
        mode=table.get("mode"),
        cameo=table["cameo"],
        direction=table.get("direction"),
        frame=table.get("frame", "actor-recipient"),
        weight=float(table["weight"]),
        contexts=tuple(table.get("contexts", ())),
        meaning=table["meaning"],
        act=table.get("act"),
    )


def head_of(pos: str, text: str) -> str:
    """Find the lemma under which an entry is looked up: a verb's or phrase's first word, a noun group's last.

    Args:
        pos: verb, noun or phrase. text: an entry as it is written.
    """
    if pos != "noun":
        return text.split(" ", 1)[0].split("^")[0].split("~")[0]
    words = _noun_group(_plain(text).split())[0]
    return words[-1].split("-")[-1].removesuffix("/pl")


@cache
def _parse_all(pos: str, raw: tuple[_Raw, ...]) -> tuple[Entry, ...]:
    parse = {"verb": _parse_verb, "noun": _parse_noun, "phrase": _parse_phrase}[pos]
    return tuple(sorted((parse(concept, text) for concept, text in raw), key=_most_specific_first))


def _most_specific_first(entry: Entry) -> tuple[int, float, str, str]:
    return -entry.specificity, -entry.weight, entry.concept.name, entry.text


def _plain(text: str) -> str:
    return text.split("~")[0].split("^")[0].rstrip()


def _own(concept: Concept, text: str) -> dict[str, Any]:
    body, _, weight = text.partition("~")
    frame = body.partition("^")[2].strip()
    own_weight = float(weight) if weight else concept.weight
    return {"concept": concept, "text": text, "frame": frame or concept.frame, "weight": own_weight}


def _parse_verb(concept: Concept, text: str) -> Entry:
    head, *rest = _plain(text).split()
    return Entry(pos="verb", head=head, **_places(rest), **_own(concept, text))


def _places(words: list[str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for word in words:
        if word.startswith("+"):
            found["prep_objects" if "preposition" in found else "objects"] = _expand(word[1:])
        elif (word in PARTICLES or word in COMPLEMENTS) and "preposition" not in found:
            found["particle"] = word
        elif word in PREPOSITIONS or word == CLAUSE:
            if "preposition" in found:
                found["particle"] = found["preposition"]
            found["preposition"] = word
        else:
            raise ValueError(f"neither particle nor preposition: {word}")
    return found


def _expand(alternatives: str) -> frozenset[str]:
    classes = read_lexicon("classes")["classes"]
    lemmas: set[str] = set()
    for word in alternatives.split("|"):
        lemmas.update(split_entries(classes[word[1:]]) if word.startswith("@") else (word,))
    return frozenset(lemmas)


def _noun_group(words: list[str]) -> tuple[list[str], list[str]]:
    cut = next((at for at, word in enumerate(words) if at and word in NOUN_PREPOSITIONS), len(words))
    return words[:cut], words[cut:]


def _parse_noun(concept: Concept, text: str) -> Entry:
    group, complement = _noun_group(_plain(text).split())
    words = " ".join(group).removesuffix("/pl").replace("-", " ").split()
    places: dict[str, Any] = {}
    if complement:
        places["preposition"] = complement[0]
    if len(complement) > 1:
        places["prep_objects"] = _expand(complement[-1].removeprefix("+"))
    plural = group[-1].endswith("/pl")
    own = _own(concept, text)
    return Entry(pos="noun", head=words[-1], modifiers=tuple(words[:-1]), plural=plural, **places, **own)


def _parse_phrase(concept: Concept, text: str) -> Entry:
    words = tuple(_plain(text).split())
    return Entry(pos="phrase", head=words[0], words=words, **_own(concept, text))


@cache
def _parse_exclusion(text: str) -> Exclusion:
    words, _, objects = text.partition(" +")
    return Exclusion(words=tuple(words.replace("-", " ").split()), objects=_expand(objects) if objects else frozenset())
