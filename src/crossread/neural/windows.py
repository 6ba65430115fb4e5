"""Long texts through windows: where the net looks, and which window's word counts where two overlap.

A window ends with a sentence where it can. The next begins some pieces earlier, so that the words at the seam have been
seen with both their sides; each word is taken from the window in which it stands farthest from an edge.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from crossread.neural.encode import Encoded

# Pieces a window holds, and how many of them it shares with the one before.
LONGEST = 254
SHARED = 24
# A window ends with a sentence if that leaves it at least so full.
FULL_ENOUGH = 200


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces `start` to `end` hold the words `first` to `last` (not included)."""

    start: int
    end: int
    first: int
    last: int


def cut_windows(encoded: Encoded) -> list[Window]:
    """Windows over all pieces of a text, in order."""
    size = len(encoded.pieces)
    windows: list[Window] = []
    start = 0
    while start < size:
        end = _end_of(encoded, start, size)
        windows.append(Window(start, end, encoded.owners[start], encoded.owners[end - 1] + 1))
        if end == size:
            break
        start = _begin_word(encoded, max(start + 1, end - SHARED))
    return windows


def _end_of(encoded: Encoded, start: int, size: int) -> int:
    """Where a window that starts at `start` ends: with a sentence if one ends late enough, else with a word."""
    limit = start + LONGEST
    if limit >= size:
        return size
    sentence = encoded.sentences[bisect_right(encoded.sentences, limit) - 1]
    if sentence - start >= FULL_ENOUGH:
        return sentence
    word = encoded.firsts[bisect_right(encoded.firsts, limit) - 1]
    return word if word > start else limit


def _begin_word(encoded: Encoded, piece: int) -> int:
    """The first piece, from `piece` on, that begins a word."""
    at = bisect_left(encoded.firsts, piece)
    return encoded.firsts[at] if at < len(encoded.firsts) else piece


def choose_windows(windows: list[Window], words: int) -> list[int]:
    """For every word the number of the window it is taken from."""
    chosen = [0] * words
    for number, window in enumerate(windows):
        following = windows[number + 1] if number + 1 < len(windows) else None
        # Two windows part in the middle of what they share.
        until = (following.first + window.last + 1) // 2 if following else words
        since = (window.first + windows[number - 1].last + 1) // 2 if number else 0
        chosen[since:until] = [number] * (until - since)
    return chosen
