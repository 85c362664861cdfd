"""The truth of a planted press: mentions, findings with their status, disagreements, origins of passages."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from evaluation.oracle.lineage import Authors
from evaluation.oracle.press import write_press
from evaluation.oracle.printing import Printed, print_draft
from evaluation.oracle.rules import KINDS, Stated, clashing, joined, status_of
from evaluation.oracle.world import World, make_world
from variorum.schema.reports import Span

LONG = 8
"""Words of a sentence from which its origin can be told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What one report tells of one happening: the words that name it, and the sentences, in code points of its text."""

    report: int
    happening: int
    words: tuple[Span, ...]
    sentences: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrueFinding:
    """What the record should hold of an attribute of a happening. n_origins: how many origins state it."""

    happening: int
    attribute: str
    status: str
    n_origins: int
    stated: tuple[Stated, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrueDisagreement:
    """Values that cannot all hold. pairs: of reports that contradict each other, the smaller number first; a report may contradict itself."""

    kind: str
    happening: int
    attribute: str
    holders: tuple[Stated, ...]
    pairs: frozenset[tuple[int, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A sentence that tells something, and whose words it has."""

    report: int
    happening: int
    span: Span
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Planted:
    """A world with its press and the truth about it. realis: of each happening, (report, realis) in order of days."""

    world: World
    printed: tuple[Printed, ...]
    told: tuple[Told, ...]
    findings: tuple[TrueFinding, ...]
    disagreements: tuple[TrueDisagreement, ...]
    passages: tuple[Passage, ...]
    realis: dict[int, tuple[tuple[int, str], ...]]


def plant(seed: int) -> Planted:
    """Make the world of a seed, its press, and what is true of both."""
    world = make_world(seed)
    printed = tuple(print_draft(draft, seed) for draft in write_press(world))
    authors = Authors([p.draft for p in printed])
    stated = gather(printed, authors)
    grouped: dict[tuple[int, str], list[Stated]] = defaultdict(list)
    for one in stated:
        grouped[one.happening, one.attribute].append(one)
    held = {key: joined(group, world.cast) for key, group in sorted(grouped.items())}
    return Planted(
        world=world,
        printed=printed,
        told=tuple(t for p in printed for t in _told(p)),
        findings=tuple(
            _finding(key, group, world) for key, group in held.items() if key[1] not in ("label", "wording")
        ),
        disagreements=tuple(d for key, group in held.items() if (d := _disagreement(key, group, world))),
        passages=tuple(_passages(printed, authors)),
        realis=_histories(stated),
    )


def gather(printed: Sequence[Printed], authors: Authors) -> list[Stated]:
    """Everything that the reports state."""
    return [
        Stated(
            report=p.draft.number,
            happening=claim.happening,
            attribute=claim.attribute,
            value=claim.value,
            voice=claim.voice,
            origin=authors.of(p.draft, sentence),
            day=claim.as_of or p.draft.published,
            realis=sentence.realis,
        )
        for p in printed
        for sentence in p.draft.sentences
        for claim in sentence.claims
    ]


def _told(printed: Printed) -> list[Told]:
    words: dict[int, list[Span]] = defaultdict(list)
    sentences: dict[int, list[Span]] = defaultdict(list)
    for sentence, span in zip(printed.draft.sentences, printed.spans, strict=True):
        for mark in sentence.marks:
            if mark.kind == "word":
                words[mark.key].append(Span(start=span.start + mark.start, end=span.start + mark.end))
                sentences[mark.key].append(span)
    return [
        Told(report=printed.draft.number, happening=n, words=tuple(words[n]), sentences=tuple(sentences[n]))
        for n in sorted(words)
    ]


def _finding(key: tuple[int, str], stated: Sequence[Stated], world: World) -> TrueFinding:
    return TrueFinding(
        happening=key[0],
        attribute=key[1],
        status=status_of(stated, world.cast),
        n_origins=len({s.origin for s in stated}),
        stated=tuple(stated),
    )


def _disagreement(key: tuple[int, str], stated: Sequence[Stated], world: World) -> TrueDisagreement | None:
    pairs = clashing(stated, world.cast)
    if not pairs:
        return None
    holders = {id(s): s for pair in pairs for s in pair}
    return TrueDisagreement(
        kind=KINDS.get(key[1], "figure"),
        happening=key[0],
        attribute=key[1],
        holders=tuple(sorted(holders.values(), key=lambda s: (s.report, s.voice))),
        pairs=frozenset((min(a.report, b.report), max(a.report, b.report)) for a, b in pairs),
    )


def _passages(printed: Sequence[Printed], authors: Authors) -> list[Passage]:
    return [
        Passage(report=p.draft.number, happening=sentence.happening, span=span, origin=authors.of(p.draft, sentence))
        for p in printed
        for place, (sentence, span) in enumerate(zip(p.draft.sentences, p.spans, strict=True))
        if place and sentence.happening is not None and not sentence.quoted and len(sentence.text.split()) >= LONG
    ]


def _histories(stated: Sequence[Stated]) -> dict[int, tuple[tuple[int, str], ...]]:
    found: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for one in sorted(stated, key=lambda s: (s.day, s.report)):
        if one.attribute == "realis" and (one.report, one.value) not in found[one.happening]:
            found[one.happening].append((one.report, one.value))
    return {number: tuple(rows) for number, rows in sorted(found.items())}
