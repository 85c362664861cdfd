"""Mojibake: UTF-8 that was read as Windows-1252 and encoded again ("donâ€™t", "GenÃ¨ve"), found and set right.

Source: the Unicode Standard's table of well-formed UTF-8; Windows-1252 as Python's codec has it, with its five holes
as Latin-1 fills them, which is how browsers read it.
"""

import re
from dataclasses import dataclass

_HOLES = {0x81, 0x8D, 0x8F, 0x90, 0x9D}


def _char(byte: int) -> str:
    return chr(byte) if byte in _HOLES else bytes([byte]).decode("cp1252")


_BYTES = {_char(byte): byte for byte in range(0x80, 0x100)}


def _class(first: int, last: int) -> str:
    return "[" + "".join(re.escape(_char(byte)) for byte in range(first, last + 1)) + "]"


_LATER = _class(0x80, 0xBF)
_SEQUENCE = re.compile(
    f"{_class(0xC2, 0xDF)}{_LATER}|{_class(0xE0, 0xEF)}{_LATER}{{2}}|{_class(0xF0, 0xF4)}{_LATER}{{3}}"
)
_SURE = re.compile("[ÂÃ][\u0080-\u00bfŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]|â[€‚„†]" + _LATER)
_OTHER = re.compile(r"[^\x00-\x7f]")
_ENOUGH = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Mended:
    """Text set right, and how many of its characters were."""

    text: str
    count: int


def mend_mojibake(text: str) -> Mended | None:
    """Set mojibake right; None where there is none, or too little to be sure.

    Sequences that hardly any language writes count twice over; others only where all of the text's letters beyond
    ASCII are such sequences.
    """
    if text.isascii():
        return None
    found = list(_SEQUENCE.finditer(text))
    if not found:
        return None
    sure = [match for match in found if _SURE.match(match[0])]
    all_of_it = len(_OTHER.findall(text)) == sum(len(match[0]) for match in found)
    if not (len(sure) >= 2 or (len(sure) == 1 and sure[0][0].startswith("â")) or (all_of_it and len(found) >= _ENOUGH)):
        return None
    chosen = found if all_of_it else sure
    return _replaced(text, chosen)


def _replaced(text: str, chosen: list[re.Match[str]]) -> Mended | None:
    pieces: list[str] = []
    position = count = 0
    for match in chosen:
        right = _right(match[0])
        if right is not None:
            pieces += [text[position : match.start()], right]
            position = match.end()
            count += 1
    pieces.append(text[position:])
    return Mended(text="".join(pieces), count=count) if count else None


def _right(sequence: str) -> str | None:
    try:
        return bytes(_BYTES[char] for char in sequence).decode("utf-8")
    except UnicodeDecodeError:
        return None
