"""dateparser's search beside us: times, each a day.

It finds words that may be a date and gives a moment; it knows no types and no durations. A hit is answered as a DATE
with that moment's day as its value. It gives no offsets: hits come in text order and are looked for from the end of
the last one. Relative dates are reckoned from the document's day; a document without one gets no values.
"""

from collections.abc import Sequence
from datetime import datetime

from peer import Peer, Work, answer_each

from variorum.evaluate.tasks.times import TimeAnswer
from variorum.evaluate.values import Document

_NO_DAY = datetime(2000, 1, 1)  # noqa: DTZ001 - dateparser's bases have no zone; where this one is used no value is given


def find_times(documents: Sequence[Document]) -> Work:
    """dateparser's answers and time."""
    return answer_each(documents, _find)


def _find(document: Document, work: Work) -> list[TimeAnswer]:
    from dateparser.search import search_dates

    base = datetime.fromisoformat(document.published[:10]) if document.published else _NO_DAY
    with work.own.running():
        found = search_dates(document.text, languages=["en"], settings={"RELATIVE_BASE": base}) or []
    return place_hits(document, found, work)


def place_hits(document: Document, found: Sequence[tuple[str, datetime]], work: Work) -> list[TimeAnswer]:
    """Hits with the offsets where their words stand; what stands nowhere is counted and left out."""
    answers, at = [], 0
    for words, moment in found:
        start = document.text.find(words, at)
        if start < 0:
            work.note("hits whose words are not in the text as given")
            continue
        at = start + len(words)
        value = moment.date().isoformat() if document.published else ""
        answers.append(TimeAnswer(start=start, end=at, type="DATE", value=value))
    return answers


PEER = Peer(
    name="dateparser search",
    package="dateparser",
    module="dateparser",
    answer={"times": find_times},
    about="English, relative to the document's day; each hit a DATE with its day as value",
)
