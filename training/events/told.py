"""Train the model that tells an event from what only looks like one.

Data: PLV's coded sentences, in which the main event of the coded type is one; and judged sentences of ordinary news,
in which every possible event is one where a judge saw one of its type, and none otherwise (what one may argue about
is left out). The types and sides that the features rest on come from models that have not seen the sentence: models of
five folds, which hold out every fifth sentence of PLV and every fifth affair of ordinary news.
A logistic regression with L2, by Adam, by words alone and beside the sentence's vector.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from descent import fit_logistic
from ordinary import Judged, fold_of, read_judged, widened

from crossread import reading
from crossread.ingest import ingest
from crossread.neural.vectors import encode_sentences
from crossread.reading import event_sides, event_told, event_types, events
from crossread.reading.attribution_units import Unit, read_units
from crossread.reading.coreference import Chained
from crossread.reading.event_marks import Marks
from crossread.reading.event_told import ToldModel, told_features
from crossread.reading.layout import Layout
from crossread.reading.quotes import find_quotations
from crossread.records import Document

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

FOLDS = 5
# The trained reader that the program reads with.
READER = "reader"
# A feature is known from so many events on; L2; steps and rate of Adam; a vector's weight beside the words.
FEWEST, L2, VECTOR = 3, 3e-3, 4.0


@dataclass(frozen=True)
class Models:
    """What reads events: types, sides, and what is told."""

    types: event_types.TypeModel
    sides: event_sides.SidesModel
    told: ToldModel | None = None


@dataclass(frozen=True)
class Sentence:
    """A sentence with what somebody coded of it: PLV's events, or a judge's rows."""

    marks: Marks
    unit: Unit
    fold: int
    coded: tuple[dict[str, Any], ...] = ()
    rows: tuple[Judged, ...] = ()

    @property
    def text(self) -> str:
        """Its words."""
        return self.marks.layout.text[self.unit.start : self.unit.end]


@dataclass(frozen=True)
class Possible:
    """A possible event: features, the number of its sentence, whether it is one, its fold."""

    features: dict[str, float]
    sentence: int
    is_one: bool
    fold: int


@contextmanager
def reading_with(models: Models) -> Iterator[None]:
    """Let these models read events instead of those that are shipped."""
    shipped = event_types.load_types, event_sides.load_sides, event_told.load_told
    event_types.load_types = lambda: models.types  # type: ignore[assignment]
    event_sides.load_sides = lambda: models.sides  # type: ignore[assignment]
    if models.told is not None:
        event_told.load_told = lambda: models.told  # type: ignore[assignment, return-value]
    try:
        yield
    finally:
        event_types.load_types, event_sides.load_sides, event_told.load_told = shipped  # type: ignore[assignment]


def chained_of(document: Document) -> Chained:
    """The chains of an account as they are before its events are read."""
    kept: list[Chained] = []
    read_events = reading.read_events
    reading.read_events = lambda _layout, _times, _attributions, chained: (kept.append(chained) or (), chained)  # type: ignore[assignment, func-returns-value]
    try:
        reading.read_document(document, model=READER)
    finally:
        reading.read_events = read_events
    return kept[0]


def judged_sentences(shared: Path) -> list[Sentence]:
    """The judged sentences of ordinary news, with what they quote."""
    by_place: dict[str, dict[Any, list[Judged]]] = defaultdict(lambda: defaultdict(list))
    for row in read_judged():
        by_place[row.path][row.sentence].append(row)
    made = []
    for path, judged in by_place.items():
        marks, units = _prepared(ingest([shared / path]).documents[0])
        for span, rows in judged.items():
            made += [
                Sentence(marks, unit, fold_of(path, FOLDS), rows=tuple(rows))
                for unit in units
                if span.start <= unit.start < span.end
            ]
    return made


def coded_sentences(paths: Sequence[Path], coded: Sequence[list[dict[str, Any]]]) -> list[Sentence]:
    """PLV's sentences, without what they quote."""
    made = []
    for number, (path, codes) in enumerate(zip(paths, coded, strict=True)):
        marks, units = _prepared(ingest([path]).documents[0])
        made.append(Sentence(marks, units[0], number % FOLDS, coded=tuple(codes)))
    return made


def _prepared(document: Document) -> tuple[Marks, tuple[Unit, ...]]:
    layout = Layout(document)
    return Marks(layout, chained_of(document)), read_units(layout, find_quotations(layout))


def possible_events(sentences: Sequence[Sentence], models: Sequence[Models]) -> list[Possible]:
    """The possible events of all sentences, each by the models that have not seen it."""
    made = []
    for number, sentence in enumerate(sentences):
        if len(sentence.unit.words) > events.LONGEST_SENTENCE:
            continue
        with reading_with(models[sentence.fold]):
            for found in events.find_events(sentence.marks.layout, sentence.unit, sentence.marks):
                sides = events.choose_sides(sentence.marks, found)
                is_one = _is_one(sentence, found)
                if is_one is not None and events.can_be_told(found, *sides):
                    told = events.as_told(found, *sides)
                    made.append(Possible(told_features(sentence.marks, told), number, is_one, sentence.fold))
    return made


def _is_one(sentence: Sentence, found: events.Found) -> bool | None:
    """Whether a possible event is one; None where nobody has said."""
    if sentence.coded:
        name = "YIELD" if found.type in ("CONCEDE", "RETREAT") else found.type
        return True if found.is_main and any(code["type"] == name for code in sentence.coded) else None
    fitting = [row for row in sentence.rows if found.type in widened(row.types)]
    if not fitting:
        return False
    return True if any(not row.is_arguable for row in fitting) else None


def train_told(possible: Sequence[Possible], vectors: Floats) -> ToldModel:
    """The model of these possible events; `vectors` are those of all sentences."""
    counts = Counter(name for one in possible for name in one.features)
    names = sorted(name for name, count in counts.items() if count >= FEWEST)
    numbers = {name: number for number, name in enumerate(names)}
    table = np.zeros((len(possible), len(names) + 1), dtype=np.float32)
    table[:, -1] = 1
    for row, one in enumerate(possible):
        for name, value in one.features.items():
            if name in numbers:
                table[row, numbers[name]] = value
    wanted = np.array([one.is_one for one in possible], dtype=np.float32)
    alone = fit_logistic(table, wanted, L2)
    beside = fit_logistic(np.hstack([vectors[[one.sentence for one in possible]] * VECTOR, table]), wanted, L2)
    width = vectors.shape[1]
    pairs = zip([*names, ""], alone, beside[width:], strict=True)
    return ToldModel({name: (float(a), float(b)) for name, a, b in pairs}, beside[:width] * VECTOR)


def write_told(model: ToldModel, folder: Path) -> None:
    """Write the weights as lines of name, alone, beside; the vector's as half floats."""
    lines = (f"{name}\t{alone:.3f}\t{beside:.3f}\n" for name, (alone, beside) in sorted(model.weights.items()))
    (folder / "told.tsv").write_text("".join(lines), encoding="utf-8")
    np.save(folder / "told.npy", model.vector.astype(np.float16))


def vectors_of(sentences: Sequence[Sentence]) -> Floats:
    """The vectors of these sentences."""
    return encode_sentences([sentence.text for sentence in sentences])
