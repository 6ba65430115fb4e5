"""Fit the weights of name comparison, and measure them by folds.

    python training/names/fit.py PAIRS.csv [--write]

PAIRS.csv has columns kind, name1, name2, same (yes or no). Rows that share a name stay in one fold, so that a name seen
in fitting is never asked about. `--write` puts the weights of all rows into src/crossread/data/name_weights.json.
"""

from __future__ import annotations

import argparse
import csv
import json
from pathlib import Path

import numpy as np

from crossread.link.names import pair_features
from crossread.link.names_pairs import pair_words
from crossread.link.names_words import name_words, split_suffix

WEIGHTS = Path(__file__).parents[2] / "src" / "crossread" / "data" / "name_weights.json"
FOLDS = 10
# Strength of the pull towards zero; 0.3, 1 and 3 measure alike, the strongest generalises at least as well.
RIDGE = 1.0
STEPS = 30


def main() -> None:
    """Measure by folds, and write the weights where asked."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    with arguments.pairs.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    answers = answers_by_folds(rows)
    for label, chosen in (("all", rows), ("persons", [row for row in rows if row["kind"] == "Person"])):
        print(f"{label:8}", score([(row, answers[rows.index(row)]) for row in chosen]))
    if arguments.write:
        weights = {kind: fit([row for row in rows if model_of(row) == kind]) for kind in ("person", "thing")}
        WEIGHTS.write_text(json.dumps({"weights": weights}, indent=1) + "\n", encoding="utf-8")


def model_of(row: dict[str, str]) -> str:
    """Which of the two models answers for a row."""
    return "person" if row["kind"] == "Person" else "thing"


def features(row: dict[str, str]) -> dict[str, float]:
    """What the product's own code sees in a pair."""
    kind = model_of(row)
    words = [split_suffix(name_words(row[name], kind))[0] for name in ("name1", "name2")]
    return pair_features(pair_words(*sorted(words, key=lambda some: (len(some), some))))


def fit(rows: list[dict[str, str]]) -> dict[str, float]:
    """Weights of a ridge-penalised logistic model, for features as they are, found by Newton's method."""
    seen = [features(row) for row in rows]
    names = list(seen[0])
    raw = np.array([[f[name] for name in names] for f in seen])
    same = np.array([row["same"] == "yes" for row in rows], float)
    middle, spread = raw.mean(0), raw.std(0) + 1e-9
    table = np.c_[np.ones(len(raw)), (raw - middle) / spread]
    penalty = RIDGE * np.eye(table.shape[1])
    penalty[0, 0] = 1e-6
    weights = np.zeros(table.shape[1])
    for _ in range(STEPS):
        made = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (made - same) + penalty @ weights
        weights -= np.linalg.solve((table * (made * (1 - made))[:, None]).T @ table + penalty, slope)
    plain = weights[1:] / spread
    return {"bias": round(float(weights[0] - plain @ middle), 4)} | {
        name: round(float(value), 4) for name, value in zip(names, plain, strict=True)
    }


def answers_by_folds(rows: list[dict[str, str]]) -> list[float]:
    """A score for each row, by weights fitted without the rows that share a name with it."""
    answers = [0.0] * len(rows)
    for fold in folds(rows):
        held = set(fold)
        for kind in ("person", "thing"):
            weights = fit([row for n, row in enumerate(rows) if n not in held and model_of(row) == kind])
            for n in fold:
                if model_of(rows[n]) == kind:
                    answers[n] = answer(rows[n], weights)
    return answers


def answer(row: dict[str, str], weights: dict[str, float]) -> float:
    """The model's score for a row, by given weights."""
    total = weights["bias"] + sum(weights[name] * value for name, value in features(row).items())
    return float(1 / (1 + np.exp(-total)))


def folds(rows: list[dict[str, str]]) -> list[list[int]]:
    """The numbers of the rows, in folds of about one size; rows that share a name stay together."""
    parent: dict[str, str] = {}

    def top(name: str) -> str:
        while parent.setdefault(name, name) != name:
            name = parent[name]
        return name

    for row in rows:
        parent[top(row["name1"])] = top(row["name2"])
    groups: dict[str, list[int]] = {}
    for n, row in enumerate(rows):
        groups.setdefault(top(row["name1"]), []).append(n)
    made: list[list[int]] = [[] for _ in range(FOLDS)]
    for group in sorted(groups.values(), key=lambda group: (-len(group), group)):
        min(made, key=len).extend(group)
    return made


def score(answered: list[tuple[dict[str, str], float]]) -> str:
    """Precision, recall and F1 of "yes" at a half."""
    right = sum(row["same"] == "yes" and given >= 0.5 for row, given in answered)
    made, same = sum(given >= 0.5 for _, given in answered), sum(row["same"] == "yes" for row, _ in answered)
    precision, recall = right / made, right / same
    harmonic = 2 * precision * recall / (precision + recall)
    return f"P {precision:.3f}  R {recall:.3f}  F1 {harmonic:.3f}  ({len(answered)} pairs)"


if __name__ == "__main__":
    main()
