"""Names as keys: what is no part of a surname, pet forms, genders and spellings."""

import pytest

from variorum.schema.names import given_of, is_womans, nicknames, spelt_alike, surname_of


@pytest.mark.parametrize(
    ("name", "given", "surname"),
    [
        ("Ada Baker Jr.", "Ada", "Baker"),
        ("Tolo Baker III", "Tolo", "Baker"),
        ("Tolo Baker, Sr", "Tolo", "Baker"),
        ("Baker", "", "Baker"),
        ("Joos van Dijk", "Joos", "van Dijk"),
        ("", "", ""),
    ],
)
def test_surname_is_without_generation(name: str, given: str, surname: str) -> None:
    assert (given_of(name), surname_of(name)) == (given, surname)


def test_pet_form_leads_to_full_names() -> None:
    assert "william" in nicknames()["bill"]
    assert {"alexander", "alexandra"} <= nicknames()["sasha"]


@pytest.mark.parametrize(
    ("name", "female"), [("Greta Olsen", True), ("Peter Holm", False), ("Kim Baker", None), ("Olsen", None)]
)
def test_given_name_tells_gender_or_nothing(name: str, female: bool | None) -> None:
    assert is_womans(name) is female


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Mt Orsk", "Mount Orsk"),
        ("the Orsk Centre", "Orsk Center"),
        ("Velmar Steel Corp.", "Velmar Steel"),
        ("Ministry of Defence", "Ministry of Defense"),
    ],
)
def test_spellings_of_one_name_agree(one: str, two: str) -> None:
    assert spelt_alike(one) == spelt_alike(two)


def test_word_of_a_company_alone_stays() -> None:
    assert spelt_alike("Corp.") == "corporation"
