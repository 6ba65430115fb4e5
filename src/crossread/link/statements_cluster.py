"""Pairs joined into groups by average linkage: a chain of likenesses is no likeness of its ends.

Two groups are joined only while all their pairs, unlike ones counted as they are, are alike enough on average.
"""

from __future__ import annotations

from collections.abc import Mapping
from heapq import heapify, heappop, heappush


def cluster(count: int, scores: Mapping[tuple[int, int], float], *, least: float) -> list[list[int]]:
    """Groups of the numbers 0 to count - 1; `scores` holds pairs (i < j), a pair that is missing counts as 0.

    Deterministic: of equal averages the pair of groups with the smaller numbers is joined first.

    >>> cluster(3, {(0, 1): 0.9, (1, 2): 0.9}, least=0.5)
    [[0, 1], [2]]
    """
    members = {i: [i] for i in range(count)}
    sums: list[dict[int, float]] = [{} for _ in range(count)]
    for (i, j), score in scores.items():
        sums[i][j] = sums[j][i] = score
    heap = [(-score, i, j) for (i, j), score in scores.items() if score >= least]
    heapify(heap)
    while heap:
        negative, i, j = heappop(heap)
        if i not in members or j not in members or j not in sums[i]:
            continue
        average = sums[i][j] / (len(members[i]) * len(members[j]))
        if average != -negative:
            continue
        _join(i, j, members, sums)
        for k, total in sums[i].items():
            average = total / (len(members[i]) * len(members[k]))
            if average >= least:
                heappush(heap, (-average, min(i, k), max(i, k)))
    return sorted(sorted(group) for group in members.values())


def _join(i: int, j: int, members: dict[int, list[int]], sums: list[dict[int, float]]) -> None:
    """Group j becomes part of group i."""
    members[i] += members.pop(j)
    for k, total in sums[j].items():
        del sums[k][j]
        if k != i:
            sums[i][k] = sums[k][i] = sums[i].get(k, 0.0) + total
    sums[j] = {}
    sums[i].pop(j, None)
