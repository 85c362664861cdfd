"""Case restored: text in capitals as it would stand in ordinary print, for the parser only.

A line whose letters are mostly capitals tells nothing by them, and a parser that learnt from ordinary print misreads it.
Its words are put in lower case but for starts of sentences and names: what the gazetteer writes with a capital, what
the rest of the report shows with one, what follows a title or a given name, and words that no dictionary has. Every
letter stays at its place; the report's own text is not touched.
"""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc

from variorum.annotations.dictionary import Dictionary
from variorum.schema.countries import lexicon_text
from variorum.schema.gazetteer import Gazetteer, load_gazetteer
from variorum.schema.names import PARTICLES

SHARE = 0.8
"""Least share of capitals among the letters of a line that is set in capitals."""
WORDS = 4
"""Least number of words of such a line: shorter ones are headings and codes."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*\.?(?:[^\W\d_]\.)*")
_STARTS = re.compile(r"[.!?]['\"”’)\]]* +['\"“‘(\[]*$")
_HEADED = re.compile(r"(?:^|--|[.!?\]]) *\[[^\[\]]*\] +$")
_CODE = re.compile(r"-?\d")
_LONGEST_CODE, _NEAR = 3, 8
_TIGHT = re.compile(r"[ -]")
_LONGEST_NAME = 6
_TITLED = ("office", "modifier")
_STATES = ("country", "demonym", "people", "capital")
_NAMED = (*_STATES, "seat", "disputed", "region", "water", "historical", "subdivision")
_BODIES = ("organization", "group")
_AMBIGUOUS = frozenset({"polish", "turkey", "democratic", "republican"})
"""Words of peoples and states that are ordinary words as well."""
_TOWN, _CITY = 1_500, 50_000
"""Inhabitants from which a place is more likely meant than a noun of which no plural is known: one that the model has
seen with a capital, and any."""
_ARTICLES = frozenset("el la los las san santa santo saint st new fort mount port".split())
_DATED = re.compile(r"(?:\d|\b(?:in|of|since|until|by|last|next|this|early|late|mid))[ -]$", re.IGNORECASE)
_INNER = frozenset("of the and de del la las los el y for in on to at".split()) | PARTICLES


@dataclass(frozen=True, slots=True, kw_only=True)
class _Word:
    """A word of a line in capitals: where it stands, its lower case, and whether a sentence begins with it."""

    start: int
    end: int
    text: str
    lower: str
    starts: bool
    dated: bool
    after_digit: bool
    code: bool


class CaseRestorer:
    """Puts texts in capitals into ordinary print. Knows the language's words and the gazetteer; no report."""

    def __init__(self, dictionary: Dictionary, gazetteer: Callable[[], Gazetteer] = load_gazetteer) -> None:
        self._dictionary = dictionary
        self._open = gazetteer

    @cached_property
    def _gazetteer(self) -> Gazetteer:
        return self._open()

    def restore(self, text: str) -> str:
        """Give the text with its lines in capitals in ordinary print; of the same length, other lines as they were."""
        lines = text.split("\n")
        capital = [is_capital(line) for line in lines]
        if not any(capital):
            return text
        shown = _shown_names(line for line, loud in zip(lines, capital, strict=True) if not loud)
        return "\n".join(self._line(line, shown) if loud else line for line, loud in zip(lines, capital, strict=True))

    def _line(self, line: str, shown: Mapping[str, bool]) -> str:
        words = list(_words(line))
        forms = [self._form(word, shown) for word in words]
        self._capitalise_phrases(line, words, forms)
        self._capitalise_persons(line, words, forms)
        pieces, end = [], 0
        for word, form in zip(words, forms, strict=True):
            pieces += [line[end : word.start], _begin(form) if word.starts else form]
            end = word.end
        return "".join([*pieces, line[end:]])

    def _form(self, word: _Word, shown: Mapping[str, bool]) -> str:
        """One word by itself: in lower case, with a capital, or as it is."""
        if not _keeps_length(word.text):
            return word.text
        if word.lower in shown:
            return _capital(word.text) if shown[word.lower] else word.text.lower()
        if word.code:
            return word.text
        if word.lower in _ARTICLES or word.after_digit:
            return word.text.lower()
        if word.lower in _stopped() or word.lower in _given():
            return _capital(word.text)
        if "." in word.text[:-1] or self._dictionary.is_short_form(word.lower) or self._is_acronym(word.text):
            return word.text
        if self._is_name(word.lower.removesuffix("'s").removesuffix("’s"), dated=word.dated):
            return _capital(word.text)
        return word.text.lower()

    @lru_cache(maxsize=65536)  # noqa: B019 - one restorer a model and process
    def _is_name(self, word: str, *, dated: bool) -> bool:
        if self._dictionary.is_calendar(word):
            return dated or not (self._dictionary.is_verb(word) or word in self._dictionary.stops)
        if word in self._dictionary.stops or word in _AMBIGUOUS or word in _ordinary():
            return False
        if self._has_entry(word, *_STATES):
            return True
        if self._dictionary.is_verb(word) or self._dictionary.is_ordinary(word):
            return False
        if self._has_entry(word, *_NAMED):
            return True
        if self._dictionary.is_known(word):
            return self._is_place(word, _TOWN if self._dictionary.is_name(word) else _CITY)
        return not self._dictionary.is_lower_only(word) or self._is_place(word, _TOWN)

    def _is_acronym(self, word: str) -> bool:
        """True for a body or group whose name the gazetteer writes in capitals and no ordinary word has ("NATO", "WHO" not)."""
        if self._dictionary.is_ordinary(word.lower()):
            return False
        entry = self._gazetteer.first(word, *_BODIES)
        return entry is not None and entry.surface.isupper()

    def _has_entry(self, name: str, *types: str) -> bool:
        entry = self._gazetteer.first(name, *types)
        return entry is not None and entry.surface[:1].isupper()

    def _is_place(self, word: str, inhabitants: int) -> bool:
        return any(place.population >= inhabitants for place in self._gazetteer.find_places(word))

    def _capitalise_phrases(self, line: str, words: list[_Word], forms: list[str]) -> None:
        """Names of several words: "SAN SALVADOR", "UNITED NATIONS", "SECURITY COUNCIL"."""
        at = 0
        while at < len(words):
            length = next((n for n in range(_LONGEST_NAME, 1, -1) if self._is_phrase(line, words[at : at + n], n)), 1)
            for place in range(at, at + length if length > 1 else at):
                if _keeps_length(words[place].text) and (place == at or words[place].lower not in _INNER):
                    forms[place] = _capital(words[place].text)
            at += length

    def _is_phrase(self, line: str, words: list[_Word], length: int) -> bool:
        if len(words) < length or any(not _TIGHT.fullmatch(line[a.end : b.start]) for a, b in pairwise(words)):
            return False
        if words[-1].lower in self._dictionary.stops:
            return False
        name = line[words[0].start : words[-1].end].lower()
        if words[0].lower in _ARTICLES and self._gazetteer.has_place(name):
            return True
        if not self._gazetteer.begins(name):
            return False
        return self._has_entry(name, *_NAMED, *_BODIES)

    def _capitalise_persons(self, line: str, words: list[_Word], forms: list[str]) -> None:
        """A title before a name ("PRESIDENT ADA BLOM"), and the surname after a given name ("GEORGE BUSH")."""
        for place in range(len(words) - 2, -1, -1):
            word, following = words[place], words[place + 1]
            if line[word.end : following.start] != " " or not forms[place].islower():
                continue
            if forms[place + 1][:1].isupper() and self._gazetteer.first(word.lower, *_TITLED) is not None:
                forms[place] = _capital(word.text)
            if forms[place + 1][:1].isupper() and word.lower in _ARTICLES and not following.starts:
                forms[place] = _capital(word.text)
        for place in range(1, len(words)):
            before, word = words[place - 1], words[place]
            if line[before.end : word.start] != " " or not forms[place].islower():
                continue
            if before.lower in _given() and forms[place - 1][:1].isupper() and not self._goes_on(word.lower):
                forms[place] = _capital(word.text)

    def _goes_on(self, word: str) -> bool:
        """True where a word after a given name is no surname: a word of grammar or a verb in the past."""
        return word in _INNER or word in self._dictionary.stops or self._dictionary.is_verb_form(word)


def is_capital(line: str) -> bool:
    """True of a line whose letters are mostly capitals, and which has enough words to be read as sentences."""
    upper = sum(map(str.isupper, line))
    if upper < WORDS:
        return False
    lower = sum(map(str.islower, line))
    return upper >= SHARE * (upper + lower) and len(_WORD.findall(line)) >= WORDS


def _words(line: str) -> Iterator[_Word]:
    for match in _WORD.finditer(line):
        start, before = match.start(), line[max(0, match.start() - _NEAR) : match.start()]
        yield _Word(
            start=start,
            end=match.end(),
            text=match[0],
            lower=match[0].lower().rstrip("."),
            starts=_starts_sentence(line, start),
            dated=_DATED.search(before) is not None or line[match.end() : match.end() + 2].strip()[:1].isdigit(),
            after_digit=before[-1:].isdigit(),
            code=len(match[0]) <= _LONGEST_CODE and _CODE.match(line, match.end()) is not None,
        )


def _starts_sentence(line: str, start: int) -> bool:
    """True at the first word of a line and after a full stop, a question or exclamation mark, or a bracketed heading."""
    if start < _NEAR and not line[:start].strip("'\"“‘([ -\t"):
        return True
    before = line[max(0, start - _NEAR) : start]
    if before.endswith("] "):
        return _HEADED.search(line, max(0, start - 80), start) is not None
    return _STARTS.search(before) is not None and not _after_short_form(line, start)


def _after_short_form(line: str, start: int) -> bool:
    """True after "DR. ", "NO. " and initials: their stop ends no sentence."""
    last = re.search(r"(?:^|[\s(\[\"“])([^\W\d_]+)\. +$", line[max(0, start - 12) : start])
    return last is not None and (len(last[1]) == 1 or last[1].lower() in (_stopped() | {"no"}))


@cache
def _given() -> frozenset[str]:
    return frozenset(tomllib.loads(lexicon_text("casing"))["given"].split())


@cache
def _ordinary() -> frozenset[str]:
    return frozenset(tomllib.loads(lexicon_text("casing"))["ordinary"].split())


@cache
def _stopped() -> frozenset[str]:
    return frozenset(tomllib.loads(lexicon_text("casing"))["stopped"].split())


def _keeps_length(word: str) -> bool:
    """False of the few letters whose lower case is two code points ("İ")."""
    return len(word.lower()) == len(word)


def _capital(word: str) -> str:
    """A word in lower case but for its first letter; "O'HIGGINS" keeps its second capital, "PERU'S" none."""
    return re.sub(r"(?<=^O['’])\w", lambda letter: letter[0].upper(), _begin(word.lower()))


def _begin(word: str) -> str:
    """A word with its first letter in upper case, where that is one letter ("ß" is not)."""
    first = word[:1].upper()
    return first + word[1:] if len(first) == 1 else word


def _shown_names(lines: Iterator[str]) -> dict[str, bool]:
    """Words of the report's ordinary lines: lower-cased, with whether they stand with a capital, also within sentences."""
    shown: dict[str, bool] = {}
    for line in lines:
        for word in _words(line):
            if word.text[1:].islower() and not word.starts:
                shown[word.lower] = word.text[0].isupper() and shown.get(word.lower, True)
    return shown


_ENDLESS = re.compile(r"\S{600,}")
_PIECE = re.compile(r"\S{100,300}?(?=[^\w\s])|\S{1,300}")


def _pieces(text: str) -> list[str]:
    """A text, cut within hundreds of characters without white space, at marks where there are any.

    The tokenizer takes marks off one by one, and nothing that is read is that long: no number, no name.
    """
    runs = (run.span() for run in _ENDLESS.finditer(text))
    cuts = [
        piece.start() for start, end in runs for piece in _PIECE.finditer(text, start, end) if piece.start() > start
    ]
    return [text[start:end] for start, end in pairwise([0, *cuts, len(text)])]


class CaseRestoringTokenizer:
    """A tokenizer that sees text in capitals in ordinary print: offsets and length are the text's own."""

    def __init__(self, nlp: Language) -> None:
        self._tokenizer = nlp.tokenizer
        self._restorer = CaseRestorer(Dictionary.of(nlp))

    def __call__(self, text: str) -> Doc:
        """Tokenize."""
        pieces = _pieces(self.restore(text))
        if len(pieces) == 1:
            return self._piece(pieces[0])
        return Doc.from_docs([self._piece(piece) for piece in pieces], ensure_whitespace=False) or self._piece("")

    def _piece(self, text: str) -> Doc:
        doc: Doc = self._tokenizer(text)
        return doc

    def restore(self, text: str) -> str:
        """What the parser sees of a text."""
        return self._restorer.restore(text)
