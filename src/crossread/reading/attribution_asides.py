"""Attributions without a verb of saying: "according to Vane", "Vane: …" in headlines, "“…,” he smiled"."""

from __future__ import annotations

from collections.abc import Sequence

from crossread.reading.attribution_content import is_speech, trimmed
from crossread.reading.attribution_cues import is_finite
from crossread.reading.attribution_draft import Draft
from crossread.reading.attribution_source import Range, noun_phrase_left, source_left, source_right
from crossread.reading.attribution_units import Unit
from crossread.reading.attribution_words import AUXILIARIES
from crossread.records import Span

# A headline names its source in so many words at most.
LONGEST_HEADLINE_SOURCE = 5


def read_according(unit: Unit, number: int) -> tuple[list[Draft], list[Range]]:
    """'according to Vane, …', '…, according to Vane', 'in Vane's view, …'; and the word ranges of their contents."""
    drafts: list[Draft] = []
    ranges: list[Range] = []
    for first, last, source in _openings(unit):
        pieces = _round(unit, first, source[1])
        if not pieces:
            continue
        spans = tuple(unit.span(*piece) for piece in pieces)
        name = unit.span(*source)
        if unit.words[source[1]].low.endswith("'s") and last > source[1]:
            name = Span(name.start, name.end - 2)
        drafts.append(
            Draft(
                spans, unit.span(first, min(last, len(unit.words) - 1)), name, "asserts", "speech", "according", number
            )
        )
        ranges += pieces
    return drafts, ranges


def _openings(unit: Unit) -> list[tuple[int, int, Range]]:
    """First and last word of each such turn's cue, and its source."""
    words = unit.words
    found: list[tuple[int, int, Range]] = []
    for index in range(len(words) - 2):
        if words[index].low == "according" and words[index + 1].low == "to":
            source = source_right(unit, index + 2, with_apposition=index > 1)
            if source:
                found.append((index, index + 1, source))
    return found


def _round(unit: Unit, first: int, last: int) -> list[Range]:
    """The sentence round an aside that reaches from word `first` to word `last`: what stands before it, else behind."""
    words = unit.words
    if first <= 1 or words[first - 1].low in ("and", "but", "while", ";", "that", "because"):
        behind = next(
            (k for k in range(last + 1, len(words)) if words[k].text in (",", ":") and not words[k].quotation), None
        )
        if behind is None:
            return []
        rest = trimmed(words, behind + 1, len(words) - 1)
        return [rest] if rest else []
    begin = 0
    while begin < first and words[begin].low in ("but", "and", "yet", "so", "however", ","):
        begin += 1
    left = trimmed(words, begin, first - 1)
    rest = trimmed(words, last + 1, len(words) - 1) if last + 1 < len(words) and words[last + 1].text == "," else None
    goes_on = rest is not None and words[first - 1].text == "," and is_finite(words, rest[0])
    return [piece for piece in (left, rest if goes_on else None) if piece]


def read_headline(unit: Unit, number: int, speakers: Sequence[Span]) -> list[Draft]:
    """'Vane: The bridge will stand' and 'The bridge will stand: Vane', in titles; `speakers` are names of speakers."""
    words = unit.words
    colons = [i for i, w in enumerate(words) if w.text == ":" and not w.quotation]
    if not unit.in_title or len(colons) != 1:
        return []
    at = colons[0]
    end = len(words) - 1 if words[-1].text != "." else len(words) - 2
    sides = (((0, at - 1), (at + 1, end)), ((at + 1, end), (0, at - 1)))
    for source, content in sides:
        size = source[1] - source[0] + 1
        if not 1 <= size <= LONGEST_HEADLINE_SOURCE or content[1] - content[0] < 2:
            continue
        if any(unit.span(*source).contains(name) for name in speakers):
            return [
                Draft(
                    (unit.span(*content),),
                    unit.span(at, at),
                    unit.span(*source),
                    "asserts",
                    "speech",
                    "headline",
                    number,
                )
            ]
    return []


def read_gesture(unit: Unit, number: int) -> list[Draft]:
    """A quotation whose verb is no cue of the list: '“Never,” he snapped', 'He captioned it: “Never.”'"""
    words = unit.words
    if len(words) > 3 and is_speech(words[-1]) and words[-2].text == ":":
        return _captioned(unit, number)
    if len(words) < 3 or not is_speech(words[0]) or words[0].text.rstrip("”\"'’» ")[-1:] not in (",", "?", "!"):
        return []
    for verb in range(1, min(len(words), 12)):
        if words[verb].quotation or not words[verb].is_word:
            return []
        if not is_finite(words, verb) or words[verb].low in AUXILIARIES:
            continue
        source = source_right(unit, 2) if verb == 1 else noun_phrase_left(words, verb - 1)
        if source is None:
            return []
        cue = unit.span(verb, verb)
        return [Draft((unit.span(0, 0),), cue, unit.span(*source), "asserts", "speech", "gesture", number)]
    return []


def _captioned(unit: Unit, number: int) -> list[Draft]:
    """A quotation behind a colon: said by the subject of the clause before it."""
    words = unit.words
    for verb in range(1, len(words) - 2):
        source = source_left(unit, verb) if is_finite(words, verb) else None
        if source:
            quotation = unit.span(len(words) - 1, len(words) - 1)
            cue = unit.span(verb, verb)
            return [Draft((quotation,), cue, unit.span(*source), "asserts", "speech", "gesture", number)]
    return []
