"""The rebels of a report are the armed group that it is about."""

from links.test_entities import mention, report

from variorum.links.entities import link_entities


def group(name, chain, *, form="description"):
    return mention(name, chain, kind="armed_group", form=form)


def entity(linked, report_id, chain):
    return linked.of_chain[report_id, chain]


def test_rebels_are_the_only_group_that_their_report_names():
    linked = link_entities([report("r1", group("Temmin Front", 0, form="name"), group("rebels", 1))])
    assert entity(linked, "r1", 0) == entity(linked, "r1", 1)


def test_rebels_are_nobody_where_two_groups_are_named_alike():
    linked = link_entities(
        [report("r1", group("Temmin Front", 0, form="name"), group("Oska Army", 1, form="name"), group("rebels", 2))]
    )
    assert len({entity(linked, "r1", n) for n in range(3)}) == 3


def test_rebels_are_the_group_that_is_named_by_far_most_often():
    often = [group("Temmin Front", 0, form="name") for _ in range(3)]
    linked = link_entities([report("r1", *often, group("Oska Front", 1, form="name"), group("the guerrillas", 2))])
    assert entity(linked, "r1", 0) == entity(linked, "r1", 2)


def test_gunmen_may_be_anybody():
    linked = link_entities([report("r1", group("Temmin Front", 0, form="name"), group("gunmen", 1))])
    assert entity(linked, "r1", 0) != entity(linked, "r1", 1)


def test_the_command_of_an_army_is_no_rebel_group():
    linked = link_entities(
        [report("r1", group("General Command of the Armed Forces", 0, form="name"), group("rebels", 1))]
    )
    assert entity(linked, "r1", 0) != entity(linked, "r1", 1)


def test_fighters_of_a_known_group_are_that_group_in_every_report():
    linked = link_entities([report("r1", group("MILF", 0, form="name")), report("r2", group("MILF fighters", 0))])
    assert entity(linked, "r1", 0) == entity(linked, "r2", 0)
