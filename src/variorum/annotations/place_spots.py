"""Where a report names places, in whatever sense: names, adjectives and peoples of places, names within other names.

What the entity annotator holds to be a person's name holds no place. Names of bodies hold one where they begin with
it or end in "of" it. spaCy's labels are a vote for names of towns, which many other things share.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from variorum.annotations.place_ground import Ground, Setting, Spot
from variorum.annotations.place_names import DEMONYMS, FIRM, match_places

_LABELS = frozenset({"GPE", "LOC", "FAC"})
_OTHERS = frozenset({"PERSON", "ORG", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW"})
_PLACES = frozenset({"place", "country", "people"})
_BODIES = frozenset({"organization", "armed_group", "government"})
_LOCATIVE = frozenset("in at near from to around outside inside of across towards toward into through between".split())
_TO_AND_OF = frozenset("of to from towards toward".split())
_STRONG = frozenset("in near at outside around".split())
_JOINTS = frozenset({"and", "or", ",", "/", "&"})
_DASHES = frozenset({"—", "–", "-", "(", "--", ","})
_LANGUAGE = frozenset("in speak speaks spoke speaking into studying learn learning".split())
_UNIT_WORDS = frozenset("state province oblast governorate region prefecture".split())
_HOLDING = frozenset({",", "in", "near", "outside"})
_POSSESSIVE = frozenset({"'s", "’s"})
_FAR = 4
_LARGE = 100_000
_TOWN = 15_000


def find_spots(ground: Ground) -> list[Spot]:
    """Find every toponym of a report, in text order, never overlapping."""
    known = list(match_places(ground))
    setting = Setting()
    for spot in known:
        if spot.first(*FIRM, *DEMONYMS) and "person" not in ground.kinds(spot.start, spot.end):
            setting.add(spot)
    spots = [spot for spot in known if _is_place(ground, spot) or _is_local(ground, spot, setting)]
    spots += _seconded(ground, known, spots)
    spots = _widened(ground, spots)
    taken = [False] * len(ground.text)
    for spot in spots:
        taken[spot.start : spot.end] = [True] * (spot.end - spot.start)
    spots += _labelled(ground, taken)
    spots.sort(key=lambda spot: spot.start)
    _bind(ground, spots)
    return spots


def _is_place(ground: Ground, spot: Spot) -> bool:
    """Does a name that the gazetteer knows mean a place here?"""
    kinds = ground.kinds(spot.start, spot.end)
    firm = spot.first(*FIRM, *DEMONYMS) is not None
    if "person" in kinds:
        return False
    if kinds & _BODIES:
        return (
            _is_dateline(ground, spot)
            or spot.first("union") is not None
            or _is_unit(ground, spot)
            or _is_embedded(ground, spot)
        )
    if firm:
        return not _is_language(ground, spot)
    if spot.first("seat") and not spot.places:
        return ground.word(_before(ground, spot.start)) in _STRONG
    if spot.first("short") and not spot.places:
        return ground.word(spot.start - 1) == "," and ground.is_capital(spot.start - 2)
    if ground.is_beside_person(spot.start, spot.end):
        return False
    if spot.name in ground.people:
        return ground.word(spot.start - 1) in ("in", "near") and ground.label[spot.start] in _LABELS
    return bool(kinds & _PLACES or _LABELS & set(ground.label[spot.start : spot.end])) or _is_dateline(ground, spot)


def _is_local(ground: Ground, spot: Spot, setting: Setting) -> bool:
    """A town of a state that the report speaks of, though it was taken for a person or body ("Khan Younis")."""
    several = " " in spot.name
    if not spot.places or spot.form != "name" or spot.name in ground.titled or ground.is_flanked(spot.start, spot.end):
        return False
    owner, label = ground.owner[spot.start], ground.label[spot.start]
    if owner is not None:
        same = owner.span.start == ground.begins[spot.start] and owner.span.end == ground.ends_at(spot.end)
        return same and owner.kind == "person" and setting.holds(spot, _TOWN if several else _LARGE)
    if not ground.doc[spot.start].tag_.startswith("NNP"):
        return False
    if label != "PERSON" and spot.places[0].main and spot.places[0].population >= _LARGE:
        return True
    return setting.holds_all(spot) or setting.holds(spot, _LARGE if label == "PERSON" and not several else _TOWN)


def _before(ground: Ground, start: int) -> int:
    """The word before, an article aside."""
    return start - 2 if ground.word(start - 1) == "the" else start - 1


def _is_language(ground: Ground, spot: Spot) -> bool:
    """ "In Arabic", "speaks Dutch": an adjective that no noun follows."""
    if spot.form != "demonym" or ground.word(spot.start - 1) not in _LANGUAGE:
        return False
    after = spot.end
    return after >= len(ground.text) or not (ground.doc[after].tag_[:2] in ("NN", "JJ") or ground.is_capital(after))


def _is_dateline(ground: Ground, spot: Spot) -> bool:
    """ "GENEVA (AP) -", "TORONTO —": a town in capitals that opens a line."""
    if not spot.name.isupper() or not spot.places:
        return False
    opens = spot.start == 0 or ground.text[spot.start - 1].isspace() or ground.doc[spot.start].is_sent_start is True
    return opens and ground.word(spot.end) in _DASHES


def _is_unit(ground: Ground, spot: Spot) -> bool:
    """ "Borno State": a first-level unit by its whole name that was taken for a body."""
    owner = ground.owner[spot.start]
    whole = owner is not None and owner.span.end == ground.ends_at(spot.end)
    named = bool(spot.places) and spot.places[0].feature_code == "ADM1"
    return whole and named and ground.word(spot.end - 1) in _UNIT_WORDS


def _is_embedded(ground: Ground, spot: Spot) -> bool:
    """Does the name of a body begin with a place that stands out, or end in "of" it?"""
    owner, last = ground.owner[spot.start], spot.end >= len(ground.text)
    large = bool(spot.places) and spot.places[0].main and spot.places[0].population >= _LARGE
    if owner is None or not (large or spot.first(*FIRM, *DEMONYMS)):
        return False
    starts = not spot.start or ground.owner[spot.start - 1] is not owner
    ends = last or ground.owner[spot.end] is not owner
    spot.form = spot.form if spot.form == "demonym" and starts else "embedded"
    if starts and ends:
        return False
    return starts or (ends and ground.word(spot.start - 1) in ("of", "in", "the", "for"))


def _seconded(ground: Ground, known: Sequence[Spot], spots: Sequence[Spot]) -> list[Spot]:
    """Names taken for places elsewhere in the report, or that stand where places do."""
    names = {spot.name for spot in spots}
    placed = {id(spot) for spot in spots}
    ends = {spot.end for spot in spots}
    found: list[Spot] = []
    for spot in known:
        if (
            id(spot) in placed
            or spot.form != "name"
            or ground.kinds(spot.start, spot.end)
            or spot.name in ground.people
        ):
            continue
        label, before = ground.label[spot.start], ground.word(spot.start - 1)
        joined = before in _JOINTS and spot.start - 1 in ends
        if (spot.name in names and label != "PERSON") or (
            spot.places and label not in _OTHERS and (before in ("in", "near") or joined)
        ):
            found.append(spot)
            ends.add(spot.end)
    return found


def _widened(ground: Ground, spots: Sequence[Spot]) -> list[Spot]:
    """A name within a longer name of a place gives way to it, and still says where that is."""
    wider: list[Spot] = []
    for spot in spots:
        start, end = _extent(ground, spot)
        if wider and start < wider[-1].end:
            continue
        whole = (start, end) == (spot.start, spot.end)
        name = ground.slice(start, end)
        wider.append(spot if whole else Spot(start=start, end=end, name=name, form="name", inner=spot))
    return wider


def _extent(ground: Ground, spot: Spot) -> tuple[int, int]:
    """The capitalised words round a spot that one mention or one label of spaCy's holds with it."""
    owner, label = ground.owner[spot.start], ground.label[spot.start]
    if spot.form != "name" and label not in _LABELS:
        return spot.start, spot.end
    if spot.form == "name" and owner is not None and owner.kind != "place":
        return spot.start, spot.end
    part = ground.part[spot.start]
    if owner is None and label not in _LABELS:
        return spot.start, spot.end

    def held(i: int) -> bool:
        if not 0 <= i < len(ground.text) or not ground.text[i][0].isalnum():
            return False
        return ground.owner[i] is owner if owner is not None and spot.form == "name" else ground.part[i] == part

    start, end = spot.start, spot.end
    while held(start - 1) and ground.is_capital(start - 1) and ground.word(start - 1) != "the":
        start -= 1
    while held(end) and ground.is_capital(end):
        end += 1
    return (spot.start, spot.end) if end > spot.end and _heads_body(ground, end - 1) else (start, end)


def _heads_body(ground: Ground, i: int) -> bool:
    """Does a word make what stands before it a body ("Police", "Council")?"""
    entry = ground.gazetteer.first(ground.word(i), "head", "body")
    return entry is not None and entry.kind != "place"


def _labelled(ground: Ground, taken: Sequence[bool]) -> Iterator[Spot]:
    """What only spaCy, or the entity annotator, holds to be a place; what both hold, once."""
    told: set[tuple[int, int]] = set()
    for first, last in _claimed(ground):
        start, end = first, last
        while start < end and (ground.word(start) in ("the", "a") or not ground.text[start][0].isalnum()):
            start += 1
        while end > start and not (ground.text[end - 1][0].isalnum() and ground.is_capital(end - 1)):
            end -= 1
        if start == end or (start, end) in told or any(taken[start:end]) or not ground.is_capital(start):
            continue
        told.add((start, end))
        name = ground.slice(start, end)
        if (
            ground.kinds(start, end) & (_BODIES | {"person"})
            or name in ground.people
            or not _is_credible(ground, start, end)
        ):
            continue
        yield Spot(start=start, end=end, name=name, form="name")


def _claimed(ground: Ground) -> list[tuple[int, int]]:
    """Spans of tokens that are labelled, or held, to be places."""
    spans = {(ent.start, ent.end) for ent in ground.doc.ents if ent.label_ in _LABELS}
    start = 0
    for i in range(1, len(ground.owner) + 1):
        if i == len(ground.owner) or ground.owner[i] is not ground.owner[start]:
            owner = ground.owner[start]
            if owner is not None and owner.kind == "place":
                spans.add((start, i))
            start = i
    return sorted(spans)


def _is_credible(ground: Ground, start: int, end: int) -> bool:
    """May a name that the gazetteer lacks be a place: is it no acronym, and does it stand where places do?"""
    words = ground.text[start:end]
    if any(len(word) > 1 and any(c.isupper() for c in word[1:]) and not word.isupper() for word in words):
        return False
    if end - start == 1 and words[0].isupper():
        return False
    owner = ground.owner[start]
    located = ground.word(_before(ground, start)) in _LOCATIVE
    if end - start == 1:
        held = owner is not None and owner.kind == "place" and ground.word(start - 1) in _TO_AND_OF
        return held or (located and ground.word(start - 1) in _STRONG)
    return (owner is not None and owner.kind == "place") or located or ground.label[start] in ("FAC", "LOC")


def _bind(ground: Ground, spots: Sequence[Spot]) -> None:
    """ "Springfield, Illinois", "Moss Lane in Derry", "Chile's Arica": where the words say that a place is."""
    by_start = {spot.start: spot for spot in spots}
    for before, spot in pairwise(spots):
        gap = spot.start - before.end
        if ground.word(before.end) in _HOLDING and gap <= _FAR and not _is_broken(ground, before.end + 1, spot.start):
            before.within = by_start[spot.start]
        elif gap == 1 and ground.word(before.end) in _POSSESSIVE and spot.within is None:
            spot.within = before


def _is_broken(ground: Ground, start: int, end: int) -> bool:
    """Is there more between two places than an article, a side or a sort in lower case?"""
    return any(not word.isalpha() or word[0].isupper() or word == "and" for word in ground.text[start:end])
