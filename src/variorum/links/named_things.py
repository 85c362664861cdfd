"""Names in sentences that tell events: of ships, trains, streets, bills, of whatever no list knows.

They speak for one event where a report tells it without any side or place: two reports that each name the *Vesna Rose*
in few sentences tell of one shipwreck there. A name is known by its last word ("Captain Ada Brandt", "Brandt").
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from variorum.schema.annotations import Annotations
from variorum.schema.names import fold
from variorum.schema.nodes import EntityLookup, EventNode
from variorum.schema.reports import Span

SELDOM = 2
"""Sentences of a report. What more of them name is what the report is about, not one of its events."""

SHORTEST = 3
"""Letters of a word that may be a name."""

MOST_CAPITALS = 0.5
"""Share of words with a capital from which a sentence is set as a headline, where capitals mark no names."""

STATES = frozenset({"country", "government", "people"})

_WORD = re.compile(r"[^\W\d_][\w’'-]*")


def name_sentences(text: str, annotations: Annotations) -> dict[Span, frozenset[str]]:
    """Find the names of each sentence that tells an event, folded, those that few sentences of the report have.

    Names of states, their people and governments are left out, and so are days and months.
    """
    telling = {m.sentence for m in annotations.events}
    silent = [m.span for m in annotations.entities if m.kind in STATES or m.form in ("demonym", "metonym")]
    silent += [m.span for m in annotations.times]
    silent.sort(key=lambda span: span.start)
    found = {s: frozenset(_names(text, s, silent)) for s in telling | set(annotations.sentences)}
    spread = Counter(name for names in found.values() for name in names)
    return {s: frozenset(n for n in found[s] if spread[n] <= SELDOM) for s in telling}


def _names(text: str, sentence: Span, silent: Sequence[Span]) -> Iterator[str]:
    """The last word of each run of capitals; a lone one that begins the sentence is none."""
    words = list(_WORD.finditer(text, sentence.start, sentence.end))
    capitals = [word for word in words if word[0][0].isupper()]
    if not capitals or len(capitals) > MOST_CAPITALS * len(words):
        return
    covered = [span for span in silent if span.start < sentence.end and sentence.start < span.end]
    begun = False
    for word, after in zip(capitals, [*capitals[1:], None], strict=True):
        goes_on = after is not None and text[word.end() : after.start()] == " "
        alone = not begun and word is words[0]
        begun = goes_on
        known = any(span.start <= word.start() < span.end for span in covered)
        if not goes_on and not alone and not known and len(word[0]) >= SHORTEST:
            yield last_word(word[0])


def last_word(name: str) -> str:
    """The last word of a name, folded, without a possessive."""
    return fold(name).rsplit(" ", 1)[-1].removesuffix("'s").removesuffix("’s")


def share_name(one: EventNode, two: EventNode, lookup: EntityLookup) -> bool:
    """True where one has neither side nor place, and its sentences and the other have a name in common."""
    if not (one.names or two.names):
        return False
    return not _called(one, lookup).isdisjoint(_called(two, lookup))


def _called(node: EventNode, lookup: EntityLookup) -> frozenset[str]:
    """The names of what a node has, as last words: in its sentences, or of its sides and places."""
    return node.names or frozenset(last_word(lookup.by_id[e].name) for e in (*node.entities, *node.places))
