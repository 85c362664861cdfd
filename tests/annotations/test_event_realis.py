"""Did it happen: tense, modals, negation, plans, cancellations, denials, allegations, conditions, headlines."""

import pytest
from annotations.factory import annotate_text
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.annotations.event_realis import read_realis
from variorum.annotations.parse import token_at
from variorum.schema.vocabulary import REALIS


@pytest.fixture
def read(nlp):
    return annotate_text


CASES = [
    ("The minister announced that a committee would look into the causes.", "look", "planned"),
    ("An attack would be answered, the minister said.", "attack", "hypothetical"),
    ("The union called on its members to march on parliament on Sunday.", "march", "planned"),
    ("Not a single soldier attacked Sudan.", "attacked", "denied"),
    ("Chad attacked Sudan.", "attack", "happened"),
    ("Chad has attacked Sudan.", "attack", "happened"),
    ("Chad had attacked Sudan before the talks.", "attacked", "happened"),
    ("Chad managed to capture the town of Tine.", "capture", "happened"),
    ("The rebels went on to attack Sudan.", "attack", "happened"),
    ("Few allies have emerged to condemn Chad.", "condemn", "happened"),
    ("His response was to attack a student.", "attack", "happened"),
    ("Chad did not attack Sudan until May.", "attack", "happened"),
    ("The truce between Chad and Sudan does not begin until 6 August.", "truce", "planned"),
    ("The withdrawal of Chad will not start until 2026.", "withdrawal", "planned"),
    ("The army of Chad will not withdraw until the rebels disarm.", "withdraw", "denied"),
    ("Chad and Sudan settled on the disarmament of the rebels.", "disarmament", "planned"),
    ("Chad and Sudan agreed on a prisoner exchange.", "exchange", "planned"),
    ("Riot police blocked the bridge in Chad.", "police", "happened"),
    ("The king set up a fund for the survivors of Tuesday's earthquake.", "earthquake", "happened"),
    ("The judge stopped his questioning of the minister.", "questioning", "happened"),
    ("The minister accused Chad of a wrong policy on the civil war in Sudan.", "civil war", "happened"),
    ("Chad has signaled a crackdown on smugglers.", "crackdown", "planned"),
    ("The talks were held in advance of the visit of the king to Chad.", "visit", "planned"),
    ("Chad pledged two million euros in emergency aid.", "emergency aid", "planned"),
    ("Chad and Sudan agreed not to use force to resolve the conflict.", "resolve", "hypothetical"),
    ("Chad and Sudan agreed not to use force in resolving the conflict.", "resolving", "hypothetical"),
    ("The crowd called for reforms and for the king's resignation.", "resignation", "hypothetical"),
    ("The man must be freed and not be attacked.", "attacked", "hypothetical"),
    ("It would put the senator in the spot of rejecting the law.", "rejecting", "hypothetical"),
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
    ("Chad is about to withdraw its troops from Tine.", "withdraw", "planned"),
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


CUED = [
    ("No arrests were made in Goma.", "arrests", "denied", "No"),
    ("Police dispersed the crowd without firing at the protesters.", "firing", "denied", "without"),
    ("Neither Chad nor Sudan attacked the town.", "attacked", "denied", None),
    ("Nobody attacked the town of Tine.", "attacked", "denied", "Nobody"),
    ("Chad no longer shells the town of Geneina.", "shells", "denied", None),
    ("Chad has yet to withdraw its troops from Tine.", "withdraw", "denied", None),
    ("Chad declined to sign the agreement with Sudan.", "agreement", "denied", "declined"),
    ("Chad did not plan to attack Sudan.", "attack", "denied", None),
    ("Chad did not fail to sign the agreement with Sudan.", "agreement", "happened", None),
    ("Chad was prevented from attacking Sudan.", "attacking", "denied", "prevented"),
    ("Chad may refuse to sign the agreement with Sudan.", "agreement", "hypothetical", None),
    ("Chad cannot attack Sudan.", "attack", "denied", "not"),
    ("Chad should not attack Sudan.", "attack", "hypothetical", None),
    ("Chad would have attacked Sudan.", "attacked", "hypothetical", None),
    ("The minister said Chad would withdraw its troops from Tine.", "withdraw", "planned", "would"),
    ("Chad decided to withdraw its troops from Tine.", "withdraw", "planned", "decided"),
    ("Chad sent envoys to mediate between Sudan and Libya.", "mediate", "planned", None),
    ("Chad sent troops to attack the town of Tine.", "attack", "planned", "sent"),
    ("The leaders flew to Doha ahead of the talks between Chad and Sudan.", "talks", "planned", "ahead"),
    ("Chad is supposed to withdraw its troops from Tine.", "withdraw", "planned", None),
    ("The government's plan for talks with the rebels was published.", "talks", "planned", "plan"),
    ("Sudan reportedly attacked the town of Tine.", "attacked", "alleged", "reportedly"),
    ("Chad was accused of attacking Sudan.", "attacking", "alleged", "accused"),
    ("Chad is believed to have attacked the town of Tine.", "attacked", "alleged", "believed"),
    ("Allegations that Chad had attacked Tine were published.", "attacked", "alleged", "Allegations"),
    ("The alleged attack by Chad on the town of Tine was reported.", "attack", "alleged", "alleged"),
    ("The threat of an attack on Sudan by Chad was real.", "attack", "hypothetical", "threat"),
    ("Fears of an attack by Chad on Sudan grew.", "attack", "hypothetical", "Fears"),
    ("A possible attack by Chad on Sudan was discussed.", "attack", "hypothetical", "possible"),
    ("France demanded that Chad withdraw its troops from Tine.", "withdraw", "hypothetical", None),
    ("France hopes that Chad will withdraw its troops from Tine.", "withdraw", "hypothetical", "hopes"),
    ("Chad wants to attack Sudan.", "attack", "hypothetical", "wants"),
    ("Chad regularly attacks Sudan.", "attacks", "habitual", "regularly"),
    ("Chad used to attack Sudan.", "attack", "habitual", "used"),
    ("Chad attacks Sudan every spring.", "attacks", "habitual", None),
    ("Chad has been attacking Sudan since May.", "attacking", "ongoing", "attacking"),
    ("The envoy said that Chad was attacking the town of Tine.", "attacking", "ongoing", "attacking"),
    ("Chad was attacking the town of Tine when the rains came.", "attacking", "happened", None),
    ("The war between Chad and Sudan has cost thousands of lives.", "war", "ongoing", None),
    ("The ongoing war between Chad and Sudan was discussed.", "war", "ongoing", "ongoing"),
    ("Chad scrapped the talks with Sudan.", "talks", "called_off", "scrapped"),
    ("Chad denied reports of an attack on Sudan.", "attack", "denied", None),
    ("Sudan discussed the attack by Chad on Tine.", "attack", "happened", None),
    ("Chad managed to attack Sudan.", "attack", "happened", None),
    ("Chad was able to attack Sudan.", "attack", "happened", None),
    ("Chad was not able to attack Sudan.", "attack", "denied", "not"),
    ("It is unclear whether Chad attacked Sudan.", "attacked", "hypothetical", "whether"),
    ("We do not know when Chad will attack Sudan.", "attack", "hypothetical", "know"),
    ("Instead of attacking Sudan, Chad withdrew.", "attacking", "denied", "Instead"),
    ("Chad said not only that it attacked Sudan.", "attacked", "happened", None),
    ("After attacking Sudan, Chad asked for talks.", "attacking", "happened", None),
]
"""Text, a word of the event, its realis, and the word that shows it (None where tense or several words do)."""


@pytest.mark.parametrize(("text", "word", "realis", "cue"), CUED)
def test_realis_is_read_with_what_governs_the_word(read, text, word, realis, cue):
    found = read(text)
    event = found.mention(word)
    assert event.realis == realis
    assert cue is None or found.cue(event) == cue


@pytest.mark.parametrize(
    ("text", "word", "why"),
    [
        ("Chad could attack Sudan.", "attack", "hypothetical"),
        ("Chad regularly attacks Sudan.", "attacks", "habitual"),
        ("The envoy said Chad would withdraw its troops.", "withdraw", "intent"),
        ("The envoy said that Chad had attacked the town of Tine.", "attacked", None),
    ],
)
def test_mentions_that_make_no_event_say_why(read, text, word, why):
    found = read(text)
    event = found.mention(word)
    assert event.left_out == why
    assert (event in found.found.unrecorded) == (why is not None)


HEADINGS = [
    ("Chad attacks the town of Tine\nThe town was quiet on Monday.", "attacks", "happened"),
    ("The town was quiet. Chad attacks the town of Tine, he says.", "attacks", "ongoing"),
]


@pytest.mark.parametrize(("text", "word", "realis"), HEADINGS)
def test_line_without_a_stop_is_read_as_a_headline(read, text, word, realis):
    assert read(text).mention(word).realis == realis


NESTED = [
    ("The envoy said the Sudanese army claimed that Chad had attacked Tine.", "alleged", "claimed", "own"),
    (
        "Sudan's president said that Chad's foreign minister had denied that Chad attacked Tine.",
        "denied",
        "denied",
        "own",
    ),
    ("The Sudanese minister said that Chad had attacked Tine.", "happened", "said", "own"),
    ("“Chad attacked Tine on Sunday,” the Sudanese minister said.", "happened", "said", "quoted"),
]


@pytest.mark.parametrize(("text", "realis", "cue", "voice"), NESTED)
def test_event_is_the_innermost_speakers(read, text, realis, cue, voice):
    found = read(text)
    event = found.event("attacked")
    assert event.statement is not None
    assert (event.realis, event.voice) == (realis, voice)
    assert found.words(found.found.statements[event.statement].cue) == cue


def test_later_sentences_of_a_quotation_are_quoted_too(read):
    found = read("“Chad attacked Tine on Sunday. Our troops shelled the town of Bahai,” the Sudanese minister said.")
    assert [e.voice for e in found.events] == ["quoted", "quoted"]


def test_report_asserts_what_it_tells_itself(read):
    found = read("Chad attacked Tine on Sunday. The president said that the talks in Doha had ended.")
    assert found.event("attacked").statement is None


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


AT_WORD = [
    # nouns of what is to come: a timetable, a day ahead, the occasion of a plan
    ("The election takes place on 5 May.", "election", "planned"),
    ("These elections are going to be held in May.", "elections", "planned"),
    ("A ceasefire is to take effect at midnight.", "ceasefire", "planned"),
    ("The king will speak at the ceremony.", "ceremony", "planned"),
    ("He called on voters to turn out for Sunday's election.", "election", "planned"),
    ("Next week's summit may bring a deal.", "summit", "planned"),
    ("The envoy arrived in Cairo on Monday for talks with the king.", "talks", "planned"),
    ("Both sides agreed on a withdrawal by May.", "withdrawal", "planned"),
    ("Both sides agreed on a truce in May.", "truce", "happened"),
    # nouns that are only thought of
    ("The two sides held talks on a ceasefire.", "ceasefire", "hypothetical"),
    ("A ceasefire deal would end the war.", "ceasefire", "hypothetical"),
    ("Pressure is growing for his resignation.", "resignation", "hypothetical"),
    ("The unions voted for a strike.", "strike", "hypothetical"),
    ("He promised an answer to any attack.", "attack", "hypothetical"),
    ("An invasion remains possible.", "invasion", "hypothetical"),
    ("The reforms demanded by the students would cost billions.", "reforms", "hypothetical"),
    ("Troops were sent to prevent an attack.", "attack", "hypothetical"),
    ("The wall is a protection against attacks.", "attacks", "hypothetical"),
    # what is to be ended goes on; what was ended has been
    ("He called for an immediate halt to the fighting.", "fighting", "ongoing"),
    ("The government wants to end the siege of the town.", "siege", "ongoing"),
    ("The army ended the siege of the town in May.", "siege", "happened"),
    # states and lasting things
    ("The two countries are at war.", "war", "ongoing"),
    ("The police said that the mayor was under investigation.", "investigation", "ongoing"),
    ("He resigned amid protests.", "protests", "ongoing"),
    ("Police have launched a hunt for the gunman.", "hunt", "ongoing"),
    ("The festival draws thousands to the town.", "festival", "ongoing"),
    # general truths
    ("Attacks on journalists are common in the country.", "Attacks", "habitual"),
    ("Every strike costs the firm millions.", "strike", "habitual"),
    ("Rebels who attack convoys are often from the north.", "attack", "habitual"),
    ("He would often attack the press.", "attack", "habitual"),
    # no sign of it
    ("Officials found no evidence of an attack.", "attack", "denied"),
    ("There were no reports of clashes.", "clashes", "denied"),
    # what is said at the noun to be over is so under a plan or a modal too
    ("Last week's attack could lead to war.", "attack", "happened"),
    ("A fire that killed three men may be investigated.", "fire", "happened"),
    ("He was convicted of murder.", "murder", "happened"),
    ("The army will respond to the attack.", "attack", "happened"),
    # verbs
    ("An attack would lead to war.", "lead", "hypothetical"),
    ("The president promised that troops would leave by May.", "leave", "planned"),
    ("The talks would begin on Monday.", "begin", "planned"),
    ("We could hear the shooting.", "hear", "happened"),
    ("They have occupied the valley since 1967.", "occupied", "ongoing"),
    ("Five men are injured.", "injured", "happened"),
    ("The army is not ready to attack the town.", "attack", "denied"),
    ("They were allowed to leave the town.", "leave", "happened"),
    ("They were not allowed to leave the town.", "leave", "denied"),
    ("Firefighters were trying to control the blaze.", "control", "planned"),
    ("He wants a deal that ends the siege.", "ends", "hypothetical"),
    ("He is happy after winning the vote.", "winning", "happened"),
    ("Prosecutors say he shot two men.", "shot", "alleged"),
    ("Sales grew to reach a record in May.", "reach", "happened"),
    ("“Stop the war,” he said.", "Stop", "hypothetical"),
    ("In this file photo, the singer is led into a court in Oslo.", "led", "happened"),
]


@pytest.mark.parametrize(("text", "word", "realis"), AT_WORD)
def test_realis_is_read_at_a_word_whether_or_not_it_makes_an_event(nlp, text, word, realis):
    doc = nlp(text)
    token = token_at(doc, text.index(word))
    assert read_realis(token)[0] == realis
