"""What is planted: worlds of a fair size, the same from the same seed, whose texts say what they are said to say."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from evaluation.oracle.annotations import plant_annotations
from evaluation.oracle.kinds import read_word
from evaluation.oracle.templates import lines, parse, patterns
from evaluation.oracle.truth import plant
from evaluation.oracle.values import Count, Days

ROOT = Path(__file__).parents[3]
KINDS = ("attack", "clash", "capture", "offensive", "talks", "signing", "exchange", "withdrawal", "protest", "sanction")
WHOLE = """
import hashlib
from evaluation.oracle.truth import plant
made = plant(3)
texts = "".join(p.text for p in made.printed)
truth = repr([(d.kind, d.happening, sorted(d.pairs)) for d in made.disagreements])
print(hashlib.sha256((texts + truth).encode()).hexdigest())
"""


def test_worlds_are_of_a_fair_size(worlds):
    for planted in worlds:
        assert 8 <= len(planted.printed) <= 25
        assert 5 <= len(planted.world.happenings) <= 15


def test_same_seed_gives_same_world_whatever_the_hashes():
    runs = set()
    for salt in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": salt, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'src'}"}
        run = subprocess.run([sys.executable, "-c", WHOLE], env=environment, capture_output=True, text=True, check=True)
        runs.add(run.stdout)
    assert len(runs) == 1


def test_other_seed_gives_other_world(worlds):
    assert len({hashlib.sha256(p.text.encode()).hexdigest() for planted in worlds for p in planted.printed}) == sum(
        len(planted.printed) for planted in worlds
    )


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_told_in_at_least_twelve_ways(kind):
    assert len(set(lines(kind, "happened"))) >= 12


@pytest.mark.parametrize("kind", KINDS)
def test_words_that_name_a_happening_are_known(kind):
    told = [
        p for way in ("happened", "brief", "follow", "headline", "planned", "called_off") for p in patterns(kind, way)
    ]
    words = {piece.text for pattern in told for piece in pattern if type(piece).__name__ == "Word"}
    for word in words - {"V", "G", "N", "V_PRES", "V_PART"}:
        assert read_word(word, None)[1].type


def test_patterns_are_taken_apart():
    pieces = parse("{place} was [V] {date}<, killing {killed.n}>")
    assert [type(p).__name__ for p in pieces] == ["Slot", "Text", "Word", "Text", "Slot", "Option"]
    assert pieces[-1].pieces[1].form == "n"


def test_spans_of_planted_annotations_hold_the_words(worlds):
    for planted in worlds:
        for printed in planted.printed:
            found = plant_annotations(printed, planted.world.cast)
            text = printed.text
            for entity in found.entities:
                words = text[entity.span.start : entity.span.end]
                assert words == entity.name or (entity.form == "demonym" and words.startswith(entity.name[:4]))
            for time in found.times:
                assert text[time.span.start : time.span.end].strip() == text[time.span.start : time.span.end] != ""
            for event in found.events:
                assert event.sentence.covers(event.trigger)
                assert text[event.trigger.start : event.trigger.end].casefold().strip()
                assert event.time is None or event.sentence.covers(found.times[event.time].span)
                assert event.place is None or found.entities[event.place].kind == "place"
                assert all(event.sentence.covers(found.entities[r.entity].span) for r in event.roles)


def test_planted_figures_say_their_numbers(worlds):
    for planted in worlds:
        for printed in planted.printed:
            for figure in plant_annotations(printed, planted.world.cast).figures:
                words = printed.text[figure.span.start : figure.span.end].replace(",", "")
                digits = [int(w) for w in words.split() if w.isdigit()]
                assert digits in ([], [figure.best])


def test_reports_state_what_they_are_said_to_state(worlds):
    """Every claim is of the sentence that makes it: its words are there."""
    for planted in worlds:
        names = {key: (t.name, t.other_name or t.name) for key, t in planted.world.cast.things.items()}
        for printed in planted.printed:
            for sentence, span in zip(printed.draft.sentences, printed.spans, strict=True):
                assert printed.text[span.start : span.end] == sentence.text
                for claim in sentence.claims:
                    assert _stands(claim, sentence.text, names)


def _stands(claim, text, names):
    if claim.attribute == "place":
        return any(name in text for name in names[claim.value])
    if isinstance(claim.value, Days):
        return claim.value.words.casefold() in text.casefold()
    if isinstance(claim.value, Count) and claim.value.best is None:
        return claim.value.words in text.casefold()
    if claim.attribute == "participants":
        return all(names[key][0].split()[-1][:4] in text for key in claim.value)
    if claim.attribute == "wording":
        return claim.value in text
    return True


def test_copied_sentences_are_verbatim(worlds):
    copies = 0
    for planted in worlds:
        for printed in planted.printed:
            source = printed.draft.copied
            for sentence in printed.draft.sentences[1:] if source else ():
                first = next((s for s in source.sentences if s.root == sentence.root), None)
                copies += first is not None
                assert first is None or first.text == sentence.text
    assert copies > 10


def test_a_world_has_rounds_and_parts():
    made = [plant(seed).world.happenings for seed in range(1, 30)]
    assert any(h.follows is not None for world in made for h in world)
    assert any(h.part_of is not None for world in made for h in world)
    assert {h.status for world in made for h in world} == {"held", "called_off", "postponed"}


def test_relations_of_happenings_follow_from_their_days_and_parties():
    related = {"answers": 0, "agreed_in": 0, "follows": 0, "part_of": 0}
    for seed in range(1, 60):
        world = plant(seed).world.happenings
        for one in world:
            for name in related:
                number = getattr(one, name)
                if number is not None:
                    related[name] += 1
                    assert world[number].day <= one.day
            if one.answers is not None:
                assert world[one.answers].actor == one.recipient
    assert all(related.values())


def test_sentence_that_names_another_happening_has_its_relation_planted():
    found = set()
    for seed in range(1, 60):
        planted = plant(seed)
        for printed in planted.printed:
            own = plant_annotations(printed, planted.world.cast)
            for relation in own.relations:
                found.add(relation.relation)
                one, other = own.events[relation.event], own.events[relation.other]
                assert one.chain != other.chain
                assert relation.span.covers(one.trigger)
                assert relation.span.covers(other.trigger)
    assert found == {"part_of", "responds_to", "announced_by"}
