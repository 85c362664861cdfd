"""People, bodies and places that a report speaks of without a name: "volunteers", "the enemy", "a supply route", "we".

They are no entities: nothing outside of their sentence says who or what they are. A pronoun of the first person
within a quotation means its speaker.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from variorum.annotations.entity_extents import complement_end, left_edge
from variorum.annotations.entity_page import Draft, Page
from variorum.schema.annotations import EntityMention, StatementMention, UnnamedMention
from variorum.schema.nouns import irregular_plurals, plain_kinds

_PRONOUNS = {
    **dict.fromkeys(("i", "me", "myself", "he", "she", "him", "her", "himself", "herself"), "person"),
    **dict.fromkeys(("we", "us", "ourselves", "they"), "people"),
}
_FIRST = frozenset({"i", "me", "myself", "we", "us", "ourselves"})


def find_unnamed(page: Page, named: Mapping[int, Draft]) -> tuple[UnnamedMention, ...]:
    """Find common nouns and pronouns of people, bodies and places where no mention of an entity stands.

    Args:
        named: mentions of entities by their first token.

    Returns:
        Mentions in text order, whose spans may hold a named mention ("ISIL-held buildings").
    """
    taken = {i for draft in named.values() for i in range(draft.start, draft.end)}
    found = []
    for i, word in enumerate(page.low):
        kind = None if i in taken else _of_pronoun(page, i, word) or _of_noun(page, i)
        if kind is not None:
            start, end = (i, i + 1) if word in _PRONOUNS else (left_edge(page, i, i + 1), complement_end(page, i + 1))
            found.append(
                UnnamedMention(
                    span=page.span(start, i + 1), extent=page.span(start, end), kind=kind, first=word in _FIRST
                )
            )
    return tuple(found)


def tie_to_speakers(
    unnamed: Sequence[UnnamedMention], entities: Sequence[EntityMention], statements: Sequence[StatementMention]
) -> tuple[UnnamedMention, ...]:
    """Set `speaker` of "I" and "we" in words quoted from a mention: "I" means a person, "we" a body or a state."""
    quoted = [s for s in statements if s.kind == "direct" and s.speaker is not None]
    return tuple(_tied(mention, entities, quoted) if mention.first else mention for mention in unnamed)


def _tied(
    mention: UnnamedMention, entities: Sequence[EntityMention], quoted: Sequence[StatementMention]
) -> UnnamedMention:
    for statement in quoted:
        inside = any(c.start <= mention.span.start and mention.span.end <= c.end for c in statement.contents)
        if inside and statement.speaker is not None:
            one = entities[statement.speaker].kind == "person"
            return replace(mention, speaker=statement.speaker) if one == (mention.kind == "person") else mention
    return mention


def _of_pronoun(page: Page, i: int, word: str) -> str | None:
    return _PRONOUNS.get(word) if page.tag[i] == "PRP" else None


def _of_noun(page: Page, i: int) -> str | None:
    """What a noun says of a thing; one that only modifies another says nothing, nor does one without an article."""
    if page.dep[i] == "compound" or page.word(i + 1) == "-" or not (_is_plain_noun(page, i) or _is_titular(page, i)):
        return None
    plural = page.low[i] in irregular_plurals()
    kinds = plain_kinds()
    kind = kinds.get(f"{page.word(i - 1)} {page.lemma[i]}") or kinds.get(page.low[i]) or kinds.get(page.lemma[i])
    if kind == "person" and (page.tag[i] == "NNS" or plural):
        return "people"
    if page.tag[i] == "NN" and left_edge(page, i, i + 1) == i:
        return None
    return kind


def _is_plain_noun(page: Page, i: int) -> bool:
    return page.tag[i] in ("NN", "NNS")


def _is_titular(page: Page, i: int) -> bool:
    """ "The Coalition": a common noun that the report writes as a name."""
    return (
        page.tag[i] in ("NNP", "NNPS")
        and page.word(i - 1) in ("the", "our", "this")
        and not (page.is_capital(i + 1) or page.word(i + 1) == "of")
    )
