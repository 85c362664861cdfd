"""Parts add up, parts of a known total are told, and a single victim is a figure of one."""

import pytest

from variorum.annotations.figures import find_figures
from variorum.annotations.times import find_times


def found(nlp, text: str):
    doc = nlp(text)
    return find_figures(doc, find_times(doc))


def outline(nlp, text: str, what: str = "killed") -> list[tuple[float | None, str, int | None]]:
    return [(f.best, f.basis, f.part_of) for f in found(nlp, text) if f.what == what]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The shelling killed two nurses and three children.",
            [(5, "sum", None), (2, "number", 0), (3, "number", 0)],
        ),
        (
            "Five officers and a clerk were killed in the raid.",
            [(6, "sum", None), (5, "number", 0), (1, "one", 0)],
        ),
        (
            "Amina Diallo and Ibrahim Keita were shot dead in Gao.",
            [(2, "sum", None), (1, "one", 0), (1, "one", 0)],
        ),
        (
            "The mayor of Dori was killed and two others were also killed in the blast.",
            [(3, "sum", None), (1, "one", 0), (2, "number", 0)],
        ),
        (
            "Moussa Sow, his son, and 15 others were killed in the raid.",
            [(17, "sum", None), (1, "one", 0), (1, "one", 0), (15, "number", 0)],
        ),
        (
            "The gang admitted the murder of Ada Blom, her husband, and two other people.",
            [(4, "sum", None), (1, "one", 0), (1, "one", 0), (2, "number", 0)],
        ),
    ],
)
def test_parts_add_up_when_they_share_an_effect(nlp, text: str, expected: list) -> None:
    assert outline(nlp, text) == expected


def test_total_covers_its_parts(nlp) -> None:
    text = "The shelling killed two nurses and at least three children."
    total, *parts = found(nlp, text)
    assert text[total.span.start : total.span.end] == "two nurses and at least three children"
    assert (total.qualifier, total.low, total.best, total.high) == ("at_least", 5, 5, None)
    assert all(total.span.start <= p.span.start and p.span.end <= total.span.end for p in parts)


def test_nothing_adds_up_when_a_part_has_no_number(nlp) -> None:
    assert outline(nlp, "The shelling killed two nurses and several children.") == [(2, "number", None)]


def test_effects_are_not_added_to_each_other(nlp) -> None:
    text = "The raid left 12 soldiers dead and 30 wounded."
    assert outline(nlp, text) == [(12, "number", None)]
    assert outline(nlp, text, "wounded") == [(30, "number", None)]


@pytest.mark.parametrize(
    "text",
    [
        "Thirty people, including four children, were killed.",
        "The quake killed thirty people, among them four children.",
        "The quake killed thirty villagers, including four children and two nurses.",
        "Thirty villagers (four children and 26 adults) were killed.",
        "Thirty people were killed in the blast, including four children.",
        "Thirty people were killed, of whom four were children.",
    ],
)
def test_what_is_included_is_a_part_of_what_includes_it(nlp, text: str) -> None:
    whole, *parts = found(nlp, text)
    assert (whole.best, whole.part_of) == (30, None)
    assert parts
    assert {part.part_of for part in parts} == {0}


def test_brackets_that_break_a_count_up_do_not_part_it_from_the_next(nlp) -> None:
    text = "Six monks (four Thais and two Laotians) and two nuns were killed."
    assert outline(nlp, text)[0] == (8, "sum", None)
    assert all(part is not None for _, _, part in outline(nlp, text)[1:])


def test_words_with_another_count_between_make_no_part(nlp) -> None:
    two, twelve, three = found(nlp, "Two people were killed and 12 were wounded, including three guards.")
    assert (two.what, two.part_of, twelve.part_of) == ("killed", None, None)
    assert (three.what, three.part_of) == ("wounded", 1)


def test_total_of_both_sides_is_one_figure(nlp) -> None:
    assert outline(nlp, "At least 120 people from both sides were killed.") == [(120, "number", None)]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("A nurse was killed by a stray bullet in Goma.", "nurse"),
        ("Gunmen murdered Judge Ousmane Traore at his home.", "Judge Ousmane Traore"),
        ("Rebels gunned down a teacher in Maiduguri.", "teacher"),
        ("Police condemned the assassination of Ousmane Traore.", "Ousmane Traore"),
    ],
)
def test_single_victim_is_a_figure_of_one(nlp, text: str, whom: str) -> None:
    (one,) = [f for f in found(nlp, text) if f.what == "killed"]
    assert (one.basis, one.low, one.best, one.high) == ("one", 1, 1, 1)
    assert one.of_whom == whom


@pytest.mark.parametrize(
    "text",
    [
        "The reform killed the project.",
        "The death of the party surprised no one.",
        "The poet died in his sleep at 91.",
        "No soldier was killed.",
        "The murder trial of the decade began.",
    ],
)
def test_no_single_victim_when_nobody_is_killed_by_violence(nlp, text: str) -> None:
    assert [f for f in found(nlp, text) if f.basis == "one"] == []


def test_victim_told_twice_is_one_figure(nlp) -> None:
    text = "Ousmane Traore was murdered on Monday. The murder of Traore shocked Bamako."
    assert [f.best for f in found(nlp, text)] == [1]


def test_victim_told_again_under_another_noun_is_one_figure(nlp) -> None:
    text = "Ousmane Traore was shot dead on Monday. The politician was killed at his home."
    assert outline(nlp, text) == [(1, "one", None)]


def test_victim_who_is_told_apart_is_one_more(nlp) -> None:
    text = "A judge was shot dead. The driver of his car was killed too."
    assert outline(nlp, text) == [(1, "one", None), (1, "one", None)]


def test_counts_joined_in_a_clause_of_time_add_up(nlp) -> None:
    text = "The letter was sent two days after six monks and two women were killed in Yala."
    assert outline(nlp, text)[0] == (8, "sum", None)
