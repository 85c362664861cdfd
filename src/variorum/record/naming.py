"""Where reports name one thing differently: loaded words against others, in each report's own voice (labels.v5)."""

from collections.abc import Mapping, Sequence, Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import combinations

from variorum.record.claim_drafts import OUTCOME, ContrastSet
from variorum.record.corrections import Withdrawn, is_withdrawn
from variorum.record.values import Disagreement, Event, Holding
from variorum.schema.annotations import Annotations, EventMention, LabelMention
from variorum.schema.dates import compatible
from variorum.schema.ids import mint
from variorum.schema.nodes import EntityLookup
from variorum.schema.reports import Span

RULE = "labels.v5"
FORCE = "use_of_force"
"""The contrast set of words for fights and attacks: they differ where it is contested who did it, and else are synonyms."""

SHOWN = 120
"""Code points of a label's words with what stands around them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A label with its subject as an id of the record: of an entity, of an event, or of a story for a topic."""

    label_id: str
    report_id: str
    subject_id: str
    mention: LabelMention
    context: Span


def gather_labels(
    annotations: Mapping[str, Annotations],
    lookup: EntityLookup,
    event_of: Mapping[tuple[str, int], Event],
    story_of: Mapping[str, str],
    withdrawn: Withdrawn,
) -> tuple[Label, ...]:
    """All labels whose subject is in the record, in order of report and offset.

    A plain word for a topic is one only where some report of its story has a loaded one. What a report takes back has
    the distance *withdrawn*.
    """
    charged = {
        (story_of.get(report), m.topic)
        for report, own in annotations.items()
        for m in own.labels
        if m.topic and m.loaded
    }
    found = []
    for report_id in sorted(annotations):
        own, story = annotations[report_id], story_of.get(report_id)
        for mention in own.labels:
            if mention.topic is not None:
                subject, context = (story if (story, mention.topic) in charged else None), mention.span
            else:
                subject, context = _subject(mention, own, lookup, event_of)
            if subject is not None:
                taken_back = is_withdrawn(report_id, mention.span, withdrawn)
                told = replace(mention, distance="withdrawn") if taken_back else mention
                label_id = mint("label", report_id, mention.span.start, mention.span.end, subject)
                found.append(
                    Label(label_id=label_id, report_id=report_id, subject_id=subject, mention=told, context=context)
                )
    return tuple(found)


def _subject(
    mention: LabelMention, own: Annotations, lookup: EntityLookup, event_of: Mapping[tuple[str, int], Event]
) -> tuple[str | None, Span]:
    if mention.event is not None:
        told = own.events[mention.event]
        event = event_of.get((own.report_id, told.chain))
        return (event.event_id if event else None), _around(mention.span, told)
    if mention.entity is not None:
        entities = lookup.of(own, mention.entity)
        named = own.entities[mention.entity].span
        hull = Span(start=min(mention.span.start, named.start), end=max(mention.span.end, named.end))
        return (entities[0] if entities else None), (hull if len(hull) <= 100 else mention.span)
    return None, mention.span


def _around(span: Span, told: EventMention) -> Span:
    """A label with as much of the words that tell its event as can be shown."""
    for part in (told.clause, told.trigger):
        hull = Span(start=min(span.start, part.start), end=max(span.end, part.end))
        if len(hull) <= SHOWN:
            return hull
    return span


def find_namings(
    labels: Sequence[Label],
    events: Mapping[str, Event],
    lookup: EntityLookup,
    process_of: Mapping[str, str],
    sigla: Mapping[str, str],
    *,
    contrast_set: ContrastSet,
) -> tuple[Disagreement, ...]:
    """Find subjects that one report names with a loaded word and another with words of another class.

    Plain synonyms are no disagreement, nor are words that reports hold off ("so-called") or quote.

    Events are compared by who acted and which set of contrasting words their words are of; whether they
    were linked as one event does not matter: outlets that name one kind of deed of one side differently
    differ in naming.
    """
    groups: dict[tuple[str, ...], list[Label]] = {}
    for label in labels:
        key = _group(label, events, lookup, process_of, contrast_set)
        if key is not None and label.mention.voice == "own" and label.mention.distance is None:
            groups.setdefault(key, []).append(label)
    found = (_disagreement(key, group, events, lookup, sigla) for key, group in sorted(groups.items()))
    return tuple(d for d in found if d is not None)


def _group(
    label: Label,
    events: Mapping[str, Event],
    lookup: EntityLookup,
    process_of: Mapping[str, str],
    contrast_set: ContrastSet,
) -> tuple[str, ...] | None:
    words = contrast_set(label.mention.label)
    if label.mention.topic is not None:
        return ("topic", label.subject_id, label.mention.topic) if words else None
    if label.mention.event is None:
        return ("entity", label.subject_id, words or "")
    event = events[label.subject_id]
    actors = sorted(lookup.sides([e for r, e in event.roles if r == "actor"]))
    if words == OUTCOME:
        if not label.mention.loaded:
            return None
        of_talks = event.type in ("CONSULT", "AGREE")
        return ("event", event.story_id if of_talks else event.event_id, OUTCOME)
    if words is None:
        return None
    if not actors:
        return ("event", event.event_id, words) if words != FORCE else None
    return ("event", process_of[label.report_id], words, *actors)


def _disagreement(
    key: tuple[str, ...],
    labels: Sequence[Label],
    events: Mapping[str, Event],
    lookup: EntityLookup,
    sigla: Mapping[str, str],
) -> Disagreement | None:
    labels = _judged_apart(labels, events) if key[-1] == OUTCOME else labels if _part(labels) else ()
    if not labels:
        return None
    sides: dict[str, set[str]] = {}
    for lab in labels:
        sides.setdefault(lab.mention.label.lower(), set()).add(sigla[lab.report_id])
    subject = _first_named(labels, events)
    name = _name(key, subject, events, lookup)
    listed = "; ".join(f"“{word}” {', '.join(sorted(who))}" for word, who in sorted(sides.items()))
    return Disagreement(
        disagreement_id=mint("disagreement", "label", *key),
        kind="outcome" if key[-1] == OUTCOME else "label",
        subject_id=subject,
        summary=f"{name}, in the reports' own words: {listed}",
        weight=0.4,
        rule=RULE,
        holdings=_holdings(labels),
    )


def _first_named(labels: Sequence[Label], events: Mapping[str, Event]) -> str:
    """The subject of labels; of several events that are named alike the first that happened, whoever tells it."""

    def rank(subject: str) -> tuple[str, str, str]:
        event = events.get(subject)
        return (str(event.date.low or "unknown"), event.label, subject) if event else ("", "", subject)

    return min({label.subject_id for label in labels}, key=rank)


ONE_SIDED = (
    "attack strike raid shelling bombardment assault offensive counteroffensive rampage onslaught incursion blitz"
).split()
"""Plain words for what one side does to the other. "Attack" is a loaded word only beside "clash" or "operation"."""


def _part(labels: Sequence[Label]) -> bool:
    """True where two reports hold to words of different classes, one of them loaded.

    Words of one class ("attack", "aggression") are too near each other to be two views. A report that uses the
    words of another beside its own stands against none: there are parts of the thing, and one word for each.
    """
    classes: dict[str, set[str | None]] = {}
    for lab in labels:
        classes.setdefault(lab.report_id, set()).add(lab.mention.loaded)
    if _all_one_sided(labels) or len({stem(lab.mention.label) for lab in labels}) < 2:
        return False
    return _are_apart(list(classes.values()))


def _all_one_sided(labels: Sequence[Label]) -> bool:
    known = {stem(word) for word in ONE_SIDED}
    return all(stem(lab.mention.label) in known for lab in labels)


def _judged_apart(labels: Sequence[Label], events: Mapping[str, Event]) -> list[Label]:
    """Those of which one praises what came of a thing and another blames it; "breakthrough" and "success" agree.

    Talks of other days are another thing, though one story tells of both.
    """
    return [
        one
        for one in labels
        if any(
            one.mention.loaded != other.mention.loaded
            and compatible(events[one.subject_id].date, events[other.subject_id].date)
            for other in labels
        )
    ]


def _are_apart(held: Sequence[AbstractSet[str | None]]) -> bool:
    """True where two reports have no word or class in common."""
    return any(one.isdisjoint(two) for one, two in combinations(held, 2))


def _name(key: tuple[str, ...], subject: str, events: Mapping[str, Event], lookup: EntityLookup) -> str:
    if key[0] == "topic":
        return key[2].replace("_", " ").capitalize()
    return lookup.by_id[subject].name if subject in lookup.by_id else events[subject].label


def stem(label: str) -> str:
    """A label without the endings that only inflect it: "attacks", "attacked" and "attack" are one word."""
    word = label.lower()
    for ending in ("ies", "ied", "ing", "es", "ed", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)].rstrip("aeiouy")
    return word.rstrip("aeiouy") or word


def _holdings(labels: Sequence[Label]) -> tuple[Holding, ...]:
    """One holding a report and word: the first use."""
    first: dict[tuple[str, str], Holding] = {}
    for lab in labels:
        word = lab.mention.label.lower()
        first.setdefault(
            (lab.report_id, word),
            Holding(value=lab.mention.label, side=word, support=(lab.report_id, lab.context), voice=lab.mention.voice),
        )
    return tuple(first[key] for key in sorted(first))
