"""Who is made to say what."""

from __future__ import annotations

from crossread.reading.layout import Layout
from crossread.reading.names import Names
from crossread.records import Attribution


def read_attributions(layout: Layout, names: Names) -> tuple[Attribution, ...]:
    """Attributions with source, cue, content and via, in the order of their first content; chains are not yet filled."""
    return ()
