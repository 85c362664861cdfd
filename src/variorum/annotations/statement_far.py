"""A that-clause that stands away from its verb: "told the crowd from the balcony that ...", "said in a statement that ...".

The parser hangs such a clause on the noun before it. Only a clause with a subject of its own and a finite verb is taken;
verbs that take no that-clause are left alone.
"""

from spacy.tokens import Token

from variorum.annotations.statement_attribution import Range, is_speech
from variorum.annotations.statement_cues import Cue, Meaning
from variorum.annotations.syntax import sentence_bounds

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_HEARD = frozenset(
    {"tell", "inform", "assure", "remind", "notify", "advise", "warn", "reassure", "promise", "brief", "caution"}
)
_NOUNS_WITH_CLAUSES = frozenset(
    {
        "fact",
        "claim",
        "idea",
        "belief",
        "hope",
        "fear",
        "news",
        "evidence",
        "view",
        "sign",
        "report",
        "suggestion",
        "condition",
    }
)


def find_far_clause(cue: Cue, meaning: Meaning) -> Range | None:
    """Find the clause of the first "that" after a verb of speech and its hearer, phrases of time and place."""
    verb = cue.verb
    if not is_speech(cue) or cue.particle is not None or "clause" not in meaning.frames:
        return None
    that = _first_that(verb)
    clause = _clause_of(that) if that is not None else None
    if that is None or clause is None or clause == verb or not _hangs_on(clause, verb):
        return None
    end = clause.right_edge.i + 1
    return (that.i + 1, end) if end - that.i > 3 else None


def _first_that(verb: Token) -> Token | None:
    """The first "that" of the sentence after the verb, where only phrases of nouns stand between."""
    _, end = sentence_bounds(verb)
    for token in verb.doc[verb.i + 1 : end]:
        if token.lower_ == "that" and token.tag_ in ("IN", "WDT"):
            return token if token.nbor(-1).lower_ not in _NOUNS_WITH_CLAUSES else None
        if token.pos_ in ("VERB", "AUX", "CCONJ", "SCONJ") or token.text in (";", ":", "—"):
            return None
    return None


def _clause_of(that: Token) -> Token | None:
    """The finite verb that "that" opens, where it has a subject beside "that"."""
    clause = that.head
    if that.dep_ in _SUBJECTS or clause.i < that.i:
        return None
    own = any(c.dep_ in _SUBJECTS and c != that for c in clause.children)
    finite = clause.tag_ in _FINITE or any(c.tag_ in _FINITE and c.dep_ in ("aux", "auxpass") for c in clause.children)
    return clause if own and finite else None


def _hangs_on(clause: Token, verb: Token) -> bool:
    """True where the clause depends on the verb, or on a noun of a phrase of the verb that is no thing said."""
    node = clause.head
    if node == verb:
        return True
    for _ in range(6):
        if node.head == verb:
            return node.dep_ in ("prep", "npadvmod", "agent") or (
                node.dep_ in ("dobj", "dative") and verb.lemma_ in _HEARD
            )
        if node.head == node or node.pos_ not in ("NOUN", "PROPN", "ADP", "NUM"):
            return False
        node = node.head
    return False
