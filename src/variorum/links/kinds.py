"""What happened, compared: kinds of happening that are one, may be called alike, or are never one event."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from variorum.schema.nodes import EventNode

VIOLENT = frozenset({"ASSAULT", "NONE"})
LOOSE = frozenset({"CONSULT", "MOBILIZE"})
"""Types whose kinds are words for each other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kinds:
    """The table of kinds (`kinds.toml`). kin: of each concept the numbers of its groups."""

    kin: Mapping[str, frozenset[str]]
    generic: frozenset[str]
    common: frozenset[str]
    apart: frozenset[str]


@cache
def load_kinds() -> Kinds:
    """Read the table of kinds."""
    table = tomllib.loads(files("variorum.links").joinpath("kinds.toml").read_text(encoding="utf-8"))
    groups: dict[str, set[str]] = {}
    for number, group in enumerate(table["kin"]):
        for concept in group["concepts"]:
            groups.setdefault(concept, set()).add(f"kin {number}")
    return Kinds(
        kin={concept: frozenset(own) for concept, own in groups.items()},
        generic=frozenset(table["generic"]["concepts"]),
        common=frozenset(table["common"]["concepts"]),
        apart=frozenset(table["apart"]["concepts"]),
    )


def kinds_of(node: EventNode) -> frozenset[str]:
    """The types and groups of kin that a node is of: two nodes may be one event where they share any."""
    return _kinds_of(frozenset([m.type for m in node.mentions]), node.concepts)


@cache
def _kinds_of(types: frozenset[str], concepts: frozenset[str]) -> frozenset[str]:
    kin = load_kinds().kin
    return types.union(*(kin.get(concept, ()) for concept in concepts))


def may_be_one(one: EventNode, two: EventNode) -> bool:
    """True where two nodes share a type or a group of kin."""
    return not kinds_of(one).isdisjoint(kinds_of(two))


def kind_features(one: EventNode, two: EventNode) -> list[str]:
    """What the kinds say: the same, one that is not frequent, kin under another word or type, or other."""
    kinds, shared = load_kinds(), one.concepts & two.concepts
    found = []
    if one.type == two.type == "CONSULT" and one.concepts & kinds.apart != two.concepts & kinds.apart:
        found.append("other_contact")
    if shared:
        return [*found, "concept", *(["specific"] if shared - kinds.generic - kinds.common else [])]
    if one.type != two.type:
        return [*found, "kin_type"]
    return [*found, "kin" if are_kin(one, two) else "other_kind"]


def may_be_begun(one: EventNode, two: EventNode) -> bool:
    """True where one may be the beginning of the other: the same kind, or both by words as wide as a war and an attack."""
    generic = load_kinds().generic
    return bool(one.concepts & two.concepts or (one.concepts & generic and two.concepts & generic))


def are_kin(one: EventNode, two: EventNode) -> bool:
    """Tell whether the kinds of two nodes are two words for one: of one group, or one of them so wide that it covers the other."""
    kinds = load_kinds()
    if one.type in LOOSE or any(kind not in (one.type, two.type) for kind in kinds_of(one) & kinds_of(two)):
        return True
    return one.type in VIOLENT and bool((one.concepts | two.concepts) & kinds.generic)
