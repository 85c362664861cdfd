"""Totals of what is told in parts, and victims told one by one: "five officers and a clerk" are six.

Rule `sum`: counts and single victims that are joined by "and" under one word of effect add up; each of them is part of
the total. A plural without a number leaves the total unsaid, and nothing is added. Rule `one`: a victim who is named or
described in the singular is a figure of one, told once a report.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc, Token

from variorum.annotations import syntax
from variorum.annotations.figure_numbers import load_words, read_number
from variorum.annotations.figure_victims import EFFECTS, Victims, find_victims, is_new, is_single, points_back
from variorum.annotations.parse import text_of, token_at, tokens_in
from variorum.schema.annotations import FigureMention
from variorum.schema.quantities import Quantity, add_up
from variorum.schema.reports import Span


def add_totals(doc: Doc, figures: Sequence[FigureMention]) -> tuple[FigureMention, ...]:
    """Add totals and single victims to the counts of a report, and tell which are parts.

    Args:
        figures: counts in text order that do not overlap; `part_of` is an index into them.

    Returns:
        Figures by start, the longest first; a total covers its parts.
    """
    board = _Board(
        figures=list(figures), parents={i: f.part_of for i, f in enumerate(figures) if f.part_of is not None}
    )
    found = list(find_victims(doc))
    for victims in {(v.what, v.heads): v for v in sorted(found, key=lambda v: len(v.heads) == 1)}.values():
        board.take(victims)
    for chain in _chains(text_of(doc), figures):
        board.join(chain)
    board.add_further(doc)
    return board.in_order()


_LINK = re.compile(r"(?: \([^()\n]{1,60}\))?(?:,? and (?:also |the |their |his |her )?|, )", re.IGNORECASE)


def _chains(text: str, figures: Sequence[FigureMention]) -> Iterator[list[int]]:
    """Runs of counts of one effect that stand side by side, the last after "and"."""
    chain: list[int] = []
    for number, figure in enumerate(figures):
        if chain and figure.part_of == chain[-1]:
            continue
        between = text[figures[chain[-1]].span.end : figure.span.start] if chain else ""
        if chain and figures[chain[-1]].what == figure.what and figure.part_of is None and _LINK.fullmatch(between):
            chain.append(number)
            if " and " in between.lower():
                yield chain
                chain = []
        else:
            chain = [number] if figure.part_of is None else []


_BEFORE_NOUN = ("compound", "amod", "det", "poss", "nmod", "nummod")
_FURTHER = frozenset(load_words()["additional"]["words"])


def _number_of(head: Token) -> Token | None:
    """The whole number before a plural noun, where it is one token."""
    number = next((t for t in head.children if t.dep_ == "nummod" and t.i < head.i), None)
    value = read_number(number.text) if number is not None else None
    return number if value is not None and value == int(value) and value > 1 else None


def _is_further(doc: Doc, figure: FigureMention) -> bool:
    """True where the count itself, or the word before its effect, says that it adds to another."""
    own = tokens_in(doc, figure.span)
    near = [*own, *doc[own.end : own.end + 1], *token_at(doc, figure.governor).children]
    return any(t.lower_ in _FURTHER for t in near)


@dataclass(slots=True)
class _Board:
    """Figures found so far, and which is part of which."""

    figures: list[FigureMention]
    parents: dict[int, int]
    known: set[tuple[str, str]] = field(default_factory=set)

    def take(self, victims: Victims) -> None:
        """Read the victims of one effect: a figure of one, or parts that add up."""
        found = [self._counted(head, victims) for head in victims.heads]
        whole = all(
            n is not None or is_single(h) or self._is_free(_number_of(h))
            for n, h in zip(found, victims.heads, strict=True)
        )
        if not whole or any(n in self.parents for n in found):
            return
        if len(found) == 1:
            self._tell_alone(victims) if found[0] is None and is_single(victims.heads[0]) else None
            return
        parts = [
            number if number is not None else self._add_part(head, victims)
            for number, head in zip(found, victims.heads, strict=True)
        ]
        if len(set(parts)) > 1:
            self._add_up(sorted(set(parts)), victims.what, victims.governor.idx)

    def _is_free(self, number: Token | None) -> bool:
        """True of a number that no figure has taken."""
        return number is not None and not any(f.span.start <= number.idx < f.span.end for f in self.figures)

    def _tell_alone(self, victims: Victims) -> None:
        """A figure of one, unless this victim was told before, under this noun or another."""
        head = victims.heads[0]
        known = (victims.what, head.lower_) in self.known or (
            points_back(head) and self._told_just_before(head, victims)
        )
        if is_new(head) or not known:
            self._add_single(head, victims)

    def _told_just_before(self, head: Token, victims: Victims) -> bool:
        """True where one victim was told in the sentence before."""
        start = head.sent.start
        before = head.doc[start - 1].sent.start_char if start else 0
        ones = [f.span.start for f in self.figures if f.basis == "one" and f.what == victims.what]
        return any(before <= at < head.sent.start_char for at in ones)

    def join(self, parts: Sequence[int]) -> None:
        """Add up counts that stand side by side, unless the parse has done so."""
        if self.figures[parts[0]].what in EFFECTS and not any(p in self.parents for p in parts):
            self._add_up(parts, self.figures[parts[0]].what, self.figures[parts[0]].governor)

    def add_further(self, doc: Doc) -> None:
        """Add what is told as further to what the same sentence told before: "died, and two others were also killed"."""
        for sentence in doc.sents:
            own = [i for i, f in enumerate(self.figures) if sentence.start_char <= f.span.start < sentence.end_char]
            for what in EFFECTS:
                told = [i for i in own if self.figures[i].what == what and i not in self.parents]
                told.sort(key=lambda i: self.figures[i].span.start)
                if (
                    len(told) == 2
                    and _is_further(doc, self.figures[told[1]])
                    and not _is_further(doc, self.figures[told[0]])
                ):
                    self._add_up(told, what, self.figures[told[0]].governor)

    def _counted(self, head: Token, victims: Victims) -> int | None:
        """The count that a noun phrase has; read anew where the word order did not show its effect."""
        places = [head.idx, *(t.idx for t in head.children if t.dep_ == "nummod")]
        for number, figure in enumerate(self.figures):
            counts = figure.basis == "number" and figure.what == victims.what
            if counts and any(figure.span.start <= at < figure.span.end for at in places):
                return number
        return None

    def _add_part(self, head: Token, victims: Victims) -> int:
        """A part that no count stands for yet: a number whose effect the word order did not show, or one person."""
        number = _number_of(head)
        if number is None:
            return self._add_single(head, victims)
        value = read_number(number.text)
        span = Span(start=number.idx, end=head.idx + len(head.text))
        self.figures.append(
            FigureMention(
                span=span,
                governor=victims.governor.idx,
                what=victims.what,
                qualifier="exact",
                low=value,
                best=value,
                high=value,
            )
        )
        return len(self.figures) - 1

    def _add_single(self, head: Token, victims: Victims) -> int:
        self.known.add((victims.what, head.lower_))
        before = [t for t in head.children if t.i < head.i and t.dep_ in _BEFORE_NOUN]
        start = min((t.left_edge.idx for t in before), default=head.idx)
        named = min((t.idx for t in before if t.tag_ == "NNP"), default=head.idx)
        last = next((obj for _, obj in syntax.prepositional(head, "of") if head.lower_ == "one"), head)
        span = Span(start=start, end=last.idx + len(last.text))
        self.figures.append(
            FigureMention(
                span=span,
                governor=victims.governor.idx,
                what=victims.what,
                qualifier="exact",
                low=1.0,
                best=1.0,
                high=1.0,
                of_whom=text_of(head.doc)[named : span.end] if head.tag_ == "NNP" else head.lower_,
                basis="one",
            )
        )
        return len(self.figures) - 1

    def _add_up(self, parts: Sequence[int], what: str, governor: int) -> None:
        """A total over its parts; or the first as the total, where the others only spell it out ("three: two A and a B")."""
        own = [self.figures[p] for p in parts]
        rest = [f.best for f in own[1:] if f.best is not None]
        if len(own) > 2 and len(rest) == len(own) - 1 and sum(rest) == own[0].best:
            self.parents |= dict.fromkeys(parts[1:], parts[0])
            return
        sums = add_up([Quantity(low=f.low, best=f.best, high=f.high, qualifier=f.qualifier) for f in own])
        self.parents |= dict.fromkeys(parts, len(self.figures))
        self.figures.append(
            FigureMention(
                span=Span(start=min(f.span.start for f in own), end=max(f.span.end for f in own)),
                governor=governor,
                what=what,
                qualifier=sums.qualifier,
                low=sums.low,
                best=sums.best,
                high=sums.high,
                basis="sum",
            )
        )

    def in_order(self) -> tuple[FigureMention, ...]:
        """All figures by place, with parts pointing at their new places."""
        order = sorted(
            range(len(self.figures)), key=lambda i: (self.figures[i].span.start, -self.figures[i].span.end, i)
        )
        place = {old: new for new, old in enumerate(order)}
        return tuple(
            replace(self.figures[i], part_of=place[self.parents[i]] if i in self.parents else None) for i in order
        )
