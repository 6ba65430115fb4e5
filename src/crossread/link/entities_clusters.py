"""Groups of chains united under constraints: what must not be one stays two, however alike its neighbours are."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from crossread.link.entities_company import Circle
from crossread.link.entities_known import Group
from crossread.link.entities_people import judge_people
from crossread.link.entities_things import judge_things
from crossread.link.entities_traits import Traits, traits_of
from crossread.records import MergedBy

# One account tells two names apart where it chains them apart; only a likeness this sure says it did so by mistake.
SURE_WITHIN_ACCOUNT = 0.92


@dataclass(frozen=True, slots=True)
class Join:
    """Two groups (by number) that were united, how sure that is, and why."""

    a: int
    b: int
    score: float
    reason: str
    by: MergedBy = "model"


@dataclass(slots=True)
class Cluster:
    """Groups held to be one, the groups found in each account, and what is known of them once somebody asks."""

    groups: list[Group]
    accounts: dict[int, set[int]]
    kept: Traits | None = None

    @property
    def traits(self) -> Traits:
        """What is known of it."""
        if self.kept is None:
            self.kept = traits_of(self.groups)
        return self.kept

    @property
    def circle(self) -> Circle:
        """Where it occurs."""
        return self.traits.circle(self.accounts)

    def absorb(self, other: Cluster) -> None:
        """Add the groups of another, which is no longer one of its own."""
        if self.kept is not None:
            self.kept.absorb(other.traits)
        self.groups.extend(other.groups)
        for account, numbers in other.accounts.items():
            self.accounts.setdefault(account, set()).update(numbers)


class Clusters:
    """A partition of groups that only grows coarser, and the joins that made it."""

    def __init__(self, groups: Sequence[Group], apart: Mapping[int, Collection[int]] | None = None) -> None:
        self.groups = groups
        self.joins: list[Join] = []
        self._apart = apart or {}
        self._parent = list(range(len(groups)))
        self._clusters = {g.number: Cluster([g], {account: {g.number} for account in g.accounts}) for g in groups}

    def top(self, number: int) -> int:
        """The number that stands for a group's cluster."""
        while self._parent[number] != number:
            self._parent[number] = self._parent[self._parent[number]]
            number = self._parent[number]
        return number

    def of(self, number: int) -> Cluster:
        """The cluster of a group."""
        return self._clusters[self.top(number)]

    def tops(self) -> list[int]:
        """One number for each cluster, in order."""
        return sorted(self._clusters)

    def unite(self, join: Join, *, always: bool = False) -> bool:
        """Make two groups' clusters one, unless something hinders it; whether they are one now.

        `always` minds nothing but the user, whose own word minds nothing.
        """
        a, b = self.top(join.a), self.top(join.b)
        if a == b:
            return True
        if join.by != "user" and self._user_parts(a, b):
            return False
        if not always and self.hindrance(a, b, join.score):
            return False
        self.joins.append(join)
        if len(self._clusters[a].groups) < len(self._clusters[b].groups):
            a, b = b, a
        self._clusters[a].absorb(self._clusters.pop(b))
        self._parent[b] = a
        return True

    def hindrance(self, a: int, b: int, score: float, through: tuple[str, ...] = ()) -> str | None:
        """Why two clusters must stay two, or None; `through` is a third name that would join them."""
        one, other = self.of(a), self.of(b)
        if self._user_parts(self.top(a), self.top(b)):
            return "the user says they are two"
        if score < SURE_WITHIN_ACCOUNT and self._told_apart(one, other):
            return "one account tells them apart"
        if one.traits.are_people and other.traits.are_people:
            return _people_differ(one.traits, other.traits)
        return _things_differ(one.traits, other.traits, through)

    def _user_parts(self, a: int, b: int) -> bool:
        if not self._apart:
            return False
        small, large = sorted((a, b), key=lambda top: len(self._clusters[top].groups))
        groups = self._clusters[small].groups
        return any(self.top(n) == large for group in groups for n in self._apart.get(group.number, ()))

    def _told_apart(self, one: Cluster, other: Cluster) -> bool:
        """Whether an account holds both under names that are not equal."""
        small, large = (one, other) if len(one.accounts) <= len(other.accounts) else (other, one)
        for account, numbers in small.accounts.items():
            for n in numbers if account in large.accounts else ():
                if any(self.groups[m].words != self.groups[n].words for m in large.accounts[account]):
                    return True
        return False


def _people_differ(one: Traits, other: Traits) -> str | None:
    if {one.gender, other.gender} == {"female", "male"}:
        return "one is a woman, the other a man"
    for first in one.full_names():
        for second in other.full_names():
            if first != second and judge_people(first, second).likeness == "other":
                return f"{' '.join(first)} is not {' '.join(second)}"
    return None


def _things_differ(one: Traits, other: Traits, through: tuple[str, ...]) -> str | None:
    everything = [*one.full_names(), *other.full_names(), through]
    for first in one.full_names():
        for second in other.full_names():
            if first != second and not _may_be_one(first, second, everything):
                return f"{' '.join(first)} is not {' '.join(second)}"
    return None


def _may_be_one(first: tuple[str, ...], second: tuple[str, ...], everything: list[tuple[str, ...]]) -> bool:
    """Whether two names are alike, or each is a known short name with more words on another side."""
    if judge_things(first, second, "organization").likeness != "other":
        return True
    return any(
        (first[-len(short) :] == short and second[: len(short)] == short)
        or (second[-len(short) :] == short and first[: len(short)] == short)
        for short in everything
        if len(short) > 1
    )
