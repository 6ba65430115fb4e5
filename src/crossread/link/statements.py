"""Statements of several accounts that speak of the same thing."""

from __future__ import annotations

from crossread.records import Entity, EventCluster, Lineage, Reading, StatementGroup


def group_statements(
    readings: tuple[Reading, ...],
    entities: tuple[Entity, ...],
    lineage: tuple[Lineage, ...],
    clusters: tuple[EventCluster, ...],
) -> tuple[StatementGroup, ...]:
    """Groups of statements about one thing; a statement nobody else makes is a group of one."""
    return ()
