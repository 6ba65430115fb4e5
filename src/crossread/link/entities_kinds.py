"""One name, taken for a person here and for a place or body there: which it is, the mentions vote.

Other kinds of one name are united with the names; a person is not, since a family name is often a town's.
"""

from __future__ import annotations

from crossread.link.entities_clusters import Clusters, Join
from crossread.link.entities_company import Company
from crossread.link.entities_known import Group

# Where a word is somebody's family name and a place's, only a slip of reading is united: less than this share.
SLIP = 1 / 4
COMPANY_ASKED = 0.05
SCORE = 0.8


def unite_kinds(clusters: Clusters, company: Company) -> None:
    """Unite people and things of one name where nobody in company bears it besides a full name."""
    by_words: dict[tuple[str, ...], tuple[list[Group], list[Group]]] = {}
    for group in clusters.groups:
        if group.words and not group.country:
            sides = by_words.setdefault(group.words, ([], []))
            sides[group.kind != "person"].append(group)
    for words in sorted(by_words):
        people, things = by_words[words]
        for person in people if things else ():
            _unite(clusters, company, person, people, things)


def _unite(clusters: Clusters, company: Company, person: Group, people: list[Group], things: list[Group]) -> None:
    """Give one group taken for a person to the thing of its name, the closest in company first."""
    counts = sum(group.weight for group in people), sum(group.weight for group in things)
    has_full_name = len(person.words) == 1 and bool(clusters.of(person.number).full_names())
    if has_full_name and min(counts) > SLIP * sum(counts):
        return
    shares = [(_share(clusters, company, person, thing), -thing.number) for thing in things]
    share, minus = max(shares)
    if share >= COMPANY_ASKED:
        reason = f"one name, as person {counts[0]}×, as {things[0].kind} {counts[1]}×"
        clusters.unite(Join(-minus, person.number, SCORE, reason), always=True)


def _share(clusters: Clusters, company: Company, person: Group, thing: Group) -> float:
    accounts = clusters.of(thing.number).accounts
    return company.share(person.accounts, accounts, {person.number, thing.number})
