"""The clauses of what somebody says, with who acts in each and in which mood: what rules about positions look at.

A clause is a finite verb, or an imperative, with the words that hang on it and on no other finite verb. Words without
any (a noun phrase, a heading) are one clause without a verb.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from variorum.annotations.position_sides import Standpoint, side_of
from variorum.annotations.quotation_frames import Page
from variorum.annotations.statement_drafts import Draft
from variorum.annotations.syntax import is_passive, subjects

_FINITE = ("VBD", "VBP", "VBZ", "MD")
_MODALS = {
    "will": "will", "'ll": "will", "wo": "will", "shall": "will", "would": "would", "'d": "would", "must": "must",
    "should": "should", "ought": "should", "can": "can", "ca": "can", "could": "could", "may": "could", "might": "could",
}  # fmt: skip
_OBLIGING = {"need": "need", "have": "have", "ought": "should", "'ve": "have"}
_COPULAS = frozenset({"be", "remain", "seem", "feel", "become", "stay", "look", "stand", "sound", "appear", "get"})
_THOUGHT = frozenset({
    "think", "believe", "know", "hope", "guess", "feel", "say", "tell", "mean", "suppose", "expect", "find", "see",
    "be", "repeat", "reiterate", "stress", "insist", "argue", "add", "note", "promise", "understand", "seem", "let",
})  # fmt: skip
_ON = frozenset({"ccomp", "conj", "parataxis", "dep", "ROOT", "xcomp", "acomp"})
_NEGATIONS = frozenset({"no", "neither", "nor", "none", "nobody", "nothing", "never", "hardly", "nowhere"})
_BEFORE_ORDER = frozenset(
    {"please", "just", "so", "then", "now", "and", "but", "or", "do", "don't", "never", "always", "at", "first"}
)
Words = tuple[Token, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A clause of a content.

    verb: its finite verb or imperative, None where it has none. predicate: the verb that bears the sense ("need to go":
    go). named: its lemma with its particle, or "be" with its complement ("be ready").
    side: own, other, you, all ("everybody", "people") or none. modal: will, would, must, should, need, have, can, could,
    order (an imperative), lets ("let us"), or empty. main: not subordinate but to a verb of thought or speech.
    shifted: past in reported words, which may stand for the present ("he said he welcomed the move").
    """

    verb: Token | None
    named: str
    side: str
    modal: str
    words: str
    start: int
    subject: Token | None = None
    predicate: Token | None = None
    negated: bool = False
    main: bool = True
    past: bool = False
    shifted: bool = False
    passive: bool = False
    asks: bool = False


def read_clauses(page: Page, seen: Standpoint) -> list[Clause]:
    """Part the contents of a statement into clauses, in text order."""
    draft = seen.draft
    groups: dict[int, list[Token]] = {}
    heads: dict[int, int] = {}
    for content in draft.contents:
        for token in page.tokens(content):
            head = _clause_head(token, draft, heads)
            if head >= 0 or not (token.is_punct or token.is_space):
                groups.setdefault(head, []).append(token)
    inside = {token.i for tokens in groups.values() for token in tokens}
    clauses = [
        _bare(tokens, draft) if head < 0 else _clause(page.doc[head], tokens, inside, seen)
        for head, tokens in groups.items()
    ]
    return sorted(clauses, key=lambda c: (c.start, c.verb is None))


def _clause_head(token: Token, draft: Draft, known: dict[int, int]) -> int:
    """The finite verb that a word hangs on, or the verb of an order, as its index; -1 for none. Never the cue's own."""
    path, node = [], token
    while node.i not in known:
        path.append(node.i)
        if node in (draft.governor, node.head):
            known[node.i] = node.i if node != draft.governor and _opens_clause(node, draft) else -1
        elif _opens_clause(node, draft):
            known[node.i] = node.i
        else:
            node = node.head
    known.update(dict.fromkeys(path, known[node.i]))
    return known[node.i]


def _opens_clause(token: Token, draft: Draft) -> bool:
    return _is_finite(token) or is_order(token, draft)


def _is_finite(token: Token) -> bool:
    if token.pos_ not in ("VERB", "AUX") or token.dep_ in ("aux", "auxpass"):
        return False
    return token.tag_ in _FINITE or any(c.tag_ in _FINITE for c in token.children if c.dep_ in ("aux", "auxpass"))


def is_order(token: Token, draft: Draft) -> bool:
    """True for an imperative: a bare verb without subject that opens its clause, in words quoted."""
    if draft.kind == "indirect" or token.tag_ not in ("VB", "VBP") or token.dep_ not in _ON:
        return False
    if token.dep_ == "conj" and not is_order(token.head, draft):
        return False
    if any(c.dep_ in ("nsubj", "nsubjpass", "expl", "csubj", "mark") for c in token.children):
        return False
    before = [c for c in token.lefts if not c.is_punct and not c.is_space]
    if any(c.dep_ == "aux" and c.lower_ not in ("do", "don't") for c in before):
        return False
    first = token.left_edge
    opens = first.i == 0 or first.is_sent_start or first.nbor(-1).is_punct or first.nbor(-1).dep_ == "cc"
    return opens and all(c.lower_ in _BEFORE_ORDER or c.dep_ in ("neg", "cc", "intj", "advmod") for c in before)


def _bare(tokens: Sequence[Token], draft: Draft) -> Clause:
    """Words without a finite verb; an infinitive that hangs on the cue is their predicate ("vowed to go")."""
    aim = next((t for t in tokens if t.dep_ in ("xcomp", "ccomp") and t.head == draft.governor), None)
    return Clause(
        verb=None,
        predicate=aim,
        named="" if aim is None else _name(aim),
        side="none",
        modal="",
        words=_text(tokens),
        start=min(t.idx for t in tokens),
        negated=any(t.lower_ in _NEGATIONS or t.dep_ == "neg" for t in tokens),
    )


def _clause(verb: Token, tokens: Sequence[Token], inside: set[int], seen: Standpoint) -> Clause:
    draft = seen.draft
    modal, predicate = _mood(verb, draft)
    acting = subjects(verb)
    subject = acting[0] if acting else None
    if modal == "lets":
        subject = next((c for t in verb.children for c in t.children if c.dep_ == "nsubj"), None)
    outside = [] if verb.i in inside else [t for t in (*verb.children, verb) if t.dep_ in ("aux", "neg") or t == verb]
    opening = min(inside) == (subject.left_edge.i if subject is not None else -1)
    side = "you" if modal == "order" else side_of(subject, seen, opening=opening)
    return Clause(
        verb=verb,
        predicate=predicate,
        named=_name(predicate),
        side=side,
        modal=modal,
        words=_text([*sorted(outside, key=lambda t: t.i), *tokens]),
        start=min(t.idx for t in tokens),
        subject=subject,
        negated=_is_negated(verb, predicate),
        main=_is_main(verb, inside),
        past=_is_past(verb),
        shifted=draft.kind != "direct" and verb.tag_ == "VBD" and verb.pos_ == "VERB",
        passive=is_passive(predicate),
        asks=_asks(verb),
    )


def _text(tokens: Sequence[Token]) -> str:
    return "".join(t.text_with_ws for t in tokens).lower().replace("’", "'").strip()


def _mood(verb: Token, draft: Draft) -> tuple[str, Token]:
    """The modal of a clause and the verb that it goes with."""
    if verb.lemma_ == "let" and any(
        c.dep_ == "ccomp" and any(s.lower_ in ("'s", "’s", "us") for s in c.children) for c in verb.children
    ):
        return "lets", next(c for c in verb.children if c.dep_ == "ccomp")
    if is_order(verb, draft) and not _is_finite(verb):
        return "order", verb
    auxiliaries = [c for c in verb.children if c.dep_ == "aux"]
    modal = next(
        (
            _MODALS[c.lower_.replace("’", "'")]
            for c in auxiliaries
            if c.lower_.replace("’", "'") in _MODALS and c.tag_ == "MD"
        ),
        "",
    )
    aim = next((c for c in verb.children if c.dep_ == "xcomp" and any(a.lower_ == "to" for a in c.children)), None)
    if aim is not None and verb.lower_ in ("going", "gon") and not modal:
        return "will", aim
    if aim is not None and verb.lemma_ in _OBLIGING and modal in ("", "will", "would"):
        return _OBLIGING[verb.lemma_], aim
    return modal or ("order" if is_order(verb, draft) else ""), verb


def _name(predicate: Token) -> str:
    lemma = predicate.lemma_.lower()
    if lemma in _COPULAS:
        complement = next((c for c in predicate.children if c.dep_ in ("acomp", "attr", "oprd")), None)
        return f"be {complement.lemma_.lower()}" if complement is not None else lemma
    particle = next((c for c in predicate.rights if c.dep_ == "prt"), None)
    return f"{lemma} {particle.lower_}" if particle is not None else lemma


def _is_negated(verb: Token, predicate: Token) -> bool:
    near = {*verb.children, *predicate.children}
    if any(c.dep_ == "neg" for c in near):
        return True
    parts = [c for c in near if c.dep_ in ("nsubj", "nsubjpass", "dobj", "attr", "advmod", "expl", "preconj")]
    return any(t.lower_ in _NEGATIONS for part in parts for t in (part, *part.lefts))


def _is_main(verb: Token, inside: set[int]) -> bool:
    node = verb
    for _ in range(40):
        if node.dep_ not in _ON or any(c.dep_ == "mark" and c.lower_ not in ("that", "if") for c in node.children):
            return node.i not in inside or node.head.i not in inside
        if node.head == node or node.head.i not in inside:
            return True
        if node.dep_ == "ccomp" and node.head.lemma_.lower() not in _THOUGHT and node.head.i < node.i:
            return False
        node = node.head
    return False


def _is_past(verb: Token) -> bool:
    finite = [c for c in verb.children if c.dep_ in ("aux", "auxpass") and c.tag_ in _FINITE]
    if finite:
        perfect = finite[0].lemma_ in ("have", "'ve") and verb.tag_ in ("VBN", "VBD")
        return finite[0].tag_ == "VBD" or perfect
    return verb.tag_ == "VBD"


def _asks(verb: Token) -> bool:
    """True in a sentence that ends with a question mark."""
    for token in verb.doc[verb.i : verb.i + 60]:
        if token.text in ("?", ".", "!") and token.i > verb.i:
            return token.text == "?"
    return False
