"""What a statement does: offer, commit, demand, reject, accuse, deny, threaten, praise or state.

The cue decides first; where it is neutral the words said are read against `positions.toml`. Nothing here
judges whether a statement is true.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from variorum.annotations.quotation_frames import Page
from variorum.annotations.statement_cues import read_lexicon
from variorum.annotations.statement_drafts import Draft
from variorum.annotations.statement_speakers import MentionFinder

_AIMED = ("accuse", "demand", "threaten", "praise")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """A position that words show, where the subject is on the `side` asked for (own, other, any).

    attitudes: of the cue, any where empty. beside: what else the content must hold.
    """

    position: str
    side: str
    words: re.Pattern[str]
    attitudes: frozenset[str] = frozenset()
    beside: re.Pattern[str] | None = None

    def suits(self, draft: Draft, texts: Sequence[tuple[int, str]]) -> bool:
        """True where the cue and the rest of the content allow the position."""
        if self.attitudes and draft.meaning.attitude not in self.attitudes:
            return False
        return self.beside is None or any(self.beside.search(text) for _, text in texts)


@cache
def load_patterns() -> tuple[Pattern, ...]:
    """Read the patterns in their order, once a process."""
    groups = read_lexicon("positions.toml")["patterns"]
    return tuple(
        Pattern(
            position=g["position"],
            side=g["side"],
            words=re.compile("|".join(g["words"]), re.IGNORECASE),
            attitudes=frozenset(g.get("attitudes", ())),
            beside=re.compile(g["beside"], re.IGNORECASE) if "beside" in g else None,
        )
        for g in groups
    )


@cache
def _first_person() -> frozenset[str]:
    return frozenset(read_lexicon("positions.toml")["own"]["words"])


def position_of(page: Page, draft: Draft, finder: MentionFinder, speaker: int | None) -> tuple[str, int | None]:
    """Tell what a statement does, and to whom where it has a target.

    Returns:
        The position, and the index of the mention it is aimed at or None.
    """
    subjects = [t for c in draft.contents for t in page.tokens(c) if _is_subject(t)]
    subject = subjects[0] if subjects else None
    own = is_own(subject, finder, speaker)
    position = draft.meaning.position
    if position in ("content", "commit"):
        read = _read(page.text, draft, subjects, finder, speaker)
        position = read if position == "content" or read == "threaten" else position
    return position, _target(draft, finder, speaker, subject, own=own, position=position)


def _is_subject(token: Token) -> bool:
    return token.dep_ in ("nsubj", "nsubjpass") and token.tag_ not in ("WDT", "WP")


def _read(whole: str, draft: Draft, subjects: Sequence[Token], finder: MentionFinder, speaker: int | None) -> str:
    """The position of the first pattern that fits the words, with the subject of those words on its side."""
    texts = [(c.start, whole[c.start : c.end].replace("’", "'")) for c in draft.contents]
    for pattern in load_patterns():
        if not pattern.suits(draft, texts):
            continue
        for start, text in texts:
            for found in pattern.words.finditer(text):
                if pattern.side == "any":
                    return pattern.position
                subject = _subject_at(subjects, start + found.start())
                side = "own" if is_own(subject, finder, speaker) else "other"
                if subject is not None and pattern.side == side:
                    return pattern.position
    return "state"


def _subject_at(subjects: Sequence[Token], offset: int) -> Token | None:
    """The last grammatical subject before a place in the content, else the first."""
    before = [t for t in subjects if t.idx < offset]
    return before[-1] if before else next(iter(subjects), None)


def is_own(subject: Token | None, finder: MentionFinder, speaker: int | None) -> bool:
    """True where a subject is the speaker or the speaker's side, or theirs: first person, same chain, same country."""
    if subject is None:
        return False
    near = [subject, *(c for c in subject.children if c.dep_ == "poss")]
    return any(t.lower_ in _first_person() or _is_speakers(finder.at(t), finder, speaker) for t in near)


def _is_speakers(index: int | None, finder: MentionFinder, speaker: int | None) -> bool:
    if index is None or speaker is None:
        return False
    one, other = finder.entities[index], finder.entities[speaker]
    if one.chain == other.chain or one.chain in other.members or other.chain in one.members:
        return True
    owners = finder.owners.get(one.chain, one.chain), finder.owners.get(other.chain, other.chain)
    if owners[0] == owners[1]:
        return True
    country, theirs = finder.countries.get(one.chain), finder.countries.get(other.chain)
    if theirs is None and other.chain not in finder.owners and other.office is not None:
        return (
            one.kind == "country"
        )  # an official of a state that the report doesn't tell speaks for the one he speaks of
    return country is not None and country == theirs


def _target(
    draft: Draft, finder: MentionFinder, speaker: int | None, subject: Token | None, *, own: bool, position: str
) -> int | None:
    told = _told(draft, finder)
    if position not in _AIMED:
        return told
    candidates: Sequence[int | None] = (told, _first_object(draft, finder), None if own else finder.at(subject))
    same = None if speaker is None else finder.entities[speaker].chain
    return next((i for i in candidates if i is not None and finder.entities[i].chain != same), None)


def _told(draft: Draft, finder: MentionFinder) -> int | None:
    """Whom a verb of telling names as its hearer."""
    if draft.governor.lemma_ not in ("tell", "inform", "assure", "remind", "promise", "warn", "ask", "urge", "accuse"):
        return None
    hearer = next((c for c in draft.governor.rights if c.dep_ in ("dobj", "dative")), None)
    return finder.at(hearer)


def _first_object(draft: Draft, finder: MentionFinder) -> int | None:
    """The object of the cue, also behind its preposition ("called on the rebels")."""
    for child in draft.governor.rights:
        if child.dep_ in ("dobj", "dative"):
            return finder.at(child)
        if child.dep_ == "prep" and child.lower_ in ("on", "upon", "to", "with", "at", "against"):
            return next((finder.at(p) for p in child.children if p.dep_ == "pobj"), None)
    return None
