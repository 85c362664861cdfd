"""Codings of annotations made by hand: one a pair of sides, and none for what is only judged."""

from evaluate.tasks.factory import entity_at, event_at, place_of
from variorum.evaluate.dyads import find_dyads
from variorum.schema.annotations import Annotations, StatementMention
from variorum.schema.reports import Span


def coded(text, entities=(), events=(), statements=()):
    annotations = Annotations(
        report_id="r1", entities=tuple(entities), events=tuple(events), statements=tuple(statements)
    )
    return [(d.codes.cameo, d.codes.weis, d.source, d.target) for d in find_dyads(annotations, text)]


def said(text, cue, content, position, *, attitude="neutral", **more):
    return StatementMention(
        sentence=Span(start=0, end=len(text)),
        cue=place_of(text, cue),
        contents=(place_of(text, content),),
        kind="indirect",
        position=position,
        attitude=attitude,
        **more,
    )


def test_every_source_is_coded_with_every_target():
    text = "Arland and Brun shelled Cassia and Dorne."
    sides = [entity_at(text, name, chain) for chain, name in enumerate(("Arland", "Brun", "Cassia", "Dorne"))]
    roles = [("actor", 0), ("actor", 1), ("recipient", 2), ("recipient", 3)]
    events = [event_at(text, "shelled", "ASSAULT", concept="shelling", direction="directed", roles=roles)]
    assert coded(text, sides, events) == [("194", "22", a, b) for a in (0, 1) for b in (2, 3)]


def test_those_who_meet_are_coded_both_ways():
    text = "Arland met Brun."
    sides = [entity_at(text, "Arland", 0), entity_at(text, "Brun", 1)]
    roles = [("participant", 0), ("participant", 1)]
    events = [
        event_at(text, "met", "CONSULT", concept="meeting", direction="mutual", roles=roles, chain=4),
        event_at(text, "met", "CONSULT", concept="meeting", direction="mutual", roles=roles, chain=4),
    ]
    assert coded(text, sides, events) == [("040", "03", 0, 1), ("040", "03", 1, 0)]


def test_ties_have_a_doer_unless_both_are_named_together():
    for text, expected in (
        ("Arland restored ties with Brun.", [(0, 1)]),
        ("Arland and Brun restored ties.", [(0, 1), (1, 0)]),
    ):
        sides = [entity_at(text, "Arland", 0), entity_at(text, "Brun", 1)]
        event = event_at(
            text,
            "restored ties",
            "SUPPORT",
            concept="establishing_relations",
            direction="mutual",
            roles=[("participant", 0), ("participant", 1)],
        )
        assert coded(text, sides, [event]) == [("050", "06", *pair) for pair in expected]


def test_mediator_is_coded_towards_the_parties():
    text = "Arland and Brun met through Cassia."
    sides = [entity_at(text, name, chain) for chain, name in enumerate(("Arland", "Brun", "Cassia"))]
    roles = [("participant", 0), ("participant", 1), ("mediator", 2)]
    events = [event_at(text, "met", "CONSULT", concept="meeting", direction="mutual", roles=roles)]
    assert {(a, b) for _, _, a, b in coded(text, sides, events)} == {(0, 1), (1, 0), (2, 0), (2, 1)}


def test_a_side_that_is_not_named_stands_empty_and_the_unreal_is_not_coded():
    text = "Shells fell; no truce came."
    events = [
        event_at(text, "Shells", "ASSAULT", concept="shelling", direction="directed"),
        event_at(text, "truce", "AGREE", concept="ceasefire", realis="denied", direction="mutual", chain=1),
        event_at(text, "came", "NONE", concept="flight", cameo="00", chain=2),
    ]
    assert coded(text, (), events) == [("194", "22", None, None)]


def test_what_is_called_off_is_a_step_back():
    text = "Arland put off the talks."
    events = [event_at(text, "talks", "CONSULT", concept="talks", realis="called_off", direction="mutual")]
    assert coded(text, (), events) == [("160", "19", None, None)]


def test_praise_is_coded_instead_of_the_deed_that_it_praises():
    text = "Arland and Brun welcomed the deal between Cassia and Dorne."
    sides = [entity_at(text, name, chain) for chain, name in enumerate(("Arland", "Brun", "Cassia", "Dorne"))]
    praise = said(text, "welcomed", "the deal between Cassia and Dorne", "praise", attitude="praises", speaker=0)
    deal = event_at(
        text,
        "deal",
        "AGREE",
        concept="agreement",
        direction="mutual",
        statement=0,
        roles=[("participant", 2), ("participant", 3)],
    )
    assert coded(text, sides, [deal], [praise]) == [("051", "04", a, b) for a in (0, 1) for b in (2, 3)]


def test_what_was_said_tells_the_deed_and_is_no_coding_beside_it():
    text = "Arland said Brun had shelled Cassia."
    sides = [entity_at(text, name, chain) for chain, name in enumerate(("Arland", "Brun", "Cassia"))]
    told = said(text, "said", "Brun had shelled Cassia", "accuse", speaker=0)
    roles = [("actor", 1), ("recipient", 2)]
    deed = event_at(text, "shelled", "ASSAULT", concept="shelling", direction="directed", statement=0, roles=roles)
    assert coded(text, sides, [deed], [told]) == [("194", "22", 1, 2)]


def test_plain_comment_needs_a_named_speaker_and_someone_it_is_about():
    text = "Arland said Brun would cope."
    sides = [entity_at(text, "Arland", 0), entity_at(text, "Brun", 1)]
    assert coded(text, sides, (), [said(text, "said", "Brun would cope", "state", speaker=0)]) == [("010", "02", 0, 1)]
    assert coded(text, sides, (), [said(text, "said", "would cope", "state", speaker=0)]) == []
    assert coded(text, sides, (), [said(text, "said", "Brun would cope", "state")]) == []


def test_those_who_agree_together_are_coded_with_each_other():
    text = "Arland and Brun agree that courts should decide."
    sides = [entity_at(text, "Arland", 0), entity_at(text, "Brun", 1)]
    agreed = said(text, "agree", "courts should decide", "demand", speaker=0)
    assert coded(text, sides, (), [agreed]) == [("030", "08", 0, 1), ("030", "08", 1, 0)]
