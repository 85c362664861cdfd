"""Words that speak to the reader, or of the outlet itself, and tell nothing of what happened."""

import re
from functools import cache

from variorum.reports.cleaning.shapes import count_words, is_paragraph
from variorum.schema.lexicons import read_lexicon

_QUOTED = re.compile(r"[“”\"«»„]")
_MOST_WORDS = 60


def speaks_to_reader(text: str) -> bool:
    """True of words outside quotation marks that mean the reader or the outlet itself."""
    own = _QUOTED.search(text) is None
    return own and any(_pattern(kind).search(text) for kind in ("pronouns", "starts", "nouns"))


def calls_reader(text: str) -> bool:
    """True of a call to the reader: stricter, for a line that is seen once only.

    It has words of a site's own papers, or two of these: it begins as calls do, says "you", holds a word of publishing.
    A short one may say "you", or begin so and tell nothing past, and no more.
    """
    if count_words(text) > _MOST_WORDS or _QUOTED.search(text):
        return False
    begins, says_you, names = (bool(_pattern(kind).search(text)) for kind in ("starts", "second", "nouns"))
    if _pattern("strong").search(text) or begins + says_you + names > 1:
        return True
    return not is_paragraph(text) and (says_you or (begins and not _past().search(text)))


@cache
def _past() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in read_lexicon("furniture")["reader"]["past"])
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    """Words of one kind. Pronouns are taken as written, since "US" is a state; beginnings only where a line begins."""
    words = read_lexicon("furniture")["reader"][kind]
    if kind in ("pronouns", "second"):
        forms = "|".join(re.escape(form) for word in words for form in (word, word.capitalize()))
        return re.compile(rf"(?<!\w)(?:{forms})(?!\w)")
    joined = "|".join(re.escape(word) for word in words)
    return re.compile(rf"^\W*(?:{joined})(?!\w)" if kind == "starts" else rf"(?<!\w)(?:{joined})(?!\w)", re.IGNORECASE)
