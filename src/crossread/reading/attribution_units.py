"""Sentences prepared for finding attributions: each quotation is one word of its sentence, and is then read by itself.

No sentence ends inside a quotation here, so that “One thing. Another,” he said is one unit, whose first word is the
quotation. What stands inside a quotation makes units of its own, one level deeper: somebody may tell what another said.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from crossread.reading.layout import Layout
from crossread.reading.quotes import Quotation
from crossread.records import Sentence, Span


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
    nested = [q for q in quotations if q.depth == 1]
    titles = [Span(p.start, p.end) for p in layout.document.parts if p.kind == "title"]
    found = []
    for whole, paragraph in _joined(layout.sentences, outer):
        words = _words(layout, whole, _between(outer, whole))
        if words:
            in_title = any(title.contains(whole) for title in titles)
            found.append(Unit(words, paragraph, 0, in_title))
    for quotation in outer:
        if not quotation.is_scare:
            found += _inner_units(layout, quotation, _between(nested, quotation.span))
    return tuple(sorted(found, key=lambda unit: (unit.start, -unit.end, unit.depth)))


def _between(quotations: Sequence[Quotation], whole: Span) -> Sequence[Quotation]:
    """The quotations, given in order and lying apart, that overlap a span."""
    first = bisect_right(quotations, whole.start, key=lambda q: q.end)
    return quotations[first : bisect_left(quotations, whole.end, key=lambda q: q.start)]


def _joined(sentences: Sequence[Sentence], quotations: Sequence[Quotation]) -> Iterable[tuple[Span, int]]:
    """Sentences with their paragraph, joined where their border lies inside a quotation."""
    start: int | None = None
    index = 0
    for number, sentence in enumerate(sentences):
        start = sentence.start if start is None else start
        while index < len(quotations) and quotations[index].end <= sentence.end:
            index += 1
        is_last = number + 1 == len(sentences) or sentences[number + 1].paragraph != sentence.paragraph
        is_inside = index < len(quotations) and quotations[index].start < sentence.end
        if is_last or not is_inside:
            yield Span(start, sentence.end), sentence.paragraph
            start = None


def _inner_units(layout: Layout, quotation: Quotation, nested: Sequence[Quotation]) -> Iterable[Unit]:
    """The sentences inside a quotation."""
    inner = quotation.inner
    first = bisect_right(layout.sentences, inner.start, key=lambda s: s.end)
    for sentence in layout.sentences[first : bisect_left(layout.sentences, inner.end, key=lambda s: s.start)]:
        piece = Span(max(sentence.start, inner.start), min(sentence.end, inner.end))
        words = _words(layout, piece, _between(nested, piece))
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
        if (
            words
            and words[-1].end == token.start
            and not words[-1].quotation
            and "_" in (token.text, words[-1].text[-1])
        ):
            # The name of an account is one word: 'Long_Road'.
            start = words.pop().start
            text = layout.text[start : token.end]
            words.append(Word(start, token.end, text, text.lower()))
            continue
        words.append(Word(token.start, token.end, token.text, token.text.lower().replace("’", "'")))
    return tuple(words)
