"""Words of one report that may be for a concept: names and descriptions, each with what it is or what its noun means."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from variorum.schema.annotations import Annotations, EntityMention, ReferentMention
from variorum.schema.lexicons import read_lexicon, split_entries
from variorum.schema.linked import LinkedEntities, LinkedReferents
from variorum.schema.names import fold
from variorum.schema.nouns import same_noun, singular_noun, thing_of
from variorum.schema.reports import Span

_MEMBERS = frozenset(
    "group member activist protester supporter leader organizer organiser lawmaker fighter militant official "
    "authority authorities movement party senator republican democrat".split()
)
_LANDS = frozenset({"country", "nation", "state"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ConceptMention:
    """Words of a report for a concept.

    target: the id of an entity, else a noun that stands for all that name the same in a story.
    named: whether the target is an entity that some report names. head: the noun of a description, empty for names.
    mark: the word beside the noun that tells a lot of people by itself ("undocumented"), else empty.
    """

    span: Span
    target: str
    kind: str
    named: bool
    head: str = ""
    mark: str = ""


class Known:
    """What linking knows, for looking up chains.

    nameless: entities that are only described; stateless: those of no country. outlets: news agencies.
    by_name: the one entity that has a name of several words, however it is written.
    """

    def __init__(self, entities: LinkedEntities, referents: LinkedReferents) -> None:
        self.entities, self.referents = entities, referents
        self.nameless = {e.entity_id for e in entities.entities if not e.names}
        self.stateless = {e.entity_id for e in entities.entities if not e.names and not e.country}
        agencies = agency_names()
        self.outlets = {
            e.entity_id for e in entities.entities if {fold(e.name), *(fold(n) for n, _ in e.names)} & agencies
        }
        holders: dict[str, set[str]] = {}
        for entity in entities.entities:
            for name, _ in entity.names:
                holders.setdefault(fold(name).removeprefix("the "), set()).add(entity.entity_id)
        self.by_name = {name: min(ids) for name, ids in holders.items() if len(ids) == 1 and " " in name}


@cache
def agency_names() -> frozenset[str]:
    """Names and marks of news agencies, folded: they are where reports are from, not what they are about."""
    listed = read_lexicon("agencies")["agency"]
    return frozenset(fold(word) for entry in listed for word in (entry["name"], *entry["marks"]))


@cache
def _people() -> dict[str, str]:
    groups = [split_entries(group) for group in read_lexicon("things")["people"]["groups"]]
    return {noun: group[0] for group in groups for noun in group}


@cache
def _listed(section: str, name: str) -> frozenset[str]:
    return frozenset(split_entries(read_lexicon("things")[section][name]))


def is_loose(head: str) -> bool:
    """True of a noun that says only of what sort a thing is ("document")."""
    return head in _listed("loose", "words")


def find_words(own: Annotations, known: Known) -> list[ConceptMention]:
    """Find them in text order; members of a body that stands in their description count as the body."""
    adjectives = {m.span for m in own.modifiers}
    named = [m for mention in own.entities if (m := _of_entity(own, mention, known)) is not None]
    others = [m for r in own.referents if (m := _of_referent(own, r, known, adjectives)) is not None]
    found = {*named, *(_as_member(m, named) for m in others)}
    idle = {m.span for m in own.modifiers if any(f.span.covers(m.noun) for f in found)}
    kept = [m for m in found if m.span not in idle]
    return sorted(kept, key=lambda m: (m.span.start, -m.span.end, m.target))


def _of_entity(own: Annotations, mention: EntityMention, known: Known) -> ConceptMention | None:
    ids = known.entities.of_chain.get((own.report_id, mention.chain), ())
    adjective = mention.sense == "adjective" or (mention.form == "demonym" and mention.kind == "country")
    if len(ids) != 1 or mention.form in ("pronoun", "group") or adjective or ids[0] in known.outlets:
        return None
    start = mention.titles.start if mention.titles else mention.span.start
    head = "" if mention.form != "description" else singular_noun(fold(mention.name).split()[-1])
    span = Span(start=start, end=mention.span.end)
    return _mention(span, ids[0], mention.kind, head=head, words=mention.name, known=known)


def _of_referent(
    own: Annotations, referent: ReferentMention, known: Known, adjectives: set[Span]
) -> ConceptMention | None:
    ids = known.entities.of_chain.get((own.report_id, referent.chain), ())
    found = known.referents.of_chain.get((own.report_id, referent.chain))
    target = ids[0] if len(ids) == 1 else found.target if found is not None else None
    if target is None or referent.form == "pronoun" or any(t.span.overlaps(referent.span) for t in own.times):
        return None
    if referent.form == "name" and referent.kind == "other" and referent.span in adjectives:
        return None
    return _mention(referent.span, target, referent.kind, head=referent.head, words=referent.name, known=known)


def _mention(span: Span, target: str, kind: str, *, head: str, words: str, known: Known) -> ConceptMention | None:
    called = _called(words, head, known)
    if called is not None:
        return ConceptMention(span=span, target=called, kind="organization", named=True)
    if target in known.nameless and target not in known.stateless and head in _people():
        return ConceptMention(span=span, target=f"{target}:{_people()[head]}", kind=kind, named=True, head=head)
    named = not target.startswith("unnamed:") and target not in known.stateless
    if named or not head:
        return (
            None
            if named and head in _LANDS
            else ConceptMention(span=span, target=target, kind=kind, named=named, head=head)
        )
    mark = next((word for word in fold(words).split() if word in _listed("people", "marks")), "")
    noun = _noun(kind, head)
    if noun is None or (head in _listed("people", "anybody") and not mark):
        return None
    return ConceptMention(span=span, target=f"unnamed:{noun}", kind=kind, named=False, head=head, mark=mark)


def _called(words: str, head: str, known: Known) -> str | None:
    """The entity whose name a description is in small letters, or begins with before a noun for its members."""
    said = fold(words).removeprefix("the ")
    if head in _MEMBERS and said not in known.by_name:
        said = said.rpartition(" ")[0]
    return known.by_name.get(said) if head else None


def _noun(kind: str, head: str) -> str | None:
    """The noun that stands for a description's; None where it names neither people, body, place nor thing."""
    if kind == "other":
        return thing_of(head)
    return _people().get(head) or same_noun(head)


def _as_member(mention: ConceptMention, named: Sequence[ConceptMention]) -> ConceptMention:
    """Members of a body that stands in their description as the body ("Velmar Union activists")."""
    if mention.head not in _MEMBERS or mention.named:
        return mention
    inner = next(_bodies_in(mention, named), None)
    return (
        mention
        if inner is None
        else ConceptMention(span=mention.span, target=inner.target, kind=inner.kind, named=True)
    )


def _bodies_in(mention: ConceptMention, named: Sequence[ConceptMention]) -> Iterator[ConceptMention]:
    for other in named:
        inside = other.span != mention.span and mention.span.covers(other.span)
        if inside and not other.head and other.kind in ("organization", "armed_group", "people"):
            yield other
