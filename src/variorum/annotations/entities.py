"""Who and where in one report: mentions with kind, form, country, office, and in-report coreference.

spaCy's entity labels are one vote among the gazetteer, titles, context and the rest of the
report. A state and its government are one chain of kind country; a capital that acts belongs
to it, the capital as a town does not. Nothing here knows other reports.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from spacy.tokens import Doc

from variorum.annotations.entity_actors import sense_of
from variorum.annotations.entity_aliases import join_aliases
from variorum.annotations.entity_bodies import draft_acronyms, draft_short_names
from variorum.annotations.entity_descriptions import draft_descriptions, resolve_descriptions
from variorum.annotations.entity_extents import extent
from variorum.annotations.entity_groups import draft_groups
from variorum.annotations.entity_localities import draft_localities
from variorum.annotations.entity_matches import draft_matches
from variorum.annotations.entity_page import Draft, Key, Page
from variorum.annotations.entity_persons import gather_persons
from variorum.annotations.entity_pronouns import draft_pronouns
from variorum.annotations.entity_drafts import draft_names
from variorum.annotations.entity_rebels import join_rebels
from variorum.annotations.entity_scene import Scene, set_scene
from variorum.annotations.entity_service import mark_service
from variorum.annotations.entity_unnamed import find_unnamed
from variorum.schema.annotations import EntityMention, UnnamedMention
from variorum.schema.gazetteer import Gazetteer

ANNOTATOR = "entities.v2"
_HOME_MENTIONS = 3
_HOME_SHARE = 0.6
_HOME_BODIES = frozenset(
    "government forces police parliament foreign_ministry defence_ministry interior_ministry navy air_force".split()
)
_MINISTERS = frozenset(
    "minister prime_minister deputy_prime_minister foreign_minister defence_minister interior_minister "
    "security_adviser".split()
)
"""Offices that there are in every state, and that a report of one names without saying of which."""
_SHARED_BODIES = frozenset("peacekeepers police parliament foreign_ministry defence_ministry interior_ministry".split())


def find_entities(doc: Doc, gazetteer: Gazetteer) -> tuple[EntityMention, ...]:
    """Find mentions of people, states, bodies and places, and which of them are one thing: see `find_mentions`."""
    return find_mentions(doc, gazetteer)[0]


def find_mentions(doc: Doc, gazetteer: Gazetteer) -> tuple[tuple[EntityMention, ...], tuple[UnnamedMention, ...]]:
    """Find mentions of people, states, bodies and places, which of them are one thing, and the unnamed beside them.

    Returns:
        Mentions of entities in text order, never overlapping. A person's span is the bare name, `titles` the
        words before it. Chains are numbered in order of first mention; a group's `members` are chains.
        And the mentions of whom or what the report does not name.
    """
    if not len(doc):
        return (), ()
    page = Page(doc)
    drafts = _without_overlaps(_draft(page, gazetteer))
    by_start = {draft.start: draft for draft in drafts}
    return _emit(page, drafts, by_start), find_unnamed(page, by_start)


def _draft(page: Page, gazetteer: Gazetteer) -> Sequence[Draft]:
    scene = set_scene(page, gazetteer)
    draft_names(scene)
    draft_short_names(scene)
    draft_descriptions(scene)
    draft_matches(scene)
    draft_acronyms(scene)
    join_aliases(scene)
    scene.drafts += draft_localities(page, gazetteer, scene.drafts, scene.used)
    people = gather_persons(scene.drafts)
    resolve_descriptions(scene, people)
    draft_groups(scene, people)
    _join_bodies(scene)
    join_rebels(scene)
    draft_pronouns(scene)
    old = [draft.key for draft in scene.drafts]
    _own_bodies(scene)
    _join_bodies(scene)
    _own_leaders(scene)
    _give_home(scene)
    _give_ministers(scene)
    mark_service(scene)
    _follow(scene, old)
    return scene.drafts


def _follow(scene: Scene, old: Sequence[Key]) -> None:
    """Pronouns go with what they mean when its key has changed: `old` are the keys before, draft by draft."""
    moved: dict[Key, set[Key]] = {}
    for draft, key in zip(scene.drafts, old, strict=True):
        if draft.form != "pronoun":
            moved.setdefault(key, set()).add(draft.key)
    for draft in scene.drafts:
        found = moved.get(draft.key, set())
        if draft.form == "pronoun" and len(found) == 1:
            draft.key = next(iter(found))


def _own_bodies(scene: Scene) -> None:
    """ "Its troops": the troops of the state that the pronoun means."""
    by_end = {draft.end: draft for draft in scene.drafts if draft.form in ("pronoun", "group")}
    for draft in scene.drafts:
        owner = by_end.get(draft.start)
        if owner is None or draft.form != "description" or len(draft.key) < 3 or draft.key[1] != "":
            continue
        if owner.key[0] in ("country", "state") and not owner.members:
            draft.key = (draft.key[0], *owner.key, *draft.key[2:])
            draft.country = owner.key[1] if owner.key[0] == "country" else None


def _join_bodies(scene: Scene) -> None:
    """ "The peacekeepers" are those whose state the report names, where it names just one."""
    owned: dict[tuple[str, str], set[Key]] = {}
    for draft in scene.drafts:
        if len(draft.key) > 3 and draft.form == "description" and draft.key[-1] in _SHARED_BODIES:
            owned.setdefault((draft.key[0], draft.key[-1]), set()).add(draft.key)
    _join_fighters(scene)
    for draft in scene.drafts:
        if len(draft.key) == 3 and draft.key[1] == "" and draft.form == "description":
            found = owned.get((draft.key[0], draft.key[2]), set())
            draft.key = next(iter(found)) if len(found) == 1 else draft.key


def _join_fighters(scene: Scene) -> None:
    """ "The terrorists" after "the terrorists of the Temmin Guard": the same bare word for one group's fighters only."""
    named: dict[str, set[Key]] = {}
    words = {id(draft): scene.page.word(draft.end - 1) for draft in scene.drafts if draft.kind == "armed_group"}
    described = [d for d in scene.drafts if d.kind == "armed_group" and d.form == "description"]
    for draft in described:
        if draft.key[1] != "":
            named.setdefault(words[id(draft)], set()).add(draft.key)
    for draft in described:
        found = named.get(words[id(draft)], set())
        bare = draft.end - draft.start == 1 and scene.page.word(draft.start - 1) in ("the", "those", "these")
        if draft.key[1] == "" and len(found) == 1 and bare:
            draft.key = next(iter(found))


def _give_home(scene: Scene) -> None:
    """ "The army" in a report on one state is that state's: where one has most mentions of all states by far."""
    counts = Counter(draft.key for draft in scene.drafts if draft.kind == "country" and not draft.members)
    total = sum(counts.values())
    home = max(sorted(counts), key=lambda key: counts[key], default=None)
    if home is None or counts[home] < _HOME_MENTIONS or counts[home] < _HOME_SHARE * total:
        return
    for draft in scene.drafts:
        if (
            len(draft.key) == 3
            and draft.key[1] == ""
            and draft.key[2] in _HOME_BODIES
            and scene.page.word(draft.start - 1) == "the"
        ):
            draft.country = home[1] if home[0] == "country" else None
            is_state = draft.key[2] == "government"
            draft.kind = "country" if is_state else draft.kind
            draft.key = home if is_state else (draft.key[0], *home, draft.key[2])


def _give_ministers(scene: Scene) -> None:
    """A minister of no state is of the one whose government the report speaks of, where that is just one."""
    page = scene.page
    ruling = {
        draft.key
        for draft in scene.drafts
        if draft.kind == "country" and draft.form == "description" and page.word(draft.end - 1) == "government"
    }
    if len(ruling) != 1 or next(iter(ruling))[0] != "country":
        return
    owned = {draft.key for draft in scene.drafts if draft.kind == "person" and draft.country}
    for draft in scene.drafts:
        if draft.office in _MINISTERS and draft.kind == "person" and draft.key not in owned:
            draft.country = next(iter(ruling))[1]


def _own_leaders(scene: Scene) -> None:
    """ "Its leader President Baker": the state that the pronoun means is the leader's."""
    by_end = {draft.end: draft for draft in scene.drafts if draft.form == "pronoun" and draft.key[0] == "country"}
    for draft in scene.drafts:
        owner = by_end.get(draft.titles[0]) if draft.titles else None
        if owner is not None and draft.country is None:
            draft.country, draft.owner = owner.key[1], owner.key


def _emit(page: Page, drafts: Sequence[Draft], by_start: Mapping[int, Draft]) -> tuple[EntityMention, ...]:
    numbers: dict[Key, int] = {}
    for draft in drafts:
        for key in (draft.key, *draft.members):
            numbers.setdefault(key, len(numbers))
    return tuple(_mention(page, draft, numbers, by_start) for draft in drafts)


def _without_overlaps(drafts: Sequence[Draft]) -> list[Draft]:
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (d.start, -d.end)):
        if not kept or draft.start >= kept[-1].end:
            kept.append(draft)
    return kept


def _mention(page: Page, draft: Draft, numbers: dict[Key, int], by_start: Mapping[int, Draft]) -> EntityMention:
    return EntityMention(
        span=page.span(draft.start, draft.end),
        extent=page.span(*extent(page, draft, by_start)),
        sense=sense_of(page, draft.start, draft.end) if (draft.kind, draft.form) == ("country", "name") else None,
        kind=draft.kind,
        form=draft.form,
        name=draft.name,
        chain=numbers[draft.key],
        country=draft.country,
        office=draft.office,
        titles=page.span(*draft.titles) if draft.titles else None,
        members=tuple(numbers[key] for key in draft.members),
        external_ids=draft.ids,
    )
