"""Chains of several accounts that mean one entity.

Chains of one name and kind are grouped; groups whose full names are alike are united where kind, gender and company
agree and nothing tells them apart; a name of one word goes to its only bearer. Every union keeps its reason, so that a
reader can see it and undo it. How sure each likeness makes us is written down beside it; no two chains are compared
that do not share a key, so the cost grows with the number of chains and not with its square.
"""

from __future__ import annotations

from dataclasses import replace

from crossread.link.entities_build import build_entity, describe, fill_reading
from crossread.link.entities_clusters import Clusters, Join
from crossread.link.entities_company import Company
from crossread.link.entities_credits import resolve_credits
from crossread.link.entities_governments import unite_governments
from crossread.link.entities_kinds import unite_kinds
from crossread.link.entities_known import group_by_name, view_chains
from crossread.link.entities_namesakes import split_namesakes
from crossread.link.entities_pairs import unite_full_names, unite_weak
from crossread.link.entities_phrases import unite_phrases, unite_salient
from crossread.link.entities_roles import unite_roles
from crossread.link.entities_short import unite_short_names
from crossread.link.entities_user import groups_by_form, parted, told_kind, told_name, unite_as_told
from crossread.link.people import NO_RULES, Rules
from crossread.records import Entity, Reading


def link_entities(
    readings: tuple[Reading, ...], rules: Rules = NO_RULES
) -> tuple[tuple[Reading, ...], tuple[Entity, ...]]:
    """The readings with entities filled in, and the entities, ordered by id. The user's `rules` go before all else."""
    groups = group_by_name(view_chains(readings))
    company = Company(groups, len(readings))
    groups += split_namesakes(groups, company)
    by_form = groups_by_form(groups) if rules.rules else {}
    clusters = Clusters(groups, parted(rules, by_form))
    unite_as_told(clusters, rules, by_form)
    juniors = unite_full_names(clusters, company)
    unite_short_names(clusters, company)
    unite_weak(clusters, company, juniors)
    unite_kinds(clusters, company)
    unite_roles(clusters, company)
    governments = unite_governments(clusters, company)
    unite_phrases(clusters, company)
    unite_salient(clusters, company)
    entities, entity_of = _entities(clusters, rules)
    credited = resolve_credits(clusters, entity_of, readings)
    entities += credited.entities
    filled = tuple(fill_reading(reading, entity_of, credited, governments) for reading in readings)
    return filled, tuple(sorted(describe(entities, filled), key=lambda entity: entity.id))


def _entities(clusters: Clusters, rules: Rules) -> tuple[list[Entity], dict[str, str]]:
    """Every entity and the entity of each chain."""
    joins: dict[int, list[Join]] = {}
    for join in clusters.joins:
        joins.setdefault(clusters.top(join.a), []).append(join)
    entities: list[Entity] = []
    entity_of: dict[str, str] = {}
    for top in clusters.tops():
        cluster = clusters.of(top)
        entity = build_entity(cluster, joins.get(top, []), clusters.groups, told_kind(cluster, rules))
        entity = replace(entity, name=told_name(cluster, rules) or entity.name)
        entities.append(entity)
        entity_of |= {member.chain.id: entity.id for group in cluster.groups for member in group.members}
    return entities, entity_of
