"""What came of an attack: one report has the place taken, another the attackers driven off."""

import re
from collections.abc import Iterator

from variorum.record.claim_drafts import OUTCOME, Draft, Telling
from variorum.schema.annotations import EventMention

TAKEN, HELD = "taken", "driven off"

CAPTURES = frozenset({"territorial_capture"})
"""Concepts of deeds by which a place changes hands."""

_DRIVEN_OFF = re.compile(
    r"(?:repel|repuls|fend|foil|thwart|rebuff|ward|frustrat)\w*|(?:beat|beaten|held|hold|drove|driven|push(?:ed)?) (?:back|off)",
    re.IGNORECASE,
)


def draft_attack_outcomes(telling: Telling, text: str) -> Iterator[Draft]:
    """Yield what a report says came of an attack; nothing where it says neither."""
    for mention in telling.asserting:
        said = _outcome(mention, text)
        if said is not None:
            yield Draft(attribute=OUTCOME, value=said, comparable=said, mention=mention, spans=(mention.clause,))


def _outcome(mention: EventMention, text: str) -> str | None:
    if mention.type != "ASSAULT" or mention.realis != "happened":
        return None
    if _DRIVEN_OFF.match(text, mention.trigger.start):
        return HELD
    return TAKEN if mention.concept in CAPTURES else None
