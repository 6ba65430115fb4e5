"""Who is made to say what: source, cue and content (Pareti 2012; PolNeAR 2018), with the chain a statement came through.

Quotations are found first and closed up; rules then read each sentence, and each quotation's inside; what stands between
quotation marks without a cue of its own goes on from the speaker before, or is kept without a source.
"""

from __future__ import annotations

from collections.abc import Sequence

from crossread.reading.attribution_rules import SCORES, Draft, read_unit
from crossread.reading.attribution_units import Unit, read_units
from crossread.reading.layout import Layout
from crossread.reading.names import Names
from crossread.reading.quotes import Quotation, find_quotations
from crossread.records import Attribution, QuoteKind, Span, identify

# A quotation alone in a sentence that no cue claims is speech from so many words on; below it is a title or irony.
FEWEST_WORDS_ALONE = 4


def read_attributions(layout: Layout, names: Names) -> tuple[Attribution, ...]:
    """Attributions with source, cue, content and via, in the order of their first content; chains are not yet filled."""
    quotations = find_quotations(layout)
    units = read_units(layout, quotations)
    drafts = _read_units(units)
    drafts = _continue_quotations(layout, units, drafts)
    made = [_finish(layout, draft, quotations) for draft in _unique(drafts)]
    return tuple(_nested(made))


def _read_units(units: Sequence[Unit]) -> list[Draft]:
    drafts: list[Draft] = []
    for number, unit in enumerate(units):
        previous = (
            units[number - 1]
            if number and units[number - 1].paragraph == unit.paragraph and units[number - 1].depth == unit.depth
            else None
        )
        drafts += read_unit(unit, number, previous)
    return drafts


def _continue_quotations(layout: Layout, units: Sequence[Unit], drafts: list[Draft]) -> list[Draft]:
    """Quotations that no cue claims: part of the attribution before them, or kept without a source."""
    taken = sorted(span for draft in drafts for span in draft.content)
    last: Draft | None = None
    result = {id(d): d for d in drafts}
    by_unit: dict[int, list[Draft]] = {}
    for draft in drafts:
        by_unit.setdefault(draft.unit, []).append(draft)
    open_key: int | None = None
    open_paragraph = -9
    for number, unit in enumerate(units):
        if unit.depth:
            continue
        own = by_unit.get(number, [])
        spoken = [d for d in own if d.act == "speech" and d.source and _holds_quotation(unit, d)]
        free = [w for w in unit.words if w.quotation and not any(s.start <= w.start and w.end <= s.end for s in taken)]
        alone = all(w.quotation or not w.is_word for w in unit.words)
        if free and alone:
            spans = [Span(w.start, w.end) for w in free if len(w.text.split()) >= 1]
            if open_key is not None and unit.paragraph - open_paragraph <= 1:
                before = result[open_key]
                content = (*before.content, *spans)
                result[open_key] = Draft(
                    content,
                    before.cue,
                    before.source,
                    before.stance,
                    before.act,
                    before.score,
                    before.unit,
                    before.listener,
                )
                open_paragraph = unit.paragraph
            else:
                spans = [s for s, w in zip(spans, free, strict=True) if len(w.text.split()) >= FEWEST_WORDS_ALONE]
                if spans:
                    draft = Draft(tuple(spans), None, None, "asserts", "speech", SCORES["alone"], number)
                    result[id(draft)] = draft
                    drafts.append(draft)
                    open_key, open_paragraph = id(draft), unit.paragraph
            continue
        if spoken:
            open_key, open_paragraph = id(spoken[-1]), unit.paragraph
        elif own:
            sourced = [d for d in own if d.source and d.act == "speech"]
            open_key, open_paragraph = (id(sourced[-1]), unit.paragraph) if sourced else (None, -9)
        elif unit.paragraph != open_paragraph:
            open_key = None
        else:
            open_key = None
    return sorted(result.values(), key=lambda d: (d.content[0].start, -d.content[0].end, d.cue.start if d.cue else -1))


def _holds_quotation(unit: Unit, draft: Draft) -> bool:
    return any(w.quotation and any(s.start <= w.start and w.end <= s.end for s in draft.content) for w in unit.words)


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
        score=draft.score,
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
    from dataclasses import replace

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
