"""What is handed on about a name."""

from __future__ import annotations

from dataclasses import dataclass

from crossread.records import EntityKind, Span

# In this order what speaks for each kind is told; in a tie the earlier one is taken.
KINDS: tuple[EntityKind, ...] = ("person", "organization", "place", "event", "law", "product", "other")


@dataclass(frozen=True, slots=True)
class Name:
    """A name without title or article; `title` is where words such as "President" stand before it.

    `score` is how sure the name is. `leanings` is what speaks for each of KINDS, so that it can be added up: votes of
    the rules, logarithms of the tagger's shares.
    """

    start: int
    end: int
    kind: EntityKind
    score: float = 1.0
    title: Span | None = None
    leanings: tuple[float, ...] = ()

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


Names = tuple[Name, ...]
