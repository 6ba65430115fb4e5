"""Word pieces with the places they came from (Schuster and Nakajima 2012, as BERT cuts them).

Written by hand since a cache over plain Python is quicker here than the usual compiled library, and since offsets into
the text must be exact: words are found in the text as it stands, and only a word's own letters are folded.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

# Runs of letters and digits, with the marks that combine with them; every other sign stands alone.
WORD = re.compile(r"[^\W_][^\W_\u0300-\u036f]*(?:[\u0300-\u036f]+[^\W_]*)*|[^\w\s]|_")
# Longer words are no words, and are read as one unknown piece.
LONGEST_WORD = 64
# Words remembered; a larger memory wins nothing on news.
MOST_REMEMBERED = 100_000
PAD, UNKNOWN, FIRST, LAST = 0, 1, 2, 3
SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]")


class WordPieces:
    """A vocabulary, and the cutting of words into its pieces."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._numbers = {piece: number for number, piece in enumerate(vocabulary)}
        self._remembered: dict[str, tuple[int, ...]] = {}

    def __len__(self) -> int:
        return len(self._numbers)

    def pieces(self, word: str) -> tuple[int, ...]:
        """The numbers of a word's pieces, longest piece first from the left; one unknown piece where none fit.

        >>> WordPieces([*SPECIAL, "bridge", "##s"]).pieces("Bridges")
        (4, 5)
        """
        known = self._remembered.get(word)
        if known is None:
            known = self._cut(fold(word)) if len(word) <= LONGEST_WORD else (UNKNOWN,)
            if len(self._remembered) >= MOST_REMEMBERED:
                self._remembered.clear()
            self._remembered[word] = known
        return known

    def _cut(self, word: str) -> tuple[int, ...]:
        whole = self._numbers.get(word)
        if whole is not None:
            return (whole,)
        found: list[int] = []
        start = 0
        while start < len(word):
            prefix = "##" if start else ""
            for end in range(len(word), start, -1):
                number = self._numbers.get(prefix + word[start:end])
                if number is not None:
                    found.append(number)
                    start = end
                    break
            else:
                return (UNKNOWN,)
        return tuple(found) or (UNKNOWN,)


def find_words(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the words and signs of a stretch of text stand.

    >>> text = "Vane's 2-metre"
    >>> [text[a:b] for a, b in find_words(text, 0, len(text))]
    ['Vane', "'", 's', '2', '-', 'metre']
    """
    return (match.span() for match in WORD.finditer(text, start, end))


def fold(word: str) -> str:
    """A word in lower case without accents, as the vocabulary has it.

    >>> fold("Élodie")
    'elodie'
    """
    low = word.lower()
    if low.isascii():
        return low
    return "".join(c for c in unicodedata.normalize("NFD", low) if unicodedata.category(c) != "Mn")
