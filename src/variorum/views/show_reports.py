"""What was read, cut, dated and set aside, in a terminal: all reports in short, or one whole."""

import textwrap
from collections.abc import Iterable, Sequence

from variorum.views.catalogue import Catalogue
from variorum.views.front import make_front
from variorum.views.glyphs import GLYPHS
from variorum.views.provenance import (
    NOTICES,
    DateClue,
    Provenance,
    SetApart,
    SetAside,
    list_provenance,
    list_set_aside,
)
from variorum.views.terminal import BOLD, DIM, NARROWEST, Terminal

LEAD = 6
"""Columns for the siglum."""

NAME = 13
"""Columns for the name of a fact."""

SHORT, FILES = 120, 4
"""Letters of a part, and files of a reason, shown where not all is asked for."""

BRIEF = ("author", "credits", "translation", "origin")
"""Facts shown of every report; one shown whole has all."""


def show_reports(
    catalogue: Catalogue,
    *,
    report_id: str | None = None,
    removals: bool = False,
    set_aside: bool = False,
    width: int,
    color: bool,
    unicode: bool,
) -> str:
    """Show what was read as text; every line fits the width.

    Args:
        report_id: one report whole.
        removals: with every piece that cleaning took away.
        set_aside: only what was set aside, every file.
    """
    term = Terminal(width=max(NARROWEST, width), color=color, unicode=unicode)
    told = list_provenance(catalogue)
    if report_id is not None:
        blocks = [_whole(term, p) for p in told if p.report_id == report_id]
        blocks = blocks or [_one_set_aside(term, catalogue, report_id)]
    elif set_aside:
        blocks = [_set_aside(term, list_set_aside(catalogue), whole=True)]
    else:
        blocks = [
            _head(term, catalogue),
            *(_report(term, p, removals=removals) for p in told),
            _set_aside(term, list_set_aside(catalogue), whole=False),
        ]
    return "\n".join(line.rstrip() for block in blocks for line in block) + "\n"


def _head(term: Terminal, catalogue: Catalogue) -> list[str]:
    front = make_front(catalogue, ())
    read = " · ".join(part for part in (front.read, front.dates) if part)
    return [term.paint(term.plain(front.counts), BOLD), *term.fill(read, "", ""), term.rule()]


def _report(term: Terminal, told: Provenance, *, removals: bool) -> list[str]:
    """One report in short, with what contradicts its date and what the outlet says of its own report."""
    lines = _name(term, told)
    lines += _fact(term, "published", f"{told.published} · {told.precision} · {told.basis}")
    lines += _fact(term, "updated", told.updated)
    lines += [line for name, value in told.facts if name in BRIEF for line in _fact(term, name, value)]
    lines += _fact(term, "version", told.edition)
    lines += _fact(term, "cut", _cut_words(told))
    for part in told.parts:
        if part.kind in NOTICES or removals:
            lines += _part(term, part, SHORT)
    apart = [part for part in told.parts if part.kind not in NOTICES]
    if apart and not removals:
        lines += _fact(term, "apart", _listed(part.name for part in apart))
    for clue in told.contradictions:
        lines += _clue(term, clue)
    if removals:
        lines += _pieces(term, told)
    return [*lines, *_file(term, told), ""]


def _whole(term: Terminal, told: Provenance) -> list[str]:
    """One report with all that is known of it but its words."""
    lines = [*_name(term, told), ""]
    lines += _fact(term, "published", f"{told.published} · {told.precision} · {told.basis}")
    lines += _fact(term, "updated", told.updated)
    lines += [line for name, value in told.facts for line in _fact(term, name, value)]
    lines += _fact(term, "version", told.edition)
    lines += _fact(term, "length", f"{told.n_words} words")
    lines += [*_file(term, told), "", term.heading("Evidence of its date")]
    lines += [line for clue in told.clues for line in _clue(term, clue)] or ["  None is kept."]
    lines += ["", term.heading("What was cut"), *(_pieces(term, told) or ["  Nothing."])]
    lines += ["", term.heading("What is not its body")]
    lines += [line for part in told.parts for line in _part(term, part, None)] or ["  Nothing was found."]
    lines += ["", term.heading("What was not understood")]
    return lines + ([line for issue in told.issues for line in term.fill(issue, "  ", "    ")] or ["  Nothing."])


def _name(term: Terminal, told: Provenance) -> list[str]:
    text = term.plain(told.siglum.text)
    source = told.source + (f" ({told.based})" if told.based else "")
    source += " · an earlier version, no witness" if told.replaced else ""
    lines = term.fill(source, text.ljust(LEAD), " " * LEAD)
    lines[0] = term.paint(text, BOLD) + lines[0][len(text) :]
    return lines + (term.fill(f"“{told.title}”", " " * LEAD, " " * LEAD) if told.title else [])


def _fact(term: Terminal, name: str, value: str | None) -> list[str]:
    if not value:
        return []
    lines = term.fill(value, " " * LEAD + name.ljust(NAME), " " * (LEAD + NAME))
    return [" " * LEAD + term.paint(name.ljust(NAME), DIM) + lines[0][LEAD + NAME :], *lines[1:]]


def _cut_words(told: Provenance) -> str | None:
    if not told.cuts:
        return None
    kinds = ", ".join(f"{reason} {size}" for reason, _, size in told.cuts)
    return f"{told.n_cut} characters: {kinds}"


def _listed(names: Iterable[str]) -> str:
    counts: dict[str, int] = {}
    for name in names:
        counts[name] = counts.get(name, 0) + 1
    return ", ".join(f"{name} ({n})" if n > 1 else name for name, n in counts.items())


def _part(term: Terminal, part: SetApart, longest: int | None) -> list[str]:
    words = " ".join(part.words.split())
    words = words if longest is None else textwrap.shorten(words, longest, placeholder=" …")
    extra = f" (corrects: “{part.detail}”)" if part.detail and part.kind == "correction" else ""
    extra = extra or (f" ({part.detail})" if part.detail else "")
    language = f" [{part.language}]" if part.language else ""
    return (
        _fact(term, part.name, f"“{words}”{extra}{language}")
        if len(part.name) < NAME
        else [
            *term.fill(part.name, " " * LEAD, " " * LEAD),
            *_fact(term, " ", f"“{words}”{extra}{language}"),
        ]
    )


def _clue(term: Terminal, clue: DateClue) -> list[str]:
    mark = GLYPHS["disputed"]
    lead = term.plain(mark.mark if term.unicode else mark.ascii) if clue.contradicts else " "
    text = f"{clue.basis}: “{clue.words}” · {clue.role}: {clue.when} · {clue.verdict}"
    lines = term.fill(text, " " * (LEAD - 2) + f"{lead} ", " " * LEAD)
    if clue.contradicts:
        lines[0] = " " * (LEAD - 2) + term.mark(mark) + lines[0][LEAD - 1 :]
    return lines


def _pieces(term: Terminal, told: Provenance) -> list[str]:
    """Every piece cut, with its place in the raw file."""
    return [
        line
        for r in told.removals
        for line in term.fill(
            f"{r.reason}: {r.end - r.start} characters, raw {r.start}–{r.end}", " " * LEAD, " " * LEAD
        )
    ]


def _file(term: Terminal, told: Provenance) -> list[str]:
    lines = term.fill(f"{told.file} · {told.report_id}", " " * LEAD, " " * LEAD)
    return [term.paint(line, DIM) for line in lines]


def _one_set_aside(term: Terminal, catalogue: Catalogue, report_id: str) -> list[str]:
    row = catalogue.one("reports", report_id)
    return term.fill(f"{row['file']} was set aside: {row['reason']}", "", "  ") if row else []


def _set_aside(term: Terminal, groups: Sequence[SetAside], *, whole: bool) -> list[str]:
    lines = [term.heading("What was set aside")]
    for group in groups:
        shown = group.files if whole else group.files[:FILES]
        lines += term.fill(f"{len(group.files)} · {group.reason}", "  ", "      ")
        more = f" and {len(group.files) - len(shown)} more (--set-aside)" if len(shown) < len(group.files) else ""
        if whole:
            lines += [line for file in shown for line in term.fill(file, "      ", "        ")]
        else:
            lines += term.fill(", ".join(shown) + more, "      ", "      ")
    return lines if groups else [*lines, "  Nothing."]
