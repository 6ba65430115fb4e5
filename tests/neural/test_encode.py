"""A text as the net sees it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.neural.encode import PLACES, SHAPES, encode
from crossread.neural.session import load_words
from crossread.records import Span


def test_words_know_their_place() -> None:
    """Each word knows its shape, whether it opens sentence or paragraph, and how deep in quotations it stands."""
    text = 'Vane left. "No," she said.\nThe UN waits.'
    sentences = [Span(0, 10), Span(11, 26), Span(27, 40)]
    encoded = encode(text, sentences, [Span(12, 15)], load_words().vocabulary)
    words = [text[start:end] for start, end in encoded.words]
    assert words == ["Vane", "left", ".", '"', "No", ",", '"', "she", "said", ".", "The", "UN", "waits", "."]
    assert [PLACES[p] for p in encoded.places[:4]] == ["opens paragraph", "within", "within", "opens sentence"]
    assert PLACES[encoded.places[10]] == "opens paragraph"
    assert [words[i] for i, depth in enumerate(encoded.depths) if depth] == ["No", ","]
    assert SHAPES[encoded.shapes[11]] == "upper"


def test_depth_counts_nested_quotations() -> None:
    """A quotation inside another is told from the outer one, and deeper ones are not told apart any more."""
    text = "a b c d e f g"
    inside = [Span(2, 11), Span(4, 9), Span(6, 7)]
    encoded = encode(text, [Span(0, 13)], inside, load_words().vocabulary)
    assert encoded.depths == [0, 1, 2, 2, 2, 1, 0]


@given(st.text(max_size=300), st.data())
@settings(deadline=None)
def test_lists_belong_together(text: str, data: st.DataObject) -> None:
    """Pieces, words and sentences point to one another, whatever the text."""
    cut = data.draw(st.integers(0, len(text)))
    sentences = [
        span for span in (Span(0, cut) if cut else None, Span(cut, len(text)) if cut < len(text) else None) if span
    ]
    encoded = encode(text, sentences, [], load_words().vocabulary)
    assert len(encoded.pieces) == len(encoded.owners)
    assert (
        len(encoded.words) == len(encoded.shapes) == len(encoded.depths) == len(encoded.places) == len(encoded.firsts)
    )
    assert [encoded.owners[first] for first in encoded.firsts] == list(range(len(encoded.words)))
    assert encoded.owners == sorted(encoded.owners)
