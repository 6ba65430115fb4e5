"""What days and times of day are worth: 'Friday', 'August 9', 'last night', '10 p.m. on Sunday', 'Christmas'."""

from __future__ import annotations

import re
from dataclasses import replace

from crossread.reading.timex_draft import Base, Draft, base_of, edge_of, full_year, step_of, write_step, year_of
from crossread.reading.timex_grammar import Found
from crossread.reading.timex_holidays import day_in, open_value, rule_of
from crossread.reading.timex_words import LEXICON
from crossread.records import TimexType

_DAY = "XXXX-XX-XX"
# Before these the eleventh of September is that of 2001.
ATTACKS = frozenset(["attack", "attacks", "hijackings", "hijackers", "bombings", "terrorist", "terror"])
_LATE_PARTS = frozenset(["AF", "EV", "NI"])


def moment(found: Found) -> list[Draft]:
    """A day, a part of a day or a time of day."""
    clock = _time_of_day(found)
    if clock is None:
        return []
    draft = _day(found) if found.has("day") else _day_of_part(found)
    if draft is None:
        return []
    # A time of day needs its day: 'Easter Monday night' of an unknown year has none.
    day = draft.value.partition("T")[0] if clock else draft.value
    value = day + clock if len(day) == 10 or day.startswith("XXXX-W") else day
    kind: TimexType = "TIME" if "T" in value else "DATE"
    return [replace(draft, first=found.first, end=found.end, type=kind, value=value, mod=edge_of(found))]


def _time_of_day(found: Found) -> str | None:
    """'T12:10', 'TMO' or nothing; None for what is no time of day."""
    part = found.value("part", "daypart") or found.value("part2", "daypart")
    if not found.has("clock"):
        return "" if part is None else "T" + part
    words = found.texts("clock")
    if point := found.value("clock", "point"):
        return "T" + point
    hour, minute = _hour_and_minute(words[0])
    half = words[-1][0].lower() if len(words) > 1 and words[-1][0] in "aApP" else ""
    if (half == "p" or (not half and part in _LATE_PARTS)) and hour < 12:
        hour += 12
    elif half == "a" and hour == 12:
        hour = 0
    return f"T{hour:02}:{minute:02}" if hour <= 24 and minute < 60 else None


def several_times(found: Found) -> list[Draft]:
    """'between 7 and 9 p.m.', '1:30-4:00 p.m. on Friday': two times of one half of the day."""
    day = _day(found) if found.has("day") else _day_of_part(found)
    late = found.texts("b")[-1][0] in "pP"
    drafts = []
    for label in ("a", "b"):
        hour, minute = _hour_and_minute(found.texts(label)[0])
        hour = hour % 12 + 12 * late if hour <= 12 else hour
        first, end = found.groups[label]
        if day is None or hour > 24 or minute > 59 or (len(day.value) != 10 and "-W" not in day.value):
            return []
        drafts.append(replace(day, first=first, end=end, type="TIME", value=f"{day.value}T{hour:02}:{minute:02}"))
    # What is told behind the second belongs to it.
    return [drafts[0], replace(drafts[1], end=found.end)]


def _hour_and_minute(word: str) -> tuple[int, int]:
    """The numbers of '5', 'five', '12:10', '12.10' or '0900'."""
    if not word[0].isdigit():
        return int(LEXICON.value("number", word) or 99), 0
    hour, _, minute = word.replace(".", ":").partition(":")
    if not minute and len(hour) > 2:
        return int(hour[:-2]), int(hour[-2:])
    return int(hour), int(minute[:2] or 0)


def _day_of_part(found: Found) -> Draft:
    """The day of 'last night', 'this morning', 'that evening' or of a time of day alone."""
    words = [word.lower() for word in found.texts("rel")]
    base: Base = "published" if words and words[0] in ("last", "this") else "narrated"
    return Draft(found.first, found.end, "TIME", _DAY, write_step(step_of(words), "D"), base)


def _day(found: Found) -> Draft | None:
    """The day that the group 'day' names; None where it names none after all."""
    words = found.texts("day")
    first, end = found.groups["day"]
    if draft := _holiday(found, "day"):
        return draft
    month, weekday = found.value("day", "month"), found.value("day", "weekday", "short_weekday")
    if relative := found.value("day", "today"):
        return Draft(first, end, "DATE", _DAY + relative.lstrip("-01"), relative.partition("T")[0] + "D")
    if month is None and any(word[0].isdigit() for word in words):
        return Draft(first, end, "DATE", _numeric_date(words, day_first=found.words.day_first))
    if month is None:
        return _weekday(found, int(weekday)) if weekday else None
    number = next((int(word) for word in words if word[0].isdigit() and len(word) < 4), 0)
    day = f"{int(month):02}-{number or int(found.value('day', 'ordinal') or 0):02}"
    year = year_of(words) or ("2001" if day == "09-11" and found.word_at(end) in ATTACKS else None)
    if year:
        return Draft(first, end, "DATE", f"{year}-{day}")
    if (step := step_of([words[0]])) and not weekday:
        return Draft(first, end, "DATE", f"XXXX-{day}", "<<" if step < 0 else ">>")
    return Draft(first, end, "DATE", f"XXXX-{day}", "~", by_tense=True, weekday=int(weekday) if weekday else None)


def _weekday(found: Found, weekday: int) -> Draft:
    """'Friday', 'last Friday', 'this coming Friday', 'that Friday'."""
    first, end = found.groups["day"]
    words = [word.lower() for word in found.texts("day")[:-1]]
    value, step = f"XXXX-WXX-{weekday}", step_of(words)
    if step:
        return Draft(first, end, "DATE", value, "<<" if step < 0 else ">>", base_of(words))
    if "that" in words or "same" in words:
        return Draft(first, end, "DATE", value, "<", "narrated")
    return Draft(first, end, "DATE", value, ">" if words else "<+", by_tense=not words)


def _numeric_date(words: tuple[str, ...], *, day_first: bool) -> str:
    """An ISO date from '2020-08-09', '9.8.2020', '8/9/2020'."""
    text = "".join(word for word in words if not word[0].isalpha())
    numbers = [int(number) for number in re.findall(r"\d+", text)]
    if len(numbers) != 3:
        return ""
    if numbers[0] > 31:
        year, month, day = numbers
    elif "/" in text and not day_first:
        month, day, year = numbers
    else:
        day, month, year = numbers
    if month > 12:
        month, day = day, month
    return f"{full_year(year):04}-{month:02}-{day:02}"


def several_days(found: Found) -> list[Draft]:
    """'August 4-9', '9 and 11 August 2020': two days that share a month."""
    month = int(found.value("month", "month") or 1)
    year = year_of(found.texts("year"))
    drafts = []
    for label in ("a", "b"):
        first, end = found.groups[label]
        day = int(found.value(label, "ordinal") or found.texts(label)[0])
        value = f"{year or 'XXXX'}-{month:02}-{day:02}"
        drafts.append(Draft(first, end, "DATE", value, None if year else "~", by_tense=not year))
    # The month and the year go with the day that they stand beside.
    return [replace(drafts[0], first=found.first), replace(drafts[1], end=found.end)]


def day_of_year(found: Found) -> list[Draft]:
    """'June 12 last year', '4 March of that year'."""
    draft, words = _day(found), found.texts("rel")
    if draft is None:
        return []
    draft = replace(draft, first=found.first, end=found.end, by_tense=False)
    if draft.relative is None:
        return [draft]
    return [replace(draft, relative=write_step(step_of(words), "Y"), base=base_of(words))]


def weekday_of_week(found: Found) -> list[Draft]:
    """'Tuesday of last week'."""
    step = step_of([found.texts("rel")[0]])
    return [
        Draft(found.first, found.end, "DATE", f"XXXX-WXX-{found.value('day', 'weekday')}", write_step(step, "W")),
    ]


def week_of(found: Found) -> list[Draft]:
    """'the week of March 6': the day stands for its week."""
    draft = _day(found)
    return [replace(draft, first=found.first, end=found.end, as_week=True)] if draft else []


def holiday(found: Found) -> list[Draft]:
    """'last Thanksgiving', 'New Year's Eve 2017', 'Christmas last year'."""
    draft, words = _holiday(found, "name"), found.texts("year")
    name = draft.holiday if draft else None
    if draft is None or name is None:
        return []
    draft = replace(draft, first=found.first, end=found.end, by_tense=False)
    if year := year_of(words):
        return [replace(draft, value=day_in(name, int(year)).isoformat(), relative=None)]
    if words:
        return [replace(draft, relative=write_step(step_of(words), "Y"), base=base_of(words))]
    return [replace(draft, relative={-1: "<<", 0: "~", 1: ">>"}[step_of(found.texts("rel"))])]


def _holiday(found: Found, label: str) -> Draft | None:
    """The day with a name in a group; None where no such day is known."""
    rule = rule_of(found.texts(label))
    if rule is None:
        return None
    return Draft(*found.groups[label], "DATE", open_value(rule), "~", by_tense=True, holiday=rule)
