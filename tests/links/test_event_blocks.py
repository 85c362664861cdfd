"""Blocking loses no pair that comparison would join, and makes each pair once."""

from collections import Counter
from dataclasses import replace
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st
from links.factory import MONDAY, days_after, make_comparer, make_node

from variorum.config import Config
from variorum.links.event_blocks import candidate_pairs, telling_of
from variorum.schema.dates import UNKNOWN, on_day
from variorum.schema.quantities import Quantity

BOTH = ("Arland", "Borduria")
MANY = Quantity(low=286, best=286, high=286)


def never(_one, _two) -> bool:
    return False


def pairs_of(nodes, stories=None, shared=(), alike=never):
    story_of = stories or {n.report_id: 0 for n in nodes}
    return [tuple(sorted((a.key, b.key))) for a, b in candidate_pairs(nodes, story_of, frozenset(shared), alike)]


def test_nodes_of_one_story_and_type_are_compared():
    nodes = [make_node("r1", who=BOTH), make_node("r2"), make_node("r3", concept="clash", kind="ASSAULT")]
    assert pairs_of(nodes) == [(("r1", 0), ("r2", 0))]


def test_nodes_of_one_report_are_not_compared():
    assert pairs_of([make_node("r1", who=BOTH), make_node("r1", who=BOTH, chain=1)]) == []


def test_other_stories_need_a_date_and_a_mark_in_common():
    stories = {"r1": 0, "r2": 1}
    near = [make_node("r1", who=BOTH, on=MONDAY), make_node("r2", who=BOTH, on=days_after(2))]
    far = [make_node("r1", who=BOTH, on=MONDAY), make_node("r2", who=BOTH, on=days_after(200))]
    undated = [make_node("r1", who=BOTH, on=MONDAY), make_node("r2", who=BOTH)]
    assert len(pairs_of(near, stories)) == 1
    assert pairs_of(far, stories) == []
    assert pairs_of(undated, stories) == []


def test_the_same_large_number_brings_other_stories_together():
    stories = {"r1": 0, "r2": 1}
    nodes = [
        make_node(r, concept="clash", kind="ASSAULT", who=(side,), figures=(("killed", MANY),))
        for r, side in (("r1", "Arland"), ("r2", "Borduria"))
    ]
    assert len(pairs_of(nodes, stories)) == 1


def test_a_shared_passage_brings_any_two_together():
    nodes = [make_node("r1", who=("Arland",)), make_node("r2", who=("Borduria",))]
    assert pairs_of(nodes, {"r1": 0, "r2": 1}, shared=[frozenset(n.key for n in nodes)])


def test_nodes_of_one_telling_are_compared_once():
    nodes = [make_node(f"r{i}", who=BOTH, on=MONDAY, at="Old Ford") for i in range(1, 9)]
    assert len({telling_of(node) for node in nodes}) == 1
    assert len(pairs_of(nodes)) == 28
    assert len(pairs_of(nodes, alike=lambda _a, _b: True)) == 7


told = st.builds(
    dict,
    report=st.sampled_from([f"r{i}" for i in range(1, 6)]),
    who=st.sampled_from([(), ("Arland",), BOTH, ("Ada", "Boris")]),
    on=st.sampled_from([None, MONDAY, days_after(1), days_after(9), days_after(45), days_after(400)]),
    at=st.sampled_from([None, "Old Ford", "Port Vell"]),
    kind=st.sampled_from(
        [
            ("meeting", "CONSULT"),
            ("clash", "ASSAULT"),
            ("shelling", "ASSAULT"),
            ("signing", "SUPPORT"),
            ("ceasefire", "AGREE"),
        ]
    ),
    published=st.sampled_from([None, MONDAY, days_after(30), days_after(31), days_after(62)]),
    realis=st.sampled_from(["happened", "planned"]),
    count=st.booleans(),
    main=st.booleans(),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(told, min_size=2, max_size=9), st.lists(st.integers(0, 2), min_size=5, max_size=5))
def test_no_pair_that_would_be_joined_is_lost(made, homes):
    stories = {f"r{i}": home for i, home in enumerate(homes, start=1)}
    nodes = [
        replace(
            make_node(
                m["report"],
                concept=m["kind"][0],
                kind=m["kind"][1],
                who=m["who"],
                on=m["on"],
                at=m["at"],
                main=m["main"],
                realis=m["realis"],
                figures=(("killed", MANY),) if m["count"] else (),
                chain=n,
            ),
            published=on_day(m["published"]) if m["published"] else UNKNOWN,
        )
        for n, m in enumerate(made)
    ]
    comparer, found = make_comparer(), Counter(pairs_of(nodes, stories))
    assert all(times == 1 for times in found.values())
    for one, two in combinations(sorted(nodes, key=lambda n: n.key), 2):
        same = comparer.compare(one, two, one_story=stories[one.report_id] == stories[two.report_id])
        if one.report_id != two.report_id and same.bar is None and same.score >= Config().link_threshold:
            assert (one.key, two.key) in found
