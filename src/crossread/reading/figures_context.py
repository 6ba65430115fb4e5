"""Whose a figure is, when it held, and in whose words it stands."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from crossread.reading.coreference import Chained
from crossread.reading.figures_numbers import STARTS
from crossread.records import Attribution, Mention, Timex

# A mention behind one of these is where something is, not whose it is.
PLACING = (
    "in",
    "at",
    "near",
    "from",
    "by",
    "with",
    "against",
    "to",
    "on",
    "of",
    "than",
    "after",
    "before",
    "outside",
    "into",
)
# How many mentions before a figure are looked at.
MENTION_REACH = 6
# How many contents of attributions that begin before a figure are looked at.
CONTENT_REACH = 40
# How many characters may stand between a name and the age before or behind it ("the 33-year-old retired singer Vane").
NEXT_BEFORE, NEXT_BEHIND = 3, 30


class Surroundings:
    """The marks of an account, at hand for each figure in turn."""

    def __init__(
        self, text: str, times: Sequence[Timex], attributions: Sequence[Attribution], chained: Chained
    ) -> None:
        self.text = text
        self.dates = sorted((t for t in times if t.type in ("DATE", "TIME")), key=lambda t: (t.start, t.end))
        self.date_starts = [date.start for date in self.dates]
        self.contents = sorted(
            (
                (span.start, span.end, attribution.extent.end - attribution.extent.start, attribution.id)
                for attribution in attributions
                for span in attribution.content
            ),
        )
        self.content_starts = [content[0] for content in self.contents]
        self.mentions = sorted(chained.mentions, key=lambda m: (m.start, m.end))
        self.mention_starts = [mention.start for mention in self.mentions]

    def is_dated(self, start: int, end: int) -> bool:
        """Whether a date shares a character with a stretch."""
        at = bisect_left(self.date_starts, end)
        return any(date.end > start for date in self.dates[max(0, at - 3) : at])

    def is_named(self, start: int, end: int) -> bool:
        """Whether a stretch lies inside a name of more than itself."""
        at = bisect_left(self.mention_starts, end)
        return any(
            m.form == "name" and m.start <= start and m.end >= end and m.end - m.start > end - start
            for m in self.mentions[max(0, at - 3) : at]
        )

    def attribution_of(self, start: int, end: int) -> str | None:
        """The innermost attribution whose content holds a stretch."""
        at = bisect_right(self.content_starts, start)
        holding = [
            (last - first, size, ident)
            for first, last, size, ident in self.contents[max(0, at - CONTENT_REACH) : at]
            if end <= last
        ]
        return min(holding)[2] if holding else None

    def time_of(self, start: int, floor: int, ceiling: int) -> str | None:
        """The date nearest to a place between two others, or None."""
        first = bisect_left(self.date_starts, floor)
        last = bisect_left(self.date_starts, ceiling)
        # 'Now' and 'recently' date nothing.
        known = [date for date in self.dates[first:last] if not date.value.endswith("_REF")]
        near = [(abs(date.start - start), date.start, date.id) for date in known]
        return min(near)[2] if near else None

    def holder_of(self, start: int, end: int, floor: int, ceiling: int) -> str | None:
        """The chain of whoever a figure belongs to: the nearest mention before it that is no place or agent of it."""
        at = bisect_left(self.mention_starts, start)
        before = [m for m in self.mentions[max(0, at - MENTION_REACH) : at] if m.start >= floor and m.end <= start]
        before = [mention for mention in before if not self._is_counted(mention)]
        for mention in reversed(before):
            if self._word_before(mention) not in PLACING:
                return mention.chain
        behind = self.mentions[at : at + 2]
        for mention in behind:
            if mention.end <= ceiling and mention.start >= end and self._word_before(mention) in ("for", "by", "of"):
                return mention.chain
        return before[-1].chain if before else None

    def aged(self, start: int, end: int, floor: int, ceiling: int) -> str | None:
        """The chain of whoever has an age: the mention that holds it, ends before it ("Vane, 33") or follows it."""
        at = bisect_left(self.mention_starts, start)
        near = [m for m in self.mentions[max(0, at - MENTION_REACH) : at + 2] if m.start >= floor and m.end <= ceiling]
        for mention in near:
            if mention.start <= start and end <= mention.end:
                return mention.chain
        for mention in near:
            if 0 <= start - mention.end <= NEXT_BEFORE or (
                0 <= mention.start - end <= NEXT_BEHIND and self.text[start:end].endswith(("old", "olds"))
            ):
                return mention.chain
        return self.holder_of(start, end, floor, ceiling)

    def _is_counted(self, mention: Mention) -> bool:
        """Whether a mention is itself a number of somebody: "seven people"."""
        first = self.text[mention.start : mention.end].partition(" ")[0].lower()
        return first[:1].isdigit() or first in STARTS

    def _word_before(self, mention: Mention) -> str:
        words = self.text[max(0, mention.start - 24) : mention.start].split()
        while words and words[-1].lower() in ("the", "a", "an"):
            words.pop()
        return words[-1].lower() if words else ""
