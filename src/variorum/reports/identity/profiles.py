"""What a report is known by, chosen from its clues: address, outlet and its country, section, standfirst.

A value that nothing states stays None; a description that only repeats the report's first words is no standfirst.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from variorum.reports.identity.urls import clean_address, find_address_section, find_domain
from variorum.reports.identity.trust import choose_source, first_value
from variorum.reports.lexicon import headline_key
from variorum.reports.lines import Clue
from variorum.reports.identity.outlets import country_of, find_outlet
from variorum.schema.reports import Span

DESCRIPTION = "page description"
_LEAST_LETTERS = 20
_LAST_WORD = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """Who published a report, where it stands, and under what. `domain` is a host without www."""

    source: str | None = None
    domain: str | None = None
    country: str | None = None
    url: str | None = None
    section: str | None = None
    subtitle: str | None = None


def choose_profile(clues: Sequence[Clue], text: str, title: Span | None) -> Profile:
    """Choose what a report is known by.

    Args:
        clues: in order of trust.
        text: the report's; `title` where its headline stands in it.
    """
    url = _address(clues)
    source, domain = _publisher(clues, find_domain(url))
    return Profile(
        source=source,
        domain=domain,
        country=country_of(source, domain),
        url=url,
        section=first_value(clues, "section") or (find_address_section(url) if url else None),
        subtitle=_subtitle(clues, text[title.end :] if title else text),
    )


def _address(clues: Sequence[Clue]) -> str | None:
    """The first address in its canonical form; one that is no web address stays as it was stated."""
    stated = [clue.value for clue in clues if clue.kind == "url"]
    return next((url for url in map(clean_address, stated) if url), stated[0] if stated else None)


def _publisher(clues: Sequence[Clue], host: str | None) -> tuple[str | None, str | None]:
    """The source and its host. A host that nothing names better is called what the lexicon calls its outlet."""
    chosen = choose_source(clues)
    named = chosen.value if chosen and chosen.basis != "address" else None
    domain = host or (find_domain(chosen.value) if chosen else None)
    if named or domain is None:
        return named, domain
    outlet = find_outlet(None, domain)
    return outlet.name if outlet else domain, domain


def _subtitle(clues: Sequence[Clue], body: str) -> str | None:
    stated = [clue for clue in clues if clue.kind == "subtitle"]
    own = next((clue.value for clue in stated if clue.basis != DESCRIPTION), None)
    described = next((clue.value for clue in stated if clue.basis == DESCRIPTION), None)
    return own or (described if described and not _repeats(described, clues, body) else None)


def _repeats(described: str, clues: Sequence[Clue], body: str) -> bool:
    """True where a description is a cut of the body, of the headline, or too short to say anything."""
    key = headline_key(described.rstrip(" .…"))
    titles = {headline_key(clue.value) for clue in clues if clue.kind in ("title", "source")}
    return (
        len(key) < _LEAST_LETTERS
        or key in titles
        or key[: max(_LEAST_LETTERS, len(key) - _LAST_WORD)] in headline_key(body)
    )
