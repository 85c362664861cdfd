"""Ids and labels of stories and processes."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from variorum.record.values import Event
from variorum.schema.ids import mint
from variorum.schema.linked import Dated, Storyline
from variorum.schema.nodes import SETTLED, EntityLookup
from variorum.schema.reports import Report

Row = dict[str, Any]


def _story_id(members: Sequence[str]) -> str:
    return mint("story", members[0])


def story_ids(storyline: Storyline) -> dict[str, str]:
    """The story id of each report: a story is named by its first report."""
    return {report: _story_id(members) for members in storyline.stories for report in members}


def process_ids(storyline: Storyline) -> dict[str, str]:
    """The process id of each report."""
    found: dict[str, str] = {}
    for group in storyline.processes:
        first = min(storyline.stories[i][0] for i in group)
        for i in group:
            found |= dict.fromkeys(storyline.stories[i], mint("process", first))
    return found


def label_stories(
    storyline: Storyline, reports: Sequence[Report], events: Sequence[Event], dated: Mapping[str, Dated]
) -> list[Row]:
    """Rows of `stories`: labelled by the main event, dated by it or by the reports."""
    process_of, titles = process_ids(storyline), {r.report_id: r.title for r in reports}
    told: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        told[event.story_id].append(event)
    rows = []
    for members in storyline.stories:
        story = _story_id(members)
        main = _main_event(told[story], frozenset(members))
        published = [dated[r].published for r in members]
        low = main.date.low if main else min((b.low for b in published if b.low), default=None)
        high = main.date.high if main else max((b.high for b in published if b.high), default=None)
        label = main.label if main else next((t for r in members if (t := titles.get(r))), f"{len(members)} reports")
        rows.append(
            {
                "story_id": story,
                "label": label,
                "date_low": low,
                "date_high": high,
                "process_id": process_of[members[0]],
            }
        )
    return sorted(rows, key=lambda row: row["story_id"])


def _main_event(events: Sequence[Event], members: frozenset[str]) -> Event | None:
    """The event, of those of a story, that is the news of most of its reports."""
    candidates = [(sum(n.main and n.report_id in members for n in e.nodes), e.salience, e) for e in events]
    best = max(candidates, key=lambda row: (row[0], row[2].realis in SETTLED, row[1], row[2].event_id), default=None)
    return best[2] if best and best[0] else None


def label_processes(storyline: Storyline, events: Sequence[Event], lookup: EntityLookup) -> list[Row]:
    """Rows of `processes`: the sides in the middle of most of its events, and who mediates."""
    process_of = process_ids(storyline)
    told: dict[str, list[Event]] = {process: [] for process in process_of.values()}
    for event in events:
        for process in {process_of[n.report_id] for n in event.nodes}:
            told[process].append(event)
    return [{"process_id": key, "label": _process_label(told[key], lookup)} for key in sorted(told)]


def _process_label(events: Sequence[Event], lookup: EntityLookup) -> str:
    parties: Counter[str] = Counter()
    mediators: Counter[str] = Counter()
    for event in events:
        for role, entity in event.roles:
            side = lookup.side(entity)
            name = lookup.state_names.get(side) or (
                lookup.by_id[side].name if side in lookup.by_id else lookup.by_id[entity].name
            )
            (mediators if role in ("mediator", "host") else parties)[name] += len(event.nodes)
    for name in mediators:
        parties[name] -= 2 * mediators[name]
    sides = sorted(sorted(parties, key=lambda n: (-parties[n], n))[:2])
    label = " – ".join(s for s in sides if parties[s] > 0) or "no parties named"
    named = [n for n in sorted(mediators, key=lambda n: (-mediators[n], n)) if n not in sides][:1]
    return label + (f" · mediated by {named[0]}" if named else "")
