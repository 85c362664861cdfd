"""How linked events stand to each other: by words, as rounds of a series, within a war or an offensive."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from links.factory import LOOKUP, MONDAY, days_after, make_annotations, make_mention, make_node, make_report

from variorum.links.event_gists import joint_days, make_gist
from variorum.links.relation_choice import Candidate, choose_relations
from variorum.links.relation_rounds import ordinal_before
from variorum.links.relations import relate_events
from variorum.schema.annotations import RelationMention, StatementMention
from variorum.schema.dates import UNKNOWN, between, on_day
from variorum.schema.linked import Storyline
from variorum.schema.reports import Span

BOTH = ("Arland", "Borduria")
TEXT = "x" * 400


def storyline(*reports):
    """All reports in one story of one process."""
    return Storyline(stories=(tuple(reports),), processes=((0,),), links=())


def relate(*clusters, annotations=(), texts=None):
    reports = sorted({n.report_id for c in clusters for n in c})
    given_texts = texts or {}
    made = [make_report(r, given_texts.get(r, TEXT)) for r in reports]
    own = {a.report_id: a for a in annotations}
    found = relate_events(clusters, made, own, LOOKUP, storyline(*reports))
    return [(r.relation, r.event[0], r.other[0]) for r in found]


def meeting(report, day, who=BOTH, chain=0, **more):
    return make_node(report, who=who, on=days_after(day), at="Old Ford", chain=chain, **more)


def test_round_follows_the_last_one_before_it():
    rounds = [(meeting(f"r{n}", 10 * n),) for n in (3, 1, 2)]
    assert relate(*rounds) == [("follows", ("r2", 0), ("r1", 0)), ("follows", ("r3", 0), ("r2", 0))]


def test_leaders_meet_for_their_states():
    assert relate((meeting("r1", 0),), (meeting("r2", 9, who=("Ada", "Boris")),)) == [("follows", ("r2", 0), ("r1", 0))]


@pytest.mark.parametrize(
    "other",
    [
        meeting("r2", 2),
        meeting("r2", 500),
        meeting("r2", 9, who=("Arland", "Cassia")),
        meeting("r2", 9, who=("Arland",)),
        meeting("r2", 9, realis="called_off"),
        make_node("r2", "clash", "ASSAULT", who=BOTH, on=days_after(9)),
        make_node("r2", who=BOTH),
    ],
    ids=["a day off", "years later", "other parties", "one party", "called off", "other kind", "undated"],
)
def test_no_round_follows_where_it_may_be_the_same_or_another_series(other):
    assert relate((meeting("r1", 0),), (other,)) == []


def test_who_mediates_may_sit_at_the_table():
    with_host = meeting("r1", 0, who=("Arland", "Borduria", "Cassia", "Dorne"))
    assert relate((with_host,), (meeting("r2", 9),)) == [("follows", ("r2", 0), ("r1", 0))]


def test_numbered_rounds_follow_without_days():
    words = {"r1": "The first round of talks was held.", "r2": "The second round of talks was held."}
    start = {r: words[r].index("talks") for r in words}
    rounds = [(make_node(r, "talks", who=BOTH, start=start[r]),) for r in words]
    assert relate(*rounds, texts={r: w + TEXT for r, w in words.items()}) == [("follows", ("r2", 0), ("r1", 0))]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The second round of talks", 2),
        ("a 3rd round of peace talks", 3),
        ("the fourth talks", 4),
        ("the second day of talks", None),
        ("new talks", None),
        ("the third party welcomed the talks", None),
    ],
)
def test_ordinals_number_rounds(text, number):
    at = text.index("talks")
    assert ordinal_before(text, Span(start=at, end=at + 5)) == number


def offensive(**more):
    roles = (("actor", "Borduria"), ("recipient", "Arland"))
    return make_node("r1", "offensive", "ASSAULT", roles=roles, at="Arland", on=MONDAY, **more)


def capture(day, actor="Borduria", at="Old Ford"):
    roles = (("actor", actor), ("recipient", "Arland"))
    return make_node("r2", "territorial_capture", "ASSAULT", roles=roles, at=at, on=days_after(day))


def test_capture_soon_after_is_part_of_the_offensive():
    assert relate((offensive(),), (capture(3),)) == [("part_of", ("r2", 0), ("r1", 0))]


@pytest.mark.parametrize("part", [capture(-1), capture(60), capture(3, actor="Cassia"), capture(3, at=None)])
def test_capture_elsewhere_or_by_others_is_no_part(part):
    assert relate((offensive(),), (part,)) == []


def war(low, high, who=BOTH):
    return make_node("r1", "war", "ASSAULT", who=who, on=between(days_after(low), days_after(high)))


def test_clash_within_the_days_of_a_war_between_its_parties_is_part_of_it():
    clash = make_node("r2", "clash", "ASSAULT", who=BOTH, on=days_after(5))
    assert relate((war(0, 44),), (clash,)) == [("part_of", ("r2", 0), ("r1", 0))]
    assert relate((war(8, 44),), (clash,)) == []
    assert relate((war(0, 44, who=("Arland", "Cassia")),), (clash,)) == []
    assert relate((war(0, 44),), (make_node("r2", who=BOTH, on=days_after(5)),)) == []


def said(relation, event=0, other=1):
    """Annotations of r1 that say a relation between its first two events."""
    events = (make_mention("sanction", "SANCTION", chain=0), make_mention("attack", "ASSAULT", at=60, chain=1))
    told = RelationMention(
        relation=relation, event=event, other=other, cue=Span(start=20, end=30), span=Span(start=0, end=67)
    )
    return replace(make_annotations("r1", *events), relations=(told,))


def ends(day=0, other_day=0):
    sanction = make_node("r1", "sanction", "SANCTION", on=days_after(day), chain=0)
    attack = make_node("r1", "attack", "ASSAULT", on=days_after(other_day), chain=1)
    return (sanction,), (attack,)


def test_what_a_report_says_relates_its_events():
    found = relate(*ends(day=4), annotations=[said("responds_to")])
    assert found == [("responds_to", ("r1", 0), ("r1", 1))]


@pytest.mark.parametrize(("until", "why"), [(10, "the words say so"), (40, "in somebody’s words only")])
def test_what_only_somebody_says_is_told_as_that(until, why):
    content = Span(start=0, end=until)
    statement = StatementMention(
        sentence=content, cue=Span(start=60, end=64), contents=(content,), kind="indirect", position="state"
    )
    own = replace(said("responds_to"), statements=(statement,))
    (found,) = relate_events(ends(day=4), [make_report("r1", TEXT)], {"r1": own}, LOOKUP, storyline("r1"))
    assert found.basis.startswith(why)
    assert found.supports == (("r1", Span(start=0, end=67)),)


def test_no_relation_against_the_days():
    assert relate(*ends(other_day=4), annotations=[said("responds_to")]) == []
    assert relate(*ends(other_day=4), annotations=[said("follows")]) == []
    assert relate(*ends(day=4), annotations=[said("part_of")]) == []


def test_relation_between_mentions_of_one_event_is_none():
    (sanction,), (attack,) = ends()
    assert relate((sanction, attack), annotations=[said("responds_to")]) == []


def test_days_that_cannot_all_hold_leave_all_of_them_possible():
    assert joint_days([on_day(MONDAY), on_day(days_after(2))]) == between(MONDAY, days_after(2))
    assert joint_days([between(MONDAY, days_after(9)), on_day(days_after(2))]) == on_day(days_after(2))
    assert joint_days([]) == UNKNOWN


events = st.integers(0, 6)
said_relations = st.lists(
    st.tuples(
        st.sampled_from(("part_of", "follows", "announced_by", "responds_to")), events, events, st.integers(1, 3)
    ),
    max_size=30,
)
spread = st.lists(st.one_of(st.none(), st.integers(0, 20)), min_size=7, max_size=7)


def candidates(told, days):
    gists = [
        make_gist([make_node("r1", chain=n, on=None if d is None else MONDAY + timedelta(days=d))], LOOKUP)
        for n, d in enumerate(days)
    ]
    return [
        Candidate(
            relation=relation,
            event=gists[one],
            other=gists[two],
            rule="relation_words.v1",
            basis="words",
            supports=tuple((f"r{n}", Span(start=0, end=5)) for n in range(reports)),
        )
        for relation, one, two, reports in told
    ]


def leads(edges, start):
    """All that chains of edges lead to from a node."""
    found, waiting = set(), [start]
    while waiting:
        for one, two in edges:
            if one == waiting[0] and two not in found:
                found.add(two)
                waiting.append(two)
        waiting.pop(0)
    return found


@given(said_relations, spread)
def test_relations_have_no_circles_and_no_two_between_the_same_events(told, days):
    found = choose_relations(candidates(told, days))
    pairs = [frozenset((r.event[0], r.other[0])) for r in found]
    assert len(pairs) == len(set(pairs))
    assert all(len(pair) > 1 for pair in pairs)
    for relation in {r.relation for r in found}:
        edges = [(r.event[0], r.other[0]) for r in found if r.relation == relation]
        assert all(one not in leads(edges, one) for one, _ in edges)


@given(said_relations, spread, st.randoms(use_true_random=False))
def test_relations_do_not_depend_on_the_order_of_what_speaks_for_them(told, days, rng):
    made = candidates(told, days)
    mixed = rng.sample(made, len(made))
    assert choose_relations(mixed) == choose_relations(made)


@given(said_relations, spread)
def test_no_relation_contradicts_the_days(told, days):
    for found in choose_relations(candidates(told, days)):
        one, two = days[found.event[0][1]], days[found.other[0][1]]
        assert one is None or two is None or (one == two if found.relation == "part_of" else one >= two)


@given(st.permutations(range(5)))
def test_relations_of_events_do_not_depend_on_their_order(order):
    clusters = [
        (meeting("r1", 0),),
        (meeting("r2", 9),),
        (meeting("r3", 21),),
        (offensive(chain=1),),
        (replace(capture(3), key=("r4", 0)),),
    ]
    assert relate(*(clusters[n] for n in order)) == relate(*clusters)
