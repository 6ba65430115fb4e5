"""Models from their folders: every file checked by its digest, loaded on first use, run on one thread.

Nothing is unpickled, and nothing but the bytes that were checked is parsed. One thread a process: on a busy machine
several processes of one thread read faster than one process of several.
"""

from __future__ import annotations

import hashlib
import io
import json
from functools import cache, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Any

from crossread.errors import ModelError
from crossread.neural.wordpiece import FIRST, LAST, WordPieces

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

# The run time joins sums and norms to one node that takes longer than the two (a fifth of all; version 1.32).
SLOW_FUSION = "SkipLayerNormFusion"
# Answers a net remembers; accounts with one opening are read one after the other, so few are enough (300 kB each).
MOST_REMEMBERED = 32
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

    def embed(self, pieces: Sequence[int]) -> Floats:
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
        self._remembered = lru_cache(MOST_REMEMBERED)(self._run)

    def run(self, pieces: Sequence[int], features: NDArray[np.uint8] | None = None) -> tuple[Floats, ...]:
        """The net's outputs for one window, a row a piece and two for the signs around them; never to be altered.

        A window seen lately is not computed again. All that the net is told is the key, and one thread computes the
        same from the same, so that nobody can tell an answer remembered from one made anew.
        """
        return self._remembered(tuple(pieces), None if features is None else features.tobytes())

    def _run(self, pieces: tuple[int, ...], features: bytes | None) -> tuple[Floats, ...]:
        import numpy as np

        inputs: dict[str, Any] = {"words": self.words.embed(pieces)}
        if features is not None:
            around = np.zeros((1, len(pieces) + 2, len(features) // max(len(pieces), 1)), dtype=np.int64)
            around[0, 1:-1] = np.frombuffer(features, dtype=np.uint8).reshape(len(pieces), -1)
            inputs["features"] = around
        made = tuple(output[0] for output in self._session.run(None, inputs))
        for output in made:
            output.flags.writeable = False
        return made


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
