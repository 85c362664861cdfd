"""Whom people and bodies serve, by other words than a title's own state: "the Government Spokesman", "who heads Osk's delegation".

Where the words say only that it is a state, and not which, a mention carries the id `SERVES`; linking knows what state the
reports are about.
"""

from variorum.annotations.entity_page import Draft, Page
from variorum.annotations.entity_scene import Scene
from variorum.schema.annotations import SERVES

_STATELY = frozenset({"government", "state", "opposition", "presidential", "cabinet", "parliamentary"})
_STATE_BODIES = frozenset({"government", "ministry", "presidency", "parliament", "cabinet"})
_LEADS = frozenset({"head", "lead", "chair", "represent", "command"})
_LED = frozenset({"delegation", "team", "side", "government", "negotiator", "mission", "army", "force", "ministry"})


def mark_service(scene: Scene) -> None:
    """Set the country, or the id `SERVES`, of people and bodies whose own mention shows neither; changes the drafts."""
    page = scene.page
    for draft in scene.drafts:
        if draft.country is not None or draft.owner is not None:
            continue
        if draft.kind == "person" and draft.form in ("name", "description"):
            draft.country = _led(scene, draft)
            if draft.country is None and _is_stately(page, draft):
                draft.ids = (*draft.ids, SERVES)
        elif _is_state_body(page, draft):
            draft.ids = (*draft.ids, SERVES)


def _is_state_body(page: Page, draft: Draft) -> bool:
    """ "Government Communication Service", "Transport Ministry": a state's by its own name."""
    named = draft.kind in ("organization", "government") and draft.form == "name"
    return named and not _STATE_BODIES.isdisjoint(page.low[draft.start : draft.end])


def _led(scene: Scene, draft: Draft) -> str | None:
    """ "Ann Low, who heads Osk's delegation": the state whose men and women a person leads."""
    page, verb = scene.page, draft.end + 2
    if page.word(draft.end) != "," or page.word(draft.end + 1) != "who" or verb >= len(page):
        return None
    verb += page.word(verb) in ("has", "had", "is", "was")
    if page.lemma[min(verb, len(page) - 1)] not in _LEADS:
        return None
    first = verb + 1 + (page.word(verb + 1) == "the")
    owner = scene.owners.starting(first)
    if owner is None:
        return None
    end = page.after_possessive(owner[0])
    return owner[2] if _LED & set(page.lemma[end : end + 3]) else None


def _is_stately(page: Page, draft: Draft) -> bool:
    """Do the words of an office, or of whom it speaks for, say that it is a state's?"""
    start = draft.titles[0] if draft.titles else draft.start
    words = set(page.low[max(start - 1, page.starts[page.sentence[start]]) : draft.start])
    if draft.form == "description":
        words |= set(page.low[draft.start : draft.end])
    if draft.office is not None and words & _STATELY:
        return True
    if page.word(draft.end) not in ("of", "for") or (draft.form == "name" and page.word(draft.end) != "for"):
        return False
    return page.word(draft.end + 1) == "the" and page.word(draft.end + 2) in _STATELY
