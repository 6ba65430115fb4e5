"""Numbers in digits and words: their value, their significant digits, and what is vague about them.

A small grammar of our own: "1.5 billion", "143m", "half a million", "a dozen"; what is vague and what is a fraction
stands in `figures_parts`. Nothing here knows units; nothing raises, whatever the digits.
"""

from __future__ import annotations

from collections.abc import Sequence

from crossread.reading.figures_lexemes import Lexeme, is_hyphen
from crossread.reading.figures_number import (
    DENOMINATORS,
    GLYPHS,
    LETTERS,
    MOST_DIGITS,
    SCALES,
    SHORT_SCALES,
    TENS,
    UNITS,
    VAGUE,
    Number,
    exact_number,
    past_hyphen,
    word_at,
)
from crossread.reading.figures_parts import read_chance, read_part, read_vague

# Every word a number may begin with.
STARTS = frozenset({"a", "an", "half", "tens", "several", "few", "couple", *UNITS, *TENS, *SCALES, *VAGUE})


def read_number(lexemes: Sequence[Lexeme], at: int) -> Number | None:
    """The longest number that begins with a lexeme, or None."""
    lexeme = lexemes[at]
    if lexeme.is_opaque:
        return None
    if lexeme.is_number:
        return read_chance(lexemes, at) or _read_digits(lexemes, at)
    if lexeme.text in GLYPHS:
        return exact_number(at, at + 1, GLYPHS[lexeme.text], 2, "fraction")
    if lexeme.low not in STARTS:
        return None
    return read_vague(lexemes, at) or read_part(lexemes, at) or _read_words(lexemes, at)


# ---------------------------------------------------------------- digits


def _read_digits(lexemes: Sequence[Lexeme], at: int) -> Number | None:
    plain = _plain(lexemes[at].text)
    if plain is None:
        return None
    number = exact_number(at, at + 1, float(plain), written_digits(plain), "digits")
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
        return exact_number(number.first, at + 1, value + GLYPHS[lexemes[at].text], (number.digits or 1) + 1, "digits")
    if _is_ratio(lexemes, number.first):
        divided = float(_plain(lexemes[number.first].text) or 1) / float(lexemes[number.first + 2].text)
        return exact_number(number.first, number.first + 3, divided, 2, "fraction")
    if _is_ratio(lexemes, at) and not lexemes[at].is_glued:
        divided = float(lexemes[at].text) / float(lexemes[at + 2].text)
        return exact_number(number.first, at + 3, value + divided, (number.digits or 1) + 1, "digits")
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
        return exact_number(number.first, end, number.value + 0.5, (number.digits or 1) + 1, number.kind)
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
    number = exact_number(first, end, total, written_digits(f"{int(total)}"), "words")
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
    return exact_number(first, at + 1, factor / 2, 1, "words") if factor else None


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
