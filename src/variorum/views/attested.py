"""Findings with the claims behind them, as the chronology and the explanation show them."""

import re
from dataclasses import dataclass

from variorum.views.catalogue import Catalogue, Row
from variorum.views.days import UNDATED, show_edtf
from variorum.views.glyphs import GLYPHS, Glyph
from variorum.views.voices import Siglum, Voice, siglum_of, voices_of

DATES = ("date", "start", "end")
"""Attributes whose values are EDTF."""

ID = re.compile(r"\b[a-z][0-9a-f]{16}\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimLine:
    """What one report says. `words` are its own, `value` is what they were read as."""

    claim_id: str
    siglum: Siglum
    words: str
    value: str
    side: str
    quoted: bool
    by: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingLine:
    """What the record holds of one attribute, with its claims, supporters first."""

    finding_id: str
    attribute: str
    value: str
    glyph: Glyph
    voices: tuple[Voice, ...]
    n_origins: int
    presumed: bool
    rule: str
    claims: tuple[ClaimLine, ...]

    @property
    def varied(self) -> bool:
        """True where the reports' words differ, so that they are worth reading one by one."""
        return self.glyph.key == "disputed" or len({claim.words.casefold() for claim in self.claims}) > 1


def show_value(catalogue: Catalogue, value: str | None, *, dated: bool = False) -> str:
    """A stored value in words: ids become names, a closed range a dash.

    Args:
        dated: the value is EDTF.
    """
    if dated:
        return show_edtf(value or "") or UNDATED
    text = ID.sub(lambda found: catalogue.name_of(found.group()) or found.group(), value or "")
    number = re.fullmatch(r"(-?[\d.]*)\.\.(-?[\d.]*)", text)
    return _show_range(number.group(1), number.group(2)) if number else text.replace("_", " ")


def _show_range(low: str, high: str) -> str:
    ends = [end.removesuffix(".0") for end in (low, high)]
    if ends[0] == ends[1]:
        return ends[0]
    return f"{ends[0]} or more" if not ends[1] else f"up to {ends[1]}" if not ends[0] else f"{ends[0]} – {ends[1]}"


def claim_line(catalogue: Catalogue, claim: Row, side: str) -> ClaimLine:
    """One claim as a line; its siglum leads to the words."""
    evidence = catalogue.of("evidence", "item_id", claim["claim_id"])
    target = evidence[0]["evidence_id"] if evidence else None
    words = claim["original_value"] or (evidence[0]["quote"] if evidence else "")
    return ClaimLine(
        claim_id=claim["claim_id"],
        siglum=siglum_of(catalogue, claim["report_id"], target),
        words=words,
        value=show_value(catalogue, claim["value"], dated=claim["attribute"] in DATES),
        side=side,
        quoted=claim["voice"] == "quoted",
        by=catalogue.name_of(claim["attributed_to"]),
    )


def finding_claims(catalogue: Catalogue, finding_id: str) -> tuple[ClaimLine, ...]:
    """The claims of a finding, supporters first, then by siglum."""
    lines = []
    for row in catalogue.of("finding_claims", "finding_id", finding_id):
        claim = catalogue.one("claims", row["claim_id"])
        if claim is not None:
            lines.append(claim_line(catalogue, claim, row["side"]))
    return tuple(sorted(lines, key=lambda c: (c.side != "supports", c.siglum.text, c.claim_id)))


def supporting_evidence(catalogue: Catalogue, finding_id: str) -> list[Row]:
    """Evidence rows of the claims that support a finding."""
    links = catalogue.of("finding_claims", "finding_id", finding_id)
    claims = [link["claim_id"] for link in links if link["side"] == "supports"]
    return [row for claim_id in claims for row in catalogue.of("evidence", "item_id", claim_id)]


def finding_line(catalogue: Catalogue, finding: Row) -> FindingLine:
    """One finding with its claims and the voices that support it."""
    return FindingLine(
        finding_id=finding["finding_id"],
        attribute=str(finding["attribute"]).replace("_", " "),
        value=show_value(catalogue, finding["value"], dated=finding["attribute"] in DATES),
        glyph=GLYPHS[finding["status"]],
        voices=voices_of(catalogue, supporting_evidence(catalogue, finding["finding_id"])),
        n_origins=finding["n_origins"],
        presumed=bool(finding["all_presumed"]),
        rule=finding["rule"],
        claims=finding_claims(catalogue, finding["finding_id"]),
    )
