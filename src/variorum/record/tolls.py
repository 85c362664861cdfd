"""Tolls of reports that nobody can date to the day: what one of them counts may be of an earlier or a later hour.

Such a report stands against another only where its tolls cannot all be the earlier or all the later ones: fewer dead and
more hurt than the other's.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from variorum.record.fits import TOLLS, Ground, rule_of
from variorum.record.values import Claim, Finding
from variorum.schema.quantities import Quantity

Order = tuple[str, str]
"""Two reports, the one with the smaller toll first."""


def may_have_grown(finding: Finding, findings: Sequence[Finding]) -> bool:
    """True of a disputed toll of which every pair at odds has one report without a day and may be told in one order.

    Args:
        findings: all of the same event, by which other tolls the order of two reports is known.
    """
    if finding.attribute not in TOLLS:
        return False
    pairs = list(_at_odds(finding))
    others = {order for f in findings if f.attribute in TOLLS and f is not finding for order in _orders(f)}
    return bool(pairs) and all(_is_undated(a, b) and _order(b, a) not in others for a, b in pairs)


def _at_odds(finding: Finding) -> Iterator[tuple[Claim, Claim]]:
    """Pairs of claims of two reports that do not fit, the smaller number first."""
    _, fits = rule_of(finding.attribute)
    for one, two in combinations((*finding.supporting, *finding.opposing), 2):
        if one.report_id != two.report_id and not fits(one, two, Ground()):
            yield (one, two) if _number(one) < _number(two) else (two, one)


def _orders(finding: Finding) -> Iterator[Order]:
    claims = (*finding.supporting, *finding.opposing)
    for one, two in combinations(claims, 2):
        if one.report_id != two.report_id and _number(one) != _number(two):
            yield _order(*((one, two) if _number(one) < _number(two) else (two, one)))


def _order(less: Claim, more: Claim) -> Order:
    return less.report_id, more.report_id


def _is_undated(one: Claim, two: Claim) -> bool:
    return (one.as_of is None) != (two.as_of is None)


def _number(claim: Claim) -> float:
    count = claim.comparable
    return (count.best or count.range()[0]) if isinstance(count, Quantity) else 0.0
