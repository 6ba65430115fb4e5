"""People known in an account by one word only: a family name, a given name, a stage name.

Such a word is given to the bearer of a full name only where exactly one bearer is in play: in the accounts that keep
this account's company. Where two are (two brothers, husband and wife), it stays with nobody, unless gender or role
leaves one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from crossread.gazetteer import first_names
from crossread.link.entities_clusters import Clusters, Join
from crossread.link.entities_company import Company
from crossread.link.entities_known import Group
from crossread.link.names_fold import plain_words, skeleton, variants
from crossread.link.names_pairs import answer
from crossread.link.names_words import split_suffix

# Company that puts a bearer in play, and company that lets a lone bearer have the word.
IN_PLAY, ENOUGH = 0.06, 0.12
# A given name alone asks for closer company than a family name.
ENOUGH_FOR_GIVEN = 0.25
# Spellings less alike than this are not one word.
LEAST_ALIKE = 0.9
# Short words must be written as one sound by sound.
SOUNDS_ALIKE, LONG = 0.97, 6
# A word in the middle of a name is a name by itself only where it is longer.
SHORT = 3
MOST_BEARERS = 60
# One bearer is called by a role this many times as often as any other before the role decides.
CLEARLY = 3
# What a lone bearer's claim is worth without company, and what full company and the family name beside it add.
BASE, BY_COMPANY, BY_KIN = 0.62, 0.3, 0.1


@dataclass(frozen=True, slots=True)
class Bearer:
    """A cluster that bears a word, how close its company is, and whether the word is its family name.

    `has_kin` where the account of the word also writes the family name: 'Otto' beside 'the Venns'.
    """

    top: int
    company: float
    is_family: bool
    has_kin: bool


@dataclass(frozen=True, slots=True)
class Borne:
    """A word of a full name: its group, the word, the family name where it is another, and what stands behind it."""

    number: int
    word: str
    family: str | None
    suffix: str


Index = dict[object, list[Borne]]


def unite_short_names(clusters: Clusters, company: Company) -> None:
    """Give each one-word name to its bearer, where there is one; join the others that keep company."""
    index, spoken = _index(clusters), _spoken(clusters)
    homeless: dict[str, list[Group]] = {}
    for group in clusters.groups:
        if not _is_short(group):
            continue
        bearers = _in_play(clusters, company, group, index, spoken)
        if chosen := _choose(clusters, group, bearers):
            _give(clusters, group, chosen)
        if clusters.top(group.number) == group.number and (chosen or not bearers):
            homeless.setdefault(group.words[0], []).append(group)
    for word in sorted(homeless):
        _unite_homeless(clusters, company, homeless[word])


def _is_short(group: Group) -> bool:
    return group.kind == "person" and len(split_suffix(group.words)[0]) == 1


def _index(clusters: Clusters) -> Index:
    """The groups with full names by the sound of each word, and by what the given name is short for."""
    index: Index = {}
    for group in clusters.groups:
        words, suffix = split_suffix(group.words) if group.words else ((), "")
        if group.kind == "person" and len(words) > 1:
            for n, word in enumerate(words):
                borne = Borne(group.number, word, words[-1] if n < len(words) - 1 else None, suffix)
                if len(word) > (SHORT if 0 < n < len(words) - 1 else 1):
                    index.setdefault(skeleton(word), []).append(borne)
                for pet in sorted(variants(word)) if n == 0 else ():
                    index.setdefault(pet, []).append(borne)
    return index


def _spoken(clusters: Clusters) -> dict[int, set[str]]:
    """The words of all names in each account."""
    spoken: dict[int, set[str]] = {}
    for group in clusters.groups:
        for known in group.members:
            for form, _ in known.forms:
                spoken.setdefault(known.account, set()).update(plain_words(form))
    return spoken


def _in_play(
    clusters: Clusters, company: Company, group: Group, index: Index, spoken: dict[int, set[str]]
) -> list[Bearer]:
    """The clusters that bear the word in this account's company, closest first."""
    account, borne = group.members[0].account, _borne(group, index)
    if len(borne) > MOST_BEARERS:
        return []
    by_top: dict[int, list[Borne]] = {}
    for one in borne:
        by_top.setdefault(clusters.top(one.number), []).append(one)
    bearers = []
    for top in sorted(by_top):
        share = company.share(clusters.of(group.number).circle, clusters.of(top).circle)
        families = {one.family for one in by_top[top]}
        if share >= IN_PLAY:
            heard = {form for family in families - {None} for form in (family, f"{family}s")}
            bearers.append(Bearer(top, share, None in families, bool(heard & spoken[account])))
    return sorted(bearers, key=lambda bearer: (-bearer.company, bearer.top))


def _borne(group: Group, index: Index) -> list[Borne]:
    """Who bears a word, in this or another spelling, or as what a given name is short for.

    A family name comes before the same word elsewhere in a name, and a father before the son whom 'Jr' tells apart.
    """
    (word,), suffix = split_suffix(group.words)
    borne = [one for one in index.get(skeleton(word), []) if _is_word(word, one.word)]
    if not borne and all(len(form.split()) == 1 for known in group.members for form, _ in known.forms):
        borne = [one for pet in sorted(variants(word)) for one in index.get(pet, [])]
    if word not in first_names():
        borne = [one for one in borne if one.family is None] or borne
    return [one for one in borne if one.suffix == suffix] or borne


def _is_word(word: str, borne: str) -> bool:
    score, cause = answer(word, borne)
    is_alike = score >= SOUNDS_ALIKE or (score >= LEAST_ALIKE and len(word) >= LONG)
    return is_alike and cause in ("same", "spelling", "sound")


def _choose(clusters: Clusters, group: Group, bearers: Sequence[Bearer]) -> tuple[Bearer, str] | None:
    """The one bearer that a word may belong to, and why it is the one."""
    if len(bearers) == 1:
        return (bearers[0], "the only bearer in this company") if _is_enough(bearers[0]) else None
    same_gender = [b for b in bearers if not _genders_differ(clusters, group, b)]
    if len(bearers) > 1 and len(same_gender) == 1 and _is_enough(same_gender[0]):
        return same_gender[0], "the only bearer of this gender"
    kin = [b for b in same_gender if b.has_kin]
    if len(kin) == 1 and not any(b.is_family for b in bearers):
        return kin[0], "the only bearer whose family name stands in the account"
    return _best_by_role(clusters, group, same_gender)


def _best_by_role(clusters: Clusters, group: Group, bearers: Sequence[Bearer]) -> tuple[Bearer, str] | None:
    """The bearer that clearly more accounts than any other give the role that this account gives the word."""
    mine = set(clusters.of(group.number).traits.roles)
    ranked = sorted(((_times_called(clusters, bearer, mine), -n) for n, bearer in enumerate(bearers)), reverse=True)
    most, second = ranked[0][0] if ranked else 0, ranked[1][0] if len(ranked) > 1 else 0
    if most == 0 or most < CLEARLY * second or not _is_enough(bearers[-ranked[0][1]]):
        return None
    return bearers[-ranked[0][1]], "the bearer with this role"


def _is_enough(bearer: Bearer) -> bool:
    return bearer.company >= (ENOUGH if bearer.is_family or bearer.has_kin else ENOUGH_FOR_GIVEN)


def _genders_differ(clusters: Clusters, group: Group, bearer: Bearer) -> bool:
    genders = {clusters.of(number).traits.gender for number in (group.number, bearer.top)}
    return genders == {"female", "male"}


def _times_called(clusters: Clusters, bearer: Bearer, roles: set[frozenset[str]]) -> int:
    """How many accounts give a bearer one of these roles."""
    called = clusters.of(bearer.top).traits.roles
    return max((called[role] for role in roles), default=0)


def _give(clusters: Clusters, group: Group, chosen: tuple[Bearer, str]) -> None:
    bearer, why = chosen
    traits = clusters.of(bearer.top).traits
    owner = clusters.groups[traits.owners[traits.full_names()[0]]]
    part = "family name" if bearer.is_family else "given name"
    reason = f"{part} of {owner.first().chain.name}, {why}"
    score = round(min(0.95, BASE + BY_COMPANY * bearer.company + (BY_KIN if bearer.has_kin else 0)), 3)
    clusters.unite(Join(group.number, owner.number, score, reason))


def _unite_homeless(clusters: Clusters, company: Company, groups: Sequence[Group]) -> None:
    """Join one-word names without a bearer where their accounts keep company."""
    heads: list[Group] = []
    for group in groups:
        for head in heads[:MOST_BEARERS]:
            share = company.share(clusters.of(group.number).circle, clusters.of(head.number).circle)
            if share >= ENOUGH:
                score = round(min(0.95, BASE + BY_COMPANY * share), 3)
                if clusters.unite(Join(head.number, group.number, score, "same name in the same company")):
                    break
        else:
            heads.append(group)
