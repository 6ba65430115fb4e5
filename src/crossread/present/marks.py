"""Text cut for display: the only place that does it.

Nothing is altered: pieces put together again are the text, but for white space folded where a passage is shown in
one line.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from crossread.records import Span

# Characters shown before and after marked words, so that a reader sees what they stand in.
AROUND = 90
# Marked words longer than this are cut in their middle; the account shows them whole.
LONGEST_SHOWN = 700


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Marked words with what stands around them, on one line each."""

    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Mark:
    """Words to be shown in a certain way; `target` names the place so that links can lead to it."""

    start: int
    end: int
    kind: str
    target: str | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with the kinds of all marks that cover it."""

    text: str
    kinds: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()


def on_one_line(text: str) -> str:
    """The words with every run of white space as one space."""
    return " ".join(text.split())


def shorten(text: str, most: int) -> str:
    """The words on one line, cut at a word where there are more than `most` characters.

    >>> shorten("The blast was heard far away", 16)
    'The blast was…'
    """
    line = on_one_line(text)
    if len(line) <= most:
        return line
    return line[: most - 1].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"


def excerpt(text: str, start: int, end: int, *, around: int = AROUND) -> Excerpt:
    """The words of a span with up to `around` characters of their paragraph on either side."""
    first = max(text.rfind("\n", 0, start) + 1, start - around)
    last = text.find("\n", end)
    last = min(len(text) if last < 0 else last, end + around)
    before, after = text[first:start], text[end:last]
    if first > 0 and text[first - 1] != "\n":
        before = "… " + before.partition(" ")[2].lstrip()
    if last < len(text) and text[last] != "\n":
        after = after.rpartition(" ")[0].rstrip() + " …"
    return Excerpt(_folded(before), cut_middle(text[start:end]), _folded(after))


def cut_middle(text: str) -> str:
    """The words on one line; very long ones with their middle left out, and said so."""
    line = on_one_line(text)
    if len(line) <= LONGEST_SHOWN:
        return line
    half = LONGEST_SHOWN // 2
    return f"{line[:half].rpartition(' ')[0]} […] {line[-half:].partition(' ')[2]}"


def _folded(text: str) -> str:
    """One line that keeps a space at either end where there was white space."""
    line = on_one_line(text)
    if not line:
        return " " if text else ""
    return f"{' ' * text[0].isspace()}{line}{' ' * text[-1].isspace()}"


def cut_pieces(text: str, span: Span, marks: Sequence[Mark]) -> list[Piece]:
    """The text of a span in pieces at whose seams a mark begins or ends; each piece knows the marks that cover it."""
    inside = [mark for mark in marks if mark.start < span.end and span.start < mark.end]
    edges = sorted({span.start, span.end, *_edges(inside, span)})
    opening: dict[int, list[Mark]] = {}
    for mark in inside:
        first = edges[bisect_left(edges, max(mark.start, span.start))]
        opening.setdefault(first, []).append(mark)
    pieces, live = [], list[Mark]()
    for start, end in pairwise(edges):
        new = opening.get(start, [])
        live = [mark for mark in live if mark.end > start] + new
        targets = tuple(dict.fromkeys(m.target for m in new if m.target and m.start == start))
        pieces.append(Piece(text[start:end], tuple(sorted({m.kind for m in live})), targets))
    return pieces


def _edges(marks: Iterable[Mark], span: Span) -> Iterable[int]:
    for mark in marks:
        yield from (edge for edge in (mark.start, mark.end) if span.start < edge < span.end)


def cut_paragraphs(text: str, marks: Iterable[Mark]) -> list[list[Piece]]:
    """Every line of a text that is not empty, in pieces."""
    ordered = sorted(marks, key=lambda m: (m.start, m.end, m.kind))
    longest = max((mark.end - mark.start for mark in ordered), default=0)
    starts = [mark.start for mark in ordered]
    paragraphs, position = [], 0
    for line in text.split("\n"):
        end = position + len(line)
        if line.strip():
            near = ordered[bisect_left(starts, position - longest) : bisect_left(starts, end)]
            paragraphs.append(cut_pieces(text, Span(position, end), near))
        position = end + 1
    return paragraphs
