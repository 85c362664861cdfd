"""What stands beside a match: the words before and after it, and the token that it hangs on."""

import re

from spacy.tokens import Doc, Token

_LAST_WORD = re.compile(r"([\w']+)\W{0,2}$")
_NEXT_WORD = re.compile(r"[ \"“‘'(-]{0,3}([\w']+)")


def word_before(text: str, start: int) -> str:
    """The word that ends just before an offset, in lower case; "" at a line's start."""
    found = _LAST_WORD.search(text, max(0, start - 30), start)
    return found[1].lower() if found and "\n" not in found[0] else ""


def word_after(text: str, end: int) -> str:
    """The word that begins just after an offset, in lower case; "" where punctuation or the line's end parts them."""
    found = _NEXT_WORD.match(text, end, end + 40)
    return found[1].lower() if found else ""


def root_in(doc: Doc, start: int, end: int) -> Token | None:
    """The token that a stretch of text hangs on; None where it holds none."""
    found = doc.char_span(start, end, alignment_mode="expand")
    return found.root if found is not None else None
