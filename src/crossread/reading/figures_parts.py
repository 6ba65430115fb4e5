"""Numbers that are vague or parts of a whole: "dozens", "tens of thousands", "two thirds", "one in three"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread.reading.figures_lexemes import Lexeme
from crossread.reading.figures_number import (
    PARTS,
    SCALES,
    TENS,
    UNITS,
    VAGUE,
    Number,
    exact_number,
    past_hyphen,
    word_at,
)

# Behind "half" these lead on to a whole.
BEHIND_HALF = frozenset(
    ["of", "the", "its", "their", "his", "her", "our", "your", "my", "those", "that", "all", "a", "an"]
)


def read_vague(lexemes: Sequence[Lexeme], at: int) -> Number | None:
    """Such as "dozens", "tens of thousands", "several hundred", "a few dozen"."""
    word = lexemes[at].low
    first = at
    if word in ("several", "few", "couple") or (word == "a" and word_at(lexemes, at + 1) in ("few", "couple")):
        at += 2 if word == "a" else 1
        at += word_at(lexemes, at) == "of"
        after = word_at(lexemes, at)
        factor = 12.0 if after == "dozen" else SCALES.get(after)
        if factor is None:
            return None
        few = Number(first, at + 1, None, 2 * factor, (100.0 if factor == 12 else 10 * factor), None, "vague")
        more = SCALES.get(word_at(lexemes, at + 1), 0.0)
        # "Several hundred million".
        return few.scaled(more, at + 2) if more > factor else few
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


def read_part(lexemes: Sequence[Lexeme], at: int) -> Number | None:
    """Such as "two thirds", "a quarter of", "half of", "half the", "one in three", "nine out of 10"."""
    word = lexemes[at].low
    if word == "half":
        after, beyond = word_at(lexemes, at + 1), word_at(lexemes, at + 2)
        is_sum = after in ("a", "an") and (beyond in SCALES or beyond == "dozen")
        return exact_number(at, at + 1, 0.5, 1, "fraction") if after in BEHIND_HALF and not is_sum else None
    over = 1 if word in ("a", "an") else UNITS.get(word, 0)
    if not over:
        return None
    under_at = past_hyphen(lexemes, at + 1)
    under = word_at(lexemes, under_at)
    parts = PARTS.get(under) or PARTS.get(under.removesuffix("s"))
    if not parts or over >= parts or (under.endswith("s") != (over > 1)):
        return read_chance(lexemes, at)
    if parts == 2 and word in ("a", "an"):
        return None
    after = word_at(lexemes, under_at + 1)
    if over == 1 and after not in (
        "of",
        "the",
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
    number = exact_number(at, under_at + 1, over / parts, 1, "fraction")
    if [after, word_at(lexemes, under_at + 2)] == ["of", "a"] and word_at(lexemes, under_at + 3) in SCALES:
        # "A quarter of a million".
        return replace(number.scaled(SCALES[word_at(lexemes, under_at + 3)], under_at + 4), kind="words")
    if after in ("million", "billion", "trillion"):
        scaled = number.scaled(SCALES[after], under_at + 2)
        return replace(scaled, kind="words")
    return number


def read_chance(lexemes: Sequence[Lexeme], at: int) -> Number | None:
    """Such as "one in three", "nine out of 10", "1 in 5"."""
    word = lexemes[at].low
    over = int(word) if lexemes[at].is_number and word.isdecimal() and len(word) < 3 else UNITS.get(word, 0)
    end = at + 1
    if word_at(lexemes, end) == "out" and word_at(lexemes, end + 1) == "of":
        end += 2
    elif word_at(lexemes, end) == "in" and (over == 1 or not lexemes[at].is_number):
        end += 2 if word_at(lexemes, end + 1) == "every" else 1
    else:
        return None
    under = word_at(lexemes, end)
    parts = UNITS.get(under, TENS.get(under, 0))
    plain = under.replace(",", "")
    if plain.isascii() and plain.isdecimal() and len(plain) < 10:
        parts = int(plain)
    if word_at(lexemes, end + 1) in SCALES:
        parts, end = int(max(1, parts) * SCALES[lexemes[end + 1].low]), end + 1
    is_year = 1000 < parts < 2100 and parts % 100 and "," not in under
    return exact_number(at, end + 1, over / parts, 1, "fraction") if parts > over and not is_year else None
