"""Whether two dates for one thing agree, as the contract has it: a time agrees with a coarser naming of itself."""

from __future__ import annotations

import re
from datetime import date, timedelta

WEEK = re.compile(r"(\d{4})-W(\d\d)$")


def dates_agree(one: str, other: str) -> bool:
    """Whether two date values can both hold; a span with both ends ("a/b") agrees only with the same ends.

    >>> dates_agree("2020-08-09", "2020-08"), dates_agree("2020-08-09", "2020-08-04/2020-08-09")
    (True, False)
    >>> dates_agree("2016-W44", "2016-11-03"), dates_agree("2016-W44", "2016-11")
    (True, True)
    """
    if "/" in one or "/" in other:
        return one == other
    if one == other or one.startswith(other + "-") or other.startswith(one + "-"):
        return True
    if WEEK.match(one) or WEEK.match(other):
        return _overlap(one, other)
    return False


def _overlap(one: str, other: str) -> bool:
    """Whether a week and another date share a day."""
    first, second = _days(one), _days(other)
    return first is not None and second is not None and first[0] <= second[1] and second[0] <= first[1]


def _days(value: str) -> tuple[date, date] | None:
    """The first and last day a date value stands for."""
    try:
        if match := WEEK.match(value):
            start = date.fromisocalendar(int(match.group(1)), int(match.group(2)), 1)
            return start, start + timedelta(days=6)
        year, month, day = ([int(part) for part in value.split("-")] + [0, 0])[:3]
        if day:
            return date(year, month, day), date(year, month, day)
        if month:
            following = date(year + month // 12, month % 12 + 1, 1)
            return date(year, month, 1), following - timedelta(days=1)
        return date(year, 1, 1), date(year, 12, 31)
    except ValueError:
        return None
