"""Where an event was: what "in", "at", "near" lead to, its own or that of what it was part of."""

from spacy.tokens import Doc, Token

from variorum.annotations import syntax
from variorum.annotations.event_entities import EntityIndex
from variorum.annotations.event_nesting import Nesting, phrases_after
from variorum.annotations.event_scenes import clause_of_outcome, noun_where
from variorum.annotations.event_spots import spot_of
from variorum.annotations.event_triggers import Trigger, light_verbs
from variorum.annotations.parse import text_of
from variorum.schema.annotations import EntityMention
from variorum.schema.reports import Span

SCENE_MARKS = frozenset({"in ", "at ", "In "})
SCENES = frozenset({"in", "at", "near", "outside", "inside", "across", "around", "through", "throughout", "off"})
NO_SCENE = frozenset(
    "request behest invitation response exchange return support favor favour defiance violation retaliation cooperation coordination accordance light view solidarity reaction addition protest".split()
)
"""What stands after "in" or "at" and is no place: "in response to", "at the request of"."""

VEHICLES_LOST = frozenset({"crash", "sinking"})
"""Kinds whose subject is a vehicle: an Athens train may crash anywhere."""

SPOKEN = frozenset({"ACCUSE", "REQUEST", "REJECT", "SUPPORT", "THREATEN"})
"""Types whose object is somebody spoken to or of, be it a state or a city."""

GATHERINGS = frozenset({"AGREE", "CONSULT", "PROTEST", "COOPERATE"})
"""Types of what is done where reporters come to see it."""

GAP = 8
"""Code points. What may stand between a dateline and its sentence: a dash, an end of line."""

REACHED = frozenset({"on", "at", "upon", "into", "against"})
"""Prepositions before what a deed reaches, whose own scene is that of the deed."""

MOVES = frozenset({"to", "into", "from", "over", "on", "along", "through"})


class EventPlaces:
    """The places of the events of one doc, as indexes into its entity mentions."""

    def __init__(self, doc: Doc, index: EntityIndex, nesting: Nesting) -> None:
        self._doc, self._index, self._nesting = doc, index, nesting

    def place_of(self, trigger: Trigger) -> int | None:
        """The event's own place, else that of the event in whose course it was."""
        own = find_place(trigger, self._index)
        if own is None and trigger.nominal:
            own = self._place_beside(trigger)
        if own is None:
            own = self._place_of_outcome(trigger)
        if own is None and (noun := noun_where(trigger.governor)) is not None:
            own = next((i for i in _places_under(noun, self._index) if self._index.entities[i].kind == "place"), None)
        outer = self._nesting.plain_clause(trigger) or clause_of_outcome(trigger.governor)
        if own is None and outer is not None:
            own = places_of(outer, self._index)
        if own is None and not trigger.nominal and trigger.concept.type not in SPOKEN:
            own = _place_of_those(trigger.head, self._index)
        if own is None:
            own = self._place_of_course(trigger)
        return own if own is not None or trigger.concept.type in SPOKEN else spot_of(trigger, self._index)

    def dateline_of(self, trigger: Trigger, dateline: Span | None) -> int | None:
        """Find the one town of the dateline, for what is told in the sentence after it: "here", or where that names no place."""
        here = _is_here(trigger)
        if dateline is None or not (here or trigger.concept.type in GATHERINGS) or _is_placed_in_words(trigger):
            return None
        start, end = syntax.sentence_bounds(trigger.head)
        reach = self._doc[start:end]
        if not reach.start_char <= dateline.end + GAP <= reach.end_char:
            return None
        places = [(i, e) for i, e in enumerate(self._index.entities) if e.kind == "place" and e.form != "demonym"]
        towns = [i for i, e in places if dateline.covers(e.span)]
        others = [i for i, e in places if dateline.end <= e.span.start < reach.end_char]
        return towns[0] if len(towns) == 1 and (here or not others) else None

    def _place_of_outcome(self, trigger: Trigger) -> int | None:
        """Where the agreement was made that talks led to."""
        outcome = self._nesting.outcome_of(trigger) if trigger.concept.type == "CONSULT" else None
        return find_place(outcome, self._index) if outcome is not None else None

    def _place_beside(self, trigger: Trigger) -> int | None:
        """A place in the phrases that follow an event noun, wherever the parser hangs them."""
        reach, text = phrases_after(trigger.head), text_of(self._doc)
        return next((i for i, e in enumerate(self._index.entities) if _is_scene(e, reach, text)), None)

    def _place_of_course(self, trigger: Trigger) -> int | None:
        for _, obj in syntax.prepositional(trigger.governor, "during", "at"):
            inner = self._nesting.of(obj)
            if inner is not None and inner.head != trigger.head:
                return find_place(inner, self._index)
        return None


def _is_scene(mention: EntityMention, reach: frozenset[int], text: str) -> bool:
    start = mention.span.start
    return mention.kind == "place" and start in reach and text[start - 3 : start] in SCENE_MARKS


def find_place(trigger: Trigger, index: EntityIndex) -> int | None:
    """The place of an event: what "in", "at", "near", ... of its noun or verb lead to; the most exact one."""
    within = [word for word in trigger.words if word.pos_ == "NOUN" and word != trigger.head]
    sources = [trigger.head, *([] if trigger.light is None else [trigger.light]), *within, *_begun(trigger.head)]
    found = _targets_of(trigger, index)
    for source in sources:
        wanted = SCENES | (MOVES if trigger.frame in ("actor-theme", "transfer", "from", "open") else frozenset())
        given = trigger.frame in ("transfer", "from")
        for prep, obj in syntax.prepositional(source, *sorted(wanted)):
            if obj.lemma_.lower() not in NO_SCENE:
                states = given and prep.lower_ in ("to", "from")
                found += [i for i in _places_under(obj, index) if not (states and index.entities[i].kind == "country")]
    if trigger.frame == "held":
        found += [i for t in syntax.subjects(trigger.head) for i in _places_under(t, index)]
    if trigger.frame == "experiencer" and not trigger.nominal and trigger.concept.name not in VEHICLES_LOST:
        struck = [i for t in syntax.subjects(trigger.head) for i in _places_under(t, index)]
        found += [i for i in struck if index.entities[i].kind == "place"]
    if trigger.nominal and not found:
        named = (index.at(t) for t in trigger.head.children if t.dep_ in ("compound", "nmod"))
        found = [i for i in named if i is not None and index.entities[i].kind == "place"]
    exact = [i for i in found if index.entities[i].kind == "place"]
    exact.sort(key=lambda i: not index.entities[i].external_ids)
    return exact[0] if exact else (found[0] if found and trigger.frame != "actor-recipient" else None)


def _begun(head: Token) -> list[Token]:
    """The verb of "fighting flared", which the parser may take for a participle of a verb "fighting"."""
    after = head.doc[head.i + 1 : head.i + 2] if head.tag_ == "VBG" else ()
    return [t for t in after if t.dep_ == "acl" and light_verbs().get(t.lemma_.lower()) in ("begin", "happen")]


def _targets_of(trigger: Trigger, index: EntityIndex) -> list[int]:
    """Places that something is done to: the object, "the shelling of X", "a raid on X", the subject of "X fell to"."""
    head = trigger.head
    if trigger.frame == "experiencer" and trigger.concept.name == "territorial_capture" and not trigger.nominal:
        return [i for t in syntax.subjects(head) for i in _places_under(t, index)]
    if trigger.frame not in ("actor-theme", "actor-recipient", "open") or trigger.concept.type in SPOKEN:
        return []
    if not trigger.nominal:
        targets = syntax.subjects(head) if syntax.is_passive(head) else syntax.objects(head)
        entered = [o for p, o in syntax.prepositional(head, "into") if p in trigger.words]
        return [i for t in (*targets, *entered) for i in _places_under(t, index)]
    aimed = syntax.prepositional(head, "on", "against") if trigger.concept.type == "ASSAULT" else []
    found = [i for _, o in syntax.prepositional(head, "of") for i in _places_under(o, index)]
    return found + [i for _, o in aimed if (i := index.at(o)) is not None and index.entities[i].kind == "place"]


def places_of(verb: Token, index: EntityIndex) -> int | None:
    """The scene of a clause: the first place that "in", "at", "near", ... of its verb lead to."""
    found = [i for _, obj in syntax.prepositional(verb, *sorted(SCENES)) for i in _places_under(obj, index)]
    found += [
        i
        for obj in syntax.objects(verb)
        for _, o in syntax.prepositional(obj, *sorted(SCENES))
        for i in _places_under(o, index)
    ]
    return next((i for i in found if index.entities[i].kind == "place"), None)


def _is_here(trigger: Trigger) -> bool:
    """True of "signed an accord here on Thursday": where the report is written."""
    verbs = (trigger.head, syntax.finite_verb(trigger.governor))
    return any(t.lower_ == "here" and t.dep_ == "advmod" for verb in verbs for t in verb.children)


def _is_placed_in_words(trigger: Trigger) -> bool:
    """True where the clause says where in words that name no place: "in the north of the country"."""
    heads = (trigger.head, syntax.finite_verb(trigger.governor))
    scenes = (obj for head in heads for _, obj in syntax.prepositional(head, *sorted(SCENES)))
    return any(obj.pos_ == "NOUN" and obj.ent_type_ not in ("DATE", "TIME") for obj in scenes)


def scene_of(verb: Token, index: EntityIndex) -> int | None:
    """The scene of a clause, or where those who act in it have come to: "rolled into X", "marched to an office in X"."""
    found = places_of(verb, index)
    come = [i for _, obj in syntax.prepositional(verb, "to", "into") for i in _places_under(obj, index)]
    return found if found is not None else next((i for i in come if index.entities[i].kind == "place"), None)


def _place_of_those(verb: Token, index: EntityIndex) -> int | None:
    """Where those are whom something is done to: "fired on marchers in Lagos"."""
    reached = [*syntax.objects(verb), *(o for p, o in syntax.prepositional(verb) if p.lower_ in REACHED)]
    if syntax.is_passive(verb):
        reached += syntax.subjects(verb)
    found = [
        i for obj in reached for _, o in syntax.prepositional(obj, *sorted(SCENES)) for i in _places_under(o, index)
    ]
    return next((i for i in found if index.entities[i].kind == "place"), None)


def _places_under(obj: Token, index: EntityIndex) -> list[int]:
    """Places in a noun phrase, its head first: "the port of Guayaquil", "Guayaquil, in Ecuador"."""
    inner = [t for t in obj.subtree if t.i != obj.i]
    order = [obj, *(t for t in inner if t.dep_ == "pobj"), *(t for t in inner if t.dep_ != "pobj")]
    found: list[int] = []
    for token in order:
        entity = index.at(token)
        if any(node.dep_ in ("relcl", "acl") for node in (token, *syntax.ancestors(token)) if node.i > obj.i):
            continue
        if (
            entity is not None
            and index.entities[entity].kind in ("place", "country")
            and index.entities[entity].form != "demonym"
            and entity not in found
        ):
            found.append(entity)
    return found
