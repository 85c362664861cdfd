"""Peers: their output put into the form of the tasks. Those that are not installed are skipped."""

from datetime import datetime
from types import SimpleNamespace

import pytest
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from variorum.evaluate.values import Document

FRIDAY = datetime.fromisoformat("2031-05-02T00:00")
TML = '<?xml version="1.0"?>\n<!DOCTYPE TimeML SYSTEM "TimeML.dtd">\n<TimeML>\n{}\n</TimeML>\n'


def document(text, published="2031-05-06", name="one"):
    return Document(id=name, text=text, published=published, gold=None)


def tagged(type, value, words):
    return f'<TIMEX3 tid="t1" type="{type}" value="{value}">{words}</TIMEX3>'


class TestHeidelTime:
    def test_offsets_are_exact_across_line_breaks_and_odd_characters(self):
        from heideltime import read_tags

        text = "\n Q & A <b>\u2019 \U0001f600 on May 3,\n2031 and tomorrow\n"
        output = TML.format(
            text.replace("May 3,\n2031", tagged("DATE", "2031-05-03", "May 3,\n2031")).replace(
                "tomorrow", tagged("DATE", "2031-05-07", "tomorrow")
            )
        )
        found = list(read_tags(output, text))
        assert [(text[a.start : a.end], a.type, a.value) for a in found] == [
            ("May 3,\n2031", "DATE", "2031-05-03"),
            ("tomorrow", "DATE", "2031-05-07"),
        ]

    def test_tags_of_the_text_itself_are_text(self):
        from heideltime import read_tags

        text = f"The page had {tagged('DATE', 'x', 'noon')} in it."
        assert list(read_tags(TML.format(text), text)) == []

    @pytest.mark.parametrize("output", ["", TML.format("Another text"), "<TimeML>\nno end"])
    def test_output_that_is_not_the_text_is_refused(self, output):
        from heideltime import read_tags

        with pytest.raises(ValueError, match="HeidelTime's output has"):
            list(read_tags(output, "The text"))

    def test_a_text_is_listed_with_its_day_and_one_without_is_marked(self, tmp_path):
        from heideltime import _listed

        documents = [document("A.", "2031-05-06T10:00"), document("B.", None, "two")]
        listed = _listed(documents, [tmp_path / "0", tmp_path / "1"])
        assert [line.split("\t")[1] for line in listed] == ["2031-05-06", "-"]

    def test_real_answers_are_placed_in_the_text(self):
        from heideltime import PEER, find_times

        if PEER.missing():
            pytest.skip(PEER.missing())
        texts = ["The ferry sank on\nMonday & nobody drowned.", "In June 2029 \U0001f600 it was raised."]
        work = find_times([document(texts[0]), document(texts[1], None, "two")])
        first, second = work.answers["one"][0], work.answers["two"][0]
        assert (texts[0][first.start : first.end], first.value) == ("Monday", "2031-05-05")
        assert (texts[1][second.start : second.end], second.value) == ("June 2029", "2029-06")
        assert work.own.wall > 0


class TestDateparser:
    def test_hits_are_placed_in_order_and_what_stands_nowhere_is_counted(self):
        from dateparser_search import place_hits
        from peer import Work

        given, work = document("On Friday, and again on Friday."), Work()
        hits = [("Friday", FRIDAY), ("on Friday", FRIDAY), ("Sunday", FRIDAY)]
        found = place_hits(given, hits, work)
        assert [(a.start, a.end, a.type, a.value) for a in found] == [
            (3, 9, "DATE", "2031-05-02"),
            (21, 30, "DATE", "2031-05-02"),
        ]
        assert list(work.notes.values()) == [1]

    def test_without_a_day_no_value_is_given(self):
        from dateparser_search import place_hits
        from peer import Work

        found = place_hits(document("Tomorrow.", None), [("Tomorrow", FRIDAY)], Work())
        assert [a.value for a in found] == [""]


class TestQuantulum:
    @pytest.mark.parametrize(
        ("text", "number", "effect"),
        [
            ("Four miners died and 12 villagers were wounded.", "12", "injured"),
            ("Four miners died; 12 young women too.", "12", "killed"),
            ("THE SHELLING KILLED 12 PEASANTS.", "12", "killed"),
            ("12 fighters were killed and four wounded.", "12", "killed"),
            ("They killed time. 12 people came.", "12", None),
            ("The blast killed 12 horses.", "12", None),
            ("Some 12 people met.", "12", None),
        ],
    )
    def test_numbers_of_people_in_a_sentence_of_harm_are_victims(self, text, number, effect):
        from quantulum import pick_victims

        start = text.index(number)
        quantity = SimpleNamespace(value=12.0, span=(start, start + 2), unit=SimpleNamespace(name="dimensionless"))
        found = [(a.effect, a.value, a.start) for a in pick_victims(text, [quantity])]
        assert found == ([(effect, 12.0, start)] if effect else [])

    def test_numbers_with_a_unit_are_no_victims(self):
        from quantulum import pick_victims

        text = "It killed 12 km people."
        quantity = SimpleNamespace(value=12.0, span=(10, 15), unit=SimpleNamespace(name="kilometre"))
        assert list(pick_victims(text, [quantity])) == []


def labelled(words, *labels):
    doc = Doc(Vocab(), words=words)
    doc.ents = [Span(doc, start, end, label=label) for start, end, label in labels]
    return doc


class TestBareSpacy:
    def test_labels_are_read_as_times_entities_and_places(self):
        from bare_spacy import read_entities, read_places, read_times

        words = ["Vell", "met", "Dorvasse", "troops", "in", "Porravik", "on", "Monday"]
        doc = labelled(words, (0, 1, "PERSON"), (2, 3, "NORP"), (5, 6, "GPE"), (7, 8, "DATE"))
        assert [(a.type, doc.text[a.start : a.end]) for a in read_entities(doc)] == [
            ("Person", "Vell"),
            ("Nationality", "Dorvasse"),
            ("Location", "Porravik"),
        ]
        assert [(doc.text[a.start : a.end], a.demonym, a.latitude) for a in read_places(doc)] == [
            ("Dorvasse", True, None),
            ("Porravik", False, None),
        ]
        assert [(a.type, a.value) for a in read_times(doc)] == [("DATE", "")]


class TestTextacy:
    def test_triples_are_placed_in_the_whole_text(self):
        from textacy_quotations import _shifted

        doc = Doc(Vocab(), words=["Vell", "said", ":", '"', "No", '"'])
        triple = ([doc[0]], [doc[1]], doc[3:6])
        (found,) = _shifted([triple], doc, 100)
        assert (found.speaker, found.cue) == ((100, 104), (105, 109))
        assert doc.text[found.content[0] - 100 : found.content[1] - 100] == '" No "'

    def test_a_paragraph_with_an_odd_mark_costs_only_itself(self):
        pytest.importorskip("textacy", reason="textacy is not installed: make peers")
        from textacy_quotations import find_quotations

        text = 'She said "no.\n\n"The road will be open tomorrow," Ana Vell said on Monday.'
        work = find_quotations([document(text)])
        assert [text[q.speaker[0] : q.speaker[1]] for q in work.answers["one"]] == ["Ana Vell"]
        assert list(work.notes.values()) == [1]


class TestLemmaLexicon:
    @staticmethod
    def tagged(words, *labels, verb):
        doc = labelled(words, *labels)
        doc[verb].pos_, doc[verb].lemma_ = "VERB", {"attacked": "attack", "slept": "sleep"}[words[verb]]
        doc[0].is_sent_start = True
        for token in doc[1:]:
            token.is_sent_start = False
        return doc

    def test_the_first_listed_verb_decides_and_the_nearest_names_are_the_sides(self):
        from lemma_lexicon import find_events

        words = ["Vell", "said", "Dorvasse", "attacked", "Porravik", "and", "Tessoun"]
        names = ((0, 1, "PERSON"), (2, 3, "GPE"), (4, 5, "GPE"), (6, 7, "GPE"))
        doc = self.tagged(words, *names, verb=3)
        (found,) = find_events(doc)
        assert (found.root, found.chosen) == ("ASSAULT", True)
        assert [doc.text[s.start : s.end] for s in (*found.actors, *found.recipients)] == ["Dorvasse", "Porravik"]

    def test_a_verb_that_the_lexicon_lacks_tells_no_event(self):
        from lemma_lexicon import find_events

        assert list(find_events(self.tagged(["Vell", "slept", "."], (0, 1, "PERSON"), verb=1))) == []
