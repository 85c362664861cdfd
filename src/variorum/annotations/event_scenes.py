"""What the clauses around an event say of when and where it was: "in X, where ...", "..., killing nine"."""

from spacy.tokens import Doc, Token

from variorum.annotations.realis_cues import lemma_of, load_cues

VERBAL = ("VERB", "AUX")


def begins_paragraph(doc: Doc, start: int) -> bool:
    """Tell whether a line ends before the sentence that begins at a token; of the first sentence False."""
    return start > 0 and ("\n" in doc[start - 1].text_with_ws or "\n" in doc[start].text)


def noun_where(verb: Token) -> Token | None:
    """Find the noun that a clause with "where" tells more of: "at the camp in X, where they were shot" gives X."""
    node = verb
    while node.dep_ == "conj" and node.head.pos_ in VERBAL:
        node = node.head
    opened = any(t.lower_ == "where" and t.tag_ == "WRB" for t in node.children)
    return node.head if opened and node.dep_ == "relcl" and node.head.i < node.i else None


def phrase_before(noun: Token) -> range:
    """Offsets from the beginning of the phrases that a noun stands in to its own end: "the events of 21 May in X"."""
    top = noun
    while top.head != top and top.head.pos_ not in VERBAL:
        top = top.head
    return range(top.left_edge.idx, noun.idx + len(noun.text))


def clause_of_outcome(verb: Token) -> Token | None:
    """Find the verb whose clause a participle goes on from: "they fired on the crowd on Monday, killing nine"."""
    bare = not any(t.dep_ in ("mark", "prep", "advmod") and t.i < verb.i for t in verb.children)
    going_on = verb.tag_ == "VBG" and verb.dep_ == "advcl" and bare and verb.head.i < verb.i
    return verb.head if going_on and verb.head.pos_ in VERBAL else None


def is_aside(noun: Token) -> bool:
    """True of what is added after words of speech: "officials said on Monday, in the worst crash for years"."""
    prep = noun.head
    told = prep.head
    added = prep.lower_ == "in" and prep.i > 0 and prep.nbor(-1).is_punct
    return noun.dep_ == "pobj" and added and told.pos_ in VERBAL and lemma_of(told) in load_cues().speech
