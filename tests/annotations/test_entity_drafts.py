"""Names that no lexicon knows: forces, ships, envoys with their briefs, acronyms, surnames."""

from collections.abc import Callable

import pytest

from variorum.annotations.entities import find_entities
from variorum.schema.annotations import EntityMention
from variorum.schema.gazetteer import load_gazetteer

Find = Callable[[str], dict[str, EntityMention]]


@pytest.fixture(scope="module")
def find(nlp) -> Find:
    """The first mention of each wording."""
    gazetteer = load_gazetteer()

    def _find(text: str) -> dict[str, EntityMention]:
        found: dict[str, EntityMention] = {}
        for mention in find_entities(nlp(text), gazetteer):
            found.setdefault(text[mention.span.start : mention.span.end], mention)
        return found

    return _find


def _titles(text: str, mention: EntityMention) -> str | None:
    return text[mention.titles.start : mention.titles.end] if mention.titles else None


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("HMS Brightwater left port.", "HMS Brightwater", "other"),
        ("Task Force 50 sailed on Monday.", "Task Force 50", "armed_group"),
        ("The Peruvian 5th Fleet sailed.", "Peruvian 5th Fleet", "armed_group"),
        ("The Australian Defence Force will deploy.", "Australian Defence Force", "armed_group"),
        ("Peruvian Naval Forces Central Command said so.", "Peruvian Naval Forces Central Command", "armed_group"),
        (
            "The Department of Home Affairs and Trade agreed.",
            "Department of Home Affairs and Trade",
            "organization",
        ),
        ("They took Tel Marrun Military Airfield.", "Tel Marrun Military Airfield", "place"),
        ("They visited Kesh Airfield West.", "Kesh Airfield West", "place"),
        ("The Kenyan Arab Coalition advanced.", "Kenyan Arab Coalition", "organization"),
        ("The Justice Department agreed.", "Justice Department", "organization"),
        ("The International Libya Support Group met.", "International Libya Support Group", "organization"),
    ],
)
def test_name_is_taken_whole_and_typed_by_its_head(find: Find, text: str, name: str, kind: str) -> None:
    assert find(text)[name].kind == kind


def test_ship_keeps_its_chain_without_the_prefix(find: Find) -> None:
    found = find("HMS Brightwater left port. Brightwater returned on Friday.")
    assert found["Brightwater"].chain == found["HMS Brightwater"].chain


@pytest.mark.parametrize("name", ["Oskian Civil War", "Operation Stern Wind", "Geneva Accord", "Lima Summit"])
def test_happening_is_no_body(find: Find, name: str) -> None:
    assert name not in find(f"The {name} began in May.")


@pytest.mark.parametrize(
    ("text", "name", "titles", "office"),
    [
        ("The UN Special Envoy for Libya Ian Marten spoke.", "Ian Marten", "UN Special Envoy for Libya", "envoy"),
        ("U.S. Ambassador to Peru Jane Doe left.", "Jane Doe", "U.S. Ambassador to Peru", "ambassador"),
        ("Petty Officer Dana Pell was hurt.", "Dana Pell", "Petty Officer", "army_officer"),
        ("Libyan Prime Minister al-Kadri spoke.", "al-Kadri", "Libyan Prime Minister", "prime_minister"),
        ("Sheriff Adam Hale agreed.", "Adam Hale", "Sheriff", "official"),
    ],
)
def test_titles_reach_back_over_the_brief(find: Find, text: str, name: str, titles: str, office: str) -> None:
    mention = find(text)[name]
    assert (mention.kind, _titles(text, mention), mention.office) == ("person", titles, office)


def test_office_before_a_body_is_not_its_title(find: Find) -> None:
    found = find("The head of the Kenyan Grain Council left.")
    assert found["Kenyan Grain Council"].kind == "organization"


def test_acronym_is_the_body_whose_initials_it_has(find: Find) -> None:
    found = find("The Temmin Grain Council met. TGC members left early.")
    assert found["TGC"].chain == found["Temmin Grain Council"].chain


def test_acronym_in_brackets_is_the_body_before(find: Find) -> None:
    found = find("Kenyan Naval Forces Central Command (KAVCENT) agreed. KAVCENT leads the drill.")
    assert found["KAVCENT"].chain == found["Kenyan Naval Forces Central Command"].chain


def test_surname_with_and_without_its_article_is_one_person(find: Find) -> None:
    found = find("President Omar al-Haddad spoke. Once Haddad is gone, they will return.")
    assert found["Haddad"].chain == found["Omar al-Haddad"].chain


def test_whose_regime_it_is_is_a_person(find: Find) -> None:
    assert find("The Haddad regime shelled the suburbs.")["Haddad"].kind == "person"


def test_surname_after_a_preposition_is_no_place_when_the_report_names_its_bearer(find: Find) -> None:
    found = find("Senator Ruth Vane laughed. Polls swung in Vane's favour, and critics poked fun at Vane.")
    assert found["Vane"].kind == "person"
    assert found["Vane"].chain == found["Ruth Vane"].chain


def test_count_after_a_comma_is_no_age(find: Find) -> None:
    found = find("Near Ar Kesham, 15 strikes destroyed a bridge.")
    assert found["Ar Kesham"].kind == "place"


def test_two_bearers_of_a_surname_stay_two(find: Find) -> None:
    found = find(
        "President Amos Kibet met his sister, Senator Ruth Kibet, on Monday. Ms Kibet stayed on. President Kibet left."
    )
    assert found["Amos Kibet"].chain != found["Ruth Kibet"].chain


@pytest.mark.parametrize(("title", "bearer"), [("Mr", "Amos Kibet"), ("Ms", "Ruth Kibet"), ("President", "Amos Kibet")])
def test_bare_surname_goes_to_whom_its_title_fits(nlp, title: str, bearer: str) -> None:
    text = f"President Amos Kibet met his sister, Senator Ruth Kibet, on Monday. {title} Kibet spoke."
    mentions = find_entities(nlp(text), load_gazetteer())
    chains = {m.name: m.chain for m in mentions if m.name != "Kibet"}
    assert mentions[-1].name == "Kibet"
    assert mentions[-1].chain == chains[bearer]


def test_office_that_is_a_surname_in_this_report(find: Find) -> None:
    found = find("The minister, Julie Bishop, left. Ms Bishop said the bishop had agreed. Bishop then spoke.")
    assert found["Bishop"].chain == found["Julie Bishop"].chain
    assert found["bishop"].office == "religious_leader"


def test_office_stays_an_office_before_a_name(find: Find) -> None:
    mention = find("Bishop John Low prayed.")["John Low"]
    assert mention.office == "religious_leader"


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Joint Chiefs of Staff", "armed_group", "USA"),
        ("Foreign and Commonwealth Office", "government", "GBR"),
        ("UNIFIL", "organization", None),
        ("Mercy Corps", "organization", None),
    ],
)
def test_bodies_known_the_world_over_have_kind_and_country(
    find: Find, name: str, kind: str, country: str | None
) -> None:
    mention = find(f"The report was sent to the {name} on Friday.")[name]
    assert (mention.kind, mention.country) == (kind, country)
