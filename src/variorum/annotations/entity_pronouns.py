"""Pronouns, by salience: number and kind must agree, subjects stand before others, three sentences back at most.

A pronoun that no rule resolves is no mention.

Source: the agreement and salience factors of Lappin and Leass (1994), without weights.
"""

from collections.abc import Callable, Sequence

from variorum.annotations.entity_page import Draft, Key, Page
from variorum.annotations.entity_scene import Scene
from variorum.annotations.entity_vouching import SAYS
from variorum.schema.names import is_womans

_MALE = frozenset({"he", "him", "his", "himself"})
_FEMALE = frozenset({"she", "her", "hers", "herself"})
_THING = frozenset({"it", "its", "itself"})
_MANY = frozenset({"they", "them", "their", "themselves"})
_THINGS = frozenset({"country", "organization", "armed_group", "government"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_BACK = 3
_BOUND = 12
_WOMEN = frozenset({"woman", "girl", "mother", "widow", "wife", "daughter", "sister", "grandmother", "lady"})
_MEN = frozenset({"man", "boy", "father", "widower", "husband", "son", "brother", "grandfather"})
_TAKES = frozenset(
    "capture seize take retake recapture occupy liberate hold storm besiege overrun surround shell bomb bombard reach enter defend cede".split()
)
_SPEAKS = SAYS | {
    "state",
    "continue",
    "declare",
    "conclude",
    "comment",
    "complain",
    "admit",
    "affirm",
    "assert",
    "remark",
}
_WEATHER = frozenset({"be", "seem", "appear", "take", "remain", "become", "happen"})


def draft_pronouns(scene: Scene) -> None:
    """Draft the pronouns that can be resolved, in text order, so that each may serve the next."""
    page = scene.page
    drafts = sorted(scene.drafts, key=lambda d: d.start)
    gender = _genders(page, drafts)
    for i, word in enumerate(page.low):
        if scene.used[i] or word not in _MALE | _FEMALE | _THING | _MANY:
            continue
        found = _resolve(page, drafts, gender, i, word)
        if found is not None:
            _insert(drafts, found)
    scene.drafts = drafts


def _genders(page: Page, drafts: Sequence[Draft]) -> dict[Key, bool]:
    """Who is a woman, who a man: by title, else by the pronouns that can mean nobody else."""
    known = {draft.key: draft.female for draft in drafts if draft.female is not None}
    votes: dict[Key, list[bool]] = {}
    people = [d for d in drafts if d.kind == "person" and d.form == "name" and not d.plural]
    for i, word in enumerate(page.low):
        if word not in _MALE | _FEMALE or _is_bound(page, i, word):
            continue
        here = page.sentence[i]
        near = {d.key for d in people if d.start < i and here - page.sentence[d.start] <= 1}
        if len(near) == 1:
            votes.setdefault(near.pop(), []).append(word in _FEMALE)
    for draft in people:
        female = is_womans(draft.name)
        if female is not None:
            known.setdefault(draft.key, female)
    for key, found in votes.items():
        women = sum(found)
        if key not in known and 2 * women != len(found):
            known[key] = 2 * women > len(found)
    return known


def _is_bound(page: Page, i: int, word: str) -> bool:
    """Does a common noun before it in the sentence own the pronoun ("a woman who broke every promise she made")?"""
    nouns = _WOMEN if word in _FEMALE else _MEN
    first = page.starts[page.sentence[i]]
    return any(page.lemma[j] in nouns and not page.is_capital(j + 1) for j in range(max(first, i - _BOUND), i))


def _insert(drafts: list[Draft], draft: Draft) -> None:
    place = next((n for n, other in enumerate(drafts) if other.start > draft.start), len(drafts))
    drafts.insert(place, draft)


def _resolve(page: Page, drafts: Sequence[Draft], gender: dict[Key, bool], i: int, word: str) -> Draft | None:
    if word in _MANY:
        return _many(page, drafts, i)
    if word in _THING:
        place = _taken_place(page, drafts, i) if word == "it" else None
        if place is not None:
            return _pronoun(page, i, place)
        found = (
            None
            if _is_empty(page, i, word)
            else _search(page, drafts, i, _is_thing, back=1, subjects_only=word == "it")
        )
        return _pronoun(page, i, found) if found else None
    female = word in _FEMALE
    if _is_bound(page, i, word):
        return None

    def agrees(draft: Draft) -> bool:
        return (
            draft.kind == "person"
            and draft.form != "group"
            and not draft.plural
            and gender.get(draft.key, female) == female
        )

    def surely(draft: Draft) -> bool:
        return draft.key in gender and agrees(draft)

    found = _search(page, drafts, i, surely, back=1) or _search(page, drafts, i, agrees, back=_BACK)
    if found is None:
        return None
    gender.setdefault(found.key, female)
    return _pronoun(page, i, found)


def _taken_place(page: Page, drafts: Sequence[Draft], i: int) -> Draft | None:
    """ "Captured it": the last place named in this sentence or the one before, as what is taken or held is land."""
    if page.dep[i] not in ("dobj", "nsubjpass") or page.lemma[page.head[i]] not in _TAKES:
        return None
    here = page.sentence[i]
    near = [d for d in drafts if d.end <= i and here - page.sentence[d.start] <= 1 and not d.members]
    places = [d for d in near if d.kind == "place"]
    towards = [d for d in near if d.kind == "country" and page.dep[page.root(d.start, d.end)] in ("dobj", "pobj")]
    return places[-1] if places and not (towards and towards[-1].start > places[-1].start) else None


def _is_thing(draft: Draft) -> bool:
    return draft.kind in _THINGS and draft.form in ("name", "metonym", "description", "pronoun") and not draft.plural


def _is_empty(page: Page, i: int, word: str) -> bool:
    """Is this "it" only the frame of a sentence ("it is clear that ...")?"""
    return word == "it" and (
        page.dep[i] == "expl" or (page.dep[i] in _SUBJECTS and page.lemma[page.head[i]] in _WEATHER)
    )


def _pronoun(page: Page, i: int, found: Draft) -> Draft:
    members = found.members
    return Draft(
        start=i,
        end=i + 1,
        kind=found.kind,
        form="pronoun",
        name=page.text[i],
        key=found.key,
        members=members,
        plural=found.plural,
    )


def _search(
    page: Page,
    drafts: Sequence[Draft],
    i: int,
    agrees: Callable[[Draft], bool],
    *,
    back: int,
    subjects_only: bool = False,
) -> Draft | None:
    here = page.sentence[i]
    for distance in range(back + 1):
        fits = [d for d in drafts if d.end <= i and page.sentence[d.start] == here - distance and agrees(d)]
        if distance == 0:
            fits = [d for d in fits if not _is_own_subject(page, d, i)]
            fits += [d for d in _cataphors(page, drafts, i) if agrees(d)] if not fits else []
        subjects = [d for d in fits if page.dep[page.root(d.start, d.end)] in _SUBJECTS]
        if subjects and distance == 1 and (speaking := _speaking(page, fits, i)) is not None:
            return speaking
        if subjects:
            return _nearest_subject(page, subjects, i) if distance == 0 else _main_subject(page, subjects)
        if fits and not subjects_only:
            return fits[-1] if distance == 0 else fits[0]
    return None


def _speaking(page: Page, fits: Sequence[Draft], i: int) -> Draft | None:
    """Who speaks by a relative clause, for one who goes on speaking ("... Low, who announced an inquiry. "...", she said")."""
    if page.dep[i] != "nsubj" or page.lemma[page.head[i]] not in _SPEAKS:
        return None
    here = [d for d in fits if d.form == "name"]
    for draft in reversed(here):
        stop = page.next_sentence_end(draft.start)
        who = draft.end + 1
        adds = page.word(draft.end) == "," and page.word(who) == "who"
        if adds and any(page.lemma[j] in _SPEAKS and page.tag[j] == "VBD" for j in range(who, stop)):
            return draft
    return None


def _cataphors(page: Page, drafts: Sequence[Draft], i: int) -> list[Draft]:
    """ "For its part, Oskia said": the subject that a leading phrase with its own pronoun waits for."""
    if page.starts[page.sentence[i]] < i - 4:
        return []
    return [
        d
        for d in drafts
        if i < d.start <= i + 5
        and page.sentence[d.start] == page.sentence[i]
        and page.dep[page.root(d.start, d.end)] in _SUBJECTS
    ]


def _is_own_subject(page: Page, draft: Draft, i: int) -> bool:
    """An object pronoun is never the subject of its own verb ("Baker met him")."""
    if page.dep[i] not in ("dobj", "pobj", "dative", "iobj") or page.low[i].endswith("self"):
        return False
    verb = page.head[i]
    if page.dep[i] == "pobj":
        verb = page.head[verb]
    root = page.root(draft.start, draft.end)
    return page.dep[root] in _SUBJECTS and page.head[root] == verb


def _nearest_subject(page: Page, subjects: Sequence[Draft], i: int) -> Draft:
    """The subject of the clause that governs the pronoun's own, else the last one before it."""
    verb = page.head[i]
    for _ in range(6):
        for draft in reversed(subjects):
            if page.head[page.root(draft.start, draft.end)] == verb:
                return draft
        if page.head[verb] == verb:
            break
        verb = page.head[verb]
    return subjects[-1]


def _main_subject(page: Page, subjects: Sequence[Draft]) -> Draft:
    """The subject of the sentence's main verb, else the first; a clause of speech at the end counts as main."""
    main = [d for d in subjects if page.dep[page.head[page.root(d.start, d.end)]] == "ROOT"]
    return (main or list(subjects))[0]


def joined(page: Page, drafts: Sequence[Draft]) -> list[tuple[int, tuple[Draft, ...]]]:
    """Find mentions joined by "and" under one head, with the token of the first."""
    by_root = {
        page.root(d.start, d.end): d for d in drafts if d.form in ("name", "metonym", "description") and not d.members
    }
    groups: dict[int, list[int]] = {}
    for root in sorted(by_root):
        top = root
        while page.dep[top] == "conj" and page.head[top] in by_root:
            top = page.head[top]
        groups.setdefault(top, []).append(root)
    found = []
    for top, roots in groups.items():
        members = tuple(by_root[root] for root in roots)
        if len({d.key for d in members}) > 1 and len({_family(d.kind) for d in members}) == 1:
            found.append((top, members))
    return found


def _are_people(found: "Draft | tuple[Draft, ...]") -> bool:
    return not isinstance(found, Draft) and found[0].kind == "person"


def _family(kind: str) -> str:
    return "state" if kind in _THINGS else kind


def _many(page: Page, drafts: Sequence[Draft], i: int) -> Draft | None:
    here = page.sentence[i]
    groups = [(top, members) for top, members in joined(page, drafts) if top < i and here - page.sentence[top] <= 2]
    plurals = [
        d
        for d in drafts
        if d.end <= i
        and d.plural
        and d.kind != "place"
        and here - page.sentence[d.start] <= 2
        and not (page.sentence[d.start] == here and _is_own_subject(page, d, i))
    ]
    ranked: list[tuple[int, bool, int, Draft | tuple[Draft, ...]]] = []
    for top, members in groups:
        if members[-1].end <= i:
            ranked.append((-(here - page.sentence[top]), page.dep[top] in _SUBJECTS, top, members))
    for draft in plurals:
        root = page.root(draft.start, draft.end)
        ranked.append((-(here - page.sentence[root]), page.dep[root] in _SUBJECTS, root, draft))
    ranked = [row for row in ranked if row[1] or row[0] == 0 or (row[0] == -1 and _are_people(row[3]))]
    if not ranked:
        return None
    found = max(ranked, key=lambda row: row[:3])[3]
    if isinstance(found, Draft):
        return _pronoun(page, i, found)
    keys = tuple(dict.fromkeys(d.key for d in found))
    kind = found[0].kind
    return Draft(
        start=i,
        end=i + 1,
        kind=kind,
        form="group",
        name=page.text[i],
        key=("group", *("/".join(k) for k in keys)),
        members=keys,
        plural=True,
    )
