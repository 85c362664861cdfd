"""Names that reports shout are shown in ordinary print."""

import pytest

from variorum.links.entity_records import in_ordinary_print


@pytest.mark.parametrize(
    ("name", "others", "person", "shown"),
    [
        ("DMITRY ORLOV", ["Dmitry Orlov"], True, "Dmitry Orlov"),
        ("ANN LEE II", [], True, "Ann Lee II"),
        ("Anna O'HARA", [], True, "Anna O'Hara"),
        ("OSK REVOLUTIONARY COMMAND", [], False, "OSK Revolutionary Command"),
        ("FARC", ["Farc"], False, "FARC"),
        ("TEXAS", ["Texas"], True, "Texas"),
        ("UNICEF", ["Unicef"], False, "Unicef"),
        ("UK", [], True, "UK"),
        ("UNICEF", [], False, "UNICEF"),
        ("Ann Lee", [], True, "Ann Lee"),
    ],
)
def test_a_shouted_name_is_shown_in_ordinary_print(name: str, others: list[str], person: bool, shown: str) -> None:
    assert in_ordinary_print(name, [name, *others], whole=person) == shown


def test_a_description_keeps_initials_and_shouts_no_word() -> None:
    assert in_ordinary_print("GREEK police officer", [], whole=False) == "Greek police officer"
    assert in_ordinary_print("BBC CHIEF", [], whole=False) == "BBC Chief"
    assert in_ordinary_print("NATO officials", [], whole=False) == "NATO officials"
