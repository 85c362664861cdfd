"""Names that the report explains once, and names that it leaves open."""

import pytest

from variorum.annotations.annotate import annotate_doc
from variorum.annotations.parse import load_parser
from variorum.config import Config
from variorum.schema.annotations import ANYONE, LOOSE, SERVES, VOICE, EntityMention
from variorum.schema.reports import Report


def read(text: str) -> tuple[EntityMention, ...]:
    report = Report(report_id="r1", file="a.txt", text=text, digest="0", language="en")
    return annotate_doc(load_parser(Config())(text), report).entities


def one(text: str, name: str) -> EntityMention:
    found = [mention for mention in read(text) if mention.name == name]
    assert found, f"{name!r} is none of {[mention.name for mention in read(text)]}"
    return found[0]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The tanker Ocean Duchess sank off Goa.", "Ocean Duchess", "other"),
        ("The Ocean Duchess, a bulk carrier of 1990, sank off Goa.", "Ocean Duchess", "other"),
        ("A sister ship, the Northern Gull, ran aground in May.", "Northern Gull", "other"),
        ("Rival operator Lough Fast Craft has been asked to help.", "Lough Fast Craft", "organization"),
        ("Senator Ada Baker, of the opposition Frente Verde, spoke.", "Frente Verde", "organization"),
        ("It was insured by Nordic Marine Mutual, which said it would pay.", "Nordic Marine Mutual", "organization"),
        ("Hellenic Freight, which operates the line, said nothing.", "Hellenic Freight", "organization"),
        ("The line was sold to Italy's state-owned Ferrovie delle Valli.", "Ferrovie delle Valli", "organization"),
        ("They met near the Vale of Evesham.", "Vale of Evesham", "place"),
        ("The mediators Tunde Afolabi, Grace Mwangi and Ann Low met them in Nairobi.", "Tunde Afolabi", "person"),
        ("Monsignor Carlo Bassi, the bishop, was less sure.", "Carlo Bassi", "person"),
        ("Baker put her name to the letter on Friday.", "Baker", "person"),
    ],
)
def test_words_beside_a_name_tell_its_kind(text: str, name: str, kind: str) -> None:
    assert one(text, name).kind == kind


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He was a minister in office Friday, and Ada Baker was not.", "Friday"),
        ("The chief of the delegation, Otto Brandt, left the hall.", "delegation"),
    ],
)
def test_what_calls_nobody_so_is_no_body(text: str, name: str) -> None:
    assert not [m for m in read(text) if m.kind == "organization" and name in m.name]


def test_chief_of_a_body_is_a_person() -> None:
    assert one("The chief of the government delegation, Otto Brandt, left the hall.", "Otto Brandt").kind == "person"


def test_name_left_open_is_kept_loose() -> None:
    found = one("The captain is missing. On Saturday, Macaraeg was led into the court of Pell.", "Macaraeg")
    assert (found.kind, found.external_ids) == ("other", (LOOSE,)) or found.kind == "person"


@pytest.mark.parametrize(
    ("text", "name", "known_as"),
    [
        ("The toll rose, the drivers' union said on Monday.", "drivers' union", VOICE),
        ("An engineer said that the dam was full.", "engineer", ANYONE),
    ],
)
def test_speaker_without_a_name_is_a_voice_and_one_brought_in_is_anyone(text: str, name: str, known_as: str) -> None:
    found = one(text, name)
    assert found.form == "description"
    assert found.external_ids == (known_as,)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Government Spokesman, Janis Berzins, denied it.", "Janis Berzins"),
        ("Ada Baker, the leader of the opposition Frente Verde, denied it.", "Ada Baker"),
        ("The Transport Ministry denied it.", "Transport Ministry"),
    ],
)
def test_service_of_a_state_without_its_name_is_noted(text: str, name: str) -> None:
    chain = one(text, name).chain
    assert any(SERVES in m.external_ids for m in read(text) if m.chain == chain)


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Vera Lund, who heads Norway's delegation, called it frank.", "Vera Lund", "NOR"),
        ("It is a step, said State Department spokesman Ted Moore on Monday.", "Ted Moore", "USA"),
        ("Vera Lund, who heads a firm in Norway, called it frank.", "Vera Lund", None),
    ],
)
def test_whom_somebody_serves_by_other_words(text: str, name: str, country: str | None) -> None:
    assert one(text, name).country == country


def test_rebels_are_the_one_group_of_the_report() -> None:
    text = "The Temmin Front, a rebel group, took Pell. The Temmin Front denied it. The guerrillas fled. Gunmen shot a man."
    found = {m.name: m.chain for m in read(text)}
    assert found["guerrillas"] == found["Temmin Front"] != found["Gunmen"]


def test_rebels_stay_apart_beside_two_groups() -> None:
    text = (
        "The Temmin Front and the Karsk Army took Pell. The Temmin Front and the Karsk Army denied it. The rebels fled."
    )
    found = {m.name: m.chain for m in read(text)}
    assert found["rebels"] not in (found["Temmin Front"], found["Karsk Army"])


def test_office_held_before_is_not_the_office() -> None:
    text = "Ivan Duarte, then head of state, broke off the talks. The president said on Friday that it was over."
    found = {m.name: m.chain for m in read(text)}
    assert found["president"] != found["Ivan Duarte"]


def test_who_is_only_told_apart_by_a_relative_clause_does_not_speak_on() -> None:
    text = (
        "Mr Olsen recently dismissed a comment by George Brandt who said that the party was corrupt. "
        '"We have always sought to resolve it," he said.'
    )
    found = read(text)
    named = {m.name: m.chain for m in found}
    assert next(m.chain for m in found if m.name == "he") == named["Olsen"]


def test_who_speaks_by_a_relative_clause_speaks_on() -> None:
    text = (
        "Mr Olsen has entrusted the ministry to George Brandt, who apologised and announced an inquiry. "
        '"Nobody will be spared," he stated.'
    )
    found = read(text)
    named = {m.name: m.chain for m in found}
    assert next(m.chain for m in found if m.name == "he") == named["George Brandt"]
