"""Sigla: short, unique to a source, independent of order."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from links.factory import make_report

from variorum.record.sigla import make_sigla

NAMES = st.text(min_size=1, max_size=20).filter(lambda name: any(c.isalnum() for c in name))
SOURCES = st.lists(
    st.one_of(st.none(), NAMES, st.sampled_from(["The Daily Post", "Daily Post", "DP", "R1", "dp.com"])), max_size=8
)


def reports(sources):
    made = []
    for i, source in enumerate(sources, start=1):
        report = make_report(f"r{i}", source=source or "x")
        object.__setattr__(report, "source", source)
        made.append(report)
    return made


@given(SOURCES, st.randoms(use_true_random=False))
def test_sigla_do_not_depend_on_order(sources, shuffler):
    made = reports(sources)
    shuffled = list(made)
    shuffler.shuffle(shuffled)
    assert make_sigla(made) == make_sigla(shuffled)


@given(SOURCES)
def test_reports_share_a_siglum_only_when_they_share_a_source(sources):
    made = reports(sources)
    sigla = make_sigla(made)
    for one in made:
        for two in made:
            same = one.source == two.source if one.source and two.source else one.report_id == two.report_id
            assert (sigla[one.report_id] == sigla[two.report_id]) == same
    assert all(1 < len(s) <= 8 and not re.search(r"\s", s) for s in sigla.values())


@pytest.mark.parametrize(("source", "siglum"), [("BBC News", "BBC"), ("The Daily Post", "DP"), ("Euronews", "EU")])
def test_siglum_comes_from_the_name(source, siglum):
    assert make_sigla([make_report("r1", source=source)]) == {"r1": siglum}


def test_reports_without_a_source_are_numbered_by_file():
    made = reports([None, None])
    assert make_sigla(made) == {"r1": "R1", "r2": "R2"}
