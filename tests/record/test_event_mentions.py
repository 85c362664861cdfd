"""Rows of event mentions: those that make no event are kept, with their realis, its cue, and whose word it is."""

import json
from dataclasses import replace

from links.factory import LOOKUP, days_after, make_annotations, make_mention
from record.factory import STORY_OF, bases_of, make_lineage

from variorum.links.nodes import make_nodes
from variorum.record.claims import make_claims
from variorum.record.event_mentions import MentionSetting, event_mention_rows
from variorum.record.events import make_events
from variorum.record.findings import make_findings
from variorum.record.rows import Evidence
from variorum.schema.annotations import StatementMention
from variorum.schema.dates import on_day
from variorum.schema.reports import Span
from variorum.schema.times import TimeValue

TEXT = "0123456789" * 40
SIDES = [("actor", "Arland"), ("recipient", "Borduria")]
DONE = make_mention("attack", "ASSAULT", roles=SIDES, direction="directed", main=True)
THREATENED = replace(
    make_mention("attack", "ASSAULT", at=100, realis="hypothetical", roles=SIDES, chain=7, statement=0, voice="quoted"),
    left_out="hypothetical",
    realis_cue=Span(start=93, end=99),
)
SAID = StatementMention(
    sentence=Span(start=80, end=140),
    cue=Span(start=82, end=86),
    contents=(Span(start=90, end=140),),
    kind="direct",
    position="threaten",
    speaker=1,
)


def read(*unrecorded):
    own = replace(make_annotations("r1", DONE), unrecorded=unrecorded, statements=(SAID,))
    lineage = make_lineage()
    published = on_day(days_after(2))
    (event,) = make_events([make_nodes(own, LOOKUP, published)], LOOKUP, lineage, STORY_OF, bases_of(lineage))
    setting = MentionSetting(
        texts={"r1": TEXT}, published={"r1": published}, event_of={("r1", 0): event}, lookup=LOOKUP
    )
    evidence = Evidence({"r1": TEXT})
    rows = list(event_mention_rows({"r1": own}, setting, evidence))
    claims = make_claims(event, {"r1": own}, {"r1": TEXT}, LOOKUP)
    return event, rows, evidence.rows(), claims, make_findings(event, claims, lineage, bases_of(lineage))


def test_threatened_attack_is_a_mention_of_no_event():
    event, (done, threatened), *_ = read(THREATENED)
    assert (done["event_id"], done["left_out"], done["realis"]) == (event.event_id, None, "happened")
    assert threatened["event_id"] is None
    assert (threatened["realis"], threatened["left_out"]) == ("hypothetical", "hypothetical")
    assert threatened["realis_cue"] == TEXT[93:99]
    assert len(json.loads(threatened["actors"])) == len(json.loads(threatened["recipients"])) == 1


def test_mention_leads_to_its_statement_and_speaker():
    _, (done, threatened), *_ = read(THREATENED)
    assert (done["statement_id"], done["asserted_by"]) == (None, None)
    assert threatened["statement_id"] is not None
    assert threatened["asserted_by"] == next(e for e in LOOKUP.of(make_annotations("r1"), 1))
    assert threatened["voice"] == "quoted"


def test_every_mention_leads_to_its_words():
    _, rows, evidence, *_ = read(THREATENED)
    shown = {row["item_id"] for row in evidence}
    assert {row["mention_id"] for row in rows} <= shown


def test_thought_of_mention_is_a_claim_on_which_no_finding_rests():
    _, rows, _, claims, findings = read(replace(THREATENED, chain=0))
    assert [r["event_id"] is not None for r in rows] == [True, True]
    assert sorted(c.value for c in claims if c.attribute == "realis") == ["happened", "hypothetical"]
    (realis,) = [f for f in findings if f.attribute == "realis"]
    assert (realis.value, realis.status) == ("happened", "single_origin")


def test_day_of_a_mention_is_that_of_its_time():
    own = make_annotations(
        "r1", replace(DONE, time=0), times=[TimeValue(timex="2021-03-01", year=2021, month=3, day=1)]
    )
    setting = MentionSetting(texts={"r1": TEXT}, published={"r1": on_day(days_after(2))}, event_of={}, lookup=LOOKUP)
    (row,) = event_mention_rows({"r1": own}, setting, Evidence({"r1": TEXT}))
    assert row["date_low"] == row["date_high"] is not None
