"""Folders, files, archives and lists become documents; what cannot be read becomes a notice."""

import gzip
import io
import json
import os
import random
import stat
import tarfile
import zipfile
from pathlib import Path

import pytest

from crossread.errors import IngestError
from crossread.ingest import ingest
from crossread.ingest.limits import MAX_TEXT_CHARACTERS

DAM = "The dam above Northport held through the night, the mayor said on Monday."


def ids(*paths: Path | str) -> list[str]:
    return [document.id for document in ingest(paths).documents]


def codes(*paths: Path | str) -> dict[str | None, str]:
    return {notice.document: notice.code for notice in ingest(paths).notices}


def test_ids_are_paths_below_the_folder(tmp_path: Path) -> None:
    """Folders are read to the bottom, hidden files left out, and every id is a path below the folder given."""
    for name in ("b.txt", "a/c.txt", ".hidden.txt", "a/.git/d.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"{DAM} {name}")
    assert ids(tmp_path) == ["a/c.txt", "b.txt"]
    assert ids(tmp_path / "b.txt") == ["b.txt"]


def test_several_roots_have_their_names_before(tmp_path: Path) -> None:
    """With several roots ids begin with the root's name, with more of its path where two are called alike."""
    for name in ("one/news/a.txt", "two/news/a.txt", "two/b.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"{DAM} {name}")
    assert ids(tmp_path / "one/news", tmp_path / "two/b.txt") == ["b.txt", "news/a.txt"]
    roots = [tmp_path / "one/news", tmp_path / "two/news"]
    assert ids(*roots) == ids(*reversed(roots)) == ["one/news/a.txt", "two/news/a.txt"]


def test_a_file_reached_twice_is_read_once(tmp_path: Path) -> None:
    """A file given beside the folder it lies in is one account."""
    (tmp_path / "a.txt").write_text(DAM)
    assert len(ids(tmp_path, tmp_path / "a.txt")) == 1


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """'-' reads what is piped in."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(DAM.encode())))
    [document] = ingest(["-"]).documents
    assert (document.id, document.text) == ("-", DAM)


def test_kind_comes_from_content(tmp_path: Path) -> None:
    """A JSON account in a .txt file is read as JSON, and a text that begins with a bracket as text."""
    (tmp_path / "a.txt").write_text(json.dumps({"title": "The dam holds", "text": DAM}))
    (tmp_path / "b.txt").write_text(f"[ad_1]\n{DAM}")
    first, second = ingest([tmp_path]).documents
    assert first.title == "The dam holds"
    assert second.text.startswith("[ad_1]")


def test_archives(tmp_path: Path) -> None:
    """Members of zip and tar archives are accounts; names that climb out of the archive are harmless."""
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("x.txt", DAM)
        archive.writestr("../../up.txt", f"{DAM} Up.")
        archive.writestr(".hidden/y.txt", DAM)
    with tarfile.open(tmp_path / "b.tgz", "w:gz") as tar:
        member = tarfile.TarInfo("in/y.txt")
        member.size = len(DAM)
        tar.addfile(member, io.BytesIO(DAM.encode()))
    assert ids(tmp_path) == ["a.zip!/up.txt", "a.zip!/x.txt", "b.tgz!/in/y.txt"]


def test_a_packed_list_keeps_its_name(tmp_path: Path) -> None:
    """A packed file that is no archive is read as if it were not packed."""
    with gzip.open(tmp_path / "f.jsonl.gz", "wt") as stream:
        stream.write(json.dumps({"title": "One", "text": DAM}))
    assert ids(tmp_path) == ["f.jsonl.gz#1"]


def test_bombs_and_nested_archives_are_left_closed(tmp_path: Path) -> None:
    """What swells too far is left out, and an archive in an archive is not opened; the rest is read."""
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("z.txt", DAM)
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.txt", b"a" * 30_000_000)
        archive.writestr("inner.zip", inner.getvalue())
        archive.writestr("x.txt", DAM)
    with gzip.open(tmp_path / "bomb.gz", "wb") as stream:
        stream.write(b"a" * 30_000_000)
    found = {"a.zip!/bomb.txt": "too-large", "a.zip!/inner.zip": "archive", "bomb.gz": "too-large"}
    assert codes(tmp_path) == found
    assert ids(tmp_path) == ["a.zip!/x.txt"]


def test_mutated_archives_never_break_anything(tmp_path: Path) -> None:
    """Archives with bytes lost and altered give accounts, notices or our own error."""
    chance = random.Random(5)
    packed, tarred = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("x.txt", DAM * 9)
    with tarfile.open(fileobj=tarred, mode="w:gz") as tar:
        member = tarfile.TarInfo("y.txt")
        member.size = len(DAM)
        tar.addfile(member, io.BytesIO(DAM.encode()))
    for whole in [packed.getvalue(), tarred.getvalue()] * 60:
        data = bytearray(whole)
        for _ in range(chance.randint(1, 6)):
            start = chance.randrange(len(data))
            data[start : start + chance.randint(0, 5)] = chance.randbytes(chance.randint(0, 5))
        (tmp_path / "a.bin").write_bytes(data)
        try:
            ingest([tmp_path])
        except IngestError as error:
            assert "a.bin" in str(error)


def test_cut_archives_give_what_they_can(tmp_path: Path) -> None:
    """A damaged archive is told of, and does not stop the rest."""
    with tarfile.open(tmp_path / "a.tar", "w") as tar:
        for name in ("x.txt", "y.txt"):
            member = tarfile.TarInfo(name)
            member.size = 2000
            tar.addfile(member, io.BytesIO((DAM * 40).encode()[:2000]))
    whole = (tmp_path / "a.tar").read_bytes()
    (tmp_path / "a.tar").write_bytes(whole[:3500])
    (tmp_path / "b.txt").write_text(DAM)
    assert codes(tmp_path) == {"a.tar": "archive"}
    assert "b.txt" in ids(tmp_path)


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    """Empty, binary, broken and overlong input become notices that name it and say what to do."""
    (tmp_path / "a.txt").write_text(DAM)
    (tmp_path / "empty.txt").write_text(" \n")
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.7 \x00")
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0\x00")
    (tmp_path / "cut.json").write_text('{"title": "A", "text": "cut o')
    (tmp_path / "none.json").write_text('{"url": "https://northport.example/a"}')
    (tmp_path / "long.txt").write_text("x " * MAX_TEXT_CHARACTERS)
    assert codes(tmp_path) == {
        "empty.txt": "empty",
        "scan.pdf": "binary",
        "photo.jpg": "binary",
        "cut.json": "invalid-json",
        "none.json": "no-text",
        "long.txt": "too-large",
    }
    assert all(n.document and n.document in n.message for n in ingest([tmp_path]).notices)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the superuser may read everything")
def test_unreadable_files_are_told(tmp_path: Path) -> None:
    """A file without permission is a notice."""
    (tmp_path / "a.txt").write_text(DAM)
    (tmp_path / "b.txt").write_text(DAM)
    (tmp_path / "b.txt").chmod(stat.S_IWUSR)
    assert codes(tmp_path) == {"b.txt": "unreadable"}


def test_nothing_at_all_is_an_error(tmp_path: Path) -> None:
    """A path that is not there, an empty folder, and a folder without one readable account are errors that say why."""
    with pytest.raises(IngestError, match="there is no file or folder"):
        ingest([tmp_path / "missing"])
    with pytest.raises(IngestError, match="no accounts in"):
        ingest([tmp_path])
    (tmp_path / "empty.txt").write_text("")
    with pytest.raises(IngestError, match=r"empty\.txt is empty"):
        ingest([tmp_path])


def test_duplicates_are_kept_and_told(tmp_path: Path) -> None:
    """Accounts of the very same text have different keys; the first keeps the plain digest."""
    (tmp_path / "a.txt").write_text(DAM)
    (tmp_path / "b.txt").write_text(DAM)
    taken = ingest([tmp_path])
    first, second = taken.documents
    assert first.key == first.text_sha256 == second.text_sha256
    assert second.key == f"{first.key}-2"
    assert [(n.document, n.code) for n in taken.notices] == [("b.txt", "duplicate")]


def test_other_languages_are_kept_with_a_notice(tmp_path: Path) -> None:
    """An account in German is read, and the reader is told that reading is made for English."""
    (tmp_path / "a.txt").write_text(
        "Der Damm hat gehalten, und die Bürgermeisterin sagte, dass niemand verletzt wurde."
    )
    [document] = ingest([tmp_path]).documents
    assert document.language == "de"
    assert codes(tmp_path) == {"a.txt": "language"}


def test_the_same_folder_elsewhere_gives_the_same(tmp_path: Path) -> None:
    """Where a folder lies alters nothing."""
    taken = []
    for place in ("here", "there/deep"):
        folder = tmp_path / place
        folder.mkdir(parents=True)
        (folder / "a.json").write_text(
            json.dumps({"title": "The dam holds", "text": DAM, "url": "https://a.example/b"})
        )
        (folder / "b.txt").write_text(f"NORTHPORT, May 3 (Reuters) - {DAM}")
        taken.append(ingest([folder]))
    assert taken[0] == taken[1]
