"""The five stages joined; the only module that knows them all."""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from functools import partial
from multiprocessing.context import BaseContext
from pathlib import Path

from crossread._version import __version__
from crossread.errors import UsageError
from crossread.ingest import ingest
from crossread.link import link
from crossread.link.people import find_people
from crossread.neural.session import model_version
from crossread.present.html import to_notebook
from crossread.reading import read_document
from crossread.records import Document, Dossier, Generator, Links, Notice, Reading, Weighed, draw_with
from crossread.weigh import weigh

Progress = Callable[[str, int, int], None]
# Below this many accounts a pool of processes costs more than it saves.
FEWEST_FOR_WORKERS = 40
# So many accounts are handed to a process at once.
BUNDLE = 8
# What may read beside the rules, by the name a user gives, and the folder of its model.
MODELS: dict[str, str | None] = {"default": "reader", "rules": None}

draw_with(to_notebook)


def read(
    paths: str | Path | Sequence[str | Path],
    *,
    progress: Progress | None = None,
    workers: int = 1,
    people: str | Path | None = None,
    model: str = "default",
) -> Dossier:
    """The dossier of every account found under `paths` (files, folders, archives, "-" for standard input).

    `progress` is called with a stage's name, how many accounts are done and how many there are. `workers` processes
    read side by side where there are enough accounts to be worth it; their number alters nothing in the dossier.
    `people` is a file of the user's word on who is who; without it, `crossread.people` in or beside a folder is taken.
    `model` is "default" for the trained reader with the rules, or "rules" for the rules alone, which are quicker and
    find less. Raises `IngestError` where nothing at all could be read, `ModelError` where a model's files are amiss.
    """
    name = _model_folder(model)
    version = model_version(name) if name else "rules"
    roots = [paths] if isinstance(paths, str | Path) else list(paths)
    tell = progress or _tell_nobody
    taken = ingest(roots)
    rules, told = find_people([Path(root) for root in roots], Path(people) if people else None)
    total = len(taken.documents)
    readings = []
    for reading in _read_all(taken.documents, workers, name):
        readings.append(reading)
        tell("reading", len(readings), total)
    tell("linking", 0, total)
    links = link(readings, rules)
    tell("weighing", 0, total)
    return assemble(links, weigh(links), (*taken.notices, *told), model=version)


def _tell_nobody(_stage: str, _done: int, _total: int) -> None:
    """Progress where nobody asked for it."""


def _model_folder(model: str) -> str | None:
    """The folder of the model a user asks for, None for the rules alone."""
    if model not in MODELS:
        raise UsageError(f"There is no model {model!r}; there are {', '.join(sorted(MODELS))}.")
    return MODELS[model]


def _read_all(documents: Sequence[Document], workers: int, model: str | None) -> Iterator[Reading]:
    """The readings, in an order of their own: accounts that begin alike follow one another.

    So a reprint comes while the reader still remembers what it said of the same words.
    """
    alike = sorted(documents, key=lambda document: (document.text, document.id))
    if workers < 2 or len(documents) < FEWEST_FOR_WORKERS:
        yield from map(partial(read_document, model=model), alike)
        return
    bundles = [alike[start : start + BUNDLE] for start in range(0, len(alike), BUNDLE)]
    # The longest first, so that no process is left alone with a long one at the end.
    bundles.sort(key=lambda bundle: -sum(len(document.text) for document in bundle))
    with ProcessPoolExecutor(workers, mp_context=_context()) as pool:
        for readings in pool.map(partial(_read_bundle, model=model), bundles):
            yield from readings


def _read_bundle(documents: Sequence[Document], model: str | None) -> list[Reading]:
    """The readings of some accounts, in their order."""
    return [read_document(document, model=model) for document in documents]


def _context() -> BaseContext:
    """Forking is quick and asks nothing of the caller's script, but is safe only while there is one thread."""
    can_fork = "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1
    return multiprocessing.get_context("fork" if can_fork and sys.platform == "linux" else "spawn")


def assemble(links: Links, weighed: Weighed, notices: Iterable[Notice] = (), *, model: str = "rules") -> Dossier:
    """The public result, every list in a stable order; `model` names what read, with its version."""
    readings = links.readings
    told = [*notices, *(n for r in readings for n in r.notices), *links.notices]
    return Dossier(
        generator=Generator("crossread", __version__, model),
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
