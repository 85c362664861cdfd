"""Labels: titles, epithets, status words and triggers, each with its voice and class."""

import pytest

from variorum.annotations.label_voice import find_voices
from variorum.annotations.labels import contrast_set, find_labels
from variorum.schema.annotations import EntityMention, EventMention, StatementMention
from variorum.schema.lexicons import read_lexicon
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


def heard(text: str) -> list[tuple[str, str, str | None]]:
    """Label, voice and distance."""
    return [(f.label, f.voice, f.distance) for f in annotate_text(text).found.labels]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Critics call Pablo Ruiz a dictator.", ("dictator", "quoted", "attributed")),
        ("Pablo Ruiz is described as a dictator.", ("dictator", "quoted", "attributed")),
        ("Pablo Ruiz is a dictator.", ("dictator", "own", None)),
        ("The “liberated” town of Karsk lies in ruins.", ("liberated", "quoted", "marks")),
        ("The purported separatist leader Pablo Ruiz left.", ("separatist leader", "own", "hedge")),
        ("Kenya denounced what it called an occupation.", ("occupation", "quoted", None)),
    ],
)
def test_distance_when_report_holds_a_word_off(text, found):
    assert found in heard(text)


@pytest.mark.parametrize(
    ("text", "label", "loaded"),
    [
        ("The far-right Karsk Party won in Kenya.", "far-right", "blaming"),
        ("The conservative Karsk Party won in Kenya.", "conservative", None),
        ("Kenya held a sham referendum in May.", "sham", "delegitimising"),
        ("Kenya launched a brutal attack on Somalia.", "brutal", "blaming"),
        ("The army illegally occupied two towns in Kenya.", "illegally occupied", "blaming"),
        ("Trains run to the illegally annexed Karsk region.", "illegally annexed", "blaming"),
    ],
)
def test_label_is_adjective_with_its_adverb(text, label, loaded):
    assert (label, loaded) in {(f.label, f.loaded) for f in annotate_text(text).found.labels}


def test_label_is_description_of_somebody_named_elsewhere():
    text = "Ivan Baker opened a bridge in Kenya. The strongman spoke for an hour."
    assert ("strongman", "delegitimising", "Ivan Baker") in labels_of(text)


@pytest.mark.parametrize(
    ("text", "topic", "label", "loaded"),
    [
        ("Police held 40 illegal aliens in Texas.", "migrants", "illegal aliens", "blaming"),
        ("Undocumented immigrants marched in Texas.", "migrants", "undocumented immigrants", "euphemism"),
        ("The senator is pro-life.", "against_abortion", "pro-life", "praising"),
        ("They want to end the death tax.", "inheritance", "death tax", "blaming"),
        ("The estate tax brings little.", "inheritance", "estate tax", None),
    ],
)
def test_label_is_of_a_topic_when_nobody_is_named(text, topic, label, loaded):
    (found,) = [f for f in annotate_text(text).found.labels if f.topic is not None]
    assert (found.topic, found.label, found.loaded) == (topic, label, loaded)
    assert text[found.span.start : found.span.end].lower() == label


@pytest.mark.parametrize("text", ["The pro-lifers met.", "An illegal alienation of land.", "A tax on death was paid."])
def test_no_topic_when_words_only_begin_alike(text):
    assert [f for f in annotate_text(text).found.labels if f.topic is not None] == []


def test_topic_in_a_statement_is_quoted():
    text = "“We will deport every illegal alien,” Pablo Ruiz said."
    assert ("illegal alien", "quoted", None) in heard(text)


def test_names_of_persons_and_parties_are_compared_with_offices():
    assert contrast_set("foreign minister") == contrast_set("war criminal") == contrast_set("regime")


def test_every_word_of_the_lexicon_is_of_one_set():
    adjectives = ("place", "leaning", "deed")
    seen = {}
    for name, group in read_lexicon("loaded")["sets"].items():
        sort = group["of"] if group["of"] in adjectives else "noun"
        for kind, words in group.items():
            for word in words if kind not in ("of", "compared") else ():
                assert (word, sort) not in seen, f"{word} is in {name} and in {seen[word, sort]}"
                seen[word, sort] = name


@pytest.mark.parametrize(
    ("span", "voice"),
    [("we won", "quoted"), ("He cried", "own"), ("“we won”", "quoted"), ("He cried that “we", "own")],
)
def test_voice_is_that_of_most_of_the_words(span, voice):
    text = "He cried that “we won” and left."
    start = text.index(span)
    assert find_voices(text, ()).voice(Span(start=start, end=start + len(span))) == voice


def test_whose_a_bare_regime_is_stays_open():
    found = annotate_text("Norland and Veldia traded threats on Monday. The regime called up its reserves.").found
    assert all(label.label != "regime" for label in found.labels)


def test_who_is_freed_or_seized_is_no_ground_taken():
    found = annotate_text("Rebels seized 30 pupils in Maiduguri in May. They freed 10 girls on Friday.").found
    assert not [label for label in found.labels if label.event is not None]


def test_word_for_one_member_is_not_his_groups():
    def of_group(text: str) -> set[str]:
        made = annotate_text(text).found
        return {m.label for m in made.labels if m.entity is not None and made.entities[m.entity].name == "Azawad Front"}

    assert "fanatic" not in of_group("A suspected Azawad Front fanatic drove the lorry. The Azawad Front said nothing.")
    assert "militia" in of_group("The Azawad Front, a militia allied with Mali, took the town.")


def test_words_are_compared_only_where_their_set_says_that_they_name_one_thing():
    assert contrast_set("illegal immigrants") == contrast_set("undocumented workers") == "migrants"
    assert contrast_set("immigrants") is None
    assert contrast_set("tax hike") is None
    assert contrast_set("hero") is None
