"""The five stages joined; the only module that knows them all."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from crossread._version import __version__
from crossread.ingest import ingest
from crossread.link import link
from crossread.reading import read_document
from crossread.records import Document, Dossier, Generator, Links, Notice, Reading, Weighed
from crossread.weigh import weigh

Progress = Callable[[str, int, int], None]


def read(paths: str | Path | Sequence[str | Path], *, progress: Progress | None = None) -> Dossier:
    """The dossier of every account found under `paths` (files, folders, archives, "-" for standard input).

    `progress` is called with a stage's name, how many accounts are done and how many there are.
    Raises `IngestError` where nothing at all could be read.
    """
    roots = [paths] if isinstance(paths, str | Path) else list(paths)
    tell = progress or (lambda stage, done, total: None)
    taken = ingest(roots)
    readings = _read_all(taken.documents, tell)
    tell("linking", 0, 1)
    links = link(readings)
    tell("weighing", 0, 1)
    return assemble(links, weigh(links), taken.notices)


def _read_all(documents: Sequence[Document], tell: Progress) -> list[Reading]:
    readings = []
    for done, document in enumerate(documents):
        tell("reading", done, len(documents))
        readings.append(read_document(document))
    return readings


def assemble(links: Links, weighed: Weighed, notices: Iterable[Notice] = ()) -> Dossier:
    """The public result, every list in a stable order."""
    readings = links.readings
    told = [*notices, *(n for r in readings for n in r.notices), *links.notices]
    return Dossier(
        generator=Generator("crossread", __version__, "rules"),
        generated_at=_source_date(),
        documents=links.documents,
        stories=links.stories,
        entities=links.entities,
        mentions=tuple(m for r in readings for m in r.mentions),
        attributions=tuple(a for r in readings for a in r.attributions),
        times=tuple(t for r in readings for t in r.times),
        figures=tuple(f for r in readings for f in r.figures),
        events=tuple(e for r in readings for e in r.events),
        event_clusters=links.event_clusters,
        timeline=weighed.timeline,
        lineage=links.lineage,
        origins=weighed.origins,
        findings=weighed.findings,
        framing=weighed.framing,
        notices=tuple(sorted(told, key=lambda n: (n.document or "", n.code, n.message))),
    )


def _source_date() -> str | None:
    """The moment of SOURCE_DATE_EPOCH (seconds since 1970), so that a clock never enters a dossier unasked."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(seconds), UTC).isoformat() if seconds.isdecimal() else None
