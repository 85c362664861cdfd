"""Words of one story that tell one happening, from annotations made by hand."""

from collections.abc import Sequence

import numpy as np
import pytest

from links.test_entities import mention, report
from variorum.links.entities import link_entities
from variorum.links.occasions import find_occasions
from variorum.links.occurrence_groups import group_pairs
from variorum.links.occurrence_pairs import LARGEST, Table, candidate_pairs
from variorum.links.occurrences import link_occurrences, load_weights, story_items
from variorum.schema.annotations import Annotations, EntityMention, OccurrenceMention
from variorum.schema.linked import LinkedReferents
from variorum.schema.reports import Report, Span
from variorum.schema.roots import root_of

TEXT = "x" * 400
Key = tuple[str, int]


def word(
    lemma: str, at: int = 0, *, does: Sequence[int] = (), suffers: Sequence[int] = (), sentence: int = 0
) -> OccurrenceMention:
    return OccurrenceMention(
        span=Span(start=at, end=at + 4),
        sentence=Span(start=sentence, end=sentence + 100),
        lemma=lemma,
        root=root_of(lemma.split()[0]),
        subjects=tuple(does),
        objects=tuple(suffers),
    )


def told(report_id: str, *words: OccurrenceMention, entities: Sequence[EntityMention] = ()) -> Annotations:
    return Annotations(report_id=report_id, entities=report(report_id, *entities).entities, occurrences=words)


def linked(
    *reports: Annotations, stories: dict[str, int] | None = None, texts: dict[str, str] | None = None
) -> list[set[Key]]:
    texts = texts or {}
    given = [
        Report(report_id=a.report_id, file=a.report_id, text=texts.get(a.report_id, TEXT), digest="0") for a in reports
    ]
    story_of = stories or {a.report_id: 0 for a in reports}
    annotations = {a.report_id: a for a in reports}
    found = link_occurrences(given, annotations, link_entities(reports), LinkedReferents(), story_of)
    return [set(group) for group in found]


def test_words_of_one_root_in_one_story_are_one() -> None:
    assert linked(told("r1", word("resign")), told("r2", word("resignation"))) == [{("r1", 0), ("r2", 0)}]


def test_near_synonyms_of_one_occasion_are_one() -> None:
    assert linked(told("r1", word("murder")), told("r2", word("slay"))) == [{("r1", 0), ("r2", 0)}]


def test_words_of_no_common_root_or_set_are_two() -> None:
    assert linked(told("r1", word("murder")), told("r2", word("resign"))) == []


def test_words_of_two_stories_are_two() -> None:
    reports = (told("r1", word("resign")), told("r2", word("resign")))
    assert linked(*reports, stories={"r1": 0, "r2": 1}) == []


def test_general_synonyms_done_by_two_named_ones_are_two() -> None:
    entities = [mention("Greta Olsen", 0), mention("Karl Berg", 1)]
    same = [told("r1", word("announce", does=[0]), word("say", 200, does=[0], sentence=150), entities=entities)]
    other = [told("r1", word("announce", does=[0]), word("say", 200, does=[1], sentence=150), entities=entities)]
    weights = load_weights()
    scores = []
    for reports in (same, other):
        given = [Report(report_id="r1", file="r1", text=TEXT, digest="0")]
        found = story_items(given, {"r1": reports[0]}, link_entities(reports), LinkedReferents(), {"r1": 0})
        _, items = next(found)
        scores.append(float(Table(items).score(*candidate_pairs(items), weights)[0]))
    assert scores[0] > scores[1]


def test_two_arrests_of_two_people_on_two_occasions_are_two() -> None:
    lines = {
        "a": "In Bergen the singer Greta Olsen was held at the harbour after the concert, Olsen told Ada Lind of Bergen.",
        "b": "In Tromso the skier Karl Berg was held at the airport before the race, Berg told Pia Dahl of Tromso.",
    }
    texts = {f"r{n}": lines["a" if n < 4 else "b"] for n in range(1, 7)}
    reports = [told(name, word("arrest")) for name in texts]
    assert linked(*reports, texts=texts) == [{("r1", 0), ("r2", 0), ("r3", 0)}, {("r4", 0), ("r5", 0), ("r6", 0)}]


def test_reports_without_words_of_their_own_tell_one_occasion() -> None:
    assert find_occasions(["The dam broke in Karsk."] * 3) == [1, 1, 1]
    assert find_occasions([]) == []


def test_nothing_depends_on_the_order_of_reports() -> None:
    reports = [
        told("r1", word("murder"), word("say", 50, sentence=40)),
        told("r2", word("slay"), word("kill", 120, sentence=110)),
        told("r3", word("killing"), word("report", 60, sentence=50)),
    ]
    assert linked(*reports) == linked(*reversed(reports))


def test_no_reports_and_no_occurrences_make_no_groups() -> None:
    assert linked() == []
    assert linked(told("r1"), told("r2", word("resign"))) == []


def test_too_many_words_of_one_root_are_compared_within_occasions_alone() -> None:
    most = LARGEST // 2 + 1
    reports = [told(name, *(word("resign", n) for n in range(most))) for name in ("r1", "r2")]
    given = [Report(report_id=a.report_id, file=a.report_id, text=TEXT, digest="0") for a in reports]
    annotations = {a.report_id: a for a in reports}
    found = story_items(given, annotations, link_entities(reports), LinkedReferents(), {"r1": 0, "r2": 0})
    _, items = next(found)
    left, right = candidate_pairs(items)
    assert len(left) == most * (most - 1)
    assert all(items[i].report == items[j].report for i, j in zip(left[:50], right[:50], strict=True))


@pytest.mark.parametrize(("score", "groups"), [(0.9, [[0, 1, 2]]), (0.5, [[0, 1]])])
def test_groups_of_synonyms_are_joined_where_likely_on_average(score: float, groups: list[list[int]]) -> None:
    """Two words of one root and a synonym that only one of them is a candidate for."""
    left, right = np.array([0, 0]), np.array([1, 2])
    assert group_pairs(["kill", "kill", "slay"], left, right, np.array([0.9, score])) == groups
