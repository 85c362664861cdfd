"""What a report vouches for: names that some place of it shows to be people's, places' or ships'.

A name is vouched for once (by a title, a relative "who", a "village of") and holds wherever the report has it.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from variorum.annotations.entity_datelines import opens_dateline
from variorum.annotations.entity_introductions import are_people, kind_called
from variorum.annotations.entity_localities import is_acted_on, sort_beside, sort_of, stretches_across
from variorum.annotations.entity_names import Run, bare_surname, bare_vessel, head_kind, names_vessel
from variorum.annotations.entity_page import Page
from variorum.schema.gazetteer import Gazetteer
from variorum.schema.names import fold, is_womans

STRONG_LOCATIVE = frozenset({"in", "near", "outside", "at", "around"})
SAYS = frozenset(
    "say tell add announce warn claim argue note explain insist describe write tweet ask reply vow pledge promise stress meet visit".split()
)
_HUMAN = SAYS | frozenset(
    "speak answer sign shake smile arrive fly travel resign win lose reject deny accuse thank call demand urge refuse admit agree "
    "recall think believe want hope know greet leave look walk chair mediate step go come set".split()
)
_SPEECH = SAYS | {"speak", "answer", "reject", "deny", "recall", "demand"}
_TRUSTING = frozenset(
    "confidence faith trust interest belief believe invest confide hope find see instil ally friend".split()
)
"""Words after which "in" leads to a person."""
ARTICLES = frozenset({"the", "a", "an", "this"})
BIG_TOWN = 15_000
_AHEAD = 12
_HE = frozenset({"he", "she", "his", "her", "him"})
_IT = frozenset({"it", "its"})


@dataclass(slots=True, kw_only=True)
class Vouched:
    """What the report vouches for.

    surnames, places, givens: folded. offices, office_ends: tokens where offices that may stand in apposition
    begin and end. in_place: how often a folded name stands after "in" and the like. vessels: folded names of ships and
    trains. bodies: folded names that a noun beside them calls a firm, a party or the like.
    """

    offices: frozenset[int]
    office_ends: frozenset[int]
    surnames: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    givens: set[str] = field(default_factory=set)
    vessels: set[str] = field(default_factory=set)
    bodies: set[str] = field(default_factory=set)
    in_place: Counter[str] = field(default_factory=Counter)


def vouch(
    page: Page, gazetteer: Gazetteer, runs: Sequence[Run], offices: frozenset[int], office_ends: frozenset[int]
) -> Vouched:
    """Gather the names that some place of the report shows to be people's or places'."""
    vouched = Vouched(offices=offices, office_ends=office_ends)
    for run in runs:
        if page.word(run.start - 1) in STRONG_LOCATIVE and not run.titled:
            vouched.in_place[text_of(page, run)] += 1
        called = None if run.titled else kind_called(page, run)
        if called == "organization":
            vouched.bodies.add(text_of(page, run))
        if names_vessel(page, run) or called == "other":
            vouched.vessels.update((text_of(page, run), fold(bare_vessel(page.slice(run.start, run.end)))))
    located: set[str] = set()
    for run in runs:
        if text_of(page, run) in vouched.vessels | vouched.bodies:
            continue
        if _is_surely_place(page, gazetteer, run):
            vouched.places.add(text_of(page, run))
        elif _is_surely_person(page, gazetteer, run, vouched) or _rules(page, gazetteer, run) or are_people(page, run):
            _vouch_person(page, run, vouched)
        elif _is_located(page, gazetteer, run) and run.start - 1 not in office_ends:
            located.add(text_of(page, run))
    vouched.places |= located - vouched.surnames
    _vouch_partners(page, gazetteer, runs, vouched)
    _vouch_single(page, gazetteer, runs, vouched)
    return vouched


def text_of(page: Page, run: Run) -> str:
    """The folded words of a run."""
    return fold(page.slice(run.start, run.end))


def surname_in(page: Page, run: Run) -> str:
    """The folded surname that a run would have as a person's name."""
    return bare_surname(page.slice(run.start, run.end))


def _vouch_person(page: Page, run: Run, vouched: Vouched) -> None:
    vouched.surnames.add(surname_in(page, run))
    if run.end - run.start > 1:
        vouched.givens.add(fold(page.text[run.start]))


def labels_of(page: Page, run: Run) -> set[str]:
    """spaCy's labels of a run's words, the empty one among them."""
    return {page.label[i] for i in range(run.start, run.end)}


def _is_surely_place(page: Page, gazetteer: Gazetteer, run: Run) -> bool:
    """Do the words beside call it a place ("village of X", "X, a village", "X valley", "across the X")?"""
    if run.titled:
        return False
    sort = sort_beside(page, gazetteer, run.start, run.end)
    if sort is not None and sort_of(gazetteer, sort) != "site":
        return True
    if stretches_across(page, run.start, run.end) or opens_dateline(page, run.start, run.end):
        return True
    several = run.end - run.start > 1 and "PERSON" in labels_of(page, run)
    return is_acted_on(page, run.start, run.end) and not several


def _is_surely_person(page: Page, gazetteer: Gazetteer, run: Run, vouched: Vouched) -> bool:
    if run.titled or is_apposed(page, run, vouched):
        return True
    if head_kind(page, gazetteer, run) is not None or page.word(run.start - 1) in ARTICLES:
        return False
    if _has_who(page, run) or has_age(page, run.end):
        return True
    several = run.end - run.start > 1
    if page.word(run.start - 1) in ("near", "outside") or _sets_scene(page, run):
        return False
    if not several or page.heading[page.sentence[run.start]] or is_shouted(page, run):
        return False
    if labels_of(page, run) == {"PERSON"}:
        return not (vouched.in_place[text_of(page, run)] and gazetteer.has_place(page.slice(run.start, run.end)))
    if _has_given_name(page, gazetteer, run):
        return True
    if run.end - run.start != 2 or not acts_as_person(page, run):
        return False
    return "ORG" not in labels_of(page, run) or _is_taken_up(page, run)


def _has_given_name(page: Page, gazetteer: Gazetteer, run: Run) -> bool:
    """Is it a common given name and one more word that stand alone ("Pablo Escobar"), whatever the parser calls them?"""
    name, beside = page.slice(run.start, run.end), {page.word(run.start - 1), page.word(run.end)}
    if (
        run.end - run.start != 2
        or {"GPE", "LOC", "FAC"} & labels_of(page, run)
        or beside & {"&", "the", "in", "'s", "’s"}
    ):
        return False
    if not page.text[run.end - 1].isalpha() or is_womans(name) is None or head_kind(page, gazetteer, run):
        return False
    return run.end == len(page) or not page.tag[run.end].startswith("NN")


def is_shouted(page: Page, run: Run) -> bool:
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
        and all(place.population < BIG_TOWN for place in gazetteer.find_places(page.text[run.start])[:1])
    )


def _has_who(page: Page, run: Run) -> bool:
    """Does "who" follow, or "whose" after what the parser takes for no body?"""
    after = run.end + 1 if page.word(run.end) == "," else run.end
    return page.word(after) in ("who", "whom") or (page.word(after) == "whose" and "ORG" not in labels_of(page, run))


def acts_as_person(page: Page, run: Run) -> bool:
    """Is the run the subject of a verb of which people are the subjects?"""
    root = page.root(run.start, run.end)
    return page.dep[root] == "nsubj" and page.lemma[page.head[root]] in _HUMAN and not goes_on_as_it(page, run)


def goes_on_as_it(page: Page, run: Run) -> bool:
    """Is what the subject says or does followed by "it" or "its" sooner than by "he" or "she"?"""
    stop = min(run.end + _AHEAD, page.next_sentence_end(run.start))
    found = next((page.low[i] for i in range(run.end, stop) if page.low[i] in _HE | _IT), "")
    return found in _IT


def _is_located(page: Page, gazetteer: Gazetteer, run: Run) -> bool:
    if page.is_possessive(run.end) and page.word(run.start - 1) != "near":
        return False
    return page.word(run.start - 1) in STRONG_LOCATIVE and (
        "PERSON" not in labels_of(page, run)
        or gazetteer.has_place(page.slice(run.start, run.end))
        or _sets_scene(page, run)
    )


def _sets_scene(page: Page, run: Run) -> bool:
    """Is something said to be or happen in it, whatever the parser calls it ("a shelter in X", not "faith in X")?"""
    before = run.start - 1
    trusted = before > 0 and _TRUSTING & {page.lemma[page.head[before]], page.lemma[before - 1]}
    return page.word(before) == "in" and not trusted and page.dep[page.root(run.start, run.end)] == "pobj"


def _vouch_partners(page: Page, gazetteer: Gazetteer, runs: Sequence[Run], vouched: Vouched) -> None:
    """ "A B and C D": where one of two full names is a person's, so is the other; "between X and Y" joins places."""
    for left, right in pairwise(runs):
        if right.start != left.end + 1 or page.word(left.end) not in ("and", "with", ","):
            continue
        if page.word(left.end) == "," and not _lists_people(page, left, right, vouched):
            continue
        if page.word(left.start - 1) in ("between", "in", "near", "to") and text_of(page, left) in vouched.places:
            vouched.places.add(text_of(page, right))
        if left.end - left.start != 2 or right.end - right.start != 2:
            continue
        if head_kind(page, gazetteer, left) or head_kind(page, gazetteer, right):
            continue
        known = [run for run in (left, right) if surname_in(page, run) in vouched.surnames]
        if len(known) == 1:
            vouched.surnames.update((surname_in(page, left), surname_in(page, right)))


def _lists_people(page: Page, left: Run, right: Run, vouched: Vouched) -> bool:
    """Does a comma join a person's full name with the next of a list, which "and" or a comma goes on with?"""
    follows = page.word(right.end) in ("and", ",") and page.dep[page.root(right.start, right.end)] in ("conj", "appos")
    return follows and surname_in(page, left) in vouched.surnames


def _vouch_single(page: Page, gazetteer: Gazetteer, runs: Sequence[Run], vouched: Vouched) -> None:
    """A bare name is a person's where it speaks or acts as one and "he" or "she" takes it up."""
    for run in runs:
        text = text_of(page, run)
        if run.end - run.start != 1 or text in vouched.places or vouched.in_place[text]:
            continue
        if page.text[run.start].isupper() or page.word(run.start - 1) in ARTICLES:
            continue
        if _does_with_own(page, run):
            vouched.surnames.add(text)
        if gazetteer.has_place(text):
            continue
        if acts_as_person(page, run) and _is_taken_up(page, run):
            vouched.surnames.add(text)


def _does_with_own(page: Page, run: Run) -> bool:
    """ "Baker put his name to it": is the object of what a name does his or hers?"""
    verb, after = page.head[run.start], run.end
    if page.dep[run.start] != "nsubj" or not page.tag[verb].startswith("VB"):
        return False
    stop = min(verb + 3, page.next_sentence_end(run.start))
    return any(page.word(i) in ("his", "her") and page.dep[i] == "poss" and i > after for i in range(verb + 1, stop))


def _is_taken_up(page: Page, run: Run) -> bool:
    """Does "he", "she", "his" or "her" follow in the sentence, or begin the next?"""
    stop = page.next_sentence_end(run.start)
    here = next((page.low[i] for i in range(run.end, stop) if page.low[i] in _HE | _IT | {"they", "their", "we"}), "")
    if here:
        return here in _HE and page.lemma[page.head[page.root(run.start, run.end)]] in _SPEECH
    return stop < len(page) and page.word(stop) in ("he", "she")


def is_apposed(page: Page, run: Run, vouched: Vouched) -> bool:
    """Does an office follow or precede after a comma ("Ann Low, the envoy", "the envoy, Ann Low")?"""
    if (
        page.word(run.end) == ","
        and run.end - run.start > 1
        and any(run.end < i <= run.end + 5 for i in vouched.offices)
    ):
        first = min(i for i in vouched.offices if i > run.end)
        told = any(page.tag[i] in ("VBD", "VBZ", "VBP", "MD") for i in range(run.end + 1, first))
        return (
            page.sentence[first] == page.sentence[run.start] and not told and "," not in page.low[run.end + 1 : first]
        )
    return page.word(run.start - 1) == "," and run.start - 1 in vouched.office_ends


def has_age(page: Page, end: int) -> bool:
    """Does an age follow in commas ("Ann Low, 43"), and no count ("Pell, 15 strikes")?"""
    counts = end + 2 < len(page) and page.tag[end + 2][:2] in ("NN", "JJ")
    return page.word(end) == "," and page.word(end + 1).isdigit() and len(page.word(end + 1)) == 2 and not counts
