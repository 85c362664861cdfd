"""Writes sentences of patterns: what a report says of a happening goes in, words with marks come out."""

import random
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from evaluation.oracle import kinds
from evaluation.oracle.sentences import Claim, Mark, Sentence
from evaluation.oracle.templates import Option, Pieces, Slot, Text, Word, kept, needs, parse
from evaluation.oracle.things import Cast, Thing
from evaluation.oracle.values import SPELLED, Count, Days, word_count


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What one report says of one happening. facts: slot -> value. kind: as told, which may be wrong.

    beside: the number of the happening that it stands to, in the relation that a key of `kinds.RELATIONS` names.
    """

    happening: int
    kind: str
    facts: Mapping[str, Any]
    flavour: str = ""
    beside: int | None = None
    relation: str = ""
    realis: str = "happened"


@dataclass(slots=True)
class Pen:
    """What is being written of one sentence."""

    text: str = ""
    marks: list[Mark] = field(default_factory=list)

    def write(self, words: str, **mark: Any) -> None:
        """Add words, with a mark if one is given; of two commas in a row one stands."""
        if self.text.endswith(",") and words.startswith(","):
            words = words[1:]
        if mark:
            self.marks.append(Mark(start=len(self.text), end=len(self.text) + len(words), **mark))
        self.text += words


class Writer:
    """Writes the sentences of one report. People are introduced once and called by their surnames afterwards."""

    def __init__(self, cast: Cast, rng: random.Random, published: date, lean: str | None) -> None:
        self.cast, self.rng, self.published, self.lean = cast, rng, published, lean
        self.introduced: set[str] = set()

    def tell(self, pieces: Pieces, telling: Telling, *, title: bool = False) -> Sentence:
        """Write a sentence of a pattern, with the claims that it makes."""
        pen, told = Pen(), set(telling.facts) | {telling.relation} - {""}
        said: set[str] = set()
        chosen = list(kept(pieces, told))
        for place, piece in enumerate(chosen):
            following = chosen[place + 1] if place + 1 < len(chosen) else None
            self._write(piece, telling, pen, following, title=title)
            if isinstance(piece, Slot):
                said.add("sides" if (piece.name, piece.form) == ("parties", "adj") else piece.name)
        found = Sentence(
            text=pen.text,
            marks=tuple(pen.marks),
            happening=telling.happening,
            realis=telling.realis,
            movable=not any(m.kind == "time" and m.value.meaning.unit for m in pen.marks),
        )
        beside = any(m.kind == "word" and m.key != telling.happening for m in pen.marks)
        return replace(found, claims=tuple(claims_of(telling, said, self.cast, beside=beside)))

    def _write(self, piece: Any, telling: Telling, pen: Pen, following: Any, *, title: bool) -> None:
        if isinstance(piece, Text):
            self._write_text(piece.text, telling, pen, following)
        elif isinstance(piece, Word):
            self._write_word(piece, telling, pen)
        elif isinstance(piece, Slot):
            self._write_slot(piece, telling, pen, title=title)

    def _write_text(self, text: str, telling: Telling, pen: Pen, following: Any) -> None:
        if "~" in text:
            text = text.replace("~", kinds.FLAVOURS[telling.flavour].preposition)
        if "@" in text:
            text = text.replace("@ ", self._article(telling, following), 1)
        if isinstance(following, Slot) and following.name == "date" and "date" not in telling.facts:
            text = text.removesuffix(" ")
        if not pen.text:
            text = text.lstrip(" ,")
        pen.write(text)

    def _article(self, telling: Telling, following: Any) -> str:
        """ "a " or "an " before what follows; none before "shelling" alone."""
        if isinstance(following, Word):
            words = _words(following, telling)
            if words == "shelling":
                return ""
        else:
            words = self.cast.things[telling.facts[following.name]].adjective
        return "an " if words[0].lower() in "aeiou" else "a "

    def _write_word(self, piece: Word, telling: Telling, pen: Pen) -> None:
        words = _words(piece, telling)
        number = telling.beside if piece.form else telling.happening
        if "pact" in telling.facts:
            value = kinds.read_signed(words, telling.facts["pact"])
        else:
            value = kinds.read_word(words, kinds.FLAVOURS.get(telling.flavour))
        pen.write(words, kind="word", key=number, form=piece.form, value=value)

    def _write_slot(self, slot: Slot, telling: Telling, pen: Pen, *, title: bool) -> None:
        value = telling.facts.get(slot.name)
        if isinstance(value, Days):
            pen.write("" if slot.form == "bare" else value.lead)
            pen.write(value.words, kind="time", key=slot.name, value=value)
        elif isinstance(value, Count):
            self._write_count(slot, value, pen)
        elif slot.name == "parties" and value is not None:
            self._write_parties(value, slot.form, pen, title=title)
        elif slot.name in ("pact", "outcome", "labelled", "group_word"):
            pen.write(str(value))
        elif value is not None:
            self._write_named(str(value), slot, telling, pen, title=title)

    def _write_named(self, key: str, slot: Slot, telling: Telling, pen: Pen, *, title: bool) -> None:
        """A name; of a town also the region that it lies in, where the report says so."""
        vague = slot.name == "place" and telling.kind in ("clash", "withdrawal") and key.startswith("region:")
        if vague:
            pen.text = _NEARBY.sub("in ", pen.text) + "the "
        self.name(key, slot.form, pen, title=title, slot=slot.name)
        pen.write(" region" if vague else "")
        if slot.name == "place" and "within" in telling.facts and not title:
            pen.write(" in the ")
            self.name(telling.facts["within"], "", pen, slot="within")
            pen.write(" region")

    def _write_count(self, slot: Slot, count: Count, pen: Pen) -> None:
        words = word_count(count, first=not pen.text)
        if slot.form != "n":
            plural, single = kinds.NOUNS[slot.name]
            words += (" of " if count.best is None else " ") + (single if count.best == 1 else plural)
        pen.write(words, kind="count", key=slot.name, value=count)

    def _write_parties(self, keys: tuple[str, ...], form: str, pen: Pen, *, title: bool) -> None:
        shown = [self.cast.side(key) for key in keys] if form == "adj" else list(keys)
        for place, key in enumerate(shown):
            pen.write(" and " if place else "")
            self.name(key, form, pen, title=title, slot="parties")

    def name(self, key: str, form: str, pen: Pen, *, title: bool = False, slot: str = "") -> None:
        """Write a name: of a state or its adjective, a place, a person with titles the first time."""
        thing = self.cast.things[key]
        if form == "adj":
            pen.write(thing.adjective, kind="name", key=key, form="demonym", value=slot)
        elif thing.kind == "person":
            self._write_person(thing, pen, slot, title=title)
        elif thing.other_name:
            self._write_town(thing, pen, slot, title=title)
        else:
            pen.write(thing.name, kind="name", key=key, form="name", value=slot)

    def _write_town(self, town: Thing, pen: Pen, slot: str, *, title: bool) -> None:
        """A town of two names: across the line they use the other one; the rest of the press tells both the first time."""
        across = self.lean is not None and self.lean != town.owner
        pen.write(str(town.other_name if across else town.name), kind="name", key=town.key, form="name", value=slot)
        if not across and not title and town.key not in self.introduced:
            self.introduced.add(town.key)
            pen.write(", also known as ")
            pen.write(str(town.other_name), kind="name", key=town.key, form="name")
            pen.write(",")

    def _write_person(self, person: Thing, pen: Pen, slot: str, *, title: bool) -> None:
        if title or person.key in self.introduced:
            pen.write(person.name.split()[-1], kind="name", key=person.key, form="name", value=slot)
            return
        self.introduced.add(person.key)
        way = self.rng.randrange(3)
        if way == 0:
            self.name(person.owner or "", "adj", pen)
            pen.write(f" {person.title} ")
        elif way == 1:
            pen.write(f"{person.title} ")
        pen.write(person.name, kind="name", key=person.key, form="" if way == 2 else "titled", value=slot)
        if way == 1:
            pen.write(" of ")
            self.name(person.owner or "", "", pen)
        elif way == 2:
            pen.write(", the ")
            self.name(person.owner or "", "adj", pen)
            pen.write(f" {person.title.lower()},")

    def frame(self, pattern: str, inner: Sentence, slots: Mapping[str, Any]) -> Sentence:
        """Set a sentence into a frame that says on whose word it is, or that quotes it. Slots: keys of things or words."""
        pen = Pen()
        for piece in parse(pattern):
            if isinstance(piece, Slot):
                value = slots[piece.name]
                if value in self.cast.things:
                    self.name(value, piece.form, pen)
                else:
                    pen.write(value)
            elif isinstance(piece, Text):
                before, mark, after = piece.text.partition("%s")
                _write_cue(before, pen)
                if mark:
                    self._set_in(inner, pen)
                    _write_cue(after, pen)
        return replace(inner, text=pen.text, marks=tuple(pen.marks))

    def _set_in(self, inner: Sentence, pen: Pen) -> None:
        at = len(pen.text)
        pen.marks += [mark.moved(at) for mark in inner.marks]
        pen.marks.append(Mark(kind="content", start=at, end=at + len(inner.text)))
        pen.text += inner.text


_NEARBY = re.compile(r"\b(near|at|outside|around|close to) $")
"""Prepositions of towns, which are "in" before a region."""

CUES = (
    "according to",
    "reported",
    "told reporters",
    "answered",
    "said",
    "reads",
    "states",
    "says",
    "wrote",
    "In the words of",
)


def _write_cue(text: str, pen: Pen) -> None:
    for cue in CUES:
        before, found, after = text.partition(cue)
        if found:
            pen.write(before)
            pen.write(cue, kind="cue")
            pen.write(after)
            return
    pen.write(text)


def _words(piece: Word, telling: Telling) -> str:
    if piece.text in ("V", "V_PRES", "V_PART", "G", "N"):
        return kinds.form_of(kinds.FLAVOURS[telling.flavour], piece.text)
    return piece.text


def fits(pieces: Pieces, telling: Telling) -> bool:
    """True where a report that tells only some slots can use a pattern; a time in the middle may be left out."""
    wanted = needs(pieces) - set(telling.facts)
    wanted.discard(telling.relation)
    if wanted == {"date"}:
        return _can_do_without_time(pieces)
    return not wanted


def opens_with_figures(pieces: Pieces, telling: Telling) -> bool:
    """True where a sentence would begin with a number too large to be spelled out."""
    first = pieces[0]
    count = telling.facts.get(first.name) if isinstance(first, Slot) else None
    return isinstance(count, Count) and count.qualifier == "exact" and (count.best or 0) >= SPELLED


def _can_do_without_time(pieces: Pieces) -> bool:
    for place, piece in enumerate(pieces):
        if isinstance(piece, Slot) and piece.name == "date":
            before = pieces[place - 1] if place else None
            after = pieces[place + 1] if place + 1 < len(pieces) else None
            spaced = (
                isinstance(before, Text) and before.text.endswith(" ") and before.text[-5:-1] not in (" was", "and ")
            )
            follows = after is None or isinstance(after, Option) or (isinstance(after, Text) and after.text[0] in " ,")
            if piece.form or not spaced or not follows:
                return False
    return True


VIOLENT = ("attack", "capture", "offensive")


def claims_of(telling: Telling, said: set[str], cast: Cast, *, beside: bool) -> list[Claim]:
    """What a sentence claims that says some slots of a telling."""
    facts, number = telling.facts, telling.happening
    found = [Claim(happening=number, attribute="realis", value=telling.realis)]
    for slot, attribute in (("place", "place"), ("date", "date")):
        if slot in said and slot in facts:
            found.append(Claim(happening=number, attribute=attribute, value=facts[slot]))
    found += [
        Claim(happening=number, attribute=what, value=facts[slot])
        for slot, what in kinds.FIGURES.items()
        if slot in said and slot in facts
    ]
    if telling.kind in VIOLENT and "actor" in said:
        found.append(Claim(happening=number, attribute="direction", value=cast.side(facts["actor"])))
    if telling.kind == "clash" and said & {"parties", "sides"}:
        found.append(Claim(happening=number, attribute="direction", value="mutual"))
    if telling.kind in ("withdrawal", "sanction") and "actor" in said:
        found.append(Claim(happening=number, attribute="actor", value=frozenset({facts["actor"]})))
    if telling.kind in ("talks", "signing", "exchange") and said & {"parties", "sides", "mediator"}:
        found.append(Claim(happening=number, attribute="participants", value=_present(facts, said, cast)))
    if beside and telling.beside is not None:
        found.append(Claim(happening=telling.beside, attribute="realis", value="happened"))
        places = [facts[slot] for slot in ("region", "site") if slot in said]
        found += [Claim(happening=telling.beside, attribute="place", value=place) for place in places]
    return found


def _present(facts: Mapping[str, Any], said: set[str], cast: Cast) -> frozenset[str]:
    """Who is said to take part: the people or states named, or only their states where adjectives name them."""
    keys = set(facts["parties"]) if "parties" in said else set()
    keys |= {cast.side(key) for key in facts["parties"]} if "sides" in said and not keys else set()
    return frozenset(keys | ({facts["mediator"]} if "mediator" in said else set()))
