"""Who repeats whom."""

from __future__ import annotations

from crossread.records import Lineage, Reading


def find_lineage(readings: tuple[Reading, ...]) -> tuple[Lineage, ...]:
    """Reprints, shared passages and same quotations between accounts, ordered by their documents."""
    return ()
