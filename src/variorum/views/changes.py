"""What would change an item: the step of the rules that it stands on, said forward."""

from variorum.views.catalogue import Row

FINDING = {
    "single_origin": "a second independent origin with {value} would make it agreed; one with a value that cannot hold beside it, disputed; a copy would change nothing",
    "agreed": "one origin with a value that cannot hold beside {value} would make it disputed; no number of copies changes it",
    "compatible": "one origin with a value that cannot hold beside these would make it disputed; that all say {value} would make it agreed",
    "disputed": "more origins on one side change the value shown, not the dispute: opposing claims stay; a correction by those who oppose {value}, or a ruling with `decide set`, would settle it",
    "decided": "a newer ruling; it goes stale when the words that were seen change",
}
RULES = {
    "dates": "days agree where one day fits both; a plan that was moved is an update",
    "figures": "numbers agree where one number fits both; a toll that grew from an earlier day is an update",
    "realis": "done and denied, done and called off, alleged and denied cannot both hold; a plan and its fulfilment can",
    "places": "of a gathering two towns cannot both hold where neither lies in the other or near it",
    "participants": "at one table a state is not represented by two different people; one report may name more than another",
    "directions": "that one side acted cannot hold with clashes, or with the other side's acting",
    "outcomes": "a success and a failure cannot both hold",
    "durations": "lengths of time count from other days and never contradict each other",
}
"""What a rule asks of two claims, by its name without version."""


def rule_in_words(rule: str) -> str:
    """A rule with what it asks; its name alone where it is not one of findings."""
    meaning = RULES.get(rule.partition(".")[0])
    return f"{rule}: {meaning}" if meaning else rule


REALIS = {
    "planned": "a later report that tells it as done would make it happened",
    "called_off": "a later report that tells it as done would make it happened",
    "alleged": "a report that tells it in its own voice would make it happened",
    "denied": "a report that tells it in its own voice would make it disputed",
}


RELATIONS = {
    "relation_words": "other words in the reports, days that rule it out, or a ruling that joins or parts the events",
    "relation_rounds": "a round between the two, other days or parties, or a ruling that joins or parts the events",
    "relation_containment": "other days, places or parties of either, or a narrower event that holds it",
}
"""What would change a relation, by its rule without version."""


def what_would_change(table: str, row: Row) -> str:
    """One line on what would change an item; empty where nothing in particular would."""
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
        return "a correction in the reports of one side, words that show they speak of two things or of two days, or a ruling; another report on one side would not end it"
    if table == "decisions":
        return "a later ruling; or a build in which the words that were seen have changed, which makes it stale"
    return ""


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
