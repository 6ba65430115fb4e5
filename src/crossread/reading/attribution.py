"""Who is made to say what: source, cue and content (Pareti 2012; PolNeAR 2018), with the chain a statement came through.

Quotations are found first and closed up; rules then read each sentence, and each quotation's inside; what stands between
quotation marks without a cue of its own goes on from the speaker before, or is kept without a source.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread.reading.attribution_asides import read_according, read_gesture, read_headline
from crossread.reading.attribution_chain import link_chain
from crossread.reading.attribution_draft import SCORES, Draft
from crossread.reading.attribution_nouns import read_nouns
from crossread.reading.attribution_quotations import join_quotations
from crossread.reading.attribution_rules import read_cues
from crossread.reading.attribution_types import source_type
from crossread.reading.attribution_units import Unit, read_units
from crossread.reading.layout import Layout
from crossread.reading.names import Names
from crossread.reading.quotes import Quotation, find_quotations
from crossread.records import Attribution, QuoteKind, Span, Via, identify

# Statements are handed on so many times at most.
DEEPEST = 4


def read_attributions(layout: Layout, names: Names) -> tuple[Attribution, ...]:
    """Attributions with source, cue, content and via, in the order of their first content; chains are not yet filled."""
    quotations = find_quotations(layout)
    units = read_units(layout, quotations)
    speakers = [name.span for name in names if name.kind in ("person", "organization")]
    drafts = _read_units(units, speakers)
    drafts = sorted(join_quotations(units, drafts), key=_order)
    unique = _unique(drafts)
    made = [_finish(layout, draft, quotations, [name.span for name in names]) for draft in unique]
    return tuple(_chained(layout.text, _nested(unique, made)))


def _read_units(units: Sequence[Unit], speakers: Sequence[Span]) -> list[Draft]:
    drafts: list[Draft] = []
    before: dict[int, Unit] = {}
    for number, unit in enumerate(units):
        beside = before.get(unit.depth)
        drafts += _read_unit(unit, number, beside if beside and beside.paragraph == unit.paragraph else None, speakers)
        before[unit.depth] = unit
    return drafts


def _read_unit(unit: Unit, number: int, previous: Unit | None, speakers: Sequence[Span]) -> list[Draft]:
    found, said = read_according(unit, number)
    found += read_cues(unit, number, previous, said)
    found += read_nouns(unit, number)
    return found or read_headline(unit, number, speakers) or read_gesture(unit, number)


def _order(draft: Draft) -> tuple[int, int, bool, int]:
    return (draft.content[0].start, -draft.content[0].end, draft.holder is None, draft.cue.start if draft.cue else -1)


def _unique(drafts: Sequence[Draft]) -> list[Draft]:
    seen: set[tuple[tuple[Span, ...], Span | None, bool]] = set()
    kept = []
    for draft in drafts:
        key = (draft.content, draft.source, draft.holder is None)
        if key not in seen:
            seen.add(key)
            kept.append(draft)
    return kept


def _finish(layout: Layout, draft: Draft, quotations: Sequence[Quotation], named: Sequence[Span]) -> Attribution:
    document = layout.document
    parts: list[str | int] = [document.key]
    for span in (*draft.content, *(s for s in (draft.cue, draft.source) if s)):
        parts += [span.start, span.end]
    return Attribution(
        id=identify("attribution", *parts),
        document=document.id,
        content=tuple(sorted(draft.content)),
        cue=draft.cue,
        source=draft.source,
        kind=_kind(layout.text, draft.content, quotations),
        stance=draft.stance,
        act=draft.act,
        source_type=source_type(layout.text, draft.source, named),
        via=tuple(Via(span.start, span.end) for span in draft.via),
        score=SCORES[draft.pattern],
    )


def _kind(text: str, content: Sequence[Span], quotations: Sequence[Quotation]) -> QuoteKind:
    """Direct where all words stand between quotation marks, indirect where none does, else mixed."""
    inside = outside = 0
    for span in content:
        quoted = [q.span for q in quotations if q.depth == 0 and q.span.overlaps(span)]
        held = sum(_letters(text, max(q.start, span.start), min(q.end, span.end)) for q in quoted)
        inside += held
        outside += _letters(text, span.start, span.end) - held
    if not inside:
        return "indirect"
    return "mixed" if outside else "direct"


def _letters(text: str, start: int, end: int) -> int:
    return sum(c.isalnum() for c in text[start:end])


def _nested(drafts: Sequence[Draft], made: Sequence[Attribution]) -> list[Attribution]:
    """`within` filled: the tightest other attribution whose content holds the whole of one, or who hands it on."""
    by_cue = {attribution.cue: attribution.id for attribution in made if attribution.cue}
    result = []
    for draft, one in zip(drafts, made, strict=True):
        holders = [
            (sum(len(span) for span in other.content), other.id)
            for other in made
            if other is not one and _holds(other, one)
        ]
        handed = by_cue.get(draft.holder) if draft.holder else None
        within = handed if handed and handed != one.id else min(holders)[1] if holders else None
        result.append(replace(one, within=within) if within else one)
    return result


def _holds(outer: Attribution, inner: Attribution) -> bool:
    extent = inner.extent
    return any(span.contains(extent) for span in outer.content)


def _chained(text: str, made: Sequence[Attribution]) -> list[Attribution]:
    """`via` completed with the media that hand each statement on."""
    by_id = {attribution.id: attribution for attribution in made}
    result = []
    for one in made:
        holders = []
        outer = by_id.get(one.within or "")
        while outer is not None and outer not in holders and len(holders) < DEEPEST:
            holders.append(outer)
            outer = by_id.get(outer.within or "")
        result.append(link_chain(text, one, holders))
    return result
