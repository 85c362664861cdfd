"""Texts that no editor would pass: nothing fails, no value is invented, and what is left out is told."""

import time
from datetime import date
from functools import cache

import pytest

from variorum.annotations import annotate
from variorum.annotations.parse import LONGEST_SENTENCE, load_parser
from variorum.config import Config
from variorum.schema.annotations import Annotations
from variorum.schema.dates import on_day
from variorum.schema.reports import Report

CLAUSE = "the envoy of Narvia said that 12 soldiers were killed near Goma and "
LONG = (CLAUSE * 800)[:50_000]


@cache
def read(text: str) -> Annotations:
    """Annotate a text as a report of 1 June 2020."""
    report = Report(report_id="r1", file="f", text=text, digest="x", published=on_day(date(2020, 6, 1)))
    return annotate(report, Config())


def killed(text: str) -> list[float | None]:
    return [figure.best for figure in read(text).figures if figure.what == "killed"]


def told(text: str) -> list[str]:
    return [issue.kind for issue in read(text).issues]


TEXTS = {
    "capitals": "TWELVE SOLDIERS DIED IN THE TOWN OF GOMA, GENERAL ANN LEE SAID ON 3 MAY.",
    "no marks": "rebels took the town on friday the army said nine men died and two were hurt " * 20,
    "one sentence": LONG,
    "one sentence in capitals": LONG.upper(),
    "one word": "a" * 50_000,
    "emoji": "🔥 Three soldiers died 😀 in Goma 🇺🇦 on Monday 👨‍👩‍👧‍👦.",
    "emoji only": "🔥" * 5_000,
    "right to left": "The minister said «قُتل ثلاثة جنود» on Monday. \u202eabc\u202c Twelve died in Goma.\u200f",
    "right to left only": "قُتل ثلاثة جنود في المدينة يوم الاثنين. " * 30,
    "table": "\n".join("\t".join(str(7 * i * j) for i in range(1, 20)) for j in range(1, 40)),
    "no such days": "On 31 June 2020 and on 30 February they met. On 29 February 2021 too, the 45th of May.",
    "digits": "9" * 6_000 + " people were killed on " + "9" * 6_000 + " May in " + "1" * 5_000 + " BC.",
    "fractions": "½ ⅓ ¾ people, ½½ million, 5½½ dead, ⅷ killed, ² wounded, ① missing",
    "control": "a\x00b Three died.\x07\x1b[31m\x0b\x0c\x85\u2028\u2029 Two were hurt.\x00",
    "brackets": "(" * 3_000 + " Three died " + ")" * 3_000,
    "marks of quotation": "“" * 500 + "We won," + "”" * 400 + ' he said. "',
    "white": " \t \n\n   \n\u00a0\u3000\n" * 50,
    "nothing": "",
    "one mark": ".",
    "combining": "e" + "\u0301" * 3_000 + " died",
    "letters apart": "T W E L V E   D E A D   I N   G O M A",
    "address": "https://example.org/" + "a=b&c%20;" * 2_000,
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_bad_text_is_annotated(name: str) -> None:
    found = read(TEXTS[name])
    assert "not_annotated" not in {issue.kind for issue in found.issues}
    spans = [m.span for m in (*found.entities, *found.times, *found.figures)]
    assert all(0 <= span.start < span.end <= len(TEXTS[name]) for span in spans)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,00,000 people were killed.", [100_000]),
        ("1.000.000 people were killed.", [1_000_000]),
        ("Half a million people were killed.", [500_000]),
        ("½ million people were killed.", [500_000]),
        ("2½ million people were killed.", [2_500_000]),
        ("One and a half million people were killed.", [1_500_000]),
        ("Two and a quarter million people were killed.", [2_250_000]),
        ("A hundred and five people were killed.", [105]),
        ("١٢ people were killed.", [12]),
    ],
)
def test_a_number_has_its_value_when_it_can_be_read_one_way(text: str, expected: list[float]) -> None:
    assert killed(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "1.000 soldiers were killed.",
        "1.000 dead in Goma.",
        "12,34 dead in Goma.",
        "9" * 400 + " people were killed.",
        "1234567890123456789 people were killed.",
    ],
)
def test_a_number_without_a_value_is_told(text: str) -> None:
    assert killed(text) == []
    assert told(text) == ["ambiguous_number"]


def test_a_day_that_does_not_exist_has_no_value_and_is_told() -> None:
    found = read("They met in Goma on 31 June 2020.")
    assert [issue.kind for issue in found.issues] == ["impossible_date"]
    assert not any("06-31" in mention.value.timex for mention in found.times)


def test_figures_of_a_table_count_nobody() -> None:
    assert not read(TEXTS["table"]).figures


def test_words_without_a_full_stop_are_cut_and_told_once() -> None:
    doc = load_parser(Config())(LONG)
    assert max(len(sentence) for sentence in doc.sents) <= LONGEST_SENTENCE
    found = read(LONG)
    assert [issue.kind for issue in found.issues] == ["long_sentence"]
    assert len([f for f in found.figures if f.best == 12.0]) == LONG.count("12 soldiers")


def test_a_sentence_of_usual_length_is_not_cut() -> None:
    assert told("The towns are " + "Goma, " * 60 + "and Bukavu.") == []


def test_a_cut_follows_a_pause() -> None:
    doc = load_parser(Config())("rebels came " * 100 + "; " + "towns fell " * 100)
    assert [doc[s.start - 1].text for s in doc.sents if s.start].count(";") == 1


GROWING = {
    "one sentence": lambda n: CLAUSE * n,
    "capitals": lambda n: CLAUSE.upper() * n,
    "brackets": lambda n: "(" * (40 * n) + " Three died",
    "signs": lambda n: "$" * (40 * n),
    "table": lambda n: "12\t1914\t7\n" * (6 * n),
    "names": lambda n: "Ann Lee met Bob Ray " * (3 * n),
    "qualifiers": lambda n: "at least about " * (5 * n),
    "addresses": lambda n: "https://example.org/a?" * (2 * n),
}


@pytest.mark.parametrize("name", GROWING)
def test_time_grows_with_length_and_not_with_its_square(name: str) -> None:
    short, long = (GROWING[name](n) for n in (50, 200))
    read("Three died in Goma.")
    assert _seconds(long) < 9 * max(_seconds(short), 0.1)


def _seconds(text: str) -> float:
    began = time.perf_counter()
    read.__wrapped__(text)
    return time.perf_counter() - began
