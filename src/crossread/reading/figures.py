"""Figures in the text: value, unit, modifier, and what they measure."""

from __future__ import annotations

from crossread.reading.coreference import Chained
from crossread.reading.layout import Layout
from crossread.records import Attribution, Figure, Timex


def read_figures(
    layout: Layout, times: tuple[Timex, ...], attributions: tuple[Attribution, ...], chained: Chained
) -> tuple[Figure, ...]:
    """The figures of an account, in order, none overlapping another or a time (lengths of time excepted)."""
    return ()
