"""Events across reports: clusters of nodes, human rulings, and independence of order."""

from hypothesis import given, settings
from hypothesis import strategies as st
from links.factory import MONDAY, days_after, make_comparer, make_node, ruling

from variorum.config import Config
from variorum.links.events import link_events
from variorum.schema.nodes import mention_id

BOTH = ("Arland", "Borduria")


def linked(nodes, decisions=(), *, stories=None):
    story_of = stories or {n.report_id: 0 for n in nodes}
    return link_events(nodes, make_comparer(), story_of, decisions, config=Config())


def keys(found) -> list[list[tuple[str, int]]]:
    return [[n.key for n in cluster] for cluster in found.clusters]


MEETINGS = [make_node(f"r{i}", who=BOTH, on=MONDAY, at="Old Ford") for i in (1, 2, 3)]


def test_same_meeting_in_three_reports_is_one_event():
    assert keys(linked(MEETINGS)) == [[("r1", 0), ("r2", 0), ("r3", 0)]]


def test_rounds_of_talks_on_other_days_stay_apart():
    again = [make_node(f"r{i}", who=BOTH, on=days_after(30), chain=1) for i in (1, 2)]
    found = keys(linked([*MEETINGS, *again]))
    assert sorted(map(len, found)) == [2, 3]


def test_plan_and_its_fulfilment_are_one_event():
    plan = make_node("r1", who=BOTH, on=MONDAY, realis="planned")
    held = make_node("r2", who=BOTH, on=MONDAY)
    assert len(keys(linked([plan, held], stories={"r1": 0, "r2": 1}))) == 1


def test_undated_telling_does_not_join_two_dated_events():
    one, two = make_node("r1", who=BOTH, on=MONDAY), make_node("r2", who=BOTH, on=days_after(30))
    vague = make_node("r3", who=BOTH, main=True)
    homes = {k: i for i, group in enumerate(keys(linked([one, two, vague]))) for k in group}
    assert homes["r1", 0] != homes["r2", 0]


def test_two_events_of_one_report_never_become_one_through_another_report():
    here = [
        make_node("r1", who=BOTH, on=MONDAY, at="Old Ford"),
        make_node("r1", who=BOTH, on=MONDAY, at="Port Vell", chain=1),
    ]
    there = make_node("r2", who=BOTH, on=MONDAY)
    homes = {k: i for i, group in enumerate(keys(linked([*here, there]))) for k in group}
    assert homes["r1", 0] != homes["r1", 1]


def test_ruling_of_different_holds_against_a_chain_of_same():
    ends = ([mention_id(MEETINGS[0], 0)], [mention_id(MEETINGS[2], 0)])
    found = linked(MEETINGS, [ruling("different", *ends)])
    homes = {k: i for i, group in enumerate(keys(found)) for k in group}
    assert homes["r1", 0] != homes["r3", 0]
    assert [link.decided_by for link in found.links if link.judgement == "different"] == ["reader"]


def test_ruling_of_same_joins_what_features_keep_apart():
    one, two = make_node("r1", who=BOTH, on=MONDAY), make_node("r2", who=BOTH, on=days_after(30))
    found = linked([one, two], [ruling("same", [mention_id(one, 0)], [mention_id(two, 0)])])
    assert keys(found) == [[("r1", 0), ("r2", 0)]]


def test_ruling_about_mentions_that_are_gone_changes_nothing():
    assert keys(linked(MEETINGS, [ruling("different", ["m0"], ["m1"])])) == keys(linked(MEETINGS))


def test_every_link_shows_its_features_and_a_score_in_bounds():
    for link in linked(MEETINGS).links:
        assert link.evidence
        assert 0 <= link.score <= 1
        assert link.left_id < link.right_id


POOL = st.builds(
    make_node,
    st.sampled_from(["r1", "r2", "r3"]),
    st.sampled_from(["meeting", "talks"]),
    who=st.sampled_from([(), BOTH, ("Arland",), ("Arland", "Borduria", "Cassia")]),
    on=st.sampled_from([None, MONDAY, days_after(1), days_after(30)]),
    at=st.sampled_from([None, "Old Ford", "Port Vell"]),
    chain=st.integers(0, 3),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(POOL, max_size=8, unique_by=lambda n: n.key), st.randoms(use_true_random=False))
def test_clusters_do_not_depend_on_the_order_of_nodes(nodes, shuffler):
    shuffled = list(nodes)
    shuffler.shuffle(shuffled)
    stories = {f"r{i}": 0 for i in range(1, 4)}
    one, two = linked(nodes, stories=stories), linked(shuffled, stories=stories)
    assert keys(one) == keys(two)
    assert set(one.links) == set(two.links)
    assert sorted(k for group in keys(one) for k in group) == sorted(n.key for n in nodes)


def test_kinds_that_one_report_tells_side_by_side_stay_apart():
    fight = make_node("r1", "clash", "ASSAULT", on=MONDAY)
    blast = make_node("r1", "bombing", "ASSAULT", at="Port Vell", chain=1)
    there = make_node("r2", "clash", "ASSAULT", at="Port Vell", on=MONDAY)
    homes = {k: i for i, group in enumerate(keys(linked([fight, blast, there]))) for k in group}
    assert homes["r1", 0] != homes["r1", 1]
