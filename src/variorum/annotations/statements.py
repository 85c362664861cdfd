"""Who said what: statements with speaker, cue, content and position, direct, indirect or mixed.

Refuses to guess: no speaker where no mention governs the cue, no direct quotation from marks without a partner.
Agreements, decisions and plans are events, not statements.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from variorum.annotations.parse import span_of, text_of
from variorum.annotations.quotation_frames import Page, Quoted, find_quoted, lay_out, merge_contents, segment_before
from variorum.schema.quotation_marks import pair_marks
from variorum.annotations.statement_attribution import Range, trim
from variorum.annotations.statement_cues import Cue, Meaning, find_cues
from variorum.annotations.statement_drafts import Draft, kind_of, strip_marks
from variorum.annotations.syntax import sentence_bounds
from variorum.annotations.statement_frames import cue_span, find_content
from variorum.annotations.statement_lines import VERSION, find_headlines, find_turns
from variorum.annotations.statement_nesting import find_inner, nest
from variorum.annotations.statement_nominal import find_according, find_signatory
from variorum.annotations.statement_nouns import find_nominal
from variorum.annotations.statement_positions import read_position
from variorum.annotations.statement_relays import find_relay
from variorum.annotations.statement_scenes import find_scene
from variorum.annotations.statement_speakers import MentionFinder, find_speaker, index_mentions
from variorum.annotations.statement_words import speaker_words
from variorum.schema.annotations import EntityMention, StatementMention, TimeMention
from variorum.schema.reports import Issue, Span

_GIVEN_UP = "statements given up"
_LONG_QUOTATION = 8
"""Tokens from which a quoted sentence that nobody is said to have spoken is told."""


def find_statement_issues(doc: Doc) -> tuple[Issue, ...]:
    """Tell what was given up: quotation marks that have no partner, from which nothing is quoted; and, once
    `find_statements` has read the doc, quoted sentences and turns of a dialogue whose speaker is not told."""
    text = text_of(doc)
    _, alone = pair_marks(text)
    given_up: tuple[Issue, ...] = doc.user_data.get(_GIVEN_UP, ())
    return given_up + tuple(
        Issue(
            stage=VERSION,
            kind="unbalanced_quotation",
            what=f"quotation mark {text[at]} has no partner; nothing is quoted from it",
            start=at,
            end=at + 1,
        )
        for at in alone
    )


def find_statements(
    doc: Doc, entities: Sequence[EntityMention], times: Sequence[TimeMention]
) -> tuple[StatementMention, ...]:
    """Find reported speech and tie it to its speaker.

    Args:
        entities: mentions of the doc; `speaker`, `target` and `through` are indexes into them.
        times: time expressions of the doc; `time` is an index into them.

    Returns:
        Statements in text order of their first content. `contents` never overlap the cue.
    """
    page = lay_out(doc, pair_marks(text_of(doc))[0], tuple(find_cues(doc)))
    finder = index_mentions(list(doc), entities)
    turns, unclear = find_turns(page, finder)
    drafts = _with_lines(page, turns, find_drafts(page), finder)
    doc.user_data[_GIVEN_UP] = (*unclear, *_untied(page, drafts))
    found = [_finish(page, draft, finder, times) for draft in drafts]
    return nest(sorted(found, key=lambda s: (s.contents[0].start, s.cue.start, s.contents[0].end)))


def _untied(page: Page, drafts: Sequence[Draft]) -> Iterator[Issue]:
    """Quoted sentences that no statement holds."""
    told = [content for draft in drafts for content in draft.contents]
    for quoted in page.quoted:
        inner = quoted.quotation.inners[0]
        long = quoted.last - quoted.first - 2 >= _LONG_QUOTATION
        if quoted.stopped and long and not any(content.overlaps(inner) for content in told):
            what = "no words say who is quoted; the quotation is in no statement"
            yield Issue(stage=VERSION, kind="untied_quotation", what=what, start=inner.start, end=inner.end)


def _with_lines(page: Page, turns: Sequence[Draft], drafts: list[Draft], finder: MentionFinder) -> list[Draft]:
    """Add what the form of lines tells; a turn outranks what else was read from its colon."""
    marked = {turn.cue for turn in turns}
    kept = [*turns, *(d for d in drafts if d.cue not in marked)]
    for headline in find_headlines(page, finder):
        if not any(d.cue == headline.cue or _touches(d, headline) for d in kept):
            kept.append(headline)
    return kept


def _touches(one: Draft, other: Draft) -> bool:
    return any(a.overlaps(b) for a in one.contents for b in other.contents)


def find_drafts(page: Page) -> list[Draft]:
    """All statements of a page before speakers are known, without doubles, in text order."""
    quoted, tied = find_quoted(page)
    used = {draft.governor.i for draft in quoted}
    others = [_fill(page, draft, ranges) for draft, ranges in (*find_according(page), *find_nominal(page))]
    indirect = [_indirect(page, cue) for i, cue in sorted(page.cues.items()) if i not in used]
    said = [d for d in (*quoted, *indirect) if d is not None]
    relayed = [d for d in others if d is not None and not _passes_on(d, said)]
    drafts = _without_doubles([*said, *relayed])
    outer = _continue(page, drafts, tied)
    return [*outer, *find_inner(page, outer)]


def _passes_on(draft: Draft, said: Sequence[Draft]) -> bool:
    """True for an "according to" beside a statement with its own cue: it tells who passed that on."""
    if draft.governor.lower_ != "according":
        return False
    return any(c.start <= d.cue.start < c.end and d.kind != "indirect" for c in draft.contents for d in said)


def _indirect(page: Page, cue: Cue) -> Draft | None:
    found = find_content(cue)
    if found is None:
        return None
    meaning, ranges = found
    if not meaning.frames & {"clause", "to", "object_to", "as"} and find_speaker(cue.verb) is None:
        return None
    own = cue_span(cue)
    blank = Draft(
        cue=own,
        governor=cue.verb,
        contents=(own,),
        meaning=meaning,
        quoted=False,
        kind="indirect",
    )
    return _fill(page, blank, ranges)


def _fill(page: Page, draft: Draft, ranges: Sequence[Range]) -> Draft | None:
    """Give a draft its contents: ranges trimmed, opened to whole quotations, bare of marks and of the cue."""
    contents = []
    for part in ranges:
        kept = trim(page.doc, part)
        if kept is None:
            continue
        span = _whole_quotations(page, page.doc[kept[0] : kept[1]].start_char, page.doc[kept[0] : kept[1]].end_char)
        bare = strip_marks(page.text, span)
        if bare is not None and not bare.overlaps(draft.cue):
            contents.append(bare)
    if not contents or sum(len(c) for c in contents) < 4:
        return None
    kind = kind_of(contents, page.inners)
    return _with(draft, contents=tuple(contents), kind="mixed" if kind == "direct" else kind)


def _whole_quotations(page: Page, start: int, end: int) -> Span:
    for quoted in page.quoted:
        outer = quoted.quotation
        if outer.start < end and start < outer.end and len(outer.outers) == 1:
            start, end = min(start, outer.start), max(end, outer.end)
    return Span(start=start, end=end)


def _with(draft: Draft, *, contents: tuple[Span, ...], kind: str) -> Draft:
    return Draft(
        cue=draft.cue,
        governor=draft.governor,
        contents=contents,
        meaning=draft.meaning,
        quoted=draft.quoted,
        kind=kind,
        speaker=draft.speaker,
    )


def _without_doubles(drafts: Sequence[Draft]) -> list[Draft]:
    """Drop a draft whose content another, earlier found, already holds for the most part, or whose cue is content."""
    kept: list[Draft] = []
    for draft in drafts:
        if not any(_alike(draft, other) for other in kept):
            kept.append(draft)
    return sorted(kept, key=lambda d: (d.start, d.cue.start))


def _alike(one: Draft, other: Draft) -> bool:
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one.contents for b in other.contents)
    longer = max(sum(map(len, one.contents)), sum(map(len, other.contents)))
    return shared > 0.8 * longer


def _continue(page: Page, drafts: list[Draft], tied: frozenset[int]) -> list[Draft]:
    """Give quoted sentences without a cue to the statement before them in their paragraph."""
    text = page.text
    for n, quoted in enumerate(page.quoted):
        start = quoted.quotation.start
        if n in tied or any(d.start <= start < d.end for d in drafts):
            continue
        if (host := _clause_before(page, quoted, drafts)) is not None:
            drafts[drafts.index(host)] = _stretch(page, host, quoted)
            continue
        if not _stands_alone(page, n):
            continue
        line = text.rfind("\n", 0, start) + 1
        before = [d for d in drafts if line <= d.cue.start and d.end <= start and d.cue.end <= start]
        if not before:
            continue
        last = _nearest(before)
        spans = merge_contents(page, [(start, quoted.quotation.end)])
        if last.kind == "direct" or last.quoted:
            drafts[drafts.index(last)] = _with(last, contents=(*last.contents, *spans), kind=last.kind)
        else:
            drafts.append(_again(last, spans))
    return drafts


def _clause_before(page: Page, quoted: Quoted, drafts: Sequence[Draft]) -> Draft | None:
    """The reported clause that goes on with quoted words in its sentence ("said he had offers, but “not now”")."""
    start = quoted.quotation.start
    before = [
        d for d in drafts if d.end <= start and not d.quoted and "clause" in d.meaning.frames and d.cue.end < d.start
    ]
    host = max(before, key=lambda d: d.end, default=None)
    if host is None or any(d.end > host.end and d.cue.start < start for d in drafts if d is not host):
        return None
    between = page.tokens(Span(start=host.end, end=start))
    if any(t.is_sent_start or t.i in page.cues or t.text in (".", ";", "\n") for t in between):
        return None
    return host if len(between) < 12 and not page.doc[quoted.first].is_sent_start else None


def _stretch(page: Page, host: Draft, quoted: Quoted) -> Draft:
    last = Span(start=host.contents[-1].start, end=quoted.quotation.end)
    kept = strip_marks(page.text, last) or last
    return _with(host, contents=(*host.contents[:-1], kept), kind="mixed")


def _nearest(before: Sequence[Draft]) -> Draft:
    """The statement that a quoted sentence goes on: the last one, or a quotation reported in the same sentence."""
    last = max(before, key=lambda d: max(d.end, d.cue.end))
    home = sentence_bounds(last.governor)
    quoted = [d for d in before if d.quoted and sentence_bounds(d.governor) == home]
    return quoted[-1] if quoted else last


def _again(last: Draft, spans: tuple[Span, ...]) -> Draft:
    return Draft(
        cue=last.cue,
        governor=last.governor,
        contents=spans,
        meaning=Meaning(attitude=last.meaning.attitude, position="content", frames=last.meaning.frames),
        quoted=True,
        kind="direct",
        speaker=last.speaker,
    )


def _stands_alone(page: Page, n: int) -> bool:
    """True for a whole sentence in quotation marks, not for a title or a scare quote."""
    quoted = page.quoted[n]
    ended = quoted.stopped or quoted.ending == ","
    return ended and quoted.last - quoted.first >= 5 and segment_before(page, quoted.first) == quoted.first


def _finish(page: Page, draft: Draft, finder: MentionFinder, times: Sequence[TimeMention]) -> StatementMention:
    speaker_token = draft.speaker or find_speaker(draft.governor)
    speaker = finder.governing(speaker_token)
    if speaker is None:
        speaker = finder.at(find_signatory(page, draft))
    reading, scene = read_position(page, draft, finder, speaker), find_scene(page, draft, finder)
    first, last = sentence_bounds(draft.governor)
    return StatementMention(
        sentence=span_of(page.doc[first:last]),
        cue=draft.cue,
        contents=draft.contents,
        kind=draft.kind,
        position=reading.position,
        speaker=speaker,
        target=reading.target,
        through=find_relay(draft, speaker_token, finder),
        time=_time(page.doc, draft, times),
        speaker_words=speaker_words(draft, speaker_token),
        attitude=draft.meaning.attitude,
        issue=reading.issue,
        condition=reading.condition,
        polarity=reading.polarity,
        addressee=scene.addressee,
        addressee_words=scene.addressee_words,
        venue=scene.venue,
        place=scene.place,
        turn=draft.turn,
    )


def _time(doc: Doc, draft: Draft, times: Sequence[TimeMention]) -> int | None:
    """The time of speaking: the first time expression of the cue's clause outside the content."""
    first, last = sentence_bounds(draft.governor)
    sentence = span_of(doc[first:last])
    for i, time in enumerate(times):
        if sentence.covers(time.span) and not any(c.overlaps(time.span) for c in draft.contents):
            return i
    return None
