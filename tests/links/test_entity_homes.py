"""The state of a minister whom no report ties to one."""

from dataclasses import replace

import pytest

from variorum.links.entities import link_entities
from variorum.schema.annotations import SERVES, Annotations, EntityMention
from variorum.schema.reports import Span


def report(report_id: str, *states: str | None, office: str | None = "minister") -> Annotations:
    """A report of Ada Ferro, in an office, that names states by their codes, None one that no almanac knows."""
    rows = [("Ada Ferro", "person", None, office)]
    rows += [(code or "Velmara", "country", code, None) for code in states]
    chain = {name: number for number, name in enumerate(dict.fromkeys(row[0] for row in rows))}
    mentions = [
        EntityMention(
            span=Span(start=at * 20, end=at * 20 + len(name)),
            kind=kind,
            form="name",
            name=name,
            chain=chain[name],
            country=code,
            office=held,
        )
        for at, (name, kind, code, held) in enumerate(rows)
    ]
    return Annotations(report_id=report_id, entities=tuple(mentions))


def country(*reports: Annotations) -> str | None:
    linked = link_entities(reports, ())
    return next(e.country for e in linked.entities if "Ada Ferro" in dict(e.names))


@pytest.mark.parametrize(
    ("states", "office", "served"),
    [
        (("PRT", "PRT", "PRT"), "minister", "PRT"),
        (("PRT", "PRT", "PRT", "ESP"), "prime_minister", "PRT"),
        (("PRT", "PRT", "ESP"), "minister", None),
        (("PRT",), "minister", None),
        (("PRT", "PRT", "PRT", None), "minister", None),
        (("PRT", "PRT", "PRT"), None, None),
        (("PRT", "PRT", "PRT"), "lawyer", None),
    ],
)
def test_a_minister_serves_the_state_that_the_report_is_about(states, office, served):
    assert country(report("r1", *states, office=office)) == served


def test_reports_about_two_states_leave_it_open():
    assert country(report("r1", "PRT", "PRT"), report("r2", "ESP", "ESP")) is None


def test_a_report_that_names_no_state_adds_nothing():
    assert country(report("r1", "PRT", "PRT", "PRT"), report("r2")) == "PRT"


def place(name: str, code: str, chain: int, at: int) -> EntityMention:
    span = Span(start=at, end=at + len(name))
    return EntityMention(span=span, kind="place", form="name", name=name, chain=chain, country=code)


def test_towns_tell_more_than_the_capital_of_a_host():
    told = report("r1", "CHE", "CHE", "CHE")
    towns = (place("Mopti", "MLI", 8, 200), place("Gao", "MLI", 9, 220), place("Geneva", "CHE", 10, 240))
    assert country(replace(told, entities=(*told.entities, *towns))) is None
    more = (*towns, place("Kidal", "MLI", 11, 260), place("Timbuktu", "MLI", 12, 280))
    assert country(replace(told, entities=(*told.entities, *more))) == "MLI"


def test_a_body_serves_where_its_words_say_that_it_is_a_states():
    told = report("r1", "PRT", "PRT", "PRT")
    serving = EntityMention(
        span=Span(start=300, end=327),
        kind="organization",
        form="name",
        name="Government Press Directorate",
        chain=20,
        external_ids=(SERVES,),
    )
    linked = link_entities([replace(told, entities=(*told.entities, serving))], ())
    assert next(e.country for e in linked.entities if e.kind == "organization") == "PRT"
