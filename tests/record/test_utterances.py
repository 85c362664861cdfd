"""Which statements of several reports render one utterance."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from links.factory import LOOKUP, make_annotations
from record.factory import STORY_OF, make_statement

from variorum.record.utterances import gather, link_utterances, spans_of, stems
from variorum.schema.annotations import Annotations
from variorum.schema.reports import Span

WORDS = "Our guards will leave the bridge before winter comes"
SAME = "Before winter comes, our guards will have left that bridge"
OTHER = "Nobody has shown us any proof of those claims"


def groups(*statements, stories=STORY_OF) -> set[frozenset[str]]:
    utterance_of, _ = link_utterances(statements, stories, LOOKUP)
    found: dict[str, set[str]] = {}
    for statement in statements:
        found.setdefault(utterance_of[statement.statement_id], set()).add(statement.report_id)
    return {frozenset(group) for group in found.values()}


def test_two_renderings_by_one_speaker_are_one_utterance():
    assert groups(make_statement("r1", WORDS), make_statement("r2", SAME, kind="indirect")) == {frozenset({"r1", "r2"})}


def test_leader_and_state_are_one_side():
    assert len(groups(make_statement("r1", WORDS, "Ada"), make_statement("r2", WORDS, "Arland"))) == 1


def test_same_words_of_two_sides_are_two_utterances():
    assert len(groups(make_statement("r1", WORDS, "Arland"), make_statement("r2", WORDS, "Borduria"))) == 2


def test_other_words_of_one_speaker_are_two_utterances():
    assert len(groups(make_statement("r1", WORDS), make_statement("r2", OTHER))) == 2


def test_unknown_speakers_are_not_joined():
    assert len(groups(make_statement("r1", WORDS, None), make_statement("r2", WORDS, None))) == 2


def test_stories_are_not_mixed():
    stories = {"r1": "t1", "r2": "t2"}
    assert len(groups(make_statement("r1", WORDS), make_statement("r2", WORDS), stories=stories)) == 2


def test_title_and_body_of_one_report_render_one_utterance():
    both = [make_statement("r1", WORDS), make_statement("r1", SAME, start=200)]
    utterance_of, (link,) = link_utterances(both, STORY_OF, LOOKUP)
    assert len(set(utterance_of.values())) == 1
    assert {link.left_id, link.right_id} == set(utterance_of)


def test_copy_of_a_report_parts_and_joins_no_utterances():
    told = [make_statement("r1", WORDS), make_statement("r1", OTHER, start=200), make_statement("r2", SAME)]
    copy = [make_statement("r3", WORDS), make_statement("r3", OTHER, start=200)]
    assert groups(*told) == {frozenset({"r1", "r2"}), frozenset({"r1"})}
    assert groups(*told, *copy) == {frozenset({"r1", "r2", "r3"}), frozenset({"r1", "r3"})}


def test_endings_do_not_matter():
    assert stems("troops withdrawing") == stems("troop withdraws")


def test_gather_gives_nothing_where_nothing_is_said():
    assert gather({"r1": make_annotations("r1")}, {"r1": ""}, LOOKUP) == ()


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["r1", "r2", "r3"]),
            st.sampled_from([WORDS, SAME, OTHER]),
            st.sampled_from(["Arland", "Ada", "Borduria", None]),
        ),
        max_size=6,
    ),
    st.randoms(use_true_random=False),
)
def test_utterances_do_not_depend_on_order(told, shuffler):
    statements = [make_statement(r, content, speaker, start=100 * i) for i, (r, content, speaker) in enumerate(told)]
    shuffled = list(statements)
    shuffler.shuffle(shuffled)
    one, two = link_utterances(statements, STORY_OF, LOOKUP), link_utterances(shuffled, STORY_OF, LOOKUP)
    assert one[0] == two[0]
    assert {(k.left_id, k.right_id) for k in one[1]} == {(k.left_id, k.right_id) for k in two[1]}


def test_spans_hold_all_words_that_a_row_rests_on():
    bare = make_statement("r1", WORDS).mention
    own = Annotations(report_id="r1", annotators=())
    condition, venue = Span(start=3, end=9), Span(start=90, end=99)
    assert spans_of(bare, own) == (bare.cue, *bare.contents)
    told = spans_of(replace(bare, condition=condition, venue=venue), own)
    assert told == (bare.cue, *bare.contents, condition, venue)
