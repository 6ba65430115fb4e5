"""From scores of tags to spans of words, and from projections to links."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

OUTSIDE, FIRST, FURTHER = 0, 1, 2


@dataclass(frozen=True, slots=True)
class WordSpan:
    """Words `first` to `last` (not included), and how sure the tags are on the average."""

    first: int
    last: int
    score: float


def log_softmax(scores: Floats) -> Floats:
    """Scores as logarithms of shares of one, along the last axis."""
    import numpy as np

    moved = scores - scores.max(axis=-1, keepdims=True)
    made: Floats = moved - np.log(np.exp(moved).sum(axis=-1, keepdims=True))
    return made


def fold_kinds(scores: Floats) -> Floats:
    """Logarithms for outside, first and further, from those of a first and a further tag for each kind."""
    import numpy as np

    parts = (scores[:, :1], scores[:, 1::2], scores[:, 2::2])
    made: Floats = np.stack([np.logaddexp.reduce(part, axis=1) for part in parts], axis=1)
    return made


def find_spans(logs: Floats, *, change: float = 0.0, lean: float = 0.0) -> list[WordSpan]:
    """The spans of the best row of tags in which none goes on without having begun.

    `change` is what a border costs; `lean` is taken from 'outside', so that more is found and more of it wrong.
    """
    import numpy as np

    tags = best_tags((logs - np.array([lean, 0, 0], dtype=np.float32)).tolist(), change)
    shares = np.exp(logs)
    spans = []
    first = None
    for word, tag in enumerate([*tags, OUTSIDE]):
        if tag != FURTHER and first is not None:
            sure = float(1 - shares[first:word, OUTSIDE].mean())
            spans.append(WordSpan(first, word, sure))
            first = None
        if tag == FIRST:
            first = word
    return spans


def best_tags(rows: Sequence[Sequence[float]], change: float) -> list[int]:
    """The best path (Viterbi 1967) through the three tags; from outside only to outside or to a first."""
    outside, begun, further = 0.0, -1e9, -1e9
    came: list[tuple[int, int, int]] = []
    for row in rows:
        inside, source = (begun, FIRST) if begun >= further else (further, FURTHER)
        leaving = inside - change
        from_outside = outside >= leaving
        came.append((OUTSIDE if from_outside else source, OUTSIDE if from_outside else source, source))
        best = outside if from_outside else leaving
        outside, begun, further = best + row[0], best - change + row[1], inside + row[2]
    scores = (outside, begun, further)
    tag = max(range(3), key=lambda t: scores[t])
    tags: list[int] = []
    for before in reversed(came):
        tags.append(tag)
        tag = before[tag]
    return tags[::-1]


def choose_partner(query: Floats, keys: Floats, none: float) -> tuple[int | None, float]:
    """The number of the best partner with its share of one, or None where 'no partner' scores higher."""
    import numpy as np

    scores = np.append(keys @ query / np.float32(len(query) ** 0.5), np.float32(none))
    shares = np.exp(log_softmax(scores))
    best = int(shares.argmax())
    return (best if best < len(keys) else None), float(shares[best])
