"""What passes inside ingesting: a piece of input as bytes, and an account as its format gives it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Raw:
    """A file, archive member or stream: `id` as it will stand in the dossier, `data` as it came."""

    id: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Draft:
    """An account with what its file says about it; nothing here is guessed from the words of the text.

    `text` is the body alone; `title` and `description` are put before it when the document is made.
    """

    id: str
    sha256: str
    text: str
    title: str | None = None
    description: str | None = None
    url: str | None = None
    published: str | None = None
    site_name: str | None = None
    domain: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None
    encoding: str | None = None
    extractor: str | None = None
