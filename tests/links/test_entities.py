"""Entities across reports, from mentions made by hand."""

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.links.entities import link_entities
from variorum.links.entity_people import same_given, same_surname
from variorum.schema.actors import Actor
from variorum.schema.annotations import Annotations, EntityMention
from variorum.schema.ids import mint
from variorum.schema.linked import Decision, Entity, LinkedEntities
from variorum.schema.reports import Span


def mention(name: str, chain: int, *, kind: str = "person", form: str = "name", **more: object) -> EntityMention:
    return EntityMention(
        span=Span(start=chain * 50, end=chain * 50 + len(name)), kind=kind, form=form, name=name, chain=chain, **more
    )  # type: ignore[arg-type]


def report(report_id: str, *mentions: EntityMention) -> Annotations:
    placed, at = [], 0
    for one in mentions:
        placed.append(
            EntityMention(
                span=Span(start=at, end=at + len(one.name)),
                kind=one.kind,
                form=one.form,
                name=one.name,
                chain=one.chain,
                country=one.country,
                office=one.office,
                members=one.members,
                external_ids=one.external_ids,
            )
        )
        at += len(one.name) + 1
    return Annotations(report_id=report_id, entities=tuple(placed))


def called(linked: LinkedEntities, name: str) -> list[Entity]:
    return [entity for entity in linked.entities if name in dict(entity.names)]


def seen(annotations: Annotations, *names: str) -> tuple[str, ...]:
    spans = [m.span for m in annotations.entities if m.name in names]
    return tuple(mint("mention", annotations.report_id, "entity", span.start, span.end) for span in spans)


def ruling(kind: str, left: tuple[str, ...], right: tuple[str, ...], number: str = "j1") -> Decision:
    return Decision(
        decision_id=number,
        kind=kind,
        left_id="e1",
        right_id="e2",
        field=None,
        value=None,
        reason="a reader knows",
        author="reader",
        left_seen=left,
        right_seen=right,
        seen_hash="",
    )


A = report(
    "r1",
    mention("Muhammad Tarik", 0, country="MLI", office="president"),
    mention("Tarik", 0),
    mention("Mali", 1, kind="country", country="MLI"),
)
B = report(
    "r2",
    mention("Mohammed Tariq", 0, country="MLI"),
    mention("Bamako", 1, kind="country", form="metonym", country="MLI"),
)
C = report(
    "r3", mention("Tarik", 0), mention("Malian leader", 1, form="description", country="MLI", office="president")
)
D = report("r4", mention("Hadi Tarik", 0, country="MLI", office="general"), mention("Tarik", 0))


def test_spellings_of_one_name_are_one_person() -> None:
    linked = link_entities([A, B])
    (entity,) = called(linked, "Muhammad Tarik")
    assert set(dict(entity.names)) == {"Muhammad Tarik", "Tarik", "Mohammed Tariq"}
    assert (entity.country, entity.office, entity.sector) == ("MLI", "president", "GOV")


def test_capital_that_acts_is_a_name_of_the_state() -> None:
    linked = link_entities([A, B])
    (entity,) = called(linked, "Bamako")
    assert (entity.kind, entity.country, entity.name) == ("country", "MLI", "Mali")


def test_two_given_names_stay_two() -> None:
    linked = link_entities([A, D])
    assert called(linked, "Muhammad Tarik") != called(linked, "Hadi Tarik")


def test_bare_surname_is_unsure_between_equals() -> None:
    linked = link_entities([A, C, D])
    bare = linked.of_chain["r3", 0]
    assert bare not in (linked.of_chain["r1", 0], linked.of_chain["r4", 0])
    unsure = [link for link in linked.links if link.judgement == "unsure"]
    assert {(link.left_id, link.right_id) for link in unsure} == {("r1#0", "r3#0"), ("r3#0", "r4#0")}


def test_bare_surname_goes_to_the_only_bearer() -> None:
    linked = link_entities([A, C])
    assert linked.of_chain["r3", 0] == linked.of_chain["r1", 0]


def test_description_without_name_goes_to_the_only_holder() -> None:
    linked = link_entities([A, C])
    assert linked.of_chain["r3", 1] == linked.of_chain["r1", 0]
    (entity,) = called(linked, "Muhammad Tarik")
    assert "Malian leader" not in dict(entity.names)


def test_group_stands_for_its_members() -> None:
    both = report(
        "r5", mention("Peru", 0, kind="country", country="PER"), mention("Chile", 1, kind="country", country="CHL")
    )
    group = mention("both countries", 2, kind="country", form="group", members=(0, 1))
    linked = link_entities([report("r5", *both.entities, group)])
    assert linked.of_chain["r5", 2] == (*linked.of_chain["r5", 0], *linked.of_chain["r5", 1])


def test_disputed_place_keeps_names_and_no_country() -> None:
    linked = link_entities(
        [report("r1", mention("Artsakh", 0, kind="place")), report("r2", mention("Nagorno-Karabakh", 0, kind="place"))]
    )
    (entity,) = linked.entities
    assert (entity.disputed, entity.country) == (True, None)
    assert set(dict(entity.names)) == {"Artsakh", "Nagorno-Karabakh"}
    assert entity.latitude is not None


def test_town_is_the_one_in_a_country_that_reports_speak_of() -> None:
    spain = report("r1", mention("Spain", 0, kind="country", country="ESP"), mention("Cordoba", 1, kind="place"))
    (entity,) = called(link_entities([spain]), "Cordoba")
    assert entity.country == "ESP"
    assert entity.external_ids[0].startswith("geonames:")


def test_unknown_states_join_by_noun_and_adjective() -> None:
    noun = report("r1", mention("Velmara", 0, kind="country"))
    adjective = report("r2", mention("Velmaran", 0, kind="country", form="demonym"))
    (entity,) = link_entities([noun, adjective]).entities
    assert (entity.name, entity.country) == ("Velmara", None)


def test_acronym_joins_its_body_when_a_report_has_both() -> None:
    both = report(
        "r1", mention("Temmin Relief Council", 0, kind="organization"), mention("TRC", 1, kind="organization")
    )
    other = report("r2", mention("TRC", 0, kind="organization"))
    (entity,) = link_entities([both, other]).entities
    assert entity.name == "Temmin Relief Council"


def test_decision_same_merges_what_rules_part() -> None:
    linked = link_entities([A, D], [ruling("same", seen(A, "Muhammad Tarik"), seen(D, "Hadi Tarik"))])
    assert linked.of_chain["r1", 0] == linked.of_chain["r4", 0]
    assert any(link.decided_by == "reader" and link.judgement == "same" for link in linked.links)


def test_decision_different_is_stronger_than_rules_and_same() -> None:
    first, second = seen(A, "Muhammad Tarik"), seen(B, "Mohammed Tariq")
    third = seen(C, "Tarik")
    rulings = [
        ruling("different", first, second),
        ruling("same", first, third, "j2"),
        ruling("same", third, second, "j3"),
    ]
    linked = link_entities([A, B, C], rulings)
    assert linked.of_chain["r1", 0] != linked.of_chain["r2", 0]
    assert len({entity.entity_id for entity in linked.entities}) == len(linked.entities)


def test_links_are_stars_from_each_cluster_first_chain() -> None:
    linked = link_entities([A, B, C])
    same = [link for link in linked.links if link.judgement == "same"]
    for entity in linked.entities:
        first = f"{entity.chains[0][0]}#{entity.chains[0][1]}"
        for report_id, chain in entity.chains[1:]:
            if report_id != entity.chains[0][0]:
                assert any(link.left_id == first and link.right_id == f"{report_id}#{chain}" for link in same)


@given(st.permutations([A, B, C, D]))
@settings(max_examples=24, deadline=None)
def test_order_of_reports_changes_nothing(reports: list[Annotations]) -> None:
    assert link_entities(reports) == link_entities([A, B, C, D])


def test_ids_of_untouched_entities_stay_when_a_report_is_added() -> None:
    before = {entity.name: entity.entity_id for entity in link_entities([A, B]).entities}
    after = {
        entity.name: entity.entity_id
        for entity in link_entities([A, B, report("r9", mention("Fiji", 0, kind="country", country="FJI"))]).entities
    }
    assert before.items() <= after.items()


def test_transliterations_and_short_names() -> None:
    assert same_surname("Zelensky", "Zelenskyy")
    assert same_surname("Khatami", "Hatami")
    assert not same_surname("Rehn", "Renz")
    assert same_given("Nikola", "Nikol")
    assert same_given("J.", "John")
    assert same_given("Mohammed", "Muhammad")
    for left, right in itertools.combinations(("Ilse", "Tomas", "Hadi", "Amos"), 2):
        assert not same_given(left, right)


def test_pet_form_is_the_full_name() -> None:
    linked = link_entities([report("r1", mention("William Orr", 0)), report("r2", mention("Bill Orr", 0))])
    assert linked.of_chain["r1", 0] == linked.of_chain["r2", 0]


def test_words_before_a_known_full_name_are_no_part_of_it() -> None:
    linked = link_entities(
        [
            report("r1", mention("Councillor Ada Orr", 0)),
            report("r2", mention("Ada Orr", 0)),
            report("r3", mention("Eve Orr", 0)),
        ]
    )
    assert linked.of_chain["r1", 0] == linked.of_chain["r2", 0] != linked.of_chain["r3", 0]


def test_bare_name_of_a_minor_place_is_the_person_whom_its_report_names() -> None:
    linked = link_entities(
        [report("r1", mention("Reno Nichols", 0), mention("Nichols", 1, kind="place", country="USA"))]
    )
    assert linked.of_chain["r1", 0] == linked.of_chain["r1", 1]


def test_end_of_a_bodys_name_beside_it_is_the_body() -> None:
    club, short = mention("Temmin Rovers", 0, kind="organization"), mention("Rovers", 1, kind="organization")
    linked = link_entities([report("r1", club, short), report("r2", mention("Rovers", 0, kind="organization"))])
    assert linked.of_chain["r1", 0] == linked.of_chain["r2", 0]


def test_end_of_two_bodies_names_stays_alone() -> None:
    banks = [mention(f"{where} Central Bank", n, kind="organization") for n, where in enumerate(("Oskia", "Velmara"))]
    linked = link_entities([report("r1", *banks, mention("Central Bank", 2, kind="organization"))])
    assert len({linked.of_chain["r1", n] for n in range(3)}) == 3


def test_listed_actor_is_one_under_unlike_names_and_two_actors_stay_two() -> None:
    listed = {"external_ids": ("actor:Tolo Baker",)}
    linked = link_entities(
        [
            report("r1", mention("Tolo Baker", 0, **listed)),
            report("r2", mention("Black Wolf", 0, **listed)),
            report("r3", mention("Tolo Baker", 0, external_ids=("actor:T. Baker of Vell",))),
        ],
        actors=[Actor(name="Tolo Baker", variants=("Black Wolf",), kind="person", country="NOR", sector="REB")],
    )
    assert linked.of_chain["r1", 0] == linked.of_chain["r2", 0] != linked.of_chain["r3", 0]
    (entity,) = called(linked, "Black Wolf")
    assert (entity.name, entity.country, entity.sector) == ("Tolo Baker", "NOR", "REB")
    assert any("list of actors" in link.evidence for link in linked.links)


def test_bare_name_in_other_letters_is_the_person_whom_its_report_names() -> None:
    linked = link_entities([report("r1", mention("Nuro Pashilian", 0), mention("Pashilyan", 1, kind="other"))])
    assert linked.of_chain["r1", 0] == linked.of_chain["r1", 1]


def test_bare_name_of_no_kind_is_the_person_whom_another_report_names_in_full() -> None:
    full, bare = mention("Nuro Pashilian", 0), mention("Pashilian", 0, kind="other")
    linked = link_entities([report("r1", full), report("r2", bare)])
    assert linked.of_chain["r1", 0] == linked.of_chain["r2", 0]


def test_bare_name_of_a_body_is_no_person_of_another_report() -> None:
    full, bare = mention("Nuro Pashilian", 0), mention("Pashilian", 0, kind="organization")
    linked = link_entities([report("r1", full), report("r2", bare)])
    assert linked.of_chain["r1", 0] != linked.of_chain["r2", 0]


def test_full_names_are_one_when_the_vowels_of_the_surname_change_places() -> None:
    linked = link_entities([report("r1", mention("Ravel Dossein", 0)), report("r2", mention("Ravel Dossien", 0))])
    assert linked.of_chain["r1", 0] == linked.of_chain["r2", 0]


def test_surnames_alike_but_for_a_consonant_stay_two_people() -> None:
    linked = link_entities([report("r1", mention("Ravel Dossein", 0)), report("r2", mention("Ravel Dottien", 0))])
    assert linked.of_chain["r1", 0] != linked.of_chain["r2", 0]


def test_bare_first_name_is_the_one_person_who_bears_it() -> None:
    linked = link_entities([report("r1", mention("Ravel Dossein", 0)), report("r2", mention("Ravel", 0))])
    assert linked.of_chain["r1", 0] == linked.of_chain["r2", 0]


def test_bare_first_name_of_two_people_is_neither() -> None:
    full = (mention("Ravel Dossein", 0), mention("Ravel Tummet", 1))
    linked = link_entities([report("r1", *full), report("r2", mention("Ravel", 0))])
    assert not set(linked.of_chain["r2", 0]) & {*linked.of_chain["r1", 0], *linked.of_chain["r1", 1]}


def test_full_name_is_a_person_when_another_report_gives_an_office() -> None:
    held = mention("Ravel Dossein", 0, office="president", country="KEN")
    linked = link_entities([report("r1", held), report("r2", mention("Ravel Dossein", 0, kind="organization"))])
    assert linked.of_chain["r1", 0] == linked.of_chain["r2", 0]
