"""Plain text: the words as they came."""

from __future__ import annotations

from collections.abc import Iterator

from crossread.ingest.draft import Draft, Raw
from crossread.ingest.encodings import decode
from crossread.records import digest


def read_plain(raw: Raw) -> Iterator[Draft]:
    """The one account of a text file."""
    text, encoding = decode(raw.data)
    yield Draft(raw.id, digest(raw.data), text, encoding=encoding)
