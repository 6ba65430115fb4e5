"""Do two names mean one? A score from 0 to 1, and the reason in words.

A handful of features that can be read (how well the worst word answers, whether both names hold words the other
lacks …) are weighed by a logistic model; `training/names/fit.py` fits the weights, `data/name_weights.json` keeps them.
A name alone says little: whoever merges looks at kind, role and company too (`link/entities.py`).
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from crossread.link.names_pairs import Pairing, alike, edits, pair_words
from crossread.link.names_words import name_words, split_suffix

# Joined names as alike as this differ by a slip, wherever the spaces fell.
JOINED_ALIKE = 0.93
# Longer leftovers add nothing.
MOST_LEFT = 3


@dataclass(frozen=True, slots=True)
class NameMatch:
    """How far two names may mean one, from 0 to 1, and why."""

    score: float
    reason: str


@lru_cache(maxsize=1)
def _weights() -> dict[str, dict[str, float]]:
    text = (files("crossread") / "data" / "name_weights.json").read_text(encoding="utf-8")
    loaded: dict[str, dict[str, float]] = json.loads(text)["weights"]
    return loaded


def compare_names(a: str, b: str, kind: str = "person") -> NameMatch:
    """How far two names of one kind may mean the same; alike whichever comes first.

    >>> compare_names("Jürgen Kestrel", "Jurgen Kestrel").reason
    'same name'
    >>> compare_names("Muhammad Kestrel", "Mohamed Kestrel").score > 0.8
    True
    """
    (first, end), (second, other_end) = split_suffix(name_words(a, kind)), split_suffix(name_words(b, kind))
    if end and other_end and end != other_end and kind == "person":
        return NameMatch(0.0, f"'{end}' is not '{other_end}'")
    if first == second:
        return NameMatch(1.0, "same name")
    pairing = pair_words(*sorted((first, second), key=lambda words: (len(words), words)))
    return NameMatch(_logistic(pair_features(pairing), "person" if kind == "person" else "thing"), pair_reason(pairing))


def pair_features(pairing: Pairing) -> dict[str, float]:
    """What the model looks at; each a number from 0 to 1, but `left` counts words."""
    first, second = pairing.first, pairing.second
    left = [max((alike(first[i], second[j]) for j in pairing.left_second), default=0.0) for i in pairing.left_first]
    joined = max(alike("".join(first), "".join(second)), alike("".join(sorted(first)), "".join(sorted(second))))
    slips = sum(edits(first[x.a], second[x.b]) for x in pairing.answers if x.cause == "typing")
    return {
        "worst": min([x.score for x in pairing.answers] + left, default=0.0),
        "conflict": float(bool(pairing.left_first and pairing.left_second)),
        "joined": joined,
        "same_joined": float(joined > JOINED_ALIKE),
        "one_slip": float(slips == 1),
        "initial": float(any(x.cause == "initial" for x in pairing.answers)),
        "single": float(len(first) == 1),
        "left": float(min(len(second) - len(first), MOST_LEFT)),
    }


def _logistic(features: dict[str, float], kind: str) -> float:
    weights = _weights()[kind]
    total = weights["bias"] + sum(weights[name] * value for name, value in features.items())
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, total)))), 4)


def pair_reason(pairing: Pairing) -> str:
    """What tells two names apart, in words."""
    first, second = pairing.first, pairing.second
    told = []
    for made in pairing.answers:
        a, b = sorted((first[made.a], second[made.b]))
        if made.cause in ("spelling", "sound", "typing"):
            told.append(f"spelling differs: {a} / {b}")
        elif made.cause == "given name":
            told.append(f"{a} and {b} are one given name")
        elif made.cause == "initial":
            told.append(f"{min(a, b, key=len)} is an initial of {max(a, b, key=len)}")
    left = [first[i] for i in pairing.left_first], [second[j] for j in pairing.left_second]
    if left[0] and left[1]:
        told.append(f"{' '.join(left[0])} is not {' '.join(left[1])}")
    elif left[0] or left[1]:
        told.append(f"one has also {' '.join(left[0] or left[1])}")
    return "; ".join(told) or "the same words in another order"
