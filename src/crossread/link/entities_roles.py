"""People named by their role alone: 'the Selmar harbour master' and the one person whom other accounts call so.

A role joins an unnamed chain to a named person only where the words are definite ('the', 'Selmar's', nothing, but not
'a'), tell more than a bare noun, and exactly one person in this company is called so. Sources that are not named
stay unnamed: 'a Selmar official' is nobody.
"""

from __future__ import annotations

from crossread.link.entities_clusters import SURE_WITHIN_ACCOUNT, Clusters, Join
from crossread.link.entities_company import Company
from crossread.link.entities_known import Group
from crossread.link.entities_rolewords import MANY_HOLD, role_words
from crossread.link.entities_short import IN_PLAY

# A role that one person in the company holds; less sure than a name, since offices change hands.
SCORE = 0.76
# Company asked for before a role counts.
ENOUGH = 0.12
# 'His deputy' says whose only to who knows whom 'his' means.
POSSESSIVES = frozenset({"his", "her", "its", "their", "our", "my", "your", "whose"})
# A word that stands in the roles of more people than this is looked up by other words only.
MOST_HOLDERS = 200


def unite_roles(clusters: Clusters, company: Company) -> None:
    """Give each unnamed chain with a telling role to the one person who holds it."""
    holders = _index(clusters)
    for group in clusters.groups:
        if group.words or group.kind != "person" or clusters.top(group.number) != group.number:
            continue
        for role in sorted(_telling_roles(group), key=lambda role: (-len(role), sorted(role))):
            held = _held(clusters, company, group, role, holders)
            if len(held) == 1:
                top, share = held[0]
                _give(clusters, group, top, share)
                break


def _telling_roles(group: Group) -> set[frozenset[str]]:
    """The roles an unnamed chain is worded as, where they are definite, of one person, and more than a noun."""
    known = group.members[0]
    if known.chain.plural or not known.is_definite:
        return set()
    told = (role_words(text) for text, _ in known.phrases if text.split()[0].casefold() not in POSSESSIVES)
    return {words for words in told if len(words) > 1 and words.isdisjoint(MANY_HOLD)}


def _index(clusters: Clusters) -> dict[str, dict[int, list[frozenset[str]]]]:
    """For each word of a role, the clusters of named people it is said of, with their roles."""
    index: dict[str, dict[int, list[frozenset[str]]]] = {}
    for group in clusters.groups:
        if group.kind == "person" and group.words:
            top = clusters.top(group.number)
            told = (text for known in group.members for text in (*known.roles, *(words for words, _ in known.phrases)))
            for role in {role_words(text) for text in told}:
                for word in role:
                    index.setdefault(word, {}).setdefault(top, []).append(role)
    return index


def _held(
    clusters: Clusters,
    company: Company,
    group: Group,
    role: frozenset[str],
    holders: dict[str, dict[int, list[frozenset[str]]]],
) -> list[tuple[int, float]]:
    """Who in this company holds a role, with how close the company is."""
    listed = [holders.get(word, {}) for word in sorted(role)]
    rarest = min(listed, key=len)
    if not rarest or len(rarest) > MOST_HOLDERS:
        return []
    tops = {clusters.top(top) for top, roles in rarest.items() if any(role <= other for other in roles)}
    held = []
    for top in sorted(tops):
        share = company.share(clusters.of(group.number).circle, clusters.of(top).circle)
        if share >= IN_PLAY:
            held.append((top, share))
    return held


def _give(clusters: Clusters, group: Group, top: int, share: float) -> None:
    """Unite a role with its holder. An account that names both may not know what others do: it hinders nothing."""
    owner = clusters.of(top).groups[0]
    if share >= ENOUGH and not clusters.hindrance(top, group.number, SURE_WITHIN_ACCOUNT):
        told = f"role '{group.members[0].phrases[0][0]}' held by one person in this company"
        clusters.unite(Join(owner.number, group.number, SCORE, told), always=True)
