"""The words times are made of, and an account's text as a string of their classes.

Every word of `data/times.tsv` belongs to classes ("month", "unit", "hedge" …), every number too ("day", "year" …). A
set of classes is written as one character, so that a text becomes a short string on which the grammar runs as compiled
regular expressions, in time linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from crossread.records import Span

# Numbers keep their separators unless a hyphen or a slash; hyphened and possessive words fall into their parts.
_PIECE = re.compile(r"[aApP]\.\s?[mM]\b\.?|[oO]['’]clock\b|(?:B\.\s?C|A\.\s?D)\b\.?|\d+(?:[.,:]\d+)*|[^\W\d_]+|[^\w\s]")
_CLOCK = re.compile(r"(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?")
_DOTTED_CLOCK = re.compile(r"(?:[01]?\d|2[0-4])\.[0-5]\d")
_DECIMAL = re.compile(r"[0-9]{1,9}(?:,[0-9]{3})*\.[0-9]{1,9}")
_DOTTED_DATE = re.compile(r"\d{1,2}\.\d{1,2}\.(?:\d{4}|\d\d)")
_WHOLE = re.compile(r"\d+|\d{1,3}(?:,\d{3})+")
# One number of every kind that `_classes_of_number` tells apart.
_KINDS_OF_NUMBER = [
    "0",
    "00",
    "1",
    "01",
    "13",
    "25",
    "40",
    "005",
    "100",
    "0900",
    "1030",
    "1950",
    "1990",
    "3000",
    "12000",
]
# Where a paragraph ends, no time goes on.
BREAK = "\n"
_FIRST_CODE = 0xE000


@dataclass(frozen=True, slots=True)
class Words:
    """The text's words and marks; `codes` has one character for each, telling its classes."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    words: tuple[str, ...]
    codes: str
    # Whether '8/9/2020' is the eighth of September.
    day_first: bool = False

    def is_capital(self, index: int) -> bool:
        """Whether the word begins with a capital in the text."""
        return self.text[self.starts[index]].isupper()

    def span(self, first: int, end: int) -> Span:
        """From the first to the last character of the words [first, end)."""
        return Span(self.starts[first], self.ends[end - 1])


class Lexicon:
    """Words with their classes and values; sets of classes have a character each."""

    def __init__(self, rows: Iterable[tuple[str, str]]) -> None:
        """Builds the tables from rows of a class and its words."""
        classes: dict[str, list[str]] = {}
        self.values: dict[tuple[str, str], str] = {}
        for name, words in rows:
            for entry in words.split():
                word, _, value = entry.partition("=")
                classes.setdefault(word, []).append(name)
                self.values[name, word] = value or word
        self._codes: dict[tuple[str, ...], str] = {}
        self.words = {word: self.code(names) for word, names in classes.items()}
        for digits in _KINDS_OF_NUMBER:
            self.code(_classes_of_number(digits))
        self.code(["counted", "int"])
        self.capital, self.low, self.mark = self.code(["cap"]), self.code(["low"]), self.code(["mark"])
        for names in (["clock"], ["decimal", "dotted_clock"], ["decimal"], ["dotted_date"], ["odd_number"]):
            self.code(names)

    def code(self, names: Iterable[str]) -> str:
        """The character of a set of classes."""
        return self._codes.setdefault(tuple(sorted(set(names))), chr(_FIRST_CODE + len(self._codes)))

    def codes_of(self, name: str) -> str:
        """The characters of all sets that hold a class; raises KeyError for a class that nothing has."""
        found = "".join(code for names, code in self._codes.items() if name in names)
        if not found:
            raise KeyError(name)
        return found

    def value(self, name: str, word: str) -> str | None:
        """What a word is worth in a class: '8' for August as a month."""
        found = self.values.get((name, word))
        return found if found is not None else self.values.get((name, word.lower()))

    def classify(self, word: str) -> str:
        """The character for a word as it stands in the text."""
        if word[0].isdigit():
            return self.code(_classes_of_number(word))
        if word[0].isupper():
            return self.words.get(word.capitalize()) or self.words.get(word.lower()) or self.capital
        return self.words.get(word) or (self.low if word[0].isalpha() else self.mark)


@lru_cache(maxsize=8192)
def _classes_of_number(word: str) -> tuple[str, ...]:
    """The classes of a word that begins with a digit."""
    if not word.isascii() or not _WHOLE.fullmatch(word):
        if _CLOCK.fullmatch(word):
            return ("clock",)
        if _DOTTED_DATE.fullmatch(word):
            return ("dotted_date",)
        if _DOTTED_CLOCK.fullmatch(word):
            return ("decimal", "dotted_clock")
        return ("decimal",) if _DECIMAL.fullmatch(word) else ("odd_number",)
    number = int(word.replace(",", "")[:9])
    found = ["int"]
    if len(word) <= 2:
        found += ["two_digits"] if len(word) == 2 else []
        found += ["hour"] if number <= 24 else []
        found += ["day"] if 1 <= number <= 31 else []
        found += ["month_number"] if 1 <= number <= 12 else []
    elif len(word) == 4 and word.isdecimal():
        found += ["four_digits"]
        found += ["year"] if 1000 <= number <= 2199 else []
        found += ["hhmm"] if number // 100 <= 24 and number % 100 < 60 else []
    elif len(word) == 3 and word.isdecimal() and number >= 100:
        found += ["three_digits"]
    return tuple(found)


def _load() -> Lexicon:
    text = (files("crossread") / "data" / "times.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return Lexicon((name, words) for name, words in rows)


LEXICON = _load()


def split_words(text: str, paragraphs: Iterable[Span], *, day_first: bool = False) -> Words:
    """The words of the paragraphs, with a break behind each paragraph."""
    starts: list[int] = []
    ends: list[int] = []
    words: list[str] = []
    codes: list[str] = []
    known: dict[str, str] = {}
    for paragraph in paragraphs:
        for match in _PIECE.finditer(text, paragraph.start, paragraph.end):
            word = match.group()
            starts.append(match.start())
            ends.append(match.end())
            words.append(word)
            code = known.get(word)
            if code is None:
                code = known[word] = LEXICON.classify(word)
            codes.append(code)
        starts.append(paragraph.end)
        ends.append(paragraph.end)
        words.append(BREAK)
        codes.append(BREAK)
    return Words(text, tuple(starts), tuple(ends), tuple(words), "".join(codes), day_first)
