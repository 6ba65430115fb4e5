"""What kind of file some bytes are, by their content; the suffix only decides where content leaves it open."""

from __future__ import annotations

import re
from typing import Literal

from crossread.errors import IngestError

Kind = Literal["zip", "tar", "gzip", "bzip2", "xz", "html", "feed", "json", "jsonl", "plain"]

# How much of the head is looked at.
HEAD = 4096
UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
UTF8_MARK = b"\xef\xbb\xbf"
PACKED: tuple[tuple[bytes, Kind], ...] = (
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\x00", "xz"),
)
# Files that hold no text we could read, with what to do about them.
UNREADABLE: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF; save its text as a .txt file first (if it is a scan, recognise its text)"),
    (b"{\\rtf", "a rich-text document; save it as plain text first"),
    (b"\xd0\xcf\x11\xe0", "an old Office document; save it as plain text or HTML first"),
    (b"\x89PNG", "an image; recognise its text first"),
    (b"\xff\xd8\xff", "an image; recognise its text first"),
    (b"GIF8", "an image; recognise its text first"),
    (b"RIFF", "an image or a sound; only text can be read"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive; pack it as zip or tar instead"),
    (b"Rar!", "a RAR archive; pack it as zip or tar instead"),
    (b"\x7fELF", "a program; only text can be read"),
    (b"SQLite format 3", "a database; export its accounts as JSON Lines first"),
)
PACKING_SUFFIX = re.compile(r"\.(?:gz|bz2|xz)$")
FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]", re.IGNORECASE)
PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|main|meta|title)[\s>]", re.IGNORECASE)
OBJECT = re.compile(rb'\s*\{\s*(?:"|\}|$)')
OBJECTS = re.compile(rb"\s*\[\s*(?:\{|\]\s*$)")


def sniff(name: str, data: bytes) -> Kind:
    """The kind of some bytes; `name` is the file's. Raises `IngestError` for what holds no readable text."""
    if not data.strip(b"\x00 \t\r\n\f"):
        raise IngestError(f"{name} is empty; there is nothing to read", code="empty")
    for magic, kind in PACKED:
        if data.startswith(magic):
            return kind
    if data[257:262] == b"ustar":
        return "tar"
    for magic, what in UNREADABLE:
        if data.startswith(magic):
            raise IngestError(f"{name} is {what}", code="binary")
    if b"\x00" in data[:HEAD] and not _is_wide(data):
        raise IngestError(
            f"{name} is not text (it holds zero bytes); only text, pages and feeds can be read", code="binary"
        )
    return _kind_of_text(PACKING_SUFFIX.sub("", name.lower()), data)


def _is_wide(data: bytes) -> bool:
    """Whether the bytes are text in UTF-16 or UTF-32: by their mark, or by zeros at every other place."""
    if data.startswith(UTF16_MARKS) or data.startswith(b"\x00\x00\xfe\xff"):
        return True
    head = data[: HEAD - HEAD % 2]
    halves = sorted((head[0::2].count(0), head[1::2].count(0)))
    return halves[0] == 0 and halves[1] > len(head) * 0.4


def _kind_of_text(name: str, data: bytes) -> Kind:
    """The kind of a text file."""
    head = data[:HEAD].replace(b"\x00", b"").removeprefix(UTF8_MARK).lstrip(b"\xff\xfe \t\r\n\f")
    if name.endswith((".jsonl", ".ndjson")):
        return "jsonl"
    if name.endswith(".json") or OBJECT.match(head) or OBJECTS.match(head):
        return "json"
    if head.startswith(b"<"):
        if FEED.search(head) and not re.match(rb"<(?:!doctype\s+html|html)", head, re.IGNORECASE):
            return "feed"
        if PAGE.search(head) or name.endswith((".html", ".htm", ".xhtml")):
            return "html"
        if head.startswith(b"<?xml"):
            return "feed" if name.endswith((".rss", ".atom")) else "html"
    return "html" if name.endswith((".html", ".htm", ".xhtml")) and re.search(rb"<[a-z/!]", data[:HEAD]) else "plain"
