"""Which bodies of different reports are one under a shorter name: "the Rovers" are the Temmin Rovers."""

from collections import Counter
from collections.abc import Sequence

from variorum.links.entity_chains import Chain
from variorum.schema.names import fold

Block = tuple[str, ...]
_CLEAR = 2


def unite_tails(chains: Sequence[Chain]) -> None:
    """Give a body that is named by the end of another's name that one's block, where reports name both and no third.

    Changes the chains. "The Central Bank" beside the Central Bank of Oskia and that of Velmara stays alone.
    """
    bodies = [c for c in chains if c.kind in ("organization", "armed_group") and c.block[:1] == ("body",)]
    long = _by_tail(bodies)
    beside = _beside(bodies, long)
    chosen = {block: full for block, tally in beside.items() if (full := _clear(tally)) is not None}
    for chain in bodies:
        chain.block = chosen.get(chain.block, chain.block)


def _by_tail(bodies: Sequence[Chain]) -> dict[Block, set[Block]]:
    """The longer names by each of their ends."""
    found: dict[Block, set[Block]] = {}
    for block in {chain.block for chain in bodies}:
        words = block[1].split()
        for start in range(1, len(words)):
            found.setdefault(("body", " ".join(words[start:])), set()).add(block)
    return found


def _beside(bodies: Sequence[Chain], long: dict[Block, set[Block]]) -> dict[Block, Counter[Block]]:
    """How many reports name a longer one beside the shorter."""
    reports: dict[str, set[Block]] = {}
    for chain in bodies:
        reports.setdefault(chain.key[0], set()).update(("body", fold(name).removeprefix("the ")) for name in chain.names)
    tallies: dict[Block, Counter[Block]] = {}
    for named in reports.values():
        for short in named:
            for full in long.get(short, set()) & named:
                tallies.setdefault(short, Counter())[full] += 1
    return tallies


def _clear(tally: Counter[Block]) -> Block | None:
    ranked = sorted(tally, key=lambda block: (-tally[block], block))
    return ranked[0] if len(ranked) == 1 or tally[ranked[0]] >= _CLEAR * tally[ranked[1]] else None
