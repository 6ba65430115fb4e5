"""Which accounts are worth laying side by side: those that share runs of words that few others hold.

Every run of words is hashed; equal hashes meet by sorting, so that no account is compared with all others. Runs that
many accounts hold join each of them to the earliest holder only: a wire story printed a thousand times costs a thousand
comparisons.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crossread.link.words import Words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Hashes = NDArray[np.uint64]

# A run of five words is shared by chance far less often than one of three or four, and edited copies still hold some.
RUN = 5
# Accounts that share fewer runs than this have no clause in common: seven words in a row make three.
FEWEST_RUNS = 3
# Two translations of an utterance share so many pairs of neighbouring stems and more.
FEWEST_QUOTED_PAIRS = 5
# An edited or twice-translated copy keeps at least so much of its pairs of neighbouring stems: of the labelled pairs,
# those told independently have 0.15 and less in common, reprints 0.6 and more.
EDITED_PART = 0.2
# Up to this many holders of a run are compared with one another; of more, each is compared with the earliest only.
MOST_HOLDERS = 10
# An account with more partners than this is in a large family: it is compared only with those that were the first to
# hold what they share.
MOST_PARTNERS = 10
# Spreads the bits of one hash before the next is added (the golden ratio of 64 bits).
MULTIPLIER = 0x9E3779B97F4A7C15
# Pairs are counted in slices of this many, so that memory stays bounded.
SLICE = 4_000_000


def run_hashes(ids: NDArray[np.int64], length: int) -> Hashes:
    """A 64-bit hash for every run of `length` words; shape (words - length + 1,), empty for a shorter text."""
    import numpy as np

    count = len(ids) - length + 1
    if count <= 0:
        return np.zeros(0, dtype=np.uint64)
    mixed = _mix(ids.astype(np.uint64) + np.uint64(1))
    total = np.zeros(count, dtype=np.uint64)
    for place in range(length):
        total = _mix(total * np.uint64(MULTIPLIER) + mixed[place : place + count])
    return total


def _mix(values: Hashes) -> Hashes:
    """The finalizer of splitmix64: every bit of a number depends on all others."""
    import numpy as np

    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


@dataclass(frozen=True, slots=True)
class Index:
    """Who holds what: of every hash its holders in a row, the earliest first; where the rows start, and their sizes."""

    holders: NDArray[np.int64]
    starts: NDArray[np.int64]
    sizes: NDArray[np.int64]
    count: int

    def all_pairs(self) -> Iterator[NDArray[np.int64]]:
        """Codes (first * count + second) of the pairs that hold a hash; of common hashes only those with the first."""
        for size in range(2, MOST_HOLDERS + 1):
            chosen = self.starts[self.sizes == size]
            for a in range(size):
                for b in range(a + 1, size):
                    yield self.holders[chosen + a] * self.count + self.holders[chosen + b]
        yield self.pairs_with_first(MOST_HOLDERS)

    def pairs_with_first(self, more_than: int = 1) -> NDArray[np.int64]:
        """Codes of the first holder with each other one, of hashes with more holders than given."""
        import numpy as np

        chosen = self.sizes > more_than
        starts, others = self.starts[chosen], self.sizes[chosen] - 1
        within = np.arange(others.sum()) - np.repeat(np.cumsum(others) - others, others)
        firsts = np.repeat(self.holders[starts], others)
        codes: NDArray[np.int64] = firsts * self.count + self.holders[np.repeat(starts + 1, others) + within]
        return codes


def likely_pairs(accounts: Sequence[Words], subjects: NDArray[np.int64]) -> list[tuple[int, int]]:
    """Pairs of positions in `accounts` (the earliest first) that share several runs of words; sorted.

    `subjects` has the stem of each word (see `Vocabulary.subjects`): quotations and edited copies meet by neighbouring
    stems, for two translations of one text have few runs in common.
    """
    import numpy as np

    count = len(accounts)
    runs = _index([run_hashes(_numbers(words), RUN) for words in accounts])
    firsts = _often(iter([runs.pairs_with_first()]), FEWEST_RUNS)
    quoted = _index([stem_hashes(words, subjects, quoted=True) for words in accounts])
    whole = [np.unique(stem_hashes(words, subjects, quoted=False)) for words in accounts]
    kept = [
        _thinned(_often(runs.all_pairs(), FEWEST_RUNS), firsts, count),
        _thinned(_often(quoted.all_pairs(), FEWEST_QUOTED_PAIRS), firsts, count),
        _edited_copies(_index(whole), np.array([len(own) for own in whole], dtype=np.int64)),
    ]
    codes = np.unique(np.concatenate(kept))
    return [(int(code) // count, int(code) % count) for code in codes]


def stem_hashes(words: Words, subjects: NDArray[np.int64], *, quoted: bool) -> Hashes:
    """Hashes of neighbouring stems, function words and up to two others passed over; in quotations, or everywhere."""
    import numpy as np

    numbers = _numbers(words)
    told = subjects[numbers[np.frombuffer(bytes(words.quoted), dtype=np.uint8) > 0] if quoted else numbers]
    stems: Hashes = (told[told >= 0] + 1).astype(np.uint64)
    pairs = [_mix(_mix(stems[:-gap]) * np.uint64(MULTIPLIER) + stems[gap:]) for gap in range(1, 4) if len(stems) > gap]
    return np.concatenate(pairs) if pairs else np.zeros(0, dtype=np.uint64)


def _edited_copies(index: Index, sizes: NDArray[np.int64]) -> NDArray[np.int64]:
    """Pairs of which the shorter account has a good part of its neighbouring stems in common with the other."""
    import numpy as np

    codes, counts = _tally_all(index.all_pairs())
    shorter = np.minimum(sizes[codes // index.count], sizes[codes % index.count])
    return codes[(counts >= EDITED_PART * shorter) & (counts >= FEWEST_QUOTED_PAIRS)]


def _numbers(words: Words) -> NDArray[np.int64]:
    """An account's words as an array."""
    import numpy as np

    return np.array(words.ids, dtype=np.int64)


def _index(hashes: Sequence[Hashes]) -> Index:
    """Who holds which hash; accounts come in the order of time."""
    import numpy as np

    distinct = [np.unique(own) for own in hashes]
    runs = np.concatenate([np.zeros(0, dtype=np.uint64), *distinct])
    holders = np.repeat(np.arange(len(hashes), dtype=np.int64), [len(own) for own in distinct])
    order = np.argsort(runs, kind="stable")
    runs, holders = runs[order], holders[order]
    starts = np.flatnonzero(np.append(True, runs[1:] != runs[:-1])[: len(runs)])
    return Index(holders, starts, np.diff(np.append(starts, len(runs))), len(hashes))


def _often(pieces: Iterator[NDArray[np.int64]], fewest: int) -> NDArray[np.int64]:
    """The pair codes that come so often, in order."""
    codes, counts = _tally_all(pieces)
    return codes[counts >= fewest]


def _tally_all(pieces: Iterator[NDArray[np.int64]]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The pair codes, in order, and how often each comes; counted slice by slice."""
    import numpy as np

    codes, counts, waiting, held = np.zeros(0, np.int64), np.zeros(0, np.int64), [], 0
    for piece in pieces:
        waiting.append(piece)
        held += len(piece)
        if held >= SLICE:
            codes, counts = _tally(codes, counts, waiting)
            waiting, held = [], 0
    return _tally(codes, counts, waiting)


def _thinned(codes: NDArray[np.int64], firsts: NDArray[np.int64], count: int) -> NDArray[np.int64]:
    """All pairs, but of accounts in large families only those with the earliest holder of what they share."""
    import numpy as np

    partners = np.bincount(np.concatenate([codes // count, codes % count]), minlength=count)
    in_large = (partners[codes // count] > MOST_PARTNERS) | (partners[codes % count] > MOST_PARTNERS)
    return codes[~in_large | np.isin(codes, firsts)]


def _tally(
    codes: NDArray[np.int64], weights: NDArray[np.int64], waiting: list[NDArray[np.int64]]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """How often each pair was met, the waiting ones added."""
    import numpy as np

    every = np.concatenate([codes, *waiting])
    counts = np.concatenate([weights, np.ones(len(every) - len(codes), np.int64)])
    unique, inverse = np.unique(every, return_inverse=True)
    return unique, np.bincount(inverse, weights=counts, minlength=len(unique)).astype(np.int64)
