"""What would change an item: the step of the rules that it stands on, said forward."""

from variorum.views.catalogue import Row

FINDING = {
    "single_origin": "a second independent origin that says so would make it agreed; one that says otherwise, disputed",
    "agreed": "an origin that says otherwise would make it disputed; no number of copies changes it",
    "compatible": "an origin whose words cannot hold with these would make it disputed",
    "disputed": "nothing that is added: opposing claims stay; a ruling with `decide set` would make it decided",
    "decided": "a newer ruling; it goes stale when the words that were seen change",
}
REALIS = {
    "planned": "a later report that tells it as done would make it happened",
    "called_off": "a later report that tells it as done would make it happened",
    "alleged": "a report that tells it in its own voice would make it happened",
    "denied": "a report that tells it in its own voice would make it disputed",
}


def what_would_change(table: str, row: Row) -> str:
    """One line on what would change an item; empty where nothing in particular would."""
    if table == "findings":
        return FINDING[row["status"]] + (PRESUMED if row["all_presumed"] and (row["n_origins"] or 0) > 1 else "")
    if table == "events":
        return _event(row)
    if table == "entities":
        return "a ruling: `decide same` or `decide different` with another entity, or `decide set` on a column"
    if table == "disagreements":
        return "a correction in one of the reports, or a ruling that the sides speak of two different things"
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
