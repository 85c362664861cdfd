"""Plant a press: reports with known copies, chains, credits, dates, set phrases and public quotations, from a seed.

No package code may import this. Every sentence is a row of segments that carry where they come from, so that the
truth of any two reports is what segments both have.
"""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

import words as w

KINDS = ("verbatim", "trimmed", "reordered", "reworded", "merged")


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """Words of a sentence. root: the sentence first written, or None for what may not count; part: which part of it."""

    text: str
    root: int | None
    part: int
    quoted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """Segments of one printed sentence. kind: how it was copied, or "own", "stock", "quote", "document"."""

    segments: tuple[Segment, ...]
    kind: str = "own"


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A segment where it stands in a report's text."""

    root: int | None
    part: int
    start: int
    end: int
    sentence: int
    kind: str
    quoted: bool


@dataclass(slots=True, kw_only=True)
class Planted:
    """A planted report. parents: the reports (their numbers) it copies from; -1 is none of the corpus. document: span of a printed text."""

    number: int
    source: str
    sentences: list[Sentence]
    day: date | None = None
    time: str | None = None
    credit: str | None = None
    parents: tuple[int, ...] = ()
    agency: str | None = None
    text: str = ""
    spans: list[tuple[int, int]] = field(default_factory=list)
    placed: list[Placed] = field(default_factory=list)
    document: tuple[int, int] | None = None


class World:
    """The invented names and numbers of one seed, and the stories told in them."""

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)  # noqa: S311 - a planted corpus, no secret
        self.roots = 0

    def name(self, least: int = 2) -> str:
        """An invented name."""
        return "".join(self.rng.choices(w.SYLLABLES, k=self.rng.randint(least, 3))).capitalize()

    def facts(self) -> dict[str, str]:
        """What fills the slots in one story."""
        rng = self.rng
        land, land2 = rng.sample(w.LANDS, 2)
        body, body2 = rng.sample(w.BODIES, 2)
        return {
            "town": self.name(), "town2": self.name(), "river": self.name(), "land": land, "land2": land2,
            "person": f"{self.name()} {self.name()}", "person2": f"{self.name()} {self.name()}",
            "office": rng.choice(w.OFFICES), "body": body, "body2": body2, "thing": rng.choice(w.THINGS),
            "craft": rng.choice(w.CRAFT),
        }  # fmt: skip

    def fill(self, pattern: str, facts: dict[str, str], **more: str) -> str:
        """A pattern with the story's names and words drawn anew for each slot."""
        rng = self.rng
        drawn = {"noun": w.NOUNS, "nouns": w.NOUNS, "verb": w.VERBS, "adj": w.ADJECTIVES}

        def word(match: re.Match[str]) -> str:
            slot = match[1]
            if slot in drawn:
                return rng.choice(rng.choice(drawn[slot]).split("/")) + ("s" if slot == "nouns" else "")
            if slot == "prep":
                return rng.choice(w.PREPOSITIONS)
            if slot == "n":
                return str(rng.choice((rng.randint(3, 99), rng.randint(100, 9999))))
            return more.get(slot) or facts[slot]

        return re.sub(r"\{(\w+)\}", word, pattern)

    def root(self) -> int:
        """The number of a new sentence."""
        self.roots += 1
        return self.roots

    def written(self, facts: dict[str, str]) -> Sentence:
        """A sentence of a reporter's own: an opening and a trailing clause are there or not."""
        rng, root = self.rng, self.root()
        texts = [self.fill(rng.choice(w.MAINS), facts)]
        if rng.random() < 0.55:
            texts.insert(0, self.fill(rng.choice(w.OPENERS), facts) + ",")
        if rng.random() < 0.7 or len(texts) == 1:
            texts[-1] += ","
            texts.append(self.fill(rng.choice(w.TRAILERS), facts))
        return Sentence(segments=tuple(Segment(text=t, root=root, part=i) for i, t in enumerate(texts)))

    def stock(self) -> Sentence:
        """A set phrase that any report may have."""
        text = self.rng.choice(w.STOCK).format(day=self.rng.choice(w.DAYS)).rstrip(".")
        return Sentence(segments=(Segment(text=text, root=None, part=0),), kind="stock")

    def framed(self, quote: str, root: int, facts: dict[str, str], frames: list[str]) -> Sentence:
        """A public quotation in a frame of the reporter's own."""
        before, _, after = self.fill(frames.pop(), facts, q="\0").partition("\0")
        mine = self.root()
        parts = [
            Segment(text=before, root=mine, part=0),
            Segment(text=quote, root=root, part=0, quoted=True),
            Segment(text=after.removesuffix("."), root=mine, part=1),
        ]
        return Sentence(segments=tuple(p for p in parts if p.text), kind="quote")


def plant(seed: int, stories: int = 30) -> list[Planted]:
    """Plant the reports of some stories. Reports of one story stand together."""
    world, reports = World(seed), []
    for _ in range(stories):
        reports += _story(world, len(reports))
    for report in reports:
        _print(report)
    return reports


def plant_many(size: int, wire: int, seed: int = 1) -> list[Planted]:
    """Plant exactly `size` reports, `wire` of which are outlets that print one agency's story with small changes."""
    world = World(seed)
    reports: list[Planted] = []
    while len(reports) < size - wire:
        reports += _story(world, len(reports))
    del reports[size - wire :]
    facts, first = world.facts(), len(reports)
    story = Planted(number=first, source=w.AGENCIES[0], sentences=[world.written(facts) for _ in range(8)])
    family = [story]
    for n in range(1, wire):
        taken = [
            _changed(s, world.rng.choice(("verbatim", "verbatim", "reworded")), world.rng) for s in story.sentences
        ]
        family.append(Planted(number=first + n, source=world.name() + " Post", sentences=taken, parents=(first,)))
    reports += family[:wire]
    for report in reports:
        _print(report)
    return reports


def _story(world: World, first: int) -> list[Planted]:
    rng, facts = world.rng, world.facts()
    frames = rng.sample(w.FRAMES, len(w.FRAMES))
    quotes = [(world.fill(q, facts), world.root()) for q in rng.sample(w.QUOTES, 2)]
    document = [world.fill(s, facts) for s in rng.sample(w.DOCUMENT, 3)]
    outlets = [f"{a} {b}" for a, b in zip(_towns(world, 12), rng.choices(w.OUTLETS, k=12), strict=True)]
    day, agency = date(2031, 1, 1) + timedelta(days=rng.randrange(700)), rng.choice(w.AGENCIES)
    reports: list[Planted] = []
    wire = rng.random()
    for n in range(rng.randint(1, 3)):
        sentences = [world.written(facts) for _ in range(rng.randint(5, 9))]
        sentences += [world.framed(q, root, facts, frames) for q, root in quotes if rng.random() < 0.7]
        sentences += [world.stock() for _ in range(rng.randint(0, 2))]
        rng.shuffle(sentences)
        report = Planted(number=first + len(reports), source=outlets.pop(), sentences=sentences)
        if n == 0 and wire < 0.3:
            report.source = agency
        _date(report, day, rng)
        reports.append(report)
    _print_document(reports, document, facts, world)
    for _ in range(rng.randint(2, 5)):
        reports.append(_copier(world, reports, outlets.pop(), facts, agency))
    if 0.3 <= wire < 0.5:
        reports = _drop_agency(reports, agency)
    return reports


def _drop_agency(reports: list[Planted], agency: str) -> list[Planted]:
    """Make the first report an agency's that isn't in the corpus: those who copied it credit it."""
    gone = reports[0]
    left = [replace(r, number=r.number - 1) for r in reports[1:]]
    for report in left:
        if gone.number in report.parents:
            report.credit, report.agency = agency, agency
        report.parents = tuple(-1 if p == gone.number else p - 1 for p in report.parents)
    return left


def _towns(world: World, n: int) -> list[str]:
    return [world.name() for _ in range(n)]


def _date(report: Planted, day: date, rng: random.Random, *, after: Planted | None = None) -> None:
    """Days are unknown for a quarter; reports of one day have times for half."""
    if rng.random() < 0.25:
        return
    late = rng.choice((0, 0, 1, 2)) if after else 0
    base = after.day if after and after.day else day
    report.day = base + timedelta(days=late)
    hour = rng.randint(5, 9)
    if after and after.time and late == 0:
        hour = int(after.time[11:13]) + rng.randint(1, 3)
    if rng.random() < 0.5 and hour < 24:
        report.time = f"{report.day}T{hour:02}:{rng.randint(0, 59):02}:00+00:00"


def _print_document(reports: Sequence[Planted], document: list[str], facts: dict[str, str], world: World) -> None:
    """Two independent reports print the same document, each with an introduction of its own."""
    rng = world.rng
    if len(reports) < 2 or rng.random() < 0.5:
        return
    for report, line in zip(reports[:2], rng.sample(w.INTRODUCTIONS, 2), strict=True):
        intro = Segment(text=world.fill(line, facts).rstrip("."), root=None, part=0)
        report.sentences.append(Sentence(segments=(intro,), kind="stock"))
        for text in document:
            segment = Segment(text=text.rstrip("."), root=None, part=0, quoted=True)
            report.sentences.append(Sentence(segments=(segment,), kind="document"))


def _copier(world: World, reports: Sequence[Planted], outlet: str, facts: dict[str, str], agency: str) -> Planted:
    """A report that copies from one before it, or from two."""
    rng = world.rng
    parent = rng.choice(reports[-3:]) if rng.random() < 0.5 else reports[0]
    taken = _take(parent, rng)
    parents = [parent.number]
    if len(reports) > 1 and rng.random() < 0.2:
        other = rng.choice([r for r in reports if r is not parent])
        taken += _take(other, rng)[:3]
        parents.append(other.number)
    own = [world.written(facts) for _ in range(rng.choice((0, 1, 2, 4)))]
    own += [world.stock() for _ in range(rng.randint(0, 2))]
    at = rng.randint(0, len(taken))
    report = Planted(number=reports[-1].number + 1, source=outlet, sentences=[*taken[:at], *own, *taken[at:]])
    report.parents = tuple(parents)
    _date(report, parent.day or date(2031, 6, 1), rng, after=parent)
    if parent.source == agency and rng.random() < 0.6:
        report.credit = agency
    elif rng.random() < 0.15:
        report.credit = parent.source
    return report


def _take(parent: Planted, rng: random.Random) -> list[Sentence]:
    """Sentences of a report as another one prints them."""
    source = [s for s in parent.sentences if s.kind not in ("stock", "document")]
    least = max(2, len(source) // 3)
    start = rng.randint(0, max(0, len(source) - least))
    chosen = source[start : start + rng.randint(min(least, len(source)), max(1, len(source)))]
    if rng.random() < 0.25:
        rng.shuffle(chosen)
        return [replace(s, kind="reordered") for s in chosen]
    found: list[Sentence] = []
    while chosen:
        kind = rng.choice(KINDS)
        if kind == "merged" and len(chosen) > 1 and not any(s.kind == "quote" or _quoted(s) for s in chosen[:2]):
            found.append(_merge(chosen[0], chosen[1]))
            chosen = chosen[2:]
            continue
        found.append(_changed(chosen[0], kind, rng))
        chosen = chosen[1:]
    return found


def _quoted(sentence: Sentence) -> bool:
    return any(segment.quoted for segment in sentence.segments)


def _changed(sentence: Sentence, kind: str, rng: random.Random) -> Sentence:
    if kind == "trimmed" and len(sentence.segments) > 1 and not _quoted(sentence):
        longest = max(range(len(sentence.segments)), key=lambda i: len(sentence.segments[i].text.split()))
        cut = [i for i in (0, len(sentence.segments) - 1) if i != longest]
        gone = rng.choice(cut) if cut else None
        kept = tuple(s for i, s in enumerate(sentence.segments) if i != gone)
        return Sentence(segments=kept, kind="trimmed")
    if kind == "reworded":
        share = rng.uniform(0.1, 0.2)
        return Sentence(segments=_reword(sentence.segments, share, rng), kind="reworded")
    return replace(sentence, kind="verbatim")


def _reword(segments: Sequence[Segment], share: float, rng: random.Random) -> tuple[Segment, ...]:
    """Change a share of the words: a synonym where there is one, else one word less or more. No name, no number."""
    places = [(i, j) for i, s in enumerate(segments) if not s.quoted for j, _ in enumerate(s.text.split())]
    known = [p for p in places if _stem(segments[p[0]].text.split()[p[1]]) in w.SYNONYMS]
    loose = [p for p in places if _stem(segments[p[0]].text.split()[p[1]]) in w.DROPPED]
    wanted = max(1, round(share * len(places)))
    chosen = set(rng.sample(known, min(len(known), wanted)))
    chosen |= set(rng.sample(loose, min(len(loose), wanted - len(chosen)))) if wanted > len(chosen) else set()
    rest = [p for p in places if p not in chosen and p[1] > 0]
    adding = set(rng.sample(rest, min(len(rest), max(0, wanted - len(chosen)))))
    return tuple(
        replace(s, text=" ".join(_words(s.text.split(), i, chosen, adding, rng))) for i, s in enumerate(segments)
    )


def _words(
    words: Sequence[str], segment: int, chosen: set[tuple[int, int]], adding: set[tuple[int, int]], rng: random.Random
) -> Iterator[str]:
    for j, word in enumerate(words):
        if (segment, j) in adding:
            yield rng.choice(w.ADDED)
        if (segment, j) not in chosen:
            yield word
        elif (other := w.SYNONYMS.get(_stem(word))) is not None:
            yield other + word[len(_stem(word)) :]


def _stem(word: str) -> str:
    return word.rstrip(",.“”")


def _merge(one: Sentence, two: Sentence) -> Sentence:
    joint = replace(two.segments[0], text="and " + two.segments[0].text)
    return Sentence(segments=(*one.segments, joint, *two.segments[1:]), kind="merged")


def _print(report: Planted) -> None:
    """Write a report's text and where each segment stands in it."""
    text, placed, spans, document = "", [], [], []
    for number, sentence in enumerate(report.sentences):
        start = len(text)
        for i, segment in enumerate(sentence.segments):
            body = segment.text
            if i == 0 and not segment.quoted:
                body = body[:1].upper() + body[1:]
            glue = "" if i == 0 or segment.quoted or sentence.segments[i - 1].quoted else " "
            text += glue
            placed.append(
                Placed(root=segment.root, part=segment.part, start=len(text), end=len(text) + len(body),
                       sentence=number, kind=sentence.kind, quoted=segment.quoted)
            )  # fmt: skip
            text += body
        text += "" if text.endswith((".", "”")) and sentence.segments[-1].text.endswith((".", ".”")) else "."
        spans.append((start, len(text)))
        if sentence.kind == "document":
            document.append((start, len(text)))
        text += " " if number % 3 else "\n"
    report.text, report.spans, report.placed = text.rstrip(), spans, placed
    if document:
        report.document = (document[0][0], document[-1][1])
