"""The state that a minister or a government's service serves where no report says: the one that the reports of it are set in."""

from collections import Counter
from collections.abc import Mapping, Sequence

from variorum.links.entity_chains import Chain
from variorum.schema.gazetteer import Gazetteer

NATIONAL = frozenset(
    "president prime_minister chancellor vice_president deputy_prime_minister minister foreign_minister defence_minister "
    "interior_minister".split()
)
"""Offices of a state's government, by their keys in `lexicons/offices.toml`."""

LEAST = 2
"""Least weight of a state in the reports of somebody who serves it."""

OFTEN = 3
"""Mentions of a state in one report that make it more than a name among others."""

SHARE = 1.5
"""Times the weight of any other state that the state has in which reports are set."""


def find_settings(chains: Sequence[Chain], gazetteer: Gazetteer) -> dict[str, Counter[str]]:
    """How much each report is set in each state, by report and ISO 3166-1 alpha-3; "" for states that no almanac knows.

    Every town, body, person and state counts once, however often it is named: the capital of a host is named time and again
    in reports of talks that it has no part in. What lies elsewhere in a state counts twice, as does a state that is named
    time and again or whose government or forces are spoken of.
    """
    told: dict[str, Counter[str]] = {}
    for chain in chains:
        if chain.kind == "country" or (chain.country and chain.names):
            told.setdefault(chain.key[0], Counter())[chain.country or ""] += 2 if _weighs_twice(chain, gazetteer) else 1
    return told


def _weighs_twice(chain: Chain, gazetteer: Gazetteer) -> bool:
    if chain.kind == "country":
        return chain.size >= OFTEN or any(mention.form == "description" for mention in chain.mentions)
    return chain.kind == "place" and all(gazetteer.first(name, "capital") is None for name in chain.names)


def served_by(chains: Sequence[Chain], settings: Mapping[str, Counter[str]]) -> str | None:
    """The state that one person or body serves by what its chains tell, if they tell that it serves any.

    It is the one that the reports of it are set in, taken together; where those name none, all reports. A report of a state
    that no almanac knows leaves it open.
    """
    if not any(chain.serves or not NATIONAL.isdisjoint(chain.offices) for chain in chains):
        return None
    reports = sorted({chain.key[0] for chain in chains})
    total = sum((settings.get(report, Counter()) for report in reports), Counter())
    total = total or sum((settings[report] for report in sorted(settings)), Counter())
    ranked = sorted(total, key=lambda code: (-total[code], code))
    if not ranked or total[ranked[0]] < LEAST:
        return None
    clear = len(ranked) == 1 or total[ranked[0]] >= SHARE * total[ranked[1]]
    return ranked[0] if clear and "" not in total else None
