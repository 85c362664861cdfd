"""Two who meet, joined by "and" over titles and appositions; who comes after in a clause of his own is no partner."""

import pytest

from annotations.factory import annotate_text


def partners(text: str) -> set[str]:
    found = annotate_text(text).found
    meetings = (e for e in found.events if e.type == "CONSULT")
    return {found.entities[r.entity].name for e in meetings for r in e.roles if r.role == "participant"}


@pytest.mark.parametrize(
    "text",
    [
        "Teodor Hollis, the Chilean prime minister, and Lena Tarrant, the Peruvian prime minister, held talks in Lima.",
        "A meeting of Teodor Hollis, the Chilean foreign minister, and Foreign Minister Lena Tarrant of Peru took place.",
        "Behind closed doors, Teodor Hollis, the Chilean foreign minister, and Foreign Minister Lena Tarrant of Peru met.",
    ],
)
def test_both_take_part_when_an_apposition_stands_between_them(text: str) -> None:
    assert partners(text) == {"Teodor Hollis", "Lena Tarrant"}


@pytest.mark.parametrize(
    "text",
    [
        "Teodor Hollis met reporters in Lima, and Lena Tarrant left.",
        "Teodor Hollis held talks in Lima, and Lena Tarrant welcomed the plan.",
    ],
)
def test_who_acts_in_a_clause_of_his_own_takes_no_part(text: str) -> None:
    assert "Lena Tarrant" not in partners(text)


def test_who_is_brought_together_for_talks_takes_part_and_who_brings_them_mediates() -> None:
    found = annotate_text("Chile brought Lena Tarrant and Teodor Hollis to Lima on Sunday for talks.").found
    (talks,) = (e for e in found.events if e.concept == "talks")
    roles = {(r.role, found.entities[r.entity].name) for r in talks.roles}
    assert roles == {("participant", "Lena Tarrant"), ("participant", "Teodor Hollis"), ("mediator", "Chile")}


def test_what_is_brought_for_talks_takes_no_part() -> None:
    assert partners("Chile brought maps to Lima on Sunday for talks.") == set()
