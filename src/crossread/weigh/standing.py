"""What a finding is worth: the algebra of origins and sides, and nothing else.

Everything is a function of the set of voices: who in the end says it (`origin`), in which account, on which side.
Reprints add documents and no origins; order alters nothing; a contradiction needs two origins.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from crossread.records import EvidenceStance, Standing

# A toll rises so far within a day; values further apart contradict one another.
MOST_RISEN = 2.5
OPPOSING: frozenset[EvidenceStance] = frozenset({"denies", "differs"})


@dataclass(frozen=True, slots=True)
class Voice:
    """One piece of evidence as it counts: `amount` is set where values can grow, `published` where the date is known.

    `apart` marks what neither agrees nor conflicts with the rest: a plan beside a deed, a deed beside a plan. `fits`
    marks a value that differs and still leaves room for the others: 'at least five' beside seven.
    """

    document: str
    origin: str
    stance: EvidenceStance = "asserts"
    amount: float | None = None
    published: str | None = None
    apart: bool = False
    fits: bool = False


def stand(voices: Sequence[Voice], *, can_grow: bool = False, is_toll: bool = False) -> Standing:
    """The standing that voices on one thing give it; of a toll one day's values count as risen where none fell.

    >>> stand([Voice("a", "ministry"), Voice("b", "ministry")]), stand([Voice("a", "ministry"), Voice("b", "hospital")])
    ('repeated', 'corroborated')
    """
    if not voices:
        raise ValueError("a finding without evidence is an invention")
    counted = [v for v in voices if not v.apart] or list(voices)
    asserting = [v for v in counted if v.stance == "asserts"] or counted
    opposing = [v for v in counted if v.stance in OPPOSING]
    grows = is_evolving(counted) or (is_toll and is_of_one_day(counted))
    if can_grow and grows and not any(v.stance == "denies" for v in counted):
        return "evolving"
    if any(a.origin != b.origin for a in asserting for b in opposing if not b.fits):
        return "disputed"
    if len({v.origin for v in asserting}) > 1:
        return "corroborated"
    return "repeated" if len({v.document for v in asserting}) > 1 else "single-source"


def is_evolving(voices: Iterable[Voice]) -> bool:
    """Whether amounts differ and the highest was first published after the lowest."""
    ends = _first_published(voices)
    return ends is not None and is_before(ends[0], ends[1])


def is_of_one_day(voices: Iterable[Voice]) -> bool:
    """Whether amounts not far apart were first published on one day, in an order that is not known."""
    listed = list(voices)
    ends = _first_published(listed)
    if ends is None or is_before(ends[0], ends[1]) or is_before(ends[1], ends[0]):
        return False
    amounts = [v.amount for v in listed if v.amount is not None]
    return moment(ends[0])[0] == moment(ends[1])[0] and max(amounts) <= MOST_RISEN * min(amounts)


def is_falling(voices: Iterable[Voice]) -> bool:
    """Whether amounts differ and the lowest was first published after the highest, as with those still missing."""
    ends = _first_published(voices)
    return ends is not None and is_before(ends[1], ends[0])


def _first_published(voices: Iterable[Voice]) -> tuple[str, str] | None:
    """When the lowest and the highest amount were first published, where amounts differ and both dates are known."""
    listed = list(voices)
    if not any(v.stance == "differs" for v in listed):
        return None
    dated = [(v.amount, v.published) for v in listed if v.amount is not None and v.published is not None]
    amounts = {v.amount for v in listed if v.amount is not None}
    if len(amounts) < 2:
        return None
    lowest, highest = min(amounts), max(amounts)
    first_low = _earliest([p for amount, p in dated if amount == lowest])
    first_high = _earliest([p for amount, p in dated if amount == highest])
    return (first_low, first_high) if first_low is not None and first_high is not None else None


def _earliest(published: Sequence[str]) -> str | None:
    """The first of some dates; of a day and an hour in it neither is first, and the day stands for both."""
    if not published:
        return None
    return min(published, key=lambda p: (moment(p)[0], moment(p)[1] or datetime.min.replace(tzinfo=UTC), p))


def is_before(one: str, other: str) -> bool:
    """Whether one publication is known to lie before another: by day, or by the hour where both tell it.

    >>> is_before("2030-03-03", "2030-03-03T18:00:00"), is_before("2030-03-03", "2030-03-04")
    (False, True)
    """
    day, hour = moment(one)
    other_day, other_hour = moment(other)
    if hour is not None and other_hour is not None:
        return hour < other_hour
    return day < other_day


def moment(published: str) -> tuple[str, datetime | None]:
    """The day of a publication, and its moment where the hour is told; midnight means the day only."""
    day = published[:10]
    try:
        told = datetime.fromisoformat(published)
    except ValueError:
        return day, None
    if len(published) <= 10 or (told.hour, told.minute, told.second) == (0, 0, 0):
        return day, None
    return day, told if told.tzinfo else told.replace(tzinfo=UTC)
