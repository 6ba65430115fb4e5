"""Whether two clauses that speak of one thing set it in the same time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Literal

from crossread.calendar import days_of
from crossread.records import Timex

# A clock time, with its day or without.
CLOCK = re.compile(r"T(\d\d:\d\d)")
LENGTH = re.compile(r"PT?\d+(?:\.\d+)?[YMWDHS]")
# What marks a moment among words.
MOMENT = "@"
# What is told of a day further back than this belongs to another affair.
LONG_BEFORE = 31

TimesRelation = Literal["agrees", "differs", "unknown"]
DATED = re.compile(r"\d{4}(?:-(?:W\d\d|\d\d(?:-\d\d)?))?")


def date_of(timex: Timex) -> str | None:
    """The date part of a resolved time (`2020-09-14T10:00` gives `2020-09-14`); None for lengths and open years."""
    if timex.type not in ("DATE", "TIME"):
        return None
    match = DATED.match(timex.value)
    return match.group() if match else None


def dates_of(times: Sequence[Timex]) -> frozenset[str]:
    """All dates of some times."""
    return frozenset(date for t in times if (date := date_of(t)))


def within(fine: str, coarse: str) -> bool:
    """Whether a date lies in a coarser one, weeks aside.

    >>> within("2020-09-14", "2020-09"), within("2020-09", "2020-10")
    (True, False)
    """
    return fine == coarse or fine.startswith(coarse + "-")


def days_apart(one: Sequence[Timex], other: Sequence[Timex]) -> int | None:
    """How many days lie between the nearest days of two clauses; None where one names no day."""
    if not one or not other:
        return None
    first, second = ([d for d in sorted(dates_of(times)) if len(d) == 10 and "W" not in d] for times in (one, other))
    try:
        gaps = [abs((date.fromisoformat(a) - date.fromisoformat(b)).days) for a in first for b in second]
    except ValueError:
        return None
    return min(gaps, default=None)


def times_relation(one: Sequence[Timex], other: Sequence[Timex]) -> TimesRelation:
    """Whether a date of one is, or lies in, a date of the other."""
    if not one or not other:
        return "unknown"
    first, second = dates_of(one), dates_of(other)
    if not first or not second:
        return "unknown"
    agree = any(within(a, b) or within(b, a) for a in first for b in second)
    return "agrees" if agree else "differs"


def is_long_before(times: Sequence[Timex], published: str | None) -> bool:
    """Whether all dates of a clause lie far before the day its account was published."""
    ends = [days[1].toordinal() for d in sorted(dates_of(times)) if (days := days_of(d))]
    day = days_of(published[:10]) if published else None
    return bool(ends and day) and day is not None and max(ends) < day[0].toordinal() - LONG_BEFORE


def moments_of(times: Sequence[Timex]) -> tuple[str, ...]:
    """The times of a clause as words that two accounts can share: days, months, years, hours of the day and lengths."""
    found: dict[str, None] = {}
    for timex in times:
        if date := date_of(timex):
            found[MOMENT + date] = None
        if clock := CLOCK.search(timex.value):
            found[MOMENT + clock.group(1)] = None
        if LENGTH.fullmatch(timex.value):
            found[MOMENT + timex.value] = None
    return tuple(found)
