"""Quotations tied to the words that report them, by where they stand: before, after or around the cue.

Works on marks, stops and cues in their line and uses the parse only for the cue's own phrase, because parses of
quoted sentences break. Quoted words that no cue reports (titles, nicknames, scare quotes) are left alone.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span as DocSpan, Token

from variorum.schema.quotation_marks import Quotation
from variorum.annotations.parse import text_of
from variorum.annotations.statement_cues import Cue, Meaning
from variorum.annotations.statement_drafts import Draft, kind_of, strip_marks
from variorum.annotations.statement_attribution import phrase
from variorum.schema.reports import Span

_STOPS = (".", "?", "!", "…")
PLAIN = Meaning(attitude="neutral", position="content", frames=frozenset({"quote"}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """A quotation in token indexes: `first` is its opening mark, `last` the token after its closing mark."""

    quotation: Quotation
    first: int
    last: int
    ending: str

    @property
    def stopped(self) -> bool:
        """True where the quoted words end a sentence."""
        return self.ending in _STOPS


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A doc with its text, its quotations and its cues, by token index. (`Doc.text` is put together at each call.)

    cues stand outside of quotations, quoted_cues within them.
    """

    doc: Doc
    text: str
    quoted: tuple[Quoted, ...]
    cues: Mapping[int, Cue]
    quoted_cues: Mapping[int, Cue]
    starts: tuple[int, ...]

    def tokens(self, span: Span) -> DocSpan:
        """The tokens that begin in a span."""
        return self.doc[bisect_left(self.starts, span.start) : bisect_left(self.starts, span.end)]

    def inside(self, index: int) -> Quoted | None:
        """The quotation that holds a token."""
        return next((q for q in self.quoted if q.first <= index < q.last), None)

    @property
    def inners(self) -> tuple[Span, ...]:
        return tuple(inner for q in self.quoted for inner in q.quotation.inners)


def lay_out(doc: Doc, quotations: Sequence[Quotation], cues: Sequence[Cue]) -> Page:
    """Find the tokens of quotations, and tell the cues within them from those outside."""
    starts, text = tuple(token.idx for token in doc), text_of(doc)
    quoted = []
    for quotation in quotations:
        first, last = bisect_left(starts, quotation.start), bisect_left(starts, quotation.end)
        inner = text[quotation.inners[-1].start : quotation.inners[-1].end].rstrip("'’ ")
        quoted.append(Quoted(quotation=quotation, first=first, last=last, ending=inner[-1:]))
    held = {i for q in quoted for i in range(q.first, q.last)}
    outside = {c.verb.i: c for c in cues if c.verb.i not in held}
    inside = {c.verb.i: c for c in cues if c.verb.i in held}
    return Page(doc=doc, text=text, quoted=tuple(quoted), cues=outside, quoted_cues=inside, starts=starts)


def find_quoted(page: Page) -> tuple[list[Draft], frozenset[int]]:
    """Tie quotations to cues.

    Returns:
        One draft a cue, with all that it reports; and the places (in `page.quoted`) of the quotations tied.
    """
    parts: dict[int, list[tuple[int, int]]] = {}
    tied: set[int] = set()
    for n, quoted in enumerate(page.quoted):
        found = _leading(page, n) or _following(page, n)
        if found is not None:
            verb, span = found
            parts.setdefault(verb, []).append(span)
            if span[0] == quoted.quotation.start and (opening := _opening_words(page, quoted, verb)) is not None:
                parts[verb].append(opening)
            tied.update(
                k for k, q in enumerate(page.quoted) if span[0] <= q.quotation.start and q.quotation.end <= span[1]
            )
        elif (colon := _colon(page, quoted)) is not None:
            parts.setdefault(colon, []).append((quoted.quotation.start, quoted.quotation.end))
            tied.add(n)
    return [_draft(page, verb, spans) for verb, spans in sorted(parts.items())], frozenset(tied)


def _draft(page: Page, verb: int, spans: Sequence[tuple[int, int]]) -> Draft:
    cue = page.cues.get(verb)
    token = page.doc[verb]
    contents = merge_contents(page, spans)
    meaning = (cue.meaning("quote", "clause", "naming") or cue.meanings[0]) if cue else PLAIN
    speaker = None
    if cue is None:
        speaker = next((t for t in reversed(page.doc[max(0, verb - 6) : verb]) if t.pos_ in ("PROPN", "NOUN")), None)
    return Draft(
        cue=Span(start=token.idx, end=token.idx + len(token)),
        governor=token,
        contents=contents,
        meaning=meaning,
        quoted=True,
        kind=kind_of(contents, page.inners),
        speaker=speaker,
    )


def merge_contents(page: Page, spans: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
    """The stretches without the marks at their ends; a quotation of several paragraphs gives one each."""
    contents: list[Span] = []
    for start, end in sorted(set(spans)):
        whole = [q.quotation for q in page.quoted if (q.quotation.start, q.quotation.end) == (start, end)]
        if whole:
            contents += whole[0].inners
        elif (kept := strip_marks(page.text, Span(start=start, end=end))) is not None:
            contents.append(kept)
    return tuple(contents)


def segment_before(page: Page, index: int) -> int:
    """First token of the stretch before a token: back to a stop, a line break or the quotation before."""
    doc = page.doc
    at = index
    while at > 0:
        token = doc[at - 1]
        if token.text in _STOPS or "\n" in token.text or any(q.last == at for q in page.quoted):
            break
        at -= 1
    return at


def segment_after(page: Page, index: int) -> int:
    """Token after the stretch that follows: up to a stop, a line break or the next quotation."""
    doc = page.doc
    firsts = {q.first for q in page.quoted}
    at = index
    while at < len(doc) and doc[at].text not in _STOPS and "\n" not in doc[at].text and at not in firsts:
        at += 1
    return at


def _leading(page: Page, n: int) -> tuple[int, tuple[int, int]] | None:
    """A cue that opens the quotation: "she said: ...", "he told reporters, ...", "wrote ..."."""
    quoted = page.quoted[n]
    before = _before(page, quoted.first)
    start = segment_before(page, before.i + 1) if before is not None else quoted.first
    if before is None or start > before.i:
        return None
    reporting = [page.cues[i] for i in range(start, quoted.first) if i in page.cues]
    reporting = [c for c in reporting if c.meaning("quote", "clause")]
    if not reporting:
        return None
    cue = reporting[-1]
    near = before.i == cue.verb.i or (before.text in (",", ":") and _open(cue, quoted.first))
    if near and not (before.i == cue.verb.i and _partial(page, quoted)):
        return cue.verb.i, (quoted.quotation.start, quoted.quotation.end)
    return None


def _before(page: Page, index: int) -> Token | None:
    """The token before a quotation, over a line break where a colon ends the line before."""
    at = index - 1
    while at > 0 and page.doc[at].is_space and page.doc[at - 1].text in (":", "\n"):
        at -= 1
    return page.doc[at] if at >= 0 and (at == index - 1 or page.doc[at].text == ":") else None


def _opening_words(page: Page, quoted: Quoted, verb: int) -> tuple[int, int] | None:
    """The unquoted beginning of a sentence that goes on in quotation marks ("The plan, she said, “is dead”")."""
    cue = page.cues.get(verb)
    begun = page.text[quoted.quotation.inners[0].start]
    if cue is None or verb >= quoted.first or not begun.islower():
        return None
    start, _ = phrase(cue)
    first = segment_before(page, quoted.first)
    if start - first < 2 or page.doc[start - 1].text != "," or page.doc[first].tag_ in ("VBG", "VBN", "IN"):
        return None
    return (page.doc[first].idx, page.doc[start - 1].idx)


def _open(cue: Cue, upto: int) -> bool:
    """True where the verb has no other content between itself and the quotation."""
    return not any(
        c.dep_ in ("ccomp", "xcomp") and c.i > cue.verb.i and c.right_edge.i < upto for c in cue.verb.children
    )


def _partial(page: Page, quoted: Quoted) -> bool:
    """True for words quoted inside a clause: the sentence goes on after them."""
    after = page.doc[quoted.last] if quoted.last < len(page.doc) else None
    return not quoted.stopped and after is not None and after.text not in (*_STOPS, ",") and after.is_alpha


def _following(page: Page, n: int) -> tuple[int, tuple[int, int]] | None:
    """A cue after the quotation: "...," said she; the words before and after it in the sentence belong to it."""
    quoted = page.quoted[n]
    end = segment_after(page, quoted.last)
    if quoted.last >= len(page.doc):
        return None
    for i in range(quoted.last, end):
        cue = page.cues.get(i)
        if cue is None or not cue.meaning("quote", "clause") or _in_subject(cue, quoted):
            continue
        start = _phrase_start(cue, quoted.last)
        if not _attributes(page, quoted, cue, start) or (quoted.ending == "." and not _closes(page, cue, start, end)):
            continue
        begin = _beginning(page, n)
        if begin is None:
            return None
        return i, (begin, quoted.quotation.end if start <= quoted.last + 1 else page.doc[start - 1].idx)
    return None


def _in_subject(cue: Cue, quoted: Quoted) -> bool:
    """True where quoted words describe the speaker ("the head of the “Dawn” party, Okoro, said")."""
    subject = next((c for c in cue.verb.children if c.dep_ == "nsubj"), None)
    return subject is not None and subject.left_edge.i < quoted.first and quoted.last <= cue.verb.i


def _phrase_start(cue: Cue, last: int) -> int:
    start, _ = phrase(cue)
    subject = next((c for c in cue.verb.children if c.dep_ == "nsubj"), None)
    inverted = subject is not None and subject.i > cue.verb.i
    return max(last, cue.verb.i if inverted else start)


def _attributes(page: Page, quoted: Quoted, cue: Cue, start: int) -> bool:
    """True where the cue closes the quotation's sentence and reports nothing else."""
    doc = page.doc
    if cue.verb.tag_ == "VBG" and not any(c.dep_ in ("nsubj", "aux") for c in cue.verb.children):
        return False
    firm = quoted.ending == "," and start <= quoted.last
    if not firm and any(c.dep_ == "ccomp" and c.i > cue.verb.i and page.inside(c.i) is None for c in cue.verb.children):
        return False
    if cue.verb.i + 1 < len(doc) and doc[cue.verb.i + 1].lower_ == "that":
        return False
    if start <= quoted.last + 1:
        return quoted.ending in (".", ",", "?", "!", "-", "—", "–", "…") or (
            quoted.last < len(doc) and doc[quoted.last].text == ","
        )
    return doc[start - 1].text == "," and cue.verb.dep_ not in ("relcl", "advcl", "acl")


def _closes(page: Page, cue: Cue, start: int, end: int) -> bool:
    """True for a short attribution alone in its line or sentence, after a full stop that stands for a comma."""
    line = end >= len(page.doc) or page.doc[end].text == "." or "\n" in page.doc[end].text
    return line and end - start <= 4 and cue.meaning("quote") is not None and end - cue.verb.i <= 2


def _beginning(page: Page, n: int) -> int | None:
    """Where the sentence of a quotation begins; None where an earlier cue already reports it."""
    quoted = page.quoted[n]
    start = segment_before(page, quoted.first)
    words = [t for t in page.doc[start : quoted.first] if not t.is_punct and not t.is_space]
    if any(i in page.cues and page.cues[i].meaning("clause", "quote") for i in range(start, quoted.first)):
        return quoted.quotation.start if page.doc[quoted.first - 1].text in (",", ":") else None
    before = next((q for q in page.quoted[:n] if q.last == start), None)
    if before is not None and words and not before.stopped:
        return _beginning(page, n - 1)
    return page.doc[start].idx if words else quoted.quotation.start


def _colon(page: Page, quoted: Quoted) -> int | None:
    """A bare name and a colon before a quotation ("The minister: ...")."""
    if quoted.first == 0 or page.doc[quoted.first - 1].text != ":":
        return None
    start = segment_before(page, quoted.first)
    words = page.doc[start : quoted.first - 1]
    short = 0 < len(words) <= 7 and not any(t.pos_ in ("VERB", "AUX") for t in words)
    return quoted.first - 1 if short and any(t.pos_ == "PROPN" for t in words) else None
