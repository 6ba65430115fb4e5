"""Years that stand elsewhere: in the other half of a span of dates, or at the head of a story that is told.

News dates what it tells by the day it is written: 'in March' is the last one. An account of the past dates by itself:
in March of the year it has come to.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from crossread.reading.timex_draft import Draft
from crossread.reading.timex_words import Words

# An account is history if it names years, few of them its own or the one before, and if for many years, or many days
# and months without a year, it names few times by its own day (Monday, last week). All of WikiWars but three are, and
# none of TimeBank is.
FEWEST_YEARS = 5
OWN_YEARS = 0.3
MANY = 9
OWN_DAYS = 0.2
# A month so far back from the date told of belongs to the same year; one further back to the next.
BACK = 4
_BETWEEN = frozenset(
    ["and", "to", "or", "/", "through", "until", "till", "-", "–", "—", ",", "between", "from", "on", "the"]
)
_REACH = 4


def is_history(drafts: Sequence[Draft], published: date | None) -> bool:
    """Whether an account tells of years long past, and so dates what it tells by itself."""
    years = [int(draft.value[:4]) for draft in drafts if draft.value[:4].isdecimal()]
    if len(years) < FEWEST_YEARS:
        return False
    own = sum(draft.relative is not None and draft.base == "published" and _names_no_month(draft) for draft in drafts)
    months = sum(map(_lacks_year, drafts))
    if not any(count >= MANY and own <= OWN_DAYS * count for count in (len(years), months)):
        return False
    latest = published.year if published else max(years)
    return sum(latest - 1 <= year <= latest for year in years) < OWN_YEARS * len(years)


def _names_no_month(draft: Draft) -> bool:
    return draft.value[4:6] in ("", "-W") or draft.value[5:7] == "XX"


def share_years(words: Words, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, in spans of dates ('between August 4 and August 9, 2020') both with the year of one."""
    shared = list(drafts)
    for index in range(len(shared) - 1):
        left, right = shared[index], shared[index + 1]
        if not _is_joined(words, left, right):
            continue
        if _lacks_year(left) and _has_year(right):
            shared[index] = _in_year(left, int(right.value[:4]) - (left.value[5:7] > right.value[5:7]))
        elif _has_year(left) and _lacks_year(right):
            shared[index + 1] = _in_year(right, int(left.value[:4]) + (left.value[5:7] > right.value[5:7]))
    return shared


def _is_joined(words: Words, left: Draft, right: Draft) -> bool:
    between = words.words[left.end : right.first]
    return len(between) <= _REACH and all(word.lower() in _BETWEEN for word in between)


def _lacks_year(draft: Draft) -> bool:
    return draft.by_tense and draft.value.startswith("XXXX-") and draft.value[5:7].isdecimal()


def _has_year(draft: Draft) -> bool:
    return draft.relative is None and draft.value[:4].isdecimal() and draft.value[5:7].isdecimal()


def _in_year(draft: Draft, year: int) -> Draft:
    return replace(draft, value=f"{year:04}{draft.value[4:]}", relative=None, by_tense=False)


def year_told(value: str, told: str) -> int:
    """The year of a month, season or quarter in a story that has come to the date `told`.

    >>> year_told("XXXX-03", "1917-11"), year_told("XXXX-11", "1917-03-08"), year_told("XXXX-03", "1917-06")
    (1918, 1917, 1917)
    """
    year = int(told[:4])
    month, last = _month(value), _month(told)
    if month is None or last is None:
        return year
    back = (last - month) % 12
    if month > last:
        return year - (12 - (month - last) <= 1)
    return year if back <= BACK else year + 1


def _month(value: str) -> int | None:
    """The first month of a value, or None for a whole year."""
    part = value[5:7]
    if part.isdecimal():
        return int(part)
    seasons = {"SP": 3, "SU": 6, "FA": 9, "WI": 12, "Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10, "H1": 1, "H2": 7}
    return seasons.get(part)
