"""The sentences in which each account tells what the whole affair is about.

Papers open with the event itself, each in its own words and with its own details, so that word for word these openings
are less alike than what follows from them; that they tell of one event is plain from the headlines they stand under.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from crossread.link.compare_words import is_number, terms_of
from crossread.link.statements_units import Unit
from crossread.records import Reading

# Words that so many of a story's headlines share name the affair.
SHARE_OF_HEADLINES = 0.4
FEWEST_ACCOUNTS = 3
# An opening tells the event where it has so much of the words that name the affair, and at least so many of them.
LEAST_NAMED = 0.6
FEWEST_WORDS = 3
OPENING_SENTENCES = 3


class Openings:
    """Which units open their account with the affair itself."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        headlines = [_headline(reading) for reading in readings]
        told = [h for h in headlines if h]
        counts = Counter(term for headline in told for term in headline)
        common = {t: count / len(told) for t, count in counts.items() if count >= SHARE_OF_HEADLINES * len(told)}
        self._shares = common if len(told) >= FEWEST_ACCOUNTS else {}
        self._total = sum(self._shares[t] for t in sorted(self._shares))

    def is_opening(self, unit: Unit, position: int) -> bool:
        """Whether a unit, the `position`-th of its account, tells the event the headlines name."""
        named = [t for t in sorted(set(unit.terms)) if t in self._shares]
        if position >= OPENING_SENTENCES or len(named) < FEWEST_WORDS:
            return False
        return sum(self._shares[t] for t in named) >= LEAST_NAMED * self._total


def _headline(reading: Reading) -> frozenset[str]:
    text = reading.document.text
    return frozenset(
        t.text
        for part in reading.document.parts
        if part.kind == "title"
        for t in terms_of(text, part.start, part.end)
        if not is_number(t.text)
    )
