"""Places by the words beside a name: "the village of X", "X, a village on ...", "X valley", "across the X".

And places without a name: "that village", "the hill" mean the last place of the sort that the
report has named; where it has named none, there is no mention.
"""

from collections.abc import Sequence

from variorum.annotations.entity_page import Draft, Page
from variorum.annotations.entity_struck import is_struck
from variorum.schema.gazetteer import Gazetteer
from variorum.schema.names import fold

_DEFINITE = frozenset({"the", "that", "this"})
_ALONG = frozenset({"across", "along"})
_BANKS = frozenset({"bank", "banks", "shore", "shores", "mouth", "valley", "waters"})
_JOINTS = frozenset({"a", "an", "the"})
_HEADS_OF_ONE = frozenset({"valley", "river", "basin", "enclave", "lake", "strip"})
_STRUCK = frozenset({"shell", "bombard", "besiege", "liberate", "recapture", "retake", "reach", "evacuate"})
_DONE_TO = frozenset(
    "shelling bombing bombardment siege capture recapture seizure liberation occupation outskirts residents inhabitants villagers evacuation hospital hospitals airport mayor "
    "streets suburbs".split()
)
_WHEN = frozenset({"yesterday", "today", "tomorrow", "tonight", "weeks", "days", "hours", "months"})
_THROUGH = frozenset({"through", "outside", "around", "across", "into"})
_MOVES = frozenset("march drive walk travel pass parade roll sweep stroll flee move advance ride".split())
_AT_SEA = frozenset(
    "sink capsize founder overturn collide ground aground anchor moor drown crash ditch fish sail patrol strike hit run go break drift "
    "wreck ship ferry tanker boat vessel trawler freighter barge yacht mile kilometre kilometer sinking collision tragedy disaster accident wreckage shipwreck clash intercept seize lie".split()
)
"""Words of ships and seas after which "off" leads to a coast or an island."""

_NEAR = 2
_REACH = 5
_NO_TAIL = frozenset({"of", "council", "hall"})
_CITY = 100_000
_VILLAGE = 5_000


def sort_of(gazetteer: Gazetteer, word: str) -> str | None:
    """The family of a sort of place ("settlement" for "village"), None for any other word."""
    return next((entry.key for entry in gazetteer.entries(word) if entry.type == "sort"), None)


def sort_beside(page: Page, gazetteer: Gazetteer, start: int, end: int) -> str | None:
    """The sort of place that the words beside a name call it."""
    before = page.word(start - 2) if page.word(start - 1) == "of" else ""
    if (
        before
        and sort_of(gazetteer, before)
        and page.tag[start - 2] in ("NN", "NNP")
        and before not in ("port", "base")
    ):
        return before
    return sort_after(page, gazetteer, start, end) or _sort_apposed(page, gazetteer, start, end)


def sort_after(page: Page, gazetteer: Gazetteer, start: int, end: int) -> str | None:
    """A lower-case noun right after a name that makes it a place ("Karsk valley"), and heads the phrase."""
    word = page.word(end)
    if end >= len(page) or page.is_capital(end) or page.sentence[end] != page.sentence[start]:
        return None
    if not sort_of(gazetteer, word) or page.tag[end] != "NN" or page.dep[end] == "compound":
        return None
    return word if word not in ("capital", "base", "port") else None


def _sort_apposed(page: Page, gazetteer: Gazetteer, start: int, end: int) -> str | None:
    """ "X, a village on the bank": the noun of an apposition with an article, or of "X is a village"."""
    if page.word(end) not in (",", "is", "was"):
        return None
    i = end + 1
    if page.is_capital(i) and page.tag[i] == "JJ" and page.word(i + 1) in ("land", "soil", "territory"):
        return "territory"
    if page.word(i) not in _JOINTS:
        return None
    for j in range(i + 1, min(i + _REACH, page.next_sentence_end(start))):
        if (
            page.tag[j][:2] == "NN"
            and page.word(j + 1) not in ("'s", "’s")
            and page.tag[min(j + 1, len(page) - 1)][:2] != "NN"
        ):
            return page.word(j) if sort_of(gazetteer, page.word(j)) else None
        if page.word(j) in (",", "of"):
            return None
    return None


def is_acted_on(page: Page, start: int, end: int) -> bool:
    """ "The shelling of X", "shelled X", "marched through X", "reached X": what is done to places only."""
    if is_struck(page, start, end):
        return True
    compound = end < len(page) and page.tag[end][:2] == "NN" and page.low[end] not in _WHEN
    if end - start > 2 or compound:
        return False
    root, before = page.root(start, end), page.word(start - 1)
    verb = page.lemma[page.head[root]]
    if before == "off" and start > 1:
        return bool({verb, page.lemma[start - 2], page.lemma[page.head[page.head[root]]]} & _AT_SEA)
    if page.dep[root] == "dobj" and before == page.low[page.head[root]]:
        return verb in _STRUCK
    if page.dep[root] != "pobj":
        return False
    if before == "of":
        return page.word(start - 2) in _DONE_TO
    governor = page.head[page.head[root]]
    return before in _THROUGH and page.lemma[governor] in _MOVES and page.tag[governor].startswith("VB")


def stretches_across(page: Page, start: int, end: int) -> bool:
    """ "Across the X", "the banks of the X": a river, a plain, a border land."""
    if page.word(start - 1) != "the" or page.dep[page.root(start, end)] != "pobj" or end - start > 2:
        return False
    if end < len(page) and page.tag[end][:2] == "NN":
        return False
    return page.word(start - 2) in _ALONG or (page.word(start - 2) == "of" and page.word(start - 3) in _BANKS)


def base_of(name: str) -> str:
    """The key of a place's name: a valley or river goes by its name alone ("the Karsk" is the Karsk valley)."""
    words = fold(name).split()
    return " ".join(words[:-1]) if len(words) > 1 and words[-1] in _HEADS_OF_ONE else " ".join(words)


def draft_localities(page: Page, gazetteer: Gazetteer, drafts: Sequence[Draft], used: Sequence[bool]) -> list[Draft]:
    """Draft "the village" and its like, each with the key of the place that it means."""
    places = sorted((d for d in drafts if d.kind == "place"), key=lambda d: d.start)
    capitals = _draft_capitals(page, gazetteer, places, used)
    if not places:
        return capitals
    sorts = [_sorts(page, gazetteer, place) for place in places]
    by_key: dict[tuple[str, ...], set[str]] = {}
    for place, found in zip(places, sorts, strict=True):
        by_key.setdefault(place.key, set()).update(found)
    made = []
    for i in range(1, len(page)):
        if used[i] or page.low[i - 1] not in _DEFINITE or not _is_alone(page, i) or not sort_of(gazetteer, page.low[i]):
            continue
        meant = _meant(page, gazetteer, places, by_key, i)
        if meant is not None:
            made.append(_description(page, meant, i))
    return [*made, *capitals]


def _draft_capitals(page: Page, gazetteer: Gazetteer, places: Sequence[Draft], used: Sequence[bool]) -> list[Draft]:
    """Draft "the Peruvian capital" and "Peru's capital": the town that the gazetteer has as that state's."""
    made = []
    for i in range(1, len(page)):
        if page.low[i] != "capital" or used[i] or not _is_alone(page, i):
            continue
        country = _state_before(page, gazetteer, i)
        name = gazetteer.capital_of(country) if country else None
        if name is not None:
            made.append(_capital(gazetteer, places, i, name, country))
    return made


def _state_before(page: Page, gazetteer: Gazetteer, i: int) -> str | None:
    """The state whose adjective or name stands before the word "capital"; two words at most ("South African")."""
    end = i - 1 if page.is_possessive(i - 1) else i
    for start in (end - 2, end - 1):
        words = page.slice(start, end) if start >= 0 else ""
        found = gazetteer.country_of_demonym(words) or (gazetteer.country_of_name(words) if end < i else None)
        if found is not None:
            return found
    return None


def _capital(gazetteer: Gazetteer, places: Sequence[Draft], i: int, name: str, country: str | None) -> Draft:
    """A mention of a capital by its state, as the town that the report names or the gazetteer has."""
    named = next((p for p in places if fold(p.name) == fold(name)), None)
    towns = [p for p in gazetteer.find_places(name) if p.country == country]
    ids = named.ids if named else tuple(f"geonames:{p.geonames_id}" for p in towns[:1])
    key = named.key if named else ("place", ids[0] if ids else fold(name))
    return Draft(start=i, end=i + 1, kind="place", form="name", name=name, key=key, country=country, ids=ids)


def _is_alone(page: Page, i: int) -> bool:
    """Is the noun neither a modifier nor the head of another name ("the city council", "the city of X")?"""
    if page.tag[i] != "NN" or page.dep[i] == "compound" or page.is_possessive(i + 1):
        return False
    after = page.word(i + 1)
    return after not in _NO_TAIL and not (page.is_capital(i + 1) and page.tag[i + 1].startswith("NNP"))


def _sorts(page: Page, gazetteer: Gazetteer, place: Draft) -> set[str]:
    """The sorts of place that a mention's own words, its neighbours and the gazetteer give."""
    words = place.name.casefold().split()
    found = {word for word in (words[0], words[-1]) if len(words) > 1 and sort_of(gazetteer, word)}
    beside = sort_beside(page, gazetteer, place.start, place.end)
    found.update(word for word in (beside, place.sort) if word)
    if stretches_across(page, place.start, place.end):
        found.add("river")
    return found | _recorded(gazetteer, place)


def _recorded(gazetteer: Gazetteer, place: Draft) -> set[str]:
    if gazetteer.first(place.name, "disputed", "subdivision") is not None:
        return {"region", "enclave", "territory", "province"}
    if gazetteer.first(place.name, "capital", "seat") is not None:
        return {"capital", "city"}
    if not place.ids:
        return set()
    found = [p for p in gazetteer.find_places(place.name) if f"geonames:{p.geonames_id}" in place.ids]
    if not found:
        return set()
    size = found[0].population
    return {"city"} if size >= _CITY else {"town", "city"} if size >= _VILLAGE else {"town", "village"}


def _meant(
    page: Page, gazetteer: Gazetteer, places: Sequence[Draft], by_key: dict[tuple[str, ...], set[str]], i: int
) -> Draft | None:
    """The last place called that sort; else the one later called it; else a town just named, for a settlement."""
    word, here = page.low[i], page.sentence[i]
    before = [p for p in places if p.end <= i]
    same = [p for p in before if word in by_key[p.key]]
    if same:
        return same[-1]
    later = [p for p in places if p.start > i and word in by_key[p.key]]
    if len({p.key for p in later}) == 1:
        return later[0]
    if sort_of(gazetteer, word) != "settlement" or word == "capital":
        return None
    near = [p for p in before if here - page.sentence[p.start] <= _NEAR and not by_key[p.key] and not p.country]
    return near[-1] if near else None


def _description(page: Page, meant: Draft, i: int) -> Draft:
    return Draft(
        start=i,
        end=i + 1,
        kind="place",
        form="description",
        name=page.text[i],
        key=meant.key,
        country=None,
    )
