"""Groups of chains united under constraints: what must not be one stays two, however alike its neighbours are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from crossread.link.entities_known import Group, gender_of
from crossread.link.entities_people import judge_people
from crossread.link.entities_things import is_initials, judge_things
from crossread.link.names_words import split_suffix
from crossread.records import MergedBy

# One account tells two names apart where it chains them apart; only a likeness this sure says it did so by mistake.
SURE_WITHIN_ACCOUNT = 0.92
# Names compared at most on either side before two clusters are united.
MOST_COMPARED = 12


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
    """Groups held to be one, and the groups found in each account."""

    groups: list[Group]
    accounts: dict[int, set[int]] = field(default_factory=dict)

    @property
    def weight(self) -> int:
        """How often it is named."""
        return sum(group.weight for group in self.groups)

    def full_names(self) -> list[tuple[str, ...]]:
        """The names of more than one word, most frequent first."""
        full = [group for group in self.groups if len(group.words) > 1]
        return [group.words for group in sorted(full, key=lambda group: (-group.weight, group.number))][:MOST_COMPARED]


class Clusters:
    """A partition of groups that only grows coarser, and the joins that made it."""

    def __init__(self, groups: Sequence[Group], apart: frozenset[tuple[int, int]] = frozenset()) -> None:
        self.groups = groups
        self.joins: list[Join] = []
        self._apart = apart
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
        if join.by != "user" and self._user_parts(self.of(a), self.of(b)):
            return False
        if not always and self.hindrance(a, b, join.score):
            return False
        self.joins.append(join)
        if len(self._clusters[a].accounts) < len(self._clusters[b].accounts):
            a, b = b, a
        kept, gone = self._clusters[a], self._clusters.pop(b)
        self._parent[b] = a
        kept.groups.extend(gone.groups)
        for account, numbers in gone.accounts.items():
            kept.accounts.setdefault(account, set()).update(numbers)
        return True

    def hindrance(self, a: int, b: int, score: float, through: tuple[str, ...] = ()) -> str | None:
        """Why two clusters must stay two, or None; `through` is a third name that would join them."""
        one, other = self.of(a), self.of(b)
        if self._user_parts(one, other):
            return "the user says they are two"
        if score < SURE_WITHIN_ACCOUNT and self._told_apart(one, other):
            return "one account tells them apart"
        if all(group.kind == "person" for group in (*one.groups, *other.groups)):
            return _people_differ(one, other)
        return _things_differ(one, other, through)

    def _user_parts(self, one: Cluster, other: Cluster) -> bool:
        return bool(self._apart) and any(
            (min(g.number, h.number), max(g.number, h.number)) in self._apart for g in one.groups for h in other.groups
        )

    def _told_apart(self, one: Cluster, other: Cluster) -> bool:
        """Whether an account holds both under names that are not equal."""
        small, large = (one, other) if len(one.accounts) <= len(other.accounts) else (other, one)
        for account, numbers in small.accounts.items():
            for n in numbers if account in large.accounts else ():
                if any(self.groups[m].words != self.groups[n].words for m in large.accounts[account]):
                    return True
        return False


def _people_differ(one: Cluster, other: Cluster) -> str | None:
    genders = {gender_of(k for g in cluster.groups for k in g.members) for cluster in (one, other)}
    if {"female", "male"} <= genders:
        return "one is a woman, the other a man"
    for first in one.full_names():
        for second in other.full_names():
            if first != second and judge_people(first, second).likeness == "other":
                return f"{' '.join(first)} is not {' '.join(second)}"
    return None


def _things_differ(one: Cluster, other: Cluster, through: tuple[str, ...]) -> str | None:
    everything = [*(group.words for group in (*one.groups, *other.groups)), through]
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


def bears_initials(group: Group) -> bool:
    """Whether a group's only name is initials, which no other name contradicts."""
    return len(group.words) == 1 and all(is_initials(form) for known in group.members for form, _ in known.forms[:1])


def family_name(words: tuple[str, ...]) -> str:
    """The last word of a name, suffixes aside."""
    return split_suffix(words)[0][-1]
