"""The whole result: the lists of the public contract."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from crossread.records.attribution import Attribution
from crossread.records.document import Document, Notice
from crossread.records.event import Event, EventCluster
from crossread.records.finding import Finding, Framing, Origin, TimelineEntry
from crossread.records.links import Lineage, Story
from crossread.records.mentions import Entity, Mention
from crossread.records.values import Figure, Timex

SCHEMA = "crossread-dossier/1"


# How a notebook's cell shows a dossier; a drawer is given by whoever knows how to present (`draw_with`).
_drawers: list[Callable[[Dossier], str]] = []


@dataclass(frozen=True, slots=True)
class Generator:
    """The program that made a dossier."""

    name: str
    version: str
    model: str


@dataclass(frozen=True, slots=True)
class Dossier:
    """What Crossread hands back; every item points to exact characters of `documents[].text`."""

    generator: Generator
    documents: tuple[Document, ...]
    schema: str = SCHEMA
    generated_at: str | None = None
    stories: tuple[Story, ...] = ()
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    times: tuple[Timex, ...] = ()
    figures: tuple[Figure, ...] = ()
    events: tuple[Event, ...] = ()
    event_clusters: tuple[EventCluster, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()
    lineage: tuple[Lineage, ...] = ()
    origins: tuple[Origin, ...] = ()
    findings: tuple[Finding, ...] = ()
    framing: Framing = Framing()
    notices: tuple[Notice, ...] = ()

    def _repr_html_(self) -> str | None:
        """The dossier as a notebook shows it; None, and so its plain form, where nobody has said how to draw it."""
        return _drawers[-1](self) if _drawers else None


def draw_with(drawer: Callable[[Dossier], str]) -> None:
    """Let notebooks show dossiers as the HTML that `drawer` makes of them."""
    _drawers[:] = [drawer]
