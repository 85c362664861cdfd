"""Who is said to be killed or hurt: the noun phrases that a word of effect governs, with all that is joined to them.

A count knows its effect by `figure_effects`; here the parse is read from the effect's side, so that what stands without
a number ("a nurse", "Ada Blom") is seen beside what has one.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from variorum.annotations import syntax
from variorum.annotations.figure_effects import lemma_of, verb_forms
from variorum.annotations.figure_numbers import load_words

EFFECTS = ("killed", "wounded")
"""Effects of which a single victim is a figure."""

_WORDS = load_words()
_NOUNS: dict[str, str] = _WORDS["effects"]["nouns"]
_STATES: dict[str, str] = _WORDS["effects"]["states"]
_TO_DEATH = frozenset(_WORDS["effects"]["to_death"]["verbs"])
_KINDS = [word for words in _WORDS["kinds"].values() for word in words]
_PERSONS = frozenset(
    [
        *_WORDS["people"]["words"],
        *_WORDS["troops"]["words"],
        *_WORDS["of_whom"]["words"],
        *_WORDS["persons"]["words"],
        *_KINDS,
    ]
)
_EFFECT_WORDS = (
    *(word for word, form in verb_forms().items() if form[0] in EFFECTS),
    *(word for words in (_NOUNS, _STATES) for word, what in words.items() if what in EFFECTS),
    *_TO_DEATH,
)
_VIOLENCE = frozenset(_WORDS["violence"]["words"])
_MAY_BE_NATURAL = frozenset(_WORDS["violence"]["natural"])
_NAMED = ("PERSON", "ORG", "NORP", "WORK_OF_ART", "FAC", "")
"""Labels that the parser gives to persons' names; states, places and times suffer no murder."""
_LEFT = frozenset({"leave", "find", "shoot"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Victims:
    """Who suffers an effect by one word: heads of the noun phrases that are joined, in text order."""

    what: str
    governor: Token
    heads: tuple[Token, ...]


def find_victims(doc: Doc) -> Iterator[Victims]:
    """Find the victims of every word of killing or wounding, in text order of those words."""
    for token in _candidates(doc):
        what = _effect_of(token)
        first = _suffering(token) if what in EFFECTS else []
        if token.lower_ in _MAY_BE_NATURAL and not _is_violent(token):
            first = [t for t in first if not is_single(t)]
        if len(first) > 1 and not any(t.lower_ == "and" for t in doc[first[0].i : first[-1].i]):
            first = first[-1:]
        if first:
            heads = [head for one in first for head in _joined(one, listed=len(first) > 1)]
            yield Victims(what=what or "", governor=token, heads=tuple(dict.fromkeys(heads)))


def _joined(head: Token, *, listed: bool) -> list[Token]:
    """A noun with all that is joined to it; a list may be parsed as an apposition: "Ada Blom, her son and two guards".

    Args:
        listed: other subjects of the same word follow, so that an apposition with an owner is one more of the list.
    """
    found = syntax.conjuncts(head)
    if len(found) > 1 or head.tag_ not in ("NN", "NNP"):
        return found
    for child in syntax.children_of(head, "appos"):
        owned = bool(syntax.children_of(child, "poss"))
        joins = child.tag_ == "NNP" or owned or syntax.children_of(child, "nummod")
        if (joins and syntax.children_of(child, "conj")) or (listed and owned):
            return [head, *syntax.conjuncts(child)]
    return found


def _candidates(doc: Doc) -> Iterator[Token]:
    """Tokens whose word or lemma may tell of an effect, by spaCy's hashes: most texts have few."""
    words, lemmas = (doc.to_array(name).tolist() for name in ("LOWER", "LEMMA"))
    told = {doc.vocab.strings[word] for word in _EFFECT_WORDS}
    return (doc[i] for i in range(len(doc)) if words[i] in told or lemmas[i] in told)


def _is_violent(token: Token) -> bool:
    """True where the sentence, or the one before, tells of violence: a death by itself may be a natural one."""
    start = token.sent.start
    before = token.doc[start - 1].sent.start if start else start
    return any(t.lemma_.lower() in _VIOLENCE or t.lower_ in _VIOLENCE for t in token.doc[before : token.sent.end])


def _effect_of(token: Token) -> str | None:
    form = verb_forms().get(token.lower_)
    if token.pos_ == "VERB":
        if form is not None:
            return form[0]
        return "killed" if token.lemma_.lower() in _TO_DEATH and _to_death(token) else None
    if token.pos_ == "NOUN":
        return _NOUNS.get(lemma_of(token))
    return _STATES.get(token.lower_) if token.pos_ == "ADJ" else None


def _to_death(verb: Token) -> bool:
    """True for "shot to death", "shot dead", "blown to pieces", "gunned down"."""
    if verb.lemma_.lower() in ("gun", "mow"):
        return any(t.lower_ == "down" for t in verb.children)
    ends = {obj.lower_ for _, obj in syntax.prepositional(verb, "to")}
    return bool(ends & {"death", "pieces"}) or any(t.lower_ == "dead" for t in verb.children)


def _suffering(token: Token) -> list[Token]:
    """The first of those that an effect is said of."""
    if token.pos_ == "NOUN":
        return _of_noun(token)
    if token.pos_ == "ADJ":
        return _of_state(token)
    form = verb_forms().get(token.lower_)
    if form is not None and not form[1]:
        return syntax.subjects(token)
    if syntax.is_passive(token):
        return [t for t in syntax.subjects(token) if t.i < token.i]
    if token.dep_ == "amod":
        return [token.head] if token.tag_ == "VBN" else []
    return syntax.objects(token)


def _of_noun(noun: Token) -> list[Token]:
    """Read "the murder of X", "X's death", "the bodies of X"."""
    if noun.dep_ in ("compound", "nmod"):
        return []
    of = [obj for _, obj in syntax.prepositional(noun, "of") if obj.i > noun.i]
    return of[:1] or [t for t in syntax.children_of(noun, "poss") if t.pos_ != "PRON"]


def _of_state(state: Token) -> list[Token]:
    """Read "left X dead", "X is dead"; not "dead soldiers", whose count is another's."""
    head = state.head
    if head.lemma_.lower() not in (*_LEFT, "be"):
        return []
    own = [t for t in state.children if t.dep_ in ("nsubj", "nsubjpass")]
    if own:
        return own
    if head.lemma_.lower() == "be":
        return syntax.subjects(head)
    return syntax.subjects(head) if syntax.is_passive(head) else syntax.objects(head)


def is_single(head: Token) -> bool:
    """True of one person: a singular noun for a person with no number, or a person's name."""
    if head.lower_ == "one":
        return bool(syntax.prepositional(head, "of"))
    if head.tag_ == "NNP":
        return head.ent_type_ in _NAMED and head.text[1:].islower() and not _is_dateline(head)
    if head.tag_ != "NN" or lemma_of(head) not in _PERSONS:
        return False
    return not any(t.lower_ in ("no", "any", "every", "each", "which") for t in head.children)


def _is_dateline(name: Token) -> bool:
    """True for "Goma -- three people were hurt"."""
    return name.i + 1 < len(name.doc) and name.nbor().text in ("--", "–", "—")


def is_new(head: Token) -> bool:
    """True of a victim brought in by "a" or "another": each is somebody else."""
    return any(t.lower_ in ("a", "an", "another") for t in syntax.children_of(head, "det"))


def points_back(head: Token) -> bool:
    """True of "the judge", "the young clerk" with nothing that says which: where a victim was told, it is that one."""
    if head.tag_ != "NN" or not any(t.lower_ in ("the", "this") for t in syntax.children_of(head, "det")):
        return False
    return not any(t.tag_ == "NNP" or t.dep_ in ("prep", "relcl", "poss", "appos", "compound") for t in head.children)
