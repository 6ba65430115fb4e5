"""Words are cut into the pieces their vocabulary has, and found where they stand."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.neural.session import load_words
from crossread.neural.wordpiece import LONGEST_WORD, UNKNOWN, WordPieces, find_words, fold


@given(st.text(max_size=200))
@settings(deadline=None)
def test_words_hold_everything_that_is_no_white_space(text: str) -> None:
    """Words stand in order, none overlaps another, and what lies between them is white space or a lone mark."""
    spans = list(find_words(text, 0, len(text)))
    before = 0
    for start, end in spans:
        assert before <= start < end
        before = end
    outside = set(range(len(text))) - {i for start, end in spans for i in range(start, end)}
    assert all(text[i].isspace() for i in outside)


@given(st.text(min_size=1, max_size=30))
@settings(deadline=None)
def test_every_word_has_a_piece(word: str) -> None:
    """No word is lost, whatever it is made of."""
    assert load_words().vocabulary.pieces(word)


def test_longest_piece_wins() -> None:
    """Of several ways to cut a word, the one with the longest piece first is taken."""
    pieces = WordPieces(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "har", "harb", "##bour", "##our"])
    assert pieces.pieces("Harbour") == (5, 7)


def test_endless_words_are_unknown() -> None:
    """A word no newspaper prints costs no time: it is one unknown piece."""
    assert load_words().vocabulary.pieces("x" * (LONGEST_WORD + 1)) == (UNKNOWN,)


@pytest.mark.parametrize(("word", "folded"), [("Łódź", "łodz"), ("İzmir", "izmir"), ("Vane", "vane"), ("È", "e")])
def test_accents_are_folded(word: str, folded: str) -> None:
    """Letters lose the marks that can be taken off them, and their case."""
    assert fold(word) == folded


def test_same_pieces_as_the_usual_library() -> None:
    """Where the usual library is installed, it cuts the same words into the same pieces."""
    tokenizers = pytest.importorskip("tokenizers")
    words = ["harbour", "quay", "Marsh-Vane", "0.8", "unforeseeable", "Łódź", "don't"]
    vocabulary = load_words().vocabulary
    model = tokenizers.models.WordPiece(vocabulary._numbers, unk_token="[UNK]", max_input_chars_per_word=LONGEST_WORD)
    library = tokenizers.Tokenizer(model)
    library.normalizer = tokenizers.normalizers.BertNormalizer()
    library.pre_tokenizer = tokenizers.pre_tokenizers.BertPreTokenizer()
    for word in words:
        mine = [piece for start, end in find_words(word, 0, len(word)) for piece in vocabulary.pieces(word[start:end])]
        assert mine == library.encode(word).ids
