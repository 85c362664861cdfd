"""Lexicon names, offices and bodies as they stand in a report: longest match, capitals minded.

It says what words may mean; which meaning holds is decided where sentences are read.
"""

from dataclasses import dataclass

from variorum.annotations.entity_page import Page
from variorum.schema.countries import Entry
from variorum.schema.gazetteer import Gazetteer
from variorum.schema.names import fold

NAME_TYPES = frozenset(
    "country seat capital demonym people disputed region water historical subdivision organization group".split()
)
ROLE_TYPES = frozenset({"office", "body", "plural"})
_INNER = frozenset({"-", "–", "'", "’", "'s", "’s"})
_MAX_WORDS = 9
_SHORT = 6
_ARTICLE_NEEDED = frozenset({"west", "gulf", "arctic", "commonwealth"})
_LOWER_STARTS = frozenset(
    {"al", "sub", "anti", "al-qaeda", "al-qaida", "al-shabaab", "al-shabab", "al-nusra", "dpa", "anti-balaka", "ex"}
)
_CAPITAL_ONLY = frozenset(
    {"major", "general", "private", "justice", "cardinal", "miss", "dame", "lord", "secretary", "captain", "marshal"}
)
_UPPER_ONLY = frozenset({"pm", "fm", "mp", "ceo"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A run of tokens that the lexicons know, with all that it may mean."""

    start: int
    end: int
    entries: tuple[Entry, ...]

    def first(self, *types: str) -> Entry | None:
        """The first meaning of one of the types, in the order of the types."""
        return next((entry for type_ in types for entry in self.entries if entry.type == type_), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """An office, body or group word in the text, lower case or not."""

    start: int
    end: int
    entry: Entry
    plural: bool


def match_names(page: Page, gazetteer: Gazetteer) -> list[Match]:
    """Find the longest lexicon names, in text order, never overlapping."""
    found: list[Match] = []
    i = 0
    while i < len(page):
        match = _longest_name(page, gazetteer, i) if _may_start(page, i) else None
        if match is None or _is_part_of_person(page, match):
            i += 1
            continue
        found.append(match)
        i = match.end
    return found


def _may_start(page: Page, i: int) -> bool:
    return any(letter.isupper() for letter in page.text[i]) or page.low[i] in _LOWER_STARTS


def _longest_name(page: Page, gazetteer: Gazetteer, i: int) -> Match | None:
    best = None
    for end in range(i + 1, min(i + _MAX_WORDS, page.next_sentence_end(i)) + 1):
        if not page.text[end - 1][0].isalnum() and page.text[end - 1] not in _INNER:
            break
        text = page.slice(i, end)
        if not gazetteer.begins(fold(text)):
            break
        if not page.text[end - 1][0].isalnum():
            continue
        entries = tuple(e for e in gazetteer.entries(text) if e.type in NAME_TYPES and is_written_as(e.surface, text))
        if entries and not _lacks_article(page, i, end):
            best = Match(start=i, end=end, entries=entries)
    return best


def _lacks_article(page: Page, start: int, end: int) -> bool:
    if end - start > 1 or page.low[start] not in _ARTICLE_NEEDED:
        return False
    return page.word(start - 1) != "the" or page.is_capital(end) or page.word(end) == "of"


def is_written_as(surface: str, text: str) -> bool:
    """Do the capitals of a text fit a name: "WHO" is no "who", "Islamic State" no "Islamic state"?"""
    plain, given = surface.replace(".", ""), text.replace(".", "")
    if len(plain) <= _SHORT and any(letter.isupper() for letter in plain[1:]) and " " not in plain and "-" not in plain:
        return given == plain
    if given.isupper() and len(given) > 3:
        return True
    words, written = plain.replace("-", " ").split(), given.replace("-", " ").split()
    if len(words) != len(written):
        return given[:1].isupper()
    pairs = zip(words, written, strict=True)
    return all(not word[0].isupper() or other[0].isupper() for word, other in pairs)


def _is_part_of_person(page: Page, match: Match) -> bool:
    """Is a country or town only a given name or a surname here ("Chad Baker", "Ann London")?"""
    if match.first("demonym", "people", "organization", "group") is not None:
        return False
    if all(entry.type == "subdivision" for entry in match.entries) and _is_beside_name(page, match):
        return True
    part = page.part[match.start]
    if part < 0 or page.label[match.start] != "PERSON":
        return False
    ent = page.doc.ents[part]
    inside = [i for i in range(ent.start, ent.end) if not match.start <= i < match.end]
    if match.start == ent.start and len(inside) == 2 and page.word(ent.start - 1) in ("to", "for"):
        return False
    return bool(inside) and all(page.tag[i] == "NNP" and page.text[i].isalpha() for i in inside) and len(inside) < 3


def _is_beside_name(page: Page, match: Match) -> bool:
    """Does a minor division's name stand where a person's would: labelled one, or in a row of names?"""
    row = (match.start - 1, match.end)
    return page.label[match.start] == "PERSON" or any(page.is_capital(i) and page.tag[i] == "NNP" for i in row)


def match_roles(page: Page, gazetteer: Gazetteer, covered: list[bool]) -> list[Role]:
    """Find offices, bodies and words for groups outside of names, longest first, in text order."""
    found: list[Role] = []
    surnames = _office_surnames(page, gazetteer)
    i = 0
    while i < len(page):
        opens = not covered[i] and _may_open(page, gazetteer, i) and not _is_surname(page, surnames, i)
        role = _longest_role(page, gazetteer, covered, i) if opens else None
        if role is None:
            i += 1
            continue
        found.append(role)
        i = role.end
    return found


def _office_surnames(page: Page, gazetteer: Gazetteer) -> frozenset[str]:
    """Offices that are surnames in this report ("Ruth Bishop"): the last word of what the parser takes for a person."""
    found = set()
    for ent in page.doc.ents:
        last = ent.end - 1
        if ent.label_ != "PERSON" or last == ent.start or gazetteer.first(page.low[last], "office") is None:
            continue
        given = page.word(last - 1)
        if page.is_capital(last) and page.is_capital(last - 1) and not gazetteer.entries(given):
            found.add(page.low[last])
    return frozenset(found)


def _is_surname(page: Page, surnames: frozenset[str], i: int) -> bool:
    if page.low[i] not in surnames or not page.is_capital(i) or page.word(i - 1) in ("the", "a", "an"):
        return False
    return not (page.is_capital(i + 1) and page.tag[i + 1].startswith("NNP"))


def _may_open(page: Page, gazetteer: Gazetteer, i: int) -> bool:
    """Does any lexicon word begin with this one, its plural ending aside? A cheap look before the long one."""
    word = page.low[i]
    if not word[0].isalpha():
        return False
    if word.endswith("s"):
        word = word[:-3] if word.endswith("ies") else word[:-1]
    return len(word) < 2 or gazetteer.begins(fold(word))


def _longest_role(page: Page, gazetteer: Gazetteer, covered: list[bool], i: int) -> Role | None:
    best = None
    text = page.low[i]
    for end in range(i + 1, min(i + 5, page.next_sentence_end(i)) + 1):
        if end > i + 1:
            text = fold(page.slice(i, end))
            if covered[end - 1] or not (page.text[end - 1][0].isalnum() or page.text[end - 1] in "-–'’'s"):
                break
            if not page.text[end - 1][0].isalnum():
                continue
        role = _role_of(page, gazetteer, text, i, end)
        best = role or best
        if end == i + 1 and not page.text[i][0].isalpha():
            break
        if not gazetteer.begins(fold(text)):
            break
    return best


def _role_of(page: Page, gazetteer: Gazetteer, text: str, start: int, end: int) -> Role | None:
    entries = [entry for entry in gazetteer.entries(text) if entry.type in ROLE_TYPES]
    plural = False
    if not any(entry.type != "plural" for entry in entries) and text.endswith("s") and not entries:
        singular = text[:-3] + "y" if text.endswith("ies") else text[:-1]
        entries = [entry for entry in gazetteer.entries(singular) if entry.type == "office"]
        plural = bool(entries)
    if not entries or not _is_noun(page, start, end):
        return None
    plural = plural or entries[0].type == "plural"
    return Role(start=start, end=end, entry=entries[0], plural=plural)


def _is_noun(page: Page, start: int, end: int) -> bool:
    if end - start > 1:
        return True
    word = page.low[start].replace(".", "")
    if word in _UPPER_ONLY:
        return page.text[start].isupper() and not page.word(start - 1)[-1:].isdigit()
    if word in _CAPITAL_ONLY and not page.is_capital(start):
        return False
    return page.tag[start].startswith("NN") or page.is_capital(start)
