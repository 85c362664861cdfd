"""Which of the unnamed ("the driver", "police") are one across the reports of a story, and with whom that is named.

A story has few people of one kind: within it a noun means the one whom some report of it calls so, else all who are
called so are one. Across stories nothing unnamed is one. Names that no annotator took for an entity go by the name.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from variorum.schema.annotations import Annotations, ReferentMention
from variorum.schema.lexicons import read_lexicon, split_entries
from variorum.schema.linked import ChainKey, LinkedEntities
from variorum.schema.names import fold

_CLEAR = 2


@dataclass(slots=True)
class _Called:
    """How the reports of a story call its named ones: entity by noun, and by name."""

    by_head: dict[tuple[str, bool], Counter[str]] = field(default_factory=dict)
    by_name: dict[str, Counter[str]] = field(default_factory=dict)
    by_tail: dict[str, Counter[str]] = field(default_factory=dict)


@cache
def synonyms() -> Mapping[str, str]:
    """The noun that stands for a noun and all that press reports use for it."""
    groups = read_lexicon("referents")["synonyms"]["groups"]
    return {word: words[0] for words in map(split_entries, groups) for word in words}


def same_noun(head: str) -> str:
    """The noun under which a head is compared."""
    return synonyms().get(head, head)


def link_referents(
    annotations: Sequence[Annotations], entities: LinkedEntities, story_of: Mapping[str, int]
) -> dict[ChainKey, str]:
    """Give every chain that has no entity the id of one, or the key of a cluster of its own.

    Returns:
        By chain; entity ids, else keys that begin with "unnamed:".
    """
    found: dict[ChainKey, str] = {}
    lone = {e.chains[0] for e in entities.entities if not e.names and len({c[0] for c in e.chains}) == 1 and not e.country and e.kind != "country"}
    called = _gather(annotations, entities, story_of, lone)
    everywhere = _gather(annotations, entities, dict.fromkeys(story_of, 0), lone).get(0, _Called())
    for own in annotations:
        story = story_of[own.report_id]
        present = _present(own, entities)
        for chain, mentions in _unnamed(own, entities, lone).items():
            found[own.report_id, chain] = _resolve(mentions, story, called[story], everywhere, present)
    return found


def singular(word):
    for ending, instead in (("men", "man"), ("ies", "y"), ("s", "")):
        if word.endswith(ending) and len(word) > 4 and not word.endswith("ss") and word != "police":
            return word[: -len(ending)] + instead if word not in ("authorities",) else "authorities"
    return word


def _gather(annotations, entities, story_of, lone):
    called: dict[int, _Called] = {}
    for own in annotations:
        known = called.setdefault(story_of[own.report_id], _Called())
        for mention in own.entities:
            if mention.form != "name":
                continue
            for entity in _single(own, mention.chain, entities):
                name = fold(mention.name).removeprefix("the ")
                known.by_name.setdefault(name, Counter())[entity] += 1
                if mention.kind in ("organization", "place") and " " in name:
                    known.by_head.setdefault((same_noun(name.split()[-1]), False), Counter())[entity] += 1
                if " " in name:
                    known.by_tail.setdefault(name.split()[-1], Counter())[entity] += 1
        heads = {(m.chain, same_noun(m.head), m.plural) for m in own.referents if m.head}
        heads |= {(m.chain, same_noun(singular(fold(m.name).split()[-1])), m.kind != "person") for m in own.entities if m.form == "description"}
        for chain, head, plural in sorted(heads):
            if (own.report_id, chain) in lone:
                continue
            for entity in _single(own, chain, entities):
                known.by_head.setdefault((head, plural), Counter())[entity] += 1
    return called


def _single(own: Annotations, chain: int, entities: LinkedEntities) -> tuple[str, ...]:
    ids = entities.of_chain.get((own.report_id, chain), ())
    return ids if len(ids) == 1 else ()


def _present(own: Annotations, entities: LinkedEntities) -> set[str]:
    return {i for m in own.entities for i in entities.of_chain.get((own.report_id, m.chain), ())}


def _unnamed(own: Annotations, entities: LinkedEntities, lone: set[ChainKey]) -> dict[int, list[ReferentMention]]:
    found: dict[int, list[ReferentMention]] = {}
    for mention in own.entities:
        if (own.report_id, mention.chain) in lone and mention.form == "description":
            head = fold(mention.name).split()[-1]
            plural = mention.kind != "person"
            found.setdefault(mention.chain, []).append(ReferentMention(span=mention.span, kind=mention.kind, form="description", name=mention.name, chain=mention.chain, head=singular(head), plural=plural))
    for mention in own.referents:
        if (own.report_id, mention.chain) not in entities.of_chain or (own.report_id, mention.chain) in lone:
            found.setdefault(mention.chain, []).append(mention)
    return found


def _resolve(mentions: Sequence[ReferentMention], story: int, called: _Called, everywhere: _Called, present: set[str]) -> str:
    names = Counter(fold(m.name).removeprefix("the ") for m in mentions if m.form == "name")
    if names:
        name = min(names, key=lambda n: (-names[n], n))
        for known in (called.by_name.get(name), called.by_tail.get(name), everywhere.by_name.get(name) if " " in name else None):
            if known:
                return min(known, key=lambda e: (-known[e], e))
        return f"unnamed:{'' if ' ' in name else story}:{name}"
    for m in mentions:
        if m.head and m.name[0].isupper():
            known = called.by_name.get(fold(m.name)) or called.by_tail.get(fold(m.name))
            if known:
                return min(known, key=lambda e: (-known[e], e))
    heads = Counter(same_noun(m.head) for m in mentions if m.head)
    if not heads:
        return f"unnamed:{mentions[0].chain}:alone:{story}:{mentions[0].span.start}:{id(mentions)}"
    head = min(heads, key=lambda h: (-heads[h], h))
    plural = any(m.plural for m in mentions if m.head)
    known = called.by_head.get((head, plural), Counter())
    here = Counter({e: n for e, n in known.items() if e in present})
    best = _clear(here or known)
    return best if best is not None else f"unnamed:{story}:{head}:{plural}"


def _clear(tally: Counter[str]) -> str | None:
    ranked = sorted(tally, key=lambda e: (-tally[e], e))
    if not ranked:
        return None
    return ranked[0] if len(ranked) == 1 or tally[ranked[0]] >= _CLEAR * tally[ranked[1]] else None
