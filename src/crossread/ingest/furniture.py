"""Words in a file that are no part of the article: marked, never cut.

Most are known by their wording (`data/furniture.tsv`); a few by where they stand: lists of other stories and of tags at
the end, names of galleries, a lone word between paragraphs. Precision comes first: a promotion that is read as part of
the article does less harm than a statement that is not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from crossread.ingest.datelines import find_colon_dateline, find_dateline
from crossread.ingest.furniture_layout import mark_by_layout
from crossread.ingest.furniture_patterns import UPPER, patterns
from crossread.ingest.furniture_repeats import gallery_names, mark_repeats
from crossread.ingest.outlets import is_known_medium
from crossread.records import Furniture, FurnitureKind, Part, Span

LINE = re.compile(r"[^\n]+")
# Nothing longer is furniture as a whole; the longest newsletter form we met has 620 characters.
LONGEST_LINE = 1200
# Bylines and dates of publication stand among the first and last lines, not in the middle.
HEAD_LINES, TAIL_LINES = 12, 4
AT_EDGES = frozenset({"byline", "header"})
# 'By Ada Moor' before a dateline on the same line, often glued to it ('By Ada MoorNORTHPORT, May 3 (Reuters) -').
BYLINE = re.compile(rf"By (?:[{UPPER}][a-zà-öø-ÿ.'’-]+(?:[ ]|(?=[{UPPER}]{{2}}))|and ){{2,7}}")
# Behind a bar always, behind a dash only where a known medium follows.
SITE_NAME = re.compile(r"[^\s|](?: \| ([^|\n]{2,60})| [-–—] ([^|\n–—-]{2,40}))\Z")
LONGEST_SITE_NAME = 70
# A dateline begins one of the first lines that are not furniture themselves.
DATELINE_LINES = 5


class Line(NamedTuple):
    """A line of the body without white space at its ends; `kind` where the whole line is furniture."""

    start: int
    end: int
    words: str
    kind: FurnitureKind | None


def mark_furniture(text: str, parts: Sequence[Part]) -> tuple[Furniture, ...]:
    """The furniture of an account, in order, without overlaps."""
    marks: list[Furniture] = []
    for part in parts:
        if part.kind == "body":
            marks += _in_body(text, part)
        elif part.kind == "title":
            marks += _site_name(text, part)
        else:
            marks += _lines_of_description(text, part)
            marks += _datelines([Line(part.start, part.end, text[part.start : part.end], None)], text)
    return tuple(_without_overlaps(marks))


def _in_body(text: str, part: Part) -> Iterator[Furniture]:
    spans = [_trimmed(text, *match.span()) for match in LINE.finditer(text, part.start, part.end)]
    lines = [span for span in spans if span]
    count = len(lines)
    judged = [
        Line(
            span.start, span.end, words, kind_of_line(words, is_edge=index < HEAD_LINES or index >= count - TAIL_LINES)
        )
        for index, span in enumerate(lines)
        for words in (text[span.start : span.end],)
    ]
    kinds = mark_by_layout(judged)
    mark_repeats(judged, kinds)
    judged = [Line(line.start, line.end, line.words, kind) for line, kind in zip(judged, kinds, strict=True)]
    yield from (Furniture(line.start, line.end, line.kind) for line in judged if line.kind)
    article = [line for line in judged if not line.kind]
    yield from _datelines(article[:DATELINE_LINES], text) or _colon_dateline(article, text)
    yield from (mark for line in article for mark in _at_ends(line))
    yield from gallery_names(article)
    yield from _inside(text, part)


def _site_name(text: str, part: Part) -> Iterator[Furniture]:
    """The site's name behind a headline: 'The dam holds | Northport Post', 'The dam holds - BBC News'."""
    match = SITE_NAME.search(text[part.start : part.end][-LONGEST_SITE_NAME:])
    if match and (match.group(1) or is_known_medium(match.group(2))):
        length = match.end() - match.start() - 2
        yield Furniture(part.end - length, part.end, "nav")


def _lines_of_description(text: str, part: Part) -> Iterator[Furniture]:
    """Lines of a description that are furniture as a whole; captions are left: a description is often a picture's."""
    for match in LINE.finditer(text, part.start, part.end):
        span = _trimmed(text, *match.span())
        kind = kind_of_line(text[span.start : span.end], is_edge=False) if span else None
        if span and kind and kind != "caption":
            yield Furniture(span.start, span.end, kind)
        elif span:
            line = Line(span.start, span.end, text[span.start : span.end], None)
            yield from (mark for mark in _at_ends(line) if mark.kind == "promo")


def kind_of_line(words: str, *, is_edge: bool) -> FurnitureKind | None:
    """The kind of a line that is furniture as a whole by its wording; `is_edge` among the first or last lines."""
    if len(words) > LONGEST_LINE:
        return None
    for kind, expression in patterns("line"):
        if (is_edge or kind not in AT_EDGES) and expression.fullmatch(words):
            return kind
    return None


def _datelines(lines: Sequence[Line], text: str) -> list[Furniture]:
    """The first dateline among some lines."""
    for line in lines:
        begin = line.start
        for _, expression in patterns("start"):
            prefix = expression.match(text, begin, line.end)
            begin = prefix.end() if prefix else begin
        begin = _skip_blanks(text, begin, line.end)
        byline = BYLINE.match(text, begin, line.end)
        found = find_dateline(text, _skip_blanks(text, byline.end(), line.end) if byline else begin, line.end)
        if found:
            author = _trimmed(text, byline.start(), byline.end()) if byline else None
            before = [Furniture(author.start, author.end, "byline")] if author else []
            return [*before, Furniture(found.start, found.end, "dateline")]
    return []


def _skip_blanks(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _colon_dateline(article: Sequence[Line], text: str) -> list[Furniture]:
    """A place and a colon before the first paragraph; where more begin like that, speakers take turns."""
    if len(article) < 2 or any(find_colon_dateline(text, line.start, line.end) for line in article[1:]):
        return []
    found = find_colon_dateline(text, article[0].start, article[0].end)
    return [Furniture(found.start, found.end, "dateline")] if found else []


def _at_ends(line: Line) -> Iterator[Furniture]:
    """Furniture that a line of the article begins or ends with."""
    for kind, expression in patterns("start"):
        match = expression.match(line.words)
        if match and match.end():
            yield Furniture(line.start, line.start + match.end(), kind)
    tail = line.words[-LONGEST_LINE:]
    for kind, expression in patterns("end"):
        last = next((m for m in expression.finditer(tail) if m.end() == len(tail)), None)
        if last:
            yield Furniture(line.end - len(tail) + last.start(), line.end, kind)


def _inside(text: str, part: Part) -> Iterator[Furniture]:
    """Furniture that stands anywhere in the body."""
    for kind, expression in patterns("inside"):
        for match in expression.finditer(text, part.start, part.end):
            yield Furniture(match.start(), match.end(), kind)


def _without_overlaps(marks: Sequence[Furniture]) -> Iterator[Furniture]:
    """The marks in order; of two that overlap the longer stays."""
    kept: list[Furniture] = []
    for mark in sorted(marks, key=lambda m: (m.start, -m.end, m.kind)):
        if kept and mark.start < kept[-1].end:
            if mark.end - mark.start > kept[-1].end - kept[-1].start:
                kept[-1] = mark
            continue
        kept.append(mark)
    return iter(kept)


def _trimmed(text: str, start: int, end: int) -> Span | None:
    words = text[start:end]
    left = len(words) - len(words.lstrip())
    right = len(words.rstrip())
    return Span(start + left, start + right) if right > left else None
