"""Quantities that are the ends of one range, and what one has from its neighbour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread.reading.figures_lexemes import Lexeme, is_hyphen
from crossread.reading.figures_number import SCALES, word_at
from crossread.reading.figures_quantity import Quantity, Stretch, bounded, is_money
from crossread.reading.figures_units import DOLLAR
from crossread.reading.figures_words import BREAKS, DOWN, UP
from crossread.units import convert

# A range in one figure is no wider than this; wider ones are two things said of one ("from $5 to $4 million").
WIDEST_RANGE = 1e6


def join_ranges(stretch: Stretch, found: list[Quantity]) -> list[Quantity]:
    """Two quantities that are the ends of one range, as one."""
    joined: list[Quantity] = []
    for quantity in found:
        if joined and (whole := _joined(stretch, joined[-1], quantity)):
            joined[-1] = whole
        else:
            joined.append(quantity)
    return joined


def _joined(stretch: Stretch, one: Quantity, other: Quantity) -> Quantity | None:
    """The range two neighbouring quantities make, or None."""
    lexemes = stretch.lexemes
    if one.upper or one.value is None or other.value is None:
        return None
    link = _link(stretch, one, other)
    if link is None or not _same_kind(lexemes, link, one, other):
        return None
    low = _spread(one, other, link)
    if not low < other.value or (low > 0 and other.value / low > WIDEST_RANGE):
        return None
    if link == "to" and _moves(lexemes, one):
        return None
    return Quantity(
        number=one.number,
        first=one.first,
        last=other.last,
        start=one.start,
        end=other.end,
        value=None,
        low=low,
        high=other.value,
        unit=one.unit if other.unit in (None, DOLLAR) and one.unit else other.unit,
        modifier="range",
        is_hyphened=other.is_hyphened,
        upper=other.number,
    )


def _link(stretch: Stretch, one: Quantity, other: Quantity) -> str | None:
    """What joins two quantities: "to", "-" or "and" behind "between"."""
    lexemes = stretch.lexemes
    between = [
        lexeme for lexeme in lexemes[one.last : other.first] if lexeme.start >= one.end and lexeme.end <= other.start
    ]
    words = [lexeme.low for lexeme in between]
    if len(words) == 1 and is_hyphen(between[0]):
        return "-" if between[0].text != "−" else None
    if words in (["to"], ["up", "to"], ["-", "to", "-"]):
        return "to"
    before = [word_at(lexemes, one.first - i) for i in (1, 2)]
    if words == ["and"] and "between" in before:
        return "and"
    return None


def _same_kind(lexemes: Sequence[Lexeme], link: str, one: Quantity, other: Quantity) -> bool:
    """Whether two ends may be of one range; "rose 5 % to 120" tells of two things."""
    if one.unit is None or one.unit == other.unit:
        return True
    if other.unit is None:
        return link != "to" or word_at(lexemes, one.first - 1) == "from"
    return other.unit == DOLLAR and is_money(one.unit)


def _spread(one: Quantity, other: Quantity, link: str) -> float:
    """The lower end, with the scale that only the upper one has: "10 to $15 billion", "four to five thousand"."""
    low = one.value or 0.0
    upper_scale = other.number.scale if other.number.kind == "digits" else _word_scale(other)
    mantissa = (other.value or 0.0) / upper_scale
    if one.number.scale == 1.0 and upper_scale > 1 and low < mantissa and low < 1000 and one.number.letter == "":
        return float(f"{low * upper_scale:.15g}")
    if link == "-" and low < 1000 and _ends_in_thousand(other) and low * 1000 < (other.value or 0.0):
        return low * 1000
    return low


def _ends_in_thousand(quantity: Quantity) -> bool:
    """Whether the number is written like "6,000", so that "5-6,000" is of thousands."""
    return quantity.number.kind == "digits" and (quantity.value or 0.0) % 1000 == 0 and quantity.number.scale == 1.0


def _word_scale(quantity: Quantity) -> float:
    """The scale a number in words ends with: 1000 of "five thousand"."""
    value = quantity.value or 0.0
    for scale in sorted(set(SCALES.values()), reverse=True):
        if quantity.number.last - quantity.number.first > 1 and value >= scale and value % scale == 0:
            return scale
    return 1.0


def _moves(lexemes: Sequence[Lexeme], one: Quantity) -> bool:
    """'Rose from 5 to 10' tells two values of one thing, then and now; 'from 5 to 10 people' is a range."""
    at = one.first - 1
    if word_at(lexemes, at) != "from":
        return False
    return any(
        word_at(lexemes, at - back) in UP | DOWN | {"went", "going", "goes", "go", "moved"} for back in range(1, 5)
    )


def with_neighbours(stretch: Stretch, quantities: list[Quantity]) -> list[Quantity]:
    """Units and bounds that one quantity has from another: "eight or nine euros", "more than 100 km (60 miles)"."""
    found = list(quantities)
    for at in range(len(found) - 1):
        one, other = found[at], found[at + 1]
        words = [lexeme.low for lexeme in stretch.lexemes[one.last : other.first]]
        if words == ["or"] and one.is_bare and not other.is_bare and one.number.kind != "fraction":
            found[at] = replace(one, unit=other.unit)
        if words == ["to"] and one.is_bare and other.unit and (one.value or 0) > (other.value or 0):
            # "52 to 48 percent".
            found[at] = replace(one, unit=other.unit)
        if words[-1:] == ["to"] and len(words) < 6 and other.is_bare and _is_start(stretch.lexemes, one):
            # "From 21 percent last year to 23."
            behind = other.last < len(stretch.lexemes) and stretch.lexemes[other.last].is_word
            if not behind or word_at(stretch.lexemes, other.last) in BREAKS:
                found[at + 1] = replace(other, unit=one.unit)
        if (
            words in (["("], ["/"])
            and other.modifier == "exact"
            and one.value is not None
            and _is_converted(one, other)
        ):
            found[at + 1] = bounded(other, one.modifier)
    return found


def _is_start(lexemes: Sequence[Lexeme], one: Quantity) -> bool:
    """Whether a quantity with a unit is what something moved from."""
    return not one.is_bare and word_at(lexemes, one.first - 1) == "from"


def _is_converted(one: Quantity, other: Quantity) -> bool:
    """Whether the second may be the first in another unit."""
    if one.unit is None or other.unit is None:
        return False
    return (is_money(one.unit) and is_money(other.unit)) or convert(1.0, one.unit, other.unit) is not None
