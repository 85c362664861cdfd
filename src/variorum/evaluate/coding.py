"""Gold documents read by this software: as reports, annotated, and linked with each other."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from variorum.config import Config
from variorum.evaluate.values import Document
from variorum.pipeline import Linked, annotate_reports, link_reports
from variorum.schema.annotations import Annotations
from variorum.schema.dates import UNKNOWN, on_day
from variorum.schema.ids import digest, mint
from variorum.schema.reports import Report

_INNER_BREAK = re.compile(r"(?<!\n)\n(?!\n)")
_ENDS = ".!?:;\"”'’)"

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """Documents of one set as the pipeline sees them, all by document id."""

    reports: Mapping[str, Report]
    annotations: Mapping[str, Annotations]
    linked: Linked


@dataclass(frozen=True, slots=True, kw_only=True)
class Coder:
    """Runs the pipeline over gold documents. Their texts are taken as they are, so that offsets hold."""

    config: Config = field(default_factory=Config)
    progress: Progress = lambda _stage, _done, _total: None

    def annotate(self, documents: Sequence[Document]) -> Mapping[str, Annotations]:
        """Annotations by document id."""
        reports = {d.id: read_document(d) for d in documents}
        found = annotate_reports(list(reports.values()), config=self.config, progress=self.progress)
        return {key: found[report.report_id] for key, report in reports.items()}

    def link(self, documents: Sequence[Document]) -> Coding:
        """Annotations, and what linking all documents with each other makes of them."""
        reports = {d.id: read_document(d) for d in documents}
        found = annotate_reports(list(reports.values()), config=self.config, progress=self.progress)
        linked = link_reports(list(reports.values()), found, config=self.config, progress=self.progress)
        annotations = {key: found[report.report_id] for key, report in reports.items()}
        return Coding(reports=reports, annotations=annotations, linked=linked)


def read_document(document: Document) -> Report:
    """A gold document as a report: its text with every offset where it was, its date as the report's."""
    text = unwrap(document.text.replace("\u00a0", " "))
    day = date.fromisoformat(document.published[:10]) if document.published else None
    return Report(
        report_id=mint("report", document.id, document.text),
        file=document.id,
        text=text,
        digest=digest(document.text.encode()),
        source=document.gold.source if hasattr(document.gold, "source") else None,
        title=getattr(document.gold, "title", None),
        published=on_day(day) if day else UNKNOWN,
        language="en",
    )


def unwrap(text: str) -> str:
    """Line breaks within paragraphs as blanks, where the text was wrapped to a width; its length stays.

    A text is wrapped where blank lines part its paragraphs and most of its other breaks end no sentence. In any
    other text a line is a sentence or paragraph of its own.
    """
    inner = [match.start() for match in _INNER_BREAK.finditer(text)]
    running = sum(text[at - 1] not in _ENDS for at in inner if at)
    if "\n\n" not in text or running * 2 <= len(inner):
        return text
    return _INNER_BREAK.sub(" ", text)
