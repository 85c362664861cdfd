"""From matches, phrases and runs to drafts of mentions: names, descriptions, states and their seats.

Everything here looks at one place of the text at a time; what depends on other mentions
(bearers, groups, pronouns) comes after.
"""

from dataclasses import dataclass, field, replace

from variorum.annotations.entity_lexicon import Match, match_names, match_roles
from variorum.annotations.entity_names import begins_name
from variorum.annotations.entity_page import Draft, Key, Page
from variorum.annotations.entity_states import States, find_seats, find_states
from variorum.annotations.entity_titles import Owners, Phrase, owner_of, read_phrases
from variorum.schema.gazetteer import Gazetteer

_FAR_LARGER = 20
_BRANCHES = frozenset({"justice", "general", "major"})
_BRIEFED = frozenset(
    "president prime_minister minister foreign_minister defence_minister interior_minister secretary_general governor monarch "
    "high_representative envoy ambassador security_adviser vice_president deputy_prime_minister commander".split()
)


@dataclass(slots=True)
class Scene:
    """One report on the table."""

    page: Page
    gazetteer: Gazetteer
    matches: list[Match] = field(default_factory=list)
    states: States = field(default_factory=States)
    phrases: list[Phrase] = field(default_factory=list)
    owners: Owners = field(init=False)
    drafts: list[Draft] = field(default_factory=list)
    used: list[bool] = field(default_factory=list)
    titles: dict[int, Phrase] = field(default_factory=dict)
    spoken: frozenset[str] = frozenset()


def set_scene(page: Page, gazetteer: Gazetteer) -> Scene:
    """Find what the lexicons and the report itself know of names, offices and states."""
    scene = Scene(page, gazetteer)
    scene.matches = match_names(page, gazetteer)
    named = (match.first("country", "demonym", "people") for match in scene.matches)
    scene.spoken = frozenset(entry.country for entry in named if entry is not None and entry.country)
    covered = [False] * len(page)
    for match in scene.matches:
        covered[match.start : match.end] = [True] * (match.end - match.start)
    roles = match_roles(page, gazetteer, covered)
    scene.states = find_states(page, roles, covered)
    scene.owners = Owners.of(page, gazetteer, scene.states, scene.matches)
    scene.phrases = read_phrases(page, roles, scene.owners)
    scene.used = [False] * len(page)
    find_seats(page, scene.states, _states_by_start(scene))
    _mark_phrases(scene, covered)
    return scene


def _states_by_start(scene: Scene) -> dict[int, tuple[Key, int]]:
    found = {
        m.start: (owner[0], m.end)
        for m in scene.matches
        if (owner := owner_of(m)) is not None and owner[0][0] == "country"
    }
    for i in range(len(scene.page)):
        state = scene.owners.starting(i) if i not in scene.owners.by_start else None
        if state is not None:
            found[i] = (state[1], state[0])
    return found


def _mark_phrases(scene: Scene, covered: list[bool]) -> None:
    """Take the words of titles and descriptions, so that no demonym in them is a mention of its own."""
    page = scene.page
    for phrase in scene.phrases:
        if _begins_body(scene, phrase):
            continue
        is_office = phrase.role.entry.type == "office" and not phrase.role.plural
        if is_office and _introduces(page, covered, phrase.end):
            scene.titles[phrase.end] = phrase
        after = _end_of_brief(scene, phrase) if phrase.end not in scene.titles else phrase.end
        if after > phrase.end and _introduces(page, covered, after) and _is_full_name(scene, after):
            scene.titles[after] = replace(phrase, end=after)
        scene.used[phrase.start : phrase.end] = [True] * (phrase.end - phrase.start)


def _begins_body(scene: Scene, phrase: Phrase) -> bool:
    """ "Justice Department": is the office a word of the name of a body?"""
    page = scene.page
    follows = page.is_capital(phrase.end) and scene.gazetteer.first(page.low[phrase.end], "head") is not None
    return follows and page.low[phrase.end - 1] in _BRANCHES


def _is_full_name(scene: Scene, start: int) -> bool:
    """Do two capitalised words or more stand here, none of which is the head of a body's or place's name?"""
    page, end = scene.page, start
    while page.is_capital(end) and page.sentence[end] == page.sentence[start]:
        end += 1
    return end - start > 1 and all(scene.gazetteer.first(page.low[i], "head") is None for i in range(start, end))


def _end_of_brief(scene: Scene, phrase: Phrase) -> int:
    """The end of what an office is for: "Special Envoy for Libya" before a name; else the office's end."""
    page, entry = scene.page, phrase.role.entry
    if entry.key not in _BRIEFED or phrase.role.plural or page.word(phrase.end) not in ("for", "to", "of"):
        return phrase.end
    start = phrase.end + 2 if page.word(phrase.end + 1) == "the" else phrase.end + 1
    match = scene.owners.by_start.get(start)
    return match.end if match is not None else phrase.end


def _introduces(page: Page, covered: list[bool], i: int) -> bool:
    if not begins_name(page, i) or page.sentence[i] != page.sentence[i - 1]:
        return False
    if not page.is_capital(i):
        return not covered[i + 2]
    return not covered[i] and (page.tag[i][:2] in ("NN", "JJ", "FW", "VB", "UH", "RB") or page.label[i] == "PERSON")


def within(scene: Scene, end: int) -> str | None:
    """The state that follows a comma after a place ("Cordoba, Spain")."""
    match = scene.owners.by_start.get(end + 1) if scene.page.word(end) == "," else None
    entry = match.first("country") if match else None
    return entry.key if entry else None


def located(scene: Scene, name: str, state: str | None) -> tuple[tuple[str, ...], str | None]:
    """GeoNames id of the largest place of a name, where one stands out; its country goes with it."""
    found = [place for place in scene.gazetteer.find_places(name) if state is None or place.country == state]
    if not found:
        return (), None
    near = [place for place in found if place.country in scene.spoken]
    if near and near[0].population * _FAR_LARGER >= found[0].population:
        found = near
    if len(found) > 1 and found[1].population * 3 > found[0].population:
        return (), None
    return (f"geonames:{found[0].geonames_id}",), found[0].country or None


def use(scene: Scene, start: int, end: int) -> None:
    """Mark tokens as taken by a mention."""
    scene.used[start:end] = [True] * (end - start)
