"""One name, taken for a person here and for a place or body there: which it is, the mentions vote.

Other kinds of one name are united with the names; a person is not, since a family name is often a town's.
"""

from __future__ import annotations

from crossread.link.entities_clusters import Clusters, Join
from crossread.link.entities_company import Company
from crossread.link.entities_known import Group
from crossread.link.names_fold import plain_words

# Where a word is somebody's family name and a place's, only a slip of reading is united: less than this share.
SLIP = 1 / 4
COMPANY_ASKED = 0.05
SCORE = 0.8


def unite_kinds(clusters: Clusters, company: Company) -> None:
    """Unite people and things of one name where nobody in company bears it besides a full name."""
    people, things = _people_by_form(clusters), _things_by_name(clusters)
    for words in sorted(things):
        counts: dict[int, int] = {}
        for group, count in people.get(words, ()):
            top = clusters.top(group.number)
            counts[top] = counts.get(top, 0) + count
        for top in sorted(counts):
            _unite(clusters, company, top, counts[top], things[words], is_short=len(words) == 1)


def _people_by_form(clusters: Clusters) -> dict[tuple[str, ...], list[tuple[Group, int]]]:
    """Groups taken for people by every name they bear, as it is written, with its count."""
    found: dict[tuple[str, ...], list[tuple[Group, int]]] = {}
    for group in clusters.groups:
        if group.kind == "person" and group.words:
            counted: dict[tuple[str, ...], int] = {}
            for known in group.members:
                for form, count in known.forms:
                    words = plain_words(form)
                    counted[words] = counted.get(words, 0) + count
            for words, count in counted.items():
                found.setdefault(words, []).append((group, count))
    return found


def _things_by_name(clusters: Clusters) -> dict[tuple[str, ...], list[Group]]:
    """Groups taken for something else by their fullest names as they are written: the ship 'USS Vane' is no Vane."""
    found: dict[tuple[str, ...], list[Group]] = {}
    for group in clusters.groups:
        if group.kind != "person" and group.words and not group.country:
            for words in sorted({plain_words(known.fullest) for known in group.members}):
                found.setdefault(words, []).append(group)
    return found


def _unite(
    clusters: Clusters, company: Company, person: int, count: int, things: list[Group], *, is_short: bool
) -> None:
    """Unite a cluster taken for a person with the things of one of its names that keep company with it."""
    for thing in things:
        has_full_name = is_short and bool(clusters.of(person).traits.names)
        is_slip = min(count, thing.weight) <= SLIP * (count + thing.weight)
        if (is_slip or not has_full_name) and _share(clusters, company, person, thing) >= COMPANY_ASKED:
            reason = f"one name, as person {count}×, as {thing.kind} {thing.weight}×"
            clusters.unite(Join(clusters.of(person).groups[0].number, thing.number, SCORE, reason), always=True)


def _share(clusters: Clusters, company: Company, person: int, thing: Group) -> float:
    return company.share(clusters.of(thing.number).circle, clusters.of(person).circle)
