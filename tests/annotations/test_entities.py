"""Who and where in one report, on sentences about invented and real states."""

import itertools
from collections.abc import Callable

import pytest

from variorum.annotations.entities import find_entities
from variorum.schema.annotations import EntityMention
from variorum.schema.gazetteer import load_gazetteer

Find = Callable[[str], "Found"]


class Found:
    """Mentions of a text, to be asked by their words."""

    def __init__(self, text: str, mentions: tuple[EntityMention, ...]) -> None:
        self.text = text
        self.mentions = mentions

    def all(self, words: str) -> list[EntityMention]:
        return [m for m in self.mentions if self.text[m.span.start : m.span.end] == words]

    def one(self, words: str, nth: int = 0) -> EntityMention:
        found = self.all(words)
        assert found, f"{words!r} not among {[self.text[m.span.start : m.span.end] for m in self.mentions]}"
        return found[nth]

    def titles(self, words: str) -> str | None:
        span = self.one(words).titles
        return self.text[span.start : span.end] if span else None


@pytest.fixture(scope="module")
def find(nlp) -> Find:
    gazetteer = load_gazetteer()
    return lambda text: Found(text, find_entities(nlp(text), gazetteer))


def test_person_has_titles_country_and_office(find: Find) -> None:
    found = find("Peruvian President Marta Quispe met Chilean dictator Diego Rojas in Lima.")
    marta = found.one("Marta Quispe")
    assert (marta.kind, marta.form, marta.country, marta.office) == ("person", "name", "PER", "president")
    assert found.titles("Marta Quispe") == "Peruvian President"
    assert found.titles("Diego Rojas") == "Chilean dictator"
    assert found.one("Diego Rojas").country == "CHL"
    assert found.one("Diego Rojas").office is None
    assert not found.all("Peruvian")


def test_surname_pronoun_and_description_join_the_full_name(find: Find) -> None:
    found = find(
        "Kenyan President Amos Kibet arrived on Monday. Kibet said he was ready. The Kenyan leader then left for Oslo."
    )
    chain = found.one("Amos Kibet").chain
    assert found.one("Kibet").chain == chain
    assert found.one("he").chain == chain
    assert found.one("Kenyan leader").chain == chain
    assert found.one("Kenyan leader").form == "description"


def test_apposition_joins_office_and_name(find: Find) -> None:
    found = find("The Ghanaian Foreign Minister, Kofi Adjei, spoke first. Lena Holt, Norway's envoy, agreed.")
    assert found.one("Kofi Adjei").chain == found.one("Ghanaian Foreign Minister").chain
    assert found.one("Lena Holt").chain == found.one("envoy").chain
    assert found.one("envoy").country == "NOR"


def test_two_given_names_stay_two_people(find: Find) -> None:
    found = find("President Omar Sadiq met his rival Hassan Sadiq. Omar Sadiq later left.")
    assert found.one("Omar Sadiq").chain != found.one("Hassan Sadiq").chain
    assert found.one("Omar Sadiq", 1).chain == found.one("Omar Sadiq").chain


def test_possessor_gives_country_and_spans_hold_no_possessive(find: Find) -> None:
    found = find("Georgia's President Nino Beridze praised Estonia's Tamm, who thanked Beridze's aides.")
    assert found.one("Nino Beridze").country == "GEO"
    assert found.one("Georgia").kind == "country"
    assert all("'s" not in m.name for m in found.mentions)


@pytest.mark.parametrize(
    ("text", "town", "kind"),
    [
        ("Ankara accused Athens of breaking the deal.", "Ankara", "country"),
        ("Talks between Lisbon and Madrid resumed.", "Madrid", "country"),
        ("The Berlin-sponsored plan failed.", "Berlin", "country"),
        ("The ministers met in Ankara on Friday.", "Ankara", "place"),
        ("They flew from Lisbon to Madrid.", "Madrid", "place"),
        ("Shells fell near Kyiv overnight.", "Kyiv", "place"),
        ("The White House said the vote was fair.", "White House", "country"),
    ],
)
def test_capital_is_government_when_it_acts(find: Find, text: str, town: str, kind: str) -> None:
    mention = find(text).one(town)
    assert mention.kind == kind
    assert mention.form == ("metonym" if kind == "country" else "name")


def test_state_capital_and_demonym_are_one_chain(find: Find) -> None:
    found = find(
        "Hungary rejected the plan. Budapest said the Hungarian position was clear. Ministers met in Budapest."
    )
    chain = found.one("Hungary").chain
    assert found.one("Budapest").chain == chain
    assert found.one("Hungarian").chain == chain
    assert found.one("Hungarian").form == "demonym"
    assert found.one("Budapest", 1).kind == "place"
    assert found.one("Budapest", 1).chain != chain
    assert found.one("Budapest", 1).external_ids == ("geonames:3054643",)


def test_forces_and_people_are_not_the_state(find: Find) -> None:
    found = find("Ethiopian forces crossed the river, and Eritrean troops fired. Many Eritreans fled.")
    assert (found.one("Ethiopian forces").kind, found.one("Ethiopian forces").country) == ("armed_group", "ETH")
    assert found.one("Eritrean troops").kind == "armed_group"
    assert found.one("Eritreans").kind == "people"
    assert len({m.chain for m in found.mentions}) == len(found.mentions)


def test_its_troops_are_those_of_the_state_that_is_meant(find: Find) -> None:
    found = find("Rwanda withdrew its troops on Sunday. Rwandan forces had been there for a year.")
    assert found.one("its").chain == found.one("Rwanda").chain
    assert found.one("troops").chain == found.one("Rwandan forces").chain


def test_disputed_places_are_places_without_country(find: Find) -> None:
    found = find("Clashes in Kashmir and Western Sahara were reported, and Abkhazia was calm.")
    for name in ("Kashmir", "Western Sahara", "Abkhazia"):
        assert (found.one(name).kind, found.one(name).country) == ("place", None)


def test_organizations_and_armed_groups_come_with_their_names(find: Find) -> None:
    found = find("The African Union urged al-Shabaab to talk. The Red Cross and the Oromo Liberation Army agreed.")
    assert found.one("African Union").kind == "organization"
    assert found.one("al-Shabaab").kind == "armed_group"
    assert found.one("Oromo Liberation Army").kind == "armed_group"


INVENTED = (
    "Velmaran President Tomas Rehn met his Oskian counterpart Ilse Varga on Tuesday for talks between Velmara and Oskia. "
    "Oskia's army accused Velmaran troops of shelling a village. Velmara denied it. "
    "Dorn, Velmara's capital, was quiet, but Dorn has warned that it will respond. "
    "The two leaders met twice. Both countries will exchange prisoners."
)


def test_unknown_states_are_countries_without_code(find: Find) -> None:
    found = find(INVENTED)
    for name in ("Velmara", "Oskia"):
        assert (found.one(name).kind, found.one(name).country) == ("country", None)
    assert found.one("Velmaran troops").kind == "armed_group"
    assert found.one("Tomas Rehn").office == "president"
    assert found.titles("Ilse Varga") == "Oskian counterpart"


def test_unknown_capital_acts_when_the_text_calls_it_capital(find: Find) -> None:
    found = find(INVENTED)
    acting = found.all("Dorn")[-1]
    assert (acting.kind, acting.form) == ("country", "metonym")
    assert acting.chain == found.one("Velmara").chain


def test_groups_know_their_members(find: Find) -> None:
    found = find(INVENTED)
    leaders, countries = found.one("leaders"), found.one("countries")
    assert (leaders.form, countries.form) == ("group", "group")
    assert set(leaders.members) == {found.one("Tomas Rehn").chain, found.one("Ilse Varga").chain}
    assert set(countries.members) == {found.one("Velmara").chain, found.one("Oskia").chain}


def test_leaders_of_states_are_their_holders(find: Find) -> None:
    found = find(
        "The leaders of Ghana and Togo met. Ghanaian President Ama Owusu and Togolese President Kossi Adote shook hands."
    )
    assert set(found.one("leaders").members) == {found.one("Ama Owusu").chain, found.one("Kossi Adote").chain}


def test_they_are_the_joined_subject(find: Find) -> None:
    found = find("Ghana and Togo agreed on a truce. They also promised aid.")
    assert set(found.one("They").members) == {found.one("Ghana").chain, found.one("Togo").chain}


def test_surname_before_army_makes_no_state(find: Find) -> None:
    found = find(
        "President Idris Kamal spoke on Monday. Kamal's army had crossed the border, and Kamal's government fell."
    )
    assert all(m.kind == "person" for m in found.all("Kamal"))


@pytest.mark.parametrize(
    "text", ["", "it rained all day.", "Who said so? The who's who of us.", "\n\n", "May is a month."]
)
def test_nothing_is_invented_where_nobody_is_named(find: Find, text: str) -> None:
    assert [m for m in find(text).mentions if m.kind in ("person", "country", "organization")] == []


def test_mentions_are_in_order_and_never_overlap(find: Find) -> None:
    found = find(
        INVENTED
        + " "
        + "The EU's foreign policy chief Ana Silva, U.S. Secretary of State John Doyle and Moscow's envoy left Geneva."
    )
    spans = [m.span for m in found.mentions]
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    assert min(m.chain for m in found.mentions) == 0


def test_place_is_in_the_state_that_follows_it(find: Find) -> None:
    found = find("The flood in Cordoba, Spain, killed twelve people.")
    assert (found.one("Cordoba").kind, found.one("Cordoba").country) == ("place", "ESP")


def test_apposition_reaches_over_the_state_and_a_rank(find: Find) -> None:
    found = find("The president of Togo, Kossi Adote, spoke. A Ghanaian army spokesman, Major Ama Osei, agreed.")
    assert found.one("president").chain == found.one("Kossi Adote").chain
    assert found.one("Ghanaian army spokesman").chain == found.one("Ama Osei").chain


def test_states_are_known_by_who_leads_and_who_backs(find: Find) -> None:
    found = find("Oskian-backed rebels advanced. The leaders of Tarsia and Oskia will meet in Pell.")
    assert (found.one("Oskia").kind, found.one("Tarsia").kind) == ("country", "country")
    assert found.one("Pell").kind == "place"


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Oskland Police Commander Colonel Ann Baker was killed.", "Ann Baker", "person"),
        ("City Councilman Carl Baker spoke.", "Carl Baker", "person"),
        ("The plot against Pablo Escalante failed. Escalante fled.", "Pablo Escalante", "person"),
    ],
)
def test_a_name_is_a_persons_when_an_office_or_a_given_name_says_so(
    find: Find, text: str, name: str, kind: str
) -> None:
    assert (name, kind) in {(mention.name, mention.kind) for mention in find(text).mentions}


@pytest.mark.parametrize("text", ["They arrived at 5 p.m. in Goma.", "He NEVER had an opposition party."])
def test_an_hour_and_a_stressed_word_are_nobody(find: Find, text: str) -> None:
    assert {mention.name for mention in find(text).mentions} <= {"Goma"}


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Envoys met in the Venezuelan capital on Monday.", "Caracas"),
        ("The talks ended in the South African capital.", "Pretoria"),
        ("Crowds filled Peru's capital.", "Lima"),
    ],
)
def test_a_capital_is_a_town_when_its_state_is_named(nlp, text, town):
    found = {(m.kind, m.name) for m in find_entities(nlp(text), load_gazetteer())}
    assert ("place", town) in found


@pytest.mark.parametrize("text", ["The German capital market reopened.", "Ministers met in the regional capital."])
def test_a_capital_is_no_town_when_no_state_is_named_or_it_is_money(nlp, text):
    assert not [m for m in find_entities(nlp(text), load_gazetteer()) if m.kind == "place"]


@pytest.mark.parametrize("text", ["The ship ran aground off Sibuco.", "A trawler hit a tanker off Mindoro."])
def test_a_name_after_off_is_a_place_when_ships_are_told_of(nlp, text):
    (place,) = find_entities(nlp(text), load_gazetteer())
    assert place.kind == "place"
