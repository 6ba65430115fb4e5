"""Models from their folders: every file checked by its digest, loaded on first use, run on one thread.

Nothing is unpickled, and nothing but the bytes that were checked is parsed. One thread a process: on a busy machine
several processes of one thread read faster than one process of several.
"""

from __future__ import annotations

import hashlib
import io
import json
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Any

from crossread.errors import ModelError
from crossread.neural.wordpiece import FIRST, LAST, WordPieces

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

# The run time joins sums and norms to one node that takes longer than the two (a fifth of all; version 1.32).
SLOW_FUSION = "SkipLayerNormFusion"
REMEDY = "install Crossread again, or read with the rules alone (model 'rules')"


class Words:
    """The vocabulary, and the embeddings of its pieces, which all models share."""

    def __init__(self, folder: Traversable) -> None:
        import numpy as np

        manifest = read_manifest(folder)
        lines = read_checked(folder, "vocab.txt", manifest).decode("utf-8").rstrip("\n").split("\n")
        self.vocabulary = WordPieces(lines)
        self.digest: str = manifest["files"]["words.npy"]
        self._words = np.load(io.BytesIO(read_checked(folder, "words.npy", manifest)), allow_pickle=False)
        self._scale = np.load(io.BytesIO(read_checked(folder, "scale.npy", manifest)), allow_pickle=False)

    def embed(self, pieces: list[int]) -> Floats:
        """Embeddings of the pieces between the first and the last sign, as one row: [1, pieces + 2, width]."""
        import numpy as np

        numbers = np.array([FIRST, *pieces, LAST])
        embedded: Floats = self._words[numbers].astype(np.float32) * self._scale[numbers, None]
        return embedded[None]


class Net:
    """A checked model, ready to run."""

    def __init__(self, folder: Traversable) -> None:
        self.manifest = read_manifest(folder)
        self.words = load_words()
        if self.manifest.get("words") != self.words.digest:
            raise ModelError(f"The model {folder.name} was made with other word embeddings than those here: {REMEDY}.")
        self._session = _session(read_checked(folder, "model.onnx", self.manifest), folder.name)

    def run(self, **inputs: Any) -> list[Floats]:
        """The outputs of the net for one window."""
        outputs: list[Floats] = self._session.run(None, inputs)
        return outputs


@cache
def load_words() -> Words:
    """The words all models share, read once a process."""
    return Words(files("crossread") / "models" / "words")


@cache
def load_net(name: str) -> Net:
    """A model by its name, read once a process. Raises `ModelError` where a file is missing or not as it was made."""
    return Net(files("crossread") / "models" / name)


def model_version(name: str) -> str:
    """A model's name with its version, without loading it."""
    manifest = read_manifest(files("crossread") / "models" / name)
    return f"{manifest['name']}-{manifest['version']}"


def read_manifest(folder: Traversable) -> dict[str, Any]:
    """What a model's folder says it holds."""
    try:
        manifest: dict[str, Any] = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(f"The manifest of the model {folder.name} cannot be read ({error}): {REMEDY}.") from error
    if not isinstance(manifest, dict) or not isinstance(manifest.get("files"), dict):
        raise ModelError(f"The manifest of the model {folder.name} lists no files: {REMEDY}.")
    return manifest


def read_checked(folder: Traversable, name: str, manifest: dict[str, Any]) -> bytes:
    """A file's bytes, if they are those the manifest was written for."""
    try:
        content = (folder / name).read_bytes()
    except OSError as error:
        raise ModelError(f"The file {name} of the model {folder.name} cannot be read ({error}): {REMEDY}.") from error
    if hashlib.sha256(content).hexdigest() != manifest["files"].get(name):
        raise ModelError(
            f"The file {name} of the model {folder.name} is not the one its manifest names "
            f"(truncated or altered): {REMEDY}."
        )
    return content


def _session(content: bytes, name: str) -> Any:
    try:
        import onnxruntime
    except ImportError as error:
        raise ModelError(f"The model needs the package onnxruntime, which is not installed: {REMEDY}.") from error
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.enable_cpu_mem_arena = False
    try:
        return onnxruntime.InferenceSession(
            content, options, providers=["CPUExecutionProvider"], disabled_optimizers=[SLOW_FUSION]
        )
    except Exception as error:  # the run time raises a class of its own for every kind of fault
        raise ModelError(f"The model {name} cannot be loaded ({error}): {REMEDY}.") from error
