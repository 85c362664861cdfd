"""Words that stand for several: "the trio", "both leaders", "the two countries", "the leaders of A and B".

Members are chains of the report. Where the report does not say who they are, there is no mention.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from variorum.annotations.entity_page import Draft, Key, Page
from variorum.annotations.entity_persons import Person
from variorum.annotations.entity_pronouns import joined
from variorum.annotations.entity_scene import Scene
from variorum.annotations.entity_titles import Phrase

_LEADING = frozenset({"president", "prime_minister", "chancellor", "monarch", "supreme_leader", "leader"})
_COUNTS = {"both": 2, "two": 2, "three": 3, "four": 4, "trio": 3, "pair": 2, "duo": 2, "quartet": 4}
_ALONE = frozenset({"trio", "duo"})
_STATES = frozenset({"country", "government"})
_OFFICES = {
    "presidents": "president",
    "foreign ministers": "foreign_minister",
    "prime ministers": "prime_minister",
    "premiers": "prime_minister",
    "defence ministers": "defence_minister",
    "defense ministers": "defence_minister",
    "commanders": "commander",
    "negotiators": "envoy",
    "envoys": "envoy",
}
_SIDES = frozenset({"sides", "parties", "rivals", "foes"})
"""Words for those who stand against each other, be they states or not."""

_GAP = 4
_VOICES = frozenset("said say says announced mediated brokered sponsored hosted urged called".split())
_BETWEEN = frozenset("mediated brokered sponsored hosted backed facilitated".split())
_BACK = 3
_PAIR_BACK = 5
_ANY = 9


def pair_states(page: Page, drafts: Sequence[Draft]) -> dict[tuple[Key, Key], list[int]]:
    """Find states named side by side ("A and B", "A-B", "between A and B"), with where."""
    found: dict[tuple[Key, Key], list[int]] = {}
    states = [draft for draft in drafts if draft.kind in _STATES and draft.form != "description"]
    for left, right in pairwise(states):
        gap = [page.word(i) for i in range(left.end, right.start)]
        if left.key != right.key and gap in (["and"], ["-"], ["–"], ["or"], ["with"], ["against"]):
            a, b = sorted((left.key, right.key))
            found.setdefault((a, b), []).append(right.start)
    return found


def pair_sides(page: Page, drafts: Sequence[Draft]) -> dict[tuple[Key, Key], list[int]]:
    """Find armed sides named side by side ("the army and the paramilitary RSF"), states too; not who speaks or mediates."""
    found: dict[tuple[Key, Key], list[int]] = {}
    sides = [d for d in drafts if d.kind in (*_STATES, "armed_group") and d.form not in ("pronoun", "group")]
    for left, right in pairwise(sides):
        if left.key == right.key or "armed_group" not in (left.kind, right.kind):
            continue
        if _side_by_side(page, left.end, right.start) and not _is_go_between(page, left.start, right.end):
            a, b = sorted((left.key, right.key))
            found.setdefault((a, b), []).append(right.start)
    return found


def _side_by_side(page: Page, start: int, end: int) -> bool:
    """Is there no more than "and the paramilitary" between two names?"""
    gap = list(range(page.after_possessive(start), end))
    joined_by = bool(gap) and page.word(gap[0]) in ("and", "-", "–", "with", "against")
    return (
        joined_by
        and len(gap) <= _GAP
        and all(page.word(i) == "the" or page.tag[i][:2] in ("JJ", "NN") for i in gap[1:])
    )


def _is_go_between(page: Page, start: int, end: int) -> bool:
    before = {page.word(i) for i in range(max(0, start - 3), start)}
    return page.word(end) in _VOICES or bool(before & _BETWEEN and "by" in before)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """Who the report names, for group words to choose among."""

    page: Page
    drafts: Sequence[Draft]
    people: dict[Key, Person]
    pairs: dict[tuple[Key, Key], list[int]]
    sides: dict[tuple[Key, Key], list[int]]


def draft_groups(scene: Scene, people: dict[Key, Person]) -> None:
    """Draft group words whose members the report names."""
    drafts = sorted(scene.drafts, key=lambda d: d.start)
    cast = Cast(
        page=scene.page,
        drafts=drafts,
        people=people,
        pairs=pair_states(scene.page, drafts),
        sides=pair_sides(scene.page, drafts),
    )
    for phrase in scene.phrases:
        if phrase.role.entry.type == "plural" or phrase.role.plural:
            draft = _of_phrase(cast, phrase)
            if draft is not None:
                _replace(scene, draft)
    for i, word in enumerate(scene.page.low):
        if scene.page.word(i - 1) != "the" or (word not in _ALONE and not _is_pair(scene.page, i)):
            continue
        members = _recent_people(cast, i, _COUNTS[word]) if word in _ALONE else _last_two(cast, i)
        if members:
            scene.drafts.append(_group(scene.page, i, i + 1, _kind_of(members), members))


def _is_pair(page: Page, i: int) -> bool:
    """Does "the two" or "the pair" stand for itself ("the two will meet")?"""
    if page.word(i) not in ("two", "pair") or page.dep[i] not in ("nsubj", "nsubjpass", "pobj", "dobj"):
        return False
    return page.tag[min(i + 1, len(page) - 1)][:2] not in ("NN", "JJ", "CD") and page.word(i + 1) not in ("of", "-")


def _kind_of(members: tuple[Key, ...]) -> str:
    return "person" if members[0][0] == "person" else "country"


def _last_two(cast: Cast, at: int) -> tuple[Key, ...]:
    """The two people last named together, else the last two leaders, else the two states."""
    page = cast.page
    before = [d for d in cast.drafts if d.end <= at and page.sentence[at] - page.sentence[d.start] <= _PAIR_BACK]
    named = [
        (top, members) for top, members in joined(page, before) if len(members) == 2 and members[0].kind == "person"
    ]
    if named:
        first, second = max(named, key=lambda row: row[0])[1]
        return first.key, second.key
    found = _recent_people(cast, at, 2)
    if found or not cast.pairs:
        return found
    return max(sorted(cast.pairs), key=lambda pair: len(cast.pairs[pair]))


def _replace(scene: Scene, draft: Draft) -> None:
    inside = [d for d in scene.drafts if d.start < draft.end and draft.start < d.end]
    if not inside:
        scene.drafts.append(draft)


def _group(page: Page, start: int, end: int, kind: str, members: tuple[Key, ...]) -> Draft:
    return Draft(
        start=start,
        end=end,
        kind=kind,
        form="group",
        name=page.slice(start, end),
        key=("group", *("/".join(key) for key in members)),
        members=members,
        plural=True,
    )


def _of_phrase(cast: Cast, phrase: Phrase) -> Draft | None:
    page = cast.page
    what = phrase.role.entry.key if phrase.role.entry.type == "plural" else "persons"
    word = page.slice(phrase.role.start, phrase.role.end).casefold()
    if what == "countries":
        pairs = cast.sides if word in _SIDES and cast.sides else cast.pairs
        return _states(page, pairs, _rivals(cast), phrase, word)
    if phrase.owner is not None and phrase.owner_form != "of":
        return _collective(page, phrase)
    members = _of_states(cast, phrase, word) if phrase.owner_form == "of" else ()
    if not members and (phrase.determiner or _count(page, phrase.start) or page.is_possessive(phrase.start - 1)):
        members = _several(cast, phrase, word)
    if len(members) < 2:
        return None
    return _group(page, phrase.start, phrase.end, "person", members)


def _rivals(cast: Cast) -> tuple[Key, ...]:
    """The two states of which a report speaks most, by themselves, their people and their forces, where no third comes near."""
    counts: dict[Key, int] = {}
    for draft in cast.drafts:
        state = _state_of(draft)
        if state is not None:
            counts[state] = counts.get(state, 0) + 1
    ranked = sorted(counts, key=lambda key: (-counts[key], key))
    if len(ranked) < 2 or (len(ranked) > 2 and counts[ranked[2]] >= counts[ranked[1]]):
        return ()
    return tuple(sorted(ranked[:2]))


def _state_of(draft: Draft) -> Key | None:
    if draft.members:
        return None
    if draft.owner is not None and draft.owner[0] in ("country", "state"):
        return draft.owner
    if draft.key[0] in ("country", "state"):
        return draft.key
    if draft.kind == "people" and draft.country:
        return ("country", draft.country)
    if len(draft.key) > 2 and draft.key[1] in ("country", "state"):
        return draft.key[1:3]
    return None


def _states(
    page: Page, pairs: dict[tuple[Key, Key], list[int]], rivals: tuple[Key, ...], phrase: Phrase, word: str
) -> Draft | None:
    count = _count(page, phrase.start)
    definite = phrase.determiner in ("the", "both", "two", "these", "those", "their") or count
    if not definite or (count == 0 and word not in {*_SIDES, "neighbours", "neighbors", "countries"}):
        return None
    if count not in (0, 2) or (not pairs and not rivals):
        return None
    if not pairs:
        return _group(page, phrase.start, phrase.end, "country", rivals) if count == 2 else None
    before = {pair: [i for i in seen if i < phrase.start] for pair, seen in pairs.items()}
    best = max(sorted(pairs), key=lambda pair: (len(pairs[pair]), max(before[pair], default=-1)))
    return _group(page, phrase.start, phrase.end, "country", best)


def _count(page: Page, start: int) -> int:
    """The number said within the three words before, 0 where none is."""
    words = [page.word(i) for i in range(max(0, start - 3), start + 1)]
    return next((_COUNTS[word] for word in words if word in _COUNTS), 0)


def _collective(page: Page, phrase: Phrase) -> Draft | None:
    """ "Western leaders", "EU officials": one collective, not its members."""
    if phrase.owner is None:
        return None
    start, end = phrase.start, phrase.end
    key = ("people", *phrase.owner, page.low[end - 1])
    return Draft(
        start=start,
        end=end,
        kind="people",
        form="description",
        name=page.slice(start, end),
        key=key,
        country=phrase.country,
        plural=True,
    )


def _of_states(cast: Cast, phrase: Phrase, word: str) -> tuple[Key, ...]:
    """ "The leaders of A and B": who leads them here; a state itself where nobody is named."""
    page, drafts = cast.page, cast.drafts
    states, stop = [], page.next_sentence_end(phrase.end)
    end = phrase.end + 1
    for draft in drafts:
        if end <= draft.start < stop and draft.kind == "country":
            gap = [page.word(i) for i in range(end, draft.start)]
            if any(w not in ("and", ",", "the", "of", "both") for w in gap):
                break
            states.append(draft.key)
            end = draft.end
    return tuple(_leader(cast, state, word) or state for state in dict.fromkeys(states))


def _leader(cast: Cast, state: Key, word: str) -> Key | None:
    office = _OFFICES.get(word)
    for draft in cast.drafts:
        person = cast.people.get(draft.key)
        if person is None or state not in person.owners:
            continue
        if office in person.offices if office else _LEADING & set(person.offices):
            return person.key
    return None


def _several(cast: Cast, phrase: Phrase, word: str) -> tuple[Key, ...]:
    page, pairs = cast.page, cast.pairs
    count = _count(page, phrase.start)
    office = _OFFICES.get(word)
    if page.is_possessive(phrase.start - 1) or phrase.determiner == "their":
        best = max(sorted(pairs), key=lambda pair: len(pairs[pair]), default=None)
        members = tuple(_leader(cast, state, word) or state for state in best) if best else ()
        return members if count in (0, 2) else ()
    if phrase.determiner == "the" or count:
        found = _recent_people(cast, phrase.start, count or _ANY, office)
        return found if len(found) == count or (not count and 2 <= len(found) <= 4) else ()
    return ()


def _recent_people(cast: Cast, at: int, count: int, office: str | None = None) -> tuple[Key, ...]:
    """The leaders last named before a place, at most so many; those of the whole report so far where they fit exactly."""
    page, drafts, people = cast.page, cast.drafts, cast.people
    here = page.sentence[at]
    wanted = {office} if office else _LEADING
    found: dict[Key, int] = {}
    for draft in drafts:
        person = people.get(draft.key)
        if draft.start < at and person is not None and wanted & set(person.offices):
            found.pop(draft.key, None)
            found[draft.key] = page.sentence[draft.start]
    recent = [key for key, seen in found.items() if here - seen <= _BACK]
    if count == _ANY:
        seen_often = [key for key in recent if sum(draft.key == key for draft in drafts) > 1]
        return tuple(seen_often)
    if len(recent) == count:
        return tuple(recent)
    together = [tuple(d.key for d in members) for _, members in joined(page, [d for d in drafts if d.start < at])]
    named = [keys for keys in together if len(keys) == count and set(keys) <= found.keys()]
    if named:
        return max(sorted(named), key=named.count)
    return tuple(list(found)[-count:]) if len(found) >= count else ()
