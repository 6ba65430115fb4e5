"""Accounts joined to affairs, step by step, the most alike first: agglomeration with average linkage.

Average linkage needs no list of all pairs: the mean likeness of two groups is the product of the sums of their
profiles. Only groups with accounts that are near neighbours are compared, and neighbours come from an inverted index.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

Profile = dict[str, float]

# Groups less alike than this on average tell of different affairs. Set on NewsWCL50 (ten events of one spring around
# one government): all ten stay whole, and only those that follow on one another within two weeks fall together, as
# the steps towards one summit do.
LEAST_ALIKE = 0.10
# What a user gives as one folder is mostly one affair: with few accounts less likeness is asked. Of this many, half.
FEW = 4
# An account that is left alone joins the affair it is nearest to from this share of the threshold on, if it is so much
# nearer to it than to any other.
LONE_SHARE = 0.6
LONE_RATIO = 1.4
# Two groups of accounts so many days apart are half as near in time; the farthest count this much of their likeness.
DAYS_HALF = 60
FAR_APART = 0.9
# Neighbours kept of each account, found by so many of its weightiest terms.
NEIGHBOURS = 50
TERMS_LOOKED_UP = 120
# A group's profile keeps so many terms.
GROUP_TERMS = 3000


class Group:
    """Accounts of one affair: the sum of their profiles, and the days between which they were published."""

    __slots__ = ("first", "last", "members", "near", "sum", "version")

    def __init__(self, member: int, profile: Profile, day: int | None) -> None:
        self.members = [member]
        self.sum = profile
        self.first = self.last = day
        self.near: set[int] = set()
        self.version = 0

    def likeness(self, other: Group) -> float:
        """The mean likeness of the pairs of accounts, one from each, less for groups far apart in time."""
        small, large = (self.sum, other.sum) if len(self.sum) <= len(other.sum) else (other.sum, self.sum)
        product = sum(weight * large[term] for term, weight in small.items() if term in large)
        return product / (len(self.members) * len(other.members)) * self.closeness(other)

    def closeness(self, other: Group) -> float:
        """How near the two are in time, from FAR_APART to 1; undated accounts count as near."""
        if self.first is None or self.last is None or other.first is None or other.last is None:
            return 1.0
        gap = max(0, other.first - self.last, self.first - other.last)
        return float(FAR_APART + (1 - FAR_APART) * 0.5 ** (gap / DAYS_HALF))

    def absorb(self, other: Group) -> None:
        """Take in another group's accounts."""
        total = dict(self.sum)
        for term, weight in other.sum.items():
            total[term] = total.get(term, 0.0) + weight
        if len(total) > GROUP_TERMS:
            total = dict(sorted(total.items(), key=lambda item: (-item[1], item[0]))[:GROUP_TERMS])
        self.sum = total
        self.members += other.members
        days = [day for day in (self.first, self.last, other.first, other.last) if day is not None]
        self.first, self.last = (min(days), max(days)) if days else (None, None)
        self.version += 1


def cluster(
    profiles: Sequence[Profile], published: Sequence[str | None], joined: Iterable[tuple[int, int]]
) -> list[list[int]]:
    """The accounts, by place, sorted into affairs, in order; those of `joined` pairs stay together."""
    groups = {i: Group(i, profile, _day(published[i])) for i, profile in enumerate(profiles)}
    for a, b in _neighbours(profiles):
        groups[a].near.add(b)
        groups[b].near.add(a)
    place = list(range(len(profiles)))
    for a, b in joined:
        _merge(groups, place, a, b)
    threshold = LEAST_ALIKE * len(profiles) / (len(profiles) + FEW)
    _agglomerate(groups, place, threshold)
    _take_in_lone(groups, place, threshold)
    return sorted(sorted(group.members) for group in groups.values())


def _agglomerate(groups: dict[int, Group], place: list[int], threshold: float) -> None:
    """Join the two groups most alike, again and again, while they reach the threshold."""
    heap: list[tuple[float, int, int, int, int]] = []

    def offer(a: int, b: int) -> None:
        a, b = min(a, b), max(a, b)
        likeness = groups[a].likeness(groups[b])
        if likeness >= threshold:
            heapq.heappush(heap, (-likeness, a, b, groups[a].version, groups[b].version))

    for a in sorted(groups):
        for b in _living(groups, place, a):
            if a < b:
                offer(a, b)
    while heap:
        _, a, b, version_a, version_b = heapq.heappop(heap)
        if a in groups and b in groups and (groups[a].version, groups[b].version) == (version_a, version_b):
            _merge(groups, place, a, b)
            for other in _living(groups, place, a):
                offer(a, other)


def _take_in_lone(groups: dict[int, Group], place: list[int], threshold: float) -> None:
    """Accounts left alone join the affair that is clearly nearest to them."""
    homes = {}
    for a in sorted(groups):
        if len(groups[a].members) == 1:
            ranked = sorted((-groups[a].likeness(groups[b]), b) for b in _living(groups, place, a))
            second = -ranked[1][0] if len(ranked) > 1 else 0.0
            if ranked and -ranked[0][0] >= max(threshold * LONE_SHARE, second * LONE_RATIO):
                homes[a] = ranked[0][1]
    for a, home in homes.items():
        _merge(groups, place, a, home)


def _living(groups: dict[int, Group], place: list[int], a: int) -> list[int]:
    """The groups near to a group, in order."""
    groups[a].near = {_root(place, b) for b in groups[a].near} - {a}
    return sorted(groups[a].near)


def _merge(groups: dict[int, Group], place: list[int], a: int, b: int) -> None:
    """Join the groups that two accounts are in; the later goes into the earlier."""
    kept, lost = sorted((_root(place, a), _root(place, b)))
    if kept != lost:
        groups[kept].absorb(groups[lost])
        groups[kept].near |= groups.pop(lost).near
        place[lost] = kept


def _root(place: list[int], a: int) -> int:
    """The group that an account's first group has gone into."""
    while place[a] != a:
        place[a] = place[place[a]]
        a = place[a]
    return a


def _neighbours(profiles: Sequence[Profile]) -> Iterable[tuple[int, int]]:
    """Pairs of accounts of which one is among the nearest of the other."""
    import numpy as np

    lists: dict[str, list[int]] = defaultdict(list)
    looked_up = [list(profile.items())[:TERMS_LOOKED_UP] for profile in profiles]
    for place, terms in enumerate(looked_up):
        for term, _ in terms:
            lists[term].append(place)
    holders = {term: np.array(places) for term, places in lists.items() if len(places) > 1}
    weights = {term: np.array([profiles[place][term] for place in places]) for term, places in holders.items()}
    for place, terms in enumerate(looked_up):
        shared = [(term, weight) for term, weight in terms if term in holders]
        if not shared:
            continue
        places = np.concatenate([holders[term] for term, _ in shared])
        scores = np.bincount(places, np.concatenate([weights[term] * weight for term, weight in shared]))
        scores[place] = 0.0
        order = np.argsort(-scores, kind="stable")[:NEIGHBOURS]
        yield from ((place, int(other)) for other in order if scores[other] > 0.0)


def _day(published: str | None) -> int | None:
    """The day of publication as a number."""
    try:
        return date.fromisoformat((published or "")[:10]).toordinal()
    except ValueError:
        return None
