"""The realis that the rules read at given places of a report, whether or not the lexicon names an event there."""

from collections.abc import Sequence

from variorum.annotations.event_realis import read_realis
from variorum.annotations.parse import load_parser, token_at
from variorum.config import Config
from variorum.schema.reports import Report


def read_realis_at(report: Report, offsets: Sequence[int], config: Config) -> tuple[str, ...]:
    """Read the realis of the words at some code points, in their order.

    Raises:
        ConfigError: the configured model is not installed.
        ValueError: an offset is in no word.
    """
    doc = load_parser(config)(report.text)
    title = report.title_span
    tokens = [token_at(doc, offset) for offset in offsets]
    headlines = [title is not None and title.start <= token.idx < title.end for token in tokens]
    return tuple(read_realis(t, headline=h)[0] for t, h in zip(tokens, headlines, strict=True))
