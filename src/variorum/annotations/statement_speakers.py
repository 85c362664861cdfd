"""Who speaks: the grammatical subject of a reporting verb, as a token; and the mention that holds a token.

Speakers are not guessed: a verb whose subject the parse does not show has none.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Token

from variorum.annotations.statement_cues import is_resumed, load_cues
from variorum.schema.annotations import EntityMention

_FORMS = {"name": 0, "metonym": 1, "demonym": 2, "description": 3, "pronoun": 4, "group": 5}
_OWNING = ("country", "government", "armed_group", "organization")
_OWNED = ("person", "armed_group", "government")
_FINITE = ("VBD", "VBZ", "VBP")
_OBJECTS = ("dobj", "ccomp", "xcomp", "nsubj")
_RELATIVES = ("who", "which", "that", "whom")


def find_speaker(verb: Token, depth: int = 0) -> Token | None:
    """The head of who says it: own subject, antecedent of a relative, or inherited from the verb above.

    An agent ("criticized by many") comes before a passive subject, who says nothing.
    """
    agent = next((p for c in verb.children if c.dep_ == "agent" for p in c.children if p.dep_ == "pobj"), None)
    if agent is not None:
        return agent
    if any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children):
        return None
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "csubj")), None)
    if subject is not None and subject.lower_ in _RELATIVES and subject.tag_ in ("WP", "WDT", "IN", "DT"):
        return _antecedent(verb) or (None if subject.tag_ in ("WP", "WDT") else subject)
    if subject is not None:
        return subject
    return _inherited(verb, depth) or _beside(verb)


def _beside(verb: Token) -> Token | None:
    """The name or noun right beside a finite verb that the parser gave no subject ("..., a top aide said, ...")."""
    if verb.tag_ not in _FINITE or verb.dep_ in ("conj", "relcl") or any(c.dep_ in _OBJECTS for c in verb.children):
        return None
    before = verb.nbor(-1) if verb.i > 0 and not verb.is_sent_start else None
    if before is not None and before.pos_ in ("PROPN", "NOUN", "PRON") and before.tag_ not in ("WP", "WDT"):
        return before
    after = verb.nbor() if verb.i + 1 < len(verb.doc) else None
    return after if after is not None and after.tag_ == "NNP" and not after.is_sent_start else None


def _antecedent(verb: Token) -> Token | None:
    node = verb
    while node.dep_ in ("conj", "xcomp") and node.head != node:
        node = node.head
    if node.dep_ != "relcl":
        return None
    head = node.head
    return head if head.pos_ in ("NOUN", "PROPN", "PRON") else None


def _inherited(verb: Token, depth: int) -> Token | None:
    """The subject of the verb above: "..., adding that", "said X and denied Y", "began by saying"."""
    head = is_resumed(verb) or verb.head
    if depth > 4 or head == verb:
        return None
    if verb.dep_ in ("acl", "relcl") and head.pos_ in ("NOUN", "PROPN", "PRON"):
        return head if verb.dep_ == "acl" and verb.tag_ == "VBG" else None
    if verb.dep_ == "pcomp":
        as_saying = head.lower_ == "as"
        head = head.head
        if as_saying and (quoted := quoted_one(head)) is not None:
            return quoted
    if verb.dep_ in ("xcomp", "conj", "advcl", "pcomp", "ccomp", "dep", "parataxis", "prep") and head.pos_ in (
        "VERB",
        "AUX",
    ):
        if verb.dep_ == "ccomp" and any(c.dep_ == "mark" for c in verb.children):
            return None
        return find_speaker(head, depth + 1) or _passive_subject(head, verb)
    return None


def quoted_one(verb: Token) -> Token | None:
    """Who is quoted by a verb before "as saying": its object, or the subject of its passive."""
    passive = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    if passive is not None:
        return passive
    return next((c for c in verb.children if c.dep_ == "dobj"), None)


def _passive_subject(head: Token, verb: Token) -> Token | None:
    """The one quoted: "was quoted as saying"."""
    if verb.dep_ in ("pcomp", "advcl", "xcomp"):
        return next((c for c in head.children if c.dep_ == "nsubjpass"), None)
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionFinder:
    """Finds the entity mention that holds a token. Mentions keep their indexes."""

    entities: Sequence[EntityMention]
    by_start: dict[int, tuple[int, ...]]
    countries: dict[int, str]
    owners: dict[int, int] = field(default_factory=dict)

    def at(self, token: Token | None) -> int | None:
        """Index of the mention whose span holds the token; a name before a group, then the shorter."""
        if token is None:
            return None
        found = self.by_start.get(token.idx, ())
        return min(found, key=self._rank) if found else None

    def governing(self, token: Token | None) -> int | None:
        """Like `at`, also through apposition and through who is spoken for ("a spokesman for the ministry")."""
        found = self.at(token)
        if found is not None or token is None:
            return found
        for child in token.children:
            if child.dep_ == "appos" and (named := self.at(child)) is not None:
                return named
        if token.lower_ in load_cues().speakers_for or token.lower_ in load_cues().documents:
            return self._spoken_for(token)
        return None

    def _spoken_for(self, token: Token) -> int | None:
        near = [c for c in token.children if c.dep_ in ("poss", "compound", "nmod", "amod")]
        for child in token.children:
            if child.dep_ in ("prep", "agent") and child.lower_ in ("for", "of", "by", "from"):
                near += [p for p in child.children if p.dep_ == "pobj"]
        return next((named for part in near if (named := self.at(part)) is not None), None)

    def within(self, start: int, end: int) -> tuple[int, ...]:
        """Indexes of the mentions inside a stretch of text, in text order."""
        return tuple(i for i, m in enumerate(self.entities) if start <= m.span.start and m.span.end <= end)

    def _rank(self, index: int) -> tuple[int, int, int]:
        mention = self.entities[index]
        return _FORMS.get(mention.form, 9), len(mention.span), index


def index_mentions(tokens: Sequence[Token], entities: Sequence[EntityMention]) -> MentionFinder:
    """Index mentions by the offsets of the tokens that they hold."""
    held: dict[int, list[int]] = {}
    starts = [token.idx for token in tokens]
    order = sorted(range(len(entities)), key=lambda i: entities[i].span.start)
    at = 0
    for i in order:
        span = entities[i].span
        while at < len(starts) and starts[at] < span.start:
            at += 1
        here = at
        while here < len(starts) and starts[here] < span.end:
            held.setdefault(starts[here], []).append(i)
            here += 1
    countries = {m.chain: m.country for m in reversed(entities) if m.country}
    finder = MentionFinder(
        entities=entities,
        by_start={start: tuple(found) for start, found in held.items()},
        countries=countries,
        owners={m.chain: m.owner for m in reversed(entities) if m.owner is not None},
    )
    _add_possessors(finder, tokens)
    return finder


def _add_possessors(finder: MentionFinder, tokens: Sequence[Token]) -> None:
    """Give persons and forces without an owner the state or body that a possessive names ("its foreign minister")."""
    for token in tokens:
        if token.dep_ != "poss":
            continue
        owner, held = finder.at(token), finder.at(token.head)
        if owner is None or held is None or owner == held:
            continue
        one, other = finder.entities[owner], finder.entities[held]
        if one.kind in _OWNING and other.kind in _OWNED and one.chain != other.chain:
            finder.owners.setdefault(other.chain, one.chain)
