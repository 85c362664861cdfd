"""Who attacked on a day, what was done and is denied, what somebody is accused of and denies."""

from datetime import date

from record.stories import make_event_mention, make_pages, with_events

from variorum.record.facet_sides import read_accused, read_attackers, read_denied
from variorum.schema.times import TimeValue

NAMES = {"Red Dawn": "armed_group", "the army": "armed_group", "Old Ford": "place", "Ana Lindt": "person"}
DAYS = {
    "3 May": TimeValue(timex="XXXX-05-03", month=5, day=3),
    "4 May": TimeValue(timex="XXXX-05-04", month=5, day=4),
    "20 May": TimeValue(timex="XXXX-05-20", month=5, day=20),
}
LATER = date(2021, 6, 20)


def story(*texts: str, events, published=LATER):
    pages = make_pages(*texts, names=NAMES, days=DAYS, published=published)
    return [with_events(page, *(make(page) for make in made)) for page, made in zip(pages, events, strict=True)]


def attack(words: str, actor: str, **more):
    def make(page):
        return make_event_mention(
            page, words, "attack", "ASSAULT", roles=[("actor", actor)], direction="directed", **more
        )

    return [make]


def attackers(one: str, two: str, **more):
    events = [attack("attacked", "Red Dawn"), attack("attacked", "the army")]
    return [(f.report_id, f.value) for f in read_attackers(story(one, two, events=events, **more))]


def test_two_sides_that_each_attacked_on_one_day_are_told():
    told = attackers("Red Dawn attacked a post on 3 May.", "On 4 May the army attacked a camp of Red Dawn.")
    assert told == [("r1", "Red Dawn attacking"), ("r2", "the army attacking")]


def test_attacks_of_other_days_are_two():
    assert attackers("Red Dawn attacked a post on 3 May.", "On 20 May the army attacked Red Dawn.") == []


def test_attacks_of_these_days_are_one_only_at_one_place():
    now = date(2021, 5, 5)
    assert attackers("Red Dawn attacked on 3 May.", "The army attacked on 3 May. So did Red Dawn.", published=now) == []
    told = attackers(
        "At Old Ford, Red Dawn attacked on 3 May.",
        "On 3 May the army attacked at Old Ford. Red Dawn hid.",
        published=now,
    )
    assert len(told) == 2


def test_day_can_stand_in_the_sentence_before():
    told = attackers(
        "In Old Ford they argue over 3 May. Red Dawn attacked, some say.",
        "On 3 May the army attacked Red Dawn at Old Ford.",
    )
    assert len(told) == 2


def denied(text: str, other: str):
    def make(page):
        return make_event_mention(
            page, "raid", "airstrike", "ASSAULT", place="Old Ford", time=0 if page.own.times else None
        )

    found = read_denied(story(text, other, events=[[make], [make]]))
    return [(f.report_id, min(f.comparable)) for f in found]


def test_raid_that_a_report_gives_as_a_rejected_claim_is_denied():
    told = denied(
        "The army rejected as false the claim that a raid on 3 May had hit Old Ford.", "On 3 May a raid hit Old Ford."
    )
    assert told == [("r1", "denied"), ("r2", "happened")]


def test_raid_of_another_day_is_not_the_denied_one():
    claim = "The army rejected the claim that a raid on 3 May had hit Old Ford."
    assert denied(claim, "On 20 May a raid hit Old Ford.") == [("r1", "denied")]


def plea(text: str, other: str):
    def accuse(page):
        return make_event_mention(page, "accused", "accusation", "ACCUSE", roles=[("recipient", "Ana Lindt")])

    def deny(page):
        return make_event_mention(page, "denied", "rejection", "REJECT", roles=[("actor", "Ana Lindt")])

    found = read_accused(story(text, other, events=[[accuse], [deny]]))
    return [(f.report_id, f.value) for f in found]


def test_accusation_and_denial_of_one_thing_are_set_against_each_other():
    told = plea(
        "They accused Ana Lindt of having buried the report of the inspectors.",
        "Lindt denied that she had held back any report of inspectors.",
    )
    assert told == [("r1", "accusation"), ("r2", "denial")]


def test_accusation_and_denial_of_two_things_are_not():
    assert plea("They accused Ana Lindt of bribery.", "Lindt denied that she would leave the country.") == []
