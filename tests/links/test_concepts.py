"""Concepts of a story, from texts read by the annotators and from mentions made by hand."""

from collections.abc import Sequence

import pytest

from annotations.factory import annotate_text
from variorum.config import Config
from variorum.links.concepts import find_concepts
from variorum.links.entities import link_entities
from variorum.links.referents import link_referents
from variorum.pipeline import annotate_reports
from variorum.schema.nouns import open_sense, thing_of
from variorum.schema.reports import Report

PEOPLE = (
    "Undocumented immigrants may stay, the Velmar Union said. Critics of the Velmar Union met illegal immigrants. "
    "The Velmar Union wants undocumented workers to pay. Immigrants came to Karsk."
)


def concepts(*texts: str, together: bool = True) -> list[list[tuple[str, str]]]:
    """Words and target of every mention, by report in the order given."""
    reports = [
        Report(report_id=f"r{n}", file=f"{n}.txt", text=text, digest=str(n), source="Bugle", language="en")
        for n, text in enumerate(texts)
    ]
    read = annotate_reports(reports, config=Config())
    annotations = [read[r.report_id] for r in reports]
    entities = link_entities(annotations)
    story_of = {r.report_id: 0 if together else n for n, r in enumerate(reports)}
    found = find_concepts(annotations, entities, link_referents(annotations, entities, story_of), story_of)
    return [[(r.text[m.span.start : m.span.end], m.target) for m in found[r.report_id]] for r in reports]


def targets(found: Sequence[tuple[str, str]], *words: str) -> list[str]:
    held = dict(found)
    return [held[word] for word in words]


def test_noun_that_comes_up_again_is_a_concept_across_reports():
    one = "The senator wrote a memo. Staff read the memo on Monday."
    two = "Nobody saw the memo. A lamp was lit."
    found = concepts(one, two)
    assert [word for word, _ in found[0]] == ["memo", "memo"]
    assert [word for word, _ in found[1]] == ["memo"]
    assert len({target for report in found for _, target in report}) == 1


def test_what_is_told_too_seldom_is_none():
    assert concepts("The senator wrote a memo. Staff read the memo on Monday.") == [[]]


def test_nothing_unnamed_is_one_across_stories():
    text = "The memo was short. The memo was long. The memo was lost."
    one, two = concepts(text, text.replace("short", "blue"), together=False)
    assert len(one) == len(two) == 3
    assert {t for _, t in one}.isdisjoint({t for _, t in two})


def test_people_with_one_mark_and_of_one_lot_are_one():
    found = concepts(PEOPLE)[0]
    words = ("Undocumented immigrants", "illegal immigrants", "undocumented workers", "Immigrants")
    assert len(set(targets(found, *words))) == 1


def test_members_and_small_letters_are_the_body():
    text = (
        "The Green Front lost. The Green Front had hoped for more, and Green Front activists wept. "
        "Nobody in the green front spoke. Ada Baker left the Green Front."
    )
    found = concepts(text)[0]
    assert "Green Front activists" in dict(found)
    assert len(set(targets(found, "Green Front", "Green Front activists"))) == 1


def test_paper_is_the_one_that_a_story_is_about():
    text = (
        "The treaty is dead. The treaty was signed in spring. Both sides broke the treaty. The treaty has six pages. "
        "The document is kept in a safe."
    )
    found = concepts(text)[0]
    assert len(set(targets(found, "treaty", "document"))) == 1


def test_loose_noun_means_nothing_where_two_papers_vie():
    text = (
        "The treaty is dead. The treaty was signed. Both sides broke the treaty. The letter came. The letter was read. "
        "Nobody kept the letter. The document is in a safe."
    )
    assert "document" not in dict(concepts(text)[0])


def test_anybody_is_no_concept():
    assert concepts("People came. People sang. People left. Some people stayed.") == [[]]


def test_agencies_are_no_concept():
    text = "Ada Baker told Reuters so. Baker told Reuters more. Reuters asked Baker again."
    assert {word for word, _ in concepts(text)[0]} == {"Ada Baker", "Baker"}


def test_name_before_a_noun_that_is_a_concept_is_not_told_twice():
    text = "The Baker memo leaked. Ada Baker wrote the memo. Baker denied it. Baker lost the memo. The memo was short."
    words = [word for word, _ in concepts(text)[0]]
    assert words[0] == "Baker memo"
    assert words.count("Baker") == 2


def test_order_of_reports_changes_nothing():
    texts = [PEOPLE, "The memo was lost. Undocumented immigrants had the memo.", "The memo came back."]
    one, two = concepts(*texts), concepts(*reversed(texts))
    assert [[w for w, _ in report] for report in one] == [[w for w, _ in report] for report in reversed(two)]


@pytest.mark.parametrize(
    ("noun", "thing"),
    [("photos", "photo"), ("photograph", "photo"), ("treaties", "treaty"), ("warhead", "warhead"), ("anger", None)],
)
def test_thing_of_a_noun(noun, thing):
    assert thing_of(noun) == thing


def test_thing_may_refer_though_it_names_a_happening():
    assert open_sense("agreement").kind == "other"
    assert open_sense("statement") is None


def test_name_modifies_the_noun_after_it():
    read = annotate_text("The Velmar memo leaked. Velmar’s fleet sailed. Ada Baker left Velmar.")
    assert [(read.words(m.span), read.words(m.noun)) for m in read.found.modifiers] == [("Velmar", "memo")]
