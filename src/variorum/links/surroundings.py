"""When undated events may have been, by the dated ones that a report tells beside them; for linking only."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from variorum.schema.annotations import EventMention
from variorum.schema.dates import UNKNOWN, Bounds, between, on_day
from variorum.schema.nodes import SETTLED, EventNode
from variorum.schema.reports import Span

CONTEXT_REACH, CONTEXT_DAYS, CONTEXT_SPAN = 320, 10, 400
"""Code points back, days on, and days that the date of a sentence spans at most: what is told in one sentence with a
dated event, or violence right after one, happened then or soon after."""


def tell_surroundings(nodes: Sequence[EventNode]) -> tuple[EventNode, ...]:
    """Give undated events the days from those of the dated event told in their sentence or just before; for linking only."""
    told = sorted(nodes, key=lambda n: n.mentions[0].trigger.start)
    context = {}
    for place, node in enumerate(told):
        if node.times or node.date.edtf or node.realis not in SETTLED:
            continue
        days = _days_of_sentence(node, told) or _days_before(node, told[:place])
        if days is not None and days.low is not None and days.high is not None:
            context[node.key] = between(days.low, days.high + timedelta(days=CONTEXT_DAYS))
    return tuple(replace(n, context=context.get(n.key, UNKNOWN)) for n in nodes)


def _days_of_sentence(node: EventNode, told: Sequence[EventNode]) -> Bounds | None:
    """The date of the one event in a node's first sentence that states one."""
    sentence = node.mentions[0].sentence
    beside = [n.date for n in told if n.date_basis == "stated" and any(_dates(m, sentence) for m in n.mentions)]
    known = [date for date in beside if date.days is not None and date.days <= CONTEXT_SPAN]
    return known[0] if len(known) == 1 else None


def _dates(mention: EventMention, sentence: Span) -> bool:
    return mention.time is not None and mention.sentence == sentence


def _days_before(node: EventNode, before: Sequence[EventNode]) -> Bounds | None:
    """The first day of the dated event told just before violence."""
    start = node.mentions[0].trigger.start
    near = [
        n.date
        for n in before
        if start - n.mentions[0].trigger.start <= CONTEXT_REACH
        and n.date.days is not None
        and n.date.days <= 2
        and n.date_basis == "stated"
    ]
    violent = node.type in ("ASSAULT", "NONE") and near and near[-1].low is not None
    return on_day(near[-1].low) if violent and near[-1].low else None
