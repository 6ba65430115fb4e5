"""TIMEX3 values and ISO dates as people write them."""

from __future__ import annotations

import re

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "AU": "autumn", "WI": "winter"}
PARTS = {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"}
DAY = re.compile(r"(\d{4}|XXXX)-(\d{2})-(\d{2})(?:T(.+))?")
CLOCK = re.compile(r"(\d{2}:\d{2})")


def say_date(value: str | None) -> str:
    """A date or TIMEX3 value in words, the value itself where there is no better way to say it.

    >>> [say_date(v) for v in ("2020-08-09", "2020-08-09T14:30:00", "2020-08", "2016-W44", "XXXX-09-14", "199")]
    ['9 August 2020', '9 August 2020, 14:30', 'August 2020', 'week 44 of 2016', '14 September', '1990s']
    """
    if not value:
        return "undated"
    if day := DAY.fullmatch(value):
        return _say_day(day, value)
    year, _, rest = value.partition("-")
    if re.fullmatch(r"\d{2}", rest) and 1 <= int(rest) <= len(MONTHS):
        return f"{MONTHS[int(rest) - 1]} {year}" if year.isdecimal() else MONTHS[int(rest) - 1]
    if re.fullmatch(r"W\d{2}", rest):
        return f"week {int(rest[1:])} of {year}"
    if re.fullmatch(r"W\d{2}-WE", rest):
        return f"weekend of week {int(rest[1:3])} of {year}"
    if rest in SEASONS:
        return f"{SEASONS[rest]} {year}"
    if re.fullmatch(r"Q[1-4]|H[12]", rest):
        return f"{rest} {year}"
    if re.fullmatch(r"\d{3}", value):
        return f"{value}0s"
    return value


def _say_day(day: re.Match[str], value: str) -> str:
    year, month, number, clock = day.groups()
    if not 1 <= int(month) <= len(MONTHS):
        return value
    said = f"{int(number)} {MONTHS[int(month) - 1]}{'' if year == 'XXXX' else f' {year}'}"
    if clock in PARTS:
        return f"{said}, {PARTS[clock]}"
    hour = CLOCK.match(clock or "")
    return f"{said}, {hour[1]}" if hour and hour[1] != "00:00" else said


def say_period(first: str | None, last: str | None) -> str:
    """From one date to another, what they share said once.

    >>> say_period("2020-08-28", "2020-08-30"), say_period("2020-08-28", None), say_period(None, None)
    ('28–30 August 2020', '28 August 2020', '')
    """
    ends = [say_date(date[:10]) for date in (first, last) if date]
    if len(ends) < 2 or ends[0] == ends[1]:
        return "".join(ends[:1])
    start, end = ends[0].split(" "), ends[1].split(" ")
    if len(start) == len(end) == 3 and start[1:] == end[1:]:
        return f"{start[0]}–{ends[1]}"
    if start[-1] == end[-1]:
        start.pop()
    return f"{' '.join(start)} – {ends[1]}"
