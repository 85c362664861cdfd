"""Human rulings applied to the record: they outrank rules, and go stale loudly when what was seen has changed."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from variorum.schema.dates import read_edtf
from variorum.schema.ids import digest, mint
from variorum.schema.linked import Decision
from variorum.schema.reports import Issue

Tables = dict[str, list[dict[str, Any]]]
SETTABLE = {
    "entities": ("name", "kind", "country", "sector"),
    "events": ("label", "type", "mode", "realis", "date", "place_id"),
}
KEYS = {"entities": "entity_id", "events": "event_id"}


def apply_rulings(tables: Tables, decisions: Sequence[Decision]) -> tuple[Tables, list[Issue]]:
    """Set what people set, and say which rulings are stale.

    A *set* holds for the thing that has most of the mentions seen when it was ruled; where there is none any
    more, or the words behind it have changed, the ruling is stale and an issue says so. Rulings of *same* and
    *different* were obeyed by linking; here only their staleness is told.
    """
    home = {row["mention_id"]: row["subject_id"] for row in tables["mentions"]}
    issues = []
    for decision in decisions:
        targets = _targets(decision, home)
        if not targets or seen_hash(tables, [*decision.left_seen, *decision.right_seen]) != decision.seen_hash:
            issues.append(_stale(decision, gone=not targets))
        if decision.kind == "set" and targets:
            _set(tables, decision, targets[0])
    return tables, issues


def _targets(decision: Decision, home: dict[str, str | None]) -> list[str]:
    """The ids that now hold the mentions seen, left first."""
    found = []
    for seen in (decision.left_seen, decision.right_seen):
        votes = [home[m] for m in seen if home.get(m)]
        if votes:
            found.append(min(Counter(str(v) for v in votes).items(), key=lambda row: (-row[1], row[0]))[0])
    wanted = 1 if decision.kind == "set" else 2
    return list(dict.fromkeys(found)) if len(found) == wanted else []


def seen_hash(tables: Tables, mention_ids: Sequence[str]) -> str:
    """Hash the words of some mentions as they are now, in the way that `decide` took it."""
    texts = {row["report_id"]: row["text"] for row in tables["reports"]}
    wanted = dict.fromkeys(mention_ids, "")
    for row in tables["mentions"]:
        if row["mention_id"] in wanted:
            wanted[row["mention_id"]] = texts[row["report_id"]][row["start_char"] : row["end_char"]]
    words = sorted(f"{mention_id} {text}" for mention_id, text in wanted.items())
    return digest("\x1f".join(words).encode("utf-8"))


def _stale(decision: Decision, *, gone: bool) -> Issue:
    why = "what it was about is no longer in the record" if gone else "the words behind it have changed since"
    ends = " and ".join(i for i in (decision.left_id, decision.right_id) if i)
    what = f"decision {decision.decision_id} ({decision.kind} {ends}, by {decision.author}: {decision.reason}) is stale: {why}; look again and decide anew"
    return Issue(stage="decisions", kind="stale_decision", what=what)


def _set(tables: Tables, decision: Decision, target: str) -> None:
    for table, fields in SETTABLE.items():
        for row in tables[table]:
            if row[KEYS[table]] == target and decision.field in fields:
                row[decision.field] = decision.value
                if decision.field == "date":
                    bounds = read_edtf(str(decision.value))
                    row |= {"date_low": bounds.low, "date_high": bounds.high, "date_basis": "decided"}
                if table == "events":
                    _decided(tables, target, str(decision.field), str(decision.value))


def _decided(tables: Tables, event_id: str, attribute: str, value: str) -> None:
    """The finding of a ruled attribute says that a person decided; its claims stay visible."""
    finding_id = mint("finding", event_id, {"place_id": "place"}.get(attribute, attribute))
    for row in tables["findings"]:
        if row["finding_id"] == finding_id:
            row["value"], row["status"], row["rule"] = value, "decided", "decision"
