"""Days that have names."""

from datetime import date

import pytest

from crossread.reading.timex_holidays import HOLIDAYS, day_in, open_value, rule_of


@pytest.mark.parametrize(
    ("words", "year", "day"),
    [
        ("Christmas Eve", 2020, "2020-12-24"),
        ("Thanksgiving Day", 2021, "2021-11-25"),
        ("Memorial Day", 2021, "2021-05-31"),
        ("Election Day", 2020, "2020-11-03"),
        ("Good Friday", 2021, "2021-04-02"),
        ("Easter", 2000, "2000-04-23"),
        ("Easter Monday", 1954, "1954-04-19"),
        ("New Year ' s Eve", 1999, "1999-12-31"),
    ],
)
def test_named_days(words: str, year: int, day: str) -> None:
    """Fixed days, the nth weekday of a month, and days counted from Easter."""
    rule = rule_of(tuple(words.split()))
    assert rule is not None
    assert day_in(rule, year).isoformat() == day


def test_what_names_no_day() -> None:
    """Other words have no rule."""
    assert rule_of(("New", "York", "Day")) is None


def test_every_rule_gives_a_day_in_every_year() -> None:
    """Whatever the year, every named day is in it, and its open value is as coarse as what is known."""
    for rule in HOLIDAYS.values():
        assert {day_in(rule, year).year for year in range(1900, 2101)} == set(range(1900, 2101))
        assert open_value(rule).startswith("XXXX")
    assert day_in("easter+0", 2024) == date(2024, 3, 31)
