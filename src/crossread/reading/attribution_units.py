"""Sentences prepared for finding attributions: each quotation is one word of its sentence, and is then read by itself.

No sentence ends inside a quotation here, so that “One thing. Another,” he said is one unit, whose first word is the
quotation. What stands inside a quotation makes units of its own, one level deeper: somebody may tell what another said.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from crossread.reading.layout import Layout
from crossread.reading.quotes import Quotation
from crossread.records import Span


@dataclass(frozen=True, slots=True)
class Word:
    """A token, or a whole quotation."""

    start: int
    end: int
    text: str
    low: str
    quotation: Quotation | None = None

    @property
    def is_word(self) -> bool:
        """Whether it is neither a mark nor a quotation."""
        return self.quotation is None and self.text[0].isalnum()

    @property
    def is_capitalized(self) -> bool:
        """Whether it is a word that begins with a capital."""
        return self.quotation is None and self.text[0].isupper()


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence with its quotations closed up; `depth` counts the quotations it stands in."""

    words: tuple[Word, ...]
    paragraph: int
    depth: int = 0
    in_title: bool = False

    @property
    def start(self) -> int:
        """Where its first word begins."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where its last word ends."""
        return self.words[-1].end

    def span(self, first: int, last: int) -> Span:
        """The characters from one word to another, the last one included."""
        return Span(self.words[first].start, self.words[last].end)

    def text(self, first: int, last: int) -> str:
        """The words from one to another with single blanks between them."""
        return " ".join(word.text for word in self.words[first : last + 1])


def read_units(layout: Layout, quotations: Sequence[Quotation]) -> tuple[Unit, ...]:
    """The units of an account in order, those inside a quotation after the one that holds it."""
    outer = [q for q in quotations if q.depth == 0]
    found = list(_units(layout, outer, 0))
    for quotation in outer:
        if not quotation.is_scare:
            nested = [q for q in quotations if q.depth == 1 and quotation.span.contains(q.span)]
            found += _inner_units(layout, quotation, nested)
    return tuple(sorted(found, key=lambda u: (u.start, -u.end, u.depth)))


def _units(layout: Layout, quotations: Sequence[Quotation], depth: int) -> Iterable[Unit]:
    """Sentences joined where their border lies inside a quotation."""
    titles = [Span(p.start, p.end) for p in layout.document.parts if p.kind == "title"]
    index = 0
    group: list[Span] = []
    paragraph = 0
    for sentence in layout.sentences:
        if group and sentence.paragraph != paragraph:
            yield from _closed_up(layout, group, quotations, paragraph, depth, titles)
            group = []
        paragraph = sentence.paragraph
        group.append(sentence.span)
        while index < len(quotations) and quotations[index].end <= sentence.end:
            index += 1
        if index < len(quotations) and quotations[index].start < sentence.end < quotations[index].end:
            continue
        yield from _closed_up(layout, group, quotations, paragraph, depth, titles)
        group = []
    if group:
        yield from _closed_up(layout, group, quotations, paragraph, depth, titles)


def _closed_up(
    layout: Layout, group: list[Span], quotations: Sequence[Quotation], paragraph: int, depth: int, titles: list[Span]
) -> Iterable[Unit]:
    whole = Span(group[0].start, group[-1].end)
    words = _words(layout, whole, [q for q in quotations if whole.overlaps(q.span)])
    if words:
        in_title = any(title.contains(whole) for title in titles)
        yield Unit(words, paragraph, depth, in_title)


def _inner_units(layout: Layout, quotation: Quotation, nested: Sequence[Quotation]) -> Iterable[Unit]:
    """The sentences inside a quotation."""
    inner = quotation.inner
    for sentence in layout.sentences:
        if sentence.end <= inner.start or sentence.start >= inner.end:
            continue
        piece = Span(max(sentence.start, inner.start), min(sentence.end, inner.end))
        words = _words(layout, piece, [q for q in nested if q.span.overlaps(piece)])
        if len(words) > 2:
            yield Unit(words, sentence.paragraph, quotation.depth + 1)


def _words(layout: Layout, whole: Span, quotations: Sequence[Quotation]) -> tuple[Word, ...]:
    words: list[Word] = []
    position = 0
    for token in layout.tokens_in(whole):
        if token.end > whole.end:
            break
        while position < len(quotations) and quotations[position].end <= token.start:
            position += 1
        held = quotations[position] if position < len(quotations) else None
        if held and held.start <= token.start < held.end:
            if not (words and words[-1].quotation is held):
                words.append(Word(held.start, held.end, layout.text[held.start : held.end], "“”", held))
            continue
        words.append(Word(token.start, token.end, token.text, token.text.lower().replace("’", "'")))
    return tuple(words)
