"""Labels: titles, epithets, status words and triggers, each with its voice and class."""

import pytest

from variorum.annotations.labels import contrast_set, find_labels
from variorum.schema.annotations import EntityMention, EventMention, StatementMention
from variorum.schema.reports import Span

from annotations.factory import annotate_text


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


def labels_of(text: str) -> list[tuple[str, str | None, str]]:
    """Label, class and the words of its subject."""
    reading = annotate_text(text)
    found = []
    for label in reading.found.labels:
        if label.event is not None:
            subject = reading.words(reading.events[label.event].trigger)
        else:
            subject = reading.found.entities[label.entity or 0].name
        found.append((label.label, label.loaded, subject))
    return found


@pytest.mark.parametrize(
    ("text", "label", "loaded", "subject"),
    [
        ("The meeting was a surrender.", "surrender", "blaming", "meeting"),
        ("The summit in Nairobi ended in failure.", "failure", "blaming", "summit"),
        ("The talks were a clear success for Kenya.", "success", "praising", "talks"),
        ("The talks in Juba yielded no result.", "no result", None, "talks"),
        ("The summit ended without a breakthrough.", "without breakthrough", None, "summit"),
        ("The negotiations did not bring a breakthrough.", "no breakthrough", None, "negotiations"),
        ("The peace talks have collapsed.", "collapsed", "blaming", "peace talks"),
        ("The terrorists of the so-called Azawad Front attacked the town.", "terrorists", "blaming", "Azawad Front"),
        (
            "The terrorists of the so-called Azawad Front attacked the town.",
            "so-called",
            "delegitimising",
            "Azawad Front",
        ),
        ("The brave fighters of the Azawad Front held the town.", "fighters", None, "Azawad Front"),
        ("The Azawad Front, a militia allied with Mali, took the town.", "militia", None, "Azawad Front"),
    ],
)
def test_label_is_of_its_subject_when_predicate_or_epithet_says_it(text, label, loaded, subject):
    assert any(found[:2] == (label, loaded) and subject in found[2] for found in labels_of(text)), labels_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "The meeting was held in Juba.",
        "A truce took hold.",
        "The army freed 17 prisoners.",
        "The building collapsed.",
        "The summit would be a success if both came.",
    ],
)
def test_nothing_is_labelled_when_verb_is_light_or_outcome_unreal(text):
    assert labels_of(text) == []


def test_voice_is_own_when_indirect_words_are_an_aside_or_name_the_target():
    text = "The Chadian minister accused the bandits of the Azawad Front of looting the town."
    assert ("bandits", "own") in [(f.label, f.voice) for f in annotate_text(text).found.labels]
    text = "The Chadian minister said the “bandits” of the Azawad Front had fled."
    assert ("bandits", "quoted") in [(f.label, f.voice) for f in annotate_text(text).found.labels]
