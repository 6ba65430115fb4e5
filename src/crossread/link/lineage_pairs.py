"""Which accounts are worth laying side by side: those that share runs of words that few others hold.

Every run of words is hashed; equal hashes meet by sorting, so that no account is compared with all others. Runs that
many accounts hold join each of them to the earliest holder only: a wire story printed a thousand times costs a thousand
comparisons.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
# Up to this many holders of a run are compared with one another; of more, each is compared with the earliest only.
MOST_HOLDERS = 10
# An account with more partners than this is in a large family: it is compared only with those that were the first to
# hold what they share.
MOST_PARTNERS = 10
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
        total = _mix(total * np.uint64(0x9E3779B97F4A7C15) + mixed[place : place + count])
    return total


def _mix(values: Hashes) -> Hashes:
    """The finalizer of splitmix64: every bit of a number depends on all others."""
    import numpy as np

    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


def likely_pairs(accounts: Sequence[Words]) -> list[tuple[int, int]]:
    """Pairs of positions in `accounts` (the earliest first) that share several runs of words; sorted."""
    import numpy as np

    hashes = [np.unique(run_hashes(np.frombuffer(words.ids, dtype=np.int32), RUN)) for words in accounts]
    if not hashes or not sum(map(len, hashes)):
        return []
    runs = np.concatenate(hashes)
    holders = np.repeat(np.arange(len(accounts), dtype=np.int64), [len(h) for h in hashes])
    del hashes
    order = np.argsort(runs, kind="stable")
    runs, holders = runs[order], holders[order]
    starts = np.flatnonzero(np.concatenate(([True], runs[1:] != runs[:-1])))
    sizes = np.diff(np.append(starts, len(runs)))
    codes = _often(_joined(holders, starts, sizes, len(accounts)))
    firsts = _often(_joined_to_first(holders, starts, sizes, len(accounts)))
    return [(int(code) // len(accounts), int(code) % len(accounts)) for code in _thinned(codes, firsts, len(accounts))]


def _often(pieces: Iterator[NDArray[np.int64]]) -> NDArray[np.int64]:
    """The pair codes that come at least FEWEST_RUNS times, in order."""
    import numpy as np

    codes, counts, waiting, held = np.zeros(0, np.int64), np.zeros(0, np.int64), [], 0
    for piece in pieces:
        waiting.append(piece)
        held += len(piece)
        if held >= SLICE:
            codes, counts = _tally(codes, counts, waiting)
            waiting, held = [], 0
    codes, counts = _tally(codes, counts, waiting)
    return codes[counts >= FEWEST_RUNS]


def _thinned(codes: NDArray[np.int64], firsts: NDArray[np.int64], count: int) -> NDArray[np.int64]:
    """All pairs, but of accounts in large families only those with the earliest holder of what they share."""
    import numpy as np

    partners = np.bincount(np.concatenate([codes // count, codes % count]), minlength=count)
    in_large = (partners[codes // count] > MOST_PARTNERS) | (partners[codes % count] > MOST_PARTNERS)
    return codes[~in_large | np.isin(codes, firsts)]


def _joined(
    holders: NDArray[np.int64], starts: NDArray[np.int64], sizes: NDArray[np.int64], count: int
) -> Iterator[NDArray[np.int64]]:
    """Pair codes, run by run of one size, in pieces."""
    for size in range(2, MOST_HOLDERS + 1):
        chosen = starts[sizes == size]
        for a in range(size):
            for b in range(a + 1, size):
                yield holders[chosen + a] * count + holders[chosen + b]
    yield from _joined_to_first(holders, starts[sizes > MOST_HOLDERS], sizes[sizes > MOST_HOLDERS], count)


def _joined_to_first(
    holders: NDArray[np.int64], starts: NDArray[np.int64], sizes: NDArray[np.int64], count: int
) -> Iterator[NDArray[np.int64]]:
    """Pair codes of the earliest holder of each run with all others; the holders of a run stand in a row, by time."""
    import numpy as np

    several = sizes > 1
    firsts = np.repeat(holders[starts[several]], sizes[several] - 1)
    ends = np.cumsum(sizes[several] - 1)
    within = np.arange(len(firsts)) - np.repeat(ends - (sizes[several] - 1), sizes[several] - 1)
    yield firsts * count + holders[np.repeat(starts[several] + 1, sizes[several] - 1) + within]


def _tally(
    codes: NDArray[np.int64], weights: NDArray[np.int64], waiting: list[NDArray[np.int64]]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """How often each pair was met, the waiting ones added."""
    import numpy as np

    every = np.concatenate([codes, *waiting])
    counts = np.concatenate([weights, np.ones(len(every) - len(codes), np.int64)])
    unique, inverse = np.unique(every, return_inverse=True)
    return unique, np.bincount(inverse, weights=counts, minlength=len(unique)).astype(np.int64)
