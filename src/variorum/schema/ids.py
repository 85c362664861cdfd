"""Content-hash ids: same input, same id, on any machine. A one-letter prefix says what the id names."""

from hashlib import blake2b

PREFIXES = {
    "report": "r",
    "mention": "m",
    "entity": "e",
    "event": "v",
    "figure": "f",
    "statement": "s",
    "label": "l",
    "instrument": "i",
    "claim": "c",
    "finding": "n",
    "disagreement": "d",
    "evidence": "x",
    "story": "t",
    "process": "p",
    "origin": "o",
    "decision": "j",
    "issue": "u",
    "run": "b",
    "office": "h",
    "party": "g",
    "relation": "k",
}
_SEPARATOR = "\x1f"


def mint(kind: str, *parts: str | int | float | None) -> str:
    """Make the id of a thing of one kind from what identifies it.

    Args:
        kind: a key of `PREFIXES`.
        parts: the identifying values, in a fixed order; None and "" are different.

    Raises:
        KeyError: an unknown kind.
    """
    text = _SEPARATOR.join("\x00" if part is None else str(part) for part in parts)
    digest = blake2b(text.encode("utf-8"), digest_size=8, person=kind.encode()[:16])
    return PREFIXES[kind] + digest.hexdigest()


def digest(data: bytes) -> str:
    """Hash raw bytes (blake2b, 128 bits, hexadecimal)."""
    return blake2b(data, digest_size=16).hexdigest()
