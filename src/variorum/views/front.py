"""The front: what was read, and the three or four things that a reader in a hurry must see."""

from collections.abc import Sequence
from dataclasses import dataclass

from variorum.views.catalogue import Catalogue
from variorum.views.chronology import EventEntry
from variorum.views.days import as_day, show_bounds
from variorum.views.editions import is_replaced, standing_reports

EVENTS_SHOWN = 9
ALONE_SHOWN = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Something set aside or not understood; `target` is a report or words, where there is one."""

    issue_id: str
    stage: str
    kind: str
    what: str
    target: str | None
    where: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """The heading of a record. `dates` say when its reports were published."""

    titles: tuple[str, ...]
    counts: str
    read: str
    dates: str
    presumed: bool
    events: tuple[EventEntry, ...]
    alone: tuple[EventEntry, ...]
    notices: tuple[Notice, ...]
    removals: tuple[tuple[str, int], ...]


def make_front(catalogue: Catalogue, events: Sequence[EventEntry]) -> Front:
    """Gather the heading from a record's rows."""
    reports = [row for row in catalogue.rows("reports") if not is_replaced(row)]
    n_earlier = len(catalogue.rows("reports")) - len(reports)
    read = standing_reports(catalogue)
    sources = {row["source"] or row["siglum"] for row in read}
    origins = {row["origin_id"] for row in read if row["origin_id"]}
    salient = sorted(events, key=lambda e: (-e.salience, -e.n_origins, e.event_id))
    chosen = {event.event_id for event in salient[:EVENTS_SHOWN]}
    alone = [event for event in salient if event.n_origins == 1]
    return Front(
        titles=_titles(catalogue),
        counts=" · ".join((_count(reports, "report"), _count(sources, "source"), _count(origins, "origin"))),
        read=f"read {len(read)} · set aside {len(reports) - len(read)}" + _earlier(n_earlier),
        dates=_dates(catalogue),
        presumed=bool(read) and all(row["origin_basis"] == "presumed" for row in read),
        events=tuple(event for event in events if event.event_id in chosen),
        alone=tuple(alone[:ALONE_SHOWN]),
        notices=tuple(_notices(catalogue)),
        removals=_removals(catalogue),
    )


def _count(things: Sequence[object] | set[str], word: str) -> str:
    return f"{len(things)} {word}{'' if len(things) == 1 else 's'}"


def _earlier(n_earlier: int) -> str:
    """Earlier versions are kept and are no reports of their own."""
    return f" · {n_earlier} earlier version{'' if n_earlier == 1 else 's'}" if n_earlier else ""


def _titles(catalogue: Catalogue) -> tuple[str, ...]:
    """Labels of the processes, those of most stories first; of the stories where there is no process."""
    stories = catalogue.rows("stories")
    weight = {row["process_id"]: len(catalogue.of("stories", "process_id", row["process_id"])) for row in stories}
    processes = sorted(catalogue.rows("processes"), key=lambda r: (-weight.get(r["process_id"], 0), r["label"]))
    labels = [row["label"] for row in processes] or [row["label"] for row in stories]
    return tuple(dict.fromkeys(labels))


def _dates(catalogue: Catalogue) -> str:
    """When the reports were published, from those whose bounds are known, and how many are not."""
    read = standing_reports(catalogue)
    bounds = [(as_day(row["published_low"]), as_day(row["published_high"])) for row in read]
    known = [(low, high) for low, high in bounds if low and high]
    parts = []
    if known:
        parts.append(f"published {show_bounds(None, min(low for low, _ in known), max(high for _, high in known))}")
    if len(known) < len(read):
        parts.append(f"{len(read) - len(known)} not dated")
    return ", ".join(parts)


def _notices(catalogue: Catalogue) -> list[Notice]:
    made = []
    for row in catalogue.rows("issues"):
        report = catalogue.one("reports", row["report_id"])
        where = report["siglum"] if report and report["siglum"] else row["file"]
        notice = Notice(
            issue_id=row["issue_id"],
            stage=row["stage"],
            kind=str(row["kind"]).replace("_", " "),
            what=row["what"],
            target=row["report_id"] if report else None,
            where=where,
        )
        made.append(notice)
    return sorted(made, key=lambda n: (n.stage, n.kind, n.where or "", n.issue_id))


def _removals(catalogue: Catalogue) -> tuple[tuple[str, int], ...]:
    """Why cleaning took something away, with the number of code points taken."""
    taken: dict[str, int] = {}
    for row in catalogue.rows("removals"):
        taken[row["reason"]] = taken.get(row["reason"], 0) + row["raw_end"] - row["raw_start"]
    return tuple(sorted(taken.items(), key=lambda pair: (-pair[1], pair[0])))
