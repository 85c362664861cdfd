"""Is a town here a place, or the government that sits there?

Read from the words around it: what governs it, what it governs, whom it is joined with.
"""

from variorum.annotations.entity_page import Page

_AT = frozenset(
    "in at near around outside inside into across toward towards via through over throughout within beyond above off onto "
    "outskirts downtown central greater".split()
)
_TO = frozenset({"to", "from"})
_WITH = frozenset(
    {
        "with",
        "against",
        "by",
        "between",
        "for",
        "on",
        "despite",
        "among",
        "about",
        "behind",
        "like",
        "than",
        "without",
        "versus",
    }
)
_MOVES = frozenset(
    "travel fly go arrive return come head visit move march drive advance walk send rush flee transfer evacuate bring take carry "
    "relocate escape leave depart trip journey flight road route train bus visit tour km mile kilometer kilometre far away".split()
)
_PASSIVE_PLACE = frozenset(
    "hit shell bomb strike attack locate situate capture besiege surround damage seize rock shake destroy occupy liberate".split()
)
_ACTIVE_PLACE = frozenset("lie sit stand host fall burn wake see".split())
_OBJECTS = frozenset(
    "accuse urge blame criticise criticize press pressure warn ask condemn tell call thank support back help arm anger irritate "
    "please assure persuade convince force oblige allow invite praise isolate sanction weaken strengthen put provoke".split()
)
_PHYSICAL = frozenset(
    "outskirts street streets airport suburb suburbs residents metro mayor centre center hospital hospitals university stadium "
    "hotel district districts square people population inhabitants skyline subway station theatre museum zoo weather climate "
    "residence restaurant river cathedral embassy".split()
)
_SHARED = frozenset(
    "talks relations ties agreement war tension tensions dispute conflict deal negotiation dialogue rift contact contacts summit "
    "truce peace friction standoff confrontation line cooperation rivalry war border meeting clash clashes rapprochement "
    "reconciliation accord treaty truce ceasefire difference differences pact understanding exchange".split()
)
_TOWARDS = frozenset(
    "concession message warning blow link gift signal answer ally alliance loyalty loyal allegiance close closer response reply aid demand pressure support call proposal ultimatum hostile friendly report pledge guarantee".split()
)
_LED = frozenset(
    "sponsored brokered backed led mediated based allied friendly controlled appointed installed supported aligned funded imposed held".split()
)
_ATTRIBUTES = frozenset({"compound", "nmod", "amod"})


def acts(page: Page, start: int, end: int) -> bool:
    """Does the town at these tokens stand for its government?"""
    root = page.root(start, end)
    if _is_dateline(page, start, end):
        return False
    if page.word(end) == "-" and page.word(end + 1) in _LED - {"based", "held"}:
        return True
    if page.is_possessive(end):
        return _owned(page, root) not in _PHYSICAL and page.word(start - 1) not in _AT
    return _acts_as(page, root, start, end)


def sense_of(page: Page, start: int, end: int) -> str:
    """What a state's name stands for: place, actor, or adjective ("UK aid")."""
    root = page.root(start, end)
    head = page.head[root]
    if page.dep[root] in _ATTRIBUTES and head >= end and page.word(end) != "-" and not page.is_capital(head):
        return "adjective"
    return "actor" if acts(page, start, end) else "place"


def _is_dateline(page: Page, start: int, end: int) -> bool:
    """Does the town open a report ("PELL, Oskia (ABC) -")?"""
    if not page.begins_sentence(start) or page.word(end) not in (",", "-", "–", "—", "--", "(", ":"):
        return False
    return (
        page.text[start].isupper()
        or page.word(end) in ("—", "--", "(")
        or (page.word(end) in ("-", "–") and bool(page.doc[end - 1].whitespace_))
    )


def _owned(page: Page, root: int) -> str:
    return page.low[page.head[root]]


def _acts_as(page: Page, root: int, start: int, end: int) -> bool:
    dep, head = page.dep[root], page.head[root]
    before = page.word(start - 1) if page.word(start - 1) != "the" else page.word(start - 2)
    if before in _AT:
        return False
    if before in _TO:
        return _is_towards(page, start, root)
    if before in _WITH or dep == "agent":
        return before != "for" or page.lemma[page.head[head]] not in ("leave", "depart", "head")
    if end < len(page) and page.tag[end] in ("VBZ", "VBD", "VBP", "MD") and dep not in ("nsubjpass", "conj"):
        return page.lemma[end] not in _ACTIVE_PLACE
    if dep == "nsubj":
        return page.lemma[head] not in _ACTIVE_PLACE
    if dep == "nsubjpass":
        return page.lemma[head] not in _PASSIVE_PLACE
    if dep in ("dobj", "iobj", "dative"):
        return page.lemma[head] in _OBJECTS
    if dep in ("conj", "appos") and head != root:
        return _joined(page, head)
    if before == "of":
        return _owned(page, head) not in _PHYSICAL and page.low[page.head[head]] not in (
            "city",
            "town",
            "capital",
            "north",
            "south",
            "east",
            "west",
            "bombing",
            "fall",
            "siege",
            "streets",
        )
    return before == "and" and _follows_pair(page, start)


def _is_towards(page: Page, start: int, root: int) -> bool:
    """After to or from: a government where the governor is a message, a demand, a tie, and no journey."""
    preposition = page.head[root]
    governor = page.head[preposition] if preposition != root else preposition
    words = {page.lemma[governor], page.low[governor], page.word(start - 2)}
    is_tie = page.tag[governor][:2] in ("NN", "JJ") and bool({page.lemma[governor], page.low[governor]} & _TOWARDS)
    return is_tie and not words & _MOVES


def _joined(page: Page, head: int) -> bool:
    if page.dep[head] in ("nsubj", "nsubjpass", "agent"):
        return _acts_as(page, head, head, head + 1)
    if page.dep[head] == "pobj":
        governor = page.low[page.head[head]]
        return governor in ("between", "with", "by", "against", "among") or (
            governor == "of" and page.low[page.head[page.head[head]]] in _SHARED
        )
    return page.dep[head] in ("dobj", "poss") and page.lemma[page.head[head]] in _OBJECTS


def _follows_pair(page: Page, start: int) -> bool:
    return any(page.word(j) == "between" for j in range(max(0, start - 4), start))
