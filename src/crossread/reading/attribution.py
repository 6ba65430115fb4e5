"""Who is made to say what: source, cue and content (Pareti 2012; PolNeAR 2018), and the chain a statement came through.

Quotations are found first and closed up; rules then read each sentence, and each quotation's inside. What stands
between quotation marks without a cue of its own goes on from the speaker before, or is kept without a source.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from crossread.reading.attribution_asides import read_according, read_gesture, read_headline
from crossread.reading.attribution_carriers import part_carriers
from crossread.reading.attribution_chain import link_chain
from crossread.reading.attribution_draft import SCORES, Draft, Pattern
from crossread.reading.attribution_marks import Reader, join_marked, without_headings
from crossread.reading.attribution_nouns import read_nouns
from crossread.reading.attribution_quotations import join_quotations
from crossread.reading.attribution_rules import read_cues
from crossread.reading.attribution_source import own_clause
from crossread.reading.attribution_types import source_type
from crossread.reading.attribution_units import Unit, read_units
from crossread.reading.layout import Layout
from crossread.reading.names import Names
from crossread.reading.quotes import Quotation, find_quotations
from crossread.records import Attribution, QuoteKind, Span, Via, identify

# Longer sentences are tables and lists without stops; only whole quotations are kept from them.
LONGEST_SENTENCE = 400
FIRST_PERSONS = frozenset(["i", "we", "you"])
# Inside another attribution only these are told apart: somebody tells what another said.
NESTED: frozenset[Pattern] = frozenset({"quote", "that", "clause", "according", "aside", "marked"})
# Statements are handed on so many times at most.
DEEPEST = 4


def read_attributions(layout: Layout, names: Names, reader: Reader | None = None) -> tuple[Attribution, ...]:
    """Attributions with source, cue, content and via, ordered by their first content; chains are not yet filled.

    `reader` holds what the trained reader marked, where there is one; without it the rules decide alone.
    """
    quotations = find_quotations(layout)
    units = read_units(layout, quotations)
    speakers = [name.span for name in names if name.kind in ("person", "organization")]
    drafts = _read_units(units, speakers)
    if reader is not None:
        reader = replace(reader, marked=without_headings(layout.text, reader.marked, tuple(names)))
        drafts = join_marked(layout.text, units, drafts, reader, quotations)
    drafts = [replace(draft, source=own_clause(layout.text, draft.source)) for draft in drafts]
    drafts = sorted(join_quotations(units, part_carriers(units, drafts)), key=_order)
    unique = _unique(drafts)
    outer = [quotation for quotation in quotations if quotation.depth == 0]
    made = _nested(unique, [_finish(layout, draft, outer, names) for draft in unique])
    kept = [(draft, one) for draft, one in zip(unique, made, strict=True) if not one.within or _says(draft)]
    remade = _nested([draft for draft, _ in kept], [replace(one, within=None) for _, one in kept])
    return tuple(_chained(layout.text, remade))


def _read_units(units: Sequence[Unit], speakers: Sequence[Span]) -> list[Draft]:
    drafts: list[Draft] = []
    before: dict[int, Unit] = {}
    for number, unit in enumerate(units):
        beside = before.get(unit.depth)
        drafts += _read_unit(unit, number, beside if beside and beside.paragraph == unit.paragraph else None, speakers)
        before[unit.depth] = unit
    return drafts


def _read_unit(unit: Unit, number: int, previous: Unit | None, speakers: Sequence[Span]) -> list[Draft]:
    if len(unit.words) > LONGEST_SENTENCE:
        return []
    found, said = read_according(unit, number)
    found += read_cues(unit, number, previous, said)
    found += read_nouns(unit, number)
    if unit.depth:
        found = [draft for draft in found if not _is_own_words(unit, draft)]
    return found or read_headline(unit, number, speakers) or read_gesture(unit, number)


def _is_own_words(unit: Unit, draft: Draft) -> bool:
    """Whether a speaker tells, inside his own words, what he himself says: 'we can say that', 'I told you'."""
    own = {word.low for word in unit.words if draft.source and draft.source.start <= word.start < draft.source.end}
    return not own or own <= FIRST_PERSONS


def _says(draft: Draft) -> bool:
    """Whether a draft inside another is plain speech; what a source tells of thoughts stays part of its own words."""
    return draft.act == "speech" and draft.pattern in NESTED


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


def _finish(layout: Layout, draft: Draft, quotations: Sequence[Quotation], names: Names) -> Attribution:
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
        source_type=source_type(layout.text, draft.source, _named(names, draft.source)),
        via=tuple(Via(span.start, span.end) for span in draft.via),
        score=SCORES[draft.pattern] if draft.score is None else draft.score,
    )


def _named(names: Names, source: Span | None) -> list[Span]:
    """The names that stand among the words of a source."""
    if source is None:
        return []
    first = bisect_left(names, source.start, key=lambda name: name.start)
    last = bisect_left(names, source.end, key=lambda name: name.start)
    return [name.span for name in names[first:last]]


def _kind(text: str, content: Sequence[Span], quotations: Sequence[Quotation]) -> QuoteKind:
    """Direct where all words stand between quotation marks, indirect where none does, else mixed."""
    inside = outside = 0
    for span in content:
        first = bisect_right(quotations, span.start, key=lambda q: q.end)
        last = bisect_left(quotations, span.end, key=lambda q: q.start)
        quoted = [q.span for q in quotations[first:last]]
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
    holders = _holders(made)
    result = []
    for draft, one in zip(drafts, made, strict=True):
        handed = by_cue.get(draft.holder) if draft.holder else None
        within = handed if handed and handed != one.id else holders.get(one.id)
        result.append(replace(one, within=within) if within else one)
    return result


def _holders(made: Sequence[Attribution]) -> dict[str, str]:
    """For each attribution inside a span of another's content, the one with the least content that holds it."""
    contents = sorted(
        ((span.start, -span.end, sum(map(len, one.content)), one.id) for one in made for span in one.content),
    )
    found: dict[str, str] = {}
    open_spans: list[tuple[int, int, str]] = []
    position = 0
    for one in sorted(made, key=lambda a: a.extent):
        extent = one.extent
        while position < len(contents) and contents[position][0] <= extent.start:
            _, end, size, ident = contents[position]
            open_spans.append((-end, size, ident))
            position += 1
        open_spans = [span for span in open_spans if span[0] > extent.start]
        holding = [(size, ident) for end, size, ident in open_spans if end >= extent.end and ident != one.id]
        if holding:
            found[one.id] = min(holding)[1]
    return found


def _chained(text: str, made: Sequence[Attribution]) -> list[Attribution]:
    """`via` completed with the media that hand each statement on."""
    by_id = {attribution.id: attribution for attribution in made}
    result = []
    for one in made:
        holders: list[Attribution] = []
        outer = by_id.get(one.within or "")
        while outer is not None and outer not in holders and len(holders) < DEEPEST:
            holders.append(outer)
            outer = by_id.get(outer.within or "")
        result.append(link_chain(text, one, holders))
    return result
