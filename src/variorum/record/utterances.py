"""Which statements of several reports render one utterance (utterances.v1).

Two statements are one utterance where the same speaker, or the same side, says most of the same words.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from variorum.schema.annotations import Annotations, StatementMention
from variorum.schema.ids import mint
from variorum.schema.linked import Link
from variorum.schema.nodes import EntityLookup
from variorum.schema.reports import Span


RULE = "utterances.v1"
MIN_SHARED = 0.5
"""Share of the shorter statement's content words that the longer one has too."""

MANY_SHARED, MANY = 0.4, 6
"""A smaller share is enough where so many words are shared."""

MIN_WORDS = 3
_WORD = re.compile(r"[^\W\d_]{4,}")
_ENDINGS = re.compile(r"(?:ing|ed|es|(?<!s)s|ions?|ment)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A statement with its speaker as an entity."""

    statement_id: str
    report_id: str
    number: int
    mention: StatementMention
    speaker: str | None
    content: str
    words: frozenset[str]


def statement_id(report_id: str, mention: StatementMention) -> str:
    return mint("statement", report_id, mention.contents[0].start, mention.contents[-1].end, mention.cue.start)


def spans_of(mention: StatementMention, own: Annotations) -> tuple[Span, ...]:
    """All words that a statement's row rests on: cue, contents, and those that name speaker, issue, condition, hearer and scene."""
    place = None if mention.place is None else own.entities[mention.place].span
    told = (mention.speaker_words, mention.issue, mention.condition, mention.addressee_words, mention.venue, place)
    return (mention.cue, *mention.contents, *(span for span in told if span is not None))


def stems(text: str) -> frozenset[str]:
    """Content words without their endings, lower case."""
    return frozenset(_ENDINGS.sub("", word.lower()) for word in _WORD.findall(text))


def gather(
    annotations: Mapping[str, Annotations], texts: Mapping[str, str], lookup: EntityLookup
) -> tuple[Statement, ...]:
    """All statements in order of report and offset."""
    found = []
    for report_id in sorted(annotations):
        own = annotations[report_id]
        for number, mention in enumerate(own.statements):
            speakers = lookup.of(own, mention.speaker) if mention.speaker is not None else ()
            content = " ... ".join(texts[report_id][c.start : c.end] for c in mention.contents)
            found.append(
                Statement(
                    statement_id=statement_id(report_id, mention),
                    report_id=report_id,
                    number=number,
                    mention=mention,
                    speaker=speakers[0] if speakers else None,
                    content=content,
                    words=stems(content),
                )
            )
    return tuple(found)


def link_utterances(
    statements: Sequence[Statement], story_of: Mapping[str, str], lookup: EntityLookup
) -> tuple[dict[str, str], tuple[Link, ...]]:
    """Give each statement an utterance id; statements of one story that render one utterance share it.

    A report that says in its title what it says in its body renders one utterance twice.

    Returns:
        utterance id of each statement id, and the links behind them.
    """
    home = {s.statement_id: s.statement_id for s in statements}
    members = {statement: [statement] for statement in home}
    links = []
    for one, two in _pairs(statements, story_of, lookup):
        shared = len(one.words & two.words) / min(len(one.words), len(two.words))
        if shared < MIN_SHARED and not (shared >= MANY_SHARED and len(one.words & two.words) >= MANY):
            continue
        left, right = sorted((one.statement_id, two.statement_id))
        links.append(
            Link(
                kind="statement",
                left_id=left,
                right_id=right,
                judgement="same",
                score=round(shared, 3),
                evidence=f"one speaker, {shared:.0%} of the words",
                decided_by=RULE,
            )
        )
        target, other = sorted((home[left], home[right]))
        if target != other:
            home |= dict.fromkeys(members[other], target)
            members[target] += members.pop(other)
    return {key: mint("statement", "utterance", value) for key, value in home.items()}, tuple(links)


def _pairs(
    statements: Sequence[Statement], story_of: Mapping[str, str], lookup: EntityLookup
) -> list[tuple[Statement, Statement]]:
    groups: dict[tuple[str, str], list[Statement]] = {}
    for statement in statements:
        if statement.speaker is not None and len(statement.words) >= MIN_WORDS:
            groups.setdefault((story_of[statement.report_id], lookup.side(statement.speaker)), []).append(statement)
    return [pair for _, group in sorted(groups.items()) for pair in combinations(group, 2)]
