"""Offices, bodies and the words before them: whose they are, and which name they introduce.

"Russian dictator" before a name is its titles; "the Armenian prime minister" alone is a
description; "Turkey's foreign minister" takes its country from the possessor.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from variorum.annotations.entity_lexicon import Match, Role
from variorum.annotations.entity_page import Key, Page
from variorum.annotations.entity_states import States
from variorum.schema.gazetteer import Gazetteer
from variorum.schema.names import fold

_DETERMINERS = frozenset(
    {
        "the",
        "a",
        "an",
        "this",
        "that",
        "these",
        "those",
        "his",
        "her",
        "its",
        "their",
        "both",
        "two",
        "three",
        "each",
        "some",
        "several",
        "all",
        "other",
        "another",
    }
)
_OWNERS = frozenset({"his", "her", "its", "their"})
_BEFORE_HYPHEN = frozenset({"ex", "vice", "then", "co", "anti", "pro"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """An office or body with what stands before it.

    start: first token without determiner or possessor. owner: key of the state or body it belongs to.
    owner_form: adjective, possessive, of, or None. determiner: the word before, lower case, or empty.
    """

    start: int
    end: int
    role: Role
    owner: Key | None
    country: str | None
    owner_form: str | None
    determiner: str
    owner_end: int | None = None


@dataclass(slots=True)
class Owners:
    """Which tokens name a state or a body: by lexicon or by this report."""

    page: Page
    gazetteer: Gazetteer
    states: States
    by_end: dict[int, Match]
    by_start: dict[int, Match]

    @classmethod
    def of(cls, page: Page, gazetteer: Gazetteer, states: States, matches: Sequence[Match]) -> "Owners":
        return cls(page, gazetteer, states, {m.end: m for m in matches}, {m.start: m for m in matches})

    def ending(self, end: int) -> tuple[int, Key, str | None] | None:
        """The owner whose words end at a token: (start, key, country)."""
        match = self.by_end.get(end)
        if match is not None:
            found = owner_of(match)
            return None if found is None else (match.start, *found)
        state = self.state_at(end - 1)
        return None if state is None else (end - 1, state, None)

    def starting(self, start: int) -> tuple[int, Key, str | None] | None:
        """The owner whose words start at a token: (end, key, country)."""
        match = self.by_start.get(start)
        if match is not None:
            found = owner_of(match)
            return None if found is None else (match.end, *found)
        state = self.state_at(start)
        return None if state is None else (start + 1, state, None)

    def state_at(self, i: int) -> Key | None:
        """The state that only this report knows, whose name or adjective a token is."""
        if not 0 <= i < len(self.page) or not self.page.is_capital(i):
            return None
        word = fold(self.page.text[i])
        found = self.states.adjectives.get(word) or self.states.names.get(word)
        return found.key if found else None


def owner_of(match: Match) -> tuple[Key, str | None] | None:
    """What a lexicon name owns an office as: a state by its code, a body by its key."""
    entry = match.first(
        "country", "demonym", "seat", "organization", "group", "disputed", "region", "people", "subdivision"
    )
    if entry is None:
        return None
    if entry.type == "subdivision":
        return ("place", entry.key), None
    if entry.type == "demonym" and not entry.country:
        return ("people", fold(entry.name)), None
    if entry.country and entry.type in ("country", "demonym", "seat", "people"):
        return ("country", entry.country), entry.country
    return (entry.kind, entry.key), entry.country or None


def read_phrases(page: Page, roles: Sequence[Role], owners: Owners) -> list[Phrase]:
    """Read every office and body with its owner; of offices in a row only the last, with all before it."""
    starts = {role.start for role in roles}
    ends = {role.end: role for role in roles}
    return [_read(page, role, owners, ends) for role in roles if role.end not in starts or role.entry.type != "office"]


def _read(page: Page, role: Role, owners: Owners, ends: dict[int, Role]) -> Phrase:
    start, owner, form = role.start, None, None
    floor = page.starts[page.sentence[role.start]]
    while start > floor:
        step = _step_left(page, owners, ends, start, wants_owner=owner is None)
        if step is None:
            break
        start, found = step
        if found is not None:
            owner, form = found, "adjective"
    key, country = owner or (None, None)
    owner_end = None
    if key is None:
        key, country, form, owner_end = _outside_owner(page, owners, start, role.end)
    determiner = page.word(start - 1) if start > floor and page.word(start - 1) in _DETERMINERS else ""
    return Phrase(
        start=start,
        end=role.end,
        role=role,
        owner=key,
        country=country,
        owner_form=form,
        determiner=determiner,
        owner_end=owner_end,
    )


def _step_left(
    page: Page, owners: Owners, ends: dict[int, Role], start: int, *, wants_owner: bool
) -> tuple[int, tuple[Key, str | None] | None] | None:
    """One step to the left over a modifier, another office, or the owner."""
    found = owners.ending(start)
    if found is not None and wants_owner:
        return found[0], (found[1], found[2])
    before = ends.get(start)
    if before is not None and before.entry.type == "office":
        return before.start, None
    word = page.word(start - 1)
    if any(entry.type == "modifier" for entry in owners.gazetteer.entries(word)):
        return start - 1, None
    if word == "-" and page.word(start - 2) in _BEFORE_HYPHEN:
        return start - 2, None
    return None


def _outside_owner(
    page: Page, owners: Owners, start: int, end: int
) -> tuple[Key | None, str | None, str | None, int | None]:
    """An owner before a possessive mark, or after "of"."""
    if start >= 2 and page.is_possessive(start - 1):
        found = owners.ending(start - 1)
        if found is not None:
            return found[1], found[2], "possessive", None
    if page.word(end) in ("of", "for"):
        after = end + 2 if page.word(end + 1) == "the" else end + 1
        found = owners.starting(after)
        if found is not None:
            return found[1], found[2], "of", found[0]
    if page.word(start - 1) in _OWNERS:
        return None, None, "pronoun", None
    return None, None, None, None
