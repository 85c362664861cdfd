"""Disagreements from disputed findings and from renderings of one utterance: every value, who holds it, one plain line."""

from links.factory import MONDAY, days_after, make_annotations, make_node
from record.factory import SIGLA, exactly, make_claim, make_event, make_lineage, make_statement

from variorum.record.disputes import find_disputes, find_utterance_dates
from variorum.record.findings import make_findings
from variorum.schema.dates import UNKNOWN, on_day
from variorum.schema.times import TimeValue


def disputes(*claims):
    event, lineage = make_event(), make_lineage()
    findings = make_findings(event, claims, lineage, {o.origin_id: o.basis for o in lineage.origins})
    return find_disputes(event, findings, SIGLA)


def test_disputed_figure_names_every_value_and_who_has_it():
    (found,) = disputes(make_claim("r1", "killed", exactly(286)), make_claim("r2", "killed", exactly(49)))
    assert found.kind == "figure"
    assert {(h.value, h.support[0]) for h in found.holdings} == {("286", "r1"), ("49", "r2")}
    assert all(word in found.summary for word in ("286", "49", "S1", "S2", "killed"))


def test_direction_weighs_more_than_a_date():
    direction, date = (
        disputes(make_claim("r1", "direction", "by Arland"), make_claim("r2", "direction", "mutual"))[0],
        disputes(make_claim("r1", "date", on_day(MONDAY)), make_claim("r2", "date", on_day(days_after(1))))[0],
    )
    assert (direction.kind, date.kind) == ("direction", "date")
    assert 0 < date.weight < direction.weight <= 1


def test_nothing_is_disputed_when_values_can_all_hold():
    assert disputes(make_claim("r1", "killed", exactly(286)), make_claim("r2", "killed", exactly(286))) == ()
    assert (
        disputes(
            make_claim("r1", "participants", frozenset({"A"})), make_claim("r2", "participants", frozenset({"A", "B"}))
        )
        == ()
    )


def test_done_and_denied_is_a_disagreement_of_realis():
    (found,) = disputes(make_claim("r1", "realis", "happened"), make_claim("r2", "realis", "denied"))
    assert found.kind == "realis"


CONTENT = "We met them on a bridge and agreed on nothing"
TEXTS = dict.fromkeys(("r1", "r2"), f"raid {CONTENT}")


def rendered(one: TimeValue | None, two: TimeValue | None, texts=TEXTS):
    content = CONTENT
    statements = [make_statement(r, content) for r in ("r1", "r2")]
    times = {"r1": [one] if one else [], "r2": [two] if two else []}
    annotations = {r: make_annotations(r, times=said) for r, said in times.items()}
    utterances = {s.statement_id: "u1" for s in statements}
    days = {"r1": UNKNOWN, "r2": UNKNOWN}
    return find_utterance_dates(statements, utterances, annotations, days, sigla=SIGLA, texts=texts)


MARCH_1 = TimeValue(timex="2021-03-01", year=2021, month=3, day=1)
MARCH_2 = TimeValue(timex="2021-03-02", year=2021, month=3, day=2)
MARCH = TimeValue(timex="2021-03", year=2021, month=3)


def test_one_utterance_with_two_dates_is_a_disagreement():
    (found,) = rendered(MARCH_1, MARCH_2)
    assert found.kind == "date"
    assert {h.value for h in found.holdings} == {"2021-03-01", "2021-03-02"}


def test_one_utterance_is_no_disagreement_when_dates_can_both_hold():
    assert rendered(MARCH_1, MARCH) == ()
    assert rendered(MARCH_1, MARCH_1) == ()
    assert rendered(MARCH_1, None) == ()


def test_dates_of_two_things_in_one_utterance_are_not_compared():
    texts = {"r1": f"dike {CONTENT}", "r2": f"raid {CONTENT}"}
    assert rendered(MARCH_1, MARCH_2, texts) == ()


def test_disagreement_with_one_value_alone_is_none():
    assert disputes(make_claim("r1", "killed", exactly(12), "12"), make_claim("r2", "killed", exactly(40), "12")) == ()


def test_two_utterances_are_not_compared():
    statements = [make_statement(r, "We met them on a bridge") for r in ("r1", "r2")]
    annotations = {"r1": make_annotations("r1", times=[MARCH_1]), "r2": make_annotations("r2", times=[MARCH_2])}
    utterances = {s.statement_id: s.statement_id for s in statements}
    days = {"r1": UNKNOWN, "r2": UNKNOWN}
    assert find_utterance_dates(statements, utterances, annotations, days, sigla=SIGLA, texts=TEXTS) == ()


def test_beginnings_years_apart_are_those_of_two_wars_and_near_ones_are_in_dispute():
    day = MONDAY.replace(year=MONDAY.year - 9)
    assert disputes(make_claim("r1", "start", on_day(MONDAY)), make_claim("r2", "start", on_day(day))) == ()
    assert (
        len(disputes(make_claim("r1", "start", on_day(MONDAY)), make_claim("r2", "start", on_day(days_after(9))))) == 1
    )


def test_outcome_of_an_attack_is_in_dispute():
    claims = (make_claim("r1", "outcome", "taken"), make_claim("r2", "outcome", "driven off"))
    attack, lineage = make_event(make_node("r1", "attack", "ASSAULT", who=("Arland",), at="Old Ford")), make_lineage()
    findings = make_findings(attack, claims, lineage, {o.origin_id: o.basis for o in lineage.origins})
    (found,) = find_disputes(attack, findings, SIGLA)
    assert found.kind == "outcome"
    assert disputes(*claims) == ()
