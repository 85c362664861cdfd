"""Names that no lexicon knows, drafted: people with their offices, bodies and places with what belongs to their names.

They may swallow a lexicon name beside them ("Oskian Naval Forces Central Command").
"""

from dataclasses import replace

from variorum.annotations.entity_introductions import kind_called
from variorum.annotations.entity_localities import base_of, sort_after
from variorum.annotations.entity_names import Run, bare_vessel, find_runs, head_kind
from variorum.annotations.entity_page import Draft, Key, Page
from variorum.annotations.entity_scene import Scene, located, use, within
from variorum.annotations.entity_titles import Phrase, owner_of
from variorum.annotations.entity_votes import names_happening, vote
from variorum.annotations.entity_vouching import text_of, vouch
from variorum.schema.names import fold

_KINSWOMEN = frozenset(
    {"wife", "sister", "daughter", "mother", "widow", "niece", "aunt", "grandmother", "granddaughter"}
)
_KINSMEN = frozenset({"husband", "brother", "son", "father", "widower", "nephew", "uncle", "grandfather", "grandson"})
_TITLE_WORDS = 4
_BETWEEN = frozenset({"JJ", "JJS", "VBN", "HYPH", "NN", "RB", "CD"})
_REACH = 6
_TAKEN_UP = frozenset({"other", "organization", "place"})
_STATE_RANKS = frozenset({"head_of_state", "head_of_government", "any"})


def draft_names(scene: Scene) -> None:
    """Draft people, bodies and places that no lexicon knows; they may swallow a lexicon name beside them."""
    page = scene.page
    known = {fold(text) for text in (*scene.states.names, *scene.states.adjectives, *scene.states.seats)}
    covered = list(scene.used)
    for match in scene.matches:
        covered[match.start : match.end] = [True] * (match.end - match.start)

    def is_taken(i: int) -> bool:
        return covered[i] or (fold(page.text[i]) in known and i not in scene.titles)

    runs = find_runs(page, is_taken, frozenset(scene.titles))
    offices = [p for p in scene.phrases if p.role.entry.type == "office"]
    vouched = vouch(page, scene.gazetteer, runs, frozenset(p.start for p in offices), frozenset(p.end for p in offices))
    kinds = {run.start: vote(page, scene.gazetteer, run, vouched) for run in runs}
    vouched.surnames.update(_single_people(page, runs, kinds))
    known_as = _kinds_elsewhere(page, runs, kinds)
    for run in runs:
        kind = kinds[run.start] or vote(page, scene.gazetteer, run, vouched) or _headed(scene, run)
        kind = kind or known_as.get(text_of(page, run))
        stop = _body_end(scene, run) if not run.titled else run.end
        if stop > run.end:
            whole = replace(run, end=stop)
            _draft_thing(scene, whole, head_kind(page, scene.gazetteer, whole) or "organization")
        elif kind == "person":
            _draft_person(scene, run)
        elif kind is not None:
            _draft_thing(scene, run, kind)


def _body_end(scene: Scene, run: Run) -> int:
    """ "Oskian Central" before "News Agency": a capitalised body right after a name belongs to the name, with what follows it."""
    page = scene.page
    body = next((p for p in scene.phrases if p.start == run.end and p.role.entry.type == "body"), None)
    if body is None or page.sentence[body.start] != page.sentence[run.start]:
        return run.end
    if not all(page.is_capital(i) for i in range(body.start, body.end)):
        return run.end
    end, stop = body.end, page.next_sentence_end(run.start)
    while (
        end < stop
        and not _opens_titles(scene, end)
        and page.is_capital(end)
        and page.tag[end].startswith("NNP")
        and end not in scene.owners.by_start
    ):
        end += 1
    return end


def _opens_titles(scene: Scene, i: int) -> bool:
    """ "Commander Colonel" of "Osk Police Commander Colonel Ann Lee": an office right before a titled name."""
    office = scene.gazetteer.first(scene.page.low[i], "office") is not None
    return office and any(i < start <= i + _TITLE_WORDS for start in scene.titles)


def _headed(scene: Scene, run: Run) -> str | None:
    """ "Lima" before "Post": a lexicon name with the head of a body's or place's name right after it, or with what is its name."""
    if _is_labelled_whole(scene, run):
        return "organization"
    if (
        run.end - run.start != 1
        or not scene.page.tag[run.start].startswith("NNP")
        or run.start not in scene.owners.by_end
    ):
        return None
    entry = scene.gazetteer.first(scene.page.low[run.start], "head")
    return entry.kind if entry is not None and entry.key != "first" else None


def _single_people(page: Page, runs: list[Run], kinds: dict[int, str | None]) -> set[str]:
    """Single words voted a person somewhere, or joined with one by "and": they are people everywhere."""
    people = {run.end: run for run in runs if kinds[run.start] == "person"}
    found = {fold(page.text[run.start]) for run in people.values() if run.end - run.start == 1}
    for run in runs:
        if (
            kinds[run.start] is None
            and run.end - run.start == 1
            and page.word(run.start - 1) == "and"
            and run.start - 1 in people
        ):
            found.add(fold(page.text[run.start]))
    return found


def _kinds_elsewhere(page: Page, runs: list[Run], kinds: dict[int, str | None]) -> dict[str, str]:
    """What single words are where the report shows it, for where it does not: in headings, beside unknown words."""
    found: dict[str, set[str]] = {}
    for run in runs:
        kind = kinds[run.start]
        if kind in _TAKEN_UP and run.end - run.start == 1 and not page.is_possessive(run.end):
            found.setdefault(text_of(page, run), set()).add(kind)
    return {text: next(iter(held)) for text, held in sorted(found.items()) if len(held) == 1}


def _draft_person(scene: Scene, run: Run) -> None:
    page, phrase = scene.page, scene.titles.get(run.start)
    owner, office, titles = None, None, None
    if phrase is not None:
        titles, owner = (phrase.start, phrase.end), phrase.owner
        rank = phrase.role.entry.rank
        office = _office_of(scene, phrase) if rank in ("honorific", "epithet") else phrase.role.entry.key
    if owner is None and page.is_possessive(run.start - 1):
        found = scene.owners.ending(run.start - 1)
        owner = found[1] if found else None
    if owner is None and phrase is not None and page.word(run.end) == "of":
        found = scene.owners.starting(run.end + 1)
        owner = found[1] if found else None
    name = page.slice(run.start, run.end)
    scene.drafts.append(
        Draft(
            start=run.start,
            end=run.end,
            kind="person",
            form="name",
            name=name,
            key=("person", fold(name)),
            country=_country_of(phrase, owner),
            owner=owner,
            office=office,
            titles=titles,
            female=_gender(page, phrase, run.start),
        )
    )
    use(scene, run.start, run.end)


def _country_of(phrase: Phrase | None, owner: Key | None) -> str | None:
    """The state that titles name, or that a department of which they speak is of ("State Department spokesman")."""
    if owner is not None and owner[0] == "country":
        return owner[1]
    return phrase.country if phrase is not None and owner is not None and owner[0] == "government" else None


def _office_of(scene: Scene, phrase: Phrase) -> str | None:
    """An office before an epithet or honorific within the same titles."""
    for start in range(phrase.start, phrase.role.start):
        for end in range(phrase.role.start, start, -1):
            entry = scene.gazetteer.first(scene.page.slice(start, end), "office")
            if entry is not None and entry.rank not in ("honorific", "epithet"):
                return entry.key
    before = [
        p
        for p in scene.phrases
        if p.end <= phrase.start and scene.page.sentence[p.start] == scene.page.sentence[phrase.start]
    ]
    is_peer = scene.page.word(phrase.end - 1) == "counterpart" and any(
        p.role.entry.rank in _STATE_RANKS for p in before
    )
    return "leader" if is_peer else None


def _gender(page: Page, phrase: Phrase | None, start: int) -> bool | None:
    """Is the bearer of a name a woman, by title or by a word of kin right before ("his sister, Senator X")?"""
    if phrase is not None:
        word = page.word(phrase.end - 1).rstrip(".")
        if word in ("mrs", "ms", "miss", "queen", "princess", "dame", "lady", "madam") or word.endswith("woman"):
            return True
        if word in ("mr", "king", "prince", "sir", "lord") or word.endswith("man"):
            return False
        start = phrase.start
    kin = page.word(start - 2) if page.word(start - 1) == "," else page.word(start - 1)
    return True if kin in _KINSWOMEN else False if kin in _KINSMEN else None


def _draft_thing(scene: Scene, run: Run, kind: str) -> None:
    page = scene.page
    if _is_head(scene, run) and page.word(run.end) == "of" and _sole_head(scene, run) == "place":
        kind = "place"
    start, end, country = run.start, run.end, None
    if head_kind(page, scene.gazetteer, run) == kind or _is_head(scene, run) or _is_labelled_whole(scene, run):
        start, country = _start(scene, run, kind)
        end = _end(scene, run.end, kind)
        if kind != "place" and _draft_realm(scene, start, _after_of(page, run.end), end):
            return
    if kind == "place" and sort_after(page, scene.gazetteer, start, end):
        end += 1
    end = _numbered(page, end) if kind == "armed_group" else end
    country = _possessor(scene, start, end) if kind == "organization" and country is None else country
    name = page.slice(start, end)
    ids, draft_country = located(scene, name, within(scene, end)) if kind == "place" else ((), country)
    scene.drafts.append(
        Draft(
            start=start,
            end=end,
            kind=kind,
            form="name",
            name=name,
            key=(kind, base_of(name) if kind == "place" else fold(bare_vessel(name)).removeprefix("the ")),
            country=draft_country,
            ids=ids,
        )
    )
    use(scene, start, end)


def _start(scene: Scene, run: Run, kind: str) -> tuple[int, str | None]:
    """Where a name begins that lexicon names and bodies before a run belong to, and the country that they tell of a body."""
    page, start, country = scene.page, run.start, None
    beside = scene.owners.by_end.get(run.start)
    while beside is not None and not scene.used[beside.start]:
        owner = owner_of(beside)
        start, country = beside.start, owner[1] if owner and kind != "place" else None
        beside = scene.owners.by_end.get(start)
    if start < run.start:
        start = _opening(page, start, run.end)
    body = _body_before(scene, start) if kind != "place" else None
    return (start, country) if body is None else (body.start, body.country)


def _end(scene: Scene, end: int, kind: str) -> int:
    """The end of a name with what stands after its "of" or "for"; a place has only one word before it ("Vale of Osk")."""
    page, after = scene.page, _after_of(scene.page, end)
    if page.word(end) not in ("of", "for") or not page.is_capital(after):
        return end
    alone = end < 2 or not page.is_capital(end - 2)
    return _tail(scene, after) if kind != "place" or (alone and after == end + 1) else end


def _after_of(page: Page, end: int) -> int:
    return end + 2 if page.word(end + 1) == "the" else end + 1


def _possessor(scene: Scene, start: int, end: int) -> str | None:
    """ "Osk's state-owned Grain Board": the country that a body's name stands behind, adjectives between."""
    page, i = scene.page, start
    while i > 0 and page.sentence[i - 1] == page.sentence[start] and page.tag[i - 1] in _BETWEEN and start - i < _REACH:
        i -= 1
    named = head_kind(page, scene.gazetteer, Run(start=start, end=end, titled=False)) is not None
    found = scene.owners.ending(i - 1) if page.is_possessive(i - 1) and (i < start or named) else None
    return found[2] if found is not None else None


def _opening(page: Page, start: int, end: int) -> int:
    """ "International" before "Libya Support Group": names right before one that hang on it begin it."""
    floor = page.starts[page.sentence[start]]
    while (
        start > floor
        and page.tag[start - 1] == "NNP"
        and page.is_capital(start - 1)
        and start <= page.head[start - 1] < end
    ):
        start -= 1
    return start


def _numbered(page: Page, end: int) -> int:
    """The end of a force's name with its number ("Task Force 50"), which no counted noun may follow."""
    counts = page.tag[min(end + 1, len(page) - 1)] == "NNS"
    return end + 1 if page.word(end).isdigit() and end < page.next_sentence_end(end - 1) and not counts else end


def _body_before(scene: Scene, start: int) -> Phrase | None:
    """ "Oskian Naval Forces" before "Central Command": a body in capitals that a longer name begins with."""
    page = scene.page
    body = next((p for p in scene.phrases if p.end == start and p.role.entry.type == "body"), None)
    if body is None or page.sentence[body.start] != page.sentence[start]:
        return None
    return body if all(page.is_capital(i) for i in range(body.start, body.end)) else None


def _draft_realm(scene: Scene, start: int, after: int, end: int) -> bool:
    """ "The Republic of Oskia": a state in full, where the report knows it as one."""
    key = scene.owners.state_at(after)
    if key is None or end != after + 1:
        return False
    name = scene.page.slice(start, end)
    scene.drafts.append(Draft(start=start, end=end, kind="country", form="name", name=name, key=key))
    use(scene, start, end)
    return True


def _is_head(scene: Scene, run: Run) -> bool:
    return run.end - run.start == 1 and scene.gazetteer.first(scene.page.low[run.start], "head") is not None


def _sole_head(scene: Scene, run: Run) -> str | None:
    """The one kind that the first word of a name says as the head of one ("Vale" of "the Vale of Osk": a place)."""
    kinds = {entry.kind for entry in scene.gazetteer.entries(scene.page.low[run.start]) if entry.type == "head"}
    return next(iter(kinds)) if len(kinds) == 1 else None


def _is_labelled_whole(scene: Scene, run: Run) -> bool:
    """ "Hellenic" before "Freight": are they one body's name, by the parser's label or by the noun or clause beside it?"""
    page, beside = scene.page, scene.owners.by_end.get(run.start)
    if (
        beside is None
        or names_happening(page, replace(run, start=beside.start))
        or not all(page.tag[i].startswith("NNP") for i in range(run.start, run.end))
    ):
        return False
    parts = {page.part[i] for i in range(beside.start, run.end)}
    labelled = len(parts) == 1 and page.label[run.start] == "ORG"
    called = labelled or kind_called(page, run) == "organization"
    return called and beside.start < page.head[beside.end - 1] < run.end


def _tail(scene: Scene, start: int) -> int:
    match = scene.owners.by_start.get(start)
    if match is not None:
        return match.end
    end = start + 1
    while (
        end < len(scene.page) and scene.page.is_capital(end) and scene.page.sentence[end] == scene.page.sentence[start]
    ):
        end += 1
    if scene.page.word(end) == "of" and scene.page.is_capital(end + 1):
        return _tail(scene, end + 1)
    return end + 2 if _is_joined_brief(scene, start, end) else end


def _is_joined_brief(scene: Scene, start: int, end: int) -> bool:
    """ "Department of Foreign Affairs and Trade": does "and" join one more common noun in capitals?"""
    page, after = scene.page, end + 1
    if page.word(end) != "and" or not page.is_capital(after) or after in scene.owners.by_start:
        return False
    ends = page.word(after + 1) not in ("of", "for") and not page.is_capital(after + 1)
    return ends and page.head[after] >= start and page.dep[after] == "conj"
