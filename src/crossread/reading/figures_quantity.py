"""A number with its unit and bounds, and the sentence it stands in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from crossread.reading.figures_lexemes import Lexeme
from crossread.reading.figures_number import UNITS, Number
from crossread.reading.figures_units import DOLLAR
from crossread.records import Modifier


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit: lexemes `first` to `last` (not included), characters `start` to `end`.

    `number` is the number read first; of a range, `upper` is the second. `unit` is None until what is counted is known.
    """

    number: Number
    first: int
    last: int
    start: int
    end: int
    value: float | None
    low: float | None
    high: float | None
    unit: str | None = None
    modifier: Modifier = "exact"
    is_hyphened: bool = False
    upper: Number | None = None
    is_age: bool = False

    @property
    def is_bare(self) -> bool:
        """Whether it has no unit yet."""
        return self.unit is None


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence, cut: its lexemes, and where it begins in the text."""

    text: str
    start: int
    end: int
    lexemes: Sequence[Lexeme]


def is_money(unit: str | None) -> bool:
    """Whether a unit is a currency."""
    return unit is not None and (unit == DOLLAR or (len(unit) == 3 and unit.isupper() and unit.isascii()))


def bounded(quantity: Quantity, modifier: Modifier) -> Quantity:
    """The quantity with a bound; a range keeps its own ends."""
    if quantity.modifier == "range" or modifier in ("exact", "range"):
        return quantity
    low, high = quantity.value, quantity.value
    if modifier in ("more_than", "at_least"):
        high = None
    elif modifier in ("less_than", "at_most"):
        low = None
    return replace(quantity, modifier=modifier, low=low, high=high)


def is_one(lexemes: Sequence[Lexeme], number: Number) -> bool:
    """Whether it is the word "one" by itself."""
    return number.value == UNITS["one"] and lexemes[number.first].low == "one" and number.last == number.first + 1
