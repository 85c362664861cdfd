"""What outlets changed in their reports, in a terminal."""

from collections.abc import Sequence

from variorum.views.catalogue import Catalogue
from variorum.views.revisions import Change, Edition, Revision, Step, list_revisions
from variorum.views.terminal import BOLD, DIM, NARROWEST, Terminal
from variorum.views.worddiff import Word

SIGNS = {"added": ("", "+"), "removed": ("−", ""), "changed": ("−", "+"), "moved": ("", "~")}
"""Kind of a change to the marks before its old and its new words; a moved sentence is shown once."""

LEAD = 6


def show_versions(catalogue: Catalogue, *, report_id: str | None = None, width: int, color: bool, unicode: bool) -> str:
    """Show the versions of reports and what changed between them as text; every line fits the width.

    Args:
        report_id: only the report that has this version.
    """
    term = Terminal(width=max(NARROWEST, width), color=color, unicode=unicode)
    revisions = [r for r in list_revisions(catalogue) if report_id is None or _has(r, report_id)]
    lines = _head(term, revisions, whole=report_id is None)
    for revision in revisions:
        lines += [term.rule(), *_revision(term, revision)]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _has(revision: Revision, report_id: str) -> bool:
    return any(edition.report_id == report_id for edition in revision.editions)


def _head(term: Terminal, revisions: Sequence[Revision], *, whole: bool) -> list[str]:
    if not revisions:
        one = "The record has one version of this report: nothing to compare."
        every = "Every report of this record is there in one version only: nothing to compare."
        return term.fill(every if whole else one, "", "")
    n = len(revisions)
    head = term.paint(f"{n} report{'' if n == 1 else 's'} in more than one version", BOLD)
    key = "underlined" if term.color else "in brackets"
    return [head, *term.fill(f"+ came, − went, ~ moved; words that the other version has not are {key}.", "", "")]


def _revision(term: Terminal, revision: Revision) -> list[str]:
    lines = term.fill(f"{revision.siglum.text}  {revision.source}", "", "  ")
    lines[0] = term.paint(lines[0], BOLD)
    for number, edition in enumerate(revision.editions, 1):
        lines += _edition(term, number, edition)
    for number, step in enumerate(revision.steps, 1):
        lines += ["", *_step(term, number, step)]
    return lines


def _edition(term: Terminal, number: int, edition: Edition) -> list[str]:
    facts = [f"“{edition.title}”", f"published {edition.published}"]
    facts += [f"changed {edition.updated}"] if edition.updated else []
    facts += [f"{edition.n_words} words"]
    facts += ["the last: this one is the witness"] if edition.stands else []
    lines = term.fill(" · ".join(facts), f"  {number}.  ", "      ")
    return lines + [
        term.paint(line, DIM) for line in term.fill(f"{edition.file} · {edition.report_id}", "      ", "      ")
    ]


def _step(term: Terminal, number: int, step: Step) -> list[str]:
    lines = [term.heading(f"Version {number} to {number + 1}"), *term.fill(f"sentences: {step.count()}", "  ", "    ")]
    for name, before, after in step.fields:
        lines += [f"  {name}", *_words(term, "−", before), *_words(term, "+", after)]
    for change in step.changes:
        lines += [f"  {change.kind}", *_change(term, change)]
    for notice in step.notices:
        lines += [f"  {term.plain(notice.name)}", *_words(term, "+", (Word(text=notice.words, own=False),))]
    if step.unmarked:
        lines += term.fill("No correction or note of the outlet on these changes was found.", "  ", "    ")
    return lines


def _change(term: Terminal, change: Change) -> list[str]:
    old, new = SIGNS[change.kind]
    return [*(_words(term, old, change.before) if old else []), *(_words(term, new, change.after) if new else [])]


def _words(term: Terminal, sign: str, words: Sequence[Word]) -> list[str]:
    if not words:
        return [f"    {term.plain(sign)} nothing"]
    lines = term.fill_words(words, term.width - LEAD)
    return [f"    {term.plain(sign) if i == 0 else ' '} {line}" for i, (line, _) in enumerate(lines)]
