"""A text as the net sees it: pieces of words, each with its word's shape and its place in sentence and quotation.

The encoder's own words are all in lower case, so case is told beside them; and a quotation may open long before the
window the net looks through, so whether a word is inside one is told too.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from crossread.neural.wordpiece import WordPieces, find_words
from crossread.records import Span

# Shapes of words; the numbers are the rows of a table in the net, so their order never changes.
SHAPES = ("none", "mark", "lower", "title", "upper", "letter", "mixed", "digits", "letters and digits", "caseless")
# Where a word stands: within a sentence, first in it, first in its paragraph.
PLACES = ("within", "opens sentence", "opens paragraph")
# How deep in quotations: not, in one, in one inside another.
DEPTHS = 3


@dataclass(frozen=True, slots=True)
class Encoded:
    """The words of a text, and the pieces of the words, side by side in lists of one length each."""

    words: list[tuple[int, int]]
    shapes: list[int]
    depths: list[int]
    places: list[int]
    firsts: list[int]
    pieces: list[int]
    owners: list[int]
    sentences: list[int]


def encode(text: str, sentences: Sequence[Span], quoted: Sequence[Span], vocabulary: WordPieces) -> Encoded:
    """The pieces of the sentences of a text; `quoted` are the insides of quotations, in order of their starts.

    A paragraph ends where a line feed stands between two sentences.
    """
    made = Encoded([], [], [], [], [], [], [], [])
    edges, depths = _depths(quoted)
    before = 0
    for sentence in sentences:
        opens = 2 if not made.words or "\n" in text[before : sentence.start] else 1
        before = sentence.end
        made.sentences.append(len(made.pieces))
        for start, end in find_words(text, sentence.start, sentence.end):
            word = text[start:end]
            cut = vocabulary.pieces(word)
            made.firsts.append(len(made.pieces))
            made.owners.extend([len(made.words)] * len(cut))
            made.pieces.extend(cut)
            made.words.append((start, end))
            made.shapes.append(shape_of(word))
            made.depths.append(depths[bisect_right(edges, start)])
            made.places.append(opens)
            opens = 0
    return made


def shape_of(word: str) -> int:
    """The number of a word's shape.

    >>> [SHAPES[shape_of(word)] for word in ("Vane", "UN", "A", "iPad", "12", "G20", "bridge", "?")]
    ['title', 'upper', 'letter', 'mixed', 'digits', 'letters and digits', 'lower', 'mark']
    """
    if word.isalpha():
        if word.islower():
            return 2
        if len(word) == 1 and word.isupper():
            return 5
        if word.isupper():
            return 4
        if word[0].isupper() and word[1:].islower():
            return 3
        return 6 if word.lower() != word.upper() else 9
    if word.isdigit():
        return 7
    return 8 if word[0].isalnum() else 1


def _depths(quoted: Sequence[Span]) -> tuple[list[int], list[int]]:
    """Positions where the depth of quotation changes, and the depth before the first and behind each."""
    changes: dict[int, int] = {}
    for span in quoted:
        changes[span.start] = changes.get(span.start, 0) + 1
        changes[span.end] = changes.get(span.end, 0) - 1
    edges = sorted(changes)
    depths, depth = [0], 0
    for edge in edges:
        depth += changes[edge]
        depths.append(min(max(depth, 0), DEPTHS - 1))
    return edges, depths
