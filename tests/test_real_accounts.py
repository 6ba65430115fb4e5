"""What must hold on any real account, tried on those that lie beside the project; without them these tests skip."""

import os
from pathlib import Path

import msgspec
import pytest
from jsonschema import Draft202012Validator

import crossread
from crossread.present import find_faults, from_json, schema, to_html, to_json

SHARED = Path(os.environ.get("CROSSREAD_SHARED", Path(__file__).parents[2] / "shared"))
COVERAGE = SHARED / "coverage"
FOLDERS = sorted(path for path in COVERAGE.glob("*") if path.is_dir())

pytestmark = pytest.mark.skipif(not FOLDERS, reason=f"no real accounts at {COVERAGE}: nothing to try")


@pytest.mark.parametrize("folder", FOLDERS or [COVERAGE], ids=lambda path: path.name)
def test_every_affair_keeps_the_contract(folder: Path) -> None:
    """No crash, every span and reference holds, the schema is met, a report can be drawn."""
    dossier = crossread.read(folder)
    assert len(dossier.documents) == len(list(folder.iterdir()))
    assert find_faults(dossier) == []
    Draft202012Validator(schema()).validate(msgspec.json.decode(to_json(dossier)))
    assert to_html(dossier).rstrip().endswith("</html>")


def test_all_affairs_together_give_the_same_bytes(tmp_path: Path) -> None:
    """In one process or two, from another folder and in another order: the same dossier, byte for byte."""
    first = to_json(crossread.read(COVERAGE, workers=2))
    copied = tmp_path / "elsewhere"
    for path in sorted(COVERAGE.rglob("*.json"), reverse=True):
        target = copied / path.relative_to(COVERAGE)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
    assert to_json(crossread.read(copied, workers=1)) == first
    assert find_faults(from_json(first)) == []
