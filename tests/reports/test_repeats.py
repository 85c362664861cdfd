"""Lines that a source repeats across its reports are found and cut; what it repeats as news stays."""

from itertools import permutations

import pytest

from variorum.config import Config
from variorum.reports import cut_repeated, find_repeated
from variorum.reports.items import Item
from variorum.reports.reading import read_item
from variorum.reports.repeats import REASON, may_be_furniture
from variorum.reports.listing import Row
from variorum.schema.reports import Span

TAIL = "Hear the whole story of the valley with our weekly letter, free of charge on Fridays."
BACKGROUND = (
    "Kelva and Ostrany have quarrelled over the river since 1994, and thousands of people fled the lower valley then."
)
TOPICS = ("dam", "bridge", "harbour", "market", "railway", "school")


def body(topic):
    return (
        f"Talks on the {topic} opened in Geneva with both delegations in one room for the first time.",
        f"The mediator said that the {topic} was the hardest of the questions that lay on the table.",
        f"Nobody would say how long the {topic} would keep the delegations from going home.",
        f"A paper on the {topic} lay on every desk when the doors were shut.",
    )


def report(topic, *below, above=(), source="Kelvan Herald", name=None):
    text = "\n".join((f"Talks on the {topic} go on", *above, *body(topic), *below))
    return read_item(Item(file=name or f"{topic}.txt", data=text.encode(), row=Row(source=source)), Config())


def three(*below, **more):
    return tuple(report(topic, *below, **more) for topic in TOPICS[:3])


def cut_lines(reports):
    found = find_repeated(reports)
    return {r.file: [r.text[s.start : s.end] for s in found.get(r.report_id, ())] for r in reports}


def test_line_goes_when_three_reports_of_a_source_have_it():
    reports = three(TAIL)
    cut = cut_repeated(reports)
    assert [TAIL in r.text for r in cut] == [False] * 3
    assert [r.text for r in cut] == [r.text.removesuffix("\n" + TAIL) for r in reports]
    for before, after in zip(reports, cut, strict=True):
        (removal,) = [x for x in after.removals if x.reason == REASON]
        assert before.text[removal.raw_start : removal.raw_end] == TAIL  # the raw text is the text here
        assert len(after.line_raws) == after.text.count("\n") + 1


def test_line_stays_when_only_two_reports_have_it():
    reports = (*three()[:1], *(report(topic, TAIL) for topic in TOPICS[1:3]))
    assert find_repeated(reports) == {}
    assert cut_repeated(reports) == reports


def test_line_stays_when_the_reports_are_copies_of_each_other():
    reports = tuple(report("dam", "", TAIL, f"Late edition {number}.", name=f"{number}.txt") for number in range(4))
    assert find_repeated(reports) == {}


def test_line_stays_when_it_is_of_different_sources():
    reports = tuple(report(topic, TAIL, source=f"{topic.title()} Post") for topic in TOPICS)
    assert find_repeated(reports) == {}


@pytest.mark.parametrize(
    "line",
    [
        BACKGROUND,
        "At least 40 people were killed in the flood of 2019, our correspondent reported.",
        "The two states share a border and support rival claims to the lake.",
        "The US mission to the river commission is led by an admiral.",
        "“We will not give up our river,” is the motto of the party.",
    ],
)
def test_line_stays_when_it_tells_something(line):
    assert find_repeated(three(line)) == {}


@pytest.mark.parametrize(
    "line",
    [
        TAIL,
        "Kelvan Herald, Valley desk",
        "Write to the desk at valley@kelvanherald.example.",
        "Subscribe to the letter that goes out on Fridays.",
        "Das Tal in Zahlen: mehr in unserem Brief, der am Freitag erscheint, und auf unseren Karten.",
    ],
)
def test_line_may_be_furniture_when_it_speaks_to_the_reader_or_is_no_sentence(line):
    assert may_be_furniture(line)
    assert all(line not in r.text for r in cut_repeated(three(line)))


def test_headline_stays_when_it_repeats():
    reports = tuple(
        read_item(
            Item(file=f"{t}.txt", data="\n".join(("Valley diary", *body(t))).encode(), row=Row(source="Kelvan Herald")),
            Config(),
        )
        for t in TOPICS[:3]
    )
    assert [r.text.startswith("Valley diary\n") for r in cut_repeated(reports)] == [True] * 3


def test_line_in_the_middle_stays():
    reports = tuple(
        read_item(
            Item(
                file=f"{t}.txt",
                data="\n".join((*body(t), TAIL, *(f"{line} It was a long day for all." for line in body(t)), *body(t + " hall"))).encode(),
                row=Row(source="Kelvan Herald"),
            ),
            Config(),
        )
        for t in TOPICS[:3]
    )  # fmt: skip
    assert find_repeated(reports) == {}


def test_answer_is_the_same_in_any_order():
    reports = (*three(TAIL, above=("Valley desk",)), report("railway"))
    expected = find_repeated(reports)
    assert len(expected) == 3
    assert all(find_repeated(order) == expected for order in permutations(reports))


def test_others_are_unchanged_when_a_report_is_added_beyond_the_count():
    reports = three(TAIL)
    more = (*reports, report("school", TAIL), report("railway"))
    assert cut_repeated(more)[:3] == cut_repeated(reports)


def test_spans_follow_when_a_line_above_them_goes():
    reports = three("Correction: It was Tuesday.", above=("Valley desk",))
    for r in cut_repeated(reports):
        (part,) = r.parts
        assert "Valley desk" not in r.text
        assert r.text[part.span.start : part.span.end] == "Correction: It was Tuesday."


def test_headline_keeps_its_place_when_a_line_above_it_goes():
    text = "\n".join(("Talks on the dam go on", *body("dam")))
    start = len("Valley desk, morning edition\n")
    made = [report(t, above=()) for t in TOPICS[:3]]
    lifted = []
    for r in made:
        span = Span(start=start, end=start + r.title_span.end)
        raws = ((0, start - 1), *((a + start, b + start) for a, b in r.line_raws))
        lifted.append(
            type(r)(
                report_id=r.report_id, file=r.file, digest=r.digest, source=r.source, title=r.title,
                text="Valley desk, morning edition\n" + r.text, title_span=span, line_raws=raws,
            )
        )  # fmt: skip
    cut = cut_repeated(lifted)
    assert cut[0].text == text
    assert [(r.title_span.start, r.text[: r.title_span.end]) for r in cut] == [(0, r.title) for r in made]


def test_report_stays_whole_when_nothing_else_would_be_left():
    reports = (
        *three("Valley desk"),
        read_item(Item(file="x.txt", data=b"Valley desk", row=Row(source="Kelvan Herald")), Config()),
    )
    assert cut_repeated(reports)[-1].text == "Valley desk"


def test_line_goes_when_six_reports_of_no_known_source_have_it():
    topics = ("dam", "bridge", "harvest", "tunnel", "ferry", "mine")
    reports = [report(topic, TAIL, source=None) for topic in topics]
    assert cut_lines(reports) == {f"{topic}.txt": [TAIL] for topic in topics}
    assert find_repeated(reports[:5]) == {}
