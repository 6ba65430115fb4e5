"""When a time is: the date it hangs on, and which way from there.

A time hangs on the account's date ('last week', 'Friday') or on the date last told of ('the next day'). Which Friday is
meant the verb tells: the last one where it is past, the next one where it is future.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Literal

from crossread import calendar
from crossread.reading.timex_draft import Draft
from crossread.reading.timex_holidays import day_in
from crossread.reading.timex_narrative import year_told
from crossread.reading.timex_tense import Tense, tense_at
from crossread.reading.timex_words import BREAK, Words

# A stand-in year for steps from a date without one.
_ANY_YEAR = "2001"
# Within so many days the nearest date is meant, whatever the verb: 'extended to Nov. 20', said on the second.
NEAR = 60
# A day so many days from the account's own is what a time of day without a date may belong to.
RECENT = 14
_TOLD = re.compile(r"BC|\d|XXXX-\d\d")
# How fine an anchor must be for a step in a unit, by the length of its value.
_FINENESS = {"D": 10, "W": 7, "M": 7, "Q": 7}


class Anchors:
    """The account's date and the dates told of so far."""

    def __init__(self, published: date | None, *, is_history: bool = False) -> None:
        """Begins with the account's date alone; history dates what it tells by itself."""
        self.published = published
        self._is_history = is_history
        self._told: list[str] = []
        # Where the last of them ends, in words.
        self._told_until = 0

    def settle(self, words: Words, draft: Draft) -> Draft:
        """The draft with its value as far as it can be known; what still hangs on the account's date keeps its step."""
        tense = tense_at(words, draft.first, draft.end) if draft.type in ("DATE", "TIME") else None
        if draft.by_tense:
            draft = self._in_story(draft) or self._directed(draft, tense)
        if draft.value.endswith("-QX"):
            settled = self._told_quarter(draft)
        elif draft.relative is None:
            settled = draft
        elif draft.base == "narrated" and "XXT" in draft.value and draft.relative == "0D":
            settled = self._clock(words, draft)
        elif draft.base == "narrated" or self._is_compared(words, draft) or self._runs(draft):
            settled = self._from_told(draft)
        else:
            settled = self._from_published(draft)
        if settled.compared or (settled.value[4:6] == "-Q" and draft.relative == "-1Y"):
            # What is compared with is not told of.
            return settled
        if draft.as_week:
            settled = replace(settled, value=calendar.week_of(settled.value))
        self._remember(settled)
        told = _tense_told(draft, tense)
        return replace(settled, tense="past" if told == "future" and self._is_over(settled.value) else told)

    def _is_over(self, value: str) -> bool:
        """Whether a time lies before the account's own day, whatever the verb: 'was to be finished in 2013'."""
        days = calendar.days_of(value) if self.published and value[:1].isdigit() else None
        return days is not None and self.published is not None and (self.published - days[1]).days > 1

    def _in_story(self, draft: Draft) -> Draft | None:
        """The draft in the year that history has come to, or None in news."""
        told = next((value for value in reversed(self._told) if value[:4].isdecimal()), None)
        if not self._is_history or told is None or draft.value.startswith("XXXX-W") or draft.holiday:
            return None
        return replace(draft, value=f"{year_told(draft.value, told):04}{draft.value[4:]}", relative=None)

    def _directed(self, draft: Draft, tense: Tense | None) -> Draft:
        """The draft with the direction that the verb of its clause gives."""
        if draft.value.startswith("XXXX-W"):
            return replace(draft, relative=">" if tense in ("future", "planned") else "<+")
        if self.published is None or draft.weekday:
            return draft
        nearest = calendar.resolve(draft.value, "~", self.published)
        near = calendar.stretch_of(_named_day(draft.holiday, "~", self.published) if draft.holiday else nearest)
        here = calendar.count_days(self.published.year, self.published.month, self.published.day) * calendar.DAY
        if "-Q" in draft.value:
            return replace(draft, relative="<") if tense == "past" and near and near.first > here else draft
        if near is None or abs(near.first - here) < NEAR * calendar.DAY:
            return draft
        return replace(draft, relative=">" if tense in ("future", "planned") else "<")

    def _runs(self, draft: Draft) -> bool:
        """Whether 'the end of the year' is said in history, of the year that is told."""
        return self._is_history and draft.relative in ("0Y", "0M", "0W", "0D")

    def _is_compared(self, words: Words, draft: Draft) -> bool:
        """Whether 'a year ago' is said of a quarter: '… in the third quarter, up from 12 a year ago'."""
        last = words.words[draft.end - 1].lower()
        return last == "ago" and draft.relative == "-1Y" and bool(self._told) and "-Q" in self._told[-1]

    def _clock(self, words: Words, draft: Draft) -> Draft:
        """A time of day stands on the day told of in its sentence, or told of before if that is about the account's."""
        day = next((value for value in reversed(self._told) if len(value) >= 10), None)
        between = words.words[self._told_until : draft.first]
        is_near = self.published is None or self._is_history or (BREAK not in between and "." not in between)
        days = calendar.days_of(day) if day else None
        if is_near or (days and self.published and abs(days[0] - self.published).days <= RECENT):
            return self._from_told(draft)
        return self._from_published(draft)

    def _told_quarter(self, draft: Draft) -> Draft:
        """'the quarter' is the one told of, else the last that ended; 'this quarter' the one that runs."""
        told = next((value for value in reversed(self._told) if "-Q" in value), None)
        if draft.relative is None:
            return replace(draft, value=draft.value[:4] + (told[4:7] if told else ""), compared=True)
        if draft.base == "narrated" and told and draft.relative == "-5Q":
            return replace(draft, value=f"{int(told[:4]) - 1:04}{told[4:7]}", relative=None, compared=True)
        if draft.base == "narrated" and told and (draft.relative != "-1Q" or self._has_ended(told)):
            return replace(draft, value=told, relative=None)
        is_bare = draft.base == "narrated" and draft.relative == "0Q"
        return self._from_published(replace(draft, relative="-1Q") if is_bare else draft)

    def _has_ended(self, value: str) -> bool:
        days = calendar.days_of(value)
        return self.published is None or days is None or days[1] < self.published

    def _from_published(self, draft: Draft) -> Draft:
        if self.published is None or draft.relative is None:
            return draft
        if draft.holiday:
            named = _named_day(draft.holiday, draft.relative, self.published)
            return replace(draft, value=named + "".join(draft.value.partition("T")[1:]), relative=None)
        value = calendar.resolve(draft.value, draft.relative, self.published)
        if draft.weekday:
            value = _on_weekday(value, draft.weekday)
        return replace(draft, value=value, relative=None)

    def _from_told(self, draft: Draft) -> Draft:
        """The step from the date last told of that is fine enough."""
        step = calendar.STEP.fullmatch(draft.relative or "")
        fineness = _FINENESS.get(step["unit"], 4) if step else 10
        told = next((value for value in reversed(self._told) if len(value[:10]) >= fineness), None)
        if told is None:
            return self._from_published(draft)
        if draft.relative == "-1Y" and draft.value == "XXXX" and "-Q" in told and not told.startswith("X"):
            return replace(draft, value=f"{int(told[:4]) - 1:04}{told[4:7]}", relative=None)
        days = calendar.days_of(told.replace("XXXX", _ANY_YEAR))
        if days is None:
            return self._from_published(draft)
        value = calendar.resolve(draft.value, draft.relative, days[0])
        if told.startswith("XXXX"):
            return replace(draft, value="XXXX" + value[4:], relative="~")
        return replace(draft, value=value, relative=None)

    def _remember(self, draft: Draft) -> None:
        """Keeps what is told of: dates, also those that lack but their year."""
        if draft.type in ("DATE", "TIME") and _TOLD.match(draft.value):
            self._told.append(draft.value.partition("T")[0])
            self._told_until = draft.end
            del self._told[:-12]


def _tense_told(draft: Draft, tense: Tense | None) -> Literal["past", "future"] | None:
    """'Yesterday' and 'next week' tell by themselves whether they are past, everything else by its verb."""
    if draft.base == "published" and draft.relative and draft.relative[0] in "+-":
        return "future" if draft.relative[0] == "+" else "past"
    return "future" if tense == "planned" else tense


def _on_weekday(value: str, weekday: int) -> str:
    """The date in the nearest year in which it falls on the weekday beside it; as it is where there is none near."""
    for years in (0, 1, -1, 2, -2, 3, -3) if value[:4].isdecimal() else ():
        moved = f"{int(value[:4]) + years:04}{value[4:]}"
        days = calendar.days_of(moved)
        if days and days[0].isoweekday() == weekday:
            return moved
    return value


def _named_day(rule: str, direction: str, published: date) -> str:
    """The day with a name that is nearest to the anchor in a direction."""
    days = [day_in(rule, published.year + years) for years in (-1, 0, 1) if 1 < published.year + years < 9999]
    allowed = {
        "<": [day for day in days if day <= published],
        "<<": [day for day in days if day < published],
        ">": [day for day in days if day >= published],
        ">>": [day for day in days if day > published],
    }.get(direction, days)
    return min(allowed or days, key=lambda day: abs(day - published)).isoformat()
