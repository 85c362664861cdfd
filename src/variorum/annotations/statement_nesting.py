"""Statements within statements: "Tass quoted the minister as saying that the president had promised ..."."""

from collections.abc import Sequence
from dataclasses import replace

from variorum.schema.annotations import StatementMention


def nest(statements: Sequence[StatementMention]) -> tuple[StatementMention, ...]:
    """Set `within` of each statement whose cue stands in the content of another, to the innermost such statement.

    Args:
        statements: in text order; `within` is an index into them. A chain of `within` has no circle, because the outer
            statement always has the longer content.
    """
    sizes = [sum(map(len, s.contents)) for s in statements]
    return tuple(replace(s, within=_holder(n, statements, sizes)) for n, s in enumerate(statements))


def _holder(number: int, statements: Sequence[StatementMention], sizes: Sequence[int]) -> int | None:
    cue = statements[number].cue
    held = [
        (sizes[n], n)
        for n, other in enumerate(statements)
        if sizes[n] > sizes[number] and any(content.covers(cue) for content in other.contents)
    ]
    return min(held)[1] if held else None
