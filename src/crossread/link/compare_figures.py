"""Whether two figures measure one thing, whatever values they give for it.

Figures that give the same value need less likeness than figures that do not: where values differ, only words can vouch
for it that the same is meant. An account that gives two values does not mean one thing by them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crossread.link.compare import Rarity, logistic
from crossread.link.compare_times import times_relation
from crossread.link.statements_figures import ANYBODY, Measured
from crossread.records import Figure
from crossread.units import convert

# Numbers this close, as a share of the larger, may be one number rounded.
SAME_VALUE = 0.07
# Beyond this ratio two values of one count are no revision of one another.
FARTHEST = 8.0
# Figures this small are in every sentence; that they are equal says little.
SMALL = 3
LENGTHS_OF_TIME = frozenset({"year", "month", "week", "day", "hour", "minute", "second"})
# The measure of somebody's age: only whose it is tells one from another.
AGE = "age"
COUNTS = frozenset({"people", "count"})
# So many figures behind one in a bucket are compared with it, so that the work grows with the number of figures.
MOST_PARTNERS = 60

FEATURES = (
    "same value",
    "small same value",
    "same length of time",
    "same who",
    "other who",
    "what",
    "clause",
    "sentence",
    "same outcome",
    "one outcome",
    "both main",
    "one main",
    "times differ",
    "same holder",
    "far apart",
    "one account",
)
WEIGHTS = (4.0, -0.5, -1.4, 0.7, -1.4, 0.8, 2.4, 2.6, 1.6, -1.2, 2.0, -0.8, -0.3, 0.8, -2.0, -1.5)
BIAS = -4.8


def comparable(one: Measured, other: Measured) -> bool:
    """Whether two figures can measure one thing at all."""
    a, b = one.figure, other.figure
    if one.outcomes and other.outcomes and not one.outcomes & other.outcomes:
        return False
    same = is_same_value(a, b)
    if AGE in (a.measure, b.measure) and not _same_holder(one, other):
        return False
    if one.is_past != other.is_past or (not same and one.is_former != other.is_former):
        return False
    if not same and a.holder and b.holder and a.holder != b.holder and a.unit not in COUNTS:
        return False
    if not same and one.key == other.key and one.sentence == other.sentence:
        return False
    return a.unit == b.unit or {a.unit, b.unit} <= COUNTS or convert(1.0, a.unit, b.unit) is not None


def _same_holder(one: Measured, other: Measured) -> bool:
    """Whether two ages are one person's, by who is meant, or where that is not known by the words beside them."""
    a, b = one.figure, other.figure
    if a.measure != b.measure:
        return False
    if not is_same_value(a, b) and one.who - ANYBODY != other.who - ANYBODY:
        return False
    if a.holder and b.holder:
        return a.holder == b.holder
    if not is_same_value(a, b):
        return False
    return bool((one.near & other.near) - ANYBODY)


def features(one: Measured, other: Measured, rarity: Rarity) -> list[float]:
    """The comparison of two figures as numbers from 0 to 1, in the order of `FEATURES`; symmetric."""
    same = is_same_value(one.figure, other.figure)
    value = number_of(one.figure)
    small = same and value is not None and value <= SMALL
    length = same and one.figure.unit in LENGTHS_OF_TIME and one.figure.measure != AGE
    who, others = one.who - ANYBODY, other.who - ANYBODY
    main = min(one.main, other.main)
    return [
        float(same),
        float(small),
        float(length),
        float(bool(one.who) and bool(other.who) and (who == others or bool(who & others))),
        float((not same or small) and who != others and not who & others),
        covered(one.what, other.what, rarity),
        covered(one.near, other.near, rarity),
        covered(one.around, other.around, rarity),
        float(bool(one.outcomes & other.outcomes)),
        float(bool(one.outcomes) != bool(other.outcomes)),
        main,
        abs(one.main - other.main),
        float(times_relation(one.times, other.times) == "differs"),
        float(one.figure.holder is not None and one.figure.holder == other.figure.holder),
        float(not same and ratio(one.figure, other.figure) > FARTHEST),
        float(not same and one.key == other.key),
    ]


def figure_score(one: Measured, other: Measured, rarity: Rarity) -> float:
    """How sure it is that two figures measure one thing."""
    return logistic(features(one, other, rarity), WEIGHTS, BIAS)


def is_same_value(one: Figure, other: Figure) -> bool:
    """Whether two figures give the same number, rounding aside."""
    return ratio(one, other) <= 1 + SAME_VALUE


def ratio(one: Figure, other: Figure) -> float:
    """The larger number by the smaller one, in one unit; infinite where they cannot be compared."""
    a, b = number_of(one), number_of(other)
    if a is None or b is None:
        return float("inf")
    converted = a if one.unit == other.unit or {one.unit, other.unit} <= COUNTS else convert(a, one.unit, other.unit)
    if converted is None:
        return float("inf")
    low, high = sorted((abs(converted), abs(b)))
    return high / low if low else (1.0 if high == low else float("inf"))


def number_of(figure: Figure) -> float | None:
    """The number that stands for a figure: its value, or the end of its range that is known."""
    return next((x for x in (figure.value, figure.low, figure.high) if x is not None), None)


def covered(one: frozenset[str], other: frozenset[str], rarity: Rarity) -> float:
    """The weight two sets share, beside the mean of what each weighs."""
    if not one or not other:
        return 0.0
    shared = sum(rarity(t) for t in sorted(one & other))
    return 2 * shared / (sum(rarity(t) for t in sorted(one)) + sum(rarity(t) for t in sorted(other)))


def figure_pairs(figures: Sequence[Measured], rarity: Rarity) -> Iterator[tuple[int, int, float]]:
    """Pairs of comparable figures with their scores; candidates share a word of the measure, an outcome or a value."""
    buckets: dict[tuple[str, str], list[int]] = {}
    for i, measured in enumerate(figures):
        for bucket in sorted(_buckets(measured)):
            buckets.setdefault(bucket, []).append(i)
    seen = set()
    for bucket in sorted(buckets):
        members = buckets[bucket]
        for at, i in enumerate(members):
            for j in members[at + 1 : at + 1 + MOST_PARTNERS]:
                if (i, j) not in seen:
                    seen.add((i, j))
                    if comparable(figures[i], figures[j]):
                        yield i, j, figure_score(figures[i], figures[j], rarity)


def _buckets(measured: Measured) -> set[tuple[str, str]]:
    number = number_of(measured.figure)
    found = {("word", t) for t in measured.what} | {("outcome", t) for t in measured.outcomes}
    return found | ({("value", f"{number:.2g}")} if number is not None else set())
