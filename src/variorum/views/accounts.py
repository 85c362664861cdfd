"""What is told of each kind of item when it is explained."""

from variorum.views.attested import claim_line, finding_claims, finding_line, show_value, supporting_evidence
from variorum.views.catalogue import Catalogue, Row
from variorum.views.changes import what_would_change
from variorum.views.chronology import event_status, roles_of
from variorum.views.days import show_bounds
from variorum.views.explanation import Explanation, Witness, list_disputes, list_links, list_rulings, witnesses_of
from variorum.views.linking import title_witnesses
from variorum.views.provenance import tell_provenance
from variorum.views.relations import PHRASES, relations_of
from variorum.views.rules import rule_in_words, rule_of_table
from variorum.views.tolls import show_figure
from variorum.views.voices import count_origins, describe_report, plain_voices, siglum_of, voices_of


def explain_event(catalogue: Catalogue, event: Row) -> Explanation:
    """Explain an event."""
    event_id = event["event_id"]
    evidence = catalogue.of("evidence", "item_id", event_id)
    roles = "; ".join(f"{r.role}: {', '.join(name for _, name in r.names)}" for r in roles_of(catalogue, event_id))
    findings = [
        f"{row['attribute']} = {finding_line(catalogue, row).value} ({row['status']}, {row['rule']}, {row['finding_id']})"
        for row in catalogue.of("findings", "subject_id", event_id)
    ]
    counted = count_origins(event["n_reports"] or 0, event["n_origins"] or 0, presumed=bool(event["all_presumed"]))
    when = show_bounds(event["date"], event["date_low"], event["date_high"])
    return Explanation(
        item_id=event_id,
        kind="event",
        what=f"{event['label']} ({event['realis'].replace('_', ' ')}; {event_status(catalogue, event).word})",
        facts=(
            ("date", f"{when} ({event['date_basis'] or 'no basis'})"),
            ("place", catalogue.name_of(event["place_id"]) or ""),
            ("type", " ".join(str(event[c]) for c in ("type", "mode", "concept") if event[c])),
            ("roles", roles),
            ("in words", parties_of(catalogue, event_id)),
            *(("relation", f"{r.text}: {r.basis} ({r.relation_id})") for r in relations_of(catalogue, event_id)),
            *(("finding", finding) for finding in findings),
            *list_disputes(catalogue, event_id),
        ),
        witnesses=witnesses_of(catalogue, evidence),
        origins=f"{counted}: {plain_voices(voices_of(catalogue, evidence))}",
        links=list_links(catalogue, event_id),
        rulings=list_rulings(catalogue, event_id),
        rule=rule_of_table(catalogue, "events"),
        change=what_would_change("events", event),
    )


def parties_of(catalogue: Catalogue, event_id: str) -> str:
    """Who or what took part without a name, by role, each wording once."""
    groups: dict[str, list[str]] = {}
    for row in catalogue.of("event_parties", "event_id", event_id):
        groups.setdefault(row["role"], []).append(row["words"])
    return "; ".join(f"{role}: {', '.join(sorted(set(words)))}" for role, words in sorted(groups.items()))


def explain_finding(catalogue: Catalogue, finding: Row) -> Explanation:
    """Explain a finding."""
    finding_id = finding["finding_id"]
    lines = finding_claims(catalogue, finding_id)
    subject = catalogue.name_of(finding["subject_id"]) or finding["subject_id"]
    evidence = supporting_evidence(catalogue, finding_id)
    n = finding["n_origins"] or 0
    presumed = ", all presumed" if finding["all_presumed"] else ""
    return Explanation(
        item_id=finding_id,
        kind="finding",
        what=f"{subject}: {finding['attribute']} is {finding_line(catalogue, finding).value}",
        rule=rule_in_words(finding["rule"]),
        facts=(("status", finding["status"].replace("_", " ")),),
        witnesses=tuple(
            witness
            for line in lines
            for witness in witnesses_of(catalogue, catalogue.of("evidence", "item_id", line.claim_id), line.side)
        ),
        origins=f"{n}{presumed}: {plain_voices(voices_of(catalogue, evidence))}",
        rulings=list_rulings(catalogue, finding["subject_id"]),
        change=what_would_change("findings", {**finding, "value": finding_line(catalogue, finding).value}),
    )


def explain_claim(catalogue: Catalogue, claim: Row) -> Explanation:
    """Explain a claim."""
    line = claim_line(catalogue, claim, "says")
    by = f", said by {line.by}" if line.by else ""
    findings = [row["finding_id"] for row in catalogue.of("finding_claims", "claim_id", claim["claim_id"])]
    return Explanation(
        item_id=claim["claim_id"],
        kind="claim",
        what=f"{line.siglum.text} on {catalogue.name_of(claim['event_id'])}: {claim['attribute']} is {line.value}",
        facts=(
            ("voice", f"{claim['voice']}{by}"),
            ("polarity", claim["polarity"]),
            ("used in", ", ".join(findings)),
        ),
        witnesses=witnesses_of(catalogue, catalogue.of("evidence", "item_id", claim["claim_id"])),
        rule=rule_in_words(claim["annotator"]),
        change=what_would_change("claims", claim),
    )


def explain_disagreement(catalogue: Catalogue, row: Row) -> Explanation:
    """Explain a disagreement."""
    witnesses: list[Witness] = []
    found: list[Row] = []
    for value in catalogue.of("disagreement_values", "disagreement_id", row["disagreement_id"]):
        evidence = catalogue.one("evidence", value["evidence_id"])
        if evidence is not None:
            found.append(evidence)
            side = f"({value['voice']}) {show_value(catalogue, value['value'], dated=row['kind'] == 'date')}"
            witnesses += witnesses_of(catalogue, [evidence], side)
    return Explanation(
        item_id=row["disagreement_id"],
        kind="disagreement",
        what=row["summary"],
        facts=(
            ("kind", row["kind"]),
            ("about", catalogue.name_of(row["subject_id"]) or row["subject_id"]),
            ("weight", f"{row['weight'] or 0:.2f}"),
        ),
        rule=rule_in_words(row["rule"]),
        witnesses=tuple(witnesses),
        origins=plain_voices(voices_of(catalogue, found)),
        change=what_would_change("disagreements", row),
    )


def explain_entity(catalogue: Catalogue, entity: Row) -> Explanation:
    """Explain an entity."""
    entity_id = entity["entity_id"]
    names = [f"{row['name']} ({row['n_mentions']})" for row in catalogue.of("entity_names", "entity_id", entity_id)]
    roles = [
        f"{row['role']} in {catalogue.name_of(row['event_id'])}"
        for row in catalogue.of("event_roles", "entity_id", entity_id)
    ]
    mentions = catalogue.of("mentions", "subject_id", entity_id)
    reports = sorted({siglum_of(catalogue, row["report_id"]).text for row in mentions})
    return Explanation(
        item_id=entity_id,
        kind="entity",
        what=f"{entity['name']} ({entity['kind'].replace('_', ' ')})",
        facts=(
            ("country", entity["country"] or ("none: sovereignty is contested" if entity["disputed"] else "")),
            ("office", entity["office"] or ""),
            ("names", ", ".join(names)),
            ("mentions", f"{len(mentions)} in {' '.join(reports)}" if mentions else ""),
            *(("role", role) for role in roles),
            *list_disputes(catalogue, entity_id),
        ),
        witnesses=witnesses_of(catalogue, catalogue.of("evidence", "item_id", entity_id)),
        links=list_links(catalogue, entity_id),
        rulings=list_rulings(catalogue, entity_id),
        rule=rule_of_table(catalogue, "entities"),
        change=what_would_change("entities", entity),
    )


def explain_report(catalogue: Catalogue, report: Row) -> Explanation:
    """Explain a report."""
    report_id = report["report_id"]
    told = tell_provenance(catalogue, report)
    origin = catalogue.one("origins", report["origin_id"])
    copies = [
        f"{siglum_of(catalogue, row['of_report_id']).text} at {row['of_start_char']}: {row['similarity']:.0%} alike, {row['basis']}"
        for row in catalogue.of("copies", "report_id", report_id)
    ]
    return Explanation(
        item_id=report_id,
        kind="report",
        what=f"{report['siglum']}: {describe_report(report)}",
        facts=(
            ("file", report["file"]),
            ("status", report["status"].replace("_", " ") + (f": {report['reason']}" if report["reason"] else "")),
            ("date", told.basis),
            *(("date not followed", f"{clue.basis} “{clue.words}”: {clue.when}") for clue in told.contradictions),
            ("version", told.edition or ""),
            ("cut", ", ".join(f"{reason} {size} characters" for reason, _, size in told.cuts)),
            *((part.name, part.words) for part in told.parts),
            ("origin", f"{origin['name']}, {report['origin_basis']}" if origin else ""),
            *(("shares a passage with", copy) for copy in copies),
        ),
        rule=rule_of_table(catalogue, "reports"),
        witnesses=title_witnesses(catalogue, [report_id], "begins"),
        change=what_would_change("reports", report),
    )


def explain_statement(catalogue: Catalogue, row: Row) -> Explanation:
    """Explain a statement."""
    evidence = catalogue.of("evidence", "item_id", row["statement_id"])
    same = [
        r["statement_id"]
        for r in catalogue.of("statements", "utterance_id", row["utterance_id"])
        if r["statement_id"] != row["statement_id"]
    ]
    speaker = catalogue.name_of(row["speaker_id"]) or row.get("speaker_words") or "speaker not named"
    return Explanation(
        item_id=row["statement_id"],
        kind="statement",
        what=f"{speaker}: {row['position']}: {row['content']}",
        facts=(
            ("kind", row["kind"]),
            ("cue", f"{row['cue']} ({row['attitude'] or 'neutral'})"),
            ("to or about", catalogue.name_of(row["target_id"]) or ""),
            ("on", row["issue"] or ""),
            ("on condition", row["condition"] or ""),
            ("negated", "yes" if row["polarity"] == "negative" else ""),
            ("said to", catalogue.name_of(row["addressee_id"]) or row["addressee"] or ""),
            ("said at", row["venue"] or ""),
            ("said in", catalogue.name_of(row["place_id"]) or ""),
            ("passed on by", catalogue.name_of(row["through_id"]) or ""),
            ("other renderings", ", ".join(same)),
            *list_disputes(catalogue, row["utterance_id"]),
        ),
        witnesses=witnesses_of(catalogue, evidence),
        rule=rule_of_table(catalogue, "statements"),
        change=what_would_change("statements", row),
    )


def explain_figure(catalogue: Catalogue, row: Row) -> Explanation:
    """Explain a figure."""
    evidence = catalogue.of("evidence", "item_id", row["figure_id"])
    others = [
        f"{siglum_of(catalogue, r['report_id']).text} {show_figure(r)}"
        for r in catalogue.of("figures", "event_id", row["event_id"])
        if r["what"] == row["what"] and r["figure_id"] != row["figure_id"]
    ]
    whose = f" of {row['of_whom']}" if row["of_whom"] else ""
    return Explanation(
        item_id=row["figure_id"],
        kind="figure",
        what=f"{show_figure(row)} {row['what'].replace('_', ' ')}{whose}",
        facts=(
            ("event", catalogue.name_of(row["event_id"]) or "no event is known"),
            ("as of", show_bounds(None, row["as_of"], row["as_of"])),
            ("other figures", "; ".join(others)),
        ),
        witnesses=witnesses_of(catalogue, evidence),
        rule=rule_of_table(catalogue, "figures"),
        change=what_would_change("figures", row),
    )


def explain_relation(catalogue: Catalogue, row: Row) -> Explanation:
    """Explain a relation between two events."""
    ends = [catalogue.name_of(row[end]) or row[end] for end in ("event_id", "other_event_id")]
    return Explanation(
        item_id=row["relation_id"],
        kind="relation",
        what=f"{ends[0]}: {PHRASES[row['relation']][0]} {ends[1]}",
        facts=(
            ("why", row["basis"]),
            ("events", f"{row['event_id']}, {row['other_event_id']}"),
        ),
        witnesses=witnesses_of(catalogue, catalogue.of("evidence", "item_id", row["relation_id"])),
        rule=rule_in_words(row["rule"]),
        change=what_would_change("event_relations", row),
    )
