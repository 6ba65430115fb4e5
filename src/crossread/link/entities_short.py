"""People known in an account by one word only: a family name, a given name, a stage name.

Such a word is given to the bearer of a full name only where exactly one bearer is in play: in the accounts that keep
this account's company. Where two are (two brothers, husband and wife), it stays with nobody, unless gender or role
leaves one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from crossread.link.entities_clusters import Clusters, Join
from crossread.link.entities_company import Company
from crossread.link.entities_known import Group, gender_of
from crossread.link.names_fold import skeleton
from crossread.link.names_pairs import answer
from crossread.link.names_words import split_suffix

# Company that puts a bearer in play, and company that lets a lone bearer have the word.
IN_PLAY, ENOUGH = 0.06, 0.12
# A given name alone asks for closer company than a family name.
ENOUGH_FOR_GIVEN = 0.25
# Spellings less alike than this are not one word.
LEAST_ALIKE = 0.9
MOST_BEARERS = 60
# What a lone bearer's claim is worth without company, and what full company adds.
BASE, BY_COMPANY = 0.62, 0.3


@dataclass(frozen=True, slots=True)
class Bearer:
    """A cluster that bears a word, how close its company is, and whether the word is its family name."""

    top: int
    company: float
    is_family: bool


def unite_short_names(clusters: Clusters, company: Company) -> None:
    """Give each one-word name to its bearer, where there is one; join the others that keep company."""
    bearers_of = _index(clusters)
    alone = [g for g in clusters.groups if _is_short(g)]
    homeless: dict[str, list[Group]] = {}
    contested: set[int] = set()
    for group in alone:
        bearers = _in_play(clusters, company, group, bearers_of)
        chosen = _choose(clusters, group, bearers)
        if chosen:
            _give(clusters, group, chosen)
        elif bearers:
            contested.add(group.number)
        if clusters.top(group.number) == group.number:
            homeless.setdefault(group.words[0], []).append(group)
    for word in sorted(homeless):
        _unite_homeless(clusters, company, [g for g in homeless[word] if g.number not in contested])


def _is_short(group: Group) -> bool:
    return group.kind == "person" and len(group.words) == 1


def _index(clusters: Clusters) -> dict[str, list[tuple[int, str, bool]]]:
    """The groups with full names by the sound of each word: number, word, whether it is the family name."""
    index: dict[str, list[tuple[int, str, bool]]] = {}
    for group in clusters.groups:
        if group.kind == "person" and len(group.words) > 1:
            words = split_suffix(group.words)[0]
            for n, word in enumerate(words):
                if len(word) > 1:
                    index.setdefault(skeleton(word), []).append((group.number, word, n == len(words) - 1))
    return index


def _in_play(
    clusters: Clusters, company: Company, group: Group, index: dict[str, list[tuple[int, str, bool]]]
) -> list[Bearer]:
    """The clusters that bear the word in this account's company, closest first."""
    word = group.words[0]
    found: dict[int, bool] = {}
    for number, borne, is_family in index.get(skeleton(word), []):
        score, cause = answer(word, borne)
        if score >= LEAST_ALIKE and cause in ("same", "spelling"):
            top = clusters.top(number)
            found[top] = found.get(top, False) or is_family
    if len(found) > MOST_BEARERS:
        return []
    bearers = []
    for top in sorted(found):
        cluster = clusters.of(top)
        share = company.share(group.accounts, cluster.accounts, {group.number, *(g.number for g in cluster.groups)})
        if share >= IN_PLAY:
            bearers.append(Bearer(top, share, found[top]))
    return sorted(bearers, key=lambda bearer: (-bearer.company, bearer.top))


def _choose(clusters: Clusters, group: Group, bearers: Sequence[Bearer]) -> tuple[Bearer, str] | None:
    """The one bearer that a word may belong to, and why it is the one."""
    if len(bearers) == 1:
        return (bearers[0], "the only bearer in this company") if _is_enough(bearers[0]) else None
    same_gender = [b for b in bearers if not _genders_differ(clusters, group, b)]
    if len(bearers) > 1 and len(same_gender) == 1 and _is_enough(same_gender[0]):
        return same_gender[0], "the only bearer of this gender"
    same_role = [b for b in same_gender if _roles(group) & _roles_of(clusters, b)]
    if len(same_role) == 1 and _is_enough(same_role[0]):
        return same_role[0], f"the only bearer with the role {min(_roles(group) & _roles_of(clusters, same_role[0]))}"
    return None


def _is_enough(bearer: Bearer) -> bool:
    return bearer.company >= (ENOUGH if bearer.is_family else ENOUGH_FOR_GIVEN)


def _genders_differ(clusters: Clusters, group: Group, bearer: Bearer) -> bool:
    theirs = gender_of(known for g in clusters.of(bearer.top).groups for known in g.members)
    return {gender_of(group.members), theirs} == {"female", "male"}


def _roles(group: Group) -> set[str]:
    """The roles its accounts give it, in lower case."""
    return {role.casefold() for known in group.members for role in known.chain.roles}


def _roles_of(clusters: Clusters, bearer: Bearer) -> set[str]:
    return {role for group in clusters.of(bearer.top).groups for role in _roles(group)}


def _give(clusters: Clusters, group: Group, chosen: tuple[Bearer, str]) -> None:
    bearer, why = chosen
    names = clusters.of(bearer.top).full_names()
    owner = next(g for g in clusters.of(bearer.top).groups if g.words == names[0])
    part = "family name" if bearer.is_family else "part"
    reason = f"{part} of {owner.first().chain.name}, {why}"
    score = round(min(0.95, BASE + BY_COMPANY * bearer.company), 3)
    clusters.unite(Join(group.number, owner.number, score, reason))


def _unite_homeless(clusters: Clusters, company: Company, groups: Sequence[Group]) -> None:
    """Join one-word names without a bearer where their accounts keep company."""
    heads: list[Group] = []
    for group in groups:
        for head in heads[:MOST_BEARERS]:
            cluster = clusters.of(head.number)
            share = company.share(group.accounts, cluster.accounts, {group.number, *(g.number for g in cluster.groups)})
            if share >= ENOUGH:
                score = round(min(0.95, BASE + BY_COMPANY * share), 3)
                if clusters.unite(Join(head.number, group.number, score, "same name in the same company")):
                    break
        else:
            heads.append(group)
