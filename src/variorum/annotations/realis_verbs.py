"""The realis that a verb's own clause shows: conditions, negation, modals, adverbs, tense, and who vouches for it."""

from spacy.tokens import Token

from variorum.annotations import syntax
from variorum.annotations.realis_cues import (
    FINITE,
    HAPPENED,
    NOMINAL,
    PRESENT,
    VERBAL,
    Read,
    Reading,
    auxiliaries_of,
    compose,
    lemma_of,
    load_cues,
)
from variorum.annotations.realis_coming import FUTURE
from variorum.annotations.realis_nonfinite import read_nonfinite
from variorum.annotations.realis_tense import first_conjunct, is_timetabled, read_tense


MODALS = frozenset({"could", "would", "may", "might", "should", "can", "must", "ought", "'d", "’d", "ca"})
OPEN_MODALS = frozenset({"may", "might", "should", "must", "ought"})
"""Modals that stay open under negation: what "may not" come may come; what "cannot" come does not."""

UNTIL = frozenset({"until", "till", "once", "when", "before", "after", "as", "while", "where"})
"""Conjunctions of time, whose present tense is as much to come as the clause above."""

SENSES = frozenset({"see", "hear", "feel", "smell"})
"""Verbs that "could" tells of as done: who could hear shots heard them."""

FORETELLING = frozenset(
    {"announcement", "statement", "assurance", "news", "agreement", "word", "confirmation", "forecast"}
)
"""Nouns whose "that it would" tells of what is to come."""

OPEN_WORDS = frozenset({"a", "an", "any", "such", "no"})
"""Words before a noun that singles out none: what it "would" do is only thought of."""

ANNOUNCING = frozenset(
    {"announce", "promise", "pledge", "decide", "confirm", "order", "decree", "agree", "reveal", "disclose"}
)
"""Verbs after which "a committee would" is a plan."""

NOT_ONLY = frozenset({"only", "just", "merely", "simply", "least"})


def read_verb(verb: Token, read: Read, *, headline: bool) -> Reading:
    """Read the realis of what a verb tells.

    Args:
        read: reads what governs it, where that has a say.
        headline: the sentence is a title, whose present tense tells what happened.
    """
    for find in (_condition, _imperative, _negated, _question):
        found = find(verb)
        if found is not None and not (headline and find is _imperative):
            return found
    usual = _adverb(verb)
    open_still = usual if usual is not None and usual[0] == "habitual" else _modal(verb) or usual
    if open_still is not None:
        return _in_clause(verb, open_still, read)
    if not is_finite(verb):
        return read_nonfinite(verb, read, headline=headline)
    return _in_clause(verb, read_tense(verb, headline=headline), read)


def is_finite(verb: Token) -> bool:
    """True for a verb with a tense of its own or of an auxiliary; not for participles that follow a noun."""
    if any(t.tag_ in FINITE for t in verb.children if t.dep_ in ("aux", "auxpass")):
        return True
    bare = verb.dep_ in ("acl", "amod") and not syntax.children_of(verb, *syntax.SUBJECTS, "mark")
    return verb.tag_ in PRESENT or (verb.tag_ == "VBD" and not bare)


def _condition(verb: Token) -> Reading | None:
    """ "If X attacks, Y will respond": both are only thought of."""
    cues = load_cues().subordinators
    for node in (verb, *(a for a in syntax.ancestors(verb) if a.pos_ in VERBAL)):
        for mark in syntax.children_of(node, "mark", "advmod"):
            if mark.lower_ in cues:
                return "hypothetical", mark
        if node.dep_ not in ("xcomp", "conj") or (node.dep_ == "conj" and syntax.children_of(node, *syntax.SUBJECTS)):
            break
    if auxiliaries_of(verb) & (FUTURE | MODALS):
        for clause in syntax.children_of(verb, "advcl"):
            for mark in syntax.children_of(clause, "mark"):
                if mark.lower_ in ("if", "unless"):
                    return "hypothetical", mark
    return None


def _imperative(verb: Token) -> Reading | None:
    """ "Go back to work": what somebody is told to do."""
    top = first_conjunct(verb)
    said = top.dep_ == "ccomp" and lemma_of(top.head) in load_cues().speech and top.left_edge == top
    bare = verb.tag_ == "VB" and top.tag_ in ("VB", "VBP") and (top.dep_ == "ROOT" or said)
    helped = {t.lower_ for t in top.children if t.dep_ == "aux"} - {"do"}
    if not bare or helped or syntax.children_of(top, *syntax.SUBJECTS):
        return None
    return "hypothetical", top


def _negated(verb: Token) -> Reading | None:
    negator = find_negator(verb)
    if negator is None:
        return None
    auxiliaries = auxiliaries_of(verb)
    if is_put_off(verb):
        return ("happened", None) if "did" in auxiliaries else ("planned", negator)
    open_still = auxiliaries & OPEN_MODALS or ("would" in auxiliaries and "have" in auxiliaries)
    return ("hypothetical" if open_still else "denied"), negator


def is_put_off(verb: Token) -> bool:
    """Tell whether a negated clause only says from when: "does not begin until 6 August" tells of what begins."""
    until = [obj for prep, obj in syntax.prepositional(verb) if prep.lower_ in ("until", "till")]
    return any(t.ent_type_ in ("DATE", "TIME") or t.like_num or t.pos_ in ("PROPN", "NUM") for t in until)


def find_negator(verb: Token) -> Token | None:
    """The word that denies a clause: at its verb, its subject ("no one"), its object ("no arrests"), or "neither ... nor"."""
    own = syntax.negation(verb)
    if own is not None and not any(t.lower_ in NOT_ONLY for t in own.doc[own.i + 1 : own.i + 2]):
        return own
    if verb.dep_ == "conj" and not syntax.children_of(verb, *syntax.SUBJECTS) and verb.head.pos_ in VERBAL:
        joined = {t.lower_ for t in syntax.children_of(verb.head, "cc", "preconj")}
        if joined & {"nor", "or"}:
            return find_negator(verb.head)
    for part in verb.children:
        if part.lower_ == "nor":
            return part
        if part.dep_ in ("nsubj", "nsubjpass", "dobj", "attr"):
            found = _nobody(part)
            if found is not None:
                return found
    return None


def _nobody(noun: Token) -> Token | None:
    """The word that makes a noun phrase empty: "no one", "none of them", "no arrests", "nothing"."""
    if noun.lower_ in load_cues().negative:
        return noun
    before = [t for t in noun.children if t.dep_ in ("det", "preconj", "neg")]
    return next((t for t in before if t.lower_ in ("no", "neither") or _is_not_one(t)), None)


def _is_not_one(word: Token) -> bool:
    """ "Not a single lorry", "not one of them": none at all, as "not all of them" is not."""
    after = word.doc[word.i + 1 : word.i + 2]
    return word.lower_ == "not" and any(t.lower_ in ("a", "one") for t in after)


def _modal(verb: Token) -> Reading | None:
    auxiliaries = auxiliaries_of(verb)
    future = auxiliaries & FUTURE
    if future:
        return "planned", _child_word(verb, future)
    if "would" in auxiliaries and "have" not in auxiliaries and not _is_open(verb) and _foreseen(verb):
        return "planned", _child_word(verb, {"would"})
    if lemma_of(verb) in SENSES and auxiliaries & {"can", "could"}:
        return HAPPENED if "could" in auxiliaries else ("ongoing", verb)
    if auxiliaries & MODALS and not _is_perfect(verb, auxiliaries):
        return "hypothetical", _child_word(verb, auxiliaries & MODALS)
    return None


def _is_perfect(verb: Token, auxiliaries: set[str]) -> bool:
    """ "They'd left" is "had left"; "they'd leave" is "would leave"."""
    return not auxiliaries & MODALS - {"'d", "’d"} and verb.tag_ in ("VBN", "VBD")


def _is_open(verb: Token) -> bool:
    """ "An attack would be answered", "that would mean war": a "would" of something that is only thought of."""
    subjects = syntax.children_of(verb, *syntax.SUBJECTS)
    announced = first_conjunct(verb).dep_ == "ccomp" and lemma_of(first_conjunct(verb).head) in ANNOUNCING
    vague = OPEN_WORDS - {"a", "an"} if announced else OPEN_WORDS
    return any(
        t.dep_ == "csubj"
        or t.lower_ in ("it", "this", "that", "which", "any")
        or any(c.lower_ in vague for c in t.children)
        for t in subjects
    )


def _foreseen(verb: Token) -> bool:
    """ "Said it would withdraw", "a promise that it would", "the talks would begin on Friday": the future seen from the past."""
    if _reported(verb):
        return True
    cues, clause = load_cues(), first_conjunct(verb)
    if clause.dep_ in ("acl", "ccomp") and syntax.children_of(clause, "mark"):
        return cues.nouns.get(lemma_of(clause.head)) == "planned" or lemma_of(clause.head) in FORETELLING
    return clause.dep_ == "ROOT" and is_timetabled(verb)


def _reported(verb: Token) -> bool:
    """True in the complement of a past verb: "would" is then the future seen from the past."""
    for node in (verb, *syntax.ancestors(verb)):
        if node.dep_ == "ccomp":
            return node.head.tag_ not in PRESENT and not {"have", "has"} & auxiliaries_of(node.head)
    return False


def _child_word(verb: Token, words: set[str] | frozenset[str]) -> Token | None:
    return next((t for t in verb.children if t.lower_ in words), None)


def _adverb(verb: Token) -> Reading | None:
    adverbs = load_cues().adverbs
    if (top := first_conjunct(verb)) != verb:
        shared = _adverb(top)
        if verb.tag_ in PRESENT or (
            shared is not None and shared[0] == "alleged" and shared[1] is not None and shared[1].i < top.i
        ):
            return shared
    for child in syntax.children_of(verb, "advmod"):
        if child.lower_ == "longer" and any(t.lower_ == "no" for t in child.children):
            return "denied", child
        found = adverbs.get(child.lower_)
        if found in ("alleged", "habitual", "hypothetical", "denied"):
            return found, child
    for child in syntax.children_of(verb, "npadvmod"):
        if any(t.lower_ in ("every", "each") for t in child.children):
            return "habitual", child
    return None


def _question(verb: Token) -> Reading | None:
    """ "Did X attack?": asked, not told. A question with "who" or "why" takes the event for granted."""
    end = syntax.sentence_bounds(verb)[1]
    if verb.dep_ not in ("ROOT", "ccomp", "conj") or not any(
        t.text == "?" for t in verb.doc[max(verb.i, end - 3) : end]
    ):
        return None
    inverted = [
        t
        for t in syntax.children_of(verb, "aux", "auxpass")
        if t.i < min((s.i for s in syntax.subjects(verb)), default=0)
    ]
    asked = any(t.tag_ in ("WP", "WRB", "WDT") for t in verb.subtree)
    return ("hypothetical", inverted[0]) if inverted and not asked else None


def _in_clause(verb: Token, own: Reading, read: Read) -> Reading:
    """A finite clause as what governs it presents it."""
    top = first_conjunct(verb)
    if top.dep_ == "ccomp" and top.head.pos_ not in NOMINAL:
        return _presented(top, own)
    if top.dep_ == "advcl" and own[0] == "planned" and _is_unknown(top):
        return "hypothetical", top.head
    if (
        top.dep_ == "relcl"
        and own[0] in ("ongoing", "habitual")
        and any(t.lower_ in ("a", "an") for t in top.head.children)
    ):
        outer, shown = read(top.head)
        return (outer, shown) if outer == "hypothetical" else own
    if top.dep_ in ("acl", "ccomp") and syntax.children_of(top, "mark"):
        found = load_cues().nouns.get(lemma_of(top.head))
        return (
            (compose(own[0], found), top.head)
            if found in ("alleged", "hypothetical", "denied")
            and (own[0] in _TOLD or (own[0] == "denied" and found == "hypothetical"))
            else own
        )
    timed = top.dep_ == "advcl" and any(t.lower_ in UNTIL for t in syntax.children_of(top, "mark", "advmod"))
    if timed and own[0] in _TOLD and top.tag_ in PRESENT:
        outer, shown = read(top.head)
        if outer == "denied" and auxiliaries_of(top.head) & FUTURE:
            return "planned", shown
        return (outer, shown) if outer in ("planned", "hypothetical", "habitual") else own
    return own


ACCUSERS = frozenset(
    {"prosecutor", "indictment", "complaint", "lawsuit", "suit", "plaintiff", "accuser", "prosecution"}
)
"""Who or what only charges, whatever verb of speech tells it."""

_TOLD = ("happened", "ongoing")


def _presented(clause: Token, own: Reading) -> Reading:
    """ "Claims that", "denies that", "hopes that", "it is possible that"; who only says it vouches for it."""
    governor, cues = clause.head, load_cues()
    if own[0] == "planned" and _is_unknown(clause):
        return "hypothetical", governor
    found = cues.clauses.get(lemma_of(governor))
    if lemma_of(governor) in cues.speech and any(lemma_of(t) in ACCUSERS for t in syntax.subjects(governor)):
        found = found or "alleged"
    for word in syntax.children_of(governor, "acomp", "oprd"):
        found = found or cues.predicates.get(lemma_of(word))
    if found is None or (own[0] not in _TOLD and (own[0], found) != ("planned", "hypothetical")):
        return own
    if found == "denied" and find_negator(governor) is not None:
        return own
    return found, governor


def _is_unknown(clause: Token) -> bool:
    """ "We do not know what they will do", "it is unclear when they will meet"."""
    asked = any(t.tag_ in ("WP", "WRB", "WDT") for t in clause.children)
    known = lemma_of(clause.head) in ("know", "say", "understand", "see", "tell", "be")
    return asked and known and find_negator(clause.head) is not None
