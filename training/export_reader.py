"""Export the trained reader, check the export against the net it came from, and calibrate it.

    python training/export_reader.py --work WORK --version 1 [--checkpoint WORK/last.pt]

Writes models/reader. Prints how far the scores of the eight-bit export lie from those of the trained net.
"""

from __future__ import annotations

import argparse
import json
import pickle
from pathlib import Path

import numpy as np
import onnxruntime
import torch

from batches import collate, cut_windows
from graph import quantize, write_encoder
from manifest import write_manifest
from model import Reader, Shape
from train import make_reader

# Before calibration a score stands for itself, and borders cost nothing.
PLAIN = {"calibration": {"names": [[0, 1], [0, 1]], "attributions": [[0, 1], [0, 1]]}}
FREE = {what: {"source": 0.0, "cue": 0.0, "content": 0.0} for what in ("change", "lean")}


def main() -> None:
    """Export and check."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--models", type=Path, default=Path("src/crossread/models"))
    parser.add_argument("--checkpoint", type=Path)
    parser.add_argument("--version", default="1")
    parser.add_argument("--layers", type=int, default=6)
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    state = torch.load(arguments.checkpoint or arguments.work / "reader.pt", weights_only=True)
    reader = make_reader(arguments.work, Shape(layers=arguments.layers, dropout=0.0))
    reader.load_state_dict(state.get("reader", state))
    reader.eval()
    folder = arguments.models / "reader"
    folder.mkdir(parents=True, exist_ok=True)
    whole = arguments.work / "reader.onnx"
    write_encoder(reader.encoder, whole, reader)
    quantize(whole, folder / "model.onnx")
    settings = (
        json.loads((folder / "manifest.json").read_text())["settings"] if (folder / "manifest.json").exists() else {}
    )
    write_manifest(
        folder,
        name="reader",
        version=arguments.version,
        words=arguments.models / "words",
        settings=PLAIN | FREE | settings,
    )
    for name, path in (("whole", whole), ("eight bits", folder / "model.onnx")):
        print(name, compare(reader, path, arguments.work))


def compare(reader: Reader, path: Path, work: Path) -> dict[str, float]:
    """How far an exported graph's scores lie from the trained net's, on what was kept from training."""
    session = onnxruntime.InferenceSession(path.read_bytes(), providers=["CPUExecutionProvider"])
    held = pickle.loads((work / "data.pkl").read_bytes())["polnear-held"][:4]
    apart, same = [], []
    for window in cut_windows(held, None):
        batch = collate([window], None, {})
        with torch.inference_mode():
            tags, _ = reader(batch.pieces, batch.features, batch.mask)
            words = reader.encoder.words(batch.pieces).numpy()
        made = session.run(["tags"], {"words": words, "features": batch.features.numpy()})[0]
        apart.append(np.abs(made - tags.numpy()).mean())
        for part in (slice(0, 3), slice(3, 6), slice(6, 9), slice(9, 24)):
            same.append((made[..., part].argmax(-1) == tags[..., part].numpy().argmax(-1)).mean())
    return {
        "mean difference of scores": round(float(np.mean(apart)), 4),
        "same best tag": round(float(np.mean(same)), 4),
    }


if __name__ == "__main__":
    main()
