"""How alike the words of reports are."""

import numpy as np
import pytest
from links.factory import MONDAY, days_after, make_report

from variorum.links.text_likeness import COMMON_FROM, LEAST, Texts
from variorum.schema.dates import UNKNOWN

BRIDGE = "Engineers closed the Kessel bridge after cracks were found in its northern pier, and ferries were crowded."
FERRIES = "Ferries were crowded after cracks in a pier closed the Kessel bridge to traffic, engineers told the council."
HARVEST = (
    "Growers in the valley expect a poor harvest of plums because frost came late and bees were few in the orchards."
)
EMPTY = "It was there before and they would also be with us again but not without him."


def texts_of(*texts: str, title: str | None = None) -> Texts:
    return Texts([make_report(f"r{n}", text, title=title if n == 0 else None) for n, text in enumerate(texts)])


def likeness(texts: Texts, *, days=(None, None), total: int = 2) -> float:
    made = [make_report("r", "x", published=day).published if day else UNKNOWN for day in days]
    made += [UNKNOWN] * (total - len(made))
    return float(texts.square(list(range(total)), made)[0, 1])


def test_same_words_in_another_order_are_alike():
    assert likeness(texts_of(BRIDGE, FERRIES, HARVEST), total=3) > 0.3


def test_function_words_make_nothing_alike():
    texts = texts_of(BRIDGE + " " + EMPTY, HARVEST + " " + EMPTY)
    assert likeness(texts) < 0.05


def test_two_reports_with_nothing_but_stock_words_in_common_are_not_alike():
    assert likeness(texts_of(f"{BRIDGE} The mayor said on Monday.", f"{HARVEST} A farmer said on Monday.")) < 0.1


def test_days_between_publications_weaken_to_a_limit():
    texts = texts_of(BRIDGE, FERRIES, HARVEST)
    near, week, years = (likeness(texts, days=(MONDAY, days_after(n)), total=3) for n in (1, 9, 900))
    assert near > week > years
    assert years == pytest.approx(near * LEAST, rel=1e-6)
    assert near == likeness(texts, total=3)  # unknown days weaken nothing


def test_words_of_a_title_count_more():
    mixed = f"{BRIDGE} {HARVEST}"
    plain = likeness(texts_of(mixed, FERRIES, HARVEST), total=3)
    titled = likeness(texts_of(mixed, FERRIES, HARVEST, title="Kessel bridge closed, ferries crowded"), total=3)
    assert titled > plain


def test_pairs_are_those_of_the_square_from_the_threshold_on():
    texts = texts_of(BRIDGE, FERRIES, HARVEST, HARVEST)
    dates = [UNKNOWN] * 4
    pairs = texts.alike(dates, 0.2)
    square = texts.square(range(4), dates)
    expected = {(i, j) for i in range(4) for j in range(i + 1, 4) if square[i, j] >= 0.2}
    assert set(zip(pairs.left.tolist(), pairs.right.tolist(), strict=True)) == expected == {(0, 1), (2, 3)}
    assert np.allclose(pairs.likeness, [square[i, j] for i, j in zip(pairs.left, pairs.right, strict=True)])


def test_in_a_large_corpus_words_of_many_reports_bring_none_together():
    fillers = [f"Kessel bridge cracks number{n} word{n} thing{n} case{n} part{n}" for n in range(COMMON_FROM)]
    told = [f"Plums frost orchard {text}" for text in (fillers[0], fillers[1])]
    pairs = texts_of(*fillers, *told).alike([UNKNOWN] * (COMMON_FROM + 2), 0.05)
    joined = set(zip(pairs.left.tolist(), pairs.right.tolist(), strict=True))
    assert (COMMON_FROM, COMMON_FROM + 1) in joined
    assert (10, 20) not in joined


def test_empty_texts_are_like_nothing():
    assert likeness(texts_of("", "")) == 0.0


def test_word_of_very_many_reports_brings_none_together(monkeypatch):
    monkeypatch.setattr("variorum.links.text_likeness.COMMON_FROM", 2)
    monkeypatch.setattr("variorum.links.text_likeness.MAX_SHARE", 1.0)
    made = [f"Zephyr {word} {word} {word}" for word in ("plums", "ferries", "bridges", "orchards")]
    published = [UNKNOWN] * len(made)
    assert len(texts_of(*made).alike(published, 0.001).left) == 6
    monkeypatch.setattr("variorum.links.text_likeness.COMMON_AT_MOST", 3)
    assert len(texts_of(*made).alike(published, 0.001).left) == 0
