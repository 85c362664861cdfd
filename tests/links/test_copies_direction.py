"""Who had the words first: credits, dates and times, who has more; chains; and what stays unknown."""

from dataclasses import replace
from datetime import date

import pytest
from links.factory import make_report
from links.test_copies import AGENCY, NEAR, OTHER, OWN, lineage, sentences
from links.test_copies_passages import FULL, NEXT

from variorum.links.credits import Sources, credited_sentences, find_namings, fold_name
from variorum.links.direction import contains, precedes, time_of
from variorum.schema.reports import Span

DAY = date(2021, 3, 1)
WIRE = frozenset({"polar press"})


def timed(report, time):
    return replace(report, published_time=time)


def test_time_decides_on_one_day():
    early = timed(make_report("r2", FULL, published=DAY), "2021-03-01T09:00:00+02:00")
    late = timed(make_report("r1", FULL, published=DAY), "2021-03-01T08:30:00+00:00")
    (copy,) = lineage(early, late).copies
    assert (copy.report_id, copy.of_report_id, copy.basis) == ("r1", "r2", "date")


@pytest.mark.parametrize("time", [None, "noon", "2021-03-01T08:30:00"])
def test_time_without_a_zone_is_not_believed(time):
    assert time_of(timed(make_report("r1"), time)) is None


def test_nothing_precedes_itself():
    report = make_report("r1", published=DAY)
    assert not precedes(report, report)


def test_naming_the_other_source_beside_the_passage_is_a_credit():
    first = make_report("r2", f"{FULL} {OTHER}", source="Vell Lantern")
    second = make_report("r1", f"{OWN} The Vell Lantern reported a strange scene. {FULL}", source="Dorne Post")
    (copy,) = lineage(first, second).copies
    assert (copy.report_id, copy.of_report_id, copy.basis) == ("r1", "r2", "credit")


def test_naming_the_other_source_far_from_the_passage_is_none():
    first = make_report("r2", f"{FULL} {OTHER}", source="Vell Lantern")
    second = make_report("r1", f"{FULL} {OWN} {NEXT} Prices fell, the Vell Lantern reported.", source="Dorne Post")
    (copy,) = lineage(first, second).copies
    assert copy.basis == "shared"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("According to the Vell Lantern, rain fell.", ["vell lantern"]),
        ("Rain fell, the Vell Lantern has reported.", ["vell lantern"]),
        ("A miller told Polar Press that rain fell.", ["polar press"]),
        ("The Vell Lantern is a lamp.", []),
        ("Snow fell, the Dorne Post reported.", []),
    ],
)
def test_namings_need_a_cue_and_are_of_other_sources(text, names):
    report = make_report("r1", text, source="Dorne Post")
    sources = Sources(reports=[report, make_report("r2", source="Vell Lantern")], agencies=WIRE)
    assert [naming.name for naming in find_namings(report, sources)] == names


def test_names_are_compared_without_article_and_possessive():
    assert fold_name("The Vell Lantern’s") == fold_name("vell  lantern") == "vell lantern"


def test_report_of_the_credited_agency_is_what_was_copied_though_dated_later():
    wire = make_report("r3", f"{FULL} {NEXT}", source="Polar Press", published=date(2021, 3, 3))
    post = make_report("r1", f"{FULL} {OWN}", credit="Polar Press", published=DAY)
    (copy,) = lineage(wire, post, agencies=WIRE).copies
    assert (copy.report_id, copy.of_report_id, copy.basis) == ("r1", "r3", "credit")


def test_agency_that_is_not_there_is_the_origin_and_the_earliest_the_one_copied():
    posts = [
        make_report(f"r{n}", f"{own} {FULL}", credit="Polar Press", published=date(2021, 3, n))
        for n, own in ((3, OWN), (2, OTHER))
    ]
    found = lineage(*posts, agencies=WIRE)
    (copy,) = found.copies
    assert (copy.report_id, copy.of_report_id, copy.basis) == ("r3", "r2", "credit")
    assert {o.name for o in found.origins if o.origin_id == copy.origin_id} == {"Polar Press"}


def test_extract_of_an_undated_longer_report_is_the_copy():
    long = make_report("r2", f"{OWN} {FULL} {NEXT} {OTHER} {AGENCY}")
    short = make_report("r1", f"{FULL} {NEXT}")
    copies = lineage(long, short).copies
    assert {(c.report_id, c.of_report_id, c.basis) for c in copies} == {("r1", "r2", "containment")}


def test_containment_asks_for_nearly_all_and_clearly_more():
    assert contains(150, 100, 80)
    assert not contains(149, 100, 80)
    assert not contains(150, 100, 79)


def test_chain_leads_to_its_first_origin_through_changed_words():
    third = NEAR.replace("wounding four people", "and four of them were hurt")
    chain = [
        make_report(f"r{n}", text, published=date(2021, 3, n)) for n, text in enumerate((AGENCY, NEAR, third), start=1)
    ]
    found = lineage(*chain)
    assert {c.report_id for c in found.copies} == {"r2", "r3"}
    assert {c.origin_id for c in found.copies} == {found.of_report["r1"]}


def test_reports_of_one_source_with_the_same_words_have_one_origin():
    found = lineage(
        make_report("r1", f"{FULL} {OWN}", source="Vell Lantern"),
        make_report("r2", f"{FULL} {OTHER}", source="Vell Lantern"),
    )
    ((_, one),), ((_, two),) = (found.of_passage[r] for r in ("r1", "r2"))
    assert one == two


def test_copy_leads_to_the_outlet_that_it_credits_and_the_chain_to_the_agency():
    wire = make_report("r1", f"{FULL} {NEXT}", source="Polar Press", published=DAY)
    post = make_report("r2", f"{FULL} {NEXT} {OTHER}", source="Dorne Post", credit="Polar Press", published=DAY)
    echo = make_report("r3", f"{FULL} {NEXT}", source="Vell Lantern", credit="Dorne Post", published=DAY)
    found = lineage(wire, post, echo, agencies=WIRE)
    assert {(c.report_id, c.of_report_id, c.basis) for c in found.copies} == {
        ("r2", "r1", "credit"),
        ("r3", "r2", "credit"),
    }
    (origin,) = {found.of_report[r] for r in ("r2", "r3")}
    assert {o.name for o in found.origins if o.origin_id == origin} == {"Polar Press"}


def test_credit_of_a_third_report_is_no_credit_of_the_others():
    first = timed(make_report("r1", f"{FULL} {NEXT} {OTHER}", published=DAY), "2021-03-01T06:00:00+02:00")
    second = timed(make_report("r2", f"{FULL} {NEXT} {OWN}", published=DAY), "2021-03-01T18:00:00+02:00")
    third = make_report("r3", f"{FULL} {NEXT}", credit="Polar Press", published=date(2021, 3, 2))
    found = lineage(first, second, third, agencies=WIRE)
    assert {(c.report_id, c.of_report_id, c.basis) for c in found.copies} == {
        ("r2", "r1", "date"),
        ("r3", "r1", "credit"),
    }
    assert {o.name for o in found.origins if o.origin_id in {c.origin_id for c in found.copies}} == {"Polar Press"}


def test_report_and_the_outlet_that_it_credits_are_one_voice_in_whatever_words():
    post = make_report("r1", FULL, source="Dorne Post")
    echo = make_report("r2", OWN, source="Vell Lantern", credit="The Dorne Post")
    other = make_report("r3", OTHER, source="Kelva Herald")
    found = lineage(post, echo, other)
    supports = [(r.report_id, sentences(r)[0]) for r in (post, echo, other)]
    assert found.independent(supports) == (("r1", "r2"), ("r3",))
    assert found.independent(supports[::2]) == (("r1",), ("r3",))


def test_sentence_that_names_another_source_gives_its_word_in_whatever_words():
    post = make_report("r1", f"{FULL} {OTHER}", source="Dorne Post")
    echo = make_report(
        "r2", f"Four were hurt at the bridge, the Dorne Post newspaper reported. {OWN}", source="Vell Lantern"
    )
    found = lineage(post, echo)
    first, second = sentences(echo)
    (credit,) = found.credits
    assert (credit.report_id, credit.span) == ("r2", first)
    post_support = ("r1", sentences(post)[0])
    assert len(found.independent([post_support, ("r2", first)])) == 1
    assert len(found.independent([post_support, ("r2", second)])) == 2
    assert {o.name for o in found.origins if o.origin_id == credit.origin_id} == {"Dorne Post"}


def test_two_reports_that_cite_one_agency_are_one_voice_for_what_they_cite():
    one = make_report("r1", "Four were hurt at the bridge, according to Polar Press.", source="Dorne Post")
    two = make_report(
        "r2", "The Lantern's readers know it: citing Polar Press, the mayor spoke of four.", source="Vell"
    )
    found = lineage(one, two, agencies=WIRE)
    assert len(found.independent([(r.report_id, sentences(r)[0]) for r in (one, two)])) == 1


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("As the Vell Lantern reported, rain fell.", "vell lantern"),
        ("The Vell Lantern newspaper had earlier reported rain.", "vell lantern"),
        ("The Vell Lantern, citing Polar Press, said rain fell.", "polar press"),
        ("Rain fell, according to the daily Vell Lantern.", "vell lantern"),
        ("The Vell Lantern's windows were broken.", None),
    ],
)
def test_of_several_named_sources_the_cited_one_is_credited(text, name):
    report = make_report("r1", text, source="Dorne Post")
    sources = Sources(reports=[report, make_report("r2", source="Vell Lantern")], agencies=WIRE)
    namings = find_namings(report, sources)
    found = credited_sentences(report, [Span(start=0, end=len(text))], sources, namings)
    assert [n for _, n in found] == ([name] if name else [])
