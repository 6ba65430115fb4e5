"""Nothing is loaded that is not what its manifest says."""

import shutil
from pathlib import Path

import numpy as np
import pytest

import crossread
from crossread.errors import ModelError
from crossread.neural.session import Net, Words, load_net, model_version

MODELS = Path(crossread.__file__).parent / "models"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of a model that may be spoilt."""
    return Path(shutil.copytree(MODELS / "sentences", tmp_path / "sentences"))


def test_a_flipped_bit_is_refused(folder: Path) -> None:
    """One bit altered anywhere, and the model is not loaded; the message says what to do."""
    content = bytearray((folder / "model.onnx").read_bytes())
    content[len(content) // 2] ^= 1
    (folder / "model.onnx").write_bytes(content)
    with pytest.raises(ModelError, match=r"model.onnx of the model sentences .*altered.*install Crossread again"):
        Net(folder)


def test_a_truncated_file_is_refused(folder: Path) -> None:
    """Half a model is no model."""
    content = (folder / "model.onnx").read_bytes()
    (folder / "model.onnx").write_bytes(content[: len(content) // 2])
    with pytest.raises(ModelError, match="truncated"):
        Net(folder)


@pytest.mark.parametrize("name", ["model.onnx", "manifest.json"])
def test_a_missing_file_is_refused(folder: Path, name: str) -> None:
    """A missing file is named as such."""
    (folder / name).unlink()
    with pytest.raises(ModelError, match="cannot be read"):
        Net(folder)


@pytest.mark.parametrize("manifest", ["", "[]", "{}", '{"files": 3}', "not JSON"])
def test_a_manifest_without_files_is_refused(folder: Path, manifest: str) -> None:
    """A manifest must list its files."""
    (folder / "manifest.json").write_text(manifest, encoding="utf-8")
    with pytest.raises(ModelError, match="manifest"):
        Net(folder)


def test_a_model_of_other_words_is_refused(folder: Path) -> None:
    """A model only works with the word embeddings it was made with."""
    manifest = (folder / "manifest.json").read_text(encoding="utf-8")
    digest = load_net("sentences").words.digest
    (folder / "manifest.json").write_text(manifest.replace(digest, "0" * 64), encoding="utf-8")
    with pytest.raises(ModelError, match="other word embeddings"):
        Net(folder)


def test_spoilt_words_are_refused(tmp_path: Path) -> None:
    """The embeddings are checked like every other file."""
    spoilt = Path(shutil.copytree(MODELS / "words", tmp_path / "words"))
    (spoilt / "vocab.txt").write_text("[PAD]\n", encoding="utf-8")
    with pytest.raises(ModelError, match=r"vocab\.txt"):
        Words(spoilt)


def test_a_model_tells_its_version() -> None:
    """Name and version come from the manifest."""
    assert model_version("sentences") == "sentences-1"


def test_every_model_has_a_card_and_all_are_small() -> None:
    """What a model is and where it fails stands beside it; together they weigh less than 60 MB."""
    folders = [path for path in MODELS.iterdir() if (path / "model.onnx").exists()]
    assert all((path / "CARD.md").exists() for path in folders)
    assert sum(path.stat().st_size for path in MODELS.rglob("*") if path.is_file()) < 60e6


def test_what_is_remembered_is_what_would_be_computed() -> None:
    """A window seen before gets the very answer a net without memory gives, and one other feature is another window."""
    pieces, plain = [2054, 2003, 2023], np.zeros((3, 3), dtype=np.uint8)
    upper = np.array([[4, 0, 0]] * 3, dtype=np.uint8)
    net, fresh = load_net("reader"), Net(MODELS / "reader")
    first, other, again = net.run(pieces, plain), net.run(pieces, upper), net.run(pieces, plain)
    assert again is first
    assert not np.array_equal(first[0], other[0])
    assert all(np.array_equal(one, anew) for one, anew in zip(again, fresh.run(pieces, plain), strict=True))


def test_what_is_remembered_cannot_be_altered() -> None:
    """Nobody who was given an answer can spoil it for the next."""
    (vectors,) = load_net("sentences").run([2054, 2003])
    with pytest.raises(ValueError, match="read-only"):
        vectors[0] = 0
