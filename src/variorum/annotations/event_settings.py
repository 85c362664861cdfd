"""What a report or sentence is of: games, shows, a contest of words, a disaster, terms of use, readers' comments.

Source: word lists, `lexicons/settings.toml`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Span, Token

from variorum.annotations import syntax
from variorum.annotations.event_triggers import Trigger
from variorum.annotations.parse import text_of
from variorum.schema.lexicons import read_lexicon, split_entries

TOGETHER = 2
"""Different words of a setting in one sentence from which it tells of it."""

MIXED = 8
"""Different words that are surely or often of a setting in a report of it, two of the sure ones among them."""

MIXED_SHARE = 0.025
"""Such words among all words of a report, at least."""

MARKED = 3
"""Marks of readers' comments in a report that has some."""

KINDS = ("sport", "shows", "contest", "disaster")
OF_GAMES = frozenset({"ASSAULT", "REJECT", "NONE", "SUPPORT", "AGREE", "RETREAT", "SANCTION", "COERCE", "MOBILIZE"})
"""Types whose words reports of games use in a sense of their own."""

TOLD = frozenset({"VBZ", "VBP"})
"""Tags of the present tense, in which plots are told."""

HARD = frozenset({"ASSAULT", "NONE", "COERCE", "PROTEST", "ACCUSE", "SANCTION"})
"""Types that are no part of a show unless its plot is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What shows a game, a show or terms of use, and which concepts and types are theirs.

    sure, loose: words that are of a kind of setting, surely or often. often, share: how many different sure words a report
    of it has at least, and their share of all its words. against: words of which it has fewer.
    """

    sure: dict[str, frozenset[str]]
    loose: dict[str, frozenset[str]]
    against: dict[str, frozenset[str]]
    often: dict[str, int]
    share: dict[str, float]
    played: frozenset[str]
    shown: frozenset[str]
    official: frozenset[str]
    terms: tuple[str, ...]
    to_reader: tuple[str, ...]
    reader: frozenset[str]
    comments: tuple[str, ...]


@cache
def load_words() -> Words:
    """Read the lists of `lexicons/settings.toml`, once a process."""
    lists = read_lexicon("settings")
    return Words(
        sure={kind: frozenset(split_entries(lists[kind]["words"])) for kind in KINDS},
        loose={kind: frozenset(split_entries(lists[kind].get("loose", ""))) for kind in KINDS},
        against={kind: frozenset(split_entries(lists[kind].get("against", ""))) for kind in KINDS},
        often={kind: int(lists[kind]["often"]) for kind in KINDS},
        share={kind: float(lists[kind]["share"]) for kind in KINDS},
        played=frozenset(split_entries(lists["sport"]["concepts"])),
        shown=frozenset(split_entries(lists["shows"]["types"])),
        official=frozenset(split_entries(lists["sport"]["official"])),
        terms=tuple(split_entries(lists["terms"]["sure"])),
        to_reader=tuple(split_entries(lists["terms"]["to_reader"])),
        reader=frozenset(split_entries(lists["terms"]["reader"])),
        comments=tuple(split_entries(lists["comments"]["marks"])),
    )


class Settings:
    """Tells of the sentences and events of one doc what they are of."""

    def __init__(self, doc: Doc) -> None:
        lemmas = [token.lemma_.lower() for token in doc if token.is_alpha or "-" in token.text]
        self._reports = frozenset(kind for kind in KINDS if _is_report_of(kind, lemmas))
        self._comments = _first_comment(doc)

    def is_of(self, kind: str, token: Token) -> bool:
        """True where a word's sentence is of a kind of setting: by two of its words, or by one in a report of it.

        A disaster is what a whole report tells.
        """
        if kind == "disaster":
            return kind in self._reports
        start, end = syntax.sentence_bounds(token)
        found = len(_lemmas(token.doc[start:end]) & load_words().sure[kind])
        return found >= TOGETHER or (kind in self._reports and found > 0)

    def is_no_news(self, trigger: Trigger) -> bool:
        """True for a "defeat" in a report of games, a "meeting" in the studio, an "agreement" with the reader."""
        start, end = syntax.sentence_bounds(trigger.head)
        sentence = trigger.head.doc[start:end]
        commented = self._comments is not None and trigger.head.idx >= self._comments
        return (
            commented or self._is_played(trigger, sentence) or self._is_shown(trigger, sentence) or _is_terms(sentence)
        )

    def _is_played(self, trigger: Trigger, sentence: Span) -> bool:
        words = load_words()
        if "sport" in self._reports and trigger.concept.type in OF_GAMES and not _lemmas(sentence) & words.official:
            return True
        return trigger.concept.name in words.played and self.is_of("sport", trigger.head)

    def _is_shown(self, trigger: Trigger, sentence: Span) -> bool:
        """A deed of shows in a sentence of shows; in a report of a show, what a plot tells."""
        words = load_words()
        if "shows" in self._reports and trigger.concept.type in HARD:
            return syntax.finite_verb(trigger.governor).tag_ in TOLD and not _lemmas(sentence) & words.official
        return trigger.concept.type in words.shown and self.is_of("shows", trigger.head)


def _is_report_of(kind: str, lemmas: Sequence[str]) -> bool:
    words = load_words()
    sure = [lemma for lemma in lemmas if lemma in words.sure[kind]]
    if len(sure) <= sum(lemma in words.against[kind] for lemma in lemmas):
        return False
    if len(set(sure)) >= words.often[kind] and len(sure) >= words.share[kind] * len(lemmas):
        return True
    both = [lemma for lemma in lemmas if lemma in words.sure[kind] or lemma in words.loose[kind]]
    mixed = bool(words.loose[kind]) and len(set(sure)) >= TOGETHER
    return mixed and len(set(both)) >= MIXED and len(both) >= MIXED_SHARE * len(lemmas)


def _first_comment(doc: Doc) -> int | None:
    """Where what readers wrote below a report begins, in code points: the line above the first of several marks."""
    text = text_of(doc).lower()
    found = sorted(at for mark in load_words().comments for at in _places_of(mark, text))
    if len(found) < MARKED:
        return None
    line = text.rfind("\n", 0, found[0])
    return text.rfind("\n", 0, max(line, 0)) + 1


def _places_of(mark: str, text: str) -> list[int]:
    places, at = [], text.find(mark)
    while at >= 0:
        places.append(at)
        at = text.find(mark, at + 1)
    return places


def _is_terms(sentence: Span) -> bool:
    words = load_words()
    said = " ".join(token.lower_ for token in sentence if not token.is_space)
    if any(phrase in said for phrase in words.terms):
        return True
    return any(phrase in said for phrase in words.to_reader) and any(t.lower_ in words.reader for t in sentence)


def _lemmas(sentence: Span) -> set[str]:
    return {token.lemma_.lower() for token in sentence}
