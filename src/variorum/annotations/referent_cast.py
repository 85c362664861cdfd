"""What a report speaks of while its referents are sought: mentions as tokens, chains with kind and gender."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from variorum.annotations.parse import tokens_in
from variorum.schema.annotations import EntityMention
from variorum.schema.names import is_womans

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_HEADLESS = frozenset({"name", "pronoun", "metonym", "demonym", "group"})
_HEADING_WORDS = 2
_HEADING_SHARE = 0.75
_LONG = 3


@dataclass(slots=True, kw_only=True)
class Thing:
    """Words that refer to something, in the making; tokens are indexes, half-open.

    root: the token that the others hang on. head: lemma of the noun, empty for names and pronouns.
    proper: capitalised words before the noun. determiner: definite, indefinite, owned or empty. of: lemma after "of". chain: -1 until it is known.
    entity: index of the entity mention that it is, -1 for others.
    """

    start: int
    end: int
    root: int
    sentence: int
    kind: str
    form: str
    head: str = ""
    modifiers: frozenset[str] = frozenset()
    proper: frozenset[str] = frozenset()
    determiner: str = ""
    of: str = ""
    plural: bool = False
    female: bool | None = None
    chain: int = -1
    entity: int = -1


@dataclass(slots=True)
class Cast:
    """One report. taken: of every token the index of the entity mention that holds it, or -1."""

    doc: Doc
    entities: Sequence[EntityMention]
    taken: list[int] = field(init=False)
    sentences: list[int] = field(init=False)
    headings: list[bool] = field(init=False)
    named: list[Thing] = field(init=False)
    by_root: dict[int, Thing] = field(default_factory=dict)
    kinds: dict[int, str] = field(default_factory=dict)
    female: dict[int, bool] = field(default_factory=dict)
    seen: list[Thing] = field(default_factory=list)
    _next: int = 0

    def __post_init__(self) -> None:
        self.taken = [-1] * len(self.doc)
        self.sentences, self.headings = [], []
        for number, sent in enumerate(self.doc.sents):
            self.sentences.extend([number] * len(sent))
            self.headings.append(_is_heading([token.text for token in sent]))
        self.named = [self._of_entity(index, mention) for index, mention in enumerate(self.entities)]
        chains = [chain for mention in self.entities for chain in (mention.chain, *mention.members)]
        self._next = 1 + max(chains, default=-1)
        for thing in self.named:
            self.kinds.setdefault(thing.chain, thing.kind)
        self._tell_genders()

    def _of_entity(self, index: int, mention: EntityMention) -> Thing:
        span = tokens_in(self.doc, mention.span)
        self.taken[span.start : span.end] = [index] * len(span)
        root = span.root
        return Thing(
            start=span.start,
            end=span.end,
            root=root.i,
            sentence=self.sentences[span.start],
            kind=mention.kind,
            form=mention.form,
            chain=mention.chain,
            entity=index,
            head="" if mention.form in _HEADLESS else root.lemma_.casefold(),
            plural=bool(mention.members) or mention.kind == "people",
        )

    def _tell_genders(self) -> None:
        for mention in self.entities:
            female = is_womans(mention.name) if mention.kind == "person" and mention.form == "name" else None
            if female is not None:
                self.female.setdefault(mention.chain, female)
        for mention in self.entities:
            word = mention.name.casefold() if mention.form == "pronoun" else ""
            if word in HE | SHE:
                self.female.setdefault(mention.chain, word in SHE)

    def open_chain(self, kind: str) -> int:
        """A new chain of some kind."""
        self._next += 1
        self.kinds[self._next - 1] = kind
        return self._next - 1

    def tell(self, thing: Thing) -> None:
        """Note a thing whose chain is known as seen."""
        if thing.female is not None:
            self.female.setdefault(thing.chain, thing.female)
        self.seen.append(thing)

    def kind_of(self, thing: Thing) -> str:
        """The kind of a thing's chain."""
        return self.kinds.get(thing.chain, thing.kind)

    def may_be(self, thing: Thing, other: Thing) -> bool:
        """Does no gender speak against two being one?"""
        return other.female is None or self.female.get(thing.chain, other.female) == other.female

    def is_subject(self, thing: Thing) -> bool:
        """Is it the subject of a verb?"""
        return self.doc[thing.root].dep_ in SUBJECTS


def most_salient(cast: Cast, fits: Sequence[Thing], here: int) -> Thing | None:
    """Of what fits the thing in the nearest sentence, subjects first: the first of an earlier sentence, the last of this."""
    if not fits:
        return None
    nearest = max(thing.sentence for thing in fits)
    last = [thing for thing in fits if thing.sentence == nearest]
    ranked = [thing for thing in last if cast.is_subject(thing)] or last
    return ranked[-1 if nearest == here else 0]


def known_names(cast: Cast) -> Mapping[str, Thing]:
    """Names of the report in lower case, whole and, but for places, by their last word."""
    known: dict[str, Thing] = {}
    named = [thing for thing in cast.named if thing.form == "name"]
    for thing in named:
        known.setdefault(lower_words(cast.doc, thing.start, thing.end), thing)
    for thing in named:
        if thing.kind != "place":
            known.setdefault(cast.doc[thing.end - 1].lower_, thing)
    return known


def lower_words(doc: Doc, start: int, end: int) -> str:
    """The words of some tokens in lower case, with single blanks."""
    return " ".join(token.lower_ for token in doc[start:end])


def children(token: Token, *deps: str) -> list[Token]:
    """The children of a token that hang on it in one of some ways."""
    return [child for child in token.children if child.dep_ in deps]


def _is_heading(words: Sequence[str]) -> bool:
    """Are most longer words capitalised, so that capitals say nothing of names?"""
    long = [word for word in words if word[0].isalpha() and len(word) > _LONG]
    return len(long) >= _HEADING_WORDS and sum(word[0].isupper() for word in long) >= _HEADING_SHARE * len(long)
