"""On which side each unit of a group stands: who says it is so, and who says it is not."""

from __future__ import annotations

from collections.abc import Sequence

from crossread.link.statements_units import Unit
from crossread.records import EvidenceStance


def sides(units: Sequence[Unit]) -> tuple[EvidenceStance, ...]:
    """The stance of each unit towards what the group speaks of; where all deny it, the denial is what they assert."""
    reference = _most_typical(units)
    denied = [_denies(unit) ^ _turned(unit, reference) for unit in units]
    if _most_negated(reference) and not all(denied):
        denied = [not d for d in denied]
    if all(denied):
        denied = [False] * len(units)
    return tuple(_stance(unit, is_denied) for unit, is_denied in zip(units, denied, strict=True))


def _stance(unit: Unit, denied: bool) -> EvidenceStance:
    if denied:
        return "denies"
    return "doubts" if unit.attribution is not None and unit.attribution.stance == "doubts" else "asserts"


def _denies(unit: Unit) -> bool:
    return unit.attribution is not None and unit.attribution.stance == "denies"


def _turned(unit: Unit, reference: Unit) -> bool:
    """Whether a word both use is negated in one of them only."""
    shared = frozenset(unit.terms) & frozenset(reference.terms)
    return bool(shared & (unit.negated ^ reference.negated))


def _most_negated(reference: Unit) -> bool:
    """Whether the unit the others are measured by is itself the negative one."""
    return bool(reference.negated & frozenset(reference.terms))


def _most_typical(units: Sequence[Unit]) -> Unit:
    """The unit whose words the others share most; of equals an affirmative one, then the first."""
    bags = [frozenset(u.terms) for u in units]

    def likeness(i: int) -> tuple[float, bool, int]:
        total = sum(len(bags[i] & bag) / max(1, len(bags[i] | bag)) for bag in bags)
        return (round(total, 6), not units[i].negated, -i)

    return units[max(range(len(units)), key=likeness)]
