"""Two accounts laid side by side: the passages that stand in both, also where words were changed, cut or moved.

Seeds are runs of three words found in both; seeds that follow one another closely in both texts are chained to a
stretch, whatever its place in either text, and the words of a stretch are paired off by their longest common
subsequence. Local alignment by seeds is from sequence comparison (Altschul 1990).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from crossread.link.lineage_pairs import run_hashes
from crossread.link.words import Words

SEED = 3
# Words that may stand between two seeds of one passage, in either text: an inserted title, a cut clause.
WIDEST_GAP = 10
# A run that stands oftener than this in one account seeds nothing there: a refrain, a table.
MOST_PLACES = 8
# Fewer common words in a row of seeds are a turn of phrase.
FEWEST_WORDS = 7
# Below this similarity two stretches only touch on the same words here and there.
LEAST_SIMILAR = 0.55

Pairing = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of one account that stand in another: `pairs` are the places of the words that are the same, in order."""

    pairs: tuple[tuple[int, int], ...]

    @property
    def a(self) -> tuple[int, int]:
        """First word and end in the first account."""
        return self.pairs[0][0], self.pairs[-1][0] + 1

    @property
    def b(self) -> tuple[int, int]:
        """First word and end in the second account."""
        return self.pairs[0][1], self.pairs[-1][1] + 1

    @property
    def similarity(self) -> float:
        """Twice the common words by all words of both sides."""
        return 2 * len(self.pairs) / (self.a[1] - self.a[0] + self.b[1] - self.b[0])


class Seeds:
    """The runs of an account in the order of their hashes, so that another's can be looked up."""

    def __init__(self, words: Words) -> None:
        import numpy as np

        hashes = run_hashes(np.array(words.ids, dtype=np.int64), SEED)
        self.places = np.argsort(hashes, kind="stable")
        self.hashes = hashes[self.places]

    def shared_with(self, other: Seeds) -> Pairing:
        """Places (word of this account, word of the other) where the same run begins, sorted."""
        import numpy as np

        left = np.searchsorted(other.hashes, self.hashes, "left")
        counts = np.searchsorted(other.hashes, self.hashes, "right") - left
        counts[counts > MOST_PLACES] = 0
        mine = np.repeat(self.places, counts)
        within = np.arange(len(mine)) - np.repeat(np.cumsum(counts) - counts, counts)
        theirs = other.places[np.repeat(left, counts) + within]
        order = np.lexsort((theirs, mine))
        return list(zip(mine[order].tolist(), theirs[order].tolist(), strict=True))


def find_stretches(first: Words, second: Words, seeds: tuple[Seeds, Seeds]) -> list[Stretch]:
    """What stands in both, no word of either account twice, in the order of the first account."""
    drafts = [_pair_words(first, second, chain) for chain in chain_seeds(seeds[0].shared_with(seeds[1]))]
    drafts = [draft for draft in drafts if len(draft) >= FEWEST_WORDS]
    used_a, used_b = bytearray(len(first)), bytearray(len(second))
    kept = []
    for draft in sorted(drafts, key=lambda pairs: (-len(pairs), pairs)):
        for pairs in _unused(draft, used_a, used_b):
            stretch = Stretch(tuple(pairs))
            if stretch.similarity >= LEAST_SIMILAR:
                kept.append(stretch)
                used_a[stretch.a[0] : stretch.a[1]] = b"\1" * (stretch.a[1] - stretch.a[0])
                used_b[stretch.b[0] : stretch.b[1]] = b"\1" * (stretch.b[1] - stretch.b[0])
    return sorted(kept, key=lambda stretch: stretch.pairs)


def chain_seeds(seeds: Sequence[tuple[int, int]]) -> list[Pairing]:
    """Seeds that follow one another closely in both accounts, chain by chain."""
    done: list[Pairing] = []
    running: list[Pairing] = []
    for a, b in seeds:
        reach = a - SEED - WIDEST_GAP
        if running and running[0][-1][0] < reach:
            done += [chain for chain in running if chain[-1][0] < reach]
            running = [chain for chain in running if chain[-1][0] >= reach]
        fitting = [chain for chain in running if _follows(chain[-1], a, b)]
        if fitting:
            min(fitting, key=lambda chain: _gap(chain[-1], a, b)).append((a, b))
        else:
            running.append([(a, b)])
    return [chain for chain in done + running if len(chain) > 1]


def _follows(last: tuple[int, int], a: int, b: int) -> bool:
    """Whether a seed can carry a chain on: further in both accounts, and near."""
    return last[0] < a and last[1] < b <= last[1] + SEED + WIDEST_GAP


def _gap(last: tuple[int, int], a: int, b: int) -> tuple[int, int]:
    """How far off a seed is; one on the same diagonal is nearest."""
    return abs((a - last[0]) - (b - last[1])), a - last[0]


def _pair_words(first: Words, second: Words, chain: Pairing) -> Pairing:
    """The places of the same words, in order, from a chain's first seed to its last."""
    (a, b), (last_a, last_b) = chain[0], chain[-1]
    blocks = LCSseq.opcodes(first.ids[a : last_a + SEED], second.ids[b : last_b + SEED])
    return [
        (a + block.src_start + i, b + block.dest_start + i)
        for block in blocks
        if block.tag == "equal"
        for i in range(block.src_end - block.src_start)
    ]


def _unused(draft: Pairing, used_a: bytearray, used_b: bytearray) -> Iterator[Pairing]:
    """What is left of a draft where longer stretches have taken their words, cut where these stand between."""
    piece: Pairing = []
    for a, b in draft:
        taken = used_a[a] or used_b[b]
        if piece and (taken or a - piece[-1][0] > WIDEST_GAP + 1 or b - piece[-1][1] > WIDEST_GAP + 1):
            if len(piece) >= FEWEST_WORDS:
                yield piece
            piece = []
        if not taken:
            piece.append((a, b))
    if len(piece) >= FEWEST_WORDS:
        yield piece
