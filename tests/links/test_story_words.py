"""Words grouped within a story, on the nodes that they tell."""

from dataclasses import replace

from links.factory import make_annotations, make_node

from variorum.links.story_words import StoryWords, mark_words
from variorum.schema.annotations import OccurrenceMention
from variorum.schema.linked import LinkedEntities, LinkedReferents
from variorum.schema.reports import Span


def word(start: int) -> OccurrenceMention:
    return OccurrenceMention(
        span=Span(start=start, end=start + 4), sentence=Span(start=0, end=200), lemma="sink", root="sink"
    )


def words(*groups, stories=(("r1", "r2"),)) -> StoryWords:
    linked = LinkedEntities(entities=(), of_chain={}, links=())
    return StoryWords(stories=stories, referents=LinkedReferents(), entities=linked, moved={}, occurrences=groups)


def marked(told: StoryWords, *, at: int = 0):
    own = replace(make_annotations("r1"), occurrences=(word(at),))
    return mark_words({"r1": [make_node("r1", "sinking", "NONE")]}, {"r1": own}, told)["r1"][0].groups


def test_node_has_the_group_of_its_word():
    assert marked(words((("r2", 0), ("r2", 1)), (("r1", 0), ("r2", 5)))) == {1}


def test_word_that_is_grouped_with_none_is_known_to_be_so():
    assert marked(words((("r2", 0), ("r2", 1)))) == frozenset()


def test_nothing_is_known_without_a_word_or_of_a_report_that_was_not_read():
    assert marked(words((("r1", 0), ("r2", 5))), at=90) is None
    assert marked(words((("r1", 0), ("r2", 5)), stories=(("r2",),))) is None
