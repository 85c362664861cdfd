"""Which nouns and pronouns of one report are one thing with a named one, or with each other.

Source: from the surest to the least sure, after the sieves of Lee et al. (2013): apposition, title and predicate; the
same head with modifiers that fit; what a definite noun can mean; pronouns by what is salient.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from variorum.annotations.referent_cast import SUBJECTS, Cast, Thing, children, lower_words, most_salient
from variorum.annotations.referent_counts import add_counted
from variorum.annotations.referent_names import find_loose_names
from variorum.annotations.referent_nouns import find_nouns
from variorum.annotations.referent_pronouns import find_pronouns, is_relative, resolve_pronoun
from variorum.schema.annotations import Deed, EntityMention, FigureMention, ReferentMention
from variorum.schema.reports import Span

_FITS = {
    "person": frozenset({"person"}),
    "organization": frozenset({"organization", "armed_group", "government", "country"}),
    "place": frozenset({"place", "country"}),
    "other": frozenset({"person", "other"}),
}
_STATES = frozenset({"country", "nation"})
_OTHERS = frozenset(
    "other another second third fellow former new different last next first two three four five".split()
)
_BACK = 4
_BEFORE = 5
_OLDEST = 120
_CLOSES = frozenset({",", ".", ";", "and"})


def find_referents(
    doc: Doc, entities: Sequence[EntityMention], figures: Sequence[FigureMention] = ()
) -> tuple[tuple[ReferentMention, ...], tuple[Deed, ...]]:
    """Find what one report refers to without a name, and what is done by and to whom.

    Returns:
        Mentions in text order, chains numbered on from those of the entities; and deeds, sorted.
    """
    if not len(doc):
        return (), ()
    cast = Cast(doc, entities)
    things = _resolve(cast, figures)
    return tuple(_emit(cast, things)), tuple(sorted(_deeds(cast, things), key=lambda d: (d.chain, d.verb, d.side)))


def _resolve(cast: Cast, figures: Sequence[FigureMention]) -> list[Thing]:
    names = list(find_loose_names(cast))
    taken = [index >= 0 for index in cast.taken]
    for name in names:
        taken[name.start : name.end] = [True] * (name.end - name.start)
    _number_names(cast, names)
    nouns = add_counted(cast, list(find_nouns(cast, taken)), figures, taken)
    things = sorted([*cast.named, *nouns, *names], key=lambda t: t.start)
    for thing in things:
        cast.by_root.setdefault(thing.root, thing)
    for noun in nouns:
        _join_syntax(cast, noun)
    things = sorted([*things, *find_pronouns(cast)], key=lambda t: t.start)
    for thing in things:
        if thing.chain < 0:
            resolve_pronoun(cast, thing) if thing.form == "pronoun" else _resolve_noun(cast, thing)
        if thing.chain >= 0:
            cast.tell(thing)
    return things


def _number_names(cast: Cast, names: Sequence[Thing]) -> None:
    """One chain for one unknown name."""
    chains: dict[str, int] = {}
    for name in sorted(names, key=lambda n: n.start):
        if name.chain < 0:
            key = cast.doc[name.start : name.end].text.casefold()
            if key not in chains:
                chains[key] = cast.open_chain(name.kind)
            name.chain = chains[key]


def _join_syntax(cast: Cast, noun: Thing) -> None:
    """A title before a name, an apposition and a predicate are what they are joined with."""
    for other in _joined(cast, noun):
        if (
            other.chain >= 0
            and other.kind in _FITS[noun.kind]
            and other.plural == noun.plural
            and other.form != "group"
        ):
            noun.chain = other.chain
            return


def _joined(cast: Cast, noun: Thing) -> Iterator[Thing]:
    token, end = cast.doc[noun.root], noun.root + 1
    after = cast.taken[end] if end < len(cast.doc) else -1
    if after >= 0 and not noun.plural and cast.sentences[end] == noun.sentence and cast.taken[token.head.i] == after:
        yield cast.named[after]
    beside = [token.head] if token.dep_ == "appos" else []
    beside += children(token, "appos")
    if token.dep_ == "attr" and token.head.lemma_ == "be" and not children(token.head, "neg"):
        beside += children(token.head, *SUBJECTS)
    yield from (cast.by_root[other.i] for other in beside if other.i in cast.by_root)


def _resolve_noun(cast: Cast, noun: Thing) -> None:
    same = next((t for t in reversed(cast.seen) if t.head == noun.head and _agree(t, noun)), None)
    if same is None and noun.determiner == "definite" and not noun.plural and not noun.of:
        same = _meant(cast, noun)
    noun.chain = same.chain if same is not None else cast.open_chain(noun.kind)


def _agree(one: Thing, two: Thing) -> bool:
    """Can two mentions of one head be the same: of one number, age, order and proper name, not both new in one sentence?"""
    if one.form == "pronoun" or one.plural != two.plural:
        return False
    if two.determiner == "indefinite" and one.sentence == two.sentence:
        return False
    if one.modifiers & _OTHERS != two.modifiers & _OTHERS and two.modifiers & _OTHERS:
        return False
    if two.kind != "person" and one.proper and two.proper and not one.proper & two.proper:
        return False
    ages = [{word for word in thing.modifiers if word[0].isdigit()} for thing in (one, two)]
    return ages[0] == ages[1] or not all(ages)


def _meant(cast: Cast, noun: Thing) -> Thing | None:
    """Whom or what a definite noun means that the report has not called so before."""
    if noun.head in _STATES:
        return _main_country(cast)
    near = [t for t in cast.seen if noun.sentence - t.sentence <= _BACK]
    if noun.kind == "person":
        fits = [t for t in near if not t.plural and t.sentence < noun.sentence and cast.kind_of(t) == "person"]
        return most_salient(cast, [t for t in fits if cast.may_be(t, noun)], noun.sentence)
    if noun.kind == "organization":
        fits = [t for t in near if t.form == "name" and cast.kind_of(t) in ("organization", "armed_group")]
        return most_salient(cast, fits, -1)
    return None


def _main_country(cast: Cast) -> Thing | None:
    states = [t for t in cast.seen if t.form == "name" and cast.kind_of(t) == "country"]
    tally = Counter(t.chain for t in states)
    return min(states, key=lambda t: (-tally[t.chain], t.chain), default=None)


def _emit(cast: Cast, things: Sequence[Thing]) -> Iterator[ReferentMention]:
    for thing in things:
        if thing.entity >= 0 or thing.chain < 0:
            continue
        words = cast.doc[thing.start : thing.end]
        yield ReferentMention(
            span=Span(start=words.start_char, end=words.end_char),
            kind=thing.kind,
            form=thing.form,
            name=words.text,
            chain=thing.chain,
            head=thing.head,
            plural=thing.plural,
            female=cast.female.get(thing.chain),
        )


def _deeds(cast: Cast, things: Sequence[Thing]) -> set[Deed]:
    found = set()
    for thing in things:
        if thing.chain >= 0 and not is_relative(cast, thing):
            found |= {Deed(chain=thing.chain, verb=verb, side=side) for verb, side in _sides(cast, thing)}
            found |= {Deed(chain=thing.chain, verb=age, side="aged") for age in _ages(cast, thing)}
    return found


def _ages(cast: Cast, thing: Thing) -> Iterator[str]:
    """How old somebody is said to be: "Baker, 34," or "a 34-year-old driver"."""
    doc, end = cast.doc, thing.end
    if cast.kind_of(thing) != "person":
        return
    if end + 2 < len(doc) and doc[end].text == "," and doc[end + 2].text in _CLOSES and _is_age(doc[end + 1].text):
        yield doc[end + 1].text
    for i in range(max(0, thing.start - _BEFORE), thing.end - 1):
        if _is_age(doc[i].text) and lower_words(doc, i + 1, i + 4).replace(" ", "").startswith("-year-old"):
            yield doc[i].text


def _is_age(word: str) -> bool:
    return word.isascii() and word.isdigit() and int(word) <= _OLDEST


def _sides(cast: Cast, thing: Thing) -> Iterator[tuple[str, str]]:
    """Verbs that a thing is the doer or the sufferer of: as subject, object, agent, or before a participle."""
    token = cast.doc[thing.root]
    verb = token.head
    if token.dep_ == "pobj" and verb.dep_ == "agent":
        yield verb.head.lemma_.casefold(), "does"
    elif verb.pos_ == "VERB" and token.dep_ == "nsubj":
        yield verb.lemma_.casefold(), "does"
    elif verb.pos_ == "VERB" and token.dep_ in ("dobj", "nsubjpass", "dative"):
        yield verb.lemma_.casefold(), "suffers"
    for participle in children(token, "acl"):
        if participle.tag_ in ("VBN", "VBG"):
            yield participle.lemma_.casefold(), "suffers" if participle.tag_ == "VBN" else "does"
