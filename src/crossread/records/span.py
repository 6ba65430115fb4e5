"""Where something stands: half-open ranges of Unicode code points."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters, `start <= i < end`, in one document's text.

    >>> Span(0, 5).words_in("Minsk said")
    'Minsk'
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span must hold a character: [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def words_in(self, text: str) -> str:
        """The characters of the span."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether every character of `other` lies in this span."""
        return self.start <= other.start and other.end <= self.end

    def shared(self, other: Span) -> int:
        """How many characters the two share."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))


def trim(text: str, start: int, end: int, *, also: str = "") -> Span | None:
    """The span without white space (and characters of `also`) at its ends, or None where nothing is left.

    >>> trim("  Minsk, ", 0, 9, also=",")
    Span(start=2, end=7)
    """
    while start < end and (text[start].isspace() or text[start] in also):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in also):
        end -= 1
    return Span(start, end) if start < end else None


def merge_spans(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same characters as ordered spans that do not touch."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(span.end, merged[-1].end))
        else:
            merged.append(span)
    return tuple(merged)
