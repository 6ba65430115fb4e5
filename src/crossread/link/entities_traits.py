"""What is known of a cluster: its full names, gender, roles and circle, kept up to date as clusters grow.

Counting anew at every union would cost the square of an affair's accounts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from crossread.gazetteer import first_names
from crossread.link.entities_company import Circle, join_near
from crossread.link.entities_known import Group
from crossread.link.entities_rolewords import COUNTRY, role_words
from crossread.records import Gender

# Names compared at most on either side before two clusters are united.
MOST_COMPARED = 12
SEXES: dict[str, Gender] = {"f": "female", "m": "male"}


@dataclass(slots=True)
class Traits:
    """Counts over the chains of a cluster; `shown` are genders the accounts show, `named` what given names say."""

    names: Counter[tuple[str, ...]] = field(default_factory=Counter)
    owners: dict[tuple[str, ...], int] = field(default_factory=dict)
    shown: Counter[Gender] = field(default_factory=Counter)
    named: Counter[Gender] = field(default_factory=Counter)
    roles: Counter[frozenset[str]] = field(default_factory=Counter)
    near: tuple[int, ...] = ()
    own: frozenset[int] = frozenset()
    are_people: bool = True

    def absorb(self, other: Traits) -> None:
        """Add what is known of another cluster."""
        self.names.update(other.names)
        for words, number in other.owners.items():
            self.owners.setdefault(words, number)
        self.shown.update(other.shown)
        self.named.update(other.named)
        self.roles.update(other.roles)
        self.near = join_near(self.near, other.near)
        self.own |= other.own
        self.are_people = self.are_people and other.are_people

    def full_names(self) -> list[tuple[str, ...]]:
        """The names of more than one word, most frequent first."""
        return sorted(self.names, key=lambda words: (-self.names[words], words))[:MOST_COMPARED]

    @property
    def gender(self) -> Gender:
        """What most chains show, or else what the given names say; unknown where they disagree."""
        seen = self.shown or self.named
        if not seen or seen["female"] == seen["male"]:
            return "unknown"
        return "female" if seen["female"] > seen["male"] else "male"

    def circle(self, accounts: Collection[int]) -> Circle:
        """The circle of a cluster that occurs in these accounts."""
        return Circle(accounts, self.near, self.own)


def traits_of(groups: Sequence[Group]) -> Traits:
    """What is known of some groups together."""
    traits = _traits_of_one(groups[0])
    for group in groups[1:]:
        traits.absorb(_traits_of_one(group))
    return traits


def _traits_of_one(group: Group) -> Traits:
    is_person = group.kind == "person"
    traits = Traits(are_people=is_person, near=join_near((), tuple(group.accounts)))
    if len(group.words) > is_person:
        traits.own = frozenset({group.number})
    if len(group.words) > 1:
        traits.names[group.words] = max(1, group.weight)
        traits.owners[group.words] = group.number
    for known in group.members:
        if known.chain.gender in ("female", "male"):
            traits.shown[known.chain.gender] += 1
        sex = first_names().get(known.words[0]) if len(known.words) > 1 else None
        if sex in SEXES:
            traits.named[SEXES[sex]] += 1
        traits.roles.update({bare for role in known.roles if (bare := bare_role(role))})
    return traits


def bare_role(role: str) -> frozenset[str]:
    """A role's words without the country it is of."""
    return frozenset(word for word in role_words(role) if not word.startswith(COUNTRY))
