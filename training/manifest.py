"""The manifest of a model's folder: what it is, and the digest of every file in it."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path


def write_manifest(folder: Path, *, name: str, version: str, words: Path | None = None, **facts: object) -> None:
    """Write manifest.json; `words` is the folder of the embeddings the model was made with."""
    files = sorted(path for path in folder.iterdir() if path.suffix in (".onnx", ".npy", ".txt", ".tsv"))
    digests = {path.name: digest(path) for path in files}
    manifest: dict[str, object] = {"name": name, "version": version, "files": digests}
    if words is not None:
        manifest["words"] = digest(words / "words.npy")
    text = json.dumps(manifest | facts, indent=1, ensure_ascii=False)
    (folder / "manifest.json").write_text(text + "\n", encoding="utf-8")


def digest(path: Path) -> str:
    """SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
