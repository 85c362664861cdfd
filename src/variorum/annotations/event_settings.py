"""Sentences whose happenings are none of the record's: of games and shows, and what a site tells its readers.

Source: word lists, `lexicons/settings.toml`.
"""

from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Span

from variorum.annotations import syntax
from variorum.annotations.event_triggers import Trigger
from variorum.schema.lexicons import read_lexicon, split_entries

TOGETHER = 2
"""Different words of games or shows in one sentence from which it tells of them."""

OFTEN = 5
"""Different words of games in a report of sport, one in whose sentences is enough."""

SHARE = 0.01
"""Words of games among all words of a report of sport, at least."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What shows a game, a show or terms of use, and which concepts and types are theirs."""

    sport: frozenset[str]
    played: frozenset[str]
    shows: frozenset[str]
    shown: frozenset[str]
    sure: tuple[str, ...]
    to_reader: tuple[str, ...]
    reader: frozenset[str]


@cache
def load_words() -> Words:
    """Read the lists of `lexicons/settings.toml`, once a process."""
    lists = read_lexicon("settings")
    return Words(
        sport=frozenset(split_entries(lists["sport"]["words"])),
        played=frozenset(split_entries(lists["sport"]["concepts"])),
        shows=frozenset(split_entries(lists["shows"]["words"])),
        shown=frozenset(split_entries(lists["shows"]["types"])),
        sure=tuple(split_entries(lists["terms"]["sure"])),
        to_reader=tuple(split_entries(lists["terms"]["to_reader"])),
        reader=frozenset(split_entries(lists["terms"]["reader"])),
    )


class Settings:
    """Tells of the events of one doc whether their sentence is of sport or shows, or speaks to the reader."""

    def __init__(self, doc: Doc) -> None:
        sport = [lemma for token in doc if (lemma := token.lemma_.lower()) in load_words().sport]
        self._of_sport = len(set(sport)) >= OFTEN and len(sport) >= SHARE * len(doc)

    def is_no_news(self, trigger: Trigger) -> bool:
        """True for a "defeat" in a report of games, a "meeting" in the studio, an "agreement" with the reader."""
        start, end = syntax.sentence_bounds(trigger.head)
        sentence = trigger.head.doc[start:end]
        return self._is_played(trigger, sentence) or _is_shown(trigger, sentence) or _is_terms(sentence)

    def _is_played(self, trigger: Trigger, sentence: Span) -> bool:
        words = load_words()
        if trigger.concept.name not in words.played:
            return False
        found = len(_lemmas(sentence) & words.sport)
        return found >= TOGETHER or (self._of_sport and found > 0)


def _is_shown(trigger: Trigger, sentence: Span) -> bool:
    words = load_words()
    return trigger.concept.type in words.shown and len(_lemmas(sentence) & words.shows) >= TOGETHER


def _is_terms(sentence: Span) -> bool:
    words = load_words()
    said = " ".join(token.lower_ for token in sentence if not token.is_space)
    if any(phrase in said for phrase in words.sure):
        return True
    return any(phrase in said for phrase in words.to_reader) and any(t.lower_ in words.reader for t in sentence)


def _lemmas(sentence: Span) -> set[str]:
    return {token.lemma_.lower() for token in sentence}
