"""What a count counts: the noun after it and the word that says what became of them (killed, wounded, deployed).

Word order first, since it is sure; the parse only where words stand between. Effects come from lexicons/figures.toml.
"""

from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from variorum.annotations.figure_fates import read_fate
from variorum.annotations.figure_numbers import load_words

_WORDS = load_words()
_NOUNS: dict[str, str] = _WORDS["effects"]["nouns"]
_STATES: dict[str, str] = _WORDS["effects"]["states"]
_TAKEN: dict[str, str] = {name: what for name, what in _WORDS["effects"]["taken"].items() if name != "verbs"}
_TOLLS = frozenset({"toll", "number", "count", "tally", "figure", "total"})
_GIVES = frozenset({"give", "put", "place", "report", "estimate", "list", "set", "cite"})
_BETWEEN = frozenset(_WORDS["between"]["words"])
_BE = frozenset(_WORDS["between"]["be"])
_HAVE = frozenset(_WORDS["between"]["have"])
_WHO = frozenset(_WORDS["between"]["who"])
_SKIP = frozenset(_WORDS["between"]["skip"])
_RISES = frozenset(_WORDS["rises"]["words"])
_LIVES = frozenset(_WORDS["effects"]["lives"]["verbs"])
_LOST = frozenset(_WORDS["effects"]["lost"]["verbs"])
_LOSSES = frozenset(_WORDS["effects"]["lost"]["nouns"])
_ACTIONS = frozenset(_WORDS["actions"]["verbs"])
_UNDONE = frozenset(_WORDS["effects"]["undone"]["verbs"])
_UNDONE_NOUNS = frozenset(_WORDS["effects"]["undone"]["nouns"])
_DONE_TO = ("dobj", "nsubj", "nsubjpass", "pobj", "prep", "conj", "dative")
_BEGIN_CLAUSES = ("after", "before", "since", "until")
"""Prepositions that may be conjunctions: "days after six monks and two nuns were killed"."""
_REACH = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What became of those counted, and the token that says so."""

    what: str
    token: Token


@cache
def verb_forms() -> dict[str, tuple[str, bool, bool]]:
    """Every form of an effect verb -> what, whether it takes an object, whether it can be a past participle."""
    effects = _WORDS["effects"]
    forms: dict[str, tuple[str, bool, bool]] = {}
    for group, object_too in (("verbs", True), ("intransitive", False)):
        for verb, what in effects[group].items():
            stem = verb.removesuffix("e")
            for form in (verb, f"{verb}s", f"{verb}es", f"{stem}ing"):
                forms[form] = (what, object_too, verb == "hurt" and form == verb)
            forms[f"{stem}ed"] = (what, object_too, True)
    for form, verb in effects["irregular"].items():
        what, object_too, _ = forms[verb]
        forms[form] = (what, object_too, not form.endswith("ing"))
    return forms


def lemma_of(token: Token) -> str:
    """The lemma in lower case; for words in capitals, which the lemmatizer does not know, the word less its plural."""
    word = token.lower_
    if token.lemma_.lower() != word:
        return token.lemma_.lower()
    if word in ("men", "women", "children", "policemen", "gunmen", "servicemen"):
        return {"children": "child"}.get(word, word[:-2] + "an")
    if not token.text.isupper() or not word.endswith("s") or word.endswith("ss"):
        return word
    return word[:-3] + "y" if word.endswith("ies") else word[:-1]


def counted_noun(doc: Doc, after: int) -> Token | None:
    """The noun that a number counts: the last of the run of words after it; None where no noun follows.

    Args:
        after: index of the first token after the number.
    """
    noun = None
    for index in range(after, min(len(doc), after + _REACH)):
        token = doc[index]
        if token.lower_ in _SKIP and noun is None:
            continue
        if token.pos_ in ("NOUN", "PROPN") and not (token.lower_ in _STATES and noun is not None):
            noun = token
        elif noun is not None or not (_describes(token) or token.text == "-"):
            break
    if noun is None or noun.lower_ in _STATES:
        return None
    return noun


def _describes(token: Token) -> bool:
    if token.pos_ == "ADJ" and token.lower_ not in _STATES:
        return True
    following = token.nbor() if token.i + 1 < len(token.doc) else None
    describing = token.tag_ in ("VBN", "VBG", "JJ", "NNP") or token.pos_ == "ADJ"
    return (
        describing
        and following is not None
        and following.pos_ in ("NOUN", "PROPN")
        and token.dep_ in ("amod", "compound")
    )


def find_effect(doc: Doc, first: int, last: int, noun: Token | None) -> Effect | None:
    """Find what became of those counted.

    Args:
        first: index of the first token of the qualifier or number.
        last: index of the last token of the number or of the noun counted.
        noun: the noun counted, if any.
    """
    if noun is not None:
        own = _effect_of_noun(noun)
        if own is not None:
            return own
    head = noun.head.head if noun is not None and noun.dep_ == "pobj" and noun.head.i >= first else noun
    joined = head is not None and (head.dep_ not in ("dobj", "pobj") or head.head.lower_ in _BEGIN_CLAUSES)
    return (
        _lost_to(doc, first, noun)
        or _before(doc, first)
        or _after(doc, last + 1, joined=joined)
        or effect_of_clause(doc, last, noun)
    )


def effect_of_clause(doc: Doc, last: int, noun: Token | None) -> Effect | None:
    """Find what a verb that stands further off does to those counted; arguments as for `find_effect`."""
    told = _by_parse(noun if noun is not None else doc[last])
    if told is not None:
        return told
    fate = read_fate(doc, last, noun)
    return Effect(what=fate[0], token=fate[1]) if fate is not None else None


def _effect_of_noun(noun: Token) -> Effect | None:
    """Read "40 deaths", "9 lives": the noun is the effect; lives only where they were claimed or lost."""
    lemma = lemma_of(noun)
    if lemma in _UNDONE_NOUNS and is_undone(find_action(noun)):
        return None
    if lemma not in _NOUNS or (lemma in ("toll", "body", "arrest") and noun.dep_ == "compound"):
        return None
    if lemma == "life":
        verb = noun.head
        lost = verb.lemma_.lower() in _LIVES or any(
            token.lower_ in ("claimed", "claiming", "lost", "cost") for token in noun.sent
        )
        return Effect(what="killed", token=noun) if lost else None
    return Effect(what=_NOUNS[lemma], token=noun)


def _before(doc: Doc, first: int) -> Effect | None:
    """Read "killing 12", "the deaths of 12", "the toll rose to 41"."""
    index = first - 1
    while index > 0 and doc[index].lower_ in ("another", "the", "all", "some", "also", "those"):
        index -= 1
    if index < 0:
        return None
    token = doc[index]
    form = verb_forms().get(token.lower_)
    if form is not None and form[1] and not _is_passive(doc, index):
        return Effect(what=form[0], token=token)
    if token.lower_ in ("of", "to", "at", "as", "by"):
        return _after_preposition(doc, token)
    if lemma_of(token) in _RISES or token.lower_ in _BE:
        return _toll_of(token)
    return None


def _lost_to(doc: Doc, first: int, noun: Token | None) -> Effect | None:
    """Read "the army lost 49 soldiers": fighters who are lost are dead; guns and seats are not."""
    if noun is None or first == 0 or doc[first - 1].lower_ not in _LOST or lemma_of(noun) not in _LOSSES:
        return None
    return Effect(what="killed", token=doc[first - 1])


def is_undone(action: Token | None) -> bool:
    """True for a verb of release, exchange or return."""
    return action is not None and action.lemma_.lower() in _UNDONE


def find_action(noun: Token) -> Token | None:
    """The word of an action that moved, took or ruined what is counted.

    Returns:
        The verb that governs the noun; the noun itself where its relative clause or participle tells the action; else None.
    """
    token = noun
    for _ in range(3):
        token, dep = token.head, token.dep_
        if token.pos_ == "VERB":
            if token.lemma_.lower() in _ACTIONS and dep in _DONE_TO:
                return token
            break
        if token.pos_ not in ("ADP", "NOUN", "NUM"):
            break
    told = any(c.dep_ in ("relcl", "acl") and c.lemma_.lower() in _ACTIONS for c in noun.children)
    return noun if told else None


def _is_passive(doc: Doc, index: int) -> bool:
    """True for "were killed", "people killed" before a count that is not theirs."""
    return (
        verb_forms()[doc[index].lower_][2]
        and index > 0
        and any(token.lower_ in _BE for token in doc[max(0, index - 2) : index])
    )


def _after_preposition(doc: Doc, preposition: Token) -> Effect | None:
    if preposition.i == 0:
        return None
    before = doc[preposition.i - 1]
    lemma = lemma_of(before)
    if preposition.lower_ == "of" and before.lower_ in ("lives", "life"):
        return Effect(what="killed", token=before)
    if lemma in _TOLLS and preposition.lower_ in ("of", "to", "at"):
        what = _what_of_toll(before)
        return Effect(what=what, token=before) if what else None
    if preposition.lower_ == "of" and before.pos_ == "NOUN" and (lemma in _NOUNS or before.lower_ in _NOUNS):
        return Effect(what=_NOUNS.get(lemma) or _NOUNS[before.lower_], token=before)
    if preposition.lower_ in ("at", "as") and preposition.head.lemma_.lower() in _GIVES:
        return _toll_given(preposition.head)
    if preposition.lower_ in ("to", "at", "by") and preposition.head.lemma_.lower() in _RISES:
        return _toll_of(preposition.head) if preposition.lower_ != "by" else None
    return None


def _toll_given(verb: Token) -> Effect | None:
    """Read "put the death toll in X at 8", "the toll was given as 12": the object, or the subject of the passive."""
    for child in verb.children:
        if child.dep_ in ("dobj", "nsubjpass") and lemma_of(child) in _TOLLS:
            what = _what_of_toll(child)
            return Effect(what=what, token=child) if what else None
    return None


def _toll_of(verb: Token) -> Effect | None:
    """Read "the death toll stands at 41": the subject of the verb says what is counted."""
    for child in verb.children:
        if child.dep_ in ("nsubj", "nsubjpass") and lemma_of(child) in _TOLLS:
            what = _what_of_toll(child)
            return Effect(what=what, token=child) if what else None
    return None


def _what_of_toll(toll: Token) -> str | None:
    """What a toll counts, by the words within it: "death toll", "the number of wounded"."""
    for token in toll.subtree:
        lemma = lemma_of(token)
        if token != toll and (lemma in _NOUNS or token.lower_ in _STATES):
            return _NOUNS.get(lemma) or _STATES[token.lower_]
        form = verb_forms().get(token.lower_)
        if form is not None and form[2] and token.dep_ == "acl":
            return form[0]
    return "killed" if lemma_of(toll) == "toll" else None


def _after(doc: Doc, start: int, *, joined: bool) -> Effect | None:
    """Read "12 were killed", "286 people from both sides were killed", "left 286 dead", "12 who died".

    With `joined` the words may go on with another count: "37 rebels and 12 soldiers were killed".
    """
    passive, active = False, False
    start = _after_brackets(doc, start)
    for index in range(start, min(len(doc), start + _REACH)):
        token = doc[index]
        word = token.lower_
        if word in _BE:
            passive = True
        elif word in _HAVE:
            active = True
        elif word in _STATES and not (active and not passive) and _ends_effect(token, passive=passive):
            return Effect(what=_STATES[word], token=token)
        elif word in _TAKEN and (index == start or passive):
            return Effect(what=_TAKEN[word], token=token)
        elif word in ("lost", "losing") and not passive:
            return _lost_lives(token)
        elif word in verb_forms():
            return _verb_after(token, passive=passive, active=active)
        elif (beside := _verb_beside(token)) is not None:
            return _verb_after(beside, passive=passive, active=active)
        elif joined and not passive and _joins(token):
            continue
        elif not _may_stand_between(token, passive=passive):
            return None
    return None


def _verb_beside(token: Token) -> Token | None:
    """The verb of an effect that a verb before it is joined to, with one subject: "40 burned or drowned"."""
    if token.pos_ != "VERB":
        return None
    joined = (t for t in token.children if t.dep_ == "conj" and t.lower_ in verb_forms())
    return next((t for t in joined if not any(c.dep_ in ("nsubj", "nsubjpass") for c in t.children)), None)


def _after_brackets(doc: Doc, start: int) -> int:
    """Where words go on after brackets that break a count up: "six monks (four Thai and two Lao) were killed"."""
    if start >= len(doc) or doc[start].text != "(":
        return start
    return next((i + 1 for i in range(start, min(len(doc), start + 2 * _REACH)) if doc[i].text == ")"), start)


def _joins(token: Token) -> bool:
    """True for the "and" and the number of a second noun: "rebels and 12 soldiers"."""
    if token.i + 1 >= len(token.doc):
        return False
    following = token.nbor()
    if token.like_num:
        return following.pos_ in ("NOUN", "ADJ", "PROPN") and following.lower_ not in _STATES
    if token.lower_ != "and":
        return False
    return following.pos_ in ("NOUN", "ADJ") or (following.like_num and _joins(following))


def _lost_lives(verb: Token) -> Effect | None:
    """Read "300 people lost their lives"."""
    near = verb.doc[verb.i + 1 : verb.i + 4]
    return next((Effect(what="killed", token=token) for token in near if token.lower_ in ("life", "lives")), None)


def _verb_after(token: Token, *, passive: bool, active: bool) -> Effect | None:
    what, takes_object, participle = verb_forms()[token.lower_]
    if not takes_object:
        return Effect(what=what, token=token) if not passive else None
    if not participle or (active and not passive) or not _ends_effect(token, passive=passive):
        return None
    return Effect(what=what, token=token)


def _ends_effect(token: Token, *, passive: bool) -> bool:
    """False for "12 soldiers killed two rebels" and "12 wounded soldiers": the word governs what follows it."""
    if passive or token.i + 1 >= len(token.doc):
        return True
    if any(child.dep_ in ("dobj", "ccomp") for child in token.children):
        return False
    following = token.nbor()
    if following.lower_ in ("and", "or", "in", "on", "by", "at", "when", "after", "during", "as", "since"):
        return True
    return following.pos_ not in ("DET", "NOUN", "PROPN", "PRON", "ADJ") or following.like_num


def _may_stand_between(token: Token, *, passive: bool) -> bool:
    word = token.lower_
    if word == "to":
        return not passive and token.i + 1 < len(token.doc) and token.nbor().lower_ == "flee"
    if word in _BETWEEN or word in _WHO or (word in ("taken", "held") and passive):
        return True
    if passive:
        return token.pos_ == "ADV"
    return token.pos_ in ("ADP", "DET", "ADJ", "NOUN", "PROPN", "ADV", "AUX", "PRON") and word not in (
        "as",
        "while",
        "when",
    )


def _by_parse(token: Token) -> Effect | None:
    for _ in range(4):
        head, dep = token.head, token.dep_
        form = verb_forms().get(head.lower_)
        if form is not None and _suffers(dep, object_too=form[1]):
            return Effect(what=form[0], token=head)
        if head == token or dep not in ("conj", "nummod", "appos", "quantmod"):
            return None
        token = head
    return None


def _suffers(dep: str, *, object_too: bool) -> bool:
    if dep == "nsubjpass":
        return object_too
    if dep == "dobj":
        return object_too
    return dep == "nsubj" and not object_too
