"""Statements with made-up conflicts: content, kind, speaker, position, and what is no statement."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.annotations.parse import span_of
from variorum.annotations.statements import find_statement_issues, find_statements
from variorum.schema.annotations import EntityMention, StatementMention, TimeMention
from variorum.schema.reports import Span
from variorum.schema.times import TimeValue

from annotations.factory import annotate_text

KINDS = {"PERSON": "person", "GPE": "country", "NORP": "people"}


def stand_in(doc) -> tuple[EntityMention, ...]:
    """Noun phrases as mentions; pronouns are their own chains."""
    mentions = []
    for chunk in doc.noun_chunks:
        root = chunk.root
        form = {"PRON": "pronoun", "PROPN": "name"}.get(root.pos_, "description")
        span = span_of(chunk)
        mentions.append(
            EntityMention(
                span=span, kind=KINDS.get(root.ent_type_, "other"), form=form, name=root.text, chain=len(mentions)
            )
        )
    return tuple(mentions)


class Reading:
    """A text with its statements, in words."""

    def __init__(self, nlp, text: str) -> None:
        self.text = text
        self.doc = nlp(text)
        self.entities = stand_in(self.doc)
        self.statements = find_statements(self.doc, self.entities, ())

    def words(self, span: Span) -> str:
        return self.text[span.start : span.end]

    def contents(self) -> list[list[str]]:
        return [[self.words(c) for c in s.contents] for s in self.statements]

    def speaker(self, statement: StatementMention) -> str | None:
        return None if statement.speaker is None else self.words(self.entities[statement.speaker].span)

    def only(self) -> StatementMention:
        assert len(self.statements) == 1, self.contents()
        return self.statements[0]


@pytest.fixture
def read(nlp):
    return lambda text: Reading(nlp, text)


def test_direct_content_is_bare_when_cue_follows(read):
    found = read("“The bridge will open again in spring,” General Okoro said on Tuesday.")
    assert found.contents() == [["The bridge will open again in spring,"]]
    assert found.only().kind == "direct"
    assert "Okoro" in found.speaker(found.only())


def test_direct_content_is_found_when_verb_precedes_subject(read):
    found = read('"Nobody was warned," said Mayor Lindqvist, wiping his face.')
    assert found.contents() == [["Nobody was warned,"]]
    assert "Lindqvist" in found.speaker(found.only())


def test_direct_content_is_found_when_colon_introduces(read):
    found = read("Minister Adeyemi told reporters: “We have nothing to hide. The files are open.”")
    assert found.contents() == [["We have nothing to hide. The files are open."]]
    assert "Adeyemi" in found.speaker(found.only())


def test_second_quotation_belongs_to_adding_when_it_follows_adding(read):
    found = read("“The dam is safe,” she said, adding: “Our engineers checked it twice.”")
    assert found.contents() == [["The dam is safe,"], ["Our engineers checked it twice."]]
    assert [found.words(s.cue) for s in found.statements] == ["said", "adding"]
    assert [found.speaker(s) for s in found.statements] == ["she", "she"]


def test_content_is_discontinuous_when_cue_interrupts(read):
    found = read("“The convoy left at dawn,” Okoro said, “and it has not come back.”")
    assert found.contents() == [["The convoy left at dawn,", "and it has not come back."]]


def test_content_covers_clause_when_quotation_ends_inside_it(read):
    found = read("“Zamora will do everything possible to find a way out” of the dispute over the dam, he said.")
    assert found.contents() == [["Zamora will do everything possible to find a way out” of the dispute over the dam"]]
    assert found.only().kind == "mixed"


def test_quoted_sentence_goes_on_when_it_has_no_cue(read):
    found = read("“We saw smoke,” Okoro said. “Then the windows broke.”")
    assert found.contents() == [["We saw smoke,", "Then the windows broke."]]


def test_quoted_sentence_is_a_statement_of_its_own_when_the_one_before_is_indirect(read):
    found = read("Okoro said the harbour was empty. “We waited there for hours.”")
    assert found.contents() == [["the harbour was empty"], ["We waited there for hours."]]
    assert [s.kind for s in found.statements] == ["indirect", "direct"]
    assert len({s.speaker for s in found.statements}) == 1


def test_clause_goes_on_when_quoted_words_end_its_sentence(read):
    found = read("Okoro said he had met the envoys, but “not for a single minute alone.”")
    assert found.contents() == [["he had met the envoys, but “not for a single minute alone."]]


def test_quotation_is_one_statement_when_it_runs_over_paragraphs(read):
    found = read("Okoro said: “We waited for an hour.\n“Then we went home.”")
    assert found.contents() == [["We waited for an hour.", "Then we went home."]]


def test_indirect_content_leaves_out_that(read):
    found = read("The ministry said that two villages had been flooded.")
    assert found.contents() == [["two villages had been flooded"]]
    assert found.only().kind == "indirect"


def test_bare_clause_is_content_when_complementiser_is_missing(read):
    found = read("Before the vote, Palmira said the observers would stay until June.")
    assert found.contents() == [["the observers would stay until June"]]
    assert found.speaker(found.only()) == "Palmira"


def test_attribution_is_cut_off_when_it_trails(read):
    found = read("Both armies will leave the valley by Friday, the mediator said.")
    assert found.contents() == [["Both armies will leave the valley by Friday"]]


def test_kind_is_mixed_when_words_are_quoted_in_reported_speech(read):
    found = read("Lindqvist said that Zamora was “poisoning” the talks between the two islands.")
    assert found.contents() == [["Zamora was “poisoning” the talks between the two islands"]]
    assert found.only().kind == "mixed"


def test_speaker_is_antecedent_when_relative_clause_reports(read):
    found = read("The court heard a comment by Lindqvist, who said that the vote was rigged.")
    said = [s for s in found.statements if found.words(s.cue) == "said"]
    assert [found.speaker(s) for s in said] == ["Lindqvist"]


def test_speaker_is_inherited_when_verbs_are_coordinated(read):
    found = read("Okoro denied the allegations and accused the rebels of lying.")
    assert {found.speaker(s) for s in found.statements} == {"Okoro"}
    assert [s.position for s in found.statements] == ["deny", "accuse"]


def test_speaker_is_object_when_according_to(read):
    found = read("According to Lindqvist, the ferry was overloaded.")
    assert found.contents() == [["the ferry was overloaded"]]
    assert found.speaker(found.only()) == "Lindqvist"


def test_speaker_is_missing_when_nobody_is_named(read):
    found = read("The general is said to have left the country.")
    assert all(s.speaker is None for s in found.statements)


def test_agency_passes_on_when_cue_has_its_own_speaker(read):
    found = read("“We are leaving,” Okoro said on Monday, according to Zamoran agencies.")
    assert found.contents() == [["We are leaving,"]]
    assert "Okoro" in found.speaker(found.only())
    assert "agencies" in found.words(found.entities[found.only().through].span)


def test_time_is_of_the_cue_when_content_has_another(nlp):
    text = "Okoro said on Tuesday that the port would reopen on Friday."
    times = tuple(
        TimeMention(
            span=Span(start=text.index(day), end=text.index(day) + len(day)),
            type="DATE",
            value=TimeValue(timex="XXXX-WXX-2"),
            rule="weekday",
        )
        for day in ("Tuesday", "Friday")
    )
    doc = nlp(text)
    assert [s.time for s in find_statements(doc, stand_in(doc), times)] == [0]


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("Okoro vowed to rebuild the harbour.", "commit"),
        ("Okoro urged Zamora to open the crossing.", "demand"),
        ("Okoro called for an immediate ceasefire.", "demand"),
        ("Okoro threatened to close the strait.", "threaten"),
        ("Okoro rejected the proposal.", "reject"),
        ("Okoro thanked the envoys for their patience.", "praise"),
        ("Okoro denied that his men had fired.", "deny"),
        ("“I am ready to sign the treaty tomorrow,” Okoro said.", "offer"),
        ("“We will do everything to bring them home,” Okoro said.", "commit"),
        ("Okoro said that Zamora had violated the truce.", "accuse"),
        ("Okoro said that Zamora must withdraw its troops.", "demand"),
        ("Okoro called the meeting “very useful”.", "praise"),
        ("Okoro said that the rain had stopped.", "state"),
    ],
)
def test_position_is_read_when_cue_or_words_show_it(read, text, position):
    assert read(text).only().position == position


def test_target_is_object_when_somebody_is_accused(read):
    found = read("Okoro accused the rebels of stealing grain.")
    assert found.words(found.entities[found.only().target].span) == "the rebels"


@pytest.mark.parametrize(
    "text",
    [
        "The two sides agreed to meet again in May.",
        "His novel “The Long River” won a prize.",
        "The so-called “tiger brigade” crossed the border.",
        "Okoro declined to comment.",
        "Okoro did not say who would attend.",
        "The army attacked the town of Mirel.",
    ],
)
def test_nothing_is_found_when_nobody_speaks(read, text):
    assert read(text).contents() == []


def test_nothing_is_quoted_when_mark_has_no_partner(read):
    found = read("“The road is closed, Okoro said.")
    assert all(s.kind == "indirect" for s in found.statements)
    assert [(i.start, i.kind) for i in find_statement_issues(found.doc)] == [(0, "unbalanced_quotation")]


PIECES = [
    "Okoro said ",
    "“we go”",
    ", ",
    "that ",
    "the town fell",
    ". ",
    "\n",
    "”",
    '"',
    "adding ",
    "he ",
    "denied it",
    " and ",
]


@given(st.lists(st.sampled_from(PIECES), max_size=14))
def test_contents_are_words_beside_the_cue_when_text_is_any(nlp, pieces):
    text = "".join(pieces)
    doc = nlp(text)
    for statement in find_statements(doc, stand_in(doc), ()):
        assert statement.contents
        for content in statement.contents:
            assert 0 <= content.start < content.end <= len(text)
            assert not content.overlaps(statement.cue)
            assert text[content.start : content.end].strip()


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The council called on Zamora to open the port.", "Zamora to open the port"),
        (
            "The envoy appealed to the rebels to lay down their arms and to leave the city.",
            "the rebels to lay down their arms and to leave the city",
        ),
        ("Zamora leaned on its neighbour to free the hostages.", "its neighbour to free the hostages"),
        ("Envoys pressed the generals to hold elections.", "the generals to hold elections"),
    ],
)
def test_demand_has_whom_and_what_when_verb_takes_a_preposition(read, text, content):
    found = read(text)
    assert found.contents() == [[content]]
    assert found.only().position == "demand"
    assert found.only().target is not None


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Okoro told reporters in the courtyard of the palace that he would never sign.", "he would never sign"),
        ("The ministry said on Monday in a statement that the bridge was mined.", "the bridge was mined"),
    ],
)
def test_clause_is_found_when_phrases_stand_before_it(read, text, content):
    assert read(text).contents() == [[content]]


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("Kenya warned that it would close the border if the raids went on.", "threaten"),
        ("Kenya warned that its army would bring back the guns if one shell fell.", "threaten"),
        ("Kenya spoke. Its foreign minister warned that Kenya would close the port unless they left.", "threaten"),
        ("The mayor warned that floods could cut off the town.", "state"),
        ("The agency warned that it would run out of food if the siege went on.", "state"),
        ("Okoro vowed to crush the rebels.", "threaten"),
        ("Okoro vowed to rebuild the school.", "commit"),
        ("Okoro vowed to strike a deal with the rebels.", "commit"),
        ("“If a shell falls on our town, we will answer with fire,” Okoro said.", "threaten"),
        ("The army warned residents to leave the city.", "demand"),
    ],
)
def test_position_is_threat_only_when_own_side_will_harm(text, position):
    found = annotate_text(text).found.statements
    assert [s.position for s in found] == [position]


def test_parties_speak_when_declaration_is_joint():
    def speakers(text: str) -> list[str | None]:
        found = annotate_text(text).found
        return [None if s.speaker is None else found.entities[s.speaker].name for s in found.statements]

    assert speakers("According to a joint statement, Kenya and Uganda agreed to open the road.") == ["Kenya"]
    assert speakers("The dam was destroyed, according to a joint statement.") == [None]
    assert speakers("According to a joint statement, Kenya shelled the port.") == [None]
