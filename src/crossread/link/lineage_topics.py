"""Whether two accounts have a subject in common besides the passages they share.

Accounts of one affair do; where only a newsletter form, a copyright line or an editor's note stands in both, the rest
of the one has nothing to do with the rest of the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from crossread.link.lineage_passages import Stretch
from crossread.link.story_terms import RARE_RATE, background_rates, weigh_rarity
from crossread.link.words import Vocabulary, Words, stem

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# Accounts whose remainders are less alike than this tell of different affairs: of the labelled pairs that share words,
# those of one affair reach 0.099 and more, those of different affairs at most 0.047, save one with 0.092.
LEAST_COMMON = 0.08


class Topics:
    """The weight of every word of a pile, so that what is left of two accounts can be compared."""

    def __init__(self, accounts: Sequence[Words], vocabulary: Vocabulary) -> None:
        import numpy as np

        self.stem_of = vocabulary.subjects()
        holders = np.zeros(int(self.stem_of.max(initial=-1)) + 1, dtype=np.int64)
        for words in accounts:
            stems = np.unique(self.stem_of[np.array(words.ids, dtype=np.int64)])
            holders[stems[stems >= 0]] += 1
        rates = background_rates()
        rate_of = {
            number: rates.get(stem(w), RARE_RATE) for w, number in zip(vocabulary.words, self.stem_of, strict=True)
        }
        self.weights = np.array(
            [weigh_rarity(rate_of[i], max(1, int(n)), len(accounts)) for i, n in enumerate(holders)]
        )

    def likeness(self, first: Words, second: Words, stretches: Sequence[Stretch]) -> float:
        """The cosine of the two accounts without what stands in both, from 0 to 1."""
        import numpy as np

        a, weights_a = self._rest(first, [(s.a, s.a_end) for s in stretches])
        b, weights_b = self._rest(second, [(s.b, s.b_end) for s in stretches])
        _, in_a, in_b = np.intersect1d(a, b, assume_unique=True, return_indices=True)
        product = float(weights_a[in_a] @ weights_b[in_b])
        return product / (float(np.linalg.norm(weights_a) * np.linalg.norm(weights_b)) or 1.0)

    def _rest(self, words: Words, ranges: Sequence[tuple[int, int]]) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        """The stems of an account outside the ranges, and their weights."""
        import numpy as np

        kept = np.ones(len(words), dtype=bool)
        for first, end in ranges:
            kept[first:end] = False
        stems, counts = np.unique(self.stem_of[np.array(words.ids, dtype=np.int64)[kept]], return_counts=True)
        stems, counts = stems[stems >= 0], counts[stems >= 0]
        return stems, self.weights[stems] * (1 + np.log(counts))
