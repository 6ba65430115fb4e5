"""The speed half of the curve of quality against speed: how fast readers of other shapes are.

    python quality/curve.py [--shared ../shared] MODEL_FOLDER …

Prints for each folder the word pieces a second of processor on one thread (the windows of real accounts, all
models in turn, twice), beside the first model; its size; and what the whole of reading costs per article of 500 words.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray

from crossread import reading
from crossread.ingest import ingest
from crossread.neural.encode import encode
from crossread.neural.session import Net
from crossread.neural.tagger import Tagger
from crossread.neural.vectors import forget
from crossread.neural.windows import cut_windows
from crossread.reading.layout import Layout
from crossread.reading.quotes import find_quotations
from crossread.records import Document, Span

ROUNDS = 2
# Every so many-th account is read.
EVERY = 6
WORDS_PER_ARTICLE = 500
Windows = list[tuple[tuple[int, ...], NDArray[np.uint8]]]


def main() -> int:
    """Time the models given; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, default=Path(__file__).parents[1].parent / "shared")
    parser.add_argument("folders", type=Path, nargs="+")
    arguments = parser.parse_args()
    documents = ingest([arguments.shared / "coverage"]).documents[::EVERY]
    nets = [Net(folder) for folder in arguments.folders]
    windows = [window for document in documents for window in windows_of(document, nets[0])]
    articles = sum(len(document.text.split()) for document in documents) / WORDS_PER_ARTICLE
    pieces = sum(len(window) for window, _ in windows)
    seconds = time_nets(nets, windows)
    for folder, net, taken in zip(arguments.folders, nets, seconds, strict=True):
        size = (folder / "model.onnx").stat().st_size / 1e6
        whole = time_reading(documents, net)
        print(
            f"{folder.name:20} {size:5.1f} MB  {pieces / taken:7.0f} pieces/s  {seconds[0] / taken:4.2f} x the first  "
            f"{1000 * taken / articles:5.1f} ms of {1000 * whole / articles:5.1f} ms cpu an article of 500 words",
            flush=True,
        )
    return 0


def windows_of(document: Document, net: Net) -> Windows:
    """The windows of an account, as the reader cuts them."""
    layout = Layout(document)
    sentences = [Span(sentence.start, sentence.end) for sentence in layout.sentences]
    quoted = [quotation.inner for quotation in find_quotations(layout)]
    encoded = encode(layout.text, sentences, quoted, net.words.vocabulary)
    owners = np.array(encoded.owners)
    columns = [np.array(column)[owners] for column in (encoded.shapes, encoded.depths, encoded.places)]
    features = np.stack(columns, axis=1).astype(np.uint8)
    return [(tuple(encoded.pieces[w.start : w.end]), features[w.start : w.end]) for w in cut_windows(encoded)]


def time_nets(nets: list[Net], windows: Windows) -> list[float]:
    """Seconds of processor each net takes for all windows: the best of some rounds, in which all take turns."""
    taken = [float("inf")] * len(nets)
    for _ in range(ROUNDS):
        for number, net in enumerate(nets):
            started = time.process_time()
            for pieces, features in windows:
                net.run(pieces, features)
            taken[number] = min(taken[number], time.process_time() - started)
    return taken


def time_reading(documents: tuple[Document, ...], net: Net) -> float:
    """Seconds of processor that reading takes in all, with this net."""
    tagger = Tagger(net)
    with patch.object(reading, "load_tagger", lambda _: tagger):
        reading.read_document(documents[0], model="reader")
        forget()
        started = time.process_time()
        for document in documents:
            reading.read_document(document, model="reader")
        return time.process_time() - started


if __name__ == "__main__":
    sys.exit(main())
