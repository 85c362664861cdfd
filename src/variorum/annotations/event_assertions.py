"""Whose assertion an event is: the innermost statement that holds its words, and what that makes of its realis."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from variorum.annotations import syntax
from variorum.annotations.parse import text_of
from variorum.schema.annotations import MERELY_THOUGHT, StatementMention

CONTESTED = ("claims", "accuses")
"""Attitudes of cues that leave it open whether what is said is so."""

ANNOUNCING = frozenset({"announce", "order", "decree", "decide"})
"""Verbs of speech by which what will be done is settled."""


class Assertions:
    """The statements of one doc by the words that they hold."""

    def __init__(self, doc: Doc, statements: Sequence[StatementMention]) -> None:
        self._doc, self._statements = doc, statements

    def at(self, token: Token) -> int | None:
        """The statement (index) that asserts a word: of several, the one said within the others."""
        holding = [
            (min(len(c) for c in statement.contents if c.start <= token.idx < c.end), -statement.cue.start, number)
            for number, statement in enumerate(self._statements)
            if statement.asserts and any(c.start <= token.idx < c.end for c in statement.contents)
        ]
        return min(holding)[2] if holding else None

    def voice(self, token: Token) -> str:
        """Quoted inside quotation marks, which may have opened sentences before; else own."""
        statement = self.at(token)
        direct = statement is not None and self._statements[statement].kind == "direct"
        return "quoted" if direct or self._in_marks(token) else "own"

    def is_announced(self, statement: int | None) -> bool:
        """True for what somebody makes known, not only says: "announced that a panel would be set up"."""
        if statement is None:
            return False
        cue = self._statements[statement].cue
        words = self._doc.char_span(cue.start, cue.end, alignment_mode="expand")
        return words is not None and any(t.lemma_.lower() in ANNOUNCING for t in words)

    def _in_marks(self, token: Token) -> bool:
        before = text_of(self._doc)[self._doc[syntax.sentence_bounds(token)[0]].idx : token.idx]
        opened = sum(before.count(mark) for mark in "“«") - sum(before.count(mark) for mark in "”»")
        return opened > 0 or before.count('"') % 2 == 1

    def realis(self, realis: str, statement: int | None) -> str:
        """What a speaker claims or denies is alleged or denied, not told by the outlet; what was open stays open."""
        if statement is None or realis in MERELY_THOUGHT:
            return realis
        attitude = self._statements[statement].attitude
        if attitude == "denies":
            return "denied"
        return "alleged" if realis in ("happened", "ongoing") and attitude in CONTESTED else realis
