"""Which event the words of a doc stand for when another event is set in relation to it."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from variorum.annotations import syntax
from variorum.annotations.parse import tokens_in
from variorum.schema.annotations import EventMention
from variorum.schema.relation_words import load_relation_words

NAMING = ("NOUN", "PROPN", "VERB", "ADJ")
"""Parts of speech of the words by which an event is known; prepositions and articles between them are nobody's."""

SUBJECTS = ("nsubj", "nsubjpass")
PARTICIPLES = ("acl", "relcl")


class EventWords:
    """The events (indexes) that tokens of one doc name; of two whose words overlap, the one of fewer words has them."""

    def __init__(self, doc: Doc, events: Sequence[EventMention]) -> None:
        self._owner: dict[int, int] = {}
        self._heads: list[Token] = []
        for event in events:
            self._heads.append(tokens_in(doc, event.trigger).root)
        for number in sorted(range(len(events)), key=lambda n: (-len(events[n].trigger), n)):
            for token in tokens_in(doc, events[number].trigger):
                if token.pos_ in NAMING:
                    self._owner[token.i] = number

    def of(self, token: Token) -> int | None:
        """The event that a word itself names."""
        return self._owner.get(token.i)

    def head(self, event: int) -> Token:
        """The word of an event that its other words depend on."""
        return self._heads[event]

    def named_by(self, token: Token) -> list[int]:
        """The events that an object, or a clause by its verb, stands for: those joined to it by "and" too."""
        return [found for one in syntax.conjuncts(token) if (found := self._named_by(one)) is not None]

    def _named_by(self, token: Token) -> int | None:
        if token.i in self._owner:
            return self._owner[token.i]
        if token.pos_ in ("VERB", "AUX"):
            return self._taking_place(token)
        return self._by_noun(token)

    def _by_noun(self, token: Token) -> int | None:
        """The event that a noun names or measures: "two days of clashes", "the second round of talks"."""
        if token.i in self._owner:
            return self._owner[token.i]
        if token.lemma_.lower() not in load_relation_words().measures:
            return None
        return next((e for _, o in syntax.prepositional(token, "of") if (e := self._by_noun(o)) is not None), None)

    def told_above(self, token: Token) -> int | None:
        """The event that a phrase is said of: by what it depends on, up to the verb of its clause and no further."""
        for node in syntax.ancestors(token):
            if node.i in self._owner:
                return self._owner[node.i]
            if node.pos_ in ("VERB", "AUX"):
                return self._taking_place(node)
        return None

    def _taking_place(self, verb: Token) -> int | None:
        """The event that is the subject of a verb that only says that it takes place."""
        if verb.lemma_.lower() not in load_relation_words().verbs["taking_place"]:
            return None
        return next((e for t in self.subjects(verb) if (e := self._by_noun(t)) is not None), None)

    def subjects(self, verb: Token) -> list[Token]:
        """A verb's own subjects; what a participle or relative clause is said of."""
        own = [syntax.relative_antecedent(t, verb) for t in syntax.children_of(verb, *SUBJECTS)]
        return own or ([verb.head] if verb.dep_ in PARTICIPLES else [])
