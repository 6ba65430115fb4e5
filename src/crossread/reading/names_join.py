"""The trained tagger's names mended and completed by rule."""

from __future__ import annotations

from collections.abc import Sequence

from crossread.reading.names_record import Name, Names

# A rule's name that the tagger does not know joins where the rules are at least this sure.
SURE_ENOUGH = 0.8


def join_tagged(ruled: Sequence[Name], tagged: Sequence[Name]) -> Names:
    """The tagger's names, with the titles the rules saw, and besides them what the rules are sure of."""
    kept = list(tagged)
    for name in ruled:
        if name.score >= SURE_ENOUGH and not any(name.span.overlaps(other.span) for other in tagged):
            kept.append(name)
    return tuple(sorted(kept, key=lambda name: name.span))
