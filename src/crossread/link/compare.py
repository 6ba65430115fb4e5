"""Whether two units say the same thing: an explainable comparison by weighted words, names, numbers, times.

A word counts by how rare it is in the story and in news at large: that a plane crashed is in every sentence of the
affair, that a cousin of the president sat in it is in few. The weights of the features come from a small logistic
regression (`training/comparer`), kept in a data file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import exp, log
from operator import mul

from crossread.link.compare_times import MOMENT, days_apart, times_relation
from crossread.link.compare_words import is_number
from crossread.link.statements_units import Unit
from crossread.link.story_terms import RARE_RATE, background_rates

# The background table counts accounts; a unit holds about this share of an account's words.
UNIT_SHARE = 0.06
# The table speaks with the voice of this many units, beside those of the story.
TABLE_VOICE = 60
# Numbers and names are not in the table.
NUMBER_RATE = 0.004
# A word that stands beside the same other in this share of its units is part of a name, and says so much less.
ALWAYS, TAIL = 0.75, 0.35
FEWEST_TIMES = 3
# What is set on days further apart than this is mostly two things.
LONGEST_AFFAIR, ANOTHER_TIME = 31, 0.4
# Units that overlap so much are no accident, however few words they have.
NEARLY_SAME = 0.75
# Units that share fewer words than this say the same by accident.
FEWEST_SHARED = 3
# A unit of fewer words is covered by many a longer one.
SHORT = 4
# In so few words a number is what is said: 'three are missing' and 'one is missing' are two things.
SHORT_WITH_NUMBER = 7
# So it is where the dead and hurt are counted.
TOLLS = frozenset({"kill", "wound"})
# Shared words of this weight, and so many of them, say half of what they can.
HALF_WEIGHT, HALF_COUNT = 14.0, 4.0


# What two speakers say of themselves ('our thoughts are with them') is two things, unless in nearly the same words.
OF_ANOTHER, ALIKE_ANYWAY = 0.5, 0.65


class _Weights(dict[str, float]):
    """Weights of words, found when first asked for: looking one up is the innermost step of all comparing."""

    def __init__(self, weigh: Callable[[str], float]) -> None:
        self._weigh = weigh

    def __missing__(self, term: str) -> float:
        found = self[term] = self._weigh(term)
        return found


class Rarity:
    """How much each word of a story says."""

    def __init__(self, units: Iterable[Unit]) -> None:
        listed = list(units)
        self._holders = Counter(term for unit in listed for term in {*unit.terms, *unit.moments})
        self._followers = Counter(pair for unit in listed for pair in sorted(unit.name_pairs))
        self._led = {after for (_, after), count in self._followers.items() if self._is_always(after, count)}
        # Of two words that always stand together one keeps its weight; a first name only met before the last has none.
        self._led |= {
            before
            for (before, after), count in self._followers.items()
            if after not in self._led and self._is_always(before, count)
        }
        self._units = len(listed)
        self._known = _Weights(self._weigh)
        self._totals: dict[frozenset[str], float] = {}

    def _is_always(self, term: str, count: int) -> bool:
        """Whether a word nearly always stands beside one and the same other, as in a name: they say one thing."""
        return count >= FEWEST_TIMES and count >= ALWAYS * self._holders[term]

    def __call__(self, term: str) -> float:
        """The logarithm of how many units there are to one that holds the word."""
        return self._known[term]

    def sum(self, terms: Iterable[str]) -> float:
        """What some words say together; give them in a fixed order, since sums of floats depend on it."""
        return sum(map(self._known.__getitem__, terms))

    def total(self, terms: frozenset[str]) -> float:
        """What a set of words says, remembered: a set is compared with many others."""
        found = self._totals.get(terms)
        if found is None:
            found = self._totals[terms] = self.sum(sorted(terms))
        return found

    def _weigh(self, term: str) -> float:
        rate = (
            NUMBER_RATE
            if is_number(term) or term[0] == MOMENT
            else background_rates().get(term, RARE_RATE) * UNIT_SHARE
        )
        expected = TABLE_VOICE * rate + self._holders[term] + 0.5
        weight = max(0.2, log((TABLE_VOICE + self._units) / expected))
        return weight * (TAIL if term in self._led else 1.0)

    def is_part(self, term: str) -> bool:
        """Whether a word is only ever met as part of a name of several words."""
        return term in self._led

    def holders(self, term: str) -> int:
        """How many units of the story hold the word."""
        return self._holders[term]


@dataclass(frozen=True, slots=True)
class Weighted:
    """A unit with its words weighed."""

    unit: Unit
    bag: frozenset[str]
    weight: float


def weigh_unit(unit: Unit, rarity: Rarity) -> Weighted:
    """The unit ready to be compared."""
    bag = frozenset(unit.terms) | frozenset(unit.moments)
    return Weighted(unit, bag, rarity.sum(sorted(bag)))


@dataclass(frozen=True, slots=True)
class Comparison:
    """How sure it is that two units speak of the same thing, and what that rests on."""

    score: float
    shared: tuple[str, ...]


FEATURES = (
    "overlap",
    "least covered",
    "most covered",
    "numbers shared",
    "numbers differ",
    "number alone",
    "negation differs",
    "times agree",
    "times differ",
    "same speaker",
    "act differs",
    "shared weight",
    "shared words",
)


def features(one: Weighted, other: Weighted, rarity: Rarity) -> list[float]:
    """The comparison of two units as numbers from 0 to 1, in the order of `FEATURES`; symmetric."""
    both = sorted(one.bag & other.bag)
    shared, common = rarity.sum(both), len(both)
    low, high = sorted((one.weight, other.weight))
    a, b = one.unit, other.unit
    numbers = len(a.numbers & b.numbers)
    times = times_relation(a.times, b.times)
    speakers = _speakers(a), _speakers(b)
    return [
        2 * shared / (low + high) if high else 0.0,
        shared / high if high else 0.0,
        shared / low if low else 0.0,
        min(1.0, numbers / 2),
        float(bool(a.numbers and b.numbers) and not numbers),
        float(bool(a.numbers) != bool(b.numbers)),
        float(bool((a.negated ^ b.negated) & (one.bag | other.bag))),
        float(times == "agrees"),
        float(times == "differs"),
        float(bool(speakers[0] & speakers[1])),
        float(a.act != b.act),
        shared / (shared + HALF_WEIGHT),
        common / (common + HALF_COUNT),
    ]


def _speakers(unit: Unit) -> frozenset[str]:
    attribution = unit.attribution
    if attribution is None:
        return frozenset()
    return frozenset({*attribution.speakers, *([attribution.speaker] if attribution.speaker else [])})


# Fitted by training/comparer; see there.
WEIGHTS = (3.37, 5.06, 2.54, 0.73, -1.14, -0.38, -1.00, 0.40, -1.50, 1.50, -0.80, 2.75, 1.73)
BIAS = -5.99


# What the cosine of the two clauses' vectors adds, and the cosine that speaks neither way. The weights above are fitted
# without it; these two were chosen on readers' keys.
MEANING, INDIFFERENT = 5.0, 0.42


def compare(one: Weighted, other: Weighted, rarity: Rarity, cosine: float = INDIFFERENT) -> Comparison:
    """How sure it is that two units speak of the same thing; `cosine` of their vectors, where it is known."""
    values = features(one, other, rarity)
    score = logistic(values, WEIGHTS, BIAS + MEANING * (cosine - INDIFFERENT))
    shared = tuple(sorted(one.bag & other.bag))
    gap = days_apart(one.unit.times, other.unit.times)
    if gap is not None and gap > LONGEST_AFFAIR:
        score *= ANOTHER_TIME
    telling = len(shared) - sum(map(rarity.is_part, shared))
    if values[0] < ALIKE_ANYWAY and _speak_of_themselves(one.unit, other.unit):
        score *= OF_ANOTHER
    if _is_another_number(one, other) or (values[0] < NEARLY_SAME and _say_little(one, other, telling)):
        score /= 2
    return Comparison(score, shared)


def _speak_of_themselves(one: Unit, other: Unit) -> bool:
    """Whether two units are said by different speakers, both known, at least one of them of himself."""
    first, second = _speakers(one), _speakers(other)
    return (one.of_oneself or other.of_oneself) and bool(first and second) and not first & second


def _is_another_number(one: Weighted, other: Weighted) -> bool:
    """Whether two short units, or two that count the dead or hurt, give different numbers, and so say two things."""
    numbers = one.unit.numbers, other.unit.numbers
    told = min(len(one.bag), len(other.bag)) <= SHORT_WITH_NUMBER or bool(TOLLS & one.bag & other.bag)
    return told and all(numbers) and not numbers[0] & numbers[1]


def _say_little(one: Weighted, other: Weighted, shared: int) -> bool:
    """Whether what two units share may be accident: few words, or a short unit that covers little of a long one."""
    short, long = sorted((len(one.bag), len(other.bag)))
    contested = all(u.unit.denies or u.unit.modality == "alleged" for u in (one, other))
    return shared < FEWEST_SHARED - contested or (short < SHORT and 3 * shared < long)


def logistic(values: Sequence[float], weights: Sequence[float], bias: float) -> float:
    """The logistic function of a weighted sum."""
    total = bias + sum(map(mul, weights, values))
    return 1 / (1 + exp(-total))
