"""The passages of reports, ready for comparing: sentences parted into the reporter's words and public ones.

Every word is one code point of a compact text, so that sentences are aligned at the speed of strings.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from variorum.links.quoted import NONE, OWN, PublicWords, find_public_words
from variorum.schema.lexicons import read_lexicon
from variorum.schema.reports import Report, Span

_WORD = re.compile(r"\w+(?:['’]\w+)?")
_SURROGATES = 0xD800
_ROOM = 0x110000 - 0x800 - 1
"""Code points that can stand for a word. In a corpus of more words than that some share one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words of one kind in one sentence. report: place in the corpus; kind: own, quotation or document.

    words: one code point a word (see `Vocabulary`).
    """

    report: int
    sentence: int
    kind: str
    words: str


class Vocabulary:
    """Words as code points. Case and the form of apostrophes are dropped; that a word is a name is remembered."""

    def __init__(self) -> None:
        self._written: dict[str, str] = {}
        self._folded: dict[str, str] = {}
        self._common: set[str] = set()

    def encode(self, words: Iterable[str]) -> str:
        """Write words as code points, one each."""
        known = self._written
        return "".join([known.get(word) or self._add(word) for word in words])

    def _add(self, written: str) -> str:
        folded = written.lower().replace("’", "'")
        number = 1 + len(self._folded) % _ROOM
        char = self._folded.setdefault(folded, chr(number if number < _SURROGATES else number + 0x800))
        self._written[written] = char
        if written[0].islower():
            self._common.add(char)
        return char

    def names(self) -> frozenset[str]:
        """Code points of numbers and of words never written with a small letter: what a template leaves open."""
        return frozenset(self._folded.values()) - self._common

    def of(self, words: str) -> frozenset[str]:
        """Code points of those of some words, parted by blanks, that occur."""
        return frozenset(self._folded[word] for word in words.split() if word in self._folded)


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """Reports with their passages.

    own: the reporter's words of every sentence (maybe none), in order of report and sentence.
    public: quoted and printed words, in the same order. first: index in `own` of each report's first sentence.
    """

    reports: Sequence[Report]
    sentences: Sequence[Sequence[Span]]
    spoken: Sequence[PublicWords]
    own: Sequence[Passage]
    public: Sequence[Passage]
    first: Sequence[int]
    vocabulary: Vocabulary

    def sentence(self, passage: Passage) -> Span:
        """Where the sentence of a passage stands."""
        return self.sentences[passage.report][passage.sentence]

    def size(self, report: int) -> int:
        """Words of the reporter's own in a report, by its place."""
        last = self.first[report] + len(self.sentences[report])
        return sum(len(passage.words) for passage in self.own[self.first[report] : last])

    def neighbour(self, passage: Passage, step: int) -> Passage | None:
        """The reporter's words `step` sentences further on in the same report, if there is such a sentence."""
        sentence = passage.sentence + step
        if not 0 <= sentence < len(self.sentences[passage.report]):
            return None
        return self.own[self.first[passage.report] + sentence]

    def word_spans(self, passage: Passage) -> list[Span]:
        """Where each word of a passage stands."""
        sentence, spoken = self.sentence(passage), self.spoken[passage.report]
        text = self.reports[passage.report].text
        return [
            Span(start=m.start(), end=m.end())
            for part, kind in spoken.part(sentence)
            if kind == passage.kind
            for m in _WORD.finditer(text, part.start, part.end)
        ]


def words_of(text: str) -> list[str]:
    """Words as written."""
    return _WORD.findall(text)


def read_passages(reports: Sequence[Report], sentences: Mapping[str, Sequence[Span]]) -> Corpus:
    """Part the sentences of reports into the reporter's words and public ones."""
    vocabulary = Vocabulary()
    own: list[Passage] = []
    public: list[Passage] = []
    first: list[int] = []
    spoken: list[PublicWords] = []
    parted = [tuple(sentences.get(report.report_id, ())) for report in reports]
    for number, (report, spans) in enumerate(zip(reports, parted, strict=True)):
        words = find_public_words(report)
        first.append(len(own))
        spoken.append(words)
        for place, span in enumerate(spans):
            for kind, coded in _kinds_of(report.text, span, words, vocabulary):
                passage = Passage(report=number, sentence=place, kind=kind, words=coded)
                (own if kind == OWN else public).append(passage)
    return Corpus(
        reports=reports,
        sentences=parted,
        spoken=spoken,
        own=own,
        public=public,
        first=first,
        vocabulary=vocabulary,
    )


def _kinds_of(text: str, span: Span, spoken: PublicWords, vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    """The reporter's words of a sentence, always; then its public words of each kind, if any."""
    if spoken is NONE:
        yield OWN, vocabulary.encode(_WORD.findall(text, span.start, span.end))
        return
    words: dict[str, list[str]] = {OWN: []}
    for part, kind in spoken.part(span):
        words.setdefault(kind, []).extend(_WORD.findall(text, part.start, part.end))
    for kind, found in words.items():
        if kind == OWN or found:
            yield kind, vocabulary.encode(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """How much each word tells of who wrote a sentence: 0, 0.5 or 1 by code point; and which are names or numbers.

    offices: words that beside a name are a part of it ("the president of X, Y"). open_to: what a phrase of those is made of.
    """

    light: frozenset[str]
    half: frozenset[str]
    names: frozenset[str]
    offices: frozenset[str] = frozenset()
    open_to: frozenset[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "open_to", self.names | self.offices | self.light)

    def of(self, words: str) -> float:
        """Sum over words; the same word counts once."""
        return sum(0.5 if word in self.half else 1.0 for word in set(words) - self.light)

    def of_names(self, words: str, phrased: str = "") -> float:
        """How much of the weight of words is names, numbers, and words that stand only in phrases of names."""
        return self.of(words) - self.of("".join(set(words) - set(phrased) - self.names))

    def in_phrases(self, words: str) -> str:
        """The words that stand only where names are spelt out with their offices: "the president of X, Y"."""
        if self.offices.isdisjoint(words):
            return ""
        runs = ["".join(run) for is_open, run in groupby(words, self.open_to.__contains__) if is_open]
        phrases = "".join(r for r in runs if not (self.names.isdisjoint(r) or self.offices.isdisjoint(r)))
        outside = Counter(words)
        outside.subtract(phrases)
        return "".join(word for word in dict.fromkeys(phrases) if not outside[word])


def weigh_words(vocabulary: Vocabulary, readings: Sequence[str]) -> Weights:
    """Weigh words by what formulas are made of, and by how many sentences of the corpus have them.

    Names and numbers count half: they tell what a sentence is about more than who wrote it.
    """
    formulas = read_lexicon("formulas")
    return Weights(
        light=vocabulary.of(formulas["grammar"]),
        half=vocabulary.of(formulas["press"]) | vocabulary.names() | _frequent(readings),
        names=vocabulary.names(),
        offices=vocabulary.of(formulas["offices"]),
    )


FREQUENT = 0.02
"""Share of the corpus's different sentences from which a word is one of its everyday words."""

FREQUENT_AT_LEAST = 40
"""Sentences. In a small corpus no word is frequent: what all its reports are about is in many of them."""


def _frequent(readings: Sequence[str]) -> frozenset[str]:
    import numpy as np

    if len(readings) < FREQUENT_AT_LEAST:
        return frozenset()
    counts = np.zeros(0x110000, dtype=np.int64)
    for start in range(0, len(readings), 10_000):
        block = "".join("".join(set(reading)) for reading in readings[start : start + 10_000])
        counts += np.bincount(np.frombuffer(block.encode("utf-32-le"), dtype=np.uint32), minlength=len(counts))
    least = max(FREQUENT_AT_LEAST, FREQUENT * len(readings))
    return frozenset(chr(code) for code in np.flatnonzero(counts >= least))
