"""Export the original encoder, for vectors of sentences.

    python training/export_sentences.py --work WORK --models src/crossread/models

Writes models/words (vocabulary and embeddings, shared with the reader) and models/sentences.
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

import numpy as np
import torch
from safetensors.numpy import load_file

from graph import quantize, write_encoder
from manifest import write_manifest
from model import Encoder, Shape


def main() -> None:
    """Write both folders."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--models", type=Path, default=Path("src/crossread/models"))
    arguments = parser.parse_args()
    export_words(arguments.work, arguments.models / "words")
    table = np.load(arguments.work / "words.npz")
    encoder = Encoder(table["words"].astype(np.float32) * table["scale"], Shape(dropout=0.0))
    encoder.load_bert(load_file(arguments.work / "encoder.safetensors"))
    for features in encoder.features:
        torch.nn.init.zeros_(features.weight)
    whole = arguments.work / "sentences.onnx"
    write_encoder(encoder, whole)
    folder = arguments.models / "sentences"
    folder.mkdir(parents=True, exist_ok=True)
    quantize(whole, folder / "model.onnx")
    write_manifest(folder, name="sentences", version="1", words=arguments.models / "words")


def export_words(work: Path, folder: Path) -> None:
    """The vocabulary, and its embeddings as plain arrays of eight bits with a scale a row."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(work / "vocab.txt", folder / "vocab.txt")
    table = np.load(work / "words.npz")
    np.save(folder / "words.npy", table["words"])
    np.save(folder / "scale.npy", table["scale"].astype(np.float32).ravel())
    write_manifest(folder, name="words", version="1")


if __name__ == "__main__":
    main()
