"""Bodies by a part of their name, and fighters by their body: "the Guard", "Guard fighters", "fighters of the Guard".

A short name means the body of the report whose name ends in it, where there is just one.
"""

from collections.abc import Sequence

from variorum.annotations.entity_page import Draft, Key, Page
from variorum.annotations.entity_scene import Scene
from variorum.schema.names import fold

_KINDS = frozenset({"armed_group", "organization"})
_MEMBERS = frozenset(
    "fighters fighter gunmen militants militiamen insurgents rebels guerrillas soldiers troops forces men commander leader positions".split()
)
_REACH = 6
_FEW = 1
_LONGEST = 10


def draft_short_names(scene: Scene) -> None:
    """Draft "the Guard" after "the Temmin Guard", and kinds that members show: a body with fighters is an armed group."""
    page = scene.page
    _arm(scene)
    short = _short(scene)
    for i in range(len(page)):
        word = page.low[i]
        if scene.used[i] or word not in short or not page.is_capital(i) or page.heading[page.sentence[i]]:
            continue
        if page.word(i - 1) not in ("the", "The") and page.word(i + 1) not in _MEMBERS:
            continue
        if page.is_capital(i + 1) and page.tag[i + 1].startswith("NNP"):
            continue
        body = short[word]
        scene.drafts.append(
            Draft(
                start=i, end=i + 1, kind=body.kind, form="name", name=page.text[i], key=body.key, country=body.country
            )
        )
        scene.used[i] = True


def _short(scene: Scene) -> dict[str, Draft]:
    """Last words of the names of bodies, where no two bodies share them."""
    found: dict[str, dict[Key, Draft]] = {}
    for draft in sorted(scene.drafts, key=lambda d: d.start):
        words = fold(draft.name).split()
        if draft.kind in _KINDS and draft.form == "name" and len(words) > 1 and " of " not in f" {fold(draft.name)} ":
            found.setdefault(words[-1], {}).setdefault(draft.key, draft)
    return {word: next(iter(bodies.values())) for word, bodies in found.items() if len(bodies) == 1}


def draft_acronyms(scene: Scene) -> None:
    """Draft "OGC" for the Oskian Grain Council that the report names, by the brackets after its name or by its initials."""
    page = scene.page
    known = _acronyms(scene)
    for i, word in enumerate(page.text):
        body = None if scene.used[i] else known.get(word)
        if body is not None and any(text.islower() for text in _around(page, i)):
            draft = Draft(
                start=i, end=i + 1, kind=body.kind, form="name", name=word, key=body.key, country=body.country
            )
            scene.drafts.append(draft)
            scene.used[i] = True


def _around(page: Page, i: int) -> list[str]:
    return page.text[page.starts[page.sentence[i]] : page.next_sentence_end(i)]


def _acronyms(scene: Scene) -> dict[str, Draft]:
    """Short names in capitals, where no two bodies of the report share them."""
    page = scene.page
    found: dict[str, dict[Key, Draft]] = {}
    for draft in scene.drafts:
        if draft.kind not in _KINDS or draft.form != "name":
            continue
        words = [word for word in draft.name.replace("-", " ").split() if word[0].isupper()]
        after = page.after_possessive(draft.end)
        bracketed = page.word(after) == "(" and page.word(after + 2) == ")" and after + 1 < len(page)
        names = ["".join(word[0] for word in words)] if len(words) > _FEW else []
        names += [page.text[after + 1]] if bracketed and _is_acronym(page.text[after + 1]) else []
        for name in names:
            found.setdefault(name, {}).setdefault(draft.key, draft)
    return {name: next(iter(bodies.values())) for name, bodies in found.items() if len(bodies) == 1}


def _is_acronym(word: str) -> bool:
    return 1 < len(word) <= _LONGEST and sum(letter.isupper() for letter in word) > 1 and word[0].isupper()


def _arm(scene: Scene) -> None:
    """A body that the report calls a militia, or whose fighters it speaks of, is an armed group."""
    page = scene.page
    armed = {d.key for d in scene.drafts if d.kind == "organization" and d.form == "name" and _is_armed(page, d)}
    for draft in scene.drafts:
        if draft.key in armed:
            draft.kind, draft.key = "armed_group", ("armed_group", *draft.key[1:])


def _is_armed(page: Page, draft: Draft) -> bool:
    after, before = page.word(draft.end), page.word(draft.start - 1)
    if before == "the":
        before = page.word(draft.start - 2)
        if before == "of" and page.word(draft.start - 3) in _MEMBERS - {"leader", "men", "commander", "positions"}:
            return True
    if after in ("fighters", "gunmen", "militants", "militiamen", "insurgents", "rebels", "guerrillas", "militia"):
        return True
    return (
        after == ","
        and page.word(draft.end + 1) in ("a", "an", "the")
        and any(
            page.word(j) in ("militia", "rebel", "guerrilla", "insurgent", "militant", "paramilitary")
            and page.word(j + 1) != "-"
            for j in range(draft.end + 2, min(draft.end + 5, len(page)))
        )
    )


def body_beside(page: Page, drafts: Sequence[Draft], start: int, end: int) -> Draft | None:
    """The named armed group whose members a word means: "Guard" before "fighters", or after its "of"."""
    bodies = [d for d in drafts if d.kind == "armed_group" and d.form == "name"]
    before = next((d for d in bodies if d.end == start or (d.end == start - 1 and page.is_possessive(d.end))), None)
    if before is not None or page.word(end) != "of":
        return before
    for draft in bodies:
        if end < draft.start <= end + _REACH and not any(_breaks(page, j) for j in range(end + 1, draft.start)):
            return draft
    return None


def _breaks(page: Page, i: int) -> bool:
    return page.is_capital(i) or page.word(i) in (",", ".", "and", ";", "of")
