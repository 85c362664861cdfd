"""Sets a record beside the truth: which of its events is which happening, and what it holds of them."""

from collections import Counter, defaultdict
from functools import cached_property
from typing import Any

from evaluation.oracle.truth import Told
from evaluation.oracle.ways import Made
from variorum.schema.reports import Span

ALIASES = {
    "released": ("released", "prisoners", "prisoner", "freed", "exchanged", "captured"),
    "troops": ("troops", "soldiers", "soldier"),
    "people": ("people", "person", "protesters", "demonstrators"),
}
"""What a count may be called in a record."""


class Match:
    """A record and the truth. A unit is what one report tells of one happening."""

    def __init__(self, made: Made) -> None:
        self.made, self.planted = made, made.planted
        self.number_of = {report: number for number, report in made.id_of.items() if report}
        self.sentence_at = {
            (p.draft.number, span.start): i for p in made.planted.printed for i, span in enumerate(p.spans)
        }

    @cached_property
    def event_mentions(self) -> dict[int, list[tuple[Span, str]]]:
        """Mentions of events in each report, with the event."""
        found: dict[int, list[tuple[Span, str]]] = defaultdict(list)
        for row in self.made.tables["mentions"]:
            if row["kind"] == "event" and row["subject_id"] and row["report_id"] in self.number_of:
                span = Span(start=row["start_char"], end=row["end_char"])
                found[self.number_of[row["report_id"]]].append((span, row["subject_id"]))
        return found

    @cached_property
    def event_of(self) -> dict[tuple[int, int], str | None]:
        """The event that the record has for each unit, (happening, report): that of most of its words."""
        return {(t.happening, t.report): self._event(t) for t in self.planted.told}

    def _event(self, told: Told) -> str | None:
        votes: Counter[str] = Counter()
        for words, sentence in zip(told.words, told.sentences, strict=True):
            held = self.placed(told.report, sentence)
            if held is None:
                continue
            moved = held.start - sentence.start
            exact = Span(start=words.start + moved, end=words.end + moved)
            mentions = self.event_mentions.get(told.report, [])
            over = [e for span, e in mentions if span.overlaps(exact)] or [
                e for span, e in mentions if held.covers(span)
            ]
            votes.update(over[:1])
        return min(votes, key=lambda e: (-votes[e], e), default=None)

    def placed(self, report: int, sentence: Span) -> Span | None:
        """Where a sentence of the planted text stands in the record's text."""
        return self.made.spans[report, self.sentence_at[report, sentence.start]]

    @cached_property
    def event_for(self) -> dict[int, str]:
        """The record's event for each happening: the one of most of its units."""
        votes: dict[int, Counter[str]] = defaultdict(Counter)
        for (happening, _), event in self.event_of.items():
            if event:
                votes[happening][event] += 1
        return {h: min(tally, key=lambda e: (-tally[e], e)) for h, tally in votes.items()}

    @cached_property
    def happening_of(self) -> dict[str, int]:
        """The happening that each event of the record is of: the one of most of its units."""
        votes: dict[str, Counter[int]] = defaultdict(Counter)
        for (happening, _), event in self.event_of.items():
            if event:
                votes[event][happening] += 1
        return {e: min(tally, key=lambda h: (-tally[h], h)) for e, tally in votes.items()}

    @cached_property
    def findings(self) -> dict[tuple[str, str], dict[str, Any]]:
        """The record's findings by subject and attribute."""
        return {(row["subject_id"], row["attribute"]): row for row in self.made.tables["findings"]}

    def finding(self, happening: int, attribute: str) -> dict[str, Any] | None:
        """What the record holds of an attribute of a happening, under any of its names."""
        event = self.event_for.get(happening)
        held = (self.findings.get((event or "", name)) for name in ALIASES.get(attribute, (attribute,)))
        return next((row for row in held if row), None)

    @cached_property
    def sides(self) -> dict[str, list[tuple[int, str, str]]]:
        """Of each disagreement of the record (report, side, value)."""
        found: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
        for row in self.made.tables["disagreement_values"]:
            if row["report_id"] in self.number_of:
                side = row.get("side") or row["value"]
                found[row["disagreement_id"]].append((self.number_of[row["report_id"]], side, row["value"]))
        return found

    def pairs(self, disagreement: str) -> set[tuple[int, int]]:
        """Pairs of reports that a disagreement of the record sets against each other."""
        held = self.sides[disagreement]
        return {(min(a[0], b[0]), max(a[0], b[0])) for a in held for b in held if a[1] != b[1]}

    @cached_property
    def report_origins(self) -> dict[str, str | None]:
        """The origin of each report as a whole; a source that others credit is one voice with them."""
        reports = self.made.tables["reports"]
        credited = {row["credit"].casefold(): row["origin_id"] for row in reports if row["credit"]}
        return {row["report_id"]: credited.get((row["source"] or "").casefold(), row["origin_id"]) for row in reports}

    def one_voice(self, origin: str) -> str | None:
        """An origin under the name of the credit that it is one with."""
        own = {row["origin_id"]: row["report_id"] for row in self.made.tables["reports"]}
        return self.report_origins[own[origin]] if origin in own else origin

    @cached_property
    def copied(self) -> dict[str, list[tuple[int, int, str]]]:
        """Of each report its shared passages, with their origin: copies, and what others copied."""
        found: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        for row in self.made.tables["copies"]:
            found[row["report_id"]].append((row["start_char"], row["end_char"], row["origin_id"]))
            found[row["of_report_id"]].append((row["of_start_char"], row["of_end_char"], row["origin_id"]))
        return found

    @cached_property
    def _values(self) -> dict[str, list[tuple[str, set[str]]]]:
        """Of each event its disputed findings: attribute and the values claimed."""
        value_of = {row["claim_id"]: row["value"] for row in self.made.tables["claims"]}
        claimed: dict[str, set[str]] = defaultdict(set)
        for row in self.made.tables["finding_claims"]:
            claimed[row["finding_id"]].add(value_of.get(row["claim_id"], ""))
        found: dict[str, list[tuple[str, set[str]]]] = defaultdict(list)
        for row in self.made.tables["findings"]:
            if row["status"] == "disputed":
                found[row["subject_id"]].append((row["attribute"], claimed[row["finding_id"]]))
        return found

    def attribute(self, row: dict[str, Any]) -> str | None:
        """The attribute that a disagreement of counts is about, by its values; None where that is not known."""
        values = {value for _, _, value in self.sides[row["disagreement_id"]]}
        held = [name for name, claimed in self._values.get(row["subject_id"], []) if values <= claimed]
        return held[0] if len(held) == 1 else None


def named(attribute: str) -> str:
    """The oracle's name of a count."""
    return next((name for name, others in ALIASES.items() if attribute in others), attribute)
