"""A state's army is one by whatever word, and another's is another."""

from links.test_entities import mention, report

from variorum.links.entities import link_entities


def forces(name, chain, *, country=None, form="description"):
    return mention(name, chain, kind="armed_group", country=country, form=form)


def test_names_and_descriptions_of_a_states_army_are_one():
    linked = link_entities(
        [
            report("r1", forces("Peru's army", 0, country="PER")),
            report("r2", forces("Peruvian Armed Forces", 0, form="name")),
            report("r3", forces("Peruvian troops", 0, country="PER"), forces("army", 1)),
        ]
    )
    assert len({linked.of_chain[key] for key in (("r1", 0), ("r2", 0), ("r3", 0), ("r3", 1))}) == 1


def test_army_is_nobodys_where_two_states_have_forces_in_its_report():
    peru, chile = forces("Peruvian army", 0, country="PER"), forces("Chilean army", 1, country="CHL")
    linked = link_entities([report("r1", peru, chile, forces("army", 2))])
    assert len({linked.of_chain["r1", n] for n in range(3)}) == 3


def test_army_is_that_of_the_state_that_its_report_is_set_in():
    towns = [mention(f"Town {n}", n, kind="place", country="PER") for n in range(3)]
    other = report("r2", forces("Peruvian army", 0, country="PER"))
    linked = link_entities([report("r1", *towns, forces("army", 3)), other])
    assert linked.of_chain["r1", 3] == linked.of_chain["r2", 0]


def test_army_is_nobodys_in_a_report_that_is_set_nowhere():
    linked = link_entities([report("r1", forces("army", 0)), report("r2", forces("Peruvian army", 0, country="PER"))])
    assert linked.of_chain["r1", 0] != linked.of_chain["r2", 0]


def test_troops_without_a_state_may_be_anybodys():
    peru = forces("Peruvian army", 0, country="PER")
    linked = link_entities([report("r1", peru, forces("troops", 1))])
    assert linked.of_chain["r1", 0] != linked.of_chain["r1", 1]


def test_army_is_that_of_the_only_state_spoken_of_whose_army_other_reports_name():
    places = [mention("Lima", 0, kind="place", country="PER"), mention("Quito", 1, kind="place", country="ECU")]
    linked = link_entities(
        [report("r1", *places, forces("army", 2)), report("r2", forces("Peruvian army", 0, country="PER"))]
    )
    assert linked.of_chain["r1", 2] == linked.of_chain["r2", 0]


def test_the_command_of_the_armed_forces_is_the_army_and_does_not_give_it_its_name():
    linked = link_entities(
        [
            report("r1", forces("Peruvian army", 0, country="PER")),
            report(
                "r2",
                mention("Peru", 0, kind="country", country="PER"),
                forces("General Command of the Armed Forces", 1, form="name"),
            ),
        ]
    )
    assert linked.of_chain["r1", 0] == linked.of_chain["r2", 1]
    assert {e.name for e in linked.entities if e.kind == "armed_group"} == {"Peruvian army"}


def test_soldiers_are_those_of_the_state_that_their_report_is_set_in_unless_another_has_forces_there():
    towns = [mention(f"Town {n}", n, kind="place", country="PER") for n in range(3)]
    peru = report("r0", forces("Peruvian army", 0, country="PER"))
    alone = link_entities([peru, report("r1", *towns, forces("soldiers", 3))])
    assert alone.of_chain["r1", 3] == alone.of_chain["r0", 0]
    beside = link_entities(
        [peru, report("r1", *towns, forces("soldiers", 3), forces("Chilean troops", 4, country="CHL"))]
    )
    assert beside.of_chain["r1", 3] not in (beside.of_chain["r0", 0], beside.of_chain["r1", 4])
