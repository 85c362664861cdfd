"""What would change an item: the step of the rules that it stands on, said forward."""

from variorum.views.catalogue import Row

FINDING = {
    "single_origin": "a second independent origin with {value} would make it agreed; one with a value that cannot hold beside it, disputed; a copy would change nothing",
    "agreed": "one origin with a value that cannot hold beside {value} would make it disputed; no number of copies changes it",
    "compatible": "one origin with a value that cannot hold beside these would make it disputed; that all say {value} would make it agreed",
    "disputed": "more origins on one side change the value shown, not the dispute: opposing claims stay; a correction by those who oppose {value}, or a ruling with `decide set`, would settle it",
    "decided": "a newer ruling; it goes stale when the words that were seen change",
}
REALIS = {
    "planned": "a later report that tells it as done would make it happened",
    "called_off": "a later report that tells it as done would make it happened",
    "alleged": "a report that tells it in its own voice would make it happened",
    "denied": "a report that tells it in its own voice would make it disputed",
}


NEVER = ("durations", "terms")
"""Rules by which no two claims contradict each other."""

UNDISPUTED = {
    "single_origin": "a second independent origin with {value} would make it agreed, one that says it in other words compatible; a copy would change nothing",
    "agreed": "another origin that says it in other words would make it compatible; no number of copies changes it",
    "compatible": "that all say {value} would make it agreed; by its rule nothing makes it disputed",
}
"""As `FINDING`, for such rules."""

DISAGREEMENT = {
    "figure": "words that show the numbers to be of other days, other people, or a part and the whole",
    "date": "words that show one day to be of another event, or of a plan that was moved",
    "place": "words that show one place to be a part of the other, or of another event",
    "participant": "words that show two tables, or one person in place of the other on another day",
    "direction": "words that show two incidents, one begun by each side",
    "outcome": "words that show the two to judge different things",
    "realis": "a later report in which those who deny it tell it, or in which those who tell it take it back",
    "wording": "words that show two different utterances or texts, or an exact text that one side quotes",
    "label": "the plain word in the own voice of those who use the loaded one, or marks that show it to be quoted",
}
"""What would end a disagreement, by kind."""

WORDS = "other words in the report, or another version of the rule"

OTHERS = {
    "reports": "a row for it in reports.tsv: source, date, credit",
    "mentions": WORDS,
    "figures": WORDS,
    "statements": WORDS,
    "claims": WORDS,
    "labels": f"{WORDS}; quotation marks or a speaker make an own word a quoted one",
    "offices": "a report that states another office, or says it is over",
    "event_parties": "a name for them in one of the reports, which makes an entity of them; or other words",
    "instruments": "a report that tells it as extended, broken or withdrawn adds a status; other parties make it another instrument",
    "stories": "reports that are more like another story's, or main events that cannot be one, part it",
    "processes": "a story with other sides in its middle parts it; one with the same sides joins it",
    "origins": "a credit, a date or a shared passage that shows the words to be another's",
    "evidence": "nothing but another text: the words are what they are",
    "issues": "what it says to do; then build again",
    "runs": "nothing: it is what that build was; another build adds a row",
    "decisions": "a later ruling; or a build in which the words that were seen have changed, which makes it stale",
}
"""What would change any other item, by table."""

RELATIONS = {
    "relation_words": "other words in the reports, days that rule it out, or a ruling that joins or parts the events",
    "relation_rounds": "a round between the two, other days or parties, or a ruling that joins or parts the events",
    "relation_containment": "other days, places or parties of either, or a narrower event that holds it",
}
"""What would change a relation, by its rule without version."""


def what_would_change(table: str, row: Row) -> str:
    """One line on what would change an item."""
    if table == "findings" and row["status"] in UNDISPUTED and row["rule"].partition(".")[0] in NEVER:
        return UNDISPUTED[row["status"]].format(value=f"“{row['value']}”")
    if table == "findings":
        told = FINDING[row["status"]].format(value=f"“{row['value']}”")
        return told + (PRESUMED if row["all_presumed"] and (row["n_origins"] or 0) > 1 else "")
    if table == "events":
        return _event(row)
    if table == "event_relations":
        return RELATIONS[row["rule"].partition(".")[0]]
    if table == "entities":
        return "a ruling: `decide same` or `decide different` with another entity, or `decide set` on a column"
    if table == "disagreements":
        return f"{DISAGREEMENT[row['kind']]}; a correction in the reports of one side; or a ruling; another report on one side would not end it"
    return OTHERS[table]


PRESUMED = "; a credit or a shared passage that ties the origins together would make them one"


def _event(event: Row) -> str:
    parts = []
    if event["realis"] in REALIS:
        parts.append(REALIS[event["realis"]])
    elif (event["n_origins"] or 0) < 2:
        parts.append("a second independent origin would make it agreed")
    elif event["all_presumed"]:
        parts.append("a credit or a shared passage that ties its origins together would make them one")
    parts.append("`decide same` or `decide different` joins or parts it")
    return "; ".join(parts)
