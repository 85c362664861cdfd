"""What a run of capitalised words names: the votes of shape and context, counted over the whole report.

A name is vouched for once (by a title, a relative "who", a "village of") and holds wherever the
report has it. spaCy's label is one vote among these; what no vote names stays unmentioned.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from variorum.annotations.entity_localities import is_acted_on, sort_after, sort_beside, sort_of, stretches_across
from variorum.annotations.entity_names import Run, bare_surname, bare_vessel, head_kind, names_site, names_vessel
from variorum.annotations.entity_page import Page
from variorum.schema.gazetteer import Gazetteer
from variorum.schema.names import fold

_LOCATIVE = frozenset("in at near from to around outside inside of across towards toward into through between".split())
_STRONG_LOCATIVE = frozenset({"in", "near", "outside", "at", "around"})
_SAYS = frozenset(
    "say tell add announce warn claim argue note explain insist describe write tweet ask reply vow pledge promise stress meet visit".split()
)
_HUMAN = _SAYS | frozenset(
    "speak answer sign shake smile arrive fly travel resign win lose reject deny accuse thank call demand urge refuse admit agree "
    "recall think believe want hope know greet leave look walk chair mediate step go come set".split()
)
_SPEECH = _SAYS | {"speak", "answer", "reject", "deny", "recall", "demand"}
_TAKES_PLACE = frozenset(
    "meet gather hold arrive land live die kill occur happen begin resume continue stay stop sign host fall shoot erupt "
    "break explode detain arrest injure wound station deploy talk talks meeting summit clash fighting explosion attack".split()
)
_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
_ARTICLES = frozenset({"the", "a", "an", "this"})
_BIG_TOWN = 15_000
_ENOUGH = 2
_AHEAD = 12
_HAPPENINGS = frozenset(
    "war wars conflict crisis agreement treaty accord accords pact summit conference resolution act uprising revolution offensive "
    "intifada protocol convention declaration charter prize award awards day cup games festival genocide massacre covenant".split()
)
_HE = frozenset({"he", "she", "his", "her", "him"})
_IT = frozenset({"it", "its"})


@dataclass(slots=True, kw_only=True)
class Vouched:
    """What the report vouches for.

    surnames, places, givens: folded. offices, office_ends: tokens where offices that may stand in apposition
    begin and end. in_place: how often a folded name stands after "in" and the like. vessels: folded names of ships.
    """

    offices: frozenset[int]
    office_ends: frozenset[int]
    surnames: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    givens: set[str] = field(default_factory=set)
    vessels: set[str] = field(default_factory=set)
    in_place: Counter[str] = field(default_factory=Counter)


def vouch(
    page: Page, gazetteer: Gazetteer, runs: Sequence[Run], offices: frozenset[int], office_ends: frozenset[int]
) -> Vouched:
    """Gather the names that some place of the report shows to be people's or places'."""
    vouched = Vouched(offices=offices, office_ends=office_ends)
    for run in runs:
        if page.word(run.start - 1) in _STRONG_LOCATIVE and not run.titled:
            vouched.in_place[_text(page, run)] += 1
        if names_vessel(page, run):
            vouched.vessels.update((_text(page, run), fold(bare_vessel(page.slice(run.start, run.end)))))
    for run in runs:
        if _text(page, run) in vouched.vessels:
            continue
        if _is_surely_place(page, gazetteer, run):
            vouched.places.add(_text(page, run))
        elif _is_surely_person(page, gazetteer, run, vouched) or _rules(page, gazetteer, run):
            _vouch_person(page, run, vouched)
        elif _is_located(page, gazetteer, run) and run.start - 1 not in office_ends:
            vouched.places.add(_text(page, run))
    _vouch_partners(page, gazetteer, runs, vouched)
    _vouch_single(page, gazetteer, runs, vouched)
    return vouched


def _text(page: Page, run: Run) -> str:
    return fold(page.slice(run.start, run.end))


def _surname(page: Page, run: Run) -> str:
    return bare_surname(page.slice(run.start, run.end))


def _vouch_person(page: Page, run: Run, vouched: Vouched) -> None:
    vouched.surnames.add(_surname(page, run))
    if run.end - run.start > 1:
        vouched.givens.add(fold(page.text[run.start]))


def _labels(page: Page, run: Run) -> set[str]:
    return {page.label[i] for i in range(run.start, run.end)}


def _is_surely_place(page: Page, gazetteer: Gazetteer, run: Run) -> bool:
    """Do the words beside call it a place ("village of X", "X, a village", "X valley", "across the X")?"""
    if run.titled:
        return False
    sort = sort_beside(page, gazetteer, run.start, run.end)
    if sort is not None and sort_of(gazetteer, sort) != "site":
        return True
    if stretches_across(page, run.start, run.end):
        return True
    several = run.end - run.start > 1 and "PERSON" in _labels(page, run)
    return is_acted_on(page, run.start, run.end) and not several


def _is_surely_person(page: Page, gazetteer: Gazetteer, run: Run, vouched: Vouched) -> bool:
    if run.titled or _is_apposed(page, run, vouched):
        return True
    if head_kind(page, gazetteer, run) is not None or page.word(run.start - 1) in _ARTICLES:
        return False
    if _has_who(page, run.end) or _has_age(page, run.end):
        return True
    several = run.end - run.start > 1
    if page.word(run.start - 1) in ("near", "outside"):
        return False
    if not several or page.heading[page.sentence[run.start]] or _is_shouted(page, run):
        return False
    if _labels(page, run) == {"PERSON"}:
        return not (vouched.in_place[_text(page, run)] and gazetteer.has_place(page.slice(run.start, run.end)))
    if run.end - run.start != 2 or not _acts_as_person(page, run):
        return False
    return "ORG" not in _labels(page, run) or _is_taken_up(page, run)


def _is_shouted(page: Page, run: Run) -> bool:
    """Is some of the run in capitals and some not ("READ MORE Dorn"), or all of it in a line of capitals?"""
    words = [page.text[i] for i in range(run.start, run.end) if len(page.text[i]) > 2 and page.text[i].isalpha()]
    upper = [word for word in words if word.isupper()]
    if 0 < len(upper) < len(words):
        return any(len(word) > 3 for word in upper)
    return bool(upper) and not any(
        page.text[i].islower() for i in range(page.starts[page.sentence[run.start]], page.next_sentence_end(run.start))
    )


def _rules(page: Page, gazetteer: Gazetteer, run: Run) -> bool:
    """ "The Haddad regime": whose rule it is, where no place is called so."""
    return (
        run.end - run.start == 1
        and page.word(run.end) in ("regime", "administration", "loyalists")
        and page.tag[run.end].startswith("NN")
        and not page.text[run.start].isupper()
        and all(place.population < _BIG_TOWN for place in gazetteer.find_places(page.text[run.start])[:1])
    )


def _has_who(page: Page, end: int) -> bool:
    after = end + 1 if page.word(end) == "," else end
    return page.word(after) in ("who", "whose", "whom")


def _acts_as_person(page: Page, run: Run) -> bool:
    root = page.root(run.start, run.end)
    return page.dep[root] == "nsubj" and page.lemma[page.head[root]] in _HUMAN and not _is_it(page, run)


def _is_it(page: Page, run: Run) -> bool:
    """Is what the subject says or does followed by "it" or "its" sooner than by "he" or "she"?"""
    stop = min(run.end + _AHEAD, page.next_sentence_end(run.start))
    found = next((page.low[i] for i in range(run.end, stop) if page.low[i] in _HE | _IT), "")
    return found in _IT


def _is_located(page: Page, gazetteer: Gazetteer, run: Run) -> bool:
    return page.word(run.start - 1) in ("in", "near", "at") and (
        "PERSON" not in _labels(page, run) or gazetteer.has_place(page.slice(run.start, run.end))
    )


def _vouch_partners(page: Page, gazetteer: Gazetteer, runs: Sequence[Run], vouched: Vouched) -> None:
    """ "A B and C D": where one of two full names is a person's, so is the other; "between X and Y" joins places."""
    for left, right in pairwise(runs):
        if right.start != left.end + 1 or page.word(left.end) not in ("and", "with"):
            continue
        if page.word(left.start - 1) in ("between", "in", "near", "to") and _text(page, left) in vouched.places:
            vouched.places.add(_text(page, right))
        if left.end - left.start != 2 or right.end - right.start != 2:
            continue
        if head_kind(page, gazetteer, left) or head_kind(page, gazetteer, right):
            continue
        known = [run for run in (left, right) if _surname(page, run) in vouched.surnames]
        if len(known) == 1:
            vouched.surnames.update((_surname(page, left), _surname(page, right)))


def _vouch_single(page: Page, gazetteer: Gazetteer, runs: Sequence[Run], vouched: Vouched) -> None:
    """A bare name is a person's where it speaks or acts as one and "he" or "she" takes it up."""
    for run in runs:
        text = _text(page, run)
        if run.end - run.start != 1 or text in vouched.places or vouched.in_place[text]:
            continue
        if page.text[run.start].isupper() or gazetteer.has_place(text) or page.word(run.start - 1) in _ARTICLES:
            continue
        if _acts_as_person(page, run) and _is_taken_up(page, run):
            vouched.surnames.add(text)


def _is_taken_up(page: Page, run: Run) -> bool:
    """Does "he", "she", "his" or "her" follow in the sentence, or begin the next?"""
    stop = page.next_sentence_end(run.start)
    here = next((page.low[i] for i in range(run.end, stop) if page.low[i] in _HE | _IT | {"they", "their", "we"}), "")
    if here:
        return here in _HE and page.lemma[page.head[page.root(run.start, run.end)]] in _SPEECH
    return stop < len(page) and page.word(stop) in ("he", "she")


def _is_apposed(page: Page, run: Run, vouched: Vouched) -> bool:
    """Does an office follow or precede after a comma ("Ann Low, the envoy", "the envoy, Ann Low")?"""
    if (
        page.word(run.end) == ","
        and run.end - run.start > 1
        and any(run.end < i <= run.end + 5 for i in vouched.offices)
    ):
        first = min(i for i in vouched.offices if i > run.end)
        return page.sentence[first] == page.sentence[run.start] and "," not in page.low[run.end + 1 : first]
    return page.word(run.start - 1) == "," and run.start - 1 in vouched.office_ends


def _names_happening(page: Page, run: Run) -> bool:
    """Is it the name of a war, a treaty, a meeting or an operation, which are no bodies?"""
    return run.end - run.start > 1 and (page.low[run.end - 1] in _HAPPENINGS or page.low[run.start] == "operation")


def vote(page: Page, gazetteer: Gazetteer, run: Run, vouched: Vouched) -> str | None:
    """Decide what a run names: person, organization, armed_group, place, other (a ship), or nothing."""
    if run.titled or _is_apposed(page, run, vouched):
        return "person"
    if _names_happening(page, run):
        return None
    return _kind_by_words(page, gazetteer, run, vouched) or _kind_by_place(page, gazetteer, run, vouched)


def _kind_by_words(page: Page, gazetteer: Gazetteer, run: Run, vouched: Vouched) -> str | None:
    """What the words of the name themselves say, or the noun right after it."""
    if _text(page, run) in vouched.vessels:
        return "other"
    if names_site(page, gazetteer, run) or sort_after(page, gazetteer, run.start, run.end):
        return head_kind(page, gazetteer, run) or "place"
    return head_kind(page, gazetteer, run)


def _kind_by_place(page: Page, gazetteer: Gazetteer, run: Run, vouched: Vouched) -> str | None:
    """What the report vouches for, else what the sentence and the parser make of it."""
    labels = [page.label[i] for i in range(run.start, run.end) if page.label[i]]
    words = [page.text[i] for i in range(run.start, run.end) if page.text[i][0].isalpha()]
    text, surname = _text(page, run), _surname(page, run)
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
    if text in vouched.givens and _acts_as_person(page, run):
        return "person"
    if len(words) == 1:
        return _vote_single(page, gazetteer, run, labels)
    return _vote_several(page, gazetteer, run, labels)


def _is_after_article(page: Page, run: Run) -> bool:
    """Does an article stand before the name that is the name's own, not that of a noun which it modifies?"""
    root = page.root(run.start, run.end)
    modifies = page.dep[root] == "compound" and page.head[root] >= run.end and not page.is_capital(run.end)
    return page.word(run.start - 1) in _ARTICLES and not modifies


def _vote_after_article(page: Page, gazetteer: Gazetteer, run: Run, labels: list[str]) -> str | None:
    """After an article no name is a person's."""
    if "ORG" in labels and page.word(run.start - 1) == "the":
        return "organization"
    return "place" if _PLACE_LABELS & set(labels) and gazetteer.has_place(page.slice(run.start, run.end)) else None


def _vote_single(page: Page, gazetteer: Gazetteer, run: Run, labels: list[str]) -> str | None:
    text, before = page.text[run.start], page.word(run.start - 1)
    if text.isupper() and 2 <= len(text) <= 7:
        return "organization" if "ORG" in labels and not page.begins_sentence(run.start) else None
    known = gazetteer.has_place(text)
    if before in _STRONG_LOCATIVE and (known or _PLACE_LABELS & set(labels) or _happens_at(page, run, labels)):
        return "place"
    if _speaks(page, run) and ("PERSON" in labels or not known):
        return "person" if labels and labels[0] in ("PERSON", "NORP", "ORG") and "ORG" not in labels else None
    if _PLACE_LABELS & set(labels) and (known or before in _LOCATIVE):
        return "place"
    if before in _LOCATIVE and known and gazetteer.find_places(text)[0].population >= _BIG_TOWN:
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
    if {"PERSON", "NORP"} & set(labels) and run.end - run.start <= 5 and not _is_shouted(page, run):
        return "person"
    if _PLACE_LABELS & set(labels):
        return "place"
    if _speaks(page, run) and "ORG" not in labels:
        return "person" if run.end - run.start == 2 else "organization"
    if "ORG" in labels:
        return "organization"
    return "person" if labels == [] and _has_age(page, run.end) else None


def _speaks(page: Page, run: Run) -> bool:
    root = page.root(run.start, run.end)
    return page.dep[root] == "nsubj" and page.lemma[page.head[root]] in _SAYS and not _is_it(page, run)


def _has_age(page: Page, end: int) -> bool:
    counts = end + 2 < len(page) and page.tag[end + 2][:2] in ("NN", "JJ")
    return page.word(end) == "," and page.word(end + 1).isdigit() and len(page.word(end + 1)) == 2 and not counts
