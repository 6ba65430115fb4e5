"""Words round a number that bound it: "more than", "at least", "up to", "about", "or more"."""

from __future__ import annotations

from collections.abc import Sequence

from crossread.reading.figures_lexemes import Lexeme
from crossread.reading.figures_words import read_lines
from crossread.records import Modifier

Hedges = dict[str, list[tuple[tuple[str, ...], Modifier]]]


def _load(place: str) -> Hedges:
    """The hedges that stand before or behind a number by the word next to it, the longest first."""
    rows = [line.split("\t") for line in read_lines("figure_hedges.tsv")]
    listed = [
        (tuple(words.split()), MODIFIERS[modifier])
        for where, modifier, ways in rows
        if where == place
        for words in ways.split("|")
    ]
    found: Hedges = {}
    for words, modifier in sorted(listed, key=lambda hedge: (-len(hedge[0]), hedge)):
        found.setdefault(words[-1] if place == "before" else words[0], []).append((words, modifier))
    return found


MODIFIERS: dict[str, Modifier] = {
    "about": "about",
    "more_than": "more_than",
    "at_least": "at_least",
    "less_than": "less_than",
    "at_most": "at_most",
    "exact": "exact",
}
BEFORE, BEHIND = _load("before"), _load("behind")
NEGATIONS = frozenset({"no", "not", "never", "n't"})
OTHER_SIDE: dict[Modifier, Modifier] = {"more_than": "at_most", "less_than": "at_least"}
# Between a hedge and its number: 'about a third'; 'over the 120 decibels' is none.
SKIPPED = frozenset({"a", "an"})


def hedge_before(lexemes: Sequence[Lexeme], at: int) -> tuple[int, Modifier] | None:
    """The hedge that ends right before a place: where it begins and what it says.

    Where one hedge stands before another the outer one decides: "at least about 5".
    """
    inner = _hedge_before(lexemes, at)
    if inner is None or inner[1] not in ("about", "exact"):
        return inner
    outer = _hedge_before(lexemes, inner[0])
    return inner if outer is None or outer[1] == "exact" else outer


def _hedge_before(lexemes: Sequence[Lexeme], at: int) -> tuple[int, Modifier] | None:
    end = at
    if end >= 2 and lexemes[end - 1].low in SKIPPED and lexemes[end - 2].low in BEFORE:
        end -= 1
    if end < 1 or lexemes[end - 1].low not in BEFORE:
        return None
    for words, modifier in BEFORE[lexemes[end - 1].low]:
        start = end - len(words)
        if start >= 0 and all(lexemes[start + i].low == word for i, word in enumerate(words)):
            return _negated(lexemes, start, modifier)
    return None


def _negated(lexemes: Sequence[Lexeme], start: int, modifier: Modifier) -> tuple[int, Modifier]:
    """'Never more than' and 'not over' bound from the other side."""
    if start and lexemes[start - 1].low in NEGATIONS and modifier in OTHER_SIDE:
        return start - 1, OTHER_SIDE[modifier]
    return start, modifier


def hedge_behind(lexemes: Sequence[Lexeme], at: int) -> tuple[int, Modifier] | None:
    """The hedge that begins at a place: where it ends and what it says."""
    if at < len(lexemes) and lexemes[at].text == "+" and lexemes[at].is_glued:
        return at + 1, "at_least"
    for words, modifier in BEHIND.get(lexemes[at].low, ()) if at < len(lexemes) else ():
        end = at + len(words)
        if end <= len(lexemes) and all(lexemes[at + i].low == word for i, word in enumerate(words)):
            return end, modifier
    return None
