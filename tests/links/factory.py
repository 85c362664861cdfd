"""Reports, entities, event nodes and annotations for linking, made in one line and without a parser."""

from collections.abc import Sequence
from datetime import date, timedelta

from variorum.links.features import Comparer
from variorum.schema.annotations import (
    Annotations,
    EntityMention,
    EventMention,
    FigureMention,
    RoleMention,
    TimeMention,
)
from variorum.schema.dates import UNKNOWN, Bounds, on_day
from variorum.schema.linked import Decision, Entity, LinkedEntities
from variorum.schema.nodes import DatedTime, EntityLookup, EventNode
from variorum.schema.quantities import Quantity
from variorum.schema.reports import Report, Span
from variorum.schema.times import TimeValue

MONDAY = date(2021, 3, 1)
"""A Monday."""

STATES = {"Arland": "ARL", "Borduria": "BOR", "Cassia": "CAS", "Dorne": "DOR"}
PEOPLE = {"Ada": "ARL", "Boris": "BOR"}
PLACES = {"Port Vell": 1.0, "Old Ford": 2.0}


def named_entities() -> LinkedEntities:
    """Four invented states, two of their leaders, two places, a rebel front; each has one chain in every report "r*"."""
    states = [
        Entity(entity_id=n, name=n, kind="country", names=((n, 1),), chains=(), country=c) for n, c in STATES.items()
    ]
    people = [
        Entity(entity_id=n, name=n, kind="person", names=((n, 1),), chains=(), country=c) for n, c in PEOPLE.items()
    ]
    places = [
        Entity(
            entity_id=n,
            name=n,
            kind="place",
            names=((n, 1),),
            chains=(),
            country="ARL",
            latitude=x,
            longitude=x,
            external_ids=(f"geonames:{x:.0f}",),
        )
        for n, x in PLACES.items()
    ]
    front = Entity(entity_id="Front", name="Front", kind="armed_group", names=(("Front", 1),), chains=())
    found = (*states, *people, *places, front)
    of_chain = {(f"r{i}", number): (entity.entity_id,) for i in range(1, 10) for number, entity in enumerate(found)}
    return LinkedEntities(entities=found, of_chain=of_chain, links=())


LOOKUP = EntityLookup(named_entities())
NAMES = tuple(LOOKUP.by_id)


def make_comparer(*, shared: Sequence[tuple[EventNode, EventNode]] = (), central: Sequence[str] = ()) -> Comparer:
    return Comparer(LOOKUP, frozenset(frozenset((a.key, b.key)) for a, b in shared), frozenset(central))


def make_mention(
    concept: str = "meeting",
    kind: str = "CONSULT",
    *,
    at: int = 0,
    realis: str = "happened",
    roles: Sequence[tuple[str, str]] = (),
    time: int | None = None,
    place: str | None = None,
    figures: Sequence[int] = (),
    main: bool = False,
    definite: bool = False,
    chain: int = 0,
    direction: str | None = None,
    phase: str | None = None,
    voice: str = "own",
    statement: int | None = None,
) -> EventMention:
    """An event mention at an offset; roles and place name entities of `NAMES`."""
    span = Span(start=at, end=at + 7)
    return EventMention(
        trigger=span,
        clause=Span(start=at, end=at + 30),
        sentence=Span(start=at, end=at + 40),
        lemma=concept,
        concept=concept,
        type=kind,
        mode=None,
        contexts=(),
        cameo="04",
        realis=realis,
        direction=direction,
        phase=phase,
        voice=voice,
        statement=statement,
        roles=tuple(RoleMention(role=r, entity=NAMES.index(n)) for r, n in roles),
        time=time,
        place=None if place is None else NAMES.index(place),
        figures=tuple(figures),
        main=main,
        definite=definite,
        chain=chain,
    )


def make_annotations(
    report_id: str,
    *events: EventMention,
    times: Sequence[TimeValue] = (),
    figures: Sequence[FigureMention] = (),
    sentences: Sequence[Span] = (),
) -> Annotations:
    """Annotations whose entity mentions are `NAMES` in order, each its own chain."""
    entities = tuple(
        EntityMention(
            span=Span(start=i * 3, end=i * 3 + 2),
            kind=LOOKUP.by_id[name].kind,
            form="name",
            name=name,
            chain=i,
            country=LOOKUP.by_id[name].country,
        )
        for i, name in enumerate(NAMES)
    )
    said = tuple(
        TimeMention(span=Span(start=i * 5, end=i * 5 + 4), type="DATE", value=value, rule="test")
        for i, value in enumerate(times)
    )
    return Annotations(
        report_id=report_id,
        entities=entities,
        times=said,
        figures=tuple(figures),
        events=events,
        sentences=tuple(sentences),
    )


def make_node(
    report_id: str = "r1",
    concept: str = "meeting",
    kind: str = "CONSULT",
    *,
    who: Sequence[str] = (),
    role: str = "participant",
    on: date | Bounds | None = None,
    at: str | None = None,
    time: TimeValue | None = None,
    chain: int = 0,
    realis: str = "happened",
    main: bool = False,
    definite: bool = False,
    direction: str | None = None,
    figures: Sequence[tuple[str, Quantity]] = (),
    roles: Sequence[tuple[str, str]] = (),
    basis: str = "stated",
    start: int | None = None,
) -> EventNode:
    """What a report tells of one event. `who` are in one role; `roles` adds others."""
    held = tuple((role, name) for name in who) + tuple(roles)
    bounds = UNKNOWN if on is None else on_day(on) if isinstance(on, date) else on
    value = time or (TimeValue(timex="X", year=on.year, month=on.month, day=on.day) if isinstance(on, date) else None)
    mention = make_mention(
        concept,
        kind,
        at=chain * 50 if start is None else start,
        realis=realis,
        roles=held,
        main=main,
        definite=definite,
        chain=chain,
    )
    return EventNode(
        key=(report_id, chain),
        mentions=(mention,),
        type=kind,
        concepts=frozenset({concept}),
        realis=realis,
        roles=tuple(sorted(held)),
        countries=LOOKUP.sides([n for _, n in held]),
        date=bounds,
        date_basis=basis if bounds.edtf else None,
        times=(DatedTime(index=0, value=value, bounds=bounds, named=bounds, phase=None),) if value else (),
        places=(at,) if at else (),
        figures=tuple(figures),
        main=main,
        direction=direction,
    )


def make_report(
    report_id: str,
    text: str = "",
    *,
    source: str | None = None,
    credit: str | None = None,
    published: date | Bounds | None = None,
    title: str | None = None,
) -> Report:
    bounds = UNKNOWN if published is None else on_day(published) if isinstance(published, date) else published
    return Report(
        report_id=report_id,
        file=f"{report_id}.txt",
        text=text,
        digest=report_id,
        source=source or f"Outlet {report_id}",
        credit=credit,
        title=title,
        published=bounds,
        published_basis="stated" if bounds.known else None,
    )


def ruling(
    kind: str, left: Sequence[str], right: Sequence[str], number: str = "j1", *, seen_hash: str = ""
) -> Decision:
    return Decision(
        decision_id=number,
        kind=kind,
        left_id="v1",
        right_id="v2",
        field=None,
        value=None,
        reason="a reader knows",
        author="reader",
        left_seen=tuple(left),
        right_seen=tuple(right),
        seen_hash=seen_hash,
    )


def days_after(number: int) -> date:
    """A day counted from `MONDAY`."""
    return MONDAY + timedelta(days=number)
