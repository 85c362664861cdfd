"""What annotators find in one report: frozen values with offsets into the report's text.

Offsets are code points, half-open. A reference from one mention to another is an index
into the tuple of that kind in `Annotations`. Nothing here knows other reports.
"""

from dataclasses import dataclass, field

from variorum.schema.reports import Issue, Span
from variorum.schema.times import TimeValue


LOOSE = "loose:named"
"""Id, among `external_ids`, of a name of which its own report does not show what it names: linking may know."""

SERVES = "serves:home"
"""Id, among `external_ids`, of whom the words show in the service of a state that they do not name."""

ANYONE = "anyone:described"
"""Id, among `external_ids`, of a description of somebody whom no name, and no other report, is known to mean."""

VOICE = "voice:unnamed"
"""Id, among `external_ids`, of a noun that is an entity's only because it speaks: linking takes it for any unnamed one."""


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
    extent: span of the whole noun phrase, with determiner, modifiers and titles ("the former Velmaran President X").
    sense: of a state's name, whether it is a place, an actor, or an adjective ("UK aid"); else None.
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
    extent: Span | None = None
    sense: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UnnamedMention:
    """A noun phrase or pronoun for somebody, some body or some place that the report does not name.

    kind: person, people, organization, place. first: a pronoun of the first person.
    extent: the span with an "of" phrase right after it ("the families of the victims").
    speaker: index into `entities` of whose words a pronoun of the first person stands in, and whom it means; else None.
    """

    span: Span
    extent: Span
    kind: str
    first: bool = False
    speaker: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToponymMention:
    """A name of a place, in whatever sense, with the place that it names.

    form: name, demonym (adjective or people), metonym (a seat for its government) or embedded (in a body's name).
    literal: True where the words speak of the place itself, so that it may be put on a map.
    latitude, longitude: degrees (WGS 84), None where no gazetteer has the place. geonames_id: None where not known.
    country: ISO 3166-1 alpha-3, None for disputed places and for what lies in several. admin1, admin2: names of units.
    precision: as `vocabulary.PRECISIONS`, 1 (a town) to 7 (a sea or continent); None without a point.
    """

    span: Span
    name: str
    form: str
    literal: bool
    geonames_id: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    country: str | None = None
    admin1: str | None = None
    admin2: str | None = None
    feature_class: str | None = None
    feature_code: str | None = None
    precision: int | None = None


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

    @property
    def is_vague(self) -> bool:
        """True of a noun that no lexicon lists: it links mentions, and is nobody in the record."""
        return self.kind == "other" and self.form == "description"


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
    mod: TIMEX3 modifier that the words make (START, MID, END, APPROX, MORE_THAN, ...), else None.
    anchor: the words of the same report that it counts from ("border clashes" of "a month after border clashes"),
    else None. A value hangs on them only where they are a time themselves (`TimeValue.base`).
    ends: the two ends of a range as expressions of their own, else empty.
    """

    span: Span
    type: str
    value: TimeValue
    rule: str
    mod: str | None = None
    anchor: Span | None = None
    ends: tuple["TimeMention", ...] = ()


MERELY_THOUGHT = ("hypothetical", "habitual")
"""Realis of what is thinkable or usual: such mentions make no event of the record."""

UNTOLD = ("planned", "hypothetical", "denied", "called_off")
"""Realis of what is not said to have been done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureMention:
    """A number with meaning.

    span covers qualifier, number and counted noun ("at least 286 people").
    governor: offset of the first character of the word that the count depends on (killed, left, dead, deployed, ...).
    what: killed, wounded, captured, missing, detained, displaced, troops, another counted noun's lemma, or a measure
        (area, distance, weight, money, years), which has a `unit`.
    qualifier: exact, about, nearly, at_least, at_most, more_than, less_than, dozens, scores, hundreds, thousands.
    low, best, high: the stated rule is in `schema.quantities`; None is an open end.
    of_kind: soldiers, police, fighters, civilians, combatants (soldiers and fighters), or None where the words do not say.
    scope: event, or cumulative for what is counted over a period, a war or a category of happenings.
    realis: as of events; what was threatened, planned or denied counts nobody.
    time: index into `times` of the nearest day or period of its sentence, None where there is none.
    part_of: index into `figures` of the figure that holds this one ("30, including 4 children"; a total's parts).
    basis: number where it is written, sum of parts joined by "and", one for a single victim named or described.
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
    of_kind: str | None = None
    scope: str = "event"
    realis: str = "happened"
    time: int | None = None
    part_of: int | None = None
    basis: str = "number"

    @property
    def claims(self) -> bool:
        """True where a claim of an event is made of it: a count of what one happening did, whole and done."""
        return self.scope == "event" and self.part_of is None and self.realis not in UNTOLD and self.unit is None


UNVOUCHED = ("intends", "favours", "treats")
"""Attitudes of who wants a thing, is for it, or talks about it, and by that says nothing of what is so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementMention:
    """Reported speech: speaker, cue, content.

    contents: one or more spans in text order, without the quotation marks at their ends; never overlap the cue.
    speaker: index into `entities`, None where no mention governs the cue; it is not guessed.
    speaker_words: the words that name the speaker as they stand, whether an entity, a common noun ("two residents"), a pronoun
        or a phrase with its relative pronoun ("the envoy, who"); None where none does. They never overlap cue or contents.
    within: index into `statements` of the statement in whose content the cue stands, the innermost; None for the report's own.
    turn: True for a turn of an interview or debate printed with its speaker's name before a colon.
    through: index into `entities` of who passed it on ("according to Russian agencies").
    position: what the speaker does by saying it: offer, commit, demand, reject, accuse, deny, threaten, praise, state.
    target: index into `entities` of whom it is aimed at; of who was told, where the position is aimed at nobody.
    attitude: neutral, claims, admits, denies, promises, ... of the verb, from the cue lexicon; believes, intends, favours
        and treats are no speech: the report tells what somebody thinks, wants, is for or talks about.
    issue: the noun phrase within the contents that it is about. condition: words of the contents that tie it to a
    condition ("if ...", "unless ..."). polarity: negative where the clause that shows the position is negated.
    addressee_words: whom it was said to ("reporters"); addressee: index into `entities` where a mention names them.
    venue: occasion or medium it was said on ("a press conference"). place: index into `entities` of where it was said.
    """

    sentence: Span
    cue: Span
    contents: tuple[Span, ...]
    kind: str
    position: str
    speaker: int | None = None
    target: int | None = None
    speaker_words: Span | None = None
    within: int | None = None
    through: int | None = None
    time: int | None = None
    attitude: str = "neutral"
    issue: Span | None = None
    condition: Span | None = None
    polarity: str = "affirmative"
    addressee: int | None = None
    addressee_words: Span | None = None
    venue: Span | None = None
    place: int | None = None
    turn: bool = False

    @property
    def asserts(self) -> bool:
        """True where the speaker vouches for the content: it is said, or held to be so."""
        return self.attitude not in UNVOUCHED


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleMention:
    """An entity mention (index) in a role of an event: actor, recipient, participant, mediator, host, signatory, victim."""

    role: str
    entity: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyMention:
    """Somebody or something in a role of an event by words that name no entity: "protesters", "two soldiers", "an army base".

    span: the noun phrase, without relative clauses. head: lemma of its noun. kind: person, people, organization, place, or
    other for what no list of nouns tells and for things.
    entity: index into `entities` of a mention that the words are or belong to ("police of X"), where the grammar does not
    make that one's bearer the one who acts or is acted on; else None.
    """

    role: str
    span: Span
    kind: str
    head: str
    entity: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMention:
    """A span that refers to an event.

    trigger: the words that name it, compact ("peace agreement", "set up a checkpoint", "clashes").
    clause: the words of its clause or noun phrase, never more than a sentence.
    concept: the lexicon's name for the kind of happening ("meeting", "clash", "ceasefire", ...), finer than `type`.
    realis: happened, ongoing, planned, called_off, alleged, denied, hypothetical, habitual; `realis_cue` its words.
    roles: who took part, as entities; parties: who or what did so by words that name none.
    direction: directed (one side acts on another), mutual, or None where the type has none.
    phase: begin, end or None: what of the event the clause tells.
    voice: own or quoted; statement: index into `statements` of the statement that asserts it, if any.
    time, duration: indexes into `times` of when it was and how long it took. place: index into `entities`. figures: indexes into `figures`.
    told_at, scene: indexes into `times` and `entities` of the day and place that the story, or the dateline, has reached, where
    the event says none of its own; they make no claim.
    chain: events of one report with the same number are one event by in-report coreference.
    main: True where it is told as the day's news rather than as background.
    definite: True where the words point back ("the talks", "that war").
    left_out: why it makes no event of the record, as `vocabulary.LEFT_OUT`, else None.
    act: PLOVER type of what is done with the deed: who promises it agrees, who refuses it rejects; None where it is told.
    weight: 0 to 1, how surely the words name a reportable happening.
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
    parties: tuple[PartyMention, ...] = ()
    time: int | None = None
    place: int | None = None
    duration: int | None = None
    told_at: int | None = None
    scene: int | None = None
    figures: tuple[int, ...] = ()
    main: bool = False
    definite: bool = False
    chain: int = 0
    left_out: str | None = None
    act: str | None = None
    weight: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationMention:
    """Words of a sentence that say how one event stands to another ("sanctions in response to the attack").

    relation: as `vocabulary.EVENT_RELATIONS`, read from `event` to `other`, both indexes into `events`.
    cue: the words that say so. span: from the first of the words of both and the cue to the last.
    """

    relation: str
    event: int
    other: int
    cue: Span
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class OccurrenceMention:
    """A word that tells a happening of any kind; it makes nothing in the record and is compared with others of its story.

    lemma: lower case, with a verb's particle ("take over"). root: the same for words made of each other (`schema.roots`).
    subjects, objects: chains of who does it and of who or what it is done to, sorted. time: index into `times`.
    governor: index into `occurrences` of the nearest one that its word depends on in the parse, None of a clause's own.
    """

    span: Span
    sentence: Span
    lemma: str
    root: str
    subjects: tuple[int, ...] = ()
    objects: tuple[int, ...] = ()
    time: int | None = None
    governor: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelMention:
    """Words that a report uses of an entity (index into `entities`), of an event (index into `events`) or of a topic.

    topic: the set of words for what a whole story speaks of ("migrants"), where no entity or event is meant.
    distance: marks (in quotation marks though nobody is said to say it), attributed (somebody calls it so), hedge
    ("so-called"); else None.
    """

    span: Span
    label: str
    voice: str
    loaded: str | None = None
    entity: int | None = None
    event: int | None = None
    topic: str | None = None
    distance: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Modifier:
    """A name that only tells which one the noun after it means ("the Velmar memo"); possessives are none."""

    span: Span
    noun: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class TermMention:
    """What the parties of an agreement (index into `events`) are said to be bound to."""

    span: Span
    event: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotations:
    """All that the annotators found in one report, in text order within each kind.

    events: mentions that may make events of the record. unrecorded: those that do not (hypothetical, habitual, weak words, ...),
    numbered in one with `events`, so that one that is of such an event has its number.
    occurrences: what is said to happen, of whatever kind, events included.
    """

    report_id: str
    annotators: tuple[str, ...] = ()
    sentences: tuple[Span, ...] = ()
    entities: tuple[EntityMention, ...] = ()
    unnamed: tuple[UnnamedMention, ...] = ()
    toponyms: tuple[ToponymMention, ...] = ()
    referents: tuple[ReferentMention, ...] = ()
    deeds: tuple[Deed, ...] = ()
    times: tuple[TimeMention, ...] = ()
    figures: tuple[FigureMention, ...] = ()
    statements: tuple[StatementMention, ...] = ()
    events: tuple[EventMention, ...] = ()
    unrecorded: tuple[EventMention, ...] = ()
    relations: tuple[RelationMention, ...] = ()
    labels: tuple[LabelMention, ...] = ()
    modifiers: tuple[Modifier, ...] = ()
    terms: tuple[TermMention, ...] = ()
    occurrences: tuple[OccurrenceMention, ...] = ()
    issues: tuple[Issue, ...] = field(default=())
