"""On whose side a clause of what somebody says stands: the speaker's own, the hearer's, everybody's or another's."""

from dataclasses import dataclass

from spacy.tokens import Token

from variorum.annotations.statement_drafts import Draft
from variorum.annotations.statement_speakers import MentionFinder

_FIRST = frozenset({"i", "we", "our", "my", "us", "ours", "mine", "myself", "ourselves"})
_SECOND = frozenset({"you", "your", "yours", "yourself", "yourselves"})
_THIRD = frozenset({"he", "she", "they", "it"})
_ALL = frozenset(
    {"everybody", "everyone", "all", "anybody", "anyone", "people", "one", "somebody", "someone", "nobody"}
)


_BODIES = frozenset({
    "company", "firm", "group", "airline", "bank", "ministry", "department", "agency", "party", "club", "union", "army",
    "manufacturer", "retailer", "carrier", "charity", "university", "hospital", "museum", "league", "federation", "commission",
    "organisation", "organization", "police", "militia", "movement", "council", "operator", "railway", "broadcaster",
})  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Standpoint:
    """From where a statement is looked at: its draft, the mentions of the report, the speaker's mention (index)."""

    draft: Draft
    finder: MentionFinder
    speaker: int | None


def side_of(subject: Token | None, seen: Standpoint, *, opening: bool) -> str:
    """Tell the side of a subject: own, you, all, other, or none where there is no subject.

    Args:
        opening: True where the subject opens the content: in indirect speech "he said he would go" speaks of himself.
    """
    if subject is None or subject.dep_ == "expl" or subject.lower_ == "there":
        return "none"
    if subject.lower_ == "it" and subject.head.lemma_ == "be":
        return "none"
    if subject.lower_ in _SECOND:
        return "you"
    own = is_own(subject, seen.finder, seen.speaker) or _speaks_as_body(subject, seen)
    if own or (opening and _means_speaker(subject, seen)):
        return "own"
    return "all" if subject.lower_ in _ALL and seen.finder.at(subject) is None else "other"


def _means_speaker(subject: Token, seen: Standpoint) -> bool:
    """A pronoun that opens reported words, where nothing tells that it is somebody else."""
    if seen.draft.kind == "direct" or seen.draft.quoted or subject.lower_ not in _THIRD:
        return False
    index = seen.finder.at(subject)
    return index is None or seen.speaker is None or _alone(index, seen.speaker, seen.finder)


def _speaks_as_body(subject: Token, seen: Standpoint) -> bool:
    """True of a body's name where only "the company" or "the ministry" speaks: it speaks of itself."""
    speaking = next((c for c in seen.draft.governor.children if c.dep_ == "nsubj"), None)
    index = seen.finder.at(subject)
    if speaking is None or index is None or speaking.lemma_.lower() not in _BODIES:
        return False
    return seen.finder.entities[index].kind in ("organization", "government") and speaking.left_edge.lower_ in (
        "the",
        "its",
    )


def _alone(index: int, speaker: int, finder: MentionFinder) -> bool:
    """True where a pronoun is in no chain with a name, so that it may be the speaker."""
    chain = finder.entities[index].chain
    return chain == finder.entities[speaker].chain or not any(
        e.chain == chain and e.form != "pronoun" for e in finder.entities
    )


def is_own(subject: Token | None, finder: MentionFinder, speaker: int | None) -> bool:
    """True where a subject is the speaker or the speaker's side, or theirs: first person, same chain, same country."""
    if subject is None:
        return False
    if any(t.lower_ in _FIRST for t in subject.subtree if t.i - subject.i < 12 and not _in_relative(t, subject)):
        return True
    near = [subject, *(c for c in subject.children if c.dep_ == "poss")]
    return any(_is_speakers(finder.at(t), finder, speaker) for t in near)


def _in_relative(token: Token, subject: Token) -> bool:
    while token != subject:
        if token.dep_ in ("relcl", "acl", "advcl", "ccomp"):
            return True
        token = token.head
    return False


def _is_speakers(index: int | None, finder: MentionFinder, speaker: int | None) -> bool:
    if index is None or speaker is None:
        return False
    one, other = finder.entities[index], finder.entities[speaker]
    if one.chain == other.chain or one.chain in other.members or other.chain in one.members:
        return True
    if one.kind == other.kind == "organization" and other.form == "description":
        return True  # "the company" that speaks is the one it speaks of
    owners = finder.owners.get(one.chain, one.chain), finder.owners.get(other.chain, other.chain)
    if owners[0] == owners[1]:
        return True
    country, theirs = finder.countries.get(one.chain), finder.countries.get(other.chain)
    if theirs is None and other.chain not in finder.owners and other.office is not None:
        # an official of a state that the report doesn't tell speaks for the one he speaks of
        return one.kind == "country"
    return country is not None and country == theirs
