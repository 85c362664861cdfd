"""From values to rows of the record's tables: the one place where the record room makes plain dicts."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from variorum.record.attribution import attribution_chain
from variorum.record.naming import Label
from variorum.record.utterances import Statement, statement_id
from variorum.record.values import Claim, Disagreement, Event, Finding
from variorum.schema.codings import load_codings
from variorum.schema.annotations import Annotations, StatementMention, TimeMention
from variorum.schema.dates import UNKNOWN, Bounds
from variorum.schema.ids import mint
from variorum.schema.linked import Dated, Entity, Lineage, Link, Origin, Version
from variorum.schema.nodes import EntityLookup
from variorum.schema.reports import Issue, Report, Span
from variorum.schema.resolution import resolve
from variorum.schema.timex import timex_on

Row = dict[str, Any]


def report_row(
    report: Report, dated: Dated | None, siglum: str | None, origin: Origin | None, version: Version | None
) -> Row:
    """Make the row of `reports` for one report, set aside or read."""
    published = dated.published if dated else report.published
    return {
        "report_id": report.report_id,
        "file": report.file,
        "source": report.source,
        "siglum": siglum,
        "domain": report.domain,
        "country": report.country,
        "title": report.title,
        "subtitle": report.subtitle,
        "section": report.section,
        "author": report.author,
        "credit": report.credit,
        "url": report.url,
        "published": published.edtf,
        "published_low": published.low,
        "published_high": published.high,
        "published_basis": dated.basis if dated else report.published_basis,
        "published_time": report.published_time,
        "updated": report.updated.edtf,
        "updated_low": report.updated.low,
        "updated_high": report.updated.high,
        "updated_time": report.updated_time,
        "dateline": report.dateline,
        "translation": report.translation,
        "language": report.language,
        "version_of": version.version_of if version else None,
        "superseded_by": version.superseded_by if version else None,
        "origin_id": origin.origin_id if origin else None,
        "origin_basis": origin.basis if origin else None,
        "status": report.status,
        "reason": report.reason,
        "raw_digest": report.digest,
        "text": report.text,
    }


def removal_rows(report: Report) -> list[Row]:
    """Make the rows of `removals`: what was taken off the page, each stretch once."""
    seen = {(r.raw_start, r.raw_end): r for r in report.removals}
    return [
        {"report_id": report.report_id, "raw_start": s, "raw_end": e, "reason": r.reason}
        for (s, e), r in sorted(seen.items())
    ]


def part_rows(report: Report) -> list[Row]:
    """Make the rows of `report_parts`: what of a report is not its ordinary body."""
    rows = {(p.span.start, p.kind): p for p in report.parts}
    return [
        {
            "report_id": report.report_id,
            "kind": part.kind,
            "start_char": part.span.start,
            "end_char": part.span.end,
            "language": part.language,
            "detail": part.detail,
            "earlier": report.text[part.earlier.start : part.earlier.end] if part.earlier else None,
            "corrected": report.text[part.corrected.start : part.corrected.end] if part.corrected else None,
        }
        for _, part in sorted(rows.items())
    ]


def date_evidence_rows(report: Report, dated: Dated | None) -> list[Row]:
    """Make the rows of `date_evidence`: all that speaks of the day of publication, followed or not."""
    found = dated.evidence if dated else report.date_evidence
    rows = {(e.role, e.basis, e.words): e for e in reversed(found)}
    return [
        {
            "report_id": report.report_id,
            "role": e.role,
            "basis": e.basis,
            "words": e.words,
            "low": e.bounds.low,
            "high": e.bounds.high,
            "verdict": e.verdict,
        }
        for _, e in sorted(rows.items())
    ]


def shared_words_rows(lineage: Lineage) -> list[Row]:
    """Make the rows of `shared_words`: quotations of one statement in two reports."""
    return [
        {
            "report_id": s.report_id,
            "start_char": s.span.start,
            "end_char": s.span.end,
            "of_report_id": s.of_report_id,
            "of_start_char": s.of_span.start,
            "of_end_char": s.of_span.end,
            "similarity": s.similarity,
            "reason": s.reason,
        }
        for s in lineage.shared_words
    ]


def issue_row(issue: Issue) -> Row:
    """Make the row of `issues` for one issue."""
    parts = (issue.stage, issue.kind, issue.what, issue.report_id, issue.file, issue.start, issue.end)
    return {
        "issue_id": mint("issue", *parts),
        "stage": issue.stage,
        "kind": issue.kind,
        "what": issue.what,
        "report_id": issue.report_id,
        "file": issue.file,
        "start_char": issue.start,
        "end_char": issue.end,
    }


def entity_row(entity: Entity) -> Row:
    """Make the row of `entities` for one entity."""
    return {
        "entity_id": entity.entity_id,
        "name": entity.name,
        "kind": entity.kind,
        "country": entity.country,
        "sector": entity.sector,
        "office": entity.office,
        "latitude": entity.latitude,
        "longitude": entity.longitude,
        "disputed": entity.disputed,
        "external_ids": json.dumps(list(entity.external_ids)),
    }


def event_row(event: Event) -> Row:
    """Make the row of `events` for one event."""
    told = event.telling
    first = told[0]
    concept = min({m.concept for m in told}, key=lambda c: (-sum(m.concept == c for m in told), c))
    return {
        "event_id": event.event_id,
        "label": event.label,
        "type": event.type,
        "mode": next((m.mode for m in told if m.concept == concept and m.mode), first.mode),
        "contexts": json.dumps(sorted({c for n in event.nodes for m in n.mentions for c in m.contexts})),
        "concept": concept,
        "cameo": first.cameo,
        "weis": load_codings().of_concept(concept).weis or None,
        "realis": event.realis,
        "date": event.date.edtf,
        "date_low": event.date.low,
        "date_high": event.date.high,
        "date_basis": event.date_basis,
        "place_id": event.place_id,
        "n_reports": len({n.report_id for n in event.nodes}),
        "n_origins": len(event.origins),
        "all_presumed": event.all_presumed,
        "story_id": event.story_id,
        "salience": event.salience,
    }


def mention_rows(
    annotations: Annotations,
    lookup: EntityLookup,
    event_of: Mapping[tuple[str, int], Event],
    referents: Iterable[tuple[Span, str]] = (),
) -> list[Row]:
    """One row a mention of an entity or event; a group's mention has a row for each of its members' first only.

    Nouns that name nobody have none; a speaker's "I" is a mention of the speaker.
    Of two annotators that found one span the first has it.

    Args:
        referents: spans that refer to entities without naming them, with the entities' ids.
    """
    report, rows = annotations.report_id, []
    for index, entity in enumerate(annotations.entities):
        subjects = lookup.of(annotations, index)
        rows.append(_mention(report, "entity", entity.span, subjects[0] if subjects else None, "entities.v2"))
    for pronoun in annotations.unnamed:
        meant = lookup.of(annotations, pronoun.speaker) if pronoun.speaker is not None else ()
        if meant:
            rows.append(_mention(report, "entity", pronoun.span, meant[0], "entities.v2"))
    for event in (*annotations.events, *(e for e in annotations.unrecorded if e.left_out != "weak")):
        told = event_of.get((report, event.chain))
        rows.append(_mention(report, "event", event.trigger, told.event_id if told else None, "events.v2"))
    rows += [_mention(report, "toponym", t.span, None, "toponyms.v1") for t in annotations.toponyms]
    rows += [_mention(report, "time", t.span, None, "times.v2") for t in annotations.times]
    rows += [_mention(report, "entity", span, entity, "referents.v1") for span, entity in referents]
    first: dict[str, Row] = {}
    for row in rows:
        first.setdefault(row["mention_id"], row)
    return list(first.values())


def _mention(report_id: str, kind: str, span: Span, subject: str | None, annotator: str) -> Row:
    return {
        "mention_id": mint("mention", report_id, kind, span.start, span.end),
        "report_id": report_id,
        "kind": kind,
        "start_char": span.start,
        "end_char": span.end,
        "subject_id": subject,
        "annotator": annotator,
    }


def time_rows(annotations: Annotations, published: Bounds, text: str) -> list[Row]:
    """Make the rows of `times` for one report.

    Args:
        published: the days from which the report's relative times are counted. Values become days only where that is
            one day; bounds are given for wider ones too.
    """
    day = published.low if published.days == 1 else None
    return [_time(annotations.report_id, mention, published, day, text) for mention in annotations.times]


def _time(report_id: str, mention: TimeMention, published: Bounds, day: date | None, text: str) -> Row:
    value, span = mention.value, mention.span
    bare = value if mention.type == "DURATION" else replace(value, bound=None)
    days = resolve(bare, published) if mention.type != "SET" else UNKNOWN
    return {
        "mention_id": mint("mention", report_id, "time", span.start, span.end),
        "report_id": report_id,
        "type": mention.type,
        "value": "/".join(timex_on(one, day) for one in (value, value.until) if one),
        "anchor": _time_anchor(mention, day, text),
        "edtf": days.edtf,
        "low": days.low,
        "high": days.high,
        "bound": value.bound,
        "rule": mention.rule,
        "mod": mention.mod,
        "zone": value.zone,
        "words": text[span.start : span.end],
    }


def _time_anchor(mention: TimeMention, day: date | None, text: str) -> str | None:
    """The words that a time counts from, or the report's day where it counts from that; None where from neither."""
    if mention.anchor is not None:
        return text[mention.anchor.start : mention.anchor.end]
    relative = mention.value.grain is not None and not mention.value.absolute
    return day.isoformat() if day and relative else None


def toponym_rows(annotations: Annotations, lookup: EntityLookup) -> Iterator[Row]:
    """One row a name of a place; its entity is that of the smallest mention that holds its words."""
    holders = [(m.span, lookup.of(annotations, i)) for i, m in enumerate(annotations.entities) if not m.members]
    for toponym in annotations.toponyms:
        span = toponym.span
        inside = [(s.end - s.start, ids) for s, ids in holders if s.start <= span.start and span.end <= s.end and ids]
        yield {
            "mention_id": mint("mention", annotations.report_id, "toponym", span.start, span.end),
            "report_id": annotations.report_id,
            "entity_id": min(inside)[1][0] if inside else None,
            "name": toponym.name,
            "form": toponym.form,
            "literal": toponym.literal,
            "geonames_id": toponym.geonames_id,
            "latitude": toponym.latitude,
            "longitude": toponym.longitude,
            "country": toponym.country,
            "admin1": toponym.admin1,
            "admin2": toponym.admin2,
            "feature_class": toponym.feature_class,
            "feature_code": toponym.feature_code,
            "precision": toponym.precision,
        }


def claim_row(claim: Claim) -> Row:
    """Make the row of `claims` for one claim."""
    return {
        "claim_id": claim.claim_id,
        "report_id": claim.report_id,
        "event_id": claim.event_id,
        "attribute": claim.attribute,
        "value": claim.value,
        "original_value": claim.original,
        "polarity": claim.polarity,
        "realis": claim.realis,
        "attributed_to": claim.attributed_to,
        "attribution_chain": claim.chain,
        "voice": claim.voice,
        "annotator": "claims.v2",
    }


def finding_row(finding: Finding) -> Row:
    """Make the row of `findings` for one finding."""
    return {
        "finding_id": finding.finding_id,
        "subject_id": finding.subject_id,
        "attribute": finding.attribute,
        "value": finding.value,
        "status": finding.status,
        "n_origins": finding.n_origins,
        "all_presumed": finding.all_presumed,
        "rule": finding.rule,
        "low": finding.estimate.low if finding.estimate else None,
        "best": finding.estimate.best if finding.estimate else None,
        "high": finding.estimate.high if finding.estimate else None,
    }


def statement_row(
    statement: Statement, own: Annotations, lookup: EntityLookup, *, published: Bounds, text: str, utterance: str
) -> Row:
    """Make the row of `statements` for one statement."""
    mention = statement.mention
    said = said_when(mention, own, published)
    return {
        "statement_id": statement.statement_id,
        "report_id": statement.report_id,
        "speaker_id": statement.speaker,
        "speaker_words": text[words.start : words.end] if (words := mention.speaker_words) is not None else None,
        "kind": mention.kind,
        "cue": text[mention.cue.start : mention.cue.end],
        "content": statement.content,
        "said_low": said.low,
        "said_high": said.high,
        "position": mention.position,
        "target_id": _first(lookup, own, mention.target),
        "through_id": _first(lookup, own, mention.through),
        "utterance_id": utterance,
        "attitude": mention.attitude,
        "issue": _words(text, mention.issue),
        "condition": _words(text, mention.condition),
        "polarity": mention.polarity,
        "addressee_id": _first(lookup, own, mention.addressee),
        "addressee": _words(text, mention.addressee_words),
        "place_id": _first(lookup, own, mention.place),
        "venue": _words(text, mention.venue),
        "within_id": None
        if mention.within is None
        else statement_id(statement.report_id, own.statements[mention.within]),
        "attribution_chain": attribution_chain(own, statement.number, text, lookup),
    }


def _words(text: str, span: Span | None) -> str | None:
    return None if span is None else text[span.start : span.end]


def said_when(mention: StatementMention, own: Annotations, published: Bounds) -> Bounds:
    """When it was said: by its time expression, else no later than the report."""
    if mention.time is not None:
        said = resolve(own.times[mention.time].value, published)
        if said.low or said.high:
            return said
    return Bounds(low=None, high=published.high, edtf=None)


def _first(lookup: EntityLookup, own: Annotations, mention: int | None) -> str | None:
    found = lookup.of(own, mention) if mention is not None else ()
    return found[0] if found else None


def label_row(label: Label) -> Row:
    """Make the row of `labels` for one label."""
    return {
        "label_id": label.label_id,
        "report_id": label.report_id,
        "subject_id": label.subject_id,
        "label": label.mention.label,
        "voice": label.mention.voice,
        "loaded": label.mention.loaded,
        "distance": label.mention.distance,
    }


def copy_rows(lineage: Lineage) -> list[Row]:
    """Make the rows of `copies`: passages that one report took from another."""
    return [
        {
            "report_id": c.report_id,
            "start_char": c.span.start,
            "end_char": c.span.end,
            "origin_id": c.origin_id,
            "of_report_id": c.of_report_id,
            "of_start_char": c.of_span.start,
            "of_end_char": c.of_span.end,
            "similarity": c.similarity,
            "basis": c.basis,
        }
        for c in lineage.copies
    ]


def link_rows(links: Iterable[Link]) -> list[Row]:
    """Make the rows of `links`, each link once."""
    rows = {}
    for link in links:
        left, right = sorted((link.left_id, link.right_id))
        rows[link.kind, left, right] = {
            "kind": link.kind,
            "left_id": left,
            "right_id": right,
            "judgement": link.judgement,
            "score": link.score,
            "evidence": link.evidence,
            "decided_by": link.decided_by,
        }
    return [rows[key] for key in sorted(rows)]


class Evidence:
    """Collects evidence rows: the exact words behind a row, each pair of item and span once."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self._rows: dict[str, Row] = {}

    def add(self, item_id: str, report_id: str, span: Span) -> str:
        """Keep the words at a span as evidence of an item and return the evidence id."""
        evidence_id = mint("evidence", item_id, report_id, span.start, span.end)
        quote = self._texts[report_id][span.start : span.end]
        self._rows[evidence_id] = {
            "evidence_id": evidence_id,
            "item_id": item_id,
            "report_id": report_id,
            "start_char": span.start,
            "end_char": span.end,
            "quote": quote,
        }
        return evidence_id

    def rows(self) -> list[Row]:
        """Make the rows of `evidence`, each once."""
        return [self._rows[key] for key in sorted(self._rows)]


def disagreement_rows(disagreements: Sequence[Disagreement], evidence: Evidence) -> tuple[list[Row], list[Row]]:
    """Rows of `disagreements` and `disagreement_values`."""
    heads, values = [], {}
    for found in disagreements:
        heads.append(
            {
                "disagreement_id": found.disagreement_id,
                "kind": found.kind,
                "subject_id": found.subject_id,
                "summary": found.summary,
                "weight": found.weight,
                "rule": found.rule,
            }
        )
        for held in found.holdings:
            report_id, span = held.support
            evidence_id = evidence.add(found.disagreement_id, report_id, span)
            values[found.disagreement_id, held.value, report_id, evidence_id] = {
                "disagreement_id": found.disagreement_id,
                "value": held.value,
                "report_id": report_id,
                "evidence_id": evidence_id,
                "voice": held.voice,
                "side": held.side,
            }
    return heads, list(values.values())
