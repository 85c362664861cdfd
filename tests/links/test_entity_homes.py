"""The state of a minister whom no report ties to one."""

import pytest

from variorum.links.entities import link_entities
from variorum.schema.annotations import Annotations, EntityMention
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
    assert country(report("r1", "PRT", "PRT"), report("r2")) == "PRT"
