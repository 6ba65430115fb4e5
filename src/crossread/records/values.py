"""What was given in time and number: TIMEX3 times and figures with their unit and measure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from crossread.records.span import Span

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Tense = Literal["past", "future"]
Modifier = Literal["exact", "about", "more_than", "less_than", "at_least", "at_most", "range"]
Change = Literal["up", "down"]


@dataclass(frozen=True, slots=True)
class Timex:
    """A TIMEX3 time. `value` is as coarse as the words; where the year is not known it begins with XXXX.

    `relative` is kept only then: the step to take from the account's date once that is known (see `calendar.resolve`).
    `tense` is what the verb of the clause tells, where it tells something: whether this has been or is to come.
    """

    id: str
    document: str
    start: int
    end: int
    type: TimexType
    value: str
    mod: str | None = None
    relative: str | None = None
    tense: Tense | None = None

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it counts. `value` is None for a range; an open end is None.

    `measure` is given in the words of the account; `holder` (an entity) is filled by linking from `holder_chain`.
    `digits` is how many significant digits were written ("80.10" has 4, "10,000" and "ten" 1); None where a range or a
    vague number ("dozens") has none of its own.
    """

    id: str
    document: str
    start: int
    end: int
    value: float | None
    low: float | None
    high: float | None
    unit: str
    modifier: Modifier = "exact"
    measure: str | None = None
    holder_chain: str | None = None
    holder: str | None = None
    time: str | None = None
    attribution: str | None = None
    change: Change | None = None
    digits: int | None = None

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)
