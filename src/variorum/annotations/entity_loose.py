"""Names that the report's own words explain or leave open, and speakers without a name, as mentions of entities.

What a name of one report alone is, another report may tell ("the captain, Teofilo Macaraeg"): here it is only kept, so
that statements and events can have it for a speaker or a side; linking says what it names, or lets it go.
"""

from collections.abc import Iterator, Mapping, Sequence, Set as AbstractSet
from functools import cache

from spacy.tokens import Doc, Span as DocSpan

from variorum.annotations.entity_names import is_small
from variorum.annotations.parse import tokens_in
from variorum.annotations.statement_cues import load_cues
from variorum.schema.annotations import LOOSE, VOICE, EntityMention, ReferentMention
from variorum.schema.names import fold
from variorum.schema.reports import Span

_NO_NAMES = frozenset(
    {"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY", "LANGUAGE", "EVENT", "LAW"}
)
"""The parser's labels of what no entity is called by."""

_OPENING = frozenset({"det", "nummod", "predet", "quantmod"})
_SHORTEST = 3


def take_names(
    doc: Doc, entities: Sequence[EntityMention], referents: Sequence[ReferentMention]
) -> tuple[EntityMention, ...]:
    """Add the loose names among the referents, and the nouns for who speaks, to the mentions of entities.

    Returns:
        All mentions in text order. A name that a known one explains is of that one's kind; any other is of kind other, with
        the id `LOOSE`. "The drivers' union said ..." makes the union a mention of form description, with the id
        `VOICE`. Chains are those of the
        referents, which stay.
    """
    bearers = _bearers(entities)
    spans = [span for mention in entities for span in (mention.span, mention.titles) if span is not None]
    taken = {i for span in spans for i in range(span.start, span.end)}
    free = [r for r in referents if taken.isdisjoint(range(r.span.start, r.span.end))]
    added = [_mention(r, bearers.get(r.chain)) for r in _names(doc, free, bearers)]
    kinds = {mention.chain: mention.kind for mention in reversed(entities)}
    added += [_speaker(doc, r, kinds, taken) for r in free if _speaks(doc, r)]
    return tuple(sorted((*entities, *added), key=lambda mention: mention.span.start))


def _speaks(doc: Doc, referent: ReferentMention) -> bool:
    """Is it a noun for people or a body that is the subject of a verb of saying, or after "according to"?"""
    if referent.form != "description" or referent.kind not in ("person", "organization"):
        return False
    words = tokens_in(doc, referent.span)
    root = words.root
    if any(token.tag_ == "CD" and token.i > words.start for token in words):
        return False
    if root.dep_ == "nsubj":
        return root.head.pos_ == "VERB" and root.head.lemma_ in _saying()
    return root.dep_ == "pobj" and root.head.lower_ == "to" and root.head.head.lower_ == "according"


@cache
def _saying() -> frozenset[str]:
    """Verbs that may stand beside a quotation, by lemma; source: `lexicons/cues.toml`."""
    return frozenset(verb for verb, told in load_cues().verbs.items() if any("quote" in m.frames for m in told))


def _speaker(doc: Doc, referent: ReferentMention, kinds: Mapping[int, str], taken: AbstractSet[int]) -> EntityMention:
    words = tokens_in(doc, referent.span)
    owners = [
        t.left_edge.i
        for t in words.root.lefts
        if t.dep_ == "poss" and taken.isdisjoint(range(t.left_edge.idx, t.idx + 1))
    ]
    words = doc[min([words.start, *owners]) : words.end]
    opening = (token for token in words if token.dep_ not in _OPENING and token.tag_ != "PRP$")
    told = doc[min(next(opening, words.root).i, words.root.i) : words.end]
    plain = "people" if referent.plural and referent.kind == "person" else referent.kind
    return EntityMention(
        span=Span(start=told.start_char, end=told.end_char),
        extent=Span(start=words.start_char, end=words.end_char),
        kind=kinds.get(referent.chain, plain),
        form="description",
        name=told.text,
        chain=referent.chain,
        external_ids=(VOICE,),
    )


def _bearers(entities: Sequence[EntityMention]) -> dict[int, EntityMention]:
    """The fullest name of each chain."""
    found: dict[int, EntityMention] = {}
    for mention in entities:
        held = found.get(mention.chain)
        if mention.form == "name" and (held is None or len(mention.name.split()) > len(held.name.split())):
            found[mention.chain] = mention
    return found


def _names(
    doc: Doc, referents: Sequence[ReferentMention], bearers: Mapping[int, EntityMention]
) -> Iterator[ReferentMention]:
    for referent in referents:
        if referent.form != "name":
            continue
        words, bearer = tokens_in(doc, referent.span), bearers.get(referent.chain)
        if _is_name(words) and (bearer is None or _is_part(referent.name, bearer.name)):
            yield referent


def _is_name(words: DocSpan) -> bool:
    """Is it written as a name, and no day, sum or occasion?"""
    proper = any(token.tag_ in ("NNP", "NNPS") and token.text[0].isupper() for token in words)
    odd = {token.ent_type_ for token in words} & _NO_NAMES or all(is_small(token.lower_) for token in words)
    return proper and not odd and len(words.text) >= _SHORTEST


def _is_part(name: str, full: str) -> bool:
    """Is a name another one, its first or its last word?"""
    words = fold(full).split()
    return fold(name) in (fold(full), words[0], words[-1])


def _mention(referent: ReferentMention, bearer: EntityMention | None) -> EntityMention:
    return EntityMention(
        span=referent.span,
        extent=referent.span,
        kind=bearer.kind if bearer is not None else "other",
        form="name",
        name=referent.name,
        chain=referent.chain,
        country=bearer.country if bearer is not None else None,
        external_ids=bearer.external_ids if bearer is not None else (LOOSE,),
    )
