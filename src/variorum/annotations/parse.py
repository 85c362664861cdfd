"""Text to `Doc`: the one place that loads a spaCy model. Sentences never cross a line of the report.

A line in capitals is parsed in ordinary print (`casing`): `doc.text` has the report's offsets and length, and its words but
for their case. Words that are shown or quoted are taken from the report by their offsets.
"""

from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span as DocSpan, Token

from variorum.annotations.casing import CaseRestoringTokenizer
from variorum.annotations.datelines import DATELINES
from variorum.config import Config
from variorum.errors import ConfigError
from variorum.schema.reports import Issue, Span


@Language.component("line_starts")
def start_sentences_at_lines(doc: Doc) -> Doc:
    """Begin a sentence after every line break: a heading without a full stop is no part of what follows.

    And begin none after the first word of a line, where the parser is prone to: "Ada | Baker resigns".
    """
    for token in doc[:-1]:
        if "\n" not in token.text:
            continue
        first = token.nbor()
        first.is_sent_start = True
        if first.i + 1 < len(doc) and first.is_alpha and doc[first.i + 1].is_alpha:
            doc[first.i + 1].is_sent_start = False
    return doc


LONGEST_SENTENCE = 300
"""Tokens after which words without a full stop are cut: some rules look at every pair of words of a sentence."""

_STOPS = frozenset({".", "!", "?", "\u2026"})
_PAUSES = frozenset({";", ":", ",", "-", "\u2013", "\u2014"})
_CUTS = "long_sentences"


@Language.component("long_sentences")
def cut_long_sentences(doc: Doc) -> Doc:
    """Begin a sentence within words that have no full stop for too long, after a pause where there is one."""
    first, cuts = 0, []
    for token in doc:
        if token.text in _STOPS or "\n" in token.text:
            first = token.i + 1
        elif token.i - first >= LONGEST_SENTENCE:
            cut = _last_pause(doc, token.i)
            doc[cut].is_sent_start = True
            cuts.append(doc[cut].idx)
            first = cut
    doc.user_data[_CUTS] = tuple(cuts)
    return doc


def _last_pause(doc: Doc, end: int) -> int:
    """The place after the last pause of the later half, else the end itself."""
    pauses = (i + 1 for i in range(end - 1, end - LONGEST_SENTENCE // 2, -1) if doc[i].text in _PAUSES)
    return next(pauses, end)


def find_cut_issues(doc: Doc) -> tuple[Issue, ...]:
    """Tell once that words without a full stop were cut: what belongs together across a cut is not seen."""
    cuts: tuple[int, ...] = doc.user_data.get(_CUTS, ())
    if not cuts:
        return ()
    what = (
        f"more than {LONGEST_SENTENCE} words and marks without a full stop were read in pieces, cut in {len(cuts)} "
        "places; what is told across a cut is not seen"
    )
    return (Issue(stage="annotations", kind="long_sentence", what=what, start=cuts[0], end=cuts[0] + 1),)


@cache
def _load(model: str) -> Language:
    try:
        nlp = spacy.load(model)
    except OSError as error:
        raise ConfigError(
            [("model", f"{model} is not an installed spaCy model; pip install it or change the setting")]
        ) from error
    nlp.add_pipe("line_starts", before="parser")
    nlp.add_pipe(DATELINES, after="line_starts")
    nlp.add_pipe("long_sentences", after=DATELINES)
    nlp.tokenizer = CaseRestoringTokenizer(nlp)
    return nlp


def load_parser(config: Config) -> Language:
    """Load the configured model, once a process.

    Raises:
        ConfigError: the model is not installed.
    """
    return _load(config.model)


def span_of(part: DocSpan | Token) -> Span:
    """The code points that a token or a run of tokens covers."""
    if isinstance(part, Token):
        return Span(start=part.idx, end=part.idx + len(part.text))
    return Span(start=part.start_char, end=part.end_char)


def tokens_in(doc: Doc, span: Span) -> DocSpan:
    """The tokens that a span touches.

    Raises:
        ValueError: the span touches none.
    """
    found = doc.char_span(span.start, span.end, alignment_mode="expand")
    if found is None:
        raise ValueError(f"no tokens at {span.start}-{span.end}")
    return found


def text_of(doc: Doc) -> str:
    """The text that was parsed, put together once a doc: spaCy does so at every `doc.text`."""
    if "text" not in doc.user_data:
        doc.user_data["text"] = doc.text
    text: str = doc.user_data["text"]
    return text


def token_at(doc: Doc, offset: int) -> Token:
    """The token that a code point is in.

    Raises:
        ValueError: it is in none.
    """
    return tokens_in(doc, Span(start=offset, end=offset + 1))[0]


def trimmed(doc: Doc, start: int, end: int) -> Span:
    """The code points of a run of tokens without marks and white space at its ends."""
    while end - start > 1 and (doc[start].is_punct or doc[start].is_space):
        start += 1
    while end - start > 1 and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    return Span(start=doc[start].idx, end=doc[end - 1].idx + len(doc[end - 1].text))
