"""At whom or what an event is directed where its frame leaves that open: prepositions, complements, what is told of.

What is found here by a sure preposition is a recipient like any other. The rest is kept in words only: it may be the
side that is meant ("agreed to lend money to X"), or no more than where it was ("a curfew in X").
"""

from collections.abc import Collection, Iterable, Iterator

from spacy.tokens import Token

from variorum.annotations import syntax
from variorum.annotations.event_entities import EntityIndex
from variorum.annotations.event_frames import ABOUT, GIVEN, TOWARDS
from variorum.annotations.event_parties import is_measure, is_sent, is_thing, may_be_hit, noun_of
from variorum.annotations.event_slots import targets_of
from variorum.annotations.event_triggers import Trigger
from variorum.schema.concepts import load_concepts

COMPLEMENTED = frozenset({"AGREE", "REJECT", "REQUEST", "THREATEN", "CONCEDE", "SUPPORT", "RETREAT"})
"""Types of what is said or decided: the deed that follows tells whom it concerns."""

PURPOSEFUL = frozenset({"AID", "MOBILIZE", "SUPPORT", "REQUEST"})
"""Types of what is given or set in motion: what it is for tells whom it concerns."""

REACTIONS = frozenset({"ACCUSE", "REJECT", "SUPPORT"})
"""Types of what is said of something: that, and whose it is, before whatever else is told with it."""

OWN_FORCES = frozenset({"MOBILIZE"})
"""Types whose object is the actor's own."""

STRUCK = frozenset({"ASSAULT", "COERCE"})
"""Types that hit things as well as people."""

STATED = frozenset(
    "decision announcement statement offer plan call proposal policy appeal request demand refusal pledge promise bid "
    "claim invitation initiative move effort intention stance remark comment readiness willingness position".split()
)
"""Nouns of what somebody says or decides: what stands after "of" or "from" is whose it is."""

SPOKEN = frozenset({"ACCUSE", "AGREE", "CONCEDE", "REJECT", "REQUEST", "SANCTION", "SUPPORT", "THREATEN"})
"""Types of what is said or decided."""

GROUNDS = ("advcl", "ccomp", "relcl", "acl")
"""Clauses that tell why, or under which condition, something is said or decided."""

SCENE = frozenset({"after", "amid", "since", "despite", "following", "during", "before"})
"""Prepositions before what only sets the scene."""

VOICING = frozenset("express voice issue raise level make give sign file lodge launch open conclude lift".split())
"""Verbs whose object is what is said, and nobody: "expressed concerns", "voiced support"."""

NOMINAL = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative", "poss", "attr", "appos"})
SURE = 0.5
"""Weight from which words alone name a happening."""

NEAR = 3
"""Phrases. What hangs further down is told of something else."""


def towards(trigger: Trigger) -> Iterator[Token]:
    """Whom the sure prepositions of the event's type lead to, as tokens."""
    for preposition in TOWARDS.get(trigger.concept.type, ()):
        for source in sources_of(trigger):
            yield from syntax.expand(obj for _, obj in syntax.prepositional(source, preposition))


def concerned(trigger: Trigger, index: EntityIndex) -> list[Token]:
    """Whom or what else an event concerns: what the first reading gives that finds anybody, or a thing that it is done to."""
    for reading in (_somebody, authors_of, _complements, _purposes):
        found = [t for t in reading(trigger) if _counts(t, trigger, index)]
        if found:
            return found[:NEAR]
    aimed_at = [t for t in towards(trigger) if _is_target(t, trigger, index)]
    found = aimed_at or [t for t in (*_about(trigger), *_inside(trigger)) if _counts(t, trigger, index)]
    things = [t for t in _objects(trigger) if _is_taken_up(t, trigger)]
    taken_up = trigger.concept.type in REACTIONS or (trigger.concept.name == "boycott" and not found)
    chosen = things if things and taken_up else found
    return list(dict.fromkeys(chosen))[:NEAR]


def has_counterpart(trigger: Trigger) -> bool:
    """True for the main verb of a sentence, or of what is said in it, whose words surely name a deed done to another."""
    verb = trigger.governor
    alone = trigger.concept.type in ("NONE", "CONSULT") or trigger.concept.name == "resignation"
    return trigger.weight >= SURE and not alone and verb.dep_ in ("ROOT", "ccomp")


def next_party(trigger: Trigger, acting: Collection[int], kinds: Collection[str], index: EntityIndex) -> Token | None:
    """The first token of the first entity of some kinds that a sentence names after a trigger; none of the chains that act."""
    last = max(word.i for word in (*trigger.words, trigger.governor))
    for token in trigger.head.doc[last + 1 : syntax.sentence_bounds(trigger.head)[1]]:
        own = index.at(token)
        if own is not None and index.entities[own].form != "pronoun":
            mention = index.entities[own]
            if mention.kind in kinds and mention.chain not in acting and _is_told_with(token, trigger):
                return token
    return None


def _is_told_with(token: Token, trigger: Trigger) -> bool:
    """True for words of a trigger's own clause and of what it is done for.

    Of what is said or decided its grounds and conditions tell too: "will not lift the ban until X leaves".
    """
    spoken = trigger.concept.type in SPOKEN
    for node in (token, *syntax.ancestors(token)):
        if node == trigger.governor:
            return True
        if node.pos_ in ("VERB", "AUX") and not (_is_purpose(node) or (spoken and node.dep_ in GROUNDS)):
            return False
        if not spoken and node.dep_ == "prep" and node.lower_ in SCENE:
            return False
    return False


def _is_purpose(verb: Token) -> bool:
    """True for an infinitive or participle without a subject of its own: "to help X", "saying", "aimed at X"."""
    return verb.dep_ in ("xcomp", "advcl", "acl", "relcl", "pcomp") and not syntax.children_of(verb, *syntax.SUBJECTS)


def sources_of(trigger: Trigger) -> list[Token]:
    """The words of an event on which its prepositional phrases may hang, the verb first."""
    words = [trigger.governor, trigger.head, *(w for w in trigger.words if w.pos_ in ("NOUN", "PROPN"))]
    words += targets_of(trigger.governor) if trigger.governor.pos_ == "VERB" else []
    above = trigger.head.head
    carried = trigger.nominal and trigger.light is None and trigger.head.dep_ == "dobj" and above.pos_ == "VERB"
    return list(dict.fromkeys([*words, above] if carried else words))


def _counts(token: Token, trigger: Trigger, index: EntityIndex) -> bool:
    """True for somebody, a place, and where things are hit a thing; the event's own noun is none."""
    if is_measure(token) or (token == trigger.head):
        return False
    mention = index.at(token)
    if mention is not None:
        return index.entities[mention].form != "pronoun"
    if may_be_hit(token):
        return True
    if trigger.concept.type != "CONSULT" and (index.of(token) and not load_concepts().of_noun(noun_of(token))):
        return True
    struck = trigger.concept.type in STRUCK and not is_sent(token, trigger.head)
    return struck and token not in trigger.words and is_thing(token)


def _is_target(token: Token, trigger: Trigger, index: EntityIndex) -> bool:
    """True for somebody; a protest may be against a thing as well."""
    against = trigger.concept.type == "PROTEST" and token != trigger.head and not is_measure(token)
    return against or _counts(token, trigger, index)


def _is_taken_up(token: Token, trigger: Trigger) -> bool:
    """True for a thing that is blamed, refused or praised, and is no word of the event itself: "expressed concerns"."""
    own = token == trigger.head or (token in trigger.words and trigger.head.lemma_.lower() in VOICING)
    return not own and not is_measure(token) and token.pos_ != "PRON"


def _objects(trigger: Trigger) -> list[Token]:
    """What something is done to, unless it is given, left or the actor's own."""
    if trigger.nominal or trigger.frame in GIVEN or trigger.concept.type in OWN_FORCES:
        return []
    return syntax.expand(targets_of(trigger.head))


def _somebody(trigger: Trigger) -> list[Token]:
    """Who is set free, moved or taken, and the place that is."""
    if trigger.nominal or trigger.concept.type in OWN_FORCES:
        return []
    return syntax.expand(targets_of(trigger.head))


def authors_of(trigger: Trigger) -> Iterator[Token]:
    """Whose the thing is that is blamed, refused or praised: "X's offer", "the offer by X", "the decision of X"."""
    if trigger.concept.type in REACTIONS and not trigger.nominal and trigger.head.lemma_.lower() not in VOICING:
        for noun in syntax.expand(targets_of(trigger.head)):
            yield from syntax.children_of(noun, "poss")
            made = syntax.children_of(noun, "acl", "relcl")
            yield from syntax.expand(o for word in (noun, *made) for _, o in syntax.prepositional(word, "by"))
            if noun.lemma_.lower() in STATED:
                yield from syntax.expand(o for _, o in syntax.prepositional(noun, "of", "from"))
            elif trigger.concept.type == "REJECT" and load_concepts().of_noun(noun.lemma_.lower()):
                yield from syntax.expand(o for _, o in syntax.prepositional(noun, "with"))


def _complements(trigger: Trigger) -> Iterator[Token]:
    """Whom the deed concerns that is agreed, refused, asked for or threatened."""
    if trigger.concept.type in COMPLEMENTED and trigger.governor.pos_ in ("VERB", "AUX"):
        for word in (trigger.governor, *(w for w in trigger.words if w.pos_ in ("VERB", "ADJ"))):
            yield from _named_below(syntax.children_of(word, "xcomp", "ccomp"), after=word)


def _purposes(trigger: Trigger) -> Iterator[Token]:
    """Whom it is for that something is given or set in motion: "aid to help X", "troops to fight X"."""
    if trigger.concept.type in PURPOSEFUL:
        for source in sources_of(trigger):
            clauses = syntax.children_of(source, "advcl", "xcomp", "acl", "relcl")
            yield from _named_below((c for c in clauses if any(t.lower_ == "to" for t in c.children)), after=source)


def _named_below(clauses: Iterable[Token], *, after: Token) -> Iterator[Token]:
    """Nouns that fill a place in some clauses, in text order; those of other clauses within tell of something else."""
    for clause in clauses:
        for token in clause.subtree:
            inner = (node for node in syntax.ancestors(token) if node.i > clause.i)
            if token.dep_ in NOMINAL and token.i > after.i and not any(_sets_apart(node) for node in inner):
                yield token


def _sets_apart(node: Token) -> bool:
    """True for the verb of a relative clause, or of one that "after", "when", "because" begin."""
    return node.dep_ == "relcl" or (node.dep_ in ("advcl", "ccomp") and bool(syntax.children_of(node, "mark")))


def _about(trigger: Trigger) -> Iterator[Token]:
    """What the less sure prepositions of the type lead to, also within phrases that lead there."""
    type_ = trigger.concept.type
    for preposition in (*ABOUT.get(type_, ()), *TOWARDS.get(type_, ())):
        for source in sources_of(trigger):
            yield from syntax.expand(_below(source, preposition, 1 if type_ == "CONSULT" else NEAR))


def _below(source: Token, preposition: str, depth: int) -> Iterator[Token]:
    for prep, obj in syntax.prepositional(source):
        if prep.lower_ == preposition:
            yield obj
        if depth > 1:
            yield from _below(obj, preposition, depth - 1)


def _inside(trigger: Trigger) -> Iterator[Token]:
    """Whose the thing is that is hit, lifted or refused, and on whom it lies."""
    for noun in (t for t in sources_of(trigger) if t.pos_ in ("NOUN", "PROPN")):
        yield from syntax.children_of(noun, "poss", "amod", "compound", "nmod")
        for participle in syntax.children_of(noun, "acl", "relcl"):
            yield from syntax.expand(o for _, o in syntax.prepositional(participle, "on", "against", "for", "to"))
