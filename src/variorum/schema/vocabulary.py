"""The closed vocabularies of the record. A value outside its list is an error, never a new category."""

REALIS = ("happened", "ongoing", "planned", "called_off", "alleged", "denied", "hypothetical", "habitual")
ENTITY_KINDS = ("person", "government", "organization", "armed_group", "country", "place", "people", "other")
ENTITY_FORMS = ("name", "description", "demonym", "metonym", "pronoun", "group")
STANDINGS = ("held", "former", "then", "acting", "coming")

TOPONYM_FORMS = ("name", "demonym", "metonym", "embedded")
ROLES = ("actor", "recipient", "participant", "mediator", "host", "signatory", "victim")
STATEMENT_KINDS = ("direct", "indirect", "mixed")
POSITIONS = ("offer", "commit", "demand", "reject", "accuse", "deny", "threaten", "praise", "state")
VOICES = ("own", "quoted")
DISTANCES = ("marks", "attributed", "hedge", "withdrawn")
POLARITIES = ("affirmed", "denied", "superseded")
QUALIFIERS = (
    "exact",
    "about",
    "nearly",
    "at_least",
    "at_most",
    "more_than",
    "less_than",
    "dozens",
    "scores",
    "hundreds",
    "thousands",
    "range",
)
FIGURE_SCOPES = ("event", "cumulative")
FIGURE_BASES = ("number", "sum", "one")
FIGURE_KINDS = ("soldiers", "police", "fighters", "civilians", "combatants")
FINDING_STATUSES = ("agreed", "compatible", "single_origin", "disputed", "decided")
SIDES = ("supports", "opposes")
DISAGREEMENT_KINDS = (
    "figure",
    "date",
    "place",
    "participant",
    "direction",
    "outcome",
    "realis",
    "wording",
    "label",
)
EVENT_RELATIONS = ("part_of", "follows", "announced_by", "responds_to")
COVERAGE = ("states", "copies", "contradicts", "omits", "could_not_know")
ALONE = ("has", "leaves_out")
JUDGEMENTS = ("same", "different", "unsure")
INSTRUMENT_STATUSES = (
    "proposed",
    "agreed",
    "reaffirmed",
    "extended",
    "disputed",
    "implemented",
    "violated",
    "withdrawn",
)
REPORT_STATUSES = ("read", "set_aside")
ORIGIN_BASES = ("credited", "shared", "presumed")
COPY_BASES = ("credit", "date", "containment", "shared")
SHARED_REASONS = ("quotation", "document")
PART_KINDS = (
    "correction",
    "retraction",
    "editors_note",
    "update_note",
    "caption",
    "embedded",
    "document",
    "other_language",
)
DATE_ROLES = ("published", "updated", "seen")
DATE_VERDICTS = ("used", "agrees", "contradicts")
TIME_TYPES = ("DATE", "TIME", "DURATION", "SET")
LEFT_OUT = ("hypothetical", "habitual", "intent", "said", "points_back", "weak")
"""Why an event mention makes no event: thought of; usual; only said to be intended; a saying done to nobody, which is a
statement; words that point back to nothing that was told; words too weak to tell of a reportable happening, which are in no table."""
