"""On which side each unit of a group stands: who says it is so, and who says it is not."""

from __future__ import annotations

from collections.abc import Sequence

from crossread.link.compare_times import is_long_before, times_relation
from crossread.link.statements_units import Unit
from crossread.records import EvidenceStance

# A negation in one of two units turns it against the other only where they share so much of their words; of two
# sentences less alike 'not' may belong to something else.
ALIKE_ENOUGH = 0.5
# Of a large group so many units are enough to tell which is most typical.
MOST_COMPARED = 60


def sides(units: Sequence[Unit]) -> tuple[EvidenceStance, ...]:
    """The stance of each unit towards what the group speaks of; where all deny it, the denial is what they assert."""
    reference = _most_typical(units)
    turned = [_turned(unit, reference) for unit in units]
    if any(turned) and reference.negated:
        # The affirmative wording is what is asserted, however many put it in the negative.
        turned = [not t for t in turned]
    denied = [_denies(unit) != is_turned for unit, is_turned in zip(units, turned, strict=True)]
    if all(denied):
        denied = [False] * len(units)
    return tuple(_stance(unit, is_denied) for unit, is_denied in zip(units, denied, strict=True))


def _stance(unit: Unit, denied: bool) -> EvidenceStance:
    if denied:
        return "denies"
    return "doubts" if unit.attribution is not None and unit.attribution.stance == "doubts" else "asserts"


def _denies(unit: Unit) -> bool:
    return unit.denies


def _turned(unit: Unit, reference: Unit) -> bool:
    """Whether a word both use is negated in one of them only, in clauses that are otherwise alike."""
    one, other = frozenset(unit.terms), frozenset(reference.terms)
    shared = one & other
    if times_relation(unit.times, reference.times) == "differs" or _are_of_other_days(unit, reference):
        return False
    if len(shared) < ALIKE_ENOUGH * max(len(one), len(other)):
        return False
    # A word that stands in a clause twice may be meant both ways ('no deaths since 1959, when two died').
    once = {t for t in shared if unit.terms.count(t) == 1 and reference.terms.count(t) == 1}
    if once & unit.negated & reference.negated:
        return False
    turned = once & (unit.negated ^ reference.negated)
    # What is negated with the word has to be in both, too: 'no signs of life' does not deny 'signs of a struggle'.
    return bool(turned) and 2 * len(turned) >= len(unit.negated ^ reference.negated)


def _are_of_other_days(one: Unit, other: Unit) -> bool:
    """Whether one tells of a day long before, and the other of none: that is of the affair itself."""
    before = [is_long_before(u.times, u.published) for u in (one, other)]
    return before[0] != before[1]


def _most_typical(units: Sequence[Unit]) -> Unit:
    """The unit whose words the others share most; of equals an affirmative one, then the first."""
    bags = [frozenset(u.terms) for u in units[:MOST_COMPARED]]

    def likeness(i: int) -> tuple[float, bool, int]:
        total = sum(len(bags[i] & bag) / max(1, len(bags[i] | bag)) for bag in bags)
        return (round(total, 6), not units[i].negated, -i)

    return units[max(range(len(bags)), key=likeness)]
