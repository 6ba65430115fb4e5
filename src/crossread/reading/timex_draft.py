"""A time before its anchor is known, and the small words all kinds of times share: 'last', 'next', years."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from crossread.reading.timex_grammar import Found
from crossread.reading.timex_words import LEXICON
from crossread.records import TimexType
from crossread.records.values import Tense

# What a value hangs on: the account's date, or the date last told of.
Base = Literal["published", "narrated"]
# Two-digit years from here on are of the twentieth century.
FIRST_OF_TWENTIETH = 30
_TOLD = frozenset(["the", "that", "same", "previous", "preceding", "following", "subsequent", "ensuing", "succeeding"])


@dataclass(frozen=True, slots=True)
class Draft:
    """Words [first, end) with their value as far as the words give it, and the step that leads to the rest.

    Where `by_tense`, the verb of the clause tells the direction of the step.
    """

    first: int
    end: int
    type: TimexType
    value: str
    relative: str | None = None
    base: Base = "published"
    by_tense: bool = False
    mod: str | None = None
    # The day of the week that stands beside a date; whether the date stands for its week.
    weekday: int | None = None
    as_week: bool = False
    # The rule of a day with a name (see `timex_holidays`).
    holiday: str | None = None
    # What another period is compared with is told of in passing.
    compared: bool = False
    # What the verb of the clause tells; settled with the anchor.
    tense: Tense | None = None


def step_of(words: Iterable[str]) -> int:
    """-1 for 'last', 0 for 'this' and 'that', 1 for 'next'."""
    for word in words:
        for name in ("last", "next"):
            if found := LEXICON.value(name, word):
                return int(found)
    return 0


def base_of(words: Iterable[str]) -> Base:
    """Whether 'last', 'the next', 'the following' … lead from the date told of or from the account's own."""
    return "narrated" if next(iter(words), "").lower() in _TOLD else "published"


def write_step(step: int, unit: str) -> str:
    """A step as `calendar.resolve` takes it: '-1Y', '0D'."""
    return f"{step:+}{unit}" if step else f"0{unit}"


def edge_of(found: Found) -> str | None:
    """TIMEX3's word for 'early', 'the end of', 'mid-', 'later in'."""
    return found.value("edge", "edge", "early", "mid", "in_it") or found.value("in", "in_it", "early")


def full_year(year: int) -> int:
    """1998 for 98, 2020 for 20."""
    return year if year > 99 else year + (1900 if year >= FIRST_OF_TWENTIETH else 2000)


def year_of(words: tuple[str, ...]) -> str | None:
    """The year among words, in digits ('1996') or spoken ('nineteen ninety-six'), or None."""
    digits = next((word for word in words if len(word) == 4 and word.isdecimal()), None)
    if digits:
        return digits
    parts = [LEXICON.value("number", word) or LEXICON.value("scale", word) for word in words]
    numbers = [int(part) for part in parts if part]
    if len(numbers) < 2 or not 2 <= numbers[0] <= 20:
        return None
    head, second, rest = numbers[0], numbers[1], sum(numbers[1:])
    if second in (100, 1000):
        year = head * second + rest - second
    elif head > 10 and 10 <= rest < 100:
        year = head * 100 + rest
    else:
        return None
    return f"{year:04}" if year < 2200 else None
