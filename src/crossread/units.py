"""Units and what it takes to convert them: one table, by which reading names figures and weighing compares them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit by its one name; `base = value * factor + offset` in its dimension, None where it converts to nothing.

    `symbols` are written as they stand, `words` in lower case and singular.
    """

    name: str
    dimension: str | None
    factor: float = 1.0
    offset: float = 0.0
    symbols: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@cache
def load_units() -> dict[str, Unit]:
    """Every unit of `data/units.tsv` by its name, in the order of the table."""
    text = (files("crossread") / "data" / "units.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {row[0]: _unit(row) for row in rows}


def _unit(row: list[str]) -> Unit:
    name, dimension, factor, offset, symbols, words = row
    return Unit(
        name=name,
        dimension=None if dimension == "-" else dimension,
        factor=float(factor),
        offset=float(offset or 0),
        symbols=tuple(filter(None, symbols.split("|"))),
        words=tuple(filter(None, words.split("|"))),
    )


def convert(value: float, unit: str, to: str) -> float | None:
    """A value in another unit, or None where the two measure different things.

    >>> convert(1, "mile", "km")
    1.609344
    >>> round(convert(68, "°F", "°C"), 6)
    20.0
    >>> convert(1, "USD", "EUR") is None
    True
    """
    if unit == to:
        return value
    units = load_units()
    one, other = units.get(unit), units.get(to)
    if one is None or other is None or one.dimension is None or one.dimension != other.dimension:
        return None
    return (value * one.factor + one.offset - other.offset) / other.factor
