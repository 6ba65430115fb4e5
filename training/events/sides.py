"""Train the model of sides: which of a sentence's candidates does it, and whom it concerns.

    from train import …; from sides import train_sides, examples

Data: the same sentences as for the types; those of ordinary news may have nobody on a side. Each mention of a sentence
is an example, right where it overlaps the coded actor (recipient) and is at most three times as long, as the scorer has
it. The events are found with the coded type, so that one model's errors do not teach the other. A logistic regression
for each side, with L2, by Adam.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from descent import fit_logistic
from ordinary import YIELD, Judged
from told import Sentence

from crossread.reading import events
from crossread.reading.event_sides import SidesModel, candidate_features
from crossread.reading.event_types import TYPES
from crossread.records import Span

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

# A feature is known from so many candidates on; L2; steps and rate of Adam.
FEWEST, L2 = 4, 3e-4
SIDES = ("actor", "recipient")
# Features of each candidate, and how right each is.
Example = tuple[list[list[str]], "Floats"]


def examples(sentences: Sequence[Sentence]) -> list[Example | None]:
    """For each sentence the features of its candidates and [candidates, 2] how right; None without.

    A judged sentence gives the parties of its first event with one type; a candidate is right where it overlaps one.
    """
    made: list[Example | None] = []
    for sentence in sentences:
        if sentence.coded:
            made.append(_example(sentence, str(sentence.coded[0]["type"]), list(sentence.coded)))
            continue
        rows = [row for row in sentence.rows if row.types and not row.is_arguable and sentence.unit.depth == 0]
        gold = {kind: _parties(row) for row in reversed(rows) for kind in sorted(brought(row.types))[:1]}
        known = [(kind, _example(sentence, kind, [parties])) for kind, parties in sorted(gold.items())]
        made.append(next((example for _, example in known if example is not None), None))
    return made


def brought(types: frozenset[str]) -> frozenset[str]:
    """PLOVER's types as those of the model."""
    return frozenset("YIELD" if kind in YIELD else kind for kind in types)


def _parties(row: Judged) -> dict[str, object]:
    spans = (row.actor, row.recipient)
    return {side: [{"start": s.start, "end": s.end}] if s else [] for side, s in zip(SIDES, spans, strict=True)}


def _example(sentence: Sentence, kind: str, gold: list[dict[str, object]]) -> Example | None:
    marks = sentence.marks
    ranked = [(kind, 0.99), *((name, 0.0001) for name in TYPES if name != kind)]
    found = next(events.find_events(marks.layout, sentence.unit, marks, ranked), None)
    if found is None or (sentence.rows and not found.fits):
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
    weights = fit_logistic(table, np.vstack([labels for _, labels in known]), L2)
    kept = {name: (float(weights[number, 0]), float(weights[number, 1])) for name, number in numbers.items()}
    return SidesModel({**kept, "": (float(weights[-1, 0]), float(weights[-1, 1]))})


def write_sides(model: SidesModel, path: Path) -> None:
    """Write the weights as lines of name, actor's and recipient's weight."""
    lines = (f"{name}\t{actor:.3f}\t{recipient:.3f}\n" for name, (actor, recipient) in sorted(model.weights.items()))
    path.write_text("".join(lines), encoding="utf-8")
