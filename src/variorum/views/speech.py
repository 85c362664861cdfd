"""Who said what: statements by speaker, renderings of one utterance together."""

from dataclasses import dataclass

from variorum.views.catalogue import Catalogue, Row
from variorum.views.days import show_bounds
from variorum.views.passages import Passage, passages_of
from variorum.views.voices import Voice, voices_of

NOBODY = "Speaker not named"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering:
    """How one report renders it; a note tells kind, the verb's attitude, to whom and where, and who passed it on."""

    statement_id: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """Something said once, in every report's rendering. `position` is what it does (offer, deny, ...).

    issue: what it is about; condition: words that tie it to a condition; of the first rendering that has them.
    """

    position: str
    target: str | None
    issue: str | None
    condition: str | None
    when: str
    voices: tuple[Voice, ...]
    renderings: tuple[Rendering, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """One speaker with what he or she said; `entity_id` is None where no one is named."""

    entity_id: str | None
    name: str
    utterances: tuple[Utterance, ...]


def list_speakers(catalogue: Catalogue) -> tuple[Speaker, ...]:
    """Speakers, those with most statements first, the unnamed last."""
    groups: dict[str | None, list[Row]] = {}
    for row in catalogue.rows("statements"):
        groups.setdefault(row["speaker_id"], []).append(row)
    made = [_speaker(catalogue, speaker_id, rows) for speaker_id, rows in groups.items()]
    return tuple(sorted(made, key=lambda s: (s.entity_id is None, -len(s.utterances), s.name)))


def _speaker(catalogue: Catalogue, speaker_id: str | None, rows: list[Row]) -> Speaker:
    said: dict[str, list[Row]] = {}
    for row in rows:
        said.setdefault(row["utterance_id"] or row["statement_id"], []).append(row)
    utterances = [_utterance(catalogue, group) for group in said.values()]
    utterances.sort(
        key=lambda u: (-len(u.voices), -len(u.renderings), u.position == "state", u.renderings[0].statement_id)
    )
    name = catalogue.name_of(speaker_id) or NOBODY
    return Speaker(entity_id=speaker_id, name=name, utterances=tuple(utterances))


def _utterance(catalogue: Catalogue, rows: list[Row]) -> Utterance:
    positions = sorted({row["position"] for row in rows if row["position"]}, key=lambda p: (p == "state", p))
    targets = sorted({name for row in rows if (name := catalogue.name_of(row["target_id"]))})
    evidence = [found for row in rows for found in catalogue.of("evidence", "item_id", row["statement_id"])]
    first = rows[0]
    return Utterance(
        position=positions[0] if positions else "state",
        target=", ".join(targets) or None,
        issue=_issue(rows, targets),
        condition=_told(rows, "condition"),
        when=show_bounds(None, first["said_low"], first["said_high"]),
        voices=voices_of(catalogue, evidence),
        renderings=tuple(_rendering(catalogue, row) for row in rows),
    )


def _issue(rows: list[Row], targets: list[str]) -> str | None:
    """What it is about, unless that is whom it is aimed at."""
    issue = _told(rows, "issue")
    return None if issue and any(issue in name for name in targets) else issue


def _told(rows: list[Row], column: str) -> str | None:
    return next((row[column] for row in rows if row[column]), None)


def _rendering(catalogue: Catalogue, row: Row) -> Rendering:
    evidence = catalogue.of("evidence", "item_id", row["statement_id"])
    through = catalogue.name_of(row["through_id"])
    verb = row["attitude"] if row["attitude"] not in (None, "neutral") else None
    hearer, where = row["addressee"], row["venue"] or catalogue.name_of(row["place_id"])
    words = row.get("speaker_words") if row["speaker_id"] is None else None
    parts = (
        row["kind"],
        f"by “{words}”" if words else None,
        f"the report’s verb {verb}" if verb else None,
        f"to {hearer}" if hearer else None,
        f"{'at' if row['venue'] else 'in'} {where}" if where else None,
        f"through {through}" if through else None,
    )
    return Rendering(
        statement_id=row["statement_id"],
        passages=passages_of(catalogue, evidence, note=", ".join(part for part in parts if part), context=60),
    )
