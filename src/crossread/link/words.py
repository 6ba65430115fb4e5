"""The running words of an account, as linking compares them: furniture left out, case and apostrophes folded.

Lineage and stories both count words; this is the one place that says what a word is.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from crossread.records import Document, Reading, Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# A number keeps its separators; a hyphen parts two words, since papers disagree on 'air-strike'.
WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)?")
# Marks that open and close a quotation, in one paragraph; one left open runs to the paragraph's end.
QUOTED = re.compile(
    r"“[^“”\n]*[”\n]?|\"[^\"\n]*[\"\n]?|(?<!\w)‘[^‘’\n]*(?:’(?=\w)[^‘’\n]*)*’(?!\w)|«[^«»\n]*»|„[^“”„\n]*[“”]"
)
# What marks a paragraph as a message of a social network: '… pic.twitter.com/x', '— Name (@name) May 1, 2016'.
MESSAGE = re.compile(r"pic\.twitter\.com/|\(@\w{1,30}\)")
PARAGRAPH = re.compile(r"[^\n]+")
# The dash of a signature stands at most so far before the handle.
SIGNATURE = 60
DATA = Path(__file__).parents[1] / "data"


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one account in order: their ids, where they stand, and what they are.

    `quoted` and `plain` hold a 1 for every word that stands in a quotation, or is written small (no name, no number).
    """

    reading: Reading
    ids: array[int]
    starts: array[int]
    ends: array[int]
    quoted: bytearray
    plain: bytearray

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def document(self) -> Document:
        """The account."""
        return self.reading.document

    def span(self, first: int, end: int) -> Span:
        """From the first word to the last one before `end`."""
        return Span(self.starts[first], self.ends[end - 1])


class Vocabulary:
    """Words numbered in the order they are met, so that accounts can be compared as numbers."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self.words: list[str] = []

    def number(self, word: str) -> int:
        """The number of a word as it stands in a text."""
        found = self._numbers.get(word)
        return self._add(word) if found is None else found

    def _add(self, word: str) -> int:
        folded = fold(word)
        number = self._numbers.get(folded)
        if number is None:
            number = self._numbers[folded] = len(self.words)
            self.words.append(folded)
        self._numbers[word] = number
        return number

    def subjects(self) -> NDArray[np.int64]:
        """For every word by its number, the number of its stem; -1 for function words, figures and single letters."""
        import numpy as np

        stems: dict[str, int] = {}
        empty = function_words()
        numbers = [
            -1 if word in empty or len(word) < 2 or not word[0].isalpha() else stems.setdefault(stem(word), len(stems))
            for word in self.words
        ]
        return np.array(numbers, dtype=np.int64)

    def words_of(self, reading: Reading) -> Words:
        """The running words of an account's article."""
        text, number = reading.document.text, self.number
        ids, starts, ends, plain = array("i"), array("i"), array("i"), bytearray()
        for sentence in article_sentences(reading):
            for match in WORD.finditer(text, sentence.start, sentence.end):
                word = match.group()
                ids.append(number(word))
                starts.append(match.start())
                ends.append(match.end())
                plain.append(word[0].islower())
        return Words(reading, ids, starts, ends, _quoted_words(reading, starts), plain)


def fold(word: str) -> str:
    """A word as it is compared: small letters, one kind of apostrophe, no possessive.

    >>> fold("Minsk’s")
    'minsk'
    """
    return word.lower().replace("’", "'").removesuffix("'s")


def article_sentences(reading: Reading) -> Iterator[Span]:
    """The sentences that are the article's own, without furniture of any kind."""
    furniture = sorted((f.start, f.end) for f in reading.document.furniture)
    at = 0
    for sentence in reading.sentences:
        while at < len(furniture) and furniture[at][1] <= sentence.start:
            at += 1
        if at == len(furniture) or furniture[at][0] >= sentence.end:
            yield sentence.span


def quoted_spans(reading: Reading) -> list[Span]:
    """What an account gives as somebody's own words, by its marks and by its attributions."""
    text = reading.document.text
    spans = [Span(*match.span()) for match in QUOTED.finditer(text)]
    spans += messages(text)
    spans += [span for a in reading.attributions if a.kind == "direct" for span in a.content]
    return sorted(spans)


def messages(text: str) -> Iterator[Span]:
    """Paragraphs that are messages of a social network, set into the text without quotation marks."""
    for line in PARAGRAPH.finditer(text):
        if any(_is_signed(text, line.start(), match) for match in MESSAGE.finditer(text, *line.span())):
            yield Span(*line.span())


def _is_signed(text: str, start: int, mark: re.Match[str]) -> bool:
    """Whether a mark in the line that begins at `start` makes it a message: a handle only behind a dash."""
    before = text[max(start, mark.start() - SIGNATURE) : mark.start()]
    return mark.group()[0] == "p" or any(dash in before for dash in "—–-")


def _quoted_words(reading: Reading, starts: array[int]) -> bytearray:
    """For every word, 1 where it stands in a quotation."""
    flags, spans, at, reach = bytearray(len(starts)), quoted_spans(reading), 0, -1
    for i, start in enumerate(starts):
        while at < len(spans) and spans[at].start <= start:
            reach = max(reach, spans[at].end)
            at += 1
        flags[i] = start < reach
    return flags


@lru_cache(maxsize=1)
def function_words() -> frozenset[str]:
    """Words that any English text holds, whatever it tells of."""
    return frozenset((DATA / "function_words.txt").read_text(encoding="utf-8").split())


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """A word without its commonest endings, so that 'protests' and 'protested' meet.

    >>> [stem(w) for w in ("protests", "protested", "cities", "stopping", "news", "chess")]
    ['protest', 'protest', 'citi', 'stop', 'new', 'chess']
    """
    if len(word) < 4 or not word.isalpha():
        return word
    if word.endswith("ies"):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return _undoubled(word.removesuffix(ending))
    if word.endswith("y") and len(word) > 3:
        return word[:-1] + "i"
    return word[:-1] if word.endswith("e") and len(word) > 4 else word


def _undoubled(word: str) -> str:
    """'stopp' to 'stop'."""
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "lsz" else word
