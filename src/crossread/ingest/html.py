"""Saved pages: their main text and what they say about themselves, parsed in the worker."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from crossread.errors import IngestError
from crossread.ingest.draft import Draft, Raw
from crossread.ingest.encodings import decode
from crossread.ingest.workshop import Workshop
from crossread.records import digest


def read_html(raw: Raw, workshop: Workshop) -> Iterator[Draft]:
    """The one account of a page."""
    text, encoding = decode(raw.data)
    found = workshop.open_page(raw.id, text)
    if not (found.get("text") or "").strip():
        raise IngestError(
            f"{raw.id} holds no text once the markup is removed; if its text is loaded by script, save it as text",
            code="no-text",
        )
    yield draft_of(raw.id, digest(raw.data), found, encoding, found.get("extractor"))


def draft_of(name: str, sha256: str, found: dict[str, Any], encoding: str, extractor: str | None) -> Draft:
    """The draft for what the worker found."""
    return Draft(
        id=name,
        sha256=sha256,
        text=found.get("text") or "",
        title=found.get("title"),
        description=found.get("description"),
        url=found.get("url"),
        published=found.get("published"),
        site_name=found.get("site_name"),
        domain=None if found.get("url") else found.get("home"),
        authors=tuple(found.get("authors") or ()),
        language=found.get("language"),
        encoding=encoding,
        extractor=extractor,
    )
