"""What evidence gives as a value, in words a reader takes in at a glance."""

from __future__ import annotations

from crossread.records import Figure

WORDS_BEFORE = {
    "about": "about ",
    "more_than": "more than ",
    "less_than": "less than ",
    "at_least": "at least ",
    "at_most": "at most ",
}
# Units that are written with an s behind more than one.
PLURAL = frozenset(
    {"mile", "foot", "knot", "barrel", "acre", "year", "day", "hour", "minute", "month", "week", "percentage_point"}
)


def value_words(figure: Figure) -> str:
    """A figure in words.

    >>> from crossread.records import Figure
    >>> value_words(Figure("f", "d", 0, 5, 80.1, 80.1, 80.1, "percent"))
    '80.1 percent'
    """
    unit = "" if figure.unit == "count" else f" {unit_words(figure.unit, figure.value)}"
    if figure.value is None:
        low, high = (amount(x) if x is not None else None for x in (figure.low, figure.high))
        return f"{low} to {high}{unit}" if low and high else f"{low or high}{unit}"
    return f"{WORDS_BEFORE.get(figure.modifier, '')}{amount(figure.value)}{unit}"


def amount(number: float) -> str:
    """A number as it is read: thousands parted, millions and billions in words.

    >>> amount(2748), amount(1500000000), amount(80.1)
    ('2,748', '1.5 billion', '80.1')
    """
    for size, word in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if abs(number) >= size:
            return f"{number / size:,.10g} {word}"
    return f"{number:,.10g}"


def unit_words(unit: str, value: float | None) -> str:
    """The unit as a word that follows the number."""
    if unit == "people" and value == 1:
        return "person"
    if unit == "foot" and value != 1:
        return "feet"
    plural = unit in PLURAL and value != 1
    return unit.replace("_", " ") + ("s" if plural else "")
