"""Long texts through windows."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.neural.encode import Encoded
from crossread.neural.windows import LONGEST, Window, choose_windows, cut_windows


def made_of(sizes: list[int], sentences: list[int]) -> Encoded:
    """A text whose words have so many pieces; sentences begin at these words."""
    firsts = [sum(sizes[:n]) for n in range(len(sizes))]
    owners = [n for n, size in enumerate(sizes) for _ in range(size)]
    begins = [firsts[n] for n in sorted({0, *sentences}) if n < len(firsts)]
    nothing = [0] * len(sizes)
    return Encoded([(n, n + 1) for n in nothing], nothing, nothing, nothing, firsts, owners, owners, begins)


@given(st.lists(st.integers(1, 40), min_size=1, max_size=300), st.lists(st.integers(0, 299), max_size=30))
@settings(deadline=None)
def test_windows_cover_every_word(sizes: list[int], sentences: list[int]) -> None:
    """Every piece lies in a window, no window is too long, each goes on from the one before, and every word is taken
    from a window that holds its first piece."""
    encoded = made_of(sizes, sentences)
    windows = cut_windows(encoded)
    assert windows[0].start == 0
    assert windows[-1].end == len(encoded.pieces)
    for window, following in pairwise(windows):
        assert window.start < following.start <= window.end
        assert window.end < following.end
    assert all(0 < window.end - window.start <= LONGEST for window in windows)
    chosen = choose_windows(windows, len(encoded.words))
    assert chosen == sorted(chosen)
    for word, number in enumerate(chosen):
        assert windows[number].start <= encoded.firsts[word] < windows[number].end


def test_a_window_ends_with_a_sentence() -> None:
    """Where a sentence ends late enough, the window ends there."""
    windows = cut_windows(made_of([1] * 400, [200, 300]))
    assert windows[0] == Window(0, 200, 0, 200)
    assert windows[1].start == 176


def test_windows_part_in_the_middle_of_what_they_share() -> None:
    """A word two windows hold is taken from the one in which it stands farther from the edge."""
    windows = [Window(0, 200, 0, 200), Window(160, 300, 160, 300)]
    chosen = choose_windows(windows, 300)
    assert (chosen[179], chosen[180]) == (0, 1)
