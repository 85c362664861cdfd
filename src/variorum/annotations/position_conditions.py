"""What ties a statement to a condition: the clause of "if", "unless", "as long as", "only when", "once"."""

from collections.abc import Iterator

from spacy.tokens import Token

from variorum.annotations.parse import trimmed
from variorum.annotations.quotation_frames import Page
from variorum.annotations.statement_drafts import Draft
from variorum.schema.reports import Span

_MARKS = frozenset({"if", "unless", "once", "provided", "providing", "until", "lest", "assuming"})
_LONG = (
    ("as", "long", "as"),
    ("so", "long", "as"),
    ("on", "condition", "that"),
    ("in", "case"),
    ("in", "the", "event"),
    ("only", "when"),
    ("only", "if"),
    ("only", "after"),
    ("on", "the", "condition"),
    ("provided", "that"),
    ("in", "exchange", "for"),
    ("in", "return", "for"),
)
_DOUBT = frozenset({
    "ask", "wonder", "know", "see", "say", "tell", "check", "determine", "decide", "doubt", "question", "find", "discuss",
    "investigate", "inquire", "learn", "sure", "clear", "test", "understand", "remember",
})  # fmt: skip
"""Verbs and adjectives after which "if" means "whether"."""


def find_condition(page: Page, draft: Draft) -> Span | None:
    """The words of the first condition inside a statement's contents, with the word that opens it."""
    for content in draft.contents:
        tokens = list(page.tokens(content))
        inside = {token.i for token in tokens}
        for start, head in _openings(tokens):
            last = max((t.i for t in head.subtree if t.i in inside), default=head.i)
            if last > start:
                return trimmed(page.doc, start, last + 1)
    return None


def _openings(tokens: list[Token]) -> Iterator[tuple[int, Token]]:
    """First token of each condition, and the word on which the condition hangs."""
    words = [token.lower_ for token in tokens]
    for n, token in enumerate(tokens):
        if token.lower_ in _MARKS and _is_condition(token, words[n - 1] if n else ""):
            yield token.i, token.head
        elif any(tuple(words[n : n + len(long)]) == long for long in _LONG):
            yield token.i, _governed(tokens, n)
        elif token.lower_ == "should" and _inverted(token):
            yield token.i, token.head


def _is_condition(mark: Token, before: str) -> bool:
    """False for "even if", "as if", "if" for "whether", and a time told with "until"."""
    if before in ("even", "as", "what") or mark.dep_ not in ("mark", "advmod", "prep", "cc", "advcl"):
        return False
    clause = mark.head
    if clause.pos_ not in ("VERB", "AUX") or clause.i < mark.i:
        return False
    if (
        mark.lower_ == "if"
        and clause.dep_ == "ccomp"
        and clause.head.lemma_.lower() in _DOUBT
        and clause.head.i < mark.i
    ):
        return False
    if mark.lower_ == "until":  # "will stay until ..." tells a time, "will not leave until ..." a condition
        return mark.dep_ != "prep" and any(c.dep_ == "neg" for c in clause.head.children)
    if mark.lower_ == "once":  # "once they had left" tells a time, "will open once ..." a condition
        return mark.dep_ != "prep" and any(c.tag_ == "MD" for c in clause.head.children)
    return True


def _governed(tokens: list[Token], n: int) -> Token:
    """The verb of the clause that several words open: the first finite verb behind them."""
    for token in tokens[n + 1 :]:
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass"):
            return token
    return tokens[n]


def _inverted(token: Token) -> bool:
    """True for "should they fail": the auxiliary before its subject, in no question."""
    subject = next((c for c in token.head.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if token.dep_ != "aux" or subject is None or subject.i < token.i:
        return False
    end = next((t.text for t in token.doc[token.i : token.i + 50] if t.text in (".", "?", "!")), "")
    return end != "?"
