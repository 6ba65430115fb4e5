"""Which accounts tell of one affair."""

from __future__ import annotations

from crossread.records import Entity, Lineage, Reading, Story


def sort_stories(readings: tuple[Reading, ...], lineage: tuple[Lineage, ...]) -> tuple[tuple[str, ...], ...]:
    """The document ids, sorted into affairs."""
    return (tuple(reading.document.id for reading in readings),)


def describe_stories(
    readings: tuple[Reading, ...], partition: tuple[tuple[str, ...], ...], entities: tuple[Entity, ...]
) -> tuple[tuple[Reading, ...], tuple[Story, ...]]:
    """The readings with `document.story` filled in, and the stories, ordered by id."""
    return readings, ()
