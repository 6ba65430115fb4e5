"""Dossiers are written whole, in one file or in parts, and come back equal."""

from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from jsonschema import Draft202012Validator

from crossread.errors import DossierError
from crossread.present import find_faults, load_dossier, save_dossier, saving, schema, schema_text, to_json
from crossread.records import Dossier, Span

SCHEMA = Path(__file__).parents[2] / "docs" / "reference" / "dossier.schema.json"


def test_what_is_written_comes_back(dossier: Dossier, tmp_path: Path) -> None:
    """A dossier survives its file; nothing else is left in the folder."""
    save_dossier(dossier, tmp_path)
    assert load_dossier(tmp_path / "dossier.json") == dossier
    assert sorted(path.name for path in tmp_path.iterdir()) == ["dossier.json", "report.html"]


def test_large_dossiers_come_in_parts(dossier: Dossier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An index names its parts; together they are the dossier; a later small run leaves no stale part."""
    monkeypatch.setattr(saving, "MOST_IN_ONE_FILE", 1)
    monkeypatch.setattr(saving, "ACCOUNTS_IN_A_PART", 1)
    save_dossier(dossier, tmp_path)
    index = msgspec.json.decode((tmp_path / "dossier.json").read_bytes())
    assert index["parts"] == ["documents-0001.jsonl", "documents-0002.jsonl"] and not index["documents"]
    assert load_dossier(tmp_path / "dossier.json") == dossier
    monkeypatch.setattr(saving, "MOST_IN_ONE_FILE", 1000)
    save_dossier(dossier, tmp_path)
    assert not list(tmp_path.glob("documents-*"))


def test_failed_write_keeps_what_was_there(dossier: Dossier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A write that fails leaves the old file and no scrap."""
    save_dossier(dossier, tmp_path)
    before = (tmp_path / "dossier.json").read_bytes()

    def fail(self: Path, data: bytes) -> int:
        raise OSError(28, "No space left on device", str(self))

    monkeypatch.setattr(Path, "write_bytes", fail)
    with pytest.raises(OSError, match="No space left"):
        save_dossier(replace(dossier, notices=()), tmp_path)
    monkeypatch.undo()
    assert (tmp_path / "dossier.json").read_bytes() == before
    assert len(list(tmp_path.iterdir())) == 2


def test_schema_is_current_and_met(dossier: Dossier) -> None:
    """The published schema is the one the records give, and a dossier meets it."""
    assert SCHEMA.read_text(encoding="utf-8") == schema_text(), (
        "run: crossread schema > docs/reference/dossier.schema.json"
    )
    Draft202012Validator.check_schema(schema())
    Draft202012Validator(schema()).validate(msgspec.json.decode(to_json(dossier)))


@pytest.mark.parametrize("data", [b"", b"[1]", b"{}", b"\xff\xfe", b'{"schema": 3}'])
def test_what_is_no_dossier_is_refused(data: bytes, tmp_path: Path) -> None:
    """A file that is no dossier is refused with its name."""
    path = tmp_path / "dossier.json"
    path.write_bytes(data)
    with pytest.raises(DossierError, match="not a dossier"):
        load_dossier(path)


def test_faults_are_found(dossier: Dossier) -> None:
    """A span outside its text, an id that points nowhere, an id used twice and an altered text are all told."""
    assert find_faults(dossier) == []
    first, found = dossier.attributions[0], dossier.findings[0]
    broken = (
        replace(dossier, attributions=(replace(first, content=(Span(5, 9999),)),)),
        replace(dossier, attributions=(replace(first, speaker="e9"),)),
        replace(dossier, attributions=(first, first)),
        replace(dossier, documents=(replace(dossier.documents[0], text_sha256="0"), dossier.documents[1])),
        replace(dossier, findings=(replace(found, evidence=(replace(found.evidence[0], origin="o7"),)),)),
    )  # fmt: skip
    for number, altered in enumerate(broken):
        assert find_faults(altered), number
