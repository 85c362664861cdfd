"""The promises that are checked before anything is written: columns, keys, vocabularies, grounding.

It works on plain rows and knows no database. A fault is an IntegrityError that names table and row.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from variorum.errors import IntegrityError
from variorum.schema import vocabulary
from variorum.schema.table_shapes import Table
from variorum.schema.tables import BY_NAME, TABLES
from variorum.store.arrow import key_of
from variorum.store.relation_checks import find_relation_faults

Rows = Sequence[Mapping[str, Any]]
Tables = Mapping[str, Rows]

_WRITTEN_HERE = ("runs", "retired")

CLOSED: dict[tuple[str, str], tuple[str, ...]] = {
    ("reports", "status"): vocabulary.REPORT_STATUSES,
    ("reports", "origin_basis"): vocabulary.ORIGIN_BASES,
    ("origins", "basis"): vocabulary.ORIGIN_BASES,
    ("entities", "kind"): vocabulary.ENTITY_KINDS,
    ("offices", "standing"): vocabulary.STANDINGS,
    ("toponyms", "form"): vocabulary.TOPONYM_FORMS,
    ("events", "realis"): vocabulary.REALIS,
    ("event_mentions", "realis"): vocabulary.REALIS,
    ("event_mentions", "voice"): vocabulary.VOICES,
    ("event_mentions", "left_out"): vocabulary.LEFT_OUT,
    ("event_roles", "role"): vocabulary.ROLES,
    ("event_parties", "role"): vocabulary.ROLES,
    ("event_parties", "kind"): vocabulary.ENTITY_KINDS,
    ("event_relations", "relation"): vocabulary.EVENT_RELATIONS,
    ("figures", "qualifier"): vocabulary.QUALIFIERS,
    ("figures", "scope"): vocabulary.FIGURE_SCOPES,
    ("figures", "realis"): vocabulary.REALIS,
    ("figures", "basis"): vocabulary.FIGURE_BASES,
    ("figures", "of_kind"): vocabulary.FIGURE_KINDS,
    ("statements", "kind"): vocabulary.STATEMENT_KINDS,
    ("statements", "position"): vocabulary.POSITIONS,
    ("labels", "voice"): vocabulary.VOICES,
    ("labels", "distance"): vocabulary.DISTANCES,
    ("instrument_statuses", "status"): vocabulary.INSTRUMENT_STATUSES,
    ("claims", "realis"): vocabulary.REALIS,
    ("claims", "polarity"): vocabulary.POLARITIES,
    ("claims", "voice"): vocabulary.VOICES,
    ("findings", "status"): vocabulary.FINDING_STATUSES,
    ("finding_claims", "side"): vocabulary.SIDES,
    ("disagreements", "kind"): vocabulary.DISAGREEMENT_KINDS,
    ("disagreement_values", "voice"): vocabulary.VOICES,
    ("coverage", "how"): vocabulary.COVERAGE,
    ("alone", "how"): vocabulary.ALONE,
    ("links", "judgement"): vocabulary.JUDGEMENTS,
    ("copies", "basis"): vocabulary.COPY_BASES,
    ("shared_words", "reason"): vocabulary.SHARED_REASONS,
    ("report_parts", "kind"): vocabulary.PART_KINDS,
    ("date_evidence", "role"): vocabulary.DATE_ROLES,
    ("date_evidence", "verdict"): vocabulary.DATE_VERDICTS,
}
"""Columns that hold a closed vocabulary."""

_MAY_BE_NULL = {
    ("reports", "origin_basis"),
    ("claims", "realis"),
    ("claims", "polarity"),
    ("figures", "of_kind"),
    ("event_mentions", "left_out"),
    ("disagreement_values", "voice"),
    ("labels", "distance"),
}

_SHOWN = 3


def check_tables(tables: Tables) -> None:
    """Check all rows of a build against the contract and the promises.

    Raises:
        IntegrityError: the first kind of fault found, with up to three of its rows.
    """
    check_names(tables)
    for step in (
        _columns,
        _keys,
        _vocabularies,
        _grounding,
        _items,
        _findings,
        _claims,
        _assertions,
        find_relation_faults,
    ):
        _refuse(step(tables))


def check_names(tables: Tables) -> None:
    """Refuse tables that are not a build's to write.

    Raises:
        IntegrityError: with the table's name.
    """
    for name in tables:
        if name not in BY_NAME or name in _WRITTEN_HERE:
            raise IntegrityError(f"table {name} is not one that a build writes: the contract is in schema/tables.py")


def check_row(name: str, row: Mapping[str, Any]) -> None:
    """Check one row on its own: its columns and closed vocabularies.

    Raises:
        IntegrityError: with what is wrong.
    """
    alone = {name: (row,)}
    _refuse(_columns(alone))
    _refuse(_vocabularies(alone))


def _refuse(faults: Iterable[str]) -> None:
    found = sorted(faults)
    if not found:
        return
    more = f"; and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
    raise IntegrityError(f"nothing was written: {'; '.join(found[:_SHOWN])}{more}")


def _given(tables: Tables) -> Iterator[tuple[Table, Rows]]:
    for table in TABLES:
        if table.name in tables:
            yield table, tables[table.name]


def _columns(tables: Tables) -> Iterator[str]:
    for table, rows in _given(tables):
        wanted = {column.name for column in table.columns}
        shapes = {frozenset(row) for row in rows} - {frozenset(wanted)}
        for shape in shapes:
            missing, unknown = sorted(wanted - shape), sorted(shape - wanted)
            yield f"table {table.name}: columns missing {missing}, unknown {unknown}"


def _keys(tables: Tables) -> Iterator[str]:
    for table, rows in _given(tables):
        seen = set()
        for row in rows:
            key = key_of(table, row)
            if key in seen:
                yield f"table {table.name}: two rows have the key {'|'.join(key)}"
            if not key[0]:
                yield f"table {table.name}: a row has no {table.key[0]}"
            seen.add(key)


def _vocabularies(tables: Tables) -> Iterator[str]:
    for (name, column), allowed in CLOSED.items():
        found = {row[column] for row in tables.get(name, ())} - set(allowed)
        if (name, column) in _MAY_BE_NULL:
            found.discard(None)
        for value in found:
            yield f"{name}.{column} holds {value!r}, not one of {', '.join(allowed)}"


def _grounding(tables: Tables) -> Iterator[str]:
    texts = {row["report_id"]: row["text"] or "" for row in tables.get("reports", ())}
    for row in tables.get("evidence", ()):
        start, end = row["start_char"], row["end_char"]
        text = texts.get(row["report_id"])
        if text is None:
            yield f"evidence {row['evidence_id']} is of report {row['report_id']}, which is not there"
        elif not 0 <= start < end <= len(text):
            yield f"evidence {row['evidence_id']}: {start}-{end} is outside report {row['report_id']}"
        elif text[start:end] != row["quote"]:
            yield f"evidence {row['evidence_id']}: the words at {start}-{end} of report {row['report_id']} are not its quote"


def _ids(tables: Tables) -> set[str]:
    return {"|".join(key_of(table, row)) for table, rows in _given(tables) if table.name != "evidence" for row in rows}


def _items(tables: Tables) -> Iterator[str]:
    known = _ids(tables)
    for row in tables.get("evidence", ()):
        if row["item_id"] not in known:
            yield f"evidence {row['evidence_id']} supports {row['item_id']}, which is no row"


def _findings(tables: Tables) -> Iterator[str]:
    claims = {row["claim_id"] for row in tables.get("claims", ())}
    rows = tables.get("finding_claims", ())
    for row in rows:
        if row["claim_id"] not in claims:
            yield f"finding {row['finding_id']} rests on claim {row['claim_id']}, which is not there"
    founded = {row["finding_id"] for row in rows}
    ruled = bool(tables.get("decisions"))
    for row in tables.get("findings", ()):
        by_decision = ruled and row["status"] == "decided"
        if row["finding_id"] not in founded and not by_decision:
            yield f"finding {row['finding_id']} ({row['attribute']}) leads to no claim"


def _shown(tables: Tables) -> set[str]:
    return {row["item_id"] for row in tables.get("evidence", ())}


def _claims(tables: Tables) -> Iterator[str]:
    shown = _shown(tables)
    for row in tables.get("claims", ()):
        if row["event_id"] is not None and row["claim_id"] not in shown:
            yield f"claim {row['claim_id']} ({row['attribute']} of {row['event_id']}) has no evidence"


def _assertions(tables: Tables) -> Iterator[str]:
    """Every event, party, relation, figure, statement, label and value of a disagreement leads to words of a report."""
    shown = _shown(tables)
    told = shown | {row["event_id"] for row in tables.get("claims", ())}
    for name, known in (
        ("events", told),
        ("event_mentions", shown),
        ("event_parties", shown),
        ("event_relations", shown),
        ("statements", shown),
        ("labels", shown),
    ):
        key = BY_NAME[name].key[0]
        yield from (
            f"table {name}: {row[key]} has no evidence" for row in tables.get(name, ()) if row[key] not in known
        )
    for row in tables.get("figures", ()):
        if row["figure_id"] not in shown and row["claim_id"] not in shown:
            yield f"table figures: {row['figure_id']} has no evidence"
    evidence = {row["evidence_id"] for row in tables.get("evidence", ())}
    for row in tables.get("disagreement_values", ()):
        if row["evidence_id"] not in evidence:
            yield f"disagreement {row['disagreement_id']}: the value {row['value']!r} has no evidence"
