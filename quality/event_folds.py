"""Events by five folds: what reads a fold was trained on the others, never on itself or an account of its affair."""

from __future__ import annotations

import importlib.util
import sys
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import crossread
from crossread.ingest import ingest
from crossread.present.jsonfile import to_json
from crossread.reading import read_document
from crossread.records import Reading
from ordinary_events import score

RECIPE = Path(__file__).parents[1] / "training" / "events" / "train.py"


def read_by_folds(shared: Path, work: Path) -> list[Path]:
    """A dossier for each fold of PLV, read with the models of the other folds."""
    paths = sorted((shared / "data/events/plv/documents").glob("*.txt"))
    made = []
    for fold, models in enumerate(models_by_fold(shared)):
        with recipe().reading_with(models):
            made.append(work / f"fold{fold}.json")
            made[-1].write_bytes(to_json(crossread.read(paths[fold :: recipe().FOLDS])))
    return made


def score_ordinary(shared: Path) -> str:
    """Precision and recall in judged sentences of ordinary news, by folds over affairs."""
    judged = sys.modules["ordinary"].read_judged()
    readings: dict[str, Reading] = {}
    for fold, models in enumerate(models_by_fold(shared)):
        with recipe().reading_with(models):
            for path in sorted({one.path for one in judged}):
                if sys.modules["ordinary"].fold_of(path, recipe().FOLDS) == fold:
                    readings[path] = read_document(ingest([shared / path]).documents[0], model=recipe().READER)
    return score(judged, readings)


@cache
def models_by_fold(shared: Path) -> list[Any]:
    """The models of all folds but each one in turn."""
    return list(recipe().models_by_fold(recipe().prepare(shared)))


@cache
def recipe() -> ModuleType:
    """The recipe of the models, which lies outside the package."""
    spec = importlib.util.spec_from_file_location("train_events", RECIPE)
    if spec is None or spec.loader is None:
        raise SystemExit(f"no recipe at {RECIPE}")
    module = importlib.util.module_from_spec(spec)
    sys.modules["train_events"] = module
    spec.loader.exec_module(module)
    return module
