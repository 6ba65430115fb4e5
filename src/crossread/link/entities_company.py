"""The company an entity keeps: which other names stand in the same accounts.

Two accounts that share telling names speak of one affair; names that stand everywhere tell little (they weigh by how
rare they are). In a small folder, which mostly is one affair, less is asked for.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from crossread.link.entities_known import Group, is_common

# What the smallest folders are trusted with before a name is shared: about 0.2 at five accounts, next to nothing at
# hundreds. Unrelated accounts of a pile share 0.02 to 0.06 of their names' weight, those of one affair 0.15 to 0.5.
SMALL_FOLDER = 3.0
# The company of a name that stands in thousands of accounts is judged by this many of them.
MOST_ACCOUNTS = 40


@dataclass(frozen=True, slots=True)
class Circle:
    """Where something occurs: all accounts, the first few of them by content, and the names (groups) it bears."""

    accounts: Collection[int]
    near: tuple[int, ...]
    own: frozenset[int]


def join_near(one: Sequence[int], other: Sequence[int]) -> tuple[int, ...]:
    """The first accounts of two circles together."""
    return tuple(sorted({*one, *other})[:MOST_ACCOUNTS])


class Company:
    """The names of every account, weighed, and how much of them two circles share."""

    def __init__(self, groups: Sequence[Group], accounts: int) -> None:
        self._prior = SMALL_FOLDER / (accounts + 10)
        self._weights: list[float] = []
        self._names: list[set[int]] = [set() for _ in range(accounts)]
        self._profiles: dict[tuple[int, ...], tuple[frozenset[int], float]] = {}
        for group in groups:
            within = group.accounts
            telling = len(group.words) > (group.kind == "person") and not is_common(group)
            self._weights.append(max(0.0, math.log2((accounts + 10) / len(within))) if telling else 0.0)
            for account in within if telling else ():
                self._names[account].add(group.number)

    def share(self, one: Circle, other: Circle) -> float:
        """How much of the names' weight two circles share, 0 to 1, their own names aside; 1 where they meet."""
        small, large = (one, other) if len(one.accounts) <= len(other.accounts) else (other, one)
        if any(account in large.accounts for account in small.near):
            return 1.0
        (names, weight), (theirs, other_weight) = self._profile(one.near), self._profile(other.near)
        few, many = (names, theirs) if len(names) <= len(theirs) else (theirs, names)
        common = math.fsum(
            sorted(self._weights[n] for n in few if n in many and n not in one.own and n not in other.own)
        )
        least = min(weight, other_weight)
        return min(1.0, self._prior + (common / least if least else 0.0))

    def _profile(self, near: tuple[int, ...]) -> tuple[frozenset[int], float]:
        kept = self._profiles.get(near)
        if kept is None:
            names: set[int] = set()
            for account in near:
                names |= self._names[account]
            kept = frozenset(names), math.fsum(sorted(self._weights[n] for n in names))
            self._profiles[near] = kept
        return kept
