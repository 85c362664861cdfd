"""Datelines in the text: the place in capitals that opens a report, with its day or its agency, before a dash."""

from variorum.annotations.entity_page import Page

_DASHES = frozenset({"-", "\u2013", "\u2014", "--"})
_LONGEST, _SHORTEST = 12, 4
"""Tokens up to the dash; letters from which a word in capitals is no abbreviation."""

_MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept "
    "oct nov dec monday tuesday wednesday thursday friday saturday sunday".split()
)


def opens_dateline(page: Page, start: int, end: int) -> bool:
    """ "PELL, 3 May -", "OSK (Reuters) -": does a name in capitals open a line, and a day or an agency lead to a dash?"""
    name = page.slice(start, end)
    if not name.isupper() or len(name) < _SHORTEST or not _opens_line(page, start):
        return False
    stop = min(end + _LONGEST, len(page))
    dash = next((j for j in range(end, stop) if page.text[j] in _DASHES), None)
    if dash is None:
        return False
    between = [page.low[j] for j in range(end, dash)]
    return all(not word.isalpha() or page.is_capital(j) for j, word in enumerate(between, start=end)) and (
        "(" in between or any(word in _MONTHS for word in between)
    )


def _opens_line(page: Page, start: int) -> bool:
    return start == 0 or "\n" in page.text[start - 1]
