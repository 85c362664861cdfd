"""Statements that a line's form shows: turns of an interview ("Okoro: We stay."), headlines ("Talks failed - minister").

What stands before the colon, or after the dash, must be able to speak: somebody's name, a body, a person's role, a document.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from spacy.tokens import Token

from variorum.annotations.quotation_frames import PLAIN, Page
from variorum.annotations.statement_cues import load_cues
from variorum.annotations.statement_drafts import Draft, kind_of, strip_marks
from variorum.annotations.statement_speakers import MentionFinder
from variorum.schema.nouns import noun_senses, singular_noun
from variorum.schema.reports import Issue, Span

_LABELLED = re.compile(
    r"^[ \t•*–-]*(?P<label>[^\W\d_][^:\n“”\"«»]{0,60}?)[ \t]*:(?:[ \t]+(?P<words>\S.*))?$", re.MULTILINE
)
_CREDITED = re.compile(r"^[ \t]*(?P<words>\S[^\n]*?)\s+[-–—][ \t]+(?P<label>[^\n.:;,?!–—]{2,40})$", re.MULTILINE)
_SPEAKING = ("person", "organization", "government", "armed_group", "people")
VERSION = "statements.v2"
_NAMELESS = frozenset({"q", "a", "question", "answer"})
_LONGEST_LABEL = 6
_LONGEST_HEADLINE = 30
_LINES_OF_A_TURN = 6
"""Lines after a speaker's label that are taken for the speaker's, where the next label follows them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Turn:
    """A labelled line: the label's last word, the colon, and where the words begin and the line ends."""

    head: Token
    colon: Token
    start: int
    end: int
    label: str


def find_turns(page: Page, finder: MentionFinder) -> tuple[list[Draft], list[Issue]]:
    """Read the turns of an interview or a debate, where the lines show one.

    Returns:
        A statement a turn, with a content a line; and what was given up: lines that may be a speaker's or the reporter's.
    """
    turns = _in_dialogue(list(_labelled(page)), finder)
    drafts, issues = [], []
    for turn, following in zip_longest(turns, turns[1:]):
        contents, left = _words_of(page, turn, following)
        if contents:
            drafts.append(replace(_draft(page, turn, contents), kind="direct", turn=True))
        issues += [_given_up(left, turn)] if left is not None else []
    return drafts, issues


def _in_dialogue(labelled: Sequence[_Turn], finder: MentionFinder) -> list[_Turn]:
    """Of labelled lines those of a dialogue: two speakers or more, of whom one that a name or role shows comes back.

    A capitalised label next to such a speaker's turn is a speaker too, though nothing else shows it.
    """
    known = {turn.label for turn in labelled if _is_name(turn, finder)}
    places = [n for n, turn in enumerate(labelled) if turn.label in known]
    if not places:
        return []
    first, last = max(0, places[0] - 1), min(len(labelled), places[-1] + 2)
    turns = [turn for turn in labelled[first:last] if turn.label in known or turn.head.text[0].isupper()]
    told = Counter(turn.label for turn in turns)
    back = max((told[label] for label in known), default=0) > 1
    return turns if len(turns) > 2 and len(told) > 1 and back else []


def find_headlines(page: Page, finder: MentionFinder) -> Iterator[Draft]:
    """Yield what headlines tell by their form alone: "Okoro: truce is dead", "Talks failed - minister"."""
    for turn in _labelled(page):
        words = Span(start=turn.start, end=turn.end)
        if turn.start < turn.end and _may_speak(turn.head, finder) and _is_headline(page, words):
            yield _draft(page, turn, [words])
    for found in _CREDITED.finditer(page.text):
        label, words = Span(start=found.start("label"), end=found.end("label")), _span(found, "words")
        tokens = page.tokens(label)
        if not len(tokens) or not _is_role(tokens[-1]) or tokens[-1].pos_ == "PROPN" or not _is_headline(page, words):
            continue
        dash = page.doc[tokens[0].i - 1]
        yield _draft(page, _Turn(head=tokens[-1], colon=dash, start=words.start, end=words.end, label=""), [words])


def _span(found: re.Match[str], name: str) -> Span:
    return Span(start=found.start(name), end=found.end(name))


def _labelled(page: Page) -> Iterator[_Turn]:
    for found in _LABELLED.finditer(page.text):
        label = found.group("label")
        if len(label.split()) > _LONGEST_LABEL:
            continue
        colon = _token_from(page, found.end("label"))
        head = _token_before(page, colon)
        if colon is None or colon.text != ":" or head is None:
            continue
        start = found.start("words") if found.group("words") else found.end()
        yield _Turn(head=head, colon=colon, start=start, end=found.end(), label=label.strip().lower())


def _token_from(page: Page, offset: int) -> Token | None:
    at = bisect_left(page.starts, offset)
    while at < len(page.doc) and page.doc[at].is_space:
        at += 1
    return page.doc[at] if at < len(page.doc) else None


def _token_before(page: Page, token: Token | None) -> Token | None:
    """The last word before a token, without what stands in brackets behind it."""
    if token is None:
        return None
    at = token.i - 1
    if at >= 0 and page.doc[at].text == ")":
        at = next((i - 1 for i in range(at, max(-1, at - 12), -1) if page.doc[i].text == "("), -1)
    return page.doc[at] if at >= 0 and (page.doc[at].is_alpha or "-" in page.doc[at].text) else None


def _may_speak(head: Token, finder: MentionFinder) -> bool:
    index = finder.at(head)
    if index is not None:
        return finder.entities[index].kind in _SPEAKING
    return _is_role(head) or (head.pos_ == "PROPN" and head.ent_type_ in ("PERSON", "ORG", "NORP"))


def _is_name(turn: _Turn, finder: MentionFinder) -> bool:
    """True of a label that names somebody, or that stands for one as "Q" does."""
    return turn.label in _NAMELESS or turn.head.pos_ == "PROPN" or _may_speak(turn.head, finder)


def _is_role(head: Token) -> bool:
    """True of a noun for somebody, a body or a document that speaks ("minister", "police", "poll")."""
    noun = singular_noun(head.lower_)
    sense = noun_senses().get(noun)
    return (sense is not None and sense.kind != "place") or noun in load_cues().documents


def _is_headline(page: Page, words: Span) -> bool:
    """True of a short line with a verb in it, or in quotation marks, that nothing else reports."""
    tokens = page.tokens(words)
    first, last = (tokens.start, tokens.end) if len(tokens) else (0, 0)
    if not 2 <= last - first <= _LONGEST_HEADLINE or any(first <= i < last for i in page.cues):
        return False
    stopped = page.text[words.end - 1] in ".?!" and words.start > page.text.find("\n") >= 0
    told = any(t.pos_ in ("VERB", "AUX") and t.tag_ != "VBG" for t in tokens)
    return told and not stopped


def _words_of(page: Page, turn: _Turn, following: _Turn | None) -> tuple[list[Span], int | None]:
    """The lines of a turn, and where lines begin that were given up, if any."""
    upto = turn.end
    if following is not None:
        upto = page.text.rfind("\n", 0, following.head.idx) + 1
    lines = [Span(start=turn.start, end=turn.end)] if turn.start < turn.end else []
    later = list(_lines(page.text, turn.end, upto))
    if len(later) > _LINES_OF_A_TURN:
        given, later = later[0].start, later[: 0 if lines else 1]
        return _bare(page, [*lines, *later]), given
    return _bare(page, [*lines, *later]), None


def _lines(text: str, start: int, end: int) -> Iterator[Span]:
    for found in re.finditer(r"[^\n]+", text[start:end]):
        if found.group().strip():
            yield Span(start=start + found.start(), end=start + found.end())


def _bare(page: Page, lines: Sequence[Span]) -> list[Span]:
    return [bare for line in lines if (bare := strip_marks(page.text, line)) is not None]


def _draft(page: Page, turn: _Turn, contents: Sequence[Span]) -> Draft:
    cue = Span(start=turn.colon.idx, end=turn.colon.idx + len(turn.colon))
    bare = _bare(page, contents)
    return Draft(
        cue=cue,
        governor=turn.colon,
        contents=tuple(bare or contents),
        meaning=PLAIN,
        quoted=True,
        kind=kind_of(bare or contents, page.inners),
        speaker=turn.head,
    )


def _given_up(start: int, turn: _Turn) -> Issue:
    what = f"lines after the turn of {turn.label!r} name no speaker; taken for the report's own words"
    return Issue(stage=VERSION, kind="unclear_turn", what=what, start=start, end=start + 1)
