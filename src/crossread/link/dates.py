"""Accounts without a date, dated from what they say and from the accounts they share a story with.

Only what files tell is built upon: an inferred date never carries another. The text's own word comes first, in the way
news is written: what has happened is told at the beginning, what is to come is to come.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from crossread import calendar
from crossread.records import Document, Lineage, Notice, Reading, Timex

# Within so many characters from the beginning news tells what it is about, and so when.
OPENING = 900
# A day so long before the first or after the last dated account of the story does not date an account of it.
EARLY, LATE = timedelta(days=10), timedelta(days=45)
# A story whose dated accounts lie within so many days dates those without a date, where nothing else does.
TIGHT = timedelta(days=3)
EARLIEST = date(2, 1, 1)
# Time zones, late editions and midnight make this much difference between a date and what the text says.
TOLERANCE = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Context:
    """What the dated accounts of a story know: their dates, and the years of days that they tell of."""

    published: tuple[date, ...]
    years: dict[str, int]


@dataclass(frozen=True, slots=True)
class Inference:
    """A date and what it rests on, in words for a reader."""

    day: date
    reason: str


def date_undated(
    readings: tuple[Reading, ...], partition: tuple[tuple[str, ...], ...], lineage: Sequence[Lineage] = ()
) -> tuple[tuple[Reading, ...], tuple[Notice, ...]]:
    """The readings, undated ones dated where that can be inferred (and their times resolved), with a notice for each.

    A date that the text contradicts is noticed and left as it is.
    """
    by_id = {reading.document.id: reading for reading in readings}
    contexts = {key: context for story in partition for context in [_learn(by_id, story)] for key in story}
    partners = _reprints(by_id, lineage)
    dated: list[Reading] = []
    notices: list[Notice] = []
    for reading in readings:
        document = reading.document
        if published_day(document) is not None:
            dated.append(reading)
            notices += _contradictions(reading)
            continue
        context = contexts.get(document.id, Context((), {}))
        inferred = partners.get(document.id) or _infer(reading, context)
        dated.append(_settle(reading, context, inferred))
        notices.append(_tell(document, inferred))
    return tuple(dated), tuple(notices)


def published_day(document: Document) -> date | None:
    """The day an account was published, or None where it is not known."""
    try:
        return date.fromisoformat((document.published or "")[:10])
    except ValueError:
        return None


def _learn(by_id: dict[str, Reading], story: tuple[str, ...]) -> Context:
    """What a story's dated accounts know."""
    published: list[date] = []
    votes: dict[str, Counter[int]] = {}
    for reading in (by_id[key] for key in story if key in by_id):
        day = published_day(reading.document)
        if day is None:
            continue
        published.append(day)
        for value in {timex.value[:10] for timex in reading.times if _is_day(timex.value)}:
            votes.setdefault(value[4:], Counter())[int(value[:4])] += 1
    years = {month_day: max(counts, key=lambda year: (counts[year], year)) for month_day, counts in votes.items()}
    return Context(tuple(sorted(published)), years)


def _reprints(by_id: dict[str, Reading], lineage: Sequence[Lineage]) -> dict[str, Inference]:
    """For accounts that reprint a dated one, the earliest date of those."""
    found: dict[str, Inference] = {}
    for pair in (link for link in lineage if link.kind == "reprint"):
        for own, other in (pair.documents, pair.documents[::-1]):
            day = published_day(by_id[other].document) if other in by_id else None
            if day and (own not in found or (day, other) < (found[own].day, found[own].reason)):
                found[own] = Inference(day, other)
    return {own: Inference(known.day, f"{known.reason} has the same text") for own, known in found.items()}


def _infer(reading: Reading, context: Context) -> Inference | None:
    """The date the text gives, else the date of its story where that is short."""
    told = [(day, timex) for timex in reading.times for day in [_day_of(timex, context)] if day]
    has_been = [(day, timex) for day, timex in told if timex.start < OPENING and _has_been(day, timex, context)]
    if has_been and _fits((latest := max(has_been, key=lambda item: item[0]))[0], context):
        return _since(latest[0], reading.document.words(latest[1].span), context)
    coming = [(day, timex) for day, timex in told if timex.tense == "future"]
    if coming and _fits((first := min(coming, key=lambda item: item[0]))[0], context):
        words = reading.document.words(first[1].span)
        return Inference(max(first[0], EARLIEST) - timedelta(days=1), f"“{words}” is still to come in it")
    days = context.published
    if len(days) > 1 and days[-1] - days[0] <= TIGHT:
        when = f"{days[0]}" if days[0] == days[-1] else f"{days[0]} to {days[-1]}"
        return Inference(days[(len(days) - 1) // 2], f"all dated accounts of its story are from {when}")
    return None


def _has_been(day: date, timex: Timex, context: Context) -> bool:
    """Whether a day is told of as past, or without a verb that tells and not after the story's last dated account."""
    if timex.tense is None:
        return not context.published or day <= context.published[-1]
    return timex.tense == "past"


def _since(day: date, words: str, context: Context) -> Inference:
    """The day told of, or that of the story's first dated account where it is later: news is told afterwards."""
    reason = f"its beginning tells of “{words}”"
    if context.published and day < context.published[0]:
        return Inference(context.published[0], f"{reason}, and this is the day of its story's first dated account")
    return Inference(day, reason)


def _is_day(value: str) -> bool:
    """Whether a value names one day: 2020-08-09, with or without a time."""
    return len(value.partition("T")[0]) == 10 and value[:4].isdecimal() and value[8:10].isdecimal()


def _day_of(timex: Timex, context: Context) -> date | None:
    """The day a time names, its year taken from the story where the words lack it."""
    value = _with_year(timex.value, timex.relative, context)
    days = calendar.days_of(value[:10]) if _is_day(value) and timex.type in ("DATE", "TIME") else None
    return days[0] if days else None


def _with_year(value: str, relative: str | None, context: Context) -> str:
    """A day or month without its year, with the year the story gives it."""
    if not calendar.is_open(value) or relative is None or not value[5:7].isdecimal():
        return value
    year = context.years.get(value[4:10])
    if year is not None:
        return f"{year:04}{value[4:]}"
    return calendar.resolve(value, "~", context.published[len(context.published) // 2]) if context.published else value


def _fits(day: date, context: Context) -> bool:
    """Whether a day can date an account of the story; without dated accounts nothing speaks against it."""
    return not context.published or (context.published[0] - day <= EARLY and day - context.published[-1] <= LATE)


def _settle(reading: Reading, context: Context, inferred: Inference | None) -> Reading:
    """The reading with its date and with what hung on it."""
    times = []
    for timex in reading.times:
        value = _with_year(timex.value, timex.relative, context)
        if inferred is not None:
            value = calendar.resolve(value, timex.relative, inferred.day)
        times.append(timex if value == timex.value else replace(timex, value=value, relative=None))
    document = reading.document
    if inferred is not None:
        document = replace(document, published=inferred.day.isoformat(), published_basis="inferred")
    return replace(reading, document=document, times=tuple(times))


def _tell(document: Document, inferred: Inference | None) -> Notice:
    """What a reader should know of the date."""
    if inferred is None:
        return Notice(
            document.id,
            "undated",
            "Nothing tells when this was published: it has no place in the order of accounts, and days without a year "
            "stay open. If you know the date, give it in the file or beside it.",
        )
    return Notice(
        document.id, "date-inferred", f"Its file gives no date; {inferred.day} is inferred: {inferred.reason}."
    )


def _contradictions(reading: Reading) -> list[Notice]:
    """A notice where a dateline or a day told of as past does not go with the date of the account."""
    document = reading.document
    published = published_day(document)
    if published is None or document.published_basis == "inferred":
        return []
    datelines = [piece for piece in document.furniture if piece.kind == "dateline"]
    for timex in reading.times:
        days = calendar.days_of(timex.value[:10]) if _is_day(timex.value) else None
        if days is None:
            continue
        words = document.words(timex.span)
        is_dateline = any(piece.start <= timex.start < piece.end for piece in datelines)
        is_later = timex.tense == "past" and timex.value[:4] in words and days[0] - published > TOLERANCE
        if is_later or (is_dateline and abs(days[0] - published) > TOLERANCE):
            how = "its dateline says" if is_dateline else "it tells as past of"
            message = f"Its date is {published}, but {how} “{words}” ({timex.value}); the date is left as it is."
            return [Notice(document.id, "date-contradicted", message)]
    return []
