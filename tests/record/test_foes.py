"""States at war, and who acted where reports name one or the other of them."""

import pytest
from links.factory import LOOKUP, days_after, make_annotations, make_mention, make_node
from record.factory import STORY_OF, bases_of, make_lineage, make_record_events

from variorum.links.nodes import make_nodes
from variorum.record.claims import make_claims
from variorum.record.events import make_events
from variorum.record.foes import find_foes
from variorum.schema.dates import on_day
from variorum.schema.reports import Span

WAR = frozenset({frozenset({"ARL", "BOR"})})


def fight(report: str, one: str, two: str):
    roles = [("participant", one), ("participant", two)]
    return told(report, make_mention("clash", "ASSAULT", roles=roles, direction="mutual"))


def told(report: str, mention):
    (node,) = make_nodes(make_annotations(report, mention), LOOKUP, on_day(days_after(2)))
    return node


def struck(report: str, *actors: str, recipient: str | None = None):
    roles = [("actor", a) for a in actors] + ([("recipient", recipient)] if recipient else [])
    return make_mention("attack", "ASSAULT", roles=roles, direction="directed")


def foes(*nodes):
    return find_foes(make_record_events(*([node] for node in nodes)), LOOKUP)


def test_two_states_that_two_reports_tell_to_have_fought_are_foes() -> None:
    assert foes(fight("r1", "Arland", "Borduria"), fight("r2", "Borduria", "Arland")) == WAR


def test_who_strikes_and_who_is_struck_are_foes() -> None:
    nodes = [told(r, struck(r, "Arland", recipient="Borduria")) for r in ("r1", "r2")]
    assert foes(*nodes) == WAR


def test_one_report_makes_no_war() -> None:
    assert foes(fight("r1", "Arland", "Borduria")) == frozenset()


def test_copy_of_a_report_makes_no_war() -> None:
    nodes = (fight("r1", "Arland", "Borduria"), fight("r2", "Arland", "Borduria"))
    whole = Span(start=0, end=1000)
    events = make_record_events(nodes)
    assert find_foes(events, LOOKUP, {"r2": [whole]}) == frozenset()
    assert find_foes(events, LOOKUP, {"r2": [Span(start=900, end=1000)]}) == WAR


def test_states_that_act_together_as_often_are_no_foes() -> None:
    together = [told(r, struck(r, "Arland", "Borduria", recipient="Cassia")) for r in ("r3", "r4")]
    nodes = (fight("r1", "Arland", "Borduria"), fight("r2", "Borduria", "Arland"), *together)
    assert frozenset({"ARL", "BOR"}) not in foes(*nodes)


def test_meeting_makes_no_foes() -> None:
    nodes = [make_node(r, who=("Arland", "Borduria"), at="Old Ford") for r in ("r1", "r2")]
    assert foes(*nodes) == frozenset()


@pytest.mark.parametrize(("at_war", "said"), [(WAR, {"by Arland", "by Borduria"}), (frozenset(), set())])
def test_who_acted_is_contested_between_foes_only(at_war, said: set[str]) -> None:
    own = [make_annotations("r1", struck("r1", "Arland")), make_annotations("r2", struck("r2", "Borduria"))]
    nodes = [node for a in own for node in make_nodes(a, LOOKUP, on_day(days_after(2)))]
    lineage = make_lineage()
    (event,) = make_events([nodes], LOOKUP, lineage, STORY_OF, bases_of(lineage))
    texts = {a.report_id: "x" * 400 for a in own}
    found = make_claims(event, {a.report_id: a for a in own}, texts, LOOKUP, foes=at_war)
    assert {c.value for c in found if c.attribute == "direction"} == said


# A state and an armed group


def parley(report: str, kind: str, concept: str):
    roles = [("participant", "Arland"), ("participant", "Front")]
    return told(report, make_mention(concept, kind, roles=roles, direction="mutual"))


def test_state_that_accuses_an_armed_group_and_makes_a_truce_with_it_fights_it() -> None:
    truce = parley("r1", "AGREE", "ceasefire")
    accused = told("r1", make_mention("accusation", "ACCUSE", roles=[("actor", "Arland"), ("recipient", "Front")]))
    assert foes(truce, accused) == frozenset({frozenset({"ARL", "Front"})})
    assert foes(truce) == frozenset()


def test_states_that_meet_are_no_foes() -> None:
    roles = [("participant", "Arland"), ("participant", "Borduria")]
    meetings = [told(r, make_mention("meeting", "CONSULT", roles=roles)) for r in ("r1", "r2")]
    assert foes(*meetings) == frozenset()


def test_states_that_make_a_truce_fought() -> None:
    roles = [("participant", "Arland"), ("participant", "Borduria")]
    truces = [told(r, make_mention("ceasefire", "AGREE", roles=roles)) for r in ("r1", "r2")]
    assert foes(*truces) == WAR
