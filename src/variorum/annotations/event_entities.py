"""Which entity mention a token of a doc belongs to or stands for."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from variorum.annotations import syntax
from variorum.schema.annotations import EntityMention, ReferentMention

NAMED = ("name", "metonym", "demonym")
NUMBERING = frozenset(
    "group number dozen score hundred thousand million member majority handful band series couple pair team crowd wave lot "
    "rest remnant some many several most all part".split()
)
"""Nouns that only number or gather what stands after "of": "a group of hackers"."""


class EntityIndex:
    """Which entity mention a token belongs to."""

    def __init__(self, doc: Doc, entities: Sequence[EntityMention], referents: Sequence[ReferentMention] = ()) -> None:
        self.entities = entities
        self._of_token: dict[int, int] = {}
        for index, mention in enumerate(entities):
            for span in (mention.titles, mention.span):
                found = doc.char_span(span.start, span.end, alignment_mode="expand") if span else None
                for token in found or ():
                    self._of_token[token.i] = index
        self._pronouns = self._resolved(doc, [r for r in referents if r.form == "pronoun"])
        self._antecedents = _antecedents(doc, referents)

    def _resolved(self, doc: Doc, pronouns: Sequence[ReferentMention]) -> dict[int, int]:
        """The mention that a pronoun points back to, by token: the first of its chain that is none itself."""
        bearers: dict[int, int] = {}
        for index, mention in enumerate(self.entities):
            if mention.form != "pronoun":
                bearers.setdefault(mention.chain, index)
        spans = ((doc.char_span(r.span.start, r.span.end, alignment_mode="expand"), r.chain) for r in pronouns)
        return {span[0].i: bearers[chain] for span, chain in spans if span is not None and chain in bearers}

    def kinds(self) -> dict[int, str]:
        """Kind of the entity that each token names; descriptions and pronouns name none."""
        return {i: self.entities[m].kind for i, m in self._of_token.items() if self.entities[m].form in NAMED}

    def at(self, token: Token) -> int | None:
        """The mention that a token is part of, or as a pronoun points back to."""
        own = self._of_token.get(token.i)
        return own if own is not None else self._pronouns.get(token.i)

    def antecedent(self, token: Token) -> ReferentMention | None:
        """The words without a name that a pronoun points back to ("the rebels ... they")."""
        return self._antecedents.get(token.i)

    def of(self, token: Token) -> list[int]:
        """The mentions that a token stands for: its own, else those of its modifiers ("Peru's troops")."""
        own = self.at(token)
        if own is not None and (sending := self._sending(token, own)):
            return sending
        if own is not None:
            listed = [t for t in token.children if t.dep_ == "amod" and any(c.dep_ == "conj" for c in t.children)]
            return sorted({own, *(i for t in listed if (i := self.at(t)) is not None)})
        holding = [t for t in token.children if t.dep_ in ("poss", "amod", "compound", "nmod")]
        found = [self.at(t) for t in holding if not (t.dep_ == "poss" and _is_another(token, t))]
        found += [self.at(o) for p, obj in syntax.prepositional(token, "of", "from") for o in syntax.expand([obj])]
        known = sorted({i for i in found if i is not None and self.entities[i].kind != "place"})
        return known or [i for inner in numbered(token) for i in self.of(inner)]

    def _sending(self, token: Token, own: int) -> list[int]:
        """Those whom several act for: "negotiators for Velmara and the rebels"; none of a name or of one person."""
        if token.lemma_.lower() not in SENT or token.tag_ not in ("NNS", "NNPS") or self.entities[own].form in NAMED:
            return []
        sent = (self.at(o) for _, obj in syntax.prepositional(token, "for") for o in syntax.expand([obj]))
        return sorted({i for i in sent if i is not None and self.entities[i].kind != "place"})


SENT = frozenset(
    "negotiator delegate envoy representative representation mediator emissary delegation spokesman spokeswoman".split()
)
"""Nouns of those who act for whom "for" names: "negotiators for the rebels"."""

KIN = frozenset(
    "cousin brother sister father mother parent son daughter child wife husband spouse widow uncle aunt nephew niece "
    "grandfather grandmother grandson granddaughter relative friend colleague neighbour neighbor lawyer".split()
)
"""Nouns of people who are somebody else's."""

OTHER_SIDES = frozenset(
    "host mediator sponsor broker guarantor enemy foe opponent adversary rival captor attacker".split()
)
"""Nouns of those who deal with somebody, and are another side: "the talks were suspended by their hosts"."""


def _is_another(noun: Token, owner: Token) -> bool:
    """True where an owner is not meant by what is theirs: "X's cousin", "their own president"."""
    lemma = noun.lemma_.lower()
    ruled = owner.tag_ == "PRP$" and lemma in ("president", "leader", "king", "ruler", "government")
    return ruled or lemma in KIN or lemma in OTHER_SIDES


def _antecedents(doc: Doc, referents: Sequence[ReferentMention]) -> dict[int, ReferentMention]:
    described: dict[int, ReferentMention] = {}
    found: dict[int, ReferentMention] = {}
    for referent in referents:
        if referent.form != "pronoun":
            described.setdefault(referent.chain, referent)
        elif referent.chain in described:
            span = doc.char_span(referent.span.start, referent.span.end, alignment_mode="expand")
            found |= {token.i: described[referent.chain] for token in span or ()}
    return found


def numbered(token: Token) -> list[Token]:
    """What a noun that only numbers or gathers has after "of"; empty for others."""
    if token.lemma_.lower() not in NUMBERING:
        return []
    return [inner for _, obj in syntax.prepositional(token, "of") for inner in syntax.expand([obj])]
