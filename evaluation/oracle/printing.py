"""Prints drafts: the text of a report, where each sentence stands in it, and files as outlets would publish them."""

import html
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.oracle.drafts import Draft
from evaluation.oracle.world import World
from variorum.schema.dates import on_day
from variorum.schema.reports import Report, Span

PARAGRAPH = 2
"""Sentences of a paragraph."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A draft with its text: the title in the first line, then paragraphs. spans: of each sentence."""

    draft: Draft
    report_id: str
    text: str
    spans: tuple[Span, ...]


def print_draft(draft: Draft, seed: int) -> Printed:
    """Set the sentences of a draft one after the other."""
    text, spans = "", []
    for place, sentence in enumerate(draft.sentences):
        spans.append(Span(start=len(text), end=len(text) + len(sentence.text)))
        text += sentence.text + ("\n" if place % PARAGRAPH == 0 else " ")
    return Printed(draft=draft, report_id=f"r{seed:06}{draft.number:03}", text=text.rstrip(), spans=tuple(spans))


def as_report(printed: Printed) -> Report:
    """The report as a reader that errs in nothing would hand it on."""
    draft = printed.draft
    return Report(
        report_id=printed.report_id,
        file=file_name(draft),
        text=printed.text,
        digest=printed.report_id,
        source=draft.outlet.name,
        title=draft.sentences[0].text,
        title_span=printed.spans[0],
        credit=draft.credit,
        published=on_day(draft.published),
        published_basis="metadata",
        language="en",
    )


def file_name(draft: Draft) -> str:
    """A page for every second report, plain text for the others."""
    stem = draft.outlet.name.lower().replace(" ", "-")
    return f"{draft.number:03}_{stem}.{'html' if draft.number % 2 else 'txt'}"


def write_files(printed: Sequence[Printed], world: World, folder: Path) -> None:
    """Write one file for each report."""
    for one in printed:
        lines = one.text.split("\n")
        page = _page if one.draft.number % 2 else _plain
        (folder / file_name(one.draft)).write_text(page(one.draft, lines[1:], world), encoding="utf-8")


def _dateline(draft: Draft, world: World) -> str:
    """Place, day and, where there is one, the agency that is credited."""
    place = world.cast.things[draft.main.place].name.upper()
    credit = f" ({draft.credit})" if draft.credit else ""
    return f"{place}, {draft.published.day} {draft.published:%B %Y}{credit} - "


def _plain(draft: Draft, paragraphs: Sequence[str], world: World) -> str:
    body = [_dateline(draft, world) + paragraphs[0], *paragraphs[1:]]
    return "\n".join([draft.outlet.name, draft.sentences[0].text, "", "\n\n".join(body), ""])


def _page(draft: Draft, paragraphs: Sequence[str], world: World) -> str:
    title, source = html.escape(draft.sentences[0].text), html.escape(draft.outlet.name)
    body = "\n".join(
        f"<p>{html.escape(text)}</p>" for text in [_dateline(draft, world) + paragraphs[0], *paragraphs[1:]]
    )
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{title} - {source}</title>
<meta property="og:site_name" content="{source}">
<meta property="og:title" content="{title}">
<meta property="article:published_time" content="{draft.published}T06:00:00+00:00">
</head>
<body>
<article>
<h1>{title}</h1>
{body}
</article>
</body>
</html>
"""
