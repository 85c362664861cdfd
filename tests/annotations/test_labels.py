"""Labels: titles, epithets, status words and triggers, each with its voice and class."""

import pytest

from variorum.annotations.labels import contrast_set, find_labels
from variorum.schema.annotations import EntityMention, EventMention, StatementMention
from variorum.schema.reports import Span


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start=start, end=start + len(words))


def person(text: str, name: str, *, titles: str | None = None) -> EntityMention:
    return EntityMention(
        span=span(text, name),
        kind="person",
        form="name",
        name=name,
        chain=1,
        titles=None if titles is None else span(text, titles),
    )


def place(text: str, name: str) -> EntityMention:
    return EntityMention(span=span(text, name), kind="place", form="name", name=name, chain=2)


def event(text: str, trigger: str) -> EventMention:
    here, whole = span(text, trigger), Span(start=0, end=len(text))
    return EventMention(
        trigger=here,
        clause=whole,
        sentence=whole,
        lemma=trigger,
        concept="clash",
        type="ASSAULT",
        mode=None,
        contexts=(),
        cameo="19",
        realis="happened",
    )


@pytest.mark.parametrize(
    ("titles", "label", "loaded"),
    [
        ("Zamoran dictator", "dictator", "delegitimising"),
        ("President", "president", None),
        ("the Zamoran head of state", "head of state", None),
    ],
)
def test_label_is_title_without_demonym_when_name_has_titles(nlp, titles, label, loaded):
    text = f"On Monday {titles} Pablo Ruiz opened a bridge."
    mentions = [person(text, "Pablo Ruiz", titles=titles)]
    if "Zamoran" in titles:
        mentions.append(
            EntityMention(span=span(text, "Zamoran"), kind="country", form="demonym", name="Zamoran", chain=3)
        )
    found = find_labels(nlp(text), mentions, (), ())
    assert [(f.label, f.loaded, f.voice, f.entity) for f in found] == [(label, loaded, "own", 0)]


def test_no_label_when_title_is_only_polite(nlp):
    text = "Later Mr. Ruiz went home."
    assert find_labels(nlp(text), [person(text, "Ruiz", titles="Mr.")], (), ()) == ()


def test_label_is_epithet_when_it_stands_in_apposition(nlp):
    text = "Pablo Ruiz, the separatist leader, left the hall."
    found = find_labels(nlp(text), [person(text, "Pablo Ruiz")], (), ())
    assert [f.label for f in found] == ["separatist leader"]


def test_label_is_status_when_it_modifies_a_place(nlp):
    text = "Trains run again to the breakaway Ostrava region."
    found = find_labels(nlp(text), [place(text, "Ostrava")], (), ())
    assert [(f.label, f.loaded) for f in found] == [("breakaway", "delegitimising")]


@pytest.mark.parametrize(("trigger", "loaded"), [("liberated", "praising"), ("seized", None), ("occupied", "blaming")])
def test_label_is_trigger_when_it_is_of_a_contrast_set(nlp, trigger, loaded):
    text = f"The army {trigger} two towns in May."
    found = find_labels(nlp(text), (), [event(text, trigger)], ())
    assert [(f.label, f.loaded, f.event) for f in found] == [(trigger, loaded, 0)]


def test_voice_is_quoted_when_label_stands_in_a_statement(nlp):
    text = "He said that the army liberated two towns."
    statement = StatementMention(
        sentence=Span(start=0, end=len(text)),
        cue=span(text, "said"),
        contents=(span(text, "the army liberated two towns"),),
        kind="indirect",
        position="state",
    )
    found = find_labels(nlp(text), (), [event(text, "liberated")], [statement])
    assert [f.voice for f in found] == ["quoted"]


def test_voice_is_quoted_when_label_stands_in_quotation_marks(nlp):
    text = "The army “liberated” two towns."
    assert [f.voice for f in find_labels(nlp(text), (), [event(text, "liberated")], ())] == ["quoted"]


def test_no_label_when_words_are_ordinary(nlp):
    text = "The big army crossed a small river near Ostrava."
    assert find_labels(nlp(text), [place(text, "Ostrava")], [event(text, "crossed")], ()) == ()


def test_no_label_when_verb_is_part_of_a_set_phrase(nlp):
    text = "The meeting had taken place in May."
    assert find_labels(nlp(text), (), [event(text, "taken")], ()) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("liberated", "seized"),
        ("reclaimed", "occupied"),
        ("attack", "clashes"),
        ("dictator", "president"),
        ("regime", "government"),
    ],
)
def test_words_share_a_set_when_they_name_one_thing(one, other):
    assert contrast_set(one) is not None
    assert contrast_set(one) == contrast_set(other)


def test_word_has_no_set_when_it_is_ordinary():
    assert contrast_set("table") is None
