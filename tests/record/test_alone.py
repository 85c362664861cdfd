"""What one source alone has, and what it alone leaves out."""

from variorum.record.alone import Masthead, find_alone

SOURCES = {"r1": "Dawn", "r2": "Dusk", "r3": "Noon", "r4": "Dusk", "r5": "Far"}
PROCESS = {"r1": "p1", "r2": "p1", "r3": "p1", "r4": "p1", "r5": "p2"}
PRESS = Masthead(source_of=SOURCES, group_of=PROCESS)


def alone(subject, event_of=None, **how):
    """Rows for one subject, from what each report does with it."""
    return find_alone([(report, subject, done) for report, done in how.items()], event_of or {}, PRESS)


def test_only_teller_has_it_alone():
    assert alone("v1", r1="states", r2="omits", r3="could_not_know", r4="omits") == (("Dawn", "v1", "has"),)


def test_teller_is_alone_where_the_others_are_too_short_to_be_asked():
    assert alone("v1", r1="states") == (("Dawn", "v1", "has"),)


def test_two_reports_of_one_source_are_one_teller():
    assert alone("v1", r2="states", r4="copies", r1="omits", r3="omits") == (("Dusk", "v1", "has"),)


def test_source_that_has_its_process_to_itself_is_not_compared():
    assert alone("v1", r5="states") == ()


def test_only_source_that_omits_is_alone_where_two_others_tell():
    assert alone("v1", r1="states", r2="contradicts", r3="omits") == (("Noon", "v1", "leaves_out"),)


def test_nobody_is_blamed_where_one_teller_stands_against_one_silent_source():
    assert alone("v1", r1="states", r3="omits") == (("Dawn", "v1", "has"),)


def test_source_that_tells_it_in_another_report_leaves_nothing_out():
    assert alone("v1", r1="states", r2="omits", r4="states", r3="states") == ()


def test_two_silent_sources_are_not_alone():
    assert alone("v1", r1="states", r2="omits", r3="omits") == (("Dawn", "v1", "has"),)
    assert alone("v1", r1="omits", r2="states", r4="states", r3="omits") == (("Dusk", "v1", "has"),)


def test_findings_of_what_a_source_alone_has_are_not_told_again():
    rows = [("r1", "v1", "states"), ("r1", "n1", "states"), ("r2", "v1", "omits"), ("r3", "v1", "omits")]
    assert find_alone(rows, {"n1": "v1"}, PRESS) == (("Dawn", "v1", "has"),)


def test_finding_of_what_several_tell_is_told():
    rows = [("r1", "v1", "states"), ("r3", "v1", "states"), ("r1", "n1", "states"), ("r3", "n1", "omits")]
    assert find_alone(rows, {"n1": "v1"}, PRESS) == (("Dawn", "n1", "has"),)


def test_order_of_rows_changes_nothing():
    rows = [("r1", "v1", "states"), ("r3", "v1", "states"), ("r2", "v1", "omits"), ("r1", "n1", "states")]
    assert find_alone(rows, {"n1": "v1"}, PRESS) == find_alone(rows[::-1], {"n1": "v1"}, PRESS)
