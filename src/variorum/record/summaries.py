"""A dispute in one plain line, as a person would write it: "KH has Velmara attacking; OP and two more have clashes"."""

from collections.abc import Mapping, Sequence

from variorum.record.values import Claim, Event

SHOWN = 3
"""Sources named for one value; of more the first ones, and how many there are besides."""

REALIS = {
    "happened": "it as done",
    "ongoing": "it as done",
    "planned": "it planned",
    "called_off": "it called off",
    "alleged": "it alleged",
    "denied": "it denied",
}


def summarise(
    event: Event, attribute: str, claims: Sequence[Claim], sigla: Mapping[str, str], names: Mapping[str, str]
) -> str:
    """Say who has what, the value of most sources first, and where a report contradicts itself.

    Args:
        claims: all that are at odds, and those that they are at odds with.
        sigla: short names of reports. names: of entities, for whose word a report gives.
    """
    sides: dict[str, list[Claim]] = {}
    for claim in claims:
        sides.setdefault(_value(attribute, claim, event, names), []).append(claim)
    ordered = sorted(sides.items(), key=lambda side: (-len({c.report_id for c in side[1]}), side[0]))
    told = "; ".join(_clause(value, held, sigla) for value, held in ordered)
    return f"{event.label}: {told}{_at_odds_with_itself(list(sides.values()), sigla)}"


def _clause(value: str, claims: Sequence[Claim], sigla: Mapping[str, str]) -> str:
    who = list(
        dict.fromkeys(sigla[c.report_id] for c in sorted(claims, key=lambda c: (sigla[c.report_id], c.claim_id)))
    )
    verb = "has" if len(who) == 1 else "have"
    return f"{list_sources(who)} {verb} {value}"


def list_sources(who: Sequence[str]) -> str:
    """Short names in a row, the last after "and"; of many only how many more there are."""
    if len(who) > SHOWN + 1:
        return f"{', '.join(who[:SHOWN])} and {len(who) - SHOWN} more"
    return " and ".join(([", ".join(who[:-1])] if len(who) > 1 else []) + list(who[-1:]))


def _value(attribute: str, claim: Claim, event: Event, names: Mapping[str, str]) -> str:
    """A claim's value with the words that make it a clause, and on whose word where that is told."""
    by = names.get(claim.attributed_to or "")
    if attribute == "realis":
        said = REALIS.get(claim.value, f"it {claim.value}")
        return f"{said} by {by}" if by and claim.value in ("denied", "alleged") else said
    said = _plain(attribute, claim.value, event)
    return f"{said} on the word of {by}" if by and claim.voice == "quoted" else said


def _plain(attribute: str, value: str, event: Event) -> str:
    if attribute == "direction":
        verb = "attacking" if event.type == "ASSAULT" else "acting"
        return (
            ("clashes" if event.type == "ASSAULT" else "both sides acting")
            if value == "mutual"
            else (f"{value.removeprefix('by ')} {verb}")
        )
    if attribute in ("start", "end"):
        return f"“{value}” as its {attribute}"
    if attribute in ("date", "place", "participants", "outcome", "actor", "recipient", "duration"):
        return f"“{value}”"
    return f"“{value}” {attribute.replace('_', ' ')}"


def _at_odds_with_itself(sides: Sequence[Sequence[Claim]], sigla: Mapping[str, str]) -> str:
    """Which reports stand on two sides, and how: headline against body, or both sides heard."""
    places: dict[str, list[Claim]] = {}
    for held in sides:
        for report in sorted({c.report_id for c in held}):
            places.setdefault(report, []).extend(c for c in held if c.report_id == report)
    on_two = {r: held for r, held in places.items() if sum(any(c.report_id == r for c in side) for side in sides) > 1}
    notes = [f"{sigla[r]} {how_at_odds(held)}" for r, held in sorted(on_two.items(), key=lambda row: sigla[row[0]])]
    return f" ({'; '.join(notes[:SHOWN])})" if notes else ""


def how_at_odds(claims: Sequence[Claim]) -> str:
    """How one report comes to say several things."""
    if any(c.voice == "quoted" for c in claims):
        return "gives more than one word for it"
    if any(c.in_caption for c in claims) and not all(c.in_caption for c in claims):
        return "has one thing in a caption, which may be older, and another in its text"
    if any(c.in_title for c in claims) and not all(c.in_title for c in claims):
        return "has one thing in its headline and another in its body"
    return "contradicts itself"
