"""What a TIMEX3 value means on the calendar: its first and last day, which value holds which, which comes first.

Reading writes values, linking resolves those of undated accounts, weighing compares them and presenting sorts them; so
the one reading of a value lies below them all. Years run on evenly before the first (`BC0044`), for which Python's own
dates have no place: days are counted by the proleptic Gregorian calendar (algorithm of Howard Hinnant,
"chrono-compatible low-level date algorithms", 2013).

A value that hangs on an unknown date carries its step beside it (`Timex.relative`): '-1D' is the day before the
anchor, '+2M' the month two on, '<' the latest fitting date up to the anchor, '<+' up to the day after it (accounts are
dated a day too early more often than they call a day of the week before by its name), '<<' the latest wholly before it,
'>' and '>>' the other way, '~' the nearest. `resolve` takes the step once the anchor is known.

>>> days_of("2016-W44")
(datetime.date(2016, 10, 31), datetime.date(2016, 11, 6))
>>> covers("2020-08", "2020-08-09"), covers("2020-08-09", "2020-08")
(True, False)
>>> resolve("XXXX-WXX-4", "<", date(2020, 11, 28))
'2020-11-26'
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

REFERENCES = frozenset({"PAST_REF", "PRESENT_REF", "FUTURE_REF"})
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
DAY_PARTS = {
    "MO": (0, 720),
    "MI": (720, 780),
    "AF": (720, 1080),
    "EV": (1080, 1440),
    "NI": (1080, 1440),
    "DT": (360, 1080),
}
DAY = 1440

# Three digits are a decade, two a century: '198', '19'.
_YEAR = r"(?P<year>BC\d{2,4}|\d{4}|\d{3}X?|\d\d(?:XX)?|XXXX)"
_DATE = (
    _YEAR + r"(?:-(?P<month>0[1-9]|1[0-2]|XX)(?:-(?P<day>0[1-9]|[12]\d|3[01]|XX))?"
    r"|-W(?P<week>0[1-9]|[1-4]\d|5[0-3]|XX)(?:-(?P<weekday>[1-7]|WE))?"
    r"|-(?P<part>Q[1-4X]|H[12X]|SP|SU|FA|WI))?"
)
_TIME = (
    r"(?:T(?:(?P<hour>[01]\d|2[0-4])(?::(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?)?(?P<zone>Z|[+\-]\d\d(?::?\d\d)?)?"
    r"|(?P<daypart>MO|MI|AF|EV|NI|DT)))?"
)
MOMENT = re.compile(_DATE + _TIME)
_AMOUNT = r"(?:\d+(?:\.\d+)?|X)"
LENGTH = re.compile(rf"P(?=.)(?:{_AMOUNT}(?:CE|DE|Y|Q|M|W|D))*(?:T(?:{_AMOUNT}[HMS])+)?")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A half-open stretch of time in minutes, counted from the first day of the year 0."""

    first: int
    end: int


def is_value(value: str) -> bool:
    """Whether this is a TIMEX3 value as Crossread writes them: a date, a time, a length, or a reference."""
    return value in REFERENCES or bool(MOMENT.fullmatch(value)) or bool(LENGTH.fullmatch(value))


def is_open(value: str) -> bool:
    """Whether the year or the day of a date is still unknown: `XXXX-09-14`, `XXXX-WXX-4`."""
    return value.startswith("XXXX")


def days_of(value: str) -> tuple[date, date] | None:
    """The first and the last day a value names, or None (a reference, a length, no year, before the year 1)."""
    stretch = stretch_of(value)
    if stretch is None or stretch.first < count_days(1, 1, 1) * DAY:
        return None
    return _date_of(stretch.first // DAY), _date_of((stretch.end - 1) // DAY)


def covers(coarse: str, fine: str) -> bool:
    """Whether the first value names the time of the second as coarsely or more so: 2020-08 covers 2020-08-09.

    A value without a year covers the same day of any year.
    """
    if coarse == fine:
        return True
    if is_open(coarse) and not is_open(fine):
        coarse = fine[:4] + coarse[4:] if re.match(r"\d{4}", fine) else coarse
    outer, inner = stretch_of(coarse), stretch_of(fine)
    return outer is not None and inner is not None and outer.first <= inner.first and inner.end <= outer.end


def agree(a: str, b: str) -> bool:
    """Whether two values can name the same time: the same, or one coarser than the other."""
    return covers(a, b) or covers(b, a)


def sort_key(value: str) -> tuple[int, int, str]:
    """Sorts values by their first day, the coarser first; what has no place on the calendar comes last."""
    stretch = stretch_of(value)
    if stretch is None:
        return (1 << 40, 0, value)
    return (stretch.first, stretch.first - stretch.end, value)


@lru_cache(maxsize=4096)
def stretch_of(value: str) -> Stretch | None:
    """From when to when a value reaches, or None where it has no place on the calendar."""
    match = MOMENT.fullmatch(value)
    if not match or match["year"] == "XXXX" or "XX" in value[4:] or "X" in (match["part"] or ""):
        return None
    days = _days_named(match)
    return (
        _within_day(match, days[0]) if days and days[1] == days[0] + 1 else days and Stretch(*(d * DAY for d in days))
    )


def _days_named(match: re.Match[str]) -> tuple[int, int] | None:
    """The days of the date part, half-open, or None for a day that the calendar lacks."""
    first, years = _years(match["year"])
    if match["day"]:
        month, day = int(match["month"]), int(match["day"])
        if day > days_in_month(first, month):
            return None
        start = count_days(first, month, day)
        return start, start + 1
    if match["week"]:
        return _week(first, int(match["week"]), match["weekday"])
    month, months = _months(match)
    return count_days(first, month, 1), count_days(first if months else first + years, month + months, 1)


def _years(year: str) -> tuple[int, int]:
    """The first year and how many: '198' and '198X' are ten from 1980, 'BC03' a hundred up to 300 before our era."""
    digits = year.removeprefix("BC").rstrip("X")
    count = int(10 ** (4 - len(digits)))
    first = int(digits) * count
    return (2 - first - count, count) if year.startswith("BC") else (first, count)


def _months(match: re.Match[str]) -> tuple[int, int]:
    """The first month and how many; none where only a year is named."""
    part = match["part"]
    if match["month"]:
        return int(match["month"]), 1
    if not part:
        return 1, 0
    if part[0] == "Q":
        return 3 * int(part[1]) - 2, 3
    return (6 * int(part[1]) - 5, 6) if part[0] == "H" else (SEASONS[part], 3)


def _week(year: int, week: int, weekday: str | None) -> tuple[int, int]:
    """The days of an ISO week, of its weekend, or of one weekday of it."""
    fourth = count_days(year, 1, 4)
    monday = fourth - (fourth - _MONDAY) % 7 + 7 * (week - 1)
    if weekday == "WE":
        return monday + 5, monday + 7
    return (monday + int(weekday) - 1, monday + int(weekday)) if weekday else (monday, monday + 7)


def _within_day(match: re.Match[str], day: int) -> Stretch:
    """The minutes of the time part, or the whole day where there is none."""
    start = day * DAY
    if match["daypart"]:
        first, end = DAY_PARTS[match["daypart"]]
        return Stretch(start + first, start + end)
    if match["hour"]:
        first = start + 60 * int(match["hour"]) + int(match["minute"] or 0)
        return Stretch(first, first + (1 if match["minute"] else 60))
    return Stretch(start, start + DAY)


def count_days(year: int, month: int, day: int) -> int:
    """Days from the first of March of the year 0; months above 12 run on into later years."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    year -= month < 3
    return 365 * year + year // 4 - year // 100 + year // 400 + (153 * ((month + 9) % 12) + 2) // 5 + day - 1


_MONDAY = count_days(2024, 1, 1)
_OFFSET = date(2024, 1, 1).toordinal() - _MONDAY


def _date_of(days: int) -> date:
    return date.fromordinal(min(days + _OFFSET, date.max.toordinal()))


def days_in_month(year: int, month: int) -> int:
    """How many days a month has, in any year."""
    return count_days(year, month + 1, 1) - count_days(year, month, 1)


# Steps: what hangs on a date that is known later.

STEP = re.compile(r"(?P<sign>[+\-]?)(?P<number>\d{1,4})(?P<unit>CE|DE|[YQMWD])")


def resolve(value: str, relative: str | None, anchor: date) -> str:
    """The value once the anchor is known: the step taken, the blanks filled.

    What cannot be filled (outside the years 1 to 9999) stays as it was.

    >>> resolve("XXXX-XX-XXTNI", "-1D", date(2020, 3, 1)), resolve("XXXX-09", "-1Y", date(2020, 3, 1))
    ('2020-02-29TNI', '2019-09')
    >>> resolve("XXXX-12-31", "~", date(2020, 1, 5)), resolve("XXXX-SU", "<<", date(2020, 7, 5))
    ('2019-12-31', '2019-SU')
    """
    if relative is None or not is_open(value):
        return value
    try:
        step = STEP.fullmatch(relative)
        return _take(value, step, anchor) if step else _fill(value, relative, anchor)
    except (ValueError, OverflowError):
        return value


def _take(value: str, step: re.Match[str], anchor: date) -> str:
    """The unit the step leads to, with what the value says inside that unit."""
    number = int(step["sign"] + step["number"])
    unit = step["unit"]
    if unit == "D":
        return (anchor + timedelta(days=number)).isoformat() + value[10:]
    if unit == "W":
        year, week, _ = (anchor + timedelta(weeks=number)).isocalendar()
        return as_day(f"{year:04}-W{week:02}{value[8:]}")
    if unit in "MQ":
        months = anchor.year * 12 + anchor.month - 1 + number * (3 if unit == "Q" else 1)
        year, month = _checked(months // 12), months % 12 + 1
        return f"{year:04}-Q{(month + 2) // 3}" if unit == "Q" else f"{year:04}-{month:02}{value[7:]}"
    year = _checked(anchor.year + number * {"Y": 1, "DE": 10, "CE": 100}[unit])
    return f"{year:04}{value[4:]}" if unit == "Y" else f"{year // 10:03}" if unit == "DE" else f"{year // 100:02}"


def _checked(year: int) -> int:
    if not 1 <= year <= 9999:
        raise ValueError(f"no calendar reaches the year {year}")
    return year


def as_day(value: str) -> str:
    """A weekday of a week as a date: 2016-W45-4 is 2016-11-10; other values as they are."""
    match = re.fullmatch(r"(\d{4})-W(\d\d)-([1-7])(T.*)?", value)
    if not match:
        return value
    return date.fromisocalendar(int(match[1]), int(match[2]), int(match[3])).isoformat() + (match[4] or "")


def week_of(value: str) -> str:
    """The week a day lies in: 2000-W10 for 2000-03-06; other values as they are."""
    days = days_of(value)
    if days is None or days[0] != days[1]:
        return value
    year, week, _ = days[0].isocalendar()
    return f"{year:04}-W{week:02}"


def _fill(value: str, direction: str, anchor: date) -> str:
    """The fitting date nearest to the anchor in a direction."""
    here = count_days(anchor.year, anchor.month, anchor.day) * DAY
    chosen = value
    best: int | None = None
    for candidate in _candidates(value, anchor):
        stretch = stretch_of(candidate)
        distance = _distance(stretch, here, direction) if stretch else None
        if distance is not None and (best is None or distance < best):
            chosen, best = candidate, distance
    return chosen


def _candidates(value: str, anchor: date) -> list[str]:
    """The value in the weeks or years about the anchor."""
    if value.startswith("XXXX-WXX"):
        weeks = ((anchor + timedelta(weeks=n)).isocalendar()[:2] for n in (-1, 0, 1))
        return [as_day(f"{year:04}-W{week:02}{value[8:]}") for year, week in weeks]
    if value.startswith("XXXX-XX-") and value[8:10].isdigit():
        months = [anchor.year * 12 + anchor.month - 1 + n for n in (-1, 0, 1)]
        return [f"{m // 12:04}-{m % 12 + 1:02}{value[7:]}" for m in months]
    # A 29th of February may be four years off, or eight.
    reach = 8 if value.startswith("XXXX-02-29") else 1
    return [f"{anchor.year + n:04}{value[4:]}" for n in range(-reach, reach + 1) if 1 <= anchor.year + n <= 9999]


def _distance(stretch: Stretch, here: int, direction: str) -> int | None:
    """How far a stretch lies from the anchor's day, or None where the direction forbids it."""
    after = stretch.first // DAY * DAY - here
    before = here - stretch.end
    if direction == "~":
        return max(after, before, 0) + abs(stretch.first - here) // DAY // 10
    if direction == "<":
        return None if after > 0 else -after
    if direction == "<+":
        return None if after > DAY else abs(min(after, 0))
    if direction == "<<":
        return None if before < 0 else before
    if direction == ">":
        return None if before >= 0 else max(after, 0)
    return None if after < DAY else after
