"""Where the reports part: disagreements, ranked, with the sides set next to each other."""

from dataclasses import dataclass

from variorum.views.attested import show_value
from variorum.views.catalogue import Catalogue, Row
from variorum.views.passages import Passage, passages_of
from variorum.views.voices import Voice, voices_of
from variorum.views.worddiff import Word, mark_own_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """What one side says: its words, marked where the kind is wording, and who holds it."""

    words: tuple[Word, ...]
    values: tuple[str, ...]
    voices: tuple[Voice, ...]
    quoted: bool
    passages: tuple[Passage, ...]

    @property
    def text(self) -> str:
        return "".join(word.text for word in self.words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parting:
    """One disagreement. `subject` is (id, words) of what it is about, where that is shown elsewhere."""

    disagreement_id: str
    kind: str
    summary: str
    weight: float
    rule: str
    subject: tuple[str, str] | None
    sides: tuple[Side, ...]

    @property
    def headline(self) -> str:
        """The summary without the list of values at its end, which the sides show anyway."""
        head, mark, tail = self.summary.partition(": “")
        listed = mark and all(value in tail for side in self.sides for value in side.values[:1])
        return head if listed else self.summary


def list_partings(catalogue: Catalogue) -> tuple[Parting, ...]:
    """All disagreements, weightiest first."""
    rows = sorted(catalogue.rows("disagreements"), key=lambda r: (-(r["weight"] or 0.0), r["disagreement_id"]))
    return tuple(parting_of(catalogue, row) for row in rows)


def parting_of(catalogue: Catalogue, row: Row) -> Parting:
    """One disagreement with its sides, the side of most origins first."""
    values = catalogue.of("disagreement_values", "disagreement_id", row["disagreement_id"])
    groups: dict[str, list[Row]] = {}
    for value in values:
        groups.setdefault(str(value["side"] or value["value"]), []).append(value)
    dated = row["kind"] == "date"
    plain = [_side(catalogue, rows, dated=dated) for _, rows in sorted(groups.items())]
    plain.sort(key=lambda side: (-len(side.voices), side.text))
    return Parting(
        disagreement_id=row["disagreement_id"],
        kind=row["kind"],
        summary=row["summary"],
        weight=row["weight"] or 0.0,
        rule=row["rule"],
        subject=_subject(catalogue, row["subject_id"]),
        sides=_marked(plain) if row["kind"] == "wording" else tuple(plain),
    )


def _side(catalogue: Catalogue, rows: list[Row], *, dated: bool) -> Side:
    evidence = [found for row in rows if (found := catalogue.one("evidence", row["evidence_id"])) is not None]
    values = tuple(dict.fromkeys(show_value(catalogue, row["value"], dated=dated) for row in rows))
    return Side(
        words=(Word(text=values[0], own=False),),
        values=values,
        voices=voices_of(catalogue, evidence),
        quoted=all(row["voice"] == "quoted" for row in rows),
        passages=passages_of(catalogue, evidence),
    )


def _marked(sides: list[Side]) -> tuple[Side, ...]:
    marked = mark_own_words([side.text for side in sides])
    return tuple(
        Side(words=words, values=side.values, voices=side.voices, quoted=side.quoted, passages=side.passages)
        for side, words in zip(sides, marked, strict=True)
    )


def _subject(catalogue: Catalogue, subject_id: str | None) -> tuple[str, str] | None:
    name = catalogue.name_of(subject_id)
    if subject_id and name:
        return subject_id, name
    said = catalogue.of("statements", "utterance_id", subject_id)
    if not said:
        return None
    speaker = catalogue.name_of(said[0]["speaker_id"])
    return said[0]["statement_id"], f"what {speaker} said" if speaker else "one statement, several renderings"
