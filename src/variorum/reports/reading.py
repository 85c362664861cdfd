"""Read one item into a report, or set it aside with a reason. A broken file never raises."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from variorum.config import Config
from variorum.errors import Quarantine
from variorum.reports.cleaning import Cleaned
from variorum.reports.dayfirst import settle_by_style
from variorum.reports.decoding import Decoded
from variorum.reports.discovery import Input
from variorum.reports.documents import read_document, too_long
from variorum.reports.items import Item
from variorum.reports.identity import (
    choose_date,
    choose_source,
    conflicting_dates,
    file_date,
    first_value,
    join_credits,
)
from variorum.reports.languages import find_language
from variorum.reports.lines import Clue
from variorum.reports.listing import Row
from variorum.reports.stamps import parse_date
from variorum.schema.dates import UNKNOWN
from variorum.schema.ids import digest, mint
from variorum.schema.reports import Issue, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What is known of an item before its text is read."""

    item: Item
    report_id: str
    digest: str

    def issue(self, kind: str, what: str) -> Issue:
        file = self.item.file
        return Issue(stage="reports", kind=kind, what=f"{file}: {what}", report_id=self.report_id, file=file)

    def set_aside(self, reason: str, issues: Sequence[Issue] = ()) -> Report:
        listed = (*issues, self.issue("set_aside", reason))
        return Report(
            report_id=self.report_id,
            file=self.item.file,
            text="",
            digest=self.digest,
            status="set_aside",
            reason=reason,
            issues=listed,
        )


def read_input(given: Input, config: Config) -> Report:
    """Read, decode, clean, identify and date one file.

    Returns:
        A report; one that cannot be read has status set_aside, a reason and an issue that says so.
    """
    try:
        data = _read_bytes(given, config)
    except Quarantine as reason:
        return read_item(Item(file=given.file, data=b"", row=given.row, reason=str(reason)), config)
    return read_item(Item(file=given.file, data=data, row=given.row), config)


def read_item(item: Item, config: Config) -> Report:
    """Decode, clean, identify and date one item.

    Returns:
        A report; one that cannot be read has status set_aside, a reason and an issue that says so.
    """
    if item.reason is not None:
        return _know(item, str(item.file).encode()).set_aside(item.reason)
    known = _know(item, item.data)
    try:
        return _read(known, config)
    except Quarantine as reason:
        return known.set_aside(str(reason))


def _know(item: Item, data: bytes) -> _Known:
    """Mint the id from the raw bytes and from who published them where a person or the container says so."""
    row = item.row or Row()
    raw = digest(data)
    stated = (row.source, row.url) if row.source or row.url else _stated_names(item.stated)
    return _Known(item=item, report_id=mint("report", raw, *stated), digest=raw)


def _stated_names(stated: Sequence[Clue]) -> tuple[str | None, ...]:
    names = (first_value(stated, "source"), first_value(stated, "url"))
    return names if any(names) else ()


def _read_bytes(given: Input, config: Config) -> bytes:
    if given.path is None:
        raise Quarantine("is no file; build reads it through its pipeline")
    try:
        size = given.path.stat().st_size
        if size > config.max_report_bytes:
            raise Quarantine(
                f"{size} bytes, more than max_report_bytes = {config.max_report_bytes}; split it or raise the limit"
            )
        return given.path.read_bytes()
    except OSError as error:
        raise Quarantine(f"cannot be read ({error.strerror}); check its permissions") from error


def _read(known: _Known, config: Config) -> Report:
    decoded, cleaned = read_document(known.item, config)
    if not cleaned.text:
        raise Quarantine("nothing is left after cleaning: the file holds only page furniture")
    if len(cleaned.text) > config.max_report_chars:
        raise Quarantine(too_long(len(cleaned.text), config))
    language = _language(known.item.row or Row(), cleaned, config)
    return _report(known, decoded, cleaned, language)


def _language(row: Row, cleaned: Cleaned, config: Config) -> str | None:
    body = cleaned.text[cleaned.title_span.end :] if cleaned.title_span else cleaned.text
    language = row.language.casefold()[:2] if row.language else find_language(body)
    if language and language not in config.languages:
        raise Quarantine(f"its language is {language}, which is not in languages = {', '.join(config.languages)}")
    return language


def _report(known: _Known, decoded: Decoded, cleaned: Cleaned, language: str | None) -> Report:
    clues, issues = _all_clues(known, cleaned)
    source, dated = choose_source(clues), choose_date(clues)
    if dated and dated.basis != "reports.tsv":
        dated = settle_by_style(dated, cleaned.text)
    issues = [*_reading_issues(known, decoded, cleaned), *issues, *_date_issues(known, clues, dated)]
    span = cleaned.title_span
    title = (known.item.row.title if known.item.row else None) or (
        cleaned.text[span.start : span.end] if span else first_value(clues, "title")
    )
    return Report(
        report_id=known.report_id,
        file=known.item.file,
        text=cleaned.text,
        digest=known.digest,
        source=source.value if source else None,
        title=title,
        title_span=span if span and cleaned.text[span.start : span.end] == title else None,
        author=first_value(clues, "author"),
        credit=join_credits(clues),
        url=first_value(clues, "url"),
        published=dated.bounds if dated else UNKNOWN,
        published_basis=dated.basis if dated else None,
        language=language,
        removals=cleaned.removals,
        issues=tuple(issues),
    )


def _all_clues(known: _Known, cleaned: Cleaned) -> tuple[tuple[Clue, ...], list[Issue]]:
    """Clues in order of trust: a person's row, the report's own, the file's name."""
    row = known.item.row or Row()
    stated = list(_row_clues(row))
    bad = row.published and not any(clue.kind == "published" for clue in stated)
    issues = (
        [known.issue("bad_date", f"published is '{row.published}', which is no date; write 2022-11-02")] if bad else []
    )
    named = file_date(known.item.file)
    credited = (clue for clue in cleaned.clues if not (clue.kind == "credit" and row.credit))
    return (*stated, *known.item.stated, *credited, *((named,) if named else ())), issues


def _row_clues(row: Row) -> Iterator[Clue]:
    for kind in ("source", "title", "author", "credit", "url"):
        value = getattr(row, kind)
        if value:
            yield Clue(kind=kind, value=value, basis="reports.tsv")
    bounds = parse_date(row.published) if row.published else None
    if bounds:
        yield Clue(kind="published", value=row.published or "", basis="reports.tsv", bounds=bounds)


def _reading_issues(known: _Known, decoded: Decoded, cleaned: Cleaned) -> Iterator[Issue]:
    for kind, words in known.item.notes:
        yield known.issue(kind, words)
    if decoded.note:
        yield known.issue("encoding", decoded.note)
    for fault in cleaned.faults:
        yield known.issue("bad_date", fault)


def _date_issues(known: _Known, clues: Sequence[Clue], dated: Clue | None) -> Iterator[Issue]:
    for clue in conflicting_dates(clues, dated):
        chosen = dated.basis if dated else ""
        what = f"its {clue.basis} says '{clue.value}', its {chosen} says otherwise; the latter is used"
        yield known.issue("two_dates", what)
