"""Runs of capitalised words that no lexicon knows: people, bodies and places, by the votes of shape and context.

spaCy's label is one vote; titles, heads of names ("Council", "River"), the gazetteer and
the rest of the report outvote it. What no vote names stays unmentioned.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from variorum.annotations.entity_page import Page
from variorum.schema.gazetteer import Gazetteer
from variorum.schema.names import PARTICLES, fold, surname_of

_LOCATIVE = frozenset(
    {
        "in",
        "at",
        "near",
        "from",
        "to",
        "around",
        "outside",
        "inside",
        "of",
        "across",
        "towards",
        "toward",
        "into",
        "through",
        "between",
    }
)
_STRONG_LOCATIVE = frozenset({"in", "near", "outside", "at", "around"})
_SAYS = frozenset(
    "say tell add announce warn claim argue note explain insist describe write tweet ask reply vow pledge promise stress meet visit".split()
)
_TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sept sep oct nov dec gmt utc est photo image advertisement source read updated published islam christmas ramadan easter i".split()
)
_SMALL = frozenset(
    "a an the and but or if as at by for from in into near of off on onto out over per since than that this these those to under until up with without "
    "after before during while when where who what why how he she it they we you his her its their our not no yes there here "
    "also however meanwhile most many some all both each other such more read".split()
)
_SETTLEMENTS = frozenset(
    "village town city port district province region island camp suburb neighbourhood neighborhood settlement hamlet municipality county capital resort".split()
)
_TAKES_PLACE = frozenset(
    "meet gather hold arrive land live die kill occur happen begin resume continue stay stop sign host fall shoot erupt "
    "break explode detain arrest injure wound station deploy talk talks meeting summit clash fighting explosion attack".split()
)
_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
_BIG_TOWN = 15_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Capitalised words in a row. `titled`: an office stands right before it."""

    start: int
    end: int
    titled: bool


def find_runs(page: Page, is_taken: Callable[[int], bool], title_ends: frozenset[int]) -> list[Run]:
    """Find runs of free capitalised words with their particles, in text order."""
    runs: list[Run] = []
    i = 0
    while i < len(page):
        if is_taken(i) or not _is_name_word(page, i, titled=i in title_ends):
            i += 1
            continue
        end = _run_end(page, is_taken, i)
        runs.append(Run(start=i, end=end, titled=i in title_ends))
        i = end
    return runs


def _is_name_word(page: Page, i: int, *, titled: bool) -> bool:
    text = page.text[i]
    if not text[0].isupper() or page.low[i] in _TIMES | _SMALL or not any(letter.isalpha() for letter in text):
        return False
    if titled:
        return True
    if page.tag[i].startswith("NNP") or page.label[i] in ("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP"):
        return not page.begins_sentence(i) or page.tag[i].startswith("NNP") or page.label[i] == "PERSON"
    return (
        not page.begins_sentence(i) and page.tag[i] in ("NN", "NNS", "JJ", "FW") and not page.heading[page.sentence[i]]
    )


def _run_end(page: Page, is_taken: Callable[[int], bool], start: int) -> int:
    end, stop = start + 1, page.next_sentence_end(start)
    while end < stop and not is_taken(end):
        if _is_name_word(page, end, titled=False) or (
            page.is_capital(end) and page.low[end] not in _TIMES and page.tag[end][:2] in ("NN", "JJ", "FW", "VB")
        ):
            end += 1
        elif _is_joint(page, end, stop) and not is_taken(end + 1):
            end += 2
        elif (
            page.low[end] in ("al", "el", "ad", "ul", "ur", "ar")
            and page.word(end + 1) in ("-", "–")
            and page.is_capital(end + 2)
        ):
            end += 3
        else:
            break
    return end


def _is_joint(page: Page, i: int, stop: int) -> bool:
    if i + 1 >= stop:
        return False
    if page.text[i] in "-–" and page.doc[i - 1].whitespace_ == "":
        return page.text[i + 1][0].isalpha() and (page.is_capital(i + 1) or page.label[i + 1] == "PERSON")
    return page.low[i] in PARTICLES and page.is_capital(i + 1) and page.low[i] != "la"


def head_kind(page: Page, gazetteer: Gazetteer, run: Run) -> str | None:
    """The kind that the head of a name says: "Grain Council" an organization, "Karsk River" a place."""
    if run.end - run.start < 2:
        return None
    last = _head_entry(gazetteer, page.low[run.end - 1], "body") or _head_entry(
        gazetteer, page.low[run.end - 1], "last"
    )
    first = _head_entry(gazetteer, page.low[run.start], "first")
    return last or first


def _head_entry(gazetteer: Gazetteer, word: str, key: str) -> str | None:
    return next((entry.kind for entry in gazetteer.entries(word) if entry.type == "head" and entry.key == key), None)


@dataclass(slots=True, kw_only=True)
class Vouched:
    """What the report vouches for: surnames, places (folded), and starts of offices that may stand in apposition."""

    surnames: set[str]
    places: set[str]
    offices: frozenset[int]
    office_ends: frozenset[int]


def vouch(
    page: Page, gazetteer: Gazetteer, runs: Sequence[Run], offices: frozenset[int], office_ends: frozenset[int]
) -> Vouched:
    """Gather surnames that stand with a title or in a full name, and places that stand after "in"."""
    vouched = Vouched(surnames=set(), places=set(), offices=offices, office_ends=office_ends)
    for run in runs:
        labels = {page.label[i] for i in range(run.start, run.end)}
        if run.titled or (run.end - run.start > 1 and labels == {"PERSON"}) or _is_apposed(page, run, vouched):
            vouched.surnames.add(fold(surname_of(page.slice(run.start, run.end)).split()[-1]))
        elif (page.word(run.start - 1) == "of" and page.word(run.start - 2) in _SETTLEMENTS) or (
            page.word(run.start - 1) in ("in", "near")
            and ("PERSON" not in labels or gazetteer.has_place(page.slice(run.start, run.end)))
        ):
            vouched.places.add(fold(page.slice(run.start, run.end)))
    return vouched


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


def vote(page: Page, gazetteer: Gazetteer, run: Run, vouched: Vouched) -> str | None:
    """Decide what a run names: person, organization, armed_group, place, or nothing."""
    if run.titled or _is_apposed(page, run, vouched):
        return "person"
    headed = head_kind(page, gazetteer, run)
    if headed is not None:
        return headed
    labels = [page.label[i] for i in range(run.start, run.end) if page.label[i]]
    words = [page.text[i] for i in range(run.start, run.end) if page.text[i][0].isalpha()]
    if words and fold(words[-1]) in vouched.surnames:
        return "person"
    if fold(page.slice(run.start, run.end)) in vouched.places:
        return "place"
    if page.heading[page.sentence[run.start]] or len(words) > 5:
        return None
    if page.word(run.start - 1) in ("the", "a", "an", "this"):
        return _vote_after_article(page, gazetteer, run, labels)
    if len(words) == 1:
        return _vote_single(page, gazetteer, run, labels)
    return _vote_several(page, gazetteer, run, labels)


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
    if known and (before in _LOCATIVE or _PLACE_LABELS & set(labels)):
        return "place"
    if {"PERSON", "NORP"} & set(labels) and run.end - run.start <= 5:
        return "person"
    if _PLACE_LABELS & set(labels):
        return "place"
    if _speaks(page, run) and "ORG" not in labels:
        return "person"
    if "ORG" in labels:
        return "organization"
    return "person" if labels == [] and _has_age(page, run.end) else None


def _speaks(page: Page, run: Run) -> bool:
    root = page.root(run.start, run.end)
    return page.dep[root] == "nsubj" and page.lemma[page.head[root]] in _SAYS


def _has_age(page: Page, end: int) -> bool:
    return page.word(end) == "," and page.word(end + 1).isdigit() and len(page.word(end + 1)) == 2
