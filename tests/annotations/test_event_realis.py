"""Did it happen: tense, modals, negation, plans, cancellations, denials, allegations, conditions, headlines."""

import pytest
from annotations.factory import annotate_text
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.schema.vocabulary import REALIS


@pytest.fixture
def read(nlp):
    return annotate_text


CASES = [
    ("Chad attacked Sudan.", "attack", "happened"),
    ("Chad has attacked Sudan.", "attack", "happened"),
    ("Chad had attacked Sudan before the talks.", "attacked", "happened"),
    ("Chad managed to capture the town of Tine.", "capture", "happened"),
    ("Chad began withdrawing its troops from Sudan.", "withdraw", "happened"),
    ("Chad and Sudan held talks in Doha.", "talks", "happened"),
    ("Chad's forces are attacking the town of Tine.", "attack", "ongoing"),
    ("The sides are holding talks in Bangkok.", "talks", "ongoing"),
    ("Talks between Chad and Sudan are being held in Bangkok.", "talks", "ongoing"),
    ("Negotiations between Chad and Sudan are under way in Doha.", "negotiations", "ongoing"),
    ("Fighting between Chad and Sudan continues near Tine.", "fighting", "ongoing"),
    ("Chad and Sudan will hold talks in Doha on Friday.", "talks", "planned"),
    ("Chad and Sudan plan to hold talks in Doha.", "talks", "planned"),
    ("Chad and Sudan are going to sign a treaty.", "treaty", "planned"),
    ("Chad and Sudan are expected to sign a peace agreement next month.", "agreement", "planned"),
    ("The agreement between Chad and Sudan was to be signed in May.", "agreement", "planned"),
    ("The next meeting between Chad and Sudan is scheduled for Friday.", "meeting", "planned"),
    ("Chad is to withdraw its troops from Tine by March.", "withdraw", "planned"),
    ("The peace deal between Chad and Sudan was due to be signed on Friday.", "deal", "planned"),
    ("Chad had planned to invade Sudan.", "invade", "planned"),
    ("Talks between Chad and Sudan were postponed.", "talks", "called_off"),
    ("A meeting between Chad and Sudan, scheduled for Friday, was cancelled.", "meeting", "called_off"),
    ("Chad called off the talks with Sudan.", "talks", "called_off"),
    ("The planned talks between Chad and Sudan were called off.", "talks", "called_off"),
    ("Thailand cancelled a planned summit with Cambodia.", "summit", "called_off"),
    ("Chad did not attack Sudan.", "attack", "denied"),
    ("Chad never attacked Sudan.", "attacked", "denied"),
    ("Chad denied attacking Sudan.", "attacking", "denied"),
    ("Chad denied that it had attacked Sudan.", "attacked", "denied"),
    ("There was no meeting between Chad and Sudan.", "meeting", "denied"),
    ("The meeting between Chad and Sudan did not take place.", "meeting", "denied"),
    ("No agreement was signed between Chad and Sudan.", "agreement", "denied"),
    ("Chad failed to sign the agreement with Sudan.", "agreement", "denied"),
    ("Chad refused to sign the agreement with Sudan.", "agreement", "denied"),
    ("“We did not attack Sudan,” said Chad's foreign minister.", "attack", "denied"),
    ("Chad was unable to capture Tine.", "capture", "denied"),
    ("Chad ruled out talks with Sudan.", "talks", "denied"),
    ("Chad allegedly attacked Sudan.", "attacked", "alleged"),
    ("Sudan claimed that Chad had attacked the town of Geneina.", "attacked", "alleged"),
    ("Sudan alleged that Chad had shelled Geneina.", "shelled", "alleged"),
    ("Kenya accused Somalia of shelling Mandera.", "shelling", "alleged"),
    ("Sudan said that Chad had attacked the town of Geneina.", "attacked", "happened"),
    ("Chad stopped shelling the town of Geneina on Sunday.", "shelling", "happened"),
    ("Ecuador condemned Peru's attack on the town of Tiwinza.", "attack", "happened"),
]


@pytest.mark.parametrize(("text", "word", "realis"), CASES)
def test_realis_is_read_from_the_words(read, text, word, realis):
    found = read(text)
    assert found.mention(word).realis == realis


@pytest.mark.parametrize(
    "text",
    [
        "If Chad attacks Sudan, France will respond.",
        "Chad could attack Sudan.",
        "Chad might have attacked Sudan.",
        "Chad tried to capture Tine.",
        "Chad called for talks with Sudan.",
        "The possibility of talks between Chad and Sudan was raised.",
        "Qatar offered to mediate talks between Chad and Sudan.",
        "It is unclear whether the two leaders met.",
        "Unless Thailand withdraws, Cambodia will attack.",
        "Chad and Sudan meet every year.",
    ],
)
def test_nothing_is_kept_when_it_is_only_thinkable_or_usual(read, text):
    found = read(text)
    assert not found.of_type("ASSAULT", "CONSULT", "AGREE"), found.outline()


@pytest.mark.parametrize(
    ("title", "body", "word", "realis"),
    [
        ("Chad and Sudan sign peace deal in Doha", "The document was signed on Monday.", "deal", "happened"),
        (
            "Chad begins troop withdrawal",
            "Chad said on Monday that its soldiers had left Tine.",
            "begins troop withdrawal",
            "happened",
        ),
        ("Rebels seize Congolese town", "Goma fell on Monday.", "seize", "happened"),
    ],
)
def test_present_tense_tells_what_happened_when_it_stands_in_a_headline(read, title, body, word, realis):
    found = read(body, title=title)
    assert found.event(word).realis == realis


def test_infinitive_is_a_plan_when_it_stands_in_a_headline(read):
    found = read("The two countries spoke of it on Friday.", title="Chad, Sudan to hold talks in Doha")
    assert found.event("talks").realis == "planned"


def test_second_verb_is_denied_too_when_neither_nor_joins_them(read):
    found = read("Thailand neither attacked nor bombed Cambodia.")
    assert [e.realis for e in found.events] == ["denied", "denied"]


def test_cue_is_inside_the_sentence_that_shows_it(read):
    for text, word, _ in (c for c in CASES if type(c) is tuple):
        event = read(text).mention(word)
        if event.realis_cue is not None:
            assert event.sentence.covers(event.realis_cue)


SUBJECTS = ("Chad", "The rebels", "Its army", "Sudanese troops")
MIDDLES = (
    "attacked",
    "will attack",
    "did not attack",
    "allegedly attacked",
    "may attack",
    "planned to attack",
    "denied attacking",
)


@settings(max_examples=25, deadline=None)
@given(
    subject=st.sampled_from(SUBJECTS),
    middle=st.sampled_from(MIDDLES),
    tail=st.sampled_from(("the town of Tine", "Mali")),
)
def test_realis_is_always_of_the_closed_vocabulary(nlp, subject, middle, tail):
    for event in annotate_text(f"{subject} {middle} {tail} on Sunday.").events:
        assert event.realis in REALIS
