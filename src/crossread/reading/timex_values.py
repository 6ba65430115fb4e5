"""What a time is worth: a TIMEX3 value as far as the words alone give it, and the step that leads to the rest.

One function for each rule of the grammar, of the same name; they stand in `timex_days`, `timex_years`, `timex_units`.
None of them knows the account's date; a draft says what its value hangs on, and `timex_anchor` does the rest.
"""

from __future__ import annotations

from collections.abc import Callable

from crossread.reading.timex_days import (
    day_of_year,
    holiday,
    moment,
    several_days,
    several_times,
    week_of,
    weekday_of_week,
)
from crossread.reading.timex_draft import Draft
from crossread.reading.timex_grammar import Found
from crossread.reading.timex_units import ago, every, length, unit
from crossread.reading.timex_years import (
    century,
    decade,
    half_year,
    month,
    quarter,
    quarter_told,
    season,
    several_years,
    year,
    year_ago,
    year_end,
    year_in_words,
    year_period,
)


def draft_times(found: Found) -> list[Draft]:
    """The times that words found by a rule tell of; none where they are no time after all."""
    return _READERS[found.rule](found)


def reference(found: Found) -> list[Draft]:
    """'now', 'recently', 'the future', 'in the past'."""
    value = found.value("word", "now", "recently", "soon", "future", "term")
    if value is None:
        value = "PAST_REF" if found.value("word", "past") else "PRESENT_REF"
    return [Draft(found.first, found.end, "DATE", value)]


_READERS: dict[str, Callable[[Found], list[Draft]]] = {
    reader.__name__: reader
    for reader in (
        *(moment, day_of_year, several_times, several_days, holiday, weekday_of_week, week_of),
        *(month, season, quarter, half_year, year, year_in_words, several_years, decade, century),
        *(year_ago, year_period, year_end, quarter_told),
        *(unit, ago, length, every, reference),
    )
}
