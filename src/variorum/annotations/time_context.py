"""What the words around a match say of it: whether it is a time expression at all ("May", "2000", "the fall").

Judged from the parse and from lists in `schema/lexicons/times.toml`; nothing here makes values.
"""

import re
from collections.abc import Callable
from functools import cache

from spacy.tokens import Doc

from variorum.annotations.figure_numbers import any_of
from variorum.annotations.time_beside import root_in, word_after, word_before
from variorum.annotations.time_lexicon import DAY, MONTH, Match, load_words, said
from variorum.annotations.time_tense import modifies
from variorum.annotations.time_years import COUNTED, is_year, is_year_range

_WORDS = load_words()
_CUES = frozenset(_WORDS["cues"]["words"])
_MONTH_CUES = frozenset(_WORDS["month_cues"]["words"])
_SURE_CUES = frozenset({"in", "during", "since", "until"})
_AMBIGUOUS = frozenset(_WORDS["month_cues"]["ambiguous"])
_BEFORE_DURATION = frozenset(_WORDS["duration_cues"]["before"])
_AFTER_DURATION = frozenset(_WORDS["duration_cues"]["after"])
_AGED = frozenset([*_WORDS["aged"]["words"], *(f"{word}s" for word in _WORDS["aged"]["words"])])
_AFTER_DAY = frozenset(_WORDS["after_day"]["words"])
_NO_RATE = frozenset({"ago", "later", "earlier", "before", "after", "into", "long", "old", "of", "or", "from", "hence"})
_DATELINE = 60
_LISTED_AFTER = re.compile(rf"{MONTH} +{DAY}(?: ?, ?{DAY})*(?: ?,? +and +| ?, ?)$", re.IGNORECASE)
_NOT_NOW = frozenset({"of", "when", "he", "she", "they", "it", "we", "you", "i", "that"})
_AFTERWARDS = frozenset({"after", "afterward", "afterwards", "thereafter"})
_NAMES = re.compile(rf"(?<!\w){any_of(_WORDS['names']['words'])}(?!\w)", re.IGNORECASE)
_AGE_AFTER = re.compile(r"[ -]old\b| of age\b", re.IGNORECASE)
_AGE_BEFORE = re.compile(r"\b(?:aged|age) +$", re.IGNORECASE)


def name_spans(text: str) -> list[tuple[int, int]]:
    """Where names stand that hold a weekday, month or season and are no time."""
    return [found.span() for found in _NAMES.finditer(text)]


def accepts(rule: str, match: Match, doc: Doc) -> bool:
    """True where the words around a match leave it a time expression."""
    by_words, by_parse = _guards()
    if rule in by_words and not by_words[rule](match):
        return False
    return rule not in by_parse or by_parse[rule](match, doc)


@cache
def _guards() -> tuple[dict[str, Callable[[Match], bool]], dict[str, Callable[[Match, Doc], bool]]]:
    """What judges the matches of a rule by the words beside them, and what by the parse."""
    by_words: dict[str, Callable[[Match], bool]] = {
        "month_day": _is_month_day,
        "day_month": _is_month_day,
        "years": is_year_range,
        "weekday": lambda match: match["weekday"][0].isupper(),
        "duration_one": _is_bare_duration,
        "duration_vague": _is_bare_duration,
        "unit_shift": _is_unit_shift,
        "ago": _is_ago,
        "vague_ago": lambda match: match["when"].lower() == "ago" or match["unit"].lower() != "nights",
        "numeric_short": _is_in_dateline,
        "bare_day": _is_bare_day,
        "listed_day": _is_listed_day,
        "unmeasured": _is_unmeasured,
    }
    by_parse: dict[str, Callable[[Match, Doc], bool]] = {
        "month": _is_month,
        "season": _is_season,
        "year": is_year,
        "reference": _is_reference,
        "duration": _is_duration,
        "duration_list": _is_duration,
        "duration_long": _is_no_age,
        "frequency": _is_no_name,
        "rate_of": _is_rate,
        "overnight": lambda match, doc: not _is_modifier(match, doc),
        "named_day": lambda match, doc: match["word"][0].isupper() and not _is_modifier(match, doc),
        "feast": lambda match, doc: match["word"][0].isupper() and not _is_modifier(match, doc),
        "day_word": lambda match, doc: not (match["word"][0].isupper() and _after_name(doc, match)),
    }
    return by_words, by_parse


def _is_month(match: Match, doc: Doc) -> bool:
    name, text = match["month"], match.string
    word = name.lower().rstrip(".")
    if not name[0].isupper():
        return False
    if match["year"] or match["near"] or match["shift"]:
        return True
    before = word_before(text, match.start())
    if word not in _WORDS["months"]:
        return name.endswith(".") and before in _MONTH_CUES
    if word in _AMBIGUOUS and not match["part"] and before not in _MONTH_CUES:
        return False
    if word in _AMBIGUOUS and before in ("and", "or", "to", "for"):
        return bool(
            re.search(
                rf"{any_of(_WORDS['months'])} (?:and|or|to|for) $",
                text[max(0, match.start() - 20) : match.start()],
                re.IGNORECASE,
            )
        )
    if before in _SURE_CUES:
        return True
    token = root_in(doc, match.start("month"), match.end("month"))
    return token is None or token.ent_type_ != "PERSON"


def _is_month_day(match: Match) -> bool:
    if not match["month"][0].isupper():
        return False
    if match["year"] or match.start("day") < match.start("month"):
        return True
    return match.string[match.end() : match.end() + 1] != " " or word_after(match.string, match.end()) not in COUNTED


def _is_season(match: Match, doc: Doc) -> bool:
    text, word = match.string, match["season"].lower()
    shift = (match["shift"] or "").lower()
    if match["year"] or match["near"] or (shift and shift != "the"):
        return True
    before, after = word_before(text, match.start()), word_after(text, match.end())
    if word == "fall" and (after == "of" or (not shift and not match["part"])):
        return False
    if not (match["part"] or before in _CUES):
        return False
    token = root_in(doc, match.start("season"), match.end("season"))
    return token is None or (token.pos_ in ("NOUN", "PROPN") and not modifies(token))


def _is_reference(match: Match, doc: Doc) -> bool:
    text, word = match.string, match["word"].lower()
    if word == "soon":
        return word_before(text, match.start()) not in ("as", "how", "too", "very") and word_after(
            text, match.end()
        ) not in _AFTERWARDS | {"as"}
    if match["word"][0].isupper() and _after_name(doc, match):
        return False
    if word in ("recent", "current"):
        token = root_in(doc, match.start(), match.end())
        return token is not None and token.dep_ == "amod" and not match["word"][0].isupper()
    if word in ("previously", "formerly"):
        return match["word"][0].isupper()
    if word == "recently":
        token = root_in(doc, match.end() - 2, match.end())
        return token is None or token.head.dep_ != "amod"
    if word == "the moment":
        return word_before(text, match.start()) in ("at", "for") and word_after(text, match.end()) not in _NOT_NOW
    if word in ("the past", "the present", "the future"):
        token = root_in(doc, match.end() - 2, match.end())
        return token is not None and token.pos_ == "NOUN" and not modifies(token)
    return True


def _is_duration(match: Match, doc: Doc) -> bool:
    unit, amount, text = match["unit"].lower(), match["amount"].lower(), match.string
    if amount == "many" and word_before(text, match.start()) == "as":
        return False
    if (
        unit in ("second", "minute", "quarter", "century", "decade", "night")
        and "-" not in match[0]
        and amount != "one"
        and not amount.startswith("half")
    ):
        return False
    if unit == "second" and word_before(text, match.start()) not in _BEFORE_DURATION:
        return "-" in match[0]
    if unit == "quarters":
        return False
    if amount == "one" and unit == "night" and word_before(text, match.start()) not in _BEFORE_DURATION:
        return "-" in match[0]
    if unit in ("hours", "minutes") and re.match(r" ?(?:gmt|utc)", text[match.end() : match.end() + 4], re.IGNORECASE):
        return False
    return _is_no_age(match, doc)


def _is_no_age(match: Match, doc: Doc) -> bool:
    """False for "a 27-year-old man", "the 30-year-old said", "aged 40 years"; a 30-year-old war has no age."""
    text = match.string
    if _AGE_BEFORE.search(text[max(0, match.start() - 6) : match.start()]):
        return False
    if not match[0].lower().endswith("old"):
        return _AGE_AFTER.match(text, match.end()) is None
    token = root_in(doc, match.end() + 1, match.end() + 2) if text[match.end() : match.end() + 1] == " " else None
    while token is not None and token.pos_ in ("ADJ", "PROPN") and token.i + 1 < len(doc):
        token = token.nbor()
    return token is not None and token.lower_ in _AGED


def _is_rate(match: Match, doc: Doc) -> bool:
    """True for "200 people a day", "$33 million a year", "three times a week": a count or sum stands before."""
    if word_after(match.string, match.end()) in _NO_RATE or match.string[match.end() : match.end() + 1] == "-":
        return False
    token = root_in(doc, match.start(), match.start() + 1)
    if token is None or token.i == 0:
        return False
    before = token.nbor(-1)
    if before.lower_ in ("once", "twice", "%", "percent", "times") or before.like_num:
        return before.lower_ not in ("one", "half")
    return before.tag_ in ("NNS", "NNPS") and any(one.like_num for one in before.doc[max(0, before.i - 3) : before.i])


def _is_bare_duration(match: Match) -> bool:
    text = match.string
    before, after = word_before(text, match.start()), word_after(text, match.end())
    if said(match, "amount") and match[0].lower().split()[0] not in ("a", "an"):
        return True
    if match["unit"].lower() == "second" and said(match, "amount"):
        return False
    if match["unit"].lower().rstrip("s") in ("minute", "day", "night", "quarter") and said(match, "amount"):
        return before in ("for", "within") or after in ("after", "before")
    if said(match, "amount") and after == "of":
        return before in ("for", "after", "in", "within", "over", "during")
    if match["unit"].lower() in ("quarters", "seconds", "weekends", "weekdays"):
        return False
    if after in ("later", "ago", "earlier"):
        return False
    return before in _BEFORE_DURATION or after in _AFTER_DURATION


def _is_no_name(match: Match, doc: Doc) -> bool:
    following = match.string[match.end() : match.end() + 2]
    token = root_in(doc, match.start(), match.end())
    if token is None or (token.pos_ != "ADV" and " " not in match[0]):
        return False
    return not (match["word"][0].isupper() and following[:1] == " " and following[1:].isupper())


def _is_in_dateline(match: Match) -> bool:
    """True near the start of a short line: elsewhere "12.09.22" may be a version or a score."""
    text = match.string
    line = text.rfind("\n", 0, match.start()) + 1
    return match.start() - line <= _DATELINE


def _is_bare_day(match: Match) -> bool:
    """False for "on the 13th floor": a noun follows."""
    after = word_after(match.string, match.end())
    return match.string[match.end() : match.end() + 1] != " " or after in _AFTER_DAY


def _is_listed_day(match: Match) -> bool:
    """True for the last day of "May 22 and 23"."""
    text = match.string
    if re.match(r"[\d.,:/%-]+\d| +\d|%", text[match.end() : match.end() + 4]):
        return False
    return _LISTED_AFTER.search(text, max(0, match.start() - 40), match.start()) is not None and _is_bare_day(match)


def _is_unmeasured(match: Match) -> bool:
    """True for "for some time", "took a while"; "some time in May" and "once in a while" are no lengths."""
    text = match.string
    after = word_after(text, match.end())
    if word_before(text, match.start()) not in _BEFORE_DURATION or after in ("in", "next", "this", "on"):
        return False
    return not text[max(0, match.start() - 8) : match.start()].lower().endswith("once in ")


def _is_unit_shift(match: Match) -> bool:
    text, unit = match.string, match["unit"].lower()
    if unit in ("second", "minute") or (unit in ("day", "night") and match["shift"].lower() == "this"):
        return False
    if match["article"] and word_after(text, match.end()) == "of" and match["shift"].lower() not in ("current", "this"):
        return False
    if unit == "weekend" and match["shift"].lower() == "the":
        return word_before(text, match.start()) in (
            "over",
            "during",
            "at",
            "on",
            "by",
            "for",
            "of",
            "before",
            "after",
            "throughout",
        )
    return text[match.end() : match.end() + 1] != "-" or unit in ("year", "month", "week")


def _is_ago(match: Match) -> bool:
    amount, when = match["amount"].lower(), match["when"].lower()
    text = match.string
    following = text[match.end() : match.end() + 2]
    if when == "before" and re.match(r" \w", following):
        return False
    if when == "later" and amount == "the":
        return False
    return amount != "the" or when in ("before", "earlier")


def _is_modifier(match: Match, doc: Doc) -> bool:
    """True for "an overnight raid", "the Christmas tree"."""
    token = root_in(doc, match.start(), match.end())
    return token is not None and modifies(token)


def _after_name(doc: Doc, match: Match) -> bool:
    """True for "USA Today": a capital within a line, after a name; "USA TODAY" only where not all is in capitals."""
    text = match.string
    line = text[text.rfind("\n", 0, match.start()) + 1 : match.end() + 60]
    if match[0].isupper() and line.isupper():
        return False
    token = root_in(doc, match.start(), match.end())
    before = token.nbor(-1) if token is not None and token.i > 0 else None
    return before is not None and before.pos_ == "PROPN" and before.text[0].isupper() and not before.text.endswith(".")
