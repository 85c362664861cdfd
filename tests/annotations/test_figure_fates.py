"""What became of those counted, where the clause says it and no word beside the count."""

import pytest

from variorum.annotations.figures import find_figures
from variorum.annotations.times import find_times


def counts(nlp, text: str) -> list[tuple[str, float | None]]:
    doc = nlp(text)
    return [(f.what, f.best if f.best is not None else f.low) for f in find_figures(doc, find_times(doc))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The trawler sank with the loss of three lives.", [("killed", 3)]),
        ("The tanker broke up with the loss of 12 crew.", [("killed", 12)]),
        ("At least 4,386 people burned or drowned on the steamer.", [("killed", 4386)]),
        ("None of the 44 people on board survived.", [("killed", 44)]),
        ("All 62 people on the plane that came down in Accra are dead.", [("killed", 62)]),
        ("The remains of 57 people lay in the hall.", [("killed", 57)]),
        ("A patrol boat pulled 96 of them from the water.", [("rescued", 96)]),
        ("Ninety people were taken from the wreckage.", [("rescued", 90)]),
        ("Boats rescued 600 people.", [("rescued", 600)]),
        ("Police took 30 marchers into custody.", [("detained", 30)]),
        ("The war has driven more than two million from their homes.", [("displaced", 2_000_000)]),
        ("Some 40,000 were forced to leave their villages.", [("displaced", 40_000)]),
        ("About 20 miners are believed to be trapped.", [("missing", 20)]),
        ("More than 50 are thought to be still in the carriages.", [("missing", 50)]),
        ("A patrol was ambushed and three of its members were wounded.", [("wounded", 3)]),
        ("Gunmen seized 25 pupils.", [("captured", 25)]),
    ],
)
def test_fate_is_read_when_the_clause_tells_it(nlp, text, expected):
    assert counts(nlp, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The company lost 12 orders at a cost of 40 jobs.", []),
        ("The pilots took 30 passengers to Lisbon.", [("passenger", 30)]),
        ("The navy seized three boats.", [("boat", 3)]),
        ("They buried 40 of their dead.", []),
        ("All but three of the 44 people on board died.", [("killed", 44)]),
        ("They drove 40 miles from their homes.", [("distance", 40)]),
    ],
)
def test_no_fate_is_read_when_the_clause_tells_none(nlp, text, expected):
    found = [(what, n) for what, n in counts(nlp, text) if what in ("killed", "rescued", "captured", "displaced")]
    assert found == [(what, n) for what, n in expected if what in ("killed", "rescued", "captured", "displaced")]


def test_those_included_are_a_part(nlp):
    doc = nlp("Some 141 people, 12 members of the crew included, have been rescued.")
    whole, part = find_figures(doc, find_times(doc))
    assert whole.part_of is None
    assert part.part_of == 0
