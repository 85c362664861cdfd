"""The gazetteer answers what an almanac would, and opens without parsing."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.schema import gazetteer as module
from variorum.schema.gazetteer import Gazetteer, compile_gazetteer, load_gazetteer
from variorum.schema.names import fold, given_of, sound_key, state_stem, surname_of


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Norway", "NOR"),
        ("Türkiye", "TUR"),
        ("Turkey", "TUR"),
        ("USA", "USA"),
        ("U.S.", "USA"),
        ("DR Congo", "COD"),
        ("Ivory Coast", "CIV"),
        ("South Sudan", "SSD"),
        ("Burma", "MMR"),
        ("Atlantis", None),
    ],
)
def test_country_of_name_knows_press_names(gazetteer: Gazetteer, name: str, code: str | None) -> None:
    assert gazetteer.country_of_name(name) == code


@pytest.mark.parametrize(
    "name", ["Kashmir", "Taiwan", "Kosovo", "Western Sahara", "Crimea", "Falkland Islands", "Gaza"]
)
def test_disputed_places_have_no_country(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.country_of_name(name) is None
    entry = gazetteer.first(name, "disputed")
    assert entry is not None
    assert entry.country == ""


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Dutch", "NLD"),
        ("Turkish", "TUR"),
        ("South Sudanese", "SSD"),
        ("Danes", "DNK"),
        ("Peruvian", "PER"),
        ("Kurdish", None),
    ],
)
def test_country_of_demonym_reads_adjectives_and_peoples(gazetteer: Gazetteer, word: str, code: str | None) -> None:
    assert gazetteer.country_of_demonym(word) == code


def test_seats_stand_for_governments(gazetteer: Gazetteer) -> None:
    assert gazetteer.country_of_seat("Ankara") == "TUR"
    assert gazetteer.country_of_seat("Downing Street") == "GBR"
    assert gazetteer.country_of_seat("Élysée") == "FRA"
    assert gazetteer.country_of_seat("Liverpool") is None
    assert gazetteer.capital_of("PER") == "Lima"


def test_find_places_sorts_by_population(gazetteer: Gazetteer) -> None:
    found = gazetteer.find_places("Cordoba")
    assert {"ARG", "ESP"} <= {place.country for place in found}
    assert [place.population for place in found] == sorted((p.population for p in found), reverse=True)
    assert gazetteer.find_places("Kiev")[0].name == "Kyiv"
    assert gazetteer.find_places("Nowhereville Xyz") == ()


def test_opening_is_quick_when_compiled() -> None:
    folder = compile_gazetteer()
    started = time.perf_counter()
    assert Gazetteer(folder).country_of_name("Chile") == "CHL"
    assert time.perf_counter() - started < 0.2


def test_compile_leaves_one_whole_folder_when_another_was_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write(folder: Path) -> None:
        (folder / "names.marisa").write_bytes(b"mine")
        other = tmp_path / module._version()
        other.mkdir(exist_ok=True)
        (other / "names.marisa").write_bytes(b"theirs")

    monkeypatch.setattr(module, "_write", write)
    folder = compile_gazetteer(tmp_path)
    assert (folder / "names.marisa").read_bytes() == b"theirs"
    assert [path.name for path in tmp_path.iterdir()] == [folder.name]


def test_compile_leaves_nothing_when_killed_half_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def write(folder: Path) -> None:
        (folder / "names.marisa").write_bytes(b"half")
        raise KeyboardInterrupt

    monkeypatch.setattr(module, "_write", write)
    with pytest.raises(KeyboardInterrupt):
        compile_gazetteer(tmp_path)
    assert list(tmp_path.iterdir()) == []


@given(st.text(max_size=40))
@settings(max_examples=60, deadline=None)
def test_fold_is_stable(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_names_part_into_given_and_surname() -> None:
    assert (given_of("Piet van der Berg"), surname_of("Piet van der Berg")) == ("Piet", "van der Berg")
    assert (given_of("Omar al-Tayeb"), surname_of("Omar al-Tayeb")) == ("Omar", "al-Tayeb")
    assert (given_of("Berg"), surname_of("Berg")) == ("", "Berg")


@pytest.mark.parametrize(
    ("left", "right"), [("Zelensky", "Zelenskyy"), ("Khatami", "Hatami"), ("Yusuf", "Iusuf"), ("Hussein", "Husain")]
)
def test_sound_key_bridges_transliterations(left: str, right: str) -> None:
    assert sound_key(left) == sound_key(right)


@pytest.mark.parametrize(
    ("noun", "adjective"), [("Velmara", "Velmaran"), ("Oskia", "Oskian"), ("Tarsia", "Tarsian"), ("Lorin", "Lorinese")]
)
def test_state_stem_ties_noun_and_adjective(noun: str, adjective: str) -> None:
    assert state_stem(noun) == state_stem(adjective)


@pytest.mark.parametrize("name", ["\x00", "Paris\x00", "a\x00b", "\x07", "", " "])
def test_names_of_control_characters_are_looked_up_like_any_other(gazetteer, name):
    assert not gazetteer.entries(f"qq {name} qq")
    assert isinstance(gazetteer.find_places(name), tuple)
