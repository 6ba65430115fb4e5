"""The days of the affair: what the accounts set on a day, in the order of the calendar.

An entry is one thing that one or more accounts date alike. Years long before the affair are kept and marked as
background, so that 'in power since 1994' does not open every chronology.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from crossread.records import Document, Finding, Links, Place, Standing, Statement, StatementGroup, TimelineEntry, Timex

DATED = re.compile(r"(\d{4})(?:-(?:W(\d\d)|(\d\d)(?:-(\d\d))?))?")
LONGEST_LABEL = 200
CUT = re.compile(r"[,;:]\s|\s[–—-]\s|\.\s")
WORD = re.compile(r"[^\W_]+")
# Two labels of one day are the same thing where they share so much of the shorter one's longer words, cut to a stem.
MUCH_THE_SAME, FEWEST_LETTERS, STEM = 0.6, 4, 5
# A label is compared with so many of its day.
MOST_A_DAY = 60
# What happened longer than this before the first account of the affair is background.
AFFAIR_REACHES_BACK = timedelta(days=400)


@dataclass(frozen=True, slots=True)
class Dated:
    """A statement with one of its dates."""

    statement: Statement
    timex: Timex
    date: str


def build_timeline(
    links: Links, weighed: Sequence[tuple[StatementGroup, Finding | None, Standing]]
) -> tuple[TimelineEntry, ...]:
    """Entries sorted by their first day, then by how many accounts tell of them.

    `weighed` holds each group of statements with its finding, where it has one, and its standing.
    """
    documents = {d.id: d for d in links.documents}
    times = {t.id: t for r in links.readings for t in r.times}
    starts = _story_starts(links)
    found = []
    for group, finding, standing in weighed:
        by_date: dict[str, list[Dated]] = defaultdict(list)
        for statement in group.statements:
            for dated in _dates(statement, times):
                by_date[dated.date].append(dated)
        for value, items in sorted(by_date.items()):
            label = _label(items, documents)
            found.append(
                TimelineEntry(
                    date=value,
                    event=next((d.statement.event for d in items if d.statement.event), None),
                    finding=finding.id if finding else None,
                    label=label,
                    documents=tuple(sorted({d.statement.evidence.document for d in items})),
                    standing=standing,
                    background=_is_background(value, starts.get(documents[label.document].story)),
                )
            )
    return tuple(sorted(_told_once(_once(found), documents), key=_order))


def _dates(statement: Statement, times: dict[str, Timex]) -> list[Dated]:
    """The dates a statement gives, each once."""
    found: dict[str, Dated] = {}
    for ident in statement.times:
        timex = times.get(ident)
        match = DATED.match(timex.value) if timex is not None and timex.type in ("DATE", "TIME") else None
        if timex is not None and match:
            found.setdefault(match.group(), Dated(statement, timex, match.group()))
    return list(found.values())


def _label(items: Sequence[Dated], documents: dict[str, Document]) -> Place:
    """The wording nearest to a good length, cut to the clauses around the date."""
    places = [_place(dated, documents[dated.statement.evidence.document]) for dated in items]
    return min(places, key=lambda p: (abs(p.end - p.start - 110), p))


def _place(dated: Dated, document: Document) -> Place:
    evidence, timex, text = dated.statement.evidence, dated.timex, document.text
    start, end = evidence.start, evidence.end
    if not start <= timex.start < end:
        return Place(document.id, timex.start, timex.end)
    while end - start > LONGEST_LABEL:
        cuts = [m.end() for m in CUT.finditer(text, start, end) if start < m.end() < end]
        before = [c for c in cuts if c <= timex.start]
        after = [c for c in cuts if c >= timex.end]
        if after and (not before or end - after[-1] <= before[0] - start):
            end = after[-1]
        elif before:
            start = before[0]
        else:
            start = max(start, timex.start - LONGEST_LABEL // 2)
            end = min(end, start + LONGEST_LABEL)
            break
    return Place(document.id, *_trimmed(text, start, end))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while end - 1 > start and text[end - 1] in " \n\t,;:–—-":
        end -= 1
    while start < end - 1 and text[start] in " \n\t,;:–—-":
        start += 1
    return start, end


def first_day(value: str) -> date:
    """The first day a date value stands for.

    >>> first_day("2016-W44"), first_day("2020-09")
    (datetime.date(2016, 10, 31), datetime.date(2020, 9, 1))
    """
    match = DATED.match(value)
    if not match:
        return date.max
    year, week, month, day = (int(part) if part else None for part in match.groups())
    try:
        if week:
            return date.fromisocalendar(year or 1, week, 1)
        return date(year or 1, month or 1, min(day or 1, monthrange(year or 1, month or 1)[1]) or 1)
    except ValueError:
        return date.max


def _story_starts(links: Links) -> dict[str | None, date]:
    """The day of the first account of each story."""
    found: dict[str | None, date] = {}
    for d in links.documents:
        if d.published and not d.published.startswith("X"):
            day = first_day(d.published[:10])
            found[d.story] = min(day, found.get(d.story, day))
    return found


def _is_background(value: str, start: date | None) -> bool:
    return start is not None and first_day(value) < start - AFFAIR_REACHES_BACK


def _once(entries: Sequence[TimelineEntry]) -> list[TimelineEntry]:
    """No day is told twice with the same words."""
    found: dict[tuple[str, Place], TimelineEntry] = {}
    for entry in sorted(entries, key=lambda e: (-len(e.documents), e.label, e.finding or "")):
        found.setdefault((entry.date, entry.label), entry)
    return list(found.values())


def _told_once(entries: Sequence[TimelineEntry], documents: dict[str, Document]) -> list[TimelineEntry]:
    """Entries of one day and affair that tell one event, or in much the same words, as one: the most attested."""
    days: dict[tuple[str, str | None], list[tuple[TimelineEntry, frozenset[str]]]] = defaultdict(list)
    for entry in sorted(entries, key=lambda e: (-len(e.documents), e.label, e.finding or "")):
        document = documents[entry.label.document]
        day = days[entry.date, document.story]
        words = _telling(document.text[entry.label.start : entry.label.end])
        same = next(
            (n for n, (kept, theirs) in enumerate(day[:MOST_A_DAY]) if _is_same(entry, words, kept, theirs)), None
        )
        if same is None:
            day.append((entry, words))
        else:
            kept, theirs = day[same]
            day[same] = (replace(kept, documents=tuple(sorted({*kept.documents, *entry.documents}))), theirs)
    return [entry for day in days.values() for entry, _ in day]


def _is_same(entry: TimelineEntry, words: frozenset[str], kept: TimelineEntry, theirs: frozenset[str]) -> bool:
    if entry.event is not None and entry.event == kept.event:
        return True
    return len(words & theirs) >= MUCH_THE_SAME * max(1, min(len(words), len(theirs)))


def _telling(label: str) -> frozenset[str]:
    return frozenset(word.lower()[:STEM] for word in WORD.findall(label) if len(word) >= FEWEST_LETTERS)


def _order(entry: TimelineEntry) -> tuple[date, str, int, Place]:
    return (first_day(entry.date), entry.date, -len(entry.documents), entry.label)
