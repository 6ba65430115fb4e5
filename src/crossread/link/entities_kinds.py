"""One name, two kinds: 'Taliban' taken for a person once and for an organization eight times is an organization."""

from __future__ import annotations

from crossread.link.entities_clusters import Clusters, Join
from crossread.link.entities_company import Company
from crossread.link.entities_known import Group

# A kind held by less than this share of a name's mentions is a slip of reading.
SLIP = 1 / 3
# A person is rarely taken for a place or the other way round; less is believed.
SLIP_OF_PERSON = 1 / 4
COMPANY_ASKED = 0.05
SCORE = 0.8


def unite_kinds(clusters: Clusters, company: Company) -> None:
    """Unite groups of one name where few mentions make it another kind than most."""
    by_words: dict[tuple[str, ...], list[Group]] = {}
    for group in clusters.groups:
        if group.words and not group.country:
            by_words.setdefault(group.words, []).append(group)
    for words in sorted(by_words):
        if len({group.kind for group in by_words[words]}) > 1:
            _unite_minor(clusters, company, by_words[words])


def _unite_minor(clusters: Clusters, company: Company, groups: list[Group]) -> None:
    weights: dict[str, int] = {}
    for group in groups:
        weights[group.kind] = weights.get(group.kind, 0) + group.weight
    total = sum(weights.values())
    major = max(sorted(weights), key=lambda kind: weights[kind])
    owners = sorted((g for g in groups if g.kind == major), key=lambda group: (-group.weight, group.number))
    for group in groups:
        most = SLIP_OF_PERSON if "person" in (group.kind, major) else SLIP
        if group.kind == major or weights[group.kind] > most * total:
            continue
        for owner in owners:
            share = company.share(group.accounts, clusters.of(owner.number).accounts, {group.number, owner.number})
            if share >= COMPANY_ASKED:
                reason = f"named as {major} {weights[major]} times, as {group.kind} {weights[group.kind]}"
                clusters.unite(Join(owner.number, group.number, SCORE, reason), always=True)
                break
