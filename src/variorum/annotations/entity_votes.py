"""What a run of capitalised words names: the votes of shape and context, counted over the whole report.

spaCy's label is one vote among these; what no vote names stays unmentioned.
"""

from variorum.annotations.entity_localities import sort_after
from variorum.annotations.entity_names import Run, head_kind, names_site
from variorum.annotations.entity_page import Page
from variorum.annotations.entity_political import acts_politically
from variorum.annotations.entity_vouching import (
    ARTICLES,
    BIG_TOWN,
    SAYS,
    STRONG_LOCATIVE,
    Vouched,
    acts_as_person,
    goes_on_as_it,
    has_age,
    is_apposed,
    is_shouted,
    labels_of,
    surname_in,
    text_of,
)
from variorum.schema.gazetteer import Gazetteer
from variorum.schema.names import fold

_LOCATIVE = frozenset("in at near from to around outside inside of across towards toward into through between".split())
_TAKES_PLACE = frozenset(
    "meet gather hold arrive land live die kill occur happen begin resume continue stay stop sign host fall shoot erupt "
    "break explode detain arrest injure wound station deploy talk talks meeting summit clash fighting explosion attack".split()
)
_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
_HAPPENINGS = frozenset(
    "war wars conflict crisis agreement treaty accord accords pact summit conference resolution act uprising revolution offensive "
    "intifada protocol convention declaration charter prize award awards day cup games festival genocide massacre covenant".split()
)


def names_happening(page: Page, run: Run) -> bool:
    """Is it the name of a war, a treaty, a meeting or an operation, which are no bodies?"""
    return run.end - run.start > 1 and (page.low[run.end - 1] in _HAPPENINGS or page.low[run.start] == "operation")


def vote(page: Page, gazetteer: Gazetteer, run: Run, vouched: Vouched) -> str | None:
    """Decide what a run names: person, organization, armed_group, place, other (a ship), or nothing."""
    if run.titled:
        return "person"
    headed = _kind_by_words(page, gazetteer, run, vouched)
    if is_apposed(page, run, vouched) and (headed is None or "PERSON" in labels_of(page, run)):
        return "person"
    if names_happening(page, run):
        return None
    return headed or _kind_by_place(page, gazetteer, run, vouched)


def _kind_by_words(page: Page, gazetteer: Gazetteer, run: Run, vouched: Vouched) -> str | None:
    """What the words of the name themselves say, or the noun right after it."""
    if text_of(page, run) in vouched.vessels:
        return "other"
    if text_of(page, run) in vouched.bodies:
        return "organization"
    if names_site(page, gazetteer, run) or sort_after(page, gazetteer, run.start, run.end):
        return head_kind(page, gazetteer, run) or "place"
    return head_kind(page, gazetteer, run)


def _kind_by_place(page: Page, gazetteer: Gazetteer, run: Run, vouched: Vouched) -> str | None:
    """What the report vouches for, else what the sentence and the parser make of it."""
    labels = [page.label[i] for i in range(run.start, run.end) if page.label[i]]
    words = [page.text[i] for i in range(run.start, run.end) if page.text[i][0].isalpha()]
    text, surname = text_of(page, run), surname_in(page, run)
    if text in vouched.places and (surname not in vouched.surnames or len(words) == 1):
        return "place"
    if words and surname in vouched.surnames and not _is_after_article(page, run):
        return "person"
    if text in vouched.places:
        return "place"
    if (
        page.heading[page.sentence[run.start]]
        or len(words) > 5
        or (len(words) > 1 and fold(words[-1]) in vouched.givens)
    ):
        return None
    if _is_after_article(page, run):
        return _vote_after_article(page, gazetteer, run, labels)
    if text in vouched.givens and acts_as_person(page, run):
        return "person"
    if len(words) > 1:
        return _vote_several(page, gazetteer, run, labels)
    party = _vote_party(page, gazetteer, run) if page.word(run.start - 1) in ("between", "to") else None
    return party or _vote_single(page, gazetteer, run, labels) or _vote_party(page, gazetteer, run)


def _vote_party(page: Page, gazetteer: Gazetteer, run: Run) -> str | None:
    """A name of which only its political deeds are known."""
    towns = gazetteer.find_places(page.text[run.start])[:1]
    known = page.text[run.start].isupper() or any(town.population >= BIG_TOWN for town in towns)
    return "other" if not known and acts_politically(page, run) else None


def _is_after_article(page: Page, run: Run) -> bool:
    """Does an article stand before the name that is the name's own, not that of a noun which it modifies?"""
    root = page.root(run.start, run.end)
    modifies = page.dep[root] == "compound" and page.head[root] >= run.end and not page.is_capital(run.end)
    return page.word(run.start - 1) in ARTICLES and not modifies


def _vote_after_article(page: Page, gazetteer: Gazetteer, run: Run, labels: list[str]) -> str | None:
    """After an article no name is a person's."""
    if "ORG" in labels and page.word(run.start - 1) == "the":
        return "organization"
    return "place" if _PLACE_LABELS & set(labels) and gazetteer.has_place(page.slice(run.start, run.end)) else None


def _vote_single(page: Page, gazetteer: Gazetteer, run: Run, labels: list[str]) -> str | None:
    text, before = page.text[run.start], page.word(run.start - 1)
    if text.isupper() and 2 <= len(text) <= 7:
        plain = page.doc[run.start].is_stop or page.begins_sentence(run.start)
        return "organization" if "ORG" in labels and not plain else None
    known = gazetteer.has_place(text)
    if before in STRONG_LOCATIVE and (known or _PLACE_LABELS & set(labels) or _happens_at(page, run, labels)):
        return "place"
    if _speaks(page, run) and ("PERSON" in labels or not known):
        return "person" if labels and labels[0] in ("PERSON", "NORP", "ORG") and "ORG" not in labels else None
    if _PLACE_LABELS & set(labels) and (known or before in _LOCATIVE):
        return "place"
    if before in _LOCATIVE and known and gazetteer.find_places(text)[0].population >= BIG_TOWN:
        return "place"
    if "ORG" in labels and len(text) > 3 and page.dep[run.start] in ("nsubj", "agent", "poss"):
        return "organization"
    return None


def _happens_at(page: Page, run: Run, labels: list[str]) -> bool:
    """Is something said to take place there ("meet in Pell")?"""
    preposition = page.head[run.start]
    governor = page.lemma[page.head[preposition]]
    return page.dep[run.start] == "pobj" and "ORG" not in labels and governor in _TAKES_PLACE


def _vote_several(page: Page, gazetteer: Gazetteer, run: Run, labels: list[str]) -> str | None:
    before, text = page.word(run.start - 1), page.slice(run.start, run.end)
    known = gazetteer.has_place(text)
    if before == "near" or (known and (before in _LOCATIVE or _PLACE_LABELS & set(labels))):
        return "place"
    if {"PERSON", "NORP"} & set(labels) and run.end - run.start <= 5 and not is_shouted(page, run):
        return "person"
    if _PLACE_LABELS & set(labels):
        return "place"
    if _speaks(page, run) and "ORG" not in labels:
        return "person" if run.end - run.start == 2 else "organization"
    if "ORG" in labels:
        return "organization"
    return "person" if labels == [] and has_age(page, run.end) else None


def _speaks(page: Page, run: Run) -> bool:
    root = page.root(run.start, run.end)
    return page.dep[root] == "nsubj" and page.lemma[page.head[root]] in SAYS and not goes_on_as_it(page, run)
