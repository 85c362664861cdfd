"""An explanation as a value, and the parts that every kind of item shares."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from variorum.views.catalogue import Catalogue, Row
from variorum.views.chronology import link_words, links_of
from variorum.views.voices import siglum_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """What one report says to it: the exact words, where they stand, and on which side."""

    siglum: str
    report_id: str
    quote: str
    side: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """What an item is, the rule that made it, what it rests on. Links say their score and features in words."""

    item_id: str
    kind: str
    what: str
    rule: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    witnesses: tuple[Witness, ...] = ()
    origins: str = ""
    links: tuple[str, ...] = ()
    rulings: tuple[str, ...] = ()
    change: str = ""

    @property
    def text(self) -> str:
        """As paragraphs for a terminal."""
        lines = [f"{self.kind} {self.item_id}", f"  {self.what}"]
        lines += [f"  rule: {self.rule}"] if self.rule else []
        lines += [f"  {name}: {value}" for name, value in self.facts if value]
        lines += _listed("who says so", [f"{w.siglum} {w.side}: “{w.quote}”" for w in self.witnesses])
        lines += [f"  origins: {self.origins}"] if self.origins else []
        lines += _listed("links", self.links)
        lines += _listed("rulings", self.rulings)
        lines += [f"  what would change it: {self.change}"] if self.change else []
        return "\n".join(lines)

    def as_json(self) -> dict[str, Any]:
        """As plain values."""
        return asdict(self)


def _listed(heading: str, lines: Iterable[str]) -> list[str]:
    listed = [f"    {line}" for line in lines]
    return [f"  {heading}:", *listed] if listed else []


def witnesses_of(catalogue: Catalogue, rows: Iterable[Row], side: str = "says") -> tuple[Witness, ...]:
    """Evidence rows as witnesses, in order of siglum and place."""
    ordered = sorted(rows, key=lambda r: (siglum_of(catalogue, r["report_id"]).text, r["report_id"], r["start_char"]))
    return tuple(
        Witness(
            siglum=siglum_of(catalogue, row["report_id"]).text,
            report_id=row["report_id"],
            quote=row["quote"],
            side=side,
        )
        for row in ordered
    )


def list_disputes(catalogue: Catalogue, subject_id: str | None) -> list[tuple[str, str]]:
    """Disagreements about something, as facts."""
    rows = catalogue.of("disagreements", "subject_id", subject_id)
    return [("disputed", f"{row['kind']}: {row['summary']} ({row['disagreement_id']})") for row in rows]


def list_links(catalogue: Catalogue, subject_id: str) -> tuple[str, ...]:
    """Links of an item and of its mentions, in words, strongest first."""
    mentions = [row["mention_id"] for row in catalogue.of("mentions", "subject_id", subject_id)]
    return tuple(link_words(catalogue, row) for row in links_of(catalogue, [subject_id, *mentions]))


def list_rulings(catalogue: Catalogue, item_id: str) -> tuple[str, ...]:
    """Decisions on an item, in words."""
    rows = [*catalogue.of("decisions", "left_id", item_id), *catalogue.of("decisions", "right_id", item_id)]
    return tuple(_ruling(row) for row in rows)


def _ruling(row: Row) -> str:
    about = f"{row['field']} = {row['value']}" if row["kind"] == "set" else f"{row['left_id']}, {row['right_id']}"
    return f"{row['kind']} {about}, by {row['author']}: {row['reason']} ({row['status']}, {row['decision_id']})"
