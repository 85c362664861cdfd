"""Which bodies and places of different reports are one under a shorter name: "the Rovers" are the Temmin Rovers."""

from collections import Counter
from collections.abc import Iterator, Sequence

from variorum.links.entity_chains import Chain
from variorum.schema.names import spelt_alike
from variorum.schema.nouns import noun_senses, singular_noun

Block = tuple[str, ...]
_CLEAR = 2
_KINDS = frozenset({"organization", "armed_group", "place"})
_BLOCKS = frozenset({"body", "place"})


def unite_short_names(chains: Sequence[Chain]) -> None:
    """Give what is named by the end or beginning of another's name that one's block, where reports name both.

    Changes the chains. Where several longer names stand beside the shorter ("the Central Bank" beside those of two
    states), it stays alone, unless one does so twice as often. A place with an id is what it is.
    """
    things = [c for c in chains if c.kind in _KINDS and c.names and c.block[0] in _BLOCKS]
    things = [c for c in things if c.kind != "place" or not c.ids]
    chosen = {name: full for name, tally in _beside(things).items() if (full := _clear(tally)) is not None}
    blocks = {spelt_alike(c.name): c.block for c in sorted(things, key=lambda c: c.key, reverse=True)}
    for chain in things:
        full = chosen.get(spelt_alike(chain.name))
        chain.block = blocks.get(full, chain.block) if full else chain.block


def _beside(things: Sequence[Chain]) -> dict[str, Counter[str]]:
    """How many reports name a longer one beside the shorter."""
    reports: dict[str, dict[str, str]] = {}
    for chain in things:
        reports.setdefault(chain.key[0], {}).update((spelt_alike(name), chain.kind) for name in chain.names)
    tallies: dict[str, Counter[str]] = {}
    for named in reports.values():
        for full, kind in named.items():
            for short in _parts(full) if kind != "place" else ():
                if short in named:
                    tallies.setdefault(short, Counter())[full] += 1
    return tallies


def _parts(name: str) -> Iterator[str]:
    """The ends of a body's name, and the beginnings of one that ends in a common noun ("Promises" of a centre)."""
    words = name.split()
    yield from (" ".join(words[cut:]) for cut in range(1, len(words)))
    if len(words) > 2 and singular_noun(words[-1]) in noun_senses():
        yield from (" ".join(words[:cut]) for cut in range(1, len(words)))


def _clear(tally: Counter[str]) -> str | None:
    ranked = sorted(tally, key=lambda name: (-tally[name], name))
    return ranked[0] if len(ranked) == 1 or tally[ranked[0]] >= _CLEAR * tally[ranked[1]] else None
