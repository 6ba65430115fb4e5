"""A number as it is read: its value, its significant digits, its scale; and the words for numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from crossread.reading.figures_lexemes import Lexeme, is_hyphen

UNITS = {
    "zero": 0,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
}
TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "lakh": 1e5,
    "lac": 1e5,
    "million": 1e6,
    "crore": 1e7,
    "billion": 1e9,
    "trillion": 1e12,
    "quadrillion": 1e15,
}
# Behind digits only.
SHORT_SCALES = {"bn": 1e9, "mn": 1e6, "mln": 1e6, "mil": 1e6, "bln": 1e9, "tn": 1e12, "trn": 1e12, "mm": 1e6}
# One letter glued to the digits; whether "m" means metres is for the caller to tell.
LETTERS = {"k": 1e3, "K": 1e3, "m": 1e6, "M": 1e6, "b": 1e9, "B": 1e9}
VAGUE = {
    "dozens": (24.0, 100.0),
    "scores": (40.0, 100.0),
    "hundreds": (1e2, 1e3),
    "thousands": (1e3, 1e4),
    "lakhs": (1e5, 1e6),
    "millions": (1e6, 1e7),
    "crores": (1e7, 1e8),
    "billions": (1e9, 1e10),
    "trillions": (1e12, 1e13),
}
PARTS = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
GLYPHS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125, "⅜": 0.375, "⅝": 0.625, "⅞": 0.875}
DENOMINATORS = frozenset({"2", "3", "4", "5", "6", "8", "10", "16", "20"})
# Longer runs of digits count nothing in a newspaper; numbers above this are none either.
MOST_DIGITS = 18
Kind = Literal["digits", "words", "vague", "fraction"]


@dataclass(frozen=True, slots=True)
class Number:
    """A number over lexemes `first` to `last` (not included); a vague one has `low` and `high` and no value."""

    first: int
    last: int
    value: float | None
    low: float
    high: float
    digits: int | None
    kind: Kind
    scale: float = 1.0
    letter: str = ""

    def scaled(self, factor: float, last: int, letter: str = "") -> Number:
        """The number times a scale whose word ends before `last`."""
        value = None if self.value is None else _product(self.value, factor)
        low, high = _product(self.low, factor), _product(self.high, factor)
        return replace(self, value=value, low=low, high=high, last=last, scale=self.scale * factor, letter=letter)


def _product(value: float, factor: float) -> float:
    """A product without the dust of binary fractions: 8.15 million is 8150000."""
    return float(f"{value * factor:.15g}")


def exact_number(first: int, last: int, value: float, digits: int, kind: Kind) -> Number:
    """A number that has a value."""
    return Number(first, last, value, value, value, digits, kind)


def word_at(lexemes: Sequence[Lexeme], at: int) -> str:
    """The lower-case word at a place, or nothing."""
    return lexemes[at].low if 0 <= at < len(lexemes) else ""


def past_hyphen(lexemes: Sequence[Lexeme], at: int) -> int:
    """The place behind a hyphen that stands at a place, or the place itself."""
    return at + 1 if at + 1 < len(lexemes) and is_hyphen(lexemes[at]) else at
