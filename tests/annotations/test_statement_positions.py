"""What a statement does, to whom, on what, under which condition, with made-up conflicts in the islands of Velm and Osk."""

import pytest

from annotations.factory import annotate_text


def read(text: str):
    """The reading of a text and its one statement; where one holds another, the outer one."""
    found = annotate_text(text)
    statements = found.found.statements
    assert statements, text
    return found, max(statements, key=lambda s: sum(map(len, s.contents)))


THREATS = [
    "“We will crush the rebels in the hills,” General Okoro said.",
    "Okoro said that his army would punish Kenya.",
    "“If they come near the dam, we shall respond with full force,” Okoro said.",
    "“They will pay dearly for this raid,” said Okoro.",
    "“Whoever shells the port will regret it,” the commander said.",
    "“We will close the strait if the blockade goes on,” Okoro warned.",
    "The governor threatened to cut off the water.",
    "“Anyone who breaks the seal will be prosecuted to the fullest extent of the law,” said the bank’s lawyer.",
]
REFUSALS = [
    "“We will never accept this line on the map,” Okoro said.",
    "“I oppose the treaty,” said Minister Adeyemi.",
    "Adeyemi said she opposed the new toll.",
    "“These terms are unacceptable,” Okoro said.",
    "“We have no intention of leaving the valley,” Okoro said.",
    "“I can’t support this budget,” Senator Lindqvist said.",
    "“There will be no talks with the mutineers,” said Okoro.",
    "“It is a terrible deal,” Lindqvist said.",
    "Okoro rejected the plan to share the well.",
    "“I don’t want their money,” said the widow.",
]
OFFERS = [
    "“We are ready to meet them anywhere,” Okoro said.",
    "Okoro said he was willing to exchange the prisoners.",
    "“My government remains open to talks,” Adeyemi said.",
    "“Let us sit down and talk,” Okoro told the rebels.",
    "“I propose a joint patrol of the river,” Adeyemi said.",
    "Adeyemi offered to host the envoys.",
]
COMMITMENTS = [
    "“We will rebuild every school in the valley,” Adeyemi said.",
    "Adeyemi said she would repay the loan.",
    "“I am going to resign in May,” said Lindqvist.",
    "“We are determined to finish the bridge,” Adeyemi said.",
    "“I promise that nobody will lose a house,” the mayor said.",
    "“Our work for the harbour will go on,” Adeyemi said.",
    "“We will do everything we can to find them,” the colonel said.",
    "Adeyemi said that she had decided to publish the accounts.",
]
DEMANDS = [
    "“Kenya must leave the island,” Okoro said.",
    "“They should free the fishermen,” said Adeyemi.",
    "“We need to rebuild trust,” Lindqvist said.",
    "“Stop the shelling,” said Okoro.",
    "“Please stay away from the harbour,” the police said.",
    "“Don’t touch the seals,” the ranger said.",
    "“I urge both sides to hold their fire,” Adeyemi said.",
    "“We want Kenya to open the road,” Okoro said.",
    "“It is time to end this war,” said Lindqvist.",
    "“The rebels have to hand over their guns,” Okoro said.",
    "Residents “are urged to boil their water,” the ministry said.",
    "“We call on Kenya to withdraw,” Okoro said.",
    "Okoro urged Kenya to withdraw.",
]
ACCUSATIONS = [
    "“Kenya has violated the truce again,” Okoro said.",
    "“The rebels are lying,” said Okoro.",
    "“The council ignored our letters,” Lindqvist said.",
    "“This is a disgrace,” the widow said.",
    "“Kenya is responsible for the famine,” Okoro said.",
    "“They broke their promise,” said Okoro.",
    "“The mayor was reckless,” said Lindqvist.",
    "“We condemn the attack on the clinic,” Adeyemi said.",
    "“The minister did not answer one question,” Lindqvist said.",
    "“They are trying to silence the press,” said Lindqvist.",
    "“He should have warned us,” the widow said.",
    "Okoro accused the rebels of stealing grain.",
]
DENIALS = [
    "“That is not true,” Okoro said.",
    "“Our troops did not cross the river,” Okoro said.",
    "“It never happened,” said the guard.",
    "“We had nothing to do with the fire,” Okoro said.",
    "“I have never met the smuggler,” Lindqvist said.",
    "“The report is a complete fabrication,” Okoro said.",
    "“We are not arming the rebels,” said Adeyemi.",
    "“There is no truth in it,” Adeyemi said.",
    "Okoro denied that his men had fired.",
    "Okoro rejected the allegation.",
]
PRAISE = [
    "“I thank the doctors for their courage,” said Adeyemi.",
    "“We welcome the ruling,” Lindqvist said.",
    "“She is an outstanding mayor,” Okoro said.",
    "“The talks were very constructive,” Adeyemi said.",
    "“He was a brave soldier,” the colonel said.",
    "“This is an important step,” said Adeyemi.",
    "“We are proud of the volunteers,” the mayor said.",
    "Adeyemi praised the pilots.",
]
PLAIN = [
    "“The ferry leaves at noon,” the captain said.",
    "Okoro said that the rain had stopped.",
    "“I have never seen so much snow,” the captain said.",
    "“Should we wait for the tide?” the captain asked.",
    "“Two villages were attacked in the night,” the colonel said.",
    "“I don’t know where he went,” the widow said.",
    "“The ministry will hear the case on Monday,” the clerk said.",
    "“I had to hide in the cellar,” said the widow.",
    "“Did they refuse to pay?” the clerk asked.",
    "“They would probably need two boats,” said the captain.",
]


@pytest.mark.parametrize(
    ("text", "position"),
    [
        (text, position)
        for position, texts in (
            ("threaten", THREATS),
            ("reject", REFUSALS),
            ("offer", OFFERS),
            ("commit", COMMITMENTS),
            ("demand", DEMANDS),
            ("accuse", ACCUSATIONS),
            ("deny", DENIALS),
            ("praise", PRAISE),
            ("state", PLAIN),
        )
        for text in texts
    ],
)
def test_position_is_what_speaker_does_when_words_or_cue_show_it(text, position):
    assert read(text)[1].position == position


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("“We attacked poverty and we will fight on,” Adeyemi said.", "commit"),
        ("“We will strike a deal with the rebels,” Adeyemi said.", "commit"),
        ("“They will rebuild the school,” Adeyemi said.", "state"),
        ("“Kenya is ready to talk,” said Okoro of Uganda.", "state"),
        ("“The rebels thanked the doctors,” Adeyemi said.", "state"),
        ("“Let’s be honest, the ferry is late,” the captain said.", "state"),
        ("“We must have lost the key,” the captain said.", "state"),
    ],
)
def test_position_is_not_taken_when_side_or_sense_is_another(text, position):
    assert read(text)[1].position == position


def target(text: str) -> str | None:
    found, statement = read(text)
    return None if statement.target is None else found.found.entities[statement.target].name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“Kenya must leave the island,” Okoro said.", "Kenya"),
        ("“Kenya has violated the truce again,” Okoro said.", "Kenya"),
        ("“We will crush Kenya,” Okoro said.", "Kenya"),
        ("“I thank Kenya for its help,” Adeyemi said.", "Kenya"),
        ("“We call on Kenya to withdraw,” Okoro said.", "Kenya"),
        ("“We will never accept Kenya’s terms,” Okoro said.", "Kenya"),
        ("Okoro told reporters that Kenya should withdraw.", "Kenya"),
        ("Okoro told reporters that the rain had stopped.", None),
    ],
)
def test_target_is_who_should_act_or_suffers_when_words_name_it(text, name):
    assert target(text) == name


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("“We will sign if they free the crew,” Okoro said.", "if they free the crew"),
        ("“Unless they pay, the boats stay here,” Okoro said.", "Unless they pay"),
        ("Okoro said he would return as long as the guns were silent.", "as long as the guns were silent"),
        ("“We will not leave until the crew is free,” Okoro said.", "until the crew is free"),
        ("“Should they fail, we go home,” Okoro said.", "Should they fail"),
        ("Okoro said the road would open once the mines were cleared.", "once the mines were cleared"),
        ("Okoro said the road opened once the mines were cleared.", None),
        ("“We will stay until the rain stops,” Okoro said.", None),
        ("“I don’t know if they have left,” Okoro said.", None),
        ("“Even if it rains, we march,” Okoro said.", None),
        ("“It looks as if they have left,” Okoro said.", None),
        ("Okoro said the crew was free.", None),
    ],
)
def test_condition_is_the_clause_that_ties_the_act_when_there_is_one(text, condition):
    found, statement = read(text)
    assert (statement.condition and found.words(statement.condition)) == condition


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("“We will never accept this line,” Okoro said.", "negative"),
        ("“No boat has left the port,” Okoro said.", "negative"),
        ("“We accept this line,” Okoro said.", "affirmative"),
    ],
)
def test_polarity_is_negative_when_clause_is_negated(text, polarity):
    assert read(text)[1].polarity == polarity


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        ("“We will never sign the river treaty,” Okoro said.", "river treaty"),
        ("“Kenya must open the border crossing,” Okoro said.", "border crossing"),
        ("Okoro rejected the proposal.", "proposal"),
        ("“We call for the release of the crew,” Okoro said.", "release of the crew"),
        ("“We go,” Okoro said.", None),
    ],
)
def test_issue_is_noun_phrase_that_act_deals_with_when_there_is_one(text, issue):
    found, statement = read(text)
    assert (statement.issue and found.words(statement.issue)) == issue


@pytest.mark.parametrize(
    ("text", "hearer", "venue", "place"),
    [
        ("Okoro told reporters in Nairobi that the dam was safe.", "reporters", None, "Nairobi"),
        ("In an interview with the Osk Herald, Okoro said the dam was safe.", "the Osk Herald", "an interview with the Osk Herald", None),
        ("Speaking at a rally in Nairobi, Okoro said the dam was safe.", None, "a rally", "Nairobi"),
        ("“The dam is safe,” Okoro said at a press conference in Nairobi.", None, "a press conference", "Nairobi"),
        ("In a letter to the council, Okoro said the dam was safe.", "the council", "a letter to the council", None),
        ("Okoro said that the dam in Nairobi was safe.", None, None, None),
        ("“The dam is safe,” Okoro said.", None, None, None),
        ("According to Kenya, the dam was safe.", None, None, None),
    ],
)  # fmt: skip
def test_scene_is_told_by_words_around_cue_when_they_tell_it(text, hearer, venue, place):
    found, statement = read(text)
    words = [s and found.words(s) for s in (statement.addressee_words, statement.venue)]
    assert words == [hearer, venue]
    assert (None if statement.place is None else found.found.entities[statement.place].name) == place


def test_addressee_is_a_mention_when_it_is_named():
    found, statement = read("Okoro told Kenya that the dam was safe.")
    assert found.found.entities[statement.addressee].name == "Kenya"
    assert found.found.entities[statement.target].name == "Kenya"
