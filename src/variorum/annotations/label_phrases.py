"""Descriptions as labels: which nouns are worth comparing, and what of a phrase is the label."""

from spacy.tokens import Doc, Span as DocSpan, Token

from variorum.annotations.label_words import honorifics, look_up, offices, words
from variorum.annotations.parse import span_of
from variorum.annotations.statement_speakers import MentionFinder
from variorum.schema.annotations import LabelMention

ADJECTIVAL = ("amod", "compound", "nmod", "poss")


def make_label(
    part: DocSpan, *, entity: int | None = None, event: int | None = None, text: str | None = None
) -> LabelMention:
    """A label in the report's own voice over some words, with the class that the lexicon has for them."""
    text = text or " ".join(part.text.split()).lower()
    entry = look_up(text)
    return LabelMention(
        span=span_of(part),
        label=text,
        voice="own",
        loaded=entry.loaded if entry is not None else None,
        entity=entity,
        event=event,
    )


def is_known(head: Token) -> bool:
    """True where a noun heads a description worth comparing."""
    entry = look_up(head.lemma_) or look_up(head.text)
    return head.lemma_.lower() in offices() or (entry is not None and entry.of in ("person", "party"))


def is_worth(head: Token) -> bool:
    """True for one bearer of an office, or a word of a party in one or many."""
    entry = look_up(head.lemma_) or look_up(head.text)
    many = head.tag_ in ("NNS", "NNPS")
    return is_known(head) and (not many or (entry is not None and (entry.of == "party" or entry.loaded is not None)))


def is_anyones(noun: Token) -> bool:
    """True for "the regime" without a name, a nation or a possessor beside it: whose it is hangs on a guess."""
    entry = look_up(noun.lemma_) or look_up(noun.text)
    if entry is None or entry.concept != "government" or entry.loaded is None:
        return False
    near = [noun, *noun.children, *(o for p in noun.children if p.dep_ == "prep" for o in p.children)]
    return not any(t.pos_ == "PROPN" or t.ent_type_ or t.tag_ == "PRP$" for t in near)


def is_known_phrase(part: DocSpan) -> bool:
    """True where a phrase or any of its words is known."""
    return part.text.lower() in words() or any(t.lower_ in offices() for t in part)


def bare_phrase(part: DocSpan, finder: MentionFinder) -> DocSpan | None:
    """A description without articles, honorifics, demonyms and possessors at its start; None where nothing is left."""
    start, end = part.start, part.end
    while start < end and (_is_skipped(part.doc[start], finder) or _names(part, start)):
        start += 1
    while start < end and (part.doc[end - 1].is_punct or part.doc[end - 1].is_space):
        end -= 1
    return part.doc[start:end] if start < end else None


def _names(part: DocSpan, at: int) -> bool:
    """True for a name before a common noun: "the Kremlin strongman"."""
    token, last = part.doc[at], part.doc[part.end - 1]
    return token.pos_ == "PROPN" and token.text[0].isupper() and last.text.islower() and not token.is_sent_start


def _is_skipped(token: Token, finder: MentionFinder) -> bool:
    if token.lower_ in honorifics() or token.is_punct or token.is_space or token.tag_ in ("POS", "PRP$", "DT"):
        return True
    if token.ent_type_ in ("NORP", "GPE") and token.dep_ in ADJECTIVAL:
        return not is_known(token)
    index = finder.at(token)
    if index is None:
        return False
    mention = finder.entities[index]
    short = len(mention.span) <= len(token.text) + 3
    return short and (mention.form in ("demonym", "metonym") or mention.kind in ("country", "place"))


def phrase_start(head: Token) -> int:
    """The first token of a noun's phrase as far as its modifiers stand without a gap."""
    start = head.i
    for child in reversed(list(head.lefts)):
        if child.right_edge.i != start - 1 or child.dep_ not in (*ADJECTIVAL, "det", "case"):
            break
        start = child.left_edge.i
    return start


def hyphenated(token: Token) -> DocSpan:
    """A word with what the tokenizer cut off before its hyphen ("so-called")."""
    doc, start = token.doc, token.i
    while (
        start > 1 and doc[start - 1].text == "-" and not doc[start - 1].whitespace_ and not doc[start - 2].whitespace_
    ):
        start -= 2
    return doc[start : token.i + 1]


def root_of(doc: Doc, label: LabelMention) -> Token | None:
    """The word that the others of a label hang on; None where its words are not whole tokens."""
    part = doc.char_span(label.span.start, label.span.end, alignment_mode="expand")
    return None if part is None else part.root
