"""All annotators over one report, in their order: entities, times, figures, statements, events, labels."""

from dataclasses import replace

from spacy.tokens import Doc

from variorum.annotations.entities import find_entities
from variorum.annotations.events import Found, find_events
from variorum.annotations.figures import find_figures
from variorum.annotations.labels import contrast_set, find_labels
from variorum.annotations.owners import tie_to_states
from variorum.annotations.parse import load_parser, trimmed
from variorum.annotations.statements import find_statement_issues, find_statements
from variorum.annotations.times import find_time_issues, find_times
from variorum.config import Config
from variorum.schema.annotations import Annotations
from variorum.schema.gazetteer import load_gazetteer
from variorum.schema.reports import Report

ANNOTATORS = ("entities.v1", "times.v1", "figures.v1", "statements.v1", "events.v1", "labels.v1")

__all__ = ["ANNOTATORS", "annotate", "contrast_set"]


def annotate(report: Report, config: Config) -> Annotations:
    """Find everything in one report.

    Raises:
        ConfigError: the configured model is not installed.
    """
    doc = load_parser(config)(report.text)
    return annotate_doc(doc, report)


def annotate_doc(doc: Doc, report: Report) -> Annotations:
    """Run all annotators over a parsed report."""
    entities = tie_to_states(report.text, find_entities(doc, load_gazetteer()))
    times = find_times(doc)
    figures = find_figures(doc, times)
    statements = find_statements(doc, entities, times)
    found = Found(entities=entities, times=times, figures=figures, statements=statements, title=report.title_span)
    events = find_events(doc, found)
    issues = (*find_time_issues(doc), *find_statement_issues(doc))
    return Annotations(
        report_id=report.report_id,
        annotators=ANNOTATORS,
        sentences=tuple(trimmed(doc, s.start, s.end) for s in doc.sents if not s.text.isspace()),
        entities=entities,
        times=times,
        figures=figures,
        statements=statements,
        events=events,
        labels=find_labels(doc, entities, events, statements),
        issues=tuple(replace(issue, report_id=report.report_id, file=report.file) for issue in issues),
    )
