"""How the events of one sentence stand to each other, by its words."""

import pytest
from annotations.factory import annotate_text


def relations(text):
    """(relation, words of the event, words of the other, cue)."""
    read = annotate_text(text)
    return [
        (
            r.relation,
            read.words(read.events[r.event].trigger),
            read.words(read.events[r.other].trigger),
            read.words(r.cue),
        )
        for r in read.found.relations
    ]


def one(text):
    found = relations(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "event", "other"),
    [
        ("During the war, Kenya captured the town of Orlin from Sudan.", "captured", "war"),
        ("Kenya and Ethiopia signed the accord at a summit in Nairobi.", "signed the accord", "summit"),
        ("Police arrested 40 people during the protests in Nairobi.", "arrested", "protests"),
        (
            "Sudanese troops shelled Kassala on Monday, part of the Sudanese offensive in Eritrea.",
            "shelled",
            "offensive",
        ),
        ("In the war, Sudan lost Kassala.", "lost", "war"),
    ],
)
def test_what_was_done_in_the_course_of_it_is_part_of_it(text, event, other):
    relation, first, second, _ = one(text)
    assert relation == "part_of"
    assert event in first
    assert other in second


@pytest.mark.parametrize(
    ("text", "event", "other"),
    [
        ("Britain imposed sanctions on Sudan in response to the attack on Lamu.", "sanctions", "attack"),
        ("Britain sanctioned Sudan over the attack on Khartoum.", "sanctioned", "attack"),
        ("Israel launched airstrikes on Gaza in retaliation for the rocket attack.", "airstrikes", "rocket attack"),
        ("Thousands protested in Lamu against the arrest of the opposition leader.", "protested", "arrest"),
        ("Kenya condemned the attack on Lamu.", "condemned", "attack"),
        ("The shelling prompted Kenya to recall its ambassador from Sudan.", "recall", "shelling"),
        ("Protests triggered by the arrest of the mayor spread to Lagos.", "Protests", "arrest"),
        ("Russia responded to the drone attack with missile strikes on Kyiv.", "missile strikes", "drone attack"),
        ("Sudan expelled Kenyan diplomats after Kenya accused it of shelling the border.", "expelled", "accused"),
    ],
)
def test_what_is_done_over_it_responds_to_it(text, event, other):
    found = [(first, second) for relation, first, second, _ in relations(text) if relation == "responds_to"]
    assert any(event in first and other in second for first, second in found), found


@pytest.mark.parametrize(
    ("text", "event", "other"),
    [
        ("Talks between Kenya and Sudan resumed in Nairobi a week after clashes on the border.", "Talks", "clashes"),
        ("The ceasefire followed two days of clashes between Kenya and Sudan.", "ceasefire", "clashes"),
        ("Following the talks in Nairobi, the two sides agreed a ceasefire.", "agreed a ceasefire", "talks"),
        ("Sudan launched an offensive in May after a month of clashes with Kenya.", "offensive", "clashes"),
    ],
)
def test_what_is_told_to_come_after_it_follows_it(text, event, other):
    relation, first, second, _ = one(text)
    assert relation == "follows"
    assert event in first
    assert other in second


@pytest.mark.parametrize(
    ("text", "event", "other"),
    [
        ("Ethiopia and Eritrea agreed to hold talks in Cairo in May.", "hold talks", "agreed"),
        ("The agreement on a prisoner exchange between Kenya and Sudan was signed on Monday.", "exchange", "agreement"),
        ("Under the peace agreement, Sudan will withdraw its troops from Lamu in June.", "withdraw", "agreement"),
    ],
)
def test_what_is_agreed_on_is_announced_by_the_agreement(text, event, other):
    relation, first, second, _ = one(text)
    assert relation == "announced_by"
    assert event in first
    assert other in second


@pytest.mark.parametrize(
    "text",
    [
        "Kenya signed a trade agreement with Egypt during the war in Sudan.",
        "The president discussed the attack after the talks in Nairobi.",
        "The war in Sudan ended after Kenya brokered a ceasefire.",
        "Sudan called off talks with Kenya after the bombing of Lamu.",
        "Three people were killed after a car bomb struck a bus in Lamu.",
        "Britain imposed sanctions on Sudan, not in response to the attack on Khartoum.",
        "The ceasefire did not follow the clashes in Khartoum.",
        "Kenya denied that its troops shelled Lamu during the war.",
        "Kenya and Sudan held talks in Nairobi. Clashes broke out in Lamu.",
    ],
)
def test_words_that_tie_no_two_events_so_make_no_relation(text):
    assert relations(text) == []


def test_relation_has_its_cue_and_the_words_between():
    text = "Britain imposed sanctions on Sudan in response to the attack on Lamu."
    read = annotate_text(text)
    (found,) = read.found.relations
    assert read.words(found.cue) == "in response to"
    assert read.words(found.span) == "imposed sanctions on Sudan in response to the attack"
