"""Times in the text, as TIMEX3 (ISO-TimeML): dates, times of day, lengths, sets.

Four steps, a file each: `timex_words` classes the words, `timex_grammar` finds what looks like a time, `timex_values`
says what the words alone are worth, `timex_anchor` settles what hangs on the account's date or on the date told of.
"""

from __future__ import annotations

from datetime import date

from crossread import calendar
from crossread.reading.layout import Layout
from crossread.reading.timex_anchor import Anchors
from crossread.reading.timex_doubt import is_doubtful
from crossread.reading.timex_grammar import find_times
from crossread.reading.timex_values import Draft, draft_times
from crossread.reading.timex_words import Words, split_words
from crossread.records import Document, Timex, identify


def read_times(layout: Layout) -> tuple[Timex, ...]:
    """The times of an account, in order, none overlapping another."""
    words = split_words(layout.text, layout.paragraphs)
    anchors = Anchors(published_day(layout.document))
    times = []
    for found in find_times(words):
        if is_doubtful(found):
            continue
        for draft in draft_times(found):
            settled = anchors.settle(words, draft)
            if calendar.is_value(settled.value):
                times.append(_make(layout.document, words, settled))
    return tuple(times)


def published_day(document: Document) -> date | None:
    """The day an account was published, or None where it is not known."""
    try:
        return date.fromisoformat((document.published or "")[:10])
    except ValueError:
        return None


def _make(document: Document, words: Words, draft: Draft) -> Timex:
    span = words.span(draft.first, draft.end)
    ident = identify("time", document.key, span.start, span.end)
    return Timex(
        ident, document.id, span.start, span.end, draft.type, draft.value, draft.mod, draft.relative, draft.tense
    )
