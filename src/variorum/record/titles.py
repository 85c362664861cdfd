"""One line in plain words for an event: the record's own words, never a quotation."""

from collections.abc import Sequence

from variorum.schema.nodes import EntityLookup, EventNode

MOST_NAMED = 4
EFFECTS = frozenset({"killing", "death", "casualties", "injury"})
PREFIX = {"planned": "planned: ", "called_off": "called off: ", "denied": "denied: ", "alleged": "alleged: "}


def title_of(
    nodes: Sequence[EventNode], roles: Sequence[tuple[str, str]], place: str | None, realis: str, lookup: EntityLookup
) -> str:
    """Name the kind of happening, who, and where: "Meeting: A, B and C, hosted by D, in E"."""
    text = PREFIX.get(realis, "") + _concept(nodes)
    acting = [e for r, e in roles if r == "actor"]
    affected = [e for r, e in roles if r in ("recipient", "victim") and e not in acting]
    taking_part = [e for r, e in roles if r in ("participant", "signatory")]
    if _is_mutual(nodes):
        text += _between(sorted({*acting, *affected, *taking_part}), lookup)
    elif acting:
        text += f" by {_names([*acting, *taking_part], lookup)}" + _toward(affected, lookup)
    else:
        text += _between(taking_part, lookup) + _toward(affected, lookup)
    hosts, mediators = (_names([e for r, e in roles if r == role], lookup) for role in ("host", "mediator"))
    text += f", hosted by {hosts}" if hosts else ""
    text += f", mediated by {mediators}" if mediators else ""
    text += f", in {lookup.by_id[place].name}" if place else ""
    return text[0].upper() + text[1:]


def _between(entities: Sequence[str], lookup: EntityLookup) -> str:
    if not entities:
        return ""
    return f" {'between' if len(entities) > 1 else 'with'} {_names(entities, lookup)}"


def _toward(entities: Sequence[str], lookup: EntityLookup) -> str:
    return f", affecting {_names(entities, lookup)}" if entities else ""


def _concept(nodes: Sequence[EventNode]) -> str:
    """The kind that most mentions have, in words; what an event did is its name only where nothing else is said."""
    told = [m.concept for n in nodes for m in n.mentions]
    kinds = [c for c in told if c not in EFFECTS] or told
    return min(set(kinds), key=lambda c: (-kinds.count(c), c)).replace("_", " ")


def _is_mutual(nodes: Sequence[EventNode]) -> bool:
    """True where the kind that names the event is between sides, not by one of them."""
    name = _concept(nodes).replace(" ", "_")
    return any(m.direction == "mutual" for n in nodes for m in n.mentions if m.concept == name)


def _names(entities: Sequence[str], lookup: EntityLookup) -> str:
    names = sorted({lookup.by_id[e].name for e in entities})
    if len(names) > MOST_NAMED:
        names = [*names[:MOST_NAMED], f"{len(names) - MOST_NAMED} more"]
    return _join(names)


def _join(names: Sequence[str]) -> str:
    given = [n for n in names if n]
    return " and ".join([", ".join(given[:-1]), given[-1]]) if len(given) > 1 else "".join(given)
