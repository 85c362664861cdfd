"""From decoded raw text to a report's text: the order of the cuts, and the record of what they took.

For plain text: the raw text without its removals, white space and invisible characters aside, is the text (NFC).
Nothing else is ever lost. For pages the same holds of every line that was found in the raw text.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from variorum.reports.cleaning.credits import find_credits
from variorum.reports.cleaning.datelines import find_dateline
from variorum.reports.cleaning.edges import find_arrows, find_edges, find_glued_links
from variorum.reports.cleaning.embeds import find_embed_tails, find_last_post
from variorum.reports.cleaning.footers import find_bios, find_owner, find_small_print
from variorum.reports.cleaning.furniture import find_blocks, find_furniture, find_trail_sections
from variorum.reports.cleaning.headblocks import find_head_block, find_head_days
from variorum.reports.cleaning.headers import find_headers, undated_headers
from variorum.reports.identity.trust import find_address, find_self_references
from variorum.reports.cleaning.imprints import find_date_start, find_glued_stamps, find_imprints
from variorum.reports.lexicon import headline_key
from variorum.reports.lines import Clue, Draft, Line, split_lines
from variorum.reports.cleaning.mastheads import find_masthead, find_slug, read_outlet_beside_day
from variorum.reports.cleaning.page_tops import find_page_top
from variorum.reports.cleaning.press_offices import find_press_office
from variorum.reports.cleaning.standfirsts import find_standfirst
from variorum.reports.cleaning.titles import find_repeats, find_title_line, looks_like_title
from variorum.reports.cleaning.translations import find_translation_notes, find_translations
from variorum.reports.cleaning.wrapping import unwrap_lines
from variorum.schema.reports import Removal, Span

_PASSES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaned:
    """A report's text with its title's place, what was taken away, what was learned, and faults in plain words.

    line_raws: for each line of the text the first and the end of its code points in the raw text.
    """

    text: str
    title_span: Span | None
    removals: tuple[Removal, ...]
    clues: tuple[Clue, ...]
    faults: tuple[str, ...] = ()
    line_raws: tuple[tuple[int, int], ...] = ()


def clean_text(raw: str) -> Cleaned:
    """Clean plain text.

    Args:
        raw: decoded text as it came.
    """
    return clean_lines(split_lines(raw), pasted=True)


def clean_lines(
    given: Sequence[Line], *, removals: Sequence[Removal] = (), clues: Sequence[Clue] = (), pasted: bool = False
) -> Cleaned:
    """Clean the lines of a text as plain text is cleaned.

    Args:
        removals: what was taken from the raw text before. clues: what was learned of it otherwise, trusted least.
        pasted: the text may be copied from a page, with the page's loose ends.
    """
    lines = tuple(given)
    cuts, found = find_headers(lines)
    faults = tuple(f"a date that is no date: {value}" for value in undated_headers(lines))
    draft = Draft(lines=lines, removals=tuple(removals)).without(cuts, (*found, *find_address(lines)))
    draft = replace(draft, lines=unwrap_lines(draft.lines))
    if pasted:
        draft = draft.without(find_arrows(draft.lines))
    draft = _cut_press_office(draft.without(find_slug(draft.lines)))
    return _finish(draft, faults, tuple(clues), pasted=pasted)


def clean_draft(draft: Draft, *, pasted: bool = False) -> Cleaned:
    """Clean lines that another reader found, as those of a page are cleaned.

    Args:
        pasted: they are of a whole page, with its loose ends, and not of the report alone.
    """
    return _finish(draft, (), pasted=pasted)


def _finish(draft: Draft, faults: Sequence[str], last: tuple[Clue, ...] = (), *, pasted: bool) -> Cleaned:
    title = next((clue.value for clue in draft.clues if clue.kind == "title"), None)
    draft, found = _cut_imprints(_cut_title_line(draft))
    draft = _cut_furniture(draft)
    draft, more = _cut_imprints(draft)
    draft = replace(draft, clues=(*draft.clues, *find_translations(draft.lines)))
    draft = _cut_credits(draft)
    draft = draft.without(find_translation_notes(draft.lines))
    draft = draft.without(find_edges(draft.lines)).without(find_glued_links(draft.lines)) if pasted else draft
    draft = draft.without(find_repeats(draft.lines))
    draft = replace(draft, clues=(*draft.clues, *find_dateline(draft.lines), *find_self_references(draft.lines), *last))
    return _assemble(draft, title, (*faults, *found, *more))


def _cut_title_line(draft: Draft) -> Draft:
    found = find_title_line(draft.lines)
    return draft.without([found[0]], [found[1]]) if found else draft


def _cut_masthead(draft: Draft) -> Draft:
    """Take the outlet's name from above the headline, unless front matter or a title line says what stands there."""
    if any(clue.kind == "title" for clue in draft.clues) or find_title_line(draft.lines):
        return draft
    titled = draft.lines and read_outlet_beside_day(draft.lines[0].text) is not None
    cuts, clues = find_page_top(draft.lines) if not titled else ((), ())
    if any(clue.kind == "source" for clue in clues):
        return draft.without(cuts, clues)
    named = find_masthead(draft.lines)
    block = named if named[0] else find_head_block(draft.lines)
    draft = draft.without(*block) if block[0] else draft.without(cuts, clues)
    return draft.without(*find_head_days(draft.lines))


def _cut_press_office(draft: Draft) -> Draft:
    """Take the line of a body's press service; the body is the source where no outlet is named above or beside it."""
    cuts, clues = find_press_office(draft.lines)
    draft = _cut_masthead(draft.without(cuts))
    named = any(clue.kind == "source" for clue in draft.clues)
    return draft if named else replace(draft, clues=(*draft.clues, *clues))


def _cut_furniture(draft: Draft) -> Draft:
    draft = draft.without(find_embed_tails(draft.lines), find_last_post(draft.lines))
    draft = draft.without(find_blocks(draft.lines))
    draft = draft.without(find_small_print(draft.lines), find_owner(draft.lines))
    draft = draft.without(find_bios(draft.lines, [clue.value for clue in draft.clues if clue.kind == "author"]))
    for _ in range(_PASSES):  # a furniture paragraph that went makes a report's head or foot longer
        cuts = list(find_furniture(draft.lines))
        if len(cuts) == len(draft.lines):  # a gallery: its captions are its report
            cuts = [cut for cut in cuts if cut.reason != "caption"]
        if not cuts:
            break
        draft = draft.without(cuts, find_trail_sections(draft.lines, cuts))
    return draft


def _cut_imprints(draft: Draft) -> tuple[Draft, tuple[str, ...]]:
    """Take bylines and stamps, then a date put before the first words."""
    found = list(find_imprints(draft.lines))
    faults = tuple(
        f"a date that no calendar has: {draft.lines[cut.index].text}" for cut, read in found if read.impossible
    )
    draft = draft.without((cut for cut, _ in found), (clue for _, read in found for clue in read.clues))
    glued = list(find_glued_stamps(draft.lines))
    draft = draft.without((cut for cut, _ in glued), (clue for _, read in glued for clue in read.clues))
    start = find_date_start(draft.lines)
    return (draft.without([start[0]], [start[1]]) if start else draft), faults


def _cut_credits(draft: Draft) -> Draft:
    """Take credits until none is left: a foot may hold several, one below the other."""
    for _ in range(4):
        found = list(find_credits(draft.lines))
        if not found:
            break
        draft = draft.without((cut for cut, _ in found), (clue for _, clues in found for clue in clues))
    return draft


def _assemble(draft: Draft, title: str | None, faults: tuple[str, ...]) -> Cleaned:
    text = "\n".join(line.text for line in draft.lines)
    return Cleaned(
        text=text,
        title_span=_title_span(draft, title),
        removals=_in_order(draft.removals),
        clues=(*draft.clues, *find_standfirst(draft)),
        faults=faults,
        line_raws=tuple((line.at[0], line.at[-1]) for line in draft.lines),
    )


def _title_span(draft: Draft, title: str | None) -> Span | None:
    """Place the title: the metadata's where a first line has it, else a first line that looks like one."""
    if not draft.lines:
        return None
    first = draft.lines[0].text
    if title and headline_key(first) == headline_key(title):
        return Span(start=0, end=len(first))
    return Span(start=0, end=len(first)) if looks_like_title(draft.lines) else None


def _in_order(removals: Sequence[Removal]) -> tuple[Removal, ...]:
    """Sort removals by place, and leave out what lies within another (a tag within a line that went)."""
    kept: list[Removal] = []
    for removal in sorted(removals, key=lambda removal: (removal.raw_start, -removal.raw_end)):
        start = max(removal.raw_start, kept[-1].raw_end) if kept else removal.raw_start
        if start < removal.raw_end:
            kept.append(replace(removal, raw_start=start))
    return tuple(kept)
