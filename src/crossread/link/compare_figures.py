"""Whether two figures measure one thing, whatever values they give for it.

Figures that give the same value need less likeness than figures that do not: where values differ, only words can vouch
for it that the same is meant. An account that gives two values does not mean one thing by them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import log

from crossread.link.compare import Rarity, logistic
from crossread.link.compare_times import times_relation
from crossread.link.statements_figures import AGE, ANYBODY, YEARS_OF_DOUBT, Measured
from crossread.link.story_terms import RARE_RATE, background_rates
from crossread.records import Figure
from crossread.units import convert

# Numbers this close, as a share of the larger, may be one number rounded.
SAME_VALUE = 0.07
# Beyond this ratio two values of one count are no revision of one another.
FARTHEST = 8.0
# Figures this small are in every sentence; that they are equal says little.
SMALL = 3
LENGTHS_OF_TIME = frozenset({"year", "month", "week", "day", "hour", "minute", "second"})
# Words so seldom met in news that they name the thing itself, wherever they are counted; everyday words name nothing.
EVERYDAY, SELDOM = 0.05, 0.0015
# Counts of one thing at work grow so far at most.
GROWTH = 2.5
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
    "same dimension",
    "same thing",
    "only age",
)
WEIGHTS = (4.0, -0.5, -1.4, 0.7, -1.4, 0.8, 2.4, 2.6, 1.6, -1.2, 2.0, -0.8, -0.3, 0.8, -2.0, -1.5, 3.0, 5.5, 4.5)
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
    if one.dimension and other.dimension and one.dimension != other.dimension:
        return False
    if not same and _are_of_two(one, other) and a.unit not in COUNTS:
        return False
    if not same and one.key == other.key and one.sentence == other.sentence:
        return False
    return a.unit == b.unit or {a.unit, b.unit} <= COUNTS or convert(1.0, a.unit, b.unit) is not None


def _are_of_two(one: Measured, other: Measured) -> bool:
    """Whether two figures are of different holders; who has no name in an account may be anybody."""
    return one.figure.holder != other.figure.holder and one.is_named and other.is_named


def _same_holder(one: Measured, other: Measured) -> bool:
    """Whether two ages are one person's, by who is meant, or where that is not known by the words beside them."""
    a, b = one.figure, other.figure
    if a.measure != b.measure or _are_of_two(one, other):
        return False
    same = is_same_value(a, b)
    if one.is_only and other.is_only:
        return same or abs((number_of(a) or 0) - (number_of(b) or 0)) <= YEARS_OF_DOUBT
    if not same and one.who - ANYBODY != other.who - ANYBODY:
        return False
    if a.holder and b.holder:
        return a.holder == b.holder
    return same and bool((one.near & other.near) - ANYBODY)


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
        float((not same or small) and who != others and not who & others and not one.is_only),
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
        float(one.dimension is not None and one.dimension == other.dimension),
        _same_thing(one, other, same=same),
        float(one.is_only and other.is_only),
    ]


def _same_thing(one: Measured, other: Measured, *, same: bool) -> float:
    """How much it says that one noun is counted or measured by both: much for a thing that news seldom tells of."""
    if one.head is None or one.head != other.head or one.head in ANYBODY:
        return 0.0
    if not same and (ratio(one.figure, other.figure) > GROWTH or (number_of(one.figure) or 0) <= SMALL):
        return 0.0
    rate = max(SELDOM, background_rates().get(one.head, RARE_RATE))
    return max(0.0, min(1.0, log(EVERYDAY / rate) / log(EVERYDAY / SELDOM))) ** 2


def figure_score(one: Measured, other: Measured, rarity: Rarity) -> float:
    """How sure it is that two figures measure one thing."""
    return logistic(features(one, other, rarity), WEIGHTS, BIAS)


def is_same_value(one: Figure, other: Figure) -> bool:
    """Whether two figures give the same number, rounding aside: 16 is not 15, 30 may be 32."""
    found = ratio(one, other)
    if found == 1.0 or found > 1 + SAME_VALUE:
        return found == 1.0
    return one.unit != other.unit or _written_digits(one) != _written_digits(other)


def _written_digits(figure: Figure) -> int:
    """How many digits of a number say something: noughts at its end may be rounding."""
    return len(f"{abs(number_of(figure) or 0.0):.10g}".replace(".", "").strip("0"))


def ratio(one: Figure, other: Figure) -> float:
    """The larger number by the smaller one, in one unit; infinite where they cannot be compared."""
    a, b = number_of(one), number_of(other)
    if a is None or b is None:
        return float("inf")
    is_one_unit = one.unit == other.unit or (one.unit in COUNTS and other.unit in COUNTS)
    converted = a if is_one_unit else convert(a, one.unit, other.unit)
    if converted is None:
        return float("inf")
    low, high = abs(converted), abs(b)
    if low > high:
        low, high = high, low
    return high / low if low else (1.0 if high == low else float("inf"))


def number_of(figure: Figure) -> float | None:
    """The number that stands for a figure: its value, or the end of its range that is known."""
    if figure.value is not None:
        return figure.value
    return figure.low if figure.low is not None else figure.high


def covered(one: frozenset[str], other: frozenset[str], rarity: Rarity) -> float:
    """The weight two sets share, beside the mean of what each weighs."""
    both = one & other
    if not both:
        return 0.0
    return 2 * rarity.sum(sorted(both)) / (rarity.total(one) + rarity.total(other))


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
