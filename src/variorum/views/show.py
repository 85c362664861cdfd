"""The record in a terminal: the dossier's grammar in 80 columns, with and without colour and Unicode."""

import textwrap
from collections.abc import Sequence

from variorum.views.catalogue import Catalogue
from variorum.views.chronology import EventEntry, list_events
from variorum.views.front import Front, make_front
from variorum.views.glyphs import GLYPHS
from variorum.views.lineage import list_lineages
from variorum.views.measure import percent
from variorum.views.parting import Parting, list_partings
from variorum.views.terminal import BOLD, DIM, NARROWEST, Terminal
from variorum.views.voices import plain_voices

WHEN = 22
"""Columns for the date."""

EVENTS, ALONE, COPIES, ISSUES, PARTINGS, RELATIONS = 60, 6, 6, 6, 12, 3


def show_record(catalogue: Catalogue, *, width: int, color: bool, unicode: bool) -> str:
    """Show a record as text; every line fits the width."""
    term = Terminal(width=max(NARROWEST, width), color=color, unicode=unicode)
    events = list_events(catalogue)
    front = make_front(catalogue, events)
    blocks = [
        _front(term, front),
        _legend(term),
        _chronology(term, events),
        _partings(term, list_partings(catalogue)),
        _alone(term, front),
        _copies(term, catalogue),
        _issues(term, front),
    ]
    return "\n".join(f"{line}".rstrip() for block in blocks for line in block) + "\n"


def _front(term: Terminal, front: Front) -> list[str]:
    titles = front.titles[:3] or ("Untitled record",)
    lines = [line for title in titles for line in term.fill(title.upper(), "", "")]
    painted = [term.paint(line, BOLD) for line in lines]
    facts = [front.counts, " · ".join(part for part in (front.read, front.dates) if part)]
    if front.presumed:
        facts.append("No report credits another: that each speaks for itself is presumed.")
    return [*painted, *(line for fact in facts for line in term.fill(fact, "", "")), term.rule()]


def _legend(term: Terminal) -> list[str]:
    """The glyphs with their words, as many a line as fit."""
    lines, used = [""], 0
    for glyph in GLYPHS.values():
        size = len(glyph.word) + 5
        if used + size > term.width:
            lines.append("")
            used = 0
        lines[-1] += f"{term.mark(glyph)} {term.paint(glyph.word, DIM)}   "
        used += size
    return [*lines, term.rule()]


def _chronology(term: Terminal, events: Sequence[EventEntry]) -> list[str]:
    lines = [term.heading("What happened")]
    told = sorted(events, key=lambda e: (-e.salience, -e.n_origins, e.event_id))[:EVENTS]
    kept = {event.event_id for event in told}
    for event in events:
        if event.event_id in kept:
            lines += _event(term, event)
    if len(events) > EVENTS:
        lines.append(f"  and {len(events) - EVENTS} of which less is made: see the dossier, or show --json")
    if len(lines) == 1:
        lines.append("No event was found.")
    return [*lines, term.rule()]


def _event(term: Terminal, event: EventEntry) -> list[str]:
    when = term.plain(event.when)
    lead = when.ljust(WHEN)
    lines = []
    if len(when) > WHEN - 1:
        lines.append(when)
        lead = " " * WHEN
    body = term.fill(event.label, "", "", columns=term.width - WHEN - 2)
    lines.append(f"{lead}{term.mark(event.glyph)} {body[0]}")
    pad = " " * (WHEN + 2)
    lines += [pad + line for line in body[1:]]
    parts = [plain_voices(event.voices), event.counted]
    if event.glyph.key in ("planned", "called_off", "denied", "alleged"):
        parts.insert(0, event.glyph.word)
    if event.disputes:
        parts.append("disputed: " + ", ".join(dict.fromkeys(kind for _, kind in event.disputes)))
    tail = term.fill(" · ".join(part for part in parts if part), pad, pad)
    for relation in [r for r in event.relations if r.own][:RELATIONS]:
        tail += term.fill(relation.text, pad, pad + "  ")
    return lines + [term.paint(line, DIM) for line in tail]


def _partings(term: Terminal, partings: tuple[Parting, ...]) -> list[str]:
    lines = [term.heading("Where the reports part")]
    for parting in partings[:PARTINGS]:
        lines += _parting(term, parting)
    if len(partings) > PARTINGS:
        lines.append(f"  and {len(partings) - PARTINGS} more: see the dossier, or show --json")
    if not partings:
        lines.append("Nothing that the reports tell differently was found.")
    return [*lines, term.rule()]


def _parting(term: Terminal, parting: Parting) -> list[str]:
    lines = term.fill(parting.headline, "", "", columns=term.width - 2)
    shown = [f"{term.mark(GLYPHS['disputed'])} {lines[0]}", *(f"  {line}" for line in lines[1:])]
    for side in parting.sides:
        words = textwrap.shorten(side.text, 150, placeholder=" …")
        voice = " (quoted)" if side.quoted else ""
        shown += term.fill(f"“{words}” {plain_voices(side.voices)}{voice}", "    ", "      ")
    return shown


def _alone(term: Terminal, front: Front) -> list[str]:
    lines = [term.heading("What only one origin has")]
    for event in front.alone[:ALONE]:
        body = term.fill(f"{event.label}  {plain_voices(event.voices)}", "", "", columns=term.width - 2)
        lines += [f"{term.mark(event.glyph)} {body[0]}", *(f"  {line}" for line in body[1:])]
    if not front.alone:
        lines.append("Every event is told by two origins or more.")
    return [*lines, term.rule()]


def _copies(term: Terminal, catalogue: Catalogue) -> list[str]:
    lines = [term.heading("Who copies whom")]
    lineages = list_lineages(catalogue)
    for x in lineages[:COPIES]:
        verb = "from" if x.directed else "shares with"
        passages = f"{len(x.passages)} passage{'' if len(x.passages) == 1 else 's'}"
        text = f"{x.copy.text} {verb} {x.of.text}: {passages}, {percent(x.share)} of its words · origin {x.origin}"
        lines += term.fill(text, "  ", "    ")
    if len(lineages) > COPIES:
        lines.append(f"  and {len(lineages) - COPIES} more pairs")
    if not lineages:
        lines.append("No two reports share a passage.")
    return [*lines, term.rule()]


def _issues(term: Terminal, front: Front) -> list[str]:
    lines = [term.heading("What was not understood")]
    for notice in front.notices[:ISSUES]:
        where = f"{notice.where}: " if notice.where else ""
        lines += term.fill(where + notice.what, "  ", "    ")
    if len(front.notices) > ISSUES:
        lines.append(f"  and {len(front.notices) - ISSUES} more: see the dossier, or show --json")
    if not front.notices:
        lines.append("Nothing was set aside, and nothing was left open.")
    return lines
