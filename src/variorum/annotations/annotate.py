"""All annotators over one report, in their order: entities, times, figures, statements, events, relations, labels, occurrences."""

import logging
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from variorum.annotations.entities import find_mentions
from variorum.annotations.entity_loose import take_names
from variorum.annotations.entity_unnamed import tie_to_speakers
from variorum.annotations.entity_voices import name_voices
from variorum.annotations.event_tolls import settle_scopes
from variorum.annotations.events import Found, find_events
from variorum.annotations.figures import find_figure_issues, find_figures
from variorum.annotations.label_modifiers import find_modifiers
from variorum.annotations.labels import contrast_set, find_labels
from variorum.annotations.listed_actors import apply_actors
from variorum.annotations.occurrences import find_occurrences
from variorum.annotations.owners import tie_to_forces, tie_to_states
from variorum.annotations.places import find_toponyms, tie_to_places
from variorum.annotations.parse import find_cut_issues, load_parser, trimmed
from variorum.annotations.referents import find_referents
from variorum.annotations.relations import find_relations
from variorum.annotations.statements import find_statement_issues, find_statements
from variorum.annotations.terms import find_terms
from variorum.annotations.times import find_time_issues, find_times
from variorum.config import Config
from variorum.schema.actors import Actor, load_actors
from variorum.schema.annotations import Annotations
from variorum.schema.gazetteer import load_gazetteer
from variorum.schema.reports import Issue, Report, Span

_log = logging.getLogger(__name__)
ANNOTATORS = (
    "entities.v2",
    "toponyms.v1",
    "referents.v1",
    "times.v2",
    "figures.v2",
    "statements.v2",
    "events.v2",
    "relations.v1",
    "labels.v3",
    "occurrences.v1",
    "terms.v1",
)

__all__ = ["ANNOTATORS", "annotate", "contrast_set"]


def annotate(report: Report, config: Config) -> Annotations:
    """Find everything in one report.

    A report on which an annotator fails is kept without annotations and with an issue that says so: one text
    that nobody foresaw must not cost the others.

    Raises:
        ConfigError: the configured model is not installed, or the list of actors is not as it must be.
    """
    parser, actors = load_parser(config), load_actors(config.actors)
    try:
        return annotate_doc(parser(report.text), report, actors)
    except Exception as error:  # noqa: BLE001 - whatever it was is told, by report and kind
        _log.exception("report %s (%s) could not be annotated", report.report_id, report.file)
        what = f"could not be annotated ({type(error).__name__}: {error}); it is kept as text only, please report it"
        issue = Issue(
            stage="annotations", kind="not_annotated", what=what, report_id=report.report_id, file=report.file
        )
        return Annotations(report_id=report.report_id, annotators=ANNOTATORS, issues=(issue,))


def _dateline_of(report: Report) -> Span | None:
    """Where the report's dateline stands in its text; its day is that of the report, of no event."""
    start = report.text.find(report.dateline) if report.dateline else -1
    return Span(start=start, end=start + len(report.dateline)) if report.dateline and start >= 0 else None


def annotate_doc(doc: Doc, report: Report, actors: Sequence[Actor] = ()) -> Annotations:
    """Run all annotators over a parsed report; `actors` is the analyst's list, which outvotes them."""
    gazetteer = load_gazetteer()
    named, unnamed = find_mentions(doc, gazetteer)
    owned = tie_to_forces(report.text, tie_to_states(report.text, named))
    entities = apply_actors(report.text, owned, actors, report.published)
    toponyms = find_toponyms(doc, entities, gazetteer, home=report.country)
    entities = tie_to_places(entities, toponyms)
    times = find_times(doc)
    figures = find_figures(doc, times)
    referents, deeds = find_referents(doc, entities, figures)
    known, entities = entities, take_names(doc, entities, referents)
    statements = find_statements(doc, entities, times)
    found = Found(
        entities=entities,
        times=times,
        figures=figures,
        statements=statements,
        referents=referents,
        title=report.title_span,
        dateline=_dateline_of(report),
    )
    told = find_events(doc, found)
    events = tuple(event for event in told if event.left_out is None)
    heard, voiced = name_voices(doc, entities, referents, statements)
    issues = (*find_cut_issues(doc), *find_time_issues(doc), *find_figure_issues(doc), *find_statement_issues(doc))
    return Annotations(
        report_id=report.report_id,
        annotators=ANNOTATORS,
        sentences=tuple(trimmed(doc, s.start, s.end) for s in doc.sents if not s.text.isspace()),
        entities=heard,
        unnamed=tie_to_speakers(unnamed, heard, voiced),
        toponyms=toponyms,
        referents=referents,
        deeds=deeds,
        times=times,
        figures=settle_scopes(figures, events, times),
        statements=voiced,
        events=events,
        unrecorded=tuple(event for event in told if event.left_out is not None),
        relations=find_relations(doc, events, statements),
        labels=find_labels(doc, entities, events, statements, referents),
        modifiers=find_modifiers(doc, entities, referents),
        terms=find_terms(doc, events),
        occurrences=find_occurrences(doc, known, referents, times),
        issues=tuple(replace(issue, report_id=report.report_id, file=report.file) for issue in issues),
    )
