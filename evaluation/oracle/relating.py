"""Relations between the events of a record beside those that are true of the happenings.

A relation is looked for where a reader could know of it: reports tell both happenings, and one sentence names both or,
of rounds, reports give the days of both.
"""

from collections.abc import Iterator

from evaluation.oracle.kinds import RELATIONS
from evaluation.oracle.matching import Match
from evaluation.oracle.truth import Planted

Related = tuple[str, int, int]
"""(relation, happening, other)."""


def true_relations(planted: Planted) -> set[Related]:
    """How the happenings truly stand to each other, told of or not."""
    found = {("follows", h.number, h.follows) for h in planted.world.happenings if h.follows is not None}
    beside = [(h, *h.beside) for h in planted.world.happenings]
    return found | {(RELATIONS[form], h.number, other) for h, form, other in beside if other is not None}


def known_relations(planted: Planted) -> set[Related]:
    """Those that a reader of the reports could know of."""
    named = set(_named_together(planted))
    dated = {f.happening for f in planted.findings if f.attribute == "date"}
    true = true_relations(planted)
    rounds = {(r, one, two) for r, one, two in true if r == "follows" and {one, two} <= dated}
    return rounds | {(r, one, two) for r, one, two in true if (one, two) in named}


def _named_together(planted: Planted) -> Iterator[tuple[int, int]]:
    """Happenings, and others that a sentence on them names."""
    for printed in planted.printed:
        for sentence in printed.draft.sentences:
            beside = [m.key for m in sentence.marks if m.kind == "word" and m.form in RELATIONS]
            if sentence.happening is not None:
                yield from ((sentence.happening, other) for other in beside)


def found_relations(match: Match) -> set[Related]:
    """The relations of the record between events that are happenings; of others nothing is known."""
    known = match.happening_of
    ends = [(row["relation"], row["event_id"], row["other_event_id"]) for row in match.made.tables["event_relations"]]
    return {(relation, known[one], known[two]) for relation, one, two in ends if one in known and two in known}
