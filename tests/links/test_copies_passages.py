"""Parts of sentences that are copied: trimmed, merged, reordered, reworded; set phrases and names that are not."""

from datetime import date, timedelta

import pytest
from links.factory import make_report
from links.test_copies import OTHER, OWN, lineage

FULL = (
    "After a night of hail the ferrymen of Old Ford chained their barges to the chapel, "
    "while the miller buried his scales in the orchard behind the tannery."
)
HEAD = "After a night of hail the ferrymen of Old Ford chained their barges to the chapel."
DAY = date(2021, 3, 1)
NEXT = "Nobody has claimed the silver whistle that a diver pulled from the weir on the day of the procession."


def copied(one, two, **more):
    """The words of the one copy between two texts, as they stand in r2 and in r1."""
    first, second = make_report("r1", one, **more), make_report("r2", two)
    (copy,) = lineage(first, second).copies
    spans = {copy.report_id: copy.span, copy.of_report_id: copy.of_span}
    return tuple(r.text[spans[r.report_id].start : spans[r.report_id].end] for r in (second, first))


def test_trimmed_sentence_is_set_against_the_half_that_was_kept():
    here, there = copied(f"{FULL} {OWN}", f"{OTHER} {HEAD}")
    assert here == HEAD
    assert there == HEAD.removesuffix(".")


def test_merged_sentences_are_two_copies_with_spans_of_their_own():
    merged = f"{HEAD.removesuffix('.')} and nobody{NEXT.removeprefix('Nobody')}"
    first, second = make_report("r1", f"{HEAD} {NEXT}"), make_report("r2", f"{OTHER} {merged}")
    copies = lineage(first, second).copies
    pieces = {second.text[s.start : s.end] for c in copies for s in [c.span if c.report_id == "r2" else c.of_span]}
    assert pieces == {HEAD.removesuffix("."), f"nobody{NEXT.removeprefix('Nobody')}"}


def test_one_report_made_of_two_has_two_origins():
    first, second = (make_report(f"r{n}", text, published=DAY) for n, text in ((1, HEAD), (2, NEXT)))
    third = make_report("r3", f"{HEAD} {NEXT} {OWN}", published=DAY + timedelta(days=1))
    found = lineage(first, second, third)
    others = {frozenset({c.report_id, c.of_report_id}) for c in found.copies}
    assert others == {frozenset({"r1", "r3"}), frozenset({"r2", "r3"})}
    assert {c.origin_id for c in found.copies} == {found.of_report["r1"], found.of_report["r2"]}


def test_reordered_sentences_are_copies_one_each():
    found = lineage(make_report("r1", f"{FULL} {OWN} {NEXT}"), make_report("r2", f"{NEXT} {FULL} {OWN}"))
    assert len(found.copies) == 3


def test_lightly_reworded_sentence_is_a_copy():
    reworded = FULL.replace("night", "evening").replace("chained", "tied").replace("buried", "hid").replace("old ", "")
    here, there = copied(FULL, reworded)
    assert (here, there) == (reworded, FULL)


def test_template_filled_with_other_names_and_numbers_is_no_copy():
    one = "Police in Vell said on Monday that 12 miners from Dorne had died near the Grand Hotel of Port Anders."
    two = "Police in Kest said on Friday that 31 miners from Arland had died near the Royal Theatre of Mount Ilka."
    assert lineage(make_report("r1", one), make_report("r2", two)).copies == ()


@pytest.mark.parametrize(
    "phrase",
    [
        "The foreign ministry said in a statement on Monday that it had no further comment on the matter.",
        "Tens of thousands of people have been killed since the war between the two countries began.",
        "The government did not immediately respond to a request for comment on the reports.",
    ],
)
def test_set_phrase_alone_is_no_copy(phrase):
    assert lineage(make_report("r1", f"{OWN} {phrase}"), make_report("r2", f"{phrase} {OTHER}")).copies == ()


def test_name_with_its_office_is_no_copy():
    name = "Ada Marrow, head of seismic hazard at the Royal Geological Survey of Dorne"
    one = f"{name}, explained over tea and biscuits why the dam had cracked twice."
    two = f"Nobody was less surprised by the landslide than {name}."
    assert lineage(make_report("r1", one), make_report("r2", two)).copies == ()


def test_short_sentence_between_copied_ones_is_a_copy():
    text = f"{FULL} They found nothing. {NEXT}"
    found = lineage(make_report("r1", text), make_report("r2", text))
    assert sorted(c.span.start for c in found.copies) == [0, text.index("They"), text.index("Nobody")]


def test_wire_story_of_many_outlets_is_found_in_all_of_them():
    outlets = [make_report(f"r{n:03}", f"{FULL} {NEXT}") for n in range(150)]
    found = lineage(*outlets)
    assert len(found.copies) == 2 * 149
    assert len({origin for spans in found.of_passage.values() for _, origin in spans}) == 1


def test_second_time_in_one_report_is_no_copy_of_the_first():
    found = lineage(make_report("r1", f"{FULL} {OWN} {FULL}"), make_report("r2", OTHER))
    assert found.copies == ()


GUESTS = "President Ilo Varn of Arland, Prime Minister Oda Kest of Borduria and Foreign Minister Ana Brill of Galia"
WORDS = "The president, the prime minister and the foreign minister spoke of the harvest."


def test_list_of_names_with_their_offices_is_no_copied_passage():
    one = make_report("r1", f"Among the guests at the table were {GUESTS}. {WORDS}")
    two = make_report("r2", f"A letter of thanks went out to {GUESTS} from the mayor.")
    assert lineage(one, two).copies == ()


def test_sentence_about_such_people_is_a_copied_passage():
    told = f"{GUESTS} quarrelled over fishing rights until the lamps burned low on Sunday."
    one, two = make_report("r1", f"{told} {WORDS}"), make_report("r2", told)
    assert len(lineage(one, two).copies) == 1
