"""Ingest: files, folders, archives and standard input become documents.

Each format has a file and gives drafts; `making` turns a draft into a document: its text joined, its outlet, date and
language found, its furniture marked. What cannot be read becomes a notice, and the rest is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from crossread.errors import IngestError
from crossread.ingest.archives import open_archive
from crossread.ingest.draft import Draft, Raw
from crossread.ingest.feed import read_feed
from crossread.ingest.html import read_html
from crossread.ingest.making import make_document, notices_about
from crossread.ingest.newsjson import read_json, read_json_lines
from crossread.ingest.places import find_inputs
from crossread.ingest.plain import read_plain
from crossread.ingest.sniff import Kind, sniff
from crossread.ingest.workshop import Workshop
from crossread.records import Document, Notice

__all__ = ["Ingested", "ingest"]

PACKED = frozenset({"zip", "tar", "gzip", "bzip2", "xz"})


@dataclass(frozen=True, slots=True)
class Ingested:
    """Documents, ordered by id, and notices of what could not be read."""

    documents: tuple[Document, ...]
    notices: tuple[Notice, ...] = ()


def ingest(paths: Sequence[str | Path]) -> Ingested:
    """Every account found under the paths (files, folders, archives, "-" for standard input).

    Raises `IngestError` where a path does not exist or nothing at all could be read.
    """
    documents: list[Document] = []
    notices: list[Notice] = []
    with Workshop() as workshop:
        for item in read_inputs(find_inputs(paths), workshop):
            if isinstance(item, Notice):
                notices.append(item)
                continue
            try:
                documents.append(make_document(item))
            except IngestError as error:
                notices.append(Notice(item.id, error.code, str(error)))
    if not documents:
        raise _nothing_read(paths, notices)
    documents, repeated = tell_apart(documents)
    notices += repeated
    notices += [notice for document in documents for notice in notices_about(document)]
    return Ingested(tuple(documents), tuple(sorted(notices, key=lambda n: (n.document or "", n.code, n.message))))


def read_inputs(
    inputs: Iterable[Raw | Notice], workshop: Workshop, *, packed: bool = False
) -> Iterator[Draft | Notice]:
    """The accounts in some inputs; `packed` says that they come out of an archive already."""
    for item in inputs:
        if isinstance(item, Notice):
            yield item
            continue
        try:
            kind = sniff(item.id, item.data)
            if kind not in PACKED:
                yield from read_kind(kind, item, workshop)
            elif packed:
                message = f"{item.id} is an archive inside an archive and was left closed; unpack the outer one first"
                yield Notice(item.id, "archive", message)
            else:
                yield from read_inputs(open_archive(item, kind), workshop, packed=True)
        except IngestError as error:
            yield Notice(item.id, error.code, str(error))


def read_kind(kind: Kind, raw: Raw, workshop: Workshop) -> Iterator[Draft | Notice]:
    """The accounts of one file of a known kind."""
    if kind == "html":
        return read_html(raw, workshop)
    if kind == "feed":
        return read_feed(raw, workshop)
    if kind == "json":
        return read_json(raw)
    return read_json_lines(raw) if kind == "jsonl" else read_plain(raw)


def tell_apart(documents: Iterable[Document]) -> tuple[list[Document], list[Notice]]:
    """The documents by id; keys counted up where several have the very same text, with a notice for each of those."""
    ordered = sorted(documents, key=lambda d: d.id)
    first: dict[str, Document] = {}
    counts: dict[str, int] = {}
    notices: list[Notice] = []
    for index, document in enumerate(ordered):
        earlier = first.setdefault(document.key, document)
        count = counts[document.key] = counts.get(document.key, 0) + 1
        if count > 1:
            ordered[index] = replace(document, key=f"{document.key}-{count}")
            message = f"{document.id} has the very same text as {earlier.id}; both are kept"
            notices.append(Notice(document.id, "duplicate", message))
    return ordered, notices


def _nothing_read(paths: Sequence[str | Path], notices: Sequence[Notice]) -> IngestError:
    """Why a run has no account at all."""
    where = ", ".join(str(path) for path in paths) or "no path"
    if not notices:
        return IngestError(
            f"no accounts in {where}: give text, pages, JSON or feeds, or a folder of them", code="empty"
        )
    reasons = "; ".join(notice.message for notice in notices[:3])
    more = f" (and {len(notices) - 3} more)" if len(notices) > 3 else ""
    return IngestError(f"nothing could be read in {where}: {reasons}{more}", code=notices[0].code)
