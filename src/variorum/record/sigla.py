"""Short stable names of sources: two to four letters from the name, R1, R2, ... where no source is known."""

import re
from collections.abc import Sequence

from variorum.schema.reports import Report

_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset({"the", "of", "and", "for", "la", "le", "de", "der", "die", "das", "el"})
LONGEST = 4


def make_sigla(reports: Sequence[Report]) -> dict[str, str]:
    """Give every report its siglum. Reports of one source share it; two sources never do.

    Returns:
        siglum of each report id; it does not depend on the order given.
    """
    sources = sorted({r.source for r in reports if r.source})
    of_source: dict[str, str] = {}
    for source in sources:
        of_source[source] = _free(source, set(of_source.values()))
    unnamed = sorted((r for r in reports if not r.source), key=lambda r: (r.file, r.report_id))
    numbered = {r.report_id: f"R{i}" for i, r in enumerate(unnamed, start=1)}
    return {r.report_id: of_source[r.source] if r.source else numbered[r.report_id] for r in reports}


def _free(source: str, taken: set[str]) -> str:
    for candidate in _candidates(source):
        if candidate not in taken and not re.fullmatch(r"R\d+", candidate):
            return candidate
    base = _candidates(source)[0]
    return next(f"{base}{i}" for i in range(2, len(taken) + 3) if f"{base}{i}" not in taken)


def _candidates(source: str) -> list[str]:
    """An acronym or number that the name holds, its initials, its first letters."""
    name = re.sub(r"\.(com|org|net|info|news|[a-z]{2})$", "", source.casefold().removeprefix("www."))
    words = [w for w in _WORD.findall(name if "." in source else source) if w.lower() not in _SMALL] or [source]
    acronyms = [w for w in words if 2 <= len(w) <= LONGEST and w == w.upper()]
    initials = "".join(w[0] for w in words)[:LONGEST].upper()
    letters = "".join(_WORD.findall(name)).upper()
    found = [*acronyms, *([initials] if len(initials) > 1 else []), letters[:2], letters[:3], letters[:LONGEST]]
    return [c for c in found if len(c) >= 2] or ["X" + initials]
