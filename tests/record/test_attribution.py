"""The chain of those who passed a statement on, from who reached the reporter to who first said it."""

from dataclasses import replace

from links.factory import LOOKUP, NAMES, make_annotations

from variorum.record.attribution import attribution_chain, statements_around
from variorum.schema.annotations import StatementMention
from variorum.schema.reports import Span

TEXT = "Two guards said that the agency quoted a clerk as saying that the gate was shut on Monday."


def statement(words: str | None, *, speaker: int | None = None, through: int | None = None, within: int | None = None):
    span = None if words is None else Span(start=TEXT.index(words), end=TEXT.index(words) + len(words))
    return StatementMention(
        sentence=Span(start=0, end=len(TEXT)),
        cue=Span(start=11, end=15),
        contents=(Span(start=21, end=len(TEXT)),),
        kind="indirect",
        position="state",
        speaker=speaker,
        speaker_words=span,
        through=through,
        within=within,
    )


def chain(number: int, *statements: StatementMention) -> str | None:
    own = replace(make_annotations("r1"), statements=statements)
    return attribution_chain(own, number, TEXT, LOOKUP)


def test_chain_runs_from_the_outermost_to_the_innermost():
    nested = (statement("Two guards"), statement(None, speaker=0, within=0), statement("a clerk", within=1))
    assert chain(2, *nested) == f"Two guards > {NAMES[0]} > a clerk"
    assert chain(1, *nested) == f"Two guards > {NAMES[0]}"


def test_who_passes_on_stands_before_the_speaker():
    assert chain(0, statement("a clerk", speaker=1, through=0)) == f"{NAMES[0]} > {NAMES[1]}"


def test_one_who_reports_his_own_words_is_one_link():
    assert chain(0, statement("the agency", speaker=0, through=0)) == NAMES[0]


def test_chain_is_missing_when_nobody_is_told():
    assert chain(0, statement(None)) is None


def test_statements_around_one_are_the_outermost_first():
    own = replace(make_annotations("r1"), statements=(statement(None), statement(None, within=0)))
    assert statements_around(own, 1) == (0, 1)
