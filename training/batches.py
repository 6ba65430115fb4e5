"""Windows of prepared texts, varied a little each time they are seen, in batches."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from crossread.neural.encode import SHAPES
from crossread.neural.wordpiece import FIRST, LAST, PAD, UNKNOWN

Arrays = dict[str, np.ndarray]
# A text, and where a window of it starts and ends.
Cut = tuple[Arrays, int, int]
# Pieces of a window, the first and the last sign not counted.
WINDOW = 254
TARGETS = ("source", "cue", "content", "names", "cue_source", "content_cue")
LINKED = TARGETS[4:]
NOTHING = -100

# How often a window is varied so: newspapers print headlines in capitals or title case, web pages no capitals at all.
ALL_LOWER, ALL_TITLE, ALL_UPPER, PLAIN_QUOTES, UNKNOWN_WORDS = 0.08, 0.04, 0.04, 0.3, 0.02
CASED = [SHAPES.index(name) for name in ("title", "upper", "letter", "mixed")]
LOWER, TITLE, UPPER = (SHAPES.index(name) for name in ("lower", "title", "upper"))


@dataclass
class Batch:
    """Windows side by side."""

    pieces: Tensor
    features: Tensor
    mask: Tensor
    targets: dict[str, Tensor]


def cut_windows(texts: list[Arrays], rng: random.Random | None) -> list[Cut]:
    """Every text cut into windows that end with a sentence where they can; the first cut is anywhere, if varied."""
    windows = []
    for arrays in texts:
        size = len(arrays["pieces"])
        ends = [*arrays["sentences"].tolist(), size]
        start = 0
        first = rng.randrange(WINDOW // 3, WINDOW + 1) if rng and size > WINDOW else WINDOW
        while start < size:
            limit = start + first
            first = WINDOW
            end = max((e for e in ends if start < e <= limit), default=min(limit, size))
            if rng and end - start < WINDOW // 2 and end < size:
                end = min(start + WINDOW, size)
            windows.append((arrays, start, end))
            start = end
    return windows


def collate(windows: list[Cut], rng: random.Random | None, quotes: dict[int, int]) -> Batch:
    """A batch of windows; targets that lie outside their window are left out."""
    longest = max(end - start for _, start, end in windows) + 2
    shape = (len(windows), longest)
    pieces = np.full(shape, PAD, dtype=np.int64)
    features = np.zeros((*shape, 3), dtype=np.int64)
    mask = np.zeros(shape, dtype=bool)
    targets = {name: np.full(shape, NOTHING, dtype=np.int64) for name in TARGETS}
    for row, (arrays, start, end) in enumerate(windows):
        size = end - start
        pieces[row, 0], pieces[row, size + 1] = FIRST, LAST
        pieces[row, 1 : size + 1] = arrays["pieces"][start:end]
        for number, name in enumerate(("shapes", "depths", "places")):
            features[row, 1 : size + 1, number] = arrays[name][start:end]
        mask[row, : size + 2] = True
        for name in TARGETS:
            wanted = arrays[name][start:end]
            targets[name][row, 1 : size + 1] = within(wanted, start, size) if name in LINKED else wanted
        if rng:
            vary(pieces[row], features[row, :, 0], rng, quotes)
    tensors = {name: torch.from_numpy(array) for name, array in targets.items()}
    return Batch(torch.from_numpy(pieces), torch.from_numpy(features), torch.from_numpy(mask), tensors)


def within(links: np.ndarray, start: int, size: int) -> np.ndarray:
    """Links from pieces of the text to columns of scores: 0 for none, then the first sign, then the window's pieces."""
    moved = links - start
    inside = (links >= 0) & (moved >= 0) & (moved < size)
    return np.where(inside, moved + 2, np.where(links == -1, 0, NOTHING))


def vary(pieces: np.ndarray, shapes: np.ndarray, rng: random.Random, quotes: dict[int, int]) -> None:
    """Alter case, marks and words of a window in place."""
    chance = rng.random()
    if chance < ALL_LOWER:
        shapes[np.isin(shapes, CASED)] = LOWER
    elif chance < ALL_LOWER + ALL_TITLE:
        shapes[shapes == LOWER] = TITLE
    elif chance < ALL_LOWER + ALL_TITLE + ALL_UPPER:
        shapes[(shapes == LOWER) | np.isin(shapes, CASED)] = UPPER
    if rng.random() < PLAIN_QUOTES:
        for curly, plain in quotes.items():
            pieces[pieces == curly] = plain
    dropped = np.random.default_rng(rng.getrandbits(32)).random(len(pieces)) < UNKNOWN_WORDS
    pieces[dropped & (pieces > LAST)] = UNKNOWN


def endless(texts: list[Arrays], rng: random.Random) -> Iterator[Cut]:
    """Windows of the texts without end, each round cut and ordered anew."""
    while True:
        windows = cut_windows(texts, rng)
        rng.shuffle(windows)
        yield from windows
