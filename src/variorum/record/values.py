"""What reconciling makes: canonical events, claims, findings, disagreements, each with the words behind it."""

from dataclasses import dataclass
from datetime import date

from variorum.schema.annotations import EventMention
from variorum.schema.dates import Bounds
from variorum.schema.linked import Support
from variorum.schema.nodes import EventNode
from variorum.schema.quantities import Quantity

Comparable = Bounds | Quantity | frozenset[str] | str
"""What a claim is compared by: days, a count, a set of entities or sides, a word of a vocabulary."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A canonical event: what all reports together say of one happening."""

    event_id: str
    nodes: tuple[EventNode, ...]
    label: str
    type: str
    realis: str
    date: Bounds
    date_basis: str | None
    place_id: str | None
    roles: tuple[tuple[str, str], ...]
    supports: tuple[Support, ...]
    origins: tuple[tuple[str, ...], ...]
    all_presumed: bool
    story_id: str
    salience: float

    @property
    def telling(self) -> tuple[EventMention, ...]:
        """The mentions that are of the event's type; all of them where none is (a meeting that is only agreed on)."""
        told = tuple(m for n in self.nodes for m in n.mentions)
        return tuple(m for m in told if m.type == self.type) or told


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What one report says of one attribute of one event; `chain` as in `attribution.attribution_chain`.

    rests_on: where a title says it, what the report's body says of the event: the title has it from there.
    as_of: the last day that it can speak of; None where the report's day is not known to the day: what is only bounded
    narrows with every report that is added, and no copy may make an update.
    in_title: only what stands beside the report's body says it: its title or a caption, which may be older than the text.
    in_caption: only captions say it.
    firm: False of a negation within somebody's words that denies nothing ("sanctions will not move us"), and of who acted
    where one deed of a fight is told.
    """

    claim_id: str
    report_id: str
    event_id: str
    attribute: str
    value: str
    original: str
    comparable: Comparable
    realis: str
    polarity: str
    attributed_to: str | None
    voice: str
    supports: tuple[Support, ...]
    chain: str | None = None
    rests_on: tuple[Support, ...] = ()
    as_of: date | None = None
    in_title: bool = False
    in_caption: bool = False
    firm: bool = True

    @property
    def grounds(self) -> tuple[Support, ...]:
        """All words by whose origins its witnesses are counted."""
        return (*self.supports, *self.rests_on)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What the record holds of one attribute, and why. `opposing` are the claims that cannot hold with `value`.

    estimate: of a count, low, best and high over all claims (`schema.quantities.estimate`); else None.
    """

    finding_id: str
    subject_id: str
    attribute: str
    value: str
    status: str
    n_origins: int
    all_presumed: bool
    rule: str
    supporting: tuple[Claim, ...]
    opposing: tuple[Claim, ...]
    estimate: Quantity | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """One report's value in a disagreement, with its words. Reports on one side share `side`."""

    value: str
    side: str
    support: Support
    voice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """Claims that cannot all hold, or that name one thing differently."""

    disagreement_id: str
    kind: str
    subject_id: str
    summary: str
    weight: float
    rule: str
    holdings: tuple[Holding, ...]
