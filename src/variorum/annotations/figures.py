"""Find numbers with meaning (figures.v2): how many were killed, wounded, displaced, deployed, or counted otherwise.

Numbers of dates, ages, scores and bodies politic ("two countries") are no figures; measures and money are figures of their
own kind. Bounds follow the table in `schema.quantities`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Doc, Span as DocSpan, Token

from variorum.annotations.figure_effects import (
    Effect,
    counted_noun,
    effect_of_clause,
    find_action,
    find_effect,
    is_undone,
    lemma_of,
)
from variorum.annotations.figure_fates import is_of_persons
from variorum.annotations.figure_kinds import tell_kinds
from variorum.annotations.figure_measures import MEASURES, bounds_of, find_measures
from variorum.annotations.figure_numbers import NUMBER, any_of, is_untold_multiple, last_scale, load_words, read_number
from variorum.annotations.figure_scope import read_scope
from variorum.annotations.figure_totals import add_totals
from variorum.annotations.parse import text_of
from variorum.schema.annotations import FigureMention, TimeMention
from variorum.schema.reports import Issue, Span

ANNOTATOR = "figures.v2"

_WORDS = load_words()
_QUALIFIERS: dict[str, str] = _WORDS["qualifiers"]
_AFTER: dict[str, str] = _WORDS["qualifiers_after"]
_COLLECTIVE: dict[str, list[str | int]] = _WORDS["collective"]
_FORCES = frozenset(_WORDS["troops"]["forces"])
_PEOPLE = frozenset([*_WORDS["people"]["words"], *_WORDS["troops"]["words"]])
_PERSONS = frozenset([*_WORDS["persons"]["words"], *(word for words in _WORDS["kinds"].values() for word in words)])
_THINGS = frozenset(_WORDS["things"]["words"])
_SMALL = frozenset([*_WORDS["people"]["small"], *_WORDS["things"]["small"]])
_REFUSED = frozenset(_WORDS["refused"]["words"])
_OF_WHOM = frozenset(_WORDS["of_whom"]["words"])
_COLLECTIVE_KINDS = frozenset(kind for kind, _ in _COLLECTIVE.values())
_NOT_ONE_AFTER = re.compile(r" (?:of|another|day|side|or)\b|[,.-]")
_ALL_BUT = ("all but ", "everyone but ", "everybody but ")
_NOT_ONE_BEFORE = ("no ", "any ", "this ", "that ", "the ", "every ", "each ")
_PART = re.compile(r" of (?:the|those|these|its|their|his|her|our)\b", re.IGNORECASE)
_OF_THEM = re.compile(r" of (?:them|whom)\b", re.IGNORECASE)
_INCLUDED = re.compile(r"[^,.;:\n]{0,30},? included\b", re.IGNORECASE)
_NEAR = 60
_ODD_NUMBER = re.compile(r"(?<![\w.,:/-])(?:\d{1,15}(?:[.,]\d{1,15})+|\d{16,})(?![\w:/-])")
_OVER = ("hand", "turn", "take", "sign", "give")
_MANY = 10
_INHERITS = re.compile(r"(?:,? and |, (?:and )?|,? as well as )(?:also |the |its |their |his |her )?")
_PART_OF = re.compile(
    rf"(?: [^\d\n.;:,()]{{1,60}})?,? ?\(?\b(?:{any_of(_WORDS['including']['words'])}),? (?:the )?| \((?:the )?",
    re.IGNORECASE,
)
"""What stands between a count and its part, with the words of its effect: "30 people were hurt in the blast, including 4 children"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Count:
    """A number as written: where it stands with its qualifier, and what it allows."""

    start: int
    end: int
    number_start: int
    qualifier: str
    low: float
    high: float | None = None


def find_figures(doc: Doc, times: Sequence[TimeMention]) -> tuple[FigureMention, ...]:
    """Find counts of people and things.

    Args:
        doc: the parsed report.
        times: its time expressions; numbers within them are no figures, but durations in years are.

    Returns:
        Mentions by start, the longest first. Those of basis `number` do not overlap; a total covers its parts.

    Source: qualifiers and bounds by the table in `schema.quantities`; effects and nouns by lexicons/figures.toml.
    """
    text = text_of(doc)
    taken = [(mention.span.start, mention.span.end) for mention in times]
    figures: list[FigureMention] = []
    for count in _counts(text):
        if any(start < count.end and count.number_start < end for start, end in taken):
            continue
        figure = _figure(doc, text, count, figures[-1] if figures else None)
        if figure is not None and (not figures or figures[-1].span.end <= figure.span.start):
            figures.append(replace(figure, part_of=_whole(text, figure, figures)))
    measures = tuple(find_measures(text, times))
    found = tell_kinds(doc, add_totals(doc, (*figures, *measures)))
    return tuple(f if f.what in MEASURES else read_scope(doc, f, times) for f in found)


def find_figure_issues(doc: Doc) -> tuple[Issue, ...]:
    """Tell numbers of people or things that `find_figures` leaves out: of two readings ("1.000 people"), or endless."""
    return tuple(
        Issue(stage="annotations", kind="ambiguous_number", what=what, start=match.start(), end=match.end())
        for match in _ODD_NUMBER.finditer(text_of(doc))
        if read_number(match[0]) is None and (what := _left_out(doc, match[0], match.end()))
    )


def _left_out(doc: Doc, number: str, end: int) -> str:
    """What is to be said of a number without a value; nothing where it counts nothing."""
    if number.isdigit():
        return f"a number of {len(number)} digits counts nothing that there is; no value is taken from it"
    if not _counts_something(doc, end):
        return ""
    return f"{number!r} may be grouped thousands or a fraction; no value is taken from it"


def _counts_something(doc: Doc, end: int) -> bool:
    part = doc.char_span(end - 1, end, alignment_mode="expand")
    if part is None:
        return False
    noun = counted_noun(doc, part.end)
    if noun is not None and lemma_of(noun) in (_PEOPLE | _PERSONS | _THINGS):
        return True
    return find_effect(doc, part.start, part.end - 1, None) is not None


@cache
def _pattern() -> re.Pattern[str]:
    before = any_of(_QUALIFIERS)
    collective = rf"(?P<collective>{any_of(_COLLECTIVE)})(?: of)?"
    joined = rf"(?: to | or | ?[-–] ?| and (?=(?P<between_end>)))(?P<last>{NUMBER})"
    number = rf"(?P<between>between )?(?P<number>{NUMBER})(?:{joined})?(?: (?P<after>{any_of(_AFTER)}))?"
    return re.compile(
        rf"(?<![\w$€£¥#/])(?<!\d[.,:-])(?<!\w-)(?P<qualifier>(?:{before} +){{0,4}})(?:{collective}|{number})(?![\w%/]|[-–]\w| ?%)",
        re.IGNORECASE,
    )


def _counts(text: str) -> list[_Count]:
    return [count for match in _pattern().finditer(text) if (count := _read_count(match)) is not None]


def _read_count(match: re.Match[str]) -> _Count | None:
    words = " ".join(match["qualifier"].lower().split())
    start = match.start()
    if match["collective"]:
        kind, low = _COLLECTIVE[" ".join(match["collective"].lower().split())]
        return _Count(
            start=start, end=match.end(), number_start=match.start("collective"), qualifier=str(kind), low=float(low)
        )
    if is_untold_multiple(match.string, match.start("number"), match["number"]):
        return None
    last = read_number(match["last"]) if match["last"] else None
    value = _in_scale_of(match["number"], match["last"] or "", last)
    end = match.end()
    if match["last"] and (
        last is None or value is None or last <= value or (match["between_end"] is not None) != bool(match["between"])
    ):
        last, end, value = None, match.end("number"), read_number(match["number"])
    if value is None or value != int(value) or (last is None and match["between"]):
        return None
    qualifier = _QUALIFIERS.get(words) or _QUALIFIERS.get(words.split(" ")[-1], "") or _longest(words)
    if match["after"] and end == match.end():
        qualifier = _AFTER[" ".join(match["after"].lower().split())]
    place = match.start("number")
    if last is not None:
        return _Count(start=start, end=end, number_start=place, qualifier="range", low=value, high=last)
    return _Count(start=start, end=end, number_start=place, qualifier=qualifier or "exact", low=value)


def _in_scale_of(number: str, last: str, last_value: float | None) -> float | None:
    """The lower end of a range, in the scale of the upper one: "two or three million", but "900 to 1 million"."""
    value, scale = read_number(number), last_scale(last)
    if value is None or last_value is None or not scale or last_scale(number):
        return value
    factor = float(load_words()["scales"][scale])
    return value * factor if value * factor < last_value else value


def _longest(words: str) -> str:
    """Of several qualifiers ("at least some") the one named last."""
    found = [(words.rfind(name), kind) for name, kind in _QUALIFIERS.items() if words.endswith(name)]
    return min(found)[1] if found else ""


def _figure(doc: Doc, text: str, count: _Count, previous: FigureMention | None) -> FigureMention | None:
    tokens = doc.char_span(count.start, count.end, alignment_mode="expand")
    if tokens is None or _is_other_number(text, count, tokens):
        return None
    if tokens[0].lower_ == "over" and tokens[0].i > 0 and tokens[0].nbor(-1).lemma_ in _OVER:
        count, tokens = replace(count, start=count.number_start, qualifier="exact"), tokens[1:]
    noun = counted_noun(doc, tokens.end)
    if noun is not None and lemma_of(noun) in _REFUSED and lemma_of(noun) != "other":
        return None
    if tokens.end < len(doc) and lemma_of(doc[tokens.end]) in _REFUSED and lemma_of(doc[tokens.end]) != "other":
        return None
    noun = None if noun is not None and lemma_of(noun) == "other" else noun
    effect = find_effect(doc, tokens.start, noun.i if noun is not None else tokens.end - 1, noun)
    if effect is not None and is_of_persons(effect.token) and not _is_of_people(noun):
        effect = None
    joined = _joined(text, count, previous)
    if effect is None and joined is not None and (noun is None or lemma_of(noun) in (_PEOPLE | _PERSONS)):
        return _mention(count, tokens, noun, joined.what, joined.governor, text=text)
    if effect is not None:
        return _with_effect(count, tokens, noun, effect, text)
    return _without_effect(count, tokens, noun, text)


def _is_of_people(noun: Token | None) -> bool:
    """True of a count of people, or of no noun: "rescued 40"."""
    return noun is None or lemma_of(noun) in (_PEOPLE | _PERSONS)


def _is_other_number(text: str, count: _Count, tokens: DocSpan) -> bool:
    """True for "one of", "no one", ages in commas, numbered things and shares."""
    after, before = text[count.end : count.end + 12].lower(), text[max(0, count.start - 15) : count.start].lower()
    number = text[count.number_start : count.end].lower()
    if before.endswith(_ALL_BUT):
        return True
    if _part_of_told(text, count) and not _part_counts(tokens) and not _suffers(tokens):
        return True
    if number == "one" and (_NOT_ONE_AFTER.match(after) or before.endswith(_NOT_ONE_BEFORE)):
        return True
    if before.endswith(", ") and after.startswith(",") and count.qualifier == "exact":
        return True
    if re.match(r" ?(?:%|percent|per cent|st\b|nd\b|rd\b|th\b)|[.:]\d|['’]s\b", after) or re.search(
        r"(?:\bno\.?|\baged?|[$€£]) ?$", before
    ):
        return True
    return _numbers_a_name(tokens)


def _part_of_told(text: str, count: _Count) -> bool:
    """True for "nine of them" and "nine of its guns"."""
    pointing = _OF_THEM.match(text, count.end) is not None and count.qualifier not in _COLLECTIVE_KINDS
    return pointing or _part_of_known(text, count)


def _suffers(tokens: DocSpan) -> bool:
    """True where the clause says what became of that part: "three of its members were wounded"; not "three of the dead"."""
    doc, of = tokens.doc, tokens.doc[tokens.end]
    told = find_effect(doc, tokens.start, max(of.right_edge.i, tokens.end), None)
    return told is not None or effect_of_clause(doc, tokens.end - 1, None) is not None


def _part_of_known(text: str, count: _Count) -> bool:
    """True for "nine of its guns": a part of what is known."""
    return bool(_PART.match(text, count.end)) and count.qualifier not in _COLLECTIVE_KINDS


def _part_counts(tokens: DocSpan) -> bool:
    """True where a part of people or things that are counted elsewhere is a figure too: not "three of the leaders"."""
    noun = counted_noun(tokens.doc, tokens.end)
    return noun is not None and lemma_of(noun) in (_PEOPLE | _THINGS)


def _numbers_a_name(tokens: DocSpan) -> bool:
    """True for "Brigade 12": the number belongs to the name before it, and no plural follows."""
    first, last = tokens[0], tokens[-1]
    if first.i == 0 or (last.i + 1 < len(last.doc) and last.nbor().tag_ == "NNS"):
        return False
    before = first.nbor(-1)
    named = before.pos_ == "PROPN" and before.dep_ != "npadvmod"
    return named and last.dep_ in ("nummod", "appos") and last.head.i < first.i


def _joined(text: str, count: _Count, previous: FigureMention | None) -> FigureMention | None:
    """The figure before, where this one goes on from it: "three civilians and two soldiers", "30, including 4 children"."""
    if previous is None:
        return None
    between = text[previous.span.end : count.start]
    return previous if _INHERITS.fullmatch(between) or _PART_OF.fullmatch(between) else None


def _whole(text: str, figure: FigureMention, figures: Sequence[FigureMention]) -> int | None:
    """The figure that this one is a part of: "30 people, including 4 children and 2 women"."""
    if not figures or figures[-1].what != figure.what:
        return None
    between = text[figures[-1].span.end : figure.span.start]
    if _PART_OF.fullmatch(between) or (_is_told_as_part(text, figure) and "." not in between):
        return len(figures) - 1
    return figures[-1].part_of if _INHERITS.fullmatch(between) else None


def _is_told_as_part(text: str, figure: FigureMention) -> bool:
    """True for "were hurt, four of them seriously" and "141 were rescued, 12 children included"."""
    after = text[figure.span.end : figure.span.end + _NEAR]
    return _OF_THEM.match(after) is not None or _INCLUDED.match(after) is not None


def _with_effect(count: _Count, tokens: DocSpan, noun: Token | None, effect: Effect, text: str) -> FigureMention | None:
    if (
        noun is not None
        and lemma_of(noun) not in (_PEOPLE | _PERSONS)
        and effect.token != noun
        and not _may_suffer(noun)
    ):
        return None
    return _mention(count, tokens, noun, effect.what, effect.token.idx, text=text)


def _may_suffer(noun: Token) -> bool:
    """True where a noun that the lexicon does not list can be of people: a plural of common nouns or a people's name."""
    lemma = lemma_of(noun)
    if lemma in _THINGS:
        return False
    return noun.tag_ in ("NNS", "NNPS") or noun.ent_type_ == "NORP" or noun.text.isupper()


def _without_effect(count: _Count, tokens: DocSpan, noun: Token | None, text: str) -> FigureMention | None:
    if noun is None:
        return None
    lemma = lemma_of(noun)
    governor = _governor(tokens, noun)
    action = find_action(noun) if count.low > 1 else None
    if action is not None and not _follows_of(tokens):
        governor = action.idx
    if lemma in _FORCES and not is_undone(action) and (count.low >= _MANY or count.qualifier != "exact"):
        return _mention(count, tokens, noun, "troops", governor, text=text)
    if lemma not in _PEOPLE and lemma not in _THINGS:
        return None
    plain = count.low >= _MANY or (lemma in _SMALL and count.low > 1) or count.qualifier not in ("exact", "about")
    owned = count.low < _MANY and noun.head.lemma_ == "have"
    if action is None and (not plain or owned or _part_of_known(text, count)):
        return None
    return _mention(count, tokens, noun, lemma, governor, text=text)


def _governor(tokens: DocSpan, noun: Token) -> int:
    """The word that the count hangs on: "a force of 2,000 peacekeepers", "deployed 2,000 troops"; else the noun."""
    if _follows_of(tokens):
        return int(tokens[0].nbor(-2).idx)
    token = noun
    for _ in range(3):
        token = token.head
        if token.pos_ == "VERB":
            return token.idx
        if token.pos_ not in ("ADP", "NOUN", "NUM"):
            break
    return noun.idx


def _follows_of(tokens: DocSpan) -> bool:
    first = tokens[0]
    return first.i > 1 and first.nbor(-1).lower_ == "of" and first.nbor(-2).pos_ in ("NOUN", "VERB")


def _mention(
    count: _Count, tokens: DocSpan, noun: Token | None, what: str, governor: int, *, text: str
) -> FigureMention:
    end = max(count.end, noun.idx + len(noun.text)) if noun is not None else count.end
    if noun is None and governor >= count.end and text[count.end : governor].isspace():
        end = governor + len(re.match(r"\w+", text[governor:])[0])  # type: ignore[index]
    low, best, high = bounds_of(count.qualifier, count.low, count.high)
    return FigureMention(
        span=Span(start=count.start, end=end),
        governor=governor,
        what=what,
        qualifier=count.qualifier,
        low=low,
        best=best,
        high=high,
        of_whom=_of_whom(tokens, noun),
    )


def _of_whom(tokens: DocSpan, noun: Token | None) -> str | None:
    """Who is counted, where that is narrower than people: "civilian", "Armenian soldier"."""
    if noun is None:
        return None
    lemma = lemma_of(noun)
    names = [
        token.text for token in noun.doc[tokens.end : noun.i] if token.text[0].isupper() and not token.text.isupper()
    ]
    if lemma in ("people", "person", "victim"):
        return " ".join(names) or None
    if noun.ent_type_ == "NORP":
        return " ".join([*names, noun.text])
    return " ".join([*names, lemma]) if lemma in _OF_WHOM else None
