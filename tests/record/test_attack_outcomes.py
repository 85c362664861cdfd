"""A place taken and attackers driven off are two outcomes of one attack; talks and rumours have none."""

import pytest
from links.factory import LOOKUP, days_after, make_annotations, make_mention

from variorum.links.nodes import make_nodes
from variorum.record.attack_outcomes import HELD, TAKEN, draft_attack_outcomes
from variorum.record.claim_drafts import Telling
from variorum.schema.dates import on_day


def outcomes(words: str, **told):
    mention = make_mention(told.pop("concept", "attack"), told.pop("kind", "ASSAULT"), **told)
    own = make_annotations("r1", mention)
    (node,) = make_nodes(own, LOOKUP, on_day(days_after(1)))
    telling = Telling(node=node, own=own, lookup=LOOKUP, published=on_day(days_after(1)), contrast_set=lambda _: None)
    return [draft.value for draft in draft_attack_outcomes(telling, words)]


@pytest.mark.parametrize(
    "words", ["repelled an attack", "beat back the assault", "fended off a raid", "foiled an attack"]
)
def test_attackers_are_driven_off(words):
    assert outcomes(words) == [HELD]


def test_a_place_is_taken():
    assert outcomes("overran the base", concept="territorial_capture") == [TAKEN]


def test_other_attacks_and_what_is_only_alleged_have_no_outcome():
    assert outcomes("attacked the base") == []
    assert outcomes("overran the base", concept="territorial_capture", realis="alleged") == []
    assert outcomes("rebuffed the offer", kind="REJECT") == []
