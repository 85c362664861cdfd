"""From linked annotations to the record's tables: events, claims, findings, disagreements, coverage (one pass, pure)."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from variorum.record import rows
from variorum.record.alone import Masthead, find_alone
from variorum.record.claims import make_claims
from variorum.record.coverage import Press, find_coverage
from variorum.record.disputes import find_disputes, find_utterance_dates
from variorum.record.event_mentions import MentionSetting, event_mention_rows
from variorum.record.events import make_events
from variorum.record.facets import RULE as FACETS
from variorum.record.figures import FigureSetting, figure_rows
from variorum.record.entity_mentions import at_mentions, first_mentions, referent_links, referent_spans
from variorum.record.findings import make_findings
from variorum.record.foes import find_foes
from variorum.record.instruments import find_instruments
from variorum.record.offices import RULE as OFFICES, office_rows
from variorum.record.corrections import (
    RULE as CORRECTIONS,
    SUPERSEDED,
    find_corrections,
    find_withdrawn,
    leave_out_withdrawn,
    supersede,
)
from variorum.record.parties import party_rows
from variorum.record.naming import Label, find_namings, gather_labels
from variorum.record.places import Places
from variorum.record.relations import relation_rows
from variorum.record.rulings import apply_rulings
from variorum.record.sigla import make_sigla
from variorum.record.story_facets import find_story_disputes, make_pages
from variorum.record.threads import label_processes, label_stories, process_ids, story_ids
from variorum.record.utterances import Statement, gather, link_utterances, spans_of
from variorum.record.values import Claim, Disagreement, Event, Finding
from variorum.record.wording import Speech, find_wordings
from variorum.schema.annotations import Annotations
from variorum.schema.dates import Bounds
from variorum.schema.linked import (
    Dated,
    Decision,
    EventRelation,
    Lineage,
    Link,
    LinkedEntities,
    LinkedReferents,
    Storyline,
    Version,
)
from variorum.schema.nodes import EntityLookup, LinkedEvents, NodeKey
from variorum.schema.reports import Issue, Report

Tables = dict[str, list[dict[str, Any]]]

RULES = (
    "alone.v1",
    "claims.v2",
    CORRECTIONS,
    "coverage.v3",
    "dates.v4",
    "directions.v3",
    "durations.v1",
    "events.v2",
    FACETS,
    "figures.v5",
    "instruments.v1",
    "labels.v5",
    OFFICES,
    "outcomes.v1",
    "participants.v3",
    "places.v2",
    "realis.v3",
    "terms.v1",
    "utterances.v1",
    "utterance_dates.v3",
    "wording.v4",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """All that linking made of the reports of one build."""

    reports: tuple[Report, ...]
    annotations: Mapping[str, Annotations]
    entities: LinkedEntities
    events: LinkedEvents
    storyline: Storyline
    lineage: Lineage
    dated: Mapping[str, Dated]
    decisions: tuple[Decision, ...]
    issues: tuple[Issue, ...]
    versions: tuple[Version, ...] = ()
    referents: LinkedReferents = field(default_factory=LinkedReferents)
    relations: tuple[EventRelation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconciled:
    """Everything that the rows are made of."""

    corpus: Corpus
    lookup: EntityLookup
    sigla: Mapping[str, str]
    events: tuple[Event, ...]
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    disagreements: tuple[Disagreement, ...]
    statements: tuple[Statement, ...]
    utterance_of: Mapping[str, str]
    labels: tuple[Label, ...]
    links: tuple[Link, ...]
    story_of: Mapping[str, str]
    process_of: Mapping[str, str]
    event_of: Mapping[NodeKey, Event]
    published: Mapping[str, Bounds]


def reconcile(corpus: Corpus, *, contrast_set: Callable[[str], str | None], most_events: int = 0) -> Tables:
    """Make all tables of the record but runs, decisions and shelf.

    Args:
        contrast_set: name of the set of contrasting words that a word is of, from the label lexicon.
        most_events: keep at most so many events, the most salient; 0 keeps all.
    """
    made = _reconcile(corpus, contrast_set, most_events)
    tables, issues = apply_rulings(_tables(made), corpus.decisions)
    tables["issues"] += [rows.issue_row(issue) for issue in issues]
    tables["issues"] = list({row["issue_id"]: row for row in tables["issues"]}.values())
    return tables


def _reconcile(corpus: Corpus, contrast_set: Callable[[str], str | None], most_events: int) -> Reconciled:
    lookup = EntityLookup(corpus.entities, corpus.annotations.values())
    texts = {r.report_id: r.text for r in corpus.reports}
    sigla = make_sigla(corpus.reports)
    bases = {o.origin_id: o.basis for o in corpus.lineage.origins}
    story_of, process_of = story_ids(corpus.storyline), process_ids(corpus.storyline)
    withdrawn = find_withdrawn(corpus.reports)
    clusters = leave_out_withdrawn(corpus.events.clusters, withdrawn)
    events = make_events(clusters, lookup, corpus.lineage, story_of, bases)
    events = _most_salient(events, most_events) if most_events else events
    published = {r: d.anchor for r, d in corpus.dated.items()}
    made = _all_claims(corpus, events, lookup, published, contrast_set)
    claims = supersede(made, withdrawn)
    of_event: dict[str, list[Claim]] = {e.event_id: [] for e in events}
    for claim in claims:
        if claim.polarity != SUPERSEDED:
            of_event[claim.event_id].append(claim)
    places = Places(lookup, corpus.annotations)
    findings = {
        e.event_id: make_findings(e, of_event[e.event_id], corpus.lineage, bases, lookup=lookup, places=places)
        for e in events
    }
    statements = gather(corpus.annotations, texts, lookup)
    utterance_of, utterance_links = link_utterances(statements, story_of, lookup)
    event_of = {node.key: event for event in events for node in event.nodes}
    labels = gather_labels(corpus.annotations, lookup, event_of, story_of, withdrawn)
    by_id = {e.event_id: e for e in events}
    names = {e.entity_id: e.name for e in corpus.entities.entities}
    disagreements = [
        *(d for e in events for d in find_disputes(e, findings[e.event_id], sigla, names)),
        *find_wordings(corpus.storyline.stories, texts, sigla, _speech(statements, lookup)),
        *find_namings(labels, by_id, lookup, process_of, sigla, contrast_set=contrast_set),
        *find_corrections(corpus.reports, corpus.annotations, sigla),
        *find_utterance_dates(statements, utterance_of, corpus.annotations, published, sigla=sigla, texts=texts),
    ]
    pages = make_pages(corpus.reports, corpus.annotations, lookup, published, corpus.lineage)
    disagreements += find_story_disputes(story_of, pages, sigla, known=tuple(disagreements))
    return Reconciled(
        corpus=corpus,
        lookup=lookup,
        sigla=sigla,
        events=events,
        claims=claims,
        findings=tuple(f for e in events for f in findings[e.event_id]),
        disagreements=tuple(sorted(disagreements, key=lambda d: (-d.weight, d.disagreement_id))),
        statements=statements,
        utterance_of=utterance_of,
        labels=labels,
        links=(*corpus.entities.links, *corpus.events.links, *corpus.storyline.links, *utterance_links),
        story_of=story_of,
        process_of=process_of,
        event_of=event_of,
        published=published,
    )


def _most_salient(events: tuple[Event, ...], most: int) -> tuple[Event, ...]:
    ranked = sorted(events, key=lambda e: (-e.salience, e.event_id))
    kept = {e.event_id for e in ranked[:most]}
    return tuple(e for e in events if e.event_id in kept)


def _all_claims(
    corpus: Corpus,
    events: Sequence[Event],
    lookup: EntityLookup,
    published: Mapping[str, Bounds],
    contrast_set: Callable[[str], str | None],
) -> Iterator[Claim]:
    """The claims of all events, event by event."""
    texts = {r.report_id: r.text for r in corpus.reports}
    titles = {r.report_id: r.title_span for r in corpus.reports}
    foes = find_foes(events, lookup, corpus.lineage.copied_spans())
    captions = {r.report_id: [part.span for part in r.parts if part.kind == "caption"] for r in corpus.reports}
    for event in events:
        yield from make_claims(
            event,
            corpus.annotations,
            texts,
            lookup,
            published=published,
            titles=titles,
            captions=captions,
            contrast_set=contrast_set,
            foes=foes,
        )


def _speech(statements: Iterable[Statement], lookup: EntityLookup) -> dict[str, list[Speech]]:
    """What is said in each report, by the side that its speaker stands for: a leader's words are those of his state.

    Whom no name tells ("the mediators") may be whoever another report names.
    """
    found: dict[str, list[Speech]] = {}
    for statement in statements:
        entity = lookup.by_id.get(statement.speaker or "")
        known = entity is not None and (bool(entity.names) or entity.country is not None)
        speaker = lookup.side(entity.entity_id) if entity is not None and known else None
        person = entity is not None and entity.kind == "person"
        spoken = (Speech(span=content, speaker=speaker, person=person) for content in statement.mention.contents)
        found.setdefault(statement.report_id, []).extend(spoken)
    return found


def _tables(made: Reconciled) -> Tables:
    corpus, lookup, event_of, published = made.corpus, made.lookup, made.event_of, made.published
    texts = {r.report_id: r.text for r in corpus.reports}
    evidence = rows.Evidence(texts)
    tables: Tables = {}
    _add_reports(tables, made)
    _add_events(tables, made, evidence, texts)
    tables["entities"] = [rows.entity_row(e) for e in corpus.entities.entities]
    tables["entity_names"] = [
        {"entity_id": e.entity_id, "name": n, "n_mentions": c} for e in corpus.entities.entities for n, c in e.names
    ]
    tables["mentions"] = [
        row
        for r in sorted(corpus.annotations)
        for row in rows.mention_rows(
            corpus.annotations[r],
            lookup,
            event_of,
            referent_spans(corpus.annotations[r], corpus.entities, corpus.referents),
        )
    ]
    tables["times"] = [
        row for r in sorted(corpus.annotations) for row in rows.time_rows(corpus.annotations[r], published[r], texts[r])
    ]
    tables["toponyms"] = [
        row for r in sorted(corpus.annotations) for row in rows.toponym_rows(corpus.annotations[r], lookup)
    ]
    _add_entity_evidence(made, evidence)
    tables["offices"] = office_rows(corpus.annotations, lookup, published, texts, evidence)
    tables["claims"] = [rows.claim_row(c) for c in made.claims]
    for claim in made.claims:
        _support(evidence, claim.claim_id, claim.supports)
    numbers = {(c.event_id, c.report_id, c.attribute, c.value): c.claim_id for c in made.claims}
    setting = FigureSetting(event_of=event_of, published=published, claims=numbers, lookup=lookup)
    figures = figure_rows(corpus.annotations, setting, evidence)
    tables["figures"] = list({row["figure_id"]: row for row in figures}.values())
    mentioned = MentionSetting(texts=texts, published=published, event_of=event_of, lookup=lookup)
    tables["event_mentions"] = list(event_mention_rows(corpus.annotations, mentioned, evidence))
    _add_findings(tables, made)
    _add_statements(tables, made, evidence, texts)
    tables["labels"] = list({label.label_id: rows.label_row(label) for label in made.labels}.values())
    for label in made.labels:
        evidence.add(label.label_id, label.report_id, label.mention.span)
    tables["disagreements"], tables["disagreement_values"] = rows.disagreement_rows(made.disagreements, evidence)
    tables["copies"] = rows.copy_rows(corpus.lineage)
    tables["credits"] = [
        {"report_id": c.report_id, "start_char": c.span.start, "end_char": c.span.end, "origin_id": c.origin_id}
        for c in corpus.lineage.credits
    ]
    tables["shared_words"] = rows.shared_words_rows(corpus.lineage)
    first = first_mentions(corpus.annotations.values())
    unnamed = referent_links(corpus.annotations, corpus.entities, corpus.referents)
    tables["links"] = rows.link_rows(at_mentions((*made.links, *unnamed), first))
    tables["evidence"] = evidence.rows()
    tables["issues"] = [rows.issue_row(issue) for issue in (*corpus.issues, *_undated(corpus))]
    return tables


def _undated(corpus: Corpus) -> list[Issue]:
    """Say which reports nobody can date: what they say of "Monday" stays open."""
    what = "nothing bounds the day it was published, so its relative dates stay open; give it in reports.tsv (column published)"
    return [
        Issue(stage="dating", kind="undated", what=what, report_id=r.report_id, file=r.file)
        for r in corpus.reports
        if r.status == "read" and not corpus.dated[r.report_id].published.known
    ]


def _add_reports(tables: Tables, made: Reconciled) -> None:
    corpus = made.corpus
    versions = {v.report_id: v for v in corpus.versions}
    origins = {o.origin_id: o for o in corpus.lineage.origins}
    tables["reports"] = [
        rows.report_row(
            r,
            corpus.dated.get(r.report_id),
            made.sigla.get(r.report_id),
            origins.get(corpus.lineage.of_report.get(r.report_id, "")) if r.status == "read" else None,
            versions.get(r.report_id),
        )
        for r in sorted(corpus.reports, key=lambda r: r.report_id)
    ]
    tables["removals"] = [row for r in corpus.reports for row in rows.removal_rows(r)]
    tables["report_parts"] = [row for r in corpus.reports for row in rows.part_rows(r)]
    tables["date_evidence"] = [
        row for r in corpus.reports for row in rows.date_evidence_rows(r, corpus.dated.get(r.report_id))
    ]
    tables["origins"] = [{"origin_id": o.origin_id, "name": o.name, "basis": o.basis} for o in corpus.lineage.origins]
    tables["stories"] = label_stories(corpus.storyline, corpus.reports, made.events, corpus.dated)
    tables["story_reports"] = [{"story_id": story, "report_id": r} for r, story in sorted(made.story_of.items())]
    tables["processes"] = label_processes(corpus.storyline, made.events, made.lookup)


def _add_events(tables: Tables, made: Reconciled, evidence: rows.Evidence, texts: Mapping[str, str]) -> None:
    tables["events"] = [rows.event_row(e) for e in made.events]
    tables["event_roles"] = [
        {"event_id": e.event_id, "entity_id": entity, "role": role} for e in made.events for role, entity in e.roles
    ]
    tables["event_parties"] = party_rows(made.events, made.corpus.annotations, texts, made.lookup, evidence)
    for event in made.events:
        for node in event.nodes:
            for mention in node.mentions:
                evidence.add(event.event_id, node.report_id, mention.trigger)
                evidence.add(event.event_id, node.report_id, mention.clause)
    withdrawn = find_withdrawn(made.corpus.reports)
    tables["event_relations"] = relation_rows(made.corpus.relations, made.event_of, withdrawn, evidence)
    tables["instruments"], tables["instrument_statuses"], sources = find_instruments(made.events, texts)
    for instrument_id, event in sources:
        for node in event.nodes:
            evidence.add(instrument_id, node.report_id, node.mentions[0].trigger)


def _add_entity_evidence(made: Reconciled, evidence: rows.Evidence) -> None:
    """The first mention of each entity in each report."""
    for report_id in sorted(made.corpus.annotations):
        own, seen = made.corpus.annotations[report_id], set()
        for index, mention in enumerate(own.entities):
            for entity in made.lookup.of(own, index):
                if entity not in seen:
                    seen.add(entity)
                    evidence.add(entity, report_id, mention.span)


def _support(evidence: rows.Evidence, item_id: str, supports: Iterable[Any]) -> None:
    for report_id, span in supports:
        evidence.add(item_id, report_id, span)


def _add_findings(tables: Tables, made: Reconciled) -> None:
    tables["findings"] = [rows.finding_row(f) for f in made.findings]
    tables["finding_claims"] = [
        {"finding_id": f.finding_id, "claim_id": c.claim_id, "side": side}
        for f in made.findings
        for side, claims in (("supports", f.supporting), ("opposes", f.opposing))
        for c in claims
    ]
    by_event: dict[str, list[Finding]] = {e.event_id: [] for e in made.events}
    for finding in made.findings:
        by_event[finding.subject_id].append(finding)
    press = Press(
        process_of=made.process_of,
        published=made.published,
        story_of=made.story_of,
        lengths={r.report_id: len(r.text) for r in made.corpus.reports},
    )
    covered = find_coverage(made.events, by_event, press, made.corpus.lineage)
    tables["coverage"] = [{"report_id": r, "subject_id": s, "how": how} for r, s, how in covered]
    sources = {r.report_id: r.source or made.sigla[r.report_id] for r in made.corpus.reports}
    masthead = Masthead(source_of=sources, group_of=made.process_of)
    events = {f.finding_id: f.subject_id for f in made.findings}
    alone = find_alone(covered, events, masthead)
    tables["alone"] = [{"source": source, "subject_id": s, "how": how} for source, s, how in alone]


def _add_statements(tables: Tables, made: Reconciled, evidence: rows.Evidence, texts: Mapping[str, str]) -> None:
    tables["statements"] = []
    for statement in made.statements:
        own, published = made.corpus.annotations[statement.report_id], made.published[statement.report_id]
        row = rows.statement_row(
            statement,
            own,
            made.lookup,
            published=published,
            text=texts[statement.report_id],
            utterance=made.utterance_of[statement.statement_id],
        )
        tables["statements"].append(row)
        for span in spans_of(statement.mention, own):
            evidence.add(statement.statement_id, statement.report_id, span)
    tables["statements"] = list({row["statement_id"]: row for row in tables["statements"]}.values())
