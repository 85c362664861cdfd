"""Which of the unnamed ("the driver", "police") are one across the reports of a story, and with whom that is named.

Within a story a noun means the one whom its reports call so, where that is one by far; else all who are called so are
one. Who does and suffers the same as another is that one. Across stories nothing unnamed is one.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from variorum.links.referent_calls import Calls, clear_winner, gather_calls
from variorum.links.referent_deeds import join_by_deeds
from variorum.schema.annotations import ANYONE, VOICE, Annotations, EntityMention, ReferentMention
from variorum.schema.linked import ChainKey, Entity, LinkedEntities, LinkedReferents, Referent
from variorum.schema.names import fold
from variorum.schema.nouns import same_noun, singular_noun

RULE = "referents.v1"
UNNAMED = "unnamed:"
_COMPARED = frozenset({"person", "organization", "government", "armed_group"})


@dataclass(slots=True)
class Unnamed:
    """A chain without an entity of its own name: nouns (comparable singulars), names, and whether it is of several.

    anyone: described with an indefinite article. capitals: nouns as written with a capital. proper: names within the words for it.
    """

    key: ChainKey
    heads: Counter[str] = field(default_factory=Counter)
    names: Counter[str] = field(default_factory=Counter)
    capitals: list[str] = field(default_factory=list)
    proper: set[str] = field(default_factory=set)
    plural: bool = False
    anyone: bool = False
    female: bool | None = None

    @property
    def head(self) -> str:
        """The most frequent noun."""
        return min(self.heads, key=lambda noun: (-self.heads[noun], noun))


def link_referents(
    annotations: Sequence[Annotations], entities: LinkedEntities, story_of: Mapping[str, int]
) -> LinkedReferents:
    """Give every chain that has no named entity the id of one, or the key of a cluster of its own.

    Args:
        story_of: the story of each report.

    Returns:
        What each chain is, with a score and the evidence in words. Nothing depends on the order of reports. Time grows
        with the number of mentions, and within a story with that of its unnamed by that of its people.
    """
    lone = _lone(entities, annotations)
    stories: dict[int, list[Annotations]] = {}
    for own in sorted(annotations, key=lambda a: a.report_id):
        stories.setdefault(story_of[own.report_id], []).append(own)
    everywhere = gather_calls(annotations, entities, lone)
    found: dict[ChainKey, Referent] = {}
    for number in sorted(stories):
        reports = stories[number]
        calls = gather_calls(reports, entities, lone)
        story = min(own.report_id for own in reports)
        for own in reports:
            present = {i for m in own.entities for i in entities.of_chain.get((own.report_id, m.chain), ())}
            for unnamed in _unnamed(own, entities, lone):
                found[unnamed.key] = _resolve(unnamed, story, calls, everywhere, present)
        found |= join_by_deeds(reports, entities, found)
    return LinkedReferents(of_chain=found)


def _lone(entities: LinkedEntities, annotations: Sequence[Annotations]) -> frozenset[ChainKey]:
    """Chains of described entities that one report has by itself: to be compared within a story."""
    voices = {(own.report_id, m.chain) for own in annotations for m in own.entities if VOICE in m.external_ids}
    unnamed = [e for e in entities.entities if not e.names and not e.country]
    found = [e for e in unnamed if e.kind in _COMPARED or not voices.isdisjoint(e.chains)]
    return frozenset(e.chains[0] for e in found if len({report for report, _ in e.chains}) == 1 and not _fights(e))


def _fights(entity: Entity) -> bool:
    """Forces of nobody are either side's: two reports that name none need not mean the same."""
    return entity.kind == "armed_group" and same_noun(singular_noun(fold(entity.name).split()[-1])) != "police"


def _unnamed(own: Annotations, entities: LinkedEntities, lone: frozenset[ChainKey]) -> Iterator[Unnamed]:
    found: dict[int, Unnamed] = {}
    for mention in own.entities:
        key = (own.report_id, mention.chain)
        if key in lone and mention.form == "description":
            chain = found.setdefault(mention.chain, Unnamed(key))
            chain.heads[same_noun(singular_noun(fold(mention.name).split()[-1]))] += 1
            chain.plural |= _is_several(mention)
            chain.anyone |= ANYONE in mention.external_ids
    for referent in own.referents:
        key = (own.report_id, referent.chain)
        if key in entities.of_chain and key not in lone:
            continue
        chain = found.setdefault(referent.chain, Unnamed(key))
        chain.female = referent.female if chain.female is None else chain.female
        if referent.form == "name":
            chain.names[fold(referent.name).removeprefix("the ")] += 1
        elif referent.head:
            chain.heads[same_noun(referent.head)] += 1
            chain.plural |= referent.plural
            chain.capitals += [fold(referent.name)] if referent.name[0].isupper() else []
            chain.proper |= _proper(referent)
    yield from (found[number] for number in sorted(found))


def _is_several(mention: EntityMention) -> bool:
    """Does a description mean several? A voice shows it by its noun ("unions said"), forces and governments are many."""
    noun = fold(mention.name).split()[-1]
    if VOICE in mention.external_ids and mention.kind == "organization":
        return singular_noun(noun) != noun
    return mention.kind != "person"


def _proper(referent: ReferentMention) -> set[str]:
    """Names within the words for a place or body: "the Karsk region" is no other region."""
    words = referent.name.split()
    if referent.kind == "person" or len(words) < 2 or all(word[0].isupper() for word in words):
        return set()
    return {fold(word) for word in words[:-1] if word[0].isupper()}


def _resolve(unnamed: Unnamed, story: str, calls: Calls, everywhere: Calls, present: set[str]) -> Referent:
    if unnamed.names:
        return _by_name(unnamed, story, calls, everywhere)
    for name in unnamed.capitals:
        known = calls.by_name.get(name) or calls.by_tail.get(name)
        if known:
            return Referent(target=_first(known), score=0.7, why=f"the name {name} in this story")
        if calls.loose[name] > 1:
            return Referent(target=_loose(name, story), score=0.7, why=f"the name {name} in this story")
    if not unnamed.heads or unnamed.anyone:
        return Referent(target=f"{UNNAMED}{unnamed.key[0]}#{unnamed.key[1]}", score=1.0, why="")
    called = calls.by_head.get((unnamed.head, unnamed.plural), Counter())
    known = Counter({entity: n for entity, n in called.items() if _may_be(unnamed, entity, calls)})
    here = Counter({entity: n for entity, n in known.items() if entity in present})
    best = clear_winner(here or known)
    if best is not None and (not unnamed.proper or unnamed.proper & calls.words.get(best, set())):
        n = (here or known)[best]
        return Referent(target=best, score=0.7, why=f"reports of this story call it {unnamed.head} ({n})")
    several = "several" if unnamed.plural else "one"
    why = f"the noun {unnamed.head} in reports of one story"
    return Referent(target=f"{UNNAMED}{story}:{unnamed.head}:{several}", score=0.6, why=why)


def _may_be(unnamed: Unnamed, entity: str, calls: Calls) -> bool:
    """Does no gender speak against it?"""
    return unnamed.female is None or calls.female.get(entity, unnamed.female) == unnamed.female


def _by_name(unnamed: Unnamed, story: str, calls: Calls, everywhere: Calls) -> Referent:
    name = min(unnamed.names, key=lambda n: (-unnamed.names[n], n))
    whole = " " in name
    for known in (calls.by_name.get(name), calls.by_tail.get(name), everywhere.by_name.get(name) if whole else None):
        if known:
            return Referent(target=_first(known), score=0.8, why=f"the name {name}")
    first = clear_winner(calls.by_first.get(name, Counter()))
    if first is not None:
        return Referent(target=first, score=0.7, why=f"the first name {name} in this story")
    return Referent(target=_loose(name, story), score=0.8, why=f"the name {name}")


def _loose(name: str, story: str) -> str:
    """The key of a name that is no entity's: of several words it holds everywhere, of one within a story."""
    return f"{UNNAMED}{'' if ' ' in name else story}:{name}"


def _first(tally: Counter[str]) -> str:
    return min(tally, key=lambda target: (-tally[target], target))
