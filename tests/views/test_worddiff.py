"""What two wordings do not share."""

from hypothesis import given
from hypothesis import strategies as st

from variorum.views.worddiff import mark_own_words


def test_only_the_words_of_one_side_are_marked():
    one, two = mark_own_words(["to keep the river border open,", "to keep the river line open"])
    assert [word.text for word in one if word.own] == ["border"]
    assert [word.text for word in two if word.own] == ["line"]


@given(
    st.lists(st.text("ab ,.", min_size=1).filter(lambda t: t.strip() and not t[0].isspace()), min_size=1, max_size=3)
)
def test_marked_words_join_to_the_wording(wordings):
    assert ["".join(word.text for word in words) for words in mark_own_words(wordings)] == wordings
