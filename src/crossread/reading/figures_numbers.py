"""Numbers in digits and words: their value, their significant digits, and what is vague about them.

A small grammar of our own: "1.5 billion", "143m", "half a million", "a dozen", "two thirds", "dozens", "one in three",
"four to five thousand". Nothing here knows units; nothing raises, whatever the digits.
"""

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


def _exact(first: int, last: int, value: float, digits: int, kind: Kind) -> Number:
    return Number(first, last, value, value, value, digits, kind)


def read_number(lexemes: Sequence[Lexeme], at: int) -> Number | None:
    """The longest number that begins with a lexeme, or None."""
    lexeme = lexemes[at]
    if lexeme.is_opaque:
        return None
    if lexeme.is_number:
        return _read_digits(lexemes, at)
    if lexeme.text in GLYPHS:
        return _exact(at, at + 1, GLYPHS[lexeme.text], 2, "fraction")
    if not lexeme.is_word:
        return None
    return _read_vague(lexemes, at) or _read_part(lexemes, at) or _read_words(lexemes, at)


def word_at(lexemes: Sequence[Lexeme], at: int) -> str:
    """The lower-case word at a place, or nothing."""
    return lexemes[at].low if 0 <= at < len(lexemes) else ""


def past_hyphen(lexemes: Sequence[Lexeme], at: int) -> int:
    """The place behind a hyphen that stands at a place, or the place itself."""
    return at + 1 if at + 1 < len(lexemes) and is_hyphen(lexemes[at]) else at


# ---------------------------------------------------------------- digits


def _read_digits(lexemes: Sequence[Lexeme], at: int) -> Number | None:
    plain = _plain(lexemes[at].text)
    if plain is None:
        return None
    number = _exact(at, at + 1, float(plain), written_digits(plain), "digits")
    number = _with_fraction(lexemes, number)
    return _with_power(lexemes, _with_scale(lexemes, number))


def _plain(text: str) -> str | None:
    """Digits without separators, or None where they are too long to count anything."""
    for separator in (",", "\u00a0", "\u202f", "\u2009"):
        text = text.replace(separator, "")
    return text if len(text) <= MOST_DIGITS else None


def written_digits(plain: str) -> int:
    """How many significant digits are written; noughts behind a decimal point count, those ending a whole one do not.

    >>> [written_digits(n) for n in ("80.10", "10000", "0.05", "1250")]
    [4, 1, 1, 3]
    """
    if "." in plain:
        return max(1, len(plain.replace(".", "").lstrip("0")))
    return max(1, len(plain.strip("0")))


def _with_fraction(lexemes: Sequence[Lexeme], number: Number) -> Number:
    """Such as "10 1/2", "10½", "1/4", "two and a half"."""
    at = number.last
    value = number.value or 0.0
    if word_at(lexemes, at) in GLYPHS:
        return _exact(number.first, at + 1, value + GLYPHS[lexemes[at].text], (number.digits or 1) + 1, "digits")
    if _is_ratio(lexemes, number.first):
        divided = float(_plain(lexemes[number.first].text) or 1) / float(lexemes[number.first + 2].text)
        return _exact(number.first, number.first + 3, divided, 2, "fraction")
    if _is_ratio(lexemes, at) and not lexemes[at].is_glued:
        divided = float(lexemes[at].text) / float(lexemes[at + 2].text)
        return _exact(number.first, at + 3, value + divided, (number.digits or 1) + 1, "digits")
    return _with_half(lexemes, number)


def _with_half(lexemes: Sequence[Lexeme], number: Number) -> Number:
    at = past_hyphen(lexemes, number.last)
    words = [word_at(lexemes, at)]
    end = at + 1
    for _ in range(2):
        end = past_hyphen(lexemes, end)
        words.append(word_at(lexemes, end))
        end += 1
    if words == ["and", "a", "half"] and number.value is not None:
        return _exact(number.first, end, number.value + 0.5, (number.digits or 1) + 1, number.kind)
    return number


def _is_ratio(lexemes: Sequence[Lexeme], at: int) -> bool:
    """Whether "1/4" stands here: a small number over a usual one."""
    if at + 2 >= len(lexemes) or not lexemes[at].is_number or lexemes[at + 1].text != "/":
        return False
    over, under = lexemes[at].text, lexemes[at + 2].text
    glued = lexemes[at + 1].is_glued and lexemes[at + 2].is_glued
    return glued and under in DENOMINATORS and over.isdecimal() and len(over) < 3 and int(over) < int(under)


def _with_scale(lexemes: Sequence[Lexeme], number: Number) -> Number:
    for _ in range(2):
        at = number.last
        if at >= len(lexemes) or lexemes[at].is_opaque:
            return number
        letter = lexemes[at].text
        if letter in LETTERS and lexemes[at].is_glued and not _is_joined(lexemes, at + 1):
            return number.scaled(LETTERS[letter], at + 1, letter)
        at = past_hyphen(lexemes, at)
        word = word_at(lexemes, at)
        factor = SCALES.get(word) or (SHORT_SCALES.get(word) if word != "mm" else None)
        if factor is None and word == "dozen":
            factor = 12.0
        if factor is None:
            return number
        number = number.scaled(factor, at + 1)
    return number


def _is_joined(lexemes: Sequence[Lexeme], at: int) -> bool:
    """Whether letters or digits go on without a blank."""
    return at < len(lexemes) and lexemes[at].is_glued and (lexemes[at].is_word or lexemes[at].is_number)


def _with_power(lexemes: Sequence[Lexeme], number: Number) -> Number:
    """Such as "2.998×10−8"."""
    at = number.last
    if number.scale != 1.0 or at + 1 >= len(lexemes) or word_at(lexemes, at) not in ("×", "x"):
        return number
    if word_at(lexemes, at + 1) != "10":
        return number
    sign = -1 if at + 2 < len(lexemes) and is_hyphen(lexemes[at + 2]) else 1
    power = word_at(lexemes, at + (3 if sign < 0 else 2)).lstrip("^")
    if not (power.isascii() and power.isdecimal() and len(power) <= 2):
        return number
    return number.scaled(10.0 ** (sign * int(power)), at + (4 if sign < 0 else 3))


# ---------------------------------------------------------------- words


def _read_words(lexemes: Sequence[Lexeme], at: int) -> Number | None:
    """Such as "twenty-five", "two hundred and five thousand", "a hundred", "a dozen", "half a million"."""
    first = at
    word = lexemes[at].low
    if word == "half":
        return _read_half(lexemes, at)
    if word in ("a", "an"):
        at += 1
        if word_at(lexemes, at) == "half":
            at = past_hyphen(lexemes, at + 1)
            if word_at(lexemes, at) in SCALES or word_at(lexemes, at) == "dozen":
                return _read_half(lexemes, at - 1, first)
            return None
        if word_at(lexemes, at) not in SCALES and word_at(lexemes, at) != "dozen":
            return None
    elif word not in UNITS and word not in TENS and not _is_bare_scale(lexemes, at):
        return None
    total, end = _sum_words(lexemes, at)
    number = _exact(first, end, total, written_digits(f"{int(total)}"), "words")
    return _with_half_scaled(lexemes, number)


def _with_half_scaled(lexemes: Sequence[Lexeme], number: Number) -> Number:
    """Such as "two and a half", "one and a half million"."""
    halved = _with_half(lexemes, number)
    return _with_scale(lexemes, halved) if halved is not number else number


def _is_bare_scale(lexemes: Sequence[Lexeme], at: int) -> bool:
    """Such as "thousand of times"; "the million-dollar question" counts nothing."""
    return lexemes[at].low in SCALES and word_at(lexemes, at + 1) == "of"


def _read_half(lexemes: Sequence[Lexeme], at: int, first: int | None = None) -> Number | None:
    """Such as "half a million", "half-dozen", "half million"."""
    first = at if first is None else first
    at = past_hyphen(lexemes, at + 1)
    if word_at(lexemes, at) in ("a", "an"):
        at = past_hyphen(lexemes, at + 1)
    word = word_at(lexemes, at)
    factor = 12.0 if word == "dozen" else SCALES.get(word)
    return _exact(first, at + 1, factor / 2, 1, "words") if factor else None


def _sum_words(lexemes: Sequence[Lexeme], at: int) -> tuple[float, int]:
    """The value of the number words from a place on, and the place behind the last."""
    total, current = 0.0, 0.0
    is_open_for = 1e18
    step = 1000.0
    begun = False
    end = at
    if word_at(lexemes, at) in SCALES or word_at(lexemes, at) == "dozen":
        current, begun, step = 1.0, True, 1.0
    while at < len(lexemes):
        word = lexemes[at].low
        if word in UNITS and (not begun or (step == 10 and 0 < UNITS[word] < 10) or step == 100):
            current, step = current + UNITS[word], 1.0
        elif word in TENS and (not begun or step == 100):
            current, step = current + TENS[word], 10.0
        elif word == "hundred" and 0 < current < 100:
            current, step = current * 100, 100.0
        elif word == "dozen" and 0 < current < 100:
            return total + current * 12, at + 1
        elif word in SCALES and word != "hundred" and current and SCALES[word] < is_open_for:
            is_open_for = SCALES[word]
            total, current, step = total + current * is_open_for, 0.0, 100.0
        else:
            break
        begun, at = True, at + 1
        end = at
        joins = word_at(lexemes, at) == "and" and step == 100
        if (joins or past_hyphen(lexemes, at) > at) and _goes_on(word_at(lexemes, at + 1)):
            at += 1
    return total + current, end


def _goes_on(word: str) -> bool:
    return word in UNITS or word in TENS or word in SCALES


# ---------------------------------------------------------------- vague numbers and parts


def _read_vague(lexemes: Sequence[Lexeme], at: int) -> Number | None:
    """Such as "dozens", "tens of thousands", "several hundred", "a few dozen"."""
    word = lexemes[at].low
    first = at
    if word in ("several", "few") or (word == "a" and word_at(lexemes, at + 1) == "few"):
        at += 2 if word == "a" else 1
        after = word_at(lexemes, at)
        factor = 12.0 if after == "dozen" else SCALES.get(after)
        if factor is None:
            return None
        return Number(first, at + 1, None, 2 * factor, (100.0 if factor == 12 else 10 * factor), None, "vague")
    tens = 10.0 if word == "tens" else 1.0
    if word not in VAGUE and word != "tens":
        return None
    if word in ("tens", "hundreds", "dozens", "thousands") and word_at(lexemes, at + 1) == "of":
        after = word_at(lexemes, at + 2)
        if after in VAGUE and after != "scores":
            low = {"hundreds": 100.0, "dozens": 24.0, "thousands": 1e3}.get(word, tens)
            scale = VAGUE[after][0]
            return Number(first, at + 3, None, low * scale, low * scale * 10, None, "vague")
    if word == "tens" or (word == "scores" and word_at(lexemes, at + 1) not in ("of", "more", "were", "killed")):
        return None
    return Number(first, at + 1, None, *VAGUE[word], None, "vague")


def _read_part(lexemes: Sequence[Lexeme], at: int) -> Number | None:
    """Such as "two thirds", "a quarter of", "half of", "half the", "one in three", "nine out of 10"."""
    word = lexemes[at].low
    if word == "half":
        after = word_at(lexemes, at + 1)
        takes = after in ("of", "the", "its", "their", "his", "her", "our", "your", "my", "those", "that", "all")
        return _exact(at, at + 1, 0.5, 1, "fraction") if takes else None
    over = 1 if word in ("a", "an") else UNITS.get(word, 0)
    if not over:
        return None
    under_at = past_hyphen(lexemes, at + 1)
    under = word_at(lexemes, under_at)
    parts = PARTS.get(under) or PARTS.get(under.removesuffix("s"))
    if not parts or over >= parts or (under.endswith("s") != (over > 1)):
        return _read_chance(lexemes, at)
    if parts == 2 and word in ("a", "an"):
        return None
    after = word_at(lexemes, under_at + 1)
    if over == 1 and after not in (
        "of",
        "less",
        "more",
        "are",
        "were",
        "is",
        ",",
        ".",
        ";",
        "said",
        "billion",
        "million",
    ):
        return None
    number = _exact(at, under_at + 1, over / parts, 1, "fraction")
    if after in ("million", "billion", "trillion"):
        scaled = number.scaled(SCALES[after], under_at + 2)
        return replace(scaled, kind="words")
    return number


def _read_chance(lexemes: Sequence[Lexeme], at: int) -> Number | None:
    """Such as "one in three", "nine out of 10"."""
    over = UNITS.get(lexemes[at].low, 0)
    end = at + 1
    if word_at(lexemes, end) == "out" and word_at(lexemes, end + 1) == "of":
        end += 2
    elif word_at(lexemes, end) == "in":
        end += 2 if word_at(lexemes, end + 1) == "every" else 1
    else:
        return None
    under = word_at(lexemes, end)
    parts = UNITS.get(under, TENS.get(under, 0))
    if under.isascii() and under.isdecimal() and len(under) < 5:
        parts = int(under)
    if word_at(lexemes, end + 1) in SCALES:
        parts, end = int(max(1, parts) * SCALES[lexemes[end + 1].low]), end + 1
    is_year = 1000 < parts < 2100 and parts % 100
    return _exact(at, end + 1, over / parts, 1, "fraction") if parts > over and not is_year else None
