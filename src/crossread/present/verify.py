"""Does a dossier keep its promises? Every span inside its text, every reference met, every digest right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from crossread.records import Dossier, digest

# More faults than these say nothing more.
MOST_TOLD = 50
# Fields that hold ids, and the lists these point into.
REFERENCES = {
    "entity": ("entities",),
    "holder": ("entities",),
    "speaker": ("entities",),
    "speakers": ("entities",),
    "actors": ("entities",),
    "recipients": ("entities",),
    "place": ("entities",),
    "entities": ("entities",),
    "attribution": ("attributions",),
    "within": ("attributions",),
    "same_as": ("event_clusters",),
    "origin": ("origins",),
    "story": ("stories",),
    "time": ("times",),
    "document": ("documents",),
    "documents": ("documents",),
    "events": ("events",),
    "event": ("event_clusters",),
    "finding": ("findings",),
    "earlier": ("documents",),
}
WITH_IDS = (
    "documents", "stories", "entities", "mentions", "attributions", "times", "figures", "events", "event_clusters",
    "origins", "findings",
)  # fmt: skip


def find_faults(dossier: Dossier) -> list[str]:
    """What is wrong, a sentence a fault, at most `MOST_TOLD` of them; empty where all holds."""
    faults: list[str] = []
    for fault in _faults(dossier):
        faults.append(fault)
        if len(faults) == MOST_TOLD:
            break
    return faults


def _faults(dossier: Dossier) -> Iterator[str]:
    ids = {name: [item.id for item in getattr(dossier, name)] for name in WITH_IDS}
    for name, listed in ids.items():
        yield from (f"{name}: the id {i!r} stands {n} times" for i, n in Counter(listed).items() if n > 1)
    known = {name: set(listed) for name, listed in ids.items()}
    lengths = {document.id: len(document.text) for document in dossier.documents}
    for document in dossier.documents:
        if digest(document.text) != document.text_sha256:
            yield f"documents: the digest of {document.id} is not that of its text"
        for name in ("parts", "credits", "furniture"):
            yield from _outside(name, getattr(document, name), document.id, lengths)
        yield from _lost(f"documents {document.id}", document, known, ("story",))
        yield from (f for credit in document.credits for f in _lost(f"credit in {document.id}", credit, known))
    for name in (*WITH_IDS[1:], "timeline"):
        for item in getattr(dossier, name):
            label = f"{name} {getattr(item, 'id', '')}".strip()
            yield from _lost(label, item, known)
            yield from _within_text(label, item, getattr(item, "document", None), lengths)
    for line in dossier.lineage:
        for passage in line.passages:
            yield from _outside("lineage", [passage.a], line.documents[0], lengths)
            yield from _outside("lineage", [passage.b], line.documents[1], lengths)
    framed: list[Any] = [*dossier.framing.labels, *dossier.framing.voice]
    for item in framed:
        yield from _lost("framing", item, known, ("entity", "speaker", "document"))
        yield from _within_text("framing", item, item.document, lengths)


def _within_text(label: str, item: Any, document: str | None, lengths: dict[str, int]) -> Iterator[str]:
    """Spans of an item, and of the records it holds, that lie outside their document's text."""
    if not is_dataclass(item):
        return
    document = getattr(item, "document", None) or document
    if document and isinstance(getattr(item, "start", None), int):
        yield from _outside(label, [item], document, lengths)
    for field in fields(item):
        value = getattr(item, field.name)
        for part in value if isinstance(value, tuple) else (value,):
            yield from _within_text(label, part, document, lengths)


def _outside(label: str, spans: Iterable[Any], document: str, lengths: dict[str, int]) -> Iterator[str]:
    for span in spans:
        if not 0 <= span.start < span.end <= lengths.get(document, 0):
            yield f"{label}: [{span.start}, {span.end}) does not lie in the text of {document}"


def _lost(label: str, item: Any, known: dict[str, set[str]], only: tuple[str, ...] | None = None) -> Iterator[str]:
    """Ids an item holds, itself or in its parts, that point nowhere."""
    for field in fields(item):
        value = getattr(item, field.name)
        for part in value if isinstance(value, tuple) else (value,):
            if is_dataclass(part) and only is None:
                yield from _lost(label, part, known)
            elif isinstance(part, str) and (only is None or field.name in only) and _is_lost(field.name, part, known):
                yield f"{label}: {field.name} {part!r} points nowhere"


def _is_lost(field: str, ident: str, known: dict[str, set[str]]) -> bool:
    return field in REFERENCES and not any(ident in known[name] for name in REFERENCES[field])
