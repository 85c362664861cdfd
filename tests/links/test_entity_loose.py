"""Names that one report leaves open and another explains."""

from variorum.links.entities import link_entities
from variorum.schema.annotations import ANYONE, LOOSE, Annotations, EntityMention, EventMention, RoleMention
from variorum.schema.linked import Entity, LinkedEntities
from variorum.schema.reports import Span


def mention(name: str, chain: int, kind: str = "other", ids: tuple[str, ...] = (LOOSE,), **more: str) -> EntityMention:
    form = more.pop("form", "name")
    span = Span(start=chain * 60, end=chain * 60 + len(name))
    return EntityMention(span=span, kind=kind, form=form, name=name, chain=chain, external_ids=ids, **more)  # type: ignore[arg-type]


def report(report_id: str, *mentions: EntityMention, acting: int | None = None) -> Annotations:
    events = ()
    if acting is not None:
        span = Span(start=900, end=906)
        roles = (RoleMention(role="actor", entity=acting),)
        events = (
            EventMention(
                trigger=span, sentence=span, clause=span, mode=None, contexts=(), cameo="19", lemma="attack", type="ASSAULT", concept="attack", realis="happened",
                roles=roles, chain=0,
            ),
        )  # fmt: skip
    return Annotations(report_id=report_id, entities=mentions, events=events)


def called(linked: LinkedEntities, name: str) -> list[Entity]:
    return [entity for entity in linked.entities if name in dict(entity.names)]


FULL = report("r1", mention("Teo Macaraeg", 0, "person", ()))
LOOSE_NAME = report("r2", mention("Macaraeg", 0))


def test_surname_left_open_is_the_one_that_another_report_names_in_full() -> None:
    found = called(link_entities([FULL, LOOSE_NAME]), "Macaraeg")
    assert [dict(e.names).keys() for e in found] == [{"Macaraeg", "Teo Macaraeg"}]


def test_first_name_left_open_is_the_one_whom_another_report_calls_by_it_alone() -> None:
    known = report("r1", mention("Abel Tesfaye", 0, "person", ()), mention("Abel", 0, "person", ()))
    found = called(link_entities([known, report("r2", mention("Abel", 0))]), "Abel Tesfaye")
    assert len(found[0].chains) == 2


def test_order_of_reports_is_nothing() -> None:
    assert link_entities([FULL, LOOSE_NAME]) == link_entities([LOOSE_NAME, FULL])


def test_name_that_nobody_explains_and_that_does_nothing_is_let_go() -> None:
    linked = link_entities([LOOSE_NAME])
    assert linked.entities == ()
    assert ("r2", 0) not in linked.of_chain


def test_name_that_nobody_explains_is_kept_where_it_acts() -> None:
    assert called(link_entities([report("r2", mention("Macaraeg", 0), acting=0)]), "Macaraeg")


def test_name_of_several_words_is_kept_where_two_reports_have_it() -> None:
    ships = [report(r, mention("Northern Gull", 0)) for r in ("r1", "r2")]
    assert len(called(link_entities(ships), "Northern Gull")) == 1
    assert not link_entities(ships[:1]).entities


def test_holder_of_an_office_is_named_elsewhere() -> None:
    office = report("r1", mention("Ada Baker", 0, "person", (), office="president"))
    told = report(
        "r2", mention("Baker", 0, "person", ()), mention("president", 1, "person", (), form="description", office="president")
    )  # fmt: skip
    linked = link_entities([office, told])
    assert linked.of_chain["r2", 1] == linked.of_chain["r2", 0]


def test_some_holder_of_an_office_is_nobody_named() -> None:
    office = report("r1", mention("Ada Baker", 0, "person", (), office="minister"))
    told = report(
        "r2",
        mention("Baker", 0, "person", ()),
        mention("minister", 1, "person", (ANYONE,), form="description", office="minister"),
    )
    linked = link_entities([office, told])
    assert linked.of_chain["r2", 1] != linked.of_chain["r2", 0]
