"""How alike the units of a story are: first by their words, then, where that leaves doubt, by what they mean.

Comparing by words is quick and says why; but 'strong winds' and 'gusts' share none. A vector of a clause costs as much
as all the rest of linking, so only pairs that words leave undecided are looked at so, the most doubtful first, and no
more clauses than each account has its share of.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from crossread.link.compare import Rarity, compare, weigh_unit
from crossread.link.statements_units import Unit
from crossread.neural.vectors import encode_sentences

# Pairs less alike than this are as good as unlike.
UNLIKE = 0.12
# A word that more units of a story hold brings no candidates; the rarer ones do.
MOST_HOLDERS = 60
# Candidates share words of this weight.
LEAST_SHARED = 5.0
# Likenesses by words that what the clauses mean may still overturn (readers' keys: wider costs more and finds a little
# more), and the one that leaves most doubt.
UNDECIDED, IN_DOUBT = (0.08, 0.8), 0.4
# Clauses an account may have looked at (readers' keys: with 8 as much is found as without a bound; each costs 3 ms).
MOST_VECTORS = 8

Pair = tuple[int, int]


class Meanings:
    """The units of one story, ready to be compared."""

    def __init__(self, units: Sequence[Unit], rarity: Rarity, texts: Mapping[str, str]) -> None:
        """`texts` are the accounts' texts, by their documents' ids."""
        self._rarity, self._texts = rarity, texts
        self._weighted = [weigh_unit(unit, rarity) for unit in units]

    def scores(self) -> dict[Pair, float]:
        """The likeness of every pair of units that is more than unlike, 0 to 1."""
        by_words = {(i, j): self._compare(i, j) for i, j in self._candidates()}
        low, high = UNDECIDED
        doubtful = [pair for pair, score in by_words.items() if low <= score <= high and self._are_apart(*pair)]
        doubtful.sort(key=lambda pair: (abs(by_words[pair] - IN_DOUBT), pair))
        found = by_words | self._by_meaning(self._affordable(doubtful))
        return {pair: score for pair, score in found.items() if score >= UNLIKE}

    def _compare(self, i: int, j: int) -> float:
        return compare(self._weighted[i], self._weighted[j], self._rarity).score

    def _are_apart(self, i: int, j: int) -> bool:
        return self._weighted[i].unit.document != self._weighted[j].unit.document

    def _affordable(self, pairs: Sequence[Pair]) -> list[Pair]:
        """The first pairs, as many as there are vectors for."""
        left = MOST_VECTORS * len(self._texts)
        known: set[int] = set()
        found = []
        for pair in pairs:
            new = {i for i in pair if i not in known}
            if len(new) <= left:
                found.append(pair)
                known |= new
                left -= len(new)
        return found

    def _by_meaning(self, pairs: Sequence[Pair]) -> dict[Pair, float]:
        """The likeness of pairs once more, with the cosine of their clauses' vectors."""
        needed = sorted({i for pair in pairs for i in pair})
        if not needed:
            return {}
        place = {i: at for at, i in enumerate(needed)}
        vectors = encode_sentences([self._words(self._weighted[i].unit) for i in needed])
        found = {}
        for i, j in pairs:
            cosine = float(vectors[place[i]] @ vectors[place[j]])
            found[i, j] = compare(self._weighted[i], self._weighted[j], self._rarity, cosine).score
        return found

    def _words(self, unit: Unit) -> str:
        return self._texts[unit.document][unit.words.start : unit.words.end]

    def _candidates(self) -> Iterator[Pair]:
        """Pairs of units that share enough words, found by an inverted index of the rarer ones."""
        holders: dict[str, list[int]] = defaultdict(list)
        for i, one in enumerate(self._weighted):
            shared: dict[int, float] = defaultdict(float)
            if one.unit.antecedent is not None:
                continue
            for term in sorted(one.bag):
                if self._rarity.holders(term) <= MOST_HOLDERS:
                    weight = self._rarity(term)
                    for j in holders[term]:
                        shared[j] += weight
                    holders[term].append(i)
            for j in sorted(shared):
                if shared[j] >= LEAST_SHARED:
                    yield j, i
