"""On whose word a report tells a thing: the chain of speakers from who reached the reporter to who first said it."""

from variorum.schema.annotations import Annotations
from variorum.schema.nodes import EntityLookup

LINK = " > "
"""Stands between the links of a chain, the outermost first."""


def statements_around(own: Annotations, number: int) -> tuple[int, ...]:
    """Indexes of the statements that one stands in, the outermost first, and its own last."""
    found = [number]
    while (outer := own.statements[found[-1]].within) is not None:
        found.append(outer)
    return tuple(reversed(found))


def attribution_chain(own: Annotations, number: int, text: str, lookup: EntityLookup) -> str | None:
    """Who passed on a statement and who made it, the outermost first.

    Returns:
        Ids of entities, or the words that name a speaker who is none, joined by LINK; None where nobody is told.
    """
    links: list[str] = []
    for index in statements_around(own, number):
        statement = own.statements[index]
        words = statement.speaker_words
        through = lookup.of(own, statement.through) if statement.through is not None else ()
        speaker = lookup.of(own, statement.speaker) if statement.speaker is not None else ()
        links += through[:1]
        links += speaker[:1] or ([text[words.start : words.end]] if words is not None else [])
    told = [link for n, link in enumerate(links) if n == 0 or links[n - 1] != link]
    return LINK.join(told) or None
