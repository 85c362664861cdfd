"""Places known by datelines, by what armed force does to them, and by their other names; parties known by their deeds."""

import pytest

from annotations.factory import annotate_text


def kinds_of(text: str) -> dict[str, str]:
    """Kind by name of what is found."""
    return {mention.name: mention.kind for mention in annotate_text(text).found.entities}


@pytest.mark.parametrize(
    "text",
    [
        "Velmaran forces bombed Torvik on Monday.",
        "Torvik was raided by Velmaran soldiers on Monday.",
        "A drone attack on Torvik killed nine people.",
        "Velmaran troops withdrew from Torvik on Tuesday.",
        "Torvik fell to Velmaran forces on Friday.",
        "Quiet in town\nTORVIK, 3 May 2014 - Velmaran forces left. Torvik, they said, was quiet.",
    ],
)
def test_a_name_is_a_place_when_armed_force_or_a_dateline_shows_it(text: str) -> None:
    found = kinds_of(text)
    assert (found.get("Torvik") or found.get("TORVIK")) == "place"


def test_a_name_is_no_place_when_nobody_armed_took_it() -> None:
    assert kinds_of("The editor attacked Torvik in a column.").get("Torvik") != "place"


def test_another_name_is_the_same_place_when_the_report_says_so() -> None:
    found = annotate_text("Velmaran forces bombed Torvik, also known as Ostrel, on Monday. Ostrel is quiet now.").found
    chains = {m.chain for m in found.entities if m.name in ("Torvik", "Ostrel")}
    assert len(chains) == 1


def test_a_name_is_a_party_when_sanctions_are_laid_on_it() -> None:
    assert "Torvia" in kinds_of("Ministers imposed sanctions on Torvia on Monday.")
