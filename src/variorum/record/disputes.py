"""Disagreements from findings that are disputed, and from renderings of one utterance that carry other dates."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from variorum.record.fits import Ground, rule_of
from variorum.record.judging import Judge
from variorum.record.summaries import summarise
from variorum.record.tolls import may_have_grown
from variorum.record.utterances import Statement, stems
from variorum.record.values import Claim, Disagreement, Event, Finding, Holding
from variorum.schema.annotations import Annotations
from variorum.schema.dates import Bounds, compatible
from variorum.schema.ids import mint
from variorum.schema.reports import Span
from variorum.schema.resolution import resolve

KINDS = {
    "date": "date",
    "start": "date",
    "end": "date",
    "place": "place",
    "direction": "direction",
    "realis": "realis",
    "participants": "participant",
    "outcome": "outcome",
}
WEIGHT = {
    "direction": 0.9,
    "realis": 0.85,
    "figure": 0.8,
    "outcome": 0.7,
    "date": 0.6,
    "place": 0.6,
    "participant": 0.4,
}
COUNTED, UNCOUNTED = frozenset({"PROTEST", "COERCE", "RETREAT"}), frozenset({"people"})
"""Types of which a bare number of people is one count, and what is none elsewhere: people who fled, saw or were near."""

DATED = ("date", "start", "end")

ENDS, NEAR_ENDS = ("start", "end"), 1100
"""Attributes of what lasts, and days: beginnings that lie years apart are those of two wars."""

UTTERANCE_RULE = "utterance_dates.v3"
NEAR = 62
"""Days. Dates in one utterance that lie farther apart date other things."""


def find_disputes(
    event: Event, findings: Sequence[Finding], sigla: Mapping[str, str], names: Mapping[str, str] | None = None
) -> tuple[Disagreement, ...]:
    """One disagreement for each disputed finding of an event, in order of attribute.

    What came of talks is compared by its names elsewhere; what came of an attack here.

    Args:
        names: of entities, to say on whose word a report has something.
    """
    uncounted = () if event.type in COUNTED else UNCOUNTED
    named = () if event.type == "ASSAULT" else ("outcome",)
    told = (f for f in findings if f.status == "disputed" and f.attribute not in (*uncounted, *named))
    return tuple(
        _dispute(event, f, sigla, names or {})
        for f in told
        if not may_have_grown(f, findings) and _sets_apart(at_odds(f))
    )


def _sets_apart(claims: Sequence[Claim]) -> bool:
    """True of two values, but of two days in the body of one report: these date two things."""
    if len({c.value for c in claims}) < 2:
        return False
    dated = any(c.attribute in DATED for c in claims)
    if any(c.attribute in ENDS for c in claims) and not _is_near(claims):
        return False
    return len({c.report_id for c in claims}) > 1 or not dated or any(c.in_title for c in claims)


def _is_near(claims: Sequence[Claim]) -> bool:
    days = [c.comparable.low or c.comparable.high for c in claims if isinstance(c.comparable, Bounds)]
    known = [day for day in days if day is not None]
    return not known or (max(known) - min(known)).days <= NEAR_ENDS


def _dispute(event: Event, finding: Finding, sigla: Mapping[str, str], names: Mapping[str, str]) -> Disagreement:
    kind = KINDS.get(finding.attribute, "figure")
    claims = at_odds(finding)
    holdings = tuple(sorted((_holding(c) for c in claims), key=lambda h: (h.side, h.support[0], h.support[1].start)))
    return Disagreement(
        disagreement_id=mint("disagreement", finding.finding_id),
        kind=kind,
        subject_id=event.event_id,
        summary=summarise(event, finding.attribute, claims, sigla, names),
        weight=round(WEIGHT[kind] * (0.5 + event.salience / 2) * _backing(finding), 3),
        rule=finding.rule,
        holdings=holdings,
    )


def at_odds(finding: Finding) -> list[Claim]:
    """The claims of a disputed finding that cannot hold with some other; all of them where that hangs on more than two."""
    claims = [*finding.supporting, *finding.opposing]
    _, fits = rule_of(finding.attribute)
    if finding.attribute in ("place", "participants"):
        return claims
    judge = Judge(claims, fits, Ground())
    return [c for c in claims if any(not judge.fit(c, other) for other in claims)] or claims


ALONE, WITHIN = 0.9, 0.7
"""What a dispute weighs where one report alone stands against the others, and where one is at odds with itself only."""


def _backing(finding: Finding) -> float:
    """1 where two reports and more stand on either side, in their own voice."""
    for_it, against = ({c.report_id for c in held} for held in (finding.supporting, finding.opposing))
    if len(for_it | against) == 1:
        return WITHIN
    own = {c.report_id for c in finding.opposing if c.voice == "own"}
    return 1.0 if len(own or against) > 1 and len(for_it) > 1 else ALONE


def _holding(claim: Claim) -> Holding:
    return Holding(value=claim.value, side=claim.value, support=claim.supports[0], voice=claim.voice)


def _who_says(holdings: Sequence[Holding], sigla: Mapping[str, str]) -> str:
    sides: dict[str, set[str]] = {}
    for holding in holdings:
        sides.setdefault(holding.value, set()).add(sigla[holding.support[0]])
    return "; ".join(f"“{value}” {', '.join(sorted(who))}" for value, who in sorted(sides.items()))


def find_utterance_dates(
    statements: Sequence[Statement],
    utterance_of: Mapping[str, str],
    annotations: Mapping[str, Annotations],
    published: Mapping[str, Bounds],
    *,
    sigla: Mapping[str, str],
    texts: Mapping[str, str],
) -> tuple[Disagreement, ...]:
    """Find utterances that two reports render with dates of one thing that cannot both hold."""
    groups: dict[str, list[Statement]] = {}
    for statement in statements:
        groups.setdefault(utterance_of[statement.statement_id], []).append(statement)
    found = []
    for utterance, members in sorted(groups.items()):
        dated = {s.statement_id: _dates_in(s, annotations[s.report_id], published[s.report_id]) for s in members}
        told = {
            date
            for one, two in combinations(members, 2)
            if one.report_id != two.report_id
            for pair in _clashing(dated[one.statement_id], dated[two.statement_id])
            if _date_one_thing(*pair, texts)
            for date in pair
        }
        if told:
            found.append(_date_dispute(utterance, told, sigla))
    return tuple(found)


Dated = tuple[str, Bounds, Span]


def _dates_in(statement: Statement, own: Annotations, published: Bounds) -> list[Dated]:
    """Dates in a statement's content, with the words around them that they date."""
    found = []
    for time in own.times:
        inside = any(c.covers(time.span) for c in statement.mention.contents)
        if time.type != "DATE" or not inside:
            continue
        bounds = resolve(time.value, published)
        if bounds.known:
            found.append((statement.report_id, bounds, _dated_phrase(time.span, own)))
    return found


def _dated_phrase(span: Span, own: Annotations) -> Span:
    """The event clause that a date stands in, if it is short, else the date alone."""
    clauses = [e.clause for e in own.events if e.clause.covers(span) and len(e.clause) <= 90]
    return min(clauses, key=len, default=span)


def _clashing(mine: Sequence[Dated], theirs: Sequence[Dated]) -> list[tuple[Dated, Dated]]:
    """Where each rendering has one date and the two cannot both hold; with more dates nothing says which to compare."""
    if len(mine) != 1 or len(theirs) != 1 or compatible(mine[0][1], theirs[0][1]):
        return []
    if not _are_near(mine[0][1], theirs[0][1]):
        return []
    return [(mine[0], theirs[0])]


BEFORE = 40
"""Code points before dated words within which a report may name what is dated."""

_PLAIN = re.compile(r"\b[a-z]{4,}\b")
_CALENDAR = frozenset(
    "last next this earlier later year month week days date early late since until before after with from".split()
)


def _date_one_thing(one: Dated, two: Dated, texts: Mapping[str, str]) -> bool:
    """True where the words around both dates share one that is no name and no date: they date the same."""
    mine, theirs = (
        {_stem(w) for w in _PLAIN.findall(texts[report][max(0, span.start - BEFORE) : span.end]) if w not in _CALENDAR}
        for report, _, span in (one, two)
    )
    return bool(mine & theirs)


def _stem(word: str) -> str:
    return min(stems(word), default=word)


def _are_near(one: Bounds, two: Bounds) -> bool:
    if not (one.low and one.high and two.low and two.high):
        return False
    return (max(one.low, two.low) - min(one.high, two.high)).days <= NEAR


def _date_dispute(utterance: str, dated: Iterable[Dated], sigla: Mapping[str, str]) -> Disagreement:
    holdings = tuple(
        Holding(value=b.edtf or "", side=b.edtf or "", support=(r, s), voice="quoted")
        for r, b, s in sorted(dated, key=lambda d: (d[0], d[2].start, d[2].end))
    )
    return Disagreement(
        disagreement_id=mint("disagreement", "utterance_date", utterance),
        kind="date",
        subject_id=utterance,
        summary=f"One utterance, other dates: {_who_says(holdings, sigla)}",
        weight=0.45,
        rule=UTTERANCE_RULE,
        holdings=holdings,
    )
