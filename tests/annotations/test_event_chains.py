"""Which mentions of one report are one event: references back, second meetings, plans and their fulfilment."""

import pytest
from annotations.factory import annotate_text

from variorum.annotations.event_chains import Chainer, clash
from variorum.schema.annotations import EntityMention, EventMention, RoleMention, TimeMention
from variorum.schema.reports import Span
from variorum.schema.times import TimeValue


@pytest.fixture
def read(nlp):
    return annotate_text


def chains(found, *types: str) -> list[int]:
    return [e.chain for e in found.events if not types or e.type in types]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Peru and Ecuador met in Lima on Monday. The talks lasted six hours.", ("CONSULT",)),
        ("Peru and Ecuador met in Lima on Monday. At the meeting, they discussed the border.", ("CONSULT",)),
        (
            "Clashes between Peru and Ecuador broke out on Sunday. At least 12 soldiers were killed in the clashes.",
            ("ASSAULT",),
        ),
        ("Peru attacked Ecuador on Sunday. Ten people were killed in the attack.", ("ASSAULT",)),
        ("Peru and Ecuador fought a war in 1995. The war ended with a treaty.", ("ASSAULT",)),
        (
            "Rwandan President Paul Kagame and his Congolese counterpart Felix Tshisekedi met in Luanda on Friday. Their meeting was hosted by Angola.",
            ("CONSULT",),
        ),
        (
            "Russia brokered a truce after the 1995 war. The brief 1995 war between Peru and Ecuador killed hundreds.",
            ("ASSAULT",),
        ),
        ("Peru and Ecuador signed a peace agreement on Monday. The agreement was signed in Brasilia.", ("AGREE",)),
    ],
)
def test_definite_reference_joins_the_event_it_points_back_to(read, text, types):
    found = chains(read(text), *types)
    assert len(found) >= 2
    assert len(set(found)) == 1, read(text).outline()


@pytest.mark.parametrize(
    ("text", "types"),
    [
        (
            "Peru, Ecuador and Brazil met in Lima on Monday. Peru and Ecuador met again in Quito on Thursday.",
            ("CONSULT",),
        ),
        ("Thailand and Cambodia met in Kuala Lumpur on Monday. They will meet again on Friday.", ("CONSULT",)),
        ("Thailand and Cambodia met on Monday. The next meeting is scheduled for Friday.", ("CONSULT",)),
        ("Peru and Ecuador fought a war in 1941. The two countries fought another war in 1995.", ("ASSAULT",)),
        (
            "The 1995 war between Peru and Ecuador killed hundreds. The 1995 war between Chad and Sudan was longer.",
            ("ASSAULT",),
        ),
        ("Chad attacked the town of Tine on Monday. Chad attacked the town of Geneina on Wednesday.", ("ASSAULT",)),
        ("Chad attacked Sudan on Monday. Sudan attacked Niger on Monday.", ("ASSAULT",)),
        (
            "The leaders of Thailand, Cambodia and Malaysia met in Putrajaya on Monday. The Thai leader also met separately with his Cambodian counterpart.",
            ("CONSULT",),
        ),
        ("Kenya signed a treaty with Uganda in 2010. Kenya signed a treaty with Tanzania in 2015.", ("AGREE",)),
    ],
)
def test_new_happening_is_a_new_event(read, text, types):
    found = chains(read(text), *types)
    assert len(found) >= 2
    assert len(set(found)) == len(found), read(text).outline()


def test_no_event_is_made_when_definite_words_point_to_nothing(read):
    found = read(
        "Oil prices rose on Monday. Wheat fell. Shops stayed open late. Traders feared that the talks had dragged on."
    )
    assert not found.of_type("CONSULT")


def test_types_are_never_mixed_in_a_chain(read):
    found = read(
        "Clashes between Chad and Sudan left 32 dead on Sunday. Chad and Sudan then held talks in Doha on Tuesday. "
        "The talks ended with a ceasefire. The fighting had lasted a week. The ceasefire was signed by both sides."
    )
    kinds: dict[int, set[str]] = {}
    for event in found.events:
        kinds.setdefault(event.chain, set()).add(event.type)
    assert all(len(types) == 1 for types in kinds.values())


def test_chain_numbers_begin_at_zero_and_leave_no_gap(read):
    found = read(
        "Chad attacked Sudan on Monday. Chad and Sudan met in Doha on Friday. A treaty was signed by Chad and Sudan."
    )
    assert sorted(set(chains(found))) == list(range(len(set(chains(found)))))


def test_planned_meeting_and_its_cancellation_are_one_event(read):
    found = read("Thailand and Cambodia planned a summit in Bangkok in May. The summit was cancelled on Monday.")
    assert len(set(chains(found, "CONSULT"))) == 1


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ({"month": 5}, {"month": 6}),
        ({"year": 1941}, {"year": 1995}),
        ({"weekday": 1, "direction": "past"}, {"weekday": 5, "direction": "past"}),
        ({"unit": "month", "shift": -1}, {"unit": "month", "shift": 0}),
    ],
)
def test_times_clash_when_they_cannot_be_the_same(one, two):
    left, right = (TimeValue(timex="X", **parts) for parts in (one, two))
    assert clash(left, right)
    assert clash(right, left)


@pytest.mark.parametrize(
    ("one", "two"),
    [({"year": 2020, "month": 5}, {"month": 5}), ({"weekday": 1}, {"unit": "week", "shift": 0}), ({}, {"year": 2020})],
)
def test_times_do_not_clash_when_they_can_be_the_same(one, two):
    left, right = (TimeValue(timex="X", **parts) for parts in (one, two))
    assert not clash(left, right)
    assert not clash(right, left)


def mention(
    at: int, *people: int, time: int | None = None, definite: bool = False, kind: str = "CONSULT"
) -> EventMention:
    """An event in a sentence of its own, a hundred code points apart from the next."""
    span, sentence = Span(start=at * 100, end=at * 100 + 5), Span(start=at * 100, end=at * 100 + 90)
    concept = "meeting" if kind == "CONSULT" else "attack"
    return EventMention(
        trigger=span,
        clause=sentence,
        sentence=sentence,
        lemma="meet",
        concept=concept,
        type=kind,
        mode=None,
        contexts=(),
        cameo="04",
        realis="happened",
        roles=tuple(RoleMention(role="participant", entity=p) for p in people),
        time=time,
        definite=definite,
    )


PEOPLE = tuple(
    EntityMention(span=Span(start=i, end=i + 1), kind="country", form="name", name=name, chain=i, country=name)
    for i, name in enumerate(("PER", "ECU", "BRA"))
)
DAYS = tuple(
    TimeMention(
        span=Span(start=i, end=i + 1),
        type="DATE",
        value=TimeValue(timex="X", weekday=i + 1, direction="past"),
        rule="weekday",
    )
    for i in range(2)
)


def assigned(*events: EventMention) -> list[int | None]:
    chainer = Chainer(PEOPLE, DAYS, [])
    numbered = [chainer.assign(e) for e in events]
    return [e.chain if e.left_out is None else None for e in numbered]


def test_meeting_of_two_is_not_the_meeting_of_three():
    assert assigned(mention(0, 0, 1, 2, time=0), mention(1, 0, 1)) == [0, 1]


def test_meetings_of_the_same_people_on_two_days_are_two():
    assert assigned(mention(0, 0, 1, time=0), mention(1, 0, 1, time=1)) == [0, 1]


def test_meeting_of_the_same_people_on_the_same_day_is_one():
    assert assigned(mention(0, 0, 1, time=0), mention(1, 0, 1, time=0)) == [0, 0]


def test_definite_words_join_the_meeting_before_them():
    assert assigned(mention(0, 0, 1, time=0), mention(1, definite=True)) == [0, 0]


def test_definite_words_alone_are_dropped():
    assert assigned(mention(0, definite=True)) == [None]


def test_meeting_never_joins_an_attack():
    assert assigned(mention(0, 0, 1, time=0, kind="ASSAULT"), mention(1, 0, 1, time=0, definite=True)) == [0, 1]


@pytest.mark.parametrize(
    ("said", "n"),
    [
        ("Chile said only five people had been killed in Arica.", 1),
        ("Chile said only five people had been killed in Iquique.", 2),
        ("Chile said only five people had been killed in Arica on 3 May.", 2),
        ("Only five people had been killed in Arica.", 2),
    ],
)
def test_another_count_of_the_dead_is_of_the_same_fight(read, said: str, n: int) -> None:
    found = read(f"Peruvian and Chilean troops clashed near Arica on 22 June, and ten people were killed. {said}")
    assert len(set(chains(found, "ASSAULT"))) == n


def test_month_of_a_year_is_not_the_day_of_the_week():
    weekday, month = TimeValue(timex="X", weekday=3), TimeValue(timex="2019-05", year=2019, month=5)
    assert clash(weekday, month)
    assert clash(month, weekday)
    assert not clash(weekday, TimeValue(timex="2019-05-08", year=2019, month=5, day=8))
    assert not clash(TimeValue(timex="XXXX-05", month=5), month)


def test_the_wounded_of_an_attack_are_told_after_its_dead(read):
    found = read("Rebels attacked a patrol near Goma on 3 May. Nine people died. Four were wounded.")
    assert len(set(chains(found, "ASSAULT"))) == 1
    assert {f.what for e in found.events for f in [found.found.figures[i] for i in e.figures]} >= {"killed", "wounded"}
