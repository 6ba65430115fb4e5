"""Linking: what is the same across accounts. It says nothing of what to believe."""

from __future__ import annotations

from collections.abc import Sequence

from crossread.link.dates import date_undated
from crossread.link.entities import link_entities
from crossread.link.events import cluster_events
from crossread.link.lineage import find_lineage
from crossread.link.people import NO_RULES, Rules, unused_rules
from crossread.link.statements import group_statements
from crossread.link.stories import describe_stories, sort_stories
from crossread.records import Links, Reading

__all__ = ["link"]


def link(readings: Sequence[Reading], rules: Rules = NO_RULES) -> Links:
    """All accounts with what joins them: lineage, entities, stories, dates, events, statements of one thing.

    The order of the accounts given alters nothing: they are sorted by document id first. `rules` are the user's word on
    who is who (see `people.py`).
    """
    ordered = tuple(sorted(readings, key=lambda reading: reading.document.id))
    lineage = find_lineage(ordered)
    linked, entities = link_entities(ordered, rules)
    partition = sort_stories(linked, lineage)
    dated, notices = date_undated(linked, partition, lineage)
    placed, stories = describe_stories(dated, partition, entities)
    clustered, clusters = cluster_events(placed)
    groups = group_statements(clustered, clusters)
    return Links(clustered, entities, lineage, stories, clusters, groups, (*notices, *unused_rules(rules, ordered)))
