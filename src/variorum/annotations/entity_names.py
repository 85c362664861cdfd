"""Runs of capitalised words that no lexicon knows, and the kinds that heads of names say ("Council", "River").

What a run names without such a head is for `entity_votes` to say.
"""

from collections.abc import Callable
from dataclasses import dataclass

from variorum.annotations.entity_page import Page
from variorum.schema.gazetteer import Gazetteer
from variorum.schema.names import PARTICLES

_TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sept sep oct nov dec gmt utc est photo image advertisement source read updated published islam christmas ramadan easter i".split()
)
_SMALL = frozenset(
    "a an the and but or if as at by for from in into near of off on onto out over per since than that this these those to under until up with without "
    "after before during while when where who what why how he she it they we you his her its their our not no yes there here "
    "also however meanwhile most many some all both each other such more read".split()
)


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
