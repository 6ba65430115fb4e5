"""Two figures for one thing agree, differ or cannot be compared."""

import math
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.records import Figure, Modifier
from crossread.weigh.agreement import compare_figures, is_rounded, significant_digits

MODIFIERS: tuple[Modifier, ...] = ("exact", "about", "more_than", "less_than", "at_least", "at_most")


def figure(value: float | None, unit: str = "count", modifier: Modifier = "exact", **more: Any) -> Figure:
    """A figure with the ends its modifier leaves it."""
    low = more.pop("low", None if modifier in ("less_than", "at_most") else value)
    high = more.pop("high", None if modifier in ("more_than", "at_least") else value)
    return Figure("f", "d", 0, 1, value, low, high, unit, modifier, **more)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (figure(80.1, "percent", digits=4), figure(80.1, "percent", digits=3), "agrees"),
        (figure(10.12, "percent", digits=4), figure(10.1, "percent", digits=3), "agrees"),
        (figure(10.16, "percent", digits=4), figure(10.1, "percent", digits=3), "differs"),
        (figure(14, digits=2), figure(10, digits=1), "differs"),
        (figure(104, digits=3), figure(100, digits=1), "agrees"),
        (figure(80, "percent", "more_than"), figure(80.1, "percent"), "agrees"),
        (figure(80, "percent", "more_than"), figure(79, "percent", digits=2), "differs"),
        (figure(2, "people", "at_least"), figure(6, "people"), "differs"),
        (figure(4, "people", "at_least"), figure(5, "people"), "agrees"),
        (figure(100, "people", "more_than"), figure(90, "people", "at_least"), "differs"),
        (figure(100, "people", "more_than"), figure(100, "people", "at_least"), "agrees"),
        (figure(32, "people", "at_most"), figure(30, "people"), "agrees"),
        (figure(32, "people", "at_most"), figure(20, "people"), "differs"),
        (figure(None, "count", "range", low=5, high=10), figure(7), "agrees"),
        (figure(None, "count", "range", low=5, high=10), figure(11, digits=2), "differs"),
        (
            figure(None, "count", "range", low=5, high=10),
            figure(None, "count", "range", low=10, high=20),
            "agrees",
        ),
        (figure(None, "count", "range", low=5, high=10), figure(9, "count", "more_than"), "agrees"),
        (figure(130, "mile", digits=2), figure(209, "km", digits=3), "agrees"),
        (figure(130, "mile", digits=2), figure(250, "km", digits=2), "differs"),
        (figure(25, "t", digits=2), figure(25000, "kg", digits=2), "agrees"),
        (figure(68, "°F", digits=2), figure(20, "°C", digits=1), "agrees"),
        (figure(13, "m", digits=2), figure(43, "foot", digits=2), "agrees"),
        (figure(100, "km", "at_least", digits=1), figure(62, "mile", digits=2), "agrees"),
        (figure(2 / 3, "fraction"), figure(67, "percent", digits=2), "agrees"),
        (figure(5, "people"), figure(5, "count"), "agrees"),
        (figure(5, "USD"), figure(5, "EUR"), "incomparable"),
        (figure(1.5e9, "count", digits=2), figure(1.5e9, "USD", digits=2), "agrees"),
        (figure(1.5e9, "count", digits=2), figure(1.27e9, "EUR", digits=3), "incomparable"),
        (figure(5, "count"), figure(5, "EUR"), "incomparable"),
        (figure(5, "percent"), figure(5, "percentage_point"), "incomparable"),
        (figure(None, "count", "range"), figure(5), "incomparable"),
    ],
)
def test_agreement_is_the_contracts(one: Figure, other: Figure, expected: str) -> None:
    """Rounding, bounds, ranges and conversion are weighed as the contract has it."""
    assert compare_figures(one, other) == expected


NUMBERS = st.floats(-1e12, 1e12, allow_nan=False, allow_subnormal=False) | st.integers(0, 5000).map(float)
UNITS = st.sampled_from(["count", "people", "percent", "fraction", "km", "mile", "°C", "°F", "USD", "kg", "t", "year"])


@st.composite
def figures(draw: st.DrawFn) -> Figure:
    """Any figure with a number."""
    unit, digits = draw(UNITS), draw(st.none() | st.integers(1, 8))
    if draw(st.booleans()):
        low, high = sorted((draw(NUMBERS), draw(NUMBERS)))
        return figure(None, unit, "range", low=low, high=high)
    return figure(draw(NUMBERS), unit, draw(st.sampled_from(MODIFIERS)), digits=digits)


@settings(deadline=None)
@given(figures(), figures())
def test_agreement_is_symmetric(one: Figure, other: Figure) -> None:
    """It does not matter which of two is asked about the other."""
    assert compare_figures(one, other) == compare_figures(other, one)


@settings(deadline=None)
@given(figures())
def test_a_figure_agrees_with_itself(one: Figure) -> None:
    """No figure contradicts itself."""
    assert compare_figures(one, one) == "agrees"


@settings(deadline=None)
@given(NUMBERS, st.integers(1, 6))
def test_a_rounded_number_is_rounded(number: float, digits: int) -> None:
    """What rounding gives is recognised, where little is rounded away."""
    rounded = float(f"{number:.{digits - 1}e}")
    near = math.isclose(number, rounded, rel_tol=0.069)
    assert is_rounded(number, rounded, digits) or not near
    assert significant_digits(rounded) <= digits
