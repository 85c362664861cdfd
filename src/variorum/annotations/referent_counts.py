"""People that a report only counts: "killed 14", "eleven were wounded", "four people" of whom it says that they died."""

from collections.abc import Sequence
from dataclasses import replace

from variorum.annotations.parse import tokens_in
from variorum.annotations.referent_cast import Cast, Thing
from variorum.schema.annotations import FigureMention

_SUFFERED = frozenset({"killed", "wounded", "captured", "missing", "detained", "displaced"})
_ANYBODY = frozenset({"people", "person", "other", "victim", "individual", "soul"})


def add_counted(
    cast: Cast, nouns: Sequence[Thing], figures: Sequence[FigureMention], taken: Sequence[bool]
) -> list[Thing]:
    """Let nouns that say no more than "people", and numbers without a noun, mean those who suffered what is counted.

    Args:
        nouns: nouns of the report. taken: of every token whether a name holds it.

    Returns:
        All nouns, with what they suffered as the head of those; then the numbers.
    """
    suffered = {}
    for figure in figures:
        if figure.what in _SUFFERED and figure.basis == "number" and figure.unit is None:
            span = tokens_in(cast.doc, figure.span)
            suffered[span.root.i] = (span.start, span.end, figure)
    found = []
    for noun in nouns:
        known = suffered.pop(noun.root, None)
        vague = known is not None and noun.head in _ANYBODY
        found.append(replace(noun, head=known[2].what, plural=known[2].best != 1) if known and vague else noun)
    held = {i for noun in nouns for i in range(noun.start, noun.end)}
    for root, (start, end, figure) in sorted(suffered.items()):
        if cast.doc[root].tag_ == "CD" and not taken[root] and root not in held:
            found.append(_number(cast, start, end, root, figure))
    return found


def _number(cast: Cast, start: int, end: int, root: int, figure: FigureMention) -> Thing:
    return Thing(
        start=start,
        end=end,
        root=root,
        sentence=cast.sentences[root],
        kind="person",
        form="description",
        head=figure.what,
        determiner="indefinite",
        plural=figure.best != 1,
    )
