"""Which tellings of several reports are one term, and the finding that each makes."""

from itertools import permutations

from links.factory import MONDAY, make_node
from record.factory import bases_of, make_claim, make_event, make_lineage

from variorum.record.findings import make_findings
from variorum.record.terms import are_one, part_terms, telling_words

BOTH = ("Arland", "Borduria")
EVENT = make_event(*(make_node(r, who=BOTH, on=MONDAY) for r in ("r1", "r2", "r3")))
LONG = "withdraw all heavy weapons from both banks by 10 June"
SHORT = "withdraw heavy weapons"
OTHER = "free 22 prisoners"


def claim(report, words):
    return make_claim(report, "terms", words)


def alike(one, two):
    return are_one(telling_words(one), telling_words(two))


def test_shorter_and_longer_wordings_are_one_term():
    assert alike(LONG, SHORT)
    assert not alike(LONG, OTHER)


def test_term_and_its_opposite_are_two():
    assert not alike("use force", "not use force")


def test_groups_do_not_depend_on_order():
    claims = [claim("r1", LONG), claim("r2", SHORT), claim("r3", OTHER)]
    found = [part_terms(order) for order in permutations(claims)]
    assert all(f == found[0] for f in found)
    assert found[0][claims[0].claim_id] == found[0][claims[1].claim_id] != found[0][claims[2].claim_id]


def test_each_term_is_a_finding_with_its_origins():
    lineage = make_lineage()
    claims = [claim("r1", LONG), claim("r2", SHORT), claim("r3", OTHER)]
    findings = make_findings(EVENT, claims, lineage, bases_of(lineage))
    told = {f.value: (f.status, f.n_origins, f.rule) for f in findings}
    assert len({f.finding_id for f in findings}) == 2
    assert told[OTHER] == ("single_origin", 1, "terms.v1")
    assert {status for value, (status, *_) in told.items() if value != OTHER} == {"compatible"}


def test_same_words_of_two_origins_are_agreed():
    lineage = make_lineage()
    (finding,) = make_findings(EVENT, [claim("r1", OTHER), claim("r2", OTHER)], lineage, bases_of(lineage))
    assert (finding.status, finding.n_origins) == ("agreed", 2)
