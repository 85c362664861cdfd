"""The marking of one document: what is counted, which gold items were hit, and every miss with its words."""

from collections import Counter
from collections.abc import Sequence

from variorum.evaluate.spans import Spanned
from variorum.evaluate.values import Miss, Unit


class Marking:
    """Collects what scoring finds in one document.

    Gold items and answers that are never matched come out as missed and spurious. Counts `gold` and `answers` are
    set from what is given.
    """

    def __init__(self, text: str, gold: Sequence[Spanned], answers: Sequence[Spanned]) -> None:
        self._text, self._gold, self._answers = text, gold, answers
        self._letters = ["-"] * len(gold)
        self._matched: set[int] = set()
        self._misses: list[Miss] = []
        self.counts: Counter[str] = Counter(gold=len(gold), answers=len(answers))

    def match(self, gold: int, answer: int, *, whole: bool) -> None:
        """Note that an answer goes with a gold item, wholly right or partly."""
        self._letters[gold] = "=" if whole else "~"
        self._matched.add(answer)

    def add(self, **counts: float) -> None:
        """Add to counts by name; True counts one."""
        for name, value in counts.items():
            self.counts[name] += value  # type: ignore[assignment]  # a Counter holds fractions as well

    def wrong(self, kind: str, gold: int, detail: str) -> None:
        """Note what is wrong of a matched gold item."""
        self._note(kind, self._gold[gold], detail)

    def unit(self, document_id: str) -> Unit:
        """All of it."""
        for number, letter in enumerate(self._letters):
            if letter == "-":
                self._note("missed", self._gold[number], _what(self._gold[number]))
        spurious = [a for j, a in enumerate(self._answers) if j not in self._matched]
        for answer in spurious:
            self._note("spurious", answer, _what(answer))
        marks = "".join(self._letters) + (f"+{len(spurious)}" if spurious else "")
        misses = tuple(sorted(self._misses, key=lambda m: (m.start, m.end, m.kind)))
        return Unit(id=document_id, counts=dict(self.counts), marks=marks, misses=misses)

    def _note(self, kind: str, span: Spanned, detail: str) -> None:
        self._misses.append(Miss(kind=kind, start=span.start, end=span.end, detail=detail))


def _what(item: object) -> str:
    """Type and value of an item, as far as it has them."""
    said = [str(getattr(item, name)) for name in ("type", "kind", "value") if getattr(item, name, None) is not None]
    return " ".join(said)
