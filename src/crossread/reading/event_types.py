"""Which PLOVER type a sentence tells of: a linear model over words and triggers, and a vector where these leave doubt.

The weights come from `training/events` and lie in `models/events`. Most sentences are plain from their words; the
vector of a sentence costs more than everything else here, so only those that are not are looked at twice.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, cast

from crossread.neural.session import read_checked, read_manifest
from crossread.records import EventType

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

# The model's types; CONCEDE and RETREAT are one in its data and are told apart by their triggers.
TYPES = (
    "ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST", "REJECT", "REQUEST",
    "SANCTION", "SUPPORT", "THREATEN", "YIELD",
)  # fmt: skip
# A sentence whose first type is less likely than this by its words alone is looked at again with its vector.
SURE = 0.6
# So many vectors are kept.
KEPT_VECTORS = 16


@dataclass(frozen=True)
class TypeModel:
    """Weights by feature [features + 1, types], for words alone and beside a vector; for the vector [384, types]."""

    numbers: Mapping[str, int]
    alone: Floats
    beside: Floats
    vector: Floats

    def score(self, features: Mapping[str, float], vector: Floats | None = None) -> Floats:
        """The likelihood of each type, [types], summing to 1; features the model does not know say nothing."""
        import numpy as np

        known = [(self.numbers[name], value) for name, value in features.items() if name in self.numbers]
        weights = self.alone if vector is None else self.beside
        total = weights[-1].astype(np.float32)
        if known:
            rows, values = zip(*known, strict=True)
            total = total + np.asarray(values, dtype=np.float32) @ weights[list(rows)]
        if vector is not None:
            total = total + vector @ self.vector
        raised = np.exp(total - total.max())
        return cast("Floats", raised / raised.sum())


@cache
def load_types() -> TypeModel:
    """The model that is shipped; raises `ModelError` where it is missing or altered."""
    import numpy as np

    folder = files("crossread") / "models" / "events"
    manifest = read_manifest(folder)
    names = read_checked(folder, "features.txt", manifest).decode("utf-8").rstrip("\n").split("\n")
    arrays = [
        np.load(io.BytesIO(read_checked(folder, f"{name}.npy", manifest)), allow_pickle=False).astype(np.float32)
        for name in ("alone", "beside", "vector")
    ]
    return TypeModel({name: number for number, name in enumerate(names)}, *arrays)


def rank_types(text: str, features: Mapping[str, float], *, with_vector: bool = True) -> list[tuple[str, float]]:
    """The model's types for a sentence with their likelihood, best first."""
    model = load_types()
    scores = model.score(features)
    if with_vector and float(scores.max()) < SURE:
        scores = model.score(features, vector_of(text))
    return sorted(zip(TYPES, map(float, scores), strict=True), key=lambda pair: (-pair[1], pair[0]))


@lru_cache(maxsize=KEPT_VECTORS)
def vector_of(text: str) -> Floats:
    """A sentence's vector, [384]; the last few are kept, for several may ask for one sentence's."""
    from crossread.neural.vectors import encode_sentences

    vector: Floats = encode_sentences([text])[0]
    return vector


def as_event_type(name: str, triggered: EventType | None) -> EventType:
    """A type of the model as PLOVER's: YIELD is RETREAT where a trigger says so, else CONCEDE."""
    if name != "YIELD":
        return cast(EventType, name)
    return "RETREAT" if triggered == "RETREAT" else "CONCEDE"
