"""Read one item into a report, or set it aside with a reason. A broken file never raises."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from variorum.config import Config
from variorum.errors import Quarantine
from variorum.reports.cleaning.clean import Cleaned
from variorum.reports.dates.moments import read_moment
from variorum.reports.documents.decoding import Decoded
from variorum.reports.discovery import Input
from variorum.reports.documents import read_document, too_long
from variorum.reports.parts.entries import find_older_entries
from variorum.reports.identity.evidence import Dating, complete_moment, contradictions, weigh_dates
from variorum.reports.identity.trust import file_date, first_value, join_credits
from variorum.reports.lexicon import headline_key
from variorum.reports.items import Item
from variorum.reports.parts.languages import find_language
from variorum.reports.lines import Clue
from variorum.reports.listing import Row
from variorum.reports.parts.stretches import find_parts
from variorum.reports.parts.language_runs import find_foreign, find_main_language
from variorum.reports.identity.profiles import choose_profile
from variorum.reports.dates.stamps import parse_date
from variorum.reports.identity.urls import find_address_date
from variorum.schema.dates import UNKNOWN
from variorum.schema.ids import digest, mint
from variorum.schema.reports import Issue, Report, Span


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
    language = _language(known, cleaned, config)
    return _report(known, decoded, cleaned, language)


def _language(known: _Known, cleaned: Cleaned, config: Config) -> str | None:
    """A person's word, else what the body is surely in, else what the container or the page says."""
    row = known.item.row or Row()
    body = cleaned.text[cleaned.title_span.end :] if cleaned.title_span else cleaned.text
    stated = first_value((*known.item.stated, *cleaned.clues), "language") or ""
    told = find_language(body) or find_main_language(body)
    language = row.language.casefold()[:2] if row.language else told or _language_code(stated)
    if language and language not in config.languages:
        raise Quarantine(f"its language is {language}, which is not in languages = {', '.join(config.languages)}")
    return language


def _language_code(stated: str) -> str | None:
    """The ISO 639-1 code that "en-GB" or "en" begins with; None for words that are no code."""
    match = re.fullmatch(r"([A-Za-z]{2})(?:[-_].*)?", stated.strip())
    return match[1].casefold() if match else None


def _report(known: _Known, decoded: Decoded, cleaned: Cleaned, language: str | None) -> Report:
    clues, issues = _all_clues(known, cleaned)
    title, span = _title(known, cleaned, clues)
    profile = choose_profile(clues, cleaned.text, span)
    dating = weigh_dates((*clues, *_address_dates(profile.url)), cleaned.text)
    return Report(
        report_id=known.report_id,
        file=known.item.file,
        text=cleaned.text,
        digest=known.digest,
        source=profile.source,
        title=title,
        title_span=span,
        author=first_value(clues, "author"),
        credit=join_credits(clues),
        url=profile.url,
        published=dating.published,
        published_basis=dating.basis,
        language=language,
        subtitle=profile.subtitle,
        section=profile.section,
        domain=profile.domain,
        country=profile.country,
        published_time=dating.published_time,
        updated=dating.updated,
        updated_time=dating.updated_time,
        dateline=first_value(clues, "dateline"),
        translation=first_value(clues, "translation"),
        parts=(
            *find_parts(cleaned.text, span),
            *find_older_entries(cleaned.text, dating.published),
            *find_foreign(cleaned.text, language),
        ),
        date_evidence=dating.evidence,
        removals=cleaned.removals,
        line_raws=cleaned.line_raws,
        issues=(*_reading_issues(known, decoded, cleaned), *issues, *_date_issues(known, dating)),
    )


def _title(known: _Known, cleaned: Cleaned, clues: Sequence[Clue]) -> tuple[str | None, Span | None]:
    """The headline, and where it stands in the text: a person's or the container's, else the text's, else the page's."""
    first = Span(start=0, end=len(cleaned.text.partition("\n")[0]))
    row = known.item.row or Row()
    stated = row.title or first_value(known.item.stated, "title")
    if stated and headline_key(cleaned.text[: first.end]) == headline_key(stated):
        return stated, first
    if stated:
        return stated, None
    span = cleaned.title_span
    return (cleaned.text[span.start : span.end], span) if span else (first_value(clues, "title"), None)


def _address_dates(url: str | None) -> tuple[Clue, ...]:
    found = find_address_date(url) if url else None
    return (found,) if found else ()


def _all_clues(known: _Known, cleaned: Cleaned) -> tuple[tuple[Clue, ...], list[Issue]]:
    """Clues in order of trust: a person's row, the container's, the report's own, the file's name."""
    row = known.item.row or Row()
    own = list(_row_clues(row))
    bad = row.published and not any(clue.kind == "published" for clue in own)
    issues = (
        [known.issue("bad_date", f"published is '{row.published}', which is no date; write 2022-11-02")] if bad else []
    )
    stated = [complete_moment(clue) for clue in known.item.stated]
    issues += [
        known.issue("bad_date", f"{clue.kind} is '{clue.value}' by its {clue.basis}, which is no date; it is not used")
        for clue in stated
        if clue.kind in ("published", "updated", "seen") and clue.bounds == UNKNOWN
    ]
    named = file_date(known.item.file)
    credited = (clue for clue in cleaned.clues if not (clue.kind == "credit" and row.credit))
    return (*own, *stated, *credited, *((named,) if named else ())), issues


def _row_clues(row: Row) -> Iterator[Clue]:
    for kind in ("source", "title", "author", "credit", "url"):
        value = getattr(row, kind)
        if value:
            yield Clue(kind=kind, value=value, basis="reports.tsv")
    bounds = parse_date(row.published) if row.published else None
    if bounds:
        words = row.published or ""
        yield Clue(kind="published", value=words, basis="reports.tsv", bounds=bounds, time=read_moment(words)[1])


def _reading_issues(known: _Known, decoded: Decoded, cleaned: Cleaned) -> Iterator[Issue]:
    for kind, words in known.item.notes:
        yield known.issue(kind, words)
    if decoded.note:
        yield known.issue("encoding", decoded.note)
    for fault in cleaned.faults:
        yield known.issue("bad_date", fault)


def _date_issues(known: _Known, dating: Dating) -> Iterator[Issue]:
    for piece in contradictions(dating):
        what = f"its {piece.basis} says '{piece.words}', its {dating.basis} says otherwise; the latter is used"
        yield known.issue("two_dates", what)
