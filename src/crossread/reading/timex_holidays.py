"""Days that have names: Christmas, Labor Day, Easter Monday; see `data/holidays.tsv`."""

from __future__ import annotations

import re
from datetime import date, timedelta
from importlib.resources import files

from crossread import calendar

_RULE = re.compile(r"(?P<month>\d\d)(?:-(?P<day>\d\d)|:(?P<which>-?\d):(?P<weekday>\d)(?::(?P<on>\d+))?)")


def _read() -> dict[str, str]:
    text = (files("crossread") / "data" / "holidays.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {row[0]: row[1] for row in rows}


HOLIDAYS = _read()


def rule_of(words: tuple[str, ...]) -> str | None:
    """The rule of the day that words name, or None."""
    name = " ".join(word.lower() for word in words if word not in "'’‘.").replace(" s ", "s ").removesuffix(" s")
    return HOLIDAYS.get(name) or HOLIDAYS.get(name + "s") or HOLIDAYS.get(name.removeprefix("saint ").join(("st ", "")))


def open_value(rule: str) -> str:
    """The value where the year is not known: the day where it is the same each year, else the month or nothing more."""
    match = _RULE.fullmatch(rule)
    if match is None:
        return "XXXX"
    return f"XXXX-{match['month']}-{match['day']}" if match["day"] else f"XXXX-{match['month']}"


def day_in(rule: str, year: int) -> date:
    """The day in a year.

    >>> day_in("11:4:4", 2017), day_in("easter-2", 2018)
    (datetime.date(2017, 11, 23), datetime.date(2018, 3, 30))
    """
    if rule.startswith("easter"):
        return easter(year) + timedelta(days=int(rule[6:]))
    match = _RULE.fullmatch(rule)
    if match is None:
        raise ValueError(f"{rule!r} is no rule for a day")
    month = int(match["month"])
    if match["day"]:
        return date(year, month, int(match["day"]))
    which, weekday = int(match["which"]), int(match["weekday"])
    first = date(year, month, 1) if which > 0 else date(year, month, calendar.days_in_month(year, month) - 6)
    found = first + timedelta(days=(weekday - first.isoweekday()) % 7, weeks=max(which - 1, 0))
    return found + timedelta(days=int(match["on"] or 0))


def easter(year: int) -> date:
    """Easter Sunday of the western churches, by the anonymous Gregorian computus (Meeus, Jones, Butcher)."""
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)
