"""The language of a body of text, where there is enough of it to tell."""

from functools import cache
from pathlib import Path
from typing import Any

MIN_WORDS = 20
_SURE = 0.95
_SAMPLE = 4_000


@cache
def _identifier() -> Any:
    from py3langid import langid

    model = Path(langid.__file__).parent / langid.MODEL_FILE
    return langid.LanguageIdentifier.from_modelpath(str(model), norm_probs=True)


def guess_language(text: str) -> str:
    """Tell the ISO 639-1 code of the likeliest language, however unlikely."""
    return str(_identifier().classify(text[:_SAMPLE])[0])


def find_language(text: str) -> str | None:
    """Tell the ISO 639-1 code of a text's language; None below 20 words or where two languages are likely.

    Source: langid (Lui and Baldwin 2012), normalised probability of at least 0.95.
    """
    if len(text[: 20 * MIN_WORDS].split()) < MIN_WORDS:
        return None
    code, sure = _identifier().classify(text[:_SAMPLE])
    return str(code) if sure >= _SURE else None
