"""Events in the text, as PLOVER codes them."""

from __future__ import annotations

from crossread.reading.coreference import Chained
from crossread.reading.layout import Layout
from crossread.records import Attribution, Event, Timex


def read_events(
    layout: Layout, times: tuple[Timex, ...], attributions: tuple[Attribution, ...], chained: Chained
) -> tuple[Event, ...]:
    """The events of an account, in the order of their triggers."""
    return ()
