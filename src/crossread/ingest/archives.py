"""Zip and tar archives, read member by member without ever writing to a path that the archive names.

Bombs are bounded by the number of members, by the bytes unpacked and by how far they swell.
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO

from crossread.errors import IngestError
from crossread.ingest.draft import Raw
from crossread.ingest.limits import (
    FREE_OF_RATIO_BYTES,
    MAX_ARCHIVE_BYTES,
    MAX_ARCHIVE_MEMBERS,
    MAX_ARCHIVE_RATIO,
    MAX_FILE_BYTES,
    MIB,
)
from crossread.ingest.sniff import Kind
from crossread.records import Notice

BROKEN = (
    *(zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, struct.error),
    *(EOFError, OSError, ValueError, KeyError, IndexError, OverflowError),
)
OPENERS = {"gzip": gzip.open, "bzip2": bz2.open, "xz": lzma.open}
# The smallest entry of a zip's directory has 46 bytes and a name; a directory larger than this lists too many members.
LARGEST_DIRECTORY = MAX_ARCHIVE_MEMBERS * 256
DIRECTORY_MARK = b"PK\x05\x06"
OFFICE = frozenset(["[Content_Types].xml", "mimetype", "META-INF/container.xml"])


def open_archive(raw: Raw, kind: Kind) -> Iterator[Raw | Notice]:
    """The members of an archive by name; a packed file that is no archive is its own only member."""
    members = _zip_members(raw) if kind == "zip" else _tar_members(raw, kind)
    try:
        yield from members
    except BROKEN as error:
        yield Notice(raw.id, "archive", f"{raw.id} is damaged or cut off ({error}); what could be unpacked was read")
    except (RuntimeError, NotImplementedError) as error:
        yield Notice(
            raw.id, "archive", f"{raw.id} cannot be unpacked ({error}); unpack it yourself and give the folder"
        )
    except IngestError as error:
        yield Notice(raw.id, error.code, str(error))


def is_hidden(name: str) -> bool:
    """Whether a path lies under a name that begins with a dot, or in a Mac's shadow folder."""
    return any(part.startswith(".") or part == "__MACOSX" for part in name.split("/") if part not in (".", ".."))


def _zip_members(raw: Raw) -> Iterator[Raw | Notice]:
    _check_directory(raw)
    with zipfile.ZipFile(io.BytesIO(raw.data)) as archive:
        infos = [info for info in archive.infolist() if info.filename and not info.is_dir()]
        if any(info.filename in OFFICE for info in infos):
            raise IngestError(
                f"{raw.id} is an Office document or e-book; save it as plain text or HTML first", code="binary"
            )
        left = MAX_ARCHIVE_BYTES
        for info in sorted(infos, key=lambda i: i.filename):
            name = f"{raw.id}!/{_tidy(info.filename)}"
            if is_hidden(info.filename):
                continue
            if info.flag_bits & 0x1:
                yield Notice(
                    name, "archive", f"{name} is locked with a password; unpack it yourself and give the folder"
                )
                continue
            with archive.open(info) as member:
                data = _take(member, min(left, MAX_FILE_BYTES), info.compress_size)
            if data is None:
                yield _bomb(name)
                continue
            left -= len(data)
            yield Raw(name, data)


def _check_directory(raw: Raw) -> None:
    """Refuse a zip whose directory alone would fill the memory; the directory's own end tells its size."""
    end = raw.data.rfind(DIRECTORY_MARK, max(0, len(raw.data) - 70_000))
    size = int.from_bytes(raw.data[end + 12 : end + 16], "little") if end >= 0 else 0
    if size > LARGEST_DIRECTORY:
        raise IngestError(f"{raw.id} lists more than {MAX_ARCHIVE_MEMBERS} members; split it up", code="too-large")


def _tar_members(raw: Raw, kind: Kind) -> Iterator[Raw | Notice]:
    stream: IO[bytes] = io.BytesIO(raw.data)
    if kind != "tar":
        stream = _Measured(OPENERS[kind](stream), raw)  # type: ignore[assignment,operator]
    head = stream.read(512)
    if head[257:262] != b"ustar":
        rest = stream.read(MAX_FILE_BYTES)
        yield Raw(raw.id, head + rest)
        return
    whole = _Joined(head, stream)
    with tarfile.open(fileobj=whole, mode="r|") as archive:
        for count, member in enumerate(archive, 1):
            name = f"{raw.id}!/{_tidy(member.name)}"
            if count > MAX_ARCHIVE_MEMBERS:
                raise IngestError(
                    f"{raw.id} has more than {MAX_ARCHIVE_MEMBERS} members; split it up", code="too-large"
                )
            if not member.isfile() or is_hidden(member.name):
                continue
            if member.size > MAX_FILE_BYTES:
                raise IngestError(_bomb(name).message, code="too-large")
            opened = archive.extractfile(member)
            if opened is not None:
                yield Raw(name, opened.read())


def _tidy(name: str) -> str:
    """A member's name as a plain relative path; nothing is ever written under it."""
    parts = [part for part in name.replace("\\", "/").split("/") if part not in ("", ".", "..")]
    return "/".join(parts).encode("utf-8", "replace").decode("utf-8")[:500] or "unnamed"


def _take(stream: IO[bytes], limit: int, packed: int) -> bytes | None:
    """All bytes of a member, or None where it is too large or swells too far."""
    pieces, size = [], 0
    while piece := stream.read(MIB):
        pieces.append(piece)
        size += len(piece)
        if size > limit or (size > FREE_OF_RATIO_BYTES and size > MAX_ARCHIVE_RATIO * max(1, packed)):
            return None
    return b"".join(pieces)


def _bomb(name: str) -> Notice:
    return Notice(name, "too-large", f"{name} unpacks to far more than an account holds and was left out")


class _Measured(io.RawIOBase):
    """An unpacked stream that stops once it gives far more than went in."""

    def __init__(self, stream: IO[bytes], raw: Raw) -> None:
        self.stream, self.raw, self.given = stream, raw, 0

    def read(self, size: int = -1) -> bytes:
        """The next bytes; raises `IngestError` once they are too many."""
        wanted = size if size >= 0 else MAX_FILE_BYTES
        pieces = []
        while wanted > 0 and (piece := self.stream.read(min(wanted, MIB))):
            pieces.append(piece)
            wanted -= len(piece)
            self.given += len(piece)
            far = self.given > FREE_OF_RATIO_BYTES and self.given > MAX_ARCHIVE_RATIO * len(self.raw.data)
            if far or self.given > MAX_ARCHIVE_BYTES:
                raise IngestError(_bomb(self.raw.id).message, code="too-large")
        return b"".join(pieces)


class _Joined(io.RawIOBase):
    """A stream whose first bytes were already taken."""

    def __init__(self, head: bytes, stream: IO[bytes]) -> None:
        self.head, self.stream = head, stream

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        piece, self.head = (self.head[:size], self.head[size:]) if size >= 0 else (self.head, b"")
        if size < 0:
            return piece + self.stream.read()
        return piece + self.stream.read(size - len(piece)) if len(piece) < size else piece
