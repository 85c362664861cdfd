"""A dateline is no part of the sentence behind it: "KELVA, Oskia (ABC) - Clashes broke out".

A parser takes the town for the subject and the first word for a name. Both are set right before the parse.
"""

import re

from spacy.language import Language
from spacy.tokens import Doc, Token

from variorum.annotations.dictionary import Dictionary

DATELINES = "datelines"
"""Name of the component."""

_AGENCY = r"(?:,? ?\([A-Z][^()\n]{1,40}\))"
_MORE = r"(?:[ ,/]{1,2}(?:al-|de |la |el |of )?[A-Z][\w.'’-]*){0,5}"
_DAY = r"(?:,? \d{1,2} [A-Z][a-z]{2,8}\.?|,? [A-Z][a-z]{2,8}\.? \d{1,2})?(?:,? \d{4})?"
_TOWNS = (
    rf"[A-Z]{{3,}}{_MORE}{_DAY}{_AGENCY}?\s*(?:—|–|--|-|:)",
    rf"[A-Z][\w.'’-]*{_MORE}{_AGENCY}\s*(?:—|–|--|-|:)",
    r"[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,2}, [A-Z][\w.'’-]*(?: [A-Z][\w'’-]*){0,2} (?:—|–|--)",
)
_DATELINE = re.compile(rf"^(?:{'|'.join(_TOWNS)})[ \xa0]+(?=[“\"‘']?[A-Z])", re.MULTILINE)
"""A town that opens a line before a dash or colon: in capitals, with an agency in brackets, or with its country."""

_COMMON = {"NNP": "NN", "NNPS": "NNS"}


@Language.factory(DATELINES)
class Datelines:
    """Begins a sentence behind each dateline, and reads its first word as the common noun that it is."""

    def __init__(self, nlp: Language, name: str) -> None:
        self._dictionary, self.name = Dictionary.of(nlp), name

    def __call__(self, doc: Doc) -> Doc:
        """Mark them; words and offsets stay."""
        for match in _DATELINE.finditer(doc.text):
            first = doc.char_span(match.end(), match.end() + 1, alignment_mode="expand")
            if first is not None and first.start > 0:
                self._begin(first[0])
        return doc

    def _begin(self, word: Token) -> None:
        word.is_sent_start = True
        if word.i + 1 < len(word.doc):
            word.nbor().is_sent_start = False
        if word.tag_ in _COMMON and self._dictionary.is_ordinary(word.lower_):
            word.tag_ = _COMMON[word.tag_] if not word.lower_.endswith("s") else "NNS"
