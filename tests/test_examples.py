"""The examples keep their word: every quote of an acceptance list is in its report, and each case has what it teaches.

Structure only: nothing here builds a record.
"""

import csv
import re
import tomllib
from datetime import date
from difflib import SequenceMatcher
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from variorum.schema.vocabulary import DISAGREEMENT_KINDS, ENTITY_KINDS, POSITIONS, REALIS, STATEMENT_KINDS

EXAMPLES = Path(__file__).parents[1] / "examples"
CASES = ("invented", "sochi-retold")
LISTS = ("report", "entity", "event", "statement", "disagreement", "agreement")
# fmt: off
PLOVER = {
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
}
REAL_WORLD = (
    "Armenia", "Azerbaijan", "Georgia", "Caucasus", "Caspian", "Karabakh", "Artsakh", "Baku", "Yerevan", "Lachin",
    "Sochi", "Russia", "Moscow", "Kremlin", "Turkey", "Iran", "France", "Europe", "America", "Washington",
    "Brussels", "Prague", "Putin", "Aliyev", "Pashinyan", "Macron", "Reuters", "AFP",
)
# fmt: on
DATE_FORMS = {
    "day first": r"\b\d{1,2} (?:January|February|March|April|May|June|October|November|December)\b",
    "month first": r"\b(?:March|April|May|June|Oct|October|November|December) \d{1,2}\b",
    "digits": r"\b\d{2}[./]\d{2}[./]\d{4}\b",
    "weekday": r"\bon (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b",
    "relative": r"\b(?:yesterday|last (?:week|month|Friday)|next Monday)\b",
}


class _Words(HTMLParser):
    """Collect the visible words of a page; the text of <script>, <style> and <title> is left out."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden += tag in ("script", "style", "title")

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in ("script", "style", "title")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.parts.append(data)


def fold(text: str) -> str:
    """White space and quotation marks folded as the judge folds them."""
    return " ".join(re.sub("[’‘]", "'", re.sub("[“”]", '"', text)).split())


def words_of(path: Path) -> str:
    raw = path.read_text(encoding="utf-8")
    if path.suffix != ".html":
        return fold(raw)
    page = _Words()
    page.feed(raw)
    return fold("".join(page.parts))


def paths_of(case: str) -> list[Path]:
    return sorted(p for p in (EXAMPLES / case / "reports").iterdir() if p.suffix in (".txt", ".html"))


def texts_of(case: str) -> dict[str, str]:
    return {path.name[:3]: words_of(path) for path in paths_of(case)}


def golden_of(case: str) -> dict[str, Any]:
    return tomllib.loads((EXAMPLES / case / "golden.toml").read_text(encoding="utf-8"))


def listing_of(case: str) -> list[dict[str, str]]:
    with (EXAMPLES / case / "reports" / "reports.tsv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter="\t"))


def quotes_of(golden: dict[str, Any]) -> list[tuple[str, str]]:
    """Every (file, quote) that a list claims to be verbatim."""
    found = [
        (want["file"], quote)
        for want in golden["report"]
        for key in ("evidence", "credit_evidence", "not_body")
        for quote in want.get(key, [])
    ]
    for kind in ("event", "statement", "disagreement", "agreement"):
        for want in golden[kind]:
            found += [(row[0], row[1]) for row in want.get("evidence", []) + want.get("values", [])]
    for want in golden["statement"]:
        found += [(want["evidence"][0][0], want[key]) for key in ("content", "content_about") if key in want]
    return found


@pytest.mark.parametrize("case", CASES)
def test_every_quote_is_verbatim_in_its_report(case: str) -> None:
    texts = texts_of(case)
    missing = [(file, quote) for file, quote in quotes_of(golden_of(case)) if fold(quote) not in texts[file]]
    assert missing == []


@pytest.mark.parametrize("case", CASES)
def test_every_name_is_in_some_report(case: str) -> None:
    everything = " ".join(texts_of(case).values())
    names = [name for want in golden_of(case)["entity"] for name in want["names"]]
    names += [pair[0] for want in golden_of(case).get("metonym", []) for pair in want["pairs"]]
    assert [name for name in names if name not in everything] == []


@pytest.mark.parametrize("case", CASES)
def test_file_names_begin_with_their_number(case: str) -> None:
    numbers = [path.name[:4] for path in paths_of(case)]
    assert [f"{i:03d}_" for i in range(len(numbers))] == numbers
    assert golden_of(case)["meta"]["reports"] == [number[:3] for number in numbers]


@pytest.mark.parametrize("case", CASES)
def test_lists_have_their_size_and_reports_their_length(case: str) -> None:
    golden = golden_of(case)
    sizes = {kind: len(golden[kind]) for kind in LISTS}
    assert 5 <= sizes["report"] <= 7
    assert 6 <= sizes["entity"] <= 9
    assert 10 <= sizes["event"] <= 14
    assert 5 <= sizes["statement"] <= 8
    assert 4 <= sizes["disagreement"] <= 8
    assert 2 <= sizes["agreement"] <= 3
    lengths = {file: len(text.split()) for file, text in texts_of(case).items()}
    assert all(150 <= length <= 450 for length in lengths.values()), lengths


@pytest.mark.parametrize("case", CASES)
def test_lists_use_the_closed_vocabularies(case: str) -> None:
    golden = golden_of(case)
    for event in golden["event"]:
        assert {event["type"], *event.get("types", [])} <= PLOVER | {"none"}, event["id"]
        assert event.get("status", "happened") in REALIS, event["id"]
        assert set(event["reports"]) == {row[0] for row in event["evidence"]}, event["id"]
    for statement in golden["statement"]:
        assert statement["kind"] in STATEMENT_KINDS
        assert {statement.get("position", "state"), *statement.get("positions", [])} <= set(POSITIONS)
    for difference in golden["disagreement"]:
        assert {difference["kind"], *difference.get("kinds", [])} <= set(DISAGREEMENT_KINDS)
        assert len({value[2] for value in difference["values"]}) >= 2, difference["about"]
    assert {entity.get("kind", "person") for entity in golden["entity"]} <= set(ENTITY_KINDS)


@pytest.mark.parametrize("case", CASES)
def test_disagreements_cover_the_kinds_that_the_case_teaches(case: str) -> None:
    kinds = {want["kind"] for want in golden_of(case)["disagreement"]}
    assert {"figure", "date", "direction", "wording", "label", "outcome", "realis"} == kinds


@pytest.mark.parametrize("case", CASES)
def test_event_ids_and_their_words_differ(case: str) -> None:
    events = golden_of(case)["event"]
    assert len(events) == len({event["id"] for event in events})
    rows = [tuple(row) for event in events for row in event["evidence"]]
    assert len(rows) == len(set(rows))


@pytest.mark.parametrize("case", CASES)
def test_evidence_is_a_phrase_or_a_clause(case: str) -> None:
    rows = [tuple(row) for event in golden_of(case)["event"] for row in event["evidence"]]
    assert [row for row in rows if not 25 <= len(row[1]) <= 140] == []


@pytest.mark.parametrize("case", CASES)
def test_copies_share_a_passage_of_which_one_is_credited(case: str) -> None:
    golden, texts = golden_of(case), texts_of(case)
    credited = {want["file"] for want in golden["report"] if "credit" in want}
    borrowers = set()
    for left, right, passage in golden["meta"]["copies"]:
        assert fold(passage) in texts[left]
        assert fold(passage) in texts[right]
        one, two = texts[left].split(), texts[right].split()
        shared = SequenceMatcher(None, one, two, autojunk=False).find_longest_match()
        assert shared.size >= 8
        assert one != two
        borrowers.add(right)
    assert borrowers & credited
    assert borrowers - credited
    assert any(event.get("origins") == 1 and len(event["reports"]) >= 2 for event in golden["event"])


@pytest.mark.parametrize("case", CASES)
def test_undated_report_gives_no_year_of_its_own(case: str) -> None:
    golden, texts = golden_of(case), texts_of(case)
    listed = {row["file"][:3]: row["published"] for row in listing_of(case)}
    wanted = {want["file"]: want for want in golden["report"]}
    for file in golden["meta"]["undated"]:
        assert not listed.get(file)
        assert not re.search(r"\b\d{1,2}[ ./]\S+[ ./]\d{4}\b", texts[file])
        low, high = (date.fromisoformat(wanted[file][key]) for key in ("published_low", "published_high"))
        assert 0 < (high - low).days <= 31
    assert golden["meta"]["undated"]


@pytest.mark.parametrize("case", CASES)
def test_listing_names_reports_that_exist_and_leaves_some_out(case: str) -> None:
    rows, files = listing_of(case), {path.name for path in paths_of(case)}
    assert {row["file"] for row in rows} < files
    assert all(set(row) == {"file", "source", "published", "url", "credit"} for row in rows)


@pytest.mark.parametrize("case", CASES)
def test_one_page_has_metadata_and_page_furniture(case: str) -> None:
    pages = [path.read_text(encoding="utf-8") for path in paths_of(case) if path.suffix == ".html"]
    assert len(pages) == 1
    assert all(mark in pages[0] for mark in ("og:site_name", "article:published_time", "<nav", "<aside", "<footer"))


@pytest.mark.parametrize("case", CASES)
def test_furniture_holds_no_evidence(case: str) -> None:
    golden = golden_of(case)
    furniture = [(want["file"], fold(line)) for want in golden["report"] for line in want.get("not_body", [])]
    rows = [(row[0], fold(row[1])) for event in golden["event"] for row in event["evidence"]]
    assert {file for file, _ in furniture} == set(golden["meta"]["reports"])
    assert not [
        row for row in rows for line in furniture if row[0] == line[0] and (row[1] in line[1] or line[1] in row[1])
    ]


@pytest.mark.parametrize("case", CASES)
def test_a_plan_came_true_one_was_called_off_and_something_is_denied(case: str) -> None:
    golden, texts = golden_of(case), texts_of(case)
    held = [event for event in golden["event"] if event["type"] == "CONSULT" and event.get("status") == "happened"]
    assert any(re.search(r"\bwill meet\b", row[1]) for event in held for row in event["evidence"])
    assert any(len(event["reports"]) > 1 for event in held)
    off = [event for event in golden["event"] if event.get("status") == "called_off"]
    assert off
    assert all("called off" in row[1] for event in off for row in event["evidence"])
    assert any("denied that" in text for text in texts.values())


@pytest.mark.parametrize("case", CASES)
def test_statements_are_direct_and_indirect_and_some_speakers_are_pronouns(case: str) -> None:
    statements = golden_of(case)["statement"]
    assert {"direct", "indirect"} <= {want["kind"] for want in statements}
    assert len({want["speaker"] for want in statements}) >= 4
    assert any(re.search(r"\b(?:[Ss]he|[Hh]e) (?:said|told|promised)", want["evidence"][0][1]) for want in statements)


@pytest.mark.parametrize("case", CASES)
def test_dates_are_written_in_several_forms(case: str) -> None:
    everything = " ".join(texts_of(case).values())
    assert [form for form, pattern in DATE_FORMS.items() if not re.search(pattern, everything)] == []


@pytest.mark.parametrize("case", CASES)
def test_readme_says_what_is_invented(case: str) -> None:
    text = (EXAMPLES / case / "README.md").read_text(encoding="utf-8")
    assert "invented" in text
    assert "What it teaches" in text


def test_invented_case_is_free_of_the_real_world() -> None:
    everything = " ".join(path.read_text(encoding="utf-8") for path in paths_of("invented"))
    assert [word for word in REAL_WORLD if re.search(rf"\b{word}", everything)] == []
    assert not any("country" in want for want in golden_of("invented")["entity"])


@pytest.mark.parametrize(
    ("words", "day", "weekday"),
    [
        ("TESSOUN, 21 May 2019 ... on Tuesday", date(2019, 5, 21), 1),
        ("the meeting on Thursday", date(2019, 5, 23), 3),
        ("Saturday, May 25, 2019", date(2019, 5, 25), 5),
        ("this Sunday, 26.05.2019", date(2019, 5, 26), 6),
        ("Monday 27 May", date(2019, 5, 27), 0),
        ("withdrew on Wednesday", date(2019, 5, 29), 2),
        ("Thursday 30 May 2019", date(2019, 5, 30), 3),
        ("Oct 30 ... on Sunday", date(2022, 10, 30), 6),
        ("the Sochi meeting on Monday", date(2022, 10, 31), 0),
        ("Tuesday, 1 November 2022", date(2022, 11, 1), 1),
        ("next Monday in Washington", date(2022, 11, 7), 0),
        ("a conference in Baku on Friday", date(2022, 11, 25), 4),
    ],
)
def test_weekdays_of_the_stories_fit_the_calendar(words: str, day: date, weekday: int) -> None:
    assert weekday == day.weekday(), words
