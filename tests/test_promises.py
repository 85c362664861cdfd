"""The seven promises of the record, each on real builds of the examples."""

import json
import os
import shutil
import signal
import subprocess
import time
from collections import Counter

import pytest
from cases import (
    CASES,
    CONFIG,
    EXAMPLES,
    FOLDERS,
    annotate_once,
    command,
    export_of,
    exported,
    pipeline_open,
    read_case,
    read_folder,
    run,
    tables_of,
)
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import variorum
from variorum import pipeline
from variorum.errors import IntegrityError
from variorum.schema.tables import BY_NAME
from variorum.store import append_decision, open_reader, publish

QUICK = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)


@pytest.fixture(scope="module", autouse=True)
def _annotated_once():
    """Builds in this process annotate a text once a session: the annotators are pure."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "annotate", annotate_once)
        yield


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """Records by case, built once."""
    made = {}

    def build(name):
        if name not in made:
            made[name] = tmp_path_factory.mktemp(name) / "case.variorum"
            variorum.build([FOLDERS[name]], out=made[name])
        return made[name]

    return build


def copy_files(files, folder):
    folder.mkdir(parents=True, exist_ok=True)
    for file in files:
        shutil.copy(file, folder / file.name)
        (folder / file.name).chmod(0o644)
    return folder


def reports_in(name):
    """The report files of a case, its table of reports not among them."""
    return sorted(path for path in FOLDERS[name].iterdir() if path.suffix in {".txt", ".html"})


# 1. Grounded


@pytest.mark.parametrize("name", CASES)
def test_grounded(built, name):
    tables = tables_of(built(name))
    texts = {row["report_id"]: row["text"] for row in tables["reports"]}
    shown = {row["item_id"] for row in tables["evidence"]}
    for row in tables["evidence"]:
        assert texts[row["report_id"]][row["start_char"] : row["end_char"]] == row["quote"] != ""
    assert len(tables["evidence"]) > 100
    for table in ("claims", "events", "statements", "labels", "figures", "entities", "instruments"):
        key = BY_NAME[table].key[0]
        missing = [row[key] for row in tables[table] if row[key] not in shown and row.get("claim_id") not in shown]
        assert missing == [], table
    founded = {row["finding_id"] for row in tables["finding_claims"]}
    assert {row["finding_id"] for row in tables["findings"]} == founded
    assert {row["claim_id"] for row in tables["finding_claims"]} <= {row["claim_id"] for row in tables["claims"]}
    assert {row["evidence_id"] for row in tables["disagreement_values"]} <= {
        row["evidence_id"] for row in tables["evidence"]
    }


@QUICK
@given(picked=st.integers(0, 10**6), shift=st.sampled_from([-7, -1, 1, 13]))
def test_grounded_is_checked_when_written(tmp_path_factory, picked, shift):
    tables = read_case("invented").tables()
    row = tables["evidence"][picked % len(tables["evidence"])]
    text = next(r["text"] for r in tables["reports"] if r["report_id"] == row["report_id"])
    moved = text[row["start_char"] + shift : row["end_char"] + shift]
    row["start_char"] += shift
    row["end_char"] += shift
    path = tmp_path_factory.mktemp("false") / "false.variorum"
    if moved != row["quote"]:
        with pytest.raises(IntegrityError, match=row["evidence_id"]):
            publish(path, tables, run=pipeline._run((), (), CONFIG))
        assert not path.exists()


# 2. Nothing lost


def kill_build(arguments, *, when, more=0.0):
    """Start a build, wait for a line of its progress, then kill it."""
    process = subprocess.Popen(
        command("build", *arguments), stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True
    )
    for line in process.stderr:
        if line.startswith(when):
            break
    time.sleep(more)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    return process.returncode


MOMENTS = (("read", 0.0), ("annotate", 0.5), ("link events", 0.0), ("publish", 0.02))
AGAIN = (("annotate", 1.0), ("publish", 0.0), ("publish", 0.04))


def test_nothing_lost(tmp_path):
    """Killed at any moment: no record or the last good one, and the next build makes what a clean one makes."""
    first = copy_files(reports_in("invented")[:3], tmp_path / "first")
    rest = copy_files(reports_in("invented")[3:], tmp_path / "rest")
    clean, path = tmp_path / "clean.variorum", tmp_path / "killed.variorum"
    variorum.build([first], out=clean)
    before = export_of(clean)
    variorum.build([first, rest], out=clean, fresh=True)
    after = export_of(clean)
    for source, moments, stands, wanted in ((first, MOMENTS, None, before), (rest, AGAIN, before, after)):
        for when, more in moments:
            code = kill_build([source, "-o", path], when=when, more=more)
            assert code in {-signal.SIGKILL, 0}
            assert (export_of(path) if path.exists() else None) in {stands, wanted}
        resumed = run("build", source, "-o", path)
        assert resumed.returncode == 0, resumed.stderr
        assert "annotate" not in resumed.stderr  # finished work was kept
        assert export_of(path) == wanted
    assert {p.name for p in tmp_path.iterdir()} == {"clean.variorum", "first", "killed.variorum", "rest"}


def test_nothing_lost_when_the_machine_says_less(tmp_path):
    """Rows that a later build does not make are retired; what could not be read is told with a reason."""
    path, folder = tmp_path / "r.variorum", copy_files(reports_in("invented")[:4], tmp_path / "reports")
    (folder / "scan.txt").write_bytes(b"%PDF-1.7\x00\x01\x02\x00")
    variorum.build([folder], out=path)
    held = tables_of(path)
    (row,) = [row for row in held["reports"] if row["status"] == "set_aside"]
    assert (row["file"], bool(row["reason"])) == ("scan.txt", True)
    assert [i["file"] for i in held["issues"] if i["kind"] == "set_aside"] == ["scan.txt"]
    folder = copy_files(reports_in("invented")[4:], tmp_path / "more")
    variorum.build([folder], out=path)
    now = tables_of(path)
    with open_reader(path) as reader:
        retired = {(row["table_name"], row["item_key"]) for row in reader.rows("retired")}
    for table, rows in held.items():
        keys = ["|".join("" if row[k] is None else str(row[k]) for k in BY_NAME[table].key) for row in rows]
        kept = {"|".join("" if row[k] is None else str(row[k]) for k in BY_NAME[table].key) for row in now[table]}
        assert [key for key in keys if key not in kept and (table, key) not in retired] == [], table
    assert {r["report_id"] for r in held["reports"]} <= {r["report_id"] for r in now["reports"]}


# 3. Same in, same out


@pytest.mark.parametrize("name", CASES)
def test_same_in_same_out(built, tmp_path, name):
    """Another process, folder, hash seed, runner and time of day: the same bytes."""
    folder = copy_files(FOLDERS[name].iterdir(), tmp_path / "elsewhere" / "reports")
    runner = {"VARIORUM_RUNNER": "pool"} if name == "invented" else {}
    changed = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Kathmandu", "LC_ALL": "C", **runner}
    ended = run("build", "reports", "-o", "other.variorum", cwd=folder.parent, env=changed)
    assert ended.returncode == 0, ended.stderr
    other = folder.parent / "other.variorum"
    assert export_of(built(name)) == export_of(other)
    variorum.build([folder], out=other)
    assert export_of(built(name)) == export_of(other)
    text = export_of(other)
    assert str(tmp_path) not in text
    assert "finished_at" not in text


# 4. Order-free


@pytest.mark.parametrize("name", CASES)
@QUICK
@given(data=st.data())
def test_order_free(name, data):
    case = read_case(name)
    order = data.draw(st.permutations(case.reports))
    assert exported(case.tables(order)) == exported(case.tables())


@pytest.mark.parametrize("name", CASES)
@settings(QUICK, max_examples=4)
@given(data=st.data())
def test_order_free_in_batches(built, tmp_path_factory, name, data):
    files = data.draw(st.permutations(reports_in(name)))
    cuts = sorted(data.draw(st.sets(st.integers(1, len(files) - 1), min_size=1, max_size=2)))
    path = tmp_path_factory.mktemp("batches") / "batches.variorum"
    for start, end in zip([0, *cuts], [*cuts, len(files)], strict=True):
        variorum.build(files[start:end], out=path)
    assert export_of(path) == export_of(built(name))


# 5. Copies are not witnesses


def outlet(folder, file, source):
    """Name the source of a file in its folder's table of reports."""
    path = folder / "reports.tsv"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else ["file\tsource"]
    width = len(lines[0].split("\t"))
    values = {"file": file, "source": source}
    lines.append("\t".join(values.get(name, "") for name in lines[0].split("\t")[:width]))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def edited(text):
    """The same report as an editor leaves it: another end, a word here and there."""
    lines = [line for line in text.splitlines() if line.strip()]
    kept = lines[:-1] if len(lines) > 4 else lines
    return "\n\n".join(kept).replace(" however", "").replace(" also ", " ").replace(" said that ", " said ") + "\n"


def homes(tables):
    """The event of each mention."""
    return {row["mention_id"]: row["subject_id"] for row in tables["mentions"] if row["kind"] == "event"}


def followed(before, after):
    """Where each event went: the event that has most of its mentions now."""
    now = homes(after)
    votes = {}
    for mention, event in homes(before).items():
        if event is not None:
            votes.setdefault(event, Counter())[now.get(mention)] += 1
    return {event: count.most_common(1)[0][0] for event, count in votes.items()}


def judged(tables):
    """Status and number of origins of each finding, by event and attribute."""
    return {(f["subject_id"], f["attribute"]): (f["status"], f["n_origins"]) for f in tables["findings"]}


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("change", [str, edited], ids=["verbatim", "edited"])
def test_copies_are_not_witnesses(tmp_path, name, change):
    """Each report in turn comes once more, under another outlet's name."""
    before = read_case(name).tables()
    found = judged(before)
    faults = []
    for number, file in enumerate(reports_in(name)):
        folder = copy_files(FOLDERS[name].iterdir(), tmp_path / f"{number}")
        (folder / f"900_copy{file.suffix}").write_text(change(file.read_text(encoding="utf-8")), encoding="utf-8")
        outlet(folder, f"900_copy{file.suffix}", "The Umber Echo")
        case = read_folder(folder)
        assert len(case.annotations) == len(read_case(name).annotations) + 1
        after = case.tables()
        now, home = judged(after), followed(before, after)
        faults += [
            f"copy of {file.name}: {attribute} of {event}: {was} became {now.get((home[event], attribute))}"
            for (event, attribute), was in found.items()
            if now.get((home[event], attribute)) != was
        ]
        origins = {row["event_id"]: row["n_origins"] for row in after["events"]}
        faults += [
            f"copy of {file.name}: origins of {row['event_id']} ({row['label']}): {row['n_origins']} became {origins.get(home[row['event_id']])}"
            for row in before["events"]
            if origins.get(home[row["event_id"]]) != row["n_origins"]
        ]
    assert faults == []


AMENDED = """Title: Bomb at Lugano market
Source: Gazette of Tessoun
URL: https://gazette.example/2031/bomb-at-market
Date: {day}

A bomb killed {toll} people at the market of Lugano on Monday, 12 May 2031, the police said.

Traders had opened their stalls an hour before, and the street was full, a witness told the Gazette of Tessoun.

The mayor of Lugano asked people to stay at home until the area had been searched.
"""
OTHER = "Harbour Ledger\n13 May 2031\n\nPolice report that the bombing of Lugano market on Monday, 12 May 2031, killed 15 people.\n"


def test_copies_are_not_witnesses_when_an_outlet_amends_its_report(tmp_path):
    """A later version replaces the earlier one: neither a second witness nor a disagreement of an outlet with itself."""
    versions = {"001_first.txt": ("2031-05-13", 12), "003_later.txt": ("2031-05-14", 15)}
    for file, (day, toll) in versions.items():
        (tmp_path / file).write_text(AMENDED.format(day=day, toll=toll), encoding="utf-8")
    (tmp_path / "002_ledger.txt").write_text(OTHER, encoding="utf-8")
    made = variorum.build([tmp_path], out=tmp_path / "amended.variorum")
    tables = tables_of(made.record)
    files = {row["report_id"]: row["file"] for row in tables["reports"]}
    earlier = {files[r["report_id"]]: files[r["superseded_by"]] for r in tables["reports"] if r["superseded_by"]}
    assert earlier == {"001_first.txt": "003_later.txt"}
    (bombing,) = [row for row in tables["events"] if row["type"] == "ASSAULT" and row["n_reports"] == 2]
    assert bombing["n_origins"] == 2
    assert "001_first.txt" not in {files[row["report_id"]] for row in tables["claims"]}
    assert [d for d in tables["disagreements"] if d["kind"] == "figure"] == []
    (kept,) = [row["text"] for row in tables["reports"] if row["file"] == "001_first.txt"]
    assert "killed 12 people" in kept


# 6. Disagreement is kept

TOLLS = {
    "001_gazette.txt": "Gazette of Tessoun\n14 May 2031\n\nA bomb killed 12 people at the market of Lugano on Monday, 12 May 2031, the police said.\n",
    "002_ledger.txt": "Harbour Ledger\n14 May 2031\n\nPolice report that the bombing of Lugano market on Monday, 12 May 2031, killed 19 people.\n",
    "003_lamp.txt": "The Lamp\n15 May 2031\n\nOn 12 May 2031 a bomb exploded at a market in Lugano and 12 people were killed.\n",
}


@pytest.mark.parametrize("name", CASES)
def test_disagreement_is_kept(name):
    tables = read_case(name).tables()
    sides = {}
    for row in tables["finding_claims"]:
        sides.setdefault(row["finding_id"], set()).add(row["side"])
    claims = {}
    for row in tables["finding_claims"]:
        claims.setdefault(row["finding_id"], []).append(row["claim_id"])
    bases = {row["report_id"]: row["origin_basis"] for row in tables["reports"]}
    of_claim = {row["claim_id"]: row for row in tables["claims"]}
    for finding in tables["findings"]:
        if finding["status"] == "agreed":
            assert finding["n_origins"] >= 2
            assert "opposes" not in sides[finding["finding_id"]]
        if "opposes" in sides[finding["finding_id"]]:
            assert finding["status"] in {"disputed", "decided"}
        tellers = {of_claim[claim]["report_id"] for claim in claims[finding["finding_id"]]}
        if finding["all_presumed"]:
            assert "presumed" in {bases[report] for report in tellers} | {"presumed" if not tellers else None}
    values = Counter(row["disagreement_id"] for row in tables["disagreement_values"])
    assert [d["summary"] for d in tables["disagreements"] if values[d["disagreement_id"]] < 2] == []


def test_disagreement_is_kept_when_a_majority_agrees(tmp_path):
    for file, text in TOLLS.items():
        (tmp_path / file).write_text(text, encoding="utf-8")
    tables = read_folder(tmp_path).tables()
    (finding,) = [f for f in tables["findings"] if f["attribute"] == "killed"]
    assert finding["status"] == "disputed"
    said = {
        row["claim_id"]: row["side"] for row in tables["finding_claims"] if row["finding_id"] == finding["finding_id"]
    }
    values = {(row["value"], said[row["claim_id"]]) for row in tables["claims"] if row["claim_id"] in said}
    assert values == {("12", "supports"), ("19", "opposes")}
    assert finding["all_presumed"]
    (dispute,) = [d for d in tables["disagreements"] if d["kind"] == "figure"]
    shown = {v["value"] for v in tables["disagreement_values"] if v["disagreement_id"] == dispute["disagreement_id"]}
    assert shown == {"12", "19"}


# 7. People decide last, in the open


def merged_event(tables):
    """An event that two reports tell, with one mention of each."""
    by_event = {}
    for row in tables["mentions"]:
        if row["kind"] == "event" and row["subject_id"]:
            by_event.setdefault(row["subject_id"], {}).setdefault(row["report_id"], row["mention_id"])
    event, mentions = max(by_event.items(), key=lambda item: (len(item[1]), item[0]))
    assert len(mentions) >= 2
    return event, sorted(mentions.values())[:2]


def two_events(tables):
    """Two events of one type that no link joins, of different reports."""
    reports = {}
    for row in tables["mentions"]:
        if row["kind"] == "event" and row["subject_id"]:
            reports.setdefault(row["subject_id"], set()).add(row["report_id"])
    events = [e for e in tables["events"] if len(reports[e["event_id"]]) == 1]
    for left in events:
        for right in events:
            apart = reports[left["event_id"]].isdisjoint(reports[right["event_id"]])
            if apart and left["event_id"] < right["event_id"] and left["type"] == right["type"]:
                return left["event_id"], right["event_id"]
    raise AssertionError("no two events of one type")


def mentions_of(tables, event):
    return [mention for mention, home in homes(tables).items() if home == event]


def stale(tables):
    return [row["what"] for row in tables["issues"] if row["kind"] == "stale_decision"]


@pytest.mark.parametrize("name", EXAMPLES)
def test_people_decide_last_in_the_open(built, tmp_path, name):
    path = tmp_path / "ruled.variorum"
    shutil.copy(built(name), path)
    before = tables_of(path)
    left, right = two_events(before)
    pipeline_open(path).decide("same", left, right, reason="one evening, two tellings", author="Ada Oake")
    variorum.build([FOLDERS[name]], out=path)
    after = tables_of(path)
    now = homes(after)
    assert len({now[m] for event in (left, right) for m in mentions_of(before, event)}) == 1
    (link,) = [row for row in after["links"] if row["decided_by"] == "Ada Oake"]
    assert (link["judgement"], link["evidence"]) == ("same", "one evening, two tellings")
    (ruling,) = after["decisions"]
    assert (ruling["author"], ruling["reason"]) == ("Ada Oake", "one evening, two tellings")
    assert stale(after) == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_people_decide_last_when_they_part_a_merged_event(built, tmp_path, name):
    path = tmp_path / "ruled.variorum"
    shutil.copy(built(name), path)
    event, (one, two) = merged_event(tables_of(path))
    pipeline_open(path).decide("different", one, two, reason="two meetings", author="Ada Oake")
    for _ in range(2):
        variorum.build([FOLDERS[name]], out=path)
        after = tables_of(path)
        now = homes(after)
        assert now[one] != now[two]
        assert event in {now[one], now[two]} or event not in {row["event_id"] for row in after["events"]}
        assert stale(after) == []


def test_people_decide_last_when_they_set_a_value(built, tmp_path):
    path = tmp_path / "ruled.variorum"
    shutil.copy(built("invented"), path)
    finding = next(f for f in tables_of(path)["findings"] if f["attribute"] == "date")
    pipeline_open(path).decide(
        "set", finding["subject_id"], field="date", value="2031-05-02", reason="the log", author="Ada"
    )
    variorum.build([FOLDERS["invented"]], out=path)
    after = tables_of(path)
    (event,) = [e for e in after["events"] if e["event_id"] == finding["subject_id"]]
    assert (event["date"], event["date_low"], event["date_high"]) == ("2031-05-02",) * 3
    (decided,) = [f for f in after["findings"] if f["finding_id"] == finding["finding_id"]]
    assert (decided["status"], decided["value"]) == ("decided", "2031-05-02")
    assert {row["claim_id"] for row in after["finding_claims"] if row["finding_id"] == finding["finding_id"]}
    assert stale(after) == []


def test_people_decide_last_and_are_told_when_a_ruling_is_stale(tmp_path):
    folder = copy_files(FOLDERS["invented"].iterdir(), tmp_path / "reports")
    path = tmp_path / "ruled.variorum"
    variorum.build([folder], out=path)
    before = tables_of(path)
    left, right = two_events(before)
    pipeline_open(path).decide("same", left, right, reason="one evening", author="Ada")
    report = next(m["report_id"] for m in before["mentions"] if m["subject_id"] == left)
    file = next(r["file"] for r in before["reports"] if r["report_id"] == report)
    (folder / file).write_text(
        (folder / file).read_text(encoding="utf-8") + "\nCorrected on Monday.\n", encoding="utf-8"
    )
    summary = variorum.build([folder], out=path, fresh=True)
    after = tables_of(path)
    assert len(after["decisions"]) == 1
    assert len(stale(after)) == 1
    assert "is stale" in " ".join(summary.issues)
    assert "1 decision kept" in " ".join(summary.issues)


def test_promises_hold_together_when_decisions_are_given(built, tmp_path):
    """Equal reports and decisions give equal bytes, in one build or in two."""
    files = reports_in("invented")
    one, two = tmp_path / "one.variorum", tmp_path / "two.variorum"
    left, right = two_events(tables_of(built("invented")))
    shutil.copy(built("invented"), one)
    pipeline_open(one).decide("same", left, right, reason="one evening", author="Ada")
    with open_reader(one) as reader:
        (row,) = reader.rows("decisions")
    variorum.build([FOLDERS["invented"]], out=one)
    variorum.build(files[:3], out=two)
    append_decision(two, row)
    variorum.build([*files[3:]], out=two)
    assert export_of(one) == export_of(two)
    assert json.loads(export_of(one))["decisions"] == [row]
