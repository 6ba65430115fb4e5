"""Reading: one account, and no other, becomes a `Reading`.

Each step looks at the text and at what the steps before it marked; nothing is altered afterwards.
"""

from __future__ import annotations

from crossread.reading.attribution import read_attributions
from crossread.reading.coreference import resolve_mentions
from crossread.reading.events import read_events
from crossread.reading.figures import read_figures
from crossread.reading.layout import Layout
from crossread.reading.names import find_names
from crossread.reading.timex import read_times
from crossread.records import Document, Reading

__all__ = ["read_document"]


def read_document(document: Document) -> Reading:
    """Everything one account holds: names, times, figures, attributions, events, each with its place."""
    layout = Layout(document)
    times = read_times(layout)
    names = find_names(layout)
    attributions = read_attributions(layout, names)
    chained = resolve_mentions(layout, names, attributions)
    figures = read_figures(layout, times, chained.attributions, chained)
    events = read_events(layout, times, chained.attributions, chained)
    return Reading(
        document=document,
        sentences=layout.sentences,
        mentions=chained.mentions,
        chains=chained.chains,
        descriptions=chained.descriptions,
        attributions=chained.attributions,
        times=times,
        figures=figures,
        events=events,
    )
