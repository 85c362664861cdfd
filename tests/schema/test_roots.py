"""Roots of words and sets of synonyms."""

import pytest

from variorum.schema.roots import is_light, is_listed, root_of, synonym_sets


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("acquire", "acquisition"),
        ("kill", "killing"),
        ("die", "death"),
        ("choose", "choice"),
        ("explode", "explosion"),
        ("investigate", "investigation"),
        ("resign", "resignation"),
        ("apply", "application"),
        ("modernise", "modernization"),
        ("agree", "agreement"),
        ("Arrest", "arrests"),
        ("stop", "stopping"),
        ("take over", "takeover"),
    ],
)
def test_words_made_of_each_other_have_one_root(one: str, other: str) -> None:
    assert root_of(one) == root_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("nation", "nature"), ("ring", "rate"), ("order", "ordeal"), ("lose", "loosen"), ("number", "numb"), ("take", "take over")],
)  # fmt: skip
def test_words_that_only_look_alike_have_two(one: str, other: str) -> None:
    assert root_of(one) != root_of(other)


def test_root_of_a_short_or_empty_word_is_the_word() -> None:
    assert [root_of(word) for word in ("", "go", "as")] == ["", "go", "as"]


def test_synonyms_share_a_set_and_sets_are_not_joined_by_a_word_they_share() -> None:
    sets = synonym_sets()
    assert sets[root_of("win")] & sets[root_of("victory")]
    assert sets[root_of("murder")] & sets[root_of("slay")]
    assert sets[root_of("slay")] & sets[root_of("execution")]
    assert not sets[root_of("slay")] & sets[root_of("hang")]


def test_a_verb_with_its_particle_has_sets_of_its_own() -> None:
    sets = synonym_sets()
    assert sets["step down"] & sets[root_of("resign")]
    assert not sets.get(root_of("step"), frozenset()) & sets[root_of("resign")]


def test_every_set_has_two_roots_at_least() -> None:
    counts: dict[int, int] = {}
    for numbers in synonym_sets().values():
        for number in numbers:
            counts[number] = counts.get(number, 0) + 1
    assert counts
    assert min(counts.values()) > 1


def test_general_words_are_light_and_listed_words_are_known() -> None:
    assert is_light(root_of("saying"))
    assert not is_light(root_of("arrest"))
    assert is_listed("Explosion")
    assert not is_listed("teapot")
