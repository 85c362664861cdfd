"""Nested spans, flattened."""

from hypothesis import given
from hypothesis import strategies as st

from variorum.views.segments import Marked, flatten_spans

TEXT = "abcdefghijklmnopqrstuvwxyz"
SPANS = st.lists(
    st.builds(
        Marked,
        start=st.integers(0, 26),
        end=st.integers(0, 26),
        key=st.sampled_from("pqrstuv"),
        layer=st.sampled_from(["", "events", "figures"]),
    ),
    max_size=8,
)


@given(SPANS)
def test_segments_join_to_the_text_and_each_letter_keeps_its_spans(spans):
    segments = flatten_spans(TEXT, 3, 20, spans)
    assert "".join(segment.text for segment in segments) == TEXT[3:20]
    at = 3
    for segment in segments:
        inside = [s for s in spans if s.start <= at < s.end]
        assert segment.keys == tuple(sorted({s.key for s in inside}))
        assert segment.layers == tuple(sorted({s.layer for s in inside if s.layer}))
        at += len(segment.text)


@given(SPANS)
def test_every_span_starts_once_for_each_time_it_is_given(spans):
    starts = [key for segment in flatten_spans(TEXT, 0, 26, spans) for key in segment.starts]
    wanted = {(s.start, s.key) for s in spans if s.start < s.end}
    assert sorted(starts) == sorted(key for _, key in wanted)


def test_nested_span_cuts_the_outer_one():
    spans = [
        Marked(start=0, end=10, key="out", layer="events"),
        Marked(start=4, end=6, key="in", layer="figures"),
    ]
    segments = flatten_spans(TEXT, 0, 12, spans)
    assert [(s.text, s.keys) for s in segments] == [
        ("abcd", ("out",)),
        ("ef", ("in", "out")),
        ("ghij", ("out",)),
        ("kl", ()),
    ]
