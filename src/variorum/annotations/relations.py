"""Find how the events of one sentence stand to each other, where its words say so (relations.v1).

A cue alone does not do: the parse must tie it to both events, and they must be of kinds that can stand so. It refuses
relations to what is denied, except for answers to it.

Source: `schema/lexicons/relations.toml`.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from variorum.annotations import syntax
from variorum.annotations.parse import tokens_in, trimmed
from variorum.annotations.relation_scene import PARTICIPLES, EventWords
from variorum.schema.annotations import EventMention, RelationMention, StatementMention
from variorum.schema.relation_words import Cue, load_relation_words
from variorum.schema.reports import Span

ANNOTATOR = "relations.v1"

AHEAD = ("planned", "called_off")
"""Realis of what can only have been announced."""

ABOUT = ("on", "for", "to")
"""Prepositions between an agreement and what is agreed."""

NEGATED = ("not", "nor", "never", "without")
"""Words before a cue that deny it."""

Found = tuple[str, int, int, tuple[Token, ...]]
"""(relation, event, other, words of the cue)."""


def find_relations(
    doc: Doc, events: Sequence[EventMention], statements: Sequence[StatementMention]
) -> tuple[RelationMention, ...]:
    """Find the relations between events that words say, in text order; of two between the same events the first."""
    if len(events) < 2:
        return ()
    reader = _Reader(doc, events, statements)
    found: dict[frozenset[int], RelationMention] = {}
    for told in reader.read():
        if reader.may_be(told):
            found.setdefault(frozenset(told[1:3]), reader.mention(told))
    return tuple(sorted(found.values(), key=lambda r: (r.span.start, r.cue.start, r.event, r.other)))


class _Reader:
    """Reads one doc."""

    def __init__(self, doc: Doc, events: Sequence[EventMention], statements: Sequence[StatementMention]) -> None:
        self._doc, self._events, self._statements = doc, events, statements
        self._words, self._lexicon = EventWords(doc, events), load_relation_words()

    def read(self) -> Iterator[Found]:
        """What the words say, the surest ways of saying it first."""
        tokens = [token for span in self._shared() for token in tokens_in(self._doc, span)]
        for token in tokens:
            word = token.lower_
            if word in self._lexicon.cues or word in self._lexicon.over:
                yield from self._by_cue(token)
        for token in tokens:
            if token.pos_ == "VERB" and self._words.of(token) is None and syntax.negation(token) is None:
                yield from self._by_verb(token)
        for number in range(len(self._events)):
            yield from self._by_object(number)
            yield from self._by_content(number)

    def _shared(self) -> list[Span]:
        """The sentences that tell of two events or more."""
        told = Counter(event.sentence for event in self._events)
        return sorted((span for span, n in told.items() if n > 1), key=lambda span: span.start)

    def may_be(self, told: Found) -> bool:
        """True for two events of which neither is only denied, unless it is answered."""
        relation, event, other, _ = told
        one, two = self._events[event], self._events[other]
        if one.chain == two.chain or (relation == "follows" and not self._may_follow(one, two)):
            return False
        return one.realis != "denied" and (relation == "responds_to" or two.realis != "denied")

    def _may_follow(self, event: EventMention, other: EventMention) -> bool:
        """No end of something begun before, nothing called off, and no deaths in what they are told to come after."""
        effect = event.concept in self._lexicon.effects and other.type in ("ASSAULT", "NONE")
        return event.phase != "end" and event.realis != "called_off" and not effect

    def mention(self, told: Found) -> RelationMention:
        """A relation with its words."""
        relation, event, other, cue = told
        held = {t.i for n in (event, other) for t in tokens_in(self._doc, self._events[n].trigger)}
        marks = [t.i for t in cue]
        return RelationMention(
            relation=relation,
            event=event,
            other=other,
            cue=trimmed(self._doc, min(marks), max(marks) + 1),
            span=trimmed(self._doc, min(held | set(marks)), max(held | set(marks)) + 1),
        )

    def _by_cue(self, last: Token) -> Iterator[Found]:
        """ "sanctions in response to the attack", "during the war, X took Y", "protests over the arrest"."""
        others = [e for t in _governed(last) for e in self._words.named_by(t)]
        if not others:
            return
        for cue in self._lexicon.cues.get(last.lower_, ()):
            words = _words_of(cue, last)
            event = self._words.told_above(_first_mark(words)) if words else None
            if event is not None:
                kinds = ((o, self._read_cue(cue, self._events[event], self._events[o])) for o in others)
                yield from ((relation, event, other, words) for other, relation in kinds if relation)
            if words and len(words) > 1:
                return
        event = self._words.told_above(last)
        if event is not None and self._is_over(last, self._events[event]):
            yield from (("responds_to", event, other, (last,)) for other in others)

    def _is_over(self, last: Token, event: EventMention) -> bool:
        kinds = self._lexicon.over.get(last.lower_, frozenset())
        return event.type in kinds or event.concept in kinds

    def _read_cue(self, cue: Cue, event: EventMention, other: EventMention) -> str | None:
        """What a cue says between two events, None where it says nothing between such."""
        types = self._lexicon.types
        if cue.relation == "part_of" and cue.sure:
            return "announced_by" if other.type == "AGREE" else "part_of"
        if cue.relation == "part_of":
            return "part_of" if self._lexicon.holds(other.concept, event.concept, event.type) else None
        if cue.relation == "announced_by":
            return cue.relation if other.type == "AGREE" and event.type not in types["unagreed"] else None
        if cue.relation == "follows" and event.type in types["answers"] and other.type in types["calls"]:
            return "responds_to"
        return cue.relation

    def _by_verb(self, verb: Token) -> Iterator[Found]:
        """ "the truce followed clashes", "the arrest prompted protests", "X responded to the attack with strikes"."""
        lemma, verbs = verb.lemma_.lower(), self._lexicon.verbs
        if lemma in verbs["answering"]:
            called = [o for _, o in syntax.prepositional(verb, "to")]
            given = [o for held in (verb, *called) for _, o in syntax.prepositional(held, "with", "by")]
            others, events = self._ends(called), self._ends(given)
            yield from (("responds_to", e, o, (verb,)) for e in events for o in others)
        elif lemma in verbs["after"] | verbs["calling"]:
            early, late = self._both_ends(verb)
            calling = lemma in verbs["calling"]
            early, late = (early, late) if calling else (late, early)
            yield from (("responds_to" if calling else "follows", e, o, (verb,)) for e in late for o in early)

    def _both_ends(self, verb: Token) -> tuple[list[int], list[int]]:
        """The events that do and that suffer a verb."""
        does, suffers = self._words.subjects(verb), syntax.objects(verb)
        if syntax.is_passive(verb) or (verb.dep_ in PARTICIPLES and verb.tag_ == "VBN"):
            does, suffers = syntax.agents(verb), does
        suffers += syntax.children_of(verb, "xcomp", "ccomp")
        return self._ends(does), self._ends(suffers)

    def _ends(self, tokens: Iterator[Token] | Sequence[Token]) -> list[int]:
        return [event for token in tokens for event in self._words.named_by(token)]

    def _by_object(self, number: int) -> Iterator[Found]:
        """ "condemned the attack", "the rejection of the offer"."""
        if self._events[number].concept not in self._lexicon.answering:
            return
        head = self._words.head(number)
        tokens = [*syntax.objects(head), *(o for _, o in syntax.prepositional(head, "of"))]
        yield from (("responds_to", number, other, (head,)) for other in self._ends(tokens) if other != number)

    def _by_content(self, number: int) -> Iterator[Found]:
        """ "agreed to hold talks", "an agreement on a prisoner exchange"; what somebody promised in so many words."""
        event = self._events[number]
        for other in self._announcers(number):
            if self._events[other].type == "AGREE" and event.type in self._lexicon.types["unagreed"]:
                continue
            head = self._words.head(other)
            yield "announced_by", number, other, (head,)

    def _announcers(self, number: int) -> Iterator[int]:
        event, head = self._events[number], self._words.head(number)
        above, governor = self._governor(head)
        if above is not None and self._announces(above) and (event.realis in AHEAD or governor in ABOUT):
            yield above
        said = self._statements[event.statement] if event.statement is not None else None
        if said is not None and event.realis in AHEAD:
            cues = (n for n, e in enumerate(self._events) if e.trigger.overlaps(said.cue) and self._announces(n))
            yield from (n for n in cues if n != number)

    def _announces(self, number: int) -> bool:
        return self._events[number].type in self._lexicon.types["announces"]

    def _governor(self, head: Token) -> tuple[int | None, str]:
        """The event whose content a word is, and the preposition between them."""
        if head.dep_ in ("xcomp", "ccomp", "acl"):
            return self._words.of(head.head), ""
        if head.dep_ in ("pobj", "pcomp") and head.head.lower_ in ABOUT:
            return self._words.of(head.head.head), head.head.lower_
        return None, ""


def _governed(last: Token) -> list[Token]:
    """What the last word of a cue governs: its object, or the verb of the clause that it begins."""
    own = syntax.children_of(last, "pobj", "pcomp")
    return own or ([last.head] if last.dep_ == "mark" else [])


def _first_mark(words: tuple[Token, ...]) -> Token:
    """The word by which a cue hangs on its sentence: of a clause's conjunction, the clause's verb."""
    return words[0].head if words[0].dep_ == "mark" else words[0]


def _words_of(cue: Cue, last: Token) -> tuple[Token, ...]:
    """The words of a cue that end with a token; none where others stand there, or "not" before it."""
    first = last.i - len(cue.words) + 1
    if first < 0 or (first > 0 and last.doc[first - 1].lower_ in NEGATED):
        return ()
    words = tuple(last.doc[first : last.i + 1])
    return words if tuple(t.lower_ for t in words) == cue.words else ()
