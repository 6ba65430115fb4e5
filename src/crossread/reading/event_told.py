"""Whether what looks like an event is told as one: a linear model over its trigger, type, parties and the words around.

Most sentences of ordinary news tell of nothing that a coder of PLOVER would record. The model of types has to name a
type for every sentence; this one has seen sentences without an event and says how likely there is one of that type. The
weights come from `training/events` and lie in `models/events`. The sentence's vector is asked only where words leave
doubt.
"""

from __future__ import annotations

import io
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from crossread.neural.session import read_checked, read_manifest
from crossread.reading.attribution_units import Unit
from crossread.reading.event_clauses import depth_of
from crossread.reading.event_marks import Candidate, Marks
from crossread.reading.event_parties import Parties
from crossread.reading.event_settings import modality_of
from crossread.reading.event_types import vector_of
from crossread.reading.event_words import Trigger, stem, word_classes

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

# An event is told where it is so likely (by folds over affairs and over PLV, 2026-11: more likely ones are surer, but
# leave out more of PLV's).
LEAST_TOLD = 0.55
# Between these the words alone leave doubt, and the sentence's vector is asked too.
DOUBTFUL = (0.3, 0.8)
# So many words before and behind a trigger are looked at.
BEFORE, BEHIND = 4, 5
# All words of a sentence count less than those near the trigger; a likelihood is taken as log odds of this scale.
FAR, ODDS = 0.5, 3.0


@dataclass(frozen=True, slots=True)
class Told:
    """What is known of a possible event when it is to be told or not."""

    unit: Unit
    trigger: Trigger
    type: str
    parties: Parties
    score: float
    fits: bool
    is_listed: bool
    is_main: bool
    is_loose: bool
    is_modal: bool
    actor: Candidate | None
    recipient: Candidate | None


@dataclass(frozen=True)
class ToldModel:
    """Weights by feature: by words alone, and beside the vector, whose own are [384]; "" is the bias."""

    weights: Mapping[str, tuple[float, float]]
    vector: Floats

    def score(self, features: Mapping[str, float], vector: Floats | None = None) -> float:
        """How likely an event is one, from 0 to 1."""
        which = int(vector is not None)
        total = self.weights[""][which]
        for name, value in features.items():
            found = self.weights.get(name)
            if found is not None:
                total += found[which] * value
        if vector is not None:
            total += float(vector @ self.vector)
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


@cache
def load_told() -> ToldModel:
    """The model that is shipped; raises `ModelError` where it is missing or altered."""
    import numpy as np

    folder = files("crossread") / "models" / "events"
    manifest = read_manifest(folder)
    rows = (line.split("\t") for line in read_checked(folder, "told.tsv", manifest).decode("utf-8").splitlines())
    weights = {name: (float(alone), float(beside)) for name, alone, beside in rows}
    stored = np.load(io.BytesIO(read_checked(folder, "told.npy", manifest)), allow_pickle=False)
    return ToldModel(weights, stored.astype(np.float32))


def is_told(marks: Marks, told: Told) -> bool:
    """Whether it is likely enough to be told."""
    model, features = load_told(), told_features(marks, told)
    likely = model.score(features)
    if DOUBTFUL[0] < likely < DOUBTFUL[1]:
        unit = told.unit
        likely = model.score(features, vector_of(marks.layout.text[unit.start : unit.end]))
    return likely >= LEAST_TOLD


def told_features(marks: Marks, told: Told) -> dict[str, float]:
    """Features by name with their values."""
    unit, kind = told.unit, told.type
    found = dict.fromkeys(_about_trigger(told), 1.0)
    likely = min(max(told.score, 1e-4), 1 - 1e-4)
    found["logit"] = math.log(likely / (1 - likely)) / ODDS
    is_public = False
    for side, candidate in (("a", told.actor), ("r", told.recipient)):
        if candidate is None:
            found |= {f"{side}:none": 1.0, f"{side}:none{kind}": 1.0}
            continue
        is_one = marks.is_public(unit, candidate)
        is_public = is_public or is_one
        found |= dict.fromkeys(_about_party(unit, side, candidate, kind), 1.0)
        found[f"{side}:pub{is_one}"] = 1.0
    has_both = told.actor is not None and told.recipient is not None
    found |= {f"pub{is_public}": 1.0, f"both{has_both}": 1.0, f"pub{is_public}{kind}": 1.0}
    _add_words(found, unit, told.trigger)
    return found


def _about_trigger(told: Told) -> Iterator[str]:
    unit, trigger, kind = told.unit, told.trigger, told.type
    word = stem(unit.words[trigger.first].text)
    yield from (f"type:{kind}", f"stem:{word}", f"st:{word}{kind}")
    yield from (f"part:{trigger.pattern.part}", f"size{min(trigger.pattern.size, 3)}")
    yield from (f"fits{told.fits}", f"listed{told.is_listed}", f"main{told.is_main}", f"loose{told.is_loose}")
    yield f"depth{min(depth_of(unit, trigger), 3)}"
    yield from (f"title{unit.in_title}", f"quoted{unit.depth}", f"mod:{modality_of(unit, trigger.first)}")
    yield from (f"passive{told.parties.is_passive}", f"bound{told.parties.is_bound}")
    if told.is_modal:
        yield "modal"


def _about_party(unit: Unit, side: str, candidate: Candidate, kind: str) -> Iterator[str]:
    yield from (f"{side}:{candidate.kind}", f"{side}:{candidate.form}", f"{side}:{candidate.kind}{kind}")
    for index in range(candidate.first, candidate.last + 1):
        for name in word_classes().get(stem(unit.words[index].text), ()):
            yield f"{side}c:{name}"


def _add_words(found: dict[str, float], unit: Unit, trigger: Trigger) -> None:
    """The words near a trigger, those next to it, and all of the sentence."""
    stems = [stem(word.text) if word.quotation is None else "“" for word in unit.words]
    first, last = trigger.first, trigger.last
    found |= {f"b:{word}": 1.0 for word in stems[max(0, first - BEFORE) : first]}
    for word in stems[last + 1 : last + 1 + BEHIND]:
        found[f"f:{word}"] = 1.0
        found |= {f"fc:{name}": 1.0 for name in word_classes().get(word, ())}
    found |= {f"n:{word}": 1.0 for word in stems[last + 1 : last + 2]}
    found |= {f"p:{word}": 1.0 for word in stems[max(0, first - 1) : first]}
    _add_all(found, stems)


def _add_all(found: dict[str, float], stems: Sequence[str]) -> None:
    for word in stems:
        if word[0].isalnum():
            found[f"w:{word}"] = FAR
            found |= {f"c:{name}": 1.0 for name in word_classes().get(word, ())}
