"""Where reports give quoted words differently: an exact word diff of passages that render one text (wording.v4).

Words in quotation marks in one report are set against the closest passage of every other report of the
story. Differences of form only (endings, articles, marks) are passed over; where most words differ the
passages are not the same words and nothing is said.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations, pairwise, takewhile

from variorum.record.values import Disagreement, Holding
from variorum.record.word_forms import EMPTY, name_alike, only_form, telling_words
from variorum.schema.ids import mint
from variorum.schema.reports import Span

RULE = "wording.v4"
MIN_QUOTED = 4
"""Words. A shorter quotation is no text that two reports could render."""

MIN_ALIKE = 0.62
"""Share of the quoted words that the other passage has in the same order."""

MIN_RENDERED = 0.8
"""The same, where the other passage is not in quotation marks and more than a word differs."""

MIN_RETOLD = 6
"""Words of a quotation that another report may give without quotation marks: of fewer it only reuses a phrase."""

MAX_CHANGED = 4
"""Words. A longer change is another text, not another wording."""

CONTEXT = 2
"""Words on each side of a change that are kept as evidence."""

LONG_TIE, LONGER_TIE = 2, 3
"""Telling words beside a change at a quotation's end without which the two are not one text: where the other report
quotes or renders the whole, and where it only retells it."""

_QUOTED = re.compile(r"[“\"«„]([^“”\"«»\n]{8,600})[”\"»]")
_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_ELLIPSIS = re.compile(r"\.\s?\.\s?\.|…")


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    text: str
    span: Span

    @property
    def key(self) -> str:
        """The word as it is compared: lower case, one kind of apostrophe."""
        return self.text.lower().replace("’", "'")


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """Words that a report gives as somebody's.

    speaker: the side or body that they are of, None where it is not known. person: they are one person's, not a text's.
    """

    span: Span
    speaker: str | None
    person: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One place where two reports have different words in one text. first_person: the text speaks of "me"."""

    left: tuple[str, Span, str]
    right: tuple[str, Span, str]
    left_context: Span
    right_context: Span
    first_person: bool = False


def find_wordings(
    stories: Sequence[Sequence[str]],
    texts: Mapping[str, str],
    sides: Mapping[str, str],
    speech: Mapping[str, Sequence[Speech]] | None = None,
) -> tuple[Disagreement, ...]:
    """Find wording disagreements within each story.

    Args:
        stories: report ids of each story. sides: siglum of each report, for the summary.
        speech: what is said in each report, and by whom; where it is known, words of two speakers are not compared.
    """
    found: list[Disagreement] = []
    for story in stories:
        words = {r: _words(texts[r]) for r in story}
        quotes = {r: _quotes(texts[r], words[r]) for r in story}
        seen = (c for a, b in combinations(sorted(story), 2) for c in _changes_between(a, b, words, quotes))
        changes = [
            c for c in seen if _is_told(c, speech or {}) and not _is_inserted(c, texts) and not _is_cut(c, texts)
        ]
        found += [_disagreement(group, sides, quotes, texts) for group in _gather(changes)]
    return tuple(sorted({d.disagreement_id: d for d in found}.values(), key=lambda d: d.disagreement_id))


def _is_told(change: Change, speech: Mapping[str, Sequence[Speech]]) -> bool:
    """True of two renderings of one speaker's words; what one person said is heard and translated with other plain words."""
    if not _of_one_speaker(change, speech):
        return False
    sides = (change.left, change.right)
    spoken = any(s.person for r, span, _ in sides for s in speech.get(r, ()) if s.span.overlaps(span))
    known = all(_speakers(r, span, speech) for r, span, _ in sides)
    if spoken and not known:
        return False
    return not (spoken or change.first_person) or _changes_sense(change)


def _changes_sense(change: Change) -> bool:
    """True where a number, a name, a negation, or how surely or how far it holds is another."""
    one, two = (
        {_MODAL.get(w.lower(), w.lower()) for w in said.split() if _bears_sense(w)}
        for _, _, said in (change.left, change.right)
    )
    return one != two


def _bears_sense(word: str) -> bool:
    plain = word.lower()
    telling = plain in _COUNTS or plain in _MODAL or plain in LIMITS or _negates(word)
    return telling or word[:1].isupper() or any(c.isdigit() for c in word)


def _negates(word: str) -> bool:
    return word.lower() in _NOT or word.lower().replace("’", "'").endswith("n't")


_MODAL = {"may": "may", "might": "may", "must": "must", "should": "must"}
"""How surely or how bindingly; "will" and "would" are heard for each other."""

_HELPING = (
    _MODAL.keys()
    | frozenset("will would shall can could cannot".split())
    | frozenset("is are was were be been being am has have had do does did".split())
)
LIMITS = frozenset(
    "mainly partly largely chiefly primarily mostly only solely merely possibly probably perhaps allegedly reportedly "
    "apparently almost nearly never not".split()
)
"""Words that say how far or how surely a thing holds: with or without one, words say something else."""

_ME = frozenset("i me my i'm i've i'd i'll mine myself".split())
_NOT = frozenset("not no never none without nobody neither nor".split())
_COUNTS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred hundreds thousand "
    "thousands dozen dozens million millions half all some many few several most".split()
)


def _of_one_speaker(change: Change, speech: Mapping[str, Sequence[Speech]]) -> bool:
    """False where both reports say whose words they are, and they are of two."""
    one, two = (_speakers(r, span, speech) for r, span, _ in (change.left, change.right))
    return not (one and two) or bool(one & two)


def _speakers(report: str, span: Span, speech: Mapping[str, Sequence[Speech]]) -> set[str]:
    return {s.speaker for s in speech.get(report, ()) if s.speaker and s.span.overlaps(span)}


def _is_inserted(change: Change, texts: Mapping[str, str]) -> bool:
    """True where a report says with brackets that it put in words of its own."""
    return any(_in_brackets(texts[report], span) for report, span, _ in (change.left, change.right))


def _in_brackets(text: str, span: Span) -> bool:
    before, after = text[max(0, span.start - 60) : span.start], text[span.end : span.end + 60]
    return before.rfind("[") > before.rfind("]") or -1 < after.find("]") < (after.find("[") % (len(after) + 1))


def _is_cut(change: Change, texts: Mapping[str, str]) -> bool:
    """True where a report leaves out words beside the change, so that other words stand against each other."""
    sides = ((change.left[0], change.left_context), (change.right[0], change.right_context))
    return any(_ELLIPSIS.search(texts[report], span.start, span.end) for report, span in sides)


def _words(text: str, offset: int = 0) -> tuple[Word, ...]:
    return tuple(
        Word(text=m.group(), span=Span(start=m.start() + offset, end=m.end() + offset)) for m in _WORD.finditer(text)
    )


def _quotes(text: str, words: Sequence[Word]) -> list[tuple[Word, ...]]:
    """The quoted passages of a report as words."""
    found = []
    for match in _QUOTED.finditer(text):
        inside = tuple(w for w in words if match.start(1) <= w.span.start and w.span.end <= match.end(1))
        if len(inside) >= MIN_QUOTED:
            found.append(inside)
    return found


def _changes_between(
    left: str, right: str, words: Mapping[str, Sequence[Word]], quotes: Mapping[str, Sequence[tuple[Word, ...]]]
) -> Iterator[Change]:
    for mine, theirs in ((left, right), (right, left)):
        for quote in quotes[mine]:
            window = _closest(quote, words[theirs])
            if not window:
                continue
            quoted = _is_quoted(window, quotes[theirs])
            if not quoted and len(quote) < MIN_RETOLD:
                continue
            told = quoted or _is_rendered(quote, window)
            other = _within_quote(window, quotes[theirs])
            tie = LONG_TIE if told else LONGER_TIE
            changes = _changes(mine, quote, theirs, other, tie=tie, even=not quoted)
            yield from (c for c in changes if told or _is_one_word(c))
            if quoted:
                yield from _limits(mine, quote, theirs, other, words[mine])


def _is_quoted(window: Sequence[Word], quotes: Sequence[Sequence[Word]]) -> bool:
    return any(len(set(window) & set(quote)) >= MIN_QUOTED for quote in quotes)


def _is_rendered(quote: Sequence[Word], window: Sequence[Word]) -> bool:
    """True where words that are not quoted are so like a quotation that they render it, and do not retell it."""
    wanted, held = [w.key for w in quote], [w.key for w in window]
    shared = sum(b.size for b in SequenceMatcher(None, wanted, held, autojunk=False).get_matching_blocks())
    return shared >= MIN_RENDERED * len(wanted)


def _is_one_word(change: Change) -> bool:
    """True where one word stands for another: that much also words that only retell a quotation take over."""
    return all(" " not in said for _, _, said in (change.left, change.right))


def _within_quote(window: Sequence[Word], quotes: Sequence[Sequence[Word]]) -> Sequence[Word]:
    """Where the other report quotes too, only the words that it quotes are set against the quotation."""
    best = max(quotes, key=lambda q: len(set(q) & set(window)), default=())
    inside = [w for w in window if w in best]
    return inside if len(inside) >= MIN_QUOTED else window


def _closest(quote: Sequence[Word], words: Sequence[Word]) -> Sequence[Word] | None:
    """The run of another report's words that is most like a quotation, if it is the same text."""
    keys, wanted = [w.key for w in words], [w.key for w in quote]
    rare = {k for k in wanted if k not in EMPTY}
    if len(rare & set(keys)) < max(2, MIN_ALIKE * len(rare) * 0.7):
        return None
    slack = max(2, len(wanted) // 4)
    starts = {max(0, i - j) for j, k in enumerate(wanted) if k in rare for i, key in enumerate(keys) if key == k}
    best, best_at = 0.0, 0
    for start in sorted(starts):
        window = keys[start : start + len(wanted) + slack]
        shared = sum(b.size for b in SequenceMatcher(None, wanted, window, autojunk=False).get_matching_blocks())
        if shared / len(wanted) > best + 1e-9:
            best, best_at = shared / len(wanted), start
    if best < MIN_ALIKE or not _says_the_same(wanted, keys[best_at : best_at + len(wanted) + slack]):
        return None
    return words[max(0, best_at - 1) : best_at + len(wanted) + slack]


def _says_the_same(quoted: Sequence[str], other: Sequence[str]) -> bool:
    """True where the telling words are mostly the same, not only "the", "of" and "is"."""
    telling = [w for w in quoted if w not in EMPTY]
    return 3 * sum(w in other for w in telling) >= 2 * len(telling)


def _changes(
    left: str, mine: Sequence[Word], right: str, theirs: Sequence[Word], *, tie: int, even: bool
) -> Iterator[Change]:
    """The changes between a quotation and the passage closest to it; beyond the quotation's ends nothing is compared.

    Args:
        tie: telling words that both must have beside a change at a quotation's end. even: as many words must stand for
            each other.
    """
    matcher = SequenceMatcher(None, [w.key for w in mine], [w.key for w in theirs], autojunk=False)
    steps = matcher.get_opcodes()
    for number, (tag, *ends) in enumerate(steps):
        a, b, c, d = _clip(*ends, length=len(mine))
        if tag != "replace" or max(b - a, d - c) > MAX_CHANGED or _are_forms(mine[a:b], theirs[c:d]):
            continue
        beside = [s[1:3] for s in steps[max(0, number - 1) : number + 2] if s[0] == "equal"]
        if not _bounded(mine, a, b) or not (len(beside) > 1 or _is_tied(mine, beside, tie)):
            continue
        if even and b - a != d - c:
            continue
        (a, b), (c, d) = _core(mine, a, b), _core(theirs, c, d)
        if _only_one_helps(mine[a:b], theirs[c:d]) or _spans_stop(mine, a, b) != _spans_stop(theirs, c, d):
            continue
        yield Change(
            left=(left, _hull(mine[a:b]), _said(mine[a:b])),
            right=(right, _hull(theirs[c:d]), _said(theirs[c:d])),
            left_context=_hull(mine[max(0, a - CONTEXT) : min(b + CONTEXT, len(mine))]),
            right_context=_context(theirs, c, d),
            first_person=any(w.key in _ME for w in mine),
        )


def _only_one_helps(mine: Sequence[Word], theirs: Sequence[Word]) -> bool:
    """True where a helping verb alone stands against words that tell something, or another helping verb of no more sense.

    These are two clauses or two tenses, not two words for one thing.
    """
    one, two = ({w.key for w in side} <= _HELPING for side in (mine, theirs))
    senses = [{_MODAL.get(w.key) for w in side} for side in (mine, theirs)]
    return one != two or (one and two and senses[0] == senses[1])


def _spans_stop(words: Sequence[Word], start: int, end: int) -> bool:
    """True where a sentence ends within changed words or right before them."""
    run = words[max(0, start - 1) : end]
    return any(b.span.start - a.span.end > 1 for a, b in pairwise(run))


def _limits(
    left: str, quote: Sequence[Word], right: str, theirs: Sequence[Word], mine: Sequence[Word]
) -> Iterator[Change]:
    """Where one report quotes a word that limits what is said and the other leaves it out or quotes only from after it."""
    before = next((a for a, b in pairwise(mine) if b == quote[0]), None)
    words = [before, *quote] if before is not None else list(quote)
    steps = SequenceMatcher(None, [w.key for w in words], [w.key for w in theirs], autojunk=False).get_opcodes()
    for tag, a, b, c, d in steps:
        extra = theirs[c:d][-1:] if d < len(theirs) else ()
        if tag not in ("insert", "replace") or not extra or extra[0].key not in LIMITS or b >= len(words):
            continue
        if (tag == "replace" and a > 0) or _tied_after(words, b, theirs, d) < LONG_TIE or words[b].key in LIMITS:
            continue
        yield Change(
            left=(left, words[b].span, words[b].text),
            right=(right, _hull(theirs[d - 1 : d + 1]), _said(theirs[d - 1 : d + 1])),
            left_context=_hull(words[b : b + 2 * CONTEXT]),
            right_context=_hull(theirs[d - 1 : d + 2 * CONTEXT]),
        )


def _tied_after(mine: Sequence[Word], start: int, theirs: Sequence[Word], other: int) -> int:
    """How many telling words both have in one row from two places on."""
    pairs = zip(mine[start:], theirs[other:], strict=False)
    return len(telling_words([a.key for a, _ in takewhile(lambda pair: pair[0].key == pair[1].key, pairs)]))


def _bounded(words: Sequence[Word], start: int, end: int) -> bool:
    """True where a telling word that both have stands next to the change: "the" and "of" alone tie nothing together."""
    beside = [*words[max(0, start - CONTEXT) : start], *words[end : end + CONTEXT]]
    return any(w.key not in EMPTY for w in beside)


def _are_forms(mine: Sequence[Word], theirs: Sequence[Word]) -> bool:
    spelt = name_alike([w.text for w in mine], [w.text for w in theirs])
    return spelt or only_form([w.key for w in mine], [w.key for w in theirs])


def _is_tied(words: Sequence[Word], stretches: Sequence[tuple[int, int]], tie: int) -> bool:
    """True where what both have beside a change at a quotation's end is enough to tie them.

    Args:
        stretches: the words of the quotation beside the change that both have. tie: telling words of them, at least.
    """
    return any(len(telling_words([w.key for w in words[a:b]])) >= tie for a, b in stretches)


def _clip(a: int, b: int, c: int, d: int, *, length: int) -> tuple[int, int, int, int]:
    """At the quotation's ends the other text goes on: no more of it is compared than the quotation has."""
    if b == length:
        return a, b, c, min(d, c + (b - a))
    return (a, b, max(c, d - (b - a)), d) if a == 0 else (a, b, c, d)


def _context(words: Sequence[Word], start: int, end: int) -> Span:
    """A change with a few words around it, none of them across a sentence's end."""
    first, last = start, end
    while first > max(0, start - CONTEXT) and words[first].span.start - words[first - 1].span.end <= 2:
        first -= 1
    while last < min(len(words), end + CONTEXT) and words[last].span.start - words[last - 1].span.end <= 1:
        last += 1
    return _hull(words[first:last])


def _core(words: Sequence[Word], start: int, end: int) -> tuple[int, int]:
    """The changed words without empty ones at their ends."""
    while end - start > 1 and words[end - 1].key in EMPTY:
        end -= 1
    while end - start > 1 and words[start].key in EMPTY:
        start += 1
    return start, end


def _hull(words: Sequence[Word]) -> Span:
    return Span(start=words[0].span.start, end=words[-1].span.end)


def _said(words: Sequence[Word]) -> str:
    return " ".join(w.text for w in words)


def _gather(changes: Sequence[Change]) -> list[list[Change]]:
    """Changes at one place of one text, through whichever reports they are seen."""
    groups: list[list[Change]] = []
    for change in changes:
        ends = {(r, s.start) for r, s, _ in (change.left, change.right)}
        touching = [g for g in groups if any(ends & {(r, s.start) for r, s, _ in (c.left, c.right)} for c in g)]
        merged = [change, *(c for g in touching for c in g)]
        groups = [g for g in groups if g not in touching] + [merged]
    return groups


def _frame(change: Change, texts: Mapping[str, str]) -> str:
    """The words around a change with a gap where the reports part: "not to … force"."""
    report, span, _ = change.left
    context, text = change.left_context, texts[report]
    return f"{text[context.start : span.start]}…{text[span.end : context.end]}".replace("\n", " ")


def _disagreement(
    changes: Sequence[Change],
    sigla: Mapping[str, str],
    quotes: Mapping[str, Sequence[Sequence[Word]]],
    texts: Mapping[str, str],
) -> Disagreement:
    held: dict[tuple[str, Span], Holding] = {}
    for change in changes:
        for (report, _, said), context in ((change.left, change.left_context), (change.right, change.right_context)):
            known = any(r == report and h.side == said.lower() and s.overlaps(context) for (r, s), h in held.items())
            if not known:
                quoted = any(word.span.overlaps(context) for quote in quotes[report] for word in quote)
                held[report, context] = Holding(
                    value=said, side=said.lower(), support=(report, context), voice="quoted" if quoted else "own"
                )
    holdings = tuple(sorted(held.values(), key=lambda h: (h.side, h.support[0], h.support[1].start)))
    by_side: dict[str, list[str]] = {}
    for holding in holdings:
        by_side.setdefault(holding.value, []).append(sigla[holding.support[0]])
    summary = f"“{_frame(changes[0], texts)}”: " + "; ".join(
        f"“{value}” {', '.join(sorted(set(who)))}" for value, who in sorted(by_side.items())
    )
    first = min(h.support[0] + f"#{h.support[1].start}" for h in holdings)
    return Disagreement(
        disagreement_id=mint("disagreement", "wording", first),
        kind="wording",
        subject_id=first.split("#")[0],
        summary=summary,
        weight=0.5,
        rule=RULE,
        holdings=holdings,
    )
