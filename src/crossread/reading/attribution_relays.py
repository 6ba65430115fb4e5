"""Statements handed on: "RIA quoted him as saying", "Reuters reported, citing two officials".

The one who hands on and the one who spoke are two attributions of the same words; the second stands inside the first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crossread.reading.attribution_content import Bounds, content_right
from crossread.reading.attribution_cues import Cue
from crossread.reading.attribution_draft import Draft
from crossread.reading.attribution_source import source_left, source_right
from crossread.reading.attribution_units import Unit
from crossread.reading.attribution_words import SAYING
from crossread.records import Span

# 'as saying' stands at most so many words behind 'quoted' ('quoted the head of the council, Ada Vane, as saying').
LONGEST_QUOTED = 16


def read_relays(unit: Unit, cues: Sequence[Cue], drafts: list[Draft]) -> list[Draft]:
    """The drafts of a unit with those who spoke added where another handed their words on."""
    result = list(drafts)
    for cue in cues:
        lemma = cue.verb.lemma
        if lemma in ("cite", "quote") and cue.form == "ing" and cue.first and unit.words[cue.first - 1].text == ",":
            result = _cited(unit, cue, result)
        elif lemma in ("quote", "cite"):
            result = _quoted(unit, cue, result)
    return result


def _cited(unit: Unit, cue: Cue, drafts: list[Draft]) -> list[Draft]:
    """'…, Reuters reported, citing two officials': the officials spoke."""
    here = unit.span(cue.first, cue.last)
    source = source_right(unit, cue.last + 1)
    outer = [
        d
        for d in drafts
        if d.cue and d.source and d.cue.end <= here.start and d.act == "speech" and d.pattern not in ("object", "noun")
    ]
    others = [d for d in drafts if d.cue != here]
    if source is None or not outer or any(s.overlaps(here) for s in outer[-1].content):
        return drafts
    inner = replace(outer[-1], cue=here, source=unit.span(*source), holder=outer[-1].cue, via=())
    return [*others, inner]


def _quoted(unit: Unit, cue: Cue, drafts: list[Draft]) -> list[Draft]:
    """'RIA quoted him as saying …' and 'he was quoted by RIA as saying …'."""
    words = unit.words
    saying = next(
        (
            k
            for k in range(cue.last + 2, min(len(words), cue.last + LONGEST_QUOTED))
            if words[k].low in SAYING and words[k - 1].low == "as"
        ),
        None,
    )
    if saying is None:
        if cue.last + 2 < len(words) and words[cue.last + 1].low == "as" and words[cue.last + 2].low in SAYING:
            saying = cue.last + 2
        else:
            return drafts
    here = unit.span(cue.first, cue.last)
    by = (
        next((k for k in range(cue.last + 1, min(len(words), saying + 4)) if words[k].low == "by"), None)
        if cue.is_passive
        else None
    )
    spoke = source_left(unit, cue.first) if cue.is_passive else source_right(unit, cue.last + 1)
    relay = source_right(unit, by + 1) if by else None if cue.is_passive else source_left(unit, cue.first)
    made = next((d for d in drafts if d.cue == here), None)
    content = made.content if made and made.pattern == "quote" else _behind(unit, cue, saying)
    if not content or spoke is None:
        return drafts
    if spoke[1] >= saying - 1:
        spoke = (spoke[0], saying - 2)
    kept = [d for d in drafts if d.cue != here and not (d.cue and d.cue.overlaps(unit.span(saying, saying)))]
    base = made or next(iter(drafts), None)
    number = base.unit if base else 0
    stance, act = ("asserts", "speech")
    inner = Draft(content, unit.span(saying, saying), unit.span(*spoke), stance, act, "quote", number, holder=here)  # type: ignore[arg-type]
    outer = Draft(content, here, unit.span(*relay) if relay else None, stance, act, "quote", number)  # type: ignore[arg-type]
    return [*kept, outer, inner] if relay else [*kept, replace(inner, holder=None)]


def _behind(unit: Unit, cue: Cue, saying: int) -> tuple[Span, ...]:
    """What follows 'as saying'."""
    right = content_right(
        unit,
        replace(cue, last=saying, head=saying, verb=replace(cue.verb, frames="S"), particle=None),
        Bounds(len(unit.words), frozenset()),
    )
    return (unit.span(*right),) if right else ()
