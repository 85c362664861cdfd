"""Attributions beside what they attribute: "..., the ministry said", "the talks, he said, failed", "as X put it".

Everything is in token ranges (start, end), half-open. What follows the verb is the business of `statement_frames`.
"""

from spacy.tokens import Doc, Token

from variorum.annotations.statement_cues import Cue, Meaning
from variorum.annotations.syntax import sentence_bounds

Range = tuple[int, int]
QUOTATION_MARKS = frozenset({'""', "“", "”", '"', "''", "``", "«", "»", "„"})
_TAILS = (",", ";", ":", ".", "-", "–", "—", "(", "?", "!")
_VERBAL = ("VERB", "AUX")
_TELLING = frozenset({"tell", "inform", "assure", "remind"})
"""Verbs whose object is who hears it."""
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")


def is_speech(cue: Cue) -> bool:
    """True for a verb of saying, which can stand beside a quotation; verbs of belief cannot."""
    return cue.meaning("quote") is not None


def is_manner(verb: Token) -> bool:
    """True for "as X said": the content is then the clause that the words stand beside."""
    return any(c.lower_ == "as" and c.dep_ in ("mark", "advmod") and c.i < verb.i for c in verb.children)


def phrase(cue: Cue) -> Range:
    """The attribution itself: subject, verb and what belongs to them ("the ministry said on Friday")."""
    verb = cue.verb
    start = end = verb.i
    for child in verb.children:
        own = child.dep_ in (*_SUBJECTS, "aux", "auxpass", "advmod", "neg")
        if own and verb.i - 40 < child.left_edge.i < start and child.i < verb.i:
            start = child.left_edge.i
        if child.dep_ in ("nsubj", "prep", "npadvmod", "advmod", "dobj", "dative", "agent") and child.i > verb.i:
            end = max(end, child.right_edge.i)
    return start, end + 1


def find_trailing(cue: Cue) -> tuple[Meaning, tuple[Range, ...]] | None:
    """The clause before its attribution ("..., the ministry said") or around it ("the talks, he said, failed")."""
    meaning = cue.meaning("clause") if is_speech(cue) or cue.verb.lemma_ in ("think", "believe") else None
    verb = cue.verb
    if meaning is None:
        return None
    if is_manner(verb):
        return _beside(cue, meaning)
    if not any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in verb.children):
        return None
    if verb.dep_ == "parataxis" or (verb.dep_ in ("ccomp", "conj") and _between_commas(cue)):
        return _beside(cue, meaning)
    clause = next((c for c in verb.lefts if c.dep_ == "ccomp"), None)
    start, _ = phrase(cue)
    if clause is not None and _is_participle(clause):
        return None
    if clause is not None and clause.i < start and clause.left_edge.i < start - 1:
        return meaning, ((clause.left_edge.i, start),)
    return (meaning, (fronted,)) if (fronted := _fronted(verb, start)) else None


def _is_participle(clause: Token) -> bool:
    """True for what only tells the occasion ("Asked about the dam, she answered")."""
    return clause.tag_ in ("VBN", "VBG") and not any(c.dep_ in (*_SUBJECTS, "aux", "auxpass") for c in clause.children)


def _fronted(verb: Token, start: int) -> Range | None:
    """A clause before ", the ministry said" that the parser hung elsewhere."""
    doc = verb.doc
    first, _ = sentence_bounds(verb)
    if verb.dep_ != "ROOT" or start - first <= 4 or doc[start - 1].text not in (",", "”", '"'):
        return None
    objects = ("attr", "oprd") if verb.lemma_ in _TELLING else ("dobj", "attr", "oprd")
    if any(c.dep_ in objects and c.i > verb.i for c in verb.children):
        return None
    if doc[first].tag_ in ("VBN", "VBG"):
        return None
    left = doc[first:start]
    told = any(t.pos_ in _VERBAL and any(c.dep_ in _SUBJECTS for c in t.children) for t in left)
    return (first, start) if told else None


def _between_commas(cue: Cue) -> bool:
    start, end = phrase(cue)
    doc = cue.verb.doc
    return start > 0 and end < len(doc) and doc[start - 1].text == "," and doc[end].text in (",", ".")


def _beside(cue: Cue, meaning: Meaning) -> tuple[Meaning, tuple[Range, ...]] | None:
    """All of the governing clause but the attribution that stands in or beside it."""
    verb = cue.verb
    head = verb.head
    if head == verb:
        return None
    start, end = verb.left_edge.i, verb.right_edge.i + 1
    if not is_manner(verb):
        start, end = phrase(cue)
    first, last = head.left_edge.i, head.right_edge.i + 1
    if head.pos_ not in _VERBAL:
        if is_manner(verb) or head.dep_ != "ROOT":
            return None
        first, last = sentence_bounds(verb)
    ranges = [(first, start), (end, last)]
    kept = tuple(r for r in (trim(verb.doc, r) for r in ranges) if r is not None)
    return (meaning, kept) if kept else None


def trim(doc: Doc, part: Range) -> Range | None:
    """Cut stops, spaces and a "that" from the ends of a range; None where no word is left."""
    start, end = part
    while start < end and (doc[start].is_space or doc[start].text in (",", ";", ":", ".", "-", "–", "—", ")")):
        start += 1
    if (
        start < end
        and doc[start].lower_ == "that"
        and doc[start].dep_ in ("mark", "nsubj")
        and doc[start].tag_ in ("IN", "WDT", "DT")
    ):
        start += doc[start].dep_ == "mark" or doc[start].tag_ == "IN"
    while start < end and (
        doc[end - 1].is_space or doc[end - 1].lower_ in ("and", "but", "or") or doc[end - 1].text in _TAILS
    ):
        end -= 1
    return (start, end) if any(t.is_alpha or t.like_num for t in doc[start:end]) else None
