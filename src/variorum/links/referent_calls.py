"""How reports call the ones that they name: entities by noun, by name and by the last word of a name."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from variorum.schema.annotations import Annotations, EntityMention
from variorum.schema.linked import ChainKey, LinkedEntities
from variorum.schema.names import fold, is_womans
from variorum.schema.nouns import same_noun, singular_noun

_CLEAR = 1.5
_HEADED = frozenset({"organization", "place"})


@dataclass(slots=True)
class Calls:
    """Entities with how often. by_head: keyed by comparable singular and whether it is of several. loose: other names.

    words: of each entity those of its names. by_first: people by the first of several names. female: people whose names tell it.
    """

    by_head: dict[tuple[str, bool], Counter[str]] = field(default_factory=dict)
    by_name: dict[str, Counter[str]] = field(default_factory=dict)
    by_tail: dict[str, Counter[str]] = field(default_factory=dict)
    loose: Counter[str] = field(default_factory=Counter)
    words: dict[str, set[str]] = field(default_factory=dict)
    by_first: dict[str, Counter[str]] = field(default_factory=dict)
    female: dict[str, bool] = field(default_factory=dict)


def gather_calls(reports: Sequence[Annotations], entities: LinkedEntities, lone: frozenset[ChainKey]) -> Calls:
    """Count how some reports call each entity, but for the chains of `lone`."""
    calls = Calls()
    for own in reports:
        _gather_names(own, entities, calls)
        for chain, head, plural in sorted(set(_heads(own))):
            if (own.report_id, chain) not in lone:
                for entity in _single(own, chain, entities):
                    calls.by_head.setdefault((head, plural), Counter())[entity] += 1
    for own in reports:
        _gather_loose(own, entities, calls)
    return calls


def clear_winner(tally: Counter[str]) -> str | None:
    """The one that is counted half as often again as any other, None where none is."""
    ranked = sorted(tally, key=lambda target: (-tally[target], target))
    if not ranked:
        return None
    return ranked[0] if len(ranked) == 1 or tally[ranked[0]] >= _CLEAR * tally[ranked[1]] else None


def _single(own: Annotations, chain: int, entities: LinkedEntities) -> tuple[str, ...]:
    ids = entities.of_chain.get((own.report_id, chain), ())
    return ids if len(ids) == 1 else ()


def _gather_names(own: Annotations, entities: LinkedEntities, calls: Calls) -> None:
    for mention in own.entities:
        name = fold(mention.name).removeprefix("the ")
        for entity in _single(own, mention.chain, entities) if mention.form == "name" else ():
            calls.by_name.setdefault(name, Counter())[entity] += 1
            calls.words.setdefault(entity, set()).update(name.split())
            if " " in name:
                tail = name.split()[-1]
                calls.by_tail.setdefault(tail, Counter())[entity] += 1
                if mention.kind == "person":
                    _gather_person(mention, entity, calls)
                if mention.kind in _HEADED:
                    calls.by_head.setdefault((same_noun(tail), False), Counter())[entity] += 1


def _gather_person(mention: EntityMention, entity: str, calls: Calls) -> None:
    calls.by_first.setdefault(fold(mention.name).split()[0], Counter())[entity] += 1
    female = is_womans(mention.name)
    if female is not None:
        calls.female.setdefault(entity, female)


def _heads(own: Annotations) -> Iterator[tuple[int, str, bool]]:
    for referent in own.referents:
        if referent.head:
            yield referent.chain, same_noun(referent.head), referent.plural
    for mention in own.entities:
        if mention.form == "description" and mention.kind != "people":
            yield mention.chain, same_noun(singular_noun(fold(mention.name).split()[-1])), mention.kind != "person"


def _gather_loose(own: Annotations, entities: LinkedEntities, calls: Calls) -> None:
    """Names of several words that no annotator took: others may end so too."""
    for referent in own.referents:
        name = fold(referent.name).removeprefix("the ")
        is_loose = referent.form == "name" and (own.report_id, referent.chain) not in entities.of_chain
        calls.loose.update([name] if is_loose else [])
        if is_loose and " " in name and name not in calls.by_name:
            calls.by_tail.setdefault(name.split()[-1], Counter())[f"unnamed::{name}"] += 1
