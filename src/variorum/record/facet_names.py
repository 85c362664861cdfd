"""Facets of naming that hang on the story: what each report calls the one armed group of it, and its accident.

Labels of entities and events are compared by `naming`. Here a word needs no name beside it: "the terrorists" of a report on
one armed group are that group, and "this crime" in a story of a shipwreck is the shipwreck. Words that a report shares with
another are nobody's own.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from variorum.record.facet_counts import named_groups
from variorum.record.facets import Facet, Page
from variorum.schema.lexicons import read_lexicon
from variorum.schema.reports import Span

KIND = "label"
NO_VIEW = frozenset(
    {"fighter", "gunman", "combatant", "armed wing", "partisan", "paramilitary", "militiaman", "gang", "proxy"}
)
"""Words for members or parts of a group, which those say too who hold any view of it."""


def read_group_names(pages: Sequence[Page]) -> Iterator[Facet]:
    """What reports call the armed group that their story names above all others, in words of their own."""
    group = find_main_group(pages)
    if group is None:
        return
    name = pages[0].lookup.by_id[group].name
    own_words = {word for known, _ in pages[0].lookup.by_id[group].names for word in known.lower().split()}
    for page in pages:
        others = [page.own.entities[i].span for i, other in named_groups(page) if other != group]
        for match in _group_words().finditer(page.text):
            word = match["word"].lower()
            span = Span(start=match.start(), end=match.end())
            if word in own_words or not page.is_own(span) or _is_held_off(page, span) or _is_near(page, span, others):
                continue
            view = frozenset({_views()[word]})
            yield Facet(
                report_id=page.report_id,
                kind=KIND,
                about=("group", group),
                name=f"{name}, in the reports' own words",
                value=match["word"].lower(),
                comparable=view,
                span=span,
            )


def find_main_group(pages: Sequence[Page]) -> str | None:
    """The armed group that the story's reports name at least twice as often as any other."""
    tally = Counter(group for page in pages for _, group in named_groups(page))
    ranked = sorted(tally, key=lambda g: (-tally[g], g))
    if not ranked or (len(ranked) > 1 and tally[ranked[0]] < 2 * tally[ranked[1]]):
        return None
    return ranked[0]


@cache
def _views() -> Mapping[str, str]:
    """Words for armed groups and their members, of one and of many, with the view that each has of them."""
    fighters = read_lexicon("loaded")["sets"]["fighters"]
    listed = ((kind, word) for kind, words in fighters.items() if kind != "of" for word in words if word not in NO_VIEW)
    return {form: kind for kind, word in listed for form in (word, word + "s")}


@cache
def _group_words() -> re.Pattern[str]:
    """A word for many, or for one before "group" and the like."""
    many = "|".join(sorted((re.escape(w) for w in _views() if w.endswith("s")), key=len, reverse=True))
    one = "|".join(sorted((re.escape(w) for w in _views() if not w.endswith("s")), key=len, reverse=True))
    body = r"(?:group|organi[sz]ation|movement|outfit|militia|army|network)"
    return re.compile(rf"\b(?:(?:the |The )?(?P<word>{many}|(?:{one})(?= {body}\b)))\b", re.IGNORECASE)


_HELD_OFF = re.compile(
    r"(?:so-called|alleged|suspected|supposed|ex-|former|list of|label(?:led)?|brand(?:ed)?|call(?:s|ed|ing)?(?: them| it)?|designat\w+(?: as)?|"
    r"as|accus\w+ of being|no|not|against)\s*[“\"‘]?(?:the |a |an )?$",
    re.IGNORECASE,
)
BEFORE = 30
"""Code points before a word within which a report may stand off from it."""


def _is_held_off(page: Page, span: Span) -> bool:
    """True where a report does not vouch for a word: it is hedged, or names those whom it does not mean."""
    return bool(_HELD_OFF.search(page.text[max(0, span.start - BEFORE) : span.start]))


def _is_near(page: Page, span: Span, others: Sequence[Span]) -> bool:
    """True in a sentence that names another armed group."""
    sentence = page.sentence(span)
    return any(sentence.covers(other) for other in others)


ACCIDENTS = frozenset(
    "crash sinking accident explosion fire collapse derailment shipwreck stampede crush air_crash".split()
)
"""Concepts of what is nobody's will, as most reports tell it."""

_PLAIN = re.compile(r"\b(?:accident|tragedy|disaster|mishap)\b", re.IGNORECASE)
_CRIME = re.compile(
    r"\b(?:(?:it|this|that) (?:was|is) (?:\w+ ){0,2}?|(?:this|the) )(?P<word>crime|killing|mass killing|mass murder|murder|massacre|slaughter)\b(?! (?:charge|of \w+ in|in (?:19|20)))",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_NOT = re.compile(r"\b(?:not|no|never|hardly|\w+n[’']t)\b[^.;]{0,20}$", re.IGNORECASE)


def read_accident_names(pages: Sequence[Page]) -> Iterator[Facet]:
    """Whether a report calls what most tell as an accident a crime; in stories of an accident only."""
    accidents, attacks = (sum(_tells(page, kind) for page in pages) for kind in ("NONE", "ASSAULT"))
    if 2 * accidents < len(pages) or attacks > accidents:
        return
    for page in pages:
        yield from _called(page, _CRIME, "crime")
        yield from _called(page, _PLAIN, "accident")


def _tells(page: Page, kind: str) -> bool:
    """True where a report tells an accident, or, among its news, that one side attacked."""
    if kind == "NONE":
        return any(event.concept in ACCIDENTS for event in page.own.events)
    return any(event.type == kind and event.main and event.direction == "directed" for event in page.own.events)


def _called(page: Page, pattern: re.Pattern[str], view: str) -> Iterator[Facet]:
    for match in pattern.finditer(page.text):
        span = Span(start=match.start(), end=page.clause_end(match.end(), 20))
        of_old = _YEAR.search(page.said(page.sentence(span)))
        if (
            page.is_own(span)
            and not of_old
            and not _NOT.search(page.text[max(0, match.start() - BEFORE) : match.start()])
        ):
            word = match["word"] if "word" in pattern.groupindex else match[0]
            yield Facet(
                report_id=page.report_id,
                kind=KIND,
                about=("accident",),
                name="What happened, in the reports' own words",
                value=word.lower(),
                comparable=frozenset({view}),
                span=span,
            )
