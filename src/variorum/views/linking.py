"""Why two things are one, or not: a link with its features in plain words and the words of both sides."""

from collections.abc import Iterable

from variorum.views.catalogue import Catalogue, Row
from variorum.views.chronology import link_words
from variorum.views.explanation import Explanation, Witness, list_rulings
from variorum.views.rules import rule_in_words
from variorum.views.voices import siglum_of

FOR = {
    "concept": "the same kind of happening",
    "specific": "a kind that is not among the most frequent",
    "kin": "kinds of one type",
    "kin_type": "words for one thing that are of other types",
    "participants": "the same two sides or more",
    "one_side": "the same one side",
    "some_participants": "some sides in common",
    "person": "the same person",
    "actor": "the same side acts",
    "recipient": "the same side is acted on",
    "mediator": "the same side mediates or hosts",
    "implied": "one names no side, the other those in the middle of the story",
    "place": "the same place",
    "within": "one place lies in the other",
    "country": "the same country",
    "day": "the same days",
    "week": "days within a week or so of each other",
    "month": "dates within two months",
    "period": "periods that are mostly the same",
    "year": "dates within a year or so",
    "day_of_main": "the day of one report's main event",
    "long_past": "days of years ago that lie within three of each other",
    "named_day": "one names the other's day and month",
    "weekday": "one names the other's weekday",
    "context": "told right after an event of those days",
    "told_after": "without a date, told within days of the other's",
    "told_together": "both without a date, told within days of each other",
    "number": "the same large number of the same thing",
    "figure": "numbers of the same thing that can both hold",
    "passage": "a sentence that both reports have tells it",
    "main": "the main event of both reports",
    "lead": "what both reports of one story are about",
    "lone": "the only happening of its kind in each report of one story",
    "name": "names beside the one, which has no side, are sides of the other",
    "group": "words that comparing happenings of the story groups as one",
    "words": "the same words for it",
}
"""Features of two tellings that speak for one event."""

AGAINST = {
    "other_kind": "kinds that are not words for each other",
    "other_contact": "a meeting beside a call, a letter or a mediation",
    "other_sides": "no side in common",
    "other_pair": "two sides or more in both, and none in common",
    "other_person": "one side is there by other people",
    "other_actor": "another side acts",
    "other_recipient": "another side is acted on",
    "other_mediator": "another side mediates",
    "turned": "who acts in one is acted on in the other",
    "other_company": "each names somebody whom the other lacks",
    "more_met": "a meeting of two beside one of three",
    "other_place": "another town",
    "other_country": "a country, and a place in another one",
    "other_group": "the same words, which comparing happenings of the story does not group as one",
    "no_group": "other words for the same kind, not grouped as one, and no date alike",
    "gap_1": "dates a day apart",
    "gap_3": "dates up to three days apart",
    "gap_10": "dates up to ten days apart",
    "gap_month": "dates up to a month apart",
    "gap_far": "dates more than a month apart",
    "gap_of_main": "dates up to ten days apart, one being that of its report's main event",
    "moved": "dates apart, and planned, denied or called off in one",
    "other_start": "both tell since when, and other days",
    "off_context": "one is told beside a date some weeks off the other's",
    "background": "one is told beside a date long past, the other as news",
    "other_context": "one is told beside a date months from the other's",
    "other_part": "another month, or another weekday",
    "told_before": "told as done before the other's day",
    "other_count": "counts that differ by a factor of two",
    "realis": "planned in one, done in the other",
    "other_realis": "called off, denied or supposed in one",
    "direction": "one side acts in one, both in the other",
    "other_story": "their reports are of other stories",
    "undated_afar": "of other stories, and no date that both could have",
    "one_report": "one report tells both",
}
"""Features that speak against it."""

ASKS = {
    "entity": "names are one where they or their parts agree, and nobody else of that name fits as well",
    "event": "each feature that two tellings share or do not share weighs for or against one event; from the setting link_threshold on they are one",
    "statement": "statements of one side that have most of their words in common render one utterance",
    "story": "reports whose words are alike are of one story, unless their main events cannot be one",
    "process": "stories are of one process where the same sides stand in their middle",
}
"""What the comparison of each kind of link asks."""

TURNED = {
    (
        "entity",
        "same",
    ): "a fuller name, another office or another state in one of the reports, which only one of the two can have",
    ("event", "same"): "another day, place or other sides in the words of one of them",
    ("event", "unsure"): "a day, a place, sides or a passage that both tell",
    ("statement", "same"): "another speaker, or fewer words in common",
    ("story", "same"): "main events that cannot be one, or fewer words in common",
    ("story", "different"): "main events that can be one",
    ("story", "unsure"): "more words in common with the rest of the other's story",
}
"""What would turn a judgement, by kind of link."""


def explain_link(catalogue: Catalogue, key: str, row: Row) -> Explanation:
    """Explain one link."""
    decision = catalogue.one("decisions", row["decided_by"]) or _ruled(catalogue, row)
    told = f"a ruling by {decision['author']}: {decision['reason']}" if decision is not None else _rule(row)
    turned = TURNED.get((row["kind"], row["judgement"]), "other words in the reports")
    return Explanation(
        item_id=key,
        kind="link",
        what=link_words(catalogue, row),
        rule=told,
        facts=(
            ("of", row["kind"]),
            ("judgement", row["judgement"]),
            ("score", f"{row['score'] or 0:.2f}"),
            *_reasons(str(row["evidence"] or "")),
        ),
        witnesses=(*_ends(catalogue, row["left_id"], "one"), *_ends(catalogue, row["right_id"], "the other")),
        rulings=tuple(dict.fromkeys(r for i in ("left_id", "right_id") for r in list_rulings(catalogue, row[i]))),
        change=f"{turned}; or a ruling: `decide same` or `decide different`, which outranks it",
    )


def _rule(row: Row) -> str:
    """The rule that compared the two, with what it asks."""
    if row["kind"] not in ASKS or row["decided_by"].startswith("referents"):
        return rule_in_words(row["decided_by"])
    return f"{row['decided_by']}: {ASKS[row['kind']]}"


def _ruled(catalogue: Catalogue, row: Row) -> Row | None:
    """The decision behind a link whose author stands where a rule's name would."""
    rows = catalogue.of("decisions", "author", row["decided_by"])
    return next((d for d in rows if d["reason"] == row["evidence"]), None)


def _reasons(evidence: str) -> list[tuple[str, str]]:
    """What speaks for and against, in words; the evidence as it stands where it is no list of features."""
    features = evidence.split(", ")
    if not all(feature in FOR or feature in AGAINST for feature in features):
        return [("because", evidence)]
    return [
        ("speaks for it", "; ".join(FOR[f] for f in features if f in FOR)),
        ("speaks against it", "; ".join(AGAINST[f] for f in features if f in AGAINST)),
    ]


def _ends(catalogue: Catalogue, item_id: str, side: str) -> tuple[Witness, ...]:
    """The words of one side of a link."""
    return tuple(
        Witness(
            siglum=siglum_of(catalogue, report_id).text,
            report_id=report_id,
            quote=str((catalogue.one("reports", report_id) or {"text": ""})["text"])[start:end],
            side=side,
        )
        for report_id, start, end in spans_of(catalogue, item_id)
    )


def spans_of(catalogue: Catalogue, item_id: str) -> list[tuple[str, int, int]]:
    """Where the words of a mention, statement, report, story or other item stand: report, first code point, end."""
    mention = catalogue.one("mentions", item_id)
    if mention is not None:
        return [(mention["report_id"], mention["start_char"], mention["end_char"])]
    if catalogue.one("reports", item_id) is not None:
        return title_spans(catalogue, [item_id])
    if catalogue.one("stories", item_id) is not None:
        return title_spans(catalogue, (r["report_id"] for r in catalogue.of("story_reports", "story_id", item_id)))
    evidence = catalogue.of("evidence", "item_id", item_id)
    return sorted((row["report_id"], row["start_char"], row["end_char"]) for row in evidence)


def title_spans(catalogue: Catalogue, report_ids: Iterable[str]) -> list[tuple[str, int, int]]:
    """Where the titles of reports stand; of one without a title its first line."""
    found = []
    for report_id in report_ids:
        report = catalogue.one("reports", report_id)
        text = str(report["text"]) if report is not None else ""
        title = str(report["title"] or "") if report is not None else ""
        start = max(0, text.find(title)) if title else len(text) - len(text.lstrip())
        line = text[start:].partition("\n")[0]
        end = start + (len(title) if title and text.startswith(title, start) else len(line))
        if end > start:
            found.append((report_id, start, end))
    return found


def title_witnesses(catalogue: Catalogue, report_ids: Iterable[str], side: str) -> tuple[Witness, ...]:
    """The titles of reports as witnesses."""
    return tuple(w for report_id in report_ids for w in _ends(catalogue, report_id, side))
