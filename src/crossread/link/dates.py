"""Accounts without a date, dated from what they say and from the accounts they share a story with."""

from __future__ import annotations

from crossread.records import Notice, Reading


def date_undated(
    readings: tuple[Reading, ...], partition: tuple[tuple[str, ...], ...]
) -> tuple[tuple[Reading, ...], tuple[Notice, ...]]:
    """The readings, undated ones dated where that can be inferred (and their times resolved), with a notice for each."""
    return readings, ()
