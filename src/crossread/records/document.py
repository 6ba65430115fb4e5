"""One account as it came: its text, never altered, and what is known about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from crossread.records.span import Span

PartKind = Literal["title", "description", "body"]
FurnitureKind = Literal["header", "marker", "caption", "promo", "share", "nav", "tags", "byline", "dateline", "note"]
OutletBasis = Literal["metadata", "dateline", "url", "folder", "unknown"]
DateBasis = Literal["metadata", "header", "dateline", "url", "inferred", "unknown"]

# Names and times are read in these kinds of furniture; in the rest nothing is read (see the contract).
READABLE_FURNITURE = frozenset({"header", "byline", "dateline", "caption"})


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the text with its rôle."""

    start: int
    end: int
    kind: PartKind


@dataclass(frozen=True, slots=True)
class Furniture:
    """Words in the file that are no part of the article: marked, never cut."""

    start: int
    end: int
    kind: FurnitureKind


@dataclass(frozen=True, slots=True)
class Credit:
    """An agency credited in the text, as in "(Reuters)"; `entity` is filled by linking."""

    start: int
    end: int
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who publishes. `id` is short and stable; `domain` the registrable domain, where known."""

    id: str
    name: str
    domain: str | None = None
    basis: OutletBasis = "unknown"


@dataclass(frozen=True, slots=True)
class Document:
    """One account. `text` never changes; every position in a dossier counts its code points.

    `key` is what ids of records in this document are made of: the text's digest, with a count
    behind it where several accounts of one run have the very same text.
    """

    id: str
    path: str
    text: str
    key: str
    sha256: str
    text_sha256: str
    url: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    credits: tuple[Credit, ...] = ()
    translated: bool | None = None
    outlet: Outlet = Outlet("unknown", "unknown outlet")
    published: str | None = None
    published_basis: DateBasis = "unknown"
    language: str | None = None
    encoding: str | None = None
    extractor: str | None = None
    furniture: tuple[Furniture, ...] = ()
    story: str | None = None

    def words(self, span: Span) -> str:
        """The characters of a span of this document."""
        return self.text[span.start : span.end]


@dataclass(frozen=True, slots=True)
class Notice:
    """What could not be read, or should be known before trusting what was; `document` may be a path that gave none."""

    document: str | None
    code: str
    message: str
