"""Rulings by people: checked, tied to the words that were seen, and written for the next build to obey."""

import json
from collections.abc import Sequence
from pathlib import Path

from variorum.errors import InputError
from variorum.schema.dates import SEASONS
from variorum.schema.ids import digest, mint
from variorum.schema.vocabulary import ENTITY_KINDS, REALIS
from variorum.views.catalogue import Catalogue

KINDS = ("same", "different", "set")
SETTABLE = {
    "entities": ("name", "kind", "country", "sector"),
    "events": ("label", "type", "mode", "realis", "date", "place_id"),
}
"""Columns that a person may set, by table."""

MENTIONED = {"entity": "entities", "event": "events"}
"""Kinds of mentions that may be ruled on, so that what was merged wrongly can be parted by its words."""

CLOSED = {("entities", "kind"): ENTITY_KINDS, ("events", "realis"): REALIS}
_SEASON_CODES = frozenset(SEASONS.values())


def record_decision(
    path: Path,
    catalogue: Catalogue,
    kind: str,
    left: str,
    right: str | None,
    *,
    field: str | None,
    value: str | None,
    reason: str,
    author: str,
) -> str:
    """Check a ruling and append it to the record; see `Record.decide`."""
    from variorum.store import append_decision

    _check_words(kind, reason, author)
    table = table_of(catalogue, left)
    if kind == "set":
        _check_set(catalogue, table, right, field, value)
    else:
        _check_pair(catalogue, kind, (left, right), (field, value))
    seen = [_mentions(catalogue, side) if side else [] for side in (left, right)]
    decision_id = mint("decision", kind, left, right, field, value, author.strip(), reason.strip())
    row = {
        "decision_id": decision_id,
        "kind": kind,
        "left_id": left,
        "right_id": right,
        "field": field,
        "value": value,
        "reason": reason.strip(),
        "author": author.strip(),
        "left_seen": json.dumps(seen[0]),
        "right_seen": json.dumps(seen[1]),
        "seen_hash": hash_seen(catalogue, [*seen[0], *seen[1]]),
        "status": "live",
    }
    append_decision(path, row)
    return decision_id


def table_of(catalogue: Catalogue, item_id: str) -> str:
    """The table of an entity or event, or of the one that a mention is of.

    Raises:
        InputError: the id names none of these.
    """
    mention = catalogue.one("mentions", item_id)
    if mention is not None and mention["subject_id"] is not None and mention["kind"] in MENTIONED:
        return MENTIONED[mention["kind"]]
    for table in ("entities", "events"):
        if catalogue.one(table, item_id) is not None:
            return table
    raise InputError(f"{item_id}: no entity or event of this record has that id; `show --json` lists the ids")


def hash_seen(catalogue: Catalogue, mention_ids: Sequence[str]) -> str:
    """Hash the words that a ruling rests on: the mentions of the things ruled on, each with its words."""
    return digest("\x1f".join(sorted(_words_of(catalogue, mention) for mention in mention_ids)).encode("utf-8"))


def _words_of(catalogue: Catalogue, mention_id: str) -> str:
    mention = catalogue.one("mentions", mention_id)
    report = catalogue.one("reports", mention["report_id"]) if mention else None
    text = report["text"][mention["start_char"] : mention["end_char"]] if mention and report else ""
    return f"{mention_id} {text}"


def _mentions(catalogue: Catalogue, item_id: str) -> list[str]:
    if catalogue.one("mentions", item_id) is not None:
        return [item_id]
    return sorted(row["mention_id"] for row in catalogue.of("mentions", "subject_id", item_id))


def _check_words(kind: str, reason: str, author: str) -> None:
    if kind not in KINDS:
        raise InputError(f"unknown ruling {kind!r}: choose {', '.join(KINDS)}")
    if not reason.strip():
        raise InputError("a ruling needs a reason: say why, for those who read it later")
    if not author.strip():
        raise InputError("a ruling needs an author: say who rules")


def _check_pair(
    catalogue: Catalogue, kind: str, sides: tuple[str, str | None], extra: tuple[str | None, str | None]
) -> None:
    left, right = sides
    if right is None:
        raise InputError(f"{kind} needs two ids: give the other one too")
    if extra != (None, None):
        raise InputError(f"{kind} takes no field and no value: use set for those")
    if left == right:
        raise InputError(f"{left} is given twice: give two different ids")
    table, other = table_of(catalogue, left), table_of(catalogue, right)
    if other != table:
        raise InputError(f"{left} is one of {table}, {right} one of {other}: rule on two of one kind")


def _check_set(catalogue: Catalogue, table: str, right: str | None, field: str | None, value: str | None) -> None:
    if right is not None:
        raise InputError("set takes one id, a field and a value")
    allowed = SETTABLE[table]
    if field not in allowed:
        raise InputError(f"{field!r} cannot be set in {table}: choose {', '.join(allowed)}")
    if value is None or not value.strip():
        raise InputError(f"set {field} needs a value")
    closed = CLOSED.get((table, field))
    if closed and value not in closed:
        raise InputError(f"{value!r} is no {field}: choose {', '.join(closed)}")
    if field == "place_id" and catalogue.one("entities", value) is None:
        raise InputError(f"{value}: no entity of this record has that id; a place is set by its entity_id")
    if field == "country" and not (len(value) == 3 and value.isascii() and value.isupper()):
        raise InputError(f"{value!r} is no country code: give three letters of ISO 3166-1, such as NOR")
    if field == "date" and not is_edtf(value):
        raise InputError(f"{value!r} is no date: give EDTF, such as 2022-10-31, 2022-10 or 2020-09-27/2020-11-10")


def is_edtf(text: str) -> bool:
    """True for the EDTF that records hold: days, months, seasons, years, and intervals of them."""
    from datetime import date

    def single(part: str) -> bool:
        pieces = part.split("-")
        if not all(piece.isdigit() for piece in pieces) or [len(p) for p in pieces] != [4, 2, 2][: len(pieces)]:
            return False
        if len(pieces) == 2 and int(pieces[1]) in _SEASON_CODES:
            return True
        try:
            date(*(int(piece) for piece in (*pieces, "01", "01")[:3]))
        except ValueError:
            return False
        return True

    ends = text.split("/")
    return len(ends) <= 2 and any(end != ".." for end in ends) and all(end == ".." or single(end) for end in ends)
