"""What a time is worth: a TIMEX3 value as far as the words alone give it, and the step that leads to the rest.

One function for each rule of the grammar, of the same name. Nothing here knows the account's date; a draft says what its
value hangs on, and `timex_anchor` does the rest.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from crossread.reading.timex_grammar import Found
from crossread.reading.timex_holidays import day_in, open_value, rule_of
from crossread.reading.timex_words import LEXICON
from crossread.records.values import Tense, TimexType

# What a value hangs on: the account's date, or the date last told of.
Base = Literal["published", "narrated"]
UNIT_PATTERNS = {
    "Y": "XXXX",
    "M": "XXXX-XX",
    "W": "XXXX-WXX",
    "D": "XXXX-XX-XX",
    "Q": "XXXX-QX",
    "DE": "XXXX",
    "CE": "XXXX",
}
# Two-digit years from here on are of the twentieth century.
FIRST_OF_TWENTIETH = 30
HYPHENS = "-–‐‑"


@dataclass(frozen=True, slots=True)
class Draft:
    """A time before its anchor is known. Where `by_tense`, the verb of the clause tells the direction of the step."""

    first: int
    end: int
    type: TimexType
    value: str
    relative: str | None = None
    base: Base = "published"
    by_tense: bool = False
    mod: str | None = None
    # The day of the week that stands beside a date; whether the date stands for its week.
    weekday: int | None = None
    as_week: bool = False
    # The rule of a day with a name (see `timex_holidays`).
    holiday: str | None = None
    # What the verb of the clause tells; settled with the anchor.
    tense: Tense | None = None


def draft_times(found: Found) -> list[Draft]:
    """The times that words found by a rule tell of; none where they are no time after all."""
    return _READERS[found.rule](found)


# Days and times of day


def moment(found: Found) -> list[Draft]:
    """A day, a part of a day or a time of day."""
    clock = _time_of_day(found)
    if clock is None:
        return []
    mod = found.value("in", "in_it", "early")
    draft = _day(found, "day") if found.has("day") else _day_of_part(found)
    value = draft.value if "T" in draft.value else draft.value + clock
    kind: TimexType = "TIME" if "T" in value else "DATE"
    return [replace(draft, first=found.first, end=found.end, type=kind, value=value, mod=mod or None)]


def _time_of_day(found: Found) -> str | None:
    """'T12:10', 'TMO' or nothing; None for what is no time of day."""
    part = found.value("part", "daypart") or found.value("part2", "daypart")
    if not found.has("clock"):
        return "" if part is None else "T" + part
    words = found.texts("clock")
    point = found.value("clock", "point")
    if point:
        return "T" + point
    hour, minute = _hour_and_minute(words)
    late = (
        words[-1][:1].lower() == "p"
        or ((len(words) < 2 or words[-1][:1].lower() not in "ap")
        and part in ("AF", "EV", "NI"))
    )
    if late and hour < 12:
        hour += 12
    elif words[-1][:1].lower() == "a" and hour == 12:
        hour = 0
    return f"T{hour:02}:{minute:02}" if hour <= 24 and minute < 60 else None


def _hour_and_minute(words: tuple[str, ...]) -> tuple[int, int]:
    """The numbers of '5', 'five', '12:10', '12.10' or '0900'."""
    first = words[0]
    if not first[0].isdigit():
        return int(LEXICON.value("number", first) or 99), 0
    hour, _, minute = first.replace(".", ":").partition(":")
    if not minute and len(hour) > 2:
        return int(hour[:-2]), int(hour[-2:])
    return int(hour), int(minute[:2] or 0)


def _day_of_part(found: Found) -> Draft:
    """The day of 'last night', 'this morning', 'that evening' or of a time of day alone."""
    words = [word.lower() for word in found.texts("rel")]
    if not words:
        return Draft(found.first, found.end, "TIME", "XXXX-XX-XX", "0D", "narrated")
    step = _step_of(words)
    base: Base = "published" if words[0] in ("last", "this") else "narrated"
    return Draft(found.first, found.end, "TIME", "XXXX-XX-XX", f"{step:+}D" if step else "0D", base)


def _step_of(words: list[str]) -> int:
    """-1 for 'last', 0 for 'this' and 'that', 1 for 'next'."""
    for word in words:
        for name in ("last", "next"):
            found = LEXICON.value(name, word)
            if found:
                return int(found)
    return 0


def _day(found: Found, label: str) -> Draft:
    """The day that a group names."""
    month, weekday = found.value(label, "month"), found.value(label, "weekday", "short_weekday")
    relative = found.value(label, "today")
    first, end = found.groups[label]
    if relative:
        return Draft(first, end, "DATE", "XXXX-XX-XX" + relative.lstrip("-01"), relative.partition("T")[0] + "D")
    if month is None and (weekday is None or any(word[0].isdigit() for word in found.texts(label))):
        return Draft(first, end, "DATE", _numeric_date(found.texts(label)))
    if month is None:
        return _weekday(found, label, int(weekday or 1))
    words = found.texts(label)
    numbers = [word for word in words if word[0].isdigit()]
    year = _year_of(words)
    day = next((int(n) for n in numbers if len(n) < 4), 0) or int(found.value(label, "ordinal") or 0)
    if year:
        return Draft(first, end, "DATE", f"{year}-{int(month):02}-{day:02}")
    if words[0].lower() in ("last", "past"):
        return Draft(first, end, "DATE", f"XXXX-{int(month):02}-{day:02}", "<<")
    beside = int(weekday) if weekday else None
    return Draft(first, end, "DATE", f"XXXX-{int(month):02}-{day:02}", "~", by_tense=True, weekday=beside)


def _year_of(words: tuple[str, ...]) -> str | None:
    """The year among words, in digits ('1996') or spoken ('nineteen ninety-six'), or None."""
    digits = next((word for word in words if len(word) == 4 and word.isdecimal()), None)
    if digits:
        return digits
    parts = [LEXICON.value("number", word) or LEXICON.value("scale", word) for word in words]
    numbers = [int(part) for part in parts if part]
    if len(numbers) < 2 or not 2 <= numbers[0] <= 20 or numbers[1] < 10:
        return None
    if numbers[1] in (100, 1000):
        return f"{numbers[0] * numbers[1] + sum(numbers[2:]):04}" if numbers[0] * numbers[1] < 2100 else None
    return f"{numbers[0] * 100 + sum(numbers[1:]):04}" if numbers[0] > 10 and sum(numbers[1:]) < 100 else None


def _weekday(found: Found, label: str, weekday: int) -> Draft:
    """'Friday', 'last Friday', 'this coming Friday', 'that Friday'."""
    first, end = found.groups[label]
    words = [word.lower() for word in found.texts(label)[:-1]]
    value = f"XXXX-WXX-{weekday}"
    step = _step_of(words)
    if step:
        narrated = words[0] in ("the", "previous", "following", "preceding", "subsequent")
        return Draft(first, end, "DATE", value, "<<" if step < 0 else ">>", "narrated" if narrated else "published")
    if "that" in words or "same" in words:
        return Draft(first, end, "DATE", value, "<", "narrated")
    return Draft(first, end, "DATE", value, ">" if words else "<", by_tense=not words)


def _numeric_date(words: tuple[str, ...]) -> str:
    """An ISO date from '2020-08-09', '9.8.2020', '8/9/2020' (the month first unless it cannot be)."""
    text = "".join(word for word in words if word[0].isdigit() or word in "/-–")
    parts = [int(part) for part in text.replace("/", ".").replace("-", ".").replace("–", ".").split(".") if part]
    if len(parts) != 3:
        return "PAST_REF"
    if parts[0] > 31:
        year, month, day = parts
    elif "/" in text and parts[0] <= 12:
        month, day, year = parts
    else:
        day, month, year = parts
    if month > 12:
        month, day = day, month
    return f"{_full_year(year):04}-{month:02}-{day:02}"


def _full_year(year: int) -> int:
    return year if year > 99 else year + (1900 if year >= FIRST_OF_TWENTIETH else 2000)


def several_days(found: Found) -> list[Draft]:
    """'August 4-9', '9 and 11 August 2020': two days that share a month."""
    month = int(found.value("month", "month") or 1)
    year = "".join(found.texts("year")) or "XXXX"
    drafts = []
    for label in ("a", "b"):
        day = int(found.value(label, "ordinal") or found.texts(label)[0])
        first, end = found.groups[label]
        drafts.append((first, end, f"{year}-{month:02}-{day:02}"))
    # The month and the year go with the day that they stand beside.
    (first, a_end, a), (b_first, end, b) = drafts
    relative = None if year != "XXXX" else "~"
    return [
        Draft(found.first, a_end, "DATE", a, relative, by_tense=bool(relative)),
        Draft(b_first, found.end, "DATE", b, relative, by_tense=bool(relative)),
    ]


def weekday_of_week(found: Found) -> list[Draft]:
    """'Tuesday of last week'."""
    weekday, step = found.value("day", "weekday"), _step_of([found.texts("rel")[0].lower()])
    return [Draft(found.first, found.end, "DATE", f"XXXX-WXX-{weekday}", f"{step:+}W" if step else "0W")]


def week_of(found: Found) -> list[Draft]:
    """'the week of March 6': the day stands for its week."""
    draft = _day(found, "day")
    return [replace(draft, first=found.first, end=found.end, as_week=True)]


def holiday(found: Found) -> list[Draft]:
    """'Christmas', 'last Thanksgiving', 'New Year's Eve 2017'."""
    rule = rule_of(found.texts("name"))
    if rule is None:
        return []
    year_ = _year_of(found.texts("year"))
    if year_:
        return [Draft(found.first, found.end, "DATE", day_in(rule, int(year_)).isoformat())]
    step = _step_of([word.lower() for word in found.texts("rel")])
    direction = {-1: "<<", 0: "~", 1: ">>"}[step]
    return [Draft(found.first, found.end, "DATE", open_value(rule), direction, by_tense=not step, holiday=rule)]


# Months, seasons, quarters, years


def month(found: Found) -> list[Draft]:
    """A month with its year, or the month that 'last', 'next' or the tense tells."""
    return [_in_year(found, f"{int(found.value('month', 'month') or 1):02}")]


def season(found: Found) -> list[Draft]:
    """A season likewise."""
    return [_in_year(found, found.value("season", "season") or "SU")]


def quarter(found: Found) -> list[Draft]:
    """A quarter of a year likewise."""
    number = int(found.value("n", "ordinal") or 1)
    if not 1 <= number <= 4:
        return []
    found = _without_article(found)
    if found.has("ago"):
        return [Draft(found.first, found.end, "DATE", f"XXXX-Q{number}", "-1Y")]
    return [_in_year(found, f"Q{number}")]


def _in_year(found: Found, part: str) -> Draft:
    """A part of a year, in the year that is named or told."""
    mod = found.value("edge", "edge", "early", "mid")
    words = [word.lower() for word in found.texts("year")]
    if year_ := _year_of(found.texts("year")):
        return Draft(found.first, found.end, "DATE", f"{year_}-{part}", mod=mod)
    if words:
        step = _step_of(words)
        base: Base = "narrated" if words[0] in ("the", "that", "following", "previous") else "published"
        return Draft(found.first, found.end, "DATE", f"XXXX-{part}", f"{step:+}Y" if step else "0Y", base, mod=mod)
    rel = [word.lower() for word in found.texts("rel")]
    if not rel:
        return Draft(found.first, found.end, "DATE", f"XXXX-{part}", "~", by_tense=True, mod=mod)
    step = _step_of(rel)
    if part[0] == "Q" and rel[0] in ("latest", "last"):
        step = -1
    direction = {-1: "<<", 0: "~", 1: ">>"}[step]
    base = "narrated" if rel[0] in ("that", "same", "following", "preceding") else "published"
    return Draft(found.first, found.end, "DATE", f"XXXX-{part}", direction, base, mod=mod)


def year(found: Found) -> list[Draft]:
    """A year, perhaps before our era."""
    number = int("".join(found.texts("year")).replace(",", ""))
    mod = found.value("edge", "edge", "early", "mid")
    if number > 9999:
        return []
    value = f"BC{number:04}" if found.value("era", "era") == "BC" else f"{number:04}"
    return [Draft(found.first, found.end, "DATE", value, mod=mod)]


def year_in_words(found: Found) -> list[Draft]:
    """'nineteen ninety-six', as it is spoken."""
    value = _year_of(found.words.words[found.first : found.end])
    return [Draft(found.first, found.end, "DATE", value)] if value else []


def decade(found: Found) -> list[Draft]:
    """'the 1980s', 'the early nineties'."""
    mod = found.value("edge", "edge", "early", "mid")
    tens = found.value("tens", "tens_decade")
    number = int(f"19{tens}0") if tens else _full_year(int(found.texts("year")[-1]))
    if number % 10:
        return []
    value = f"{number // 100:02}" if number % 100 == 0 and number < 2000 else f"{number // 10:03}"
    return [Draft(found.first, found.end, "DATE", value, mod=mod)]


def century(found: Found) -> list[Draft]:
    """'the 19th century'."""
    digits = next((word for word in found.texts("n") if word.isdigit()), None)
    number = int(digits or found.value("n", "ordinal") or 0)
    mod = found.value("edge", "edge", "early", "mid")
    return [Draft(found.first, found.end, "DATE", f"{number - 1:02}", mod=mod)] if 1 <= number <= 99 else []


def year_ago(found: Found) -> list[Draft]:
    """'the year-ago quarter', 'year-earlier': the period told of, a year before."""
    first = found.first
    if not found.has("what") and found.words.words[first].lower() in ("the", "a"):
        first += 1
    return [Draft(first, found.end, "DATE", "XXXX", "-1Y", "narrated")]


def year_period(found: Found) -> list[Draft]:
    """'the 1988 quarter': the quarter told of, in that year."""
    return [Draft(found.first, found.end, "DATE", f"{found.texts('year')[0]}-QX", None, "narrated")]


# Units and lengths


def unit(found: Found) -> list[Draft]:
    """'last week', 'the following day', 'earlier this month', 'the end of the year'."""
    name = found.value("unit", "unit") or "D"
    words = [word.lower() for word in found.texts("rel")]
    step = _step_of(words)
    if words and words[0] == "latest":
        step = -1
    if name[0] == "T" or (name.endswith("Y") and name != "Y"):
        return []
    mod = found.value("edge", "edge", "early", "mid", "in_it")
    if name in ("DE", "CE") and step:
        length_ = "P10Y" if name == "DE" else "P100Y"
        return [Draft(found.first, found.end, "DURATION", length_, mod=mod)]
    if name == "WE":
        return [_weekend(found, words, step)]
    if name == "2W":
        name, step = "W", 2 * step
    base: Base = "published"
    leads = [found.words.words[found.first].lower(), *words]
    if words and words[0] in ("that", "same", "following", "previous", "preceding", "subsequent", "ensuing"):
        base = "narrated"
    if leads[0] == "the" and words and words[0] in ("next",) and name != "W":
        base = "narrated"
    following = found.words.words[found.end] if found.end < len(found.words.words) else ""
    if not words and name == "Y" and following.lower() in ("ended", "ending"):
        return [Draft(found.first, found.end, "DURATION", "P1Y", mod=mod or None)]
    if (not words and name in ("D", "Q")) or (words and words[0] == "latest"):
        base = "narrated"
    return [
        Draft(
            found.first,
            found.end,
            "DATE",
            UNIT_PATTERNS[name],
            f"{step:+}{name}" if step else f"0{name}",
            base,
            mod=mod or None,
        )
    ]


def _weekend(found: Found, words: list[str], step: int) -> Draft:
    """'the weekend', 'last weekend'."""
    relative = {-1: "<<", 0: "<", 1: ">>"}[step]
    return Draft(found.first, found.end, "DATE", "XXXX-WXX-WE", relative, by_tense=not step)


def ago(found: Found) -> list[Draft]:
    """'two weeks ago', 'a year earlier', 'three months later'."""
    amount = _amount(found.texts("n"), half=found.has("half"))
    name = found.value("unit", "unit", "units") or "D"
    way = found.texts("way")[0].lower()
    if way in ("before", "after") and found.words.words[found.end : found.end + 1][0][:1].isalnum():
        # 'two days after the vote' is a length and an event.
        shorter = replace(found, end=found.end - 1)
        return length(shorter) if found.texts("n")[0].lower() != "the" else []
    sign = -1 if way in ("ago", "earlier", "before", "previously") else 1
    base: Base = "published" if way in ("ago", "from", "now") else "narrated"
    mod = _hedge(found)
    if amount is None:
        return [Draft(found.first, found.end, "DATE", "PAST_REF" if sign < 0 else "FUTURE_REF")]
    name, number = _whole_units(name, amount)
    if number > 9999:
        return [Draft(found.first, found.end, "DATE", "PAST_REF" if sign < 0 else "FUTURE_REF")]
    if name in ("TH", "TM", "TS", "WE"):
        days = number // 24 if name == "TH" else 0
        return [Draft(found.first, found.end, "TIME", "XXXX-XX-XX", f"{sign * days:+}D", base, mod=mod)]
    return [Draft(found.first, found.end, "DATE", UNIT_PATTERNS[name], f"{sign * number:+}{name}", base, mod=mod)]


def _whole_units(name: str, amount: float) -> tuple[str, int]:
    """The amount as a whole number of units, in a smaller unit where it must be: 2.5 years are 30 months."""
    if name == "2W":
        name, amount = "W", 2 * amount
    elif name == "1000Y":
        name, amount = "Y", 1000 * amount
    smaller = {"Y": ("M", 12), "M": ("W", 4), "W": ("D", 7), "DE": ("Y", 10), "CE": ("Y", 100), "D": ("TH", 24)}
    while amount != int(amount) and name in smaller:
        name, factor = smaller[name]
        amount *= factor
    return name, round(amount)


def length(found: Found) -> list[Draft]:
    """'two weeks', 'the last five years', 'recent months'."""
    amount = _amount(found.texts("n"), half=found.has("half")) if found.has("n") else None
    name = found.value("unit", "unit", "units") or "D"
    value = _length_value(name, amount)
    found = _without_article(_without_preposition(found))
    return [Draft(found.first, found.end, "DURATION", value, mod=_hedge(found))] if value else []


def _without_article(found: Found) -> Found:
    """'the 14-day wait' and 'the third-quarter loss' have their article from the noun."""
    words = found.words.words[found.first : found.end]
    if words[0].lower() in ("the", "a", "an") and any(word in HYPHENS for word in words):
        return replace(found, first=found.first + 1)
    return found


def _without_preposition(found: Found) -> Found:
    """'over' is a hedge in 'over two years', and none in 'over the next two years' and 'over several years'."""
    first, second = (word.lower() for word in found.words.words[found.first : found.first + 2])
    if LEXICON.value("over", first) and (second == "the" or LEXICON.value("vague", second)):
        return replace(found, first=found.first + 1)
    return found


def _length_value(name: str, amount: float | None) -> str | None:
    """'P2W', 'PT1H30M', 'PXD'."""
    if name in ("2W", "1000Y") or (amount is not None and name in ("DE", "CE", "WE")):
        factor, name = {"2W": (2, "W"), "1000Y": (1000, "Y"), "DE": (10, "Y"), "CE": (100, "Y"), "WE": (2, "D")}[name]
        amount = None if amount is None else amount * factor
    if name == "WE":
        return None
    clock = "T" if name[0] == "T" and name != "T" else ""
    letters = name.removeprefix("T")
    if amount is None:
        return f"P{clock}X{letters}"
    whole = int(amount)
    if amount == whole:
        return f"P{clock}{whole}{letters}"
    smaller = {"Y": ("M", 12), "H": ("M", 60), "M": ("S", 60) if clock else ("D", 30), "D": ("TH", 24)}.get(letters)
    if amount * 2 != int(amount * 2) or smaller is None:
        return f"P{clock}{amount:g}{letters}"
    lead = f"{whole}{letters}" if whole else ""
    return f"P{clock}{lead}{smaller[0][:-1]}{smaller[1] // 2}{smaller[0][-1]}"


def _hedge(found: Found) -> str | None:
    """TIMEX3's word for 'about', 'more than', 'at least' before a length."""
    words = [word.lower() for word in found.words.words[found.first : found.first + 3]]
    if words[0] in ("at", "up", "no"):
        return "EQUAL_OR_MORE" if "least" in words or words[:2] == ["no", "less"] else "EQUAL_OR_LESS"
    if words[0] in ("more", "less"):
        return "MORE_THAN" if words[0] == "more" else "LESS_THAN"
    return LEXICON.value("hedge", words[0])


def _amount(words: tuple[str, ...], *, half: bool = False) -> float | None:
    """The number that words give (of 'two or three' the first), or None for 'several'."""
    if "/" in words:
        at = words.index("/")
        return float(words[0]) * (at == 2) + float(words[at - 1]) / max(1.0, float(words[at + 1]))
    total, current, seen = 0.0, 0.0, False
    for word in (word.lower() for word in words):
        if (word in ("or", "to") and seen) or (word in "-–—" and words[0][0].isdigit()):
            break
        if word == "half":
            current += 0.5
            seen = True
            continue
        value = word.replace(",", "") if word[0].isdigit() else LEXICON.value("number", word)
        scale = LEXICON.value("scale", word) or (LEXICON.value("dozen", word) and "12")
        if word == "couple":
            value = "2"
        if scale:
            current = (current or 1) * float(scale)
            if float(scale) >= 1000:
                total, current = total + current, 0.0
        elif value:
            current += float(value)
        elif (word in ("a", "an") and len(words) == 1) or word == "the":
            current = 1
        elif LEXICON.value("vague", word):
            return None
        else:
            continue
        seen = True
    return total + current + (0.5 if half else 0)


# Sets and references


def every(found: Found) -> list[Draft]:
    """'every day', 'Tuesday nights', 'weekly', 'a year' behind an amount."""
    part = found.value("what", "month", "season", "daypart", "dayparts", "weekdays", "weekday")
    given = found.value("what", "set")
    name = found.value("what", "unit", "units")
    if given:
        value = given
    elif found.value("what", "month"):
        value = f"XXXX-{int(part or 1):02}"
    elif found.value("what", "season"):
        value = f"XXXX-{part}"
    elif found.value("what", "weekday", "weekdays"):
        value = f"XXXX-WXX-{part}"
    elif found.value("what", "daypart", "dayparts"):
        weekday = found.value("day", "weekday")
        value = (f"XXXX-WXX-{weekday}" if weekday else "XXXX-XX-XX") + f"T{part}"
    else:
        number = found.value("n", "number", "ordinal") or next(iter(found.texts("n")), "1")
        value = _length_value(name or "D", float(number.replace(",", ""))) or "P1W"
    return [Draft(found.first, found.end, "SET", value)]


def reference(found: Found) -> list[Draft]:
    """'now', 'recently', 'the future'."""
    words = found.value("word", "now", "recently", "soon", "future")
    if words is None:
        words = "PAST_REF" if found.value("word", "past") else "PRESENT_REF"
    return [Draft(found.first, found.end, "DATE", words)]


_READERS: dict[str, Callable[[Found], list[Draft]]] = {
    reader.__name__: reader
    for reader in (
        moment, several_days, holiday, weekday_of_week, week_of, month, season, quarter, year, year_in_words, decade, century,
        year_ago, year_period, unit, ago, length, every, reference,
    )
}  # fmt: skip
