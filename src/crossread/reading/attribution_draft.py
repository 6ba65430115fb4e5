"""What the rules hand on about one attribution before its kind, its chain and its place inside others are known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from crossread.records import Act, Span, Stance

Pattern = Literal[
    "quote",
    "that",
    "according",
    "clause",
    "aside",
    "object",
    "infinitive",
    "noun",
    "passive",
    "headline",
    "alone",
    "gesture",
    "marked",
]
# How sure each pattern is: the share of its finds that PolNeAR marks too (train, rounded).
SCORES: dict[Pattern, float] = {
    "quote": 0.93,
    "that": 0.79,
    "according": 0.84,
    "clause": 0.69,
    "aside": 0.65,
    "object": 0.53,
    "infinitive": 0.59,
    "noun": 0.34,
    "passive": 0.54,
    "headline": 0.6,
    "gesture": 0.55,
    "alone": 0.5,
    "marked": 0.8,
}


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution as found in unit number `unit`; `via` holds the words that name media its source spoke to.

    `holder` is the cue of the attribution this one stands inside, where position alone does not tell.
    """

    content: tuple[Span, ...]
    cue: Span | None
    source: Span | None
    stance: Stance
    act: Act
    pattern: Pattern
    unit: int
    via: tuple[Span, ...] = ()
    holder: Span | None = None
    score: float | None = None
