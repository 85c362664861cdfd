"""A report as the stages see it: immutable text with what is known of who published it, when, and on whose word."""

from dataclasses import dataclass, field

from variorum.schema.dates import Bounds, UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Part of a report's text: half-open, in code points."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Removal:
    """What cleaning took away. Offsets are into the decoded raw text (code points), half-open."""

    raw_start: int
    raw_end: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """Something set aside or not understood. `report_id` is None where no report came of it."""

    stage: str
    kind: str
    what: str
    report_id: str | None = None
    file: str | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A stretch of a report's text that is not its ordinary body.

    kind: one of `vocabulary.PART_KINDS`. language: where it is not the report's.
    detail: what a correction corrects, what is embedded.
    earlier, corrected: of a correction, the words that it takes back and those that hold, as far as it gives them.
    """

    kind: str
    span: Span
    language: str | None = None
    detail: str | None = None
    earlier: Span | None = None
    corrected: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DateEvidence:
    """One thing that says when a report was published, alone.

    role: published, updated, or seen (it existed by then: a crawl, a file made of it).
    basis: where it stands. words: as written. time: ISO 8601 with zone, where it gives one.
    verdict: used, agrees or contradicts.
    """

    role: str
    basis: str
    words: str
    bounds: Bounds
    time: str | None = None
    verdict: str = "agrees"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One published item, its text immutable.

    `text` is the cleaned body, NFC, no-break spaces as spaces, one paragraph a line
    (paragraphs part at a line break); every offset of every annotation is into it.
    `title_span` lies in `text` where the title is part of it. `published` are the bounds
    that the report itself gives (its metadata, date line, file name); what its relative
    dates and linked reports add is found later. A report that could not be read has
    `status` set_aside, a `reason` and empty text. `country` is ISO 3166-1 alpha-3, of the source.
    `line_raws` has for each line of `text` the first and the end of its code points in the decoded raw text.
    """

    report_id: str
    file: str
    text: str
    digest: str
    status: str = "read"
    reason: str | None = None
    source: str | None = None
    title: str | None = None
    title_span: Span | None = None
    author: str | None = None
    credit: str | None = None
    url: str | None = None
    published: Bounds = UNKNOWN
    published_basis: str | None = None
    language: str | None = None
    subtitle: str | None = None
    section: str | None = None
    domain: str | None = None
    country: str | None = None
    published_time: str | None = None
    updated: Bounds = UNKNOWN
    updated_time: str | None = None
    dateline: str | None = None
    translation: str | None = None
    parts: tuple[Part, ...] = field(default=())
    date_evidence: tuple[DateEvidence, ...] = field(default=())
    removals: tuple[Removal, ...] = field(default=())
    line_raws: tuple[tuple[int, int], ...] = field(default=())
    issues: tuple[Issue, ...] = field(default=())
