"""Loaded words against neutral ones for one thing, in the reports' own voice."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from links.factory import LOOKUP, MONDAY, days_after, make_node
from record.factory import SIGLA, STORY_OF, make_event, make_label

from variorum.record.claim_drafts import OUTCOME
from variorum.record.naming import Label, find_namings, gather_labels
from variorum.record.values import Disagreement, Event
from variorum.schema.annotations import Annotations, LabelMention

PROCESS_OF = {f"r{i}": "p1" for i in range(1, 10)}
ATTACK = make_event(make_node("r1", "attack", "ASSAULT", roles=[("actor", "Arland"), ("recipient", "Borduria")]))
EVENTS = {ATTACK.event_id: ATTACK}


def label(report: str, text: str, subject: str = "Arland", **more) -> Label:
    mention = make_label(text, **more)
    if subject in EVENTS:
        mention = replace(mention, event=0)
    return Label(
        label_id=f"l-{report}-{text}", report_id=report, subject_id=subject, mention=mention, context=mention.span
    )


def contrast(word: str) -> str | None:
    return "taking" if word in ("liberated", "seized", "captured") else "bearer"


def namings(*labels: Label):
    return find_namings(labels, EVENTS, LOOKUP, PROCESS_OF, SIGLA, contrast_set=contrast)


def test_loaded_word_against_a_neutral_one_is_a_disagreement():
    (found,) = namings(label("r1", "regime", loaded="negative"), label("r2", "government"))
    assert found.kind == "label"
    assert {(h.value, h.support[0]) for h in found.holdings} == {("regime", "r1"), ("government", "r2")}
    assert "regime" in found.summary
    assert "S1" in found.summary
    assert "S2" in found.summary


def test_neutral_words_alone_are_none():
    assert namings(label("r1", "government"), label("r2", "cabinet")) == ()


def test_same_word_everywhere_is_none():
    assert namings(label("r1", "regime", loaded="negative"), label("r2", "Regime", loaded="negative")) == ()


def test_one_report_alone_is_none():
    assert namings(label("r1", "regime", loaded="negative"), label("r1", "government")) == ()


def test_quoted_words_are_not_the_reports():
    assert namings(label("r1", "regime", loaded="negative", voice="quoted"), label("r2", "government")) == ()


def test_words_for_other_things_are_not_compared():
    assert namings(label("r1", "regime", loaded="negative"), label("r2", "government", "Borduria")) == ()


def test_deeds_are_compared_by_who_acted_and_what_the_words_contrast():
    event = ATTACK.event_id
    (found,) = namings(label("r1", "liberated", event, loaded="positive"), label("r2", "seized", event))
    assert found.kind == "label"
    assert found.subject_id == event
    assert namings(label("r1", "liberated", event, loaded="positive"), label("r2", "walked", event)) == ()


def test_words_of_other_aspects_are_not_compared():
    assert namings(label("r1", "seized", loaded="blaming"), label("r2", "leader")) == ()


def test_words_that_a_report_holds_off_are_not_its_own():
    held = label("r1", "regime", loaded="negative", distance="hedge")
    assert namings(held, label("r2", "government")) == ()


def test_reports_that_use_words_of_the_same_classes_do_not_differ():
    both = [
        label(r, word, loaded=kind) for r in ("r1", "r2") for word, kind in (("regime", "bad"), ("government", None))
    ]
    assert namings(*both) == ()


def test_report_that_uses_the_words_of_another_beside_its_own_stands_against_none():
    of_both = [label("r1", "regime", loaded="bad"), label("r1", "government"), label("r2", "government")]
    assert namings(*of_both) == ()
    assert len(namings(of_both[0], of_both[2])) == 1


def test_loaded_words_of_one_class_are_one_view():
    assert namings(label("r1", "regime", loaded="bad"), label("r2", "junta", loaded="bad")) == ()
    assert namings(label("r1", "aggression", loaded="blaming"), label("r2", "massacre", loaded="blaming")) == ()
    assert len(namings(label("r1", "regime", loaded="bad"), label("r2", "liberators", loaded="good"))) == 1


def test_report_that_holds_both_views_in_two_words_stands_against_neither():
    both = [label("r1", "illegals", loaded="blaming"), label("r1", "the undocumented", loaded="euphemism")]
    assert namings(*both, label("r2", "undocumented workers", loaded="euphemism")) == ()


def test_words_of_which_the_lexicon_does_not_say_that_they_name_one_thing_are_not_compared():
    words = [("r1", "tax grabs", "blaming"), ("r2", "tax cuts", None)]
    told = [label(r, word, "t1", loaded=kind, topic="taxes") for r, word, kind in words]
    assert find_namings(told, EVENTS, LOOKUP, PROCESS_OF, SIGLA, contrast_set=lambda _: None) == ()


def test_deed_of_nobody_named_is_compared_within_its_event():
    event = make_event(make_node("r1", "capture", "ASSAULT", at="Old Ford"))
    told = [
        replace(label(r, word, event.event_id, loaded=kind), mention=replace(make_label(word, loaded=kind), event=0))
        for r, word, kind in (("r1", "liberated", "praising"), ("r2", "seized", None))
    ]
    (found,) = find_namings(told, {event.event_id: event}, LOOKUP, PROCESS_OF, SIGLA, contrast_set=contrast)
    assert found.subject_id == event.event_id


def test_topics_are_compared_within_a_story():
    words = [("r1", "illegal aliens", "blaming"), ("r2", "migrants", None)]
    told = [label(r, word, "t1", loaded=kind, topic="migrants") for r, word, kind in words]
    (found,) = namings(*told)
    assert (found.subject_id, found.kind) == ("t1", "label")
    assert found.summary.startswith("Migrants, in the reports' own words:")


def talks(chain: int, day: date) -> Event:
    return make_event(make_node("r1", who=("Arland", "Borduria"), at="Old Ford", on=day, chain=chain))


def outcomes(first: Event, second: Event) -> list[Disagreement]:
    """What is found where r1 calls the first talks a success and r2 the second a failure."""
    told = [("r1", "success", "approving", first), ("r2", "failure", "blaming", second)]
    labels = [
        replace(label(r, word, e.event_id, loaded=kind), mention=replace(make_label(word, loaded=kind), event=0))
        for r, word, kind, e in told
    ]
    events = {first.event_id: first, second.event_id: second}
    return list(find_namings(labels, events, LOOKUP, PROCESS_OF, SIGLA, contrast_set=lambda _: OUTCOME))


def test_talks_of_one_day_that_one_calls_a_success_and_another_a_failure_are_in_dispute():
    first, second = talks(0, MONDAY), talks(1, MONDAY)
    (found,) = outcomes(first, second)
    assert found.kind == "outcome"
    assert {h.value for h in found.holdings} == {"success", "failure"}
    assert found.subject_id == min(first.event_id, second.event_id)


def test_talks_of_other_days_came_out_as_each_did():
    assert outcomes(talks(0, MONDAY), talks(1, days_after(9))) == []


def gathered(*mentions: tuple[str, LabelMention], withdrawn=()):
    own = {r: Annotations(report_id=r, labels=tuple(m for s, m in mentions if s == r)) for r, _ in mentions}
    taken = {r: tuple(spans) for r, spans in withdrawn}
    return [
        (f.mention.label, f.subject_id, f.mention.distance) for f in gather_labels(own, LOOKUP, {}, STORY_OF, taken)
    ]


def test_plain_word_of_a_topic_is_a_label_only_beside_a_loaded_one():
    plain, loaded = (
        make_label(w, topic="migrants", loaded=k) for w, k in (("migrants", None), ("illegals", "blaming"))
    )
    assert gathered(("r1", plain)) == []
    assert gathered(("r1", plain), ("r2", loaded)) == [("migrants", "t1", None), ("illegals", "t1", None)]


def test_label_that_a_correction_takes_back_is_withdrawn():
    word = make_label("illegals", topic="migrants", loaded="blaming")
    assert gathered(("r1", word), withdrawn=[("r1", [word.span])]) == [("illegals", "t1", "withdrawn")]


@given(st.permutations([("r1", "regime", "negative"), ("r2", "government", None), ("r3", "authorities", None)]))
def test_naming_does_not_depend_on_order(order):
    found = namings(*(label(r, word, loaded=loaded) for r, word, loaded in order))
    assert [d.disagreement_id for d in found] == [
        d.disagreement_id
        for d in namings(
            label("r1", "regime", loaded="negative"), label("r2", "government"), label("r3", "authorities")
        )
    ]
    assert len(found[0].holdings) == 3


def test_forms_of_one_word_are_one_word():
    assert namings(label("r1", "terrorist", loaded="blaming"), label("r2", "terrorists", loaded="blaming")) == ()


def test_two_words_that_blame_alike_are_no_disagreement():
    assert namings(label("r1", "abducted", loaded="blaming"), label("r2", "kidnapped", loaded="blaming")) == ()
