"""A dossier with its items at hand by id: what every page asks for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from crossread.records import Attribution, Document, Dossier, Entity, Figure, Origin, Span, Timex

Marked = TypeVar("Marked", Attribution, Figure, Timex)


@dataclass(frozen=True)
class Lookup:
    """A dossier and its indexes, each made when first asked for."""

    dossier: Dossier

    @cached_property
    def documents(self) -> dict[str, Document]:
        """Accounts by id."""
        return {document.id: document for document in self.dossier.documents}

    @cached_property
    def numbers(self) -> dict[str, int]:
        """For each account its place in the list, from 1: what its anchor in a page is made of."""
        return {document.id: number for number, document in enumerate(self.dossier.documents, 1)}

    @cached_property
    def entities(self) -> dict[str, Entity]:
        """Entities by id."""
        return {entity.id: entity for entity in self.dossier.entities}

    @cached_property
    def origins(self) -> dict[str, Origin]:
        """Origins by id."""
        return {origin.id: origin for origin in self.dossier.origins}

    @cached_property
    def times(self) -> dict[str, Timex]:
        """Times by id."""
        return {time.id: time for time in self.dossier.times}

    @cached_property
    def attributions(self) -> dict[str, Attribution]:
        """Attributions by id."""
        return {attribution.id: attribution for attribution in self.dossier.attributions}

    @cached_property
    def attributions_of(self) -> dict[str, list[Attribution]]:
        """The attributions of each account."""
        return group(self.dossier.attributions)

    @cached_property
    def figures_of(self) -> dict[str, list[Figure]]:
        """The figures of each account."""
        return group(self.dossier.figures)

    @cached_property
    def times_of(self) -> dict[str, list[Timex]]:
        """The times of each account."""
        return group(self.dossier.times)

    def name(self, entity: str | None) -> str:
        """The name of an entity, or nothing."""
        return self.entities[entity].name if entity in self.entities else ""

    def words(self, document: str, span: Span | None) -> str:
        """The words of a span on one line, or nothing."""
        return " ".join(self.documents[document].words(span).split()) if span else ""


def group(items: Iterable[Marked]) -> dict[str, list[Marked]]:
    """Items by the account they stand in."""
    grouped: dict[str, list[Marked]] = defaultdict(list)
    for item in items:
        grouped[item.document].append(item)
    return grouped
