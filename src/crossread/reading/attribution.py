"""Who is made to say what: source, cue and content (Pareti 2012; PolNeAR 2018), with the chain a statement came through.

Quotations are found first and closed up; rules then read each sentence, and each quotation's inside; what stands between
quotation marks without a cue of its own goes on from the speaker before, or is kept without a source.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread.reading.attribution_asides import read_according, read_gesture, read_headline
from crossread.reading.attribution_draft import SCORES, Draft
from crossread.reading.attribution_nouns import read_nouns
from crossread.reading.attribution_quotations import join_quotations
from crossread.reading.attribution_rules import read_cues
from crossread.reading.attribution_units import Unit, read_units
from crossread.reading.layout import Layout
from crossread.reading.names import Names
from crossread.reading.quotes import Quotation, find_quotations
from crossread.records import Attribution, QuoteKind, Span, identify


def read_attributions(layout: Layout, names: Names) -> tuple[Attribution, ...]:
    """Attributions with source, cue, content and via, in the order of their first content; chains are not yet filled."""
    quotations = find_quotations(layout)
    units = read_units(layout, quotations)
    drafts = _read_units(units)
    drafts = sorted(join_quotations(units, drafts), key=_order)
    made = [_finish(layout, draft, quotations) for draft in _unique(drafts)]
    return tuple(_nested(made))


def _read_units(units: Sequence[Unit]) -> list[Draft]:
    drafts: list[Draft] = []
    before: Unit | None = None
    for number, unit in enumerate(units):
        beside = before if before and before.paragraph == unit.paragraph and before.depth == unit.depth else None
        drafts += _read_unit(unit, number, beside)
        before = unit
    return drafts


def _read_unit(unit: Unit, number: int, previous: Unit | None) -> list[Draft]:
    found, said = read_according(unit, number)
    found += read_cues(unit, number, previous, said)
    found += read_nouns(unit, number)
    return found or read_headline(unit, number) or read_gesture(unit, number)


def _order(draft: Draft) -> tuple[int, int, int]:
    return (draft.content[0].start, -draft.content[0].end, draft.cue.start if draft.cue else -1)


def _unique(drafts: Sequence[Draft]) -> list[Draft]:
    seen: set[tuple[tuple[Span, ...], Span | None]] = set()
    kept = []
    for draft in drafts:
        key = (draft.content, draft.source)
        if key not in seen:
            seen.add(key)
            kept.append(draft)
    return kept


def _finish(layout: Layout, draft: Draft, quotations: Sequence[Quotation]) -> Attribution:
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


def _nested(made: Sequence[Attribution]) -> list[Attribution]:
    """`within` filled: the tightest other attribution whose content holds the whole of one."""
    result = []
    for one in made:
        extent = one.extent
        holders = [
            (sum(len(s) for s in other.content), other.id)
            for other in made
            if other.id != one.id and any(s.contains(extent) for s in other.content)
        ]
        result.append(replace(one, within=min(holders)[1]) if holders else one)
    return result
