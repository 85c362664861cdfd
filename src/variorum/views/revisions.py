"""What an outlet changed in a report after it was first published: sentences, titles, and what it says of that itself."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from variorum.views.catalogue import Catalogue, Row
from variorum.views.editions import list_editions
from variorum.views.measure import count_words
from variorum.views.provenance import NOTICES, SetApart, tell_provenance
from variorum.views.voices import Siglum, siglum_of
from variorum.views.worddiff import Word, mark_own_words

FIELDS = {"title": "title", "subtitle": "standfirst", "author": "author", "credit": "credit", "section": "section"}
"""Columns of `reports` that an outlet may change, and what they are called."""

ALIKE = 0.5
"""Share of words, 0 to 1, from which a sentence that went and one that came are one sentence changed."""

SHORTENED = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|Maj|Sgt|Capt|Sen|Rep|Gov|Prof|Rev|No|vs|approx|[A-Z]\.[A-Z]))\.$"
)
"""What ends in a full stop and does not end a sentence."""

END = re.compile(r"[.!?…։。！？][\"'”’»)\]]*(?=\s+\S)|[。！？]|\n+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of a report; `start` and `end` are code points."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change. `kind` is added, removed, changed or moved; a side that is not there has no words.

    Spans are report_id, first code point and half-open end; targets the ids by which the page finds them.
    """

    kind: str
    before: tuple[Word, ...]
    after: tuple[Word, ...]
    before_span: tuple[str, int, int] | None
    after_span: tuple[str, int, int] | None

    @property
    def before_target(self) -> str | None:
        return change_anchor(*self.before_span[:2]) if self.before_span else None

    @property
    def after_target(self) -> str | None:
        return change_anchor(*self.after_span[:2]) if self.after_span else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """From one version to the next. `fields` are (name, before, after); `notices` what the outlet says of it."""

    before: Siglum
    after: Siglum
    fields: tuple[tuple[str, tuple[Word, ...], tuple[Word, ...]], ...]
    changes: tuple[Change, ...]
    notices: tuple[SetApart, ...]

    @property
    def unmarked(self) -> bool:
        """True where the outlet changed words and no correction or note of it was found."""
        return bool(self.changes) and not self.notices

    def count(self) -> str:
        """ "2 sentences changed, 1 added"."""
        counts = [
            (kind, sum(c.kind == kind for c in self.changes)) for kind in ("changed", "added", "removed", "moved")
        ]
        return ", ".join(f"{n} {kind}" for kind, n in counts if n) or "no sentence changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One version; `stands` is the last, which alone is a witness."""

    report_id: str
    siglum: Siglum
    title: str
    published: str
    updated: str | None
    file: str
    n_words: int
    stands: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """One report with its versions in order and what changed from each to the next."""

    report_id: str
    siglum: Siglum
    source: str
    editions: tuple[Edition, ...]
    steps: tuple[Step, ...]


def change_anchor(report_id: str, start: int) -> str:
    """The id by which the page finds a changed sentence in a version."""
    return f"g{report_id}-{start}"


def list_revisions(catalogue: Catalogue) -> tuple[Revision, ...]:
    """Every report of which the record has several versions, by siglum of its last."""
    return tuple(_revision(catalogue, rows) for rows in list_editions(catalogue))


def changed_places(revision: Revision) -> tuple[tuple[str, int, int], ...]:
    """Where changed sentences stand, in either version: report_id, first code point, half-open end."""
    spans = (span for step in revision.steps for c in step.changes for span in (c.before_span, c.after_span))
    return tuple(sorted({span for span in spans if span}))


def _revision(catalogue: Catalogue, rows: Sequence[Row]) -> Revision:
    last = rows[-1]
    return Revision(
        report_id=last["report_id"],
        siglum=siglum_of(catalogue, last["report_id"]),
        source=last["source"] or "source unknown",
        editions=tuple(_edition(catalogue, row, stands=row is last) for row in rows),
        steps=tuple(_step(catalogue, before, after) for before, after in pairwise(rows)),
    )


def _edition(catalogue: Catalogue, row: Row, *, stands: bool) -> Edition:
    told = tell_provenance(catalogue, row)
    return Edition(
        report_id=row["report_id"],
        siglum=told.siglum,
        title=row["title"] or "no title",
        published=told.published,
        updated=told.updated,
        file=row["file"],
        n_words=count_words(row["text"] or ""),
        stands=stands,
    )


def _step(catalogue: Catalogue, before: Row, after: Row) -> Step:
    old_notices = {part.words for part in tell_provenance(catalogue, before).parts}
    notices = [p for p in tell_provenance(catalogue, after).parts if p.kind in NOTICES and p.words not in old_notices]
    return Step(
        before=siglum_of(catalogue, before["report_id"]),
        after=siglum_of(catalogue, after["report_id"]),
        fields=tuple(
            _field(name, before[column] or "", after[column] or "") for column, name in _changed(before, after)
        ),
        changes=find_changes(before, after, skip=notices),
        notices=tuple(notices),
    )


def _changed(before: Row, after: Row) -> list[tuple[str, str]]:
    return [(column, name) for column, name in FIELDS.items() if (before[column] or "") != (after[column] or "")]


def _field(name: str, before: str, after: str) -> tuple[str, tuple[Word, ...], tuple[Word, ...]]:
    old, new = mark_own_words([before, after])
    return name, old, new


def find_changes(before: Row, after: Row, *, skip: Iterable[SetApart] = ()) -> tuple[Change, ...]:
    """What changed between the texts of two versions, in the order of the later text.

    Titles are told apart from the text and left out. A sentence that went from one place and came in another is moved.

    Args:
        skip: parts of the later text that are told of elsewhere.
    """
    hidden = [(part.start, part.end) for part in skip]
    old = _sentences_but_title(before)
    new = [s for s in _sentences_but_title(after) if not any(a <= s.start and s.end <= b for a, b in hidden)]
    matcher = SequenceMatcher(a=[_bare(s.text) for s in old], b=[_bare(s.text) for s in new], autojunk=False)
    pairs: list[tuple[Sentence | None, Sentence | None]] = []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            pairs += _pair_up(old[a:b], new[c:d])
    return tuple(_change(before, after, *pair) for pair in _rejoin(pairs))


def _sentences_but_title(row: Row) -> list[Sentence]:
    sentences = list(split_sentences(row["text"] or ""))
    title = _bare(row["title"] or "")
    return sentences[1:] if sentences and title and _bare(sentences[0].text) == title else sentences


def split_sentences(text: str) -> tuple[Sentence, ...]:
    """Split a text at full stops and line ends, for comparing versions; initials and titles of persons do not end one."""
    made, start = [], 0
    for found in END.finditer(text):
        if found.group().startswith(".") and SHORTENED.search(text[start : found.start() + 1]):
            continue
        made.append(_trimmed(text, start, found.end()))
        start = found.end()
    made.append(_trimmed(text, start, len(text)))
    return tuple(sentence for sentence in made if sentence.text)


def _trimmed(text: str, start: int, end: int) -> Sentence:
    words = text[start:end]
    left = start + len(words) - len(words.lstrip())
    return Sentence(text=words.strip(), start=left, end=left + len(words.strip()))


def _bare(text: str) -> str:
    return " ".join(re.findall(r"[\w%]+", text.casefold()))


def _pair_up(old: Sequence[Sentence], new: Sequence[Sentence]) -> list[tuple[Sentence | None, Sentence | None]]:
    """Sentences of one stretch: each that came with the one it was most likely made of, in order."""
    pairs: list[tuple[Sentence | None, Sentence | None]] = []
    at = 0
    for sentence in new:
        best = max(range(at, len(old)), key=lambda i: (_alike(old[i], sentence), -i), default=None)
        if best is None or _alike(old[best], sentence) < ALIKE:
            pairs.append((None, sentence))
            continue
        pairs += [(gone, None) for gone in old[at:best]]
        pairs.append((old[best], sentence))
        at = best + 1
    return pairs + [(gone, None) for gone in old[at:]]


def _alike(one: Sentence, other: Sentence) -> float:
    return SequenceMatcher(a=_bare(one.text).split(), b=_bare(other.text).split(), autojunk=False).ratio()


def _rejoin(pairs: Sequence[tuple[Sentence | None, Sentence | None]]) -> list[tuple[Sentence | None, Sentence | None]]:
    """The same sentence gone in one place and come in another is one pair; it stands where it came."""
    gone = {_bare(old.text): old for old, new in pairs if old is not None and new is None}
    moved: set[str] = set()
    made: list[tuple[Sentence | None, Sentence | None]] = []
    for old, new in pairs:
        if old is None and new is not None and _bare(new.text) in gone:
            moved.add(_bare(new.text))
            made.append((gone[_bare(new.text)], new))
        else:
            made.append((old, new))
    return [(old, new) for old, new in made if not (new is None and old is not None and _bare(old.text) in moved)]


def _change(before: Row, after: Row, old: Sentence | None, new: Sentence | None) -> Change:
    marked = mark_own_words([old.text, new.text]) if old and new else None
    kind = "added" if old is None else "removed" if new is None else "changed"
    if old and new and _bare(old.text) == _bare(new.text):
        kind = "moved"
    return Change(
        kind=kind,
        before=marked[0] if marked else _whole(old),
        after=marked[1] if marked else _whole(new),
        before_span=(before["report_id"], old.start, old.end) if old else None,
        after_span=(after["report_id"], new.start, new.end) if new else None,
    )


def _whole(sentence: Sentence | None) -> tuple[Word, ...]:
    return (Word(text=sentence.text, own=False),) if sentence else ()
