"""Train the model of sides: which of a sentence's candidates does it, and whom it concerns.

    from train import …; from sides import train_sides, examples

Data: the same coded sentences as for the types. Each mention of a sentence is an example, right where it overlaps the
coded actor (recipient) and is at most three times as long, as the scorer has it. The events are found with the coded
type, so that one model's errors do not teach the other. A logistic regression for each side, with L2, by Adam.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from crossread.reading import events
from crossread.reading.attribution import read_attributions
from crossread.reading.attribution_units import read_units
from crossread.reading.coreference import resolve_mentions
from crossread.reading.event_marks import Marks
from crossread.reading.event_sides import SidesModel, candidate_features
from crossread.reading.event_types import TYPES
from crossread.reading.layout import Layout
from crossread.reading.names import find_names
from crossread.reading.quotes import find_quotations
from crossread.records import Document, Span, digest

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Example = tuple[list[list[str]], Floats]

# A feature is known from so many candidates on; L2; steps and rate of Adam.
FEWEST, L2, STEPS, RATE = 4, 3e-4, 300, 0.05
SIDES = ("actor", "recipient")


def examples(folder: Path) -> list[Example | None]:
    """For each coded sentence the features of its candidates and [candidates, 2] how right; None without."""
    made: list[Example | None] = []
    for path in sorted((folder / "gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))["events"]
        text = (folder / "documents" / f"{path.stem}.txt").read_text(encoding="utf-8")
        made.append(_example(text, gold))
    return made


def _example(text: str, gold: list[dict[str, object]]) -> Example | None:
    layout = Layout(Document("a", "a", text, digest(text), digest(text), digest(text)))
    names = find_names(layout, None)
    marks = Marks(layout, resolve_mentions(layout, names, read_attributions(layout, names, None)))
    kind = str(gold[0]["type"])
    ranked = [(kind, 0.99), *((name, 0.0001) for name in TYPES if name != kind)]
    found = next(
        (f for u in read_units(layout, find_quotations(layout)) for f in events.find_events(layout, u, marks, ranked)),
        None,
    )
    if found is None:
        return None
    trigger = (found.trigger.first, found.trigger.last)
    candidates = marks.candidates(found.unit, trigger, events.phrases_of(found))
    rows = candidate_features(found.unit, found.trigger, found.type, found.parties, candidates)
    return rows, _labels([found.unit.span(c.first, c.last) for c in candidates], gold)


def _labels(spans: Sequence[Span], gold: list[dict[str, object]]) -> Floats:
    wanted = [[place for event in gold for place in event[side]] for side in SIDES]  # type: ignore[attr-defined]
    rows = [[any(_meets(span, place) for place in places) for places in wanted] for span in spans]
    return np.array(rows, dtype=np.float32).reshape(-1, 2)


def _meets(span: Span, place: dict[str, int]) -> bool:
    overlaps = span.start < place["end"] and place["start"] < span.end
    return overlaps and span.end - span.start <= 3 * (place["end"] - place["start"])


def train_sides(made: Sequence[Example | None]) -> SidesModel:
    """The model of these examples."""
    known = [example for example in made if example is not None]
    counts = Counter(name for rows, _ in known for row in rows for name in set(row))
    names = sorted(name for name, count in counts.items() if count >= FEWEST)
    numbers = {name: number for number, name in enumerate(names)}
    listed = [row for rows, _ in known for row in rows]
    table = np.zeros((len(listed), len(names) + 1), dtype=np.float32)
    table[:, -1] = 1
    for number, row in enumerate(listed):
        table[number, [numbers[name] for name in row if name in numbers]] = 1
    weights = _descend(table, np.vstack([labels for _, labels in known]))
    kept = {name: (float(weights[number, 0]), float(weights[number, 1])) for name, number in numbers.items()}
    return SidesModel({**kept, "": (float(weights[-1, 0]), float(weights[-1, 1]))})


def _descend(table: Floats, wanted: Floats) -> Floats:
    weights, first, second = (np.zeros((table.shape[1], 2), dtype=np.float32) for _ in range(3))
    decay = np.full((table.shape[1], 1), L2, dtype=np.float32)
    decay[-1] = 0
    for step in range(1, STEPS + 1):
        slope = table.T @ (1 / (1 + np.exp(-table @ weights)) - wanted) / len(table) + decay * weights
        first = 0.9 * first + 0.1 * slope
        second = 0.99 * second + 0.01 * slope * slope
        weights = weights - RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
    return weights


def write_sides(model: SidesModel, path: Path) -> None:
    """Write the weights as lines of name, actor's and recipient's weight."""
    lines = (f"{name}\t{actor:.3f}\t{recipient:.3f}\n" for name, (actor, recipient) in sorted(model.weights.items()))
    path.write_text("".join(lines), encoding="utf-8")
