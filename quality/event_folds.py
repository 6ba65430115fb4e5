"""Events by five folds: what reads a fold was trained on the others, never on itself."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import crossread
from crossread.present.jsonfile import to_json
from crossread.reading import event_sides, event_types

RECIPE = Path(__file__).parents[1] / "training" / "events" / "train.py"


def read_by_folds(folder: Path, work: Path) -> list[Path]:
    """A dossier for each fold of a coded set, read with the models of the other folds."""
    recipe = _recipe()
    names, texts, kinds = recipe.read_data(folder)
    features = [recipe.features_of(text) for text in texts]
    vectors = recipe.encode_sentences(texts)
    folds, made, examples = recipe.fold_of(names), [], recipe.examples(folder)
    shipped = event_types.load_types, event_sides.load_sides
    try:
        for fold in range(recipe.FOLDS):
            kept = [i for i in range(len(names)) if folds[i] != fold]
            model = recipe.train([features[i] for i in kept], vectors[kept], kinds[kept])
            event_types.load_types = lambda model=model: model  # type: ignore[assignment, misc]
            sides = recipe.train_sides([examples[i] for i in kept])
            event_sides.load_sides = lambda sides=sides: sides  # type: ignore[assignment, misc]
            held_out = [folder / "documents" / f"{names[i]}.txt" for i in range(len(names)) if folds[i] == fold]
            made.append(work / f"fold{fold}.json")
            made[-1].write_bytes(to_json(crossread.read(held_out)))
    finally:
        event_types.load_types, event_sides.load_sides = shipped  # type: ignore[assignment]
    return made


def _recipe() -> ModuleType:
    spec = importlib.util.spec_from_file_location("train_events", RECIPE)
    if spec is None or spec.loader is None:
        raise SystemExit(f"no recipe at {RECIPE}")
    module = importlib.util.module_from_spec(spec)
    sys.modules["train_events"] = module
    spec.loader.exec_module(module)
    return module
