"""Who copied whom in a terminal: the trees, then the passages beside each other with their differences marked."""

from collections.abc import Iterable, Sequence

from variorum.views.catalogue import Catalogue
from variorum.views.lineage import CopiedPassage, Lineage, touching
from variorum.views.measure import percent
from variorum.views.quoted_alike import SharedWords, list_shared_words
from variorum.views.stemma import Branch, Stemma, Stock, draw_stemma
from variorum.views.terminal import BOLD, DIM, NARROWEST, Terminal
from variorum.views.voices import Siglum
from variorum.views.worddiff import Word

PAIRS, PASSAGES, SHARED = 20, 4, 12
"""Pairs, passages of a pair and shared statements shown where no report is named."""

SIDE_BY_SIDE = 120
"""Columns from which two passages stand beside each other."""


def show_lineage(catalogue: Catalogue, *, report_id: str | None = None, width: int, color: bool, unicode: bool) -> str:
    """Show who copied whom as text; every line fits the width.

    Args:
        report_id: only what touches this report, in full.
    """
    term = Terminal(width=max(NARROWEST, width), color=color, unicode=unicode)
    shared = [s for s in list_shared_words(catalogue) if _quotes(s, report_id)]
    stemma = draw_stemma(catalogue)
    lineages = touching(stemma.lineages, report_id)
    blocks = [
        [term.paint(term.plain(stemma.summary), BOLD), term.rule()],
        _trees(term, stemma, report_id),
        _passages(term, lineages, whole=report_id is not None),
        _shared(term, shared, whole=report_id is not None),
    ]
    return "\n".join(line.rstrip() for block in blocks for line in block) + "\n"


def _quotes(shared: SharedWords, report_id: str | None) -> bool:
    return report_id is None or any(r.siglum.report_id == report_id for r in shared.renderings)


def _trees(term: Terminal, stemma: Stemma, report_id: str | None) -> list[str]:
    lines = [term.heading("Who copies whom")]
    stocks = [stock for stock in stemma.stocks if report_id is None or _holds(stock.branches, report_id)]
    for stock in stocks:
        lines += _stock(term, stock)
    if not stocks:
        lines.append("  No two reports share a passage." if report_id is None else "  It shares no passage.")
    if stemma.alone and report_id is None:
        words = f"Share no passage with another: {' '.join(dict.fromkeys(s.text for s in stemma.alone))}"
        lines += term.fill(words, "", "  ")
    return [*lines, term.rule()]


def _holds(branches: Iterable[Branch], report_id: str) -> bool:
    return any(branch.report_id == report_id or _holds(branch.children, report_id) for branch in branches)


def _stock(term: Terminal, stock: Stock) -> list[str]:
    name = stock.name if stock.basis != "shared" else "Shared"
    lines = term.fill(f"{name} ({stock.about})", "", "  ")
    for i, branch in enumerate(stock.branches):
        lines += _branch(term, branch, "", last=i == len(stock.branches) - 1)
    return [*lines, ""]


def _branch(term: Terminal, branch: Branch, lead: str, *, last: bool) -> list[str]:
    arm, beam = ("└─ ", "   ") if last else ("├─ ", "│  ")
    rest = lead + beam + ("│  " if branch.children else "   ")
    facts = [f"{branch.siglum.text}  {branch.source}, {branch.when}"]
    facts += [branch.why] if branch.why else []
    facts += [f"{percent(branch.portion.share)} of it copied"] if branch.portion.copied else []
    facts += [f"{percent(branch.portion.alike_share)} of it shared"] if branch.portion.alike else []
    facts += ["also has words of " + " ".join(s.text for s in branch.others)] if branch.others else []
    lines = term.fill(" · ".join(facts), term.plain(lead + arm), term.plain(rest))
    for i, child in enumerate(branch.children):
        lines += _branch(term, child, lead + beam, last=i == len(branch.children) - 1)
    return lines


def _passages(term: Terminal, lineages: Sequence[Lineage], *, whole: bool) -> list[str]:
    if not lineages:
        return []
    marked = "underlined" if term.color else "in brackets"
    lines = [term.heading("The passages"), *term.fill(f"Words that the other has not are {marked}.", "", ""), ""]
    for x in lineages if whole else lineages[:PAIRS]:
        lines += _pair(term, x, whole=whole)
    if not whole and len(lineages) > PAIRS:
        lines.append(f"and {len(lineages) - PAIRS} more pairs: --report ID shows those of one report, --json all")
    return [*lines, term.rule()]


def _pair(term: Terminal, x: Lineage, *, whole: bool) -> list[str]:
    arrow = "from" if x.directed else "shares with"
    n = len(x.passages)
    facts = f"{n} passage{'' if n == 1 else 's'}, {percent(x.share)} of {x.copy.text} · {x.basis} · origin: {x.origin}"
    lines = term.fill(f"{x.copy.text} {arrow} {x.of.text} · {facts}", "", "  ")
    for passage in x.passages if whole else x.passages[:PASSAGES]:
        lines += _passage(term, x, passage)
    if not whole and n > PASSAGES:
        lines.append(f"  and {n - PASSAGES} more: --report {x.copy.report_id}")
    return [*lines, ""]


def _passage(term: Terminal, x: Lineage, passage: CopiedPassage) -> list[str]:
    alike = term.paint(f"  {percent(passage.similarity)} of words alike", DIM)
    if term.width < SIDE_BY_SIDE:
        return [*_reading(term, x.of, passage.there), *_reading(term, x.copy, passage.here), alike]
    half = (term.width - 4) // 2
    left, right = _column(term, x.of, passage.there, half), _column(term, x.copy, passage.here, half)
    rows = max(len(left), len(right))
    left += [("", 0)] * (rows - len(left))
    right += [("", 0)] * (rows - len(right))
    beside = [f"  {a}{' ' * (half - size)}  {b}" for (a, size), (b, _) in zip(left, right, strict=True)]
    return [*beside, alike]


def _column(term: Terminal, siglum: Siglum, words: Sequence[Word], columns: int) -> list[tuple[str, int]]:
    """Words under their siglum in a column: lines with the columns each takes."""
    lead = max(4, len(siglum.text) + 1)
    lines = term.fill_words(words, columns - lead - 1)
    first = term.plain(siglum.text).ljust(lead)
    return [((first if i == 0 else " " * lead) + text, lead + size) for i, (text, size) in enumerate(lines)]


def _reading(term: Terminal, siglum: Siglum, words: Sequence[Word]) -> list[str]:
    return [f"  {line}" for line, _ in _column(term, siglum, words, term.width - 2)]


def _shared(term: Terminal, shared: Sequence[SharedWords], *, whole: bool) -> list[str]:
    lines = [
        term.heading("Shared words"),
        *term.fill("Public statements that several reports quote: no copying.", "", ""),
    ]
    for statement in shared if whole else shared[:SHARED]:
        lines += ["", f"  {statement.reason}"]
        for rendering in statement.renderings:
            lines += _reading(term, rendering.siglum, rendering.words)
    if not whole and len(shared) > SHARED:
        lines += ["", f"and {len(shared) - SHARED} more: --json lists all"]
    return lines if shared else [lines[0], "  No public statement is quoted by two reports."]
