"""Words that report speech, as the lexicon `cues.toml` lists them, and where a doc has them.

It tells that a word can report speech and in which frames; what is said and by whom is found elsewhere.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from spacy.tokens import Doc, Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What a cue tells: the speaker's attitude, the position taken ("content" leaves it to the words said)."""

    attitude: str
    position: str
    frames: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A reporting verb in a doc. `particle` is the preposition or adverb that belongs to it ("call for"), if any."""

    verb: Token
    particle: Token | None
    meanings: tuple[Meaning, ...]

    def meaning(self, *frames: str) -> Meaning | None:
        """The first meaning that has one of the frames."""
        return next((m for m in self.meanings if m.frames & set(frames)), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class CueLexicon:
    """The lexicon read once. `verbs`: lemma with its particles -> meanings; `nouns`, `adjectives`: word -> what
    opens its content ("that", "to do" or a preposition) -> meaning; the rest are sets of words."""

    verbs: dict[str, tuple[Meaning, ...]]
    nouns: dict[str, dict[str, Meaning]]
    adjectives: dict[str, dict[str, Meaning]]
    bodily: frozenset[str]
    silent_verbs: frozenset[str]
    silent_words: frozenset[str]
    agencies: frozenset[str]
    speakers_for: frozenset[str]
    documents: frozenset[str]
    light: dict[str, frozenset[str]]
    joint: frozenset[str]
    joint_verbs: frozenset[str]


@cache
def read_lexicon(name: str) -> dict[str, Any]:
    """Read one of the lexicons of `schema/lexicons`, once a process."""
    path = files("variorum.schema") / "lexicons" / name
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def load_cues() -> CueLexicon:
    """Read the lexicon of reporting words."""
    raw, stances = read_lexicon("cues.toml"), read_lexicon("stances.toml")
    verbs: dict[str, list[Meaning]] = {}
    for group in (*raw["verbs"], *stances["verbs"]):
        meaning = Meaning(attitude=group["attitude"], position=group["position"], frames=frozenset(group["frames"]))
        for word in dict.fromkeys(group["words"]):
            verbs.setdefault(word, []).append(meaning)
    return CueLexicon(
        verbs={word: tuple(meanings) for word, meanings in verbs.items()},
        nouns=_read_frames(stances["nouns"]),
        adjectives=_read_frames(stances["adjectives"]),
        bodily=frozenset(raw["bodily"]["words"]),
        silent_verbs=frozenset(raw["silence"]["verbs"]),
        silent_words=frozenset(raw["silence"]["words"]),
        agencies=frozenset(raw["agencies"]["words"]),
        speakers_for=frozenset(raw["speakers_for"]["words"]),
        documents=frozenset(raw["documents"]["words"]),
        light={verb: frozenset(words) for verb, words in (*raw["light"].items(), *stances["light"].items())},
        joint=frozenset(raw["joint"]["adjectives"]),
        joint_verbs=frozenset(raw["joint"]["verbs"]),
    )


_POSITIONS = {
    "denies": "deny",
    "promises": "commit",
    "demands": "demand",
    "threatens": "threaten",
    "accuses": "accuse",
    "praises": "praise",
}
"""Position that a noun's attitude shows; all others leave it to the words said."""


def _read_frames(groups: dict[str, list[str]]) -> dict[str, dict[str, Meaning]]:
    """Entries ("claim that", "plan to do", "support for") as word -> what opens the content -> meaning."""
    found: dict[str, dict[str, Meaning]] = {}
    for attitude, entries in groups.items():
        for entry in entries:
            word, opening = entry.split(" ", 1)
            frame = {"that": "clause", "to do": "to"}.get(opening, "object")
            meaning = Meaning(
                attitude=attitude, position=_POSITIONS.get(attitude, "content"), frames=frozenset({frame})
            )
            found.setdefault(word, {}).setdefault(opening, meaning)
    return found


def find_cues(doc: Doc) -> Iterator[Cue]:
    """Yield the reporting verbs of a doc in text order; a verb with a particle before the bare verb's meanings."""
    verbs = load_cues().verbs
    for token in doc:
        if token.pos_ not in ("VERB", "AUX") and token.tag_[:2] != "VB":
            continue
        lemma = token.lemma_.lower()
        particle, meanings = _with_particle(token, lemma)
        meanings = meanings or verbs.get(lemma, ())
        if meanings and not _mute(token, lemma):
            meanings = tuple(map(_reverse, meanings)) if _negated(token) else meanings
            yield Cue(verb=token, particle=particle, meanings=meanings)


_REVERSED = {"believes": "deny", "intends": "reject", "favours": "reject"}
"""Position of who does not believe, want or support a thing."""


def _negated(token: Token) -> bool:
    return any(c.dep_ == "neg" for c in token.children)


def _reverse(meaning: Meaning) -> Meaning:
    """The meaning of a negated stance ("does not want to sign"); frames of speech are gone ("did not say that ...")."""
    if meaning.attitude not in _REVERSED:
        return Meaning(attitude=meaning.attitude, position=meaning.position, frames=frozenset())
    return Meaning(attitude="denies", position=_REVERSED[meaning.attitude], frames=meaning.frames)


def _with_particle(token: Token, lemma: str) -> tuple[Token | None, tuple[Meaning, ...]]:
    verbs = load_cues().verbs
    small = [c for c in token.children if c.dep_ in ("prt", "prep", "advmod", "acomp", "dative") and c.i > token.i]
    for i, first in enumerate(small):
        for second in small[i + 1 :]:
            if found := verbs.get(f"{lemma} {first.lower_} {second.lower_}"):
                return second, found
    for first in small:
        found = verbs.get(f"{lemma} {first.lower_}")
        if found and first.i <= token.i + 3:
            return first, found
    return None, ()


def _mute(token: Token, lemma: str) -> bool:
    """A speech that is said not to be: "did not say", "could say", "declined to comment"."""
    cues = load_cues()
    if lemma in cues.silent_verbs:
        return any(c.dep_ == "xcomp" and c.lemma_ in cues.silent_words for c in token.children)
    if token.dep_ == "xcomp" and token.head.lemma_ in cues.silent_verbs:
        return True
    return any(
        c.dep_ == "aux" and c.lower_ in ("could", "may", "might", "can", "should", "must") for c in token.children
    )


def is_resumed(verb: Token) -> Token | None:
    """The verb of speech that a second one goes on from, where the parser hung it in the clause of the first.

    In "says the plan was sound and insists it will work" the second verb has the tense of the first, no subject, and
    stands beside a clause in another tense.
    """
    clause = verb.head
    if verb.dep_ != "conj" or verb.tag_ not in ("VBZ", "VBD", "VBP", "VBG") or clause.dep_ != "ccomp":
        return None
    outer = clause.head
    if outer.tag_ != verb.tag_ or clause.tag_ == verb.tag_ or clause.i < outer.i or not speaks(verb):
        return None
    return None if any(c.dep_ in ("nsubj", "nsubjpass", "aux") for c in verb.children) else outer


def speaks(verb: Token) -> bool:
    """True for a verb that can stand beside a quotation."""
    return any("quote" in m.frames for m in load_cues().verbs.get(verb.lemma_.lower(), ()))
