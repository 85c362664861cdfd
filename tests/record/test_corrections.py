"""What outlets took back is superseded, and sets nobody against anybody."""

import re

import pytest

import variorum
from record.factory import exactly, make_claim

from links.factory import make_node
from variorum.record.corrections import find_corrections, find_withdrawn, is_withdrawn, leave_out_withdrawn, supersede
from variorum.store import open_reader
from variorum.schema.annotations import Annotations, ToponymMention
from variorum.schema.reports import Part, Report, Span

TAKEN = Span(start=100, end=140)


def report(report_id: str, *parts: Part) -> Report:
    return Report(report_id=report_id, file=report_id, text="x" * 200, digest=report_id, parts=parts)


def test_words_that_a_correction_takes_back_are_withdrawn():
    part = Part(kind="correction", span=Span(start=80, end=160), earlier=TAKEN)
    withdrawn = find_withdrawn([report("r1", part), report("r2", Part(kind="caption", span=TAKEN))])
    assert dict(withdrawn) == {"r1": [TAKEN]}
    assert is_withdrawn("r1", Span(start=100, end=110), withdrawn)
    assert not is_withdrawn("r1", Span(start=90, end=110), withdrawn)
    assert not is_withdrawn("r2", TAKEN, withdrawn)


def test_claim_on_withdrawn_words_is_superseded_and_others_stand():
    taken, standing = make_claim("r1", "killed", exactly(21), at=110), make_claim("r1", "killed", exactly(12), at=10)
    found = supersede([taken, standing], {"r1": [TAKEN]})
    assert [claim.polarity for claim in found] == ["superseded", "affirmed"]


def test_event_that_only_withdrawn_words_tell_is_left_out():
    told = make_node("r1", start=10)
    gone = make_node("r1", start=110, chain=1)
    assert leave_out_withdrawn([[told], [gone]], {"r1": [TAKEN]}) == ((told,),)
    assert leave_out_withdrawn([[told, gone]], {}) == ((told, gone),)


def test_correction_leaves_no_disagreement_with_the_outlet_itself(tmp_path):
    head = "\n\nBy Ada Baker\n\nMay 4, 2021\n\n"
    killed = "A bomb killed 12 people in the market of Velmar on Monday, police said.\n\n"
    note = "Correction: An earlier version of this article said that a bomb killed 21 people in Velmar on Monday."
    (tmp_path / "one.txt").write_text(f"Bomb in Velmar{head}{killed}The market was closed.\n\n{note}\n")
    (tmp_path / "two.txt").write_text(f"Market of Velmar bombed{head}{killed}Nobody said who laid the bomb.\n")
    record = tmp_path / "velmar.variorum"
    variorum.build([tmp_path / "one.txt", tmp_path / "two.txt"], out=record, fresh=True)
    with open_reader(record) as held:
        parts = held.rows("report_parts")
        disputes = [d for d in held.rows("disagreements") if d["kind"] == "figure"]
        claims = {(c["value"], c["polarity"]) for c in held.rows("claims") if c["attribute"] == "killed"}
    assert [p["earlier"] for p in parts] == ["a bomb killed 21 people in Velmar on Monday"]
    assert disputes == []
    assert ("12", "affirmed") in claims
    assert ("21", "affirmed") not in claims


def corrected(was: str, holds: str, *, toponyms=()):
    text = f"Correction: we wrote that {was}. {holds}."
    at, then = text.index(was), text.index(holds)
    part = Part(
        kind="correction",
        span=Span(start=0, end=len(text)),
        earlier=Span(start=at, end=at + len(was)),
        corrected=Span(start=then, end=then + len(holds)),
    )
    named = tuple(
        ToponymMention(span=Span(start=m.start(), end=m.end()), name=m[0], form="name", literal=True)
        for name in toponyms
        for m in re.finditer(name, text)
    )
    found = find_corrections(
        [Report(report_id="r1", file="r1", text=text, digest="r1", parts=(part,))],
        {"r1": Annotations(report_id="r1", toponyms=named)},
        {"r1": "OFG"},
    )
    return [(d.kind, d.summary, [h.value for h in d.holdings]) for d in found]


def test_report_that_corrects_itself_is_shown_with_both_readings():
    ((kind, summary, values),) = corrected("the dam broke on Monday", "It broke on Tuesday")
    assert kind == "date"
    assert values == ["the dam broke on Monday", "It broke on Tuesday"]
    assert summary.startswith("OFG corrects itself")


@pytest.mark.parametrize(
    ("was", "holds", "toponyms", "kind"),
    [
        ("the games are held in Velmar", "They are held in Ostrel", ("Velmar", "Ostrel"), "place"),
        ("12 men were hurt", "Four men were hurt", (), "figure"),
        ("the minister resigned", "The minister took leave", (), "wording"),
    ],
)
def test_correction_is_of_the_kind_of_what_it_corrects(was, holds, toponyms, kind):
    assert [found[0] for found in corrected(was, holds, toponyms=toponyms)] == [kind]


def test_correction_that_only_takes_back_is_none():
    part = Part(kind="correction", span=Span(start=0, end=90), earlier=TAKEN)
    assert find_corrections([report("r1", part)], {"r1": Annotations(report_id="r1")}, {"r1": "OFG"}) == ()
