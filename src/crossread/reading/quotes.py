"""Quotations: where somebody's own words stand between quotation marks, of any style.

Newspapers nest their marks, forget to close them, open each paragraph of a long quotation anew and close only the last;
machine translation puts blanks inside them or eats those outside; apostrophes look like closing marks. Everything here
is decided paragraph by paragraph, so that a forgotten mark never swallows more than its paragraph.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from crossread.reading.layout import Layout
from crossread.records import Span

# Words put in marks for distance or as a title, not as speech, are seldom more than three.
MOST_SCARE_WORDS = 3
# A single neutral mark that opens must close within so many characters, or it is an apostrophe.
LONGEST_SINGLE = 1500
# Quotations nested deeper than this are no longer told apart.
DEEPEST = 3
# A quotation that paragraphs do not open again is looked for no further than so many paragraphs on.
MOST_PARAGRAPHS = 6

DOUBLE = re.compile(r"``|''|[\"“”„‟«»]")
SINGLE_OPENER = re.compile(
    r"(?<![\w.!?'’‘])(?:[‘‚‛](?!\d0s)(?=\S)|['`](?!(?:em|n|til|tis|twas|cause|round)\b)(?=[^\W_]))"
)
# A single mark closes behind a stop, or before white space, a mark or the end; never inside a word.
SINGLE_CLOSER = re.compile(r"(?<=[^\s‘'])['’](?![\w'’])")
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
ONLY_OPENING = frozenset("„‟") | {"``"}
MARKS = "\"“”„‟«»‘’‚‛'`"


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch in quotation marks, the marks included; `inner` is what stands between them.

    `depth` is 0 for the outermost. `is_closed` is false where the paragraph ends before a closing mark;
    `continues` is true where the paragraph before left its quotation open and this one opens it again.
    """

    start: int
    end: int
    inner: Span
    depth: int = 0
    is_closed: bool = True
    continues: bool = False
    is_scare: bool = False

    @property
    def span(self) -> Span:
        """Where it stands, marks included."""
        return Span(self.start, self.end)


def find_quotations(layout: Layout) -> tuple[Quotation, ...]:
    """All quotations in order, an outer one before those inside it; of two, one holds the other or they lie apart."""
    return layout.quotations


def pair_marks(layout: Layout) -> tuple[Quotation, ...]:
    """The quotations, found anew; `find_quotations` remembers them with the layout."""
    found: list[Quotation] = []
    left_open = False
    open_until = -1
    for number, paragraph in enumerate(layout.paragraphs):
        is_inside = number <= open_until
        pairs = _pair_doubles(layout.text, paragraph, is_inside=is_inside)
        pairs += _pair_singles(layout.text, paragraph, pairs) or _open_single(layout, number)
        quotations = _nest(layout.text, sorted(pairs, key=lambda p: (p[0], -p[1])), paragraph, left_open=left_open)
        left_open = any(q.depth == 0 and not q.is_closed for q in quotations)
        if left_open and not is_inside:
            open_until = _closing_paragraph(layout, number)
        found += quotations
    return tuple(found)


def _closing_paragraph(layout: Layout, number: int) -> int:
    """The paragraph that closes what paragraph `number` left open without any between opening it again, or -1."""
    for later in range(number + 1, min(len(layout.paragraphs), number + 1 + MOST_PARAGRAPHS)):
        paragraph = layout.paragraphs[later]
        mark = DOUBLE.search(layout.text, paragraph.start, paragraph.end)
        if mark is None:
            continue
        return later if _looks_closing(layout.text, mark, paragraph) else -1
    return -1


def _looks_closing(text: str, mark: re.Match[str], paragraph: Span) -> bool:
    """Whether the first double mark of a paragraph ends a quotation that began in an earlier one."""
    before = text[paragraph.start : mark.start()].rstrip()
    if mark.group() in ("”", "»"):
        return bool(before)
    if mark.group() not in ('"', "''") or not before:
        return False
    if not text[mark.start() - 1].isspace():
        return True
    odd = sum(1 for _ in DOUBLE.finditer(text, paragraph.start, paragraph.end)) % 2 == 1
    return odd and before[-1] in ",.!?…"


Pair = tuple[int, int, int, int]  # start and end with the marks, start and end between them


def _pair_doubles(text: str, paragraph: Span, *, is_inside: bool = False) -> list[Pair]:
    """Double marks paired; what stays open at the end reaches to the end of the paragraph.

    `is_inside` says that a quotation of an earlier paragraph goes on here without a mark.
    """
    marks = [(m.start(), m.end(), m.group()) for m in DOUBLE.finditer(text, paragraph.start, paragraph.end)]
    pairs: list[Pair] = []
    stack: list[tuple[int, int, str]] = [(paragraph.start, paragraph.start, "")] if is_inside else []
    for index, (start, end, mark) in enumerate(marks):
        if _is_inch(text, start, mark, stack):
            continue
        around = (text[start - 1] if start > paragraph.start else "\n", text[end] if end < paragraph.end else " ")
        if _opens(mark, around, stack, is_last=index == len(marks) - 1):
            if len(stack) <= DEEPEST:
                stack.append((start, end, mark))
        elif stack:
            opened = stack.pop()
            pairs.append((opened[0], end, opened[1], start))
    end = paragraph.end
    for opened in reversed(stack):
        pairs.append((opened[0], end, opened[1], end))
        end = min(end, opened[0])
    return [p for p in pairs if text[p[2] : p[3]].strip()]


def _is_inch(text: str, start: int, mark: str, stack: list[tuple[int, int, str]]) -> bool:
    """Whether a neutral mark stands for inches: behind a digit with nothing open."""
    return mark == '"' and not stack and start > 0 and text[start - 1].isdigit()


def _opens(mark: str, around: tuple[str, str], stack: list[tuple[int, int, str]], *, is_last: bool) -> bool:
    """Whether a mark opens a quotation, by its form, what is open and the characters round it."""
    before, after = around
    if mark in ONLY_OPENING:
        return True
    if mark == "“":
        # German style closes with it; a broken account closes with it, hard behind a word.
        hard_behind = not before.isspace() and not after.isalnum() and before not in "([—–-"
        return not (stack and (stack[-1][2] == "„" or hard_behind))
    if mark == "«":
        return not (stack and stack[-1][2] == "»")
    if mark == "»":
        return not stack and after.isalnum()
    if mark == "”":
        return not stack and (before == "\n" or (after.isalnum() and not before.isalnum()))
    # A neutral mark inside “…” nests only where it looks like an opening one and another is left to close it.
    may_nest = bool(stack) and stack[-1][2] in ("“", "«", "„") and before.isspace() and not after.isspace()
    return not stack or (may_nest and not is_last)


def _pair_singles(text: str, paragraph: Span, doubles: list[Pair]) -> list[Pair]:
    """Single marks paired where they enclose words and cross no double quotation."""
    pairs: list[Pair] = []
    position = paragraph.start
    edges = sorted({edge for d in doubles for edge in (d[0], d[1])})
    while opener := SINGLE_OPENER.search(text, position, paragraph.end):
        position = opener.end()
        limit = _next_edge(edges, opener.start(), min(paragraph.end, opener.end() + LONGEST_SINGLE))
        closer = _closer(text, opener.end(), limit)
        if closer and text[opener.end() : closer].strip():
            pairs.append((opener.start(), closer + 1, opener.end(), closer))
            position = closer + 1
    return pairs


def _open_single(layout: Layout, number: int) -> list[Pair]:
    """A paragraph that opens a single quotation and leaves it open, where the next one opens or closes it again."""
    paragraph = layout.paragraphs[number]
    opener = SINGLE_OPENER.match(layout.text, paragraph.start)
    if opener is None or number + 1 >= len(layout.paragraphs):
        return []
    following = layout.paragraphs[number + 1]
    if not SINGLE_OPENER.match(layout.text, following.start):
        return []
    return [(paragraph.start, paragraph.end, opener.end(), paragraph.end)] if opener.end() < paragraph.end else []


def _next_edge(edges: list[int], start: int, limit: int) -> int:
    for edge in edges:
        if edge > start:
            return min(edge, limit)
    return limit


def _closer(text: str, start: int, limit: int) -> int | None:
    """Where a single quotation closes: not at a plural's apostrophe if a better mark follows."""
    first = None
    for match in SINGLE_CLOSER.finditer(text, start, limit):
        before = text[match.start() - 1]
        if before != "s" or text[match.end() : match.end() + 1] in (
            "",
            ",",
            ".",
            "”",
            '"',
            "\n",
            ")",
            ";",
            ":",
            "?",
            "!",
        ):
            return match.start()
        first = match.start() if first is None else first
    return first


def _nest(text: str, pairs: list[Pair], paragraph: Span, *, left_open: bool) -> list[Quotation]:
    """Quotations with their depth; a pair that crosses an earlier one is dropped."""
    found: list[Quotation] = []
    open_ends: list[int] = []
    for start, end, inner_start, inner_end in pairs:
        while open_ends and open_ends[-1] <= start:
            open_ends.pop()
        if (open_ends and end > open_ends[-1]) or len(open_ends) > DEEPEST:
            continue
        closed = inner_end < end
        continues = left_open and not text[paragraph.start : start].strip()
        scare = closed and _is_scare(text, start, end, text[inner_start:inner_end], paragraph)
        inner = Span(inner_start, inner_end)
        found.append(Quotation(start, end, inner, len(open_ends), closed, continues, scare))
        open_ends.append(end)
    return found


def _is_scare(text: str, start: int, end: int, words: str, paragraph: Span) -> bool:
    """Whether a few words stand in marks inside a clause: no speech of their own, no stop that ends a sentence."""
    if sum(1 for _ in zip(WORD.finditer(words), range(MOST_SCARE_WORDS + 1), strict=False)) > MOST_SCARE_WORDS:
        return False
    if words.rstrip()[-1:] in ("!", "?", "…"):
        return False
    before = text[max(paragraph.start, start - 3) : start].rstrip()
    opens_clause = not before or before[-1] in ".!?:,;—–"
    if words.rstrip()[-1:] in (".", ","):
        return not opens_clause
    after = text[end : min(paragraph.end, end + 2)].lstrip()
    return not (opens_clause and (not after or after[0] in ",.!?"))
