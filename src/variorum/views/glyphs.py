"""The status glyphs of the record, each with its word, its plain ASCII form and its tone.

Tone is what colour may say, and no more: calm, warm, or plain.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Glyph:
    """One status mark. `ascii` stands in where a terminal has no Unicode."""

    key: str
    mark: str
    word: str
    meaning: str
    ascii: str
    tone: str


def _glyph(key: str, mark: str, ascii_mark: str, tone: str, meaning: str) -> tuple[str, Glyph]:
    word = key.replace("_", " ")
    return key, Glyph(key=key, mark=mark, word=word, meaning=meaning, ascii=ascii_mark, tone=tone)


GLYPHS: dict[str, Glyph] = dict(
    (
        _glyph("agreed", "●", "*", "calm", "two or more independent origins say so"),
        _glyph("compatible", "◐", "+", "calm", "origins differ in words or precision, and can all hold"),
        _glyph("single_origin", "○", "o", "plain", "one origin only, however many reports carry it"),
        _glyph("disputed", "≠", "!", "warm", "reports give values that cannot all hold"),
        _glyph("decided", "✓", "v", "calm", "a person ruled on it, with a reason"),
        _glyph("planned", "◌", ".", "plain", "told as still to come"),
        _glyph("called_off", "✕", "x", "plain", "was to happen and was called off"),
        _glyph("denied", "¬", "-", "warm", "denied by those who mention it"),
        _glyph("alleged", "?", "?", "warm", "told only as someone's word"),
    )
)

REALIS_GLYPHS = {"planned": "planned", "called_off": "called_off", "denied": "denied", "alleged": "alleged"}
"""Realis values that are shown by a glyph of their own."""

COVER_MARKS = {
    "states": ("■", "S", "states it"),
    "copies": ("□", "c", "copies it from another"),
    "contradicts": ("≠", "!", "contradicts it"),
    "omits": ("", " ", "leaves it out"),
    "could_not_know": ("", "/", "could not know: older than the event"),
    "not_asked": ("", " ", "is not asked: of another process, or too short to tell more than its news"),
}
"""Coverage value to (mark, ASCII mark, words)."""

TREATED = {
    "contradicts": "contradicted",
    "states": "stated",
    "copies": "copied",
    "omits": "left out",
    "could_not_know": "not to be known yet",
}
"""Coverage value to the word that stands behind a number of events."""


def event_glyph(realis: str, n_origins: int, finding: str | None) -> Glyph:
    """The glyph of an event: its realis where that is not plain fact, else how well it is attested.

    Args:
        finding: status of the event's finding on realis, or None where there is none.
    """
    if finding == "decided":
        return GLYPHS["decided"]
    if realis in REALIS_GLYPHS:
        return GLYPHS[REALIS_GLYPHS[realis]]
    if finding in ("disputed", "compatible"):
        return GLYPHS[finding]
    return GLYPHS["agreed" if n_origins > 1 else "single_origin"]
