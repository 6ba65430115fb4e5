"""Spans and identifiers hold for all inputs."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.records import Span, identify, merge_spans, trim

spans = st.tuples(st.integers(0, 50), st.integers(1, 20)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 2), (-1, 2)])
def test_impossible_spans_are_refused(start: int, end: int) -> None:
    """A span holds at least one character and begins in the text."""
    with pytest.raises(ValueError, match="must hold a character"):
        Span(start, end)


@given(st.lists(spans, max_size=8))
def test_merging_keeps_every_character_once(given_spans: list[Span]) -> None:
    """Merged spans are ordered, do not touch, and hold the very same characters."""
    merged = merge_spans(given_spans)
    assert {i for s in merged for i in range(s.start, s.end)} == {i for s in given_spans for i in range(s.start, s.end)}
    assert all(a.end < b.start for a, b in itertools.pairwise(merged))


@given(spans, spans)
def test_overlap_is_shared_characters(one: Span, other: Span) -> None:
    """Two spans overlap exactly when they share a character, whichever is asked."""
    assert one.overlaps(other) == other.overlaps(one) == (one.shared(other) > 0)
    assert not one.contains(other) or one.shared(other) == len(other)


@given(st.text(max_size=30))
def test_trimming_leaves_no_white_space_at_the_ends(text: str) -> None:
    """A trimmed span neither begins nor ends with white space; nothing but white space gives none."""
    span = trim(text, 0, len(text))
    assert (span is None) == (not text.strip())
    if span:
        assert span.words_in(text) == text.strip()


@given(st.lists(st.text(max_size=5), max_size=4), st.lists(st.text(max_size=5), max_size=4))
def test_identifiers_tell_parts_apart(one: list[str], other: list[str]) -> None:
    """Different parts give different identifiers, the same parts the same."""
    assert (identify("x", *one) == identify("x", *other)) == (one == other)
