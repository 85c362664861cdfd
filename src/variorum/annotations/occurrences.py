"""What is said to happen, of whatever kind: verbs, nouns made of them and a few adjectives, with who and what they are of.

They make nothing in the record: they say which words of which reports tell one happening (see `links.occurrences`).
"""

from collections.abc import Mapping, Sequence

from functools import cache

from spacy.tokens import Doc, Token

from variorum.annotations.syntax import agents, ancestors, is_passive, objects, prepositional, sentence_bounds, subjects
from variorum.schema.annotations import EntityMention, OccurrenceMention, ReferentMention, TimeMention
from variorum.schema.lexicons import read_lexicon, split_entries
from variorum.schema.nouns import is_happening, is_nothing, noun_senses, plain_kinds, thing_of
from variorum.schema.reports import Span
from variorum.schema.roots import is_listed, root_of

_PARTICIPLES = ("ed", "ing")
_AGENTS = ("er", "or", "ee", "ist")
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_SHORTEST = 3
_NEXT = frozenset({"prep", "advmod"})
_HELPS = frozenset({"aux", "auxpass"})


def find_occurrences(
    doc: Doc,
    entities: Sequence[EntityMention],
    referents: Sequence[ReferentMention],
    times: Sequence[TimeMention],
) -> tuple[OccurrenceMention, ...]:
    """Find every predicate of a report, in text order, each at its head word."""
    if not len(doc):
        return ()
    chains = _chains(doc, entities, referents)
    named = _named(doc, entities)
    plain = [token for token in doc if _tells(token, named)]
    tokens = sorted([*plain, *_in_capitals(doc, plain)], key=lambda token: token.i)
    numbers = {token.i: number for number, token in enumerate(tokens)}
    dated = _dated(doc, numbers, times)
    return tuple(
        _occurrence(token, chains, time=dated.get(token.i), governor=_governor(token, numbers)) for token in tokens
    )


def _in_capitals(doc: Doc, plain: Sequence[Token]) -> list[Token]:
    """Words read as names, as headings make them, that the same report also has as words for a happening."""
    known = {root_of(token.lemma_) for token in plain}
    taken = {token.i for token in plain}
    return [
        token
        for token in doc
        if token.pos_ == "PROPN" and token.i not in taken and token.text.isalpha() and root_of(token.lemma_) in known
    ]


def _governor(token: Token, numbers: Mapping[int, int]) -> int | None:
    return next((numbers[node.i] for node in ancestors(token) if node.i in numbers), None)


def _named(doc: Doc, entities: Sequence[EntityMention]) -> frozenset[int]:
    """Tokens within names."""
    spans = (m.span for m in entities if m.form in ("name", "demonym", "metonym"))
    return frozenset(i for span in spans for i in _tokens(doc, span))


def _tokens(doc: Doc, span: Span) -> range:
    found = doc.char_span(span.start, span.end, alignment_mode="expand")
    return range(found.start, found.end) if found is not None else range(0)


def _tells(token: Token, named: frozenset[int]) -> bool:
    if token.pos_ in ("VERB", "AUX"):
        return token.dep_ not in _HELPS and token.lemma_.casefold() not in ("be", "'s")
    word = token.lemma_.casefold()
    if token.tag_ in _NOUNS and token.i not in named:
        return _is_happening(word, proper=token.pos_ == "PROPN")
    return token.pos_ == "ADJ" and (word in _adjectives() or word.endswith(_PARTICIPLES))


def _is_happening(noun: str, *, proper: bool) -> bool:
    """May a noun name a happening? Common nouns do that name nobody, no place, thing or time; proper ones where listed."""
    if len(noun) < _SHORTEST or not noun.isalpha() or noun in plain_kinds():
        return False
    if is_listed(noun) or is_happening(noun):
        return root_of(noun) == noun or not noun.endswith(_AGENTS)
    return not (proper or noun in noun_senses() or thing_of(noun) or is_nothing(noun))


@cache
def _adjectives() -> frozenset[str]:
    return frozenset(split_entries(read_lexicon("roots")["adjectives"]["words"]))


def _chains(
    doc: Doc, entities: Sequence[EntityMention], referents: Sequence[ReferentMention]
) -> Mapping[int, tuple[int, ...]]:
    """The chains of the mention that a token is in, members of a group each; shorter mentions count first."""
    found: dict[int, tuple[int, ...]] = {}
    spans = [(m.span, m.members or (m.chain,)) for m in entities] + [(m.span, (m.chain,)) for m in referents]
    for span, chains in sorted(spans, key=lambda row: (row[0].end - row[0].start, row[0].start, row[1])):
        for i in _tokens(doc, span):
            found.setdefault(i, chains)
    return found


def _dated(doc: Doc, numbers: Mapping[int, int], times: Sequence[TimeMention]) -> dict[int, int]:
    """Of predicates the time that hangs on them nearest in the parse, the first of several."""
    found: dict[int, int] = {}
    for number, time in enumerate(times):
        tokens = _tokens(doc, time.span)
        if tokens:
            root = doc[tokens.start : tokens.stop].root
            told = next((node.i for node in ancestors(root) if node.i in numbers), None)
            if told is not None:
                found.setdefault(told, number)
    return found


def _occurrence(
    token: Token, chains: Mapping[int, tuple[int, ...]], *, time: int | None, governor: int | None
) -> OccurrenceMention:
    lemma = _lemma(token)
    does, suffers = _sides(token) if token.pos_ in ("VERB", "AUX") else _noun_sides(token)
    start, end = sentence_bounds(token)
    sentence = token.doc[start:end]
    return OccurrenceMention(
        span=Span(start=token.idx, end=token.idx + len(token.text)),
        sentence=Span(start=sentence.start_char, end=sentence.end_char),
        lemma=lemma,
        root=root_of(lemma.split()[0]),
        subjects=_of(does, chains),
        objects=_of(suffers, chains),
        time=time,
        governor=governor,
    )


def _lemma(token: Token) -> str:
    """The lower-case lemma, with the particle that belongs to a verb: by the parse, or where the two are listed as one."""
    word: str = token.lemma_.casefold()
    for child in token.children:
        both = f"{word} {child.lower_}"
        if child.dep_ == "prt" or (child.i == token.i + 1 and child.dep_ in _NEXT and is_listed(both)):
            return both
    return word


def _of(tokens: Sequence[Token], chains: Mapping[int, tuple[int, ...]]) -> tuple[int, ...]:
    return tuple(sorted({chain for token in tokens for chain in chains.get(token.i, ())}))


def _sides(verb: Token) -> tuple[list[Token], list[Token]]:
    """Who does it, and who or what it is done to."""
    if is_passive(verb):
        return agents(verb), subjects(verb)
    return subjects(verb), objects(verb)


def _noun_sides(noun: Token) -> tuple[list[Token], list[Token]]:
    """Whose it is or by whom, and of whom or what: "her arrest", "the killing of X by Y"."""
    owners = [t for t in noun.children if t.dep_ == "poss"]
    by = [obj for _, obj in prepositional(noun, "by")]
    of = [obj for _, obj in prepositional(noun, "of")]
    return [*owners, *by], of or [t for t in noun.children if t.dep_ in ("compound", "nmod") and t.pos_ == "PROPN"]
