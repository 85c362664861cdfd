"""The record's tables: names, columns, meanings, units. A public contract, versioned by `CONTRACT`.

Days are ISO (DATE), times EDTF text, offsets code points into `reports.text` (half-open),
values of closed vocabularies as in `schema.vocabulary`.
"""

from variorum.schema.mention_tables import MENTION_TABLES
from variorum.schema.relation_tables import RELATION_TABLES
from variorum.schema.report_tables import REPORT_TABLES
from variorum.schema.table_shapes import Table, read_table

CONTRACT = 3
"""Version of tables and columns. A record of another version is not opened; it is built anew."""

TABLES: tuple[Table, ...] = (
    *REPORT_TABLES,
    *MENTION_TABLES,
    *RELATION_TABLES,
    read_table(
        "mentions",
        "Spans that refer to something.",
        "mention_id",
        """
        mention_id VARCHAR id
        report_id VARCHAR the report
        kind VARCHAR entity, toponym, event, time, figure, statement or label
        start_char BIGINT first code point
        end_char BIGINT end, half-open
        subject_id VARCHAR the entity, event, ... it is a mention of; null where none
        annotator VARCHAR versioned name of what found it
        """,
    ),
    read_table(
        "times",
        "Every time expression, as TIMEX3 and as days: one row a mention of kind time.",
        "mention_id",
        """
        mention_id VARCHAR the mention
        report_id VARCHAR the report
        type VARCHAR DATE, TIME, DURATION or SET
        value VARCHAR TIMEX3 value on the report's day, relative (XXXX-WXX-1) where that is not known; a range has two, parted by a stroke
        anchor VARCHAR what it counts from: the report's day or words of the report; null where from neither
        edtf VARCHAR the days it names as EDTF text, or null
        low DATE first day it can name, or null
        high DATE last day it can name, or null
        bound VARCHAR since, until, after or before, where a word before it says so; else null
        rule VARCHAR name of the rule that read it
        mod VARCHAR TIMEX3 modifier (START, MID, END, APPROX, MORE_THAN, ...), or null
        zone VARCHAR what its clock stands off UTC (+04:00), or local; null where not said
        words VARCHAR its words
        """,
    ),
    read_table(
        "entities",
        "The canonical who and where.",
        "entity_id",
        """
        entity_id VARCHAR id
        name VARCHAR fullest name used by the reports
        kind VARCHAR person, government, organization, armed_group, country, place, people or other
        country VARCHAR ISO 3166-1 alpha-3, or null (a disputed place has none)
        sector VARCHAR PLOVER sector code (GOV, MIL, REB, ...), or null
        office VARCHAR offices held as the reports state them, or null
        latitude DOUBLE degrees north (WGS 84), places only
        longitude DOUBLE degrees east (WGS 84), places only
        disputed BOOLEAN true for a place whose sovereignty is contested
        external_ids VARCHAR JSON list of ids elsewhere ("geonames:...")
        """,
    ),
    read_table(
        "entity_names",
        "Every name by which the reports call an entity.",
        "entity_id name",
        """
        entity_id VARCHAR the entity
        name VARCHAR as written
        n_mentions BIGINT number of mentions under this name
        """,
    ),
    read_table(
        "toponyms",
        "Every name of a place in the reports, in whatever sense, with the place that it names.",
        "mention_id",
        """
        mention_id VARCHAR its row in mentions
        report_id VARCHAR the report
        entity_id VARCHAR the entity whose mention holds the words, or null
        name VARCHAR as written
        form VARCHAR name, demonym (an adjective or a people), metonym (a seat for its government) or embedded (in a body's name)
        literal BOOLEAN true where the place itself is meant, so that it may be put on a map
        geonames_id BIGINT GeoNames id, or null
        latitude DOUBLE degrees north (WGS 84), or null
        longitude DOUBLE degrees east (WGS 84), or null
        country VARCHAR ISO 3166-1 alpha-3; null for disputed places and for what lies in several states
        admin1 VARCHAR name of the first-level unit, or null
        admin2 VARCHAR name of the second-level unit, or null
        feature_class VARCHAR GeoNames class (A, P, H, T, L, S, R, V), or null
        feature_code VARCHAR GeoNames code (PPL, ADM1, SEA, ...), or null
        precision BIGINT after UCDP: 1 a town or site, 2 near it, 3 a second-level unit, 4 a first-level unit, 5 a region, water or height, 6 a state, 7 a sea or continent; 3 to 7 are middles, not places; null without a point
        """,
    ),
    read_table(
        "offices",
        "Offices of persons, as the reports state them, and as of which days.",
        "office_id",
        """
        office_id VARCHAR id
        entity_id VARCHAR the person
        office VARCHAR key of the offices lexicon: president, prime_minister, general, ...
        standing VARCHAR held, former, then (held at the time told of), acting or coming, as the words have it
        country VARCHAR of the office, ISO 3166-1 alpha-3, or null
        first_day DATE latest day that the first report which says so can be of, or null
        last_day DATE earliest day that the last report which says so can be of, or null
        n_reports BIGINT reports that say so
        """,
    ),
    read_table(
        "events",
        "What happened, or was to happen: one row an event, however many reports tell it.",
        "event_id",
        """
        event_id VARCHAR id
        label VARCHAR one line in plain words
        type VARCHAR PLOVER type
        mode VARCHAR PLOVER mode, or null
        contexts VARCHAR JSON list of PLOVER contexts
        concept VARCHAR finer kind of happening (meeting, clash, ceasefire, ...)
        cameo VARCHAR CAMEO root code
        weis VARCHAR category of the concept in WEIS' numbering, 01 to 22, which is not CAMEO's; null where it has none
        realis VARCHAR happened, ongoing, planned, called_off, alleged, denied, hypothetical or habitual
        date VARCHAR EDTF text; null where unknown
        date_low DATE first possible day
        date_high DATE last possible day
        date_basis VARCHAR stated (by a report), inherited (from the day's main event or what is told just before), decided, or null
        place_id VARCHAR entity_id of the place, or null
        n_reports BIGINT reports that tell it
        n_origins BIGINT independent origins among them
        all_presumed BOOLEAN true where every origin is only presumed to be independent
        story_id VARCHAR the story it belongs to
        salience DOUBLE 0 to 1: how much the reports make of it
        """,
    ),
    read_table(
        "event_roles",
        "Who took part in an event, and as what.",
        "event_id entity_id role",
        """
        event_id VARCHAR the event
        entity_id VARCHAR the entity
        role VARCHAR actor, recipient, participant, mediator, host, signatory or victim
        """,
    ),
    read_table(
        "event_parties",
        "Who or what took part in an event by words that name no entity: protesters, two soldiers, an army base.",
        "party_id",
        """
        party_id VARCHAR id
        event_id VARCHAR the event
        report_id VARCHAR who says it
        role VARCHAR actor, recipient, participant, mediator, host or victim; a recipient may be what it concerns or where it struck
        words VARCHAR the noun phrase
        head VARCHAR its noun, in the singular
        kind VARCHAR person, people, organization, place, another kind of entity, or other for things
        entity_id VARCHAR an entity that the words are or belong to ("police of X"), or null
        """,
    ),
    read_table(
        "figures",
        "Numbers as each report gives them: one row a claim.",
        "figure_id",
        """
        figure_id VARCHAR id
        event_id VARCHAR the event it belongs to, or null
        report_id VARCHAR who says it
        claim_id VARCHAR the claim, or null where no event is known
        what VARCHAR killed, wounded, captured, missing, detained, displaced, troops, ..., the noun counted, or what is measured (area, distance, weight, money, years)
        of_whom VARCHAR whose, in the report's words, or null
        of_kind VARCHAR soldiers, police, fighters, civilians, combatants (soldiers and fighters), or null
        low DOUBLE lower end as said
        best DOUBLE the number said, or null
        high DOUBLE upper end as said, or null where open
        qualifier VARCHAR exact, about, nearly, at_least, at_most, more_than, less_than, dozens, ...
        unit VARCHAR unit of a measure, or null
        scope VARCHAR event, or cumulative where it counts over a period or a whole war
        realis VARCHAR happened, ongoing, alleged, planned, hypothetical, denied, ... as of events
        basis VARCHAR number where it is written, sum of parts joined by "and", one for a single victim named or described
        part_of VARCHAR figure_id of the figure that this one is a part of, or null
        attributed_to VARCHAR entity_id of whose statement carries it, or null
        as_of DATE last day the figure can speak of (the day told with it, else the report's latest day), or null
        """,
    ),
    read_table(
        "statements",
        "Who said what.",
        "statement_id",
        """
        statement_id VARCHAR id
        report_id VARCHAR the report that carries it
        speaker_id VARCHAR entity_id, or null where none is named
        speaker_words VARCHAR the words that name the speaker, an entity or not, or null
        kind VARCHAR direct, indirect or mixed
        cue VARCHAR the words that introduce it
        content VARCHAR the words said or reported; parts joined by " ... "
        said_low DATE first possible day it was said
        said_high DATE last possible day it was said
        position VARCHAR offer, commit, demand, reject, accuse, deny, threaten, praise or state
        target_id VARCHAR entity_id of whom it is aimed at, or who was told, or null
        through_id VARCHAR entity_id of who passed it on, or null
        utterance_id VARCHAR statements of several reports that render one utterance share it
        attitude VARCHAR how the cue presents it: neutral, claims, admits, denies, ...; believes, intends, favours and treats are no speech
        issue VARCHAR the noun phrase of the content that it is about, or null
        condition VARCHAR the words of the content that tie it to a condition ("if ...", "unless ..."), or null
        polarity VARCHAR negative where the clause that shows the position is negated, else affirmative
        addressee_id VARCHAR entity_id of whom it was said to, or null
        addressee VARCHAR the words for whom it was said to ("reporters"), or null
        place_id VARCHAR entity_id of the place where it was said, or null
        venue VARCHAR the occasion or medium it was said on ("a press conference"), or null
        within_id VARCHAR statement_id of the statement it stands in, or null
        attribution_chain VARCHAR who passed it on and who said it, outermost first: entity_ids, or a speaker's words, joined by " > "
        """,
    ),
    read_table(
        "labels",
        "The words a report uses of an entity, an event, or what its story is about.",
        "label_id",
        """
        label_id VARCHAR id
        report_id VARCHAR the report
        subject_id VARCHAR entity_id or event_id; story_id for words of a topic (migrants, ...)
        label VARCHAR the words
        voice VARCHAR own or quoted
        loaded VARCHAR how the lexicon classes it (praising, blaming, legal, ...), or null
        distance VARCHAR how the report holds it off: marks (quoted, though nobody is said to say it), attributed (somebody calls it so), hedge (so-called) or withdrawn (by its own correction); or null
        """,
    ),
    read_table(
        "instruments",
        "Agreements, ceasefires, joint statements, mandates, mechanisms.",
        "instrument_id",
        """
        instrument_id VARCHAR id
        kind VARCHAR agreement, ceasefire, joint_statement, mandate, treaty, mechanism, ...
        name VARCHAR as the reports call it
        parties VARCHAR JSON list of entity_ids
        event_id VARCHAR the event that made it, or null
        """,
    ),
    read_table(
        "instrument_statuses",
        "The status of an instrument over time.",
        "instrument_id status event_id",
        """
        instrument_id VARCHAR the instrument
        status VARCHAR proposed, agreed, reaffirmed, extended, disputed, implemented, violated or withdrawn
        date_low DATE first possible day
        date_high DATE last possible day
        event_id VARCHAR the event that shows it
        """,
    ),
    read_table(
        "claims",
        "What one report says: one attribute, one value, of one event.",
        "claim_id",
        """
        claim_id VARCHAR id
        report_id VARCHAR who says it
        event_id VARCHAR of which event
        attribute VARCHAR realis, date, place, participants, actor, recipient, direction, duration, outcome, terms (one a finding), a figure's what, ...
        value VARCHAR normalized value
        original_value VARCHAR the report's words
        polarity VARCHAR affirmed, denied, or superseded (a correction of the report takes it back: in no finding)
        realis VARCHAR realis of the mention that makes it
        attributed_to VARCHAR entity_id of who the report says it from, or null
        attribution_chain VARCHAR who passed that on, outermost first, as in statements, or null
        voice VARCHAR own or quoted
        annotator VARCHAR versioned name of what found it
        """,
    ),
    read_table(
        "findings",
        "What the record holds of one attribute, and why.",
        "finding_id",
        """
        finding_id VARCHAR id
        subject_id VARCHAR event_id (or entity_id)
        attribute VARCHAR as in claims
        value VARCHAR best value by the rule; the range of a figure as low..high
        status VARCHAR agreed, compatible, single_origin, disputed or decided
        n_origins BIGINT independent origins that support it
        all_presumed BOOLEAN true where every origin is only presumed to be independent
        rule VARCHAR versioned name of the rule
        low DOUBLE of a count: the least that any claim allows, supporting or opposing
        best DOUBLE of a count: the number that most independent origins can agree with, or null; never without its range
        high DOUBLE of a count: the most that any claim says, or null where that is open
        """,
    ),
    read_table(
        "finding_claims",
        "The claims behind a finding.",
        "finding_id claim_id",
        """
        finding_id VARCHAR the finding
        claim_id VARCHAR the claim
        side VARCHAR supports or opposes
        """,
    ),
    read_table(
        "disagreements",
        "Claims that cannot all hold, or that name one thing differently.",
        "disagreement_id",
        """
        disagreement_id VARCHAR id
        kind VARCHAR figure, date, place, participant, direction, outcome, realis, wording or label
        subject_id VARCHAR what they differ about: event_id, entity_id, utterance_id, or story_id for words of a topic
        summary VARCHAR one plain line
        weight DOUBLE 0 to 1: how much it matters
        rule VARCHAR versioned name of the rule
        """,
    ),
    read_table(
        "disagreement_values",
        "Each value of a disagreement with who holds it.",
        "disagreement_id value report_id evidence_id",
        """
        disagreement_id VARCHAR the disagreement
        value VARCHAR the value or wording
        report_id VARCHAR who holds it
        evidence_id VARCHAR the words
        voice VARCHAR own or quoted
        side VARCHAR reports on one side share it
        """,
    ),
    read_table(
        "coverage",
        "Report by event and by finding: who states what, who leaves it out. Items too short to be blamed have no row.",
        "report_id subject_id",
        """
        report_id VARCHAR the report
        subject_id VARCHAR event_id or finding_id
        how VARCHAR states, copies, contradicts, omits or could_not_know
        """,
    ),
    read_table(
        "alone",
        "What one source alone has of what several could tell, and what it alone leaves out.",
        "source subject_id",
        """
        source VARCHAR the source's name; the report's siglum where no source is known
        subject_id VARCHAR event_id, or finding_id of an event with which the source is not alone
        how VARCHAR has, or leaves_out where at least two other sources tell it
        """,
    ),
    read_table(
        "stories",
        "Reports on one happening.",
        "story_id",
        """
        story_id VARCHAR id
        label VARCHAR one line
        date_low DATE first day
        date_high DATE last day
        process_id VARCHAR the process it belongs to
        """,
    ),
    read_table(
        "story_reports",
        "Which reports make a story.",
        "story_id report_id",
        """
        story_id VARCHAR the story
        report_id VARCHAR the report
        """,
    ),
    read_table(
        "processes",
        "Chains of stories of one conflict.",
        "process_id",
        """
        process_id VARCHAR id
        label VARCHAR one line
        """,
    ),
    read_table(
        "links",
        "Pairs with a judgement, a score and its evidence.",
        "kind left_id right_id",
        """
        kind VARCHAR entity, event, statement, story or process
        left_id VARCHAR mention, chain, report or story id, the smaller of the two
        right_id VARCHAR the larger
        judgement VARCHAR same, different or unsure
        score DOUBLE 0 to 1
        evidence VARCHAR the features that made the score, in words
        decided_by VARCHAR versioned rule, or the author of a decision
        """,
    ),
    read_table(
        "evidence",
        "The exact words behind a row: text[start_char:end_char] == quote, always.",
        "evidence_id",
        """
        evidence_id VARCHAR id
        item_id VARCHAR id of the row that the words support
        report_id VARCHAR the report
        start_char BIGINT first code point
        end_char BIGINT end, half-open
        quote VARCHAR the words
        """,
    ),
    read_table(
        "issues",
        "What was set aside or not understood, and why.",
        "issue_id",
        """
        issue_id VARCHAR id
        stage VARCHAR room or stage that says so
        kind VARCHAR short code
        what VARCHAR what, where, and what to do
        report_id VARCHAR the report, or null
        file VARCHAR the file, or null
        start_char BIGINT where in the report, or null
        end_char BIGINT end, or null
        """,
    ),
    read_table(
        "decisions",
        "Human rulings: inputs of the next build.",
        "decision_id",
        """
        decision_id VARCHAR id
        kind VARCHAR same, different or set
        left_id VARCHAR id ruled on
        right_id VARCHAR the other id; null for set
        field VARCHAR column set; null for same and different
        value VARCHAR value set
        reason VARCHAR why
        author VARCHAR who
        left_seen VARCHAR JSON list of the mentions that left_id had when ruled
        right_seen VARCHAR JSON list of the mentions that right_id had
        seen_hash VARCHAR hash of the words seen
        status VARCHAR live, stale or withdrawn
        """,
    ),
    read_table(
        "runs",
        "One row a build.",
        "run_id",
        """
        run_id VARCHAR id
        inputs_hash VARCHAR hash of the reports
        config_hash VARCHAR hash of the config
        config VARCHAR the config as JSON, defaults filled in
        versions VARCHAR JSON: annotators and rules with their versions, package, model
        contract BIGINT version of tables and columns
        finished_at VARCHAR UTC time of publication, ISO 8601
        """,
        exported=False,
    ),
    read_table(
        "retired",
        "Rows that an earlier build held and a later one does not: retired, never deleted.",
        "table_name item_key run_id",
        """
        table_name VARCHAR the table it was in
        item_key VARCHAR its key, columns joined by |
        run_id VARCHAR the build that retired it
        row VARCHAR the row as JSON
        """,
        exported=False,
    ),
    read_table(
        "shelf",
        "Per-report results kept for later builds (reports and annotations as JSON). Internal.",
        "kind key",
        """
        kind VARCHAR report or annotations
        key VARCHAR digest and file, or report_id and versions
        payload VARCHAR JSON
        """,
        exported=False,
    ),
)

BY_NAME: dict[str, Table] = {table.name: table for table in TABLES}
