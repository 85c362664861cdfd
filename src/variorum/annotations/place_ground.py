"""A report as the search for toponyms sees it: its tokens with what is known of each, and spots that name places."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc

from variorum.annotations.place_distance import distance_km
from variorum.schema.annotations import EntityMention
from variorum.schema.countries import Entry
from variorum.schema.gazetteer import Gazetteer
from variorum.schema.place_records import PlaceRecord

_FORMS = frozenset({"name", "metonym", "demonym"})
_NEAR_KM = 300.0
_FEW = 3


@dataclass(slots=True, kw_only=True)
class Spot:
    """A span of tokens, half-open, that names a place.

    form: name, demonym, metonym or embedded (within the name of a body). within: the words after a comma that say
    where it is. entries, places: what the gazetteer holds of the name.
    """

    start: int
    end: int
    name: str
    form: str
    entries: tuple[Entry, ...] = ()
    places: tuple[PlaceRecord, ...] = ()
    within: "Spot | None" = field(default=None, repr=False)
    inner: "Spot | None" = field(default=None, repr=False)

    def first(self, *types: str) -> Entry | None:
        """The first meaning in the lexicon of one of the types, in the order of the types."""
        return next((entry for type_ in types for entry in self.entries if entry.type == type_), None)


@dataclass(slots=True)
class Ground:
    """A report's tokens with what is known of each: its mention and spaCy's label."""

    doc: Doc
    gazetteer: Gazetteer
    mentions: Sequence[EntityMention]
    raw: str = field(init=False)
    text: list[str] = field(init=False)
    begins: list[int] = field(init=False)
    owner: list[EntityMention | None] = field(init=False)
    label: list[str] = field(init=False)
    part: list[int] = field(init=False)
    people: frozenset[str] = field(init=False)
    titled: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        tokens = list(self.doc)
        self.text = [token.text for token in tokens]
        self.raw = self.doc.text
        self.begins = begins = [token.idx for token in tokens]
        self.owner = [None] * len(self.text)
        self.label = [""] * len(self.text)
        for mention in self.mentions:
            if mention.form in _FORMS:
                first, last = bisect_left(begins, mention.span.start), bisect_left(begins, mention.span.end)
                self.owner[first:last] = [mention] * (last - first)
        self.part = [-1] * len(self.text)
        for number, ent in enumerate(self.doc.ents):
            self.label[ent.start : ent.end] = [ent.label_] * (ent.end - ent.start)
            self.part[ent.start : ent.end] = [number] * (ent.end - ent.start)
        names = [m.name.split() for m in self.mentions if m.kind == "person" and m.form == "name"]
        self.people = frozenset(words[i] for words in names for i in (0, -1) if words)
        titled = {m.name for m in self.mentions if m.kind == "person" and (m.titles or m.office)}
        self.titled = frozenset(titled | {w for words in names if len(words) > 1 for w in words})

    def slice(self, start: int, end: int) -> str:
        """The words of a span as they stand."""
        return self.raw[self.begins[start] : self.ends_at(end)]

    def ends_at(self, end: int) -> int:
        """The first code point after the token before `end`."""
        return self.begins[end - 1] + len(self.text[end - 1])

    def is_capital(self, i: int) -> bool:
        return 0 <= i < len(self.text) and self.text[i][0].isupper()

    def word(self, i: int) -> str:
        return self.text[i].casefold() if 0 <= i < len(self.text) else ""

    def kinds(self, start: int, end: int) -> set[str]:
        """Kinds of the mentions that a span touches."""
        return {mention.kind for mention in self.owner[start:end] if mention is not None}

    def is_flanked(self, start: int, end: int) -> bool:
        """Does another name's word stand right before or after?"""
        return self._is_name_word(start - 1) or self._is_name_word(end)

    def _is_name_word(self, i: int) -> bool:
        return self.is_capital(i) and self.doc[i].tag_.startswith("NNP")

    def is_beside_person(self, start: int, end: int) -> bool:
        """Does a person's name stand right before or after ("Paris Hilton")?"""
        return any(owner is not None and owner.kind == "person" for owner in (self._at(start - 1), self._at(end)))

    def _at(self, i: int) -> EntityMention | None:
        return self.owner[i] if 0 <= i < len(self.owner) else None


@dataclass(slots=True)
class Setting:
    """The states and points that a report surely speaks of: what makes a town of a doubtful name likely."""

    states: set[str] = field(default_factory=set)
    points: list[tuple[float, float]] = field(default_factory=list)

    def add(self, spot: Spot) -> None:
        """Add what a name of the lexicon speaks of."""
        for entry in spot.entries:
            if entry.country:
                self.states.add(entry.country)
            elif entry.latitude is not None and entry.longitude is not None:
                self.points.append((entry.latitude, entry.longitude))

    def holds(self, spot: Spot, people: int) -> bool:
        """Is one of the larger places of that name in a state of the report, or near a region that it names?"""
        return any(place.population >= people and self._is_here(place) for place in spot.places[:3])

    def holds_all(self, spot: Spot) -> bool:
        """Are all places of that name, few as they are, where the report is set: a name that is theirs alone?"""
        return 0 < len(spot.places) <= _FEW and all(self._is_here(place) for place in spot.places)

    def _is_here(self, place: PlaceRecord) -> bool:
        if place.country in self.states:
            return True
        return any(distance_km(*point, place.latitude, place.longitude) < _NEAR_KM for point in self.points)
