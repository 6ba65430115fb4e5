"""Events of several accounts that are the same: one type, one day, one pair of parties, within one affair.

An event is compared only with those of its story and type that share a party; so no list of all pairs is ever made.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from crossread.calendar import days_of
from crossread.records import Event, EventCluster, EventType, Reading, identify

# Undated events of one type and the same two parties are one where their accounts appear so many days apart at most.
DAYS_APART = 3
# A date coarser than this many days says too little to join events by it.
COARSEST_DAYS = 7


@dataclass(frozen=True, slots=True)
class Placed:
    """An event with what is compared: its story, its first and last day (ordinals; None undated), its account's day."""

    event: Event
    story: str
    days: tuple[int, int] | None
    value: str | None
    published: int | None
    key: tuple[str, int, int]

    @property
    def parties(self) -> frozenset[str]:
        """Everybody who takes part."""
        return frozenset((*self.event.actors, *self.event.recipients))


def cluster_events(readings: tuple[Reading, ...]) -> tuple[tuple[Reading, ...], tuple[EventCluster, ...]]:
    """The readings with `same_as` filled in, and the clusters, ordered by id.

    Every event that has a day, or is told by several accounts, belongs to a cluster; of the rest `same_as` stays None.
    """
    groups: dict[tuple[str, EventType], list[Placed]] = defaultdict(list)
    for reading in readings:
        for placed in _placed(reading):
            groups[placed.story, placed.event.type].append(placed)
    clusters = [cluster for group in groups.values() for cluster in _joined(group)]
    kept = [cluster for cluster in clusters if cluster[0].days or len({p.event.document for p in cluster}) > 1]
    made = sorted((_cluster(members) for members in kept), key=lambda c: c.id)
    cluster_of = {event: cluster.id for cluster in made for event in cluster.events}
    return tuple(
        replace(r, events=tuple(replace(e, same_as=cluster_of.get(e.id)) for e in r.events)) for r in readings
    ), tuple(made)


def _placed(reading: Reading) -> Iterable[Placed]:
    document = reading.document
    values = {time.id: time.value for time in reading.times}
    published = _ordinals(document.published[:10]) if document.published else None
    for event in reading.events:
        value = values.get(event.time or "")
        days = _ordinals(value) if value else None
        if days and days[1] - days[0] > COARSEST_DAYS:
            days = None
        key = (document.key, event.start, event.end)
        first = published[0] if published else None
        yield Placed(event, document.story or "", days, value if days else None, first, key)


def _ordinals(value: str) -> tuple[int, int] | None:
    days = days_of(value)
    return (days[0].toordinal(), days[1].toordinal()) if days else None


def _joined(group: Sequence[Placed]) -> list[list[Placed]]:
    """Clusters of one story and type: each event joins the first cluster all of whose events it agrees with."""
    ordered = sorted(group, key=lambda p: (p.days is None, p.days or (p.published or 0,) * 2, p.key))
    clusters: list[list[Placed]] = []
    by_party: dict[str, list[int]] = defaultdict(list)
    for placed in ordered:
        near = dict.fromkeys(number for party in sorted(placed.parties) for number in by_party[party])
        number = next((n for n in near if all(_agree(placed, other) for other in clusters[n])), None)
        if number is None:
            number = len(clusters)
            clusters.append([])
        clusters[number].append(placed)
        for party in placed.parties:
            if number not in by_party[party]:
                by_party[party].append(number)
    return clusters


def _agree(a: Placed, b: Placed) -> bool:
    """Whether two events of one story and type can be one."""
    if a.event.modality != b.event.modality:
        return False
    pairs = ((a.event.actors, b.event.actors), (a.event.recipients, b.event.recipients))
    is_mutual = a.event.type in ("CONSULT", "COOPERATE", "AGREE")
    if not is_mutual and any(x and y and set(x).isdisjoint(y) for x, y in pairs):
        return False
    if a.days and b.days:
        return a.days[0] <= b.days[1] and b.days[0] <= a.days[1] and bool(a.parties & b.parties)
    if a.published is None or b.published is None or abs(a.published - b.published) > DAYS_APART:
        return False
    return len(a.parties & b.parties) > 1


def _cluster(members: Sequence[Placed]) -> EventCluster:
    dated = [p for p in members if p.days]
    finest = min(dated, key=lambda p: (p.days[1] - p.days[0] if p.days else 0, p.value or "")) if dated else None
    places = Counter(p.event.place for p in members if p.event.place)
    place = min(places, key=lambda name: (-places[name], name)) if places else None
    first = min(p.key for p in members)
    kind = members[0].event.type
    ids = tuple(p.event.id for p in sorted(members, key=lambda p: p.key))
    return EventCluster(identify("cluster", kind, *first), kind, ids, finest.value if finest else None, place)
