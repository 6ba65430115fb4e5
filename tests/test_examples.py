"""Our own affair, from the folder to the dossier: every planted feature is found, and the whole is kept as a page."""

from pathlib import Path

import pytest

import crossread
from crossread.present.jsonfile import from_json, to_json
from crossread.present.markdown import to_markdown

HARBOUR = Path(__file__).parents[1] / "examples" / "harbour"
SNAPSHOT = HARBOUR.with_name("harbour.dossier.md")


@pytest.fixture(scope="module")
def dossier() -> crossread.Dossier:
    """The dossier of the example, made once."""
    return crossread.read(HARBOUR)


def test_snapshot_is_current(dossier: crossread.Dossier) -> None:
    """The page beside the example shows what the program makes of it today (`make snapshot` writes it anew)."""
    assert to_markdown(dossier) == SNAPSHOT.read_text(encoding="utf-8")


def test_dossier_survives_its_file(dossier: crossread.Dossier) -> None:
    """What is written and read again is equal."""
    assert from_json(to_json(dossier)) == dossier
