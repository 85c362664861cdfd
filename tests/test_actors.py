"""An analyst's list of actors, end to end: it decides the record, and a changed list annotates anew."""

from pathlib import Path

import pytest
from cases import tables_of

import variorum
from variorum import pipeline
from variorum.annotations import annotate
from variorum.config import Config, config_from
from variorum.errors import ConfigError
from variorum.store import open_reader

REPORTS = {
    "a.txt": "Bridge seized near Karsk\n\nKARSK, 2 May 2031 - Baker said on Friday that the Red Hand would hold the bridge. "
    "Eve Baker, a teacher, watched from her window.\n",
    "b.txt": "Talks in Vell\n\nVELL, 4 May 2031 - The minister met the Handists on Sunday. Black Wolf arrived by boat.\n",
}
LIST = (
    "name,variants,kind,country,sector,from,to\n"
    "Red Hand,Handists,armed_group,NOR,REB,,\nTolo Baker,Baker|Black Wolf,person,NOR,REB,,\n"
)


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    folder = tmp_path / "pile"
    folder.mkdir()
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def listed(tmp_path: Path, text: str = LIST) -> Config:
    (tmp_path / "actors.csv").write_text(text, encoding="utf-8")
    return config_from({"actors": str(tmp_path / "actors.csv")})


def config_hashes(record: Path) -> list[str]:
    with open_reader(record) as reader:
        return [row["config_hash"] for row in reader.rows("runs")]


def test_list_decides_names_kinds_and_merges_and_explains_them(pile: Path, tmp_path: Path) -> None:
    record = tmp_path / "r.variorum"
    variorum.build([pile], out=record, config=listed(tmp_path))
    tables = tables_of(record)
    known = {row["name"]: row for row in tables["entities"]}
    assert (known["Red Hand"]["kind"], known["Red Hand"]["country"], known["Red Hand"]["sector"]) == (
        "armed_group",
        "NOR",
        "REB",
    )
    names = {row["name"] for row in tables["entity_names"] if row["entity_id"] == known["Tolo Baker"]["entity_id"]}
    assert names == {"Baker", "Black Wolf"}
    assert "Eve Baker" in known
    told = variorum.open(record).explain(known["Tolo Baker"]["entity_id"])
    assert any("list of actors" in line and "Black Wolf" in line for line in told.links)


def test_changed_list_annotates_anew_and_changes_the_run(
    pile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    def counted(report, config):  # type: ignore[no-untyped-def]
        seen.append(report.file)
        return annotate(report, config)

    monkeypatch.setattr(pipeline, "annotate", counted)
    record = tmp_path / "r.variorum"
    variorum.build([pile], out=record, config=listed(tmp_path))
    first = set(config_hashes(record))
    variorum.build([pile], out=record, config=listed(tmp_path))
    assert len(seen) == len(REPORTS)
    variorum.build([pile], out=record, config=listed(tmp_path, LIST.replace("NOR", "SWE")))
    assert len(seen) == 2 * len(REPORTS)
    assert set(config_hashes(record)) > first
    assert {row["country"] for row in tables_of(record)["entities"] if row["name"] == "Red Hand"} == {"SWE"}


def test_bad_list_stops_the_build_before_anything_is_written(pile: Path, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="line 2"):
        variorum.build(
            [pile], out=tmp_path / "r.variorum", config=listed(tmp_path, LIST.replace("armed_group", "band"))
        )
    assert not (tmp_path / "r.variorum").exists()
