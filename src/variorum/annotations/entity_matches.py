"""Mentions that the lexicons know, and the states and seats that only the report knows: states, peoples, bodies, towns.

A demonym before a noun is its state, alone it is the people; a seat that acts is its state, else a town.
"""

from variorum.annotations.entity_actors import acts
from variorum.annotations.entity_lexicon import Match
from variorum.annotations.entity_page import Draft, Page
from variorum.annotations.entity_scene import Scene, located, use, within
from variorum.schema.names import fold

_LANGUAGE = frozenset({"in", "speak", "speaks", "spoke", "speaking", "into"})
_NAMED_TYPES = frozenset({"disputed", "region", "water", "historical", "organization", "group"})


def draft_matches(scene: Scene) -> None:
    """Draft what the lexicons know, and the states and seats that only this report knows."""
    for match in scene.matches:
        if not any(scene.used[match.start : match.end]):
            draft = _of_match(scene, match)
            if draft is not None:
                scene.drafts.append(draft)
                use(scene, draft.start, draft.end)
    for i in range(len(scene.page)):
        if not scene.used[i] and scene.page.is_capital(i):
            _draft_unknown(scene, i)


def _of_match(scene: Scene, match: Match) -> Draft | None:
    page, start, end = scene.page, match.start, match.end
    name = page.slice(start, end)
    entry = match.first(*_NAMED_TYPES)
    if (entry is not None and entry.type == "region" and match.first("country") is None) or (
        entry is not None and entry.type != "region"
    ):
        country = entry.country or None
        return Draft(
            start=start, end=end, kind=entry.kind, form="name", name=name, key=(entry.kind, entry.key), country=country
        )
    entry = match.first("country")
    if entry is not None:
        return Draft(
            start=start, end=end, kind="country", form="name", name=name, key=("country", entry.key), country=entry.key
        )
    entry = match.first("demonym", "people")
    if entry is not None:
        return _of_demonym(page, match, name)
    return _of_seat(scene, match, name)


def _of_demonym(page: Page, match: Match, name: str) -> Draft | None:
    adjective, people = match.first("demonym"), match.first("people")
    start, end = match.start, match.end
    if (page.word(start - 1) in _LANGUAGE and not _modifies(page, end)) or (
        page.word(end) in ("language", "-", "speaking") and page.word(end + 1) == "language"
    ):
        return None
    if people is not None and (adjective is None or not _modifies(page, end)):
        country = people.country or None
        key = ("people", people.country or fold(people.name))
        return Draft(
            start=start, end=end, kind="people", form="demonym", name=name, key=key, country=country, plural=True
        )
    if adjective is None or not adjective.country:
        return None
    return Draft(
        start=start,
        end=end,
        kind="country",
        form="demonym",
        name=name,
        key=("country", adjective.country),
        country=adjective.country,
    )


def _modifies(page: Page, end: int) -> bool:
    """Does a noun or another adjective follow, so that the demonym only describes it?"""
    if page.word(end) in ("-", "and", "or") and end + 1 < len(page):
        end += 1
    return (
        end < len(page)
        and page.tag[end][:2] in ("NN", "JJ", "VB")
        and page.tag[end] not in ("VBD", "VBZ", "VBP")
        and page.dep[end] != "ROOT"
    )


def _of_seat(scene: Scene, match: Match, name: str) -> Draft | None:
    page, start, end = scene.page, match.start, match.end
    seat, capital = match.first("seat"), match.first("capital")
    if seat is not None and (acts(page, start, end) or not (capital or scene.gazetteer.has_place(name))):
        key = ("country", seat.country) if seat.country else (seat.kind, seat.key)
        kind = "country" if seat.country else seat.kind
        return Draft(start=start, end=end, kind=kind, form="metonym", name=name, key=key, country=seat.country or None)
    return _of_town(scene, match, name) if capital or seat or _is_place_here(page, start) else None


def _of_town(scene: Scene, match: Match, name: str) -> Draft:
    """A capital or seat as a town is that state's; any other name the largest such place, where one stands out."""
    known = match.first("capital", "seat")
    state = within(scene, match.end) or (known.country if known else "") or None
    ids, country = located(scene, name, state)
    if country is None:
        codes = {entry.country for entry in match.entries if entry.country}
        country = state or (codes.pop() if len(codes) == 1 else None)
    key = ("place", ids[0] if ids else fold(name))
    return Draft(
        start=match.start, end=match.end, kind="place", form="name", name=name, key=key, country=country, ids=ids
    )


def _is_place_here(page: Page, start: int) -> bool:
    return page.label[start] in ("GPE", "LOC", "FAC") or page.word(start - 1) in (
        "in",
        "near",
        "at",
        "of",
        "across",
        "from",
        "to",
        ",",
        "the",
    )


def _draft_unknown(scene: Scene, i: int) -> None:
    page, word = scene.page, fold(scene.page.text[i])
    name = page.text[i]
    if word in scene.states.seats:
        key = scene.states.seats[word]
        acting = acts(page, i, i + 1)
        kind, form = ("country", "metonym") if acting else ("place", "name")
        ids = () if acting else (f"capital_of:{key[1]}",)
        draft = Draft(
            start=i, end=i + 1, kind=kind, form=form, name=name, key=key if acting else ("place", word), ids=ids
        )
    elif word in scene.states.names:
        draft = Draft(start=i, end=i + 1, kind="country", form="name", name=name, key=scene.states.names[word].key)
    elif word in scene.states.adjectives or (word.endswith("s") and word[:-1] in scene.states.adjectives):
        plural = word not in scene.states.adjectives
        state = scene.states.adjectives[word[:-1] if plural else word]
        is_people = plural or not _modifies(page, i + 1)
        key = ("people", *state.key) if is_people else state.key
        draft = Draft(
            start=i,
            end=i + 1,
            kind="people" if is_people else "country",
            form="demonym",
            name=name,
            key=key,
            plural=is_people,
        )
    else:
        return
    scene.drafts.append(draft)
    use(scene, i, i + 1)
