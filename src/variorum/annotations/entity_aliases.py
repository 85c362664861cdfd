"""Two names for one place, where the report says so: "which A-ns call X and B-ns call Y", "X, known as Y to B-ns".

Both names become one chain. A place that two peoples name differently, or that the report calls
disputed, carries the id "disputed:named", which linking reads.
"""

import re
from collections.abc import Iterator

from variorum.annotations.entity_localities import base_of, sort_of
from variorum.annotations.entity_page import Draft
from variorum.annotations.entity_scene import Scene
from variorum.schema.names import fold

DISPUTED = "disputed:named"
ALIASED = "alias:named"
"""Id of a place of which the report says that it is also known as something else."""

_NAME = r"[A-Z][\w'’-]+(?:[ -][A-Z][\w'’-]+){0,2}"
_PEOPLE = r"(?:the |its |most |many )?[A-Z]\w+s?(?: [A-Z]\w+s)?"
_CALL = r"(?:calls?|knows? as|refers? to as|terms?)"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_PEOPLE} {_CALL} (?:it )?(?:the )?(?P<one>{_NAME}),? (?:and|but|while) {_PEOPLE}(?: {_CALL})?(?: it)?,? (?:the )?(?P<two>{_NAME})",
        rf"(?P<one>{_NAME}),? (?:which is )?(?:also |locally )?(?:known|called) (?:as )?(?:the )?(?P<two>{_NAME}) (?:to|by|in|among) ",
        rf"(?P<one>{_NAME}) \((?:known as |called |or )?(?P<two>{_NAME}) (?:to|by|in|for) (?:the )?[A-Z]\w+\)",
        rf"(?P<one>{_NAME}), (?:which|that) {_PEOPLE} {_CALL} (?:the )?(?P<two>{_NAME})",
        rf"(?P<one>{_NAME}), or (?P<two>{_NAME}) (?:to|in|as) (?:the )?[A-Z]\w+",
    )
)
_PLAIN = re.compile(rf"(?P<one>{_NAME})(?:, | \()(?:also |formerly )known as (?:the )?(?P<two>{_NAME})(?=[,.;)])")
"""Two names of which nobody says that they are two peoples'."""

_DISPUTED = frozenset({"disputed", "contested"})
_KINDS = frozenset({"place", "organization", "person"})


def join_aliases(scene: Scene) -> None:
    """Give both names of a pair one key, drafting the names that nothing else found, and mark what is disputed."""
    for one, two in _pairs(scene):
        _join(scene, one, two)
        _sweep(scene, one, two)
    page = scene.page
    _join_plain(scene)
    disputed = {d.key for d in scene.drafts if d.kind == "place" and page.word(d.start - 1) in _DISPUTED}
    for draft in scene.drafts:
        if draft.key in disputed:
            _mark(draft)


def _pairs(scene: Scene) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    text = scene.page.raw
    if (
        " call" not in text
        and " known " not in text
        and " know " not in text
        and " or " not in text
        and "(" not in text
    ):
        return
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            one, two = _tokens(scene, *match.span("one")), _tokens(scene, *match.span("two"))
            if one is not None and two is not None and match["one"] != match["two"]:
                yield one, two


def _join_plain(scene: Scene) -> None:
    """ "X, also known as Y": where one of the two is a place, the other is the same, here and elsewhere."""
    for match in _PLAIN.finditer(scene.page.raw) if " known as " in scene.page.raw else ():
        spans = _tokens(scene, *match.span("one")), _tokens(scene, *match.span("two"))
        if spans[0] is None or spans[1] is None:
            continue
        key = next((d.key for s in spans if s and (d := _at(scene, s)) is not None and d.kind == "place"), None)
        if key is not None:
            _call(scene, match["one"], key)
            _call(scene, match["two"], key)


def _call(scene: Scene, name: str, key: tuple[str, ...]) -> None:
    """Give every mention of a name that is no person's or state's the key of a place; draft those that nothing else found."""
    for draft in scene.drafts:
        if draft.form == "name" and draft.kind in _KINDS and not draft.titles and fold(draft.name) == fold(name):
            draft.kind, draft.key, draft.office = "place", key, None
            draft.ids = (*draft.ids, ALIASED)
    page, words = scene.page, name.split()
    for i in range(len(page) - len(words) + 1):
        stop = i + len(words)
        if page.text[i:stop] == words and not any(scene.used[i:stop]) and not page.is_capital(stop):
            scene.drafts.append(_place(scene, (i, stop), key))
            scene.drafts[-1].ids = (ALIASED,)


def _tokens(scene: Scene, start: int, end: int) -> tuple[int, int] | None:
    found = scene.page.doc.char_span(start, end)
    return (found.start, found.end) if found is not None else None


def _join(scene: Scene, one: tuple[int, int], two: tuple[int, int]) -> None:
    """Only places and unknown names are joined: a state or body under two names is for the lexicons."""
    drafts = [_at(scene, span) for span in (one, two)]
    if any(d is not None and d.kind not in _KINDS for d in drafts) or all(
        d is not None and d.kind != "place" for d in drafts
    ):
        return
    known = next((d for d in drafts if d is not None and d.kind == "place" and d.key[1] != base_of(d.name)), None)
    names = [base_of(scene.page.slice(*span)) for span in (one, two)]
    key = known.key if known is not None else ("place", names[0])
    old = {("place", name) for name in names} | {d.key for d in drafts if d is not None}
    for span, draft in zip((one, two), drafts, strict=True):
        if draft is None:
            scene.drafts.append(_place(scene, span, key))
    for draft in scene.drafts:
        if draft.key in old or draft.key == key:
            draft.kind, draft.key, draft.country, draft.owner, draft.office = "place", key, None, None, None
            _mark(draft)


def _sweep(scene: Scene, one: tuple[int, int], two: tuple[int, int]) -> None:
    """Draft both names wherever else they stand, and give them the sort that stands before the pair ("the valley, which")."""
    first = _at(scene, one)
    if first is None or DISPUTED not in first.ids:
        return
    first.sort = _sort_before(scene, one[0])
    page = scene.page
    names = {fold(page.slice(*span)) for span in (one, two)}
    for draft in scene.drafts:
        if draft.form == "name" and draft.kind in _KINDS and fold(draft.name) in names:
            draft.kind, draft.key, draft.office = "place", first.key, None
            _mark(draft)
    for start, end in (one, two):
        words = page.text[start:end]
        for i in range(len(page) - len(words) + 1):
            stop = i + len(words)
            if page.text[i:stop] == words and not any(scene.used[i:stop]) and not page.is_capital(stop):
                scene.drafts.append(_place(scene, (i, stop), first.key))
                _mark(scene.drafts[-1])


def _sort_before(scene: Scene, start: int) -> str:
    page = scene.page
    for j in range(start - 1, max(start - 6, 0), -1):
        if page.word(j) in ("which", "that") and page.word(j - 1) == ",":
            word = page.word(j - 2)
            return word if sort_of(scene.gazetteer, word) else ""
    return ""


def _at(scene: Scene, span: tuple[int, int]) -> Draft | None:
    return next((d for d in scene.drafts if d.start < span[1] and span[0] < d.end), None)


def _place(scene: Scene, span: tuple[int, int], key: tuple[str, ...]) -> Draft:
    scene.used[span[0] : span[1]] = [True] * (span[1] - span[0])
    return Draft(start=span[0], end=span[1], kind="place", form="name", name=scene.page.slice(*span), key=key)


def _mark(draft: Draft) -> None:
    if DISPUTED not in draft.ids:
        draft.ids = (*draft.ids, DISPUTED)
