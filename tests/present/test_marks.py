"""Cutting text for display loses and alters nothing."""

from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.present.marks import Mark, cut_paragraphs, cut_pieces, excerpt, shorten
from crossread.records import Span

TEXTS = st.text(alphabet="ab \n“é😀", min_size=2, max_size=60)


@settings(deadline=None)
@given(TEXTS, st.lists(st.tuples(st.integers(0, 60), st.integers(1, 60), st.sampled_from("xyz")), max_size=8))
def test_pieces_are_the_text(text: str, cuts: list[tuple[int, int, str]]) -> None:
    """Pieces put together are the text, and each knows exactly the marks that cover it."""
    marks = [Mark(a, min(a + n, len(text)), kind) for a, n, kind in cuts if a < len(text)]
    pieces = cut_pieces(text, Span(0, len(text)), sorted(marks, key=lambda m: m.start))
    assert "".join(piece.text for piece in pieces) == text
    position = 0
    for piece in pieces:
        covering = {m.kind for m in marks if m.start <= position and position + len(piece.text) <= m.end}
        assert set(piece.kinds) == covering
        position += len(piece.text)


@settings(deadline=None)
@given(TEXTS, st.integers(0, 59), st.integers(1, 60))
def test_paragraphs_hold_every_line(text: str, start: int, size: int) -> None:
    """Every line that is not empty is there, marks or none."""
    marks = [Mark(start, min(start + size, len(text)), "x", "t")] if start < len(text) else []
    paragraphs = cut_paragraphs(text, marks)
    assert ["".join(p.text for p in pieces) for pieces in paragraphs] == [x for x in text.split("\n") if x.strip()]
    targets = [t for pieces in paragraphs for p in pieces for t in p.targets]
    assert targets in ([], ["t"])


def test_excerpt_stays_in_its_paragraph() -> None:
    """Words are shown with what stands around them, cut at words, never beyond their paragraph."""
    text = "First line.\nThe mayor said that nobody had asked him about the bridge.\nLast line."
    cut = excerpt(text, text.index("nobody"), text.index(" about"), around=12)
    assert (cut.before, cut.words, cut.after) == ("… said that ", "nobody had asked him", " about the …")


def test_short_text_is_not_cut() -> None:
    """Only what is too long is cut."""
    assert shorten("two words", 9) == "two words"
    assert len(shorten("many words " * 20, 50)) <= 50
