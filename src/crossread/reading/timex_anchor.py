"""When a time is: the date it hangs on, and which way from there.

A time hangs on the account's date ('last week', 'Friday') or on the date last told of ('the next day'). Which Friday is
meant the verb tells: the last one where it is past, the next one where it is future.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from crossread import calendar
from crossread.reading.timex_tense import tense_at
from crossread.reading.timex_values import Draft
from crossread.reading.timex_words import Words

# A stand-in year for steps from a date without one.
_ANY_YEAR = "2001"
# How fine an anchor must be for a step in a unit, by the length of its value.
_FINENESS = {"D": 10, "W": 7, "M": 7, "Q": 7}


class Anchors:
    """The account's date and the dates told of so far."""

    def __init__(self, published: date | None) -> None:
        """Begins with the account's date alone."""
        self.published = published
        self._told: list[str] = []

    def settle(self, words: Words, draft: Draft) -> Draft:
        """The draft with its value as far as it can be known; what still hangs on the account's date keeps its step."""
        if draft.by_tense:
            draft = _directed(draft, tense_at(words, draft.first, draft.end))
        if draft.relative is None:
            settled = draft
        elif draft.base == "narrated":
            settled = self._from_told(draft)
        else:
            settled = self._from_published(draft)
        self._remember(settled)
        return settled

    def _from_published(self, draft: Draft) -> Draft:
        if self.published is None or draft.relative is None:
            return draft
        return replace(draft, value=calendar.resolve(draft.value, draft.relative, self.published), relative=None)

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
        if draft.type in ("DATE", "TIME") and draft.value[:4] != "XXXX" and draft.value[:1].isdigit():
            self._told.append(draft.value.partition("T")[0])
            del self._told[:-12]


def _directed(draft: Draft, tense: str | None) -> Draft:
    """The draft with the direction its clause's verb gives, where it gives one."""
    if tense is None:
        return draft
    return replace(draft, relative="<" if tense == "past" else ">")
