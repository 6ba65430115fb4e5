"""Who hands on a source's words, named among the words for the source: "an official cited by the Northport Post".

The official speaks; the Post belongs to the chain. So the source ends before "cited", and the passive that "cited"
seems to be ('the Post cited an official') is no attribution of its own.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from crossread.reading.attribution_chain import carrier, heard_by, span_of_medium
from crossread.reading.attribution_draft import Draft
from crossread.reading.attribution_units import Unit
from crossread.records import Span


def part_carriers(units: Sequence[Unit], drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with the media that stand in their sources moved to their chains."""
    parted: list[Draft] = []
    asides: list[Span] = []
    for draft in (_with_listener(units[draft.unit], draft) for draft in drafts):
        found = _carrier_of(units[draft.unit], draft)
        if found is None:
            parted.append(draft)
            continue
        source, medium, aside = found
        others = [span for span in draft.via if not span.overlaps(medium)]
        parted.append(replace(draft, source=source, via=(medium, *others)))
        asides.append(aside)
    return [draft for draft in parted if not _is_aside(draft, asides)] if asides else parted


def _with_listener(unit: Unit, draft: Draft) -> Draft:
    """A draft of the trained reader alone with the medium its source told it to."""
    if draft.pattern != "marked" or draft.via or draft.cue is None or draft.act != "speech":
        return draft
    behind = bisect_left(unit.words, draft.cue.end, key=lambda word: word.start)
    if behind < 1 or behind + 1 >= len(unit.words) or unit.words[behind - 1].low not in ("told", "tells", "tell", "to"):
        return draft
    name = heard_by(unit, behind)
    return replace(draft, via=(span_of_medium(unit, name),)) if name else draft


def _carrier_of(unit: Unit, draft: Draft) -> tuple[Span, Span, Span] | None:
    """The source without who hands it on, who that is, and the words that say so."""
    if draft.source is None or draft.act != "speech":
        return None
    words = unit.words
    first = bisect_left(words, draft.source.start, key=lambda word: word.start)
    end = bisect_left(words, draft.source.end, key=lambda word: word.start)
    for at in range(first + 1, min(end + 2, len(words))):
        if at > end and words[end].text != ",":
            break
        name = carrier(unit, at)
        if name is None or words[at - 1].low in ("was", "were", "is", "are", "been", "as"):
            continue
        if name[1] + 2 < len(words) and words[name[1] + 1].low == "as":
            continue
        last = at - 1
        while last > first and (words[last].text == "," or words[last].low == "and"):
            last -= 1
        return Span(draft.source.start, words[last].end), unit.span(*name), Span(words[at].start, words[name[1]].end)
    return None


def _is_aside(draft: Draft, asides: Sequence[Span]) -> bool:
    """Whether the cue of a draft is the participle of such an aside."""
    return draft.cue is not None and any(span.contains(draft.cue) for span in asides)
