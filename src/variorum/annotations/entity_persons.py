"""Names of people within one report: which of them are one bearer.

A surname belongs to the full name that the report gives; two given names stay two people.
"""

from dataclasses import dataclass, field

from variorum.annotations.entity_page import Draft, Key
from variorum.annotations.entity_names import bare_surname
from variorum.schema.names import fold, given_of, sound_key, surname_of


@dataclass(slots=True)
class Person:
    """One bearer in the report, with what its mentions say; `starts` are the tokens at which they begin.

    past: offices that the report says were held before.
    """

    key: Key
    given: str
    surname: str
    owners: list[Key] = field(default_factory=list)
    offices: list[str] = field(default_factory=list)
    past: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    female: bool | None = None


def gather_persons(drafts: list[Draft]) -> dict[Key, Person]:
    """Give every draft of a person's name its bearer's key; full names first, then bare ones."""
    named = [draft for draft in drafts if draft.kind == "person" and draft.form == "name"]
    people: list[Person] = []
    for draft in sorted(named, key=lambda d: (-_n_words(d.name), d.start)):
        person = _bearer(people, draft)
        if person is None:
            person = Person(
                key=("person", sound_key(draft.name)), given=given_of(draft.name), surname=surname_of(draft.name)
            )
            people.append(person)
        draft.key = person.key
        person.starts.append(draft.start)
        person.female = draft.female if person.female is None else person.female
        if draft.owner:
            person.owners.append(draft.owner)
        if draft.office:
            person.offices.append(draft.office)
    return {person.key: person for person in people}


def _n_words(name: str) -> int:
    return len(name.split())


def _bearer(people: list[Person], draft: Draft) -> Person | None:
    name = draft.name
    given, surname = given_of(name), surname_of(name)
    same = [person for person in people if alike(person.surname, surname) and _given_fits(person.given, given)]
    same.sort(key=lambda person: fold(person.surname) != fold(surname))
    if same:
        return same[0] if given or len(same) == 1 else min(same, key=lambda person: _distance(person, draft))
    if given:
        return None
    first = [person for person in people if person.given and sound_key(person.given.split()[0]) == sound_key(name)]
    tail = [person for person in people if _is_tail(person, name)]
    return (first + tail + [None])[0] if len(first) + len(tail) == 1 else None


def _distance(person: Person, draft: Draft) -> tuple[int, bool, bool, int]:
    """How far a bearer is from a bare surname that several bear: by gender, by office, then by who was named first."""
    unknown = None in (person.female, draft.female)
    other = 1 if unknown else 2 * (person.female != draft.female)
    unheld = draft.office is not None and draft.office not in person.offices
    return other, unheld, min(person.starts) > draft.start, min(person.starts)


def alike(left: str, right: str) -> bool:
    """Are two surnames one name in two transliterations?"""
    a, b = sound_key(bare_surname(left)), sound_key(bare_surname(right))
    return a == b or (min(len(a), len(b)) > 6 and a.rstrip("aeiou") == b.rstrip("aeiou"))


def _given_fits(left: str, right: str) -> bool:
    if not left or not right:
        return True
    a, b = fold(left).replace(".", ""), fold(right).replace(".", "")
    if a == b or sound_key(a) == sound_key(b):
        return True
    first, second = sound_key(a.split()[0]), sound_key(b.split()[0])
    if min(len(first), len(second)) == 1:
        return first[0] == second[0]
    return (
        first.startswith(second)
        or second.startswith(first)
        or sound_key(a).replace(" ", "") == sound_key(b).replace(" ", "")
    )


def _is_tail(person: Person, name: str) -> bool:
    full = f"{person.given} {person.surname}".split()
    return len(full) > 2 and fold(name) in (fold(word) for word in full[1:])
