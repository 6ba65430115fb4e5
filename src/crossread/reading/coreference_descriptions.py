"""How an account words who somebody is, where it calls him something: 'called her a "national leader"'."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from crossread.reading.coreference_draft import DescriptionDraft, MentionDraft
from crossread.reading.names_text import Line
from crossread.records import Span

CALLS = frozenset(
    [
        "call",
        "calls",
        "called",
        "calling",
        "dub",
        "dubbed",
        "brand",
        "branded",
        "label",
        "labelled",
        "labeled",
        "describe",
        "describes",
        "described",
        "describing",
    ]
)
STOPS = frozenset([",", ".", ";", ":", "and", "but", "who", "that", "for", "in", "on", "after", "when", "while", "at"])
OPENING, CLOSING = frozenset("“\"‘'«"), frozenset("”\"’'»")
LONGEST = 8


def find_called(lines: Sequence[Line], mentions: Sequence[MentionDraft]) -> list[DescriptionDraft]:
    """What people are called, with whom it is said of."""
    by_start = {mention.span.start: mention for mention in mentions}
    found = []
    for line in lines:
        words = line.words
        for index, word in enumerate(words[:-2]):
            if word.low not in CALLS:
                continue
            at = index + 1 + (words[index + 1].low in ("the", "mr", "mrs"))
            mention = by_start.get(words[at].start)
            if mention is None or mention.chain.kind not in ("person", "organization"):
                continue
            behind = bisect_left(words, mention.span.end, key=lambda w: w.start)
            span = _called(line, behind)
            if span is not None:
                found.append(DescriptionDraft(span, mention.chain))
    return found


def _called(line: Line, index: int) -> Span | None:
    words = line.words
    if index < len(words) and words[index].low == "as":
        index += 1
    if index < len(words) and words[index].low in ("a", "an", "the"):
        index += 1
    elif not (index < len(words) and words[index].text in OPENING):
        return None
    quoted = index < len(words) and words[index].text in OPENING
    index += quoted
    end = index
    stops = CLOSING if quoted else STOPS
    while end < len(words) and end - index < LONGEST and words[end].text not in stops and words[end].low not in stops:
        end += 1
    return Span(words[index].start, words[end - 1].end) if end > index else None
