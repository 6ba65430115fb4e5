"""Reading: one account, and no other, becomes a `Reading`.

Each step looks at the text and at what the steps before it marked; nothing is altered afterwards.
"""

from __future__ import annotations

from crossread.neural.tagger import Tagged, TaggedAttribution, load_tagger
from crossread.reading.attribution import read_attributions
from crossread.reading.attribution_marks import Reader
from crossread.reading.attribution_parts import Marked
from crossread.reading.coreference import resolve_mentions
from crossread.reading.events import read_events
from crossread.reading.figures import read_figures
from crossread.reading.layout import Layout
from crossread.reading.names import Name, find_names, lean
from crossread.reading.quotes import find_quotations
from crossread.reading.timex import read_times
from crossread.records import Document, Reading, Span

__all__ = ["read_document"]

# What the trained reader marks without a source, or with a single word as content, must be so sure (PolNeAR, dev).
SOURCELESS, ONE_WORD = 0.5, 0.6


def read_document(document: Document, *, model: str | None = None) -> Reading:
    """Everything one account holds: names, times, figures, attributions, events, each with its place.

    `model` is the folder of a trained reader that reads beside the rules; without it they read alone.
    """
    layout = Layout(document)
    times = read_times(layout)
    tagged = _tag(layout, model) if model else None
    names = find_names(layout, _named(tagged))
    attributions = read_attributions(layout, names, _marked(layout.text, tagged))
    chained = resolve_mentions(layout, names, attributions)
    figures = read_figures(layout, times, chained.attributions, chained)
    events, chained = read_events(layout, times, chained.attributions, chained)
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


def _tag(layout: Layout, model: str) -> Tagged:
    """What the trained reader marks in an account."""
    sentences = [Span(sentence.start, sentence.end) for sentence in layout.sentences]
    return load_tagger(model).tag(layout.text, sentences, [quotation.inner for quotation in find_quotations(layout)])


def _named(tagged: Tagged | None) -> tuple[Name, ...] | None:
    """The reader's names, in the rules' own form."""
    if tagged is None:
        return None
    return tuple(Name(n.start, n.end, n.kind, n.score, leanings=lean(n.shares)) for n in tagged.names)


def _marked(text: str, tagged: Tagged | None) -> Reader | None:
    """The reader's attributions, in the rules' own form, without those that are too doubtful."""
    if tagged is None:
        return None
    kept = [a for a in tagged.attributions if not _is_doubtful(text, a)]
    return Reader([Marked(a.content, a.cue, a.source, a.score) for a in kept], tagged.possible)


def _is_doubtful(text: str, one: TaggedAttribution) -> bool:
    """Whether a find without source, or with one word for its content, is less sure than such finds must be."""
    is_short = len(text[one.content[0].start : one.content[-1].end].split()) <= 1
    return (one.source is None and one.score < SOURCELESS) or (is_short and one.score < ONE_WORD)
