"""The user's rules applied to groups: united first and always, or held apart."""

from __future__ import annotations

from collections.abc import Sequence

from crossread.link.entities_clusters import Cluster, Clusters, Join
from crossread.link.entities_known import Group
from crossread.link.people import Rule, Rules, plain_form
from crossread.records import EntityKind


def groups_by_form(groups: Sequence[Group]) -> dict[str, list[int]]:
    """The groups a name or wording stands for, each form as rules compare it."""
    found: dict[str, list[int]] = {}
    for group in groups:
        for form in sorted(_forms(group)):
            found.setdefault(form, []).append(group.number)
    return found


def _forms(group: Group) -> set[str]:
    """Every name and wording of a group's chains, as rules compare them."""
    every = (form for known in group.members for form, _ in (*known.forms, *known.styled, *known.phrases))
    return {plain_form(form) for form in every}


def parted(rules: Rules, by_form: dict[str, list[int]]) -> dict[int, set[int]]:
    """For each group, the groups that the user says are others."""
    apart: dict[int, set[int]] = {}
    for rule in rules.of("two"):
        sides = [by_form.get(plain_form(name), []) for name in rule.names]
        for n, side in enumerate(sides):
            others = {number for m, other in enumerate(sides) if m != n for number in other}
            for number in side:
                apart.setdefault(number, set()).update(others - {number})
    return apart


def unite_as_told(clusters: Clusters, rules: Rules, by_form: dict[str, list[int]]) -> None:
    """Unite what the user says is one."""
    for rule in (*rules.of("one"), *rules.of("name")):
        numbers = [n for name in rule.names for n in by_form.get(plain_form(name), [])]
        for number in numbers[1:]:
            reason = f"line {rule.line}: {rule}"
            if clusters.top(number) != clusters.top(numbers[0]):
                clusters.unite(Join(numbers[0], number, 1.0, reason, "user"), always=True)


def told_kind(cluster: Cluster, rules: Rules) -> EntityKind | None:
    """The kind the user gives a cluster, or None; of several lines the last counts."""
    rule = _last(cluster, rules.of("kind"), at=0)
    return rule.names[1] if rule else None  # type: ignore[return-value]


def told_name(cluster: Cluster, rules: Rules) -> str | None:
    """The name the user gives a cluster ('X is NAME'), or None."""
    rule = _last(cluster, rules.of("name"), at=1)
    return rule.names[1] if rule else None


def _last(cluster: Cluster, rules: Sequence[Rule], *, at: int) -> Rule | None:
    if not rules:
        return None
    forms = {form for group in cluster.groups for form in _forms(group)}
    return next((rule for rule in reversed(rules) if plain_form(rule.names[at]) in forms), None)
