"""States that no gazetteer knows: found by what the report says of them, never by shape alone.

A name is a state when the text gives it a government, an army, a border or people of a
matching adjective; a town is its seat only when the text calls it the capital.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from variorum.annotations.entity_lexicon import Role
from variorum.annotations.entity_page import Key, Page
from variorum.annotations.entity_statehood import diplomatic_points
from variorum.schema.names import fold, state_stem

_STRONG_RANKS = frozenset({"head_of_state", "head_of_government"})
_STRONG_BODIES = frozenset(
    "forces government parliament foreign_ministry defence_ministry interior_ministry navy air_force".split()
)
_STRONG_WORDS = frozenset(
    "border borders territory capital army government troops parliament sovereignty independence".split()
)
_PLAIN_OFFICES = frozenset({"president", "king", "queen", "leader", "ruler", "chancellor", "premier", "general"})
_ADJECTIVE = re.compile(r"(?:[aei]n|ian|ese|ish|i|ic)$")
_LINKING = frozenset(
    {
        "talks",
        "war",
        "border",
        "conflict",
        "clashes",
        "agreement",
        "ceasefire",
        "truce",
        "peace",
        "relations",
        "tensions",
        "treaty",
    }
)
_ACTS = frozenset(
    "agree sign deploy withdraw invade attack accuse reject annex occupy recognise recognize mobilise mobilize declare sanction "
    "halt suspend resume close reopen shut deny expel recall sever ban impose lift shell bomb mediate broker host cede claim "
    "ratify veto denounce condemn arm supply fight blame threaten retaliate concede send release".split()
)
_TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december".split()
)
_NEEDED = 2
_INTENDS = frozenset({"expect", "want", "hope", "plan", "intend", "wish", "refuse", "seek"})
_OWNED = frozenset(
    {
        "guns",
        "howitzers",
        "tanks",
        "airspace",
        "frontier",
        "frontiers",
        "diplomats",
        "embassy",
        "citizens",
        "soil",
        "waters",
        "neighbour",
        "neighbor",
        "neighbours",
        "neighbors",
    }
)
_STEPS = 4
_REALMS = frozenset(
    {"republic", "kingdom", "union", "federation", "sultanate", "emirate", "principality", "commonwealth"}
)
_BACKED = frozenset({"backed", "led", "brokered", "sponsored", "mediated", "controlled", "occupied", "held", "allied"})
_LEADERS = frozenset({"leaders", "presidents", "prime ministers", "premiers"})
_SHORTEST_ADJECTIVE = 5
_DIRECTIONS = frozenset(
    {"north", "south", "east", "west", "new", "upper", "lower", "northern", "southern", "eastern", "western", "central"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A state that only the report knows; `name` is its adjective where no noun is known."""

    name: str
    key: Key


@dataclass(slots=True)
class States:
    """Names, adjectives and seats of unknown states, by folded word."""

    names: dict[str, State] = field(default_factory=dict)
    adjectives: dict[str, State] = field(default_factory=dict)
    seats: dict[str, Key] = field(default_factory=dict)


def is_free(page: Page, covered: Sequence[bool], i: int) -> bool:
    """Is the token a capitalised word that the lexicons did not take?"""
    if not 0 <= i < len(page) or covered[i]:
        return False
    text = page.text[i]
    return (
        text[0].isupper()
        and text[-1].isalpha()
        and len(text) > 2
        and page.low[i] not in _TIMES
        and page.tag[i][:2] in ("NN", "JJ", "VB", "FW")
    )


def find_states(page: Page, roles: Sequence[Role], covered: Sequence[bool]) -> States:
    """Collect evidence for every free capitalised word and keep the words that have enough."""
    role_at = {i: role for role in roles for i in range(role.start, role.end)}
    free = [i for i in range(len(page)) if is_free(page, covered, i) and i not in role_at]
    people = _names_of_people(page, free, role_at)
    evidence = Evidence(page=page, role_at=role_at, free=free)
    for word, i in ((page.text[i], i) for i in free if page.text[i] not in people):
        evidence.points[word] = evidence.points.get(word, 0) + _points(page, role_at, i)
    words = {page.text[i] for i in free} - people
    for word in sorted(words):
        _pair_adjective(evidence, words, word)
    return _settle(evidence.points, evidence.adjectives)


def _names_of_people(page: Page, free: Sequence[int], role_at: dict[int, Role]) -> set[str]:
    """Words that stand after an office or within a name of several words: never states."""
    found: set[str] = set()
    places = set(free)
    for i in free:
        before = role_at.get(i - 1)
        if before is not None and before.entry.type == "office" and before.end == i and not before.plural:
            found.add(page.text[i])
        if (
            i + 1 in places
            and page.tag[i] == page.tag[i + 1] == "NNP"
            and page.low[i] not in _DIRECTIONS
            and page.label[i + 1] != "GPE"
        ):
            found.update((page.text[i], page.text[i + 1]))
    named = [i for i in free if page.text[i] not in found]
    for word in {page.text[i] for i in named}:
        labels = [page.label[i] for i in named if page.text[i] == word]
        beside = [page.word(i - 1) in ("in", "between", "into", "with") for i in named if page.text[i] == word]
        intends = any(_pronoun_points(page, role_at, i) for i in named if page.text[i] == word)
        if labels.count("PERSON") * 2 > len(labels) and not any(beside) and not intends:
            found.add(word)
    return found


def _points(page: Page, role_at: dict[int, Role], i: int) -> int:
    total = 0
    if page.word(i - 1) == "of" and i >= 2:
        total += _role_points(page, role_at.get(i - 2), i - 2)
    if page.word(i - 1) == "and" and page.word(i - 3) == "of" and i >= 4:
        total += _role_points(page, role_at.get(i - 4), i - 4)
    if page.is_possessive(i + 1):
        j = i + 2
        while page.word(j) in (
            "new",
            "former",
            "top",
            "own",
            "military",
            "first",
            "embattled",
            "interim",
            "transitional",
        ):
            j += 1
        total += _role_points(page, role_at.get(j), j)
    if page.word(i - 1) in ("between", "with", "and") and _is_linked(page, i):
        total += 1
    if page.dep[i] in ("nsubj", "agent") and page.lemma[page.head[i]] in _ACTS:
        total += 1
    if i >= 2 and page.low[i - 2] in _REALMS and page.word(i - 1) == "of" and page.is_capital(i - 2):
        total += _NEEDED if page.low[i - 2] not in ("union", "federation") else 1
    total += _pronoun_points(page, role_at, i) + diplomatic_points(page, i)
    if page.label[i] == "GPE" and page.word(i - 1) not in ("in", "at", "near"):
        total += 1 if total else 0
    return total


def _pronoun_points(page: Page, role_at: dict[int, Role], i: int) -> int:
    """ "X said that it expected", "X ... its troops": what the subject of a sentence wants or owns by a pronoun."""
    if page.dep[i] not in ("nsubj", "nsubjpass", "dobj") or page.is_capital(i + 1):
        return 0
    is_subject = page.dep[i] != "dobj" and page.word(i - 1) not in ("and", "or")
    stop = page.next_sentence_end(i)
    stop = page.next_sentence_end(stop) if is_subject and stop < len(page) else stop
    for j in range(i + 1, stop):
        if page.low[j] == "it" and page.dep[j] == "nsubj" and page.lemma[page.head[j]] in _INTENDS and j < i + 5:
            return _NEEDED if page.lemma[page.head[i]] in ("say", "announce", "warn", "insist") else 1
        if page.low[j] == "its":
            return _owned_points(page, role_at, j + 1) if is_subject else 0
        if page.low[j] in ("he", "she", "his", "her", "they", "their") or (
            page.tag[j] == "NNP" and page.dep[j] == "nsubj"
        ):
            return 0
    return 0


def _owned_points(page: Page, role_at: dict[int, Role], j: int) -> int:
    """What "its" owns: an army, a minister, an air space make the owner a state."""
    for k in range(j, min(j + _STEPS, len(page))):
        role = role_at.get(k)
        if role is not None:
            is_arms = role.entry.type == "body" and role.entry.key == "arms"
            return _NEEDED if is_arms else _role_points(page, role, k)
        if page.low[k] in _OWNED or page.low[k] in _STRONG_WORDS:
            return _NEEDED
        if page.tag[k][:2] not in ("JJ", "VB", "NN", "CD"):
            return 0
    return 0


def _is_linked(page: Page, i: int) -> bool:
    return any(page.word(j) in _LINKING for j in range(max(0, i - 6), min(i + 3, len(page))))


def _role_points(page: Page, role: Role | None, i: int) -> int:
    if role is not None and role.entry.type == "plural" and page.word(role.end - 1) in _LEADERS:
        return _NEEDED
    if role is None:
        return _NEEDED if page.word(i) in _STRONG_WORDS else 0
    entry = role.entry
    if page.word(role.end - 1) in _PLAIN_OFFICES:
        return 1
    if entry.type == "office":
        return (
            _NEEDED
            if entry.rank in _STRONG_RANKS or entry.key in ("foreign_minister", "defence_minister", "interior_minister")
            else 0
        )
    if entry.type == "body":
        return (
            _NEEDED
            if entry.key in _STRONG_BODIES
            and page.word(role.end - 1)
            not in ("units", "force", "administration", "regime", "delegation", "leadership", "side", "state")
            else 1
        )
    return 1


@dataclass(slots=True, kw_only=True)
class Evidence:
    """What speaks for states: points of words, and adjectives with the noun they belong to, empty where none is known."""

    page: Page
    role_at: dict[int, Role]
    free: Sequence[int]
    points: dict[str, int] = field(default_factory=dict)
    adjectives: dict[str, str] = field(default_factory=dict)


def _pair_adjective(evidence: Evidence, words: set[str], word: str) -> None:
    """Tie "Velmaran" to "Velmara" where an office, a body or a noun follows the adjective."""
    page = evidence.page
    single = word[:-1] if word.endswith(("ns", "is")) else word
    if len(word) < _SHORTEST_ADJECTIVE or not _ADJECTIVE.search(single.casefold()):
        return
    used = [i for i in evidence.free if page.text[i] == word]
    political = any(_governs(page, evidence.role_at, i) or _shares_body(evidence, i) for i in used)
    noun = _noun_of(words, word, single)
    if noun and (political or any(page.word(i + 1).isalpha() and not page.is_capital(i + 1) for i in used)):
        evidence.adjectives[word] = noun
        evidence.points[noun] = evidence.points.get(noun, 0) + _NEEDED
    elif political and single == word:
        evidence.adjectives[word] = ""


def _noun_of(words: set[str], word: str, single: str) -> str | None:
    """The state's name among the words of the report that shares the adjective's stem."""
    stem = state_stem(single)
    near = (w for w in words if w not in (word, single, single + "s") and len(w) <= len(single) + 1)
    bases = sorted(w for w in near if state_stem(w) == stem)
    return next((w for w in bases if not _ADJECTIVE.search(w.casefold()) or len(w) < len(single)), None)


def _shares_body(evidence: Evidence, i: int) -> bool:
    """ "Velmaran and Ostrian soldiers": the body is of both adjectives."""
    page, other = evidence.page, i + 2
    if page.word(i + 1) != "and" or not page.is_capital(other) or page.sentence[other] != page.sentence[i]:
        return False
    return bool(_ADJECTIVE.search(page.low[other])) and _governs(page, evidence.role_at, other)


def _governs(page: Page, role_at: dict[int, Role], i: int) -> bool:
    """Is a government's office or body, or an act of backing, said to be of this adjective?"""
    if page.word(i + 1) == "-" and page.word(i + 2) in _BACKED:
        return True
    if page.word(i - 1) in ("in", "at", "near") and page.is_capital(i + 1):
        return False
    j = i + 1
    while page.word(j) in ("prime", "foreign", "new", "former", "military", "top", "interim") and j not in role_at:
        j += 1
    role = role_at.get(j)
    if role is None or (j == i + 1 and page.begins_sentence(i) and page.tag[i] not in ("JJ", "NNP", "NNPS")):
        return page.word(j) in ("border", "territory", "capital", "side", "soil")
    entry = role.entry
    return (entry.type == "office" and (entry.rank in _STRONG_RANKS | {"any", "minister"})) or (
        entry.type == "body" and entry.key in _STRONG_BODIES | {"rebels", "peacekeepers", "arms"}
    )


def _settle(points: dict[str, int], adjectives: dict[str, str]) -> States:
    states = States()
    for word in sorted(points):
        if points[word] >= _NEEDED and word not in adjectives:
            state = State(name=word, key=("state", state_stem(word)))
            states.names[fold(word)] = state
    for word in sorted(adjectives):
        base = adjectives[word]
        known = states.names.get(fold(base)) if base else None
        if known is not None:
            states.adjectives[fold(word)] = known
        elif not base:
            states.adjectives[fold(word)] = State(name=word, key=("state", state_stem(word)))
    return states


def find_seats(page: Page, states: States, country_at: dict[int, tuple[Key, int]]) -> None:
    """Read what the report calls a capital: "the capital, Dorn", "Dorn, Velmara's capital", "Dorn, capital of Velmara".

    Args:
        country_at: first token of every mention of a state, with its key and its end.
    """
    last: Key | None = None
    for i in range(len(page)):
        if i in country_at:
            last = country_at[i][0]
        if page.low[i] != "capital":
            continue
        owner = _owner(page, country_at, i) or last
        for name in _named(page, i):
            if owner is not None and owner[0] == "state":
                states.seats[fold(name)] = owner


def _owner(page: Page, country_at: dict[int, tuple[Key, int]], i: int) -> Key | None:
    before = [key for start, (key, end) in country_at.items() if i - 3 <= start < i and end >= i - 2]
    after = [key for start, (key, _) in country_at.items() if i < start <= i + 3 and page.word(i + 1) == "of"]
    return (before + after + [None])[0]


def _named(page: Page, i: int) -> Iterator[str]:
    """Names beside the word "capital", before or after a comma."""
    j = i + 1 if page.word(i + 1) not in (",", "city") else i + 2
    if page.word(i + 1) == "of":
        j = len(page)
    if page.is_capital(j) and page.sentence[j] == page.sentence[i] and page.tag[j].startswith("NNP"):
        yield page.text[j]
    for k in range(i - 1, max(i - 6, 0), -1):
        if page.word(k) == "," and page.is_capital(k - 1) and page.tag[k - 1].startswith("NNP"):
            yield page.text[k - 1]
            return
