"""How deep a word stands in its sentence: in the main clause, in one that hangs on it, or as a mere noun in a phrase.

What a sentence is about stands high in it: "freed a man who had been jailed" tells of freeing. A clause ends at its
comma.
"""

from __future__ import annotations

from collections.abc import Sequence

from crossread.reading.attribution_cues import is_finite
from crossread.reading.attribution_units import Unit, Word
from crossread.reading.attribution_words import ADVERBS, ARTICLES, AUXILIARIES, PREPOSITIONS, RELATIVES
from crossread.reading.event_words import Trigger

# Words that a clause hangs on; those that may also open a plain phrase ("after talks") do so with a noun alike.
HANGING = RELATIVES | {
    "whose", "whom", "where", "after", "before", "while", "when", "because", "since", "although", "though", "until",
    "unless", "if", "as", "despite", "following", "amid", "over",
}  # fmt: skip
# Verbs of saying, which tell of no event themselves.
SAYING = frozenset(["said", "says", "say", "told", "tells", "stated", "states", "added", "adds", "reported", "reports"])
MARKS = frozenset(",;:()—–")


def depth_of(unit: Unit, trigger: Trigger) -> int:
    """0 for the main clause, more for what hangs on it."""
    words, first = unit.words, trigger.first
    start = first
    while start > 0 and words[start - 1].text not in MARKS:
        start -= 1
    depth = 2 * any(_hangs(words, k) for k in range(start, first))
    if first == start and start > 0 and words[first].low.endswith("ing"):
        depth += 1
    if trigger.pattern.part == "n" and trigger.pattern.size == 1:
        depth += _in_phrase(words, first)
    return depth


def _hangs(words: Sequence[Word], index: int) -> bool:
    word = words[index]
    if word.low == "that" and index > 0:
        return words[index - 1].low.endswith(("s", "n", "t", "r", "e")) and not _says(words[index - 1].low)
    return word.low in HANGING


def _says(low: str) -> bool:
    return low.endswith(("ed", "said", "says", "told"))


def _in_phrase(words: Sequence[Word], index: int) -> int:
    """1 for a noun behind a preposition, over its articles and adjectives."""
    before = index - 1
    while before >= 0 and (words[before].low in ARTICLES or words[before].low.endswith(("al", "ic", "ry", "ed", "nt"))):
        before -= 1
    return int(before >= 0 and words[before].low in PREPOSITIONS)


def main_verb(unit: Unit) -> int | None:
    """The first finite verb that is none of saying, behind its auxiliaries; None where there is none.

    Of "the ministry said it would open the border" that is "open": what is said, not the saying, is an event.
    """
    words = unit.words
    for index in range(1, len(words)):
        if words[index].quotation or words[index].low in SAYING or not is_finite(words, index):
            continue
        last = index
        while last + 1 < len(words) and words[last].low in AUXILIARIES | ADVERBS:
            last += 1
        return last if words[last].is_word and words[last].low not in SAYING | AUXILIARIES else None
    return None
