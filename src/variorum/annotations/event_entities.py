"""Which entity mention a token of a doc belongs to or stands for."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from variorum.annotations import syntax
from variorum.schema.annotations import EntityMention


class EntityIndex:
    """Which entity mention a token belongs to."""

    def __init__(self, doc: Doc, entities: Sequence[EntityMention]) -> None:
        self.entities = entities
        self._of_token: dict[int, int] = {}
        for index, mention in enumerate(entities):
            for span in (mention.titles, mention.span):
                found = doc.char_span(span.start, span.end, alignment_mode="expand") if span else None
                for token in found or ():
                    self._of_token[token.i] = index

    def kinds(self) -> dict[int, str]:
        """Kind of the entity that each token names; descriptions and pronouns name none."""
        named = ("name", "metonym", "demonym")
        return {i: self.entities[m].kind for i, m in self._of_token.items() if self.entities[m].form in named}

    def at(self, token: Token) -> int | None:
        return self._of_token.get(token.i)

    def of(self, token: Token) -> list[int]:
        """The mentions that a token stands for: its own, else those of its modifiers ("Azerbaijan's troops")."""
        own = self.at(token)
        if own is not None:
            listed = [t for t in token.children if t.dep_ == "amod" and any(c.dep_ == "conj" for c in t.children)]
            return sorted({own, *(i for t in listed if (i := self.at(t)) is not None)})
        found = [self.at(t) for t in token.children if t.dep_ in ("poss", "amod", "compound", "nmod")]
        found += [self.at(o) for p, obj in syntax.prepositional(token, "of", "from") for o in syntax.expand([obj])]
        return sorted({i for i in found if i is not None and self.entities[i].kind != "place"})
