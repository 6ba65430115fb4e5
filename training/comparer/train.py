"""Where the comparer's weights come from, and how well words tell whether one sentence bears out another.

    python training/comparer/train.py                       the weights of crossread.link.compare, from judged.csv
    python training/comparer/train.py --nli FILE [--out P]  accuracy on pairs of sentences by ten folds

`judged.csv` holds no words: for 388 pairs of clauses of different accounts of one affair, sampled over the whole range
of likeness from 34 affairs and judged by one reader ("would an editor put them under one finding?"), the features and
the judgement; those far apart were taken to be different. Both are plain logistic regressions with a ridge, solved by
Newton's method, and give the same numbers on every run.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
from itertools import pairwise
from math import log
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from crossread.link.compare import FEATURES
from crossread.link.compare_words import common_form, is_number, negated_terms, terms_of
from crossread.link.story_terms import RARE_RATE, background_rates

Numbers = NDArray[np.float64]
HERE = Path(__file__).parent
RIDGE = 3.0
FOLDS = 10
# Too few judged pairs tell of these: they were set by hand, from what they mean.
BY_HAND = {"times agree": 0.4, "times differ": -1.5, "same speaker": 1.5, "act differs": -0.8}


def main() -> None:
    """Fit or measure, as asked."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--nli", type=Path, help="pairs as JSON lines: id, premise, hypothesis, label")
    parser.add_argument("--out", type=Path, help="write the predictions made by folds here")
    arguments = parser.parse_args()
    if arguments.nli is None:
        print_weights()
    else:
        measure(arguments.nli, arguments.out)


def print_weights() -> None:
    """The weights of the comparer, in the order of its features."""
    with (HERE / "judged.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    fitted = [name for name in FEATURES if name not in BY_HAND]
    values = np.array([[float(row[name]) for name in fitted] for row in rows])
    weights, bias = unscaled(values, np.array([float(row["same"]) for row in rows]))
    found = dict(zip(fitted, weights, strict=True)) | BY_HAND
    print("WEIGHTS = (" + ", ".join(f"{found[name]:.2f}" for name in FEATURES) + f")\nBIAS = {bias:.2f}")


def measure(path: Path, out: Path | None) -> None:
    """Accuracy by folds, each pair judged by weights that never saw it."""
    pairs = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    values = np.array([bears_out(p["premise"], p["hypothesis"]) for p in pairs])
    vectors = likeness_of([p["premise"] for p in pairs], [p["hypothesis"] for p in pairs])
    values = np.column_stack([values, vectors, vectors**2])
    right = np.array([p["label"] == "entailed" for p in pairs], dtype=float)
    order = np.random.default_rng(0).permutation(len(pairs))
    made = np.zeros(len(pairs))
    for fold in range(FOLDS):
        held = order[fold::FOLDS]
        seen = np.setdiff1d(order, held)
        weights, bias = unscaled(values[seen], right[seen])
        made[held] = values[held] @ weights + bias > 0
    print(f"accuracy by {FOLDS} folds {float((made == right).mean()):.3f} of {len(pairs)} pairs")
    if out is not None:
        labels = ("entailed" if m else "not" for m in made)
        lines = [json.dumps({"id": p["id"], "label": label}) for p, label in zip(pairs, labels, strict=True)]
        out.write_text("\n".join(lines) + "\n", encoding="utf-8")


def bears_out(premise: str, hypothesis: str) -> list[float]:
    """What tells in words whether the premise bears out the hypothesis."""
    there = [t.text for t in terms_of(premise, 0, len(premise))]
    here = [t.text for t in terms_of(hypothesis, 0, len(hypothesis))]
    known, asked = set(there), set(here)
    total = sum(map(weight, sorted(asked))) or 1.0
    found = sum(weight(t) * nearness(t, known) for t in sorted(asked)) / total
    back = sum(weight(t) * nearness(t, asked) for t in sorted(known)) / (sum(map(weight, sorted(known))) or 1.0)
    missing = [t for t in here if not nearness(t, known)]
    names = [common_form(name) for name in re.findall(r"\b[A-Z][a-z]+", hypothesis)[1:]]
    turned = negated_terms(premise, 0, len(premise)) ^ negated_terms(hypothesis, 0, len(hypothesis))
    return [
        sum(weight(t) for t in sorted(asked & known)) / total,
        found,
        found**2,
        back,
        len(missing) / 5,
        len(missing) / max(1, len(here)),
        float(any(is_number(t) and t not in known for t in asked)),
        float(any(not nearness(name, known) for name in names)),
        len(set(pairwise(here)) & set(pairwise(there))) / max(1, len(here) - 1),
        in_order(there, here) / max(1, len(here)),
        float(bool(turned & known & asked)),
        max(map(weight, missing), default=0.0) / 6,
        log(1 + len(here)) / 3,
        log(1 + len(there)) / 4,
    ]


def weight(term: str) -> float:
    """How much a word says, from how seldom news uses it."""
    return 4.0 if is_number(term) else min(6.0, max(0.3, -log(background_rates().get(term, RARE_RATE))))


def nearness(term: str, others: set[str]) -> float:
    """1 where the word is among others, less where one of them begins like it."""
    if term in others:
        return 1.0
    long = not is_number(term) and len(term) >= 4
    return 0.7 if long and any(len(o) >= 4 and o[:5] == term[:5] for o in others) else 0.0


def in_order(one: list[str], other: list[str]) -> int:
    """How many words stand in both in one order (the longest common subsequence)."""
    best = [0] * (len(other) + 1)
    for word in one:
        before = 0
        for at, wanted in enumerate(other, 1):
            before, best[at] = best[at], before + 1 if word == wanted else max(best[at], best[at - 1])
    return best[-1]


def likeness_of(ones: list[str], others: list[str]) -> Numbers:
    """The cosine of the sentence vectors of each pair."""
    from crossread.neural.vectors import encode_sentences

    vectors: Any = encode_sentences([*ones, *others])
    return np.asarray((vectors[: len(ones)] * vectors[len(ones) :]).sum(axis=1), dtype=np.float64)


def unscaled(values: Numbers, right: Numbers) -> tuple[Numbers, float]:
    """Weights and bias for the features as they are, fitted on them scaled."""
    mean, spread = values.mean(axis=0), values.std(axis=0) + 1e-9
    found = fit(np.column_stack([(values - mean) / spread, np.ones(len(values))]), right)
    weights = found[:-1] / spread
    return weights, float(found[-1] - weights @ mean)


def fit(values: Numbers, right: Numbers) -> Numbers:
    """Logistic regression with a ridge on all but the last column, by Newton's method."""
    ridge = np.eye(values.shape[1]) * RIDGE
    ridge[-1, -1] = 1e-6
    found = np.zeros(values.shape[1])
    for _ in range(60):
        chance = 1 / (1 + np.exp(-values @ found))
        slope = values.T @ (chance - right) + ridge @ found
        bend = (values * (chance * (1 - chance))[:, None]).T @ values + ridge
        found = found - np.linalg.solve(bend, slope)
    return found


if __name__ == "__main__":
    main()
