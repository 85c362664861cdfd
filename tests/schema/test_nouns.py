"""What nouns may refer to."""

import pytest

from variorum.schema.nouns import open_sense


@pytest.mark.parametrize(
    ("noun", "kind"),
    [
        ("driver", "person"),
        ("glaciologist", "person"),
        ("hospital", "place"),
        ("dredger", "other"),
        ("lighthouse", "other"),
    ],
)
def test_noun_that_may_refer_has_a_kind(noun: str, kind: str) -> None:
    sense = open_sense(noun)
    assert sense is not None
    assert sense.kind == kind


@pytest.mark.parametrize("noun", ["sadness", "movement", "week", "percent", "attack", "thing", "ox", "3d"])
def test_noun_of_nothing_has_none(noun: str) -> None:
    assert open_sense(noun) is None
