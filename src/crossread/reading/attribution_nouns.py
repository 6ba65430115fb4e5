"""Attributions that hang on a noun: 'Vane's claim that the bridge would hold', 'the council's call for calm'."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import cast

from crossread.reading.attribution_content import Bounds, to_object_end
from crossread.reading.attribution_draft import Draft
from crossread.reading.attribution_source import Range, noun_phrase_left
from crossread.reading.attribution_units import Unit, Word
from crossread.reading.attribution_words import POSSESSIVES
from crossread.records import Act, Span, Stance

# Adjectives may stand between the possessor and the noun: 'Vane's repeated claim that'.
MOST_ADJECTIVES = 3

NounCue = tuple[Act, Stance, frozenset[str]]


@cache
def cue_nouns() -> dict[str, NounCue]:
    """Each form of each noun with its act, stance and the words that may follow."""
    text = (files("crossread") / "data" / "cue_nouns.tsv").read_text(encoding="utf-8")
    table: dict[str, NounCue] = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            forms, act, stance, particles = line.split("\t")
            for form in forms.split():
                table[form] = (cast(Act, act), cast(Stance, stance), frozenset(particles.split(",")))
    return table


def read_nouns(unit: Unit, number: int) -> list[Draft]:
    """The attributions of a unit whose cue is a noun with a possessor before it and content behind."""
    table = cue_nouns()
    found: list[Draft] = []
    for index, word in enumerate(unit.words[:-2]):
        entry = None if word.quotation else table.get(word.low)
        if entry is None or unit.words[index + 1].low not in entry[2]:
            continue
        draft = _noun_draft(unit, number, index, entry)
        if draft:
            found.append(draft)
    return found


def _noun_draft(unit: Unit, number: int, noun: int, entry: NounCue) -> Draft | None:
    source, first = _possessor(unit.words, noun)
    following = unit.words[noun + 1].low
    if source is None:
        return None
    last = noun if following in ("that", "to", "whether") else noun + 1
    content = to_object_end(unit.words, last + 1, Bounds(len(unit.words), frozenset()))
    if content is None:
        return None
    cue = Span(unit.words[first].start, unit.words[last].end)
    return Draft((unit.span(*content),), cue, source, entry[1], entry[0], "noun", number)


def _possessor(words: Sequence[Word], noun: int) -> tuple[Span | None, int]:
    """The characters of the possessor before a noun (without its 's) and the first word of the cue."""
    for index in range(noun - 1, max(-1, noun - 2 - MOST_ADJECTIVES), -1):
        word = words[index]
        if word.low in POSSESSIVES:
            return Span(word.start, word.end), index + 1
        if word.low.endswith(("'s", "s'")) and len(word.low) > 2:
            phrase: Range = noun_phrase_left(words, index) or (index, index)
            end = word.end - (2 if word.low.endswith("'s") else 1)
            return Span(words[phrase[0]].start, end), index + 1
        if word.text in "'’" and index and words[index - 1].low.endswith("s") and words[index - 1].end == word.start:
            phrase = noun_phrase_left(words, index - 1) or (index - 1, index - 1)
            return Span(words[phrase[0]].start, words[index - 1].end), index + 1
        if not word.text.islower():
            return None, noun
    return None, noun
