"""Facets of who holds a function that one body or country has once: its mediator, its chief negotiator, its ship's captain.

Two reports of one story that each name somebody else there, and never the other's person, are at odds over who it is.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from difflib import SequenceMatcher

from variorum.record.facets import Facet, Page, may_lie_within
from variorum.schema.reports import Span

_NAME = r"(?P<name>[A-Z][\w’'-]+(?: (?:[A-Z]\.|al|bin|ibn|de|da|del|van|von|el|[A-Z][\w’'-]+)){0,3} [A-Z][\w’'-]+)"
_FUNCTION = (
    r"(?P<function>(?:chief|lead|top|head) (?:peace )?negotiator|facilitator|(?:chief |lead )?mediator|"
    r"special (?:envoy|representative)|panel chair(?:man|woman|person)?|chair(?:man|woman|person)?|army chief|police chief|"
    r"commander-in-chief)"
)
_WHOSE = r"(?P<whose>[A-Z]\w+(?:[’']s?)?|[Gg]overnment(?:[’']s)?|[Rr]ebels?[’']?|[Aa]rmy(?:[’']s)?)"
_BEFORE = re.compile(rf"{_WHOSE} {_FUNCTION},? (?:(?:Mr|Mrs|Ms|Dr|Gen|General|Ambassador|Professor)\.? )?{_NAME}")
_AFTER = re.compile(rf"{_NAME}, (?:the |a )?{_WHOSE} {_FUNCTION}\b")
_OF = re.compile(rf"{_NAME}, (?:the )?{_FUNCTION} (?:of|for) (?:the )?(?P<whose>[A-Z]\w+|government|rebels|army)\b")
_INSIDE = re.compile(rf"\b(?:[Cc]hief|[Ll]ead|[Tt]op) (?P<whose>government|rebel) (?P<function>negotiator),? {_NAME}")
_FORMER = re.compile(
    r"\b(?:former|ex-?|late|then-|deputy|vice|acting|incoming|outgoing|new|next|previous|one-time|until|succeed\w*|replac\w+|"
    r"appoint\w+|resign\w+)\b",
    re.IGNORECASE,
)
SIDES = ("government", "rebel", "army")
NAMED = ("name", "demonym")
OF_BODIES = ("chair", "panel", "special")
"""Functions of which a state has many, and a body one."""
ALIKE = 0.75
"""Share of letters from which on two words spell one name."""
MOST_APART = timedelta(days=10)
"""Time between reports within which nobody is thought to have been replaced unsaid."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Who has a function, by one report. whose: an entity's side or a word for a side of the story."""

    page: Page
    whose: str
    shown: str
    function: str
    name: str
    span: Span


def read_holders(pages: Sequence[Page]) -> Iterator[Facet]:
    """Who has a function of a body, where a story's reports name two persons whose names are not alike."""
    found = [holder for page in pages for holder in _holders(page)]
    for one in found:
        if any(_part(one, two) for two in found):
            yield Facet(
                report_id=one.page.report_id,
                kind="participant",
                about=("function", one.whose, one.function),
                name=f"{one.shown} {one.function}",
                value=one.name,
                comparable=frozenset({one.name}),
                span=one.span,
            )


def _part(one: Holder, two: Holder) -> bool:
    if one.page is two.page or (one.whose, one.function) != (two.whose, two.function):
        return False
    if not may_lie_within(one.page, two.page, MOST_APART):
        return False
    return not (_names(two.page, one.name) or _names(one.page, two.name) or _is_one_name(one.name, two.name))


def _names(page: Page, name: str) -> bool:
    """True where a report has the last word of a name anywhere: it knows the other's person too."""
    return re.search(rf"\b{re.escape(name.split()[-1])}\b", page.text) is not None


def _is_one_name(one: str, two: str) -> bool:
    """True of names whose last word the other has too, however it is spelt, or that begin alike."""
    mine, theirs = one.split(), two.split()
    return (
        _are_alike(mine[0], theirs[0])
        or any(_are_alike(mine[-1], word) for word in theirs)
        or any(_are_alike(theirs[-1], word) for word in mine)
    )


def _are_alike(one: str, two: str) -> bool:
    return SequenceMatcher(None, one.casefold(), two.casefold()).ratio() >= ALIKE


def _holders(page: Page) -> Iterator[Holder]:
    for pattern in (_BEFORE, _AFTER, _OF, _INSIDE):
        for match in pattern.finditer(page.text):
            span = Span(start=match.start(), end=match.end())
            whose = _whose(page, match)
            around = page.text[max(0, span.start - 25) : span.end + 25]
            if whose is None or page.is_quoted(span) or _FORMER.search(around) or not _is_person(page, match):
                continue
            yield Holder(
                page=page,
                whose=whose,
                shown=match["whose"],
                function=_function(match["function"]),
                name=match["name"],
                span=span,
            )


def _function(words: str) -> str:
    """A function by its one name ("panel chairwoman" is a chair, a top negotiator the chief one)."""
    last = re.sub(r"(?<=chair)(?:man|woman|person)$", "", words.lower()).split()
    first = ["chief"] if last[-1] == "negotiator" else last[:1] if len(last) > 1 and last[-1] == "chair" else []
    return " ".join([*first, last[-1]] if last[-1] != "chief" else last)


def _whose(page: Page, match: re.Match[str]) -> str | None:
    word = re.sub(r"[’']s?$", "", match["whose"])
    side = word.lower().rstrip("s")
    if side in SIDES:
        return side
    span = Span(start=match.start("whose"), end=match.start("whose") + len(word))
    found = {
        entity
        for index, mention in enumerate(page.own.entities)
        if mention.kind not in ("person", "place") and mention.form in NAMED and mention.span.overlaps(span)
        for entity in page.lookup.of(page.own, index)
    }
    of_state = any(page.lookup.by_id[entity].kind == "country" for entity in found)
    if len(found) != 1 or (of_state and match["function"].startswith(OF_BODIES)):
        return None
    return page.lookup.side(found.pop())


def _is_person(page: Page, match: re.Match[str]) -> bool:
    span = Span(start=match.start("name"), end=match.end("name"))
    return any(m.kind == "person" and m.form == "name" and m.span.overlaps(span) for m in page.own.entities)
