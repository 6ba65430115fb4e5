"""Train the model of event types: what kind of event a sentence tells of.

    python training/events/train.py --shared ../shared [--folds]

Data: sentences coded by hand with PLOVER types (PLV, Hu and others 2024), and judged sentences of ordinary news (see
ordinary.py). Two linear models of types over the same features, with L2: one by words alone, one with the sentence's
vector beside them. `--folds` measures both, and the two in turn as the program uses them, by five folds of PLV; without
it the models of all sentences are written to src/crossread/models/events, with the model of sides (see sides.py) and
of what is told at all (see told.py).
One core, two to three minutes.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from crossread.reading.event_features import sentence_features
from crossread.reading.event_types import SURE, TYPES, TypeModel
from crossread.reading.event_words import find_triggers, stem
from crossread.reading.layout import TOKEN

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parent)]
from sides import Example, brought, examples, train_sides, write_sides  # noqa: E402
from told import (  # noqa: E402
    FOLDS,
    READER,
    Models,
    Sentence,
    coded_sentences,
    judged_sentences,
    possible_events,
    reading_with,
    train_told,
    vectors_of,
    write_told,
)

from manifest import write_manifest  # noqa: E402

__all__ = ["FOLDS", "READER", "models_by_fold", "prepare", "reading_with"]

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

# A feature is known from so many sentences on; L2; steps and rate of Adam; a vector's weight beside the words.
FEWEST, L2, STEPS, RATE, VECTOR = 3, 3e-4, 160, 0.08, 6.0
# Rare types count more: by the square root of how much rarer than the mean they are.
RARITY = 0.5
QUADS = {"AGREE": 0, "CONSULT": 0, "SUPPORT": 0, "COOPERATE": 1, "AID": 1, "YIELD": 1, "REQUEST": 2, "ACCUSE": 2,
         "REJECT": 2, "THREATEN": 2, "PROTEST": 3, "SANCTION": 3, "MOBILIZE": 3, "COERCE": 3, "ASSAULT": 3}  # fmt: skip


def main() -> None:
    """Measure by folds, or write the models."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--folds", action="store_true")
    parser.add_argument("--out", type=Path, default=Path("src/crossread/models/events"))
    arguments = parser.parse_args()
    material = prepare(arguments.shared)
    if arguments.folds:
        kinds = np.array([TYPES.index(s.coded[0]["type"]) for s in material.sentences if s.coded])
        rows = [number for number, s in enumerate(material.sentences) if s.coded]
        features = [material.features[number] for number in rows]
        print(measure(features, material.vectors[rows], kinds, np.arange(len(rows)) % FOLDS))
        return
    possible = possible_events(material.sentences, [train_fold(material, fold) for fold in range(FOLDS)])
    models = train_fold(material, None)
    arguments.out.mkdir(parents=True, exist_ok=True)
    write_told(train_told(possible, material.vectors), arguments.out)
    write_sides(models.sides, arguments.out / "sides.tsv")
    write(models.types, arguments.out)


@dataclass(frozen=True)
class Material:
    """What is learnt from: PLV's sentences and those of ordinary news, with features, vectors and examples of sides."""

    sentences: list[Sentence]
    features: list[dict[str, float]]
    vectors: Floats
    sides: list[Example | None]


def prepare(shared: Path) -> Material:
    """All sentences, PLV's first, in the order of their names."""
    folder = shared / "data/events/plv"
    names = sorted(path.stem for path in (folder / "gold").glob("*.json"))
    coded = [json.loads((folder / "gold" / f"{name}.json").read_text(encoding="utf-8"))["events"] for name in names]
    paths = [folder / "documents" / f"{name}.txt" for name in names]
    sentences = [*coded_sentences(paths, coded), *judged_sentences(shared)]
    features = [features_of(sentence.text) for sentence in sentences]
    return Material(sentences, features, vectors_of(sentences), examples(sentences))


def train_fold(material: Material, fold: int | None) -> Models:
    """The models of types and sides of all sentences but a fold's."""
    kept = [number for number, sentence in enumerate(material.sentences) if sentence.fold != fold]
    typed = [(number, kind) for number in kept for kind in kinds_of(material.sentences[number])]
    rows = [number for number, _ in typed]
    types = train(
        [material.features[number] for number in rows], material.vectors[rows], np.array([kind for _, kind in typed])
    )
    return Models(types, train_sides([material.sides[number] for number in kept]))


def models_by_fold(material: Material) -> list[Models]:
    """For each fold all models of the other folds."""
    folds = [train_fold(material, fold) for fold in range(FOLDS)]
    possible = possible_events(material.sentences, folds)
    return [
        replace(models, told=train_told([one for one in possible if one.fold != fold], material.vectors))
        for fold, models in enumerate(folds)
    ]


def kinds_of(sentence: Sentence) -> list[int]:
    """The numbers of the types a sentence teaches: its first one in PLV, each that is sure in ordinary news."""
    if sentence.coded:
        return [TYPES.index(sentence.coded[0]["type"])]
    if sentence.unit.depth:
        return []
    sure = {brought(row.types) for row in sentence.rows if row.types and not row.is_arguable}
    return sorted(TYPES.index(next(iter(kinds))) for kinds in sure if len(kinds) == 1)


def features_of(text: str) -> dict[str, float]:
    """The features of one sentence."""
    stems = [stem(m.group()) for m in TOKEN.finditer(text) if m.group()[0].isalnum()]
    return sentence_features(stems, find_triggers(stems))


def train(features: list[dict[str, float]], vectors: Floats, kinds: NDArray[np.int64]) -> TypeModel:
    """Both models of these sentences."""
    counts = Counter(name for row in features for name in row)
    names = sorted(name for name, count in counts.items() if count >= FEWEST)
    # Words are weighed by their rarity; the program multiplies nothing, so this goes into the weights.
    rarity = np.array([math.log(len(features) / counts[n]) / 3 if n[:2] in ("w:", "b:", "s:") else 1.0 for n in names])
    numbers = {name: number for number, name in enumerate(names)}
    rows = np.zeros((len(features), len(names)), dtype=np.float32)
    for number, row in enumerate(features):
        for name, value in row.items():
            if name in numbers:
                rows[number, numbers[name]] = value
    rows *= rarity.astype(np.float32)
    alone = descend(rows, kinds)
    both = descend(np.hstack([rows, vectors * VECTOR]), kinds)
    scale = np.append(rarity, 1.0).astype(np.float32)[:, None]
    beside = np.vstack([both[: len(names)], both[-1:]])
    return TypeModel(numbers, alone * scale, beside * scale, both[len(names) : -1] * VECTOR)


def descend(rows: Floats, kinds: NDArray[np.int64]) -> Floats:
    """Weights [features + 1, types] of a softmax regression by Adam (Kingma and Ba 2015); the last row is the bias."""
    rows = np.hstack([rows, np.ones((len(rows), 1), dtype=np.float32)])
    wanted = np.eye(len(TYPES), dtype=np.float32)[kinds]
    counts = np.maximum(1, np.bincount(kinds, minlength=len(TYPES)))
    worth = ((len(kinds) / len(TYPES) / counts) ** RARITY)[kinds].astype(np.float32)
    worth = (worth / worth.mean())[:, None]
    weights, first, second = (np.zeros((rows.shape[1], len(TYPES)), dtype=np.float32) for _ in range(3))
    decay = np.full((rows.shape[1], 1), L2, dtype=np.float32)
    decay[-1] = 0
    for step in range(1, STEPS + 1):
        slope = rows.T @ ((softmax(rows @ weights) - wanted) * worth) / len(rows) + decay * weights
        first = 0.9 * first + 0.1 * slope
        second = 0.99 * second + 0.01 * slope * slope
        weights -= RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
    return weights


def softmax(scores: Floats) -> Floats:
    """Rows that sum to 1."""
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    return raised / raised.sum(axis=1, keepdims=True)


def measure(
    features: list[dict[str, float]], vectors: Floats, kinds: NDArray[np.int64], folds: NDArray[np.int64]
) -> str:
    """Macro-F1, quad class and accuracy of words alone, of words with vectors, and of the two in turn."""
    made = {name: np.zeros(len(kinds), dtype=int) for name in ("words alone", "with vectors", "in turn")}
    looked = 0
    for fold in range(FOLDS):
        kept = np.flatnonzero(folds != fold)
        model = train([features[i] for i in kept], vectors[kept], kinds[kept])
        for i in np.flatnonzero(folds == fold):
            alone, beside = model.score(features[i]), model.score(features[i], vectors[i])
            made["words alone"][i], made["with vectors"][i] = alone.argmax(), beside.argmax()
            looked += alone.max() < SURE
            made["in turn"][i] = (beside if alone.max() < SURE else alone).argmax()
    quads = np.array([QUADS[name] for name in TYPES])
    lines = [
        f"{name:13} macro-F1 {macro_f1(kinds, said):.3f}  quad {(quads[said] == quads[kinds]).mean():.3f}  "
        f"accuracy {(said == kinds).mean():.3f}"
        for name, said in made.items()
    ]
    return "\n".join([*lines, f"looked at twice: {looked / len(kinds):.0%}"])


def macro_f1(wanted: NDArray[np.int64], made: NDArray[np.int64]) -> float:
    """The mean F1 of the types."""
    hits = [
        2 * ((wanted == k) & (made == k)).sum() / max(1, (wanted == k).sum() + (made == k).sum()) for k in range(15)
    ]
    return float(np.mean(hits))


def write(model: TypeModel, folder: Path) -> None:
    """Write the model with its manifest; half floats are exact enough and half the size."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "features.txt").write_text("\n".join(model.numbers) + "\n", encoding="utf-8")
    for name in ("alone", "beside", "vector"):
        np.save(folder / f"{name}.npy", getattr(model, name).astype(np.float16))
    write_manifest(folder, name="events", version="2")


if __name__ == "__main__":
    main()
