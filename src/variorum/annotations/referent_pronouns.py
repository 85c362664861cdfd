"""Pronouns that no named entity took: relative ones by syntax, others by what is salient and agrees.

Source: agreement and salience as in Lappin and Leass (1994), without weights.
"""

from collections.abc import Iterator, Sequence

from variorum.annotations.referent_cast import HE, SHE, SUBJECTS, Cast, Thing, most_salient

_RELATIVE = frozenset({"WP", "WDT", "WP$"})
_IT = frozenset({"it", "its", "itself"})
_THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
_PERSONAL = HE | SHE | _IT | _THEY
_BODIES = frozenset({"organization", "country", "armed_group", "government"})
_THINGS = frozenset({"place", "other"})
_BACK_IT, _BACK_THEY, _BACK_HE = 1, 2, 6


def find_pronouns(cast: Cast) -> Iterator[Thing]:
    """Find the pronouns outside of entity mentions, in text order, without their chains."""
    for token in cast.doc:
        if cast.taken[token.i] >= 0:
            continue
        word = token.lower_
        is_adverb = (token.tag_ == "WRB" and word == "where") or (token.tag_ == "RB" and word == "there")
        if token.tag_ in _RELATIVE or word in _PERSONAL or is_adverb:
            yield Thing(
                start=token.i,
                end=token.i + 1,
                root=token.i,
                sentence=cast.sentences[token.i],
                kind="person",
                form="pronoun",
                plural=word in _THEY,
                female=word in SHE if word in HE | SHE else None,
            )


def resolve_pronoun(cast: Cast, thing: Thing) -> None:
    """Give a pronoun the chain, kind and number of what it means; it keeps none where nothing fits."""
    token = cast.doc[thing.root]
    if token.tag_ in _RELATIVE or token.lower_ == "where":
        found = _antecedent(cast, thing)
    elif token.lower_ == "there":
        fits = [t for t in _within(cast, thing, _BACK_THEY) if cast.kind_of(t) == "place"]
        found = fits[-1] if fits else None
    else:
        found = most_salient(
            cast, [t for t in _agreeing(cast, thing) if not _is_own_subject(cast, t, thing)], thing.sentence
        )
    if found is not None:
        thing.chain, thing.kind = found.chain, cast.kind_of(found)
        thing.plural = thing.plural or found.plural


def is_relative(cast: Cast, thing: Thing) -> bool:
    """Is it a relative pronoun?"""
    return thing.form == "pronoun" and cast.doc[thing.root].tag_ in _RELATIVE


def _antecedent(cast: Cast, thing: Thing) -> Thing | None:
    """What the clause of a relative pronoun hangs on."""
    node = cast.doc[thing.root]
    while node.head != node and node.dep_ != "relcl":
        node = node.head
    found = cast.by_root.get(node.head.i) if node.dep_ == "relcl" else None
    return found if found is not None and found.chain >= 0 else None


def _within(cast: Cast, thing: Thing, back: int) -> list[Thing]:
    return [t for t in cast.seen if thing.sentence - t.sentence <= back]


def _agreeing(cast: Cast, thing: Thing) -> Sequence[Thing]:
    word = cast.doc[thing.root].lower_
    if word in _IT:
        near = [t for t in _within(cast, thing, _BACK_IT) if not t.plural]
        bodies = [t for t in near if cast.kind_of(t) in _BODIES]
        return bodies or [t for t in near if cast.kind_of(t) in _THINGS]
    if word in _THEY:
        near = [t for t in _within(cast, thing, _BACK_THEY) if cast.kind_of(t) != "place"]
        return [t for t in near if t.plural or cast.kind_of(t) == "organization"]
    near = [t for t in _within(cast, thing, _BACK_HE) if cast.kind_of(t) == "person" and not t.plural]
    known = [t for t in near if cast.female.get(t.chain) == thing.female and thing.sentence - t.sentence <= _BACK_THEY]
    return known or [t for t in near if cast.may_be(t, thing)]


def _is_own_subject(cast: Cast, other: Thing, thing: Thing) -> bool:
    """An object pronoun is never the subject of its own verb ("Baker met him")."""
    token, subject = cast.doc[thing.root], cast.doc[other.root]
    if token.dep_ not in ("dobj", "pobj") or token.lower_.endswith("self") or subject.dep_ not in SUBJECTS:
        return False
    verb = token.head if token.dep_ == "dobj" else token.head.head
    return other.sentence == thing.sentence and bool(subject.head == verb)
