"""The rules by which the record holds what it holds, in plain words, by their names without version."""

import json

from variorum.views.catalogue import Catalogue

RULES = {
    "alone": "a source has alone what no other tells, and leaves out alone what all others do that could know it, two at least",
    "claims": "what one report says of one attribute of one event, in its words",
    "corrections": "a report's correction gives what it said before and what holds",
    "coverage": "a report states an event or finding where its words tell it, copies it where all those words are another's, contradicts it where its claim cannot hold; else it omits it, unless it is too short or came before anybody could know",
    "dates": "days agree where one day fits both; a plan that was moved is an update",
    "direction": "that one side acted cannot hold with clashes, or with the other side's acting",
    "directions": "that one side acted cannot hold with clashes, or with the other side's acting",
    "durations": "lengths of time count from other days and never contradict each other",
    "entities": "words that stand for somebody or something, by the parser, the gazetteer and lists of names; names are one where they or their parts agree and nobody else fits as well",
    "events": "a clause tells an event where its word is in the lexicon of happenings and its frame fits; what reports tell is one event where its features weigh more for that than against it; the day, place and sides that most independent origins tell are shown",
    "facets": "what a story has once, by the words that tell it; two reports part where each holds to a value that the other's cannot hold with",
    "figures": "numbers agree where one number fits both; a toll that grew from an earlier day is an update",
    "instruments": "events that agree, extend or break an agreement, ceasefire, statement or mandate make it or touch it",
    "labels": "the words a report uses for a thing in its own voice, apart from quoted ones; two part where each holds to words of its class and one of these is loaded",
    "lineage": "passages too much alike for chance are copies; whoever is credited, else whoever was first, is their origin; a report that copies nothing speaks for itself, presumed",
    "occurrences": "words for happenings of one kind within a story",
    "offices": "an office is held as the words before and in a name say, on the days of the reports that say so",
    "outcomes": "a success and a failure cannot both hold",
    "participants": "at one table a state is not represented by two different people; one report may name more than another",
    "parties": "who took part by words that name nobody, as the clause has them",
    "places": "of a gathering two towns cannot both hold where neither lies in the other or near it",
    "processes": "stories are of one process where the same sides stand in their middle",
    "realis": "done and denied, done and called off, alleged and denied cannot both hold; a plan and its fulfilment can",
    "referents": "words without a name are the entity that they can only mean: the same noun, office or state, near it",
    "relation_containment": "fighting lies within a war or offensive of the same parties, within its days and place; the narrowest holds it",
    "relation_rounds": "talks and elections of the same parties follow each other by their numbers, else by their days",
    "relation_words": "a clause says how its two happenings stand to each other, and their days do not rule it out",
    "reports": "source, day, credit and parts by the clues in the text and its container, the most trusted first",
    "statements": "words are somebody's where a cue, quotation marks or a chain of reporting give them to a speaker",
    "stories": "reports are of one story where they are like its reports on the whole and their main events can be one",
    "terms": "what an agreement is said to bind its parties to; like wordings are one term, and terms never contradict each other",
    "times": "words for days and lengths of time, counted from the report's day where they are relative",
    "toponyms": "names of places by the gazetteer, in the sense that the text gives them",
    "utterance_dates": "one utterance was made once: renderings dated otherwise cannot both hold",
    "utterances": "statements of one side with most of the same words render one utterance",
    "wording": "two reports give one text as the same side's with other words in the same place",
}
"""What each asks of the words, or of two claims."""

OF_TABLE = {
    "reports": "reports",
    "entities": "entities",
    "events": "events",
    "figures": "figures",
    "statements": "statements",
    "labels": "labels",
    "instruments": "instruments",
    "offices": "offices",
    "event_parties": "parties",
    "stories": "stories",
    "processes": "processes",
    "origins": "lineage",
    "coverage": "coverage",
    "alone": "alone",
}
"""The rule that rows of a table come from, where they name none themselves."""

WRITTEN = {
    "evidence": "evidence: the words stand in the report at these offsets, checked when the record was written",
    "decisions": "a person's ruling: it outranks every rule, names its author and reason, and goes stale when what was seen changes",
    "issues": "loudness: what was set aside or not understood is told, not dropped",
    "runs": "one row a build: hashes of what went in, and the versions of all rules",
}
"""What stands in place of a rule where nothing was judged."""


def rule_in_words(rule: str) -> str:
    """A rule with what it asks; its name alone where it is not known."""
    meaning = RULES.get(rule.partition(".")[0])
    return f"{rule}: {meaning}" if meaning else rule


def rule_of_table(catalogue: Catalogue, table: str) -> str:
    """The rule behind the rows of a table, with the version that the record was made by."""
    if table in WRITTEN:
        return WRITTEN[table]
    name = OF_TABLE.get(table, table)
    return rule_in_words(_versioned(catalogue, name))


def _versioned(catalogue: Catalogue, name: str) -> str:
    """A rule's or annotator's name with its version in the latest build, where the build says it."""
    for run in catalogue.rows("runs"):
        versions = json.loads(run["versions"] or "{}")
        for known in (*versions.get("rules", ()), *versions.get("annotators", ())):
            if known.partition(".")[0] == name:
                return str(known)
    return name
