"""Two names laid side by side: which word answers to which, how well, and what is left over.

Words are paired best first. How well two words answer is a number from 0 to 1 with a cause ("same", "spelling",
"sound", "given name", "initial", "typing"), so that a score can be explained in words.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA, JaroWinkler

from crossread.link.names_fold import fold_word, skeleton, variants

# Two words less alike than this do not answer to one another.
LEAST_ALIKE = 0.55
# An edit costs more than its share of the letters: one typing error in four letters is no small thing.
EDIT_COST = 1.5


@dataclass(frozen=True, slots=True)
class Answer:
    """Words that answer to one another: their places in the two names, how well (0 to 1), and why."""

    a: int
    b: int
    score: float
    cause: str


@dataclass(frozen=True, slots=True)
class Pairing:
    """Two names' words, the shorter first, the answers between them, and the places left over on either side."""

    first: tuple[str, ...]
    second: tuple[str, ...]
    answers: tuple[Answer, ...]
    left_first: tuple[int, ...]
    left_second: tuple[int, ...]


@lru_cache(maxsize=65536)
def answer(a: str, b: str) -> tuple[float, str]:
    """How well two plain words of names answer to one another, and why.

    >>> answer("kadyrov", "kadirov"), answer("bill", "william"), answer("b", "bruce")
    ((0.97, 'spelling'), (0.93, 'given name'), (0.8, 'initial'))
    """
    if a == b:
        return 1.0, "same"
    if fold_word(a) == fold_word(b):
        return 0.97, "spelling"
    if variants(a) & variants(b):
        return 0.93, "given name"
    if len(a) == 1 or len(b) == 1:
        return (0.8, "initial") if a[0] == b[0] else (0.0, "")
    alike = max(JaroWinkler.similarity(a, b), JaroWinkler.similarity(fold_word(a), fold_word(b)))
    if len(skeleton(a)) > 1 and skeleton(a) == skeleton(b) and alike > 0.7:
        return max(0.9, min(0.96, alike)), "sound"
    return max(0.0, 1 - EDIT_COST * edits(a, b) / max(len(a), len(b))), "typing"


def edits(a: str, b: str) -> int:
    """How many letters were left out, put in, changed or swapped between two words, sounds folded or not."""
    return min(OSA.distance(a, b), OSA.distance(fold_word(a), fold_word(b)))


def alike(a: str, b: str) -> float:
    """The share of letters that two words have alike, from 0 to 1."""
    folded, other = fold_word(a), fold_word(b)
    return max(OSA.normalized_similarity(a, b), OSA.normalized_similarity(folded, other))


def pair_words(first: tuple[str, ...], second: tuple[str, ...]) -> Pairing:
    """The words of two names paired, best first; of equals, those that stand alike."""
    if len(first) > len(second):
        first, second = second, first
    found = []
    for i, a in enumerate(first):
        for j, b in enumerate(second):
            score, cause = answer(a, b)
            if score >= LEAST_ALIKE:
                found.append((-score, abs(i - j), i, j, cause))
    answers: list[Answer] = []
    used_first: set[int] = set()
    used_second: set[int] = set()
    for minus, _, i, j, cause in sorted(found):
        if i not in used_first and j not in used_second:
            answers.append(Answer(i, j, -minus, cause))
            used_first.add(i)
            used_second.add(j)
    return Pairing(
        first,
        second,
        tuple(sorted(answers, key=lambda made: (made.a, made.b))),
        tuple(i for i in range(len(first)) if i not in used_first),
        tuple(j for j in range(len(second)) if j not in used_second),
    )
