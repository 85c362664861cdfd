"""Names that the report's own words explain or leave open, as mentions of entities.

What a name of one report alone is, another report may tell ("the captain, Teofilo Macaraeg"): here it is only kept, so
that statements and events can have it for a speaker or a side; linking says what it names, or lets it go.
"""

from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Doc, Span as DocSpan

from variorum.annotations.entity_names import is_small
from variorum.annotations.parse import tokens_in
from variorum.schema.annotations import LOOSE, EntityMention, ReferentMention
from variorum.schema.names import fold

_NO_NAMES = frozenset(
    {"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY", "LANGUAGE", "EVENT", "LAW"}
)
"""The parser's labels of what no entity is called by."""

_SHORTEST = 3


def take_names(
    doc: Doc, entities: Sequence[EntityMention], referents: Sequence[ReferentMention]
) -> tuple[EntityMention, ...]:
    """Add the loose names among the referents to the mentions of entities.

    Returns:
        All mentions in text order. A name that a known one explains is of that one's kind; any other is of kind other, with
        the id `LOOSE`. Chains are those of the referents, which stay.
    """
    bearers = _bearers(entities)
    spans = [span for mention in entities for span in (mention.span, mention.titles) if span is not None]
    taken = {i for span in spans for i in range(span.start, span.end)}
    free = [r for r in referents if taken.isdisjoint(range(r.span.start, r.span.end))]
    added = [_mention(r, bearers.get(r.chain)) for r in _names(doc, free, bearers)]
    return tuple(sorted((*entities, *added), key=lambda mention: mention.span.start))


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
