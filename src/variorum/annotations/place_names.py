"""Names of places as they stand in a report, whatever they mean there: longest match, capitals minded."""

from collections.abc import Iterator

from variorum.annotations.entity_lexicon import is_written_as
from variorum.annotations.place_ground import Ground, Spot
from variorum.schema.countries import Entry
from variorum.schema.gazetteer import Gazetteer
from variorum.schema.names import fold

FIRM = frozenset({"country", "disputed", "region", "water", "historical", "union"})
"""Types of the lexicon that name places whatever stands beside them."""

DEMONYMS = frozenset({"demonym", "people", "adjective"})
"""Types of the lexicon that name the people or the adjective of a place."""

_PLACED = FIRM | DEMONYMS | {"capital", "seat", "short"}
_INNER = frozenset("- – ' ’ 's ’s . of de la le del du da do dos and upon on en al el san the".split())
_SMALL = frozenset("of de la le del du da do dos and upon on en al el the ar a i".split())
_SIDES = frozenset(
    "north south east west northern southern eastern western upper lower central northeast northwest".split()
)
_TIMES = frozenset(
    "january february march april may june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday easter christmas".split()
)
_WORDS = frozenset({"head", "sort", "office", "body", "plural", "modifier"})
_THINGS = frozenset({"organization", "group", "people", "demonym"})
_SHORT = 4
_MOST_WORDS = 6


def match_places(ground: Ground) -> Iterator[Spot]:
    """The longest names that the gazetteer knows, whatever they mean here."""
    i = 0
    while i < len(ground.text):
        spot = _longest(ground, i) if ground.is_capital(i) else None
        if spot is None:
            i += 1
            continue
        yield spot
        i = spot.end


def _longest(ground: Ground, start: int) -> Spot | None:
    best = None
    for end in range(start + 1, min(start + _MOST_WORDS, len(ground.text)) + 1):
        word = ground.text[end - 1]
        if not (word[0].isupper() or word[0].isdigit() or word.casefold() in _INNER):
            break
        name = ground.slice(start, end)
        key = fold(name)
        if not (ground.gazetteer.begins(key) or ground.gazetteer.begins_place(key)):
            break
        if word[0].isalnum() and ground.is_capital(end - 1):
            best = read_spot(ground.gazetteer, name, start, end) or best
    return best


def read_spot(gazetteer: Gazetteer, name: str, start: int, end: int) -> Spot | None:
    """What a name may mean as a place; None where the gazetteer has no place of that name."""
    held = [e for e in gazetteer.entries(name) if is_written_as(e.surface, name)]
    entries = tuple(e for e in held if _places(e))
    other = fold(name) in _SIDES | _TIMES or (not entries and any(e.type in _THINGS for e in held))
    places = gazetteer.find_toponyms(name) if _is_titled(name) and not other else ()
    if not entries and not places:
        return None
    if not entries and " " not in name and any(e.type in _WORDS for e in held):
        return None
    types = {entry.type for entry in entries}
    form = "demonym" if types & DEMONYMS and not types & FIRM else "name"
    return Spot(start=start, end=end, name=name, form=form, entries=entries, places=places)


def _places(entry: Entry) -> bool:
    """Does the lexicon's row name a place, or a people that is tied to one?"""
    if entry.type in ("demonym", "people"):
        return bool(entry.country)
    return entry.type in _PLACED


def _is_titled(name: str) -> bool:
    """Is every word but the small ones capitalised, and the whole no acronym ("MoD", "NBC")?"""
    words = name.replace("-", " ").split()
    capital = all(word[0].isupper() or word[0].isdigit() or word.casefold() in _SMALL for word in words)
    short = len(name) <= _SHORT and any(letter.isupper() for letter in name[1:] if " " not in name)
    return capital and not (short and (len(name) < _SHORT or not name.isupper()))
