"""Terms of agreements: which tellings of several reports are one term (terms.v1).

Two wordings are one term where half of their telling words are the same, or where nearly all of the shorter one's are.
Each term is a finding of its own, so that it is seen how many origins have it and which report leaves it out.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from variorum.record.claim_drafts import Draft, Telling
from variorum.record.values import Claim
from variorum.schema.lexicons import read_lexicon

TERMS = "terms"
"""The attribute."""

ALIKE, WITHIN = 0.5, 0.8
"""Share of all telling words of two wordings, and of the shorter's, from which they are one term."""

FEWEST = 2
"""Telling words of the shorter wording from which its standing within the longer one tells anything."""

_MARKS = re.compile('[“”„«»"]')
_WORD = re.compile(r"\w+")


@cache
def _grammar() -> frozenset[str]:
    return frozenset(read_lexicon("formulas")["grammar"].split()) - {"not"}


def draft_terms(telling: Telling, text: str) -> Iterator[Draft]:
    """The terms that a report tells of an agreement."""
    own = telling.own
    for term in own.terms:
        mention = own.events[term.event]
        if mention.chain == telling.node.key[1] and mention.realis != "denied":
            said = " ".join(_MARKS.sub("", text[term.span.start : term.span.end]).split())
            yield Draft(attribute=TERMS, value=said, comparable=said, mention=mention, spans=(term.span,))


def telling_words(wording: str) -> frozenset[str]:
    """The words of a term that tell it from others, in small letters; "not" is one."""
    return frozenset(_WORD.findall(wording.casefold())) - _grammar()


def are_one(one: frozenset[str], two: frozenset[str]) -> bool:
    """True where two sets of telling words are wordings of one term; a denied one is never its opposite."""
    common = len(one & two)
    if ("not" in one) != ("not" in two) or not common:
        return False
    fewer = min(len(one), len(two))
    return common >= ALIKE * len(one | two) or (fewer >= FEWEST and common >= WITHIN * fewer)


def part_terms(claims: Iterable[Claim]) -> dict[str, str]:
    """Group claims of terms that are one.

    Returns:
        Of each claim's id the first wording, in the order of letters, of its group. Order of claims does not matter.
    """
    terms = [claim for claim in claims if claim.attribute == TERMS]
    words = {value: telling_words(value) for value in sorted({claim.value for claim in terms})}
    first: dict[str, str] = {}
    for value in words:
        _join(value, words, first)
    return {claim.claim_id: first[claim.value] for claim in terms}


def _join(value: str, words: dict[str, frozenset[str]], first: dict[str, str]) -> None:
    """Put one wording into the groups that it is like, which become one."""
    like: Sequence[str] = [first[other] for other in first if are_one(words[value], words[other])]
    name = min([*like, value])
    first[value] = name
    for other, group in first.items():
        if group in like:
            first[other] = name
