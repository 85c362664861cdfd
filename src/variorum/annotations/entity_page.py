"""A parsed report as plain lists, and the drafts that the entity annotator works on before it emits mentions.

Reading a token attribute once into a list is what keeps the annotator cheap beside parsing.
"""

from dataclasses import dataclass, field

from spacy.tokens import Doc

from variorum.schema.reports import Span

Key = tuple[str, ...]
"""What a chain is about: ("country", "ARM"), ("state", "velmar"), ("person", "aliev", "ilham"), ..."""

_NO_CASE = frozenset(
    "a an and as at but by for from in into of on or over the to with after before via vs amid".split()
)
_HEADING_WORDS = 4
_HEADING_SHARE = 0.75


@dataclass(slots=True, kw_only=True)
class Draft:
    """A mention in the making; `start` and `end` are token indexes, half-open."""

    start: int
    end: int
    kind: str
    form: str
    name: str
    key: Key
    country: str | None = None
    owner: Key | None = None
    office: str | None = None
    titles: tuple[int, int] | None = None
    members: tuple[Key, ...] = ()
    ids: tuple[str, ...] = ()
    plural: bool = False
    female: bool | None = None
    sort: str = ""


@dataclass(slots=True)
class Page:
    """The token lists of one report. `label` is spaCy's vote, empty where it has none."""

    doc: Doc
    text: list[str] = field(init=False)
    low: list[str] = field(init=False)
    tag: list[str] = field(init=False)
    dep: list[str] = field(init=False)
    head: list[int] = field(init=False)
    lemma: list[str] = field(init=False)
    sentence: list[int] = field(init=False)
    starts: list[int] = field(init=False)
    label: list[str] = field(init=False)
    part: list[int] = field(init=False)
    heading: list[bool] = field(init=False)
    raw: str = field(init=False)
    begins: list[int] = field(init=False)
    ends: list[int] = field(init=False)

    def __post_init__(self) -> None:
        tokens = list(self.doc)
        self.text = [token.text for token in tokens]
        self.raw = self.doc.text
        self.begins = [token.idx for token in tokens]
        self.ends = [token.idx + len(token.text) for token in tokens]
        self.low = [text.casefold() for text in self.text]
        self.tag = [token.tag_ for token in tokens]
        self.dep = [token.dep_ for token in tokens]
        self.head = [token.head.i for token in tokens]
        self.lemma = [token.lemma_.casefold() for token in tokens]
        self.label = [token.ent_type_ for token in tokens]
        self.part = [-1] * len(tokens)
        for number, ent in enumerate(self.doc.ents):
            self.part[ent.start : ent.end] = [number] * (ent.end - ent.start)
        self._read_sentences()

    def _read_sentences(self) -> None:
        self.sentence, self.starts, self.heading = [], [], []
        for number, sent in enumerate(self.doc.sents):
            self.starts.append(sent.start)
            self.sentence.extend([number] * (sent.end - sent.start))
            self.heading.append(self._is_heading(sent.start, sent.end))

    def _is_heading(self, start: int, end: int) -> bool:
        words = [self.text[i] for i in range(start, end) if self.text[i][0].isalpha() and self.low[i] not in _NO_CASE]
        upper = sum(word[0].isupper() for word in words)
        stopped = any(text in (".", ".”", '."') for text in self.text[max(start, end - 3) : end])
        return len(words) >= _HEADING_WORDS and upper >= _HEADING_SHARE * len(words) and not stopped

    def __len__(self) -> int:
        return len(self.text)

    def word(self, i: int) -> str:
        """The folded-case word at a place, empty outside the report."""
        return self.low[i] if 0 <= i < len(self.low) else ""

    def is_capital(self, i: int) -> bool:
        """Does the token begin with a capital letter?"""
        return 0 <= i < len(self.text) and self.text[i][0].isupper()

    def begins_sentence(self, i: int) -> bool:
        """Is the token the first word of its sentence, opening marks aside?"""
        first = self.starts[self.sentence[i]]
        return all(not self.text[j][0].isalnum() for j in range(first, i))

    def slice(self, start: int, end: int) -> str:
        """The words of a run of tokens, as written."""
        return self.raw[self.begins[start] : self.ends[end - 1]] if start < end else ""

    def span(self, start: int, end: int) -> Span:
        """The code points of a run of tokens."""
        return Span(start=self.begins[start], end=self.ends[end - 1])

    def root(self, start: int, end: int) -> int:
        """The token of a run that the others hang on."""
        return next(
            (i for i in range(end - 1, start - 1, -1) if not start <= self.head[i] < end or self.head[i] == i), end - 1
        )

    def is_possessive(self, end: int) -> bool:
        """Does a possessive mark follow?"""
        return self.word(end) in ("'s", "’s", "'", "’") and self.tag[end] == "POS"

    def after_possessive(self, end: int) -> int:
        """The token after a possessive mark, or the end itself."""
        return end + 1 if end < len(self) and self.is_possessive(end) else end

    def next_sentence_end(self, i: int) -> int:
        """The end of the sentence that holds a token."""
        number = self.sentence[i] + 1
        return self.starts[number] if number < len(self.starts) else len(self)
