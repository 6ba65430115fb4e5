"""What is handed on about a name."""

from __future__ import annotations

from dataclasses import dataclass

from crossread.records import EntityKind, Span


@dataclass(frozen=True, slots=True)
class Name:
    """A name without title or article; `title` is where words such as "President" stand before it."""

    start: int
    end: int
    kind: EntityKind
    score: float = 1.0
    title: Span | None = None

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


Names = tuple[Name, ...]
