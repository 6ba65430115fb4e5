"""Whether two figures for one thing agree, exactly as the contract's paragraph on agreement has it.

Only figures that were already brought together are asked about: nothing here looks at what was measured.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import inf
from typing import Literal

from crossread.records import Figure, Modifier
from crossread.units import convert

Agreement = Literal["agrees", "differs", "incomparable"]

# One figure is the other rounded only where they differ by no more than this share of the larger (the contract's 7 %).
MOST_ROUNDED_AWAY = 0.07
# An open bound agrees with a value this share of the bound beyond it (the contract's quarter).
BEYOND_BOUND = 0.25
# Two floats this close, as a share, are the same number written twice.
SAME_NUMBER = 1e-9
# What counts things without saying which stands beside any count.
COUNTS = frozenset({"count", "people"})
# A number from here on without a unit may be money whose currency an account leaves out.
LEAST_UNNAMED = 1e6
OPEN_ABOVE: frozenset[Modifier] = frozenset({"more_than", "at_least"})
OPEN_BELOW: frozenset[Modifier] = frozenset({"less_than", "at_most"})


@dataclass(frozen=True, slots=True)
class Extent:
    """What a figure allows, in one unit; `value` is None for a range, which then has both ends."""

    value: float | None
    low: float
    high: float
    digits: int
    is_open: bool


def compare_figures(one: Figure, other: Figure) -> Agreement:
    """Whether two figures for one thing agree. Symmetric; a figure that has a number agrees with itself.

    Figures in units that cannot be converted into one another are incomparable, and so is one without a number.
    """
    there = _agree_in(one, other, other.unit)
    back = _agree_in(other, one, one.unit)
    if there is None or back is None:
        return "agrees" if _is_money_unnamed(one, other) else "incomparable"
    return "agrees" if there or back else "differs"


def leaves_room(one: Figure, other: Figure) -> bool:
    """Whether both can hold though they differ: 'more than 400' beside 527. Symmetric."""
    first, second = _extent(one, other.unit), _extent(other, other.unit)
    if first is None or second is None:
        return False
    low, high = _reach(one, first), _reach(other, second)
    return max(low[0], high[0]) <= min(low[1], high[1])


def _reach(figure: Figure, extent: Extent) -> tuple[float, float]:
    """All that the words of a figure allow: an open bound has no end."""
    if figure.modifier in OPEN_ABOVE:
        return extent.low, inf
    if figure.modifier in OPEN_BELOW:
        return -inf, extent.high
    return extent.low, extent.high


def _is_money_unnamed(one: Figure, other: Figure) -> bool:
    """'A loan of 1.5 billion' agrees with '$1.5 billion', its currency left out; if they differ nothing is known."""
    bare, money = (one, other) if one.unit == "count" else (other, one)
    if bare.unit != "count" or not (len(money.unit) == 3 and money.unit.isupper()) or (bare.value or 0) < LEAST_UNNAMED:
        return False
    named = replace(bare, unit=money.unit)
    return bool(_agree_in(named, money, money.unit) or _agree_in(money, named, money.unit))


def _agree_in(one: Figure, other: Figure, unit: str) -> bool | None:
    """Whether they agree once `one` is given in the unit of the other; None where it cannot be."""
    first, second = _extent(one, unit), _extent(other, unit)
    if first is None or second is None:
        return None
    if first.value is not None and second.value is not None and first.is_open == second.is_open:
        return is_rounded(first.value, second.value, second.digits)
    if first.low <= second.high and second.low <= first.high:
        return True
    # 'At least 100 km' and '62 miles': whoever converted rounded as well, so an end is met by its rounded self.
    return one.unit != other.unit and any(
        is_rounded(a, b, second.digits) for a in _edges(first) for b in _edges(second)
    )


def _edges(extent: Extent) -> tuple[float, ...]:
    """The numbers that were written."""
    return (extent.low, extent.high) if extent.value is None else (extent.value,)


def _extent(figure: Figure, unit: str) -> Extent | None:
    """What a figure allows, in a unit; None where it has no number or cannot be converted."""
    low = figure.low if figure.low is not None else figure.value
    high = figure.high if figure.high is not None else figure.value
    if low is None or high is None:
        return None
    ends = [_in_unit(number, figure.unit, unit) for number in (low, high)]
    value = None if figure.value is None else _in_unit(figure.value, figure.unit, unit)
    if ends[0] is None or ends[1] is None:
        return None
    first, last = min(ends[0], ends[1]), max(ends[0], ends[1])
    reach = BEYOND_BOUND * abs(value or 0.0)
    if figure.modifier in OPEN_ABOVE:
        last += reach
    elif figure.modifier in OPEN_BELOW:
        first -= reach
    digits = figure.digits or significant_digits(value if value is not None else last)
    return Extent(value, first, last, digits, figure.modifier in OPEN_ABOVE | OPEN_BELOW)


def _in_unit(number: float, unit: str, to: str) -> float | None:
    """A number in another unit; a bare count may be of people."""
    return number if {unit, to} <= COUNTS else convert(number, unit, to)


def is_rounded(exact: float, rounded: float, digits: int) -> bool:
    """Whether rounding `exact` to the digits of `rounded` gives it, and little is rounded away.

    >>> is_rounded(10.12, 10.1, 3), is_rounded(14.0, 10.0, 1), is_rounded(80.1, 80.2, 3)
    (True, False, False)
    """
    gap = abs(exact - rounded)
    largest = max(abs(exact), abs(rounded))
    if gap <= SAME_NUMBER * largest:
        return True
    half_unit = 0.5 * 10.0 ** (_magnitude(rounded) - digits + 1)
    return gap <= MOST_ROUNDED_AWAY * largest and gap <= half_unit * (1 + SAME_NUMBER)


def significant_digits(number: float) -> int:
    """How many significant digits a number needs, noughts at its end aside.

    >>> significant_digits(10000), significant_digits(80.1), significant_digits(0)
    (1, 3, 1)
    """
    mantissa = f"{number:.14e}".split("e")[0].lstrip("-").replace(".", "")
    return max(1, len(mantissa.rstrip("0")))


def _magnitude(number: float) -> int:
    """The power of ten of the first significant digit; 0 for nought."""
    return int(f"{number:.14e}".split("e")[1]) if number else 0
