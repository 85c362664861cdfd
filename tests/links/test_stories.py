"""Stories and processes: one happening, one story; rounds of one conflict, one process."""

from hypothesis import given, settings
from hypothesis import strategies as st
from links.factory import MONDAY, days_after, make_comparer, make_node, make_report

from variorum.config import Config
from variorum.links.stories import central_sides, find_stories
from variorum.schema.dates import UNKNOWN

BOTH = ("Arland", "Borduria")
TALKS = "Envoys of Arland and Borduria sat down in Old Ford to talk about the closed bridge and the captured shepherds."
TALKS_TOO = (
    "In Old Ford envoys of Borduria and Arland talked about the bridge, still closed, and about the captured shepherds."
)
STORM = "A cyclone tore roofs from houses along the southern coast, and the harbour master ordered fishing boats to stay in port."


def stories(*given_reports, **more):
    """Each is (report_id, text, day or None, nodes)."""
    reports = [make_report(r, text, published=day) for r, text, day, _ in given_reports]
    nodes = {r: tuple(n) for r, _, _, n in given_reports}
    published = {r.report_id: r.published if r.published.known else UNKNOWN for r in reports}
    ordered = sorted(reports, key=lambda r: r.report_id)
    return find_stories(ordered, nodes, published, make_comparer(), likeness=Config(**more).story_similarity)


def meeting(report_id: str, day=MONDAY, *, who=BOTH):
    return [make_node(report_id, who=who, on=day, at="Old Ford", main=True)]


def test_reports_on_one_happening_are_one_story():
    found = stories(("r1", TALKS, MONDAY, meeting("r1")), ("r2", TALKS_TOO, days_after(1), meeting("r2")))
    assert found.stories == (("r1", "r2"),)


def test_reports_in_other_words_on_other_things_are_two_stories():
    found = stories(("r1", TALKS, MONDAY, meeting("r1")), ("r2", STORM, MONDAY, []))
    assert found.stories == (("r1",), ("r2",))
    assert found.processes == ((0,), (1,))


def test_two_rounds_in_like_words_are_two_stories_of_one_process():
    found = stories(("r1", TALKS, MONDAY, meeting("r1")), ("r2", TALKS, days_after(60), meeting("r2", days_after(60))))
    assert found.stories == (("r1",), ("r2",))
    assert found.processes == ((0, 1),)


def test_main_events_on_other_days_part_stories_even_within_a_week():
    found = stories(("r1", TALKS, MONDAY, meeting("r1")), ("r2", TALKS, days_after(6), meeting("r2", days_after(6))))
    assert found.stories == (("r1",), ("r2",))


def test_conflicts_with_one_side_in_common_are_two_processes():
    found = stories(
        ("r1", TALKS, MONDAY, meeting("r1")), ("r2", STORM, MONDAY, meeting("r2", who=("Arland", "Cassia")))
    )
    assert len(found.processes) == 2


def test_undated_report_can_join_a_story():
    found = stories(
        ("r1", TALKS, MONDAY, meeting("r1")), ("r2", TALKS_TOO, None, [make_node("r2", who=BOTH, main=True)])
    )
    assert found.stories == (("r1", "r2"),)


def test_undated_report_is_apart_when_its_meeting_was_in_another_town():
    elsewhere = [make_node("r2", who=BOTH, at="Port Vell", main=True)]
    found = stories(("r1", TALKS, MONDAY, meeting("r1")), ("r2", TALKS_TOO, None, elsewhere))
    assert found.stories == (("r1",), ("r2",))


def test_link_says_why():
    found = stories(("r1", TALKS, MONDAY, meeting("r1")), ("r2", TALKS, days_after(60), meeting("r2", days_after(60))))
    (link,) = found.links
    assert link.judgement == "different"
    assert "dates that cannot both hold" in link.evidence


def test_central_sides_are_the_most_frequent():
    nodes = [make_node("r1", who=BOTH, chain=i) for i in range(3)] + [
        make_node("r1", who=("Arland", "Cassia"), chain=3)
    ]
    assert central_sides(nodes)[:2] == ("ARL", "BOR")


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from([TALKS, TALKS_TOO, STORM]), st.sampled_from([None, 0, 1, 60])), min_size=1, max_size=5
    ),
    st.randoms(use_true_random=False),
)
def test_every_report_is_in_one_story_and_order_does_not_matter(told, shuffler):
    made = []
    for i, (text, day) in enumerate(told, start=1):
        when = None if day is None else days_after(day)
        made.append((f"r{i}", text, when, [] if text == STORM else meeting(f"r{i}", when)))
    shuffled = list(made)
    shuffler.shuffle(shuffled)
    one, two = stories(*made), stories(*shuffled)
    assert one == two
    assert sorted(r for story in one.stories for r in story) == sorted(r for r, *_ in made)
    assert sorted(i for group in one.processes for i in group) == list(range(len(one.stories)))


CHAIN = [
    "Miners of Tarn walked out over unpaid wages and blocked the railway to the coast.",
    "Miners of Tarn blocked the railway; freight trains with grain for the coast were held at Odel junction.",
    "Freight trains with grain were held at Odel junction, and bakers in the capital fear a shortage of flour.",
    "Bakers in the capital fear a shortage of flour; the price of bread was raised by the ministry of trade.",
]


def test_a_chain_of_half_alike_reports_is_not_one_story():
    found = stories(*((f"r{n}", text, MONDAY, []) for n, text in enumerate(CHAIN)), story_similarity=0.2)
    neighbours = {(link.left_id, link.right_id) for link in found.links}
    assert {("r0", "r1"), ("r1", "r2"), ("r2", "r3")} <= neighbours
    assert len(found.stories) > 1
    assert any(link.judgement == "unsure" for link in found.links)
