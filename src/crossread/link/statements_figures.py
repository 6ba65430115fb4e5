"""Figures of several accounts that measure the same thing, whatever values they give for it.

What a figure measures is told by the words around it: what is counted, what happened to it, of whom. 'Ten Americans'
and 'twelve people' are no two values of one measure, '84 wounded' and '120 hurt' are. Figures that give the same value
need less likeness than figures that do not: where values differ, only words can vouch for it that the same is meant.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crossread.link.compare import Rarity, logistic
from crossread.link.compare_times import TimesRelation, times_relation
from crossread.link.compare_words import is_number, terms_of
from crossread.link.words import article_sentences
from crossread.records import Figure, Reading, Span, Timex, trim
from crossread.units import convert

# Where a clause ends: marks, and an 'and' that begins another verb or number.
CLAUSE_END = re.compile(
    r"[,;:()]\s|\s[–—-]\s|\s(?:and|but|while|as well as|including|with|after|when|where|who|which|that)\s",
    re.IGNORECASE,
)
# What happened to those who are counted: two clauses that name different outcomes count different things.
OUTCOMES = frozenset(
    {"kill", "wound", "miss", "arrest", "charge", "free", "flee", "rescue", "survivor", "sentence", "kidnap"}
)
# Words for whoever is counted that say nothing more of them.
ANYBODY = frozenset({"person", "people", "victim", "other", "count", "man", "kill", "wound", "number", "total"})
# Figures this small are in every sentence; the same value says little.
SMALL = 3
NO_MEASURE = frozenset({"year", "day", "hour", "minute", "month", "week"})
LONGEST_CLAUSE = 240


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure with the words that tell what it measures."""

    figure: Figure
    key: str
    story: str | None
    clause: Span
    evidence: Span
    what: frozenset[str]
    near: frozenset[str]
    around: frozenset[str]
    outcomes: frozenset[str]
    entities: frozenset[str]
    times: tuple[Timex, ...]
    in_title: bool


def measured_figures(reading: Reading) -> Iterator[Measured]:
    """The figures of an account that measure something, in the order of the text."""
    text = reading.document.text
    sentences = list(article_sentences(reading))
    starts = [s.start for s in sentences]
    titles = [p for p in reading.document.parts if p.kind == "title"]
    for figure in reading.figures:
        at = bisect_right(starts, figure.start) - 1
        if at < 0 or figure.end > sentences[at].end:
            continue
        sentence = sentences[at]
        clause = clause_around(text, sentence, figure.span)
        around = frozenset(t.text for t in terms_of(text, sentence.start, sentence.end))
        near = frozenset(t.text for t in terms_of(text, clause.start, clause.end))
        yield Measured(
            figure=figure,
            key=reading.document.key,
            story=reading.document.story,
            clause=clause,
            evidence=sentence if len(sentence) <= LONGEST_CLAUSE else clause,
            what=_what(figure, text, sentence),
            near=frozenset(t for t in near if not is_number(t)),
            around=frozenset(t for t in around if not is_number(t)),
            outcomes=OUTCOMES & near or OUTCOMES & around,
            entities=frozenset(
                m.entity or m.chain for m in reading.mentions if sentence.start <= m.start < sentence.end
            ),
            times=tuple(t for t in reading.times if sentence.start <= t.start < sentence.end),
            in_title=any(p.start <= sentence.start < p.end for p in titles),
        )


def clause_around(text: str, sentence: Span, span: Span) -> Span:
    """The clause of a sentence in which a span stands, trimmed of marks at its ends."""
    start, end = sentence.start, sentence.end
    for mark in CLAUSE_END.finditer(text, sentence.start, sentence.end):
        if mark.end() <= span.start:
            start = mark.end()
        elif mark.start() >= span.end:
            end = mark.start()
            break
    return trim(text, start, end, also=',;:()"“”–— ') or span


def _what(figure: Figure, text: str, sentence: Span) -> frozenset[str]:
    """What is counted: the measure as it was read, or the words behind the number."""
    words = figure.measure or ""
    found = {t.text for t in terms_of(words, 0, len(words))}
    if not found:
        found = {t.text for t in terms_of(text, figure.end, min(sentence.end, figure.end + 30))[:2]}
    return frozenset(t for t in found if not is_number(t))


def comparable(one: Measured, other: Measured) -> bool:
    """Whether two figures can measure one thing at all."""
    a, b = one.figure, other.figure
    if one.outcomes and other.outcomes and not one.outcomes & other.outcomes:
        return False
    if a.unit == b.unit or {a.unit, b.unit} <= {"count", "people"}:
        return True
    return convert(1.0, a.unit, b.unit) is not None


FIGURE_FEATURES = (
    "what",
    "clause",
    "sentence",
    "same value",
    "close value",
    "same value small",
    "times differ",
    "holder",
    "what differs",
)
FIGURE_WEIGHTS = (2.2, 2.2, 2.4, 2.6, 0.8, -1.2, -0.6, 0.8, -1.5)
FIGURE_BIAS = -3.4


def figure_features(one: Measured, other: Measured, rarity: Rarity) -> list[float]:
    """The comparison of two figures as numbers from 0 to 1; symmetric."""
    same, close = _values(one.figure, other.figure)
    value = one.figure.value if one.figure.value is not None else one.figure.low
    named, others = one.what - ANYBODY, other.what - ANYBODY
    holders = {one.figure.holder, other.figure.holder} - {None}
    times: TimesRelation = times_relation(one.times, other.times)
    return [
        covered(one.what, other.what, rarity),
        covered(one.near, other.near, rarity),
        covered(one.around, other.around, rarity),
        float(same),
        float(close and not same),
        float(same and value is not None and value <= SMALL),
        float(times == "differs"),
        float(len(holders) == 1 and one.figure.holder is not None and other.figure.holder is not None),
        float(not same and named != others),
    ]


def _values(one: Figure, other: Figure) -> tuple[bool, bool]:
    """Whether two figures give the same number, and whether their numbers are of one size."""
    a, b = _number(one), _number(other)
    if a is None or b is None:
        return False, False
    converted = a if one.unit == other.unit else convert(a, one.unit, other.unit)
    a = a if converted is None else converted
    largest = max(abs(a), abs(b)) or 1.0
    gap = abs(a - b) / largest
    return gap <= 0.02, gap <= 0.5


def _number(figure: Figure) -> float | None:
    if figure.value is not None:
        return figure.value
    return figure.low if figure.low is not None else figure.high


def covered(one: frozenset[str], other: frozenset[str], rarity: Rarity) -> float:
    """The weight two sets share beside the mean of what each weighs."""
    if not one or not other:
        return 0.0
    shared = sum(rarity(t) for t in sorted(one & other))
    return 2 * shared / (sum(rarity(t) for t in sorted(one)) + sum(rarity(t) for t in sorted(other)))


def figure_score(one: Measured, other: Measured, rarity: Rarity) -> float:
    """How sure it is that two figures measure one thing."""
    return logistic(figure_features(one, other, rarity), FIGURE_WEIGHTS, FIGURE_BIAS)


def figure_pairs(figures: Sequence[Measured], rarity: Rarity) -> Iterator[tuple[int, int, float]]:
    """Pairs of figures of a story with their scores; candidates share a unit and a word, or a value."""
    buckets: dict[tuple[str, str], list[int]] = {}
    for i, measured in enumerate(figures):
        for bucket in sorted(_buckets(measured)):
            buckets.setdefault(bucket, []).append(i)
    seen = set()
    for bucket in sorted(buckets):
        members = buckets[bucket]
        # A bucket fuller than this holds what every account counts; the rarer buckets bring its pairs together.
        for at, i in enumerate(members):
            for j in members[at + 1 : at + 1 + MOST_PARTNERS]:
                if (i, j) not in seen:
                    seen.add((i, j))
                    if comparable(figures[i], figures[j]):
                        yield i, j, figure_score(figures[i], figures[j], rarity)


# So many figures behind one in a bucket are compared with it, so that the work grows with the number of figures.
MOST_PARTNERS = 60


def _buckets(measured: Measured) -> set[tuple[str, str]]:
    number = _number(measured.figure)
    found = {("word", t) for t in measured.what} | {("outcome", t) for t in measured.outcomes}
    return found | ({("value", f"{number:.2g}")} if number is not None else set())
