"""Claims: what each report says of each attribute, with the words that say it."""

import re
from dataclasses import replace

import pytest
from links.factory import LOOKUP, MONDAY, days_after, make_annotations, make_mention
from record.factory import STORY_OF, about, at_least, bases_of, exactly, make_lineage

from variorum.links.nodes import make_nodes
from variorum.record.claim_drafts import figure_day
from variorum.record.claims import make_claims
from variorum.record.counts import count_text
from variorum.record.events import make_events
from variorum.schema.annotations import FigureMention, LabelMention, StatementMention
from variorum.schema.dates import on_day
from variorum.schema.quantities import Quantity
from variorum.schema.reports import Span
from variorum.schema.times import TimeValue

TEXT = "x" * 400
PARTIES = [("participant", "Arland"), ("participant", "Borduria")]
NINE = FigureMention(
    span=Span(start=80, end=86), governor=87, what="killed", qualifier="at_least", low=9, best=9, high=None
)


def claims(*annotations):
    nodes = [n for a in annotations for n in make_nodes(a, LOOKUP, on_day(days_after(2)))]
    lineage = make_lineage()
    (event,) = make_events([nodes], LOOKUP, lineage, STORY_OF, bases_of(lineage))
    return make_claims(event, {a.report_id: a for a in annotations}, {a.report_id: TEXT for a in annotations}, LOOKUP)


def said(found, attribute: str) -> set[str]:
    return {c.value for c in found if c.attribute == attribute}


def test_every_attribute_told_becomes_a_claim():
    mention = make_mention("clash", "ASSAULT", roles=PARTIES, time=0, place="Old Ford", figures=[0], direction="mutual")
    found = claims(
        make_annotations(
            "r1", mention, times=[TimeValue(timex="2021-03-01", year=2021, month=3, day=1)], figures=[NINE]
        )
    )
    assert said(found, "realis") == {"happened"}
    assert said(found, "date") == {MONDAY.isoformat()}
    assert said(found, "place") == {"Old Ford"}
    assert said(found, "participants") == {"Arland, Borduria"}
    assert said(found, "killed") == {"at least 9"}
    assert said(found, "direction") == {"mutual"}


def test_actor_makes_the_direction():
    mention = make_mention(
        "attack", "ASSAULT", roles=[("actor", "Arland"), ("recipient", "Borduria")], direction="directed"
    )
    found = claims(make_annotations("r1", mention))
    assert said(found, "direction") == {"by Arland"}
    assert (said(found, "actor"), said(found, "recipient")) == ({"Arland"}, {"Borduria"})


def test_direction_is_not_claimed_when_nobody_is_named():
    mention = make_mention("attack", "ASSAULT", roles=[("recipient", "Borduria")], figures=[0], direction="directed")
    assert said(claims(make_annotations("r1", mention, figures=[NINE])), "direction") == set()


def test_every_claim_is_supported_by_words_of_its_report():
    mention = make_mention("clash", "ASSAULT", roles=PARTIES, place="Old Ford", figures=[0])
    for claim in claims(make_annotations("r1", mention, figures=[NINE])):
        assert claim.supports
        assert all(
            report == claim.report_id and 0 <= span.start < span.end <= len(TEXT) for report, span in claim.supports
        )
        assert re.fullmatch(r"x+( \.\.\. x+)*", claim.original)


def test_claim_in_a_statement_is_the_speakers():
    mention = make_mention(roles=PARTIES, statement=0, voice="quoted")
    own = make_annotations("r1", mention)
    statement = StatementMention(
        sentence=Span(start=0, end=40),
        cue=Span(start=30, end=34),
        contents=(Span(start=0, end=29),),
        kind="direct",
        position="state",
        speaker=2,
    )
    found = claims(replace(own, statements=(statement,)))
    assert {c.attributed_to for c in found} == {"Cassia"}
    assert {c.voice for c in found} == {"quoted"}


def test_denial_is_a_claim_of_negative_polarity():
    happened, denied = (
        make_annotations(r, make_mention(roles=PARTIES, realis=realis))
        for r, realis in (("r1", "happened"), ("r2", "denied"))
    )
    found = [c for c in claims(happened, denied) if c.attribute == "realis"]
    assert {(c.value, c.polarity) for c in found} == {("happened", "affirmed"), ("denied", "denied")}


def test_one_claim_a_report_attribute_and_value():
    mentions = [make_mention(roles=PARTIES, place="Old Ford", at=60 * i) for i in range(3)]
    found = claims(make_annotations("r1", *mentions))
    assert len(found) == len({(c.report_id, c.attribute, c.value) for c in found})


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (exactly(286), "286"),
        (at_least(286), "at least 286"),
        (about(2000), "about 2000"),
        (Quantity(low=12, best=None, high=15, qualifier="range"), "12 to 15"),
        (Quantity(low=24, best=None, high=None, qualifier="dozens"), "dozens"),
        (Quantity(low=0, best=5, high=5, qualifier="at_most"), "at most 5"),
        (exactly(1_234_567), "1234567"),
    ],
)
def test_count_is_said_as_a_person_would(count, text):
    assert count_text(count) == text


def test_who_denies_a_thing_says_only_that_and_where():
    mention = make_mention(
        "attack",
        "ASSAULT",
        roles=[("actor", "Arland"), ("recipient", "Borduria")],
        direction="directed",
        realis="denied",
        place="Old Ford",
        figures=[0],
        statement=0,
    )
    said_so = StatementMention(
        sentence=Span(start=0, end=90),
        cue=Span(start=2, end=6),
        contents=(Span(start=8, end=90),),
        kind="indirect",
        position="deny",
    )
    found = claims(replace(make_annotations("r1", mention, figures=[NINE]), statements=(said_so,)))
    assert {c.attribute for c in found} == {"realis", "place"}
    assert all(c.firm for c in found)


def test_word_that_judges_is_the_outcome():
    own = make_annotations("r1", make_mention("meeting", roles=PARTIES, at=10))
    label = LabelMention(span=Span(start=30, end=36), label="fiasco", voice="own", loaded="blaming", event=0)
    nodes = make_nodes(own, LOOKUP, on_day(days_after(2)))
    (event,) = make_events([nodes], LOOKUP, make_lineage(), STORY_OF, bases_of(make_lineage()))
    for told, values in ((label, {"a failure"}), (replace(label, voice="quoted"), set())):
        found = make_claims(
            event, {"r1": replace(own, labels=(told,))}, {"r1": TEXT}, LOOKUP, contrast_set=lambda _word: "outcome"
        )
        assert said(found, "outcome") == values


def test_day_of_the_deed_is_not_the_day_of_the_count():
    dated = [TimeValue(timex="2021-03-01", year=2021, month=3, day=1)]
    counted = replace(NINE, time=0)
    deed = make_mention("clash", "ASSAULT", roles=PARTIES, time=0, figures=[0])
    told = make_mention("clash", "ASSAULT", roles=PARTIES, figures=[0])
    published = on_day(days_after(2))
    dates = [
        figure_day(0, make_annotations("r1", mention, times=dated, figures=[counted]), published)
        for mention in (deed, told)
    ]
    assert dates == [days_after(2), MONDAY]


def test_claim_of_a_caption_alone_speaks_beside_the_body():
    number = TimeValue(timex="2021-03-01", year=2021, month=3, day=1)
    own = make_annotations(
        "r1", make_mention("clash", "ASSAULT", roles=PARTIES, figures=[0]), times=[number], figures=[NINE]
    )
    (node,) = make_nodes(own, LOOKUP, on_day(days_after(2)))
    lineage = make_lineage()
    (event,) = make_events([[node]], LOOKUP, lineage, STORY_OF, bases_of(lineage))

    def killed(*captions):
        found = make_claims(event, {"r1": own}, {"r1": TEXT}, LOOKUP, captions={"r1": captions})
        (claim,) = (c for c in found if c.attribute == "killed")
        return claim

    assert killed(Span(start=70, end=120)).in_caption
    assert killed(Span(start=70, end=120)).in_title
    assert not killed(Span(start=200, end=220)).in_caption
    assert not killed().in_title
