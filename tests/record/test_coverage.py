"""Coverage: who states an event, copies it, contradicts it, leaves it out, or could not know it."""

from links.factory import MONDAY, days_after, make_node
from record.factory import bases_of, exactly, make_claim, make_event, make_lineage

from variorum.record.coverage import Press, find_coverage
from variorum.record.findings import make_findings
from variorum.schema.dates import UNKNOWN, on_day
from variorum.schema.linked import Copy, Lineage
from variorum.schema.reports import Span

BOTH = ("Arland", "Borduria")
ONE_PROCESS = {"r1": "p1", "r2": "p1", "r3": "p1", "r4": "p2"}
DATED = {r: on_day(days_after(2)) for r in ONE_PROCESS}


def rows(event, *claims, published=DATED, lineage: Lineage | None = None) -> dict[str, str]:
    lineage = lineage or make_lineage()
    findings = {event.event_id: make_findings(event, claims, lineage, bases_of(lineage))}
    press = Press(process_of=ONE_PROCESS, published=published)
    found = find_coverage([event], findings, press, lineage)
    return {report: how for report, subject, how in found if subject == event.event_id}


EVENT = make_event(make_node("r1", who=BOTH, on=MONDAY), make_node("r2", who=BOTH, on=MONDAY))


def test_teller_states_and_the_others_of_the_process_omit():
    assert rows(EVENT) == {"r1": "states", "r2": "states", "r3": "omits"}


def test_report_of_another_process_is_not_asked():
    assert "r4" not in rows(EVENT)


def test_report_older_than_the_event_could_not_know():
    published = DATED | {"r3": on_day(days_after(-1))}
    assert rows(EVENT, published=published)["r3"] == "could_not_know"


def test_report_that_came_out_months_from_all_that_tell_it_is_not_asked():
    assert "r3" in rows(EVENT, published=DATED | {"r3": on_day(days_after(60))})
    for far in (-200, 200):
        assert "r3" not in rows(EVENT, published=DATED | {"r3": on_day(days_after(far))})


def test_all_reports_of_the_process_are_asked_of_what_undated_ones_tell():
    published = DATED | {"r1": UNKNOWN, "r3": on_day(days_after(200))}
    assert rows(EVENT, published=published)["r3"] == "omits"


def test_report_of_unknown_date_is_not_excused():
    assert rows(EVENT, published=DATED | {"r3": UNKNOWN})["r3"] == "omits"


def test_older_report_that_told_it_beforehand_states_it():
    published = DATED | {"r1": on_day(days_after(-1))}
    assert rows(EVENT, published=published)["r1"] == "states"


def test_report_against_the_others_contradicts():
    event = make_event(*(make_node(r, who=BOTH, on=MONDAY) for r in ("r1", "r2", "r3")))
    claims = [
        make_claim("r1", "killed", exactly(9)),
        make_claim("r2", "killed", exactly(9)),
        make_claim("r3", "killed", exactly(90)),
    ]
    assert rows(event, *claims) == {"r1": "states", "r2": "states", "r3": "contradicts"}


def test_report_whose_words_are_copied_copies():
    plain = make_lineage()
    passage = Span(start=0, end=60)
    copy = Copy(
        report_id="r2", span=passage, origin_id="o1", of_report_id="r1", of_span=passage, similarity=0.9, basis="date"
    )
    shared = {r: [(passage, "o1")] if r in ("r1", "r2") else [] for r in plain.of_report}
    lineage = Lineage(copies=(copy,), origins=plain.origins, of_report=plain.of_report, of_passage=shared)
    found = rows(EVENT, lineage=lineage)
    assert (found["r1"], found["r2"]) == ("states", "copies")


STORY = {"r1": "t1", "r2": "t1", "r3": "t1", "r4": "t2"}


def of_finding(*claims, published=DATED, lengths=None) -> dict[str, str]:
    """Rows of the one finding of some claims."""
    lineage = make_lineage()
    (finding,) = make_findings(EVENT, claims, lineage, bases_of(lineage))
    press = Press(process_of=ONE_PROCESS, published=published, story_of=STORY, lengths=lengths or {})
    found = find_coverage([EVENT], {EVENT.event_id: (finding,)}, press, lineage)
    return {report: how for report, subject, how in found if subject == finding.finding_id}


def test_finding_is_stated_contradicted_and_left_out_by_the_reports_of_its_story():
    claims = [make_claim("r1", "killed", exactly(9)), make_claim("r2", "killed", exactly(90))]
    found = of_finding(*claims)
    assert sorted(found.items())[2:] == [("r3", "omits")]
    assert sorted(found[r] for r in ("r1", "r2")) == ["contradicts", "states"]
    assert "r4" not in found


def test_report_older_than_the_first_to_say_so_could_not_know():
    claim = make_claim("r1", "killed", exactly(9))
    assert of_finding(claim)["r2"] == "omits"
    assert of_finding(claim, published=DATED | {"r2": on_day(days_after(1))})["r2"] == "could_not_know"


def test_short_item_is_not_blamed():
    found = of_finding(make_claim("r1", "killed", exactly(9)), lengths={"r1": 90, "r2": 90, "r3": 900})
    assert found == {"r1": "states", "r3": "omits"}
