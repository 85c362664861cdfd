"""A list of actors is read whole or not at all, and every fault names its line and a remedy."""

from datetime import date
from pathlib import Path

import pytest

from variorum.errors import ConfigError
from variorum.schema.actors import actors_digest, load_actors
from variorum.schema.dates import UNKNOWN, on_day

HEAD = "name,variants,kind,country,sector,from,to\n"


def listed(tmp_path: Path, text: str) -> str:
    path = tmp_path / "actors.csv"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_rows_are_read_with_variants_and_days(tmp_path: Path) -> None:
    text = HEAD + 'Red Hand,"Handists; RH | Red Hand Front",armed_group,NOR,REB,2031-01-01,\n'
    (actor,) = load_actors(listed(tmp_path, text))
    assert actor.names == ("Red Hand", "Handists", "RH", "Red Hand Front")
    assert (actor.kind, actor.country, actor.sector) == ("armed_group", "NOR", "REB")
    assert (actor.since, actor.until, actor.line) == (date(2031, 1, 1), None, 2)


def test_columns_may_be_fewer_and_in_any_order(tmp_path: Path) -> None:
    (actor,) = load_actors(listed(tmp_path, "\ufeffkind,name\nperson,Ada Baker\n"))
    assert (actor.name, actor.names, actor.country) == ("Ada Baker", ("Ada Baker",), None)


def test_no_list_is_no_actor() -> None:
    assert load_actors("") == ()
    assert actors_digest("") == ""


def test_row_holds_on_its_days_and_where_the_day_is_not_known(tmp_path: Path) -> None:
    (actor,) = load_actors(listed(tmp_path, HEAD + "Ada Baker,,person,,,2031-01-01,2031-12-31\n"))
    days = (date(2030, 12, 31), date(2031, 1, 1), date(2031, 12, 31), date(2032, 1, 1))
    assert [actor.holds(on_day(day)) for day in days] == [False, True, True, False]
    assert actor.holds(UNKNOWN)


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ("Ada,,persn,,,,", "line 2: kind 'persn' is none; use one of person"),
        (",x,person,,,,", "line 2: name is empty; give one"),
        ("Ada,,person,Norway,,,", "line 2: country 'Norway' is no ISO 3166-1 code of three letters"),
        ("Ada,,person,,KING,,", "line 2: sector 'KING' is none; use one of"),
        ("Ada,,person,,,2031-02-30,", "line 2: from '2031-02-30' is no day; write it as"),
        ("Ada,,person,,,,May", "line 2: to 'May' is no day"),
        ("Ada,,person,,,2031-02-03,2031-02-01", "line 2: to is before from"),
        ("Ada,x,y,person,,,,", "line 2: has more cells than there are columns"),
        ("Ada,,person,,,,\nEve,Ada,person,,,,", "line 3: 'Ada' is in line 2 too; give each its own days"),
    ],
)
def test_bad_row_is_refused_with_line_and_remedy(tmp_path: Path, rows: str, told: str) -> None:
    with pytest.raises(ConfigError) as raised:
        load_actors(listed(tmp_path, f"{HEAD}{rows}\n"))
    assert told in str(raised.value)


def test_every_fault_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as raised:
        load_actors(listed(tmp_path, HEAD + "A,,x,,,,\nB,,y,,,,\n"))
    assert "line 2" in str(raised.value)
    assert "line 3" in str(raised.value)


def test_one_name_may_be_two_actors_on_different_days(tmp_path: Path) -> None:
    rows = "Ada Baker,the minister,person,,GOV,,2031-01-31\nEve Cole,the minister,person,,GOV,2031-02-01,\n"
    assert [actor.name for actor in load_actors(listed(tmp_path, HEAD + rows))] == ["Ada Baker", "Eve Cole"]


def test_unknown_column_missing_column_and_missing_file_are_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="line 1: colour is no column; columns are name"):
        load_actors(listed(tmp_path, "name,kind,colour\nA,person,red\n"))
    with pytest.raises(ConfigError, match="line 1: there is no column kind"):
        load_actors(listed(tmp_path, "name\nA\n"))
    with pytest.raises(ConfigError, match="cannot be read"):
        load_actors(str(tmp_path / "none.csv"))


def test_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"name,kind\n\xff\xfe,person\n")
    with pytest.raises(ConfigError, match="is not UTF-8"):
        load_actors(str(tmp_path / "a.csv"))


def test_digest_changes_with_the_words_not_with_the_place(tmp_path: Path) -> None:
    one = listed(tmp_path, HEAD + "A,,person,,,,\n")
    first = actors_digest(one)
    (tmp_path / "copy.csv").write_bytes(Path(one).read_bytes())
    assert actors_digest(str(tmp_path / "copy.csv")) == first
    listed(tmp_path, HEAD + "B,,person,,,,\n")
    assert actors_digest(one) != first
