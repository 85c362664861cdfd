"""Descriptions: offices and bodies without a name, and whom in the report they mean.

"the Armenian prime minister" is the person that the report names with that state and
office; a description that fits nobody, or several, keeps a chain of its own.
"""

from collections.abc import Sequence

from variorum.annotations.entity_bodies import body_beside
from variorum.annotations.entity_page import Draft, Key, Page
from variorum.annotations.entity_persons import Person
from variorum.annotations.entity_scene import Scene
from variorum.annotations.entity_titles import Phrase
from variorum.schema.annotations import ANYONE

_LEADING = frozenset({"president", "prime_minister", "chancellor", "monarch", "supreme_leader", "leader"})
_INDEFINITE = frozenset({"a", "an", "another", "some", "several"})
_BARE_BODIES = frozenset(
    "rebels police peacekeepers government parliament foreign_ministry defence_ministry interior_ministry opposition".split()
)
_BARE_WORDS = frozenset(
    {
        "army",
        "military",
        "armed forces",
        "security forces",
        "troops",
        "soldiers",
        "civilians",
        "residents",
        "villagers",
        "separatists",
    }
)
_NO_BODY_ALONE = frozenset(
    "officials side state leadership delegation republic authorities administration presidency diplomacy executive negotiators regime cabinet".split()
)
_ALONE = frozenset({"authorities", "officials", "regime", "junta"})
_NO_ORGANIZATION = frozenset({"opposition", "civilians", "rebels", "police"})
_OF_PHRASE = 10
_PAST = frozenset({"then", "former", "ex", "late", "ousted", "deposed", "previous"})
_FIGHTERS = frozenset({"forces", "rebels"})
_ARGUMENTS = frozenset(
    {"nsubj", "nsubjpass", "dobj", "pobj", "agent", "conj", "poss", "iobj", "dative", "appos", "attr"}
)
_APPOSITION_END = frozenset({",", ".", ";", ":", "who", "said", "and", ")", "-", "–", "—"})


def draft_descriptions(scene: Scene) -> None:
    """Draft every office or body that is no title of a name."""
    titled = {phrase.start for phrase in scene.titles.values() if _is_taken_by_name(scene, phrase)}
    for phrase in scene.phrases:
        if phrase.start in titled:
            continue
        entry = phrase.role.entry
        if (entry.type == "office" and not phrase.role.plural and entry.rank not in ("honorific", "epithet")) or (
            entry.type == "office" and entry.key == "epithet" and scene.page.word(phrase.end - 1) == "counterpart"
        ):
            _add(scene, _person(scene, phrase))
        elif entry.type == "body":
            _add(scene, _body(scene, phrase))
        elif not _is_group_word(phrase):
            _release(scene, phrase)


def _is_group_word(phrase: Phrase) -> bool:
    return phrase.role.entry.type == "plural" or phrase.role.plural


def _is_taken_by_name(scene: Scene, phrase: Phrase) -> bool:
    return any(draft.start == phrase.end and draft.titles is not None for draft in scene.drafts)


def _release(scene: Scene, phrase: Phrase) -> None:
    """Give the demonym of a phrase that became nothing back to the lexicon names."""
    scene.used[phrase.start : phrase.end] = [False] * (phrase.end - phrase.start)


def _add(scene: Scene, draft: Draft | None) -> None:
    if draft is not None:
        scene.drafts.append(draft)


def _is_argument(page: Page, phrase: Phrase) -> bool:
    """Is an office that nobody owns a party to its sentence? A loose or vague one must be its subject."""
    dep = page.dep[page.root(phrase.start, phrase.end)]
    if phrase.role.entry.key in ("head", "expert", "official"):
        return dep in ("nsubj", "agent")
    if phrase.determiner in _INDEFINITE or not phrase.determiner:
        return dep in ("nsubj", "nsubjpass", "agent", "appos")
    return True


def _person(scene: Scene, phrase: Phrase) -> Draft | None:
    page = scene.page
    if page.word(phrase.start - 1) in ("each", "every", "any", "no", "as", "another") and phrase.owner is None:
        _release(scene, phrase)
        return None
    has_owner = phrase.owner is not None
    if not has_owner and not _is_argument(page, phrase):
        _release(scene, phrase)
        return None
    name = page.slice(phrase.start, phrase.end)
    key: Key = ("office", *(phrase.owner or ("",)), phrase.role.entry.key)
    if phrase.determiner in _INDEFINITE or (
        not has_owner and phrase.role.entry.key in ("official", "expert", "spokesperson")
    ):
        key = (*key, str(phrase.start))
    gender = True if name.casefold().endswith("woman") else None
    office = None if phrase.role.entry.rank == "epithet" else phrase.role.entry.key
    ids = (ANYONE,) if phrase.determiner in _INDEFINITE else ()
    return Draft(
        start=phrase.start,
        end=phrase.end,
        kind="person",
        form="description",
        name=name,
        key=key,
        country=phrase.country,
        owner=phrase.owner,
        office=office,
        female=gender,
        ids=ids,
    )


def _body(scene: Scene, phrase: Phrase) -> Draft | None:
    page, entry = scene.page, phrase.role.entry
    word = page.slice(phrase.role.start, phrase.role.end).casefold()
    if phrase.owner is None and entry.key in _FIGHTERS:
        body = body_beside(page, scene.drafts, phrase.start, phrase.end)
        if body is not None:
            return _fighters(page, phrase, body)
    if (entry.key == "arms" and not _is_actor(page, phrase)) or (
        phrase.owner is None and not _stands_alone(page, phrase, word)
    ):
        _release(scene, phrase)
        return None
    start, owner = phrase.start, phrase.owner
    if owner is not None and owner[0] in ("organization", "place") and entry.key in _NO_ORGANIZATION:
        start, owner = phrase.role.start, None
    kind, key = entry.kind, (entry.kind, *(owner or ("",)), "forces" if entry.key == "arms" else entry.key)
    if owner is not None and (owner[0] == "armed_group" or (owner[0] == "organization" and entry.key == "media")):
        kind, key = owner[0], owner
    if entry.key == "government" and owner is not None:
        kind, key = _government(owner)
    elif entry.key == "government":
        kind = "government"
    if owner is not None and owner[0] == "people" and entry.kind in ("government", "country"):
        kind, key = "organization", ("organization", *owner, entry.key)
    return Draft(
        start=start,
        end=phrase.end,
        kind=kind,
        form="description",
        name=page.slice(start, phrase.end),
        key=key,
        country=phrase.country,
        plural=page.tag[phrase.end - 1] in ("NNS", "NNPS") or word in ("police", "military"),
    )


def _fighters(page: Page, phrase: Phrase, body: Draft) -> Draft:
    """The fighters of a named body are that body."""
    return Draft(
        start=phrase.role.start,
        end=phrase.end,
        kind="armed_group",
        form="description",
        name=page.slice(phrase.role.start, phrase.end),
        key=body.key,
        country=body.country,
        plural=True,
    )


def _is_actor(page: Page, phrase: Phrase) -> bool:
    """Do a state's weapons act or bear blame here? Else they are things that are bought, moved and counted."""
    if phrase.owner is None or phrase.owner[0] not in ("country", "state", "armed_group"):
        return False
    root = page.root(phrase.start, phrase.end)
    verb = page.lemma[page.head[root]]
    return page.dep[root] in ("nsubj", "agent") or (page.dep[root] == "dobj" and verb in ("blame", "accuse"))


def _government(owner: Key) -> tuple[str, Key]:
    """A state's government is the state itself; another body's leadership is the body."""
    if owner[0] in ("country", "state"):
        return "country", owner
    return ("government" if owner[0] == "place" else owner[0]), owner


def _stands_alone(page: Page, phrase: Phrase, word: str) -> bool:
    """Is a body without an owner worth a mention: an actor or victim of the sentence, of a kind that acts?"""
    root = page.root(phrase.start, phrase.end)
    if page.dep[root] not in _ARGUMENTS or phrase.determiner in ("his", "her", "a", "an"):
        return False
    if word in _BARE_WORDS or word in _ALONE:
        return True
    return phrase.role.entry.key in _BARE_BODIES and word not in _NO_BODY_ALONE


def resolve_descriptions(scene: Scene, people: dict[Key, Person]) -> None:
    """Give descriptions the keys of the people they mean: by apposition first, then by state and office."""
    drafts = sorted(scene.drafts, key=lambda d: d.start)
    for position, draft in enumerate(drafts):
        if draft.kind == "person" and draft.form == "description":
            _join_apposition(scene.page, drafts, position, people)
    for position, draft in enumerate(drafts):
        if draft.kind == "person" and draft.form == "description" and draft.key[0] == "office":
            found = _bearer(scene.page, drafts, position, people)
            if found is not None:
                draft.key = found.key
    _give_countries(drafts, people)


def _join_apposition(page: Page, drafts: Sequence[Draft], position: int, people: dict[Key, Person]) -> None:
    draft = drafts[position]
    for after in drafts[position + 1 : position + 3]:
        if after.key in people and after.form == "name" and _leads_to(page, draft, after):
            _tell(page, people[after.key], draft)
            return
    for before in reversed(drafts[max(0, position - 3) : position]):
        if before.key in people and before.form == "name" and _is_apposed(page, before, draft):
            _tell(page, people[before.key], draft)
            return


def _leads_to(page: Page, draft: Draft, name: Draft) -> bool:
    """Does a comma, after the office and its "of" phrase, part it from the name?"""
    start = name.titles[0] if name.titles else name.start
    gap = [page.word(i) for i in range(draft.end, start)]
    told = any(page.tag[i][:2] in ("VB", "MD") for i in range(draft.end, start))
    of_phrase = gap[:1] == ["of"] and gap[-1:] == [","] and gap.count(",") == 1
    return gap == [","] or (len(gap) <= _OF_PHRASE and of_phrase and not told)


def _is_apposed(page: Page, name: Draft, draft: Draft) -> bool:
    if page.sentence[name.start] != page.sentence[draft.start] or page.word(name.end) not in (",", "("):
        return False
    root = page.root(draft.start, draft.end)
    if page.dep[root] == "appos" and name.start <= page.head[root] < name.end:
        return draft.start - name.end <= 12
    return draft.start - name.end <= 5 and page.word(draft.end) in _APPOSITION_END | {"of", "to", "for"}


def _tell(page: Page, person: Person, draft: Draft) -> None:
    draft.key = person.key
    if draft.office:
        (person.past if _is_past(page, draft) else person.offices).append(draft.office)
    if draft.owner:
        person.owners.append(draft.owner)


def _is_past(page: Page, draft: Draft) -> bool:
    """ "Then head of state", "the former minister": is it an office that somebody held before?"""
    return not _PAST.isdisjoint(page.low[max(draft.start - 1, 0) : draft.end])


def _bearer(page: Page, drafts: Sequence[Draft], position: int, people: dict[Key, Person]) -> Person | None:
    """The one person of that state and office; for a leader anyone who leads the state; the latest named first."""
    draft = drafts[position]
    office, owner = draft.office, draft.owner
    if office is None:
        return _counterpart(page, drafts, position, people)
    past = _is_past(page, draft)
    held = (p for p in people.values() if _holds(p, office) or (past and office in p.past))
    fits = [p for p in held if owner is None or owner in p.owners]
    if owner is None and (
        page.word(draft.start - 1) not in ("the", "his", "her") or office in ("official", "expert", "head")
    ):
        return None
    if owner is not None or len(fits) <= 1:
        return _latest(drafts, position, fits)
    near = [p for p in fits if _distance(page, drafts, position, p) <= 2]
    return near[0] if len(near) == 1 else None


def _holds(person: Person, office: str) -> bool:
    if office == "leader":
        return bool(_LEADING & set(person.offices))
    if office == "minister":
        return any(held.endswith("minister") and held != "prime_minister" for held in person.offices)
    return office in person.offices or (
        office in _LEADING and "leader" in person.offices and not _LEADING & (set(person.offices) - {"leader"})
    )


def _latest(drafts: Sequence[Draft], position: int, fits: Sequence[Person]) -> Person | None:
    keys = {person.key: person for person in fits}
    for draft in (*reversed(drafts[:position]), *drafts[position + 1 :]):
        if draft.key in keys:
            return keys[draft.key]
    return None


def _distance(page: Page, drafts: Sequence[Draft], position: int, person: Person) -> int:
    here = page.sentence[drafts[position].start]
    seen = [here - page.sentence[draft.start] for draft in drafts[:position] if draft.key == person.key]
    return min(seen, default=99)


def _counterpart(page: Page, drafts: Sequence[Draft], position: int, people: dict[Key, Person]) -> Person | None:
    """ "His Azerbaijani counterpart": who leads that state; without a state, the one other leader just named."""
    draft = drafts[position]
    if draft.owner is not None:
        fits = [p for p in people.values() if draft.owner in p.owners]
        leaders = [p for p in fits if _LEADING & set(p.offices)] or fits
        return _latest(drafts, position, leaders)
    here = page.sentence[draft.start]
    same = [d.key for d in drafts[:position] if d.key in people and page.sentence[d.start] == here]
    recent = {d.key for d in drafts[:position] if d.key in people and 0 < here - page.sentence[d.start] <= 1} - set(
        same
    )
    peers = [key for key in sorted(recent) if _LEADING & set(people[key].offices)]
    return people[peers[0]] if len(peers) == 1 else None


def _give_countries(drafts: Sequence[Draft], people: dict[Key, Person]) -> None:
    """A name mention keeps only what its own words show; a description shows the person's office nothing new."""
    for draft in drafts:
        if draft.key in people and draft.form == "description" and draft.office is None and people[draft.key].offices:
            draft.office = people[draft.key].offices[0]
