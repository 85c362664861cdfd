"""Rows of figures: parts, days, and on whose word; claims are made of whole tolls of one event only."""

from dataclasses import replace

from links.factory import LOOKUP, MONDAY, days_after, make_annotations, make_mention
from record.factory import STORY_OF, bases_of, make_lineage

from variorum.links.nodes import make_nodes
from variorum.record.claims import make_claims
from variorum.record.events import make_events
from variorum.record.figures import FigureSetting, figure_rows
from variorum.record.rows import Evidence
from variorum.schema.annotations import FigureMention
from variorum.schema.dates import on_day
from variorum.schema.reports import Span
from variorum.schema.times import TimeValue

TEXT = "x" * 400
THIRTY = FigureMention(
    span=Span(start=80, end=90), governor=92, what="killed", qualifier="exact", low=30, best=30, high=30
)
FOUR = replace(THIRTY, span=Span(start=100, end=110), low=4, best=4, high=4, part_of=0)
SIDES = [("actor", "Arland"), ("recipient", "Borduria")]
PUBLISHED = on_day(days_after(2))


def rows_of(*figures: FigureMention, times=()):
    own = make_annotations(
        "r1",
        make_mention("attack", "ASSAULT", roles=SIDES, direction="directed", figures=list(range(len(figures)))),
        figures=list(figures),
        times=list(times),
    )
    lineage = make_lineage()
    (event,) = make_events([make_nodes(own, LOOKUP, PUBLISHED)], LOOKUP, lineage, STORY_OF, bases_of(lineage))
    claims = make_claims(event, {"r1": own}, {"r1": TEXT}, LOOKUP)
    setting = FigureSetting(
        event_of={("r1", m.chain): event for m in own.events},
        published={"r1": PUBLISHED},
        claims={(c.event_id, c.report_id, c.attribute, c.value): c.claim_id for c in claims},
        lookup=LOOKUP,
    )
    return list(figure_rows({"r1": own}, setting, Evidence({"r1": TEXT}))), claims


def test_part_points_at_its_whole_and_claims_nothing():
    (whole, part), claims = rows_of(THIRTY, FOUR)
    assert part["part_of"] == whole["figure_id"]
    assert whole["part_of"] is None
    assert whole["claim_id"] is not None
    assert part["claim_id"] is None
    assert [c.value for c in claims if c.attribute == "killed"] == ["30"]


def test_counts_of_a_period_threats_and_measures_claim_nothing():
    others = (
        replace(THIRTY, scope="cumulative"),
        replace(THIRTY, realis="hypothetical"),
        replace(THIRTY, what="area", unit="km2"),
    )
    for figure in others:
        (row,), claims = rows_of(figure)
        assert row["claim_id"] is None
        assert not [c for c in claims if c.attribute in ("killed", "area")]


def test_single_victim_claims_at_least_one():
    (row,), claims = rows_of(replace(THIRTY, low=1, best=1, high=1, basis="one"))
    assert (row["low"], row["best"], row["high"], row["basis"]) == (1, 1, 1, "one")
    (claim,) = [c for c in claims if c.attribute == "killed"]
    assert claim.value == "at least 1"
    assert row["claim_id"] == claim.claim_id


def test_figure_speaks_of_the_day_told_with_it_else_of_its_report():
    day = TimeValue(timex="2021-03-01", year=2021, month=3, day=1)
    (dated, plain), _ = rows_of(replace(THIRTY, time=0), replace(THIRTY, span=Span(start=100, end=110)), times=[day])
    assert dated["as_of"] == MONDAY
    assert plain["as_of"] == days_after(2)


def test_day_ahead_of_the_report_is_no_day_that_a_figure_speaks_of():
    later = TimeValue(timex="2031-03-01", year=2031, month=3, day=1)
    (row,), _ = rows_of(replace(THIRTY, time=0), times=[later])
    assert row["as_of"] == days_after(2)
