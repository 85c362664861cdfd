"""Readings of the parse that several annotators share: who governs what, through passives, relatives, coordination.

Knows dependency labels (ClearNLP style, as spaCy's English models use them), no events and no lexicon.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
RELATIVE_TAGS = frozenset({"WDT", "WP", "WRB"})


FINITE = ("VBD", "VBZ", "VBP")

_STARTS = "sentence starts"


def sentence_bounds(token: Token) -> tuple[int, int]:
    """First token of a token's sentence and the token after its last one.

    `Token.sent` walks the whole doc each time; where sentences start is found once for a doc, and kept with it.
    """
    starts = _sentence_starts(token.doc)
    number = bisect_right(starts, token.i)
    return starts[number - 1], starts[number] if number < len(starts) else len(token.doc)


def _sentence_starts(doc: Doc) -> list[int]:
    if _STARTS not in doc.user_data:
        doc.user_data[_STARTS] = [sent.start for sent in doc.sents]
    kept: list[int] = doc.user_data[_STARTS]
    return kept


def conjuncts(token: Token) -> list[Token]:
    """A token with all that is coordinated with it to its right, and appositions that continue a list ("A, B, C")."""
    found = [token]
    for child in token.children:
        if child.dep_ == "conj":
            found += conjuncts(child)
    return found


def children_of(token: Token, *deps: str) -> list[Token]:
    return [child for child in token.children if child.dep_ in deps]


def relative_antecedent(token: Token, verb: Token) -> Token:
    """What a relative pronoun stands for; any other token stands for itself."""
    if token.tag_ not in RELATIVE_TAGS:
        return token
    node = verb
    while node.dep_ in ("conj", "xcomp", "ccomp") and node.head != node:
        node = node.head
    return node.head if node.dep_ == "relcl" else token


def subjects(verb: Token, *, depth: int = 4) -> list[Token]:
    """The grammatical subjects of a verb, inherited through coordination, control and participles.

    An adjective hands on the subject of its "be" ("is about to sign"). A participle that modifies a noun ("a summit held in X") has that noun as its subject.
    """
    own = [t for t in verb.children if t.dep_ in SUBJECTS]
    if (before := _noun_before(verb, own)) is not None:
        return [before]
    if own:
        return [relative_antecedent(t, verb) for t in own]
    if depth == 0:
        return []
    if verb.dep_ in ("acl", "relcl") and verb.head.pos_ in ("NOUN", "PROPN", "PRON"):
        return [verb.head]
    if is_nominal(verb):
        return []
    if verb.dep_ in ("xcomp", "ccomp", "pcomp") and (control := controller(verb)):
        return control
    if verb.dep_ in ("conj", "xcomp", "advcl", "pcomp", "ccomp", "acomp") and verb.head != verb:
        head = verb.head if verb.dep_ != "pcomp" else verb.head.head
        return subjects(head, depth=depth - 1) if head.pos_ in ("VERB", "AUX", "ADJ") else []
    return []


def is_nominal(verb: Token) -> bool:
    """True of a gerund that is a noun: nobody in its sentence need do it ("X counts its dead after shelling of Y")."""
    if verb.tag_ != "VBG" or verb.dep_ != "pcomp" or children_of(verb, "dobj", "aux", "prt"):
        return False
    if verb.head.lower_ not in ("after", "before", "amid", "since", "following", "despite", "over"):
        return False
    return verb.i + 1 < len(verb.doc) and verb.nbor().lower_ == "of" and verb.nbor().head == verb


def _noun_before(verb: Token, own: Sequence[Token]) -> Token | None:
    """The noun right before a finite verb that the parser has joined to what came earlier; it is the subject.

    "They left the talks and shells killed 18": not the talks and the shells were left. "X halts talks after market
    shelling kills 18": a headline's verb of which X would else be the subject.
    """
    if verb.tag_ not in FINITE or verb.i == sentence_bounds(verb)[0]:
        return None
    noun = verb.nbor(-1)
    joined = verb.dep_ == "conj" or (verb.dep_ == "advcl" and not children_of(verb, "mark"))
    if joined and not own and noun.pos_ in ("NOUN", "PROPN") and noun.dep_ == "conj":
        return noun if noun.left_edge.nbor(-1).dep_ == "cc" and noun.head.i < verb.i else None
    told = verb.tag_ == "VBZ" and noun.dep_ in ("pcomp", "pobj") and noun.head.lower_ in ("after", "before")
    counted = any(t.dep_ in ("dobj", "obj") and (t.like_num or children_of(t, "nummod")) for t in verb.children)
    return noun if told and counted and all(t.i < noun.head.i for t in own) else None


def controller(verb: Token) -> list[Token]:
    """The object that acts in an infinitive ("press X to withdraw", "saw X deploying"), if there is one."""
    head = verb.head
    if verb.dep_ == "pcomp":
        if head.lower_ not in ("of", "for", "from"):
            return []
        head = head.head
    return [t for t in head.children if t.dep_ == "dobj" and t.i < verb.i and t.pos_ in ("NOUN", "PROPN", "PRON")]


def is_passive(verb: Token) -> bool:
    """True for a passive clause or a passive participle after its noun."""
    if any(t.dep_ in ("nsubjpass", "auxpass", "agent") for t in verb.children):
        return True
    if verb.tag_ != "VBN":
        return False
    if verb.dep_ == "conj" and verb.head.tag_ == "VBN" and not children_of(verb, "aux", "nsubj"):
        return is_passive(verb.head)
    return verb.dep_ in ("acl", "amod", "pcomp") or (verb.dep_ == "advcl" and not children_of(verb, "dobj", "aux"))


def agents(verb: Token) -> list[Token]:
    """Who does what a passive verb tells, behind a second "by" too ("signed by X and by Y")."""
    first = children_of(verb, "agent")
    more = [by for one in (*first, verb) for by in children_of(one, "conj") if by.lower_ == "by" and first]
    return [obj for by in (*first, *more) for obj in children_of(by, "pobj")]


def objects(verb: Token) -> list[Token]:
    """What a verb is done to; a relative pronoun stands for its antecedent."""
    return [relative_antecedent(t, verb) for t in children_of(verb, "dobj", "obj", "dative")]


def prepositional(token: Token, *prepositions: str) -> list[tuple[Token, Token]]:
    """(preposition, object) pairs that depend on a token; all prepositions where none is named."""
    found = []
    for prep in token.children:
        if prep.dep_ in ("prep", "agent", "dative") and (not prepositions or prep.lower_ in prepositions):
            found += [(prep, obj) for obj in prep.children if obj.dep_ in ("pobj", "pcomp")]
        if prep.dep_ in ("prep", "agent"):
            for inner in children_of(prep, "prep", "conj"):
                if not prepositions or inner.lower_ in prepositions:
                    found += [(inner, obj) for obj in children_of(inner, "pobj", "pcomp")]
            found += _misattached(prep, prepositions)
    return found


def _misattached(prep: Token, prepositions: tuple[str, ...]) -> list[tuple[Token, Token]]:
    """Phrases that the parser hangs on a name of place or time before them ("held in X between A and B")."""
    if prep.lower_ not in ("in", "at", "on", "near", "by"):
        return []
    found = []
    for name in children_of(prep, "pobj"):
        if name.pos_ in ("PROPN", "NUM"):
            for inner in children_of(name, "prep"):
                if inner.lower_ != "of" and (not prepositions or inner.lower_ in prepositions):
                    found += [(inner, obj) for obj in children_of(inner, "pobj")]
    return found


def ancestors(token: Token) -> Iterator[Token]:
    """From a token's head up to the root of its sentence."""
    while token.head != token:
        token = token.head
        yield token


def expand(tokens: Iterable[Token]) -> list[Token]:
    """Tokens with everything coordinated with them, in text order, each once."""
    return sorted({t for token in tokens for t in conjuncts(token)}, key=lambda t: t.i)


def finite_verb(token: Token) -> Token:
    """The verb of the clause that a token is in (the token itself where it is one)."""
    for node in (token, *ancestors(token)):
        if node.pos_ in ("VERB", "AUX"):
            return node
    return token


def auxiliaries(verb: Token) -> set[str]:
    """Lower-cased auxiliaries of a verb, inherited through coordination where it has none of its own."""
    own = {t.lower_ for t in verb.children if t.dep_ in ("aux", "auxpass")}
    if (
        not own
        and verb.dep_ == "conj"
        and verb.head.pos_ in ("VERB", "AUX")
        and not children_of(verb, "nsubj", "nsubjpass")
    ):
        return auxiliaries(verb.head)
    return own


def negation(token: Token) -> Token | None:
    """The word that negates a verb or noun (not, never, no), or None."""
    for child in token.children:
        if child.dep_ == "neg" or (child.dep_ in ("det", "preconj") and child.lower_ in ("no", "neither")):
            return child
    return None
