"""Corrections, notes, captions, older items and full texts within a report."""

import pytest

from variorum.reports.parts.entries import find_older_entries
from variorum.reports.parts.stretches import find_parts
from variorum.reports.dates.stamps import parse_date
from variorum.schema.reports import Span

TITLE = "Talks on the Orsk dam end without a deal"
BODY = (
    "Delegations from Kelva and Ostrany left Geneva on Monday after two days of talks on the Orsk dam.",
    "The mediator said both sides had asked for a week to consult their capitals before they meet again.",
)


def parts(*lines, title=None):
    text = "\n".join(lines)
    span = Span(start=0, end=len(title)) if title else None
    return [(part.kind, text[part.span.start : part.span.end], part.detail) for part in find_parts(text, span)]


@pytest.mark.parametrize(
    ("line", "kind", "detail"),
    [
        (
            "An earlier version of this article said that nine villages were flooded. It was eleven.",
            "correction",
            "nine villages were flooded",
        ),
        (
            "An earlier version of this story incorrectly named the envoy as “Per Holst”.",
            "correction",
            "Per Holst",
        ),
        (
            "Correction: A previous version of this report misstated the length of the dam.",
            "correction",
            "the length of the dam",
        ),
        ("Correction (3 May): The dam is 90 metres high, not 900.", "correction", "The dam is 90 metres high, not 900."),
        (
            "This article was amended on 4 May 2021 to correct the name of the river.",
            "correction",
            "correct the name of the river",
        ),
        (
            "• This article was amended on 4 May 2021. An earlier version said that the dam stood in Ostrany.",
            "correction",
            "the dam stood in Ostrany",
        ),
        ("Clarification: the talks were held in two rooms.", "correction", "the talks were held in two rooms."),
        (
            "Une version précédente de cet article indiquait à tort que le barrage avait cédé.",
            "correction",
            "le barrage avait cédé",
        ),
        (
            "In einer früheren Version dieses Artikels hieß es, der Damm sei gebrochen.",
            "correction",
            "der Damm sei gebrochen",
        ),
        ("Fe de errores: la presa mide 90 metros.", "correction", "la presa mide 90 metros."),
        ("Исправление: высота плотины 90 метров.", "correction", "высота плотины 90 метров."),
        (
            "This report has been retracted because its author could not be found.",
            "retraction",
            "its author could not be found",
        ),
        ("Editor’s note: The envoy spoke before the flood.", "editors_note", None),
        ("Note de la rédaction : l’envoyé a parlé avant la crue.", "editors_note", None),
        (
            "Editor's note: An earlier version of this article said the dam was new.",
            "correction",
            "the dam was new",
        ),
        ("This story has been updated with the reaction of Ostrany.", "update_note", "the reaction of Ostrany"),
        ("UPDATE 2:52 p.m. -- The envoy has left the hall.", "update_note", None),
        ("This is a developing story.", "update_note", None),
    ],
)  # fmt: skip
def test_note_is_found_with_what_it_corrects(line, kind, detail):
    assert parts(TITLE, *BODY, line, title=TITLE) == [(kind, line, detail)]


def test_note_takes_the_next_paragraph_when_its_label_stands_alone():
    noted = ("Correction: May 3, 2021", "An earlier version of this post said that the envoy was from Kelva.")
    assert parts(*BODY, *noted) == [("correction", "\n".join(noted), "the envoy was from Kelva")]
    assert parts(*BODY, "Editor's note", "Names were given by the ministry.")[0][:2] == (
        "editors_note",
        "Editor's note\nNames were given by the ministry.",
    )


def test_note_begins_at_its_sentence_when_it_ends_a_paragraph():
    note = "This article has been corrected to give the right day."
    assert parts(f"{BODY[0]} {note}") == [("correction", note, "give the right day")]


@pytest.mark.parametrize(
    "line",
    [
        "Correction of the course will take years, the mediator said on Monday.",
        "An earlier version of the draft said that the gates would open in June.",
        "“This article was amended to please Ostrany,” the editor said of the treaty.",
        "The update of the maps took a week.",
        "He retracted the offer, and this report of the commission was never read.",
        "Background checks on all guards were ordered.",
        "The envoy read the text of the treaty aloud.",
    ],
)
def test_line_is_body_when_it_only_sounds_like_a_note(line):
    assert parts(*BODY, line) == []


def test_headline_is_no_note():
    assert parts("Update: dam talks end", *BODY, title="Update: dam talks end") == []


def test_caption_is_told_apart_when_it_stays_in_the_text():
    assert parts("Photo: Guards at the Orsk dam", BODY[0]) == [("caption", "Photo: Guards at the Orsk dam", None)]


def test_older_item_goes_to_the_next_head_or_the_end():
    older = ("The lake rose by a metre in April.", "Two gates were closed then.")
    assert parts(*BODY, "Earlier today:", *older) == [("embedded", "\n".join(older), "Earlier today")]
    assert parts(BODY[0], "Background", older[0], "What comes next", BODY[1]) == [("embedded", older[0], "Background")]


STATEMENT = (
    "The parties reaffirm their commitment to the agreement of 2019 and to the joint commission on the river and its dams.",
    "They shall meet again within thirty days, and shall refrain from any act that could raise the level of the lake.",
)


def test_full_text_is_a_document_to_where_the_reporter_resumes():
    lead = "The full text of the joint statement:"
    resumed = "The statement was read out by the mediator at noon."
    assert parts(BODY[0], lead, *STATEMENT, resumed) == [("document", "\n".join(STATEMENT), lead.rstrip(":"))]
    assert parts(BODY[0], lead, *STATEMENT) == [("document", "\n".join(STATEMENT), lead.rstrip(":"))]


def test_full_text_ends_with_its_quotation_when_it_is_quoted():
    quoted = (f"“{STATEMENT[0]}", f"“{STATEMENT[1]}”")
    assert parts("The statement reads:", *quoted, BODY[0]) == [("document", "\n".join(quoted), "The statement reads")]
    inline = f"The joint communiqué reads as follows: “{' '.join(STATEMENT)}”"
    assert [part[:2] for part in parts(inline, BODY[0])] == [("document", inline.partition(": ")[2])]


def test_short_words_after_a_colon_are_no_document():
    assert parts("The statement reads: “Peace.”", BODY[0]) == []


ENTRIES = "\n".join(
    (
        BODY[0],
        "3 May 2021, 14:05 - The gates opened.",
        "The lake fell.",
        "2 May 2021",
        "The envoys came.",
        "1 May 2021 14:05",
        BODY[1],
    )
)


def test_entries_before_publication_are_embedded():
    found = find_older_entries(ENTRIES, parse_date("2021-05-03"))
    assert [(ENTRIES[p.span.start : p.span.end], p.detail) for p in found] == [
        ("2 May 2021\nThe envoys came.", "entry of 2021-05-02"),
        (f"1 May 2021 14:05\n{BODY[1]}", "entry of 2021-05-01"),
    ]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (ENTRIES, "2021-05-01"),
        (f"1 May 2021\n{BODY[1]}", "2021-05-03"),
        (f"1 May 2021 was a Saturday.\n2 May 2021 was worse.\n{BODY[1]}", "2021-05-03"),
    ],
)
def test_no_entry_is_older_when_there_is_no_series_or_no_earlier_day(text, day):
    assert find_older_entries(text, parse_date(day)) == ()


@pytest.mark.parametrize(
    ("note", "earlier", "corrected"),
    [
        (
            "An earlier version of this article said that nine villages were flooded. It was eleven.",
            "nine villages were flooded",
            "It was eleven",
        ),
        ("Correction (3 May): The dam is 90 metres high, not 900.", "900", "The dam is 90 metres high"),
        ("This story has been corrected to show that 12 people drowned, not 21.", "21", "12 people drowned"),
        ("Correction: The figure of 21 dead should have been 12 dead.", "The figure of 21 dead", "12 dead"),
        (
            "Clarification: The headline was changed from “Troops free Orsk” to “Troops take Orsk”.",
            "Troops free Orsk",
            "Troops take Orsk",
        ),
        (
            "Correction: In a story on May 4, the agency reported erroneously that the envoy is a Kelvan. He is not.",
            "the envoy is a Kelvan",
            "He is not",
        ),
        (
            "We have amended this story to make clear that the army did not enter the town.",
            None,
            "the army did not enter the town",
        ),
        ("Correction: Kelva has 12 ministers, not 21 as we reported earlier.", "21", "Kelva has 12 ministers"),
        (
            "This article was amended on 4 May 2021 because it said the ship sank on Monday. It sank on Sunday.",
            "the ship sank on Monday",
            "It sank on Sunday",
        ),
        ("Correction: A previous version of this report misstated the length of the dam.", None, None),
    ],
)
def test_correction_tells_what_it_takes_back_and_what_holds(note, earlier, corrected):
    text = "\n".join([*BODY, note])
    (part,) = find_parts(text, None)
    assert part.kind == "correction"
    assert (part.earlier and text[part.earlier.start : part.earlier.end]) == earlier
    assert (part.corrected and text[part.corrected.start : part.corrected.end]) == corrected


def test_update_takes_nothing_back():
    (part,) = find_parts("\n".join([*BODY, "This story has been updated with the words of the envoy."]), None)
    assert (part.kind, part.earlier, part.corrected) == ("update_note", None, None)
