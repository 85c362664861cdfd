"""What annotators find in one report: frozen values with offsets into the report's text.

Offsets are code points, half-open. A reference from one mention to another is an index
into the tuple of that kind in `Annotations`. Nothing here knows other reports.
"""

from dataclasses import dataclass, field

from variorum.schema.reports import Issue, Span
from variorum.schema.times import TimeValue


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityMention:
    """A span that refers to an entity.

    kind: person, government, organization, armed_group, country, place, people, other.
    form: name, description ("the Armenian leader"), demonym, metonym (a capital or seat), pronoun, group ("the trio", "they").
    name: the bare name or, for a description, the head words ("Armenian leader"); no titles, no possessive.
    country: ISO 3166-1 alpha-3 that the words themselves show (office or demonym or gazetteer), else None.
    office: key of the offices lexicon ("president", "prime_minister", "leader"), else None.
    titles: span of the words before the name that describe its bearer ("Russian dictator"), else None.
    chain: mentions of one report with the same number are the same thing by in-report coreference.
    members: for a group, the chains that it stands for.
    external_ids: ("geonames:1234",), ...
    owner: chain of the state that the words tie a person or force to ("Velmaran President X"), known or invented; else None.
    """

    span: Span
    kind: str
    form: str
    name: str
    chain: int
    country: str | None = None
    office: str | None = None
    titles: Span | None = None
    members: tuple[int, ...] = ()
    external_ids: tuple[str, ...] = ()
    owner: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferentMention:
    """Words that refer to someone or something without naming it ("the gunman", "who", "his wife"), or by a loose name.

    kind: person, organization, place, a named entity's kind, or other. form: description, pronoun or name.
    name: the words. head: lemma of the noun, empty for pronouns and names. female: as far as the report tells.
    chain: in one numbering with those of `entities`: the same number is the same thing.
    """

    span: Span
    kind: str
    form: str
    name: str
    chain: int
    head: str = ""
    plural: bool = False
    female: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """What a chain does or suffers, by the verb's lemma, or how old it is; side: does, suffers, aged (`verb` in years)."""

    chain: int
    verb: str
    side: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMention:
    """A TIMEX3 expression; `value` resolves against the report's date (see `schema.times`).

    type: DATE, TIME, DURATION, SET. rule: name of the rule that fired.
    """

    span: Span
    type: str
    value: TimeValue
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureMention:
    """A number with meaning.

    span covers qualifier, number and counted noun ("at least 286 people").
    governor: offset of the first character of the word that the count depends on (killed, left, dead, deployed, ...).
    what: killed, wounded, captured, missing, detained, displaced, troops, or another counted noun's lemma.
    qualifier: exact, about, at_least, at_most, more_than, less_than, dozens, scores, hundreds, thousands.
    low, best, high: the stated rule is in `schema.quantities`; None is an open end.
    """

    span: Span
    governor: int
    what: str
    qualifier: str
    low: float | None
    best: float | None
    high: float | None
    of_whom: str | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementMention:
    """Reported speech: speaker, cue, content.

    contents: one or more spans in text order, without the quotation marks at their ends; never overlap the cue.
    speaker: index into `entities`, None where no mention governs the cue; it is not guessed.
    through: index into `entities` of who passed it on ("according to Russian agencies").
    attitude: neutral, claims, admits, denies, promises, ... of the verb, from the cue lexicon.
    """

    sentence: Span
    cue: Span
    contents: tuple[Span, ...]
    kind: str
    position: str
    speaker: int | None = None
    target: int | None = None
    through: int | None = None
    time: int | None = None
    attitude: str = "neutral"


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleMention:
    """An entity mention (index) in a role of an event: actor, recipient, participant, mediator, host, signatory, victim."""

    role: str
    entity: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMention:
    """A span that refers to an event.

    trigger: the words that name it, compact ("peace agreement", "set up a checkpoint", "clashes").
    clause: the words of its clause or noun phrase, never more than a sentence.
    concept: the lexicon's name for the kind of happening ("meeting", "clash", "ceasefire", ...), finer than `type`.
    realis: happened, ongoing, planned, called_off, alleged, denied, hypothetical, habitual; `realis_cue` its words.
    direction: directed (one side acts on another), mutual, or None where the type has none.
    phase: begin, end or None: what of the event the clause tells.
    voice: own or quoted; statement: index into `statements` of the statement that asserts it, if any.
    time, duration: indexes into `times` of when it was and how long it took. place: index into `entities`. figures: indexes into `figures`.
    chain: events of one report with the same number are one event by in-report coreference.
    within: chain of the event that this one was part of ("during the war, X took Y").
    main: True where it is told as the day's news rather than as background.
    definite: True where the words point back ("the talks", "that war").
    """

    trigger: Span
    clause: Span
    sentence: Span
    lemma: str
    concept: str
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    cameo: str
    realis: str
    realis_cue: Span | None = None
    direction: str | None = None
    phase: str | None = None
    voice: str = "own"
    statement: int | None = None
    roles: tuple[RoleMention, ...] = ()
    time: int | None = None
    place: int | None = None
    duration: int | None = None
    figures: tuple[int, ...] = ()
    main: bool = False
    definite: bool = False
    chain: int = 0
    within: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelMention:
    """Words that a report uses of an entity (index into `entities`) or an event (index into `events`)."""

    span: Span
    label: str
    voice: str
    loaded: str | None = None
    entity: int | None = None
    event: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotations:
    """All that the annotators found in one report, in text order within each kind."""

    report_id: str
    annotators: tuple[str, ...] = ()
    sentences: tuple[Span, ...] = ()
    entities: tuple[EntityMention, ...] = ()
    referents: tuple[ReferentMention, ...] = ()
    deeds: tuple[Deed, ...] = ()
    times: tuple[TimeMention, ...] = ()
    figures: tuple[FigureMention, ...] = ()
    statements: tuple[StatementMention, ...] = ()
    events: tuple[EventMention, ...] = ()
    labels: tuple[LabelMention, ...] = ()
    issues: tuple[Issue, ...] = field(default=())
