"""Which claims can both hold: tolls that grow, plans that move, both sides of an accusation, towns, people at one table."""

from dataclasses import replace
from datetime import timedelta

import pytest
from links.factory import LOOKUP, MONDAY, days_after
from record.factory import at_least, exactly, find_one, make_claim, make_lineage

from variorum.record.fits import Ground, outcomes_fit, people_fit, places_fit, realis_fit
from variorum.record.places import Places
from variorum.schema.dates import on_day
from variorum.schema.linked import Entity, LinkedEntities
from variorum.schema.nodes import EntityLookup
from variorum.schema.reports import Span

LATER = MONDAY + timedelta(days=2)


def as_of(claim, day):
    return replace(claim, as_of=day)


def test_toll_that_grew_is_an_update_and_the_later_count_is_shown():
    early, late = (
        as_of(make_claim("r1", "killed", exactly(12)), MONDAY),
        as_of(make_claim("r2", "killed", exactly(15)), LATER),
    )
    found = find_one(early, late)
    assert found.status == "compatible"
    assert found.value == "15 (earlier 12)"


def test_toll_that_shrank_and_counts_of_one_day_are_disputes():
    early, late = (
        as_of(make_claim("r1", "killed", exactly(15)), MONDAY),
        as_of(make_claim("r2", "killed", exactly(12)), LATER),
    )
    assert find_one(early, late).status == "disputed"
    assert find_one(replace(early, as_of=LATER), late).status == "disputed"


def test_how_many_were_set_free_does_not_grow():
    early, late = (
        as_of(make_claim("r1", "released", exactly(12)), MONDAY),
        as_of(make_claim("r2", "released", exactly(15)), LATER),
    )
    assert find_one(early, late).status == "disputed"


def test_count_without_a_day_is_no_update():
    assert (
        find_one(make_claim("r1", "killed", exactly(12)), make_claim("r2", "killed", exactly(15))).status == "disputed"
    )


def test_plan_that_moved_is_an_update():
    planned = as_of(make_claim("r1", "date", on_day(days_after(4)), realis="planned"), MONDAY)
    moved = as_of(make_claim("r2", "date", on_day(days_after(9)), realis="planned"), LATER)
    found = find_one(planned, moved)
    assert (found.status, found.value) == ("compatible", days_after(9).isoformat())
    assert find_one(planned, replace(moved, as_of=MONDAY)).status == "disputed"


def test_alleged_and_denied_is_a_dispute_unless_nothing_is_denied():
    alleged, denied = make_claim("r1", "realis", "alleged"), make_claim("r2", "realis", "denied")
    assert find_one(alleged, denied).status == "disputed"
    assert realis_fit(alleged, replace(denied, firm=False), Ground())


def test_one_calls_it_a_success_and_the_other_a_failure():
    assert not outcomes_fit(
        make_claim("r1", "outcome", "a success"), make_claim("r2", "outcome", "a failure"), Ground()
    )


def town(name, *names, latitude=None, longitude=None, kind="place", country=None):
    known = tuple((n, 1) for n in (name, *names))
    return Entity(
        entity_id=name, name=name, kind=kind, names=known, chains=(), country=country,
        latitude=latitude, longitude=longitude, external_ids=("geonames:1",) if latitude else (),
    )  # fmt: skip


TOWNS = EntityLookup(
    LinkedEntities(
        entities=(
            town("Ambrel", "Ambrelle"),
            town("Ambrelle", latitude=None),
            town("Tessoun", latitude=41.0, longitude=44.0, country="ABC"),
            town("Tessoun Airport", latitude=41.1, longitude=44.1),
            town("Ordun", latitude=47.0, longitude=50.0),
            town("Arland", kind="country", country="ABC"),
        ),
        of_chain={},
        links=(),
    )
)


@pytest.mark.parametrize(
    ("one", "two", "fits"),
    [
        ("Tessoun", "Ordun", False),
        ("Tessoun", "Tessoun Airport", True),
        ("Ambrel", "Ambrelle", True),
        ("Tessoun", "Arland", True),
    ],
)
def test_places_of_a_gathering(one, two, fits):
    claims = [make_claim(r, "place", frozenset({p})) for r, p in (("r1", one), ("r2", two))]
    places = Places(TOWNS, {})
    assert places_fit(*claims, Ground(lookup=TOWNS, places=places, gathering=True)) is fits
    assert places_fit(*claims, Ground(lookup=TOWNS, places=places, gathering=False))


def person(name, state):
    return Entity(entity_id=name, name=name, kind="person", names=((name, 1),), chains=(), country=state)


TABLE = EntityLookup(
    LinkedEntities(
        entities=(person("Ana", "ABC"), person("Ben", "ABC"), person("Cas", "XYZ"), person("Dov", "XYZ")),
        of_chain={},
        links=(),
    )
)


@pytest.mark.parametrize(
    ("one", "two", "fits"),
    [
        ({"Ana", "Cas"}, {"Ben", "Cas"}, False),
        ({"Ana", "Cas"}, {"Ana", "Ben", "Cas"}, True),
        ({"Ana", "Cas"}, {"Ben", "Dov"}, True),
        ({"Ana"}, {"Ben"}, True),
    ],
)
def test_people_at_one_table(one, two, fits):
    claims = [make_claim(r, "participants", frozenset(p)) for r, p in (("r1", one), ("r2", two))]
    assert people_fit(*claims, Ground(lookup=TABLE, gathering=True)) is fits


def test_known_names_of_the_house_are_still_comparable():
    assert people_fit(make_claim("r1", "participants", frozenset({"Arland"})), make_claim("r2", "participants", frozenset({"Borduria"})), Ground(lookup=LOOKUP, gathering=True))  # fmt: skip


def test_number_and_range_are_shown_together():
    found = find_one(make_claim("r1", "killed", exactly(20)), make_claim("r2", "killed", at_least(11)))
    assert found.value == "20 (range 11 to 20)"


def test_part_and_whole_told_by_one_report_part_nobody():
    whole = make_claim("r1", "captured", exactly(276))
    part = make_claim("r1", "captured", exactly(21))
    assert find_one(whole, part, make_claim("r2", "captured", exactly(276)), make_claim("r3", "captured", exactly(21))).status == "compatible"  # fmt: skip
    assert find_one(make_claim("r2", "captured", exactly(276)), make_claim("r3", "captured", exactly(210))).status == "disputed"  # fmt: skip


def test_numbers_too_far_apart_count_different_things():
    held, freed = (make_claim(r, "captured", exactly(n)) for r, n in (("r1", 276), ("r2", 21)))
    assert find_one(held, freed).status != "disputed"
    assert find_one(held, replace(freed, voice="quoted")).status == "disputed"
    dead = [make_claim(r, "killed", exactly(n)) for r, n in (("r1", 20), ("r2", 180))]
    assert find_one(*dead).status == "disputed"


def test_two_numbers_of_one_report_that_make_up_anothers_are_its_parts():
    parts = [make_claim("r1", "detained", exactly(n), at=at) for n, at in ((17, 20), (4, 60))]
    assert find_one(*parts, make_claim("r2", "detained", exactly(21))).status != "disputed"
    assert find_one(*parts, make_claim("r2", "detained", exactly(25))).status == "disputed"


def test_bare_weekday_may_be_that_of_another_week():
    one, two = (make_claim(r, "date", on_day(days_after(n))) for r, n in (("r1", 1), ("r2", 8)))
    assert find_one(one, two).status == "disputed"
    friday = replace(one, original="Friday evening")
    assert find_one(replace(friday, as_of=days_after(7)), two).status != "disputed"
    assert find_one(replace(friday, as_of=days_after(4)), two).status == "disputed"


def test_one_deed_of_a_fight_contradicts_no_clash():
    clash = make_claim("r1", "direction", frozenset({"mutual"}))
    attack = make_claim("r2", "direction", frozenset({"Norland"}))
    assert find_one(clash, attack).status == "disputed"
    assert find_one(clash, replace(attack, firm=False)).status != "disputed"


def test_report_that_gives_two_days_stands_against_nobody():
    told = [make_claim("r1", "date", on_day(days_after(n))) for n in (1, 4)]
    assert find_one(*told, make_claim("r2", "date", on_day(days_after(7)))).status == "single_origin"


def test_headline_against_body_is_a_dispute_of_one_report():
    title = replace(make_claim("r1", "killed", exactly(12)), in_title=True)
    assert find_one(title, make_claim("r1", "killed", exactly(15), at=60)).status == "disputed"
    assert find_one(title, make_claim("r1", "killed", exactly(150), at=60)).status != "disputed"


def test_title_over_copied_words_is_no_witness():
    body = Span(start=60, end=80)
    plain = make_lineage()
    lineage = replace(plain, of_passage={**plain.of_passage, "r2": [(body, "o1")]})
    own, titled = (make_claim(r, "killed", exactly(12)) for r in ("r1", "r2"))
    assert find_one(own, titled, lineage=lineage).n_origins == 2
    assert find_one(own, replace(titled, rests_on=(("r2", body),)), lineage=lineage).n_origins == 1


def test_copied_words_do_not_take_back_what_a_report_says_itself():
    plain = make_lineage()
    lineage = replace(plain, of_passage={**plain.of_passage, "r2": [(Span(start=60, end=80), "o1")]})
    copied = make_claim("r2", "direction", frozenset({"mutual"}), at=60)
    own = make_claim("r2", "direction", frozenset({"Arland"}))
    told = [make_claim("r1", "direction", frozenset({"mutual"})), copied, own]
    assert find_one(*told, lineage=lineage).status == "disputed"
    assert find_one(*told).status != "disputed"


def test_tolls_within_hours_that_hardly_differ_are_no_dispute():
    one, two = (as_of(make_claim(r, "killed", exactly(n)), MONDAY) for r, n in (("r1", 80), ("r2", 84)))
    assert find_one(one, two).status == "compatible"
    assert find_one(one, as_of(make_claim("r2", "killed", exactly(99)), MONDAY)).status == "disputed"


def test_night_lies_between_two_days():
    tuesday, wednesday = on_day(MONDAY + timedelta(days=1)), on_day(MONDAY + timedelta(days=2))
    night = make_claim("r1", "date", tuesday, "last night")
    assert find_one(night, make_claim("r2", "date", wednesday, "Wednesday")).status != "disputed"
    assert (
        find_one(replace(night, original="Tuesday"), make_claim("r2", "date", wednesday, "Wednesday")).status
        == "disputed"
    )


def test_dead_of_troops_and_of_those_who_fight_them_are_two_tolls():
    def told(report, count, words):
        return replace(as_of(make_claim(report, "killed", exactly(count)), MONDAY), original=words)

    soldiers = told("r1", 9, "nine soldiers")
    assert find_one(soldiers, told("r2", 6, "six rebels")).status != "disputed"
    assert find_one(soldiers, told("r2", 6, "six soldiers")).status == "disputed"
    assert find_one(soldiers, told("r2", 6, "six people")).status == "disputed"
    assert find_one(soldiers, told("r2", 6, "six soldiers and rebels")).status == "disputed"
