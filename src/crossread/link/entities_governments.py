"""Governments named after a country, its capital or its leader: 'the Vane administration' is Norway.

One account tells that Orla Vane is the president of Norway, another writes of the Vane administration and says no more.
Where exactly one leader of a country in this company bears the name, the words mean that country.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from crossread.gazetteer import capitals
from crossread.link.entities_clusters import SURE_WITHIN_ACCOUNT, Clusters, Join
from crossread.link.entities_company import Company
from crossread.link.entities_countries import country_of, country_of_people
from crossread.link.entities_known import Group
from crossread.link.entities_rolewords import COUNTRY, HEAD, role_words
from crossread.link.names_fold import plain_words
from crossread.link.names_words import split_suffix

SCORE = 0.8
ENOUGH = 0.12
# One bearer is called a leader this many times as often as any other before the name decides.
CLEARLY = 3
RULERS = ("president", "premier", "chancellor", "taoiseach", "king", "queen", "emir")
LEADERS = frozenset(f"{HEAD}{word}" for word in RULERS)
PRIME_MINISTER = frozenset({"prime", f"{HEAD}minister"})
# Words that make a role another's, or one that is over.
NOT_NOW = frozenset({"former", "ex", "late", "vice", "deputy", "first", "acting", "elect", "candidate", "spokesperson"})
_GOVERNMENT = re.compile(r"([A-Z][\w.'’ -]{0,60}?)(?:['’]s?)? (?:administration|government|cabinet|regime)")


Leaders = dict[str, dict[int, tuple[str, int]]]


def unite_governments(clusters: Clusters, company: Company) -> frozenset[str]:
    """Unite unnamed bodies that are some leader's government with the leader's country; the chains united."""
    countries = {group.country: group.number for group in clusters.groups if group.country}
    leaders = _leaders(clusters)
    united = set()
    for group in clusters.groups:
        if group.kind != "organization" or group.words or clusters.top(group.number) != group.number:
            continue
        codes = {code for name in _whose(group) if (code := _country(clusters, company, group, name, leaders))}
        number = countries.get(codes.pop()) if len(codes) == 1 else None
        if number is not None and not clusters.hindrance(number, group.number, SURE_WITHIN_ACCOUNT):
            reason = f"'{group.members[0].phrases[0][0]}' is this country's government"
            clusters.unite(Join(number, group.number, SCORE, reason), always=True)
            united.add(group.members[0].chain.id)
    return frozenset(united)


def _leaders(clusters: Clusters) -> Leaders:
    """By family name, the clusters of people said to lead a country: its code, and how many accounts say so."""
    codes: dict[int, Counter[str]] = {}
    for group in clusters.groups:
        if group.kind == "person" and group.words:
            for code in _countries_led(group):
                codes.setdefault(clusters.top(group.number), Counter())[code] += 1
    found: Leaders = {}
    for top, counted in codes.items():
        code = min(counted, key=lambda code: (-counted[code], code))
        for words in clusters.of(top).traits.full_names():
            found.setdefault(split_suffix(words)[0][-1], {})[top] = (code, counted[code])
    return found


def _countries_led(group: Group) -> Iterator[str]:
    for known in group.members:
        for role in known.roles:
            words = role_words(role)
            leads = not words.isdisjoint(LEADERS) or words >= PRIME_MINISTER
            places = [word for word in words if word.startswith(COUNTRY)]
            if leads and len(places) == 1 and words.isdisjoint(NOT_NOW):
                yield places[0].removeprefix(COUNTRY)


def _whose(group: Group) -> Iterator[str]:
    """The name in 'the … administration'."""
    for phrase, _ in group.members[0].phrases:
        found = _GOVERNMENT.fullmatch(phrase.removeprefix("the ").removeprefix("The "))
        if found and plain_words(found[1]):
            yield found[1]


def _country(clusters: Clusters, company: Company, group: Group, name: str, leaders: Leaders) -> str | None:
    """The country a government's name means: its own, its capital's, or that of the leader meant in this company."""
    capital = capitals().get(name.lower())
    if code := country_of(name) or country_of_people(name) or (capital.code if capital else None):
        return code
    words, circle = plain_words(name), clusters.of(group.number).circle
    told = [
        (count, code)
        for top, (code, count) in leaders.get(words[-1], {}).items()
        if any(set(words) <= set(full) for full in clusters.of(top).traits.full_names())
        and company.share(circle, clusters.of(top).circle) >= ENOUGH
    ]
    if not told:
        return None
    (most, code), *others = sorted(told, reverse=True)
    return code if all(most >= CLEARLY * count for count, _ in others) else None
