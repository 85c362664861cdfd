"""Rounds of one series: talks between the same parties follow the talks before them (relation_rounds.v1)."""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from functools import cache
from itertools import combinations

from variorum.links.event_gists import EventGist, is_before
from variorum.links.relation_choice import Candidate, pair_words
from variorum.schema.linked import Support
from variorum.schema.nodes import NodeKey
from variorum.schema.relation_words import load_relation_words
from variorum.schema.reports import Span

RULE = "relation_rounds.v1"

APART = 2
"""Days by which two rounds lie apart at least: one round is often told with a day too many or too few."""

LONGEST = 400
"""Days after which what the same parties do again is another series."""

MOST_OTHERS = 1
"""Sides that only one of two rounds may have, beside two that both have."""

MOST_AROUND = 6
"""Sides of a round in which two that met alone another time count as the same parties: those who mediate are among them."""

BEFORE = 40
"""Code points before a word in which its ordinal stands."""

TWO = 2

_SPANS = r"(?!(?:day|week|month|year|time|half|quarter|leg|world)s?\b)"
"""Nouns of which an ordinal numbers no round: "the second day of talks"."""


def relations_of_rounds(
    gists: Iterable[EventGist], processes: Mapping[str, int], texts: Mapping[str, str]
) -> list[Candidate]:
    """Let each round follow the last one before it of the same kind, between the same parties.

    In one process others may sit at the table too; elsewhere the parties must be exactly the same.

    Args:
        processes: the process that each report is of.
    """
    series: dict[str, list[EventGist]] = defaultdict(list)
    for gist in sorted(gists, key=lambda g: g.key):
        name = load_relation_words().series.get(gist.concept)
        if name:
            series[name].append(gist)
    found = []
    for name in sorted(series):
        rounds = _Rounds(series[name], processes, texts)
        found += [c for gist in series[name] if (c := rounds.follow(gist)) is not None]
    return found


class _Rounds:
    """The happenings of one kind, by all their parties, and within a process by any two of them."""

    def __init__(self, gists: Sequence[EventGist], processes: Mapping[str, int], texts: Mapping[str, str]) -> None:
        self._processes = processes
        self._numbers = {g.key: number_of(g, texts) for g in gists}
        self._between: dict[Hashable, list[EventGist]] = defaultdict(list)
        for gist in gists:
            for block in self._blocks(gist):
                self._between[block].append(gist)

    def _blocks(self, gist: EventGist) -> list[Hashable]:
        pairs = list(combinations(sorted(gist.sides), TWO))
        return [gist.sides, *((process, pair) for process in sorted(gist.among(self._processes)) for pair in pairs)]

    def follow(self, late: EventGist) -> Candidate | None:
        """The relation of a round to the one before it; None where it is not known which that is."""
        if late.undone:
            return None
        others = {g.key: g for block in self._blocks(late) for g in self._between[block]}
        early = [g for key, g in sorted(others.items()) if key != late.key and self._may_follow(late, g)]
        numbered = [g for g in early if self._is_next(late.key, g.key)]
        if len(numbered) == 1:
            return _candidate(late, numbered[0], "the rounds are numbered, between the same parties")
        dated = [g for g in early if _in_time(late, g)]
        last = max(dated, key=lambda g: (g.days.high, g.days.low, g.key), default=None)
        return None if last is None else _candidate(late, last, "the same parties, the last time before")

    def _may_follow(self, late: EventGist, early: EventGist) -> bool:
        one, two = self._numbers[late.key], self._numbers[early.key]
        in_order = one is None or one > (two or 0)
        return early.settled and in_order and _same_parties(late.sides, early.sides)

    def _is_next(self, late: NodeKey, early: NodeKey) -> bool:
        one, two = self._numbers[late], self._numbers[early]
        return one is not None and two is not None and one == two + 1


def _same_parties(one: frozenset[str], two: frozenset[str]) -> bool:
    """True of sets of sides that share two and differ little, or of which one lies in the other."""
    shared = len(one & two)
    nested = shared == min(len(one), len(two)) and len(one | two) <= MOST_AROUND
    return shared >= TWO and (nested or len(one ^ two) <= MOST_OTHERS)


def _in_time(late: EventGist, early: EventGist) -> bool:
    """True where the one is known to have been after the other, not too long."""
    if not (late.dated and early.dated and is_before(early.days, late.days, days=APART)):
        return False
    return not is_before(early.days, late.days, days=LONGEST)


def _candidate(late: EventGist, early: EventGist, basis: str) -> Candidate:
    return Candidate(
        relation="follows", event=late, other=early, rule=RULE, basis=basis, supports=pair_words((late, early))
    )


def number_of(gist: EventGist, texts: Mapping[str, str]) -> int | None:
    """Which of its series an event is by its words ("the second round of talks"); None where they do not say, or differ."""
    words: list[Support] = [(n.report_id, m.trigger) for n in gist.nodes for m in n.mentions]
    said = {number for report, span in words if (number := ordinal_before(texts[report], span)) is not None}
    return next(iter(said)) if len(said) == 1 else None


def ordinal_before(text: str, trigger: Span) -> int | None:
    """The number that an ordinal right before some words gives, or within them ("a second summit")."""
    lead, own = text[max(0, trigger.start - BEFORE) : trigger.start], text[trigger.start : trigger.end]
    match = _ordinal().search(lead) or _ordinal(inside=True).search(own)
    if match is None:
        return None
    said = match[1].lower()
    return load_relation_words().ordinals.get(said) or int(said[:-2])


@cache
def _ordinal(*, inside: bool = False) -> re.Pattern[str]:
    """An ordinal that numbers what comes after it: the words that a text ends with, or that follow within it."""
    listed = "|".join(load_relation_words().ordinals)
    after = r"" if inside else r"(?:[\w'-]+ ){0,2}(?:rounds? of (?:[\w'-]+ ){0,2})?$"
    return re.compile(rf"\b({listed}|\d+(?:st|nd|rd|th))[ -]{_SPANS}{after}", re.IGNORECASE)
